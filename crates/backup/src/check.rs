//! Checking a backup without its private key: every file there and as it was written, no segment missing.

use std::collections::BTreeMap;

use crate::{
    errors::BackupError,
    line,
    manifest::{FORMAT, LATEST, Latest, Manifest, manifest_name, segment_of},
    place::Place,
};

/// A file that is missing or not what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The file.
    pub file: String,
    /// What is the matter.
    pub why: String,
}

/// What a check looked at and found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many segments.
    pub segments: u64,
    /// How many files.
    pub files: u64,
    /// How many bytes.
    pub bytes: u64,
    /// The moment of the newest, microseconds since the Unix epoch.
    pub newest_micros: Option<i64>,
    /// What is the matter; empty means that all is well.
    pub damages: Vec<Damage>,
}

/// Checks every file of the backup.
///
/// # Errors
/// [`BackupError::Nothing`], [`BackupError::Place`]; damage is reported, not an error.
pub async fn check(place: &Place, keys_place: &Place) -> Result<Checked, BackupError> {
    let mut checked = Checked { segments: 0, files: 0, bytes: 0, newest_micros: None, damages: Vec::new() };
    let numbers: Vec<u64> = place.list("data").await?.iter().filter_map(|name| segment_of(name)).collect();
    let latest = place.get(LATEST).await?;
    if numbers.is_empty() && latest.is_none() {
        return Err(BackupError::Nothing { place: place.name().to_owned() });
    }
    let mut known = BTreeMap::new();
    for number in &numbers {
        checked.segments = checked.segments.saturating_add(1);
        match manifest(place, *number).await {
            Ok(found) => {
                known.insert(*number, found);
            }
            Err(why) => checked.note(why)?,
        }
    }
    let newest = numbers.last().copied().unwrap_or(0);
    checked.latest(latest.as_deref(), &known, newest);
    for (number, (manifest, _)) in &known {
        checked.files = checked.files.saturating_add(1);
        if let Err(why) = follows(manifest, known.get(&number.saturating_sub(1)).map(|(_, hash)| hash)) {
            let before = manifest_name(number.saturating_sub(1));
            // A damaged one before it is named already.
            if !checked.damages.iter().any(|damage| damage.file == before) {
                checked.note(why)?;
            }
        }
        for piece in &manifest.parts {
            checked.piece(place.piece(piece).await)?;
        }
        // Older copies of the keystore expire, older marks are of no use.
        if *number == newest {
            checked.piece(place.piece(&manifest.marks).await)?;
            checked.piece(keys_place.piece(&manifest.keys.piece).await)?;
            checked.newest_micros = Some(manifest.at_micros);
        }
    }
    Ok(checked)
}

impl Checked {
    /// Whether nothing is the matter.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.damages.is_empty()
    }

    fn note(&mut self, why: BackupError) -> Result<(), BackupError> {
        match why {
            BackupError::Damaged { file, why } => {
                self.damages.push(Damage { file, why });
                Ok(())
            }
            other => Err(other),
        }
    }

    fn piece(&mut self, read: Result<bytes::Bytes, BackupError>) -> Result<(), BackupError> {
        match read {
            Ok(bytes) => {
                self.files = self.files.saturating_add(1);
                self.bytes = self.bytes.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
                Ok(())
            }
            Err(why) => self.note(why),
        }
    }

    fn latest(&mut self, found: Option<&[u8]>, known: &BTreeMap<u64, (Manifest, String)>, newest: u64) {
        let mut damage = |file: String, why: &str| self.damages.push(Damage { file, why: why.to_owned() });
        let Some(bytes) = found else { return damage(LATEST.to_owned(), "is missing") };
        let Some((latest, _)) = line::read::<Latest>(bytes).filter(|(latest, _)| latest.format == FORMAT) else {
            return damage(LATEST.to_owned(), "is not what was written");
        };
        if latest.segment > newest {
            return damage(manifest_name(latest.segment), "is missing");
        }
        match known.get(&latest.segment) {
            Some((_, hash)) if *hash != latest.hash => {
                damage(manifest_name(latest.segment), "is not the one that was written last");
            }
            // Damaged, and named already.
            _ => {}
        }
    }
}

/// A segment's description, and its hash.
pub(crate) async fn manifest(place: &Place, segment: u64) -> Result<(Manifest, String), BackupError> {
    let file = manifest_name(segment);
    let damaged = |why: &str| BackupError::Damaged { file: file.clone(), why: why.to_owned() };
    let bytes = place.get(&file).await?.ok_or_else(|| damaged("is missing"))?;
    let (manifest, hash) = line::read::<Manifest>(&bytes).ok_or_else(|| damaged("is not what was written"))?;
    if manifest.format != FORMAT || manifest.segment != segment {
        return Err(damaged("describes another segment"));
    }
    Ok((manifest, hash))
}

/// Whether a segment follows the one before it.
pub(crate) fn follows(manifest: &Manifest, before: Option<&String>) -> Result<(), BackupError> {
    let Some(previous) = &manifest.previous else { return Ok(()) };
    let file = manifest_name(manifest.segment.saturating_sub(1));
    match before {
        Some(hash) if hash == previous => Ok(()),
        Some(_) => {
            Err(BackupError::Damaged { file, why: "is not the segment that the next one follows".to_owned() })
        }
        None => Err(BackupError::Damaged { file, why: "is missing".to_owned() }),
    }
}

/// The number of the newest segment, and its description if it is whole.
pub(crate) async fn newest(place: &Place) -> Result<Option<(u64, Option<(Manifest, String)>)>, BackupError> {
    let Some(segment) = place.list("data").await?.iter().filter_map(|name| segment_of(name)).max() else {
        return Ok(None);
    };
    match manifest(place, segment).await {
        Ok(found) => Ok(Some((segment, Some(found)))),
        Err(BackupError::Damaged { .. }) => Ok(Some((segment, None))),
        Err(why) => Err(why),
    }
}

/// The newest segment as [`LATEST`] names it; an error if that one is not there.
pub(crate) async fn latest(place: &Place, newest: u64) -> Result<(), BackupError> {
    let damaged = |file: String, why: &str| BackupError::Damaged { file, why: why.to_owned() };
    let bytes = place.get(LATEST).await?.ok_or_else(|| damaged(LATEST.to_owned(), "is missing"))?;
    let (latest, _) =
        line::read::<Latest>(&bytes).ok_or_else(|| damaged(LATEST.to_owned(), "is not what was written"))?;
    if latest.segment > newest {
        return Err(damaged(manifest_name(latest.segment), "is missing"));
    }
    let (_, hash) = manifest(place, latest.segment).await?;
    if hash == latest.hash {
        Ok(())
    } else {
        Err(damaged(manifest_name(latest.segment), "is not the one that was written last"))
    }
}
