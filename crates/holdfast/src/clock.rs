//! The clock and the randomness of the real world. The only place that asks for either.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The clock of this machine.
#[derive(Debug)]
pub(crate) struct SystemClock;

impl store::Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is where time enters")]
    fn now_micros(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
    }
}

/// The randomness of the operating system.
#[derive(Debug)]
pub(crate) struct SystemRandom;

impl store::Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        // Keys made without randomness would be worse than no keys: end here rather than go on.
        if getrandom::fill(bytes).is_err() {
            eprintln!(
                "holdfast: the operating system gives no random numbers; nothing can be encrypted without them"
            );
            std::process::exit(4);
        }
    }
}
