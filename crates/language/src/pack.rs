//! An agency's own pack: terms, names to leave alone, levels, and rules in the same form as ours, checked by their examples.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cast::{Cast, Person, Role};
use crate::data::StaticRule;
use crate::engine::{Config, analyse_with};
use crate::pattern::{self, PatternError};
use crate::report::Level;
use crate::rules::{self, FAMILIES, Rules};

/// A pack as a team writes it. `docs/wording.md` shows one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pack {
    /// Names and titles in which nothing is marked: "Reducing Parental Conflict".
    pub allow: Vec<String>,
    /// Level of a rule by its id: error, warning, info or off.
    pub levels: BTreeMap<String, String>,
    /// Words or phrases that the team does not want.
    pub term: Vec<Term>,
    /// Rules in the same form as our own.
    pub rule: Vec<PackRule>,
}

/// A phrase that the team does not want.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The words.
    pub term: String,
    /// One of the sixteen families.
    pub family: String,
    /// What the words do.
    pub message: String,
    /// What to write instead.
    #[serde(default)]
    pub suggest: String,
    /// Patterns that silence it in the same sentence.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// A rule of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackRule {
    /// Id; must not be one of ours.
    pub id: String,
    /// Short name.
    pub name: String,
    /// One of the sixteen families.
    pub family: String,
    /// error, warning or info.
    #[serde(default)]
    pub level: String,
    /// What the words do.
    pub what: String,
    /// Why it matters.
    #[serde(default)]
    pub why: String,
    /// The question to ask.
    #[serde(default)]
    pub ask: String,
    /// A next sentence with blanks.
    #[serde(default)]
    pub rewrite: String,
    /// Who must be the subject, as in our rules.
    #[serde(default)]
    pub who: String,
    /// Options, as in our rules.
    #[serde(default)]
    pub options: Vec<String>,
    /// Patterns, one of which must fit.
    pub patterns: Vec<String>,
    /// Patterns that silence it in the same sentence.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Patterns that silence it in this sentence or one beside it.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// At least four sentences that are marked, about Anna (survivor), Mark (perpetrator), Lily and Tom.
    pub bad: Vec<String>,
    /// At least four sentences that are not.
    pub good: Vec<String>,
}

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// The words of the pack that are at fault, to be looked for in the file.
    pub at: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// The people of the examples.
fn examples() -> Cast {
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

/// A phrase as a pattern: its words in order, whatever marks stand between them.
fn phrase(words: &str) -> String {
    let parts: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    parts.join(" ")
}

fn refs(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn put(all: &mut Rules, r: &PackRule) -> Result<(), PatternError> {
    let (options, patterns, unless, near) =
        (refs(&r.options), refs(&r.patterns), refs(&r.unless), refs(&r.unless_near));
    let source = StaticRule {
        id: &r.id,
        name: &r.name,
        family: if FAMILIES.contains(&r.family.as_str()) { &r.family } else { "minimising" },
        level: &r.level,
        fix: if r.rewrite.is_empty() { "never" } else { "template" },
        what: &r.what,
        why: &r.why,
        ask: &r.ask,
        rewrite: &r.rewrite,
        gaps: "",
        engine: "",
        who: &r.who,
        traps: &[],
        options: &options,
        patterns: &patterns,
        nursery: &[],
        unless: &unless,
        unless_near: &near,
        bad: &[],
        good: &[],
    };
    rules::add(&source, &mut all.lexicon, &mut all.rules, &mut all.programs)
}

fn known_family(family: &str, at: &str, faults: &mut Vec<PackFault>) {
    if !FAMILIES.contains(&family) {
        let message = format!("«{family}» is not a family. Write one of: {}", FAMILIES.join(", "));
        faults.push(PackFault { at: at.to_owned(), message });
    }
}

/// Builds the rules with a pack, or says everything that is wrong with it.
pub(crate) fn build(pack: &Pack) -> Result<Rules, Vec<PackFault>> {
    let mut faults = Vec::new();
    let mut all = Rules::to_extend().map_err(|e| vec![PackFault { at: String::new(), message: e.0 }])?;
    for (n, t) in pack.term.iter().enumerate() {
        known_family(&t.family, &t.term, &mut faults);
        let rule = PackRule {
            id: format!("TERM{:03}", n + 1),
            name: t.term.clone(),
            family: t.family.clone(),
            level: "warning".to_owned(),
            what: t.message.clone(),
            rewrite: t.suggest.clone(),
            patterns: vec![phrase(&t.term)],
            unless: t.unless.clone(),
            ..PackRule::default()
        };
        if let Err(e) = put(&mut all, &rule) {
            faults.push(PackFault { at: t.term.clone(), message: e.0 });
        }
    }
    for r in &pack.rule {
        known_family(&r.family, &r.family, &mut faults);
        if all.rules.iter().any(|known| known.id.eq_ignore_ascii_case(&r.id)) {
            let message = format!("the id {} is taken. Choose another, such as TEAM101", r.id);
            faults.push(PackFault { at: r.id.clone(), message });
            continue;
        }
        if r.bad.len() < 4 || r.good.len() < 4 {
            let message = format!(
                "{} needs at least four bad and four good examples (it has {} and {})",
                r.id,
                r.bad.len(),
                r.good.len()
            );
            faults.push(PackFault { at: r.id.clone(), message });
        }
        if let Err(e) = put(&mut all, r) {
            let at = r.patterns.iter().chain(&r.unless).chain(&r.unless_near).find(|p| e.0.contains(p.as_str()));
            faults.push(PackFault { at: at.unwrap_or(&r.id).clone(), message: format!("{}: {e}", r.id) });
        }
    }
    for (id, level) in &pack.levels {
        let Some(rule) = all.rules.iter_mut().find(|r| r.id.eq_ignore_ascii_case(id)) else {
            faults.push(PackFault {
                at: id.clone(),
                message: format!("there is no rule {id}. `holdfast rules` lists them"),
            });
            continue;
        };
        match level.as_str() {
            "off" => rule.off = true,
            "error" => rule.level = Level::Error,
            "warning" => rule.level = Level::Warning,
            "info" => rule.level = Level::Info,
            _ => faults.push(PackFault {
                at: id.clone(),
                message: format!("{id}: «{level}» is not a level. Write error, warning, info or off"),
            }),
        }
    }
    for name in &pack.allow {
        match pattern::read(&phrase(name), &mut all.lexicon) {
            Ok(p) => all.allow.push(p),
            Err(e) => faults.push(PackFault { at: name.clone(), message: e.0 }),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    all.index();
    for r in &pack.rule {
        try_examples(&all, r, &mut faults);
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// The examples of a rule are its tests, as they are for our own.
fn try_examples(all: &Rules, r: &PackRule, faults: &mut Vec<PackFault>) {
    let found = |text: &str| {
        let note = format!("Note about Anna Ward. {text}");
        analyse_with(all, &note, &examples(), &Config::default()).findings.iter().any(|f| f.rule == r.id)
    };
    for (list, wanted, what) in [
        (&r.bad, true, "is a bad example and is not marked. Mend the pattern or the example"),
        (&r.good, false, "is a good example and is marked. Add an exception under unless, or narrow the pattern"),
    ] {
        for text in list.iter().filter(|t| found(t) != wanted) {
            faults.push(PackFault { at: text.clone(), message: format!("{}: «{text}» {what}", r.id) });
        }
    }
}
