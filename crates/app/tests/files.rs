//! Case files in and out.

use app::{ImportError, Outcome};
use practice::ids::AccountId;
use practice::record::{Draft, Intent};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use testkit::{Family, World, text};

const COMMAND: &str = "cargo run -p holdfast -- schema > schemas/holdfast-case-1.json";

#[test]
fn the_published_schema_is_that_of_the_types() {
    let published = include_str!("../../../schemas/holdfast-case-1.json");
    let published: serde_json::Value = serde_json::from_str(published).unwrap();
    let made = serde_json::to_value(practice::format::schema()).unwrap();
    assert!(published == made, "the types have changed. If that is meant, run: {COMMAND}");
}

async fn import(world: &World, to: AccountId, file: &str) -> Result<Outcome, ImportError> {
    let cases = world.app.import(&world.operator(), file.as_bytes(), to, false).await?;
    assert_eq!(cases.len(), 1);
    Ok(cases[0].outcome)
}

fn faults(error: &ImportError) -> Vec<(&str, &str)> {
    error.problems.iter().map(|fault| (fault.path.as_str(), fault.message.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn export_import_export_gives_equal_bytes_and_importing_again_changes_nothing() {
    let (world, other) = (World::seeded(1).await, World::seeded(2).await);
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    // A history of every sort of step.
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let reason = || Some(text("Because"));
    let seen = world.app.projection(&allowed.reading(), "entry").await.unwrap();
    let content = Box::new(seen.get(family.sleep).unwrap().content.clone());
    let ground = practice::entry::Ground::Duplicate;
    let steps = [
        (family.sleep, Intent::Revise { base: 1, content, reason: reason() }),
        (family.note, Intent::Relabel { base: 1, label: practice::label::Label::Sealed, reason: reason() }),
        (family.earlier, Intent::Withdraw { base: 1, ground, reason: reason() }),
        (family.earlier, Intent::Reinstate { base: 2, reason: reason() }),
    ];
    for (id, intent) in steps {
        world.clock.advance_minutes(1);
        world.app.record(&allowed, vec![Draft { id, intent }], None).await.unwrap();
    }
    let first = world.app.export(&world.operator(), case).await.unwrap();
    assert!(first.contains("\"relabelled\"") && first.contains("\"reinstated\""));

    let to = other.worker("importer").await;
    assert_eq!(import(&other, to.account(), &first).await.unwrap(), Outcome::Created);
    assert_eq!(other.app.export(&other.operator(), case).await.unwrap(), first);
    assert_eq!(other.app.case_list(&to).await.unwrap().len(), 1, "allocated to the named account");

    let head = || async { other.app.operator_cases(&other.operator()).await.unwrap()[0].head };
    let before = head().await;
    assert_eq!(import(&other, to.account(), &first).await.unwrap(), Outcome::Unchanged);
    assert_eq!(head().await, before);
    assert_eq!(import(&world, worker.account(), &first).await.unwrap(), Outcome::Unchanged, "where it came from");

    // A later export brings what is new, and nothing else.
    world.clock.advance_minutes(1);
    let ground = practice::entry::Ground::WrongPerson;
    let intent = Intent::Withdraw { base: 1, ground, reason: reason() };
    world.app.record(&allowed, vec![Draft { id: family.question, intent }], None).await.unwrap();
    let later = world.app.export(&world.operator(), case).await.unwrap();
    let dry = other.app.import(&other.operator(), later.as_bytes(), to.account(), true).await.unwrap();
    assert_eq!((dry[0].outcome, head().await), (Outcome::Revised(1), before), "a dry run changes nothing");
    assert_eq!(import(&other, to.account(), &later).await.unwrap().to_string(), "revised 1 entry");
    assert_eq!(other.app.export(&other.operator(), case).await.unwrap(), later);

    // And the older one does not take it back.
    let error = import(&other, to.account(), &first).await.unwrap_err();
    assert_eq!(error.problems.len(), 1);
    assert!(error.problems[0].message.contains("older than the case"), "{error:?}");
    assert!(error.problems[0].message.contains("Worker"), "who changed it: {error:?}");
    assert_eq!(other.app.export(&other.operator(), case).await.unwrap(), later);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_bad_entries_of_five_thousand_are_all_named_and_nothing_is_imported() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let family = Family::new(1);
    let good = family.file(5_000);
    let lines: Vec<&str> = good.lines().collect();
    let bad: String = lines
        .iter()
        .map(|line| match line {
            line if line.contains("on day 10?") => line.replace("\"question\":", "\"qestion\":"),
            line if line.contains("on day 2500?") => line.replace(
                "\"change\":{\"recorded\":{",
                "\"change\":{\"recorded\":{\"happened\":{\"on\":\"2026-02-31\"},",
            ),
            line if line.contains("on day 4990?") => {
                line.replace(&family.lena.to_string(), &Family::new(2).lena.to_string())
            }
            line => (*line).to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n");
    assert_ne!(bad, good);
    let before = family.document(0).entries.len();
    let error = import(&world, worker.account(), &bad).await.unwrap_err();
    let found = faults(&error);
    let (n, m, l) = (before + 10, before + 2500, before + 4990);
    let told = |path: String, words: &[&str]| {
        assert!(
            found.iter().any(|(at, says)| *at == path && words.iter().all(|word| says.contains(word))),
            "{path} {words:?} is not in {found:#?}"
        );
    };
    told(format!("entries.{n}.change.recorded.body.unknown"), &["“qestion”", &format!("entry {}:", n + 1)]);
    told(format!("entries.{n}.change.recorded.body.unknown"), &["\"question\" is missing"]);
    told(format!("entries.{m}.change.recorded.happened.on"), &["2026-02-31", &format!("entry {}:", m + 1)]);
    told(
        format!("entries.{l}.change.recorded.body.unknown.about.0"),
        &[&format!("entry {}: there is no entry", l + 1)],
    );
    assert_eq!(found.len(), 4, "the good entries are not accused: {found:#?}");
    assert!(world.app.operator_cases(&world.operator()).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_entries_go_in_and_come_out() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let file = Family::new(1).file(5_000);
    assert_eq!(import(&world, worker.account(), &file).await.unwrap(), Outcome::Created);
    assert_eq!(world.app.export(&world.operator(), Family::new(1).case).await.unwrap(), file);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_family_is_a_good_file() {
    let (world, other) = (World::seeded(1).await, World::seeded(2).await);
    let (one, two) = (world.worker("worker").await, other.worker("worker").await);
    let family = include_str!("../../../demo/family.json");
    assert_eq!(import(&world, one.account(), family).await.unwrap(), Outcome::Created);
    let case = world.app.case_list(&one).await.unwrap()[0].case;
    let first = world.app.export(&world.operator(), case).await.unwrap();
    assert_eq!(import(&other, two.account(), &first).await.unwrap(), Outcome::Created);
    assert_eq!(other.app.export(&other.operator(), case).await.unwrap(), first);
    assert_eq!(import(&world, one.account(), family).await.unwrap(), Outcome::Unchanged);
}

/// Whatever a file has been through, it is read or refused with its faults named; nothing falls over.
#[test]
fn a_damaged_file_is_read_or_refused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let worker = runtime.block_on(world.worker("worker"));
    let good = Family::new(1).file(2);
    let (mut read, mut refused) = (0, 0);
    let mut runner = TestRunner::deterministic();
    let places = prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..4);
    for _ in 0..150 {
        let mut letters: Vec<char> = good.chars().collect();
        for (at, letter) in places.new_tree(&mut runner).unwrap().current() {
            let at = at.index(letters.len());
            letters[at] = letter;
        }
        let bad: String = letters.into_iter().collect();
        let operator = world.operator();
        let done = world.app.import(&operator, bad.as_bytes(), worker.account(), true);
        match runtime.block_on(done) {
            Ok(_) => read += 1,
            Err(error) => {
                assert!(error.cause().is_none() && !error.problems.is_empty(), "{error:?}");
                refused += 1;
            }
        }
    }
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused: both ways are gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_case_file_is_refused_in_words() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let good = Family::new(1).file(0);
    for (bad, path, words) in [
        (String::new(), "line 1", "not whole JSON"),
        (good.chars().take(200).collect(), "line", "not whole JSON"),
        ("[]".to_owned(), "format", "holdfast-case/1"),
        (good.replace("holdfast-case/1", "holdfast-case/2"), "format", "holdfast-case/1"),
        (good.replacen("\"label\":\"sealed\"", "\"label\":\"secret\"", 1), "entries.", "one of"),
        (good.replacen("\"revision\":1,", "\"revision\":2,", 1), "entries.0.revision", "entry 1:"),
        (good.replacen("\"revision\":1,", "\"revision\":1,\"revision\":1,", 1), "line", "duplicate"),
        (good.replacen("Lena Wiśniewska", "   ", 1), "entries.0.change.recorded.body.person.name", "entry 1:"),
        (good.replacen("\"entries\"", "\"entry\"", 1), "", "entries"),
    ] {
        let error = import(&world, worker.account(), &bad).await.unwrap_err();
        let found = faults(&error);
        let fits = found.iter().any(|(at, says)| at.starts_with(path) && says.contains(words));
        assert!(fits, "{path} {words}: {found:?}");
    }
    assert_eq!(import(&world, worker.account(), &good).await.unwrap(), Outcome::Created, "the control");
}
