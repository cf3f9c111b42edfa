//! `holdfast verify`: checks the whole journal and says what was changed, dropped, reordered or rolled back.

use crate::cli::Verify;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open_store, operator};
use std::path::Path;
use store::{Finding, HeadsFile, StreamKind, What};

pub(crate) async fn run(config: &Config, args: &Verify) -> Result<Exit, Failure> {
    let store = open_store(config, &args.store, false).await?;
    let app = app_over(store.clone())?;
    let witness = args.witness.as_deref().or(config.server.witness.as_deref().filter(|folder| folder.exists()));
    let witness = witness.map(read_heads).transpose()?;
    let report = store.verify(witness.as_ref()).await.map_err(Failure::failed)?;
    for finding in &report.findings {
        out(&format!("{}\n", said(finding)))?;
    }
    // What the journal says and what lies beside it: the file of each document. A damaged journal has said so already.
    if report.is_clean() {
        for (case, entry) in app.missing_files(&operator()).await.map_err(Failure::failed)? {
            eprintln!(
                "case {case}: the file of document {entry} is not here. It did not come with the case file, or is lost: look \
                 in a backup."
            );
        }
    }
    let checked = format!(
        "{} streams, {} events, {} signed records and {} readings checked",
        report.streams, report.events, report.records, report.accesses
    );
    if !report.is_clean() {
        eprintln!("{checked}: not as it was recorded. Stop writing, keep this disk, and compare with a backup.");
        return Ok(Exit::Findings);
    }
    eprintln!("{checked}: nothing was changed, dropped or reordered.");
    match report.shredded {
        0 => {}
        1 => eprintln!("One case was deleted for good: its entries are in their places, and nobody can read them."),
        cases => {
            eprintln!(
                "{cases} cases were deleted for good: their entries are in their places, and nobody can read them."
            );
        }
    }
    match report.expunged {
        0 => {}
        1 => eprintln!(
            "One text was taken out by rule, with the fact of it recorded: it had been recorded in the wrong case."
        ),
        texts => eprintln!("{texts} texts were taken out by rule, with the fact of it recorded."),
    }
    if witness.is_none() {
        eprintln!(
            "Whoever holds the key and the disk could still have forged all of it: keep the heads on another machine \
             (--export-heads FILE) and check against them (--witness FILE)."
        );
    }
    if let Some(path) = &args.export_heads {
        let heads = store.export_heads().await.map_err(Failure::failed)?;
        let text = serde_json::to_string_pretty(&heads).map_err(Failure::failed)?;
        std::fs::write(path, format!("{text}\n")).map_err(|error| {
            Failure::failed(format!("the heads cannot be written to {}: {error}. Check the folder", path.display()))
        })?;
        eprintln!("Heads written to {}. Keep them on another machine.", path.display());
    }
    Ok(Exit::Fine)
}

pub(crate) fn read_heads(path: &Path) -> Result<HeadsFile, Failure> {
    let newest;
    let path = if path.is_dir() {
        newest = crate::witnessing::newest(path)?;
        newest.as_path()
    } else {
        path
    };
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("the heads in {} cannot be read: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::usage(format!("{} is not a file of heads from --export-heads: {error}", path.display()))
    })
}

/// A finding as one line: what, which stream, which entry, in which way.
pub(crate) fn said(finding: &Finding) -> String {
    let what = match finding.what {
        What::Changed => "changed",
        What::Missing => "missing",
        What::Reordered => "reordered",
        What::Added => "added",
        What::RolledBack => "rolled back",
        What::Undecryptable => "cannot be decrypted",
        What::HeadMismatch => "head does not fit",
        What::SignatureWrong => "signature is wrong",
    };
    let stream = finding.stream.map_or_else(String::new, |stream| {
        let kind = match stream.kind {
            StreamKind::Case => "case",
            StreamKind::Agency => "agency",
            StreamKind::User => "account",
            StreamKind::People => "people",
        };
        format!("\t{kind} {}", stream.id)
    });
    let seq = finding.seq.map_or_else(String::new, |seq| format!("\tentry {seq}"));
    format!("{what}{stream}{seq}\t{}", finding.detail)
}
