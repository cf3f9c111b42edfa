//! The phrases, read once from the text files beside this one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Something somebody does to control or harm.
#[derive(Debug)]
pub(crate) struct BehaviourPhrase {
    pub(crate) code: &'static str,
    /// `s`, `c` or `b`.
    pub(crate) towards: char,
    /// `!` a rule that stands, `-` something left undone.
    pub(crate) form: Option<char>,
    pub(crate) title: &'static str,
    pub(crate) act: &'static str,
}

/// Something a survivor does.
#[derive(Debug)]
pub(crate) struct EffortPhrase {
    pub(crate) code: &'static str,
    /// For those who work with the survivor only.
    pub(crate) confidential: bool,
    pub(crate) act: &'static str,
}

/// What a behaviour does.
#[derive(Debug)]
pub(crate) struct ImpactPhrase {
    pub(crate) code: &'static str,
    /// `c` a child, `p` parenting, `f` the family's daily life.
    pub(crate) on: char,
    pub(crate) what: &'static str,
}

/// All of them.
#[derive(Debug)]
pub(crate) struct Phrases {
    pub(crate) behaviours: Vec<BehaviourPhrase>,
    pub(crate) efforts: Vec<EffortPhrase>,
    pub(crate) impacts: Vec<ImpactPhrase>,
    groups: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Phrases {
    /// The phrases of a group: of notes `o`, `m` and `e`; and those of `said.txt`.
    pub(crate) fn group(&self, name: &str) -> &[&'static str] {
        self.groups.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The phrases.
pub(crate) fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(read)
}

fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "))
}

fn read() -> Phrases {
    let behaviours = lines(include_str!("phrases/behaviours.txt")).filter_map(|(head, act)| {
        let mut words = head.splitn(3, ' ');
        let (code, flags, title) = (words.next()?, words.next()?, words.next()?);
        let mut flags = flags.chars();
        Some(BehaviourPhrase { code, towards: flags.next()?, form: flags.next(), title, act })
    });
    let efforts = lines(include_str!("phrases/efforts.txt")).map(|(code, act)| EffortPhrase {
        code: code.trim_start_matches('*'),
        confidential: code.starts_with('*'),
        act,
    });
    let impacts = lines(include_str!("phrases/impacts.txt")).filter_map(|(head, what)| {
        let (code, on) = head.split_once(' ')?;
        Some(ImpactPhrase { code, on: on.chars().next()?, what })
    });
    let mut groups: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    for (group, phrase) in lines(include_str!("phrases/notes.txt")).chain(lines(include_str!("phrases/said.txt"))) {
        groups.entry(group).or_default().push(phrase);
    }
    Phrases { behaviours: behaviours.collect(), efforts: efforts.collect(), impacts: impacts.collect(), groups }
}
