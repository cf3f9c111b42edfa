//! The pages of a case on the demo family: every word there, nothing typed becomes markup, every anchor once, and what an
//! unusual family looks like.

use super::frame::{CaseFrame, Tab};
use super::map_view;
use super::say::Say;
use jiff::civil::date;
use jiff::tz::TimeZone;
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::Change;
use practice::event::CaseEvent;
use practice::format::CaseDocument;
use practice::kinds::Body;
use practice::kinds::people::Role;
use practice::label::Label;
use practice::project::{Projection, project};
use practice::views::{MapView, map};
use std::collections::BTreeSet;
use words::Words;

fn document() -> CaseDocument {
    serde_json::from_str(include_str!("../../../../demo/family.json")).expect("the demo")
}

fn projection_of(document: CaseDocument, clearance: &Clearance) -> Projection {
    let mut case = CaseFile::open(document.case.clone());
    for revision in document.entries {
        case.apply(CaseEvent::Entry(Box::new(revision))).expect("it folds");
    }
    project(&case, clearance)
}

fn view(projection: &Projection) -> MapView {
    map(projection, &words::base_pack().expect("the pack"), date(2026, 11, 24))
}

fn with_say<T>(projection: &Projection, words: &Words, then: impl FnOnce(&Say<'_>) -> T) -> T {
    let zone = TimeZone::UTC;
    then(&Say { words, zone: &zone, case: projection.case, as_of: date(2026, 11, 24) })
}

fn english() -> Words {
    Words::new("en").expect("English")
}

#[test]
fn the_map_has_every_word_it_asks_for() {
    let (projection, words) = (projection_of(document(), &Clearance::whole()), english());
    let made = with_say(&projection, &words, |say| map_view::words(say, &view(&projection)));
    assert!(words.missing().is_empty(), "{:?}", words.missing());
    assert!(!made.is_empty && made.has_former && !made.lede.is_empty());
}

#[test]
fn every_behaviour_stands_once_with_its_letter_and_every_empty_cell_is_a_question_that_knows_what_it_asks() {
    let (projection, words) = (projection_of(document(), &Clearance::whole()), english());
    let view = view(&projection);
    let made = with_say(&projection, &words, |say| map_view::words(say, &view));
    let letters: Vec<&str> = made
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.bands)
        .map(|band| band.letter.as_str())
        .chain(made.formers.iter().map(|former| former.letter.as_str()))
        .collect();
    assert_eq!(letters.len(), view.bands.len());
    assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), view.bands.len());
    let mut open = 0;
    for (band, cell) in made
        .sheets
        .iter()
        .flat_map(|s| &s.bands)
        .flat_map(|band| band.paths.iter().flat_map(|path| &path.cells).map(move |cell| (band, cell)))
    {
        assert!(!cell.about.is_empty());
        if cell.lines.is_empty() {
            open += 1;
            let behaviour = band.anchor.trim_start_matches("e-");
            assert!(cell.ask.contains(behaviour) && cell.ask.contains("pathway=") && cell.ask.contains("child="));
        }
    }
    assert!(open > 0, "the demo has something nobody has asked");
}

#[test]
fn five_children_get_two_sheets_of_even_size_and_each_anchor_once() {
    let (projection, words) = (projection_of(document(), &Clearance::whole()), english());
    let mut view = view(&projection);
    let extra: Vec<_> = view.children.iter().take(2).cloned().collect();
    view.children.extend(extra.into_iter().map(|mut child| {
        child.id = practice::ids::EntryId(uuid::Uuid::from_u128(child.id.0.as_u128() + 1));
        child
    }));
    let made = with_say(&projection, &words, |say| map_view::words(say, &view));
    let sizes: Vec<usize> = made.sheets.iter().map(|sheet| sheet.kids.len()).collect();
    assert_eq!(sizes, [3, 2]);
    let anchors: Vec<&String> = made.sheets.iter().flat_map(|s| &s.bands).map(|band| &band.anchor).collect();
    assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len());
}

#[test]
fn without_children_or_behaviours_the_map_still_stands() {
    let mut empty = document();
    empty.entries.clear();
    let (projection, words) = (projection_of(empty, &Clearance::whole()), english());
    let made = with_say(&projection, &words, |say| map_view::words(say, &view(&projection)));
    assert!(made.is_empty && made.sheets.is_empty() && made.lede.is_empty());
    let frame = with_say(&projection, &words, |say| CaseFrame::new(say, &projection, Tab::Map));
    assert!(frame.children.is_empty() && frame.harm.is_empty());
}

#[test]
fn the_children_come_first_and_no_page_title_or_bar_has_a_surname() {
    let (projection, words) = (projection_of(document(), &Clearance::whole()), english());
    let frame = with_say(&projection, &words, |say| CaseFrame::new(say, &projection, Tab::Overview));
    let surnames: Vec<String> = projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::Person(person) => person.name.as_str().split_whitespace().nth(1).map(str::to_owned),
            _ => None,
        })
        .collect();
    assert!(surnames.len() > 3, "the control: the family has surnames");
    let bar = format!("{} {} {} {}", frame.named, frame.harm, frame.hold, frame.undetermined);
    assert!(surnames.iter().all(|surname| !bar.contains(surname.as_str())), "{bar}");
}

#[test]
fn a_role_is_read_from_the_decision_and_never_from_gender() {
    // The same family with the parts changed round: the page follows.
    let mut changed = document();
    for revision in &mut changed.entries {
        if let Change::Recorded(content) | Change::Revised(content) = &mut revision.change
            && let Body::RoleDecision(decision) = &mut content.body
        {
            decision.role = match decision.role {
                Role::Perpetrator => Role::Survivor,
                Role::Survivor => Role::Perpetrator,
                other => other,
            };
        }
    }
    let words = english();
    let before = projection_of(document(), &Clearance::whole());
    let after = projection_of(changed, &Clearance::whole());
    let before = with_say(&before, &words, |say| CaseFrame::new(say, &before, Tab::Map));
    let after = with_say(&after, &words, |say| CaseFrame::new(say, &after, Tab::Map));
    assert!(!before.harm.is_empty() && after.hold.contains(&before.harm));
}

#[test]
fn what_is_withheld_changes_nothing_on_the_map() {
    let clearance = Clearance { labels: [Label::Professional].into_iter().collect(), audience: Audience::Team };
    let words = english();
    let whole = projection_of(document(), &clearance);
    let mut without = document();
    let hidden: BTreeSet<_> = without
        .entries
        .iter()
        .filter(|r| {
            r.content().is_some_and(|c| c.label == Label::SurvivorConfidential && matches!(c.body, Body::Effort(_)))
        })
        .map(|revision| revision.id)
        .collect();
    assert!(!hidden.is_empty(), "the control: the demo has something kept to her own workers");
    without.entries.retain(|revision| !hidden.contains(&revision.id));
    let without = projection_of(without, &clearance);
    let made = |p: &Projection| format!("{:?}", with_say(p, &words, |say| map_view::words(say, &view(p))));
    assert_eq!(made(&whole), made(&without));
    let all = projection_of(document(), &Clearance::whole());
    assert_ne!(made(&all), made(&without), "the control: who may see it sees it");
}
