//! `holdfast measures`: in how many cases each thing is recorded, over the whole agency.

use crate::cli::{Measures, MeasuresFormat};
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use words::Words;
use words::told::measures::TallyTold;

pub(crate) async fn run(config: &Config, args: &Measures) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let measured = app.operator_measures(&operator()).await.map_err(Failure::failed)?;
    let tally = if args.exact {
        measured.counting.exact()
    } else {
        measured.counting.to_pass_on(usize::from(args.smallest))
    };
    match args.format {
        MeasuresFormat::Json => {
            let json = serde_json::to_string_pretty(&tally).map_err(Failure::failed)?;
            out(&format!("{json}\n"))?;
        }
        MeasuresFormat::Text => {
            let words = Words::new("en").map_err(Failure::failed)?;
            out(&text(&words.tell_tally(&tally), &words))?;
        }
    }
    Ok(Exit::Fine)
}

/// As plain text: a line for each measure, its numbers first.
fn text(told: &TallyTold, words: &Words) -> String {
    let [_, columns @ ..] = &told.columns;
    let mut text = format!("{}\n{}\n", words.say("measures-title"), words.say("measures-lede"));
    text.push_str(&format!("{} {}\n", words.say("measures-all"), told.cases));
    if !told.note.is_empty() {
        text.push_str(&format!("{}\n", told.note));
    }
    for (group, lines) in &told.groups {
        text.push_str(&format!("\n{group}\n"));
        for line in lines {
            text.push_str(&format!("  {}\n", line.name));
            let counts: Vec<_> =
                columns.iter().zip(&line.counts).map(|(column, count)| format!("{column}: {count}")).collect();
            text.push_str(&format!("    {}\n", counts.join("  ")));
        }
    }
    text
}
