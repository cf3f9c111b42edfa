//! Restoring: a store as it was at some moment, in an empty place.

use std::sync::Arc;

use store::{FillError, Filling, Location, Random};

use crate::{
    check::{follows, latest, manifest},
    errors::BackupError,
    keys::Identities,
    manifest::{Manifest, keys_of, manifest_name, segment_of},
    place::Place,
};

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Of which moment, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// Up to which segment.
    pub segment: u64,
    /// How many segments that took.
    pub segments: u64,
    /// How many rows.
    pub rows: u64,
    /// The copy of the keystore that was used.
    pub keys: String,
    /// The newest copy of the keystore, if another was used: what was deleted for good since is told by it only.
    pub newer_keys: Option<Vec<u8>>,
}

/// Restores into `to`, where no store may be, the newest state or the one at `until`. If anything is the matter, nothing
/// is left there.
///
/// # Errors
/// [`BackupError`], naming the file.
pub async fn restore(
    place: &Place,
    keys_place: &Place,
    identities: &Identities,
    until_micros: Option<i64>,
    to: &Location,
    random: &Arc<dyn Random>,
) -> Result<Restored, BackupError> {
    let chain = chain(place, until_micros).await?;
    let target = chain.last().cloned().ok_or_else(|| BackupError::Nothing { place: place.name().to_owned() })?;
    let mut filling = Filling::begin_at(to, random).map_err(BackupError::Fill)?;
    let mut rows = 0_u64;
    for manifest in &chain {
        for piece in &manifest.parts {
            let sealed = place.piece(piece).await?;
            let plain = identities.decrypt(&piece.name, &sealed)?;
            rows = rows.saturating_add(filling.data(&plain).map_err(|why| filled(&piece.name, why))?);
        }
    }
    let (keys, copy, newer_keys) = keys(keys_place, identities, &target).await?;
    filling.keys(&copy).map_err(|why| filled(&keys, why))?;
    filling.finish().map_err(BackupError::Fill)?;
    Ok(Restored {
        at_micros: target.at_micros,
        segment: target.segment,
        segments: u64::try_from(chain.len()).unwrap_or(u64::MAX),
        rows,
        keys,
        newer_keys,
    })
}

fn filled(file: &str, why: FillError) -> BackupError {
    match why {
        FillError::Misshapen => {
            BackupError::Damaged { file: file.to_owned(), why: "does not hold rows of a Holdfast store".to_owned() }
        }
        other => BackupError::Fill(other),
    }
}

/// The segments from the whole one on, in order.
async fn chain(place: &Place, until_micros: Option<i64>) -> Result<Vec<Manifest>, BackupError> {
    let mut numbers: Vec<u64> = place.list("data").await?.iter().filter_map(|name| segment_of(name)).collect();
    let Some(newest) = numbers.last().copied() else {
        return Err(BackupError::Nothing { place: place.name().to_owned() });
    };
    if until_micros.is_none() {
        latest(place, newest).await?;
    }
    let mut target = None;
    while let Some(number) = numbers.pop() {
        let found = manifest(place, number).await;
        // Beyond the moment that is asked for, damage does not matter.
        let found = match (found, until_micros) {
            (Err(BackupError::Damaged { .. }), Some(_)) => continue,
            (found, _) => found?,
        };
        if until_micros.is_none_or(|until| found.0.at_micros <= until) {
            target = Some(found);
            break;
        }
    }
    let (mut last, _) = target.ok_or_else(|| BackupError::NothingSoOld { place: place.name().to_owned() })?;
    let mut chain = Vec::new();
    while last.previous.is_some() {
        let before = last.segment.saturating_sub(1);
        let (found, hash) = manifest(place, before).await?;
        follows(&last, Some(&hash))?;
        if found.instance != last.instance {
            return Err(BackupError::Damaged {
                file: manifest_name(before),
                why: "is of another store".to_owned(),
            });
        }
        chain.push(std::mem::replace(&mut last, found));
    }
    chain.push(last);
    chain.reverse();
    Ok(chain)
}

/// The newest copy of the keystore that has the keys of the target: its name and rows, and the newest of all if that is
/// another.
async fn keys(
    place: &Place,
    identities: &Identities,
    target: &Manifest,
) -> Result<(String, Vec<u8>, Option<Vec<u8>>), BackupError> {
    let named = &target.keys.piece.name;
    let mut copies: Vec<((u64, u64, i64), String)> =
        place.list("keys").await?.into_iter().filter_map(|name| Some((keys_of(&name)?, name))).collect();
    copies.sort();
    let newest = copies.last().map(|(_, name)| name.clone());
    let mut fits =
        copies.into_iter().filter(|((_, epoch, _), _)| *epoch == target.keys.epoch).map(|(_, name)| name);
    let Some(chosen) = fits.next_back() else {
        return Err(if newest.as_ref().is_none_or(|newest| newest <= named) {
            BackupError::Damaged { file: named.clone(), why: "is missing".to_owned() }
        } else {
            BackupError::KeysExpired
        });
    };
    let read = async |name: &str| -> Result<Vec<u8>, BackupError> {
        let sealed = if name == named {
            place.piece(&target.keys.piece).await?
        } else {
            let missing = || BackupError::Damaged { file: name.to_owned(), why: "is missing".to_owned() };
            place.get(name).await?.ok_or_else(missing)?
        };
        identities.decrypt(name, &sealed)
    };
    if chosen < *named {
        // The one it was made with must be there.
        return Err(BackupError::Damaged { file: named.clone(), why: "is missing".to_owned() });
    }
    let rows = read(&chosen).await?;
    let newer = match newest {
        Some(newest) if newest != chosen => Some(read(&newest).await?),
        _ => None,
    };
    Ok((chosen, rows, newer))
}
