//! The instruments of the base pack: each can be read, names only codes that there are, asks in plain words that blame nobody,
//! and has a paper on which nothing tells what it is.

use practice::instrument::{ForWhom, Form, Instrument, Texts};
use practice::pack::Pack;
use practice::text::Code;
use words::base_pack;

fn pack() -> Pack {
    base_pack().expect("the base pack can be read")
}

/// Every word of an instrument that somebody reads or hears.
fn said(instrument: &Instrument) -> Vec<&Texts> {
    let mut all = vec![&instrument.title, &instrument.about, &instrument.paper];
    all.extend(&instrument.safety);
    for (section, question) in instrument.questions() {
        all.extend([&section.title, &question.ask].into_iter().chain(&section.lead).chain(&question.cue));
        all.extend(question.prompts.iter().chain(&question.follow_ups));
        all.extend(question.replies.iter().flat_map(|reply| [&reply.hears, &reply.says]));
        all.extend(question.choices.iter().map(|choice| &choice.text));
    }
    all
}

fn has_word(text: &str, word: &str) -> bool {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '’').any(|found| found == word)
}

#[test]
fn there_are_the_instruments_of_the_practice_and_each_fits_together() {
    let pack = pack();
    let codes: Vec<&str> = pack.instruments.all().map(|instrument| instrument.code.as_str()).collect();
    for code in [
        "screening",
        "relationship",
        "pattern",
        "planning_grid",
        "strengths",
        "routine",
        "worker_safety",
        "partnering",
        "intersections",
        "engaging",
        "child",
    ] {
        assert!(codes.contains(&code), "{code} is missing");
    }
    for instrument in pack.instruments.all() {
        assert_eq!(instrument.faults(), [], "{}", instrument.code);
        assert!(!instrument.safety.is_empty(), "{} has no notes on safety", instrument.code);
    }
}

#[test]
fn answers_go_to_codes_that_there_are() {
    let pack = pack();
    let listed = |key: &str, code: &Code| match key {
        "categories" => pack.behaviour(code).is_some() || pack.effort(code).is_some(),
        "area" => pack.care_area.iter().any(|known| known.code == *code),
        "factor" => pack.factor.iter().any(|known| known.code == *code),
        "step" => pack.step.iter().any(|known| known.code == *code),
        "sector" => pack.sector.iter().any(|known| known.code == *code),
        "domains" => pack.impact.iter().any(|known| known.code == *code),
        _ => true,
    };
    for instrument in pack.instruments.all() {
        for (_, question) in instrument.questions() {
            for (key, codes) in question.goes_to.iter().flat_map(|to| &to.set) {
                for code in codes {
                    assert!(listed(key, code), "{}, {}: there is no {key} {code}", instrument.code, question.code);
                }
            }
        }
    }
}

#[test]
fn questions_are_plain_and_blame_nobody() {
    for instrument in pack().instruments.all() {
        for text in said(instrument).iter().filter_map(|texts| texts.0.get("en")) {
            for word in [
                "perpetrator",
                "victim",
                "mother",
                "father",
                "mum",
                "dad",
                "allegedly",
                "dysfunctional",
                "toxic",
                "failed",
                "why didn’t",
                "he",
                "she",
                "him",
                "his",
                "hers",
                "incident",
                "risk",
                "score",
            ] {
                let named = word == "incident" && text.contains("not with the incident");
                // A sentence in quotes that one may hear is somebody else’s.
                assert!(named || !has_word(text, word), "{}: “{text}” says “{word}”", instrument.code);
            }
            assert!(text.chars().count() < 260, "{}: “{text}” is too long to say", instrument.code);
        }
        for (_, question) in instrument.questions().filter(|(_, question)| question.answer != Form::Note) {
            let ask = question.ask.in_words("en");
            assert!(ask.contains('?') || ask.ends_with('.'), "{}: “{ask}”", instrument.code);
        }
    }
}

/// Somebody who finds the paper learns nothing from it. The control: the questions themselves would tell.
#[test]
fn the_paper_to_carry_tells_nothing() {
    let telling = [
        "abuse",
        "violen",
        "control",
        "afraid",
        "fear",
        "frighten",
        "hurt",
        "harm",
        "threat",
        "police",
        "safe",
        "danger",
        "protect",
        "domestic",
        "survivor",
        "blame",
        "confidential",
        "neck",
        "weapon",
    ];
    let tells = |text: &str| telling.iter().any(|word| text.to_lowercase().contains(word));
    let mut told = 0;
    for instrument in pack().instruments.all() {
        assert!(!tells(&instrument.paper.in_words("en")), "{}", instrument.paper.in_words("en"));
        for (_, question) in instrument.questions().filter(|(_, question)| question.answer != Form::Note) {
            let cue = question.cue.as_ref().expect("every question has a cue").in_words("en");
            assert!(!tells(&cue), "{}: “{cue}”", instrument.code);
            told += usize::from(tells(&question.ask.in_words("en")));
        }
    }
    assert!(told > 10, "the questions themselves would tell, or this test finds nothing");
}

/// What the person who causes harm is asked comes from nobody else: it asks about that person, and knows only what is usable.
#[test]
fn nothing_that_only_the_other_parent_could_have_prompted_is_asked() {
    let pack = pack();
    for instrument in pack.instruments.all().filter(|i| i.for_whom == ForWhom::Perpetrator) {
        for (_, question) in instrument.questions() {
            if let Some(from) = &question.known_from {
                let codes: Vec<&str> = from.codes.iter().map(Code::as_str).collect();
                assert_eq!(codes, ["usable"], "{}", question.code);
            }
            for word in ["phone", "passport", "message", "app", "money", "told me", "says that you", "reported"] {
                let ask = question.ask.in_words("en");
                assert!(!ask.to_lowercase().contains(word), "“{ask}”");
            }
        }
    }
}
