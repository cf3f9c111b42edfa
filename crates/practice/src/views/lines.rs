//! The lines that views are made of: one behaviour, one effort, one impact, with names instead of ids and how each is
//! known.

use crate::cast::{Cast, PersonLine};
use crate::entry::Content;
use crate::ids::{EntryId, OccasionId};
use crate::kinds::impact::{ImpactOn, Pathway};
use crate::kinds::intersections::Mechanism;
use crate::kinds::pattern::{Force, Form, Usable};
use crate::kinds::{Behaviour, Body, Effort, Impact, Intersection};
use crate::label::Label;
use crate::project::{Projection, Seen};
use crate::source::{Basis, How, Quote, Source, Who, unconfirmed};
use crate::text::Code;
use crate::when::{ApproxDate, Happened};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A person named in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// The person entry, where there is one.
    pub id: Option<EntryId>,
    /// What to call them.
    pub name: String,
}

/// One way in which an entry is known, with names. Never a grade, never a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Known {
    /// How.
    pub how: KnownHow,
    /// When it was told or seen.
    pub on: Option<ApproxDate>,
    /// The person's own words.
    pub words: Option<Quote>,
}

/// How, with names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KnownHow {
    /// Seen or heard by whoever recorded it.
    SeenByRecorder {
        /// The recorder.
        recorder: String,
    },
    /// Said by the person.
    ToldDirectly {
        /// Who.
        by: Named,
    },
    /// Passed on.
    ToldByAnother {
        /// By whom.
        by: Named,
        /// Whose account it is.
        whose: Option<Named>,
    },
    /// In a record.
    InRecord {
        /// Which.
        record: String,
        /// Whose account it repeats.
        whose: Option<Named>,
    },
    /// From a note of this case.
    FromNote {
        /// The note.
        note: EntryId,
        /// What it is about.
        title: String,
    },
    /// Read in an earlier note.
    TakenFromNote {
        /// The note.
        note: EntryId,
        /// What it is about.
        title: String,
        /// Whether a person or another record says so too, as far as this reader may know.
        confirmed: bool,
    },
}

/// "It is not so", in somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disputed {
    /// Who.
    pub by: Named,
    /// In their words.
    pub words: String,
    /// When.
    pub on: Option<ApproxDate>,
}

/// What every line has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Envelope {
    /// The entry.
    pub id: EntryId,
    /// When it happened.
    pub happened: Happened,
    /// How it is known.
    pub known: Vec<Known>,
    /// By whom it is disputed.
    pub disputed: Vec<Disputed>,
    /// Who may see it.
    pub label: Label,
    /// The sitting it came from.
    pub occasion: Option<OccasionId>,
}

/// A behaviour as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BehaviourLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Who does it.
    pub actor: Named,
    /// What, in plain words.
    pub act: String,
    /// A few words to find it by: the title given, else the beginning of the act.
    pub title: String,
    /// To whom.
    pub targets: Vec<Named>,
    /// Codes of the pack.
    pub categories: Vec<Code>,
    /// Where.
    pub setting: Option<String>,
    /// Through whom or what.
    pub through: Vec<Named>,
    /// Nobody it is done to is a child of this case or a survivor in it: another family.
    pub former_family: bool,
    /// Act, standing rule or omission.
    pub form: Form,
    /// Kind of force.
    pub force: Force,
    /// Whether it may be used with the person who does it.
    pub usable: Usable,
    /// The efforts it was the answer to.
    pub answers_effort: Vec<EntryId>,
}

/// An effort as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EffortLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Who.
    pub actor: Named,
    /// What, in plain words.
    pub act: String,
    /// For whom.
    pub for_whom: Vec<Named>,
    /// The behaviours it answers, with how the connection is known.
    pub answers: Vec<Linked>,
    /// Codes of the pack.
    pub categories: Vec<Code>,
    /// What it made possible, for whom.
    pub made_possible: Vec<Made>,
    /// What it cost.
    pub cost: Option<String>,
    /// What stood in the way, and the behaviour it was.
    pub obstacle: Option<(String, Option<EntryId>)>,
    /// What followed, and the behaviour it was.
    pub followed: Option<(String, Option<EntryId>)>,
    /// Whom the survivor wants to hear it.
    pub wants_heard_by: Option<String>,
}

/// What an effort made possible, for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Made {
    /// For whom, where it is one person.
    pub person: Option<Named>,
    /// What.
    pub what: String,
}

/// A link to another entry, with how the connection is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Linked {
    /// The other entry.
    pub to: EntryId,
    /// Whether that entry is withdrawn.
    pub withdrawn: bool,
    /// By which way, for an impact.
    pub pathway: Option<Pathway>,
    /// Who makes the connection.
    pub by: Option<Named>,
    /// In which words.
    pub words: Option<String>,
}

/// An impact as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImpactLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// On which child, or whose parenting; nobody for the family's daily life.
    pub on: Option<Named>,
    /// On what.
    pub on_what: OnWhat,
    /// What, in plain words.
    pub what: String,
    /// Codes of the pack.
    pub domains: Vec<Code>,
    /// From which behaviours, by which way, and how that is known.
    pub from: Vec<Linked>,
    /// Somebody looked and saw none yet: who, when, where, and how the child copes.
    pub none_seen: Option<Looked>,
}

/// On what an impact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnWhat {
    /// A child.
    Child,
    /// Somebody's parenting.
    Parenting,
    /// The family's daily life.
    FamilyFunctioning,
}

/// Who looked and saw no effect yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Looked {
    /// Who.
    pub by: Named,
    /// When.
    pub on: Option<ApproxDate>,
    /// Where.
    pub place: Option<String>,
    /// How the child copes.
    pub coping: Option<String>,
}

/// An intersection as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IntersectionLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The factor's code.
    pub factor: Code,
    /// Whose it is.
    pub whose: Vec<Named>,
    /// How it and the pattern meet.
    pub mechanism: Mechanism,
    /// What, in plain words.
    pub what: String,
    /// Which behaviours it meets.
    pub behaviours: Vec<Linked>,
}

/// Reads lines out of a projection.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The projection.
    pub projection: &'a Projection,
    /// Who is who on the day.
    pub cast: Cast,
    /// The day.
    pub as_of: Date,
}

impl<'a> Reader<'a> {
    /// A reader of a projection for a day.
    #[must_use]
    pub fn new(projection: &'a Projection, as_of: Date) -> Self {
        Self { projection, cast: Cast::of(projection, as_of), as_of }
    }

    /// Somebody's name.
    #[must_use]
    pub fn person(&self, id: EntryId) -> Named {
        // Somebody who was taken out for good has no name any more; what needed it is there all the same.
        let gone = || if self.projection.removed(id).is_some() { "…" } else { "" };
        Named { id: Some(id), name: self.cast.name(id).unwrap_or_else(gone).to_owned() }
    }

    /// Somebody who may or may not have an entry.
    #[must_use]
    pub fn who(&self, who: &Who) -> Named {
        match who {
            Who::Person(id) => self.person(*id),
            Who::Other(words) => Named { id: None, name: words.to_string() },
        }
    }

    fn people(&self, ids: &[EntryId]) -> Vec<Named> {
        ids.iter().map(|id| self.person(*id)).collect()
    }

    /// Id, time and sources of an entry.
    #[must_use]
    pub fn envelope(&self, seen: &Seen) -> Envelope {
        let Content { happened, occasion, sources, disputes, label, .. } = &seen.content;
        let recorder = seen.history.first().map(|first| first.author.name.to_string()).unwrap_or_default();
        Envelope {
            id: seen.id,
            happened: *happened,
            known: sources.iter().map(|source| self.known(source, &recorder, !unconfirmed(sources))).collect(),
            disputed: disputes
                .iter()
                .map(|d| Disputed { by: self.who(&d.by), words: d.words.to_string(), on: d.on })
                .collect(),
            label: *label,
            occasion: *occasion,
        }
    }

    fn known(&self, source: &Source, recorder: &str, confirmed: bool) -> Known {
        let how = match &source.how {
            How::SeenByRecorder => KnownHow::SeenByRecorder { recorder: recorder.to_owned() },
            How::ToldDirectly { by } => KnownHow::ToldDirectly { by: self.who(by) },
            How::ToldByAnother { by, whose } => {
                KnownHow::ToldByAnother { by: self.who(by), whose: whose.as_ref().map(|who| self.who(who)) }
            }
            How::InRecord { record, whose } => {
                KnownHow::InRecord { record: record.to_string(), whose: whose.as_ref().map(|who| self.who(who)) }
            }
            How::FromNote { note } => KnownHow::FromNote { note: *note, title: self.note_title(*note) },
            How::TakenFromNote { note } => {
                KnownHow::TakenFromNote { note: *note, title: self.note_title(*note), confirmed }
            }
        };
        Known { how, on: source.on, words: source.words.clone() }
    }

    fn note_title(&self, id: EntryId) -> String {
        match self.projection.get(id).map(|seen| &seen.content.body) {
            Some(Body::Note(note)) => note.title.to_string(),
            _ => String::new(),
        }
    }

    fn linked(&self, to: EntryId, pathway: Option<Pathway>, basis: Option<&Basis>) -> Linked {
        Linked {
            to,
            withdrawn: self.projection.get(to).is_none_or(|seen| seen.withdrawn),
            pathway,
            by: basis.map(|basis| self.who(&basis.by)),
            words: basis.and_then(|basis| basis.words.as_ref()).map(ToString::to_string),
        }
    }

    /// Whether a behaviour is towards another family: nobody it is done to is a child of this case or a survivor in it.
    fn is_former(&self, behaviour: &Behaviour) -> bool {
        use crate::kinds::people::Role;
        let here = |id: EntryId| {
            self.cast.get(id).is_some_and(|person| {
                person.roles.contains(&Role::Child) || (person.roles.contains(&Role::Survivor) && !person.elsewhere)
            })
        };
        !behaviour.targets.iter().any(|id| here(*id))
            && self.cast.people.iter().any(|person| here(person.id))
            && behaviour.relationship.is_some()
    }

    /// A behaviour as a line.
    #[must_use]
    pub fn behaviour(&self, seen: &Seen, behaviour: &Behaviour) -> BehaviourLine {
        BehaviourLine {
            envelope: self.envelope(seen),
            actor: self.person(behaviour.actor),
            act: behaviour.act.to_string(),
            title: behaviour.title.as_ref().map_or_else(|| beginning(behaviour.act.as_str()), ToString::to_string),
            targets: self.people(&behaviour.targets),
            categories: behaviour.categories.clone(),
            setting: behaviour.setting.as_ref().map(ToString::to_string),
            through: behaviour.through.iter().map(|who| self.who(who)).collect(),
            former_family: self.is_former(behaviour),
            form: behaviour.form,
            force: behaviour.force,
            usable: behaviour.usable_with_actor.clone(),
            answers_effort: behaviour.answers_effort.iter().map(|link| link.to).collect(),
        }
    }

    /// An effort as a line.
    #[must_use]
    pub fn effort(&self, seen: &Seen, effort: &Effort) -> EffortLine {
        let consequence = |c: &Option<crate::kinds::strengths::Consequence>| {
            c.as_ref().map(|c| (c.what.to_string(), c.behaviour))
        };
        EffortLine {
            envelope: self.envelope(seen),
            actor: self.person(effort.actor),
            act: effort.act.to_string(),
            for_whom: self.people(&effort.for_whom),
            answers: effort.answers.iter().map(|link| self.linked(link.to, None, link.basis.as_ref())).collect(),
            categories: effort.categories.clone(),
            made_possible: effort
                .made_possible
                .iter()
                .map(|made| Made { person: made.person.map(|id| self.person(id)), what: made.what.to_string() })
                .collect(),
            cost: effort.cost.as_ref().map(ToString::to_string),
            obstacle: consequence(&effort.obstacle),
            followed: consequence(&effort.followed),
            wants_heard_by: effort.wants_heard_by.as_ref().map(ToString::to_string),
        }
    }

    /// An impact as a line.
    #[must_use]
    pub fn impact(&self, seen: &Seen, impact: &Impact) -> ImpactLine {
        let (on, on_what) = match impact.on {
            ImpactOn::Child(child) => (Some(self.person(child)), OnWhat::Child),
            ImpactOn::Parenting(parent) => (Some(self.person(parent)), OnWhat::Parenting),
            ImpactOn::FamilyFunctioning => (None, OnWhat::FamilyFunctioning),
        };
        ImpactLine {
            envelope: self.envelope(seen),
            on,
            on_what,
            what: impact.what.to_string(),
            domains: impact.domains.clone(),
            from: impact
                .from
                .iter()
                .map(|link| self.linked(link.behaviour, Some(link.pathway), link.basis.as_ref()))
                .collect(),
            none_seen: impact.none_seen.as_ref().map(|seen| Looked {
                by: self.who(&seen.by),
                on: seen.on,
                place: seen.place.as_ref().map(ToString::to_string),
                coping: seen.coping.as_ref().map(ToString::to_string),
            }),
        }
    }

    /// An intersection as a line.
    #[must_use]
    pub fn intersection(&self, seen: &Seen, intersection: &Intersection) -> IntersectionLine {
        IntersectionLine {
            envelope: self.envelope(seen),
            factor: intersection.factor.clone(),
            whose: self.people(&intersection.whose),
            mechanism: intersection.mechanism,
            what: intersection.what.to_string(),
            behaviours: intersection
                .behaviours
                .iter()
                .map(|link| self.linked(link.to, None, link.basis.as_ref()))
                .collect(),
        }
    }

    /// Every behaviour that counts, in the order of the map: who has the part of perpetrator first, then by when it
    /// began, then as recorded.
    #[must_use]
    pub fn behaviours(&self) -> Vec<BehaviourLine> {
        use crate::kinds::people::Role;
        let mut lines: Vec<BehaviourLine> = self
            .projection
            .current()
            .filter_map(|seen| match &seen.content.body {
                Body::Behaviour(behaviour) => Some(self.behaviour(seen, behaviour)),
                _ => None,
            })
            .collect();
        let actor_order = |line: &BehaviourLine| {
            let id = line.actor.id;
            let part = if id.is_some_and(|id| self.cast.is(id, Role::Perpetrator)) { 0 } else { 1 };
            (part, self.cast.people.iter().position(|person| Some(person.id) == id))
        };
        lines.sort_by(|a, b| {
            actor_order(a)
                .cmp(&actor_order(b))
                .then_with(|| a.former_family.cmp(&b.former_family))
                .then_with(|| a.envelope.happened.order(&b.envelope.happened))
        });
        lines
    }

    /// Every effort that counts, by when it began.
    #[must_use]
    pub fn efforts(&self) -> Vec<EffortLine> {
        let mut lines: Vec<EffortLine> = self
            .projection
            .current()
            .filter_map(|seen| match &seen.content.body {
                Body::Effort(effort) => Some(self.effort(seen, effort)),
                _ => None,
            })
            .collect();
        lines.sort_by(|a, b| a.envelope.happened.order(&b.envelope.happened));
        lines
    }

    /// Every impact that counts, by when it began.
    #[must_use]
    pub fn impacts(&self) -> Vec<ImpactLine> {
        let mut lines: Vec<ImpactLine> = self
            .projection
            .current()
            .filter_map(|seen| match &seen.content.body {
                Body::Impact(impact) => Some(self.impact(seen, impact)),
                _ => None,
            })
            .collect();
        lines.sort_by(|a, b| a.envelope.happened.order(&b.envelope.happened));
        lines
    }

    /// Every intersection that counts, as recorded.
    #[must_use]
    pub fn intersections(&self) -> Vec<IntersectionLine> {
        self.projection
            .current()
            .filter_map(|seen| match &seen.content.body {
                Body::Intersection(intersection) => Some(self.intersection(seen, intersection)),
                _ => None,
            })
            .collect()
    }

    /// The children of the case, oldest first.
    #[must_use]
    pub fn children(&self) -> Vec<PersonLine> {
        self.cast.with(crate::kinds::people::Role::Child).cloned().collect()
    }
}

/// The first few words of an act, for where no title was given.
pub(crate) fn beginning(act: &str) -> String {
    let words: Vec<&str> = act.split_whitespace().take(5).collect();
    let start = words.join(" ").trim_end_matches(['.', ',', ';', ':']).to_owned();
    if act.split_whitespace().nth(5).is_some() { format!("{start}…") } else { start }
}
