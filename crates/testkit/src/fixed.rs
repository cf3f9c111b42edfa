//! A clock that moves only when told, and randomness that is the same every time.

use jiff::Timestamp;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A clock that stands still until it is told to move. Begins on 24 November 2026, 9:00 UTC.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl Default for FixedClock {
    fn default() -> Self {
        let begin: Timestamp = "2026-11-24T09:00:00Z".parse().expect("a time");
        Self(AtomicI64::new(begin.as_microsecond()))
    }
}

impl FixedClock {
    /// Moves it on.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds.saturating_mul(1_000_000), Ordering::SeqCst);
    }

    /// Moves it on by minutes.
    pub fn advance_minutes(&self, minutes: i64) {
        self.advance_seconds(minutes.saturating_mul(60));
    }
}

impl store::Clock for FixedClock {
    fn now_micros(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Bytes that look random and are the same for the same seed.
#[derive(Debug)]
pub struct SeededRandom {
    seed: u64,
    asked: AtomicU64,
    one_at_a_time: Mutex<()>,
}

impl SeededRandom {
    /// Randomness from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, asked: AtomicU64::new(0), one_at_a_time: Mutex::new(()) }
    }
}

impl store::Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let _guard = self.one_at_a_time.lock();
        let asked = self.asked.fetch_add(1, Ordering::SeqCst);
        let mut hasher = blake3::Hasher::new_derive_key("holdfast test randomness");
        hasher.update(&self.seed.to_le_bytes()).update(&asked.to_le_bytes());
        hasher.finalize_xof().fill(bytes);
    }
}
