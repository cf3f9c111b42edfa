//! Who is meant by the names a file uses. A name that fits nobody, or more than one, is asked; never guessed.

use practice::cast::Cast;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::project::Projection;
use std::collections::BTreeMap;

/// Who is meant by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One person of the case.
    One(EntryId),
    /// Several: all the children.
    Several(Vec<EntryId>),
    /// Somebody who has no entry and needs none.
    Nobody,
    /// Nobody fits, or more than one does.
    Asked,
}

/// The names of a case.
#[derive(Clone, Debug, Default)]
pub struct Names {
    known: BTreeMap<String, Vec<EntryId>>,
    said: BTreeMap<String, String>,
    children: Vec<EntryId>,
    survivors: Vec<EntryId>,
    perpetrators: Vec<EntryId>,
    all_children: Vec<String>,
}

impl Names {
    /// Reads them. `said` is what a person has said of names in this file; `all_children` are words for all of them.
    #[must_use]
    pub fn of(projection: &Projection, cast: &Cast, said: &BTreeMap<String, String>, all_children: &str) -> Self {
        let mut names = Self {
            all_children: all_children.split('|').map(plain).collect(),
            said: said.iter().map(|(name, who)| (plain(name), who.trim().to_owned())).collect(),
            children: cast.with(Role::Child).map(|person| person.id).collect(),
            survivors: cast.survivors().map(|person| person.id).collect(),
            perpetrators: cast.with(Role::Perpetrator).map(|person| person.id).collect(),
            ..Self::default()
        };
        for seen in projection.of_kind(Kind::Person).filter(|seen| !seen.withdrawn) {
            let Body::Person(person) = &seen.content.body else { continue };
            let first = person.name.as_str().split_whitespace().next().unwrap_or_default();
            let known = person.known_as.iter().chain(&person.aliases).map(|name| name.as_str());
            for name in [person.name.as_str(), person.short(), first].into_iter().chain(known) {
                let ids = names.known.entry(plain(name)).or_default();
                if !ids.contains(&seen.id) {
                    ids.push(seen.id);
                }
            }
        }
        names
    }

    /// Who is meant.
    #[must_use]
    pub fn meant(&self, name: &str) -> Meant {
        let key = plain(name);
        // A form says who by the id of the entry.
        if let Ok(id) = name.trim().parse::<EntryId>()
            && self.known.values().any(|ids| ids.contains(&id))
        {
            return Meant::One(id);
        }
        if let Some(who) = self.said.get(&key) {
            if who == "-" {
                return Meant::Nobody;
            }
            if let Ok(id) = who.parse::<EntryId>() {
                return Meant::One(id);
            }
            return self.by_name(&plain(who));
        }
        if self.all_children.contains(&key) && !self.children.is_empty() {
            return Meant::Several(self.children.clone());
        }
        self.by_name(&key)
    }

    fn by_name(&self, key: &str) -> Meant {
        match self.known.get(key).map(Vec::as_slice) {
            Some([one]) => Meant::One(*one),
            _ => Meant::Asked,
        }
    }

    /// The children of the family.
    #[must_use]
    pub fn children(&self) -> &[EntryId] {
        &self.children
    }

    /// The one survivor, where there is one.
    pub(crate) fn survivor(&self) -> Option<EntryId> {
        match self.survivors.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The one who causes harm, where there is one.
    pub(crate) fn perpetrator(&self) -> Option<EntryId> {
        match self.perpetrators.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
