//! Who and what a form can name: the people, behaviours, efforts and other entries of the case, as far as this person
//! may see them. An id from another case is not among them, and so is refused.

use jiff::civil::Date;
use practice::cast::{Cast, PersonLine};
use practice::ids::EntryId;
use practice::kinds::pattern::Usable;
use practice::kinds::people::Role;
use practice::kinds::plan::Part;
use practice::kinds::{Body, Kind};
use practice::project::Projection;
use practice::views::lines::Reader;
use practice::views::overview::says;
use std::collections::BTreeMap;

/// An entry that a form can link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The entry.
    pub(crate) id: EntryId,
    /// Its kind.
    pub(crate) kind: Kind,
    /// What it says, in a few words.
    pub(crate) says: String,
    /// The day on which it began, where that is known.
    pub(crate) begins: Option<Date>,
    /// Who does it, for a behaviour; whose it is, for a plan.
    pub(crate) of: Option<EntryId>,
    /// What a plan is for.
    pub(crate) part: Option<Part>,
    /// Whether a behaviour may be used with the person who does it.
    pub(crate) usable: bool,
    /// The present revision.
    pub(crate) revision: u32,
    /// No longer offered, but still named where it is linked.
    pub(crate) withdrawn: bool,
}

/// Who does it or whose it is, what it is for, and whether it may be used with that person.
fn about(body: &Body) -> (Option<EntryId>, Option<Part>, bool) {
    match body {
        Body::Behaviour(behaviour) => (Some(behaviour.actor), None, behaviour.usable_with_actor != Usable::No),
        Body::Plan(plan) => (Some(plan.person), Some(plan.part), false),
        _ => (None, None, false),
    }
}

/// Who and what is there to be named.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    /// Everybody, children first.
    pub(crate) cast: Cast,
    /// The day.
    pub(crate) today: Date,
    items: Vec<Item>,
    to_review: BTreeMap<EntryId, Vec<EntryId>>,
    at: BTreeMap<EntryId, usize>,
}

impl Scene {
    /// What a projection has.
    pub(crate) fn of(projection: &Projection, today: Date) -> Self {
        let reader = Reader::new(projection, today);
        let behaviours = reader.behaviours();
        let titles: BTreeMap<EntryId, String> =
            behaviours.iter().map(|line| (line.envelope.id, line.title.clone())).collect();
        let items = projection
            .all()
            .map(|seen| {
                let (of, part, usable) = about(&seen.content.body);
                Item {
                    id: seen.id,
                    of,
                    part,
                    usable,
                    kind: seen.content.body.kind(),
                    says: titles.get(&seen.id).cloned().unwrap_or_else(|| says(&reader, &seen.content.body)),
                    begins: seen.content.happened.begins().map(|at| at.start().date()),
                    revision: seen.revision,
                    withdrawn: seen.withdrawn,
                }
            })
            .collect();
        let actors = reader.cast.with(Role::Perpetrator).chain(reader.cast.with(Role::Undetermined));
        let to_review = actors
            .map(|actor| (actor.id, practice::views::change::to_review(&reader, &behaviours, actor.id)))
            .collect();
        let mut scene = Self { cast: reader.cast, today, items, to_review, at: BTreeMap::new() };
        scene.index();
        scene
    }

    fn index(&mut self) {
        self.at = self.items.iter().enumerate().map(|(n, item)| (item.id, n)).collect();
    }

    /// Adds an entry that is about to be recorded in the same sitting, so that later lines can link to it.
    pub(crate) fn add(&mut self, id: EntryId, kind: Kind, says: String) {
        if !self.at.contains_key(&id) {
            self.items.push(Item {
                id,
                kind,
                says,
                of: None,
                part: None,
                usable: false,
                begins: None,
                revision: 1,
                withdrawn: false,
            });
            self.index();
        }
    }

    /// One entry.
    pub(crate) fn item(&self, id: EntryId) -> Option<&Item> {
        self.at.get(&id).and_then(|n| self.items.get(*n))
    }

    /// When an entry began: what has no date comes last.
    pub(crate) fn begins(&self, id: EntryId) -> Date {
        self.item(id).and_then(|item| item.begins).unwrap_or(Date::MAX)
    }

    /// The entries of a kind that count.
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.kind == kind && !item.withdrawn)
    }

    /// What to call somebody.
    pub(crate) fn name(&self, id: EntryId) -> Option<&str> {
        self.cast.name(id).or_else(|| self.item(id).map(|item| item.says.as_str()))
    }

    /// Everybody with a part.
    pub(crate) fn with(&self, role: Role) -> impl Iterator<Item = &PersonLine> {
        self.cast.with(role)
    }

    /// Who causes harm, where that is one person; the one a new behaviour is most likely about.
    pub(crate) fn likely_actor(&self) -> Option<EntryId> {
        self.with(Role::Perpetrator).chain(self.with(Role::Undetermined)).next().map(|person| person.id)
    }

    /// Who protects these children; the one a new effort is most likely about.
    pub(crate) fn likely_survivor(&self) -> Option<EntryId> {
        self.cast.survivors().next().map(|person| person.id)
    }

    /// The behaviours that a review with somebody may raise.
    pub(crate) fn to_review(&self, person: EntryId) -> &[EntryId] {
        self.to_review.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Whether an entry is a note that counts.
    pub(crate) fn is(&self, id: EntryId, kinds: &[Kind]) -> bool {
        self.item(id).is_some_and(|item| kinds.contains(&item.kind))
    }

    /// Whether somebody is a child of this case.
    pub(crate) fn is_child(&self, id: EntryId) -> bool {
        self.cast.is(id, Role::Child)
    }
}
