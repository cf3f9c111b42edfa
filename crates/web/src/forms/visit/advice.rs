//! "Before you leave this page": what this visit says nothing about. Advice only; it never stops anybody.

use super::line::Line;
use crate::forms::kind::read_body;
use crate::forms::raw::Raw;
use crate::forms::reading::{Reading, Tools};
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::people::Role;
use std::collections::BTreeSet;

/// One piece of advice: a question, and the line it begins when somebody takes it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Advice {
    /// What the button sends.
    pub(crate) code: String,
    /// The question.
    pub(crate) words: String,
}

/// The advice for the lines of a visit.
pub(crate) fn advice(lines: &[Line], tools: Tools<'_>) -> Vec<Advice> {
    let words = tools.words;
    let spoken: BTreeSet<EntryId> = lines
        .iter()
        .filter_map(|line| read_body(line.kind, &mut Reading::new(&line.raw, tools)))
        .flat_map(|body| Line::names(&body))
        .collect();
    let mut advice: Vec<Advice> = tools
        .scene
        .with(Role::Child)
        .filter(|child| !spoken.contains(&child.id))
        .map(|child| Advice {
            code: format!("child:{}", child.id),
            words: words.say_with("visit-advice-child", &[("name", child.name.as_str().into())]),
        })
        .collect();
    let has = |kind: Kind| lines.iter().any(|line| line.kind == kind);
    for survivor in tools.scene.cast.survivors() {
        let name = survivor.name.as_str();
        if !has(Kind::Effort) {
            advice.push(Advice {
                code: format!("effort:{}", survivor.id),
                words: words.say_with("visit-advice-effort", &[("name", name.into())]),
            });
        }
        let asked = lines.iter().any(|line| {
            let id = survivor.id.to_string();
            match line.kind {
                Kind::Unknown => line.raw.all("about").any(|about| about == id),
                // What she wants was asked, and is in her own words.
                Kind::Voice => line.raw.one("whose") == id,
                _ => false,
            }
        });
        if !asked {
            advice.push(Advice {
                code: format!("wish:{}", survivor.id),
                words: words.say_with("visit-advice-wish", &[("name", name.into())]),
            });
        }
    }
    advice
}

/// The line that a piece of advice begins: its kind, and what is known of it.
pub(crate) fn begin(code: &str, tools: Tools<'_>) -> Option<(Kind, Raw)> {
    let (what, id) = code.split_once(':')?;
    let person: EntryId = id.parse().ok()?;
    let name = tools.scene.name(person)?;
    let mut raw = Raw::default();
    let kind = match what {
        "child" => {
            raw.set("on", format!("child:{person}"));
            Kind::Impact
        }
        "effort" => {
            raw.set("actor", person.to_string());
            Kind::Effort
        }
        "wish" => {
            raw.set("about", person.to_string());
            raw.set(
                "question",
                words::unmarked(&tools.words.say_with("visit-advice-wish", &[("name", name.into())])),
            );
            Kind::Unknown
        }
        _ => return None,
    };
    Some((kind, raw))
}
