//! Marks, spaces, capitals, languages, long and broken text; the same bytes in give the same bytes out.

use crate::{check, families, family};
use language::{Config, analyse};
use proptest::prelude::*;

#[test]
fn quotations_and_indirect_speech_are_not_the_authors() {
    for text in [
        "Mark told me, 'We have a volatile relationship.'",
        "Mark told me, \u{2018}We have a volatile relationship.\u{2019}",
        "Mark said, \"Anna failed to protect Tom.\"",
        "Mark said that Anna failed to protect Tom.",
        "I do not accept that this is a volatile relationship.",
    ] {
        assert_eq!(families(text), Vec::<&str>::new(), "{text}");
    }
    assert_eq!(
        families("PC Smith said that it was a volatile relationship."),
        ["mutualising"],
        "an agency's words passed on"
    );
}

#[test]
fn the_way_of_writing_does_not_matter() {
    let plain = families("It is a volatile relationship. Anna didn't protect Tom.");
    assert_eq!(plain.len(), 2, "{plain:?}");
    for other in [
        "It is a volatile relationship.\r\nAnna didn\u{2019}t protect Tom.",
        "It is a\u{a0}volatile\u{a0}relationship. Anna didnt protect Tom.",
        "IT IS A VOLATILE RELATIONSHIP. ANNA DIDN'T PROTECT TOM.",
        "\u{2022} It is a volatile relationship\n\u{2022} Anna did not protect Tom",
    ] {
        assert_eq!(families(other), plain, "{other}");
    }
}

#[test]
fn places_are_counted_in_bytes_characters_and_utf16() {
    let text = "\u{1F600} Zoë: it is a volatile relationship.";
    let report = check(text);
    let f = report.findings.first().expect("a finding");
    assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
    let chars: String = text.chars().skip(f.span.start).take(f.span.end - f.span.start).collect();
    assert_eq!(chars, f.quote);
    let units: Vec<u16> =
        text.encode_utf16().skip(f.span.utf16_start).take(f.span.utf16_end - f.span.utf16_start).collect();
    assert_eq!(String::from_utf16(&units).ok().as_deref(), Some(f.quote.as_str()));
}

#[test]
fn polish_is_not_read_and_says_so() {
    let report = check(
        "Matka dziecka zgłosiła, że ojciec nie jest w domu i nie wie, czy wróci. Dziecko było w szkole, ale się nie skarżyło.",
    );
    assert!(report.findings.is_empty());
    assert_eq!(report.notes.len(), 1);
    assert!(check("").notes.is_empty());
}

#[test]
fn one_long_line_is_read_to_its_end() {
    let text = "The bus was late. ".repeat(20_000) + "It is a volatile relationship.";
    let report = check(&text);
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings.first().map(|f| f.span.byte_end), Some(text.len() - 1));
}

#[test]
fn comments_in_markdown_keep_a_finding_with_a_reason_and_idle_ones_are_told() {
    let config = Config { markers: true, ..Config::default() };
    let run = |text: &str| analyse(text, &family(), &config);
    let kept = run(
        "# Note\n\n<!-- holdfast: allow MUT101 the court's own words -->\n\nIt is a volatile relationship.\n\nIt is a volatile relationship.",
    );
    assert_eq!(kept.findings.len(), 1, "only in the next paragraph");
    assert!(kept.notes.is_empty());
    let inside = run("It is a volatile relationship. <!-- informed: allow MUT101 quoted -->");
    assert!(inside.findings.is_empty());
    let bare = run("It is a volatile relationship. <!-- holdfast: allow MUT101 -->");
    assert_eq!((bare.findings.len(), bare.notes.len()), (1, 1), "a reason is needed");
    let idle = run("Lily is well. <!-- holdfast: allow MUT101 quoted -->");
    assert_eq!((idle.findings.len(), idle.notes.len()), (0, 1));
    let plain = check("It is a volatile relationship. <!-- holdfast: allow MUT101 quoted -->");
    assert_eq!(plain.findings.len(), 1, "the control: elsewhere a comment is no more than words");
    assert!(run("<!-- <!-- holdfast: allow").notes.is_empty());
}

#[test]
fn a_kept_finding_is_silent_until_its_sentence_changes() {
    let text = "It is a volatile relationship.";
    let found = check(text);
    let f = found.findings.first().expect("a finding");
    let config = Config { kept: vec![(f.rule.clone(), f.sentence.clone())], ..Config::default() };
    assert!(analyse(text, &family(), &config).findings.is_empty());
    assert_eq!(analyse("It was a volatile relationship.", &family(), &config).findings.len(), 1);
}

#[test]
fn the_same_text_gives_the_same_report_on_two_threads() {
    let text =
        "Anna failed to protect Tom. Mark kicked the door. It kicked off again. Anna is hostile. ".repeat(200);
    let first = format!("{:?}", check(&text));
    let second = std::thread::spawn(move || format!("{:?}", check(&text))).join().expect("the thread ends");
    assert_eq!(first, second);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,300}") {
        let report = check(&text);
        for f in &report.findings {
            prop_assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
        }
    }

    #[test]
    fn no_mix_of_our_words_breaks_it(words in proptest::collection::vec(prop::sample::select(vec![
        "Anna", "Mark", "Lily", "'s", "failed", "to", "protect", "was", "hit", "by", "\u{201c}", "\u{201d}", "'", ".", ",", ";", "(", ")", "\n", "not",
        "relationship", "volatile", "her", "he", "and", "said", "that", "if", "x2", "w/", "3am", "the", "\u{a0}", "\r\n", "\u{2022}",
    ]), 0..80)) {
        let text = words.join(" ");
        let report = check(&text);
        for f in &report.findings {
            prop_assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
        }
    }
}

#[test]
fn small_words_shared_with_polish_are_no_sign_of_english() {
    for text in [
        "Matka i dziecko byli w domu do wieczora, a ojciec poszedł do pracy i on to powiedział.",
        "Mama byla z dzieckiem w domu. Ojciec nie pozwala jej wychodzic i zabral jej telefon do pracy.",
    ] {
        assert_eq!(check(text).notes.len(), 1, "{text}");
    }
    for text in [
        "Ms Szczęsny and Mr Wójcik met Zoë at the café in Kraków; the naïve façade fell.",
        "I do not think he is in. Mum was on the sofa by me.",
    ] {
        assert!(check(text).notes.is_empty(), "{text}");
    }
}

#[test]
fn keeping_to_a_written_agreement_is_asked_of_the_wrong_person() {
    assert_eq!(families("Anna failed to stick to the written agreement."), ["survivor_blame"]);
    assert_eq!(families("Mark failed to stick to the written agreement."), Vec::<&str>::new());
}

#[test]
fn a_passive_is_said_again_with_a_blank_for_its_doer() {
    for (text, rewrite) in [
        ("Mum was grabbed by the arm at handover.", "[Mark Hale] grabbed Mum by the arm at handover."),
        ("Tom was thrown against the bunk.", "[Mark Hale] threw Tom against the bunk."),
        ("Her phone got smashed on Sunday. Anna rang.", "[Mark Hale] smashed her phone on Sunday."),
        ("She was beaten with a belt. Anna rang.", "[Mark Hale] beat her with a belt."),
        ("Passport taken.", "[Mark Hale] took passport."),
        (
            "Anna was kicked, punched and spat at.",
            "[Mark Hale] [did this to] [whom]: «Anna was kicked, punched and spat at».",
        ),
    ] {
        let said: Vec<String> = check(text).findings.into_iter().map(|f| f.rewrite).collect();
        assert_eq!(said, [rewrite], "{text}");
    }
    let nobody =
        analyse("Anna was slapped at home after a domestic.", &language::Cast::default(), &Config::default());
    assert!(nobody.findings.iter().all(|f| !f.rewrite.contains("[[")), "{:?}", nobody.findings);
}

#[test]
fn of_two_survivors_the_one_of_the_sentence_is_named() {
    let mut cast = family();
    let second = language::Person {
        id: String::new(),
        name: "Leanne Ward".to_owned(),
        aliases: vec!["Leanne".to_owned()],
        role: language::Role::Survivor,
    };
    cast.people.push(second);
    let report = analyse("Leanne failed to protect Tom.", &cast, &Config::default());
    assert!(report.findings.iter().any(|f| f.rewrite.contains("Leanne Ward")), "{:?}", report.findings);
    let either = analyse("There was a failure to protect Tom.", &cast, &Config::default());
    assert!(either.findings.iter().all(|f| !f.rewrite.contains("Leanne")), "nobody is guessed");
}

#[test]
fn without_people_what_is_clear_is_still_said() {
    let cast = language::Cast::default();
    let found = |text: &str| {
        let report = analyse(text, &cast, &Config::default());
        report.findings.iter().map(|f| f.family).collect::<Vec<_>>()
    };
    assert!(found("Mum failed to protect the children when a domestic occurred.").contains(&"failure_to_protect"));
    assert_eq!(found("Mum flew on a domestic flight."), Vec::<&str>::new());
}

#[test]
fn the_english_paragraphs_of_a_mixed_text_are_read_and_the_others_named() {
    let polish =
        "Matka była w domu z dzieckiem przez cały dzień, ale ojciec nie wrócił na noc i nie było go też rano.";
    let english = "Anna failed to protect the children when Mark came back.";
    let alone = check(polish);
    assert!(
        alone.findings.is_empty() && alone.notes.len() == 1 && alone.notes.iter().all(|n| n.contains("nothing"))
    );
    let text = format!("{polish}\n\n{english}\n\n{polish}");
    let report = check(&text);
    let finding = report.findings.first().expect("the English paragraph is read");
    assert_eq!(
        text.get(finding.span.byte_start..finding.span.byte_end),
        Some(finding.quote.as_str()),
        "in its place"
    );
    let before: String = text.chars().take(finding.span.start).collect();
    assert_eq!(before.len(), finding.span.byte_start, "counted in letters of the whole text");
    assert_eq!(report.notes.len(), 1);
    assert!(report.notes.iter().all(|note| note.contains("Some paragraphs")), "{:?}", report.notes);
}
