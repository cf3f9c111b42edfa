//! What a long case costs in the core: decoding and folding, projecting, and each view, at 1,000, 5,000 and 20,000 entries.
//!
//! `cargo run --release -p invented --example long`. Medians of processor time; the target is 150 ms to fold 20,000 and 100 ms for the map.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot run may stop")]

use invented::{Profile, Recipe};
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::event::CaseEvent;
use practice::pack::Pack;
use practice::project::project;
use practice::text::Text;
use practice::views;
use std::hint::black_box;
use std::time::Duration;

const ROUNDS: usize = 7;

/// How long this thread has had a processor: so that what else runs on the machine does not count.
fn on_processor() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split_whitespace().next().unwrap().parse().unwrap())
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = on_processor();
            run();
            on_processor().saturating_sub(begun)
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn main() {
    let pack = Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap();
    let recipe = Recipe { seed: 1, profile: Profile::Council, pack: Text::parse(&pack.stamp()).unwrap() };
    for entries in [1_000, 5_000, 20_000] {
        let document = recipe.very_long(entries).unwrap().document;
        let mut events = vec![CaseEvent::Opened(document.case.clone())];
        events.extend(document.entries.iter().cloned().map(|revision| CaseEvent::Entry(Box::new(revision))));
        let stored: Vec<_> = events.iter().map(|event| (event.tag(), event.encode().unwrap())).collect();
        let fold =
            || CaseFile::fold(stored.iter().map(|(tag, bytes)| CaseEvent::decode(tag, 1, bytes).unwrap())).unwrap();
        let case = fold();
        let seen = project(&case, &Clearance::whole());
        let as_of = jiff::civil::Date::constant(2026, 11, 1);
        println!(
            "{} entries, {} revisions, {:.1} MB",
            case.len(),
            document.entries.len(),
            stored.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() as f64 / 1e6
        );
        println!(
            "  decode and fold  {:>9.1?}",
            median(|| {
                black_box(fold());
            })
        );
        println!(
            "  clone of a file  {:>9.1?}",
            median(|| {
                black_box(case.clone());
            })
        );
        println!(
            "  project          {:>9.1?}",
            median(|| {
                black_box(project(&case, &Clearance::whole()));
            })
        );
        println!(
            "  map              {:>9.1?}",
            median(|| {
                black_box(views::map(&seen, &pack, as_of));
            })
        );
        println!(
            "  gaps             {:>9.1?}",
            median(|| {
                black_box(views::gaps(&seen, &pack, as_of));
            })
        );
        println!(
            "  overview         {:>9.1?}",
            median(|| {
                black_box(views::overview(&seen, &pack, as_of));
            })
        );
        println!(
            "  chronology       {:>9.1?}",
            median(|| {
                black_box(views::chronology(&seen, &pack, as_of));
            })
        );
        println!(
            "  plan             {:>9.1?}",
            median(|| {
                black_box(views::plan(&seen, &pack, as_of));
            })
        );
        println!(
            "  change           {:>9.1?}",
            median(|| {
                black_box(views::change(&seen, &pack, as_of));
            })
        );
        println!(
            "  measures         {:>9.1?}",
            median(|| {
                black_box(views::measures(&seen, &pack));
            })
        );
    }
}
