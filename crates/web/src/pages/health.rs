//! For whoever watches the server: whether saving works, and how old the last backup is. Says nothing else.

use crate::extract::Ctx;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};
use store::Health;

/// How backing up goes, told by the task that does it.
#[derive(Clone, Debug)]
pub struct BackupPulse(Arc<(AtomicI64, AtomicBool)>);

impl BackupPulse {
    /// The server has started and has not backed up yet. Microseconds since the Unix epoch.
    #[must_use]
    pub fn new(now_micros: i64) -> Self {
        Self(Arc::new((AtomicI64::new(now_micros), AtomicBool::new(false))))
    }

    /// Everything up to this moment is in the backup.
    pub fn shipped(&self, at_micros: i64) {
        self.0.0.store(at_micros, Ordering::Relaxed);
        self.0.1.store(false, Ordering::Relaxed);
    }

    /// The last try failed.
    pub fn failing(&self) {
        self.0.1.store(true, Ordering::Relaxed);
    }

    /// One line for whoever watches. A failed backup does not stop the work, so it is told and is no reason to take the
    /// server away.
    fn line(&self, now_micros: i64) -> String {
        let age = now_micros.saturating_sub(self.0.0.load(Ordering::Relaxed)).max(0) / 1_000_000;
        let how = if self.0.1.load(Ordering::Relaxed) { "backup fails; the last is" } else { "backup" };
        format!("{how} {age} s old\n")
    }
}

/// GET /health
pub(crate) async fn health(ctx: Ctx) -> Response {
    let app = ctx.state.app();
    let backup = ctx.state.config().backup.as_ref();
    let backup = backup.map_or_else(String::new, |pulse| pulse.line(app.now().as_microsecond()));
    match app.health() {
        Health::Ok => format!("ok\n{backup}").into_response(),
        Health::Failing { .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("saving fails\n{backup}")).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_of_the_last_backup_is_told_and_that_one_fails() {
        let pulse = BackupPulse::new(0);
        pulse.shipped(5_000_000);
        assert_eq!(pulse.line(17_400_000), "backup 12 s old\n");
        pulse.failing();
        assert_eq!(pulse.line(65_000_000), "backup fails; the last is 60 s old\n");
        pulse.shipped(70_000_000);
        assert_eq!(pulse.line(60_000_000), "backup 0 s old\n");
    }
}
