//! Sessions: who is signed in. The token itself is never stored, only its hash.

use uuid::Uuid;

use crate::{
    errors::{Fault, ReadError, WriteError},
    seal::{self, Bound},
    store::{Inner, Store},
    writes::{Done, PreparedSession, Write},
};

/// A session that has not run out.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: Uuid,
    /// When it runs out, microseconds since the Unix epoch.
    pub expires_micros: i64,
    /// What the caller keeps in it.
    pub content: Vec<u8>,
    /// It as it lies in the database: no two are alike.
    sealed: Vec<u8>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Store {
    /// Keeps or replaces the session under the hash of its token.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn session_put(
        &self,
        token_hash: [u8; 32],
        account: Uuid,
        expires_micros: i64,
        content: Vec<u8>,
    ) -> Result<(), WriteError> {
        let write = Write::SessionPut(self.seal_session(token_hash, account, expires_micros, &content)?);
        self.submit(Vec::new(), write).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// Keeps a session in place of `before`, or as a new one, if nobody changed or ended it meanwhile, on this server or
    /// another; false if somebody did: then look again.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn session_next(
        &self,
        token_hash: [u8; 32],
        before: Option<&Session>,
        account: Uuid,
        expires_micros: i64,
        content: Vec<u8>,
    ) -> Result<bool, WriteError> {
        let next = self.seal_session(token_hash, account, expires_micros, &content)?;
        let write = Write::SessionNext(next, before.map(|before| before.sealed.clone()));
        self.submit(Vec::new(), write).await.map(|done| count(done) == 1).map_err(Fault::into_write)
    }

    fn seal_session(
        &self,
        token_hash: [u8; 32],
        account: Uuid,
        expires_micros: i64,
        content: &[u8],
    ) -> Result<PreparedSession, WriteError> {
        let bound = bound(&token_hash, account, expires_micros);
        let ciphertext = seal::seal(self.inner.keys.sessions(), &bound, content, &*self.inner.random)
            .ok_or_else(|| WriteError::Failed { why: "the session is too long to be encrypted".to_owned() })?;
        Ok(PreparedSession { token_hash, account, expires_micros, ciphertext })
    }

    /// The session under this hash, unless it has run out.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if it was changed, [`ReadError::Failed`].
    pub async fn session_get(&self, token_hash: [u8; 32]) -> Result<Option<Session>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let now = inner.clock.now_micros();
            match engine.session(&token_hash)? {
                Some(row) if row.expires_micros > now => open(&inner, &row).map(Some),
                _ => Ok(None),
            }
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Ends one session.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn session_delete(&self, token_hash: [u8; 32]) -> Result<(), WriteError> {
        self.submit(Vec::new(), Write::SessionDelete(token_hash)).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// Ends every session of an account; how many there were.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn session_delete_for(&self, account: Uuid) -> Result<u64, WriteError> {
        self.submit(Vec::new(), Write::SessionDeleteFor(account)).await.map(count).map_err(Fault::into_write)
    }

    /// Removes the sessions that have run out by `now_micros`; how many there were.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn session_sweep(&self, now_micros: i64) -> Result<u64, WriteError> {
        self.submit(Vec::new(), Write::SessionSweep(now_micros)).await.map(count).map_err(Fault::into_write)
    }
}

fn count(done: Done) -> u64 {
    match done {
        Done::Count(count) => count,
        Done::Head(_) | Done::Nothing => 0,
    }
}

fn bound(token_hash: &[u8; 32], account: Uuid, expires_micros: i64) -> Vec<u8> {
    Bound::new("holdfast/session/1").bytes(token_hash).bytes(account.as_bytes()).number(expires_micros).done()
}

fn open(inner: &Inner, row: &PreparedSession) -> Result<Session, Fault> {
    let bound = bound(&row.token_hash, row.account, row.expires_micros);
    let content = seal::open(inner.keys.sessions(), &bound, &row.ciphertext)
        .ok_or_else(|| Fault::Undecryptable { what: "A session".to_owned() })?;
    let (account, expires_micros, sealed) = (row.account, row.expires_micros, row.ciphertext.clone());
    Ok(Session { account, expires_micros, content: content.to_vec(), sealed })
}
