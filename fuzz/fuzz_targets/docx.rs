//! Any bytes as a Word file.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/holdfast/src/docx.rs"]
mod docx;

fuzz_target!(|bytes: &[u8]| {
    let _ = docx::text(bytes);
});
