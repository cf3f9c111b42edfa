//! The genogram: invented families of every kind are drawn so that nobody stands between partners, nothing overlaps, no line
//! goes through a word, children stand in the order of birth, and an outline holds its members only.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot build its family fails, and says why"
)]

mod families;

use draw::Drawing;
use draw::genogram::{Rect, Scene, Segment};
use families::Family;
use practice::ids::EntryId;
use practice::views::GenogramView;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use words::Words;

fn english() -> Words {
    Words::new("en").expect("English")
}

fn draw(view: &GenogramView) -> Drawing {
    draw::genogram(view, &english())
}

/// A family from numbers. `tidy`: partners come from outside and every date fits, as in a file without mistakes.
fn invent(numbers: &[u16], tidy: bool) -> GenogramView {
    let mut numbers = numbers.iter().map(|n| usize::from(*n));
    let mut next = |of: usize| numbers.next().unwrap_or(0) % of.max(1);
    let mut f = Family::new();
    let count = 1 + next(60);
    let mut people: Vec<EntryId> = Vec::new();
    let mut couples: Vec<(EntryId, EntryId)> = Vec::new();
    let mut level: BTreeMap<EntryId, usize> = BTreeMap::new();
    let names = ["Ola", "Kuba", "محمد", "Aleksandra-Wilhelmina Brzęczyszczykiewicz", "Jo"];
    let kinds = ["spouse", "partner", "former_partner"];
    for n in 0..count {
        let name = format!("{}{n}", names[next(names.len())]);
        let how = next(7);
        let generation = |n: usize| 1900 + n * 25;
        let person = match how {
            // A child of a couple, or of one person.
            1..=3 if !couples.is_empty() => {
                let (a, b) = couples[next(couples.len())];
                let row = level[&a] + 1;
                let child = f.person(&name, json!({ "born": format!("{}", generation(row) + next(20)) }));
                let ways = ["parent", "parent", "parent", "adoptive_parent", "foster_carer"];
                let way = ways[next(ways.len())];
                f.related(a, way, child);
                f.related(b, way, child);
                level.insert(child, row);
                child
            }
            4 if !people.is_empty() => {
                let parent = people[next(people.len())];
                let row = level[&parent] + 1;
                let child = f.child(&[parent], &name, &format!("{}", generation(row) + next(20)));
                level.insert(child, row);
                child
            }
            // A partner from outside.
            5 | 6 if !people.is_empty() => {
                let other = people[next(people.len())];
                let person = f.person(&name, json!({ "pronouns": "she" }));
                f.related(person, kinds[next(3)], other);
                level.insert(person, level[&other]);
                couples.push((person, other));
                person
            }
            _ => {
                let person = f.person(&name, json!({}));
                level.insert(person, 0);
                person
            }
        };
        people.push(person);
    }
    if !tidy {
        let all = ["parent", "partner", "sibling", "step_parent", "grandparent", "kin", "friend", "spouse"];
        for _ in 0..next(30) {
            let (a, b) = (people[next(people.len())], people[next(people.len())]);
            if a != b {
                f.related(a, all[next(all.len())], b);
            }
        }
    }
    let some = |next: &mut dyn FnMut(usize) -> usize| people[next(people.len())];
    for _ in 0..next(8) {
        let role = ["child", "perpetrator", "survivor", "undetermined"][next(4)];
        let person = some(&mut next);
        f.role(person, role);
    }
    for _ in 0..next(10) {
        let (a, b, c) = (some(&mut next), some(&mut next), some(&mut next));
        if next(2) == 0 {
            f.harms(a, "Money, the phone and the nights", &[b, c])
        } else {
            f.protects(a, "Stays up", &[b, c])
        }
    }
    for n in 0..next(4) {
        let members: BTreeSet<EntryId> = (0..1 + next(6)).map(|_| some(&mut next)).collect();
        f.home(&format!("Household {n}"), &members.into_iter().collect::<Vec<_>>());
    }
    f.view()
}

/// Everything that holds for every drawing, whatever is recorded. Says what does not.
fn wrong(scene: &Scene) -> Option<String> {
    let all = Rect { x: 0.0, y: 0.0, wide: scene.wide, high: scene.high };
    for (n, (one, _, a)) in scene.people.iter().enumerate() {
        if !all.holds(a) {
            return Some(format!("{one} stands outside"));
        }
        for (other, _, b) in scene.people.iter().skip(n + 1) {
            if a.meets(b) {
                return Some(format!("{one} and {other} overlap"));
            }
        }
        if scene.words.iter().any(|words| words.meets(a)) {
            return Some(format!("words over {one}"));
        }
    }
    for (n, one) in scene.words.iter().enumerate() {
        if let Some(other) = scene.words.iter().skip(n + 1).find(|other| one.meets(other)) {
            return Some(format!("words overlap: {one:?} {other:?}"));
        }
        if let Some(line) = scene.segments.iter().find(|line| crosses(line, one)) {
            return Some(format!("a line through words: {line:?} {one:?}"));
        }
        if !all.holds(one) {
            return Some(format!("words outside: {one:?}"));
        }
    }
    let inside = |(x, y): (f64, f64)| (0.0..=scene.wide).contains(&x) && (0.0..=scene.high).contains(&y);
    if let Some(line) = scene.segments.iter().find(|line| !inside(line.from) || !inside(line.to)) {
        return Some(format!("a line outside: {line:?}"));
    }
    for (rect, members) in &scene.homes {
        for (person, _, symbol) in &scene.people {
            if members.contains(person) && !rect.holds(symbol) {
                return Some(format!("{person} is not in the outline of their own household"));
            }
            if !members.contains(person) && rect.meets(symbol) {
                return Some(format!("{person} is in the outline of another household"));
            }
        }
    }
    None
}

fn crosses(line: &Segment, words: &Rect) -> bool {
    let (x0, x1) = (line.from.0.min(line.to.0), line.from.0.max(line.to.0));
    let (y0, y1) = (line.from.1.min(line.to.1), line.from.1.max(line.to.1));
    x0 < words.x + words.wide
        && words.x < x1.max(x0 + 0.1)
        && y0 < words.y + words.high
        && words.y < y1.max(y0 + 0.1)
}

/// Partners stand in one row, and between them only people of the same chain of partners.
fn between(scene: &Scene) -> Option<String> {
    let at: BTreeMap<EntryId, (usize, f64)> = scene.people.iter().map(|(id, row, r)| (*id, (*row, r.x))).collect();
    for [a, b] in &scene.couples {
        let ((row, x), (other, y)) = (at[a], at[b]);
        if row != other {
            return Some(format!("{a} and {b} are drawn as a couple in different rows"));
        }
        let mut chain = BTreeSet::from([*a]);
        while let Some(more) = scene.couples.iter().flatten().find(|p| {
            !chain.contains(p) && scene.couples.iter().any(|c| c.contains(p) && c.iter().any(|q| chain.contains(q)))
        }) {
            chain.insert(*more);
        }
        let partners = |p: &EntryId| scene.couples.iter().filter(|c| c.contains(p)).count();
        let simple = chain.iter().all(|p| partners(p) <= 2);
        for (person, row_of, r) in &scene.people {
            let inside = *row_of == row && r.x > x.min(y) && r.x < x.max(y);
            if inside && (!chain.contains(person) || (simple && chain.len() > scene_couples(scene, &chain))) {
                return Some(format!("{person} stands between {a} and {b}"));
            }
        }
    }
    None
}

/// How many couples a chain has: as many as people, and it is a ring.
fn scene_couples(scene: &Scene, chain: &BTreeSet<EntryId>) -> usize {
    scene.couples.iter().filter(|couple| couple.iter().all(|p| chain.contains(p))).count()
}

fn birth_order(scene: &Scene) -> Option<String> {
    let at: BTreeMap<EntryId, f64> = scene.people.iter().map(|(id, _, r)| (*id, r.x)).collect();
    for children in &scene.children {
        for pair in children.windows(2) {
            if at[&pair[0]] >= at[&pair[1]] {
                return Some(format!("{} stands before {}", pair[1], pair[0]));
            }
        }
    }
    None
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 60..420)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_without_mistakes_is_drawn_right(numbers in numbers()) {
        let drawing = draw(&invent(&numbers, true));
        prop_assert_eq!(wrong(&drawing.scene), None);
        prop_assert_eq!(between(&drawing.scene), None);
        prop_assert_eq!(birth_order(&drawing.scene), None);
        prop_assert!(drawing.left_out.is_empty(), "{:?}", drawing.left_out);
    }

    #[test]
    fn a_file_that_contradicts_itself_is_drawn_all_the_same(numbers in numbers()) {
        let view = invent(&numbers, false);
        let drawing = draw(&view);
        prop_assert_eq!(wrong(&drawing.scene), None);
        prop_assert_eq!(between(&drawing.scene), None);
        prop_assert_eq!(&draw(&view).svg, &drawing.svg);
        prop_assert_eq!(drawing.scene.people.len(), view.people.len());
    }
}

/// A drawing as it was last looked at. Where it differs on purpose: look at the new one, and put it in place of the old.
fn as_looked_at(name: &str, view: &GenogramView, golden: &str) {
    let drawing = draw(view);
    assert_eq!(wrong(&drawing.scene), None);
    assert_eq!(between(&drawing.scene), None);
    assert_eq!(birth_order(&drawing.scene), None);
    if drawing.svg != golden.trim_end() {
        let new = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.svg"));
        std::fs::write(&new, &drawing.svg).expect("it can be written");
        panic!(
            "{name} is drawn differently: look at {}, and copy it over the old one if it is right",
            new.display()
        );
    }
}

#[test]
fn two_hubs() {
    as_looked_at("two-hubs", &families::two_hubs(), include_str!("two-hubs.svg"));
}

#[test]
fn a_bad_day() {
    let view = families::bad_day();
    as_looked_at("bad-day", &view, include_str!("bad-day.svg"));
    let drawing = draw(&view);
    assert!(!drawing.left_out.is_empty() && drawing.left_out.iter().all(|line| line.contains("Łukasz")));
}

#[test]
fn from_right_to_left_everything_is_mirrored_by_its_place() {
    let (view, words) = (families::two_hubs(), english());
    let plain = draw::genogram(&view, &words).svg;
    assert!(plain.contains("direction=\"ltr\"") && !plain.contains("style=") && !plain.contains("href="));
    if let Ok(arabic) = Words::new("ar-XB") {
        let drawing = draw::genogram(&view, &arabic);
        assert!(drawing.svg.contains("direction=\"rtl\""));
        assert_eq!(wrong(&drawing.scene), None);
    }
}

#[test]
fn typed_markup_stays_text() {
    let mut f = Family::new();
    let craig = f.person("<script>alert(1)</script>", json!({}));
    let ola = f.child(&[craig], "Ola & \"Co\"", "2015");
    f.harms(craig, "<img src=x>", &[ola]);
    let svg = draw(&f.view()).svg;
    assert!(!svg.contains("<script") && !svg.contains("<img") && svg.contains("&lt;script&gt;"));
}

#[test]
fn nobody_at_all_can_be_drawn() {
    let drawing = draw(&Family::new().view());
    assert!(drawing.svg.starts_with("<svg") && drawing.svg.ends_with("</svg>"));
}

/// The controls: each of the checks above finds what it is for.
#[test]
fn the_checks_can_fail() {
    let scene = draw(&families::two_hubs()).scene;
    let mut moved = scene.clone();
    let first = moved.people[0].2;
    moved.people[1].2 = first;
    assert!(wrong(&moved).expect("an overlap").contains("overlap"));
    let mut moved = scene.clone();
    let words = moved.words[3];
    moved.words.push(words);
    assert!(wrong(&moved).expect("an overlap").contains("words overlap"));
    let mut moved = scene.clone();
    let middle = words.y + words.high / 2.0;
    moved.segments.push(Segment { from: (0.0, middle), to: (scene.wide, middle) });
    assert!(wrong(&moved).expect("a line").contains("a line through words"));
    let mut moved = scene.clone();
    moved.homes[0].0.wide += 600.0;
    assert!(wrong(&moved).expect("somebody else").contains("another household"));
    let mut moved = scene.clone();
    // The outermost of a row of five: whoever stands between is no partner of either.
    let row: Vec<_> = scene.people.iter().filter(|(_, row, _)| *row == 1).collect();
    let end =
        |last: bool| row.iter().max_by_key(|p| if last { p.2.x as i64 } else { -(p.2.x as i64) }).expect("one").0;
    moved.couples = vec![[end(false), end(true)]];
    assert!(between(&moved).expect("somebody between").contains("between"));
    let mut moved = scene;
    moved.children.iter_mut().for_each(|children| children.reverse());
    assert!(birth_order(&moved).is_some());
}

#[test]
fn inventions_are_worth_drawing() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut people, mut hubs, mut twice, mut left) = (0, 0, 0, 0);
    for _ in 0..60 {
        let numbers = numbers().new_tree(&mut runner).expect("numbers").current();
        let drawing = draw(&invent(&numbers, false));
        people = people.max(drawing.scene.people.len());
        let partners = |id: &EntryId| drawing.scene.couples.iter().filter(|c| c.contains(id)).count();
        hubs += drawing.scene.people.iter().filter(|(id, ..)| partners(id) > 2).count();
        twice += drawing.scene.children.iter().filter(|children| children.len() > 2).count();
        left += drawing.left_out.len();
    }
    assert!(people > 50 && hubs > 20 && twice > 20 && left > 50, "{people} {hubs} {twice} {left}");
}
