//! The words of typed dates, read from `typed.ftl`, and a typed date cut into them.

use practice::when::{Recurrence, Season};
use std::collections::BTreeSet;

/// The words a date may be typed in, in small letters.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) not_known: Choice,
    pub(crate) now: Choice,
    pub(crate) begin_not_known: Choice,
    end_not_known: Choice,
    since: Choice,
    from: Choice,
    until: Choice,
    to: Choice,
    between: Choice,
    and: Choice,
    today: Choice,
    yesterday: Choice,
    about: Choice,
    fillers: Choice,
    ordinals: Choice,
    am: Choice,
    pm: Choice,
    seasons: Vec<(Season, Choice)>,
    months: Vec<Choice>,
    weekdays: Vec<Choice>,
    recurrences: Vec<(Recurrence, String)>,
}

/// Words that mean the same.
#[derive(Debug, Default)]
pub(crate) struct Choice(BTreeSet<String>);

impl Choice {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// How a period begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    None,
    /// It goes on.
    Since,
    /// Nothing is said of its end.
    From,
    Until,
}

/// A word of a typed date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Number {
        value: i16,
        digits: usize,
    },
    Month(i8),
    Season(Season),
    /// 1 is Monday.
    Weekday(i8),
    Time {
        hour: i8,
        minute: i8,
    },
    Slashes(Vec<i16>),
    Today,
    Yesterday,
    About,
}

impl Vocabulary {
    /// Reads it from the Fluent files; `say` gives the words of a key.
    pub(crate) fn read(say: &dyn Fn(&str) -> String) -> Self {
        let choice = |key: &str| {
            Choice(say(key).split('|').map(|w| w.trim().to_lowercase()).filter(|w| !w.is_empty()).collect())
        };
        let numbered = |stem: &str, last: usize| (1..=last).map(|n| choice(&format!("{stem}-{n}"))).collect();
        Self {
            not_known: choice("typed-not-known"),
            now: choice("typed-now"),
            begin_not_known: choice("typed-begin-not-known"),
            end_not_known: choice("typed-end-not-known"),
            since: choice("typed-since"),
            from: choice("typed-from"),
            until: choice("typed-until"),
            to: choice("typed-to"),
            between: choice("typed-between"),
            and: choice("typed-and"),
            today: choice("typed-today"),
            yesterday: choice("typed-yesterday"),
            about: choice("typed-about"),
            fillers: choice("typed-fillers"),
            ordinals: choice("typed-ordinals"),
            am: choice("typed-am"),
            pm: choice("typed-pm"),
            seasons: vec![
                (Season::Spring, choice("typed-spring")),
                (Season::Summer, choice("typed-summer")),
                (Season::Autumn, choice("typed-autumn")),
                (Season::Winter, choice("typed-winter")),
            ],
            months: numbered("typed-month", 12),
            weekdays: numbered("typed-weekday", 7),
            recurrences: crate::said::RECURRENCES
                .into_iter()
                .filter(|often| *often != Recurrence::NotKnown)
                .map(|often| (often, say(crate::Said::key(&often)).to_lowercase()))
                .filter(|(_, words)| !words.is_empty())
                .collect(),
        }
    }

    /// How often, at the beginning of the text, and what is left.
    pub(crate) fn recurrence(&self, text: &str) -> (Recurrence, Option<String>) {
        for (often, words) in &self.recurrences {
            if let Some(rest) = text.strip_prefix(words.as_str()) {
                let left = rest.trim_start_matches([',', ' ']);
                if left.is_empty() {
                    return (*often, None);
                }
                if left.len() < rest.len() {
                    return (*often, Some(left.to_owned()));
                }
            }
        }
        (Recurrence::NotKnown, Some(text.to_owned()))
    }

    /// The text without "end not known" at its end.
    pub(crate) fn without_end_not_known(&self, text: &str) -> Option<String> {
        self.end_not_known.0.iter().find_map(|words| {
            text.strip_suffix(words.as_str()).map(|rest| rest.trim_end_matches([',', ' ']).to_owned())
        })
    }

    /// "since", "from", "until" at the beginning, and what follows.
    pub(crate) fn opening(&self, text: &str) -> (Opening, String) {
        for (opening, words) in
            [(Opening::Since, &self.since), (Opening::From, &self.from), (Opening::Until, &self.until)]
        {
            for word in &words.0 {
                if let Some(rest) = text.strip_prefix(word.as_str()).and_then(|rest| rest.strip_prefix(' ')) {
                    return (opening, rest.to_owned());
                }
            }
        }
        for word in &self.between.0 {
            if let Some(rest) = text.strip_prefix(word.as_str()).and_then(|rest| rest.strip_prefix(' ')) {
                return (Opening::None, rest.to_owned());
            }
        }
        (Opening::None, text.to_owned())
    }

    /// The two ends of a period: "2014 to now", "2010–13", "2014-2016".
    pub(crate) fn split(&self, text: &str) -> Option<(String, String)> {
        let words: Vec<&str> = text.split(' ').collect();
        for (n, word) in words.iter().enumerate() {
            let joins = self.to.contains(word) || self.and.contains(word) || matches!(*word, "-" | "–" | "—");
            if joins && n > 0 && n + 1 < words.len() {
                let side = |part: &[&str]| part.join(" ");
                return Some((side(words.get(..n)?), side(words.get(n + 1..)?)));
            }
        }
        if let Some((first, second)) = text.split_once(['–', '—']) {
            return Some((first.trim().to_owned(), second.trim().to_owned()));
        }
        let (first, second) = text.split_once('-')?;
        let year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        (year(first) && (year(second) || self.now.contains(second))).then(|| (first.to_owned(), second.to_owned()))
    }

    /// Cuts a typed date into words. An unknown word refuses the whole.
    pub(crate) fn tokens(&self, text: &str) -> Option<Vec<Token>> {
        let mut tokens = Vec::new();
        for word in text.split([' ', ',']).map(|word| word.trim_end_matches(';')).filter(|word| !word.is_empty()) {
            if self.fillers.contains(word) {
                continue;
            }
            if self.am.contains(word) || self.pm.contains(word) {
                let last = tokens.pop()?;
                tokens.push(self.half_day(&last, self.pm.contains(word))?);
                continue;
            }
            tokens.push(self.token(word)?);
        }
        Some(tokens)
    }

    fn token(&self, word: &str) -> Option<Token> {
        let bare = word.trim_end_matches('.');
        if let Some(n) = position(&self.months, bare) {
            return Some(Token::Month(n));
        }
        if let Some((season, _)) = self.seasons.iter().find(|(_, words)| words.contains(bare)) {
            return Some(Token::Season(*season));
        }
        if let Some(n) = position(&self.weekdays, bare) {
            return Some(Token::Weekday(n));
        }
        if self.today.contains(word) {
            return Some(Token::Today);
        }
        if self.yesterday.contains(word) {
            return Some(Token::Yesterday);
        }
        if self.about.contains(word) {
            return Some(Token::About);
        }
        if let Some((hour, minute)) = bare.split_once(':') {
            let (hour, minute) = (number(hour)?, number(minute)?);
            return Some(Token::Time { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok()? });
        }
        for half in self.am.0.iter().chain(&self.pm.0) {
            if let Some(hour) = word.strip_suffix(half.as_str()).filter(|hour| !hour.is_empty()) {
                return self.half_day(&self.token(hour)?, self.pm.contains(half));
            }
        }
        if let Some(winter) = winter_year(bare) {
            return Some(winter);
        }
        if bare.contains(['/', '.', '-']) {
            let parts: Option<Vec<i16>> = bare.split(['/', '.', '-']).map(number).collect();
            return parts.filter(|parts| matches!(parts.len(), 2 | 3)).map(Token::Slashes);
        }
        let digits = self.ordinals.0.iter().find_map(|ordinal| bare.strip_suffix(ordinal.as_str())).unwrap_or(bare);
        Some(Token::Number { value: number(digits)?, digits: digits.len() })
    }

    /// "3 pm", "10:15 am".
    fn half_day(&self, token: &Token, after_noon: bool) -> Option<Token> {
        let (hour, minute) = match *token {
            Token::Time { hour, minute } => (hour, minute),
            Token::Number { value, .. } => (i8::try_from(value).ok()?, 0),
            // "3.30 pm"
            Token::Slashes(ref parts) => match *parts.as_slice() {
                [hour, minute] => (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?),
                _ => return None,
            },
            _ => return None,
        };
        if !(1..=12).contains(&hour) {
            return None;
        }
        Some(Token::Time { hour: hour % 12 + if after_noon { 12 } else { 0 }, minute })
    }
}

fn position(choices: &[Choice], word: &str) -> Option<i8> {
    choices.iter().position(|choice| choice.contains(word)).and_then(|n| i8::try_from(n + 1).ok())
}

fn number(digits: &str) -> Option<i16> {
    let fits = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

/// "2026/27", the winter that begins in 2026.
fn winter_year(word: &str) -> Option<Token> {
    let (year, next) = word.split_once('/')?;
    if year.len() != 4 || next.len() != 2 {
        return None;
    }
    let (year, next) = (number(year)?, number(next)?);
    (next == (year + 1) % 100).then_some(Token::Number { value: year, digits: 4 })
}
