//! Where a backup lies: a folder, or a bucket that the configuration names.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use object_store::{
    ObjectStore, ObjectStoreExt as _, PutMode, PutOptions, local::LocalFileSystem, path::Path as Name,
    prefix::PrefixStore,
};

use crate::{
    errors::BackupError,
    line,
    manifest::Piece,
    s3::{S3, bucket},
};

/// A place for backups.
#[derive(Clone, Debug)]
pub struct Place {
    store: Arc<dyn ObjectStore>,
    said: String,
}

impl Place {
    /// The place with this name: `s3://bucket/prefix`, or a folder. A folder is made if `make` says so.
    ///
    /// # Errors
    /// [`BackupError::Place`].
    pub fn named(name: &str, s3: Option<&S3>, make: bool) -> Result<Self, BackupError> {
        let failed = |why: String| BackupError::Place { place: name.to_owned(), why };
        if let Some(rest) = name.strip_prefix("s3://") {
            let s3 = s3.ok_or_else(|| {
                failed("the configuration names no [backup.s3] address; nothing is sent anywhere else".to_owned())
            })?;
            let (in_bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            let store = bucket(s3, in_bucket).map_err(&failed)?;
            let prefix = prefix.trim_matches('/');
            let store: Arc<dyn ObjectStore> =
                if prefix.is_empty() { store } else { Arc::new(PrefixStore::new(store, prefix)) };
            return Ok(Self { store, said: name.to_owned() });
        }
        let path = Path::new(name);
        if make {
            let mut folder = std::fs::DirBuilder::new();
            folder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
            folder.create(path).map_err(|why| failed(why.to_string()))?;
        }
        let store = LocalFileSystem::new_with_prefix(path).map_err(|why| failed(why.to_string()))?;
        Ok(Self { store: Arc::new(store.with_fsync(true)), said: name.to_owned() })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.said
    }

    fn failed(&self, why: &object_store::Error) -> BackupError {
        BackupError::Place { place: self.said.clone(), why: why.to_string() }
    }

    /// The names of all files below a folder, in order.
    pub(crate) async fn list(&self, folder: &str) -> Result<Vec<String>, BackupError> {
        let found: Vec<_> =
            self.store.list(Some(&Name::from(folder))).try_collect().await.map_err(|why| self.failed(&why))?;
        let mut names: Vec<String> = found.into_iter().map(|file| file.location.to_string()).collect();
        names.sort();
        Ok(names)
    }

    /// The file, if there is one.
    pub(crate) async fn get(&self, name: &str) -> Result<Option<Bytes>, BackupError> {
        match self.store.get(&Name::from(name)).await {
            Ok(found) => found.bytes().await.map(Some).map_err(|why| self.failed(&why)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(why) => Err(self.failed(&why)),
        }
    }

    /// The file that a segment needs, or what is the matter with it.
    pub(crate) async fn piece(&self, piece: &Piece) -> Result<Bytes, BackupError> {
        let damaged = |why: &str| BackupError::Damaged { file: piece.name.clone(), why: why.to_owned() };
        let bytes = self.get(&piece.name).await?.ok_or_else(|| damaged("is missing"))?;
        if u64::try_from(bytes.len()) != Ok(piece.bytes) {
            return Err(damaged("has another length than was written"));
        }
        if line::hash(&bytes) != piece.blake3 {
            return Err(damaged("is not what was written"));
        }
        Ok(bytes)
    }

    /// Writes a file; what it is called, how long it is, and its hash.
    pub(crate) async fn put(&self, name: String, bytes: Vec<u8>) -> Result<Piece, BackupError> {
        let piece = Piece {
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            blake3: line::hash(&bytes),
            name: name.clone(),
        };
        self.store.put(&Name::from(name), bytes.into()).await.map_err(|why| self.failed(&why))?;
        Ok(piece)
    }

    /// Writes a file that must not be there yet: whoever is second is told.
    pub(crate) async fn create(&self, name: &str, bytes: Vec<u8>) -> Result<(), BackupError> {
        let options = PutOptions::from(PutMode::Create);
        match self.store.put_opts(&Name::from(name), bytes.into(), options).await {
            Ok(_) => Ok(()),
            Err(object_store::Error::AlreadyExists { .. }) => Err(BackupError::Busy { place: self.said.clone() }),
            Err(why) => Err(self.failed(&why)),
        }
    }

    /// Takes a file away; one that is not there is as good.
    pub(crate) async fn delete(&self, name: &str) -> Result<(), BackupError> {
        match self.store.delete(&Name::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(self.failed(&why)),
        }
    }
}
