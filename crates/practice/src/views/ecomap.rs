//! The ecomap: the children's household in the middle; around it kin, friends, workers and agencies, with what each did.
//! Whether a response helped is said by somebody: where two see it differently, both stand.

use super::genogram::genogram;
use super::lines::{Known, Named, Reader};
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::people::{RelationshipKind, Role};
use crate::kinds::systems::Effect;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use crate::when::Happened;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The family and who is around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EcomapView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// What the household in the middle is called, where one is recorded.
    pub household: Option<String>,
    /// Who is in the middle: the household in which most children of the case live, else the children and the survivors.
    pub centre: Vec<Named>,
    /// Who is around: whoever causes harm, then kin, friends, workers, then agencies by sector.
    pub around: Vec<Around>,
}

/// Somebody around the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Around {
    /// Who. An agency has no person entry; our own has no name.
    pub who: Named,
    /// What they are to the family.
    pub what: Place,
    /// What the person is to the family where that is not kinship.
    pub capacity: Option<String>,
    /// The sector of an agency.
    pub sector: Option<Code>,
    /// What they did, by when it began.
    pub ties: Vec<Tie>,
}

/// What somebody around the family is to it, in the order of the ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Causes harm.
    Harm,
    /// Kin.
    Kin,
    /// A friend, a neighbour.
    Friend,
    /// Works with the family.
    Worker,
    /// An agency.
    Agency,
    /// The agency whose record this is.
    OwnAgency,
}

/// One thing between somebody around and the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tie {
    /// The entry.
    pub id: EntryId,
    /// What kind of thing.
    pub kind: TieKind,
    /// What, in plain words; empty where the kind says it all.
    pub what: String,
    /// With or towards whom.
    pub towards: Vec<Named>,
    /// When.
    pub happened: Happened,
    /// How it is known.
    pub known: Vec<Known>,
    /// In whose view a response helped or not, and why.
    pub judged: Vec<(Effect, Named, Option<String>)>,
}

/// What kind of thing is between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// Does harm.
    Harm,
    /// A response that, as somebody sees it, gave the pattern more hold. Others may see it differently.
    MadeWorse,
    /// A response that made somebody safer, as somebody sees it.
    Helped,
    /// An effort of theirs.
    Protects,
    /// A response of which nobody has said what it did, or which changed nothing.
    Response,
    /// They spoke.
    Spoke,
    /// An attempt that reached nobody.
    Tried,
    /// They are related; what there is between them has not been asked.
    Related,
}

/// Makes the ecomap.
#[must_use]
pub fn ecomap(projection: &Projection, pack: &Pack, as_of: Date) -> EcomapView {
    let reader = Reader::new(projection, as_of);
    let family = genogram(projection, as_of);
    let children = |ids: &[Named]| {
        ids.iter().filter(|named| named.id.is_some_and(|id| reader.cast.is(id, Role::Child))).count()
    };
    let mut best: Option<(usize, String, Vec<Named>)> = None;
    for home in &family.homes {
        let members: Vec<Named> = home.members.iter().filter(|m| m.now).map(|m| m.person.clone()).collect();
        let count = children(&members);
        if count > best.as_ref().map_or(0, |(most, ..)| *most) {
            best = Some((count, home.name.clone(), members));
        }
    }
    let (household, centre) = match best {
        Some((_, name, members)) => (Some(name), members),
        None => {
            let all = reader.cast.with(Role::Child).chain(reader.cast.survivors());
            (None, all.map(|person| reader.person(person.id)).collect())
        }
    };
    let mut map = EcomapView { as_of, household, centre, around: Vec::new() };
    map.people(&reader);
    map.work(&reader, pack);
    for around in &mut map.around {
        around.ties.sort_by(|a, b| a.happened.order(&b.happened));
    }
    let sector = |code: &Option<Code>| {
        let known = |code: &Code| pack.sector.iter().position(|known| known.code == *code);
        code.as_ref().map_or(usize::MAX, |code| known(code).unwrap_or(usize::MAX))
    };
    map.around.sort_by_key(|around| (around.what, sector(&around.sector)));
    map
}

impl EcomapView {
    fn inside(&self, id: Option<EntryId>) -> bool {
        self.centre.iter().any(|named| named.id == id)
    }

    /// Whoever causes harm and is not in the household, kin, friends and workers.
    fn people(&mut self, reader: &Reader<'_>) {
        for person in &reader.cast.people {
            let named = reader.person(person.id);
            if self.inside(named.id) {
                continue;
            }
            let harm = person.roles.contains(&Role::Perpetrator);
            let mut ties: Vec<Tie> = Vec::new();
            let mut related: Option<RelationshipKind> = None;
            for seen in reader.projection.current() {
                let envelope = || reader.envelope(seen);
                let mut tie = |kind: TieKind, what: String, towards: Vec<Named>| {
                    let envelope = envelope();
                    let (happened, known) = (envelope.happened, envelope.known);
                    ties.push(Tie { id: seen.id, kind, what, towards, happened, known, judged: Vec::new() });
                };
                match &seen.content.body {
                    Body::Relationship(r) if r.from == person.id || r.to == person.id => {
                        let other = if r.from == person.id { r.to } else { r.from };
                        if self.inside(Some(other)) {
                            related.get_or_insert(r.kind);
                            tie(TieKind::Related, String::new(), vec![reader.person(other)]);
                        }
                    }
                    Body::Effort(effort) if effort.actor == person.id => {
                        let whom: Vec<Named> = effort.for_whom.iter().map(|id| reader.person(*id)).collect();
                        if whom.iter().any(|named| self.inside(named.id)) {
                            tie(TieKind::Protects, effort.act.to_string(), whom);
                        }
                    }
                    Body::Behaviour(b) if harm && b.actor == person.id => {
                        let whom: Vec<Named> = b.targets.iter().map(|id| reader.person(*id)).collect();
                        if whom.iter().any(|named| self.inside(named.id)) {
                            let title = b.title.as_ref().map_or_else(|| b.act.to_string(), ToString::to_string);
                            tie(TieKind::Harm, title, whom);
                        }
                    }
                    _ => {}
                }
            }
            // That they are related says nothing more where something else is between them.
            if ties.iter().any(|tie| tie.kind != TieKind::Related) {
                ties.retain(|tie| tie.kind != TieKind::Related);
            }
            let works = person.roles.contains(&Role::Professional)
                || person.capacity.is_some()
                || related == Some(RelationshipKind::Professional);
            let what = match related {
                _ if harm => Place::Harm,
                Some(RelationshipKind::Friend) => Place::Friend,
                _ if works => Place::Worker,
                _ => Place::Kin,
            };
            // Somebody who has nothing to do with the household as far as is recorded is on the people page.
            if !ties.is_empty() || works {
                let capacity = person.capacity.clone();
                self.around.push(Around { who: named, what, capacity, sector: None, ties });
            }
        }
    }

    /// Agencies: their contacts and attempts, and what they did.
    fn work(&mut self, reader: &Reader<'_>, pack: &Pack) {
        for seen in reader.projection.current() {
            let envelope = reader.envelope(seen);
            let base = |kind: TieKind, what: String, towards: Vec<Named>| Tie {
                id: seen.id,
                kind,
                what,
                towards,
                happened: envelope.happened,
                known: envelope.known.clone(),
                judged: Vec::new(),
            };
            match &seen.content.body {
                Body::Contact(contact) => {
                    let kind = if pack.reached(&contact.outcome) { TieKind::Spoke } else { TieKind::Tried };
                    let what = contact.purpose.as_ref().or(contact.what.as_ref());
                    let with = contact.with.iter().map(|who| reader.who(who)).collect();
                    let tie = base(kind, what.map(ToString::to_string).unwrap_or_default(), with);
                    let agency = contact.agency.as_ref().map(ToString::to_string);
                    self.agency(agency, contact.sector.clone(), tie);
                }
                Body::SystemResponse(response) => {
                    let judged: Vec<(Effect, Named, Option<String>)> = response
                        .effects
                        .iter()
                        .map(|judged| {
                            (judged.effect, reader.who(&judged.by), judged.why.as_ref().map(ToString::to_string))
                        })
                        .collect();
                    let has = |effect: Effect| judged.iter().any(|(said, ..)| *said == effect);
                    let kind = match (has(Effect::Reinforced), has(Effect::Helped)) {
                        (true, _) => TieKind::MadeWorse,
                        (false, true) => TieKind::Helped,
                        (false, false) => TieKind::Response,
                    };
                    let towards = response.towards.iter().map(|id| reader.person(*id)).collect();
                    let tie = Tie { judged, ..base(kind, response.did.to_string(), towards) };
                    self.agency(Some(response.agency.to_string()), Some(response.sector.clone()), tie);
                }
                _ => {}
            }
        }
    }

    /// An agency written twice in different cases is one.
    fn agency(&mut self, name: Option<String>, sector: Option<Code>, tie: Tie) {
        let what = if name.is_some() { Place::Agency } else { Place::OwnAgency };
        let name = name.unwrap_or_default();
        let key = |name: &str| name.trim().to_lowercase();
        let same = |around: &&mut Around| around.what == what && key(&around.who.name) == key(&name);
        match self.around.iter_mut().find(same) {
            Some(around) => {
                around.sector = around.sector.take().or(sector);
                around.ties.push(tie);
            }
            None => self.around.push(Around {
                who: Named { id: None, name },
                what,
                capacity: None,
                sector,
                ties: vec![tie],
            }),
        }
    }
}

impl Around {
    /// The kinds of ties there are, each once, the weightiest first. A response seen in two ways counts for both.
    #[must_use]
    pub fn kinds(&self) -> Vec<TieKind> {
        let mut kinds: Vec<TieKind> = self.ties.iter().map(|tie| tie.kind).collect();
        let helped = |tie: &Tie| tie.judged.iter().any(|(effect, ..)| *effect == Effect::Helped);
        if self.ties.iter().any(helped) {
            kinds.push(TieKind::Helped);
        }
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}
