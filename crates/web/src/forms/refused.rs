//! Why something was not recorded, at the field where it can be mended.

use super::fault::Fault;
use crate::problem::Fail;
use app::RecordError;
use jiff::tz::TimeZone;
use words::Words;

/// The faults of a form of one entry.
///
/// # Errors
/// When it was not the form: the store, or somebody else's change.
pub(crate) fn faults(error: RecordError, words: &Words, zone: &TimeZone) -> Result<Vec<Fault>, Fail> {
    Ok(by_draft(error, words, zone)?.into_iter().map(|(_, fault)| fault).collect())
}

/// The faults of a form with several entries, by their place in the list.
///
/// # Errors
/// As [`faults`].
pub(crate) fn by_draft(error: RecordError, words: &Words, zone: &TimeZone) -> Result<Vec<(usize, Fault)>, Fail> {
    match error {
        RecordError::Refused(refused) => Ok(refused
            .into_iter()
            .map(|(at, refusal)| {
                let said = words.refusal(&refusal, zone);
                (at, Fault::said(field(&said.path), said.sentence))
            })
            .collect()),
        RecordError::Label { at, .. } => Ok(vec![(at, Fault::key("label", "form-error-label-not-yours"))]),
        RecordError::Conflict { at, author, .. } => {
            let said = words.say_with("form-moved-short", &[("name", author.into())]);
            Ok(vec![(at, Fault::said("", said))])
        }
        RecordError::Failed(problem) => Err(Fail::from(problem)),
    }
}

/// The field of a path of the file format: `effort.answers.0.to` is `answers-0-to`.
pub(crate) fn field(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["happened", ..] => "when".to_owned(),
        ["sources", row, ..] => format!("known-{row}-how"),
        ["disputes", row, ..] => format!("disputed-{row}-by"),
        ["impact", "from", row, "behaviour"] => format!("from-{row}-to"),
        ["household", "members", ..] => "people".to_owned(),
        [_, list, row, part, ..] if row.parse::<usize>().is_ok() => {
            let part = if *part == "basis" { "by" } else { part };
            format!("{list}-{row}-{part}")
        }
        [_, field, "behaviour"] => format!("{field}-behaviour"),
        [_, field, ..] => (*field).to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_path_of_the_file_leads_to_its_field() {
        for (path, name) in [
            ("behaviour.targets.0", "targets"),
            ("behaviour.actor", "actor"),
            ("effort.answers.1.to", "answers-1-to"),
            ("effort.answers.1.basis.by", "answers-1-by"),
            ("effort.obstacle.behaviour", "obstacle-behaviour"),
            ("impact.from.0.behaviour", "from-0-to"),
            ("impact.on.child", "on"),
            ("sources.0.how.told_directly.by", "known-0-how"),
            ("disputes.2.by", "disputed-2-by"),
            ("happened", "when"),
            ("household.members.0.person", "people"),
            ("", ""),
        ] {
            assert_eq!(field(path), name, "{path}");
        }
    }
}
