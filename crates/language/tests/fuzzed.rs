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
}
