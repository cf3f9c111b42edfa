//! A password on its way in: wiped when dropped, never printed.

use std::fmt;
use zeroize::Zeroizing;

/// A password or a token. Wiped from memory when dropped; `Debug` says nothing of it.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The words. Hand them to nothing that keeps or prints them.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(words: String) -> Self {
        Self(Zeroizing::new(words))
    }
}

impl From<&str> for Secret {
    fn from(words: &str) -> Self {
        Self(Zeroizing::new(words.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}
