//! Unpacks a zip with a limit that is counted while unpacking: what the archive says of its own sizes is not believed.

use crate::fault::Fault;
use std::io::{Cursor, Read, Write as _};

/// The most parts of an archive: a workbook of a few hundred sheets has fewer.
const PARTS: usize = 2_000;

/// The parts of an archive whose names `wanted` takes, in their order.
pub(crate) fn unpack(
    bytes: &[u8],
    most: u64,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let broken = || Fault::file("import-fault-broken-zip");
    let bomb = || Fault::file("import-fault-unpacks-too-large").with("most", most / 1_000_000);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > PARTS {
        return Err(bomb());
    }
    let mut left = most;
    let mut parts = Vec::new();
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(|_| broken())?;
        let name = part.name().map_err(|_| broken())?.trim_start_matches('/').to_owned();
        if part.is_dir() || !wanted(&name) {
            continue;
        }
        let mut unpacked = Vec::new();
        // One byte more than is left, to see that there is more.
        let read = part.take(left.saturating_add(1)).read_to_end(&mut unpacked).map_err(|_| broken())?;
        let read = u64::try_from(read).unwrap_or(u64::MAX);
        if read > left {
            return Err(bomb());
        }
        left -= read;
        parts.push((name, unpacked));
    }
    Ok(parts)
}

/// The same parts as an archive that is not packed: for a reader that unpacks by itself and must meet no surprise.
pub(crate) fn repack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Fault> {
    let broken = || Fault::file("import-fault-broken-zip");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        writer.start_file(name.as_str(), stored).map_err(|_| broken())?;
        writer.write_all(part).map_err(|_| broken())?;
    }
    Ok(writer.finish().map_err(|_| broken())?.into_inner())
}
