//! A line on standard error while long work goes on; nothing where nobody looks.

use std::io::{IsTerminal as _, Write as _};

/// Below this, nobody waits.
const LONG: u64 = 4 << 20;

/// How far the work is.
pub(super) struct Progress {
    total: Option<u64>,
    done: u64,
    shown: u64,
    on: bool,
}

impl Progress {
    pub(super) fn new(total: Option<u64>) -> Self {
        let on = std::io::stderr().is_terminal() && total.is_none_or(|t| t > LONG);
        Self { total, done: 0, shown: 0, on }
    }

    /// Counts bytes that have been checked.
    pub(super) fn add(&mut self, bytes: usize) {
        self.done = self.done.saturating_add(bytes as u64);
        let step = self.total.map_or(LONG, |t| (t / 100).max(1 << 20));
        if !self.on || self.done < self.shown.saturating_add(step) {
            return;
        }
        self.shown = self.done;
        let done = self.done >> 20;
        let line = match self.total {
            Some(total) if total > 0 => {
                let of_twenty = usize::try_from(self.done.min(total) * 20 / total).unwrap_or(20);
                format!("[{:20}] {done} of {} MB", "#".repeat(of_twenty), total >> 20)
            }
            _ => format!("{done} MB"),
        };
        let mut err = std::io::stderr().lock();
        // a terminal that went away is no reason to stop
        let _ = write!(err, "\rchecked {line}").and_then(|()| err.flush());
    }

    /// Clears the line.
    pub(super) fn end(&self) {
        if self.shown > 0 {
            eprint!("\r{:60}\r", "");
        }
    }
}
