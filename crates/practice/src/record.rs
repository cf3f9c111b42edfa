//! `record`: the pure decision whether a draft becomes a revision. It may refuse; it never fetches and never guesses.

mod plans;

use crate::case::{CaseFile, Entry};
use crate::entry::{Author, Change, Content, Ground, Revision};
use crate::event::CaseEvent;
use crate::ids::EntryId;
use crate::kinds::people::{Role, RoleDecision};
use crate::kinds::places::Sure;
use crate::kinds::{Body, Kind};
use crate::label::Label;
use crate::text::Text;
use crate::when::{Happened, Until};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Who acts, and when. Handed down from the edge; the core never looks at a clock.
#[derive(Clone, Debug)]
pub struct At {
    /// Who.
    pub author: Author,
    /// When.
    pub now: Timestamp,
}

/// What somebody wants to do to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The entry. Minted when the form was shown.
    pub id: EntryId,
    /// What to do.
    pub intent: Intent,
}

/// What to do to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Record it for the first time.
    Record(Box<Content>),
    /// Say it anew, in full. `base` is the revision the person was looking at.
    Revise {
        /// The revision the person was looking at.
        base: u32,
        /// The whole content.
        content: Box<Content>,
        /// Why.
        reason: Option<Text>,
    },
    /// Change only who may see it.
    Relabel {
        /// The revision the person was looking at.
        base: u32,
        /// The new label.
        label: Label,
        /// Why.
        reason: Option<Text>,
    },
    /// Say that it should not have been recorded.
    Withdraw {
        /// The revision the person was looking at.
        base: u32,
        /// On which ground.
        ground: Ground,
        /// In words.
        reason: Option<Text>,
    },
    /// Take a withdrawal back.
    Reinstate {
        /// The revision the person was looking at.
        base: u32,
        /// Why.
        reason: Option<Text>,
    },
}

/// What came of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// A revision to append.
    New(Box<Revision>),
    /// The very same thing was recorded before: the same form came twice. Nothing to append.
    Already {
        /// The revision it was.
        revision: u32,
    },
}

/// Why a draft was refused. Each says what, where and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A link names nothing in this case.
    #[error("{path}: there is no entry {id} in this case. Choose one from the list, or record it first")]
    NoSuchEntry {
        /// Where.
        path: String,
        /// Which.
        id: EntryId,
    },
    /// A link names an entry of the wrong kind.
    #[error("{path}: this names a {found:?} where one of {wanted:?} belongs. Choose another")]
    WrongKind {
        /// Where.
        path: String,
        /// What it names.
        found: Kind,
        /// What it may name.
        wanted: &'static [Kind],
    },
    /// A list that needs at least one has none.
    #[error("{path}: choose at least one")]
    Missing {
        /// Where.
        path: &'static str,
    },
    /// An undetermined role without a review date or an open question.
    #[error(
        "role_decision: while the role is undetermined, give the date when it will be looked at again and at least one question that would decide it"
    )]
    UndeterminedNeedsReview,
    /// Somebody related to themselves.
    #[error("{path}: these are the same person. Choose two people")]
    SamePerson {
        /// Where.
        path: &'static str,
    },
    /// A period that ends before it begins.
    #[error("{path}: it ends before it begins. Check the two dates")]
    EndsBeforeItBegins {
        /// Where.
        path: &'static str,
    },
    /// Another kind than before.
    #[error("an entry cannot change from {was:?} to {is:?}. Withdraw this one and record a new one")]
    KindChanged {
        /// What it was.
        was: Kind,
        /// What the draft says.
        is: Kind,
    },
    /// The id belongs to an entry with other content.
    #[error("this was recorded before with other words. Open the entry and revise it")]
    IdTaken,
    /// There is no such entry to change.
    #[error("there is no entry {id} in this case")]
    Unknown {
        /// Which.
        id: EntryId,
    },
    /// Somebody else changed the entry since the form was shown.
    #[error("{author} changed this entry after you opened it. Compare the two and choose, field by field")]
    Conflict {
        /// Who changed it last.
        author: Text,
        /// When.
        at: Timestamp,
        /// The present revision.
        current: u32,
    },
    /// A withdrawn entry cannot be revised.
    #[error("this entry is withdrawn. Reinstate it first")]
    Withdrawn,
    /// An entry that counts cannot be reinstated.
    #[error("this entry is not withdrawn")]
    NotWithdrawn,
    /// Everything but the first recording needs a reason.
    #[error("say why, in a few words")]
    ReasonMissing,
    /// A living arrangement that says neither with whom nor in which household, and not that nobody is sure.
    #[error("living_arrangement: say with whom or in which household, or say that nobody is sure")]
    NowhereToLive,
    /// Daily care without an answer to any of the questions.
    #[error("daily_care: answer at least one of the questions; \"nothing\" is an answer")]
    NothingSaid,
    /// The same question, or the same child, twice.
    #[error("{path}: this is there twice. Put both into one")]
    Twice {
        /// Where.
        path: String,
    },
    /// A label that would let it out of the team.
    #[error("label: {kind:?} stays with the team and is always labelled \"staff\"")]
    StaysWithTeam {
        /// Of which kind the entry is.
        kind: Kind,
    },
    /// The adult has a plan of this part already.
    #[error(
        "plan.person: there is a plan for this adult already, {first}. Open it and add to it, or withdraw it first"
    )]
    PlanAlready {
        /// The plan that is there.
        first: EntryId,
    },
    /// A plan given to somebody else, or turned into another.
    #[error("plan.person: a plan keeps its person and its part. Withdraw this one and make another")]
    PlanKeepsPerson,
    /// A goal in a plan for support, or support in a plan for change.
    #[error("{path}: {kind:?} does not stand in a plan of this part. Choose the other plan, or make it first")]
    WrongPart {
        /// Where.
        path: &'static str,
        /// What was to stand in it.
        kind: Kind,
    },
    /// A goal about what somebody else does.
    #[error("{path}: this is not done by the person whose plan it is. Choose a behaviour of that person")]
    NotByPerson {
        /// Where.
        path: String,
    },
    /// Notes never change.
    #[error("a note does not change once it is recorded. Write an addendum to it")]
    NoteIsFinal,
    /// Somebody signs off what they have written themselves.
    #[error("sign_off.of: you have written a part of this. Somebody else has to read it and sign it off")]
    OwnSignOff,
    /// A sign-off is about a revision that is not the present one.
    #[error(
        "sign_off.revision: this was changed after you opened it; it is now at revision {current}. Read it again, then sign it off"
    )]
    SignsAnother {
        /// The present revision.
        current: u32,
    },
    /// A sign-off says what one person thought at one time.
    #[error("a sign-off does not change. Withdraw it, and sign off again")]
    SignOffIsFinal,
    /// A meeting with both adults.
    #[error(
        "mapping_session.attendees: no session puts somebody and the person who harms them in one room. Hold it without one of the two, and speak with each of them alone"
    )]
    BothAdults,
    /// The file of a document never changes.
    #[error("the file of a document does not change. Attach the other file as a document of its own")]
    FileIsFinal,
}

/// Decides about one draft.
///
/// # Errors
/// With the first [`Refusal`] that applies; [`problems`] lists all of a content's.
pub fn record(case: &CaseFile, draft: &Draft, at: &At) -> Result<Recorded, Refusal> {
    let known = case.entry(draft.id);
    let make = |revision: u32, reason: Option<Text>, change: Change| {
        Ok(Recorded::New(Box::new(Revision {
            id: draft.id,
            revision,
            author: at.author.clone(),
            recorded_at: at.now,
            reason,
            change,
        })))
    };
    if let Intent::Record(content) = &draft.intent {
        return match known {
            // The same form sent twice, by the same person, is acknowledged as the first time.
            Some(entry) if first_content(entry) == Some(content.as_ref()) => Ok(Recorded::Already { revision: 1 }),
            Some(_) => Err(Refusal::IdTaken),
            // The form of an entry that was taken out for good does not bring it back.
            None if case.removed(draft.id).is_some() => Err(Refusal::Unknown { id: draft.id }),
            None => match problems(case, draft.id, content).into_iter().chain(signs(case, content, at)).next() {
                Some(refusal) => Err(refusal),
                None => make(1, None, Change::Recorded(content.clone())),
            },
        };
    }
    let entry = known.ok_or(Refusal::Unknown { id: draft.id })?;
    let (base, reason, change) = match draft.intent.clone() {
        Intent::Record(_) => return Err(Refusal::IdTaken),
        Intent::Revise { base, content, reason } => (base, reason, Change::Revised(content)),
        Intent::Relabel { base, label, reason } => (base, reason, Change::Relabelled(label)),
        Intent::Withdraw { base, ground, reason } => (base, reason, Change::Withdrawn(ground)),
        Intent::Reinstate { base, reason } => (base, reason, Change::Reinstated),
    };
    // The same change sent twice: the revision right after its base says just this.
    if let Some(next) = entry.history.iter().find(|revision| revision.revision == base.saturating_add(1))
        && next.change == change
        && next.reason == reason
        && next.author.id == at.author.id
    {
        return Ok(Recorded::Already { revision: next.revision });
    }
    if base != entry.revision() {
        let last = entry.history.last().ok_or(Refusal::Unknown { id: draft.id })?;
        return Err(Refusal::Conflict {
            author: last.author.name.clone(),
            at: last.recorded_at,
            current: entry.revision(),
        });
    }
    match &change {
        Change::Reinstated if !entry.withdrawn => return Err(Refusal::NotWithdrawn),
        Change::Reinstated => {
            // A second plan came while this one was withdrawn.
            if let Some(refusal) = plans::of_plan(case, draft.id, &entry.content.body).into_iter().next() {
                return Err(refusal);
            }
        }
        _ if entry.withdrawn => return Err(Refusal::Withdrawn),
        Change::Revised(content) => {
            match entry.kind() {
                Kind::Note => return Err(Refusal::NoteIsFinal),
                Kind::SignOff => return Err(Refusal::SignOffIsFinal),
                _ => {}
            }
            let (was, is) = (entry.kind(), content.body.kind());
            if was != is {
                return Err(Refusal::KindChanged { was, is });
            }
            if let (Body::Document(was), Body::Document(is)) = (&entry.content.body, &content.body)
                && was.file != is.file
            {
                return Err(Refusal::FileIsFinal);
            }
            if let Some(refusal) = problems(case, draft.id, content).into_iter().next() {
                return Err(refusal);
            }
        }
        Change::Relabelled(label) => {
            if let Some(refusal) = label_refused(entry.kind(), *label) {
                return Err(refusal);
            }
        }
        Change::Recorded(_) | Change::Withdrawn(_) => {}
    }
    if reason.is_none() {
        return Err(Refusal::ReasonMissing);
    }
    make(entry.revision() + 1, reason, change)
}

fn first_content(entry: &crate::case::Entry) -> Option<&Content> {
    match &entry.history.first()?.change {
        Change::Recorded(content) => Some(content),
        _ => None,
    }
}

/// Decides about the drafts of one sitting, in order: later ones may link to earlier ones. All or none.
///
/// # Errors
/// With every draft that was refused, by its place in the list.
pub fn record_all(case: &CaseFile, drafts: &[Draft], at: &At) -> Result<Vec<Recorded>, Vec<(usize, Refusal)>> {
    // One alone needs no copy of the file: a long one takes a while to copy.
    if let [draft] = drafts {
        return record(case, draft, at).map(|recorded| vec![recorded]).map_err(|refusal| vec![(0, refusal)]);
    }
    let mut so_far = case.clone();
    let mut done = Vec::with_capacity(drafts.len());
    let mut refused = Vec::new();
    for (n, draft) in drafts.iter().enumerate() {
        match record(&so_far, draft, at) {
            Ok(recorded) => {
                if let Recorded::New(revision) = &recorded
                    && so_far.apply(CaseEvent::Entry(revision.clone())).is_err()
                {
                    refused.push((n, Refusal::Unknown { id: draft.id }));
                }
                done.push(recorded);
            }
            Err(refusal) => refused.push((n, refusal)),
        }
    }
    if refused.is_empty() { Ok(done) } else { Err(refused) }
}

/// Everything that is wrong with a content as an entry of this case. Empty when it may be recorded.
#[must_use]
pub fn problems(case: &CaseFile, id: EntryId, content: &Content) -> Vec<Refusal> {
    let mut found = Vec::new();
    for link in content.references() {
        // What was taken out for good stays named where it was named before.
        let kind = case.entry(link.to).map(Entry::kind).or_else(|| case.removed(link.to).map(|gone| gone.kind));
        match kind {
            None => found.push(Refusal::NoSuchEntry { path: link.path, id: link.to }),
            Some(_) if link.to == id => found.push(Refusal::NoSuchEntry { path: link.path, id }),
            Some(kind) if !link.kinds.contains(&kind) => {
                found.push(Refusal::WrongKind { path: link.path, found: kind, wanted: link.kinds });
            }
            Some(_) => {}
        }
    }
    if let Happened::Over { from: Some(from), until: Until::Date(until), .. } = content.happened
        && until.last_day() < from.start().date()
    {
        found.push(Refusal::EndsBeforeItBegins { path: "happened" });
    }
    found.extend(label_refused(content.body.kind(), content.label));
    of_kind(&content.body, &mut found);
    found.extend(plans::of_plan(case, id, &content.body));
    if let Body::MappingSession(session) = &content.body {
        found.extend(crate::rooms::both_adults(case, session).then_some(Refusal::BothAdults));
    }
    found
}

/// Why somebody may not sign this off: nobody signs what they have written a part of, and everybody signs what they have read.
fn signs(case: &CaseFile, content: &Content, at: &At) -> Option<Refusal> {
    let Body::SignOff(sign) = &content.body else { return None };
    let entry = case.entry(sign.of)?;
    if wrote(entry, &at.author) {
        return Some(Refusal::OwnSignOff);
    }
    let current = entry.revision();
    (sign.revision != current).then_some(Refusal::SignsAnother { current })
}

/// Whether somebody wrote any revision of an entry.
#[must_use]
pub fn wrote(entry: &Entry, author: &Author) -> bool {
    entry.history.iter().any(|revision| revision.author.id == author.id)
}

/// Why an entry of a kind cannot have a label, where it cannot. Also asked of every revision of a file that is imported.
#[must_use]
pub fn label_refused(kind: Kind, label: Label) -> Option<Refusal> {
    (kind.stays_with_team() && label != Label::Staff).then_some(Refusal::StaysWithTeam { kind })
}

/// What must be there, kind by kind.
fn of_kind(body: &Body, found: &mut Vec<Refusal>) {
    let mut one = |path: &'static str, is_empty: bool| {
        if is_empty {
            found.push(Refusal::Missing { path });
        }
    };
    match body {
        Body::Behaviour(behaviour) => one("behaviour.targets", behaviour.targets.is_empty()),
        Body::Household(household) => one("household.members", household.members.is_empty()),
        Body::Intersection(intersection) => one("intersection.whose", intersection.whose.is_empty()),
        Body::ContactDetail(detail) => one("contact_detail.whose", detail.whose.is_empty()),
        Body::Contact(contact) => one("contact.with", contact.with.is_empty()),
        Body::WorkerSafety(safety) => one("worker_safety.about", safety.about.is_empty()),
        Body::Goal(goal) => {
            one("goal.behaviours", goal.behaviours.is_empty());
            let children = goal.harms.iter().map(|harm| harm.child);
            found.extend(twice(children).map(|n| format!("goal.harms.{n}.child")).map(at_twice));
        }
        Body::ChangeReview(review) => {
            let nothing = review.behaviours.is_empty() && review.says_victim.is_none();
            one("change_review.behaviours", nothing);
            let behaviours = review.behaviours.iter().map(|line| line.behaviour);
            found
                .extend(twice(behaviours).map(|n| format!("change_review.behaviours.{n}.behaviour")).map(at_twice));
            for (n, line) in review.behaviours.iter().enumerate() {
                let people = line.harms.iter().map(|harm| harm.person);
                let path = |m: usize| format!("change_review.behaviours.{n}.harms.{m}.person");
                found.extend(twice(people).map(path).map(at_twice));
            }
        }
        Body::Chronology(chronology) => one("chronology.lines", chronology.lines.is_empty()),
        Body::Interview(interview) => {
            one("interview.with", interview.with.is_empty() && interview.about.is_empty());
            let answers = interview.answers.iter().map(|answer| (&answer.question, answer.about));
            found.extend(twice(answers).map(|n| format!("interview.answers.{n}.question")).map(at_twice));
        }
        Body::ToolResult(result) => one("tool_result.about", result.about.is_empty()),
        Body::Decision(decision) => {
            one("decision.children", decision.children.is_empty());
            let questions = decision.answers.iter().map(|answer| &answer.question);
            found.extend(twice(questions).map(|n| format!("decision.answers.{n}.question")).map(at_twice));
            if let Some(decided) = &decision.decided {
                let early = |day: Option<Date>| day.is_some_and(|day| day < decided.on);
                if early(decision.return_by) {
                    found.push(Refusal::EndsBeforeItBegins { path: "decision.return_by" });
                }
                if early(decision.emergency.as_ref().map(|emergency| emergency.complete_by)) {
                    found.push(Refusal::EndsBeforeItBegins { path: "decision.complete_by" });
                }
            }
        }
        Body::MappingSession(session) => {
            one("mapping_session.attendees", session.attendees.is_empty());
            let unknowns = session.questions.iter().map(|turned| turned.unknown);
            found.extend(twice(unknowns).map(|n| format!("mapping_session.questions.{n}.unknown")).map(at_twice));
        }
        Body::Supervision(supervision) => {
            one("supervision.went_well", !supervision.says_something());
            let questions = supervision.prompts.iter().map(|prompt| &prompt.question);
            found.extend(twice(questions).map(|n| format!("supervision.prompts.{n}.question")).map(at_twice));
        }
        Body::LivingArrangement(arrangement) => {
            one("living_arrangement.who", arrangement.who.is_empty());
            let somewhere = !arrangement.with.is_empty() || arrangement.household.is_some();
            if !somewhere && arrangement.sure != Sure::NobodyIsSure {
                found.push(Refusal::NowhereToLive);
            }
        }
        Body::DailyCare(care) => {
            one("daily_care.children", care.children.is_empty());
            if !care.says_something() {
                found.push(Refusal::NothingSaid);
            }
        }
        Body::CareConcern(concern) => {
            one("care_concern.children", concern.children.is_empty());
            let children = concern.children.iter().map(|effect| effect.child);
            found.extend(twice(children).map(|n| format!("care_concern.children.{n}.child")).map(at_twice));
        }
        Body::UseOfForce(force) => {
            one("use_of_force.answers", force.answers.is_empty());
            if force.person == force.towards {
                found.push(Refusal::SamePerson { path: "use_of_force.towards" });
            }
            let questions = force.answers.iter().map(|answer| &answer.question);
            found.extend(twice(questions).map(|n| format!("use_of_force.answers.{n}.question")).map(at_twice));
        }
        Body::Relationship(relationship) if relationship.from == relationship.to => {
            found.push(Refusal::SamePerson { path: "relationship.to" });
        }
        Body::RoleDecision(RoleDecision { role: Role::Undetermined, review, open_questions, .. })
            if review.is_none() || open_questions.is_empty() =>
        {
            found.push(Refusal::UndeterminedNeedsReview);
        }
        Body::Person(_)
        | Body::Relationship(_)
        | Body::RoleDecision(_)
        | Body::Effort(_)
        | Body::Impact(_)
        | Body::Voice(_)
        | Body::Unknown(_)
        | Body::Note(_)
        | Body::Visit(_)
        | Body::PartneringStep(_)
        | Body::SystemResponse(_)
        | Body::Plan(_)
        | Body::Support(_)
        | Body::ChildNeed(_)
        | Body::AgencyAction(_)
        | Body::Evidence(_)
        | Body::Document(_)
        | Body::SignOff(_) => {}
    }
}

fn at_twice(path: String) -> Refusal {
    Refusal::Twice { path }
}

/// The places in a list at which something stands that stood there before.
fn twice<T: Ord + Copy>(list: impl Iterator<Item = T>) -> impl Iterator<Item = usize> {
    let mut seen = BTreeSet::new();
    list.enumerate().filter(move |(_, item)| !seen.insert(*item)).map(|(n, _)| n)
}
