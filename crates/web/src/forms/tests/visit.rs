//! A visit without a server: what a line takes over from its sitting, and what it says otherwise.

use super::Bench;
use crate::forms::kind::Kept;
use crate::forms::raw::Raw;
use crate::forms::visit::{Line, next_line};
use practice::ids::{EntryId, OccasionId};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::source::{How, Who};
use practice::when::{ApproxDate, Happened};
use uuid::Uuid;

fn line(bench: &Bench, n: u128, kind: Kind, raw: Raw) -> Line {
    let _ = bench;
    Line { id: EntryId(Uuid::from_u128(n)), kind, raw }
}

#[test]
fn a_line_takes_over_date_source_and_label_unless_it_says_otherwise() {
    let bench = Bench::new();
    let f = &bench.family;
    let told = format!("told:{}", f.sara);
    let sitting =
        Raw::from([("when", "17 November 2026, 10:15"), ("known-0-how", &told), ("label", "third_party")]);
    let kept = Kept { occasion: Some(OccasionId(Uuid::from_u128(9))), ..Kept::default() };
    let [marek, sara] = [f.marek, f.sara].map(|id| id.to_string());
    let raw = Raw::from([("actor", marek.as_str()), ("act", "reads her phone"), ("targets", &sara)]);
    let content = line(&bench, 1, Kind::Behaviour, raw.clone()).content(&sitting, bench.tools(), &kept).unwrap();
    assert_eq!(content.happened, Happened::On("2026-11-17T10:15".parse().unwrap()));
    assert_eq!(content.label, Label::ThirdParty);
    assert_eq!(content.occasion, kept.occasion);
    assert_eq!(content.sources.len(), 1);
    assert_eq!(content.sources[0].how, How::ToldDirectly { by: Who::Person(f.sara) });
    assert_eq!(content.sources[0].on, Some("2026-11-17T10:15".parse::<ApproxDate>().unwrap()));

    let own = super::with(&raw, &[("when", "not known"), ("known-0-how", "seen"), ("label", "professional")]);
    let content = line(&bench, 1, Kind::Behaviour, own).content(&sitting, bench.tools(), &kept).unwrap();
    assert_eq!((content.happened, content.label), (Happened::NotKnown, Label::Professional));
    assert_eq!(content.sources[0].how, How::SeenByRecorder);
}

#[test]
fn her_own_words_in_a_line_keep_the_source_of_the_sitting() {
    let bench = Bench::new();
    let f = &bench.family;
    let told = format!("told:{}", f.sara);
    let sitting = Raw::from([("when", "November 2026"), ("known-0-how", told.as_str())]);
    let on = format!("child:{}", f.lena);
    let raw = Raw::from([("on", on.as_str()), ("what", "does not sleep"), ("known-0-words", "ona nie śpi")]);
    let content = line(&bench, 1, Kind::Impact, raw).content(&sitting, bench.tools(), &Kept::default()).unwrap();
    assert_eq!(content.sources[0].words.as_ref().unwrap().words.as_str(), "ona nie śpi");
    assert_eq!(content.sources[0].how, How::ToldDirectly { by: Who::Person(f.sara) });
}

#[test]
fn the_next_line_begins_with_whom_the_last_was_about_and_links_to_a_behaviour_just_added() {
    let bench = Bench::new();
    let f = &bench.family;
    let first = next_line(Kind::Behaviour, &[], bench.tools());
    assert_eq!(
        (first.one("actor"), first.one("targets")),
        (f.marek.to_string().as_str(), f.sara.to_string().as_str())
    );
    assert_eq!(next_line(Kind::Effort, &[], bench.tools()).one("actor"), f.sara.to_string());

    let said = super::with(
        &Raw::default(),
        &[
            ("actor", &f.marek.to_string()),
            ("act", "reads her phone"),
            ("targets", &f.lena.to_string()),
            ("targets", &f.tomek.to_string()),
            ("when", "2025"),
        ],
    );
    let lines = vec![line(&bench, 1, Kind::Behaviour, said)];
    let next = next_line(Kind::Behaviour, &lines, bench.tools());
    assert_eq!(next.all("targets").count(), 2);
    assert!(!next.has("act") && !next.has("when"), "words and exceptions begin empty");
    assert_eq!(next_line(Kind::Effort, &lines, bench.tools()).one("answers-0-to"), lines[0].id.to_string());
    assert_eq!(next_line(Kind::Impact, &lines, bench.tools()).one("from-0-to"), lines[0].id.to_string());
}

#[test]
fn the_next_line_links_to_the_behaviour_written_since_the_last_of_its_kind() {
    let bench = Bench::new();
    let linked = |n, kind, field: &str, to: u128| {
        line(&bench, n, kind, Raw::from([(field, Uuid::from_u128(to).to_string().as_str())]))
    };
    let lines = vec![
        line(&bench, 1, Kind::Behaviour, Raw::default()),
        linked(2, Kind::Effort, "answers-0-to", 1),
        linked(3, Kind::Impact, "from-0-to", 1),
        line(&bench, 4, Kind::Behaviour, Raw::default()),
        linked(5, Kind::Effort, "answers-0-to", 4),
    ];
    let next = |upto: usize| next_line(Kind::Impact, &lines[..upto], bench.tools()).one("from-0-to").to_owned();
    assert_eq!(next(2), lines[0].id.to_string(), "an effort between them changes nothing");
    assert_eq!(next(5), lines[3].id.to_string(), "not the older behaviour of the last effect");
    let again = next_line(Kind::Effort, &lines, bench.tools());
    assert_eq!(again.one("answers-0-to"), lines[3].id.to_string(), "a second effort answers the same");
}

#[test]
fn a_line_travels_in_the_page_and_comes_back_as_it_was() {
    let bench = Bench::new();
    let raw = Raw::from([("question", "Kto „pilnuje” Mai?"), ("about", "x"), ("about", "y")]);
    let sent = line(&bench, 3, Kind::Unknown, raw);
    let read: Line = serde_json::from_str(&sent.json()).unwrap();
    assert_eq!(read, sent);
    let body = Body::Unknown(practice::kinds::Unknown {
        question: testkit::text("q"),
        could_answer: None,
        safely: None,
        about: vec![bench.family.lena],
        behaviour: None,
        pathway: None,
        answer: None,
        answered_in: Vec::new(),
    });
    assert_eq!(Line::names(&body), [bench.family.lena]);
}
