//! Texts, people and rules from outside never break the engine. Each run tries other inputs; `./run fuzz` tries a million.

use language::{Cast, Config, Pack, PackRule, Person, Role, Rules, Term, analyse};
use proptest::prelude::*;

/// Words that patterns, quotations, shorthand and pronouns turn on.
const WORDS: &[&str] = &[
    "Anna",
    "Mark",
    "mum",
    "MOC",
    "FOC",
    "Ms",
    "Mr.",
    "Hale",
    "'s",
    "her",
    "he",
    "they",
    "the",
    "failed",
    "to",
    "protect",
    "was",
    "been",
    "hit",
    "by",
    "throat",
    "not",
    "said",
    "that",
    "if",
    "but",
    "and",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "“",
    "”",
    "'",
    "\"",
    "x2",
    "w/",
    "s47",
    "3am",
    "22/40",
    "?",
    "volatile",
    "relationship",
    "both",
    "parents",
    "need",
    "children",
    "asleep",
    "upstairs",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "•",
    "-",
    "|",
    "strangld",
    "DV",
    "hx",
    "😀",
    "שלום",
    "é",
    "e\u{301}",
    "\u{202e}",
    "\u{0}",
];

fn sound(text: &str, cast: &Cast) -> Result<(), TestCaseError> {
    let report = analyse(text, cast, &Config { explain: true, ..Config::default() });
    let spans = report
        .findings
        .iter()
        .map(|f| f.span)
        .chain(report.behaviours.iter().map(|b| b.span))
        .chain(report.efforts.iter().map(|e| e.span))
        .chain(report.noticed.iter().map(|n| n.span));
    for s in spans {
        prop_assert!(text.get(s.byte_start..s.byte_end).is_some_and(|q| !q.is_empty()));
        prop_assert!(
            s.start < s.end && s.utf16_start < s.utf16_end && s.end <= s.utf16_end && s.utf16_end <= s.byte_end
        );
    }
    for f in &report.findings {
        prop_assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
    }
    Ok(())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![
        Role::Survivor,
        Role::Perpetrator,
        Role::Child,
        Role::Professional,
        Role::Relative,
        Role::Unknown,
    ])
}

fn cast() -> impl Strategy<Value = Cast> {
    let name = prop_oneof![
        prop::sample::select(vec![
            "Anna",
            "Mum",
            "Will",
            "May Grace",
            "Mr Hale",
            "the mother",
            "",
            "'s",
            "O'Brien",
            "Anna's mother",
            "."
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ];
    let person = (name.clone(), prop::collection::vec(name, 0..3), role())
        .prop_map(|(name, aliases, role)| Person { name, aliases, role, ..Person::default() });
    prop::collection::vec(person, 0..70).prop_map(|people| Cast { people })
}

/// What somebody may write into a field of a pack.
fn any_field() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            " ",
            "TEAM101",
            "RSP101",
            "survivor_blame",
            "off",
            "error",
            "loud",
            "weak",
            "event",
            "survivor",
            "S",
            "nobody",
            "Anna failed to protect Tom.",
            "Anna rang twice.",
            "frequent flyer",
            "{survivor} {nobody} [x",
            "..9",
            "( a",
            "@harm",
            "%task",
            "Reducing Parental Conflict",
            "’",
            "é",
            "😀",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,24}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn texts(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), joint in prop::sample::select(vec![" ", "", "  "]), cast in cast()) {
        sound(&words.join(joint), &cast)?;
    }

    #[test]
    fn any_letters(text in "(\\PC|[\n\r\t \u{0}-\u{ff}]){0,200}", cast in cast()) {
        sound(&text, &cast)?;
    }
}

proptest! {
    // each case reads all our own patterns again, so there is one for every twenty of the others
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(20), ..ProptestConfig::default() })]

    #[test]
    fn patterns(parts in prop::collection::vec(prop::sample::select(vec![
        "anna", "$S", "$P's", "$X", "$Z", "(", ")", "|", ")?", "..3", "..", ",,9", "@harm", "@none", "%task", "%none", "=hit", "!", "!x", "#", "#?", "^", "$$", "[", "]", "?", "S?:", "-:", "a|b", "|", ":", ";", "é", "'",
    ]), 0..12), term in "\\PC{0,20}") {
        let rule = PackRule {
            id: "TEAM1".to_owned(), name: "x".to_owned(), family: "minimising".to_owned(), what: "x".to_owned(),
            patterns: vec![parts.join(" ")], unless: vec![parts.concat()],
            bad: vec![String::new(); 4], good: vec![String::new(); 4], ..PackRule::default()
        };
        let term = Term { term: term.clone(), family: "minimising".to_owned(), message: term, ..Term::default() };
        if let Err(faults) = Rules::with_pack(&Pack { rule: vec![rule], term: vec![term], ..Pack::default() }) {
            prop_assert!(faults.iter().all(|f| !f.message.is_empty()));
        }
    }

    /// A whole pack, right or wrong in any of its fields; one that is taken is used on a text.
    #[test]
    fn packs(
        names in prop::collection::vec(any_field(), 6), lists in prop::collection::vec(prop::collection::vec(any_field(), 0..5), 7),
        good_rule in any::<bool>(), words in prop::collection::vec(prop::sample::select(WORDS), 0..40), cast in cast(),
    ) {
        let name = |n: usize| names.get(n).cloned().unwrap_or_default();
        let list = |n: usize| lists.get(n).cloned().unwrap_or_default();
        let sound_rule = PackRule {
            id: "TEAM101".to_owned(), name: "always ringing".to_owned(), family: "survivor_blame".to_owned(), what: "x".to_owned(),
            patterns: vec!["S?: always ..1 ( ringing|calling|phoning ) ..3".to_owned()],
            bad: ["Anna is always ringing us.", "Mum is always calling the duty desk.", "She is always phoning. Anna again.", "Anna: always ringing."].map(str::to_owned).to_vec(),
            good: ["Mark is always ringing Anna.", "Anna rang twice.", "The phone is always ringing.", "We are always calling too late."].map(str::to_owned).to_vec(),
            ..PackRule::default()
        };
        let any_rule = PackRule {
            id: name(0), name: name(1), family: "minimising".to_owned(), level: name(2), what: name(3), who: name(4), rewrite: name(5),
            options: list(0), patterns: list(1), unless: list(2), unless_near: list(3), bad: list(4), good: list(5), ..PackRule::default()
        };
        let pack = Pack {
            allow: list(6),
            levels: if good_rule { [("DIS101".to_owned(), "off".to_owned())].into() } else { [(name(0), name(1))].into() },
            term: if good_rule { Vec::new() } else { vec![Term { term: name(2), family: name(3), message: name(4), suggest: name(5), unless: list(2) }] },
            rule: vec![if good_rule { sound_rule } else { any_rule }],
        };
        match Rules::with_pack(&pack) {
            Err(faults) => prop_assert!(!faults.is_empty() && faults.iter().all(|f| !f.message.is_empty())),
            Ok(rules) => {
                let text = words.join(" ");
                let report = language::analyse_with(&rules, &text, &cast, &Config::default());
                for f in &report.findings {
                    prop_assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
                }
            }
        }
    }
}
