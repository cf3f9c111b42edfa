//! One transaction: a group of waiting writes, and the signed record of what they changed.
//!
//! First everything is asked that must be known, then each write is decided in memory, then all statements run in one
//! go: on PostgreSQL they travel together, so that a group costs a few journeys and not a few hundred.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{Conn, Engine, Statement, Value, reader::Reader, statements as sql, values};
use crate::{
    chain::{Hash, START},
    errors::Fault,
    heads::{Body, Identity, next_previous, record_hash},
    ids::{DraftKey, StreamId},
    keys::Keys,
    writes::{Done, Job, Write},
};

/// How far this process's own chains have come; moves on only after a commit.
#[derive(Clone)]
pub(crate) struct Progress {
    registered: bool,
    n: u64,
    previous: Hash,
    pub(super) access_n: u64,
    pub(super) access_chain: Hash,
}

impl Progress {
    pub(crate) fn new(identity: &Identity) -> Self {
        Self { registered: false, n: 0, previous: identity.server.start(), access_n: 0, access_chain: START }
    }
}

/// What is the same for every group.
pub(crate) struct Bench<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) identity: &'a Identity,
    pub(crate) keys: &'a Keys,
    pub(crate) now_micros: i64,
}

pub(super) struct Group<'a> {
    pub(super) conn: &'a Conn,
    pub(super) keys: &'a Keys,
    pub(super) engine: &'a Engine,
    /// Deleted for good; nothing about them is written.
    pub(super) gone: HashSet<StreamId>,
    pub(super) server: Uuid,
    pub(super) progress: Progress,
    /// Heads as they are with what this group has done so far.
    pub(super) seen: HashMap<StreamId, (u64, Hash)>,
    /// Versions of drafts, likewise.
    pub(super) drafts: HashMap<(Uuid, DraftKey), Option<u64>>,
    /// The heads this group moved.
    pub(super) heads: BTreeMap<StreamId, (u64, Hash)>,
    pub(super) accessed: bool,
    /// What is to run; see [`Planned`].
    pub(super) queue: Vec<Planned<'a>>,
    /// Which job is being decided.
    pub(super) job: usize,
    /// How many rows each job's own statements changed.
    pub(super) counts: Vec<u64>,
}

/// A statement of a job.
pub(super) struct Planned<'a> {
    statement: Statement<'a>,
    job: usize,
    /// It must change exactly one row; if not, another server was there between our look and our move.
    must: bool,
    /// Its rows are what the job asks to be told.
    counted: bool,
}

/// A group whose commit was sent: what it said to whom, and how to find out whether it was kept.
pub(crate) struct Sent {
    pub(crate) outcomes: Vec<Result<Done, Fault>>,
    pub(crate) progress: Progress,
    proof: Proof,
}

/// What is in the database if, and only if, a group was kept.
enum Proof {
    /// The signed record of this process with this number.
    Record(Uuid, u64, Hash),
    /// A draft with this text.
    Draft(Uuid, DraftKey, Vec<u8>),
    /// Nothing; such a group may be written twice.
    Nothing,
}

impl Sent {
    pub(crate) fn is_there(&self, conn: &Conn) -> Result<bool, Fault> {
        let reader = Reader(conn);
        Ok(match &self.proof {
            Proof::Record(server, n, hash) => {
                reader.tip(*server)?.is_some_and(|tip| tip.n == *n && tip.hash == *hash)
            }
            Proof::Draft(owner, key, text) => {
                reader.draft(*owner, *key)?.is_some_and(|row| row.ciphertext == *text)
            }
            Proof::Nothing => false,
        })
    }
}

/// Why a group is not known to be kept.
pub(crate) enum Failure {
    /// It was not.
    Refused(Fault),
    /// The connection broke off at the commit.
    Unsure(Fault, Box<Sent>),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

/// Writes all jobs in one transaction. The inner results are each job's own: a stale one is refused
/// alone. The outer error means that nothing of the group was kept, or that nobody knows.
pub(crate) fn commit(
    conn: &Conn,
    jobs: &[Job],
    bench: &Bench<'_>,
    progress: &mut Progress,
) -> Result<Vec<Result<Done, Fault>>, Failure> {
    bench.keys.flush()?;
    let tx = conn.write()?;
    let about_streams = jobs.iter().any(|job| job.write.is_about_streams());
    // Asked under the lock too: keys may have been made and destroyed by another process.
    let turn = if about_streams { bench.keys.notice()? } else { 0 };
    let mut group = Group {
        conn,
        keys: bench.keys,
        engine: bench.engine,
        gone: if about_streams { bench.keys.shredded()? } else { HashSet::new() },
        server: bench.identity.server.id,
        progress: progress.clone(),
        seen: HashMap::new(),
        drafts: HashMap::new(),
        heads: BTreeMap::new(),
        accessed: false,
        queue: Vec::new(),
        job: 0,
        counts: vec![0; jobs.len()],
    };
    group.look(jobs)?;
    let mut outcomes = Vec::with_capacity(jobs.len());
    for (n, job) in jobs.iter().enumerate() {
        group.job = n;
        if bench.keys.lost_any(&job.keys) {
            outcomes.push(Err(Fault::KeyRace));
            continue;
        }
        match group.apply(&job.write) {
            Ok(done) => outcomes.push(Ok(done)),
            Err(
                refused @ (Fault::Stale { .. }
                | Fault::DraftStale { .. }
                | Fault::DraftRecorded
                | Fault::Shredded { .. }),
            ) => outcomes.push(Err(refused)),
            Err(fault) => return Err(fault.into()),
        }
    }
    group.sign(bench)?;
    group.flush()?;
    if about_streams && conn.is_shared() && bench.keys.shredded()? != group.gone {
        // Another server deleted a case for good since we asked; our rows now wait in its way or it in ours.
        return Err(Fault::Overtaken.into());
    }
    let rotates = jobs.iter().any(|job| matches!(job.write, Write::Renew(_) | Write::OldKeysGone(_)));
    if about_streams && conn.is_shared() && !rotates && bench.keys.turn()? != turn {
        return Err(Fault::Overtaken.into());
    }
    let signed = group.progress.n > progress.n;
    let Group { progress: moved, counts, .. } = group;
    for (outcome, rows) in outcomes.iter_mut().zip(counts) {
        if let Ok(Done::Count(count)) = outcome {
            *count = rows;
        }
    }
    match tx.commit() {
        Ok(()) => {
            *progress = moved;
            Ok(outcomes)
        }
        Err(fault @ Fault::Unsure(_)) => {
            let proof = if signed {
                Proof::Record(bench.identity.server.id, moved.n, moved.previous)
            } else {
                drafted(jobs, &outcomes)
            };
            Err(Failure::Unsure(fault, Box::new(Sent { outcomes, progress: moved, proof })))
        }
        Err(fault) => Err(fault.into()),
    }
}

impl<'a> Group<'a> {
    /// Asks for the heads and drafts that the jobs are about.
    fn look(&mut self, jobs: &'a [Job]) -> Result<(), Fault> {
        let mut streams: Vec<StreamId> = Vec::new();
        let mut drafts: Vec<(Uuid, DraftKey)> = Vec::new();
        for job in jobs {
            match &job.write {
                Write::Append(append) => streams.push(append.stream),
                Write::DraftPut(draft) => drafts.push((draft.owner, draft.key)),
                _ => {}
            }
        }
        streams.sort_unstable();
        streams.dedup();
        let asked: Vec<_> =
            streams.iter().map(|stream| Vec::from(values![stream.id, stream.kind.code()])).collect();
        let found = self.conn.one_each(sql::HEAD, &asked, |row| Ok((row.number(0)?, row.get(1)?)))?;
        self.seen =
            streams.into_iter().zip(found).map(|(stream, head)| (stream, head.unwrap_or((0, START)))).collect();
        let asked: Vec<_> = drafts.iter().map(|(owner, key)| Vec::from(values![*owner, key.0])).collect();
        let found = self.conn.one_each(sql::DRAFT_VERSION, &asked, |row| row.number(0))?;
        self.drafts = drafts.into_iter().zip(found).collect();
        Ok(())
    }

    pub(super) fn plan(
        &mut self,
        text: &'static str,
        values: impl Into<Vec<Value<'a>>>,
        must: bool,
        counted: bool,
    ) {
        self.queue.push(Planned {
            statement: Statement { text, values: values.into() },
            job: self.job,
            must,
            counted,
        });
    }

    /// To run; nobody asks how many rows it changes.
    pub(super) fn run(&mut self, text: &'static str, values: impl Into<Vec<Value<'a>>>) {
        self.plan(text, values, false, false);
    }

    /// To run, and to change one row.
    pub(super) fn must(&mut self, text: &'static str, values: impl Into<Vec<Value<'a>>>) {
        self.plan(text, values, true, false);
    }

    /// To run, and to tell how many rows it changed.
    pub(super) fn count(&mut self, text: &'static str, values: impl Into<Vec<Value<'a>>>) -> Result<Done, Fault> {
        self.plan(text, values, false, true);
        Ok(Done::Count(0))
    }

    /// Runs what is planned.
    pub(super) fn flush(&mut self) -> Result<(), Fault> {
        let mut queue = std::mem::take(&mut self.queue);
        if self.conn.is_shared() {
            // Two servers that take the same rows in the same order wait for each other and never in a ring.
            queue.sort_by_cached_key(|planned| order(&planned.statement));
        }
        let (statements, planned): (Vec<_>, Vec<_>) = queue
            .into_iter()
            .map(|Planned { statement, job, must, counted }| (statement, (job, must, counted)))
            .unzip();
        let changed = self.conn.run_all(&statements)?;
        for ((job, must, counted), rows) in planned.into_iter().zip(changed) {
            if must && rows != 1 {
                return Err(Fault::Overtaken);
            }
            if counted && let Some(count) = self.counts.get_mut(job) {
                *count = count.saturating_add(rows);
            }
        }
        Ok(())
    }

    /// The record of what this commit changed; the first of a process names the chains it found.
    fn sign(&mut self, bench: &Bench<'_>) -> Result<(), Fault> {
        if self.heads.is_empty() && !self.accessed {
            return Ok(());
        }
        let mut body = Body {
            access_n: self.progress.access_n,
            access_chain: self.progress.access_chain,
            heads: self.heads.iter().map(|(stream, (seq, chain))| (*stream, *seq, *chain)).collect(),
            found: Vec::new(),
        };
        let server = bench.identity.server.clone();
        if !self.progress.registered {
            let reader = Reader(self.conn);
            for (other, linked) in reader.servers()?.into_iter().flatten() {
                if let Some(tip) = reader.tip(other.id)?
                    && tip.n > linked
                {
                    let n = stored(tip.n)?;
                    self.run(sql::SERVER_LINKED, values![n, other.id, n]);
                    body.found.push(tip);
                }
            }
            let public_key = server.public_key;
            self.must(sql::SERVER_PUT, values![server.id, public_key, server.started_micros, server.certificate]);
            self.progress.registered = true;
        }
        let n = self.progress.n.saturating_add(1);
        let encoded = body.encode();
        let hash = record_hash(&self.progress.previous, server.id, n, bench.now_micros, &encoded);
        let signature = bench.identity.sign(&hash);
        let next = next_previous(&hash, &signature);
        let values = values![server.id, stored(n)?, bench.now_micros, encoded, signature.to_vec(), next];
        self.must(sql::HEADS_PUT, values);
        self.progress.n = n;
        self.progress.previous = next;
        Ok(())
    }
}

/// The last draft that was put: a draft of the same group may have replaced those before it.
fn drafted(jobs: &[Job], outcomes: &[Result<Done, Fault>]) -> Proof {
    let mut left: HashMap<(Uuid, DraftKey), &[u8]> = HashMap::new();
    for (job, outcome) in jobs.iter().zip(outcomes) {
        match &job.write {
            Write::DraftPut(draft) if outcome.is_ok() => {
                left.insert((draft.owner, draft.key), &draft.ciphertext);
            }
            Write::DraftDelete(owner, key) | Write::DraftDone(owner, key, _) => {
                left.remove(&(*owner, *key));
            }
            Write::Shred(..) => left.clear(),
            _ => {}
        }
    }
    let one = left.into_iter().next();
    one.map_or(Proof::Nothing, |((owner, key), text)| Proof::Draft(owner, key, text.to_vec()))
}

/// Heads first, by stream; then drafts, by owner and key; then the rest as it was planned.
fn order(statement: &Statement<'_>) -> (u8, Vec<u8>) {
    let (rank, key): (u8, &[usize]) = match statement.text {
        sql::HEAD_NEW => (0, &[0]),
        sql::HEAD_MOVE => (0, &[2]),
        sql::DRAFT_PUT | sql::DRAFT_DONE | sql::DRAFT_GONE => (1, &[0, 1]),
        _ => (2, &[]),
    };
    let part = |at: &usize| statement.values.get(*at).and_then(Value::bytes).unwrap_or_default();
    (rank, key.iter().flat_map(part).copied().collect())
}

/// Clears away what lists and forms keep of a case that was deleted for good.
pub(crate) fn clear(conn: &Conn, case: Uuid) -> Result<(), Fault> {
    for text in [
        sql::CARDS_OF_GONE,
        sql::PEOPLE_FOR_GONE,
        sql::TOKENS_FOR_GONE,
        sql::ALLOCATIONS_FOR_GONE,
        sql::DRAFTS_FOR_GONE,
        sql::PIECES_FOR_GONE,
        sql::FILES_FOR_GONE,
    ] {
        conn.run(text, &values![case])?;
    }
    Ok(())
}

pub(super) fn stored(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Failed("a number is too large to be stored".to_owned()))
}
