//! An agency's pack of terms and rules: read, tried, and refused with file, line, what is wrong and how to mend it.

use crate::exit::Failure;
use language::{Pack, Rules};
use std::path::Path;

/// Reads a pack and builds the rules with it.
pub(crate) fn read(path: &Path) -> Result<(Pack, Rules), Failure> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| Failure::failed(format!("{name} cannot be read: {e}")))?;
    let pack: Pack = toml::from_str(&text).map_err(|e| Failure::usage(format!("{name}: {e}")))?;
    let rules = Rules::with_pack(&pack).map_err(|faults| {
        let all: Vec<String> = faults
            .iter()
            .map(|fault| match line(&text, &fault.at) {
                Some(line) => format!("{name}:{line}: {}", fault.message),
                None => format!("{name}: {}", fault.message),
            })
            .collect();
        Failure::usage(all.join("\n"))
    })?;
    Ok((pack, rules))
}

/// The line on which some words of the pack stand, as they are or as TOML escapes them.
fn line(text: &str, at: &str) -> Option<usize> {
    if at.is_empty() {
        return None;
    }
    let escaped = at.replace('\\', "\\\\").replace('"', "\\\"");
    text.lines().position(|l| l.contains(at) || l.contains(&escaped)).map(|n| n + 1)
}
