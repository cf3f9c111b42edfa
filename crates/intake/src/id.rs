//! Ids of entries made from the content of their rows: the same row always has the same id, an edited one another.

use practice::ids::{CaseId, EntryId};
use uuid::Builder;

/// An id from what a row says. `nth` tells rows apart that say the very same.
pub(crate) fn of(case: CaseId, part: &str, says: &[String], nth: usize) -> EntryId {
    let mut hasher = blake3::Hasher::new_derive_key("holdfast 2026-11 ids of imported rows");
    let mut field = |bytes: &[u8]| {
        hasher.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(bytes);
    };
    field(case.0.as_bytes());
    field(part.as_bytes());
    for text in says {
        // Spaces and capitals are no edit; words are.
        field(text.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes());
    }
    field(&u64::try_from(nth).unwrap_or(u64::MAX).to_le_bytes());
    let mut bytes = [0_u8; 16];
    hasher.finalize_xof().fill(&mut bytes);
    EntryId(Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_same_words_have_the_same_id_and_others_another() {
        let case = CaseId(Uuid::from_u128(1));
        let says = |text: &str| vec![text.to_owned()];
        let id = of(case, "row", &says("a b"), 0);
        assert_eq!(id, of(case, "row", &says(" a  b "), 0));
        assert_eq!(id.0.get_version_num(), 8);
        let others = [
            of(CaseId(Uuid::from_u128(2)), "row", &says("a b"), 0),
            of(case, "did", &says("a b"), 0),
            of(case, "row", &says("a c"), 0),
            of(case, "row", &says("a b"), 1),
            of(case, "row", &["a".to_owned(), "b".to_owned()], 0),
        ];
        assert!(others.iter().all(|other| *other != id));
    }
}
