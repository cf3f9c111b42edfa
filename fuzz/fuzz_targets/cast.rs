//! Any names and aliases.
#![no_main]

use language::{Cast, Config, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(cast) = serde_json::from_slice::<Cast>(bytes) {
        analyse("Mum says that Mr Hale hit her. She failed to protect Tom by the gate.", &cast, &Config::default());
    }
});
