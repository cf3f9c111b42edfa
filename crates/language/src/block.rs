//! A stretch of text made ready for the rules: tokens, sentences, mentions and scopes.

use crate::cast::{Names, role};
use crate::lexicon::{Lexicon, class, w};
use crate::mention::{Finder, Mentions};
use crate::pronoun::Pronouns;
use crate::report::Span;
use crate::segment::{Sentence, segment};
use crate::token::{Kind, Token, flag, lex};

/// Whose words a stretch of indirect speech passes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) roles: u16,
}

/// A prepared stretch of text.
pub(crate) struct Block<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) mentions: Mentions,
    /// Token ranges inside quotation marks, marks not counted.
    pub(crate) quotes: Vec<(usize, usize)>,
    pub(crate) reported: Vec<Reported>,
}

impl<'a> Block<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, names: &'a Names, gender: &mut Vec<i32>) -> Self {
        let mut block = Self {
            text,
            lexicon,
            tokens: Vec::with_capacity(text.len() / 5 + 8),
            sentences: Vec::new(),
            mentions: Mentions::default(),
            quotes: Vec::new(),
            reported: Vec::new(),
        };
        lex(text, lexicon, &mut block.tokens);
        segment(&block.tokens, &mut block.sentences);
        block.mark_skips();
        block.mark_quotes();
        let finder = Finder { text, tokens: &block.tokens, lexicon, names };
        finder.find(&block.sentences, &mut block.mentions);
        let mut pronouns = Pronouns { tokens: &block.tokens, lexicon, names, gender };
        if !names.roles.is_empty() {
            pronouns.learn(&block.sentences, &block.mentions);
        }
        pronouns.resolve(&block.sentences, &mut block.mentions);
        finder.join(&mut block.mentions);
        block.mark_speech();
        block
    }

    pub(crate) fn bits(&self, t: usize) -> u64 {
        self.tokens.get(t).map_or(0, |t| t.bits)
    }

    pub(crate) fn form(&self, t: usize) -> u8 {
        self.tokens.get(t).map_or(0, |t| t.form)
    }

    pub(crate) fn id(&self, t: usize) -> u32 {
        self.tokens.get(t).map_or(0, |t| t.id)
    }

    pub(crate) fn has(&self, t: usize, f: u16) -> bool {
        self.tokens.get(t).is_some_and(|t| t.has(f))
    }

    pub(crate) fn kind(&self, t: usize) -> Kind {
        self.tokens.get(t).map_or(Kind::Stop, |t| t.kind)
    }

    /// Text of a token range.
    pub(crate) fn slice(&self, first: usize, end: usize) -> &'a str {
        let (Some(a), Some(b)) = (self.tokens.get(first), end.checked_sub(1).and_then(|e| self.tokens.get(e)))
        else {
            return "";
        };
        self.text.get(a.start as usize..b.end as usize).unwrap_or("")
    }

    /// Place of a token range in the whole text, in bytes; the other counts are filled in at the end.
    pub(crate) fn place(&self, first: usize, end: usize, offset: usize) -> Option<Span> {
        let (a, b) = (self.tokens.get(first)?, self.tokens.get(end.checked_sub(1)?)?);
        (end > first).then(|| Span {
            byte_start: offset + a.start as usize,
            byte_end: offset + b.end as usize,
            ..Span::default()
        })
    }

    /// Fillers and short brackets may be passed over by patterns.
    fn mark_skips(&mut self) {
        let mut open: Option<usize> = None;
        for i in 0..self.tokens.len() {
            match self.kind(i) {
                Kind::Open => open = Some(i),
                Kind::Close => {
                    if let Some(o) = open.take()
                        && i - o <= 6
                    {
                        for t in self.tokens.get_mut(o..=i).unwrap_or(&mut []) {
                            t.flags |= flag::SKIP;
                        }
                    }
                }
                Kind::Word if self.bits(i) & class::FILLER != 0 => {
                    if let Some(t) = self.tokens.get_mut(i) {
                        t.flags |= flag::SKIP;
                    }
                }
                Kind::Quote => {
                    if let Some(t) = self.tokens.get_mut(i) {
                        t.flags |= flag::SKIP;
                    }
                }
                _ => {}
            }
        }
    }

    fn mark_quotes(&mut self) {
        let mut open: Option<(usize, bool)> = None;
        for i in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(i).copied() else { break };
            if token.has(flag::BLANK) {
                open = None;
            }
            if token.kind != Kind::Quote {
                continue;
            }
            let raw = self.text.get(token.start as usize..token.end as usize).unwrap_or("");
            let double = matches!(raw, "\"" | "“" | "”" | "„" | "«" | "»");
            let next = self.tokens.get(i + 1);
            let tight_after = next.is_some_and(|n| !n.has(flag::SPACE));
            let opens = match raw {
                "“" | "‘" | "„" | "«" => true,
                "”" | "’" | "»" => false,
                _ => {
                    tight_after
                        && (token.has(flag::SPACE)
                            || i == 0
                            || matches!(self.kind(i - 1), Kind::Open | Kind::Quote | Kind::Dash | Kind::Colon))
                }
            };
            match open {
                Some((o, d)) if d == double && (!opens || double && raw == "\"" && !token.has(flag::SPACE)) => {
                    open = None;
                    if i - o < 400 {
                        self.quotes.push((o + 1, i));
                        for t in self.tokens.get_mut(o + 1..i).unwrap_or(&mut []) {
                            t.flags |= flag::QUOTED;
                        }
                    }
                }
                None if opens => open = Some((i, double)),
                _ => {}
            }
        }
    }

    /// Marks the words that the survivor, a child, the perpetrator or family are said to have said.
    fn mark_speech(&mut self) {
        let ours = role::S | role::P | role::C | role::OTHER | role::UNKNOWN | role::THEY | role::PAIR;
        for s in self.sentences.clone() {
            self.mark_according(&s, ours);
            for i in s.first..s.end {
                if self.bits(i) & class::HYPO != 0 {
                    let mut t = i;
                    while t < s.end && !(t > i && matches!(self.kind(t), Kind::Comma | Kind::Semi | Kind::Stop)) {
                        if let Some(x) = self.tokens.get_mut(t) {
                            x.flags |= flag::HYPO;
                        }
                        t += 1;
                    }
                }
                // "Ms Said": a name
                if self.bits(i) & class::SPEECH == 0
                    || self.has(i, flag::QUOTED | flag::REPORTED)
                    || self.mentions.at(i).is_some()
                {
                    continue;
                }
                // "could not explain why he let her back": no report of what he said
                let lemma = self.lexicon.word(self.lexicon.word(self.id(i)).lemma).text.as_ref();
                let explains = matches!(lemma, "explain" | "acknowledge" | "admit");
                if explains && crate::guard::negated(self, i) {
                    continue;
                }
                let word = |t: Option<usize>| t.map_or("", |t| self.lexicon.word(self.id(t)).text.as_ref());
                // "unable to say why he", "which suggests that she": nobody's report
                let unable = self.id(i.wrapping_sub(1)) == w::TO
                    && matches!(word(i.checked_sub(2)), "unable" | "able" | "failed" | "refused" | "reluctant");
                if unable || matches!(word(i.checked_sub(1)), "which" | "this" | "that" | "it" | "as") {
                    continue;
                }
                let thinks = matches!(lemma, "feel" | "think" | "believe" | "suggest" | "accept");
                let Some(roles) = self.speaker(i, &s) else { continue };
                if roles & ours == 0 || roles & (role::PRO | role::AGENCY | role::SELF) != 0 {
                    continue;
                }
                let mut first = i + 1;
                let mut end = first;
                let next_word = (i + 1..s.end).find(|t| self.tokens.get(*t).is_some_and(Token::is_word));
                let trailing = match self.kind(i + 1) {
                    Kind::Stop | Kind::Comma | Kind::Close => true,
                    _ => i + 1 >= s.end,
                };
                // "call 911", "never reported it", "argues in front of": no report
                let next = self.bits(i + 1);
                let no_report = matches!(word(Some(i + 1)), "it" | "this")
                    && next & class::BE == 0
                    && self.bits(i + 2) & (class::BE | class::MODAL | class::HAVE) == 0
                    || lemma == "argue" && next & class::PREP != 0
                    // "answers the door", "wrote a letter", "calls her mother": only with "that" or the words themselves
                    || matches!(lemma, "answer" | "reply" | "call" | "write" | "record" | "repeat" | "note" | "recall")
                        && !(i + 1..i + 3).any(|t| {
                            self.id(t) == w::THAT
                                || matches!(self.kind(t), Kind::Colon | Kind::Quote)
                                || self.kind(t) == Kind::Stop && lemma != "call"
                        });
                if self.kind(i + 1) == Kind::Number || no_report {
                    continue;
                }
                if trailing && i > s.first + 2 && !self.tail(i, &s) {
                    continue;
                }
                if trailing && i > s.first + 2 {
                    first = s.first;
                    end = i;
                } else if next_word.is_some() {
                    let mut t = first;
                    while t < s.end && self.kind(t) != Kind::Semi {
                        // ", but she", "but could not", ", and has": the author speaks again
                        let comma = self.kind(t.saturating_sub(1)) == Kind::Comma;
                        let next = self.bits(t + 1);
                        let goes_on = next & (class::BE | class::HAVE | class::MODAL) != 0;
                        // what the survivor or a child says is seldom turned against them by themselves
                        let theirs = roles & (role::S | role::C) != 0 && roles & role::P == 0;
                        if self.id(t) == w::BUT && (comma || goes_on || theirs || next & class::NOT != 0)
                            || self.id(t) == w::AND && comma && (goes_on || thinks)
                        {
                            break;
                        }
                        t += 1;
                    }
                    end = t;
                    if !self.reports_clause(i + 1, end) {
                        continue;
                    }
                }
                for t in self.tokens.get_mut(first..end).unwrap_or(&mut []) {
                    t.flags |= flag::REPORTED;
                }
                if end > first {
                    self.reported.push(Reported { first, end, roles });
                }
            }
        }
    }

    /// "According to Mark, she drinks", "by his own account", "in her view": what the sentence says is theirs.
    fn mark_according(&mut self, s: &Sentence, ours: u16) {
        let word = |t: usize| self.lexicon.word(self.id(t)).text.as_ref();
        let mut found = None;
        for t in s.first..s.end {
            // the cheap questions first: this is asked at every word
            let bits = self.bits(t);
            let named = |t: usize| self.mentions.at(t).filter(|m| m.first == t);
            let m = if bits & class::SPEECH != 0 && self.id(t + 1) == w::TO && word(t) == "according" {
                named(t + 2)
            } else if bits & class::PREP != 0
                && let Some(m) = named(t + 1).filter(|m| m.poss)
                && matches!(word(t), "by" | "in" | "on")
            {
                let after = m.end + usize::from(self.id(m.end) == w::S);
                let after = after + usize::from(word(after) == "own");
                matches!(word(after), "account" | "words" | "view" | "opinion" | "telling" | "version").then_some(m)
            } else {
                None
            };
            if let Some(m) = m {
                found = Some((t, m.end, m.roles));
                break;
            }
        }
        let Some((at, end, roles)) = found else { return };
        if roles & ours == 0 || roles & (role::PRO | role::AGENCY | role::SELF) != 0 {
            return;
        }
        // at the start or in the middle it governs what follows, at the end what stands before
        let trailing = end + 2 >= s.end || self.kind(end) == Kind::Stop;
        let (first, end) = if trailing { (s.first, at) } else { (end, s.end) };
        for t in self.tokens.get_mut(first..end).unwrap_or(&mut []) {
            t.flags |= flag::REPORTED;
        }
        if end > first {
            self.reported.push(Reported { first, end, roles });
        }
    }

    /// Whether a verb of speech at the end says who said what stands before: "He left, she said", and not "as she asked".
    fn tail(&self, i: usize, s: &Sentence) -> bool {
        match self.owner(i, s) {
            crate::clause::Owner::Who(m) => {
                m.first == s.first
                    || matches!(self.kind(m.first - 1), Kind::Comma | Kind::Quote | Kind::Dash | Kind::Semi)
            }
            _ => true,
        }
    }

    /// Whether what follows a verb of speech is a clause ("said that he", "told me she", "says no one").
    fn reports_clause(&self, first: usize, end: usize) -> bool {
        let mut t = first;
        let mut steps = 0;
        while t < end && steps < 7 {
            if self.id(t) == w::THAT
                || self.kind(t) == Kind::Colon
                || self.bits(t) & (class::CLAUSE | class::BE | class::MODAL | class::HAVE) != 0
            {
                return true;
            }
            if self.form(t) & (form_past()) != 0 && self.form(t) & crate::morph::form::NOUN == 0 {
                return true;
            }
            if self.mentions.at(t).is_some_and(|m| m.subject && m.first == t) && t > first {
                return true;
            }
            t += 1;
            steps += 1;
        }
        self.mentions.at(first).is_some_and(|m| m.roles & role::SELF == 0)
    }

    fn speaker(&self, i: usize, s: &Sentence) -> Option<u16> {
        // passive or official: "it was alleged", "was told"
        let mut b = i;
        while b > s.first {
            b -= 1;
            let bits = self.bits(b);
            if bits & class::BE != 0 {
                return None;
            }
            let best = matches!(self.lexicon.word(self.id(b)).text.as_ref(), "best" | "variously" | "well");
            if bits & (class::FILLER | class::HAVE | class::MODAL | class::NOT | class::ADVERB) == 0 && !best {
                break;
            }
        }
        match self.owner(i, s) {
            crate::clause::Owner::Who(m) => Some(m.list_roles),
            crate::clause::Owner::None if i <= s.first + 1 => {
                let f = self.form(i);
                (f & (crate::morph::form::S | crate::morph::form::PAST) != 0).then_some(role::UNKNOWN)
            }
            _ => None,
        }
    }
}

fn form_past() -> u8 {
    crate::morph::form::PAST | crate::morph::form::S
}
