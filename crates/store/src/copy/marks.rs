//! How far a copy has come: what it need not be told again.

use std::collections::BTreeMap;

/// Whose rows, or which row: the code of its table, and its key as bytes.
pub(crate) type Named = (u8, Vec<u8>);

/// How far a copy of a store has come. Holds ids and hashes; kept sealed, see [`crate::Store::seal_marks`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyMarks {
    /// Of rows that change: a hash of what tells that they did.
    pub(crate) rows: BTreeMap<Named, u64>,
    /// Of rows that are only added: the last number.
    pub(crate) ends: BTreeMap<Named, u64>,
}

impl CopyMarks {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for map in [&self.rows, &self.ends] {
            out.extend_from_slice(&u64::try_from(map.len()).unwrap_or(u64::MAX).to_le_bytes());
            for ((table, key), value) in map {
                out.push(*table);
                out.extend_from_slice(&u32::try_from(key.len()).unwrap_or(u32::MAX).to_le_bytes());
                out.extend_from_slice(key);
                out.extend_from_slice(&value.to_le_bytes());
            }
        }
        out
    }

    /// `None` if it is not what [`CopyMarks::encode`] writes.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        fn map(rest: &mut &[u8]) -> Option<BTreeMap<Named, u64>> {
            fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
                let (first, left) = rest.split_at_checked(count)?;
                *rest = left;
                Some(first)
            }
            let mut map = BTreeMap::new();
            for _ in 0..u64::from_le_bytes(*take(rest, 8)?.first_chunk()?) {
                let table = *take(rest, 1)?.first()?;
                let size = u32::from_le_bytes(*take(rest, 4)?.first_chunk()?);
                let key = take(rest, usize::try_from(size).ok()?)?.to_vec();
                map.insert((table, key), u64::from_le_bytes(*take(rest, 8)?.first_chunk()?));
            }
            Some(map)
        }
        let mut rest = bytes;
        let marks = Self { rows: map(&mut rest)?, ends: map(&mut rest)? };
        rest.is_empty().then_some(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_they_were_written() {
        let mut marks = CopyMarks::default();
        marks.rows.insert((7, vec![1, 2]), 9);
        marks.ends.insert((1, Vec::new()), u64::MAX);
        let bytes = marks.encode();
        assert_eq!(CopyMarks::decode(&bytes), Some(marks));
        for end in 0..bytes.len() {
            assert_eq!(CopyMarks::decode(&bytes[..end]), None);
        }
    }
}
