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

use crate::cast::role;
use crate::data::PHRASES;
use crate::lexicon::Lexicon;
use crate::need::{First, first, first_words, required};
use crate::words::{Set, Words};

/// One element of a pattern.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Set(Set),
    Mention {
        mask: u16,
        poss: bool,
    },
    Gap {
        max: u8,
        wide: bool,
    },
    Any {
        of: Vec<Vec<Node>>,
        /// For each option, the words it can start with, if it starts with a word.
        firsts: Vec<Option<Set>>,
        /// All of these together.
        first: Option<Set>,
        optional: bool,
    },
    Not(Set),
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

/// A pattern that has been read.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) nodes: Vec<Node>,
    /// Sets of words, one word of each must be present, and how far from the start of a match it can lie.
    pub(crate) required: Vec<(Set, usize)>,
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
    let none = Words::default();
    let required = required(&nodes, 0, lexicon.class("english").unwrap_or(&none));
    if required.is_empty() {
        return Err(PatternError(format!("the pattern «{source}» has no word that must be present; add one")));
    }
    let first = first(&nodes);
    let masks =
        nodes.iter().filter_map(|n| if let Node::Mention { mask, .. } = n { Some(*mask) } else { None }).collect();
    let required = required.into_iter().map(|(words, far)| (Set::new(words), far)).collect();
    Ok(Pattern { nodes, required, masks, first })
}

fn read_nodes(source: &str, lexicon: &mut Lexicon, depth: usize) -> Result<Vec<Node>, PatternError> {
    if depth > 6 {
        return Err(PatternError(format!(
            "the pattern «{source}» uses phrases within phrases too deeply; write it out"
        )));
    }
    let apart = spaced(source);
    let words = apart.split_whitespace().collect();
    let mut reader = Reader { words, at: 0, lexicon, source, depth };
    let mut alternatives = reader.alternatives(false)?;
    if reader.at < reader.words.len() {
        return Err(PatternError(format!("the pattern «{source}» has a closing bracket too many")));
    }
    if alternatives.len() == 1 {
        return Ok(alternatives.swap_remove(0));
    }
    Ok(vec![any(alternatives, false)])
}

/// Sets brackets apart; within brackets a bar parts sequences, outside it parts words.
fn spaced(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut depth = 0_usize;
    for c in source.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match c {
            '(' | ')' | '[' | ']' => out.extend([' ', c, ' ']),
            '|' if depth > 0 => out.push_str(" | "),
            _ => out.push(c),
        }
    }
    if out.contains(") ") && out.contains(" ?") { out.replace(") ?", ")?").replace(")  ?", ")?") } else { out }
}

/// Alternatives with the words that can start them worked out.
fn any(of: Vec<Vec<Node>>, optional: bool) -> Node {
    let words: Vec<Option<Words>> = of.iter().map(|seq| first_words(seq)).collect();
    let all: Option<Vec<&Words>> = words.iter().map(Option::as_ref).collect();
    let first = all.map(|sets| Set::new(sets.into_iter().flat_map(Words::iter).collect()));
    let firsts = words.into_iter().map(|w| w.map(Set::new)).collect();
    Node::Any { of, firsts, first, optional }
}

/// Single words among alternatives become one set, which is quicker to try.
fn gather(of: Vec<Vec<Node>>) -> Vec<Vec<Node>> {
    let mut ids = Words::default();
    let mut rest = Vec::new();
    for mut option in of {
        match option.as_slice() {
            [Node::Set(set)] => {
                ids.extend(set.words().iter());
            }
            _ => rest.push(std::mem::take(&mut option)),
        }
    }
    if !ids.is_empty() {
        rest.insert(0, vec![Node::Set(Set::new(ids))]);
    }
    rest
}

impl Reader<'_> {
    fn fail<T>(&self, what: &str) -> Result<T, PatternError> {
        Err(PatternError(format!("the pattern «{}» {what}", self.source)))
    }

    fn alternatives(&mut self, inside: bool) -> Result<Vec<Vec<Node>>, PatternError> {
        let mut all = vec![Vec::new()];
        while let Some(word) = self.words.get(self.at).copied() {
            self.at += 1;
            match word {
                "|" => all.push(Vec::new()),
                "(" => {
                    let of = self.alternatives(true)?;
                    let optional = match self.words.get(self.at).copied() {
                        Some(")?") => true,
                        Some(")") => {
                            // "( a ) ?" is written as ")?" by the spacing above
                            self.words.get(self.at + 1).is_some_and(|w| *w == "?")
                        }
                        _ => return self.fail("misses a closing bracket"),
                    };
                    self.at += if optional && self.words.get(self.at).is_some_and(|w| *w == ")") { 2 } else { 1 };
                    let mut of = gather(of);
                    let node = match of.as_mut_slice() {
                        [one] if !optional && one.len() == 1 => one.pop(),
                        _ => None,
                    };
                    if let Some(last) = all.last_mut() {
                        last.push(node.unwrap_or_else(|| any(of, optional)));
                    }
                }
                ")" | ")?" => {
                    if !inside {
                        return self.fail("has a closing bracket too many");
                    }
                    self.at -= 1;
                    return Ok(all);
                }
                _ => {
                    let node = self.element(word)?;
                    if let Some(last) = all.last_mut() {
                        last.extend(node);
                    }
                }
            }
        }
        if inside {
            return self.fail("misses a closing bracket");
        }
        Ok(all)
    }

    fn element(&mut self, word: &str) -> Result<Vec<Node>, PatternError> {
        let one = |n| Ok(vec![n]);
        match word {
            "^" => return one(Node::Start),
            "$$" => return one(Node::End),
            "[" => return one(Node::Open),
            "]" => return one(Node::Close),
            "#" => return one(Node::Number),
            "#?" => return one(any(vec![vec![Node::Number]], true)),
            "," => return one(Node::Comma),
            ",?" => return one(any(vec![vec![Node::Comma]], true)),
            ":" => return one(Node::Colon),
            ";" => return one(Node::Semi),
            "/" => return one(Node::Slash),
            _ => {}
        }
        for (mark, wide) in [("..", false), (",,", true)] {
            if let Some(n) = word.strip_prefix(mark) {
                return match n.parse() {
                    Ok(max) => one(Node::Gap { max, wide }),
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
            let inner = match self.lexicon.phrases.get(name) {
                Some(read) => read.clone(),
                None => {
                    let read = read_nodes(source, self.lexicon, self.depth + 1)?;
                    self.lexicon.phrases.insert(name, read.clone());
                    read
                }
            };
            any(vec![inner], false)
        } else if let Some(rest) = word.strip_prefix('!') {
            Node::Not(Set::new(self.set(rest)?))
        } else {
            Node::Set(Set::new(self.set(word)?))
        };
        Ok(vec![if optional { any(vec![vec![node]], true) } else { node }])
    }

    fn set(&mut self, word: &str) -> Result<Words, PatternError> {
        let mut ids = Words::default();
        for part in word.split('|').filter(|p| !p.is_empty()) {
            if let Some(class) = part.strip_prefix('@') {
                match self.lexicon.class(class) {
                    Some(found) => ids.extend(found.iter()),
                    None => return self.fail(&format!("names an unknown class «@{class}»")),
                }
            } else if let Some(lemma) = part.strip_prefix('=') {
                ids.extend(self.lexicon.intern_lemma(lemma).iter());
            } else if part.chars().all(|c| c.is_alphanumeric() || c == '\'') {
                ids.insert(self.lexicon.intern(part));
            } else {
                return self
                    .fail(&format!("has a word «{part}» that no text can hold; split it at its hyphen or mark"));
            }
        }
        if ids.is_empty() { self.fail(&format!("has an empty word list «{word}»")) } else { Ok(ids) }
    }
}
