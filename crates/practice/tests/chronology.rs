//! The chronology: order, months, what looks quiet and is not, retaliation, filters, parts.

use crate::invent::{id, opened, revision};
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::{Change, Content};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::pack::Pack;
use practice::project::{Projection, project};
use practice::views::chronology::{ChronologyView, Filter, PAGE_ROWS, Part, Slot, What};
use practice::views::{chronology, strip};
use serde_json::{Value, json};

const PACK: &str = include_str!("../../../packs/base/pack.toml");

/// Craig is 1, Ewa is 2, Ola is 3; the rest follows from 10.
pub(crate) fn family(more: &[(usize, Value)]) -> Projection {
    project(&file(more), &Clearance::whole())
}

/// The file of that family.
pub(crate) fn file(more: &[(usize, Value)]) -> CaseFile {
    let person = |name: &str, born: Option<&str>| json!({ "label": "professional", "body": { "person": { "name": name, "born": born } } });
    let role = |person: usize, role: &str| json!({ "label": "professional", "body": { "role_decision": { "person": id(person), "role": role, "reason": "seen" } } });
    let mut all = vec![
        (1, person("Craig", None)),
        (2, person("Ewa", None)),
        (3, person("Ola", Some("2015-02-03"))),
        (4, role(1, "perpetrator")),
        (5, role(2, "survivor")),
        (6, role(3, "child")),
    ];
    all.extend(more.iter().cloned());
    let mut events = vec![opened()];
    for (n, content) in all {
        let content: Content = serde_json::from_value(content).unwrap();
        events.push(CaseEvent::Entry(Box::new(revision(id(n), 1, n, Change::Recorded(Box::new(content))))));
    }
    CaseFile::fold(events).unwrap()
}

pub(crate) fn behaviour(act: &str, happened: Value, answers_effort: &[usize]) -> Value {
    let answers: Vec<Value> = answers_effort.iter().map(|n| json!({ "to": id(*n) })).collect();
    json!({ "label": "professional", "happened": happened,
        "sources": [{ "how": { "told_directly": { "by": { "person": id(2) } } } }],
        "body": { "behaviour": { "actor": id(1), "act": act, "title": act, "targets": [id(2)], "answers_effort": answers } } })
}

fn effort(act: &str, happened: Value, answers: &[usize]) -> Value {
    let answers: Vec<Value> = answers.iter().map(|n| json!({ "to": id(*n) })).collect();
    json!({ "label": "professional", "happened": happened,
        "body": { "effort": { "actor": id(2), "act": act, "for_whom": [id(3)], "answers": answers } } })
}

fn impact(what: &str, from: usize) -> Value {
    json!({ "label": "professional", "body": { "impact": { "on": { "child": id(3) }, "what": what,
        "from": [{ "behaviour": id(from), "pathway": "direct" }] } } })
}

pub(crate) fn on(date: &str) -> Value {
    json!({ "on": date })
}

pub(crate) fn over(from: &str, until: &str, recurrence: &str) -> Value {
    json!({ "over": { "from": from, "until": until, "recurrence": recurrence } })
}

fn made(projection: &Projection) -> ChronologyView {
    chronology(projection, &Pack::parse(PACK).unwrap(), "2026-11-24".parse().unwrap())
}

fn order(view: &ChronologyView) -> Vec<EntryId> {
    view.rows().map(|row| row.id).collect()
}

#[test]
fn what_is_known_roughly_stands_where_a_reader_looks_for_it() {
    let view = made(&family(&[
        (10, behaviour("no date", json!("not_known"), &[])),
        (11, behaviour("a day in March", on("2024-03-02"), &[])),
        (12, behaviour("in 2024", on("2024"), &[])),
        (13, behaviour("spring", on("2024-21"), &[])),
        (14, behaviour("March", on("2024-03"), &[])),
        (15, behaviour("until 2012", json!({ "over": { "until": "2012", "recurrence": "most_weeks" } }), &[])),
        (16, behaviour("an hour in March", on("2024-03-02T22:40"), &[])),
    ]));
    assert_eq!(order(&view), [15, 12, 13, 14, 11, 16, 10].map(id));
    let slots: Vec<String> = view.groups.iter().map(|group| group.slot.key()).collect();
    assert_eq!(slots, ["2012", "2024", "2024-21", "2024-03", "unknown"]);
}

#[test]
fn quiet_months_name_what_went_on_in_them() {
    let view = made(&family(&[
        (10, behaviour("Money", over("2014", "ongoing", "most_weeks"), &[])),
        (11, behaviour("Phone", over("2018", "not_known", "most_days"), &[])),
        (12, behaviour("Long over", over("2015", "2016", "most_weeks"), &[])),
        (13, behaviour("Strangling", on("2026-03-02"), &[])),
    ]));
    let quiet = view.groups.last().unwrap().quiet_before.as_ref().unwrap();
    assert_eq!((quiet.from.to_string(), quiet.until.to_string()), ("2019-01".into(), "2026-02".into()));
    let going: Vec<(&str, bool)> = quiet.going.iter().map(|g| (g.title.as_str(), g.end_known)).collect();
    assert_eq!(going, [("Money", true), ("Phone", false)]);
    // And the months since: nothing single since March, and still not quiet.
    let since = view.since.as_ref().unwrap();
    assert_eq!(since.until.to_string(), "2026-10");
    assert_eq!(since.going.len(), 2);
}

#[test]
fn where_nothing_goes_on_nothing_is_said_of_it() {
    let view = made(&family(&[
        (10, behaviour("Once", on("2014-05-01"), &[])),
        (11, behaviour("Once more", on("2026-03-02"), &[])),
    ]));
    assert!(view.groups.iter().all(|group| group.quiet_before.is_none()) && view.since.is_none());
}

#[test]
fn retaliation_is_told_from_both_ends_with_the_days_between() {
    let view = made(&family(&[
        (10, behaviour("Put his hands round her neck", on("2026-03-02"), &[])),
        (11, effort("Rang the police", on("2026-03-02"), &[10])),
        (12, behaviour("Reported her to immigration", on("2026-03-03"), &[11])),
    ]));
    let rows: Vec<_> = view.rows().collect();
    let [What::Harm(first), What::Harm(second)] = [&rows[0].what, &rows[1].what] else { panic!("two acts") };
    // She rang because of it, on that day: the answer stands beside the act, and what followed with it.
    assert_eq!(first.efforts[0].act, "Rang the police");
    assert_eq!((first.then[0].id, first.then[0].days), (id(12), Some(1)));
    assert_eq!((second.after[0].id, second.after[0].days), (id(11), Some(1)));
}

#[test]
fn an_answer_with_a_day_of_its_own_stands_on_that_day_and_is_named_where_it_answers() {
    let view = made(&family(&[
        (10, behaviour("Money", over("2014", "ongoing", "most_weeks"), &[])),
        (11, effort("Opened an account", on("2026-06-08"), &[10])),
        (12, effort("Buys shoes before the money goes", over("2015", "ongoing", "now_and_then"), &[10])),
    ]));
    assert_eq!(order(&view), [10, 11].map(id));
    let rows: Vec<_> = view.rows().collect();
    let (What::Harm(harm), What::Hold(hold)) = (&rows[0].what, &rows[1].what) else { panic!("act and answer") };
    assert_eq!(harm.efforts.iter().map(|e| e.envelope.id).collect::<Vec<_>>(), [id(12)]);
    assert_eq!(harm.elsewhere[0].id, id(11));
    assert_eq!(hold.answers[0].id, id(10));
}

#[test]
fn an_empty_place_is_a_question_but_not_about_a_child_who_was_not_born() {
    let view = made(&family(&[
        (10, behaviour("Before Ola", over("2010", "2013", "most_weeks"), &[])),
        (11, behaviour("Asked", on("2020"), &[])),
        (12, impact("Does not sleep", 11)),
        (13, behaviour("Not asked", on("2021"), &[])),
    ]));
    let asked: Vec<Vec<&str>> = view
        .rows()
        .map(|row| match &row.what {
            What::Harm(harm) => harm.not_asked.iter().map(|child| child.name.as_str()).collect(),
            _ => panic!("acts only"),
        })
        .collect();
    assert_eq!(asked, [vec![], vec![], vec!["Ola"]]);
}

#[test]
fn filters_leave_what_they_name_and_keep_what_goes_on() {
    let projection = family(&[
        (10, behaviour("Money", over("2014", "ongoing", "most_weeks"), &[])),
        (11, behaviour("Long over", over("2010", "2011", "most_weeks"), &[])),
        (12, behaviour("Strangling", on("2026-03-02"), &[])),
        (13, impact("Does not sleep", 12)),
        (14, effort("Sings", on("2025-05-05"), &[])),
    ]);
    let view = made(&projection);
    let left = |filter: Filter| order(&view.filtered(&filter));
    let none = Filter::default;
    assert_eq!(left(none()).len(), 4);
    assert_eq!(left(Filter { child: Some(id(3)), ..none() }), [14, 12].map(id));
    assert_eq!(left(Filter { person: Some(id(1)), ..none() }), [11, 10, 12].map(id));
    assert_eq!(left(Filter { part: Some(Part::Hold), ..none() }), [id(14)]);
    assert_eq!(left(Filter { source: Some(format!("told-{}", id(2))), ..none() }), [11, 10, 12].map(id));
    assert_eq!(left(Filter { source: Some("seen".into()), ..none() }), []);
    // What goes on through 2024 began before and stands in it.
    let year = Some("2024".parse().unwrap());
    assert_eq!(left(Filter { from: year, until: year, ..none() }), [id(10)]);
    assert_eq!(left(Filter { agency: Some("Police".into()), ..none() }), []);
}

#[test]
fn parts_hold_whole_months_and_every_row_once() {
    let many: Vec<(usize, Value)> = (0..200)
        .map(|n| (10 + n, behaviour("Rang", on(&format!("20{:02}-{:02}-01", 10 + n / 24, 1 + n % 12)), &[])))
        .chain((0..100).map(|n| (300 + n, behaviour("In one month", on("2020-05-05"), &[]))))
        .collect();
    let view = made(&family(&many));
    let parts = view.parts();
    let rows: Vec<EntryId> =
        parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.rows).map(|row| row.id).collect();
    assert_eq!(rows, order(&view));
    assert!(parts.iter().all(|part| part.groups.iter().map(|g| g.rows.len()).sum::<usize>() <= PAGE_ROWS));
    // A long month is in pieces with names of their own, and a name leads back to its piece.
    let keys: Vec<&str> =
        parts.iter().map(|part| part.key.as_str()).filter(|key| key.starts_with("2020-05")).collect();
    assert_eq!(keys, ["2020-05", "2020-05.2", "2020-05.3", "2020-05.4"]);
    for (n, part) in parts.iter().enumerate() {
        assert_eq!(ChronologyView::part_at(&parts, &part.key), n);
    }
    assert_eq!(ChronologyView::part_at(&parts, "no such month"), 0);
    let inside = parts[1].groups[1].slot;
    assert_eq!(ChronologyView::part_at(&parts, &inside.key()), 1);
    assert!(matches!(inside, Slot::In(_)));
}

#[test]
fn the_strip_shows_protection_beside_harm_and_once_each() {
    let view = made(&family(&[
        (10, behaviour("Money", over("2014", "ongoing", "most_weeks"), &[])),
        (11, behaviour("Phone", over("2018", "ongoing", "most_weeks"), &[])),
        (12, effort("Sings", over("2014", "ongoing", "most_days"), &[10, 11])),
        (13, behaviour("No date", json!("not_known"), &[])),
    ]));
    let strip = strip(&view).unwrap();
    let rows: Vec<(&str, bool, usize)> =
        strip.rows.iter().map(|row| (row.who.name.as_str(), row.protects, row.marks.len())).collect();
    assert_eq!(rows, [("Craig", false, 2), ("Ewa", true, 1)]);
    assert_eq!(strip.first_year, 2014);
}
