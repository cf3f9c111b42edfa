//! Each rule by the good and bad sentences in its own data.

use crate::check;
use language::{FAMILIES, Rules, pages};

#[test]
fn our_own_patterns_have_no_fault() {
    assert_eq!(Rules::faults(), Vec::new());
}

#[test]
fn bad_examples_are_marked_and_good_ones_are_not() {
    let mut wrong = Vec::new();
    for page in pages() {
        for bad in page.bad {
            // in a note that names somebody of the case, as notes do
            if !check(&format!("Note about Anna Ward. {bad}")).findings.iter().any(|f| f.family == page.family) {
                wrong.push(format!("{} misses: {bad}", page.id));
            }
        }
        for good in page.good {
            for f in check(good).findings.iter().filter(|f| f.rule == page.id) {
                wrong.push(format!("{} marks «{}» in: {good}", page.id, f.quote));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_family_has_a_rule_with_a_page() {
    let pages = pages();
    for family in FAMILIES {
        assert!(pages.iter().any(|p| p.family == family), "{family} has no rule");
    }
    let examples: usize = pages.iter().map(|p| p.bad.len() + p.good.len()).sum();
    assert!(examples >= 400, "only {examples} examples");
}

#[test]
fn findings_explain_themselves_and_leave_blanks() {
    let report = check("Anna failed to protect Tom.");
    let finding = report.findings.first().expect("a finding");
    assert_eq!(finding.rule, "RSP101");
    assert!(finding.rewrite.contains("Mark Hale"), "{}", finding.rewrite);
    assert!(finding.rewrite.contains('['), "a blank for what only the writer knows: {}", finding.rewrite);
    assert!(!finding.ask.is_empty() && !finding.why.is_empty() && !finding.explanation.is_empty());
}

#[test]
fn no_place_for_a_name_is_left_unfilled() {
    for page in pages() {
        for bad in page.bad {
            for finding in check(&format!("Note about Anna Ward. {bad}")).findings {
                for said in [&finding.what, &finding.why, &finding.ask, &finding.rewrite, &finding.who] {
                    assert!(!said.contains('{'), "{}: {said}", finding.rule);
                }
            }
        }
    }
}
