//! Every key there is has words; dates come out and go in.

use crate::said::All;
use crate::{TypedError, Words, base_pack, unmarked};
use jiff::civil::{Date, date};
use practice::entry::Ground;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::impact::Pathway;
use practice::kinds::pattern::Usable;
use practice::project::SeenChange;
use practice::record::Refusal;
use practice::text::Code;
use practice::views::gaps::{Ask, Component, Gap, Question};
use practice::views::lines::{Disputed, Known, KnownHow, Looked, Named};
use practice::when::{ApproxDate, Happened, Period, Recurrence, Season, Until};

fn words() -> Words {
    Words::new("en").expect("English is there")
}

const TODAY: Date = date(2026, 11, 19);

#[test]
fn the_files_can_be_read_and_no_key_stands_twice() {
    assert_eq!(words().problems(), &[] as &[String]);
}

#[test]
fn every_file_of_words_is_built_in() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found: Vec<String> = ["locales/en", "packs/base/en"]
        .iter()
        .flat_map(|folder| {
            let names = std::fs::read_dir(root.join(folder)).expect("the folder is there");
            names.map(move |name| format!("{folder}/{}", name.expect("a name").file_name().to_string_lossy()))
        })
        .collect();
    found.sort();
    let mut built_in: Vec<String> = crate::catalogue::EN.iter().map(|file| file.name.to_owned()).collect();
    built_in.sort();
    assert_eq!(built_in, found, "list each file once in crates/words/src/catalogue.rs");
}

#[test]
fn a_missing_key_shows_and_is_counted() {
    let words = words();
    assert_eq!(words.say("no-such-key"), "⟪no-such-key⟫");
    assert_eq!(words.missing(), ["no-such-key"]);
    // A sentence with nothing put into it is counted too.
    let _ = words.say("signed-in-as");
    assert_eq!(words.missing().len(), 2);
}

#[test]
fn every_code_of_the_practice_has_words() {
    let words = words();
    macro_rules! all {
        ($($kind:ty),* $(,)?) => { vec![$(<$kind as All>::keys()),*].concat() };
    }
    let keys: Vec<&str> = all![
        practice::kinds::people::Role,
        practice::kinds::people::RelationshipKind,
        practice::label::Label,
        practice::kinds::Kind,
        practice::when::Recurrence,
        practice::kinds::impact::Pathway,
        practice::views::lines::OnWhat,
        practice::kinds::intersections::Mechanism,
        practice::kinds::pattern::Form,
        practice::kinds::pattern::Force,
        practice::entry::Ground,
        practice::pack::Side,
        practice::pack::AgeBand,
        practice::views::gaps::Component,
        practice::permission::AccountRole,
        practice::permission::Relation,
    ];
    for key in &keys {
        let _ = words.say(key);
    }
    for kind in practice::kinds::people::RelationshipKind::ALL {
        let _ = words.related(kind, "Ewa", "Ola");
    }
    for role in practice::kinds::people::Role::ALL {
        let _ = words.explain(role);
    }
    for label in practice::label::Label::ALL {
        let _ = words.explain(label);
    }
    for kind in practice::kinds::Kind::ALL {
        let _ = words.a_kind(kind);
    }
    for mechanism in practice::kinds::intersections::Mechanism::ALL {
        let _ = words.explain(mechanism);
    }
    for pathway in practice::kinds::impact::Pathway::ALL {
        let _ = words.explain(pathway);
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

fn typed(text: &str) -> Result<Happened, TypedError> {
    words().typed_when(text, TODAY)
}

fn on(date: ApproxDate) -> Result<Happened, TypedError> {
    Ok(Happened::On(date))
}

fn over(from: Option<ApproxDate>, until: Until, recurrence: Recurrence) -> Result<Happened, TypedError> {
    Ok(Happened::Over { from, until, recurrence })
}

#[test]
fn dates_are_typed_as_people_write_them() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    use Recurrence::{MostWeeks, NotKnown};
    let cases = [
        ("", Ok(Happened::NotKnown)),
        ("not known", Ok(Happened::NotKnown)),
        ("17 November 2026, 10:15", on(Minute(date(2026, 11, 17).at(10, 15, 0, 0)))),
        ("17 Nov 2026 at 3.30 pm", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("When she was 5", Err(TypedError::NotUnderstood("When she was 5".into()))),
        ("17 Nov 2026 at 3:30 pm", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("Tuesday 17th of November 2026", on(Day(date(2026, 11, 17)))),
        ("November 17, 2026", on(Day(date(2026, 11, 17)))),
        ("17/11/2026", on(Day(date(2026, 11, 17)))),
        ("17.11.26", on(Day(date(2026, 11, 17)))),
        ("2026-11-17", on(Day(date(2026, 11, 17)))),
        ("2 March", on(Day(date(2026, 3, 2)))),
        ("24 December", on(Day(date(2025, 12, 24)))),
        ("saturday", on(Day(date(2026, 11, 14)))),
        ("yesterday", on(Day(date(2026, 11, 18)))),
        ("spring 2026", on(In(2026, Season::Spring))),
        ("Winter 2025/26", on(In(2025, Season::Winter))),
        ("about March 2026", on(Month(2026, 3))),
        ("March 2026", on(Month(2026, 3))),
        ("3/2026", on(Month(2026, 3))),
        ("2014", on(Year(2014))),
        ("since autumn 2025", over(Some(In(2025, Season::Autumn)), Until::Ongoing, NotKnown)),
        ("2014 to now", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("2014-now", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("2010–13", over(Some(Year(2010)), Until::Date(Year(2013)), NotKnown)),
        ("2010-2013", over(Some(Year(2010)), Until::Date(Year(2013)), NotKnown)),
        ("March to June 2026", over(Some(Month(2026, 3)), Until::Date(Month(2026, 6)), NotKnown)),
        ("from October to March 2026", over(Some(Month(2025, 10)), Until::Date(Month(2026, 3)), NotKnown)),
        (
            "between 2 and 9 March 2026",
            over(Some(Day(date(2026, 3, 2))), Until::Date(Day(date(2026, 3, 9))), NotKnown),
        ),
        ("until June 2026", over(None, Until::Date(Month(2026, 6)), NotKnown)),
        ("Most weeks, 2014 to now", over(Some(Year(2014)), Until::Ongoing, MostWeeks)),
        ("most weeks", over(None, Until::NotKnown, MostWeeks)),
        ("from 2014", over(Some(Year(2014)), Until::NotKnown, NotKnown)),
        ("\u{2068}March 2026\u{2069}", on(Month(2026, 3))),
    ];
    for (text, expected) in cases {
        assert_eq!(typed(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_is_said_with_how_to_mend_it() {
    let words = words();
    let said = |text: &str| words.typed_error(&words.typed_when(text, TODAY).expect_err(text));
    assert_eq!(said("31 February 2026"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("31/02/2026"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("2026-02-31"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("31 February"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("29 February 2025"), "There was no 29 February in 2025. Check the day and the year.");
    assert_eq!(said("11/17/2026"), "There is no month 17. Write the day first, then the month: 17/11/2026.");
    assert_eq!(said("17 November 2026, 25:10"), "There is no time 25:10. Write it like 10:15 or 3:30 pm.");
    assert_eq!(
        said("Tuesday 2 March 2026"),
        "That day was Monday 2 March 2026. Check the day of the week, or leave it out."
    );
    assert_eq!(said("1026"), "The year 1026 is too far away. Check the year.");
    assert_eq!(said("2016 to 2014"), "It ends before it begins. Check the two dates.");
    assert_eq!(said("2 December 2026"), "2 December 2026 has not come yet. Check the date.");
    assert_eq!(said("about 2 March 2026"), "Where the day is not certain, write the month: “March 2026”.");
    assert!(said("The day After").starts_with("“The day After” is not a date"));
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn a_child_may_be_expected() {
    assert_eq!(words().typed_date("March 2027", TODAY), Ok(Some(ApproxDate::Month(2027, 3))));
}

#[test]
fn times_read_as_people_say_them() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    let words = words();
    let cases = [
        (Happened::NotKnown, "Date not known"),
        (Happened::On(Year(2014)), "2014"),
        (Happened::On(In(2026, Season::Spring)), "Spring 2026"),
        (Happened::On(In(2026, Season::Winter)), "Winter 2026/27"),
        (Happened::On(Month(2026, 3)), "March 2026"),
        (Happened::On(Day(date(2026, 3, 2))), "Monday 2 March 2026"),
        (Happened::On(Minute(date(2026, 3, 2).at(22, 40, 0, 0))), "Monday 2 March 2026, 22:40"),
        (
            Happened::Over { from: Some(Year(2014)), until: Until::Ongoing, recurrence: Recurrence::MostWeeks },
            "Most weeks, 2014 to now",
        ),
        (
            Happened::Over {
                from: Some(Month(2026, 3)),
                until: Until::Date(Month(2026, 6)),
                recurrence: Recurrence::NotKnown,
            },
            "March to June 2026",
        ),
        (
            Happened::Over {
                from: Some(In(2025, Season::Autumn)),
                until: Until::NotKnown,
                recurrence: Recurrence::NotKnown,
            },
            "From autumn 2025, end not known",
        ),
    ];
    for (happened, expected) in cases {
        assert_eq!(words.when(&happened), expected);
    }
}

#[test]
fn what_is_printed_can_be_typed_back() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    let words = words();
    let dates = [
        Year(2014),
        In(2025, Season::Winter),
        In(2026, Season::Autumn),
        Month(2026, 3),
        Month(2026, 5),
        Day(date(2026, 3, 2)),
        Minute(date(2026, 3, 2).at(0, 5, 0, 0)),
    ];
    let mut all = vec![Happened::NotKnown];
    all.extend(dates.map(Happened::On));
    for recurrence in crate::said::RECURRENCES {
        for from in dates.map(Some).into_iter().chain([None]) {
            for until in dates.map(Until::Date).into_iter().chain([Until::Ongoing, Until::NotKnown]) {
                all.push(Happened::Over { from, until, recurrence });
            }
        }
    }
    let mut tried = 0;
    for happened in all {
        if let Happened::Over { from, until, recurrence } = happened {
            // What says nothing, or the same date twice, prints as less than it is.
            let nothing = from.is_none() && until == Until::NotKnown;
            let same = from.is_some_and(|from| until == Until::Date(from)) && recurrence == Recurrence::NotKnown;
            let backwards =
                matches!((from, until), (Some(from), Until::Date(until)) if until.last_day() < from.start().date());
            if nothing && recurrence == Recurrence::NotKnown || same || backwards {
                continue;
            }
        }
        let printed = words.when(&happened);
        assert_eq!(words.typed_when(&printed, TODAY), Ok(happened), "{printed}");
        tried += 1;
    }
    assert!(tried > 300);
}

#[test]
fn ages_and_expected_births() {
    let words = words();
    let age = |born, unborn| words.age(born, unborn, TODAY);
    assert_eq!(age(Some(ApproxDate::Day(date(2015, 2, 3))), false).as_deref(), Some("11"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 1, 10))), false).as_deref(), Some("10 months"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 10, 25))), false).as_deref(), Some("3 weeks"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 11, 17))), false).as_deref(), Some("newborn"));
    assert_eq!(age(Some(ApproxDate::Year(2015)), false).as_deref(), Some("about 11"));
    assert_eq!(age(Some(ApproxDate::Month(2027, 3)), true).as_deref(), Some("expected in March 2027"));
    assert_eq!(age(None, false), None);
}

#[test]
fn names_are_listed_and_sorted_as_readers_expect() {
    let words = words();
    assert_eq!(words.list(&["Ola", "Kuba", "Maja"]), "Ola, Kuba and Maja");
    assert_eq!(words.list_or(&["Ola", "Kuba"]), "Ola or Kuba");
    let mut names = ["Zofia", "Łucja", "Ewa", "Marek", "éva"];
    words.sort_by_name(&mut names, |name| name);
    assert_eq!(names, ["éva", "Ewa", "Łucja", "Marek", "Zofia"]);
}

#[test]
fn a_name_written_from_right_to_left_is_isolated_and_others_are_left_alone() {
    let words = words();
    assert_eq!(words.say_with("signed-in-as", &[("name", "Ewa".into())]), "Signed in as Ewa.");
    let arabic = words.say_with("signed-in-as", &[("name", "ليلى".into())]);
    assert_eq!(arabic, "Signed in as \u{2068}ليلى\u{2069}.");
    assert_eq!(unmarked(&arabic), "Signed in as ليلى.");
}

#[test]
fn the_pseudo_locale_brackets_every_word() {
    let words = Words::pseudo().expect("the pseudo-locale is there");
    assert_eq!(words.say("save"), "⟦Šávé⟧");
    assert_eq!(words.say_with("signed-in-as", &[("name", "Ewa".into())]), "⟦Šíğñéd íñ áš Ewa.⟧");
    assert!(words.when(&Happened::On(ApproxDate::Year(2014))).starts_with('⟦'));
    // Dates are typed in it as in the language it was made from.
    assert_eq!(words.typed_when("spring 2026", TODAY), on(ApproxDate::Season(2026, Season::Spring)));
}

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
    for factor in &pack.factor {
        let key = format!("factor-{}", factor.code);
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for visit in &pack.visit {
        assert!(words.has(&format!("visit-{}", visit.code)));
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn the_yardstick_is_only_leaving_police_and_orders() {
    let pack = base_pack().expect("the base pack can be read");
    let yardstick: Vec<&str> = pack.effort.iter().filter(|e| e.yardstick).map(|e| e.code.as_str()).collect();
    assert_eq!(yardstick, ["left", "called_police", "court_order"]);
    assert!(pack.effort.len() > 10 * yardstick.len());
}

#[test]
fn a_period_reads_both_ways() {
    let words = words();
    let period = Period { from: Some(ApproxDate::Year(2010)), until: Until::Date(ApproxDate::Year(2013)) };
    assert_eq!(words.period(&period), "2010 to 2013");
    assert_eq!(words.typed_period("2010 to 2013", TODAY), Ok(Some(period)));
}

fn named(name: &str) -> Named {
    Named { id: None, name: name.to_owned() }
}

/// One of each question. A new one does not compile here until it is asked for below.
fn every_question() -> Vec<Question> {
    let entry = EntryId(uuid::Uuid::nil());
    let (person, child, survivor) = (named("Craig"), named("Ola"), named("Ewa"));
    let title = "Money".to_owned();
    let mut all = vec![
        Question::NoChildren,
        Question::NobodyCausesHarm,
        Question::NobodyProtects,
        Question::ReviewPast {
            person: person.clone(),
            review: TODAY,
            open: vec!["Who is afraid of whom?".into(), "Who decides?".into()],
        },
        Question::NoBehaviour { person: person.clone() },
        Question::OtherFamily { person: person.clone(), partner: named("Leanne") },
        Question::EarlierRelationships { person: person.clone() },
        Question::NothingTowardsChildren { person: person.clone() },
        Question::HowOften { behaviour: entry, title: title.clone() },
        Question::ForceUndetermined { person, behaviour: entry, title: title.clone() },
        Question::NothingOnChild { child: child.clone() },
        Question::AnswerTo { survivor: survivor.clone(), behaviour: entry, title: title.clone() },
        Question::NoEfforts { survivor: survivor.clone() },
        Question::OnlyYardstick { survivor: survivor.clone() },
        Question::WantsHeardBy { survivor: survivor.clone() },
        Question::WhatItMadePossible { effort: entry, act: "Sings at bedtime.".into(), survivor: survivor.clone() },
        Question::NoIntersections,
        Question::NothingProtects { survivor: survivor.clone() },
        Question::HowKnown { entry, says: title.clone() },
        Question::LinkWithdrawn { entry, says: title.clone() },
        Question::Recorded { entry, question: "Who fetches Kuba?".into(), safely: None },
    ];
    for pathway in Pathway::ALL {
        for survivor in [None, Some(survivor.clone())] {
            all.push(Question::ByThisWay { behaviour: entry, title: title.clone(), pathway, survivor });
        }
    }
    for category in [None, Code::parse("strangulation").ok(), Code::parse("of_another_pack").ok()] {
        all.push(Question::EffectOnChild {
            child: child.clone(),
            behaviour: entry,
            title: title.clone(),
            category,
        });
    }
    for question in &all {
        match question {
            Question::NoChildren
            | Question::NobodyCausesHarm
            | Question::NobodyProtects
            | Question::ReviewPast { .. }
            | Question::NoBehaviour { .. }
            | Question::OtherFamily { .. }
            | Question::EarlierRelationships { .. }
            | Question::NothingTowardsChildren { .. }
            | Question::HowOften { .. }
            | Question::ForceUndetermined { .. }
            | Question::EffectOnChild { .. }
            | Question::ByThisWay { .. }
            | Question::NothingOnChild { .. }
            | Question::AnswerTo { .. }
            | Question::NoEfforts { .. }
            | Question::OnlyYardstick { .. }
            | Question::WantsHeardBy { .. }
            | Question::WhatItMadePossible { .. }
            | Question::NoIntersections
            | Question::NothingProtects { .. }
            | Question::HowKnown { .. }
            | Question::LinkWithdrawn { .. }
            | Question::Recorded { .. } => {}
        }
    }
    all
}

#[test]
fn every_question_is_a_sentence_with_nothing_left_out() {
    let words = words();
    for question in every_question() {
        let gap = Gap { component: Component::Pattern, question, ask: Vec::new() };
        let said = words.question(&gap);
        assert!(said.contains('?'), "{said}");
        assert!(!said.contains('{') && !said.contains('$'), "{said}");
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn a_category_asks_its_own_question_about_a_child() {
    let question = every_question().pop().expect("the last one is of another pack");
    let general = Gap { component: Component::Impact, question, ask: Vec::new() };
    assert_eq!(words().question(&general), "“Money”: how is Ola since, and what has anyone seen or heard?");
    let own = every_question().into_iter().rev().nth(1).expect("the one before has a category");
    let own = Gap { component: Component::Impact, question: own, ask: Vec::new() };
    assert!(words().question(&own).contains("Did Ola see or hear it"), "{}", words().question(&own));
}

#[test]
fn who_could_be_asked_is_said() {
    let words = words();
    let said =
        words.safe_to_ask(&[Ask::Alone(named("Ola")), Ask::Person(named("Ms Doyle")), Ask::School, Ask::Health]);
    assert_eq!(
        said.as_deref(),
        Some("Safe to ask: Ola, alone; Ms Doyle; nursery or school; health visitor, midwife or GP")
    );
    assert_eq!(words.safe_to_ask(&[Ask::Team]).as_deref(), Some("For the team, in supervision"));
    let _ = words.asked(&Ask::Advocate);
    assert_eq!(words.safe_to_ask(&[]), None);
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn every_way_of_knowing_is_said() {
    let words = words();
    let known = |how, on| words.known(&Known { how, on, words: None });
    let day = Some(ApproxDate::Day(date(2026, 11, 11)));
    assert_eq!(known(KnownHow::SeenByRecorder { recorder: "Amira Nasser".into() }, None), "Seen by Amira Nasser");
    assert_eq!(known(KnownHow::ToldDirectly { by: named("Ola") }, day), "Told directly by Ola, 11 November 2026");
    assert_eq!(known(KnownHow::ToldByAnother { by: named("Kasia"), whose: None }, None), "Told by Kasia");
    assert_eq!(
        known(KnownHow::ToldByAnother { by: named("Ms Doyle"), whose: Some(named("Ola")) }, None),
        "Told by Ms Doyle, who had it from Ola"
    );
    assert_eq!(
        known(KnownHow::InRecord { record: "Police log 4471".into(), whose: None }, None),
        "Police log 4471"
    );
    assert_eq!(
        known(KnownHow::InRecord { record: "GP record".into(), whose: Some(named("Ewa")) }, None),
        "GP record, with Ewa’s account"
    );
    let note = EntryId(uuid::Uuid::nil());
    assert_eq!(known(KnownHow::FromNote { note, title: "Visit".into() }, None), "From the note “Visit”");
    assert_eq!(known(KnownHow::FromNote { note, title: String::new() }, None), "From a note");
    assert_eq!(words.known_all(&[]), "Not yet asked how this is known");
    for on in [None, day] {
        for place in [None, Some("nursery".to_owned())] {
            let _ = words.none_seen(&Looked { by: named("Amira"), on, place, coping: None });
        }
        let _ = words.disputed(&Disputed { by: named("Craig"), words: "No.".into(), on });
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn every_refusal_says_how_to_mend_it() {
    let words = words();
    let id = EntryId(uuid::Uuid::nil());
    let all = [
        Refusal::NoSuchEntry { path: "behaviour.actor".into(), id },
        Refusal::WrongKind { path: "effort.answers.0.to".into(), found: Kind::Note, wanted: &[Kind::Behaviour] },
        Refusal::Missing { path: "behaviour.targets" },
        Refusal::Missing { path: "household.members" },
        Refusal::Missing { path: "intersection.whose" },
        Refusal::Missing { path: "of.another.kind" },
        Refusal::UndeterminedNeedsReview,
        Refusal::SamePerson,
        Refusal::EndsBeforeItBegins { path: "happened" },
        Refusal::KindChanged { was: Kind::Behaviour, is: Kind::Effort },
        Refusal::IdTaken,
        Refusal::Unknown { id },
        Refusal::Conflict {
            author: practice::text::Text::parse("Tom Adeyemi").expect("a name"),
            at: "2026-11-17T14:02:00Z".parse().expect("a time"),
            current: 2,
        },
        Refusal::Withdrawn,
        Refusal::NotWithdrawn,
        Refusal::ReasonMissing,
        Refusal::NoteIsFinal,
    ];
    for refusal in &all {
        let said = words.refusal(refusal, &jiff::tz::TimeZone::UTC);
        assert!(said.sentence.ends_with('.'), "{said:?}");
        assert!(!said.sentence.contains("0000"), "no ids for people: {said:?}");
    }
    let conflict = words.refusal(&all[12], &jiff::tz::TimeZone::UTC).sentence;
    assert!(conflict.starts_with("Tom Adeyemi changed this entry after you opened it (17 November 2026, 14:02)."));
    let wrong = words.refusal(&all[1], &jiff::tz::TimeZone::UTC).sentence;
    assert_eq!(wrong, "This names a note, but a behaviour belongs here. Choose another.");
    for error in [
        practice::text::TextError::Blank,
        practice::text::TextError::TooLong(300_000),
        practice::text::TextError::Control(3),
        practice::text::TextError::NotACode("Money!".into()),
    ] {
        let _ = words.text_error(&error);
    }
    let _ = words.date_error(&"2026-02-31".parse::<ApproxDate>().expect_err("no such day"));
    let _ = words.date_error(&"soon".parse::<ApproxDate>().expect_err("no date"));
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn whether_it_may_be_used_and_what_was_done_are_said() {
    let words = words();
    let text = |words: &str| practice::text::Text::parse(words).expect("words");
    let on = ApproxDate::Day(date(2026, 11, 3));
    assert_eq!(words.usable(&Usable::No, "Craig"), "Not for use with Craig");
    for usable in [Usable::Known { from: text("a charge") }, Usable::Agreed { wording: text("Polish at home"), on }]
    {
        assert!(words.usable(&usable, "Craig").contains("Craig"));
        let _ = words.name(usable);
    }
    for ground in [Ground::RecordedInError, Ground::WrongPerson, Ground::Duplicate] {
        let _ = words.changed(SeenChange::Withdrawn(ground));
    }
    for what in [SeenChange::Recorded, SeenChange::Revised, SeenChange::Relabelled, SeenChange::Reinstated] {
        let _ = words.changed(what);
    }
    assert_eq!(words.changed(SeenChange::Withdrawn(Ground::WrongPerson)), "Withdrawn: about somebody else");
    assert_eq!(words.missing(), Vec::<String>::new());
}
