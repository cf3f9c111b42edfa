//! Finding people among very many: how often the right one is among the first ten, how long it takes, and what it costs to
//! build.
//!
//! `cargo run --release -p app --example bench_people [PEOPLE] [FOLDER]`. One account works every case, which is the worst there
//! is: most have a few dozen, and are measured at the end. Into FOLDER go the people and the questions, for `bench/people`
//! to ask others the same.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run may stop")]
#![expect(clippy::indexing_slicing, reason = "lists this program made itself")]

use app::{Subject, index_of_nobody};
use invented::dice::Dice;
use invented::mistakes::{Mistake, mistaken};
use invented::names::{Culture, FamilyName, Given, Name};
use practice::ids::{CaseId, EntryId};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use store::IndexChange;
use testkit::{Family, World};
use uuid::Uuid;

const FAMILY: usize = 5;
const QUESTIONS: usize = 1000;
const AT_ONCE: usize = 500;
/// The cases of a worker.
const FEW: usize = 40;

struct Somebody {
    name: Name,
    born: (i16, i8, i8),
    person: EntryId,
}

/// Families of five: four share a family name.
fn family(n: usize) -> (CaseId, Vec<Somebody>) {
    let mut dice = Dice::of(2026, n as u64);
    let case = CaseId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + ((n as u128) << 8)));
    let mut culture = Culture::throw(&mut dice);
    let mut shared = FamilyName::throw(&mut dice, culture);
    let people = (0..FAMILY).map(|m| {
        if m == FAMILY - 1 {
            culture = Culture::throw(&mut dice);
            shared = FamilyName::throw(&mut dice, culture);
        }
        let given = Given::throw(&mut dice);
        let name = Name::throw(&mut dice, given, shared);
        let years = if m < 2 { (2008, 2025) } else { (1945, 2006) };
        let born = (
            i16::try_from(dice.between(years.0, years.1)).unwrap(),
            i8::try_from(dice.between(1, 12)).unwrap(),
            i8::try_from(dice.between(1, 28)).unwrap(),
        );
        Somebody { name, born, person: EntryId(Uuid::from_u128(case.0.as_u128() + 1 + m as u128)) }
    });
    (case, people.collect())
}

#[derive(Default)]
struct Measured {
    asked: usize,
    first: usize,
    ten: usize,
    times: Vec<Duration>,
}

impl Measured {
    fn says(&mut self, what: &str) {
        self.times.sort();
        let at = |of_hundred: usize| self.times[(self.times.len() - 1) * of_hundred / 100].as_secs_f64() * 1e3;
        let share = |n: usize| n as f64 / self.asked as f64;
        println!(
            "{what}: first {:.3}, among ten {:.3}; p50 {:.1} ms, p95 {:.1} ms, longest {:.1} ms ({} asked)",
            share(self.first),
            share(self.ten),
            at(50),
            at(95),
            at(100),
            self.asked
        );
    }
}

async fn ask(world: &World, who: &Subject, query: &str, person: EntryId, measured: &mut Measured) -> bool {
    let begun = Instant::now();
    let found = world.app.find_people(who, query).await.unwrap();
    measured.times.push(begun.elapsed());
    let place = found.people.iter().position(|found| found.person == person);
    measured.asked += 1;
    measured.first += usize::from(place == Some(0));
    let among = place.is_some_and(|place| place < 10);
    measured.ten += usize::from(among);
    among
}

fn memory(field: &str) -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap();
    let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    format!("{} MiB", kib / 1024)
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let people: usize = arguments.next().map_or(100_000, |n| n.parse().unwrap());
    let folder = arguments.next();
    let cases = people / FAMILY;
    let world = World::new().await;
    let (everywhere, worker) = (world.worker("everywhere").await, world.worker("worker").await);
    // The card of one case stands for all of them.
    world.open(&everywhere, &Family::new(1)).await;
    let card = world.store.index_cards("case").await.unwrap().remove(0).card;

    let begun = Instant::now();
    let mut clear = String::new();
    for first in (0..cases).step_by(AT_ONCE) {
        let mut changes = Vec::new();
        for n in first..(first + AT_ONCE).min(cases) {
            let (case, members) = family(n);
            changes.push(IndexChange::Card { kind: "case".into(), id: case.0, head: 1, card: card.clone() });
            for account in [Some(&everywhere), (n < FEW).then_some(&worker)].into_iter().flatten() {
                let relation = "allocated".to_owned();
                changes.push(IndexChange::Allocate { case: case.0, account: account.account().0, relation });
            }
            for Somebody { name, born: (year, month, day), person } in members {
                let also: Vec<String> = name.known_as.iter().map(|name| (*name).to_owned()).collect();
                let born = format!("{year:04}-{month:02}-{day:02}").parse().ok();
                changes.push(index_of_nobody(case, person, &name.full(), &also, born).unwrap());
                if folder.is_some() {
                    writeln!(clear, "{}\t{}\t{year}", person.0, name.full()).unwrap();
                }
            }
        }
        world.store.index_put(changes).await.unwrap();
    }
    let built = begun.elapsed();
    let bytes: u64 =
        std::fs::read_dir(world.data_dir()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    println!(
        "{people} people in {cases} cases: index built in {:.1} s ({:.0} people a second), {:.0} MB on the disk, {} resident",
        built.as_secs_f64(),
        people as f64 / built.as_secs_f64(),
        bytes as f64 / 1e6,
        memory("VmRSS")
    );

    let mut dice = Dice::new(95);
    let (mut with_year, mut alone, mut date) = (Measured::default(), Measured::default(), Measured::default());
    let mut kinds: BTreeMap<Mistake, (usize, usize)> = BTreeMap::new();
    let mut questions = String::new();
    for _ in 0..QUESTIONS {
        let (_, mut members) = family(usize::try_from(dice.below(cases as u64)).unwrap());
        let Somebody { name, born: (year, month, day), person } =
            members.swap_remove(usize::try_from(dice.below(FAMILY as u64)).unwrap());
        let (typed, mistakes) = mistaken(&mut dice, &name);
        let found = ask(&world, &everywhere, &format!("{typed} {year}"), person, &mut with_year).await;
        for mistake in mistakes {
            let (asked, ten) = kinds.entry(mistake).or_default();
            *asked += 1;
            *ten += usize::from(found);
        }
        ask(&world, &everywhere, &typed, person, &mut alone).await;
        // A date of birth with a mistake in it, too.
        let wrong = match dice.below(3) {
            0 => format!("{typed} {month}.{day}.{year}"),
            1 => format!("{typed} {}.{month}.{year}", dice.between(1, 28)),
            _ => format!("{typed} {day}.{month}.{}", year + 1),
        };
        ask(&world, &everywhere, &wrong, person, &mut date).await;
        writeln!(questions, "{}\t{typed}\t{year}", person.0).unwrap();
    }
    with_year.says("a mistaken name with the year of birth");
    for (mistake, (asked, ten)) in kinds {
        println!("  of these with {mistake:?}: among ten {:.3} ({asked} asked)", ten as f64 / asked as f64);
    }
    alone.says("a mistaken name alone");
    date.says("a mistaken name with a mistaken date");

    let mut few = Measured::default();
    for _ in 0..QUESTIONS {
        let (_, members) = family(usize::try_from(dice.below(FEW as u64)).unwrap());
        let one = &members[usize::try_from(dice.below(FAMILY as u64)).unwrap()];
        let (typed, _) = mistaken(&mut dice, &one.name);
        ask(&world, &worker, &typed, one.person, &mut few).await;
    }
    few.says(&format!("a mistaken name alone, by a worker with {FEW} cases"));
    println!("resident at the end {}, at most {}", memory("VmRSS"), memory("VmHWM"));
    if let Some(folder) = folder {
        std::fs::write(format!("{folder}/people.tsv"), clear).unwrap();
        std::fs::write(format!("{folder}/questions.tsv"), questions).unwrap();
    }
}
