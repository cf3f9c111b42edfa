//! Taking out for good what was recorded in the wrong case: the text goes, its place and its commitment stay, and an event
//! of the same chain says that this was meant.
//!
//! Which places were emptied stands at the front of that event's sealed text, so that `verify` can tell it from a text
//! that somebody made away with, and nobody without the key can write such an event.

use std::borrow::Cow;

use crate::{
    errors::{AppendError, RotateError},
    journal::{Append, Appended},
    store::Store,
    writes::Write,
};

/// The tag of events that say that texts were taken out. The store puts the places in front of such an event's text and
/// takes them off again.
pub const EXPUNGED: &str = "expunged";

/// What is said of a text that is gone without such an event.
pub(crate) const SILENT: &str = "its text is not there, and nothing recorded says that it was taken out";

/// What is said of a text that was taken out and is there all the same.
pub(crate) const BACK: &str = "its text was taken out for good, and is there again: somebody has put it back";

const MARK: &[u8] = b"holdfast/expunged/1\n";

/// The text of an event, with the places that it empties in front if it is one of those that do.
pub(crate) fn with_places<'a>(tag: &str, places: &[u64], payload: &'a [u8]) -> Cow<'a, [u8]> {
    if tag != EXPUNGED {
        return Cow::Borrowed(payload);
    }
    let mut out = MARK.to_vec();
    out.extend_from_slice(&u32::try_from(places.len()).unwrap_or(u32::MAX).to_le_bytes());
    for place in places {
        out.extend_from_slice(&place.to_le_bytes());
    }
    out.extend_from_slice(payload);
    Cow::Owned(out)
}

/// The other way round; `None` if the places cannot be read.
pub(crate) fn places<'a>(tag: &str, text: &'a [u8]) -> Option<(Vec<u64>, &'a [u8])> {
    if tag != EXPUNGED {
        return Some((Vec::new(), text));
    }
    let (count, mut rest) = text.strip_prefix(MARK)?.split_first_chunk::<4>()?;
    let mut places = Vec::new();
    for _ in 0..u32::from_le_bytes(*count) {
        let (place, after) = rest.split_first_chunk::<8>()?;
        places.push(u64::from_le_bytes(*place));
        rest = after;
    }
    Some((places, rest))
}

impl Store {
    /// Appends an event with the tag [`EXPUNGED`], and empties these places of the same stream in the same commit. Then
    /// the stream is given other keys and everything in it is sealed again, so that no page, log or older copy of the
    /// data that still has the old ciphertext can be opened: only a copy of the keystore from before can.
    ///
    /// Interrupted, the text is out or it is not; what is left of the change of keys is done by
    /// [`Store::finish_renewals`].
    ///
    /// # Errors
    /// As [`Store::append`]; also if a place is not there, or is itself an event that says that something was taken out.
    pub async fn expunge(&self, append: Append, places: Vec<u64>) -> Result<Appended, AppendError> {
        let (stream, expected) = (append.stream, append.expected);
        let wrong = |why: &str| AppendError::Failed { why: why.to_owned() };
        if append.events.iter().filter(|event| event.tag == EXPUNGED).count() != 1 || places.is_empty() {
            return Err(wrong("one event must say which places are emptied"));
        }
        let asked = places.clone();
        let there = self
            .reading(move |engine| {
                let (_, rows) = engine.events(stream, 0)?;
                let fits = |row: &crate::journal::EventRow| {
                    row.header.tag != EXPUNGED && asked.contains(&row.header.seq) && row.header.seq <= expected
                };
                Ok(rows.iter().filter(|row| fits(row)).count() == asked.len())
            })
            .await
            .map_err(|fault| fault.into_append(expected))?;
        if !there {
            return Err(wrong("a place that is to be emptied is not there"));
        }
        self.submit(Vec::new(), Write::Renew(stream)).await.map_err(|fault| fault.into_append(expected))?;
        let appended = self.append_and(append, places).await?;
        match self.renew_stream(stream).await {
            // It is recorded and taken out. The old keys go with the next look, and with the next start at the latest.
            Ok(()) | Err(RotateError::NeverStill | RotateError::Write(_) | RotateError::Read(_)) => Ok(appended),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_in_front_and_come_off_again() {
        let text = with_places(EXPUNGED, &[3, u64::MAX], b"{}");
        assert_eq!(places(EXPUNGED, &text), Some((vec![3, u64::MAX], &b"{}"[..])));
        assert_eq!(places("entry", b"{}"), Some((Vec::new(), &b"{}"[..])));
        for end in 0..text.len() - 2 {
            assert_eq!(places(EXPUNGED, &text[..end]), None, "cut at {end}");
        }
    }
}
