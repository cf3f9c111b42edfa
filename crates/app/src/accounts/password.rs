//! Passwords: Argon2id with 46 MiB and one pass (OWASP's first choice), a random salt each, a few at a time.

use crate::problem::Problem;
use crate::secret::Secret;
use crate::state::App;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const MEMORY_KIB: u32 = 46 * 1024;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// The fewest characters of a password (NIST SP 800-63B-4 for passwords that stand alone).
pub(crate) const SHORTEST: usize = 15;
const LONGEST: usize = 1024;
/// "aaaaaaaaaaaaaaa" is long and no password.
const FEWEST_DIFFERENT: usize = 5;

/// What is kept of a password. The parameters stand with it, so that they can be raised later.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hashed {
    algorithm: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
    hash: [u8; 32],
}

impl std::fmt::Debug for Hashed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hashed(hidden)")
    }
}

/// Whether a password may be used. The same letters typed on two keyboards are the same password.
pub(crate) fn check(password: &Secret) -> Result<(), Problem> {
    let letters: Vec<char> = password.reveal().nfkc().collect();
    if letters.len() < SHORTEST {
        return Err(Problem::refused(format!(
            "The password is shorter than {SHORTEST} characters. Several words are long and easy to remember"
        )));
    }
    if letters.len() > LONGEST {
        return Err(Problem::refused(format!("The password is longer than {LONGEST} characters. Shorten it")));
    }
    if letters.iter().collect::<BTreeSet<_>>().len() < FEWEST_DIFFERENT {
        return Err(Problem::refused("The password repeats the same few characters. Use several words instead"));
    }
    Ok(())
}

fn stretch(password: &Secret, salt: [u8; 16], memory_kib: u32, passes: u32, lanes: u32) -> Option<[u8; 32]> {
    let normal: Zeroizing<String> = Zeroizing::new(password.reveal().nfkc().collect());
    let params = Params::new(memory_kib, passes, lanes, Some(32)).ok()?;
    let mut out = [0_u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normal.as_bytes(), &salt, &mut out)
        .ok()?;
    Some(out)
}

impl App {
    /// Hashes a password for keeping.
    pub(crate) async fn hash_password(&self, password: Secret) -> Result<Hashed, Problem> {
        let salt = self.random_bytes::<16>();
        let hash = self.stretched(password, salt, MEMORY_KIB, PASSES, LANES).await?;
        Ok(Hashed {
            algorithm: "argon2id".to_owned(),
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt,
            hash,
        })
    }

    /// Whether the password is the one that was kept. Without one it does the same work and says no.
    pub(crate) async fn password_fits(&self, password: Secret, kept: Option<&Hashed>) -> Result<bool, Problem> {
        let nobody = Hashed {
            algorithm: "argon2id".to_owned(),
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: [0; 16],
            hash: [0; 32],
        };
        let against = kept.unwrap_or(&nobody);
        let hash =
            self.stretched(password, against.salt, against.memory_kib, against.passes, against.lanes).await?;
        Ok(bool::from(hash.ct_eq(&against.hash)) && kept.is_some())
    }

    async fn stretched(
        &self,
        password: Secret,
        salt: [u8; 16],
        memory_kib: u32,
        passes: u32,
        lanes: u32,
    ) -> Result<[u8; 32], Problem> {
        let closed = |_| Problem::unavailable("the password gate is closed");
        let _turn = self.passwords().acquire().await.map_err(closed)?;
        tokio::task::spawn_blocking(move || stretch(&password, salt, memory_kib, passes, lanes))
            .await
            .ok()
            .flatten()
            .ok_or_else(|| Problem::unavailable("a password could not be hashed"))
    }
}
