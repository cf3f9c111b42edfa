//! The frames as text, for `--explain`: who is read as whom, in whose words, and why a rule did or did not speak.

use crate::block::Block;
use crate::cast::role;
use crate::clause::Owner;
use crate::engine::{Candidate, Work};
use crate::guard::Refusal;
use crate::rules::Rule;
use crate::token::flag;

fn roles(bits: u16) -> String {
    let names: Vec<&str> = [
        (role::S, "survivor"),
        (role::P, "perpetrator"),
        (role::C, "child"),
        (role::PRO, "professional"),
        (role::OTHER, "other"),
        (role::UNKNOWN, "unknown"),
        (role::PAIR, "both adults"),
        (role::AGENCY, "agency"),
        (role::SELF, "writer"),
        (role::THEY, "they"),
    ]
    .iter()
    .filter(|(bit, _)| bits & bit != 0)
    .map(|(_, name)| *name)
    .collect();
    names.join("/")
}

/// Each sentence with its mentions and scopes.
pub(crate) fn sentences(work: &mut Work<'_>, block: &Block<'_>) {
    for s in &block.sentences {
        let mut line = format!("sentence «{}»", block.slice(s.first, s.end));
        for m in block.mentions.all.iter().filter(|m| m.first >= s.first && m.first < s.end) {
            let (people, _) = work.names.people(m.list_people);
            line.push_str(&format!("\n  «{}» {}", block.slice(m.first, m.list_end), roles(m.list_roles)));
            if !people.is_empty() {
                line.push_str(&format!(" ({})", people.join(", ")));
            }
            for (on, word) in [(m.poss, " owns"), (m.subject, " subject")] {
                if on {
                    line.push_str(word);
                }
            }
        }
        for (f, word) in [(flag::QUOTED, "quoted"), (flag::REPORTED, "reported"), (flag::HYPO, "hypothetical")] {
            let tokens: Vec<usize> = (s.first..s.end).filter(|t| block.has(*t, f)).collect();
            if let (Some(a), Some(b)) = (tokens.first(), tokens.last()) {
                line.push_str(&format!("\n  {word}: «{}»", block.slice(*a, *b + 1)));
            }
        }
        work.report.trace.push(line);
    }
}

/// A place where a rule fits, and what became of it.
pub(crate) fn candidate(block: &Block<'_>, rule: &Rule, c: &Candidate, refusal: Option<&Refusal>) -> String {
    let subject =
        block.sentences.get(c.sentence).map_or_else(String::new, |s| match block.owner(c.found.first, s) {
            Owner::Who(m) => format!("subject «{}» {}", block.slice(m.first, m.end), roles(m.list_roles)),
            Owner::Of(m) => format!("subject owned by «{}» {}", block.slice(m.first, m.end), roles(m.roles)),
            Owner::Thing => "subject a thing".to_owned(),
            Owner::None => "no subject written".to_owned(),
        });
    let what = match refusal {
        None => "marked".to_owned(),
        Some(r) => format!("not marked: {}", because(*r)),
    };
    format!("{} «{}» {subject}: {what}", rule.id, block.slice(c.found.first, c.found.end))
}

fn because(refusal: Refusal) -> String {
    match refusal {
        Refusal::Off => "the rule is off".to_owned(),
        Refusal::Allowed => "it is a name that the pack allows".to_owned(),
        Refusal::Context => "nothing here speaks of abuse, and no people were given".to_owned(),
        Refusal::Court => "the court profile allows it".to_owned(),
        Refusal::Rejected => "the writer rejects what is said".to_owned(),
        Refusal::Topic => "the sentence is about something else".to_owned(),
        Refusal::Quoted => "it is a quotation".to_owned(),
        Refusal::Reported => "these are words that somebody in the family is said to have said".to_owned(),
        Refusal::Hypothetical => "it is an if".to_owned(),
        Refusal::Negated => "a negation stands before it".to_owned(),
        Refusal::Act => "an act by a named person stands near".to_owned(),
        Refusal::Unless(n) => format!("exception {} of the rule", n + 1),
        Refusal::Role => "what it speaks of is somebody else's".to_owned(),
        Refusal::Surer => "a surer rule marks the same words".to_owned(),
        Refusal::Alone => {
            "it may be harmless, stands alone, and the paragraph says what was done and by whom".to_owned()
        }
        Refusal::Near(n) => format!("exception {} of the rule for sentences near by", n + 1),
    }
}
