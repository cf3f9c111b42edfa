//! Sentences from phrases: `{a|b}` is one of the two, `@S` is somebody's name. Phrases may stand in one another.

use crate::dice::Dice;

/// Who is meant by the letters of a phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meant(pub(crate) Vec<(char, String)>);

impl Meant {
    fn name(&self, letter: char) -> &str {
        self.0.iter().find(|(known, _)| *known == letter).map_or("somebody", |(_, name)| name)
    }

    /// One sentence of a phrase.
    pub(crate) fn say(&self, dice: &mut Dice, phrase: &str) -> String {
        let mut out = String::with_capacity(phrase.len());
        self.say_into(dice, phrase, &mut out);
        out
    }

    fn say_into(&self, dice: &mut Dice, phrase: &str, out: &mut String) {
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            self.named(before, out);
            let (inside, tail) = closing(after);
            let choices = choices(inside);
            if let Some(choice) = dice.pick(&choices) {
                self.say_into(dice, choice, out);
            }
            rest = tail;
        }
        self.named(rest, out);
    }

    fn named(&self, text: &str, out: &mut String) {
        let mut parts = text.split('@');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let mut letters = part.chars();
            if let Some(letter) = letters.next() {
                out.push_str(self.name(letter));
            }
            out.push_str(letters.as_str());
        }
    }
}

/// What stands before the bracket that closes, and what after it.
fn closing(text: &str) -> (&str, &str) {
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth = depth.saturating_add(1),
            '}' if depth == 0 => {
                let (inside, tail) = text.split_at_checked(at).unwrap_or((text, ""));
                return (inside, tail.strip_prefix('}').unwrap_or(tail));
            }
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (text, "")
}

/// The choices between bars, leaving alone the bars of brackets within.
fn choices(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    text.split(|letter| {
        match letter {
            '{' => depth = depth.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == '|' && depth == 0
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_phrase_says_every_choice_and_puts_names_in() {
        let meant = Meant(vec![('S', "Łucja".to_owned()), ('P', "Piotr".to_owned())]);
        let mut dice = Dice::new(1);
        let said: BTreeSet<_> =
            (0..200).map(|_| meant.say(&mut dice, "{@P {rings|writes}|@S reads}, @S|@P {é|ü}.")).collect();
        assert_eq!(said.len(), 6, "{said:?}");
        assert!(said.contains("Piotr rings, Łucja|Piotr é."), "a bar outside brackets is a bar: {said:?}");
        assert!(said.contains("Łucja reads, Łucja|Piotr ü."), "{said:?}");
        assert_eq!(meant.say(&mut dice, "@X {a"), "somebody a", "what is broken is said as well as it can be");
    }
}
