//! The rows of the chronology: what stands beside what.

use super::super::lines::{BehaviourLine, EffortLine, ImpactLine, Named, OnWhat, Reader};
use super::periods::Slot;
use super::{AgencyLine, Beside, Did, Harm, Hold, Row, What};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::Force;
use crate::pack::Pack;
use crate::project::Seen;
use crate::when::{ApproxDate, Happened};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Which efforts a behaviour was the answer to, from both ends of the link.
type Retaliation = BTreeMap<EntryId, Vec<EntryId>>;

struct All {
    behaviours: Vec<BehaviourLine>,
    efforts: Vec<EffortLine>,
    impacts: Vec<ImpactLine>,
    behaviour_at: BTreeMap<EntryId, usize>,
    effort_at: BTreeMap<EntryId, usize>,
    effects_of: BTreeMap<EntryId, Vec<usize>>,
    answers_of: BTreeMap<EntryId, Vec<usize>>,
    /// Behaviour → the efforts it was the answer to.
    after: Retaliation,
    /// Effort → the behaviours that followed it.
    then: Retaliation,
}

fn index<T>(lines: &[T], id: impl Fn(&T) -> EntryId) -> BTreeMap<EntryId, usize> {
    lines.iter().enumerate().map(|(n, line)| (id(line), n)).collect()
}

fn add(map: &mut Retaliation, from: EntryId, to: EntryId) {
    let list = map.entry(from).or_default();
    if !list.contains(&to) {
        list.push(to);
    }
}

impl All {
    fn read(reader: &Reader<'_>) -> Self {
        let (behaviours, efforts, impacts) = (reader.behaviours(), reader.efforts(), reader.impacts());
        let behaviour_at = index(&behaviours, |line| line.envelope.id);
        let effort_at = index(&efforts, |line| line.envelope.id);
        let mut all = Self {
            behaviour_at,
            effort_at,
            effects_of: BTreeMap::new(),
            answers_of: BTreeMap::new(),
            after: BTreeMap::new(),
            then: BTreeMap::new(),
            behaviours,
            efforts,
            impacts,
        };
        for (n, impact) in all.impacts.iter().enumerate() {
            for link in impact.from.iter().filter(|link| all.behaviour_at.contains_key(&link.to)) {
                let list = all.effects_of.entry(link.to).or_default();
                // One effect can come by two ways; it is one effect.
                if list.last() != Some(&n) {
                    list.push(n);
                }
            }
        }
        for (n, effort) in all.efforts.iter().enumerate() {
            for link in effort.answers.iter().filter(|link| all.behaviour_at.contains_key(&link.to)) {
                let list = all.answers_of.entry(link.to).or_default();
                if list.last() != Some(&n) {
                    list.push(n);
                }
            }
            let followed = effort.followed.as_ref().and_then(|(_, behaviour)| *behaviour);
            if let Some(behaviour) = followed.filter(|id| all.behaviour_at.contains_key(id)) {
                add(&mut all.after, behaviour, effort.envelope.id);
                add(&mut all.then, effort.envelope.id, behaviour);
            }
        }
        for behaviour in &all.behaviours {
            for effort in behaviour.answers_effort.iter().filter(|id| all.effort_at.contains_key(id)) {
                add(&mut all.after, behaviour.envelope.id, *effort);
                add(&mut all.then, *effort, behaviour.envelope.id);
            }
        }
        all
    }

    fn behaviour(&self, id: EntryId) -> Option<&BehaviourLine> {
        self.behaviours.get(*self.behaviour_at.get(&id)?)
    }

    fn effort(&self, id: EntryId) -> Option<&EffortLine> {
        self.efforts.get(*self.effort_at.get(&id)?)
    }

    /// Whether an effort stands in a row of its own: it has a day or a month, and none of what it answers begins then.
    fn has_own_row(&self, effort: &EffortLine) -> bool {
        let mut answered = effort.answers.iter().filter_map(|link| self.behaviour(link.to)).peekable();
        if answered.peek().is_none() {
            return true;
        }
        let Happened::On(date) = effort.envelope.happened else {
            return false;
        };
        !matches!(date, ApproxDate::Year(_)) && answered.all(|behaviour| !self.stand_together(effort, behaviour))
    }

    fn stand_together(&self, effort: &EffortLine, behaviour: &BehaviourLine) -> bool {
        Slot::of(&effort.envelope.happened) == Slot::of(&behaviour.envelope.happened)
    }

    fn then(&self, effort: &EffortLine) -> Vec<Beside> {
        self.then
            .get(&effort.envelope.id)
            .into_iter()
            .flatten()
            .filter_map(|id| self.behaviour(*id))
            .map(|line| beside_behaviour(line, days(&effort.envelope.happened, &line.envelope.happened)))
            .collect()
    }
}

fn exact(happened: &Happened) -> Option<Date> {
    match happened {
        Happened::On(ApproxDate::Day(day)) => Some(*day),
        Happened::On(ApproxDate::Minute(minute)) => Some(minute.date()),
        Happened::Over { from: Some(ApproxDate::Day(day)), .. } => Some(*day),
        _ => None,
    }
}

/// The days from the one to the other.
fn days(before: &Happened, after: &Happened) -> Option<u32> {
    let span = exact(before)?.until(exact(after)?).ok()?;
    u32::try_from(span.get_days()).ok()
}

fn beside_behaviour(line: &BehaviourLine, days: Option<u32>) -> Beside {
    let id = line.envelope.id;
    Beside { id, actor: line.actor.clone(), what: line.act.clone(), happened: line.envelope.happened, days }
}

fn beside_effort(line: &EffortLine, days: Option<u32>) -> Beside {
    let id = line.envelope.id;
    Beside { id, actor: line.actor.clone(), what: line.act.clone(), happened: line.envelope.happened, days }
}

/// Every row, in order.
pub(super) fn rows(reader: &Reader<'_>, pack: &Pack, children: &[PersonLine]) -> Vec<Row> {
    let all = All::read(reader);
    let row = |id: EntryId, happened: Happened, what: What| Row { id, happened, what };
    let mut rows: Vec<Row> = Vec::new();
    for behaviour in &all.behaviours {
        let what = What::Harm(Box::new(harm(&all, behaviour, children, reader.as_of)));
        rows.push(row(behaviour.envelope.id, behaviour.envelope.happened, what));
    }
    for effort in all.efforts.iter().filter(|effort| all.has_own_row(effort)) {
        let answers = effort.answers.iter().filter_map(|link| all.behaviour(link.to));
        let hold = Hold {
            answers: answers.map(|line| beside_behaviour(line, None)).collect(),
            then: all.then(effort),
            effort: effort.clone(),
        };
        rows.push(row(effort.envelope.id, effort.envelope.happened, What::Hold(Box::new(hold))));
    }
    for impact in &all.impacts {
        if !impact.from.iter().any(|link| all.behaviour_at.contains_key(&link.to)) {
            let what = What::Effect(Box::new(impact.clone()));
            rows.push(row(impact.envelope.id, impact.envelope.happened, what));
        }
    }
    for seen in reader.projection.current() {
        if let Some(line) = agency(&all, reader, pack, seen) {
            rows.push(row(seen.id, seen.content.happened, What::Agency(Box::new(line))));
        }
    }
    // Stable: what was done stands before what answered it, and before what agencies did, on the same day.
    rows.sort_by(|a, b| a.happened.order(&b.happened));
    rows
}

fn harm(all: &All, behaviour: &BehaviourLine, children: &[PersonLine], as_of: Date) -> Harm {
    let id = behaviour.envelope.id;
    let mut effects: Vec<ImpactLine> =
        all.effects_of.get(&id).into_iter().flatten().filter_map(|n| all.impacts.get(*n)).cloned().collect();
    // Children in their order, then care and daily life.
    effects.sort_by_key(|effect| {
        let child = effect.on.as_ref().filter(|_| effect.on_what == OnWhat::Child).and_then(|on| on.id);
        child.and_then(|id| children.iter().position(|child| child.id == id)).unwrap_or(usize::MAX)
    });
    let (mut efforts, mut elsewhere) = (Vec::new(), Vec::new());
    for effort in all.answers_of.get(&id).into_iter().flatten().filter_map(|n| all.efforts.get(*n)) {
        let point = matches!(effort.envelope.happened, Happened::On(_));
        if all.has_own_row(effort)
            || (point && !all.stand_together(effort, behaviour) && together_elsewhere(all, effort))
        {
            elsewhere.push(beside_effort(effort, None));
        } else {
            efforts.push(effort.clone());
        }
    }
    let after = all
        .after
        .get(&id)
        .into_iter()
        .flatten()
        .filter_map(|effort| all.effort(*effort))
        .map(|effort| beside_effort(effort, days(&effort.envelope.happened, &behaviour.envelope.happened)))
        .collect();
    let mut then: Vec<Beside> = Vec::new();
    for next in efforts.iter().flat_map(|effort| all.then(effort)) {
        if !then.iter().any(|known| known.id == next.id) {
            then.push(next);
        }
    }
    Harm {
        not_asked: not_asked(behaviour, &effects, children, as_of),
        behaviour: behaviour.clone(),
        effects,
        efforts,
        elsewhere,
        after,
        then,
    }
}

/// Whether the effort stands in the row of another behaviour that began when it was done.
fn together_elsewhere(all: &All, effort: &EffortLine) -> bool {
    effort.answers.iter().filter_map(|link| all.behaviour(link.to)).any(|line| all.stand_together(effort, line))
}

fn not_asked(
    behaviour: &BehaviourLine,
    effects: &[ImpactLine],
    children: &[PersonLine],
    as_of: Date,
) -> Vec<Named> {
    // What was done in another family is no question about the children of this one, and what was done to get away or to
    // keep a child safe is none at all.
    if behaviour.former_family || behaviour.force != Force::Control {
        return Vec::new();
    }
    let ended = behaviour.envelope.happened.ends(as_of);
    children
        .iter()
        .filter(|child| {
            let known = effects
                .iter()
                .any(|e| e.on_what == OnWhat::Child && e.on.as_ref().and_then(|on| on.id) == Some(child.id));
            let later = ended.zip(child.born).is_some_and(|(ended, born)| born.start().date() > ended);
            !known && !later
        })
        .map(|child| Named { id: Some(child.id), name: child.name.clone() })
        .collect()
}

fn agency(all: &All, reader: &Reader<'_>, pack: &Pack, seen: &Seen) -> Option<AgencyLine> {
    let text = |text: &Option<crate::text::Text>| text.as_ref().map(ToString::to_string);
    let did = match &seen.content.body {
        Body::Visit(visit) => Did::Visit {
            visit: visit.kind.clone(),
            present: visit.present.iter().map(|who| reader.who(who)).collect(),
            could_overhear: text(&visit.could_overhear),
            interpreter: text(&visit.interpreter),
            remark: text(&visit.remark),
        },
        Body::Note(note) => Did::Note {
            title: note.title.to_string(),
            about: note.about.iter().map(|id| reader.person(*id)).collect(),
        },
        Body::SystemResponse(body) => Did::Response(Box::new(reader.response(seen, body))),
        Body::Contact(body) => Did::Contact(Box::new(reader.contact(seen, body, pack))),
        Body::PartneringStep(body) => Did::Step(Box::new(reader.step(seen, body))),
        Body::Voice(body) => Did::Voice(Box::new(reader.voice(seen, body))),
        Body::LivingArrangement(body) => Did::Lives(Box::new(reader.lives(seen, body))),
        _ => return None,
    };
    let happened = seen.content.happened;
    let (mut after, mut then) = (Vec::new(), Vec::new());
    if let Did::Response(line) = &did {
        for titled in &line.efforts {
            let effort = all.effort(titled.id);
            after.extend(effort.map(|effort| beside_effort(effort, days(&effort.envelope.happened, &happened))));
        }
        let followed = line.followed.as_ref().and_then(|(_, behaviour)| all.behaviour((*behaviour)?));
        then.extend(followed.map(|line| beside_behaviour(line, days(&happened, &line.envelope.happened))));
    }
    Some(AgencyLine { envelope: reader.envelope(seen), did, after, then })
}
