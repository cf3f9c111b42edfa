//! Text of a pack that stands inline by language, with the names of this family put in.

use crate::Words;
use practice::cast::Cast;
use practice::kinds::people::Role;
use practice::spoken::{Names, Spoken};

impl Words {
    /// A text of the pack with names.
    #[must_use]
    pub fn spoken(&self, text: &Spoken, names: &Names) -> String {
        self.finish(text.with(self.locale(), names))
    }

    /// The names of a family as a pack's text uses them; where nobody is known, in plain words: "the parent who protects".
    #[must_use]
    pub fn names_of(&self, cast: &Cast, person: Option<&str>) -> Names {
        let list = |names: Vec<&str>, key: &str| {
            if names.is_empty() { self.say(key) } else { self.list(&names) }
        };
        let with = |role: Role| cast.with(role).map(|person| person.name.as_str()).collect();
        Names {
            children: list(with(Role::Child), "names-children"),
            harm: list(with(Role::Perpetrator), "names-harm"),
            survivor: list(cast.survivors().map(|person| person.name.as_str()).collect(), "names-survivor"),
            person: person.map_or_else(|| self.say("names-person"), str::to_owned),
        }
    }
}
