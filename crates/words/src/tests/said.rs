//! Every code, question, source and refusal has its sentence.

use super::{TODAY, words};
use crate::said::All;
use jiff::civil::date;
use practice::entry::Ground;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::impact::Pathway;
use practice::kinds::pattern::Usable;
use practice::pack::AgeBand;
use practice::project::SeenChange;
use practice::record::Refusal;
use practice::text::Code;
use practice::views::gaps::{Ask, Component, Gap, Question};
use practice::views::lines::{Disputed, Known, KnownHow, Looked, Named};
use practice::when::ApproxDate;

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
        practice::kinds::places::Sure,
        practice::kinds::places::KnownToHarm,
        practice::kinds::systems::Effect,
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
        Question::NobodySpokeWith { person: named("Craig"), agencies: Vec::new(), own: false, only: Vec::new() },
        Question::NobodySpokeWith {
            person: named("Craig"),
            agencies: vec!["Police".into()],
            own: true,
            only: Vec::new(),
        },
        Question::NobodySpokeWith {
            person: named("Craig"),
            agencies: vec!["Police".into()],
            own: false,
            only: vec![named("The programme")],
        },
        Question::NoDailyCare { carer: named("Craig") },
        Question::CareAskedOfOne {
            carer: named("Craig"),
            areas: Code::parse("night").into_iter().chain(Code::parse("of_another_pack")).collect(),
        },
        Question::ConcernAlone { concern: entry, carer: survivor.clone(), seen: "No breakfast.".into() },
        Question::NoWordsOf { child: child.clone() },
        Question::NotSeenAlone { child: child.clone() },
        Question::WhereChildLives { child: child.clone() },
        Question::NobodySureWhere { arrangement: entry, people: vec!["Craig".into()] },
        Question::WhatAgenciesDid { behaviour: entry, title: title.clone(), record: "Police log".into() },
        Question::DidItHelp { response: entry, says: "Police: came.".into() },
        Question::ForceOneSided {
            person: named("Craig"),
            other: survivor.clone(),
            questions: Code::parse("fear").into_iter().collect(),
        },
        Question::NoPartnering { survivor: survivor.clone() },
        Question::HowKnown { entry, says: title.clone() },
        Question::LinkWithdrawn { entry, says: title.clone() },
        Question::Recorded { entry, question: "Who fetches Kuba?".into(), safely: None },
    ];
    for (before, after) in [(false, false), (true, false), (false, true)] {
        let happened = practice::when::Happened::On(ApproxDate::Day(TODAY));
        all.push(Question::WarnedAndAsked { person: named("Craig"), contact: entry, happened, before, after });
    }
    for pathway in Pathway::ALL {
        for survivor in [None, Some(survivor.clone())] {
            all.push(Question::ByThisWay { behaviour: entry, title: title.clone(), pathway, survivor });
        }
    }
    for category in [None, Code::parse("strangulation").ok(), Code::parse("of_another_pack").ok()] {
        for age in [None, Some(AgeBand::Infant), Some(AgeBand::Middle)] {
            let (child, title, category) = (child.clone(), title.clone(), category.clone());
            all.push(Question::EffectOnChild { child, behaviour: entry, title, category, age });
        }
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
            | Question::NobodySpokeWith { .. }
            | Question::WarnedAndAsked { .. }
            | Question::NoDailyCare { .. }
            | Question::CareAskedOfOne { .. }
            | Question::ConcernAlone { .. }
            | Question::NoWordsOf { .. }
            | Question::NotSeenAlone { .. }
            | Question::WhereChildLives { .. }
            | Question::NobodySureWhere { .. }
            | Question::WhatAgenciesDid { .. }
            | Question::DidItHelp { .. }
            | Question::ForceOneSided { .. }
            | Question::NoPartnering { .. }
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
    let asked = |code: &str, age: AgeBand| {
        let question = every_question().into_iter().find(|question| {
            matches!(question, Question::EffectOnChild { category: Some(category), age: Some(of), .. }
                if category.as_str() == code && *of == age)
        });
        let question = question.expect("there is one of each");
        words().question(&Gap { component: Component::Impact, question, ask: Vec::new() })
    };
    let general = asked("of_another_pack", AgeBand::Middle);
    assert_eq!(general, "“Money”: how is Ola since, and what has anyone seen or heard?");
    let own = asked("strangulation", AgeBand::Middle);
    assert!(own.contains("Did Ola see or hear it"), "{own}");
    let baby = asked("strangulation", AgeBand::Infant);
    assert!(baby.contains("sleep, feed and settle"), "{baby}");
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
    let taken =
        |title: &str, confirmed| known(KnownHow::TakenFromNote { note, title: title.into(), confirmed }, None);
    assert_eq!(taken("Visit", true), "Read in the earlier note “Visit”");
    assert_eq!(taken("Visit", false), "Read in the earlier note “Visit”, not yet confirmed with anyone");
    assert_eq!(taken("", true), "Read in an earlier note");
    assert_eq!(taken("", false), "Read in an earlier note, not yet confirmed with anyone");
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
        Refusal::Missing { path: "contact_detail.whose" },
        Refusal::Missing { path: "contact.with" },
        Refusal::Missing { path: "worker_safety.about" },
        Refusal::Missing { path: "chronology.lines" },
        Refusal::Missing { path: "living_arrangement.who" },
        Refusal::Missing { path: "daily_care.children" },
        Refusal::Missing { path: "care_concern.children" },
        Refusal::Missing { path: "use_of_force.answers" },
        Refusal::Missing { path: "of.another.kind" },
        Refusal::Missing { path: "goal.behaviours" },
        Refusal::PlanAlready { first: id },
        Refusal::PlanKeepsPerson,
        Refusal::WrongPart { path: "goal.plan", kind: Kind::Goal },
        Refusal::NotByPerson { path: "goal.behaviours.0".into() },
        Refusal::NowhereToLive,
        Refusal::NothingSaid,
        Refusal::Twice { path: "use_of_force.answers.1.question".into() },
        Refusal::Missing { path: "change_review.behaviours" },
        Refusal::Twice { path: "change_review.behaviours.1.behaviour".into() },
        Refusal::Twice { path: "change_review.behaviours.0.harms.1.person".into() },
        Refusal::StaysWithTeam { kind: Kind::UseOfForce },
        Refusal::UndeterminedNeedsReview,
        Refusal::SamePerson { path: "relationship.to" },
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
        Refusal::FileIsFinal,
    ];
    for refusal in &all {
        let said = words.refusal(refusal, &jiff::tz::TimeZone::UTC);
        assert!(said.sentence.ends_with('.'), "{said:?}");
        assert!(!said.sentence.contains("0000"), "no ids for people: {said:?}");
    }
    let conflict = all.iter().find(|refusal| matches!(refusal, Refusal::Conflict { .. })).expect("one of each");
    let conflict = words.refusal(conflict, &jiff::tz::TimeZone::UTC).sentence;
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
    for usable in [
        Usable::Known { from: text("a charge"), wording: None },
        Usable::Known { from: text("a charge"), wording: Some(text("Threw a cup")) },
        Usable::Agreed { wording: text("Polish at home"), on },
    ] {
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
