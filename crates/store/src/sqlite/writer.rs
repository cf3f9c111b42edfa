//! The writer thread: takes what waits, commits it as one group, then acknowledges.

use std::{path::PathBuf, sync::Arc, thread, time::Duration};

use rusqlite::Connection;
use tokio::sync::mpsc;

use super::group::{self, Bench, Progress};
use crate::{
    errors::Fault,
    heads::Identity,
    health::{Health, Pulse},
    keys::Keys,
    options::Clock,
    sqlite::{PATIENCE, fault, for_writing},
    writes::{Done, Job, Write},
};

/// At most so many writes share a commit, so that no one waits for an endless group.
const GROUP: usize = 256;
/// At most so many writes wait; whoever comes later waits for room.
const QUEUE: usize = 1024;

/// What the writer thread needs.
pub(crate) struct Writer {
    pub(crate) path: PathBuf,
    pub(crate) identity: Identity,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) pulse: Pulse,
}

struct Running {
    writer: Writer,
    /// None after a failure of the disk: the next group starts from what is really there.
    conn: Option<Connection>,
    progress: Progress,
    limit: Option<u32>,
}

impl Writer {
    /// Starts the thread; it ends when the last sender is gone.
    pub(crate) fn start(self, conn: Connection) -> std::io::Result<(mpsc::Sender<Job>, thread::JoinHandle<()>)> {
        let (sender, jobs) = mpsc::channel(QUEUE);
        let progress = Progress::new(&self.identity);
        let running = Running { writer: self, conn: Some(conn), progress, limit: None };
        let handle = thread::Builder::new().name("journal".to_owned()).spawn(move || running.run(jobs))?;
        Ok((sender, handle))
    }
}

impl Running {
    fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut waiting = Vec::with_capacity(GROUP);
        while jobs.blocking_recv_many(&mut waiting, GROUP) > 0 {
            let group = std::mem::take(&mut waiting);
            self.set_limits(&group);
            self.settle(group);
        }
    }

    fn set_limits(&mut self, group: &[Job]) {
        for job in group {
            if let Write::SizeLimit(pages) = job.write {
                self.limit = pages;
                if let Some(conn) = &self.conn
                    && limit(conn, pages).is_err()
                {
                    self.conn = None;
                }
            }
        }
    }

    /// Commits a group. If it cannot be committed whole, each write is tried alone, so that one that
    /// does not fit or does not go does not take the others with it.
    fn settle(&mut self, group: Vec<Job>) {
        match self.commit(&group) {
            Ok(outcomes) => {
                for (job, outcome) in group.into_iter().zip(outcomes) {
                    let _gone = job.reply.send(outcome);
                }
            }
            Err(_) if group.len() > 1 => {
                for job in group {
                    self.settle(vec![job]);
                }
            }
            Err(fault) => {
                self.writer.pulse.set(Health::Failing { why: fault.why() });
                for job in group {
                    let _gone = job.reply.send(Err(fault.clone()));
                }
            }
        }
    }

    fn commit(&mut self, group: &[Job]) -> Result<Vec<Result<Done, Fault>>, Fault> {
        let mut conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.reconnect()?,
        };
        let writer = &self.writer;
        let bench = Bench { identity: &writer.identity, keys: &writer.keys, now_micros: writer.clock.now_micros() };
        let outcome = group::commit(&mut conn, group, &bench, &mut self.progress);
        match &outcome {
            Ok(_) => {
                self.writer.pulse.set(Health::Ok);
                if group.iter().any(|job| matches!(job.write, Write::Shred(..))) {
                    fold_log(&conn);
                }
                self.conn = Some(conn);
            }
            // A full or locked database is as it was. After anything else what the connection
            // believes may not be what is on the disk.
            Err(Fault::Full | Fault::Busy) if conn.is_autocommit() => self.conn = Some(conn),
            Err(_) => drop(conn),
        }
        outcome
    }

    fn reconnect(&self) -> Result<Connection, Fault> {
        let conn = for_writing(&self.writer.path).map_err(|error| fault(&error))?;
        limit(&conn, self.limit).map_err(|error| fault(&error))?;
        Ok(conn)
    }
}

/// Folds the log into the database, so that no card of a deleted case is left in it. Where somebody is just reading, the
/// next folding does it.
fn fold_log(conn: &Connection) {
    let _waits_for_nobody = conn.busy_timeout(Duration::ZERO);
    let _busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _patient_again = conn.busy_timeout(PATIENCE);
}

fn limit(conn: &Connection, pages: Option<u32>) -> rusqlite::Result<()> {
    let pages = pages.map_or(i64::from(u32::MAX) - 1, i64::from);
    conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
}
