//! Making and unlocking the keystore: what a wrong, missing or foreign key looks like.

use std::{collections::HashSet, path::Path, sync::PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    Keys, StreamKey, file,
    keystore::{self, Place, Wrap},
    shred,
};
use crate::{
    engine::{Conn, values},
    errors::{Fault, OpenError},
    options::{Location, OpenOptions, Passphrase, Random, Unlock, random},
    seal::{self, SecretKey},
    sqlite::open_fault,
};

/// How the instance key is had; stored in clear beside the wraps.
#[derive(Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
enum Method {
    KeyFile,
    /// Argon2id: memory in KiB, passes, lanes.
    Passphrase {
        salt: [u8; 16],
        memory: u32,
        passes: u32,
        lanes: u32,
    },
}

/// The key of server certificates, wrapped, where it is not the one that the instance key gives.
const CERTIFY: &str = "certify";
const CERTIFY_BOUND: &[u8] = b"holdfast/certify-key/1";
/// What tells keys that were replaced, so that somebody who has an old one is told that it is old.
const REPLACED: &str = "replaced";
const REWRAP: &str = "UPDATE key SET wrapped_by = $1, wrapped = $2 WHERE id = $3";

/// 64 MiB and three passes: about a tenth of a second once at start, dear for whoever guesses.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// Makes the keystore of a new store, where `make` says, once the key is known to be good.
pub(crate) fn create(
    options: &OpenOptions,
    instance: Uuid,
    make: impl FnOnce() -> Result<Conn, OpenError>,
) -> Result<Keys, OpenError> {
    let dir = &options.place.label();
    let (method, key) = match &options.unlock {
        Unlock::KeyFile(file) => (Method::KeyFile, file_key(file, &options.place)?),
        Unlock::Passphrase(words) => {
            let method =
                Method::Passphrase { salt: random(&*options.random), memory: MEMORY, passes: PASSES, lanes: 1 };
            let key = stretch(words, &method).map_err(|why| failed(dir, why))?;
            (method, key)
        }
    };
    let agency = StreamKey {
        id: Uuid::from_bytes(random(&*options.random)),
        secret: SecretKey::generate(&*options.random),
        place: Place::AGENCY,
    };
    let wrap = wrap_agency(instance, &agency, &key, &*options.random).map_err(|fault| failed(dir, fault.why()))?;
    let described = serde_json::to_vec(&method).map_err(|why| failed(dir, why.to_string()))?;
    let conn = make()?;
    fill(&conn, instance, &described, &key).map_err(|fault| open_fault(dir, &fault))?;
    keystore::insert(&conn, &[wrap], |_| Ok(HashSet::new())).map_err(|fault| failed(dir, fault.why()))?;
    Keys::new(instance, conn, &key, agency, options.random.clone()).map_err(|fault| failed(dir, fault.why()))
}

fn fill(conn: &Conn, instance: Uuid, method: &[u8], key: &SecretKey) -> Result<(), Fault> {
    let tx = conn.write()?;
    conn.tables(keystore::SCHEMA)?;
    conn.tables(shred::TABLE)?;
    keystore::meta_put(conn, "instance", instance.as_bytes())?;
    keystore::meta_put(conn, "unlock", method)?;
    keystore::meta_put(conn, "fingerprint", fingerprint(key).as_bytes())?;
    tx.commit()
}

/// Opens the keystore of the store `instance`, which lies at `path`.
pub(crate) fn open(options: &OpenOptions, conn: Conn, path: &Path, instance: Uuid) -> Result<Keys, OpenError> {
    let dir = &options.place.label();
    let amiss = |why: &str| OpenError::Keystore { path: path.to_owned(), why: why.to_owned() };
    let meta = |name: &str| {
        keystore::meta_get(&conn, name)
            .map_err(|fault| open_fault(dir, &fault))?
            .ok_or_else(|| amiss("is not whole. Restore it from its own backup."))
    };
    if meta("instance")? != instance.as_bytes() {
        return Err(amiss(
            "belongs to another store than the records. Restore both from backups of the same store.",
        ));
    }
    let method: Method = serde_json::from_slice(&meta("unlock")?)
        .map_err(|_| amiss("is damaged. Restore it from its own backup."))?;
    let expected = meta("fingerprint")?;
    let key = match (&options.unlock, &method) {
        (Unlock::KeyFile(file), Method::KeyFile) => {
            let key = file_key(file, &options.place)?;
            if fingerprint(&key).as_bytes() != expected.as_slice() {
                let replaced = keystore::meta_get(&conn, REPLACED).map_err(|fault| open_fault(dir, &fault))?;
                if replaced.is_some_and(|all| all.chunks(16).any(|old| old == fingerprint(&key).as_bytes())) {
                    return Err(OpenError::KeyReplaced { path: file.clone() });
                }
                return Err(OpenError::KeyOfAnotherInstance { path: file.clone(), dir: dir.clone() });
            }
            key
        }
        (Unlock::Passphrase(words), Method::Passphrase { .. }) => {
            let key = stretch(words, &method).map_err(|why| failed(dir, why))?;
            if fingerprint(&key).as_bytes() != expected.as_slice() {
                return Err(OpenError::PassphraseWrong);
            }
            key
        }
        (Unlock::KeyFile(_), Method::Passphrase { .. }) => {
            return Err(OpenError::OtherUnlock { need: "passphrase" });
        }
        (Unlock::Passphrase(_), Method::KeyFile) => return Err(OpenError::OtherUnlock { need: "key file" }),
    };
    let damaged = || amiss("is damaged: the agency key in it does not open. Restore it from its own backup.");
    let wrap = keystore::agency(&conn).map_err(|fault| failed(dir, fault.why()))?.ok_or_else(damaged)?;
    let secret = wrap.open(instance, &wrapping(&key)).ok_or_else(damaged)?;
    let agency = StreamKey { id: wrap.id, secret, place: wrap.place };
    conn.tables(shred::TABLE).map_err(|fault| open_fault(dir, &fault))?;
    Keys::new(instance, conn, &key, agency, options.random.clone()).map_err(|fault| failed(dir, fault.why()))
}

/// The key that certifies server processes is kept when the instance key changes: their chains begin with it.
pub(super) fn kept_certify_key(conn: &Conn, key: &SecretKey) -> Result<Option<SecretKey>, Fault> {
    let Some(sealed) = keystore::meta_get(conn, CERTIFY)? else { return Ok(None) };
    let plain = seal::open(&wrapping(key), CERTIFY_BOUND, &sealed);
    let kept = plain.and_then(|plain| plain.as_slice().try_into().ok()).map(SecretKey::new);
    kept.map(Some).ok_or_else(|| Fault::Undecryptable { what: "The key of server certificates".to_owned() })
}

impl Keys {
    /// Another instance key: the agency key is wrapped under it, in one step. Processes that are running go on.
    pub(crate) fn renew_instance(&self, unlock: &Unlock, place: &Location) -> Result<(), OpenError> {
        let dir = &place.label();
        let source = &*self.random;
        let (method, key) = match unlock {
            Unlock::KeyFile(file) => (Method::KeyFile, file_key(file, place)?),
            Unlock::Passphrase(words) => {
                let method = Method::Passphrase { salt: random(source), memory: MEMORY, passes: PASSES, lanes: 1 };
                let key = stretch(words, &method).map_err(|why| failed(dir, why))?;
                (method, key)
            }
        };
        let described = serde_json::to_vec(&method).map_err(|why| failed(dir, why.to_string()))?;
        let keystore = self.keystore.lock().unwrap_or_else(PoisonError::into_inner);
        let run = || -> Result<(), Fault> {
            let tx = keystore.write()?;
            let gone = || Fault::Failed("the agency key was changed meanwhile; try again".to_owned());
            let there = keystore::agency(&keystore)?.filter(|wrap| wrap.id == self.agency.id).ok_or_else(gone)?;
            let wrap = wrap_agency(self.instance, &self.agency, &key, source)?;
            keystore.run(REWRAP, &values![wrap.by(), wrap.wrapped(), there.id])?;
            let certify = seal::seal(&wrapping(&key), CERTIFY_BOUND, self.certify.bytes(), source)
                .ok_or_else(|| Fault::Failed("a key could not be wrapped".to_owned()))?;
            keystore::meta_set(&keystore, CERTIFY, &certify)?;
            let mut replaced = keystore::meta_get(&keystore, REPLACED)?.unwrap_or_default();
            replaced.extend(keystore::meta_get(&keystore, "fingerprint")?.unwrap_or_default());
            keystore::meta_set(&keystore, REPLACED, &replaced)?;
            keystore::meta_set(&keystore, "unlock", &described)?;
            keystore::meta_set(&keystore, "fingerprint", fingerprint(&key).as_bytes())?;
            tx.commit()
        };
        run().map_err(|fault| failed(dir, fault.why()))
    }
}

fn file_key(path: &Path, place: &Location) -> Result<SecretKey, OpenError> {
    let key = file::read(path)?;
    if let Location::Folder(dir) = place
        && file::lies_inside(path, dir)
    {
        return Err(OpenError::KeyBesideData { path: path.to_owned() });
    }
    Ok(key)
}

fn wrap_agency(instance: Uuid, agency: &StreamKey, key: &SecretKey, source: &dyn Random) -> Result<Wrap, Fault> {
    Wrap::seal(instance, agency.id, agency.place, &agency.secret, fingerprint(key), &wrapping(key), source)
}

/// What tells keys apart without telling the key.
pub(super) fn fingerprint(key: &SecretKey) -> Uuid {
    let whole = key.derive("holdfast 2026-11 key fingerprint");
    Uuid::from_bytes(whole.bytes().first_chunk::<16>().copied().unwrap_or_default())
}

pub(super) fn wrapping(key: &SecretKey) -> SecretKey {
    key.derive("holdfast 2026-11 key wrapping")
}

fn stretch(words: &Passphrase, method: &Method) -> Result<SecretKey, String> {
    let Method::Passphrase { salt, memory, passes, lanes } = method else {
        return Err("the store is not opened with a passphrase".to_owned());
    };
    let params = Params::new(*memory, *passes, *lanes, Some(32)).map_err(|why| why.to_string())?;
    let mut out = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(words.bytes(), salt, &mut *out)
        .map_err(|why| why.to_string())?;
    Ok(SecretKey::new(*out))
}

fn failed(dir: &Path, why: String) -> OpenError {
    OpenError::Failed { dir: dir.to_owned(), why }
}
