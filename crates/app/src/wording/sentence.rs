//! The sentence around a place, for showing and quoting it; and the blanks that a rewrite leaves for its writer.

/// After these a full stop does not end a sentence.
const SHORTENED: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "st", "no", "approx", "e.g", "i.e", "etc", "vs", "dept", "ext", "sgt"];

/// The sentence that holds the bytes from `start` to `end`, without the space around it: its own bytes.
#[must_use]
pub fn sentence_at(text: &str, start: usize, end: usize) -> (usize, usize) {
    let (start, end) = (start.min(text.len()), end.min(text.len()));
    let (before, after) = (text.get(..start).unwrap_or(text), text.get(end..).unwrap_or(""));
    let from = ends(before).last().unwrap_or(0);
    // The passage may itself close with its full stop.
    let closed = text.get(..end).is_some_and(|passage| passage.ends_with(['.', '!', '?']));
    let to = if closed { end } else { end + next_end(after) };
    let sentence = text.get(from..to).unwrap_or("");
    let lead = sentence.len() - sentence.trim_start().len();
    let from = from + lead;
    (from, from + sentence.trim().len())
}

/// Where sentences end in a text that goes on: one past each end.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(move |(at, c)| {
        let next = at + c.len_utf8();
        if c == '\n' {
            return Some(next);
        }
        if !matches!(c, '.' | '!' | '?') {
            return None;
        }
        let rest = text.get(next..).unwrap_or("");
        let closing = rest.len() - rest.trim_start_matches(['”', '"', '’', '\'', ')']).len();
        let rest = rest.get(closing..).unwrap_or("");
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (ends && !shortened(text.get(..at).unwrap_or(""))).then_some(next + closing)
    })
}

fn next_end(after: &str) -> usize {
    let line = after.find('\n').unwrap_or(after.len());
    let within = after.get(..line).unwrap_or(after);
    ends(within).next().unwrap_or(line)
}

fn shortened(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("").to_lowercase();
    SHORTENED.contains(&word.as_str())
}

/// The blanks in a text, as a rewrite leaves them: "[what he did]". Nothing that only looks like one: a reference
/// `[1]`, a note `[sic]` and brackets over several lines are left alone.
#[must_use]
pub fn blanks(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut at = 0;
    while let Some(open) = rest.find('[') {
        let inner = rest.get(open + 1..).unwrap_or("");
        let Some(close) = inner.find(']') else { break };
        let words = inner.get(..close).unwrap_or("");
        let is_blank = words.chars().any(char::is_alphabetic)
            && !words.contains(['\n', '['])
            && words.chars().count() <= 80
            && words != "sic";
        let step = if is_blank { open + 1 + close + 1 } else { open + 1 };
        if is_blank {
            found.push((at + open, at + step));
        }
        at += step;
        rest = rest.get(step..).unwrap_or("");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, part: &str) -> String {
        let start = text.find(part).unwrap();
        let (from, to) = sentence_at(text, start, start + part.len());
        text.get(from..to).unwrap().to_owned()
    }

    #[test]
    fn the_sentence_around_a_place() {
        let text =
            "Home visit. Mr. Hale followed Kim to the school. “He waits.” she said.\n- Kim was grabbed\nDone";
        assert_eq!(around(text, "followed Kim"), "Mr. Hale followed Kim to the school.");
        assert_eq!(around(text, "Home"), "Home visit.");
        assert_eq!(around(text, "was grabbed"), "- Kim was grabbed");
        assert_eq!(around(text, "Kim to the school."), "Mr. Hale followed Kim to the school.");
        assert_eq!(around(text, "Done"), "Done");
        assert_eq!(around("Ünïcode ends. Żółć 🙂 here", "Żółć"), "Żółć 🙂 here");
        assert_eq!(sentence_at("x", 7, 9), (0, 1), "a place beyond the text");
    }

    #[test]
    fn blanks_are_what_a_rewrite_leaves() {
        let found = |text: &str| {
            blanks(text).into_iter().map(|(a, b)| text.get(a..b).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("Craig has [act] Ewa since [when]."), ["[act]", "[when]"]);
        assert_eq!(found("See [1], and «sic» [sic], and [one\ntwo]"), Vec::<String>::new());
        assert_eq!(found("[[what he did]"), ["[what he did]"]);
        assert_eq!(found("open ["), Vec::<String>::new());
    }
}
