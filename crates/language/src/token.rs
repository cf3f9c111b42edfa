//! Words, numbers and marks with their place in the text; apostrophes, dashes and spaces of every kind made equal.

use crate::lexicon::{Lexicon, WordId};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Word,
    Number,
    Stop,
    Comma,
    Semi,
    Colon,
    Dash,
    Open,
    Close,
    Quote,
    Slash,
    Bullet,
    Other,
}

/// Facts about how a token is written.
pub(crate) mod flag {
    /// First letter is a capital.
    pub(crate) const CAP: u16 = 1;
    /// All letters are capitals (two or more).
    pub(crate) const UPPER: u16 = 2;
    /// White space comes before.
    pub(crate) const SPACE: u16 = 4;
    /// A line break comes before.
    pub(crate) const LINE: u16 = 8;
    /// An empty line comes before.
    pub(crate) const BLANK: u16 = 16;
    /// Joined to the word before by a hyphen.
    pub(crate) const JOINED: u16 = 32;
    /// Second part of a contraction or a possessive ending.
    pub(crate) const TAIL: u16 = 64;
    /// May be skipped between the parts of a pattern: fillers and short brackets.
    pub(crate) const SKIP: u16 = 128;
    /// Inside quotation marks.
    pub(crate) const QUOTED: u16 = 256;
    /// Inside the reported words of the survivor, a child, the perpetrator or family.
    pub(crate) const REPORTED: u16 = 512;
    /// After if, unless, risk of.
    pub(crate) const HYPO: u16 = 2048;
    /// Read with one letter put right.
    pub(crate) const REPAIRED: u16 = 4096;
}

/// One token; offsets are bytes within the block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) id: WordId,
    pub(crate) flags: u16,
    pub(crate) kind: Kind,
    /// Forms that the word can be, and its class bits: asked for so often that they are looked up once.
    pub(crate) form: u8,
    pub(crate) bits: u64,
}

impl Token {
    pub(crate) fn has(&self, f: u16) -> bool {
        self.flags & f != 0
    }
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Contractions without an apostrophe, as typed in haste.
const BARE_NOT: &[(&str, &str)] = &[
    ("dont", "do"),
    ("didnt", "did"),
    ("doesnt", "does"),
    ("wont", "will"),
    ("cant", "can"),
    ("isnt", "is"),
    ("wasnt", "was"),
    ("arent", "are"),
    ("werent", "were"),
    ("havent", "have"),
    ("hasnt", "has"),
    ("hadnt", "had"),
    ("couldnt", "could"),
    ("wouldnt", "would"),
    ("shouldnt", "should"),
    ("cannot", "can"),
];

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Whether an ASCII byte is a letter, a digit or an underscore.
static PART_OF_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut rest: &mut [bool] = &mut table;
    let mut b = 0_u8;
    while let Some((part, tail)) = rest.split_first_mut() {
        *part = b.is_ascii_alphanumeric() || b == b'_';
        b = b.wrapping_add(1);
        rest = tail;
    }
    table
};

struct Lexer<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    out: &'a mut Vec<Token>,
    space: u16,
}

/// Cuts `text` into tokens, replacing the content of `out`.
pub(crate) fn lex(text: &str, lexicon: &Lexicon, out: &mut Vec<Token>) {
    out.clear();
    let mut lexer = Lexer { text, lexicon, out, space: flag::LINE | flag::SPACE };
    let bytes = text.as_bytes();
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        i = match b {
            b' ' | b'\t' | b'\r' => {
                lexer.space |= flag::SPACE;
                i + 1
            }
            b'\n' => {
                lexer.space |= if lexer.space & flag::LINE != 0 { flag::BLANK } else { flag::LINE } | flag::SPACE;
                i + 1
            }
            b'a'..=b'z' | b'A'..=b'Z' => lexer.word(i),
            b'0'..=b'9' => lexer.number(i),
            b if b < 128 => lexer.mark(i, b as char, 1),
            _ => {
                let c = text.get(i..).and_then(|t| t.chars().next()).unwrap_or('\u{fffd}');
                if c.is_alphabetic() {
                    lexer.word(i)
                } else if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}') {
                    lexer.space |= flag::SPACE;
                    i + c.len_utf8()
                } else {
                    lexer.mark(i, c, c.len_utf8())
                }
            }
        };
    }
}

impl Lexer<'_> {
    fn push(&mut self, start: usize, end: usize, id: WordId, kind: Kind, flags: u16) {
        let flags = flags | self.space;
        self.space = 0;
        let (bits, form) = self.lexicon.facts(id);
        self.out.push(Token { start: narrow(start), end: narrow(end), id, kind, flags, form, bits });
    }

    /// The end of the run of letters and digits that starts at `i`.
    fn run(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut i = start;
        loop {
            let rest = bytes.get(i..).unwrap_or(&[]);
            i += rest
                .iter()
                .position(|b| !PART_OF_WORD.get(usize::from(*b)).is_some_and(|p| *p))
                .unwrap_or(rest.len());
            if bytes.get(i).is_none_or(u8::is_ascii) {
                return i;
            }
            match self.text.get(i..).and_then(|t| t.chars().next()) {
                Some(c) if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') => i += c.len_utf8(),
                _ => return i,
            }
        }
    }

    /// Length of an apostrophe at `i`, or nothing.
    fn apostrophe(&self, i: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        match bytes.get(i) {
            Some(b'\'' | b'`') => Some(1),
            Some(0xE2) if bytes.get(i + 1) == Some(&0x80) && matches!(bytes.get(i + 2), Some(0x99 | 0x98)) => {
                Some(3)
            }
            _ => None,
        }
    }

    fn word(&mut self, start: usize) -> usize {
        let end = self.run(start);
        let raw = self.text.get(start..end).unwrap_or("");
        let mut flags = 0;
        let small = raw.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        if !small && raw.chars().next().is_some_and(char::is_uppercase) {
            flags |= flag::CAP;
            if raw.len() > 1 && !raw.chars().any(char::is_lowercase) {
                flags |= flag::UPPER;
            }
        }
        // "w/" and "w/o"
        if raw.len() == 1 && raw.eq_ignore_ascii_case("w") && self.text.as_bytes().get(end) == Some(&b'/') {
            let out = self.text.get(end + 1..end + 2).is_some_and(|c| c.eq_ignore_ascii_case("o"))
                && !self.text.as_bytes().get(end + 2).is_some_and(u8::is_ascii_alphanumeric);
            let id = self.lexicon.id(if out { "without" } else { "with" });
            let end = end + if out { 2 } else { 1 };
            self.push(start, end, id, Kind::Word, flags);
            return end;
        }
        if let Some(len) = self.apostrophe(end) {
            let tail_start = end + len;
            let tail_end = self.run(tail_start);
            let tail = self.text.get(tail_start..tail_end).unwrap_or("");
            let lower = tail.to_ascii_lowercase();
            if lower == "t" && raw.len() > 1 && raw.to_ascii_lowercase().ends_with('n') {
                let stem = raw.get(..raw.len() - 1).unwrap_or(raw).to_ascii_lowercase();
                let stem = match stem.as_str() {
                    "ca" => "can",
                    "wo" => "will",
                    "sha" => "shall",
                    "ai" => "is",
                    other => other,
                };
                let id = self.lexicon.id(stem);
                self.push(start, end - 1, id, Kind::Word, flags);
                let not = self.lexicon.id("not");
                self.push(end - 1, tail_end, not, Kind::Word, flag::TAIL);
                return tail_end;
            }
            let known = match lower.as_str() {
                "s" => Some("'s"),
                "ve" => Some("have"),
                "re" => Some("are"),
                "ll" => Some("will"),
                "d" => Some("had"),
                "m" => Some("am"),
                _ => None,
            };
            if let Some(known) = known {
                self.one(start, end, raw, flags);
                let id = self.lexicon.id(known);
                self.push(end, tail_end, id, Kind::Word, flag::TAIL);
                return tail_end;
            }
            if !tail.is_empty() && len > 0 && tail.chars().next().is_some_and(char::is_alphabetic) {
                // O'Brien, D'Souza: one word
                let whole = self.text.get(start..tail_end).unwrap_or("");
                self.one(start, tail_end, whole, flags);
                return tail_end;
            }
            if tail.is_empty() && raw.ends_with(['s', 'S']) && flags & flag::CAP != 0 {
                // Simms' car
                let quote_open = self.out.iter().rev().take(12).any(|t| t.kind == Kind::Quote);
                if !quote_open {
                    self.one(start, end, raw, flags);
                    let id = self.lexicon.id("'s");
                    self.push(end, tail_start, id, Kind::Word, flag::TAIL);
                    return tail_start;
                }
            }
        }
        self.one(start, end, raw, flags);
        let bytes = self.text.as_bytes();
        if bytes.get(end) == Some(&b'-') && bytes.get(end + 1).is_some_and(|b| b.is_ascii_alphanumeric()) {
            self.space |= flag::JOINED;
            return end + 1;
        }
        end
    }

    fn one(&mut self, start: usize, end: usize, raw: &str, flags: u16) {
        let id = self.lexicon.look_up_at(self.text, start, raw);
        if id == 0 && raw.len() >= 4 && raw.len() <= 8 {
            let lower = raw.to_ascii_lowercase();
            if let Some((_, stem)) = BARE_NOT.iter().find(|(w, _)| *w == lower) {
                let stem = self.lexicon.id(stem);
                let not = self.lexicon.id("not");
                let cut = end - if lower == "cannot" { 3 } else { 2 };
                self.push(start, cut, stem, Kind::Word, flags);
                self.push(cut, end, not, Kind::Word, flag::TAIL);
                return;
            }
        }
        let (id, flags) = if id == 0 {
            match self.lexicon.repair(raw) {
                Some(found) => (found, flags | flag::REPAIRED),
                None => (0, flags),
            }
        } else {
            (id, flags)
        };
        self.push(start, end, id, Kind::Word, flags);
    }

    fn number(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut i = start;
        while let Some(&b) = bytes.get(i) {
            let next_digit = bytes.get(i + 1).is_some_and(|n| n.is_ascii_alphanumeric());
            if b.is_ascii_alphanumeric() || (matches!(b, b'.' | b',' | b':' | b'/') && next_digit) {
                i += 1;
            } else {
                break;
            }
        }
        self.push(start, i, 0, Kind::Number, 0);
        if bytes.get(i) == Some(&b'-') && bytes.get(i + 1).is_some_and(|b| b.is_ascii_alphanumeric()) {
            self.space |= flag::JOINED;
            return i + 1;
        }
        i
    }

    fn mark(&mut self, i: usize, c: char, len: usize) -> usize {
        let at_line = self.space & flag::LINE != 0 || self.out.is_empty();
        let kind = match c {
            '.' | '!' | '?' | '…' => Kind::Stop,
            ',' => Kind::Comma,
            ';' => Kind::Semi,
            ':' => Kind::Colon,
            '*' | '•' | '·' | '▪' | '◦' | '‣' | '●' => Kind::Bullet,
            '-' | '–' | '—' | '−' if at_line => Kind::Bullet,
            '-' | '–' | '—' | '−' => Kind::Dash,
            '(' | '[' | '{' => Kind::Open,
            ')' | ']' | '}' => Kind::Close,
            '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '`' => Kind::Quote,
            '/' | '\\' | '|' => Kind::Slash,
            '&' => {
                let id = self.lexicon.id("and");
                self.push(i, i + len, id, Kind::Word, 0);
                return i + len;
            }
            _ => Kind::Other,
        };
        self.push(i, i + len, 0, kind, 0);
        i + len
    }
}
