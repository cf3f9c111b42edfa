//! The writer thread: takes what waits, commits it as one group, then acknowledges.

use std::{sync::Arc, thread};

use tokio::sync::mpsc;

use super::{
    Conn, Engine,
    group::{self, Bench, Progress},
};
use crate::{
    errors::Fault,
    heads::Identity,
    health::{Health, Pulse},
    keys::Keys,
    options::Clock,
    writes::{Done, Job, Write},
};

/// At most so many writes share a commit, so that no one waits for an endless group.
const GROUP: usize = 256;
/// At most so many writes wait; whoever comes later waits for room.
const QUEUE: usize = 1024;

/// What the writer thread needs.
pub(crate) struct Writer {
    pub(crate) engine: Arc<Engine>,
    pub(crate) identity: Identity,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) pulse: Pulse,
}

struct Running {
    writer: Writer,
    /// None after a failure of the disk: the next group starts from what is really there.
    conn: Option<Conn>,
    progress: Progress,
    limit: Option<u32>,
}

impl Writer {
    /// Starts the thread; it ends when the last sender is gone.
    pub(crate) fn start(self, conn: Conn) -> std::io::Result<(mpsc::Sender<Job>, thread::JoinHandle<()>)> {
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
                    && self.writer.engine.limit(conn, pages).is_err()
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
        let conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.reconnect()?,
        };
        let writer = &self.writer;
        let bench = Bench { identity: &writer.identity, keys: &writer.keys, now_micros: writer.clock.now_micros() };
        let outcome = group::commit(&conn, group, &bench, &mut self.progress);
        match &outcome {
            Ok(_) => {
                self.writer.pulse.set(Health::Ok);
                if group.iter().any(|job| matches!(job.write, Write::Shred(..))) {
                    writer.engine.wipe(&conn);
                }
                self.conn = Some(conn);
            }
            // A full or locked database is as it was. After anything else what the connection
            // believes may not be what is on the disk.
            Err(Fault::Full | Fault::Busy) if conn.is_idle() => self.conn = Some(conn),
            Err(_) => drop(conn),
        }
        outcome
    }

    fn reconnect(&self) -> Result<Conn, Fault> {
        let conn = self.writer.engine.writer()?;
        self.writer.engine.limit(&conn, self.limit)?;
        Ok(conn)
    }
}
