//! Other keys in place of those there are: for the streams, for the agency, and for the instance.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError},
};

use uuid::Uuid;

use super::{EPOCH, FILES, Keys, StreamKey, keystore, keystore::Place, keystore::Wrap, shred::Stamp};
use crate::{
    engine::{Conn, values},
    errors::Fault,
    ids::{KeyClass, StreamId},
    options::random,
    seal::{self, SecretKey},
};

/// Counts whenever keys are made or destroyed by a rotation, so that other processes look again.
const TURN: &str = "turn";
/// What the addresses of files are found with is bound to its place in the keystore.
const FILES_BOUND: &[u8] = b"holdfast/files-key/1";

const ALL: &str = "SELECT stream_id, stream_kind, class, version, id, wrapped_by, wrapped FROM key \
                   ORDER BY stream_id, stream_kind, class, version";
const REWRAP: &str = "UPDATE key SET wrapped_by = $1, wrapped = $2 WHERE id = $3";
const GONE: &str = "DELETE FROM key WHERE id = $1";

fn counter(conn: &Conn, name: &str) -> Result<u64, Fault> {
    let found = keystore::meta_get(conn, name)?;
    Ok(found.and_then(|bytes| bytes.as_slice().try_into().ok()).map_or(0, u64::from_le_bytes))
}

fn count(conn: &Conn, name: &str) -> Result<u64, Fault> {
    let next = counter(conn, name)?.saturating_add(1);
    keystore::meta_set(conn, name, &next.to_le_bytes())?;
    Ok(next)
}

/// The key by which the addresses of files are found, if it is not the one that the agency key gives: it stays when the
/// agency key changes, for it encrypts nothing.
pub(super) fn kept_files_key(conn: &Conn, agency: &SecretKey) -> Result<Option<SecretKey>, Fault> {
    let Some(sealed) = keystore::meta_get(conn, FILES)? else { return Ok(None) };
    let plain = seal::open(agency, FILES_BOUND, &sealed);
    let key = plain.and_then(|plain| plain.as_slice().try_into().ok()).map(SecretKey::new);
    key.map(Some).ok_or_else(|| Fault::Undecryptable { what: "The key of the addresses of files".to_owned() })
}

impl Keys {
    /// How often agency or stream keys were destroyed by a rotation.
    pub(crate) fn epoch(&self) -> Result<u64, Fault> {
        counter(&self.keystore.lock().unwrap_or_else(PoisonError::into_inner), EPOCH)
    }

    /// How often rotations have made or destroyed keys.
    pub(crate) fn turn(&self) -> Result<u64, Fault> {
        counter(&self.keystore.lock().unwrap_or_else(PoisonError::into_inner), TURN)
    }

    /// Looks whether another process has rotated keys since; then what is in memory is looked up again, and what was
    /// sealed with keys that are gone is not committed. How often there were rotations.
    pub(crate) fn notice(&self) -> Result<u64, Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = counter(&keystore, TURN)?;
        {
            let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
            if cache.turn == turn {
                return Ok(turn);
            }
        }
        self.same_agency(&keystore)?;
        let there: HashSet<Uuid> = keystore.all(ALL, &[], keystore::row)?.into_iter().map(|wrap| wrap.id).collect();
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        let pending: HashSet<Uuid> = cache.pending.iter().map(|key| key.id).collect();
        let gone: Vec<Uuid> =
            cache.by_id.keys().filter(|id| !there.contains(id) && !pending.contains(id)).copied().collect();
        for id in gone {
            cache.by_id.remove(&id);
            cache.lost.insert(id);
        }
        cache.current.retain(|_, key| pending.contains(&key.id));
        cache.turn = turn;
        Ok(turn)
    }

    /// An error if another process has changed the agency key.
    pub(super) fn same_agency(&self, conn: &Conn) -> Result<(), Fault> {
        if keystore::agency(conn)?.is_some_and(|wrap| wrap.id == self.agency.id) {
            return Ok(());
        }
        Err(Fault::Failed("the agency key was changed meanwhile; start Holdfast again".to_owned()))
    }

    /// Every stream that has keys, and whether a rotation of them is under way.
    pub(crate) fn streams(&self) -> Result<Vec<(StreamId, bool)>, Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found: HashMap<StreamId, HashMap<i64, u32>> = HashMap::new();
        for wrap in keystore.all(ALL, &[], keystore::row)? {
            if let Some((stream, class)) = wrap.place.stream() {
                let versions = found.entry(stream).or_default().entry(class.code()).or_default();
                *versions = versions.saturating_add(1);
            }
        }
        let mut streams: Vec<_> = found
            .into_iter()
            .map(|(stream, classes)| (stream, classes.values().any(|versions| *versions > 1)))
            .collect();
        streams.sort_unstable();
        Ok(streams)
    }

    /// Makes another key for each class of the stream that has one. The caller holds the database's write lock. Whatever
    /// is written from now on is under the new ones; the old ones stay for what is not sealed again yet.
    pub(crate) fn renew(&self, stream: StreamId) -> Result<(), Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stamp.has(&keystore, stream)? {
            return Err(Fault::Shredded { stream });
        }
        let tx = keystore.write()?;
        let mut made = Vec::new();
        for class in [KeyClass::Ordinary, KeyClass::Sealed] {
            let Some(newest) = keystore::newest(&keystore, stream, class)? else { continue };
            let key = Arc::new(StreamKey {
                id: Uuid::from_bytes(random(&*self.random)),
                secret: SecretKey::generate(&*self.random),
                place: Place::of(stream, class, newest.place.version().saturating_add(1)),
            });
            keystore::put(&keystore, &self.wrap(&key)?)?;
            made.push((class, key));
        }
        let turn = count(&keystore, TURN)?;
        tx.commit()?;
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        for (class, key) in made {
            cache.by_id.insert(key.id, key.clone());
            cache.current.insert((stream, class), key);
        }
        // Only if nothing of another process was missed in between.
        if cache.turn.saturating_add(1) == turn {
            cache.turn = turn;
        }
        Ok(())
    }

    /// Destroys the keys (of one stream, or of all) that have a newer one and are not `used` any more; how many are still
    /// used. The caller holds a
    /// lock under which nobody writes.
    pub(crate) fn drop_old(&self, used: &HashSet<Uuid>, only: Option<StreamId>) -> Result<u64, Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = keystore.write()?;
        let wraps = keystore.all(ALL, &[], keystore::row)?;
        let (mut gone, mut left) = (Vec::new(), 0_u64);
        for (n, wrap) in wraps.iter().enumerate() {
            let of_it = |only| wrap.place.stream().is_some_and(|(stream, _)| stream == only);
            if !only.is_none_or(of_it) {
                continue;
            }
            // In order of place and version: a key that is followed by one for the same place is an old one.
            let is_old = wraps
                .get(n.saturating_add(1))
                .is_some_and(|next| wrap.place.stream().is_some() && next.place.stream() == wrap.place.stream());
            if is_old && used.contains(&wrap.id) {
                left = left.saturating_add(1);
            } else if is_old {
                gone.push(wrap.id);
            }
        }
        for id in &gone {
            keystore.run(GONE, &values![*id])?;
        }
        if !gone.is_empty() {
            count(&keystore, EPOCH)?;
            count(&keystore, TURN)?;
        }
        tx.commit()?;
        // What is in memory of them is noticed to be gone at the next group, as everywhere.
        Ok(left)
    }

    /// Another agency key: every key is wrapped again under it, and what it vouches for is vouched for again, in one step.
    /// This process goes on with the old one until it ends; it and every other refuse to write from now on.
    pub(crate) fn renew_agency(&self) -> Result<(), Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = keystore.write()?;
        self.same_agency(&keystore)?;
        let agency = StreamKey {
            id: Uuid::from_bytes(random(&*self.random)),
            secret: SecretKey::generate(&*self.random),
            place: Place::AGENCY,
        };
        for wrap in keystore.all(ALL, &[], keystore::row)? {
            if wrap.place.stream().is_none() {
                continue;
            }
            let key = self.unwrap(&wrap)?;
            let again = Wrap::seal(
                self.instance,
                key.id,
                key.place,
                &key.secret,
                agency.id,
                &agency.secret,
                &*self.random,
            )?;
            keystore.run(REWRAP, &values![again.by(), again.wrapped(), again.id])?;
        }
        self.stamp.again(&keystore, &Stamp::new(self.instance, &agency.secret))?;
        let files = seal::seal(&agency.secret, FILES_BOUND, self.files.bytes(), &*self.random);
        let files = files.ok_or_else(|| Fault::Failed("a key could not be wrapped".to_owned()))?;
        keystore::meta_set(&keystore, FILES, &files)?;
        keystore.run(GONE, &values![self.agency.id])?;
        let wrap = Wrap::seal(
            self.instance,
            agency.id,
            agency.place,
            &agency.secret,
            self.fingerprint,
            &self.wrapping,
            &*self.random,
        )?;
        keystore::put(&keystore, &wrap)?;
        count(&keystore, EPOCH)?;
        count(&keystore, TURN)?;
        tx.commit()
    }
}
