//! Checking the signed records and the access log of each server process.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Notes, What};
use crate::{
    access,
    chain::{Hash, START},
    engine::{
        Misshapen,
        reader::{HeadsRow, Reader},
    },
    errors::Fault,
    heads::{Body, Server, next_previous, record_hash},
    ids::StreamId,
    store::Inner,
    witness::{HeadsFile, unhex},
};

/// Somebody vouches that a stream had this chain at this entry.
pub(super) struct Claim {
    pub(super) seq: u64,
    pub(super) chain: Hash,
    /// The witness says so; otherwise a signed record does.
    pub(super) witness: bool,
}

/// What is vouched for, by stream.
pub(super) type Claims = HashMap<StreamId, Vec<Claim>>;

/// A server process while its records are being checked.
struct Chain {
    server: Option<Server>,
    next: u64,
    previous: Hash,
    last: Option<(Hash, [u8; 64], u64)>,
    access: (u64, Hash),
}

/// An end of a chain that must be there, and who says so.
struct Wanted {
    hash: Hash,
    witness: bool,
    seen: bool,
}

pub(super) fn check(
    inner: &Inner,
    reader: &Reader<'_>,
    witness: Option<&HeadsFile>,
    notes: &mut Notes,
) -> Result<Claims, Fault> {
    let mut claims = Claims::new();
    let mut wanted = wanted(reader, witness)?;
    let mut chains = servers(inner, reader, &wanted, notes)?;
    reader.each_heads(|row| match row {
        Ok(row) => {
            notes.report.records = notes.report.records.saturating_add(1);
            if let Some(tip) = wanted.get_mut(&(row.server, row.n)) {
                tip.seen = tip.hash == row.hash;
            }
            record(row, &mut chains, &mut claims, notes);
        }
        Err(Misshapen) => notes.add(None, None, What::Changed, "a signed record does not have its form"),
    })?;
    for (id, chain) in &chains {
        close(*id, chain, notes);
    }
    for ((server, n), tip) in &wanted {
        if !tip.seen {
            let (what, by) =
                if tip.witness { (What::RolledBack, "the witness") } else { (What::Missing, "a later process") };
            notes.add(None, None, what, format!("{by} saw record {n} of server process {server}; it is not there"));
        }
    }
    accesses(reader, &chains, notes)?;
    for tip in witness.map(|file| file.streams.as_slice()).unwrap_or_default() {
        if let Some(chain) = unhex(&tip.chain) {
            claims.entry(tip.stream).or_default().push(Claim { seq: tip.seq, chain, witness: true });
        }
    }
    Ok(claims)
}

/// The ends of chains that later processes or the witness have seen.
fn wanted(reader: &Reader<'_>, witness: Option<&HeadsFile>) -> Result<HashMap<(Uuid, u64), Wanted>, Fault> {
    let mut wanted = HashMap::new();
    for row in reader.heads_first()? {
        for tip in Body::decode(&row.body).map(|body| body.found).unwrap_or_default() {
            wanted.insert((tip.server, tip.n), Wanted { hash: tip.hash, witness: false, seen: false });
        }
    }
    for tip in witness.map(|file| file.servers.as_slice()).unwrap_or_default() {
        if let Some(hash) = unhex(&tip.hash) {
            wanted.entry((tip.server, tip.n)).or_insert(Wanted { hash, witness: true, seen: false });
        }
    }
    Ok(wanted)
}

fn servers(
    inner: &Inner,
    reader: &Reader<'_>,
    wanted: &HashMap<(Uuid, u64), Wanted>,
    notes: &mut Notes,
) -> Result<HashMap<Uuid, Chain>, Fault> {
    let mut chains = HashMap::new();
    for row in reader.servers()? {
        let Ok((server, linked)) = row else {
            notes.add(None, None, What::Changed, "a server process's entry does not have its form");
            continue;
        };
        if !server.is_certified(inner.keys.instance, inner.keys.certify()) {
            let detail = format!("server process {} was never let in by this store's key", server.id);
            notes.add(None, None, What::SignatureWrong, detail);
        }
        let seen =
            wanted.iter().filter(|((id, _), tip)| *id == server.id && !tip.witness).map(|((_, n), _)| *n).max();
        if seen.unwrap_or(0) != linked {
            let detail = format!("the mark how far server process {} was seen by later ones is wrong", server.id);
            notes.add(None, None, What::Changed, detail);
        }
        let previous = server.start();
        let chain = Chain { server: Some(server.clone()), next: 1, previous, last: None, access: (0, START) };
        chains.insert(server.id, chain);
    }
    Ok(chains)
}

fn record(row: HeadsRow, chains: &mut HashMap<Uuid, Chain>, claims: &mut Claims, notes: &mut Notes) {
    let HeadsRow { server, n, at_micros, body, signature, hash: stored } = row;
    let chain = chains.entry(server).or_insert_with(|| {
        notes.add(None, None, What::Missing, format!("server process {server} has signed records but no entry"));
        Chain { server: None, next: 1, previous: START, last: None, access: (0, START) }
    });
    if n != chain.next {
        let detail = format!("signed record {} of server process {server} is not there", chain.next);
        notes.add(None, None, What::Missing, detail);
    }
    let hash = record_hash(&chain.previous, server, n, at_micros, &body);
    let next = next_previous(&hash, &signature);
    if next != stored {
        let detail = format!("signed record {n} of server process {server} is not what was written");
        notes.add(None, None, What::Changed, detail);
    }
    chain.next = n.saturating_add(1);
    chain.previous = stored;
    chain.last = Some((hash, signature, n));
    let Some(body) = Body::decode(&body) else {
        notes.add(
            None,
            None,
            What::Changed,
            format!("signed record {n} of server process {server} cannot be read"),
        );
        return;
    };
    if body.access_n < chain.access.0 {
        let detail = format!("signed record {n} of server process {server} goes back in the access log");
        notes.add(None, None, What::Changed, detail);
    }
    chain.access = (body.access_n, body.access_chain);
    for (stream, seq, chain) in body.heads {
        claims.entry(stream).or_default().push(Claim { seq, chain, witness: false });
    }
}

/// The signature at the end vouches for every record and signature before it.
fn close(id: Uuid, chain: &Chain, notes: &mut Notes) {
    match (&chain.server, &chain.last) {
        (Some(server), Some((hash, signature, n))) if !server.signed(hash, signature) => {
            let detail = format!("signed record {n} of server process {id} does not bear its signature");
            notes.add(None, None, What::SignatureWrong, detail);
        }
        (Some(_), None) => {
            notes.add(None, None, What::Missing, format!("server process {id} has no signed record left"));
        }
        _ => {}
    }
}

fn accesses(reader: &Reader<'_>, chains: &HashMap<Uuid, Chain>, notes: &mut Notes) -> Result<(), Fault> {
    let mut ends: HashMap<Uuid, (u64, Hash)> = HashMap::new();
    reader.each_access(|row| {
        let Ok(linked) = row else {
            notes.add(None, None, What::Changed, "a row of the access log does not have its form");
            return;
        };
        notes.report.accesses = notes.report.accesses.saturating_add(1);
        let (server, n) = (linked.row.server, linked.row.n);
        let (last, previous) = ends.get(&server).copied().unwrap_or((0, START));
        if n != last.saturating_add(1) {
            let detail = format!("rows after {last} of the access log of server process {server} are not there");
            notes.add(None, None, What::Missing, detail);
        } else if access::link(&previous, &linked.row) != linked.chain {
            let detail = format!("row {n} of the access log of server process {server} is not what was written");
            notes.add(None, None, What::Changed, detail);
        }
        ends.insert(server, (n, linked.chain));
    })?;
    for (id, end) in &ends {
        if !chains.contains_key(id) {
            let detail = format!("the access log has rows up to {} of an unknown server process {id}", end.0);
            notes.add(None, None, What::Added, detail);
        }
    }
    for (id, chain) in chains {
        let (n, hash) = ends.get(id).copied().unwrap_or((0, START));
        let (signed, signed_hash) = chain.access;
        if n != signed || hash != signed_hash {
            let what = if n < signed { What::Missing } else { What::HeadMismatch };
            let detail = format!("the access log of server process {id} ends at {n}, {signed} rows are signed");
            notes.add(None, None, what, detail);
        }
    }
    Ok(())
}
