//! How a name sounds, roughly: one code for spellings that English, Polish, Irish, Arabic and South Asian ears write down for
//! the same name. Vowels count only at the beginning, and sounds that are often taken for one another are one.
//!
//! A spelling can be read in two ways: "ch" is one thing in Charlotte and another in Michał, "bh" in Siobhan and in Bhatti.
//! Where it matters, a name has a second code for the other reading.

/// The code of a name: up to [`LENGTH`] letters of the classes below.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Code([u8; LENGTH]);

/// After so many sounds names are told apart by comparing them.
const LENGTH: usize = 6;

impl Code {
    /// Its letters; zeros after the end.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn is_empty(&self) -> bool {
        self.0.first().is_none_or(|letter| *letter == 0)
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            &self.0.iter().filter(|letter| **letter != 0).map(|letter| char::from(*letter)).collect::<String>(),
        )
    }
}

/// The codes of a folded word: the first, and the other reading where there is one.
pub(crate) fn codes(word: &str) -> impl Iterator<Item = Code> + use<> {
    let letters = latin(word);
    let first = code(&letters, false);
    let other = code(&letters, true);
    let first = (!first.is_empty()).then_some(first);
    let other = (!other.is_empty() && Some(other) != first).then_some(other);
    first.into_iter().chain(other)
}

/// Arabic and Cyrillic letters as offices write them, the others as they are.
fn latin(word: &str) -> Vec<char> {
    let word = match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() > 2 => rest,
        _ => word,
    };
    let mut letters = Vec::with_capacity(word.len());
    for c in word.chars() {
        let written = match c {
            'ا' | 'أ' | 'إ' | 'آ' | 'ع' | 'ء' | 'ئ' | 'ؤ' => "a",
            'ب' => "b",
            'پ' => "p",
            'ت' | 'ط' | 'ث' | 'ٹ' => "t",
            'ج' | 'چ' => "j",
            'ح' | 'ه' | 'ہ' | 'ھ' => "h",
            'خ' => "kh",
            'د' | 'ض' | 'ڈ' => "d",
            'ذ' | 'ز' | 'ظ' | 'ژ' => "z",
            'ر' | 'ڑ' => "r",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' => "gh",
            'ف' => "f",
            'ق' => "q",
            'ك' | 'ک' => "k",
            'گ' => "g",
            'ل' => "l",
            'م' => "m",
            'ن' | 'ں' => "n",
            'و' => "w",
            'ي' | 'ی' | 'ے' => "y",
            'а' | 'я' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'є' | 'э' => "e",
            'ж' | 'з' => "z",
            'и' | 'і' | 'ї' | 'й' | 'ы' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' | 'ц' => "s",
            'т' => "t",
            'у' | 'ю' => "u",
            'ф' => "f",
            'х' => "kh",
            'ч' | 'ш' | 'щ' => "sh",
            'ь' | 'ъ' => "",
            other => {
                letters.push(other);
                continue;
            }
        };
        letters.extend(written.chars());
    }
    letters
}

const SILENT: &str = "";

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn code(word: &[char], other: bool) -> Code {
    let at = |i: usize| word.get(i).copied().unwrap_or(' ');
    let mut out = [0_u8; LENGTH];
    let (mut i, mut n, mut last) = (0, 0, None);
    while i < word.len() {
        let start = i == 0;
        let (c, next, third) = (at(i), at(i + 1), at(i + 2));
        let soft = matches!(next, 'e' | 'i' | 'y');
        // How many letters, and which sounds they make.
        let (used, sounds): (usize, &str) = match (c, next, third) {
            ('s', 'z', 'c') if at(i + 3) == 'z' => (4, "S"),
            ('s', 'c', 'h') | ('t', 'c', 'h') => (3, "S"),
            ('c' | 's' | 'r' | 'd', 'z', _) | ('s' | 'z', 'h', _) | ('d', 'j' | 'g', _) => (2, "S"),
            ('c', 'h', 'r' | 'l' | 'n' | 'm') => (2, "K"),
            ('c', 'h', _) => (2, if other { "K" } else { "S" }),
            ('p', 'h', _) => (2, "F"),
            ('c', 'k', _) | ('k' | 'q', 'h', _) => (2, "K"),
            ('g', 'h', _) if start => (2, "K"),
            ('g', 'h', 't' | ' ') => (2, if other { "K" } else { SILENT }),
            ('g', 'h', _) => (2, if other { SILENT } else { "K" }),
            ('b', 'h', _) => (2, if other { "F" } else { "P" }),
            ('m', 'h', _) if other => (2, "F"),
            ('d' | 't', 'h', _) => (2, if other && !start { SILENT } else { "T" }),
            ('w', 'r', _) if start => (2, "R"),
            ('w', 'h', _) if start => (2, "F"),
            ('k' | 'g', 'n', _) if start && !other => (2, "N"),
            ('m', 'c', _) if start && word.len() > 3 => (2, "MK"),
            ('q', 'u', _) => (2, "K"),
            ('s', 'c', 'e' | 'i' | 'y') => (2, "S"),
            ('x', ..) => (1, if start { "S" } else { "KS" }),
            ('c', ..) => (1, if soft && !other { "S" } else { "K" }),
            ('g', ..) => (1, if soft && other { "S" } else { "K" }),
            ('j', ..) if !other => (1, "S"),
            ('j', ..) => (1, if start { "A" } else { SILENT }),
            // Between a vowel and a consonant it is part of the vowel: Chowdhury, Andrew.
            ('w', ..) if !start && !is_vowel(next) && is_vowel(at(i - 1)) => (1, if other { "F" } else { SILENT }),
            ('f' | 'v' | 'w', ..) => (1, "F"),
            ('b' | 'p', ..) => (1, "P"),
            ('d' | 't', ..) => (1, "T"),
            ('k' | 'q', ..) => (1, "K"),
            ('s' | 'z', ..) => (1, "S"),
            ('l', ..) => (1, "L"),
            ('m', ..) => (1, "M"),
            ('n', ..) => (1, "N"),
            ('r', ..) => (1, "R"),
            ('h', ..) if start => (1, "H"),
            ('a' | 'e' | 'i' | 'o' | 'u' | 'y', ..) if start => (1, "A"),
            _ => (1, SILENT),
        };
        if sounds.is_empty() {
            last = None;
        }
        for sound in sounds.bytes() {
            if last != Some(sound)
                && let Some(slot) = out.get_mut(n)
            {
                *slot = sound;
                n += 1;
            }
            last = Some(sound);
        }
        i += used;
    }
    Code(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::words::words;

    fn alike(one: &str, other: &str) -> bool {
        let codes_of = |name: &str| words(name).iter().flat_map(|word| codes(word)).collect::<Vec<_>>();
        codes_of(one).iter().any(|code| codes_of(other).contains(code))
    }

    #[test]
    fn what_sounds_alike_has_a_code_in_common() {
        for (one, other) in [
            ("Wiśniewska", "Vishnievsky"),
            ("Lewandowski", "Levandovski"),
            ("Grzegorz", "Gzegosz"),
            ("Michał", "Mikhail"),
            ("Jakub", "Yakub"),
            ("Niamh", "Neeve"),
            ("Siobhán", "Shivaun"),
            ("Caoimhe", "Keeva"),
            ("Tadhg", "Tighe"),
            ("Monaghan", "Monahan"),
            ("McCarthy", "MacCarthy"),
            ("Muhammad", "Mohamed"),
            ("محمد", "Mohammed"),
            ("فاطمة", "Fatima"),
            ("حسين", "Hussain"),
            ("Khalid", "Khaled"),
            ("Chaudhry", "Chowdhury"),
            ("Zahid", "Jahid"),
            ("Siddiqui", "Sidiqi"),
            ("Шевченко", "Shevchenko"),
            ("Catherine", "Kathryn"),
            ("Stephen", "Steven"),
            ("Thompson", "Tompson"),
        ] {
            assert!(
                alike(one, other),
                "{one} and {other}: {:?}, {:?}",
                codes(&words(one)[0]).collect::<Vec<_>>(),
                codes(&words(other)[0]).collect::<Vec<_>>()
            );
        }
        // The control: it does tell names apart.
        for (one, other) in
            [("Ola", "Ewa"), ("Marek", "Tomek"), ("Nowak", "Kowal"), ("Ali", "Omar"), ("Khan", "Shah")]
        {
            assert!(!alike(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn nothing_has_no_sound_and_anything_can_be_asked() {
        assert_eq!(codes("").count(), 0);
        assert!(codes("李").count() == 0 && codes("h").count() == 1 && codes("x1x").count() == 1);
    }
}
