//! Invented passages, scored as `docs/wording.md` says: they were written before the rules had seen them.

use language::{Cast, Config, Person, analyse};
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    people: Vec<Person>,
    findings: Vec<Marked>,
    behaviours: Vec<Act>,
}

#[derive(Deserialize)]
struct Marked {
    family: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Act {
    actor: String,
    targets: Vec<String>,
    start: usize,
    end: usize,
}

/// What was counted over a set.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    given: usize,
    found: usize,
    wanted: usize,
    alarms: usize,
    clean_words: usize,
    acts_right: usize,
    acts_given: usize,
    acts_found: usize,
    acts_wanted: usize,
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> bool {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    shared > 0 && 2 * shared >= (a.1 - a.0).min(b.1 - b.0)
}

fn score(set: &[Gold]) -> Score {
    let mut all = Score::default();
    for gold in set {
        let name = |n: &str| {
            let person = gold.people.iter().find(|p| p.name == n || p.aliases.iter().any(|a| a == n));
            person.map_or_else(|| n.to_owned(), |p| p.name.clone())
        };
        let report = analyse(&gold.text, &Cast { people: gold.people.clone() }, &Config::default());
        let same = |f: &language::Finding, g: &Marked| {
            f.family == g.family && overlap((f.span.start, f.span.end), (g.start, g.end))
        };
        all.given += report.findings.len();
        all.wanted += gold.findings.len();
        all.right += report.findings.iter().filter(|f| gold.findings.iter().any(|g| same(f, g))).count();
        all.found += gold.findings.iter().filter(|g| report.findings.iter().any(|f| same(f, g))).count();
        if gold.findings.is_empty() {
            all.alarms += report.findings.len();
            all.clean_words += gold.text.split_whitespace().count();
        }
        let fits = |b: &language::Behaviour, g: &Act| {
            let targets: Vec<String> = g.targets.iter().map(|t| name(t)).collect();
            b.actor == name(&g.actor)
                && overlap((b.span.start, b.span.end), (g.start, g.end))
                && (b.targets.is_empty() || targets.is_empty() || b.targets.iter().any(|t| targets.contains(t)))
        };
        all.acts_given += report.behaviours.len();
        all.acts_wanted += gold.behaviours.len();
        all.acts_right += report.behaviours.iter().filter(|b| gold.behaviours.iter().any(|g| fits(b, g))).count();
        all.acts_found += gold.behaviours.iter().filter(|g| report.behaviours.iter().any(|b| fits(b, g))).count();
        assert!(!gold.id.is_empty());
    }
    all
}

/// The least of each measure, in per cent.
struct Floor {
    precision: usize,
    recall: usize,
    acts_right: usize,
    acts_found: usize,
}

fn holds(files: &[&str], floor: &Floor) {
    holds_with(files, floor, 2);
}

/// The same with so many false alarms per 1,000 clean words at most.
fn holds_with(files: &[&str], floor: &Floor, alarms: usize) {
    let lines = files.iter().flat_map(|file| file.lines());
    let set: Vec<Gold> = lines.filter_map(|line| serde_json::from_str(line).ok()).collect();
    let written: usize = files.iter().map(|file| file.lines().count()).sum();
    assert_eq!(set.len(), written, "every line is a passage");
    let s = score(&set);
    let percent = |a: usize, b: usize| 100 * a / b.max(1);
    assert!(percent(s.right, s.given) >= floor.precision, "precision: {s:?}");
    assert!(percent(s.found, s.wanted) >= floor.recall, "recall: {s:?}");
    assert!(s.alarms * 1000 <= alarms * s.clean_words, "false alarms in clean passages: {s:?}");
    assert!(percent(s.acts_right, s.acts_given) >= floor.acts_right, "behaviours, precision: {s:?}");
    assert!(percent(s.acts_found, s.acts_wanted) >= floor.acts_found, "behaviours, recall: {s:?}");
}

/// So that nobody makes the rules worse without noticing; the honest figures are in `docs/wording.md`.
#[test]
fn the_invented_sets_stay_as_good_as_they_are() {
    holds(
        &[include_str!("second.jsonl"), include_str!("third.jsonl")],
        &Floor { precision: 90, recall: 85, acts_right: 80, acts_found: 75 },
    );
}

/// Two sets that avoid the turns of phrase of the development sample on purpose.
#[test]
fn the_later_sets_stay_as_good_as_they_are() {
    let files = [include_str!("fifth.jsonl"), include_str!("sixth.jsonl"), include_str!("seventh.jsonl")];
    holds(&files, &Floor { precision: 90, recall: 85, acts_right: 75, acts_found: 70 });
}

/// Written with the fifth and kept shut until the others had been learnt from; the rules are not fitted to it.
#[test]
fn the_set_kept_for_the_end_stays_as_good_as_it_is() {
    let floor = Floor { precision: 80, recall: 70, acts_right: 72, acts_found: 72 };
    holds(&[include_str!("eighth.jsonl")], &floor);
}

/// Harder, and the rules were not fitted to each of its sentences.
#[test]
fn the_fourth_set_stays_as_good_as_it_is() {
    let floor = Floor { precision: 86, recall: 68, acts_right: 82, acts_found: 76 };
    holds(&[include_str!("fourth.jsonl")], &floor);
}

/// Written on the day the suggestions were made surer; the first two were learnt from, the last hardly.
#[test]
fn the_sets_of_the_surer_suggestions_stay_as_good_as_they_are() {
    let files = [include_str!("ninth.jsonl"), include_str!("tenth.jsonl"), include_str!("eleventh.jsonl")];
    holds(&files, &Floor { precision: 85, recall: 78, acts_right: 88, acts_found: 76 });
}

/// Written in one evening by several hands after the policy of the families, none of whom had seen a rule; each was run once and then
/// learnt from, but for the last.
#[test]
fn the_sets_of_several_hands_stay_as_good_as_they_are() {
    let floor = Floor { precision: 90, recall: 85, acts_right: 88, acts_found: 68 };
    holds(&[include_str!("twelfth.jsonl")], &floor);
    let floor = Floor { precision: 87, recall: 78, acts_right: 82, acts_found: 62 };
    holds(&[include_str!("thirteenth.jsonl")], &floor);
    let floor = Floor { precision: 90, recall: 66, acts_right: 84, acts_found: 66 };
    holds(&[include_str!("fourteenth.jsonl")], &floor);
    let files =
        [include_str!("fifteenth.jsonl"), include_str!("sixteenth.jsonl"), include_str!("seventeenth.jsonl")];
    holds(&files, &Floor { precision: 93, recall: 90, acts_right: 86, acts_found: 62 });
    let floor = Floor { precision: 87, recall: 70, acts_right: 82, acts_found: 66 };
    holds(&[include_str!("nineteenth.jsonl")], &floor);
}

/// The hardest of them and the last one, which the rules are not fitted to.
#[test]
fn the_sets_that_were_not_learnt_from_stay_as_good_as_they_are() {
    let floor = Floor { precision: 70, recall: 37, acts_right: 88, acts_found: 62 };
    holds(&[include_str!("eighteenth.jsonl")], &floor);
    let floor = Floor { precision: 80, recall: 60, acts_right: 82, acts_found: 66 };
    holds_with(&[include_str!("twentieth.jsonl")], &floor, 4);
}
