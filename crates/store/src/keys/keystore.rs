//! The keystore `keys.db`: wrapped keys, apart from the data so that both are backed up apart.

use std::collections::HashSet;

use uuid::Uuid;

use crate::{
    engine::{Conn, Row, Shaped, values},
    errors::Fault,
    ids::{KeyClass, StreamId, StreamKind},
    options::Random,
    seal::{self, Bound, SecretKey},
};

pub(crate) const SCHEMA: &str = "
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE key (
  stream_id BLOB NOT NULL, stream_kind INTEGER NOT NULL, class INTEGER NOT NULL, version INTEGER NOT NULL,
  id BLOB NOT NULL UNIQUE, wrapped_by BLOB NOT NULL, wrapped BLOB NOT NULL,
  PRIMARY KEY (stream_id, stream_kind, class, version)
) STRICT;
";
const INSERT: &str = "INSERT INTO key (stream_id, stream_kind, class, version, id, wrapped_by, wrapped) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
const NEWEST: &str = "SELECT stream_id, stream_kind, class, version, id, wrapped_by, wrapped FROM key \
     WHERE stream_id = $1 AND stream_kind = $2 AND class = $3 ORDER BY version DESC LIMIT 1";
const BY_ID: &str = "SELECT stream_id, stream_kind, class, version, id, wrapped_by, wrapped FROM key WHERE id = $1";
const META_PUT: &str = "INSERT INTO meta (name, value) VALUES ($1, $2)";
const META_SET: &str = "INSERT INTO meta (name, value) VALUES ($1, $2) \
     ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const META_GET: &str = "SELECT value FROM meta WHERE name = $1";

/// What a key protects. Kind and class 0 stand for the agency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    id: Uuid,
    kind: i64,
    class: i64,
    version: i64,
}

impl Place {
    pub(super) const AGENCY: Self = Self { id: Uuid::nil(), kind: 0, class: 0, version: 1 };

    pub(super) fn of(stream: StreamId, class: KeyClass, version: i64) -> Self {
        Self { id: stream.id, kind: stream.kind.code(), class: class.code(), version }
    }

    pub(super) fn is(&self, stream: StreamId, class: KeyClass) -> bool {
        *self == Self::of(stream, class, self.version)
    }

    pub(super) fn version(&self) -> i64 {
        self.version
    }

    pub(super) fn stream(&self) -> Option<(StreamId, KeyClass)> {
        let kind = StreamKind::from_code(self.kind)?;
        Some((StreamId { kind, id: self.id }, KeyClass::from_code(self.class)?))
    }
}

/// A key as the keystore has it: encrypted under another key.
pub(super) struct Wrap {
    pub(super) id: Uuid,
    pub(super) place: Place,
    by: Uuid,
    wrapped: Vec<u8>,
}

impl Wrap {
    pub(super) fn seal(
        instance: Uuid,
        id: Uuid,
        place: Place,
        secret: &SecretKey,
        by: Uuid,
        with: &SecretKey,
        source: &dyn Random,
    ) -> Result<Self, Fault> {
        let wrapped = seal::seal(with, &bound(instance, id, place, by), secret.bytes(), source)
            .ok_or_else(|| Fault::Failed("a key could not be wrapped".to_owned()))?;
        Ok(Self { id, place, by, wrapped })
    }

    pub(super) fn by(&self) -> Uuid {
        self.by
    }

    pub(super) fn wrapped(&self) -> Vec<u8> {
        self.wrapped.clone()
    }

    pub(super) fn open(&self, instance: Uuid, with: &SecretKey) -> Option<SecretKey> {
        let plain = seal::open(with, &bound(instance, self.id, self.place, self.by), &self.wrapped)?;
        plain.as_slice().try_into().ok().map(SecretKey::new)
    }
}

/// A wrap opens only in its own place: moved to another stream it is worthless.
fn bound(instance: Uuid, id: Uuid, place: Place, by: Uuid) -> Vec<u8> {
    Bound::new("holdfast/wrap/1")
        .bytes(instance.as_bytes())
        .bytes(id.as_bytes())
        .bytes(place.id.as_bytes())
        .number(place.kind)
        .number(place.class)
        .number(place.version)
        .bytes(by.as_bytes())
        .done()
}

pub(super) fn row(row: &Row<'_>) -> Shaped<Wrap> {
    Ok(Wrap {
        place: Place { id: row.id(0)?, kind: row.get(1)?, class: row.get(2)?, version: row.get(3)? },
        id: row.id(4)?,
        by: row.id(5)?,
        wrapped: row.get(6)?,
    })
}

pub(super) fn newest(conn: &Conn, stream: StreamId, class: KeyClass) -> Result<Option<Wrap>, Fault> {
    conn.one(NEWEST, &values![stream.id, stream.kind.code(), class.code()], row)
}

pub(super) fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Wrap>, Fault> {
    conn.one(BY_ID, &values![id], row)
}

/// Puts one in; the caller has begun to write.
pub(super) fn put(conn: &Conn, wrap: &Wrap) -> Result<(), Fault> {
    let Place { id, kind, class, version } = wrap.place;
    let put = conn.run(INSERT, &values![id, kind, class, version, wrap.id, wrap.by, &wrap.wrapped])?;
    if put == 1 { Ok(()) } else { Err(Fault::Failed("a key is there already".to_owned())) }
}

/// Puts all in, or none, but for those of streams that are `gone`; tells which were new. The others lost to another
/// process.
pub(super) fn insert(
    conn: &Conn,
    wraps: &[Wrap],
    gone: impl FnOnce(&Conn) -> Result<HashSet<StreamId>, Fault>,
) -> Result<Vec<bool>, Fault> {
    let tx = conn.write()?;
    let gone = gone(conn)?;
    let mut kept = Vec::with_capacity(wraps.len());
    for wrap in wraps {
        let Place { id, kind, class, version } = wrap.place;
        if wrap.place.stream().is_some_and(|(stream, _)| gone.contains(&stream)) {
            kept.push(false);
            continue;
        }
        let values = values![id, kind, class, version, wrap.id, wrap.by, &wrap.wrapped];
        kept.push(conn.run(INSERT, &values)? == 1);
    }
    tx.commit()?;
    Ok(kept)
}

pub(super) fn meta_put(conn: &Conn, name: &str, value: &[u8]) -> Result<(), Fault> {
    conn.run(META_PUT, &values![name, value]).map(|_| ())
}

/// Puts it in place of what was there.
pub(super) fn meta_set(conn: &Conn, name: &str, value: &[u8]) -> Result<(), Fault> {
    conn.run(META_SET, &values![name, value]).map(|_| ())
}

pub(super) fn meta_get(conn: &Conn, name: &str) -> Result<Option<Vec<u8>>, Fault> {
    conn.one(META_GET, &values![name], |row| row.get(0))
}

/// The agency key.
pub(super) fn agency(conn: &Conn) -> Result<Option<Wrap>, Fault> {
    let Place { id, kind, class, .. } = Place::AGENCY;
    conn.one(NEWEST, &values![id, kind, class], row)
}
