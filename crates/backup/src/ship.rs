//! Making a backup: one segment with what was added and changed since the last.

use store::{CopyMarks, Store};
use tokio::sync::mpsc;

use crate::{
    check::newest,
    errors::BackupError,
    keys::Recipients,
    line,
    manifest::{FORMAT, KeysPiece, LATEST, Latest, Manifest, Piece, keys_name, manifest_name},
    place::Place,
    prune,
};

/// Bytes of a part before it is encrypted.
const PART: usize = 8 * 1024 * 1024;
const HOUR: i64 = 3_600 * 1_000_000;
const DAY: i64 = 24 * HOUR;

/// How long what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Copies of the keystore: so many days after keys were destroyed, no copy holds them.
    pub keys_days: u32,
    /// Segments: every moment of so many days can be restored.
    pub data_days: u32,
    /// After so many days everything is copied again, so that a restore does not need years of segments.
    pub whole_days: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { keys_days: 30, data_days: 35, whole_days: 7 }
    }
}

/// What was shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// The number of the segment; none if nothing had changed.
    pub segment: Option<u64>,
    /// Whether it has everything, not only what is new.
    pub whole: bool,
    /// Rows put in or taken out.
    pub rows: u64,
    /// How many of them are entries.
    pub entries: u64,
    /// Bytes written, encrypted.
    pub bytes: u64,
}

/// Makes the backups of one store in one place.
#[derive(Debug)]
pub struct Shipper {
    place: Place,
    keys_place: Place,
    to: Recipients,
    retention: Retention,
    last: Option<(Manifest, String, CopyMarks)>,
    /// When old copies were looked for last.
    looked_micros: i64,
}

impl Shipper {
    /// A shipper to `place`; copies of the keystore go to `keys_place`, which may be the same.
    #[must_use]
    pub fn new(place: Place, keys_place: Place, to: Recipients, retention: Retention) -> Self {
        Self { place, keys_place, to, retention, last: None, looked_micros: 0 }
    }

    /// Ships what is new. What it says was shipped is in the place, whole.
    ///
    /// # Errors
    /// [`BackupError`]; then the backup is as it was.
    pub async fn ship(&mut self, store: &Store, now_micros: i64) -> Result<Shipped, BackupError> {
        let before = self.before(store).await?;
        let day = i64::from(self.retention.whole_days).saturating_mul(DAY);
        let (next, last) = match before {
            Some((newest, hash, marks)) => {
                let old = now_micros.saturating_sub(newest.generation_micros) >= day;
                let marks = marks.filter(|_| !old);
                (newest.segment.saturating_add(1), marks.map(|marks| (newest, hash, marks)))
            }
            None => (1, None),
        };
        self.last = None;
        let whole = last.is_none();
        let mut tries = 0_u8;
        let (copied, parts, keys) = loop {
            let epoch = store.keys_epoch().await?;
            let since = last.as_ref().map(|(_, _, marks)| marks.clone());
            let (copied, parts) = self.parts(store, next, now_micros, since).await?;
            let before = last.as_ref().map(|(manifest, ..)| &manifest.keys);
            let keys = self.keys(store, next, now_micros, before).await?;
            // Keys that were destroyed in between may be those of what was just copied.
            if keys.epoch == epoch {
                break (copied, parts, keys);
            }
            tries = tries.saturating_add(1);
            if tries > 3 {
                return Err(BackupError::Rotating);
            }
        };
        if let Some((manifest, hash, marks)) = &last
            && copied.rows == 0
            && keys == manifest.keys
        {
            // Copies expire whether anybody records anything or not.
            if now_micros.saturating_sub(self.looked_micros) >= HOUR {
                prune::old(&self.place, &self.keys_place, manifest, self.retention, now_micros).await?;
                self.looked_micros = now_micros;
            }
            self.last = Some((manifest.clone(), hash.clone(), marks.clone()));
            return Ok(Shipped { segment: None, whole: false, rows: 0, entries: 0, bytes: 0 });
        }
        let sealed = store.seal_marks(&copied.marks)?;
        let marks = self.place.put(format!("marks/{next:08}-{now_micros}"), sealed).await?;
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            instance: store.instance(),
            segment: next,
            generation: last.as_ref().map_or(next, |(manifest, ..)| manifest.generation),
            at_micros: now_micros,
            generation_micros: last.as_ref().map_or(now_micros, |(manifest, ..)| manifest.generation_micros),
            previous: last.as_ref().map(|(_, hash, _)| hash.clone()),
            rows: copied.rows,
            entries: copied.entries,
            parts,
            keys,
            marks,
        };
        let (bytes, hash) = written(&manifest)?;
        self.place.create(&manifest_name(next), bytes).await?;
        let latest =
            Latest { format: FORMAT.to_owned(), instance: store.instance(), segment: next, hash: hash.clone() };
        self.place.put(LATEST.to_owned(), written(&latest)?.0).await?;
        let size = manifest.parts.iter().map(|part| part.bytes).fold(0_u64, u64::saturating_add);
        let shipped =
            Shipped { segment: Some(next), whole, rows: copied.rows, entries: copied.entries, bytes: size };
        prune::old(&self.place, &self.keys_place, &manifest, self.retention, now_micros).await?;
        self.last = Some((manifest, hash, copied.marks));
        Ok(shipped)
    }

    /// The newest segment there is, its hash, and how far it had come, if this store can still tell.
    async fn before(&self, store: &Store) -> Result<Option<(Manifest, String, Option<CopyMarks>)>, BackupError> {
        if let Some((manifest, hash, marks)) = &self.last {
            return Ok(Some((manifest.clone(), hash.clone(), Some(marks.clone()))));
        }
        let Some((segment, found)) = newest(&self.place).await? else { return Ok(None) };
        // A damaged end is not built upon: everything is copied again, beyond it.
        let Some((manifest, hash)) = found else {
            let keys = Piece { name: String::new(), bytes: 0, blake3: String::new() };
            let blank = Manifest {
                format: FORMAT.to_owned(),
                instance: store.instance(),
                segment,
                generation: segment,
                at_micros: 0,
                generation_micros: 0,
                previous: None,
                rows: 0,
                entries: 0,
                parts: Vec::new(),
                marks: keys.clone(),
                keys: KeysPiece { piece: keys, rows: String::new(), epoch: 0 },
            };
            return Ok(Some((blank, String::new(), None)));
        };
        if manifest.instance != store.instance() {
            return Err(BackupError::OtherStore { place: self.place.name().to_owned() });
        }
        let marks = match self.place.piece(&manifest.marks).await {
            Ok(sealed) => store.open_marks(&sealed),
            Err(BackupError::Damaged { .. }) => None,
            Err(why) => return Err(why),
        };
        Ok(Some((manifest, hash, marks)))
    }

    /// Copies, encrypts and writes, a part at a time.
    async fn parts(
        &self,
        store: &Store,
        segment: u64,
        now_micros: i64,
        since: Option<CopyMarks>,
    ) -> Result<(store::Copied, Vec<Piece>), BackupError> {
        let (sender, mut receiver) = mpsc::channel::<Vec<u8>>(2);
        let (reading, writing) = tokio::join!(store.copy_since(since, PART, sender), async {
            let mut pieces = Vec::new();
            while let Some(part) = receiver.recv().await {
                let to = self.to.clone();
                let sealed = tokio::task::spawn_blocking(move || to.encrypt(&part))
                    .await
                    .unwrap_or_else(|why| Err(BackupError::Encrypting { why: why.to_string() }));
                let name = format!("data/{segment:08}-{now_micros}-{:05}.age", pieces.len().saturating_add(1));
                match sealed {
                    Ok(sealed) => pieces.push(self.place.put(name, sealed).await?),
                    Err(why) => {
                        receiver.close();
                        return Err(why);
                    }
                }
            }
            Ok(pieces)
        });
        let pieces = writing?;
        Ok((reading?, pieces))
    }

    /// The copy of the keystore: the one before if nothing changed in it.
    async fn keys(
        &self,
        store: &Store,
        segment: u64,
        now_micros: i64,
        before: Option<&KeysPiece>,
    ) -> Result<KeysPiece, BackupError> {
        let copy = store.copy_keys().await?;
        let rows = line::hash(&copy.rows);
        if let Some(before) = before
            && before.rows == rows
        {
            return Ok(before.clone());
        }
        let sealed = self.to.encrypt(&copy.rows)?;
        let piece = self.keys_place.put(keys_name(segment, copy.epoch, now_micros), sealed).await?;
        Ok(KeysPiece { piece, rows, epoch: copy.epoch })
    }
}

fn written(value: &impl serde::Serialize) -> Result<(Vec<u8>, String), BackupError> {
    line::write(value).map_err(|why| BackupError::Encrypting { why: why.to_string() })
}
