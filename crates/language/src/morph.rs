//! Forms of verbs and nouns, so that the word lists need name each word only once.

/// Which form of a verb a word can be; a word may be several.
pub(crate) mod form {
    /// hit
    pub(crate) const BASE: u8 = 1;
    /// hits
    pub(crate) const S: u8 = 2;
    /// hit, struck
    pub(crate) const PAST: u8 = 4;
    /// hit, stricken
    pub(crate) const PP: u8 = 8;
    /// hitting
    pub(crate) const ING: u8 = 16;
    /// a noun, singular or plural
    pub(crate) const NOUN: u8 = 32;
}

fn vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Words of more than one syllable that double their last letter.
const DOUBLING: &[&str] = &[
    "admit", "commit", "compel", "control", "deter", "forget", "begin", "occur", "permit", "prefer", "refer",
    "regret", "submit", "upset", "repel", "rebel", "omit", "transfer", "kidnap", "bedevil", "belittle", "format",
    "handicap", "expel", "cancel", "travel", "label", "quarrel", "model", "equal", "signal", "gaslit",
];

fn doubles(verb: &str) -> bool {
    let b = verb.as_bytes();
    if DOUBLING.contains(&verb) {
        return true;
    }
    let [.., x, y, z] = b else { return false };
    let vowels = b.windows(2).filter(|w| matches!(w, [p, q] if vowel(*q) && !vowel(*p))).count()
        + usize::from(b.first().is_some_and(|c| vowel(*c)));
    vowels == 1 && !vowel(*x) && vowel(*y) && !vowel(*z) && !matches!(z, b'w' | b'x' | b'y')
        || vowels == 1 && *x == b'u' && b.get(b.len().wrapping_sub(4)) == Some(&b'q') && !vowel(*z)
}

fn plural(stem: &str) -> String {
    let b = stem.as_bytes();
    match b {
        [.., p, b'y'] if !vowel(*p) => format!("{}ies", stem.strip_suffix('y').unwrap_or(stem)),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{stem}es"),
        [.., b'd' | b'g', b'o'] => format!("{stem}es"),
        _ => format!("{stem}s"),
    }
}

/// All forms of a verb; `irregular` is its past and participle, if they are not made with -ed.
pub(crate) fn verb_forms(verb: &str, irregular: Option<(&str, &str)>) -> Vec<(String, u8)> {
    let mut out = vec![(verb.to_owned(), form::BASE), (plural(verb), form::S)];
    let b = verb.as_bytes();
    let stem = match b {
        [.., p, b'e'] if *p != b'e' => verb.strip_suffix('e').unwrap_or(verb).to_owned(),
        _ if doubles(verb) => {
            let last = verb.chars().next_back().unwrap_or_default();
            format!("{verb}{last}")
        }
        _ => verb.to_owned(),
    };
    let ing = match b {
        [.., b'i', b'e'] => format!("{}ying", verb.strip_suffix("ie").unwrap_or(verb)),
        _ => format!("{stem}ing"),
    };
    out.push((ing, form::ING));
    if DOUBLING.contains(&verb) && verb.ends_with('l') {
        out.push((format!("{verb}ed"), form::PAST | form::PP));
        out.push((format!("{verb}ing"), form::ING));
    }
    if let Some((past, pp)) = irregular {
        out.extend(past.split('/').map(|p| (p.to_owned(), form::PAST)));
        out.extend(pp.split('/').map(|p| (p.to_owned(), form::PP)));
        return out;
    }
    let past = match b {
        [.., p, b'y'] if !vowel(*p) => format!("{}ied", verb.strip_suffix('y').unwrap_or(verb)),
        [.., b'e'] => format!("{verb}d"),
        _ => format!("{stem}ed"),
    };
    out.push((past, form::PAST | form::PP));
    out
}

/// A noun and its plural.
pub(crate) fn noun_forms(noun: &str) -> Vec<(String, u8)> {
    vec![(noun.to_owned(), form::NOUN), (plural(noun), form::NOUN)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(verb: &str, word: &str) -> bool {
        verb_forms(verb, (verb == "strike").then_some(("struck", "struck/stricken"))).iter().any(|(w, _)| w == word)
    }

    #[test]
    fn forms_of_verbs() {
        for (v, w) in [
            ("slap", "slapped"),
            ("grab", "grabbing"),
            ("choke", "choking"),
            ("bully", "bullied"),
            ("strike", "stricken"),
            ("control", "controlled"),
            ("push", "pushes"),
            ("minimise", "minimising"),
            ("follow", "followed"),
            ("beat", "beating"),
            ("lie", "lying"),
            ("refuse", "refused"),
            ("stay", "stayed"),
            ("kick", "kicked"),
            ("drag", "dragged"),
        ] {
            assert!(has(v, w), "{v} should give {w}: {:?}", verb_forms(v, None));
        }
    }
}
