//! The chronology in parts that a telephone can hold: whole months, and a month in pieces where it is too long.

use super::periods::{Group, Slot};
use super::{ChronologyView, Row};

/// About how many rows a part has.
pub const PAGE_ROWS: usize = 30;

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSpan {
    /// As it stands in an address: `2026-03`, or `2026-03.2` for the second piece of a long month.
    pub key: String,
    /// Its first month.
    pub first: Slot,
    /// Its last month.
    pub last: Slot,
    /// The groups, with only the rows of this part.
    pub groups: Vec<Group>,
}

impl ChronologyView {
    /// The parts, in order. None where there are no rows.
    #[must_use]
    pub fn parts(&self) -> Vec<PageSpan> {
        let mut parts: Vec<PageSpan> = Vec::new();
        for group in &self.groups {
            let room = parts.last().map_or(0, |part| PAGE_ROWS.saturating_sub(count(part)));
            if group.rows.len() <= room {
                if let Some(part) = parts.last_mut() {
                    part.last = group.slot;
                    part.groups.push(group.clone());
                }
                continue;
            }
            for (n, rows) in group.rows.chunks(PAGE_ROWS).enumerate() {
                let key = if n == 0 { group.slot.key() } else { format!("{}.{}", group.slot.key(), n + 1) };
                let quiet_before = if n == 0 { group.quiet_before.clone() } else { None };
                let piece = Group { slot: group.slot, quiet_before, rows: rows.to_vec() };
                parts.push(PageSpan { key, first: group.slot, last: group.slot, groups: vec![piece] });
            }
        }
        parts
    }

    /// Which part a key names: the one that begins with it, else the one that holds that month; the first where there is no
    /// such month any more.
    #[must_use]
    pub fn part_at(parts: &[PageSpan], key: &str) -> usize {
        let exact = parts.iter().position(|part| part.key == key);
        let month = key.split('.').next().unwrap_or(key);
        let holding = || parts.iter().position(|part| part.groups.iter().any(|group| group.slot.key() == month));
        exact.or_else(holding).unwrap_or(0)
    }

    /// Which part has the row of an entry.
    #[must_use]
    pub fn part_with(parts: &[PageSpan], entry: crate::ids::EntryId) -> Option<usize> {
        let has = |row: &Row| row.id == entry;
        parts.iter().position(|part| part.groups.iter().flat_map(|group| &group.rows).any(has))
    }
}

fn count(part: &PageSpan) -> usize {
    part.groups.iter().map(|group| group.rows.len()).sum()
}
