//! The history of one entry, step by step: what each step changed, field by field, by whom, when and why. Only steps that the
//! reader may have, compared only with steps that the reader may have.

use super::entry_view::{self, Fact};
use super::say::Say;
use practice::entry::Content;
use practice::project::{Seen, SeenChange};
use practice::views::lines::Reader;

/// One step.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    /// When.
    pub(crate) when: String,
    /// What was done.
    pub(crate) what: String,
    /// By whom.
    pub(crate) who: String,
    /// Why; empty for the first recording.
    pub(crate) reason: String,
    /// What says something else than before.
    pub(crate) changes: Vec<Difference>,
    /// Everything as it was said then, where there is nothing before to compare it with.
    pub(crate) whole: Vec<Fact>,
}

/// One field of an entry that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The field.
    pub(crate) name: String,
    /// What it said, a paragraph each.
    pub(crate) before: Vec<String>,
    /// What it says since, a paragraph each.
    pub(crate) after: Vec<String>,
}

/// The steps, the last first.
pub(crate) fn stages(say: &Say<'_>, reader: &Reader<'_>, seen: &Seen) -> Vec<Stage> {
    let facts = |content: &Content| {
        let then = Seen { content: content.clone(), history: Vec::new(), ..seen.clone() };
        entry_view::facts(say, reader, &then)
    };
    let mut before: Option<Content> = None;
    let mut stages = Vec::with_capacity(seen.history.len());
    for step in &seen.history {
        let after = match (&step.content, step.what, &before) {
            (Some(content), ..) => Some(content.as_ref().clone()),
            (None, SeenChange::Relabelled, Some(before)) => Some(Content { label: step.label, ..before.clone() }),
            _ => None,
        };
        let (changes, whole) = match (&before, &after) {
            (Some(before), Some(after)) => (differences(&facts(before), &facts(after)), Vec::new()),
            (None, Some(after)) => (Vec::new(), facts(after)),
            (_, None) => (Vec::new(), Vec::new()),
        };
        stages.push(Stage {
            when: say.moment(step.recorded_at),
            what: say.words.changed(step.what),
            who: step.author.name.to_string(),
            reason: step.reason.as_ref().map(ToString::to_string).unwrap_or_default(),
            changes,
            whole,
        });
        before = after.or(before);
    }
    stages.reverse();
    stages
}

/// What two states of an entry say differently, in the order of the fields.
fn differences(before: &[Fact], after: &[Fact]) -> Vec<Difference> {
    let said = |facts: &[Fact], name: &str| -> Vec<String> {
        facts.iter().filter(|fact| fact.name == name).flat_map(Fact::says).collect()
    };
    let mut names: Vec<&str> = Vec::new();
    for fact in after.iter().chain(before) {
        if !names.contains(&fact.name.as_str()) {
            names.push(&fact.name);
        }
    }
    names
        .into_iter()
        .map(|name| Difference { name: name.to_owned(), before: said(before, name), after: said(after, name) })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::lines::Line;

    fn fact(name: &str, says: &[&str]) -> Fact {
        let values = says.iter().map(|text| Line { text: (*text).to_owned(), ..Line::default() }).collect();
        Fact { name: name.to_owned(), values }
    }

    #[test]
    fn only_what_says_something_else_is_told() {
        let before = [fact("What", &["reads her phone"]), fact("Where", &["at home"]), fact("To whom", &["Ola"])];
        let after = [fact("What", &["reads her phone at night"]), fact("To whom", &["Ola"]), fact("Kind", &["x"])];
        let told = differences(&before, &after);
        let names: Vec<_> = told.iter().map(|difference| difference.name.as_str()).collect();
        assert_eq!(names, ["What", "Kind", "Where"]);
        assert_eq!(told[0].before, ["reads her phone"]);
        assert_eq!((told[2].before.len(), told[2].after.len()), (1, 0));
    }
}
