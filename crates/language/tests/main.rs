//! The wording check seen from outside: rules by their own examples, roles, spelling of marks, determinism.

mod examples;
mod fuzzed;
mod packs;
mod roles;
mod scored;
mod writing;

use language::{Cast, Config, Finding, Person, Report, Role, analyse};

/// The invented family of the rules' examples.
pub(crate) fn family() -> Cast {
    let person = |name: &str, aliases: &[&str], role| Person {
        id: String::new(),
        name: name.to_owned(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        role,
    };
    Cast {
        people: vec![
            person("Anna Ward", &["Anna", "Mum", "mother", "Ms Ward"], Role::Survivor),
            person("Mark Hale", &["Mark", "Dad", "father", "Mr Hale"], Role::Perpetrator),
            person("Lily", &[], Role::Child),
            person("Tom", &[], Role::Child),
        ],
    }
}

pub(crate) fn check(text: &str) -> Report {
    analyse(text, &family(), &Config::default())
}

pub(crate) fn families(text: &str) -> Vec<&'static str> {
    check(text).findings.iter().map(|f: &Finding| f.family).collect()
}
