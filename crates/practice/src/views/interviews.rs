//! Interviews and results of risk tools: what was asked in which words, what was said, which entries came of it; and the same
//! questions of several adults, side by side. No count, no score.

use super::lines::{Envelope, Named, Reader};
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::interview::{Interview, Said};
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::{Projection, Seen};
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Interviews and results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InterviewsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The interviews, the latest first.
    pub interviews: Vec<InterviewLine>,
    /// The same questions of several adults, one part for each instrument that more than one adult answered.
    pub side_by_side: Vec<SideBySide>,
    /// Results of risk tools. They stand beneath everything else.
    pub tool_results: Vec<ToolResultLine>,
}

/// One interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InterviewLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The instrument.
    pub instrument: Code,
    /// Its version then.
    pub version: u32,
    /// What it was called then.
    pub title: String,
    /// Who answered.
    pub with: Vec<Named>,
    /// Whom it is about.
    pub about: Vec<Named>,
    /// Whether alone. None: nobody said.
    pub alone: Option<bool>,
    /// Who could overhear.
    pub could_overhear: Option<String>,
    /// Who interpreted.
    pub interpreter: Option<String>,
    /// What was answered.
    pub answers: Vec<AnswerLine>,
    /// What was left out, and why.
    pub skipped: Vec<SkippedLine>,
    /// Whether the person agreed to what is kept. None: not asked.
    pub kept: Option<bool>,
    /// In their words.
    pub kept_words: Option<String>,
    /// Whether it is finished.
    pub finished: bool,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AnswerLine {
    /// The question.
    pub question: Code,
    /// About which child.
    pub about: Option<Named>,
    /// The words in which it was asked.
    pub asked: String,
    /// What was said.
    pub said: Said,
    /// Whom it names, where it names somebody.
    pub somebody: Option<Named>,
    /// The entries that came of it.
    pub entries: Vec<EntryId>,
    /// Whether nobody has looked yet at what it becomes.
    pub open: bool,
}

/// What was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SkippedLine {
    /// The question.
    pub question: Code,
    /// About which child.
    pub about: Option<Named>,
    /// Why.
    pub why: String,
}

/// The same questions of several adults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideBySide {
    /// The instrument.
    pub instrument: Code,
    /// What it is called.
    pub title: String,
    /// The adults: everybody of the family whom it is for, whether asked or not.
    pub people: Vec<Named>,
    /// One row for each question that one of them was asked.
    pub rows: Vec<SideRow>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideRow {
    /// The question.
    pub question: Code,
    /// The words in which it was asked.
    pub asked: String,
    /// What each said, in the order of the people. Empty: not asked.
    pub cells: Vec<Vec<SideCell>>,
}

/// What one of them said, in one interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideCell {
    /// The interview.
    pub interview: EntryId,
    /// What was said.
    pub said: Said,
}

/// A result of a risk tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ToolResultLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The tool.
    pub tool: String,
    /// What it came to, in its own words.
    pub result: String,
    /// Who filled it in.
    pub by: String,
    /// Whom it is about.
    pub about: Vec<Named>,
    /// For what.
    pub what_for: Option<String>,
    /// What it did not ask, or what was not known.
    pub not_known: Option<String>,
}

/// Makes the view.
#[must_use]
pub fn interviews(projection: &Projection, pack: &Pack, as_of: Date) -> InterviewsView {
    let reader = Reader::new(projection, as_of);
    let mut interviews = Vec::new();
    for seen in projection.current() {
        if let Body::Interview(interview) = &seen.content.body {
            interviews.push(line(&reader, seen, interview));
        }
    }
    let side_by_side = side_by_side(&reader, &interviews, pack);
    // The latest first; what happened at the same time stays in the order in which it was recorded.
    interviews.reverse();
    InterviewsView { as_of, interviews, side_by_side, tool_results: tool_results(&reader) }
}

/// The results of risk tools, the latest first.
pub(crate) fn tool_results(reader: &Reader<'_>) -> Vec<ToolResultLine> {
    let mut results: Vec<ToolResultLine> = reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::ToolResult(result) => Some((seen, result)),
            _ => None,
        })
        .map(|(seen, result)| ToolResultLine {
            envelope: reader.envelope(seen),
            tool: result.tool.to_string(),
            result: result.result.to_string(),
            by: result.by.to_string(),
            about: result.about.iter().map(|id| reader.person(*id)).collect(),
            what_for: result.what_for.as_ref().map(ToString::to_string),
            not_known: result.not_known.as_ref().map(ToString::to_string),
        })
        .collect();
    results.reverse();
    results
}

fn line(reader: &Reader<'_>, seen: &Seen, interview: &Interview) -> InterviewLine {
    let named = |ids: &[EntryId]| ids.iter().map(|id| reader.person(*id)).collect();
    let text = |text: &Option<crate::text::Text>| text.as_ref().map(ToString::to_string);
    InterviewLine {
        envelope: reader.envelope(seen),
        instrument: interview.instrument.clone(),
        version: interview.version,
        title: interview.title.to_string(),
        with: named(&interview.with),
        about: named(&interview.about),
        alone: interview.alone,
        could_overhear: text(&interview.could_overhear),
        interpreter: text(&interview.interpreter),
        answers: interview
            .answers
            .iter()
            .map(|answer| AnswerLine {
                question: answer.question.clone(),
                about: answer.about.map(|id| reader.person(id)),
                asked: answer.asked.to_string(),
                somebody: match &answer.said {
                    Said::Somebody(who) => Some(reader.who(who)),
                    _ => None,
                },
                said: answer.said.clone(),
                entries: answer.entries.clone(),
                open: Interview::is_open(answer),
            })
            .collect(),
        skipped: interview
            .skipped
            .iter()
            .map(|skipped| SkippedLine {
                question: skipped.question.clone(),
                about: skipped.about.map(|id| reader.person(id)),
                why: skipped.why.to_string(),
            })
            .collect(),
        kept: interview.kept.as_ref().map(|kept| kept.agreed),
        kept_words: interview.kept.as_ref().and_then(|kept| text(&kept.words)),
        finished: interview.finished,
    }
}

/// Instruments that are for each adult, with what each of them said. Whoever was not asked has an empty place.
fn side_by_side(reader: &Reader<'_>, interviews: &[InterviewLine], pack: &Pack) -> Vec<SideBySide> {
    let mut parts: Vec<SideBySide> = Vec::new();
    for interview in interviews {
        let each = pack
            .instruments
            .get(&interview.instrument)
            .is_some_and(|instrument| instrument.for_whom == crate::instrument::ForWhom::EachAdult);
        let several =
            interviews.iter().any(|other| other.instrument == interview.instrument && other.with != interview.with);
        if !each && !several || interview.with.is_empty() {
            continue;
        }
        let at = parts.iter().position(|part| part.instrument == interview.instrument);
        let at = at.unwrap_or_else(|| {
            parts.push(SideBySide {
                instrument: interview.instrument.clone(),
                title: interview.title.clone(),
                people: parents(reader),
                rows: Vec::new(),
            });
            parts.len() - 1
        });
        if let Some(part) = parts.get_mut(at) {
            add(part, interview);
        }
    }
    parts
}

/// The adults of this family with a part in it.
fn parents(reader: &Reader<'_>) -> Vec<Named> {
    let cast = &reader.cast;
    let adults = cast.survivors().chain(cast.with(Role::Perpetrator)).chain(cast.with(Role::Undetermined));
    let mut out: Vec<Named> = Vec::new();
    for person in adults {
        if !out.iter().any(|known| known.id == Some(person.id)) {
            out.push(reader.person(person.id));
        }
    }
    out
}

fn add(part: &mut SideBySide, interview: &InterviewLine) {
    for person in &interview.with {
        if !part.people.contains(person) {
            part.people.push(person.clone());
            part.rows.iter_mut().for_each(|row| row.cells.push(Vec::new()));
        }
        let Some(column) = part.people.iter().position(|known| known == person) else { continue };
        for answer in &interview.answers {
            let asked = match &answer.about {
                Some(child) => format!("{}: {}", child.name, answer.asked),
                None => answer.asked.clone(),
            };
            let at = part
                .rows
                .iter()
                .position(|row| row.question == answer.question && (answer.about.is_none() || row.asked == asked));
            let at = at.unwrap_or_else(|| {
                let cells = part.people.iter().map(|_| Vec::new()).collect();
                part.rows.push(SideRow { question: answer.question.clone(), asked, cells });
                part.rows.len() - 1
            });
            if let Some(cell) = part.rows.get_mut(at).and_then(|row| row.cells.get_mut(column)) {
                cell.push(SideCell { interview: interview.envelope.id, said: answer.said.clone() });
            }
        }
    }
}
