//! The invented family of the demo: it fits the format, has no problems, and reads well in every view.

#![expect(clippy::expect_used, reason = "a test says what should have been there")]

mod instruments;

use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::event::CaseEvent;
use practice::format::{CaseDocument, schema};
use practice::kinds::{Body, Kind};
use practice::pack::{Pack, Plain};
use practice::project::{Projection, project};
use practice::source::{How, Who};
use practice::text::Code;
use practice::views::gaps::Question;
use std::collections::BTreeSet;
use words::{Words, base_pack};

const FAMILY: &str = include_str!("../../../demo/family.json");
const AS_OF: jiff::civil::Date = jiff::civil::date(2026, 11, 19);

fn document() -> CaseDocument {
    serde_json::from_str(FAMILY).expect("the demo family can be read")
}

fn folded() -> (Projection, Pack) {
    let document = document();
    let mut case = CaseFile::open(document.case.clone());
    for revision in document.entries {
        case.apply(CaseEvent::Entry(Box::new(revision))).expect("it folds");
    }
    (project(&case, &Clearance::whole()), base_pack().expect("the base pack can be read"))
}

#[test]
fn it_fits_the_schema_and_has_no_problems() {
    let instance: serde_json::Value = serde_json::from_str(FAMILY).expect("JSON");
    let schema = serde_json::to_value(schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let errors: Vec<String> =
        validator.iter_errors(&instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(document().problems(), []);
    assert!(document().case.invented, "every page says that the family is invented");
}

#[test]
fn it_is_written_as_an_export_would_write_it() {
    assert_eq!(document().to_json().expect("JSON"), FAMILY);
}

/// The codes that are not in a list of the pack.
fn strange<'a>(list: &[Plain], codes: impl IntoIterator<Item = &'a Code>) -> Vec<String> {
    codes.into_iter().filter(|code| !list.iter().any(|k| k.code == **code)).map(ToString::to_string).collect()
}

/// Whoever looks for an example of anything finds one here.
#[test]
fn every_kind_and_many_kinds_of_source_are_in_it() {
    let (projection, _) = folded();
    let missing: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| projection.of_kind(*kind).next().is_none() && *kind != Kind::Document)
        .collect();
    assert_eq!(missing, []);
    let beyond = projection.current().filter(|seen| {
        !matches!(
            seen.content.body.kind(),
            Kind::Person | Kind::Relationship | Kind::Household | Kind::RoleDecision
        )
    });
    assert!((60..=160).contains(&beyond.count()));
    let records: BTreeSet<String> = projection
        .all()
        .flat_map(|seen| &seen.content.sources)
        .filter_map(|source| match &source.how {
            How::InRecord { record, .. } => Some(record.to_string()),
            _ => None,
        })
        .collect();
    for record in ["Police log", "GP record", "School", "Handover book", "His call to the duty line"] {
        assert!(records.iter().any(|known| known.starts_with(record)), "{record}");
    }
    let told_by = |name: &str| {
        projection.all().flat_map(|seen| &seen.content.sources).any(|source| match &source.how {
            How::ToldDirectly { by: Who::Person(id) } => matches!(
                projection.get(*id).map(|seen| &seen.content.body),
                Some(Body::Person(person)) if person.short() == name
            ),
            _ => false,
        })
    };
    assert!(told_by("Ewa") && told_by("Ola") && told_by("Kasia") && !told_by("Craig"));
    let how = |wanted: fn(&How) -> bool| projection.all().flat_map(|s| &s.content.sources).any(|s| wanted(&s.how));
    assert!(how(|how| matches!(how, How::SeenByRecorder)) && how(|how| matches!(how, How::FromNote { .. })));
}

#[test]
fn every_code_in_it_is_in_the_base_pack() {
    let (projection, pack) = folded();
    let mut unknown = BTreeSet::new();
    for seen in projection.all() {
        let missing: Vec<String> = match &seen.content.body {
            Body::Behaviour(b) => {
                b.categories.iter().filter(|c| pack.behaviour(c).is_none()).map(ToString::to_string).collect()
            }
            Body::Effort(e) => {
                e.categories.iter().filter(|c| pack.effort(c).is_none()).map(ToString::to_string).collect()
            }
            Body::Impact(i) => i
                .domains
                .iter()
                .filter(|c| !pack.impact.iter().any(|d| d.code == **c))
                .map(ToString::to_string)
                .collect(),
            Body::Intersection(i) if !pack.factor.iter().any(|f| f.code == i.factor) => vec![i.factor.to_string()],
            Body::Visit(v) => strange(&pack.visit, [&v.kind]),
            Body::ContactDetail(d) => strange(&pack.contact_detail, [&d.kind]),
            Body::DailyCare(c) => strange(&pack.care_area, [&c.area]),
            Body::UseOfForce(f) => strange(&pack.force_question, f.answers.iter().map(|a| &a.question)),
            Body::PartneringStep(p) => strange(&pack.step, [&p.step]),
            Body::Decision(d) if pack.test(&d.test).is_none() => vec![d.test.to_string()],
            Body::Supervision(v) => {
                let mut missing = strange(&pack.supervision, [&v.reason]);
                missing.extend(strange(&pack.reflection, v.prompts.iter().map(|prompt| &prompt.question)));
                missing
            }
            Body::SystemResponse(r) => strange(&pack.sector, [&r.sector]),
            Body::Contact(c) => {
                let mut missing = strange(&pack.means, [&c.means]);
                missing.extend(strange(&pack.sector, &c.sector));
                missing.extend(
                    Some(&c.outcome)
                        .filter(|o| !pack.outcome.iter().any(|k| k.code == **o))
                        .map(ToString::to_string),
                );
                missing
            }
            _ => Vec::new(),
        };
        unknown.extend(missing);
    }
    assert_eq!(unknown, BTreeSet::new());
}

#[test]
fn it_was_recorded_in_order_and_nothing_is_known_before_it_was_told() {
    let document = document();
    assert!(document.entries.is_sorted_by_key(|revision| revision.recorded_at));
    for revision in &document.entries {
        let recorded = revision.recorded_at.to_string();
        for source in revision.content().into_iter().flat_map(|content| &content.sources) {
            if let Some(on) = source.on {
                assert!(
                    on.start().date().to_string() <= recorded.chars().take(10).collect::<String>(),
                    "{recorded}: {on}"
                );
            }
        }
    }
}

#[test]
fn its_views_are_said_in_words() {
    let words = Words::new("en").expect("English is there");
    let (projection, pack) = folded();
    let gaps = practice::views::gaps(&projection, &pack, AS_OF);
    for gap in &gaps.gaps {
        assert!(!words.question(gap).is_empty());
        assert!(words.safe_to_ask(&gap.ask).is_some(), "{:?}", gap.question);
    }
    let map = practice::views::map(&projection, &pack, AS_OF);
    for band in &map.bands {
        let line = &band.behaviour;
        let said = [
            words.when(&line.envelope.happened),
            words.known_all(&line.envelope.known),
            words.usable(&line.usable, &line.actor.name),
        ];
        assert!(said.iter().all(|said| !said.contains('⟪')), "{said:?}");
        for dispute in &line.envelope.disputed {
            let _ = words.disputed(dispute);
        }
        for impact in band.paths.iter().flat_map(|path| &path.cells).flat_map(|cell| &cell.impacts) {
            let _ = words.known_all(&impact.envelope.known);
            let _ = impact.from.iter().filter_map(|link| words.connection(link)).count();
            let _ = impact.none_seen.as_ref().map(|looked| words.none_seen(looked));
        }
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn its_decision_session_and_supervision_are_said_in_words() {
    use practice::cast::Cast;
    use practice::views;
    let words = Words::new("en").expect("English is there");
    let (projection, pack) = folded();
    let names = words.names_of(&Cast::of(&projection, AS_OF), None);
    let zone = jiff::tz::TimeZone::UTC;
    let tests = views::tests(&projection, &pack, AS_OF);
    let list = words.tell_tests(&tests, &pack, &names);
    assert!(!list.sections.is_empty());
    let [removal] = &tests.decisions[..] else { unreachable!("one removal question") };
    let told = words.tell_decision(removal, &pack, &names, &zone, false);
    let [warning] = &told.says[..] else { unreachable!("{:?}", told.says) };
    assert!(
        warning.starts_with("The main reasons are about what Ewa did: “Ewa let Craig into the hallway”"),
        "{warning}"
    );
    assert!(warning.contains("What did Craig do"), "{warning}");
    assert_eq!(removal.signed, practice::views::decisions::SignState::Signed);
    let outside = words.tell_decision(removal, &pack, &names, &zone, true);
    assert!(outside.says.is_empty(), "what the team looks at once more is the team’s");
    let sessions = views::sessions(&projection, AS_OF);
    assert!(!words.tell_sessions(&sessions).sections.is_empty());
    let [session] = &sessions.sessions[..] else { unreachable!("one session") };
    let told = words.tell_session(session);
    assert!(told.says.iter().any(|advice| advice.contains("Finn")), "{:?}", told.says);
    let live = words.tell_live(session, &["Ewa has had advice about money.".to_owned()], "Craig", "Ewa");
    assert!(live.sections.len() >= 4);
    let supervision = views::supervision(&projection, &pack, AS_OF);
    let told = words.tell_supervision(&supervision, &zone);
    assert!(told.sections.len() >= 5, "{}", told.sections.len());
    let reasons: Vec<String> = supervision.reasons.iter().map(|reason| words.reason_name(reason)).collect();
    assert!(reasons.iter().any(|name| name.starts_with("Nobody works")), "{reasons:?}");
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn its_map_shows_his_pattern_by_all_ways_on_every_child_and_her_answers() {
    let (projection, pack) = folded();
    let map = practice::views::map(&projection, &pack, AS_OF);
    assert_eq!(map.children.iter().map(|child| child.name.as_str()).collect::<Vec<_>>(), ["Ola", "Kuba", "Maja"]);
    assert_eq!(map.bands.len(), 12);
    assert_eq!(map.bands.iter().filter(|band| band.behaviour.former_family).count(), 1);
    assert_eq!(map.years, Some((2010, 2026)));
    for child in &map.children {
        assert!(map.bands.iter().filter(|band| band.reaches(child.id)).count() >= 4, "{}", child.name);
        assert!(map.bands.iter().any(|band| band.is_answered_for(child.id)), "{}", child.name);
    }
    for pathway in practice::kinds::impact::Pathway::ALL {
        let reached =
            map.bands.iter().flat_map(|band| &band.paths).any(|path| path.pathway == pathway && !path.is_unasked());
        assert!(reached, "{pathway:?}");
    }
    // Nothing hangs in the air: what is not linked is a gap, and the demo leaves gaps only where nobody asked yet.
    assert!(map.other_impacts.is_empty());
    let gaps = practice::views::gaps(&projection, &pack, AS_OF);
    let loose =
        |question: &Question| matches!(question, Question::HowKnown { .. } | Question::LinkWithdrawn { .. });
    assert!(!gaps.gaps.iter().any(|gap| loose(&gap.question)));
}

/// What the invented family leaves open is put to the agencies, by name, and never to Ewa.
#[test]
fn the_demo_asks_what_is_still_to_be_asked() {
    let words = Words::new("en").expect("English is there");
    let (projection, pack) = folded();
    let gaps = practice::views::gaps(&projection, &pack, AS_OF);
    let said: Vec<String> = gaps.gaps.iter().map(|gap| words.question(gap)).collect();
    let asked = |start: &str| said.iter().find(|question| question.starts_with(start));
    // Nobody in three agencies has spoken with him; only a programme has.
    let spoke = asked("Who else will speak with Craig about what Craig does?").expect("only the programme has");
    for agency in ["police", "children’s services", "health visiting", "Only the Steps programme has"] {
        assert!(spoke.contains(agency), "{spoke}");
    }
    for start in [
        "What does Kuba say, in Kuba’s own words?",
        "Who could spend time with Kuba alone",
        "Where does Craig live?",
        "These were asked of others and not yet about Craig",
        "Use of force: these were asked about Ewa and not about Craig: Fear and Intent",
        "Contact with Craig",
    ] {
        assert!(asked(start).is_some(), "{start}: {said:#?}");
    }
    for start in ["What does Ola say", "Has anybody told Ewa why we are here", "With whom does Ola live"] {
        assert!(asked(start).is_none(), "{start}");
    }
    for gap in &gaps.gaps {
        let asked_of_him = words.safe_to_ask(&gap.ask).is_some_and(|who| who.contains("Craig"));
        assert!(!asked_of_him, "{:?}", gap.question);
    }
}

/// The keys that stand in the sources of the pages and of the command line.
fn keys_asked_for() -> BTreeSet<String> {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    let mut folders: Vec<std::path::PathBuf> =
        ["web/src", "web/templates", "draw/src", "holdfast/src"].iter().map(|folder| crates.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "html") {
                files.push(path);
            }
        }
    }
    let mut keys = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source can be read");
        let text: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for call in [".t(\"", ".t1(\"", ".t2(\"", ".at_time(\"", ".say(\"", ".say_with(\"", ".t_with(\""] {
            for after in text.split(call).skip(1) {
                let Some((key, _)) = after.split_once('"') else { continue };
                if !key.is_empty()
                    && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
                {
                    keys.insert(key.to_owned());
                }
            }
        }
    }
    keys
}

#[test]
fn every_key_that_the_pages_ask_for_has_words() {
    let words = Words::new("en").expect("English is there");
    let asked = keys_asked_for();
    assert!(asked.len() > 100, "the keys were looked for in the wrong place: {}", asked.len());
    let missing: Vec<&String> = asked.iter().filter(|key| !words.has(key)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}
