//! The live keys: instance key → agency key → two keys for each stream. Unwrapped in memory only.

pub(crate) mod file;
pub(crate) mod keystore;
pub(crate) mod renew;
pub(crate) mod shred;
pub(crate) mod unlock;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use uuid::Uuid;

use crate::{
    copy::{self, KeysCopy},
    engine::Conn,
    errors::Fault,
    ids::{KeyClass, StreamId},
    options::{Random, random},
    seal::SecretKey,
};
use keystore::{Place, Wrap};
use shred::Stamp;

/// How often agency or case keys were changed.
const EPOCH: &str = "epoch";
/// The key of the addresses of files, where it is not the one that the agency key gives.
const FILES: &str = "files";

/// One key of a stream.
pub(crate) struct StreamKey {
    pub(crate) id: Uuid,
    pub(crate) secret: SecretKey,
    place: Place,
}

#[derive(Default)]
struct Cache {
    /// The newest key of each stream and class.
    current: HashMap<(StreamId, KeyClass), Arc<StreamKey>>,
    by_id: HashMap<Uuid, Arc<StreamKey>>,
    /// Made here, not yet in the keystore; the writer puts them there before it commits.
    pending: Vec<Arc<StreamKey>>,
    /// Made here, but another process was first; nothing sealed with them may be committed.
    lost: HashSet<Uuid>,
    /// How many rotations it knows of.
    turn: u64,
}

/// All keys of an open store.
pub(crate) struct Keys {
    pub(crate) instance: Uuid,
    keystore: Mutex<Conn>,
    agency: StreamKey,
    cards: SecretKey,
    people: SecretKey,
    sessions: SecretKey,
    files: SecretKey,
    copies: SecretKey,
    certify: SecretKey,
    stamp: Stamp,
    /// What wraps the agency key, and what tells which key that is made of.
    wrapping: SecretKey,
    fingerprint: Uuid,
    random: Arc<dyn Random>,
    cache: RwLock<Cache>,
}

impl Keys {
    fn new(
        instance: Uuid,
        keystore: Conn,
        key: &SecretKey,
        agency: StreamKey,
        random: Arc<dyn Random>,
    ) -> Result<Self, Fault> {
        let files = renew::kept_files_key(&keystore, &agency.secret)?;
        let certify = unlock::kept_certify_key(&keystore, key)?;
        let keys = Self {
            instance,
            cards: agency.secret.derive("holdfast 2026-11 index cards"),
            people: agency.secret.derive("holdfast 2026-11 blind index of people"),
            sessions: agency.secret.derive("holdfast 2026-11 sessions"),
            copies: agency.secret.derive("holdfast 2026-11 marks of backups"),
            files: files.unwrap_or_else(|| agency.secret.derive("holdfast 2026-11 addresses of files")),
            certify: certify.unwrap_or_else(|| key.derive("holdfast 2026-11 server certificates")),
            stamp: Stamp::new(instance, &agency.secret),
            wrapping: unlock::wrapping(key),
            fingerprint: unlock::fingerprint(key),
            keystore: Mutex::new(keystore),
            agency,
            random,
            cache: RwLock::default(),
        };
        let turn = keys.turn()?;
        keys.cache.write().unwrap_or_else(PoisonError::into_inner).turn = turn;
        Ok(keys)
    }

    /// The key of the index's cards.
    pub(crate) fn cards(&self) -> &SecretKey {
        &self.cards
    }

    /// The blind-index key: what people are found by is a MAC under it.
    pub(crate) fn people(&self) -> &SecretKey {
        &self.people
    }

    /// The key of the sessions.
    pub(crate) fn sessions(&self) -> &SecretKey {
        &self.sessions
    }

    /// The key by which the addresses of files are found.
    pub(crate) fn files(&self) -> &SecretKey {
        &self.files
    }

    /// The key of the marks that say how far a backup has come.
    pub(crate) fn copies(&self) -> &SecretKey {
        &self.copies
    }

    /// The keystore, whole.
    pub(crate) fn copy(&self) -> Result<KeysCopy, Fault> {
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        keystore.at_one_moment(|| {
            let rows = copy::keystore_rows(&keystore)?;
            let epoch = keystore::meta_get(&keystore, EPOCH)?;
            let epoch = epoch.and_then(|bytes| bytes.as_slice().try_into().ok()).map_or(0, u64::from_le_bytes);
            Ok(KeysCopy { rows, epoch })
        })
    }

    /// The key that certifies which server processes belong to this store.
    pub(crate) fn certify(&self) -> &SecretKey {
        &self.certify
    }

    /// Whether writing to the stream needs no look into the keystore.
    pub(crate) fn knows(&self, stream: StreamId, mut classes: impl Iterator<Item = KeyClass>) -> bool {
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        classes.all(|class| cache.current.contains_key(&(stream, class)))
    }

    /// The newest key of a stream, made now if it has none. A new one is not in the keystore yet.
    pub(crate) fn for_writing(&self, stream: StreamId, class: KeyClass) -> Result<Arc<StreamKey>, Fault> {
        if let Some(key) = self.cache.read().unwrap_or_else(PoisonError::into_inner).current.get(&(stream, class)) {
            return Ok(key.clone());
        }
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stamp.has(&keystore, stream)? {
            return Err(Fault::Shredded { stream });
        }
        let found = keystore::newest(&keystore, stream, class)?.map(|wrap| self.unwrap(&wrap)).transpose()?;
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = cache.current.get(&(stream, class)) {
            return Ok(key.clone());
        }
        let key = match found {
            Some(key) => Arc::new(key),
            None => {
                let key = Arc::new(StreamKey {
                    id: Uuid::from_bytes(random(&*self.random)),
                    secret: SecretKey::generate(&*self.random),
                    place: Place::of(stream, class, 1),
                });
                cache.pending.push(key.clone());
                key
            }
        };
        cache.current.insert((stream, class), key.clone());
        cache.by_id.insert(key.id, key.clone());
        Ok(key)
    }

    /// The key with this id, if it belongs to this stream and class.
    pub(crate) fn by_id(&self, id: Uuid, stream: StreamId, class: KeyClass) -> Result<Arc<StreamKey>, Fault> {
        let missing = || Fault::Undecryptable { what: format!("The key of {stream}") };
        let cached = self.cache.read().unwrap_or_else(PoisonError::into_inner).by_id.get(&id).cloned();
        let key = match cached {
            Some(key) => key,
            None => {
                let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
                let wrap = keystore::by_id(&keystore, id)?.ok_or_else(missing)?;
                let key = Arc::new(self.unwrap(&wrap)?);
                let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
                cache.by_id.insert(id, key.clone());
                key
            }
        };
        if key.place.is(stream, class) { Ok(key) } else { Err(missing()) }
    }

    /// Puts the new keys into the keystore, on disk before anything sealed with them is. Called by
    /// the writer at the head of each group.
    pub(crate) fn flush(&self) -> Result<(), Fault> {
        let pending = self.cache.read().unwrap_or_else(PoisonError::into_inner).pending.clone();
        if pending.is_empty() {
            return Ok(());
        }
        let wraps = pending.iter().map(|key| self.wrap(key)).collect::<Result<Vec<_>, _>>()?;
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = keystore::insert(&keystore, &wraps, |conn| {
            // Wrapped under an agency key that was changed meanwhile, nobody could open them.
            self.same_agency(conn)?;
            Ok(self.stamp.all(conn)?.0)
        })?;
        let (mut winners, mut gone) = (Vec::new(), Vec::new());
        for (key, kept) in pending.iter().zip(&kept) {
            if !kept && let Some((stream, class)) = key.place.stream() {
                if self.stamp.has(&keystore, stream)? {
                    gone.push(stream);
                    continue;
                }
                let wrap = keystore::newest(&keystore, stream, class)?
                    .ok_or_else(|| Fault::Undecryptable { what: format!("The key of {stream}") })?;
                if wrap.id == key.id {
                    // Ours after all: it went in before, and what came after that failed.
                    continue;
                }
                winners.push((key.id, stream, class, Arc::new(self.unwrap(&wrap)?)));
            }
        }
        for stream in gone {
            self.forget(stream);
        }
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        cache.pending.retain(|key| !pending.iter().any(|done| done.id == key.id));
        for (lost, stream, class, winner) in winners {
            cache.lost.insert(lost);
            cache.by_id.remove(&lost);
            cache.by_id.insert(winner.id, winner.clone());
            cache.current.insert((stream, class), winner);
        }
        Ok(())
    }

    /// Whether one of these keys was made here while another process made the stream's key first.
    pub(crate) fn lost_any(&self, ids: &[Uuid]) -> bool {
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        !cache.lost.is_empty() && ids.iter().any(|id| cache.lost.contains(id))
    }

    fn wrap(&self, key: &StreamKey) -> Result<Wrap, Fault> {
        Wrap::seal(
            self.instance,
            key.id,
            key.place,
            &key.secret,
            self.agency.id,
            &self.agency.secret,
            &*self.random,
        )
    }

    fn unwrap(&self, wrap: &Wrap) -> Result<StreamKey, Fault> {
        let secret = wrap
            .open(self.instance, &self.agency.secret)
            .ok_or_else(|| Fault::Undecryptable { what: format!("The key {}", wrap.id) })?;
        Ok(StreamKey { id: wrap.id, secret, place: wrap.place })
    }
}
