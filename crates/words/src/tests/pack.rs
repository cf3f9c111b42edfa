//! The base pack and its words.

use super::words;
use crate::base_pack;
use crate::pack::CareQuestion;

#[test]
fn every_code_of_the_base_pack_has_its_words() {
    let words = words();
    let pack = base_pack().expect("the base pack can be read");
    assert!(!pack.behaviour.is_empty() && !pack.effort.is_empty() && !pack.impact.is_empty());
    for category in &pack.behaviour {
        let key = format!("behaviour-{}", category.code);
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for category in &pack.effort {
        let key = format!("effort-{}", category.code);
        let _ = words.say(&key);
        let _ = words.say(&format!("effort-group-{}", category.group));
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for domain in &pack.impact {
        let key = format!("impact-{}", domain.code);
        let _ = words.say(&key);
        for attribute in ["definition", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
        for age in ["unborn", "infant", "early", "middle", "teen"] {
            let asked = domain.ages.is_empty() || domain.ages.iter().any(|band| band.code() == age);
            assert_eq!(words.has_attribute(&key, age), asked, "{key}.{age}");
        }
    }
    let plain = [
        ("factor", &pack.factor),
        ("visit", &pack.visit),
        ("contact_detail", &pack.contact_detail),
        ("care_area", &pack.care_area),
        ("sector", &pack.sector),
        ("means", &pack.means),
        ("step", &pack.step),
        ("supervision", &pack.supervision),
        ("reflection", &pack.reflection),
    ];
    let codes = plain.iter().flat_map(|(list, codes)| codes.iter().map(move |plain| (*list, &plain.code)));
    for (list, code) in codes.chain(pack.outcome.iter().map(|outcome| ("outcome", &outcome.code))) {
        let key = format!("{list}-{code}");
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    assert!(plain.iter().all(|(_, codes)| codes.len() > 5));
    assert_eq!(words.missing(), Vec::<String>::new());
}

/// The same words about each of two people: only the names differ.
#[test]
fn everybody_is_asked_the_same() {
    let words = words();
    let pack = base_pack().expect("the base pack can be read");
    for question in CareQuestion::ALL {
        let (one, two) = (words.care_question(question, "Craig"), words.care_question(question, "Ewa"));
        assert_eq!(one.replace("Craig", "Ewa"), two);
        for attribute in ["definition", "example", "ask"] {
            assert!(!words.care_question_more(question, attribute, "Ewa").is_empty());
        }
    }
    for question in &pack.force_question {
        assert!(!words.force_question(&question.code).is_empty());
        for attribute in ["definition", "example", "ask"] {
            let one = words.force_question_more(&question.code, attribute, "Craig", "Ewa");
            let two = words.force_question_more(&question.code, attribute, "Ewa", "Craig");
            let swapped = one.replace("Craig", "*").replace("Ewa", "Craig").replace('*', "Ewa");
            assert_eq!(swapped, two);
            // Roles and names, never gender.
            let gendered = |word: &str| ["he", "she", "him", "her", "his", "hers"].contains(&word);
            let of_the_person =
                attribute != "example" && one.to_lowercase().split(|c: char| !c.is_alphabetic()).any(gendered);
            assert!(!of_the_person, "{one}");
        }
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn only_a_conversation_counts_as_reached() {
    let pack = base_pack().expect("the base pack can be read");
    let reached: Vec<&str> = pack.outcome.iter().filter(|o| o.reached).map(|o| o.code.as_str()).collect();
    assert_eq!(reached, ["spoke", "spoke_briefly", "spoke_with_others_there"]);
    let newer = practice::text::Code::parse("of_a_newer_pack").expect("a code");
    assert!(!pack.reached(&newer));
}

#[test]
fn the_yardstick_is_only_leaving_police_and_orders() {
    let pack = base_pack().expect("the base pack can be read");
    let yardstick: Vec<&str> = pack.effort.iter().filter(|e| e.yardstick).map(|e| e.code.as_str()).collect();
    assert_eq!(yardstick, ["left", "called_police", "court_order"]);
    assert!(pack.effort.len() > 10 * yardstick.len());
}

/// Every test opens with the same three, asks more, and reads well with and without names.
#[test]
fn the_tests_of_decisions_can_be_read_and_said() {
    use practice::cast::Cast;
    let words = words();
    let pack = base_pack().expect("the tests can be read");
    let codes: Vec<&str> = pack.tests.iter().map(|test| test.code.as_str()).collect();
    let wanted = [
        "intake_screening",
        "finding",
        "petition",
        "removal",
        "reunification",
        "contact",
        "closure",
        "role_decision",
    ];
    assert_eq!(codes, wanted);
    let nobody = words.names_of(&Cast { people: Vec::new() }, None);
    for test in &pack.tests {
        let opening: Vec<&str> = test.questions.iter().filter(|q| q.opening).map(|q| q.code.as_str()).collect();
        assert_eq!(opening, ["together", "move_him", "separation"], "{}", test.code);
        for question in &test.questions {
            let said = words.spoken(&question.ask, &nobody);
            assert!(!said.contains('{') && said.ends_with('?'), "{}: {said}", test.code);
            assert!(!question.evidence.is_empty(), "{}: {}", test.code, question.code);
        }
        assert_eq!(words.test_title(&test.code), test.title.text("en"));
    }
    let removal = &pack.tests[3];
    assert_eq!(removal.questions.iter().filter(|question| !question.opening).count(), 7);
    assert!(removal.returns.is_some() && pack.tests.iter().filter(|test| test.returns.is_some()).count() == 1);
    let fourth = &removal.questions[6];
    assert_eq!(removal.place(&fourth.code), Some(4));
    let caution = fourth.caution.as_ref().expect("not enough is no ground");
    let back: Vec<Option<usize>> = caution.back_to.iter().map(|code| removal.place(code)).collect();
    assert_eq!(back, [Some(3), Some(5)]);
    assert_eq!(words.missing(), Vec::<String>::new());
}
