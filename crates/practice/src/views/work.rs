//! The lines of the work: what agencies did and whom they spoke with, daily care, worries, own words, where a child lives.

use super::lines::{Envelope, Named, Reader};
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::care::{CareConcern, DailyCare};
use crate::kinds::contact::{Contact, PartneringStep};
use crate::kinds::places::{LivingArrangement, Sure};
use crate::kinds::systems::{Effect, SystemResponse};
use crate::kinds::voice::Voice;
use crate::project::Seen;
use crate::source::{Link, Quote};
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::Serialize;

/// Another entry, named: a behaviour with its title, an effort with its act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Titled {
    /// The entry.
    pub id: EntryId,
    /// Who does it.
    pub actor: Named,
    /// Its title, or what it says.
    pub title: String,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    /// Who makes the connection.
    pub by: Option<Named>,
    /// In which words.
    pub words: Option<String>,
}

/// What an agency did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResponseLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Which agency.
    pub agency: String,
    /// Its sector.
    pub sector: Code,
    /// What it did, or left undone.
    pub did: String,
    /// Towards whom.
    pub towards: Vec<Named>,
    /// The behaviours it was an answer to.
    pub behaviours: Vec<Titled>,
    /// The efforts it was an answer to.
    pub efforts: Vec<Titled>,
    /// Whether it helped, and in whose view.
    pub effects: Vec<JudgedLine>,
    /// What followed, and the behaviour it was.
    pub followed: Option<(String, Option<EntryId>)>,
    /// The behaviours it was used through.
    pub used_through: Vec<Titled>,
}

/// What a response did, as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JudgedLine {
    /// What it did.
    pub effect: Effect,
    /// In whose view.
    pub by: Named,
    /// Why, in their words.
    pub why: Option<String>,
}

/// A contact with somebody, or an attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContactLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// With whom.
    pub with: Vec<Named>,
    /// By which agency; none: the team that works the case.
    pub agency: Option<String>,
    /// By which means.
    pub means: Code,
    /// What for.
    pub purpose: Option<String>,
    /// What came of it.
    pub outcome: Code,
    /// Whether they were spoken with.
    pub reached: bool,
    /// What was said, or why it failed.
    pub what: Option<String>,
    /// Who could overhear.
    pub could_overhear: Option<String>,
    /// Who was spoken with alone.
    pub seen_alone: Vec<Named>,
    /// Who interpreted, and whether that person is independent.
    pub interpreter: Option<(Named, Option<bool>)>,
    /// Whether the survivor was told before.
    pub warned_before: Option<bool>,
    /// Whether the survivor was asked afterwards.
    pub asked_after: Option<bool>,
}

/// A step of partnering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// With whom.
    pub with: Named,
    /// Which step.
    pub step: Code,
    /// What was done.
    pub done: String,
    /// What the survivor said to it.
    pub answer: Option<String>,
}

/// What one caregiver does in one area of daily life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CareLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Whose care.
    pub carer: Named,
    /// For which children.
    pub children: Vec<Named>,
    /// The area.
    pub area: Code,
    /// What the caregiver does.
    pub does: Option<String>,
    /// What the caregiver decides.
    pub decides: Option<String>,
    /// What changes when the person who causes harm is there.
    pub changes: Option<String>,
    /// What the caregiver does well.
    pub good: Option<String>,
    /// What got in the way.
    pub disrupted: Option<String>,
    /// The behaviours that did.
    pub disrupted_by: Vec<Titled>,
}

/// A worry about somebody's care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Whose care.
    pub carer: Named,
    /// What was seen.
    pub seen: String,
    /// What it did to which child.
    pub children: Vec<ConcernChild>,
    /// What part the person who causes harm has in it.
    pub part: Option<String>,
    /// The behaviours that are that part.
    pub behaviours: Vec<Titled>,
    /// What help the caregiver wants.
    pub help_wanted: Option<String>,
    /// What help was offered.
    pub help_offered: Option<String>,
}

/// What a worry means for one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernChild {
    /// The child.
    pub child: Named,
    /// What was seen of the child.
    pub effect: Option<String>,
}

/// Somebody's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VoiceLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Whose.
    pub whose: Named,
    /// The words.
    pub words: Quote,
    /// What was asked before.
    pub asked: Option<String>,
    /// Whether the person was spoken with alone.
    pub alone: Option<bool>,
    /// What they want.
    pub wants: Option<String>,
    /// What would make it worse.
    pub worse: Option<String>,
    /// Whom they want to hear it, and who must not.
    pub wants_heard_by: Option<String>,
    /// What was going on around it, where they take something back.
    pub taken_back_under: Option<String>,
    /// The behaviours that put the pressure on.
    pub pressure: Vec<Titled>,
}

/// With whom somebody lives, or where a child's days and nights are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LivingLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Whose days and nights.
    pub who: Vec<Named>,
    /// With whom.
    pub with: Vec<Named>,
    /// In which household.
    pub household: Option<String>,
    /// Which days and nights.
    pub days: Option<String>,
    /// Who decided that it is so.
    pub decided_by: Option<Named>,
    /// How it came to be decided.
    pub decided_how: Option<String>,
    /// How sure anybody is.
    pub sure: Sure,
    /// What is not clear.
    pub not_clear: Option<String>,
}

fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(ToString::to_string)
}

impl Reader<'_> {
    fn named(&self, ids: &[EntryId]) -> Vec<Named> {
        ids.iter().map(|id| self.person(*id)).collect()
    }

    /// Another entry by its title: a behaviour, an effort.
    #[must_use]
    pub fn titled(&self, id: EntryId) -> Option<Titled> {
        let seen = self.projection.get(id)?;
        let (actor, title) = match &seen.content.body {
            Body::Behaviour(behaviour) => {
                let line = self.behaviour(seen, behaviour);
                (line.actor, line.title)
            }
            Body::Effort(effort) => (self.person(effort.actor), effort.act.to_string()),
            _ => return None,
        };
        Some(Titled { id, actor, title, withdrawn: seen.withdrawn, by: None, words: None })
    }

    /// Linked entries by their titles, with how each connection is known.
    #[must_use]
    pub fn titles(&self, links: &[Link]) -> Vec<Titled> {
        links
            .iter()
            .filter_map(|link| {
                let mut titled = self.titled(link.to)?;
                if let Some(basis) = &link.basis {
                    titled.by = Some(self.who(&basis.by));
                    titled.words = text(&basis.words);
                }
                Some(titled)
            })
            .collect()
    }

    fn lines<T>(&self, line: impl Fn(&Self, &Seen) -> Option<(Envelope, T)>) -> Vec<T> {
        let mut lines: Vec<(Envelope, T)> = self.projection.current().filter_map(|seen| line(self, seen)).collect();
        lines.sort_by(|(a, _), (b, _)| a.happened.order(&b.happened));
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// What agencies did, by when.
    #[must_use]
    pub fn responses(&self) -> Vec<ResponseLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::SystemResponse(body) => Some((reader.envelope(seen), reader.response(seen, body))),
            _ => None,
        })
    }

    /// What an agency did.
    #[must_use]
    pub fn response(&self, seen: &Seen, body: &SystemResponse) -> ResponseLine {
        ResponseLine {
            envelope: self.envelope(seen),
            agency: body.agency.to_string(),
            sector: body.sector.clone(),
            did: body.did.to_string(),
            towards: self.named(&body.towards),
            behaviours: self.titles(&body.behaviours),
            efforts: self.titles(&body.efforts),
            effects: body
                .effects
                .iter()
                .map(|judged| JudgedLine {
                    effect: judged.effect,
                    by: self.who(&judged.by),
                    why: text(&judged.why),
                })
                .collect(),
            followed: body.followed.as_ref().map(|followed| (followed.what.to_string(), followed.behaviour)),
            used_through: self.titles(&body.used_through),
        }
    }

    /// Contacts and attempts, by when.
    #[must_use]
    pub fn contacts(&self, pack: &crate::pack::Pack) -> Vec<ContactLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::Contact(body) => Some((reader.envelope(seen), reader.contact(seen, body, pack))),
            _ => None,
        })
    }

    /// A contact, or an attempt.
    #[must_use]
    pub fn contact(&self, seen: &Seen, body: &Contact, pack: &crate::pack::Pack) -> ContactLine {
        ContactLine {
            envelope: self.envelope(seen),
            with: body.with.iter().map(|who| self.who(who)).collect(),
            agency: text(&body.agency),
            means: body.means.clone(),
            purpose: text(&body.purpose),
            reached: pack.reached(&body.outcome),
            outcome: body.outcome.clone(),
            what: text(&body.what),
            could_overhear: text(&body.could_overhear),
            seen_alone: self.named(&body.seen_alone),
            interpreter: body.interpreter.as_ref().map(|i| (self.who(&i.who), i.independent)),
            warned_before: body.warned_before.as_ref().map(|check| check.done),
            asked_after: body.asked_after.as_ref().map(|check| check.done),
        }
    }

    /// A step of partnering.
    #[must_use]
    pub fn step(&self, seen: &Seen, body: &PartneringStep) -> StepLine {
        StepLine {
            envelope: self.envelope(seen),
            with: self.person(body.with),
            step: body.step.clone(),
            done: body.done.to_string(),
            answer: text(&body.answer),
        }
    }

    /// Daily care, by when.
    #[must_use]
    pub fn daily_care(&self) -> Vec<CareLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::DailyCare(body) => Some((reader.envelope(seen), reader.care(seen, body))),
            _ => None,
        })
    }

    fn care(&self, seen: &Seen, body: &DailyCare) -> CareLine {
        CareLine {
            envelope: self.envelope(seen),
            carer: self.person(body.carer),
            children: self.named(&body.children),
            area: body.area.clone(),
            does: text(&body.does),
            decides: text(&body.decides),
            changes: text(&body.changes),
            good: text(&body.good),
            disrupted: text(&body.disrupted),
            disrupted_by: self.titles(&body.disrupted_by),
        }
    }

    /// Worries about care, by when.
    #[must_use]
    pub fn concerns(&self) -> Vec<ConcernLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::CareConcern(body) => Some((reader.envelope(seen), reader.concern(seen, body))),
            _ => None,
        })
    }

    fn concern(&self, seen: &Seen, body: &CareConcern) -> ConcernLine {
        ConcernLine {
            envelope: self.envelope(seen),
            carer: self.person(body.carer),
            seen: body.seen.to_string(),
            children: body
                .children
                .iter()
                .map(|effect| ConcernChild { child: self.person(effect.child), effect: text(&effect.effect) })
                .collect(),
            part: text(&body.part),
            behaviours: self.titles(&body.behaviours),
            help_wanted: text(&body.help_wanted),
            help_offered: text(&body.help_offered),
        }
    }

    /// Everybody's own words, by when.
    #[must_use]
    pub fn voices(&self) -> Vec<VoiceLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::Voice(body) => Some((reader.envelope(seen), reader.voice(seen, body))),
            _ => None,
        })
    }

    /// Somebody's own words.
    #[must_use]
    pub fn voice(&self, seen: &Seen, body: &Voice) -> VoiceLine {
        let taken_back = body.takes_back.as_ref();
        VoiceLine {
            envelope: self.envelope(seen),
            whose: self.person(body.whose),
            words: body.words.clone(),
            asked: text(&body.asked),
            alone: body.alone,
            wants: text(&body.wants),
            worse: text(&body.worse),
            wants_heard_by: text(&body.wants_heard_by),
            taken_back_under: taken_back.map(|taken| taken.context.to_string()),
            pressure: taken_back.map(|taken| self.titles(&taken.pressure)).unwrap_or_default(),
        }
    }

    /// Where people live, by when.
    #[must_use]
    pub fn living(&self) -> Vec<LivingLine> {
        self.lines(|reader, seen| match &seen.content.body {
            Body::LivingArrangement(body) => Some((reader.envelope(seen), reader.lives(seen, body))),
            _ => None,
        })
    }

    /// Where somebody lives.
    #[must_use]
    pub fn lives(&self, seen: &Seen, body: &LivingArrangement) -> LivingLine {
        let household = body.household.and_then(|id| self.projection.get(id));
        LivingLine {
            envelope: self.envelope(seen),
            who: self.named(&body.who),
            with: body.with.iter().map(|who| self.who(who)).collect(),
            household: household.and_then(|seen| match &seen.content.body {
                Body::Household(household) => Some(household.name.to_string()),
                _ => None,
            }),
            days: text(&body.days),
            decided_by: body.decided_by.as_ref().map(|who| self.who(who)),
            decided_how: text(&body.decided_how),
            sure: body.sure,
            not_clear: text(&body.not_clear),
        }
    }
}
