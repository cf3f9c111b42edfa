//! Small readable files: one line of JSON, and its hash below it, so that any changed character is noticed.

use serde::{Serialize, de::DeserializeOwned};

/// BLAKE3, as text.
pub(crate) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// The file, and the hash in it.
pub(crate) fn write(value: &impl Serialize) -> Result<(Vec<u8>, String), serde_json::Error> {
    let line = serde_json::to_string(value)?;
    let hash = hash(line.as_bytes());
    Ok((format!("{line}\n{hash}\n").into_bytes(), hash))
}

/// The value and its hash; `None` if it is not exactly what [`write`] makes.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<(T, String)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (line, rest) = text.split_once('\n')?;
    let said = rest.strip_suffix('\n')?;
    if said != hash(line.as_bytes()) {
        return None;
    }
    Some((serde_json::from_str(line).ok()?, said.to_owned()))
}
