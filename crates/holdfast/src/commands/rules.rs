//! `holdfast rules`: the list of wording rules, or the page of one, from the data that its tests use.

use super::out;
use crate::cli::Rules;
use crate::exit::{Exit, Failure};
use crate::wording::without_case;

/// Prints the rules.
pub(crate) fn run(args: &Rules) -> Result<Exit, Failure> {
    let pages = language::pages();
    let Some(id) = &args.id else {
        let list: String = pages.iter().map(|p| format!("{}  {:22} {}\n", p.id, p.family, p.name)).collect();
        out(&list)?;
        return Ok(Exit::Fine);
    };
    let Some(p) = pages.iter().find(|p| p.id.eq_ignore_ascii_case(id)) else {
        return Err(Failure::usage(format!("there is no rule {id}. Run `holdfast rules` for the list")));
    };
    let items = |list: &[&str]| list.iter().map(|l| format!("  - {l}\n")).collect::<String>();
    out(&format!(
        "{} {} ({}, {})\n\nWhat it marks: {}\nWhy it matters: {}\n\nAsk: {}\nHow to pivot: {}\n\nMarked:\n{}\nNot marked:\n{}\nExceptions:\n{}{}",
        p.id,
        p.name,
        p.family,
        match p.level {
            language::Level::Error => "error",
            language::Level::Warning => "warning",
            language::Level::Info => "note",
        },
        without_case(p.what),
        without_case(p.why),
        without_case(p.ask),
        without_case(p.rewrite),
        items(p.bad),
        items(p.good),
        items(p.traps),
        if p.gaps.is_empty() { String::new() } else { format!("\nKnown gaps: {}\n", p.gaps) },
    ))?;
    Ok(Exit::Fine)
}
