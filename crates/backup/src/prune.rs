//! Taking away what need not be kept any more: old copies of the keystore first of all.

use std::collections::BTreeMap;

use crate::{
    check::manifest,
    errors::BackupError,
    manifest::{Manifest, keys_of, segment_of},
    place::Place,
    ship::Retention,
};

const DAY: i64 = 24 * 3_600 * 1_000_000;

/// Takes away old copies of the keystore and, once a whole segment was written, generations that are past keeping.
pub(crate) async fn old(
    place: &Place,
    keys_place: &Place,
    newest: &Manifest,
    retention: Retention,
    now_micros: i64,
) -> Result<(), BackupError> {
    keys(keys_place, newest, retention, now_micros).await?;
    for name in place.list("marks").await? {
        if name < newest.marks.name {
            place.delete(&name).await?;
        }
    }
    if newest.generation == newest.segment {
        data(place, newest, retention, now_micros).await?;
    }
    Ok(())
}

/// All copies of the last day are kept, then the last of each day and epoch, then none.
async fn keys(place: &Place, newest: &Manifest, retention: Retention, now_micros: i64) -> Result<(), BackupError> {
    let oldest = now_micros.saturating_sub(i64::from(retention.keys_days).saturating_mul(DAY));
    let mut last_of_day = BTreeMap::new();
    let copies: Vec<_> =
        place.list("keys").await?.into_iter().filter_map(|name| Some((keys_of(&name)?, name))).collect();
    for ((_, epoch, at), name) in &copies {
        last_of_day.insert((*epoch, at.div_euclid(DAY)), name.clone());
    }
    for ((_, epoch, at), name) in copies {
        let recent = at > now_micros.saturating_sub(DAY);
        let of_day = last_of_day.get(&(epoch, at.div_euclid(DAY))) == Some(&name);
        let keep = name == newest.keys.piece.name || (at > oldest && (recent || of_day));
        if !keep {
            place.delete(&name).await?;
        }
    }
    Ok(())
}

/// How many copies of the keystore in a place were made before a moment: what was erased then can be read with each of
/// them, and with none that was made later.
///
/// # Errors
/// [`BackupError`] if the place cannot be read.
pub async fn copies_before(keys_place: &Place, at_micros: i64) -> Result<u64, BackupError> {
    let names = keys_place.list("keys").await?;
    let before = names.iter().filter_map(|name| keys_of(name)).filter(|(_, _, at)| *at < at_micros);
    Ok(u64::try_from(before.count()).unwrap_or(u64::MAX))
}

/// Generations that ended before the days for which every moment is kept.
async fn data(place: &Place, newest: &Manifest, retention: Retention, now_micros: i64) -> Result<(), BackupError> {
    let oldest = now_micros.saturating_sub(i64::from(retention.data_days).saturating_mul(DAY));
    let names = place.list("data").await?;
    let mut keep_from = newest.segment;
    for number in names.iter().rev().filter_map(|name| segment_of(name)) {
        match manifest(place, number).await {
            Ok((found, _)) if found.generation == found.segment => {
                keep_from = number;
                if found.at_micros <= oldest {
                    break;
                }
            }
            Ok(_) | Err(BackupError::Damaged { .. }) => {}
            Err(why) => return Err(why),
        }
    }
    for name in names {
        let number = name.strip_prefix("data/").and_then(|name| name.get(..8)).and_then(|text| text.parse().ok());
        if number.is_some_and(|number: u64| number < keep_from) {
            place.delete(&name).await?;
        }
    }
    Ok(())
}
