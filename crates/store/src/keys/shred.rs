//! Shredding: the keys of a stream are deleted, and a record says that this was meant.

use std::{
    collections::HashSet,
    sync::{MutexGuard, PoisonError},
};

use uuid::Uuid;

use super::{Keys, StreamKey};
use crate::{
    engine::{Conn, values},
    errors::Fault,
    ids::{StreamId, StreamKind},
    seal::{Bound, SecretKey},
};

/// Also for keystores that were made before anything could be shredded.
pub(crate) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS shredded (
  stream_id BLOB NOT NULL, stream_kind INTEGER NOT NULL, at_micros INTEGER NOT NULL, mac BLOB NOT NULL,
  PRIMARY KEY (stream_id, stream_kind)
) STRICT;
";
const PUT: &str = "INSERT INTO shredded (stream_id, stream_kind, at_micros, mac) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (stream_id, stream_kind) DO UPDATE SET at_micros = excluded.at_micros, mac = excluded.mac";
const GET: &str = "SELECT at_micros, mac FROM shredded WHERE stream_id = $1 AND stream_kind = $2";
const ALL: &str = "SELECT stream_id, stream_kind, at_micros, mac FROM shredded ORDER BY stream_id, stream_kind";
const KEYS_GONE: &str = "DELETE FROM key WHERE stream_id = $1 AND stream_kind = $2";
const KEYS_LEFT: &str = "SELECT count(*) FROM key WHERE stream_id = $1 AND stream_kind = $2";

/// What `verify` is told about shredded streams.
#[derive(Default)]
pub(crate) struct Shredded {
    /// Those with a record that only a holder of the key can have made.
    pub(crate) genuine: HashSet<StreamId>,
    /// Those of them whose keys are in the keystore all the same.
    pub(crate) with_keys: Vec<StreamId>,
    /// How many records were not made with the key.
    pub(crate) forged: Vec<String>,
}

/// Whoever does not hold the key cannot make a lost key look like one that was deleted on purpose.
#[derive(Clone)]
pub(super) struct Stamp {
    instance: Uuid,
    key: SecretKey,
}

impl Stamp {
    pub(super) fn new(instance: Uuid, agency: &SecretKey) -> Self {
        Self { instance, key: agency.derive("holdfast 2026-11 shredding records") }
    }

    fn mac(&self, stream: StreamId, at_micros: i64) -> blake3::Hash {
        let said = Bound::new("holdfast/shredded/1")
            .bytes(self.instance.as_bytes())
            .bytes(stream.id.as_bytes())
            .number(stream.kind.code())
            .number(at_micros)
            .done();
        blake3::keyed_hash(self.key.bytes(), &said)
    }

    /// In constant time.
    fn is_genuine(&self, stream: StreamId, at_micros: i64, mac: &[u8]) -> bool {
        <[u8; 32]>::try_from(mac).is_ok_and(|mac| self.mac(stream, at_micros) == blake3::Hash::from_bytes(mac))
    }

    /// Vouches with another key for all that this one vouches for.
    pub(super) fn again(&self, conn: &Conn, other: &Self) -> Result<(), Fault> {
        let mut genuine = Vec::new();
        conn.each(ALL, &[], |row| {
            let (id, kind) = (row.get::<Vec<u8>>(0)?, StreamKind::from_code(row.get(1)?));
            let (at_micros, mac) = (row.get::<i64>(2)?, row.get::<Vec<u8>>(3)?);
            if let Some((id, kind)) = Uuid::from_slice(&id).ok().zip(kind) {
                let stream = StreamId { kind, id };
                if self.is_genuine(stream, at_micros, &mac) {
                    genuine.push((stream, at_micros));
                }
            }
            Ok(())
        })?;
        for (stream, at_micros) in genuine {
            let mac = *other.mac(stream, at_micros).as_bytes();
            conn.run(PUT, &values![stream.id, stream.kind.code(), at_micros, mac])?;
        }
        Ok(())
    }

    /// Whether there is a genuine record of this stream.
    pub(super) fn has(&self, conn: &Conn, stream: StreamId) -> Result<bool, Fault> {
        let values = values![stream.id, stream.kind.code()];
        let found = conn.one(GET, &values, |row| Ok((row.get(0)?, row.get::<Vec<u8>>(1)?)))?;
        Ok(found.is_some_and(|(at_micros, mac)| self.is_genuine(stream, at_micros, &mac)))
    }

    /// All records, the genuine ones apart from the others.
    pub(super) fn all(&self, conn: &Conn) -> Result<(HashSet<StreamId>, Vec<String>), Fault> {
        let (mut genuine, mut forged) = (HashSet::new(), Vec::new());
        conn.each(ALL, &[], |row| {
            let (id, code) = (row.get::<Vec<u8>>(0)?, row.get(1)?);
            let (at_micros, mac) = (row.get(2)?, row.get::<Vec<u8>>(3)?);
            let stream = Uuid::from_slice(&id).ok().zip(StreamKind::from_code(code));
            match stream.map(|(id, kind)| StreamId { kind, id }) {
                Some(stream) if self.is_genuine(stream, at_micros, &mac) => {
                    genuine.insert(stream);
                }
                Some(stream) => forged.push(stream.to_string()),
                None => forged.push("no stream".to_owned()),
            }
            Ok(())
        })?;
        Ok((genuine, forged))
    }
}

impl Keys {
    fn keystore(&self) -> MutexGuard<'_, Conn> {
        self.keystore.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the stream was deleted for good. Asks the keystore each time: another process may have done it.
    pub(crate) fn is_shredded(&self, stream: StreamId) -> Result<bool, Fault> {
        self.stamp.has(&self.keystore(), stream)
    }

    /// All streams that were deleted for good.
    pub(crate) fn shredded(&self) -> Result<HashSet<StreamId>, Fault> {
        Ok(self.stamp.all(&self.keystore())?.0)
    }

    /// All records of shredding, and what does not fit them.
    pub(crate) fn shredding(&self) -> Result<Shredded, Fault> {
        let keystore = self.keystore();
        let (genuine, forged) = self.stamp.all(&keystore)?;
        let mut with_keys = Vec::new();
        for stream in &genuine {
            let left = keystore.one(KEYS_LEFT, &values![stream.id, stream.kind.code()], |row| row.number(0))?;
            if left.unwrap_or(0) > 0 {
                with_keys.push(*stream);
            }
        }
        Ok(Shredded { genuine, with_keys, forged })
    }

    /// Deletes the stream's keys and records it, in one step; again, it finishes what is unfinished. The caller holds the
    /// database's write lock, so that nothing sealed with these keys is being committed meanwhile.
    pub(crate) fn shred(&self, stream: StreamId, at_micros: i64) -> Result<(), Fault> {
        let keystore = self.keystore();
        let recorded = self.stamp.has(&keystore, stream)?;
        let (id, kind) = (stream.id, stream.kind.code());
        let tx = keystore.write()?;
        if !recorded {
            let mac = *self.stamp.mac(stream, at_micros).as_bytes();
            keystore.run(PUT, &values![id, kind, at_micros, mac])?;
        }
        keystore.run(KEYS_GONE, &values![id, kind])?;
        tx.commit()?;
        keystore.wipe_keys();
        // Still under the keystore's lock: nobody puts a key back that was read before.
        self.forget(stream);
        Ok(())
    }

    /// Drops the stream's keys from memory.
    pub(crate) fn forget(&self, stream: StreamId) {
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        let of_it = |key: &StreamKey| key.place.stream().is_some_and(|(other, _)| other == stream);
        cache.current.retain(|(other, _), _| *other != stream);
        cache.by_id.retain(|_, key| !of_it(key));
        let unborn: Vec<Uuid> = cache.pending.iter().filter(|key| of_it(key)).map(|key| key.id).collect();
        cache.pending.retain(|key| !of_it(key));
        // What is already sealed with a key that is not in the keystore yet must not be committed.
        cache.lost.extend(unborn);
    }
}
