//! Lines of text for pictures, where nothing measures text: broken by an estimate that is rather too wide than too narrow.

/// The width of a character in em: capitals, wide letters and ideographs take more, thin ones less.
fn width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ';' | ':' | '\'' | '’' | '|' | '!' | ' ' => 0.33,
        'm' | 'w' | 'M' | 'W' | '—' | '…' => 0.9,
        c if c.is_uppercase() || c.is_ascii_digit() => 0.66,
        c if u32::from(c) >= 0x2E80 => 1.0,
        _ => 0.57,
    }
}

/// The estimated width of text in pixels.
#[must_use]
pub fn measure(text: &str, size: f64) -> f64 {
    text.chars().map(width).sum::<f64>() * size
}

/// Breaks text into lines that fit. A word longer than a line is broken; the text's own line breaks are kept.
#[must_use]
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if measure(&joined, size) <= room {
                line = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in word.chars() {
                if !line.is_empty() && measure(&line, size) + width(c) * size > room {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room_and_no_word_is_lost() {
        let text = "Has Ewa’s wages paid into his account and hands her £30 a week against receipts.";
        let lines = wrap(text, 13.0, 160.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| measure(line, 13.0) <= 160.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_of_three_hundred_letters_is_broken() {
        let lines = wrap(&"ż".repeat(300), 13.0, 160.0);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat().chars().count(), 300);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(wrap("  \n ", 13.0, 160.0).is_empty());
    }
}
