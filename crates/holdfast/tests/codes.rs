//! The wording check offers drafts with codes of the base pack; it links nothing, so the pack is read here.

use std::collections::BTreeSet;

#[test]
fn suggestions_carry_codes_of_the_base_pack() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/base/pack.toml");
    let pack: toml::Table = std::fs::read_to_string(path).expect("the pack").parse().expect("TOML");
    let codes = |kind: &str| -> BTreeSet<String> {
        pack.get(kind)
            .and_then(toml::Value::as_array)
            .expect(kind)
            .iter()
            .filter(|entry| entry.get("hidden").is_none())
            .filter_map(|entry| entry.get("code").and_then(toml::Value::as_str).map(str::to_owned))
            .collect()
    };
    let (behaviours, efforts) = language::category_codes();
    assert!(behaviours.len() > 20 && efforts.len() > 20, "the table is read");
    for (kind, used) in [("behaviour", behaviours), ("effort", efforts)] {
        let known = codes(kind);
        let unknown: Vec<_> = used.into_iter().filter(|code| !known.contains(*code)).collect();
        assert!(unknown.is_empty(), "not in packs/base under {kind}: {unknown:?}");
    }
}
