//! One child put into words: what it does to the child beside what the survivor does for the child.

use super::frame::anchor;
use super::lines::{Line, new_href};
use super::say::Say;
use draw::rail;
use practice::ids::EntryId;
use practice::views::ChildView;
use practice::views::child::ChildRow;
use practice::views::lines::ImpactLine;

/// One behaviour as it reaches the child.
#[derive(Clone, Debug)]
pub(crate) struct RowWords {
    pub(crate) anchor: String,
    pub(crate) letter: String,
    pub(crate) title: String,
    pub(crate) pills: Vec<Pill>,
    pub(crate) impacts: Vec<Line>,
    pub(crate) carried: Vec<Line>,
    pub(crate) ask: String,
    pub(crate) answer_head: String,
    pub(crate) answers: Vec<AnswerWords>,
    pub(crate) add_effort: String,
}

/// A way, in words and by its line pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pill {
    pub(crate) class: &'static str,
    pub(crate) words: String,
}

/// One answer with what it made possible.
#[derive(Clone, Debug)]
pub(crate) struct AnswerWords {
    pub(crate) line: Line,
    pub(crate) made: Vec<String>,
}

/// The child's own words, or words about the child.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub(crate) words: String,
    pub(crate) lang: String,
    pub(crate) said: String,
    pub(crate) href: String,
}

/// The rows of a child's page.
pub(crate) fn rows(say: &Say<'_>, view: &ChildView, survivors: &str) -> Vec<RowWords> {
    view.rows.iter().map(|row| words(say, row, view.child.id, survivors)).collect()
}

fn words(say: &Say<'_>, row: &ChildRow, child: EntryId, survivors: &str) -> RowWords {
    let id = row.behaviour.envelope.id;
    let mut pills: Vec<Pill> = Vec::new();
    for pathway in row.impacts.iter().flat_map(|i| &i.from).filter(|link| link.to == id).filter_map(|l| l.pathway) {
        let pill = Pill { class: rail::class(pathway), words: say.pathway(pathway, survivors) };
        if !pills.iter().any(|known| known.words == pill.words) {
            pills.push(pill);
        }
    }
    let fill = |kind: &str, person: &str| {
        new_href(
            say.case,
            kind,
            &[("behaviour", id.to_string()), (person, child.to_string()), ("then", format!("children/{child}"))],
        )
    };
    RowWords {
        anchor: anchor(id),
        letter: row.letter.clone(),
        title: row.behaviour.title.clone(),
        pills,
        impacts: row.impacts.iter().map(|impact| Line::impact(say, impact)).collect(),
        carried: row.carried.iter().map(|impact| Line::impact(say, impact)).collect(),
        ask: fill("impact", "child"),
        answer_head: say.with("page-answer-to", &[("name", survivors.into()), ("letter", (&row.letter).into())]),
        answers: row
            .answers
            .iter()
            .map(|effort| AnswerWords {
                line: Line::effort(say, effort),
                made: effort
                    .made_possible
                    .iter()
                    .filter(|made| made.person.as_ref().is_none_or(|person| person.id == Some(child)))
                    .map(|made| say.with("page-made-possible", &[("what", (&made.what).into())]))
                    .collect(),
            })
            .collect(),
        add_effort: fill("effort", "person"),
    }
}

/// "Spoken with alone on 11 November 2026, by Amira Nasser."; nothing where nobody has been.
pub(crate) fn seen_alone(say: &Say<'_>, view: &ChildView) -> String {
    let Some(alone) = view.alone.first() else { return String::new() };
    let by = alone.agency.as_ref().unwrap_or(&alone.recorder);
    say.with("child-seen-alone", &[("when", say.words.when(&alone.happened).into()), ("by", by.into())])
}

/// The child's own words, from the sources of what is known of the child.
pub(crate) fn spoken(say: &Say<'_>, view: &ChildView) -> Vec<Spoken> {
    let impacts = view.rows.iter().flat_map(|row| &row.impacts).chain(&view.other_impacts);
    let mut all: Vec<Spoken> = Vec::new();
    // Words that stand as an entry of their own are said there.
    let own = |words: &str| view.voices.iter().any(|voice| voice.words.words.as_str() == words);
    for impact in impacts {
        for spoken in of_impact(say, impact, view.child.id) {
            if !own(&spoken.words) && !all.iter().any(|known| known.words == spoken.words) {
                all.push(spoken);
            }
        }
    }
    all
}

fn of_impact(say: &Say<'_>, impact: &ImpactLine, child: EntryId) -> Vec<Spoken> {
    impact
        .envelope
        .known
        .iter()
        .filter(|known| Say::is_from(known, child))
        .filter_map(|known| {
            let quote = known.words.as_ref()?;
            Some(Spoken {
                words: quote.words.to_string(),
                lang: quote.language.as_ref().map(ToString::to_string).unwrap_or_default(),
                said: say.known(std::slice::from_ref(known)),
                href: super::frame::entry_href(say.case, impact.envelope.id),
            })
        })
        .collect()
}
