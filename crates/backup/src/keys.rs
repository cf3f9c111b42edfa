//! Public and private keys of age. The server has public ones only: it can make backups and cannot read them.

use std::{
    fs,
    io::{Read as _, Write as _},
    path::Path,
};

use age::{Decryptor, Encryptor, secrecy::ExposeSecret as _, x25519};
use zeroize::Zeroizing;

use crate::errors::BackupError;

/// To whom a backup is encrypted.
#[derive(Clone, Debug)]
pub struct Recipients(Vec<x25519::Recipient>);

impl Recipients {
    /// Reads public keys as they are typed: `age1…`.
    ///
    /// # Errors
    /// [`BackupError::Recipient`], [`BackupError::NoRecipient`].
    pub fn parse<'a>(keys: impl IntoIterator<Item = &'a str>) -> Result<Self, BackupError> {
        let parsed = keys.into_iter().map(str::trim).filter(|key| !key.is_empty()).map(|key| {
            key.parse::<x25519::Recipient>().map_err(|_| BackupError::Recipient { said: key.to_owned() })
        });
        let keys = parsed.collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(BackupError::NoRecipient) } else { Ok(Self(keys)) }
    }

    pub(crate) fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, BackupError> {
        let failed = |why: String| BackupError::Encrypting { why };
        let to = self.0.iter().map(|key| key as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(to).map_err(|why| failed(why.to_string()))?;
        let mut out = Vec::with_capacity(plain.len().saturating_add(1_024));
        let mut writer = encryptor.wrap_output(&mut out).map_err(|why| failed(why.to_string()))?;
        writer.write_all(plain).map_err(|why| failed(why.to_string()))?;
        writer.finish().map_err(|why| failed(why.to_string()))?;
        Ok(out)
    }
}

/// The private keys with which a backup is opened.
pub struct Identities(Vec<x25519::Identity>);

impl std::fmt::Debug for Identities {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identities({} hidden)", self.0.len())
    }
}

impl Identities {
    /// Reads a file of private keys as `age-keygen` and [`new_identity`] write it.
    ///
    /// # Errors
    /// [`BackupError::Identity`].
    pub fn read(path: &Path) -> Result<Self, BackupError> {
        let wrong = |why: String| BackupError::Identity { path: path.to_owned(), why };
        let text = fs::read_to_string(path)
            .map(Zeroizing::new)
            .map_err(|why| wrong(format!("cannot be read: {why}. Attach the disk that holds the private key.")))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let keys = lines.map(str::parse::<x25519::Identity>).collect::<Result<Vec<_>, _>>().map_err(|_| {
            wrong("is not a private key of age. Use the file that --new-identity wrote.".to_owned())
        })?;
        if keys.is_empty() {
            return Err(wrong("holds no private key. Use the file that --new-identity wrote.".to_owned()));
        }
        Ok(Self(keys))
    }

    /// What was encrypted, read whole. `file` is its name, for messages.
    pub(crate) fn decrypt(&self, file: &str, sealed: &[u8]) -> Result<Vec<u8>, BackupError> {
        let damaged = |why: String| BackupError::Damaged {
            file: file.to_owned(),
            why: format!("cannot be decrypted ({why})"),
        };
        let decryptor = Decryptor::new_buffered(sealed).map_err(|why| damaged(why.to_string()))?;
        let mut reader = match decryptor.decrypt(self.0.iter().map(|key| key as &dyn age::Identity)) {
            Ok(reader) => reader,
            Err(age::DecryptError::NoMatchingKeys) => {
                return Err(BackupError::WrongIdentity { file: file.to_owned() });
            }
            Err(why) => return Err(damaged(why.to_string())),
        };
        let mut plain = Vec::with_capacity(sealed.len());
        reader.read_to_end(&mut plain).map_err(|why| damaged(why.to_string()))?;
        Ok(plain)
    }
}

/// Makes a pair of keys: the private one goes into a new file that only its owner may read, the public one is returned.
/// The randomness is age's own, from the operating system.
///
/// # Errors
/// [`BackupError::Identity`], also if there is a file already.
pub fn new_identity(path: &Path) -> Result<String, BackupError> {
    let identity = x25519::Identity::generate();
    let public = identity.to_public().to_string();
    let secret = identity.to_string();
    let failed = |why: std::io::Error| BackupError::Identity {
        path: path.to_owned(),
        why: format!("could not be written: {why}. Name a new file in a folder that is there."),
    };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    let text = Zeroizing::new(format!("# public key: {public}\n{}\n", secret.expose_secret()));
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(public)
}
