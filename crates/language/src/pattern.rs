//! The pattern language of the rules: reading a pattern and choosing the words that wake it.
//!
//! | written | means |
//! |---|---|
//! | `word` | that word, any capitals |
//! | `=fail` | all forms of the verb |
//! | `@class` | a word of the class (lexicon/*.toml) |
//! | `%phrase` | a named pattern (lexicon/*.toml) |
//! | `a\|=b\|@c` | one of these, one word |
//! | `( a b \| c )` | one of these sequences |
//! | `x?` `( … )?` | may be missing |
//! | `$S $P $C $SC $A $PAIR $PRO $X` | a mention of the survivor, perpetrator, child, survivor or child, either adult, both adults, agency, anybody |
//! | `$S's` | the possessive, or his, her, their |
//! | `..4` | up to four words within the clause, no negation |
//! | `,,6` | up to six tokens of any kind but a semicolon |
//! | `!x` | the next word is not x |
//! | `#` | a number |
//! | `,` `:` | that mark |
//! | `^` `$$` | start of the sentence; end of the clause |
//! | `[` `]` | where the marked span starts and ends |

use std::sync::Arc;

use crate::cast::role;
use crate::data::PHRASES;
use crate::lexicon::{Lexicon, WordId};
use crate::need::{First, Required, first, first_of, longest, required, required_of};
use crate::words::Set;

/// One element of a pattern.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Set(Arc<Set>),
    Mention { mask: u16, poss: bool },
    Gap { max: u8, wide: bool },
    Any(Arc<Any>),
    Not(Arc<Set>),
    Number,
    Comma,
    Colon,
    Semi,
    Slash,
    Start,
    End,
    Open,
    Close,
}

/// One of these sequences; read once and shared by all that name it.
#[derive(Debug)]
pub(crate) struct Any {
    pub(crate) of: Vec<Sequence>,
    /// With what one of them can start.
    pub(crate) first: Option<First>,
    pub(crate) optional: bool,
    /// Words of which one is in every match, unless it may be missing.
    pub(crate) required: Option<Required>,
    /// Longest run of tokens.
    pub(crate) longest: usize,
}

/// One of several sequences.
#[derive(Debug)]
pub(crate) struct Sequence {
    pub(crate) nodes: Vec<Node>,
    /// With what it can start, and the bits of those words; all bits where it can start with something else.
    pub(crate) first: Option<First>,
    pub(crate) sieve: u64,
}

/// A pattern that has been read.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    pub(crate) nodes: Vec<Node>,
    /// Sets of words, one word of each must be present, and how far from the start of a match it can lie.
    pub(crate) required: Vec<Required>,
    /// Roles of which somebody must be mentioned, for each mention that cannot be missing.
    pub(crate) masks: Vec<u16>,
    /// With what a match can start; none if it can start with anything.
    pub(crate) first: Option<First>,
}

/// Why a pattern could not be read: what, where and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError(pub String);

impl std::fmt::Display for PatternError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PatternError {}

struct Reader<'a> {
    words: Vec<&'a str>,
    at: usize,
    lexicon: &'a mut Lexicon,
    source: &'a str,
    depth: usize,
}

/// Reads one pattern, adding its words to the lexicon.
pub(crate) fn read(source: &str, lexicon: &mut Lexicon) -> Result<Pattern, PatternError> {
    let nodes = read_nodes(source, lexicon, 0)?;
    let required: Vec<Required> = required(&nodes).map(|(set, far)| (Arc::clone(set), far)).collect();
    if required.is_empty() {
        return Err(PatternError(format!("the pattern «{source}» has no word that must be present; add one")));
    }
    let first = first(&nodes, lexicon);
    let masks =
        nodes.iter().filter_map(|n| if let Node::Mention { mask, .. } = n { Some(*mask) } else { None }).collect();
    Ok(Pattern { nodes, required, masks, first })
}

fn read_nodes(source: &str, lexicon: &mut Lexicon, depth: usize) -> Result<Vec<Node>, PatternError> {
    if depth > 6 {
        return Err(PatternError(format!(
            "the pattern «{source}» uses phrases within phrases too deeply; write it out"
        )));
    }
    let mut reader = Reader { words: apart(source), at: 0, lexicon, source, depth };
    let mut alternatives = reader.alternatives(false)?;
    if reader.at < reader.words.len() {
        return Err(PatternError(format!("the pattern «{source}» has a closing bracket too many")));
    }
    if alternatives.len() == 1 {
        return Ok(alternatives.swap_remove(0));
    }
    Ok(vec![any(alternatives, false, lexicon)])
}

/// The words of a pattern, brackets apart; within brackets a bar parts sequences, outside it belongs to a word.
fn apart(source: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(source.len() / 3);
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, b) in source.bytes().enumerate() {
        let mut space = 0;
        match b {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'[' | b']' => {}
            b'|' if depth > 0 => {}
            b' ' | b'\t'..=b'\r' => space = 1,
            128.. => match source.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if c.is_whitespace() => space = c.len_utf8(),
                _ => continue,
            },
            _ => continue,
        }
        words.extend(source.get(start..at).filter(|w| !w.is_empty()));
        if space == 0 {
            words.extend(source.get(at..=at));
        }
        start = at + space.max(1);
    }
    words.extend(source.get(start..).filter(|w| !w.is_empty()));
    words
}

/// Alternatives with the words that can start them worked out.
fn any(of: Vec<Vec<Node>>, optional: bool, lexicon: &mut Lexicon) -> Node {
    let firsts: Vec<Option<First>> = of.iter().map(|seq| first(seq, lexicon)).collect();
    let first = first_of(&firsts, lexicon);
    let required = if optional { None } else { required_of(&of, lexicon) };
    let longest = of.iter().map(|seq| longest(seq)).max().unwrap_or(0);
    let sequence = |(nodes, first): (Vec<Node>, Option<First>)| {
        let sieve = first.as_ref().filter(|f| !f.mention).map_or(u64::MAX, |f| f.words.sieve());
        Sequence { nodes, first, sieve }
    };
    let of = of.into_iter().zip(firsts).map(sequence).collect();
    Node::Any(Arc::new(Any { of, first, optional, required, longest }))
}

impl Reader<'_> {
    fn fail<T>(&self, what: &str) -> Result<T, PatternError> {
        Err(PatternError(format!("the pattern «{}» {what}", self.source)))
    }

    /// Sequences parted by bars. Within brackets the single words among them become one set, which is quicker to try.
    fn alternatives(&mut self, inside: bool) -> Result<Vec<Vec<Node>>, PatternError> {
        let mut all = Vec::new();
        let mut sequence = Vec::new();
        let mut single = Vec::new();
        let mut taken = false;
        loop {
            let Some(word) = self.words.get(self.at).copied() else {
                if inside {
                    return self.fail("misses a closing bracket");
                }
                all.push(sequence);
                return Ok(all);
            };
            match word {
                "|" | ")" => {
                    if word == ")" && !inside {
                        return self.fail("has a closing bracket too many");
                    }
                    match sequence.as_slice() {
                        [] if std::mem::take(&mut taken) => {}
                        [Node::Set(set)] if inside => {
                            single.extend(set.words().iter());
                            sequence.clear();
                        }
                        _ => all.push(std::mem::take(&mut sequence)),
                    }
                    if word == ")" {
                        if !single.is_empty() {
                            all.insert(0, vec![Node::Set(self.lexicon.set(single.into_iter().collect()))]);
                        }
                        return Ok(all);
                    }
                }
                "(" => {
                    self.at += 1;
                    let mut of = self.alternatives(true)?;
                    let optional = self.words.get(self.at + 1).is_some_and(|w| *w == "?");
                    self.at += usize::from(optional);
                    let node = match of.as_mut_slice() {
                        [one] if !optional && one.len() == 1 => one.pop(),
                        _ => None,
                    };
                    sequence.push(node.unwrap_or_else(|| any(of, optional, self.lexicon)));
                }
                _ if inside && sequence.is_empty() && self.stands_alone(word) => {
                    self.part(word, &mut single)?;
                    taken = true;
                }
                _ => sequence.push(self.element(word)?),
            }
            self.at += 1;
        }
    }

    /// Whether a word is all of an alternative, and of the plainest kind: most words of the rules are.
    fn stands_alone(&self, word: &str) -> bool {
        matches!(self.words.get(self.at + 1), Some(&("|" | ")")))
            && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'=' || b == b'@')
    }

    fn element(&mut self, word: &str) -> Result<Node, PatternError> {
        match word {
            "^" => return Ok(Node::Start),
            "$$" => return Ok(Node::End),
            "[" => return Ok(Node::Open),
            "]" => return Ok(Node::Close),
            "#" => return Ok(Node::Number),
            "#?" => return Ok(any(vec![vec![Node::Number]], true, self.lexicon)),
            "," => return Ok(Node::Comma),
            ",?" => return Ok(any(vec![vec![Node::Comma]], true, self.lexicon)),
            ":" => return Ok(Node::Colon),
            ";" => return Ok(Node::Semi),
            "/" => return Ok(Node::Slash),
            _ => {}
        }
        for (mark, wide) in [("..", false), (",,", true)] {
            if let Some(n) = word.strip_prefix(mark) {
                return match n.parse() {
                    Ok(max) => Ok(Node::Gap { max, wide }),
                    Err(_) => self.fail(&format!("has a gap «{word}» without a number; write {mark}4")),
                };
            }
        }
        let (word, optional) = word.strip_suffix('?').map_or((word, false), |w| (w, true));
        let node = if let Some(name) = word.strip_prefix('$') {
            let (name, poss) = name.strip_suffix("'s").map_or((name, false), |n| (n, true));
            let mask = match name {
                "S" => role::S | role::UNKNOWN,
                "P" => role::P | role::UNKNOWN,
                "SS" => role::S,
                "PP" => role::P,
                "C" => role::C,
                "SC" => role::S | role::C | role::UNKNOWN,
                "A" => role::S | role::P | role::UNKNOWN,
                "PAIR" => role::PAIR,
                "THEY" => role::PAIR | role::THEY,
                "PRO" => role::PRO | role::AGENCY | role::SELF,
                "O" => role::OTHER,
                "X" => u16::MAX,
                _ => return self.fail(&format!("names an unknown mention «${name}»")),
            };
            Node::Mention { mask, poss }
        } else if let Some(name) = word.strip_prefix('%') {
            let Some((name, source)) = PHRASES.iter().find(|(n, _)| *n == name) else {
                return self.fail(&format!("names an unknown phrase «%{name}»"));
            };
            match self.lexicon.phrases.get(name) {
                Some(read) => read.clone(),
                None => {
                    let inner = read_nodes(source, self.lexicon, self.depth + 1)?;
                    let read = any(vec![inner], false, self.lexicon);
                    self.lexicon.phrases.insert(name, read.clone());
                    read
                }
            }
        } else if let Some(rest) = word.strip_prefix('!') {
            Node::Not(self.set(rest)?)
        } else {
            Node::Set(self.set(word)?)
        };
        Ok(if optional { any(vec![vec![node]], true, self.lexicon) } else { node })
    }

    /// The words that an element names; the same text is read once.
    fn set(&mut self, word: &str) -> Result<Arc<Set>, PatternError> {
        if let Some(known) = self.lexicon.sets.get(word).map(Arc::clone) {
            // whose form a word is, the last verb that was read says
            for lemma in word.split('|').filter_map(|part| part.strip_prefix('=')) {
                self.lexicon.intern_lemma(lemma);
            }
            return Ok(known);
        }
        let mut ids = Vec::new();
        self.add(word, &mut ids)?;
        let set = self.lexicon.set(ids.into_iter().collect());
        self.lexicon.sets.insert(word.into(), Arc::clone(&set));
        Ok(set)
    }

    /// Adds the words that an element names.
    fn add(&mut self, word: &str, ids: &mut Vec<WordId>) -> Result<(), PatternError> {
        for part in word.split('|').filter(|p| !p.is_empty()) {
            self.part(part, ids)?;
        }
        if ids.is_empty() { self.fail(&format!("has an empty word list «{word}»")) } else { Ok(()) }
    }

    fn part(&mut self, part: &str, ids: &mut Vec<WordId>) -> Result<(), PatternError> {
        if let Some(class) = part.strip_prefix('@') {
            match self.lexicon.class(class) {
                Some(found) => ids.extend(found.iter()),
                None => return self.fail(&format!("names an unknown class «@{class}»")),
            }
        } else if let Some(lemma) = part.strip_prefix('=') {
            ids.extend(self.lexicon.intern_lemma(lemma).iter().map(|(id, _)| *id));
        } else if part.chars().all(|c| c.is_alphanumeric() || c == '\'') {
            ids.push(self.lexicon.intern(part));
        } else {
            return self
                .fail(&format!("has a word «{part}» that no text can hold; split it at its hyphen or mark"));
        }
        Ok(())
    }
}
