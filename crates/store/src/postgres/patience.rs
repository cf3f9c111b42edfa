//! How often, and after what pauses, something that failed in passing is tried again.

use std::time::Duration;

use crate::options::{Random, random};

/// Tries that are left. Pauses double and are jittered, so that servers that failed together do not return together.
pub(crate) struct Patience<'a> {
    source: &'a dyn Random,
    tried: u32,
}

/// About ten seconds in all: longer than a database takes to restart after a crash, shorter than a browser waits.
const TRIES: u32 = 16;
const FIRST: Duration = Duration::from_millis(8);
const LONGEST: Duration = Duration::from_secs(1);

impl<'a> Patience<'a> {
    pub(crate) fn new(source: &'a dyn Random) -> Self {
        Self { source, tried: 0 }
    }

    /// How long to wait before the next try; none when there is none left.
    pub(crate) fn next(&mut self) -> Option<Duration> {
        if self.tried >= TRIES {
            return None;
        }
        let whole = FIRST.saturating_mul(1_u32.checked_shl(self.tried).unwrap_or(u32::MAX)).min(LONGEST);
        self.tried = self.tried.saturating_add(1);
        let dice = u32::from(u16::from_le_bytes(random(self.source)));
        // Between half of it and all of it.
        let half = whole / 2;
        Some(half.saturating_add(half.saturating_mul(dice) / 65_536))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same(u8);

    impl Random for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn pauses(source: &dyn Random) -> Vec<Duration> {
        let mut patience = Patience::new(source);
        std::iter::from_fn(|| patience.next()).collect()
    }

    #[test]
    fn tries_are_bounded_and_pauses_jittered() {
        let (short, long) = (pauses(&Same(0)), pauses(&Same(255)));
        assert_eq!((short.len(), long.len()), (16, 16));
        assert!(short.iter().zip(&long).all(|(short, long)| short < long && *long <= *short * 2));
        let whole: Duration = long.iter().sum();
        assert!(whole > Duration::from_secs(8) && whole < Duration::from_secs(12), "{whole:?}");
    }
}
