//! What is typed comes back as it was typed: fields to content to fields, for every kind.

use super::{Bench, with};
use crate::forms::kind;
use crate::forms::raw::Raw;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::source::{How, Who};
use practice::when::Happened;

/// A form of every kind with every field filled in.
fn full(bench: &Bench, kind: Kind) -> Raw {
    let f = &bench.family;
    let [marek, sara, lena, tomek, ines] = [f.marek, f.sara, f.lena, f.tomek, f.ines].map(|id| id.to_string());
    let [monitoring, earlier, calming, sleep] =
        [f.monitoring, f.earlier, f.calming, f.sleep].map(|id| id.to_string());
    let [note, relation] = [f.note, f.id(34)].map(|id| id.to_string());
    let (told, passed) = (format!("told:{sara}"), format!("passed:{ines}"));
    let on = format!("child:{lena}");
    let pairs: Vec<(&str, &str)> = match kind {
        Kind::Behaviour => vec![
            ("actor", &marek),
            ("act", "czyta jej telefon co noc, „bo tak”"),
            ("targets", &sara),
            ("targets", &lena),
            ("title", "Phone"),
            ("categories", "monitoring_technology"),
            ("setting", "at home"),
            ("through", &lena),
            ("through-other", "the police\na court"),
            ("relationship", &relation),
            ("form", "standing_rule"),
            ("force", "undetermined"),
            ("usable", "agreed"),
            ("usable-wording", "He reads messages"),
            ("usable-on", "17 November 2026"),
            ("answers_effort-0-to", &calming),
            ("answers_effort-0-by", &sara),
            ("answers_effort-0-words", "It began that night"),
        ],
        Kind::Effort => vec![
            ("actor", &sara),
            ("act", "takes the children to the neighbour"),
            ("for_whom", &lena),
            ("for_whom", &tomek),
            ("answers-0-to", &monitoring),
            ("answers-0-by", "other"),
            ("answers-0-by-other", "class teacher"),
            ("answers-1-to", &earlier),
            ("categories", "hidden_money"),
            ("made_possible-0-person", &tomek),
            ("made_possible-0-what", "asleep by nine"),
            ("made_possible-1-what", "a quiet evening"),
            ("cost", "the neighbour talks"),
            ("obstacle", "he keeps the keys"),
            ("obstacle-behaviour", &monitoring),
            ("followed", "shouting"),
            ("safe_wording", "She plans the evenings"),
            ("wants_heard_by", "the school"),
        ],
        Kind::Impact => vec![
            ("on", &on),
            ("what", "لا تنام"),
            ("domains", "sleep_body"),
            ("from-0-to", &monitoring),
            ("from-0-pathway", "through_care"),
            ("from-0-by", &lena),
            ("from-1-to", &monitoring),
            ("from-1-pathway", "direct"),
            ("none_seen", "yes"),
            ("none_seen-by", "other"),
            ("none_seen-by-other", "health visitor"),
            ("none_seen-on", "8 September 2026"),
            ("none_seen-place", "clinic"),
            ("none_seen-coping", "draws"),
        ],
        Kind::Intersection => vec![
            ("factor", "migration"),
            ("whose", &sara),
            ("mechanism", "used_against"),
            ("what", "threatens with her papers"),
            ("behaviours-0-to", &monitoring),
        ],
        Kind::Unknown => vec![
            ("question", "Who watches Tomek on Saturdays?"),
            ("could_answer", &lena),
            ("safely", "alone, at school"),
            ("about", &tomek),
            ("behaviour", &monitoring),
            ("pathway", "through_daily_life"),
            ("answer", "Sara’s sister"),
            ("answered_in", &sleep),
        ],
        Kind::Person => vec![
            ("name", "Łucja Żółć-Wiśniewska"),
            ("known_as", "Łucja"),
            ("aliases", "Lucy\nLucja W."),
            ("born", "March 2027"),
            ("unborn", "yes"),
            ("gender", "girl"),
            ("pronouns", "she"),
            ("languages", "Polish\nEnglish"),
            ("capacity", "none yet"),
        ],
        Kind::Relationship => vec![
            ("from", &marek),
            ("kind", "former_partner"),
            ("to", &ines),
            ("period", "2009 to 2013"),
            ("remark", "They lived apart from 2012"),
        ],
        Kind::Household => vec![
            ("name", "Sara and the children"),
            ("people", &sara),
            ("people", &lena),
            ("members-0-person", &marek),
            ("members-0-period", "2014 to spring 2026"),
        ],
        Kind::RoleDecision => vec![
            ("person", &ines),
            ("role", "undetermined"),
            ("relationship", &relation),
            ("period", "2009 to 2013"),
            ("reason_why", "Nobody has asked her"),
            ("review", "15 January 2027"),
            ("open_questions", "Was she afraid of him?\nWho set the rules?"),
        ],
        _ => vec![("title", "Call"), ("text", "First line\nsecond line"), ("about", &lena), ("addendum_to", &note)],
    };
    let raw = Raw::from_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    let shared = [
        ("when", "Most weeks, 2024 to now"),
        ("label", "third_party"),
        ("known-0-how", told.as_str()),
        ("known-0-on", "17 November 2026"),
        ("known-0-words", "„On wszystko czyta”"),
        ("known-0-language", "pl"),
        ("known-0-label", "survivor_confidential"),
        ("known-1-how", &passed),
        ("known-1-whose", &lena),
        ("known-2-how", "record"),
        ("known-2-record", "Police log 4471"),
        ("known-2-whose", "other"),
        ("known-2-whose-other", "a neighbour"),
        ("known-3-how", "seen"),
        ("known-4-how", "told"),
        ("known-4-by", "class teacher"),
        ("disputed-0-by", &marek),
        ("disputed-0-words", "I never did"),
        ("disputed-0-on", "2026"),
    ];
    with(&raw, &shared)
}

#[test]
fn every_kind_reads_back_as_the_same_entry() {
    let bench = Bench::new();
    for kind in kind::WITH_FORM {
        let typed = full(&bench, kind);
        let content = bench.read(kind, &typed).unwrap_or_else(|faults| panic!("{kind:?}: {faults:?}"));
        assert_eq!(content.body.kind(), kind);
        let again = kind::write(&content, &bench.words);
        assert_eq!(bench.read(kind, &again).unwrap(), content, "{kind:?}");
        let left: Vec<_> =
            typed.iter().filter(|(name, values)| again.unit(name).is_empty() && !values.is_empty()).collect();
        let units: Vec<_> =
            left.into_iter().filter(|(name, _)| !again.iter().any(|(known, _)| known == *name)).collect();
        assert!(units.is_empty(), "{kind:?} lost {units:?}");
    }
}

#[test]
fn every_entry_of_the_family_can_be_opened_and_sent_back_unchanged() {
    let bench = Bench::new();
    for seen in bench.projection.all() {
        let kind = seen.content.body.kind();
        let raw = kind::write(&seen.content, &bench.words);
        let again = bench.read(kind, &raw).unwrap_or_else(|faults| panic!("{kind:?}: {faults:?}"));
        let content = practice::entry::Content { pack: seen.content.pack.clone(), ..again };
        assert_eq!(content, seen.content);
    }
}

#[test]
fn three_questions_are_enough() {
    let bench = Bench::new();
    let f = &bench.family;
    let (marek, sara) = (f.marek.to_string(), f.sara.to_string());
    let raw = Raw::from([("actor", marek.as_str()), ("act", "reads her phone"), ("targets", &sara)]);
    let content = bench.read(Kind::Behaviour, &raw).unwrap();
    assert_eq!(
        (content.happened, content.label, content.sources.len()),
        (Happened::NotKnown, Label::Professional, 0)
    );
    let raw = Raw::from([("actor", sara.as_str()), ("act", "sings to them")]);
    assert!(bench.read(Kind::Effort, &raw).is_ok());
    let on = format!("child:{}", f.lena);
    assert!(bench.read(Kind::Impact, &Raw::from([("on", on.as_str()), ("what", "does not sleep")])).is_ok());
    assert!(bench.read(Kind::Unknown, &Raw::from([("question", "Who knows?")])).is_ok());
}

#[test]
fn what_could_endanger_her_is_kept_close_unless_somebody_decides() {
    let bench = Bench::new();
    let sara = bench.family.sara.to_string();
    let covert = bench
        .pack
        .effort
        .iter()
        .find(|category| category.label == Label::SurvivorConfidential)
        .expect("the pack knows covert efforts");
    let raw = Raw::from([("actor", sara.as_str()), ("act", "hides money"), ("categories", covert.code.as_str())]);
    assert_eq!(bench.read(Kind::Effort, &raw).unwrap().label, Label::SurvivorConfidential);
    let decided = with(&raw, &[("label", "professional")]);
    assert_eq!(bench.read(Kind::Effort, &decided).unwrap().label, Label::Professional);
}

#[test]
fn a_childs_own_words_are_the_childs_voice() {
    let bench = Bench::new();
    let f = &bench.family;
    let (on, told) = (format!("child:{}", f.lena), format!("told:{}", f.lena));
    let raw = Raw::from([("on", on.as_str()), ("what", "afraid"), ("known-0-how", &told)]);
    let source = |raw: &Raw| bench.read(Kind::Impact, raw).unwrap().sources.remove(0);
    assert_eq!(source(&raw).label, None);
    let words = with(&raw, &[("known-0-words", "He counts my messages")]);
    assert_eq!(source(&words).label, Some(Label::ChildVoice));
    assert_eq!(source(&with(&words, &[("known-0-label", "professional")])).label, Some(Label::Professional));
    assert_eq!(source(&words).how, How::ToldDirectly { by: Who::Person(f.lena) });
}

#[test]
fn names_of_every_script_and_length_come_through() {
    let bench = Bench::new();
    let long = "Wojciechowska-Przybyszewska ".repeat(11);
    for name in ["Łucja Żółć-Wiśniewska", "مريم بنت عبد الله", long.trim(), "Ọlá 李 “O’Neil”"]
    {
        let content = bench.read(Kind::Person, &Raw::from([("name", name)])).unwrap();
        let Body::Person(person) = &content.body else { panic!() };
        assert_eq!(person.name.as_str(), name);
        assert_eq!(kind::write(&content, &bench.words).one("name"), name);
    }
    assert!(long.trim().chars().count() > 300);
}
