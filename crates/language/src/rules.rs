//! The rules made ready: patterns read, waking words indexed, pages and levels kept with them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::cast::role;
use crate::category::Categories;
use crate::data::{PHRASES, RULES, StaticRule};
use crate::lexicon::Lexicon;
use crate::pack::{Pack, PackFault};
use crate::pattern::{self, Pattern, PatternError};
use crate::report::Level;
use crate::wake::Wake;

/// The sixteen families, in the order of the annotation policy.
pub const FAMILIES: [&str; 16] = [
    "agentless_passive",
    "nominalised_violence",
    "mutualising",
    "failure_to_protect",
    "survivor_blame",
    "survivor_tasked",
    "survivor_pathology",
    "cause_excuse",
    "trauma_excuse",
    "minimising",
    "discounting",
    "incident_not_pattern",
    "compliance_as_change",
    "double_standard",
    "label_no_behaviour",
    "child_witness_only",
];

/// Page of a rule: the same data that the engine and the tests use.
#[derive(Clone, Copy, Debug)]
pub struct RulePage {
    /// Id, such as MUT101.
    pub id: &'static str,
    /// Short name.
    pub name: &'static str,
    /// Family.
    pub family: &'static str,
    /// Usual level.
    pub level: Level,
    /// template, word or never.
    pub fix: &'static str,
    /// What the words do.
    pub what: &'static str,
    /// Why it matters, with the source.
    pub why: &'static str,
    /// The question.
    pub ask: &'static str,
    /// The rewrite with blanks.
    pub rewrite: &'static str,
    /// What is not marked.
    pub traps: &'static [&'static str],
    /// Known gaps.
    pub gaps: &'static str,
    /// Sentences that are marked.
    pub bad: &'static [&'static str],
    /// Sentences that are not.
    pub good: &'static [&'static str],
}

/// Pages of all rules, sorted by id.
pub fn pages() -> Vec<RulePage> {
    let mut all: Vec<RulePage> = RULES
        .iter()
        .map(|r| RulePage {
            id: r.id,
            name: r.name,
            family: r.family,
            level: level(r.level),
            fix: r.fix,
            what: r.what,
            why: r.why,
            ask: r.ask,
            rewrite: r.rewrite,
            traps: r.traps,
            gaps: r.gaps,
            bad: r.bad,
            good: r.good,
        })
        .collect();
    all.sort_by_key(|p| p.id);
    all
}

pub(crate) fn level(word: &str) -> Level {
    match word {
        "error" => Level::Error,
        "info" => Level::Info,
        _ => Level::Warning,
    }
}

fn fix(word: &str) -> &'static str {
    match word {
        "template" => "template",
        "word" => "word",
        _ => "never",
    }
}

fn engine(word: &str) -> &'static str {
    match word {
        "passive" => "passive",
        "headline" => "headline",
        "scare" => "scare",
        _ => "",
    }
}

/// Who has to be the subject where a pattern fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    pub(crate) mask: u16,
    /// No written subject will do ("Appears guarded.").
    pub(crate) dropped: bool,
    /// What the person owns will do ("her account").
    pub(crate) owned: bool,
    /// A thing will do.
    pub(crate) thing: bool,
}

fn who(code: &str) -> Option<Who> {
    let (mut mask, mut dropped, mut owned, mut thing) = (0, false, false, false);
    for c in code.chars() {
        match c {
            'S' => mask |= role::S | role::UNKNOWN,
            'P' => mask |= role::P | role::UNKNOWN,
            's' => mask |= role::S,
            'p' => mask |= role::P,
            'C' => mask |= role::C,
            'B' => mask |= role::PAIR | role::THEY,
            '?' => dropped = true,
            'o' => owned = true,
            't' => thing = true,
            _ => return None,
        }
    }
    Some(Who { mask, dropped, owned, thing })
}

/// What a pattern does when it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// A finding of the rule with this number.
    Find(usize),
    /// The sentence rejects what it says.
    Reject,
    /// The sentence rejects the one before.
    RejectLast,
    /// The sentence is about something else.
    Clean,
}

/// A pattern with its task.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) pattern: Pattern,
    pub(crate) act: Act,
    pub(crate) who: Option<Who>,
    /// Not yet precise: tried only where the nursery is on.
    pub(crate) nursery: bool,
}

/// Options of a rule.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    pub(crate) quote: bool,
    pub(crate) negated: bool,
    pub(crate) reported: bool,
    pub(crate) hypothetical: bool,
    pub(crate) no_acts_near: bool,
    pub(crate) no_acts_same: bool,
    pub(crate) no_acts_next: bool,
    pub(crate) any_context: bool,
    pub(crate) court_off: bool,
    /// The words may be harmless: something near must speak of abuse.
    pub(crate) weak: bool,
    /// The same, and other findings of this kind are not enough.
    pub(crate) event: bool,
    /// Not yet precise: all patterns of the rule are in the nursery.
    pub(crate) nursery: bool,
}

/// A rule made ready.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) family: &'static str,
    pub(crate) level: Level,
    /// Turned off by a pack.
    pub(crate) off: bool,
    pub(crate) fix: &'static str,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) ask: String,
    pub(crate) rewrite: String,
    pub(crate) traps: String,
    pub(crate) engine: &'static str,
    pub(crate) options: Options,
    pub(crate) unless: Vec<Pattern>,
    pub(crate) unless_near: Vec<Pattern>,
}

/// All rules and words.
#[derive(Debug)]
pub struct Rules {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: Vec<Rule>,
    pub(crate) programs: Vec<Program>,
    /// Which sets each word belongs to, which sets each program needs.
    pub(crate) wake: Wake,
    /// Codes of suggestions.
    pub(crate) categories: Categories,
    /// Names and titles in which nothing is marked.
    pub(crate) allow: Vec<Pattern>,
}

fn options(words: &[&str]) -> Result<Options, PatternError> {
    let mut o = Options::default();
    for word in words {
        match *word {
            "quote" => o.quote = true,
            "negated" => o.negated = true,
            "reported" => o.reported = true,
            "hypothetical" => o.hypothetical = true,
            "no_acts_near" => o.no_acts_near = true,
            "no_acts_same" => o.no_acts_same = true,
            "no_acts_next" => o.no_acts_next = true,
            "any_context" => o.any_context = true,
            "court_off" => o.court_off = true,
            "weak" => o.weak = true,
            "event" => o.event = true,
            "nursery" => o.nursery = true,
            other => return Err(PatternError(format!("unknown option «{other}»"))),
        }
    }
    Ok(o)
}

impl Rules {
    /// Our own rules, read once.
    pub fn standard() -> &'static Self {
        static NONE: OnceLock<Rules> = OnceLock::new();
        Self::ours().as_ref().unwrap_or_else(|_| {
            NONE.get_or_init(|| Self {
                lexicon: Lexicon::new(),
                rules: Vec::new(),
                programs: Vec::new(),
                wake: Wake::default(),
                categories: Categories::default(),
                allow: Vec::new(),
            })
        })
    }

    /// Our own rules, read once, or what is wrong with them.
    fn ours() -> &'static Result<Self, PatternError> {
        static ALL: OnceLock<Result<Rules, PatternError>> = OnceLock::new();
        ALL.get_or_init(Self::build)
    }

    /// What is wrong with our own rules, if anything: for tests and for the author of a rule.
    pub fn faults() -> Vec<PatternError> {
        let mut lexicon = Lexicon::new();
        let mut all: Vec<PatternError> = RULES
            .iter()
            .filter_map(|r| {
                add(r, &mut lexicon, &mut Vec::new(), &mut Vec::new())
                    .err()
                    .map(|e| PatternError(format!("{}: {e}", r.id)))
            })
            .collect();
        all.extend(Self::build().err());
        all
    }

    /// Our own rules with an agency's pack: more rules and terms, other levels, names in which nothing is marked.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the pack, each with the words of the pack that are at fault.
    pub fn with_pack(pack: &Pack) -> Result<Self, Vec<PackFault>> {
        crate::pack::build(pack)
    }

    /// Our own rules, for more to be added; the index is to be made afterwards.
    pub(crate) fn to_extend() -> Result<Self, PatternError> {
        let ours = Self::ours().as_ref().map_err(Clone::clone)?;
        Ok(Self {
            lexicon: ours.lexicon.clone(),
            rules: ours.rules.clone(),
            programs: ours.programs.clone(),
            wake: Wake::default(),
            categories: ours.categories.clone(),
            allow: Vec::new(),
        })
    }

    /// Reads the rules; an error names the pattern and the fault. A test makes sure that ours have none.
    fn build() -> Result<Self, PatternError> {
        let mut lexicon = Lexicon::new();
        let mut rules = Vec::new();
        let mut programs = Vec::new();
        for (name, source) in PHRASES {
            let act = match name.split('_').next() {
                Some("reject") => Act::Reject,
                Some("rejectlast") => Act::RejectLast,
                Some("clean") => Act::Clean,
                _ => continue,
            };
            programs.push(Program {
                pattern: pattern::read(source, &mut lexicon)?,
                act,
                who: None,
                nursery: false,
            });
        }
        for r in RULES {
            add(r, &mut lexicon, &mut rules, &mut programs).map_err(|e| PatternError(format!("{}: {e}", r.id)))?;
        }
        let categories = Categories::new(&mut lexicon);
        lexicon.prepare_repairs();
        let mut all = Self { lexicon, rules, programs, wake: Wake::default(), categories, allow: Vec::new() };
        all.index();
        Ok(all)
    }

    /// Makes the index of words.
    pub(crate) fn index(&mut self) {
        let everywhere = self.lexicon.class("everywhere").cloned().unwrap_or_default();
        self.wake = Wake::new(&self.programs, &self.lexicon, &everywhere);
    }

    /// Number of the rule with a built-in matcher of this name.
    pub(crate) fn engines(&self) -> BTreeMap<&'static str, usize> {
        self.rules.iter().enumerate().filter(|(_, r)| !r.engine.is_empty()).map(|(n, r)| (r.engine, n)).collect()
    }
}

pub(crate) fn add(
    r: &StaticRule<'_>,
    lexicon: &mut Lexicon,
    rules: &mut Vec<Rule>,
    programs: &mut Vec<Program>,
) -> Result<(), PatternError> {
    let n = rules.len();
    let read_all = |sources: &[&str], lexicon: &mut Lexicon| {
        sources.iter().map(|s| pattern::read(s, lexicon)).collect::<Result<Vec<_>, _>>()
    };
    let Some(family) = FAMILIES.iter().find(|f| **f == r.family) else {
        return Err(PatternError(format!("unknown family «{}»", r.family)));
    };
    let nursery = r.options.contains(&"nursery");
    let sure = r.patterns.iter().map(|p| (p, nursery));
    for (source, nursery) in sure.chain(r.nursery.iter().map(|p| (p, true))) {
        let (code, body) = match source.split_once(": ") {
            Some((code, body)) if who(code).is_some() && !code.is_empty() => (code, body),
            Some(("-", body)) => ("", body),
            _ => (r.who, *source),
        };
        let who = if code.is_empty() { None } else { who(code) };
        programs.push(Program { pattern: pattern::read(body, lexicon)?, act: Act::Find(n), who, nursery });
    }
    let options = options(r.options)?;
    rules.push(Rule {
        id: r.id.to_owned(),
        name: r.name.to_owned(),
        family,
        level: if options.nursery { Level::Info } else { level(r.level) },
        off: false,
        fix: fix(r.fix),
        what: r.what.to_owned(),
        why: r.why.to_owned(),
        ask: r.ask.to_owned(),
        rewrite: r.rewrite.to_owned(),
        traps: r.traps.join("; "),
        engine: engine(r.engine),
        options,
        unless: read_all(r.unless, lexicon)?,
        unless_near: read_all(r.unless_near, lexicon)?,
    });
    Ok(())
}
