//! Checking the entries: each opens, commits to its text, follows the one before, and was signed for.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet, VecDeque},
    thread::{self, ScopedJoinHandle},
};

use super::{
    Notes, What,
    records::{Claim, Claims},
};
use crate::{
    chain::{self, Hash, START},
    engine::{
        Misshapen,
        reader::{EventResult, Reader},
    },
    errors::Fault,
    expunge::{self, EXPUNGED},
    ids::StreamId,
    journal::{EventRow, open_row},
    store::Inner,
};

/// So many entries that do not open are kept to find out whether they changed places.
const KEPT: usize = 16;

/// So many entries are opened in one go, beside the reading.
const BATCH: usize = 2_048;

/// An entry, and whether it opens.
struct Tried {
    row: EventRow,
    encoded: Vec<u8>,
    opens: Result<(), String>,
    /// What it says was taken out, where it is such an event.
    places: Vec<u64>,
}

/// Entries in order, or the stream and place of those that are misshapen.
type Batch = Vec<Result<Tried, (Option<StreamId>, Option<u64>)>>;

/// Opens entries; those of streams that were deleted for good need not open.
fn try_all(inner: &Inner, rows: Vec<EventResult>, gone: &HashSet<StreamId>) -> Batch {
    let one = |row: EventRow| {
        let encoded = row.header.encode();
        if gone.contains(&row.header.stream) || row.ciphertext.is_empty() {
            return Tried { row, encoded, opens: Ok(()), places: Vec::new() };
        }
        let mut places = Vec::new();
        let opens = open_row(inner, &row, &encoded).and_then(|plain| {
            if row.header.tag == EXPUNGED {
                let payload = chain::unsalted(&plain).map(|(_, payload)| payload).unwrap_or_default();
                let (named, _) = expunge::places(&row.header.tag, payload)
                    .ok_or_else(|| "what it took out cannot be read".to_owned())?;
                places = named;
            }
            Ok(())
        });
        Tried { row, encoded, opens, places }
    };
    rows.into_iter().map(|row| row.map(one)).collect()
}

/// Reads every entry in order and opens them beside the reading, on as many threads as there are processors.
fn each_tried(
    inner: &Inner,
    reader: &Reader<'_>,
    gone: &HashSet<StreamId>,
    mut each: impl FnMut(Result<Tried, (Option<StreamId>, Option<u64>)>),
) -> Result<(), Fault> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let mut waiting: VecDeque<ScopedJoinHandle<'_, Batch>> = VecDeque::new();
        let mut rows = Vec::with_capacity(BATCH);
        let mut broken = false;
        let mut take = |first: Option<ScopedJoinHandle<'_, Batch>>| match first.map(ScopedJoinHandle::join) {
            Some(Ok(batch)) => batch.into_iter().for_each(&mut each),
            Some(Err(_)) => broken = true,
            None => {}
        };
        reader.each_event(|row| {
            rows.push(row);
            if rows.len() >= BATCH {
                let batch = std::mem::replace(&mut rows, Vec::with_capacity(BATCH));
                waiting.push_back(scope.spawn(move || try_all(inner, batch, gone)));
                if waiting.len() > threads {
                    take(waiting.pop_front());
                }
            }
        })?;
        while let Some(first) = waiting.pop_front() {
            take(Some(first));
        }
        if broken {
            return Err(Fault::Failed("checking the entries broke off".to_owned()));
        }
        try_all(inner, rows, gone).into_iter().for_each(&mut each);
        Ok(())
    })
}

struct Walk {
    stream: StreamId,
    /// The last entry seen, and its stored chain; none after a gap or a misshapen row.
    last: u64,
    chain: Option<Hash>,
    /// By entry.
    claims: Vec<Claim>,
    shut: Vec<EventRow>,
    /// Places without a text, and those of which an event says that the text was taken out.
    empty: BTreeSet<u64>,
    named: BTreeSet<u64>,
    /// Deleted for good: its entries are in their places and need not open.
    gone: bool,
}

pub(super) fn check(
    inner: &Inner,
    reader: &Reader<'_>,
    mut claims: Claims,
    notes: &mut Notes,
) -> Result<(), Fault> {
    let gone = shredded(inner, notes)?;
    let mut heads = BTreeMap::new();
    for row in reader.streams_all()? {
        match row {
            Ok((stream, seq, chain)) => {
                notes.report.streams = notes.report.streams.saturating_add(1);
                heads.insert(stream, (seq, chain));
            }
            Err(Misshapen) => notes.add(None, None, What::Changed, "the head of a stream does not have its form"),
        }
    }
    let mut walk: Option<Walk> = None;
    each_tried(inner, reader, &gone, |row| {
        notes.report.events = notes.report.events.saturating_add(1);
        let (stream, seq) = match &row {
            Ok(tried) => (Some(tried.row.header.stream), Some(tried.row.header.seq)),
            Err((stream, seq)) => (*stream, *seq),
        };
        let Some(stream) = stream else {
            notes.add(None, seq, What::Changed, "an entry names no stream");
            return;
        };
        if walk.as_ref().is_none_or(|walk| walk.stream != stream) {
            if let Some(done) = walk.take() {
                finish(inner, done, &mut heads, notes);
            }
            let mut claims = claims.remove(&stream).unwrap_or_default();
            claims.sort_by_key(|claim| claim.seq);
            let gone = gone.contains(&stream);
            walk = Some(Walk {
                stream,
                last: 0,
                chain: Some(START),
                claims,
                shut: Vec::new(),
                empty: BTreeSet::new(),
                named: BTreeSet::new(),
                gone,
            });
        }
        if let Some(walk) = &mut walk {
            match row {
                Ok(tried) => step(inner, walk, tried, notes),
                Err(_) => {
                    notes.add(Some(stream), seq, What::Changed, "it does not have the form of an entry");
                    walk.last = seq.unwrap_or_else(|| walk.last.saturating_add(1));
                    walk.chain = None;
                }
            }
        }
    })?;
    if let Some(done) = walk.take() {
        finish(inner, done, &mut heads, notes);
    }
    for (stream, (seq, _)) in heads {
        notes.add(Some(stream), Some(1), What::Missing, format!("none of its {seq} entries is there"));
        claims.remove(&stream);
    }
    for (stream, claims) in claims {
        let seq = claims.iter().map(|claim| claim.seq).max();
        notes.add(Some(stream), seq, What::Missing, "it was signed for and is not there at all");
    }
    Ok(())
}

/// The streams that were deleted for good; what does not fit their records is told.
fn shredded(inner: &Inner, notes: &mut Notes) -> Result<HashSet<StreamId>, Fault> {
    let found = inner.keys.shredding()?;
    notes.report.shredded = u64::try_from(found.genuine.len()).unwrap_or(u64::MAX);
    for stream in found.with_keys {
        let detail = "it was deleted for good, and keys of it are in keys.db again: somebody has put them back";
        notes.add(Some(stream), None, What::Added, detail);
    }
    for said in found.forged {
        let detail =
            format!("keys.db says that {said} was deleted for good; that was not written with this store's key");
        notes.add(None, None, What::SignatureWrong, detail);
    }
    Ok(found.genuine)
}

fn step(inner: &Inner, walk: &mut Walk, tried: Tried, notes: &mut Notes) {
    let Tried { row, encoded, opens, places } = tried;
    let (stream, seq) = (walk.stream, row.header.seq);
    let next = walk.last.saturating_add(1);
    if seq != next {
        let detail = if seq > next {
            format!("entries {next} to {} are not there", seq.saturating_sub(1))
        } else {
            "it has no place".to_owned()
        };
        notes.add(Some(stream), Some(next), What::Missing, detail);
        walk.chain = None;
    }
    if let Some(previous) = &walk.chain
        && chain::link(previous, &encoded, &row.commitment) != row.chain
    {
        notes.add(Some(stream), Some(seq), What::Changed, "it does not follow from the entry before it");
    }
    let from = walk.claims.partition_point(|claim| claim.seq < seq);
    let about_it = walk.claims.iter().skip(from).take_while(|claim| claim.seq == seq);
    for claim in about_it.filter(|claim| claim.chain != row.chain) {
        let (what, by) = vouched(claim);
        notes.add(Some(stream), Some(seq), what, format!("it is not what {by} vouches for"));
    }
    walk.last = seq;
    walk.chain = Some(row.chain);
    if walk.gone {
        return;
    }
    walk.named.extend(places);
    if row.ciphertext.is_empty() {
        walk.empty.insert(seq);
    }
    if let Err(why) = opens {
        // It may have been deleted since we began.
        walk.gone = inner.keys.is_shredded(stream).unwrap_or(false);
        if walk.gone {
            return;
        }
        let what = if why.contains("key of") { What::Undecryptable } else { What::Changed };
        notes.add(Some(stream), Some(seq), what, why);
        if walk.shut.len() < KEPT {
            walk.shut.push(row);
        }
    }
}

fn vouched(claim: &Claim) -> (What, &'static str) {
    if claim.witness { (What::RolledBack, "the witness") } else { (What::HeadMismatch, "a signed record") }
}

fn finish(inner: &Inner, walk: Walk, heads: &mut BTreeMap<StreamId, (u64, Hash)>, notes: &mut Notes) {
    let Walk { stream, last, chain, claims, shut, empty, named, gone } = walk;
    moved(inner, stream, &shut, notes);
    if !gone {
        expunged(stream, &empty, &named, last, notes);
    }
    let Some((seq, head_chain)) = heads.remove(&stream) else {
        notes.add(Some(stream), Some(1), What::Added, "it has entries and no head");
        return;
    };
    if last < seq {
        let detail = format!("entries {} to {seq} are not there", last.saturating_add(1));
        notes.add(Some(stream), Some(last.saturating_add(1)), What::Missing, detail);
    } else if last > seq {
        notes.add(Some(stream), Some(last), What::Added, format!("the head says {seq} entries"));
    } else if chain.is_some_and(|chain| chain != head_chain) {
        notes.add(Some(stream), Some(seq), What::HeadMismatch, "the head does not fit the last entry");
    }
    let signed = claims.iter().filter(|claim| !claim.witness).max_by_key(|claim| claim.seq);
    match signed {
        Some(claim) if claim.seq > seq => {
            let detail = format!("{} entries were signed for, the head says {seq}", claim.seq);
            notes.add(Some(stream), Some(claim.seq), What::RolledBack, detail);
        }
        Some(claim) if claim.seq == seq && claim.chain == head_chain => {}
        _ => notes.add(Some(stream), Some(seq), What::HeadMismatch, "no signed record vouches for its head"),
    }
    if let Some(claim) =
        claims.iter().filter(|claim| claim.witness && claim.seq > seq).max_by_key(|claim| claim.seq)
    {
        let detail = format!("the witness saw {} entries, there are {seq}", claim.seq);
        notes.add(Some(stream), Some(claim.seq), What::RolledBack, detail);
    }
}

/// A text that is gone is one thing if an event of the chain says so, and another if nothing does.
fn expunged(stream: StreamId, empty: &BTreeSet<u64>, named: &BTreeSet<u64>, last: u64, notes: &mut Notes) {
    let by_rule = empty.intersection(named).count();
    notes.report.expunged = notes.report.expunged.saturating_add(u64::try_from(by_rule).unwrap_or(u64::MAX));
    for seq in empty.difference(named) {
        notes.add(Some(stream), Some(*seq), What::Missing, expunge::SILENT);
    }
    for seq in named.difference(empty).filter(|seq| **seq <= last) {
        notes.add(Some(stream), Some(*seq), What::Added, expunge::BACK);
    }
}

/// Entries that open in each other's place were moved.
fn moved(inner: &Inner, stream: StreamId, shut: &[EventRow], notes: &mut Notes) {
    for row in shut {
        for other in shut.iter().filter(|other| other.header.seq != row.header.seq) {
            let mut header = row.header.clone();
            header.seq = other.header.seq;
            let encoded = header.encode();
            if open_row(inner, row, &encoded).is_ok() {
                let detail = format!("this is entry {}", other.header.seq);
                notes.add(Some(stream), Some(row.header.seq), What::Reordered, detail);
            }
        }
    }
}
