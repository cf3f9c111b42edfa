//! `holdfast erasures`: what was erased, and whether a backup can still read it.

use crate::backing_up::places;
use crate::cli::Erasures;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use app::Certificate;
use serde_json::json;

pub(crate) async fn run(config: &Config, args: &Erasures) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let certificates = app.certificates_by_operator(&operator()).await.map_err(Failure::failed)?;
    let named = args.place.place.is_some() || config.backup.place.is_some();
    let keys_place = if named { Some(places(config, &args.place, false)?.1) } else { None };
    let mut lines = Vec::new();
    for certificate in certificates {
        let copies = match &keys_place {
            Some(place) => {
                let at = certificate.erased_at.as_microsecond();
                Some(backup::copies_before(place, at).await.map_err(Failure::failed)?)
            }
            None => None,
        };
        lines.push((certificate, copies));
    }
    if args.json {
        let told: Vec<_> = lines
            .iter()
            .map(|(certificate, copies)| {
                json!({
                    "certificate": certificate,
                    "readable_in_backups": !certificate.is_final(app.now()),
                    "copies_of_keys_left": copies,
                })
            })
            .collect();
        let text = serde_json::to_string_pretty(&told).map_err(Failure::failed)?;
        out(&format!("{text}\n"))?;
    } else {
        for (certificate, copies) in &lines {
            out(&format!("{}\n", said(certificate, *copies, certificate.is_final(app.now()))))?;
        }
    }
    if keys_place.is_none() && !lines.is_empty() {
        eprintln!(
            "Whether copies of the keys are left in a backup was not looked at: name its place after the command."
        );
    }
    // A copy past its day is one that nobody took away.
    let late = lines.iter().any(|(one, copies)| one.is_final(app.now()) && copies.is_some_and(|left| left > 0));
    if late {
        eprintln!(
            "Copies of the keystore are left that should have been taken away. Run holdfast backup there, or delete them."
        );
        return Ok(Exit::Findings);
    }
    Ok(Exit::Fine)
}

fn said(certificate: &Certificate, copies: Option<u64>, is_final: bool) -> String {
    let left = match copies {
        Some(0) => "no copy of its keys is left in the backup".to_owned(),
        Some(copies) => format!("{copies} copies of its keys are left in the backup"),
        None if is_final => "copies of its keys have expired".to_owned(),
        None => "copies of its keys may be left in backups".to_owned(),
    };
    format!(
        "{}\terased {:.0}\tunreadable everywhere from {:.0}\t{left}",
        certificate.case, certificate.erased_at, certificate.unreadable_from
    )
}
