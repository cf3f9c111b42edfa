//! Which family speaks where two mark the same words: one order, the few that may speak together, and two rules that yield.
//!
//! In the annotated passages (more than nine hundred marked spans) two families share a span nine times, nearly always a
//! soft word within something else. So one family speaks, and this is the only place that says which.

use crate::rules::Rule;

/// The family that stands earlier speaks. Why in this order: what is said of a person comes before what is said of
/// events. First what she is held to have let happen to a child, then what he is excused with or praised for, then what
/// is said about her, then what is asked of her; then the child; then how the violence itself is put, the emptiest wording first.
const ORDER: [&str; 16] = [
    "failure_to_protect",
    "double_standard",
    "trauma_excuse",
    "cause_excuse",
    "survivor_pathology",
    "discounting",
    "survivor_blame",
    "survivor_tasked",
    "compliance_as_change",
    "child_witness_only",
    "label_no_behaviour",
    "nominalised_violence",
    "incident_not_pattern",
    "mutualising",
    "agentless_passive",
    "minimising",
];

/// These may both be true of the same words: a soft word for what is shared out, praised or done by nobody; an event
/// or a label that is also said to lie between the two.
const TOGETHER: [(&str, &str); 6] = [
    ("minimising", "mutualising"),
    ("minimising", "double_standard"),
    ("minimising", "compliance_as_change"),
    ("minimising", "agentless_passive"),
    ("mutualising", "label_no_behaviour"),
    ("mutualising", "incident_not_pattern"),
];

/// Rules whose words are wider than their family: the first gives way to the second, whatever the order says.
const YIELDS: [(&str, &str); 19] = [
    ("INV202", "SOF102"),
    ("INV201", "PTN102"),
    ("SOF102", "PTN101"),
    ("DIS103", "SOF103"),
    ("PAT102", "RSP203"),
    ("RSP303", "RSP203"),
    ("PTN102", "SOF102"),
    ("RSP204", "CHG101"),
    ("PAT102", "CHG101"),
    ("EXC101", "RSP301"),
    ("EXC101", "EXC201"),
    ("RSP202", "RSP102"),
    ("INV201", "MUT104"),
    ("INV202", "MUT104"),
    ("INV303", "EXC102"),
    ("INV303", "PTN101"),
    ("PAT103", "RSP201"),
    ("SOF103", "MUT104"),
    ("EXC101", "RSP204"),
];

/// The place of a family in the order.
pub(crate) fn rank(family: &str) -> usize {
    ORDER.iter().position(|f| *f == family).unwrap_or(ORDER.len())
}

/// Of two rules on the same words, whether the first speaks; none if both may.
pub(crate) fn first(a: &Rule, b: &Rule) -> Option<bool> {
    let pair = |list: &[(&str, &str)], x: &str, y: &str| list.iter().any(|(p, q)| *p == x && *q == y);
    if pair(&YIELDS, &a.id, &b.id) {
        return Some(false);
    }
    if pair(&YIELDS, &b.id, &a.id) {
        return Some(true);
    }
    if a.family == b.family || pair(&TOGETHER, a.family, b.family) || pair(&TOGETHER, b.family, a.family) {
        return None;
    }
    Some(rank(a.family) < rank(b.family))
}

#[cfg(test)]
mod tests {
    use super::{ORDER, TOGETHER, rank};
    use crate::rules::FAMILIES;

    #[test]
    fn every_family_has_one_place() {
        let mut places: Vec<usize> = FAMILIES.iter().map(|f| rank(f)).collect();
        places.sort_unstable();
        assert_eq!(places, (0..ORDER.len()).collect::<Vec<_>>());
        assert_eq!(rank("no such family"), ORDER.len(), "the control: an unknown family has no place");
        assert!(TOGETHER.iter().all(|(a, b)| rank(a) < ORDER.len() && rank(b) < ORDER.len()));
    }
}
