//! An agency's own terms, levels and rules, and what is said about a wrong one.

use crate::family;
use language::{Config, Level, Pack, PackRule, Rules, Term, analyse_with};

fn marked(rules: &Rules, text: &str) -> Vec<(String, Level)> {
    analyse_with(rules, text, &family(), &Config::default())
        .findings
        .iter()
        .map(|f| (f.rule.clone(), f.level))
        .collect()
}

fn rule(pattern: &str) -> PackRule {
    PackRule {
        id: "TEAM101".to_owned(),
        name: "frequent flyer".to_owned(),
        family: "survivor_blame".to_owned(),
        level: "warning".to_owned(),
        what: "It makes asking for help a fault.".to_owned(),
        patterns: vec![pattern.to_owned()],
        bad: [
            "Anna is a frequent flyer.",
            "A frequent flyer, Anna rang.",
            "Known frequent flyer.",
            "Mum: frequent flyers both.",
        ]
        .map(str::to_owned)
        .to_vec(),
        good: ["Mark flies often.", "Anna flew home.", "The flyer was blue.", "Tom is a frequent reader."]
            .map(str::to_owned)
            .to_vec(),
        ..PackRule::default()
    }
}

#[test]
fn terms_levels_and_names_to_leave_alone() {
    let pack = Pack {
        allow: vec!["Reducing Parental Conflict".to_owned(), "Family Discord Line".to_owned()],
        levels: [("DIS101".to_owned(), "off".to_owned()), ("MUT101".to_owned(), "info".to_owned())].into(),
        term: vec![Term {
            term: "repeat caller".to_owned(),
            family: "survivor_blame".to_owned(),
            message: "It makes asking for help a fault.".to_owned(),
            ..Term::default()
        }],
        rule: vec![rule("frequent flyer|flyers")],
    };
    let rules = Rules::with_pack(&pack).expect("a sound pack");
    assert_eq!(marked(&rules, "Anna insists he has a key."), []);
    assert_eq!(marked(&rules, "Anna and Mark have a toxic relationship."), [("MUT101".to_owned(), Level::Info)]);
    assert_eq!(marked(&rules, "Anna rang the Family Discord Line."), []);
    assert_eq!(marked(&rules, "Family discord upsets Lily.").len(), 1, "the same words outside the name");
    assert_eq!(marked(&rules, "Anna is a Repeat-Caller."), [("TERM001".to_owned(), Level::Warning)]);
    let beside = marked(&rules, "Anna is a repeat caller. Mark hit Anna on Friday.");
    assert_eq!(beside, [("TERM001".to_owned(), Level::Warning)], "also beside a named act");
    assert_eq!(marked(&rules, "Anna is a frequent flyer."), [("TEAM101".to_owned(), Level::Warning)]);
}

#[test]
fn a_wrong_pack_says_what_and_where() {
    let mut wrong = rule("( frequent flyer");
    wrong.family = "blame".to_owned();
    let pack = Pack {
        levels: [("XYZ999".to_owned(), "off".to_owned())].into(),
        rule: vec![wrong, PackRule { id: "MUT101".to_owned(), ..rule("frequent flyer|flyers") }],
        ..Pack::default()
    };
    let faults = Rules::with_pack(&pack).expect_err("four faults");
    let all: Vec<String> = faults.iter().map(|f| format!("{} / {}", f.at, f.message)).collect();
    for part in
        ["«blame» is not a family", "( frequent flyer / ", "closing bracket", "MUT101 is taken", "no rule XYZ999"]
    {
        assert!(all.iter().any(|f| f.contains(part)), "{part}: {all:#?}");
    }
    let mut misses = rule("never ever");
    misses.good.pop();
    let faults = Rules::with_pack(&Pack { rule: vec![misses], ..Pack::default() }).expect_err("too few examples");
    assert!(faults.iter().any(|f| f.message.contains("at least four")), "{faults:?}");
    let faults = Rules::with_pack(&Pack { rule: vec![rule("never ever")], ..Pack::default() }).expect_err("misses");
    assert_eq!(faults.len(), 4, "each bad example that is not marked: {faults:?}");
}
