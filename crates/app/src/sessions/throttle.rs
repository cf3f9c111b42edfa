//! Slows guessing down: after five wrong passwords each further attempt has to wait, longer each time.
//!
//! Kept in the store, so that a restart forgives nothing, and kept for names that no account has as well, so that waiting
//! tells nobody which names exist.

use crate::problem::Problem;
use crate::state::App;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Attempts that cost nothing but the wrong password.
const FREE: u32 = 5;
const LONGEST_WAIT_MICROS: i64 = 5 * 60 * 1_000_000;
/// After a day without an attempt it is forgotten.
const REMEMBERED_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Attempts {
    wrong: u32,
    last_micros: i64,
}

/// How long somebody has to wait after so many wrong attempts, in microseconds.
fn wait_micros(wrong: u32) -> i64 {
    if wrong < FREE {
        return 0;
    }
    let doubled = 1_000_000_i64.checked_shl((wrong - FREE).min(30)).unwrap_or(LONGEST_WAIT_MICROS);
    doubled.min(LONGEST_WAIT_MICROS)
}

fn key(sign_in: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("holdfast sign-in attempts 1");
    hasher.update(sign_in.as_bytes());
    *hasher.finalize().as_bytes()
}

impl App {
    /// Counts an attempt as wrong before it is tried, so that many at once are all counted. Gives the microseconds that
    /// remain to be waited; 0 when it may be tried now.
    pub(crate) async fn attempt(&self, sign_in: &str) -> Result<i64, Problem> {
        let _one_at_a_time = self.sessions_gate().lock().await;
        let now = self.now().as_microsecond();
        for _ in 0..super::CHANGES {
            let before = self.store().session_get(key(sign_in)).await?;
            let attempts: Attempts =
                before.as_ref().and_then(|kept| serde_json::from_slice(&kept.content).ok()).unwrap_or_default();
            let ready = attempts.last_micros.saturating_add(wait_micros(attempts.wrong));
            if attempts.wrong >= FREE && now < ready {
                return Ok(ready.saturating_sub(now));
            }
            let next = Attempts { wrong: attempts.wrong.saturating_add(1), last_micros: now };
            let content = serde_json::to_vec(&next).unwrap_or_default();
            let expires = now.saturating_add(REMEMBERED_MICROS);
            // Somebody else may be guessing at another server.
            if self.store().session_next(key(sign_in), before.as_ref(), Uuid::nil(), expires, content).await? {
                return Ok(0);
            }
            // One that has run out is in the way of a new one.
            self.store().session_sweep(now).await?;
        }
        Err(Problem::internal("attempts to sign in come faster than they can be counted"))
    }

    /// The attempt was right: nothing is held against the name any more.
    pub(crate) async fn attempts_forgotten(&self, sign_in: &str) -> Result<(), Problem> {
        let _one_at_a_time = self.sessions_gate().lock().await;
        Ok(self.store().session_delete(key(sign_in)).await?)
    }
}
