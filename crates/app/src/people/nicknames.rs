//! Short names, pet names, and one name in several languages: `nicknames.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// For each name the first names of the groups it stands in.
static GROUPS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in include_str!("nicknames.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some(first) = line.split_whitespace().next() else { continue };
        for name in line.split_whitespace() {
            let known = groups.entry(name).or_default();
            if !known.contains(&first) {
                known.push(first);
            }
        }
    }
    groups
});

/// What this name may stand for: the first names of its groups, the name itself included where it is one. Folded.
pub(crate) fn roots(name: &str) -> &'static [&'static str] {
    GROUPS.get(name).map_or(&[], Vec::as_slice)
}

/// Whether one may stand for the other.
pub(crate) fn same_root(one: &str, other: &str) -> bool {
    roots(one).iter().any(|root| roots(other).contains(root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::words::words;

    #[test]
    fn short_names_stand_for_long_ones() {
        for (one, other) in
            [("bob", "robert"), ("ola", "aleksandra"), ("kuba", "jakub"), ("paddy", "padraig"), ("mo", "mohamed")]
        {
            assert!(same_root(one, other), "{one} and {other}");
        }
        // The control.
        assert!(!same_root("bob", "william") && !same_root("", "") && !same_root("xyz", "xyz"));
    }

    #[test]
    fn every_name_is_written_as_it_is_looked_up() {
        for name in GROUPS.keys() {
            assert_eq!(words(name), [*name], "one word, folded");
        }
        assert!(GROUPS.len() > 400);
    }
}
