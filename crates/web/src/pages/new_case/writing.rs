//! A new case as entries: people, their parts and how they are related, what was reported, and what nobody has said yet.

use super::reading::{Referral, Somebody};
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::people::{Person, Relationship, RelationshipKind, Role, RoleDecision};
use practice::kinds::{Body, Note, Unknown};
use practice::label::Label;
use practice::pack::Pack;
use practice::record::{Draft, Intent};
use practice::source::{How, Source, Who};
use practice::text::Text;
use practice::when::Happened;
use uuid::Uuid;
use words::Words;

/// The entries, each after those it links to. The same form makes the same entries, so that sending it twice is once.
pub(super) fn entries(referral: &Referral, pack: &Pack, words: &Words) -> Vec<Draft> {
    let mut out = Out { drafts: Vec::new(), pack: Text::parse(&pack.stamp()).ok(), sources: sources(referral) };
    let adults: Vec<(&Somebody, Role)> = [
        referral.worry.as_ref().map(|somebody| (somebody, Role::Perpetrator)),
        referral.carer.as_ref().map(|somebody| (somebody, Role::Survivor)),
    ]
    .into_iter()
    .flatten()
    .collect();
    for child in &referral.children {
        out.person(child);
        out.role(child, Role::Child, referral);
    }
    for (adult, role) in &adults {
        out.person(adult);
        out.role(adult, *role, referral);
        for child in &referral.children {
            if let Some(tie) = adult.tie {
                out.related(adult.id, child.id, tie);
            }
        }
    }
    if let (Some(union), Some(worry), Some(carer)) = (referral.union, &referral.worry, &referral.carer) {
        out.related(worry.id, carer.id, union);
    }
    out.report(referral, words);
    out.not_yet_said(referral, words);
    out.drafts
}

fn sources(referral: &Referral) -> Vec<Source> {
    let Some(report) = &referral.report else { return Vec::new() };
    let Some(by) = &report.by else { return Vec::new() };
    vec![Source {
        how: How::ToldDirectly { by: Who::Other(by.clone()) },
        on: report.on,
        words: None,
        label: report.protect.then_some(Label::ThirdParty),
    }]
}

struct Out {
    drafts: Vec<Draft>,
    pack: Option<Text>,
    sources: Vec<Source>,
}

impl Out {
    fn push(&mut self, id: EntryId, body: Body, sources: Vec<Source>, happened: Happened) {
        let content = Content {
            happened,
            occasion: None,
            sources,
            disputes: Vec::new(),
            label: Label::Professional,
            pack: self.pack.clone(),
            body,
        };
        self.drafts.push(Draft { id, intent: Intent::Record(Box::new(content)) });
    }

    fn person(&mut self, somebody: &Somebody) {
        let person = Person {
            name: somebody.name.clone(),
            known_as: None,
            aliases: Vec::new(),
            born: somebody.born,
            unborn: false,
            died: None,
            gender: None,
            pronouns: None,
            languages: Vec::new(),
            capacity: None,
        };
        self.push(somebody.id, Body::Person(person), Vec::new(), Happened::NotKnown);
    }

    fn role(&mut self, somebody: &Somebody, role: Role, referral: &Referral) {
        let undecided = referral.undecided.as_ref().filter(|_| role != Role::Child);
        let decision = RoleDecision {
            person: somebody.id,
            role: if undecided.is_some() { Role::Undetermined } else { role },
            relationship: None,
            period: None,
            reason: None,
            review: undecided.map(|undecided| undecided.review),
            open_questions: undecided.map(|undecided| undecided.question.clone()).into_iter().collect(),
        };
        // That a child is a child of the family needs no source; who causes harm was told by somebody.
        let sources = if role == Role::Child { Vec::new() } else { self.sources.clone() };
        self.push(derived(somebody.id, "role"), Body::RoleDecision(decision), sources, Happened::NotKnown);
    }

    fn related(&mut self, from: EntryId, to: EntryId, kind: RelationshipKind) {
        let relationship = Relationship { kind, from, to, period: None, remark: None };
        let id = derived(from, &to.to_string());
        self.push(id, Body::Relationship(relationship), Vec::new(), Happened::NotKnown);
    }

    fn report(&mut self, referral: &Referral, words: &Words) {
        let Some(report) = &referral.report else { return };
        let Ok(title) = Text::parse(&words.say("new-case-report-title")) else { return };
        let about = referral.children.iter().map(|child| child.id).collect();
        let note = Note { title, text: report.text.clone(), about, addendum_to: None };
        let happened = report.on.map_or(Happened::NotKnown, Happened::On);
        let sources = self.sources.clone();
        self.push(derived(EntryId(referral.case.0), "report"), Body::Note(note), sources, happened);
    }

    /// What the form was silent about, as questions: an empty field must not look like an answer.
    fn not_yet_said(&mut self, referral: &Referral, words: &Words) {
        let about: Vec<EntryId> = referral.children.iter().map(|child| child.id).collect();
        let silent = [
            (referral.worry.is_none(), "worry", "new-case-unknown-worry"),
            (referral.carer.is_none(), "carer", "new-case-unknown-carer"),
            (referral.report.is_none(), "report", "new-case-unknown-report"),
            (
                referral.report.as_ref().is_some_and(|report| report.by.is_none()),
                "reported_by",
                "new-case-unknown-reporter",
            ),
        ];
        for (_, what, key) in silent.into_iter().filter(|(silent, ..)| *silent) {
            let Ok(question) = Text::parse(&words.say(key)) else { continue };
            let unknown = Unknown {
                question,
                could_answer: None,
                safely: None,
                about: about.clone(),
                behaviour: None,
                pathway: None,
                answer: None,
                answered_in: Vec::new(),
            };
            let id = derived(EntryId(referral.case.0), &format!("unknown-{what}"));
            self.push(id, Body::Unknown(unknown), Vec::new(), Happened::NotKnown);
        }
    }
}

/// An id that follows from another one: the time of that one, and a tail of its own.
fn derived(from: EntryId, what: &str) -> EntryId {
    let bytes = from.0.as_bytes();
    let mut hash = blake3::Hasher::new();
    hash.update(bytes).update(what.as_bytes());
    let mut tail = [0_u8; 10];
    hash.finalize_xof().fill(&mut tail);
    let millis = bytes.iter().take(6).fold(0_u64, |millis, byte| (millis << 8) | u64::from(*byte));
    EntryId(uuid_of(millis, tail))
}

fn uuid_of(millis: u64, tail: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_makes_the_same_ids_and_different_parts_different_ones() {
        let from = EntryId(Uuid::from_u128(0x0190_1234_5678_7abc_8def_0123_4567_89ab));
        assert_eq!(derived(from, "role"), derived(from, "role"));
        assert_ne!(derived(from, "role"), derived(from, "report"));
        assert_eq!(derived(from, "role").0.get_version_num(), 7);
        assert_eq!(derived(from, "role").0.as_bytes()[..6], from.0.as_bytes()[..6]);
    }
}
