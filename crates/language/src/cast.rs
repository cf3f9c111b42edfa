//! The people of a case and their roles. Roles come from the case, never from gender or from mother and father.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use serde::{Deserialize, Serialize};

use crate::data::{HE, SHE};
use crate::lexicon::WordHasher;

/// Role of a person in the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The person who is abused.
    Survivor,
    /// The person who abuses.
    Perpetrator,
    /// A child.
    Child,
    /// Somebody who works with the family.
    Professional,
    /// Family and others.
    Relative,
    /// Not decided, or not known.
    #[default]
    #[serde(other)]
    Unknown,
}

/// A person with the names by which notes call them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Id in the case, given back with suggestions; may be empty.
    #[serde(default, deserialize_with = "or_default")]
    pub id: String,
    /// Full name.
    pub name: String,
    /// Other names: "Mum", "MOC", "Ms Ward".
    #[serde(default, deserialize_with = "or_default")]
    pub aliases: Vec<String>,
    /// Role; missing means unknown.
    #[serde(default, deserialize_with = "or_default")]
    pub role: Role,
}

/// A value that is missing, or written as nothing.
fn or_default<'de, D: serde::Deserializer<'de>, T: Deserialize<'de> + Default>(d: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(d)?.unwrap_or_default())
}

/// The people of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast {
    /// In any order; two people may share a name.
    pub people: Vec<Person>,
}

/// Sets of people as bits; people beyond the 64th are not told apart.
pub(crate) type People = u64;

/// Roles as bits, for patterns.
pub(crate) mod role {
    pub(crate) const S: u16 = 1;
    pub(crate) const P: u16 = 2;
    pub(crate) const C: u16 = 4;
    pub(crate) const PRO: u16 = 8;
    pub(crate) const OTHER: u16 = 16;
    /// An adult of the case whose role the text or the cast leaves open.
    pub(crate) const UNKNOWN: u16 = 32;
    pub(crate) const PAIR: u16 = 64;
    pub(crate) const AGENCY: u16 = 128;
    pub(crate) const SELF: u16 = 256;
    pub(crate) const THEY: u16 = 512;
}

/// One way of naming somebody: the words in lower case after the first.
#[derive(Debug)]
pub(crate) struct Alias {
    pub(crate) rest: Vec<String>,
    pub(crate) people: People,
    /// Only with a capital letter: Will, May, Grace.
    pub(crate) capital: bool,
    /// A name and not a family word such as mum.
    pub(crate) proper: bool,
}

/// The cast made ready for looking up.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) by_first: HashMap<String, Vec<Alias>, BuildHasherDefault<WordHasher>>,
    /// Bits of the first letters and of the lengths of the words that can start a name.
    heads: u64,
    lengths: u64,
    pub(crate) roles: Vec<u16>,
    /// Pronoun evidence from titles: above zero for he, below for she.
    pub(crate) gender: Vec<i32>,
    pub(crate) labels: Vec<String>,
    pub(crate) ids: Vec<String>,
    /// Persons called mother or father in the cast.
    pub(crate) mothers: People,
    pub(crate) fathers: People,
}

const TITLES: &[(&str, i32)] = &[
    ("mr", 9),
    ("mrs", -9),
    ("ms", -9),
    ("miss", -9),
    ("mx", 0),
    ("dr", 0),
    ("pc", 0),
    ("dc", 0),
    ("sc", 0),
    ("the", 0),
    ("sgt", 0),
    ("ds", 0),
    ("rev", 0),
    ("pastor", 0),
    ("granny", 0),
    ("prof", 0),
];
const MOTHERS: &[&str] = &["mother", "mum", "mom", "mam", "mo", "moc", "mummy", "mommy", "bm", "wife"];
const FATHERS: &[&str] = &["father", "dad", "fa", "foc", "daddy", "bf", "husband"];

/// Splits a name as the lexer does: at spaces, hyphens and brackets.
fn parts(name: &str) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '.' | ',' | '/'))
        .filter(|p| !p.is_empty())
        .map(|p| {
            let p = p.to_lowercase();
            p.strip_suffix("'s").or_else(|| p.strip_suffix("’s")).map_or_else(|| p.clone(), str::to_owned)
        })
        .collect()
}

/// What a first name says about he and she; the text outweighs it.
fn by_name(first: &str) -> i32 {
    let (she, he) = (SHE.binary_search(&first).is_ok(), HE.binary_search(&first).is_ok());
    if she == he {
        0
    } else if she {
        -2
    } else {
        2
    }
}

impl Names {
    pub(crate) fn new(cast: &Cast, common: impl Fn(&str) -> bool) -> Self {
        let mut names = Self::default();
        for (n, person) in cast.people.iter().enumerate().take(64) {
            let bit: People = 1 << n;
            names.roles.push(match person.role {
                Role::Survivor => role::S,
                Role::Perpetrator => role::P,
                Role::Child => role::C,
                Role::Professional => role::PRO,
                Role::Relative => role::OTHER,
                Role::Unknown => role::UNKNOWN,
            });
            names.labels.push(person.name.clone());
            names.ids.push(person.id.clone());
            let mut gender = 0;
            let mut forms: Vec<Vec<String>> = Vec::new();
            for (k, name) in std::iter::once(&person.name).chain(&person.aliases).enumerate() {
                let words = parts(name);
                let Some(first) = words.first() else { continue };
                if let Some((_, g)) = TITLES.iter().find(|(t, _)| t == first) {
                    gender += g;
                }
                if k == 0 && words.len() == 1 {
                    gender += by_name(first);
                }
                let core = if first == "the" { words.get(1) } else { Some(first) };
                if words.len() <= 2 && core.is_some_and(|c| MOTHERS.contains(&c.as_str())) {
                    gender -= 9;
                    names.mothers |= bit;
                }
                if words.len() <= 2 && core.is_some_and(|c| FATHERS.contains(&c.as_str())) {
                    gender += 9;
                    names.fathers |= bit;
                }
                if name.contains(['\'', '’']) && words.len() > 1 {
                    // "Farid's mother": only as a whole, with its ending
                    forms.push(
                        name.to_lowercase()
                            .replace('’', "'")
                            .replace("'s", " 's")
                            .split_whitespace()
                            .map(str::to_owned)
                            .collect(),
                    );
                    continue;
                }
                if k == 0 && words.len() > 1 && !TITLES.iter().any(|(t, _)| t == first) {
                    gender += by_name(first);
                    forms.push(vec![first.clone()]);
                    if let Some(last) = words.last() {
                        for (title, _) in TITLES.iter().take(5) {
                            forms.push(vec![(*title).to_owned(), last.clone()]);
                        }
                    }
                }
                forms.push(words);
            }
            names.gender.push(gender);
            for form in forms {
                let Some((first, rest)) = form.split_first() else { continue };
                let capital = rest.is_empty() && common(first);
                let family = |w: &String| {
                    MOTHERS.contains(&w.as_str())
                        || FATHERS.contains(&w.as_str())
                        || matches!(w.as_str(), "the" | "his" | "her" | "baby" | "child")
                };
                let proper = !form.iter().all(family);
                let list = names.by_first.entry(first.clone()).or_default();
                if let Some(alias) = list.iter_mut().find(|a| a.rest == rest) {
                    alias.people |= bit;
                } else {
                    list.push(Alias { rest: rest.to_vec(), people: bit, capital, proper });
                }
            }
        }
        // A title form made from a surname yields to the one that the cast itself gives.
        for list in names.by_first.values_mut() {
            list.sort_by_key(|a| std::cmp::Reverse(a.rest.len()));
        }
        names.settle_titles(cast);
        for word in names.by_first.keys() {
            let head = word.bytes().next().unwrap_or(0);
            names.heads |= if head < 128 { 1 << (head & 63) } else { u64::MAX };
            names.lengths |= 1 << word.len().min(63);
        }
        names
    }

    /// Whether a word with this first byte may start a name; most others are turned away without looking at them.
    pub(crate) fn may_start_with(&self, head: u8) -> bool {
        !head.is_ascii() || self.heads & (1 << (head.to_ascii_lowercase() & 63)) != 0
    }

    /// Whether a word as written may start a name.
    pub(crate) fn may_start(&self, raw: &str) -> bool {
        !raw.is_ascii() || self.lengths & (1 << raw.len().min(63)) != 0
    }

    /// "Mr Hale" made up from a surname belongs to those whose aliases say so; only if nobody's do, to all of that name.
    fn settle_titles(&mut self, cast: &Cast) {
        for (n, person) in cast.people.iter().enumerate().take(64) {
            let bit: People = 1 << n;
            for alias in &person.aliases {
                let words = parts(alias);
                let Some((first, rest)) = words.split_first() else { continue };
                if !TITLES.iter().any(|(t, _)| t == first) || rest.is_empty() {
                    continue;
                }
                let sharers = cast
                    .people
                    .iter()
                    .enumerate()
                    .take(64)
                    .filter(|(_, p)| p.aliases.iter().any(|a| parts(a) == words))
                    .fold(0, |set, (m, _)| set | 1 << m);
                if let Some(list) = self.by_first.get_mut(first)
                    && let Some(found) = list.iter_mut().find(|a| a.rest == rest)
                {
                    found.people = sharers | bit;
                }
            }
        }
    }

    /// All roles of a set of people.
    pub(crate) fn roles_of(&self, people: People) -> u16 {
        self.roles.iter().enumerate().filter(|(n, _)| people & (1 << n) != 0).fold(0, |r, (_, x)| r | x)
    }

    /// The people with a role.
    pub(crate) fn with_role(&self, wanted: u16) -> People {
        self.roles.iter().enumerate().filter(|(_, r)| **r & wanted != 0).fold(0, |p, (n, _)| p | 1 << n)
    }

    /// Names and ids of the people in the set.
    pub(crate) fn people(&self, people: People) -> (Vec<String>, Vec<String>) {
        let inside = || (0..self.labels.len()).filter(|n| people & (1 << n) != 0);
        let of = |list: &[String]| inside().filter_map(|n| list.get(n).cloned()).collect();
        (of(&self.labels), of(&self.ids))
    }

    /// Id of the only person in the set.
    pub(crate) fn id(&self, people: People) -> String {
        let only = (people.count_ones() == 1).then(|| self.ids.get(people.trailing_zeros() as usize));
        only.flatten().cloned().unwrap_or_default()
    }

    /// Name of the only person in the set.
    pub(crate) fn label(&self, people: People) -> Option<&str> {
        if people.count_ones() != 1 {
            return None;
        }
        self.labels.get(people.trailing_zeros() as usize).map(String::as_str)
    }
}
