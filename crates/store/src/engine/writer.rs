//! The writer thread: takes what waits, commits it as one group, then acknowledges.

use std::{sync::Arc, thread};

use tokio::sync::mpsc;

use super::{
    Conn, Engine,
    group::{self, Bench, Failure, Progress, Sent},
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
    /// A group of which nobody could be told whether it was kept: if it was, our chain is one further.
    unsettled: Option<Box<Sent>>,
}

impl Writer {
    /// Starts the thread; it ends when the last sender is gone.
    pub(crate) fn start(self, conn: Conn) -> std::io::Result<(mpsc::Sender<Job>, thread::JoinHandle<()>)> {
        let (sender, jobs) = mpsc::channel(QUEUE);
        let progress = Progress::new(&self.identity);
        let running = Running { writer: self, conn: Some(conn), progress, limit: None, unsettled: None };
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
            Err(fault) if group.len() > 1 && !matches!(fault, Fault::Lost(_) | Fault::Unsure(_)) => {
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

    /// Commits a group, again where it failed in passing; never tells anything that is not known.
    fn commit(&mut self, group: &[Job]) -> Result<Vec<Result<Done, Fault>>, Fault> {
        let engine = self.writer.engine.clone();
        let mut patience = engine.patience();
        let mut sent = None;
        loop {
            let fault = match self.once(group, &mut sent) {
                Ok(outcomes) => {
                    self.writer.pulse.set(Health::Ok);
                    return Ok(outcomes);
                }
                Err(fault) => fault,
            };
            let passing = matches!(fault, Fault::Overtaken | Fault::Lost(_) | Fault::Unsure(_));
            match patience.as_mut().filter(|_| passing).and_then(|patience| patience.next()) {
                Some(pause) => engine.pause(pause),
                None if sent.is_some() => {
                    self.unsettled = sent;
                    return Err(Fault::Unsure(fault.why()));
                }
                None => return Err(fault),
            }
        }
    }

    /// One try. `sent` is an earlier try of which it is not known whether it was kept.
    fn once(&mut self, group: &[Job], sent: &mut Option<Box<Sent>>) -> Result<Vec<Result<Done, Fault>>, Fault> {
        let conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.reconnect()?,
        };
        let outcome = self.settled(&conn, group, sent);
        match &outcome {
            Ok(_) => {
                if group.iter().any(|job| matches!(job.write, Write::Shred(..))) {
                    self.writer.engine.wipe(&conn);
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

    fn settled(
        &mut self,
        conn: &Conn,
        group: &[Job],
        sent: &mut Option<Box<Sent>>,
    ) -> Result<Vec<Result<Done, Fault>>, Fault> {
        if let Some(earlier) = &self.unsettled
            && earlier.is_there(conn)?
        {
            self.progress = earlier.progress.clone();
            self.unsettled = None;
        }
        if let Some(earlier) = sent
            && earlier.is_there(conn)?
        {
            self.progress = earlier.progress.clone();
            return Ok(std::mem::take(&mut earlier.outcomes));
        }
        let writer = &self.writer;
        let bench = Bench {
            engine: &writer.engine,
            identity: &writer.identity,
            keys: &writer.keys,
            now_micros: writer.clock.now_micros(),
        };
        match group::commit(conn, group, &bench, &mut self.progress) {
            Ok(outcomes) => {
                self.unsettled = None;
                Ok(outcomes)
            }
            Err(Failure::Refused(fault)) => Err(fault),
            Err(Failure::Unsure(fault, now)) => {
                *sent = Some(now);
                Err(fault)
            }
        }
    }

    fn reconnect(&self) -> Result<Conn, Fault> {
        let conn = self.writer.engine.writer()?;
        self.writer.engine.limit(&conn, self.limit)?;
        Ok(conn)
    }
}
