//! An invented family: two children, the parent who protects them, the one whose behaviour is the worry, and his former
//! partner elsewhere.

use practice::entry::{Author, Change, Content, Revision};
use practice::event::Opened;
use practice::format::{CaseDocument, FormatName};
use practice::ids::{AccountId, CaseId, EntryId};
use practice::kinds::impact::{ImpactLink, ImpactOn, Pathway};
use practice::kinds::pattern::{Force, Form, Usable};
use practice::kinds::people::{Household, Member, Person, Relationship, RelationshipKind, Role, RoleDecision};
use practice::kinds::{Behaviour, Body, Effort, Impact, Note, Unknown};
use practice::label::Label;
use practice::record::{Draft, Intent};
use practice::source::{How, Link, Source, Who};
use practice::text::{Code, Text};
use practice::when::{Happened, Recurrence, Until};
use uuid::Uuid;

/// A family with the ids of its entries. Two families with different seeds share no id.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// The case.
    pub case: CaseId,
    /// A girl of eight.
    pub lena: EntryId,
    /// A boy of four.
    pub tomek: EntryId,
    /// The father. Uses a pattern of coercive control.
    pub marek: EntryId,
    /// The mother. Protects the children.
    pub sara: EntryId,
    /// His former partner, in another town.
    pub ines: EntryId,
    /// He reads her telephone every night.
    pub monitoring: EntryId,
    /// He did so with his former partner too.
    pub earlier: EntryId,
    /// She takes the children to the neighbour when he comes home drunk.
    pub calming: EntryId,
    /// She hides money. Survivor-confidential.
    pub hidden_money: EntryId,
    /// Lena does not sleep.
    pub sleep: EntryId,
    /// A household whose very name tells where she is. Sealed.
    pub refuge: EntryId,
    /// A question nobody has asked yet.
    pub question: EntryId,
    /// A note.
    pub note: EntryId,
    /// A lawyer's advice. Privileged; not among [`Family::drafts`].
    pub advice: EntryId,
    seed: u64,
}

/// A text that is known to be one.
#[must_use]
pub fn text(words: &str) -> Text {
    Text::parse(words).expect("a text")
}

/// A content with nothing in its envelope but the label.
#[must_use]
pub fn content(label: Label, body: Body) -> Content {
    Content {
        happened: Happened::NotKnown,
        occasion: None,
        sources: Vec::new(),
        disputes: Vec::new(),
        label,
        pack: None,
        body,
    }
}

fn person(name: &str, born: Option<&str>) -> Person {
    Person {
        name: text(name),
        known_as: None,
        aliases: Vec::new(),
        born: born.map(|date| date.parse().expect("a date")),
        unborn: false,
        died: None,
        gender: None,
        pronouns: None,
        languages: Vec::new(),
        capacity: None,
    }
}

fn told_by(who: EntryId, label: Option<Label>) -> Source {
    Source { how: How::ToldDirectly { by: Who::Person(who) }, on: None, words: None, label }
}

fn code(code: &str) -> Code {
    Code::parse(code).expect("a code")
}

impl Family {
    /// The family of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let id = |n| EntryId(uuid_of(seed, n));
        Self {
            case: CaseId(uuid_of(seed, 0)),
            lena: id(1),
            tomek: id(2),
            marek: id(3),
            sara: id(4),
            ines: id(5),
            monitoring: id(6),
            earlier: id(7),
            calming: id(8),
            hidden_money: id(9),
            sleep: id(10),
            refuge: id(11),
            question: id(12),
            note: id(13),
            advice: id(14),
            seed,
        }
    }

    /// A further id that belongs to this family alone. 100 and above.
    #[must_use]
    pub fn id(&self, n: u64) -> EntryId {
        EntryId(uuid_of(self.seed, n))
    }

    /// The entries, as the drafts of one sitting.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        self.contents()
            .into_iter()
            .map(|(id, content)| Draft { id, intent: Intent::Record(Box::new(content)) })
            .collect()
    }

    /// The entries with their ids, in the order in which they are recorded.
    #[must_use]
    pub fn contents(&self) -> Vec<(EntryId, Content)> {
        let open = Label::Professional;
        let mut all = vec![
            (self.lena, content(open, Body::Person(person("Lena Wiśniewska", Some("2018-05-02"))))),
            (self.tomek, content(open, Body::Person(person("Tomek Wiśniewski", Some("2022-09"))))),
            (self.marek, content(open, Body::Person(person("Marek Wiśniewski", Some("1988"))))),
            (self.sara, content(open, Body::Person(person("Sara Okafor", Some("1990-03-11"))))),
            (self.ines, content(open, Body::Person(person("Inês Duarte", None)))),
        ];
        let roles = [
            (self.lena, Role::Child),
            (self.tomek, Role::Child),
            (self.marek, Role::Perpetrator),
            (self.sara, Role::Survivor),
            (self.ines, Role::Survivor),
        ];
        for (n, (who, role)) in (20..).zip(roles) {
            let decision = RoleDecision {
                person: who,
                role,
                relationship: None,
                period: None,
                reason: None,
                review: None,
                open_questions: Vec::new(),
            };
            all.push((self.id(n), content(open, Body::RoleDecision(decision))));
        }
        let related = [
            (RelationshipKind::Parent, self.sara, self.lena),
            (RelationshipKind::Parent, self.sara, self.tomek),
            (RelationshipKind::Parent, self.marek, self.lena),
            (RelationshipKind::Parent, self.marek, self.tomek),
            (RelationshipKind::FormerPartner, self.ines, self.marek),
        ];
        for (n, (kind, from, to)) in (30..).zip(related) {
            let relationship = Relationship { kind, from, to, period: None, remark: None };
            all.push((self.id(n), content(open, Body::Relationship(relationship))));
        }
        all.extend(self.pattern());
        all
    }

    fn pattern(&self) -> Vec<(EntryId, Content)> {
        let open = Label::Professional;
        let behaviour = |act: &str, target: EntryId| Behaviour {
            actor: self.marek,
            act: text(act),
            title: Some(text("Telephone")),
            targets: vec![target],
            categories: vec![code("monitoring")],
            setting: None,
            through: Vec::new(),
            relationship: None,
            form: Form::Act,
            force: Force::Control,
            usable_with_actor: Usable::No,
            answers_effort: Vec::new(),
        };
        let effort = |act: &str, category: &str| Effort {
            actor: self.sara,
            act: text(act),
            for_whom: vec![self.lena, self.tomek],
            answers: vec![Link { to: self.monitoring, basis: None }],
            categories: vec![code(category)],
            made_possible: Vec::new(),
            cost: None,
            obstacle: None,
            followed: None,
            safe_wording: None,
            wants_heard_by: None,
        };
        let mut monitoring =
            content(open, Body::Behaviour(behaviour("Reads her telephone every night", self.sara)));
        monitoring.happened = Happened::Over {
            from: Some("2024-09".parse().expect("a date")),
            until: Until::Ongoing,
            recurrence: Recurrence::MostDays,
        };
        monitoring.sources = vec![told_by(self.sara, None), told_by(self.ines, Some(Label::ThirdParty))];
        let impact = Impact {
            on: ImpactOn::Child(self.lena),
            what: text("Lies awake until he is asleep"),
            domains: vec![code("sleep")],
            from: vec![ImpactLink { behaviour: self.monitoring, pathway: Pathway::Direct, basis: None }],
            none_seen: None,
        };
        let refuge = Household {
            name: text("Sara and the children, Larch House"),
            members: vec![Member { person: self.sara, period: None }],
        };
        let question = Unknown {
            question: text("How does Tomek sleep since September?"),
            could_answer: Some(Who::Other(text("nursery"))),
            safely: None,
            about: vec![self.tomek],
            behaviour: None,
            pathway: None,
            answer: None,
            answered_in: Vec::new(),
        };
        let note = Note {
            title: text("Telephone call"),
            text: text("Sara called from work. She was alone."),
            about: vec![self.sara],
            addendum_to: None,
        };
        vec![
            (self.monitoring, monitoring),
            (self.earlier, content(open, Body::Behaviour(behaviour("Read her letters", self.ines)))),
            (self.calming, content(open, Body::Effort(effort("Takes the children to the neighbour", "calming")))),
            (
                self.hidden_money,
                content(Label::SurvivorConfidential, Body::Effort(effort("Puts ten pounds aside", "hidden_money"))),
            ),
            (self.sleep, content(open, Body::Impact(impact))),
            (self.refuge, content(Label::Sealed, Body::Household(refuge))),
            (self.question, content(open, Body::Unknown(question))),
            (self.note, content(Label::Staff, Body::Note(note))),
        ]
    }

    /// A note between a lawyer and Sara: for imports, because nobody may record it on a page yet.
    #[must_use]
    pub fn privileged(&self) -> Content {
        content(
            Label::Privileged,
            Body::Note(Note {
                title: text("Advice"),
                text: text("About the order"),
                about: vec![self.sara],
                addendum_to: None,
            }),
        )
    }

    /// The family as a file, with the privileged note, and so many further questions.
    #[must_use]
    pub fn document(&self, further: u64) -> CaseDocument {
        let author = Author { id: AccountId(uuid_of(self.seed, 90)), name: text("Amina Rahman") };
        let at = "2026-10-01T10:00:00Z".parse().expect("a time");
        let questions = (0..further).map(|n| {
            let unknown = Unknown {
                question: text(&format!("What happened on day {n}?")),
                could_answer: None,
                safely: None,
                about: vec![self.lena],
                behaviour: None,
                pathway: None,
                answer: None,
                answered_in: Vec::new(),
            };
            (self.id(1000 + n), content(Label::Professional, Body::Unknown(unknown)))
        });
        let entries = self
            .contents()
            .into_iter()
            .chain([(self.advice, self.privileged())])
            .chain(questions)
            .map(|(id, content)| Revision {
                id,
                revision: 1,
                author: author.clone(),
                recorded_at: at,
                reason: None,
                change: Change::Recorded(Box::new(content)),
            })
            .collect();
        let case = Opened { case: self.case, author, opened_at: at, reference: None, invented: true };
        CaseDocument { format: FormatName::V1, case, entries, removed: Vec::new() }
    }

    /// The same, as the text of a file.
    #[must_use]
    pub fn file(&self, further: u64) -> String {
        self.document(further).to_json().expect("a document becomes JSON")
    }
}

/// A UUIDv7 that depends only on the seed and the number.
fn uuid_of(seed: u64, n: u64) -> Uuid {
    let mut random = [0_u8; 10];
    for (slot, byte) in
        random.iter_mut().zip(seed.to_be_bytes().into_iter().skip(4).chain(n.to_be_bytes().into_iter().skip(2)))
    {
        *slot = byte;
    }
    uuid::Builder::from_unix_timestamp_millis(1_790_000_000_000_u64.saturating_add(n), &random).into_uuid()
}
