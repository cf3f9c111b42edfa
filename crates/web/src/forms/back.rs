//! Where to go after a form: back to where she came from, at the very line.

use crate::pages::frame::{anchor, base, entry_href};
use practice::ids::{CaseId, EntryId};

/// The address for a place named in a form (`then`), with the line to stand at. Only places of this case are known;
/// anything else leads to the entry itself.
pub(crate) fn to(case: CaseId, then: &str, entry: EntryId, line: EntryId, done: &str) -> String {
    let place = place(case, then).unwrap_or_else(|| entry_href(case, entry));
    let join = if place.contains('?') { '&' } else { '?' };
    let mut done = if done.is_empty() { String::new() } else { format!("{join}done={done}") };
    if then == "chronology" {
        // A long chronology is in parts: to the one that has the line.
        let more = if done.is_empty() { '?' } else { '&' };
        done.push_str(&format!("{more}row={line}"));
    }
    format!("{place}{done}#{}", anchor(line))
}

/// Where "back without recording" leads.
pub(crate) fn without(case: CaseId, then: &str, entry: Option<EntryId>) -> String {
    place(case, then).unwrap_or_else(|| entry.map_or_else(|| base(case), |entry| entry_href(case, entry)))
}

fn place(case: CaseId, then: &str) -> Option<String> {
    let base = base(case);
    match then {
        "overview" => Some(base),
        "map" | "efforts" | "people" | "notes" | "gaps" | "entries" | "chronology" | "chronologies"
        | "interviews" | "visibility" | "responses" | "care" | "force" | "intersections" | "ecomap" | "plans"
        | "with-him" | "decisions" | "sessions" | "supervision" => Some(format!("{base}/{then}")),
        "triage" => Some(format!("{base}/triage")),
        _ if then.starts_with("triage:") => {
            let note: EntryId = then.strip_prefix("triage:")?.parse().ok()?;
            Some(format!("{base}/triage?note={note}"))
        }
        _ if then.starts_with("decision:") => {
            let decision: EntryId = then.strip_prefix("decision:")?.parse().ok()?;
            Some(format!("{base}/decisions?of={decision}"))
        }
        _ if then.starts_with("session:") => {
            let session: EntryId = then.strip_prefix("session:")?.parse().ok()?;
            Some(format!("{base}/sessions?of={session}"))
        }
        _ if then.starts_with("note:") => {
            let draft: EntryId = then.strip_prefix("note:")?.parse().ok()?;
            Some(format!("{base}/new/note?draft={draft}"))
        }
        _ => {
            let child: EntryId =
                then.strip_prefix("child:").or_else(|| then.strip_prefix("children/"))?.parse().ok()?;
            Some(format!("{base}/children/{child}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_places_of_the_case_are_known() {
        let case = CaseId(Uuid::from_u128(1));
        let entry = EntryId(Uuid::from_u128(2));
        assert_eq!(to(case, "map", entry, entry, "recorded"), format!("/cases/{case}/map?done=recorded#e-{entry}"));
        for foreign in ["//evil.example", "https://evil.example", "../../work", "child:x", ""] {
            assert_eq!(to(case, foreign, entry, entry, ""), format!("/cases/{case}/entries/{entry}#e-{entry}"));
        }
    }
}
