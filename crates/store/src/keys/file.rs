//! The key file: one line of text, so that it can be printed and typed in again.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use crate::{
    errors::{KeyFileError, OpenError},
    options::{Random, random},
    seal::SecretKey,
    witness::{hex, unhex},
};

const MARK: &str = "holdfast-key/1";

/// Writes a new random instance key to `path`, readable by its owner only. `data_dir` is the folder
/// of the store it is for: a key inside it would travel with every backup of the data.
///
/// # Errors
/// Refuses to overwrite anything, and refuses a place inside `data_dir`.
pub fn write_new_key_file(path: &Path, data_dir: &Path, source: &dyn Random) -> Result<(), KeyFileError> {
    if lies_inside(path, data_dir) {
        return Err(KeyFileError::BesideData { path: path.to_owned() });
    }
    let failed = |why: io::Error| match why.kind() {
        io::ErrorKind::AlreadyExists => KeyFileError::AlreadyExists { path: path.to_owned() },
        _ => KeyFileError::Failed { path: path.to_owned(), why: why.to_string() },
    };
    let key = Zeroizing::new(random::<32>(source));
    let line = Zeroizing::new(format!("{MARK} {} {}\n", *Zeroizing::new(hex(&*key)), hex(&check(&key))));
    let mut file = private_file(path).map_err(failed)?;
    file.write_all(line.as_bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)
}

/// Creates a file that only its owner may read; fails if there is one.
pub(crate) fn private_file(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads a key file back.
pub(crate) fn read(path: &Path) -> Result<SecretKey, OpenError> {
    let wrong = |why: &str| OpenError::KeyWrong { path: path.to_owned(), why: why.to_owned() };
    let text = match fs::read(path) {
        Ok(bytes) => Zeroizing::new(bytes),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            return Err(OpenError::KeyMissing { path: path.to_owned() });
        }
        Err(why) => return Err(wrong(&why.to_string())),
    };
    let text = std::str::from_utf8(&text).map_err(|_| wrong("it is not text"))?;
    let mut parts = text.split_whitespace();
    if parts.next() != Some(MARK) {
        return Err(wrong("it does not begin with holdfast-key/1"));
    }
    let key = parts
        .next()
        .and_then(unhex::<32>)
        .map(Zeroizing::new)
        .ok_or_else(|| wrong("the key in it is cut short or mistyped"))?;
    let sum = parts.next().and_then(unhex::<4>).ok_or_else(|| wrong("its check digits are missing"))?;
    if check(&key) != sum || parts.next().is_some() {
        return Err(wrong("a character in it is wrong, its check digits do not fit"));
    }
    Ok(SecretKey::new(*key))
}

/// Whether `path` would lie in `dir` or below it, links resolved as far as they exist.
pub(crate) fn lies_inside(path: &Path, dir: &Path) -> bool {
    fn resolved(path: &Path) -> PathBuf {
        if let Ok(whole) = path.canonicalize() {
            return whole;
        }
        let parent = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => resolved(parent),
            _ => Path::new(".").canonicalize().unwrap_or_default(),
        };
        path.file_name().map_or_else(|| parent.clone(), |name| parent.join(name))
    }
    resolved(path).starts_with(resolved(dir))
}

/// Four bytes against typing mistakes; they tell nothing useful about the key.
fn check(key: &[u8; 32]) -> [u8; 4] {
    let sum = blake3::derive_key("holdfast 2026-11 key file check digits", key);
    sum.first_chunk::<4>().copied().unwrap_or_default()
}
