//! The picture of the demo family's map: the same facts as the view, and nothing a page would not allow.

#![expect(clippy::expect_used, reason = "a test that cannot build its family fails, and says why")]

use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::event::CaseEvent;
use practice::format::CaseDocument;
use practice::project::project;
use practice::views::{MapView, map};
use words::Words;

fn demo() -> MapView {
    let document: CaseDocument = serde_json::from_str(include_str!("../../../demo/family.json")).expect("the demo");
    let mut case = CaseFile::open(document.case.clone());
    for revision in document.entries {
        case.apply(CaseEvent::Entry(Box::new(revision))).expect("the demo folds");
    }
    let pack = words::base_pack().expect("the pack");
    map(&project(&case, &Clearance::whole()), &pack, jiff::civil::date(2026, 11, 24))
}

/// All words of a picture, without markup and line breaks.
fn said(svg: &str) -> String {
    let mut said = String::new();
    for (n, part) in svg.split('<').enumerate() {
        if let Some((tag, text)) = part.split_once('>').filter(|_| n > 0)
            && tag.starts_with("text")
        {
            said.push_str(text);
            said.push(' ');
        }
    }
    said.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[test]
fn says_every_act_every_effect_and_every_answer() {
    let view = demo();
    let words = Words::new("en").expect("English");
    let said = said(&draw::picture(&view, &words));
    let has = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&text), "missing: {text}");
    };
    assert!(view.bands.len() > 5);
    for band in &view.bands {
        has(&band.behaviour.act);
        has(&words.when(&band.behaviour.envelope.happened));
        has(&words.known_all(&band.behaviour.envelope.known));
        band.answers.iter().for_each(|effort| has(&effort.act));
        for path in &band.paths {
            path.carried.iter().chain(path.cells.iter().flat_map(|cell| &cell.impacts)).for_each(|i| has(&i.what));
        }
    }
    // The control: what is not on the map is not in the picture.
    assert!(!said.contains("Buys a yacht"));
}

#[test]
fn an_empty_cell_says_not_yet_asked() {
    let view = demo();
    let words = Words::new("en").expect("English");
    let open =
        view.bands.iter().flat_map(|b| &b.paths).flat_map(|p| &p.cells).filter(|c| c.impacts.is_empty()).count();
    let unanswered = view.bands.iter().filter(|band| band.answers.is_empty()).count();
    let said = said(&draw::picture(&view, &words));
    assert_eq!(said.matches(&words.say("not-yet-asked")).count(), open + unanswered);
    assert!(words.missing().is_empty(), "{:?}", words.missing());
}

#[test]
fn typed_markup_stays_text_and_nothing_is_styled_inline() {
    let mut view = demo();
    let band = view.bands.first_mut().expect("a band");
    band.behaviour.act = "<script>alert(1)</script> & \"more\"".to_owned();
    let svg = draw::picture(&view, &Words::new("en").expect("English"));
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"));
    assert!(!svg.contains("style=") && !svg.contains("href="));
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
}

#[test]
fn a_map_with_nothing_on_it_can_be_drawn() {
    let mut view = demo();
    view.bands.clear();
    view.children.clear();
    view.survivors.clear();
    let svg = draw::picture(&view, &Words::new("en").expect("English"));
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
}
