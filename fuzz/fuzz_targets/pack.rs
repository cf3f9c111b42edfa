//! Any agency pack.
#![no_main]

use language::{Pack, Rules};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(pack) = toml::from_str::<Pack>(text) {
        let _ = Rules::with_pack(&pack);
    }
});
