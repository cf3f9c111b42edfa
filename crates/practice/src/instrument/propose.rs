//! What answers become: proposals of entries, each with the fields the answers fill and with whom it is most likely about.
//! Nothing is recorded by it; somebody confirms each, changes it, or leaves it as an answer.

use super::{Form, GoesTo, Instrument, Question};
use crate::cast::Cast;
use crate::ids::EntryId;
use crate::kinds::Kind;
use crate::kinds::interview::{Answer, Interview, Said};
use crate::kinds::people::Role;
use crate::text::Code;

/// A value of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// Words.
    Words(String),
    /// A code of the pack or of a closed set.
    Code(Code),
    /// Somebody.
    Person(EntryId),
}

/// An entry that answers could become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The places of its answers in the interview; the first is the one that made it.
    pub answers: Vec<usize>,
    /// Of which kind.
    pub kind: Kind,
    /// Its fields, as in the file format: `act`, `targets`, `categories`.
    pub fields: Vec<(&'static str, Put)>,
    /// The language of the person's own words, where it was said.
    pub language: Option<String>,
    /// The person's own words, where the answer is in them.
    pub quoted: Option<String>,
}

/// The proposals of an interview that nobody has looked at yet, in the order of its answers. A question that the instrument
/// no longer has makes none: its answer stays as it is.
#[must_use]
pub fn proposals(instrument: &Instrument, interview: &Interview, cast: &Cast) -> Vec<Proposal> {
    let mut out: Vec<(Code, Option<EntryId>, Proposal)> = Vec::new();
    for (at, answer) in interview.answers.iter().enumerate().filter(|(_, answer)| Interview::is_open(answer)) {
        let Some(question) = instrument.question(&answer.question) else { continue };
        let Some(to) = &question.goes_to else { continue };
        let Some(words) = words(&answer.said) else { continue };
        if let Some(into) = &to.into
            && let Some((_, _, proposal)) =
                out.iter_mut().find(|(code, about, _)| code == into && *about == answer.about)
        {
            proposal.answers.push(at);
            proposal.fields.extend(field(to).map(|field| (field, Put::Words(words))));
            continue;
        }
        let mut proposal = Proposal {
            answers: vec![at],
            kind: to.kind,
            fields: people(to, answer, interview, cast),
            language: None,
            quoted: None,
        };
        if let Said::Words(quote) = &answer.said {
            proposal.language = quote.language.as_ref().map(ToString::to_string);
            proposal.quoted = Some(quote.words.to_string()).filter(|_| to.kind != Kind::Voice);
        }
        proposal.fields.extend(filled(question, to, answer, words));
        out.push((answer.question.clone(), answer.about, proposal));
    }
    out.into_iter().map(|(_, _, proposal)| proposal).collect()
}

/// What was said, as words that an entry can begin with. Daily care has fields of its own.
fn words(said: &Said) -> Option<String> {
    match said {
        Said::Text(text) | Said::Number(text) => Some(text.to_string()),
        Said::Words(quote) => Some(quote.words.to_string()),
        Said::Chosen(chosen) => Some(chosen.iter().map(|one| one.words.as_str()).collect::<Vec<_>>().join("; ")),
        // A yes says nothing that an entry could be made of; nor does a name alone.
        Said::YesNo(_) | Said::On(_) | Said::Somebody(_) => None,
        Said::Care(care) => (!care.is_empty()).then(String::new),
    }
}

/// The fields that the answer and the instrument fill.
fn filled(question: &Question, to: &GoesTo, answer: &Answer, words: String) -> Vec<(&'static str, Put)> {
    let mut fields = Vec::new();
    match &answer.said {
        Said::Care(care) if question.answer == Form::CareRow => {
            let said = [
                ("does", &care.does),
                ("decides", &care.decides),
                ("good", &care.good),
                ("changes", &care.changes),
            ];
            fields.extend(
                said.into_iter()
                    .filter_map(|(field, text)| text.as_ref().map(|text| (field, Put::Words(text.to_string())))),
            );
        }
        _ => fields.extend(field(to).map(|field| (field, Put::Words(words)))),
    }
    if to.kind == Kind::Voice {
        fields.push(("asked", Put::Words(answer.asked.to_string())));
    }
    for key in ["categories", "pathway", "domains", "area", "factor", "mechanism", "step", "sector", "form"] {
        fields.extend(to.fixed(key).iter().map(|code| (key, Put::Code(code.clone()))));
    }
    fields
}

/// The field that an answer fills, as a constant of ours.
fn field(to: &GoesTo) -> Option<&'static str> {
    GoesTo::places()
        .find(|(kind, _)| *kind == to.kind)
        .and_then(|(_, fields)| fields.iter().copied().find(|field| *field == to.field))
}

/// With whom it is most likely about: the person who answered, the one it is about, the child of whom it was asked.
fn people(to: &GoesTo, answer: &Answer, interview: &Interview, cast: &Cast) -> Vec<(&'static str, Put)> {
    let with = interview.with.first().copied();
    let is = |person: EntryId, role: Role| cast.is(person, role);
    let harm = with
        .filter(|person| is(*person, Role::Perpetrator))
        .or_else(|| interview.about.first().copied())
        .or_else(|| cast.with(Role::Perpetrator).chain(cast.with(Role::Undetermined)).next().map(|p| p.id));
    let hold = with.filter(|person| is(*person, Role::Survivor)).or_else(|| cast.survivors().next().map(|p| p.id));
    let child = answer.about.or(with.filter(|person| is(*person, Role::Child)));
    let children = || -> Vec<EntryId> {
        child.map_or_else(|| cast.with(Role::Child).map(|child| child.id).collect(), |child| vec![child])
    };
    let mut out = Vec::new();
    let mut put = |field: &'static str, person: Option<EntryId>| {
        out.extend(person.map(|person| (field, Put::Person(person))));
    };
    match to.kind {
        Kind::Behaviour => {
            put("actor", harm);
            put("targets", child.or(hold));
        }
        Kind::Effort => {
            put("actor", hold);
            put("for_whom", child);
        }
        Kind::Impact => match to.fixed("on").first().map(Code::as_str) {
            Some("parenting") => put("on_parenting", hold),
            Some("family") => out.extend(to.fixed("on").first().map(|code| ("on_family", Put::Code(code.clone())))),
            _ => put("on_child", child),
        },
        Kind::Voice => put("whose", child.or(with)),
        Kind::DailyCare | Kind::CareConcern => {
            put("carer", with.filter(|person| !is(*person, Role::Child)).or(hold));
            for child in children() {
                put("children", Some(child));
            }
        }
        Kind::Intersection => put("whose", child.or(with).or(hold)),
        Kind::Unknown => put("about", child.or(harm)),
        Kind::WorkerSafety => put("about", harm),
        Kind::PartneringStep => put("with", hold),
        _ => {}
    }
    out
}
