//! The hash by which a kept finding or a dismissed suggestion knows its sentence again.

/// Hash of a sentence's normalised text: lower case, marks and spaces made equal. Changes when the words change.
#[must_use]
pub fn sentence_hash(sentence: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut gap = false;
    let mut eat = |b: u8| {
        hash ^= u64::from(b);
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
    };
    for c in sentence.chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() {
            if gap {
                eat(b' ');
                gap = false;
            }
            if c.is_ascii() {
                eat(u8::try_from(c.to_ascii_lowercase()).unwrap_or(b'?'));
            } else {
                for l in c.to_lowercase() {
                    for b in l.encode_utf8(&mut [0; 4]).bytes() {
                        eat(b);
                    }
                }
            }
        } else {
            gap = true;
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_matter_but_words_do() {
        assert_eq!(sentence_hash("It’s  over."), sentence_hash("it's over"));
        assert_ne!(sentence_hash("He hit Anna."), sentence_hash("She hit Anna."));
    }
}
