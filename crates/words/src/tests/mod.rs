//! Everything there is to say has words; dates come out and go in.

mod pack;
mod said;
mod time;

use crate::{OverlayError, Words, unmarked};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};
use jiff::civil::{Date, date};
use practice::when::{ApproxDate, Happened, Season};
use std::collections::{BTreeMap, BTreeSet};

fn words() -> Words {
    Words::new("en").expect("English is there")
}

const TODAY: Date = date(2026, 11, 19);

#[test]
fn the_files_can_be_read_and_no_key_stands_twice() {
    assert_eq!(words().problems(), &[] as &[String]);
}

#[test]
fn every_file_of_words_is_built_in() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found: Vec<String> = ["locales/en", "locales/pl", "packs/base/en"]
        .iter()
        .flat_map(|folder| {
            let names = std::fs::read_dir(root.join(folder)).expect("the folder is there");
            names.map(move |name| format!("{folder}/{}", name.expect("a name").file_name().to_string_lossy()))
        })
        .collect();
    found.sort();
    let mut built_in: Vec<String> =
        [crate::catalogue::EN, crate::catalogue::PL].concat().iter().map(|file| file.name.to_owned()).collect();
    built_in.sort();
    assert_eq!(built_in, found, "list each file once in crates/words/src/catalogue.rs");
}

#[test]
fn a_missing_key_shows_and_is_counted() {
    let words = words();
    assert_eq!(words.say("no-such-key"), "⟪no-such-key⟫");
    assert_eq!(words.missing(), ["no-such-key"]);
    // A sentence with nothing put into it is counted too.
    let _ = words.say("signed-in-as");
    assert_eq!(words.missing().len(), 2);
}

#[test]
fn names_are_listed_and_sorted_as_readers_expect() {
    let words = words();
    assert_eq!(words.list(&["Ola", "Kuba", "Maja"]), "Ola, Kuba and Maja");
    assert_eq!(words.list_or(&["Ola", "Kuba"]), "Ola or Kuba");
    let mut names = ["Zofia", "Łucja", "Ewa", "Marek", "éva"];
    words.sort_by_name(&mut names, |name| name);
    assert_eq!(names, ["éva", "Ewa", "Łucja", "Marek", "Zofia"]);
}

#[test]
fn a_name_written_from_right_to_left_is_isolated_and_others_are_left_alone() {
    let words = words();
    assert_eq!(words.say_with("signed-in-as", &[("name", "Ewa".into())]), "Signed in as Ewa.");
    let arabic = words.say_with("signed-in-as", &[("name", "ليلى".into())]);
    assert_eq!(arabic, "Signed in as \u{2068}ليلى\u{2069}.");
    assert_eq!(unmarked(&arabic), "Signed in as ليلى.");
}

#[test]
fn the_pseudo_locale_brackets_every_word() {
    let words = Words::new("en-XA").expect("the pseudo-locale is there");
    assert_eq!(words.say("save"), "⟦Šávé⟧");
    assert_eq!(words.say_with("signed-in-as", &[("name", "Ewa".into())]), "⟦Šíğñéd íñ áš Ewa.⟧");
    assert!(words.when(&Happened::On(ApproxDate::Year(2014))).starts_with('⟦'));
    // Dates are typed in it as in the language it was made from.
    let spring = Happened::On(ApproxDate::Season(2026, Season::Spring));
    assert_eq!(words.typed_when("spring 2026", TODAY), Ok(spring));
}

#[test]
fn text_that_is_not_in_fluent_is_found() {
    let words = Words::new("en-XA").expect("the pseudo-locale is there");
    let page = format!(
        "{}\n{} 17\nDelete now\n",
        words.say_with("signed-in-as", &[("name", words.say("save").into())]),
        words.say("save")
    );
    assert_eq!(crate::outside_fluent(&page), ["Delete now"]);
}

#[test]
fn an_agency_may_choose_its_own_terms() {
    use practice::kinds::impact::Pathway;
    let ours = words();
    assert!(ours.explain(Pathway::ThroughCare).contains("the protective parent’s days"));
    let own = "-survivor-possessive = the non-offending parent’s\nsave = Keep\n";
    let theirs = Words::overlaid("en", own).expect("the overlay can be read");
    assert!(theirs.explain(Pathway::ThroughCare).contains("the non-offending parent’s days"));
    assert_eq!((theirs.say("save"), theirs.say("cancel")), ("Keep".to_owned(), "Cancel".to_owned()));
    let wrong = Words::overlaid("en", "save = Keep\nthis is no line\n");
    assert_eq!(wrong.err(), Some(OverlayError::Unreadable { line: "this is no line".into() }));
}

#[test]
fn words_turned_round_are_laid_out_from_right_to_left() {
    let words = Words::new("ar-XB").expect("the pseudo-locale is there");
    assert_eq!((words.locale(), words.direction()), ("ar-XB", "rtl"));
    assert_eq!(words.say("save"), "\u{202E}Save\u{202C}");
    assert_eq!(unmarked(&words.say("exit")), "Exit this page");
    let spring = Happened::On(ApproxDate::Season(2026, Season::Spring));
    assert_eq!(words.typed_when("spring 2026", TODAY), Ok(spring));
}

#[test]
fn polish_has_every_word_of_the_interface() {
    let words = Words::new("pl").expect("Polish is there");
    assert_eq!(words.problems(), &Vec::<String>::new()[..]);
    assert_eq!(words.untranslated(), &Vec::<String>::new()[..], "translate these in locales/pl");
    assert_eq!(words.say("nav-work"), "Moja praca");
}

/// A translated sentence stands in the place of the whole English one, its attributes among it: what it leaves out is
/// gone, and what it does not put in is never said.
#[test]
fn polish_has_the_attributes_and_the_variables_of_english() {
    let polish = shape(crate::catalogue::PL);
    assert!(polish.len() > 1000);
    for (key, variables) in shape(crate::catalogue::EN) {
        let translated = polish.get(&key);
        let whole = key.split('.').next().is_some_and(|message| polish.contains_key(message));
        assert!(translated.is_none_or(|there| *there == variables), "{key}: {variables:?}, not {translated:?}");
        assert!(translated.is_some() || !whole, "{key} is missing");
    }
}

/// Every key and attribute of these files with the variables in it.
fn shape(files: &[crate::catalogue::File]) -> BTreeMap<String, BTreeSet<String>> {
    let mut shape = BTreeMap::new();
    for file in files {
        let resource = FluentResource::try_new(file.text.to_owned()).expect(file.name);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                shape.insert(message.id.name.to_owned(), variables(value));
            }
            for attribute in &message.attributes {
                shape.insert(format!("{}.{}", message.id.name, attribute.id.name), variables(&attribute.value));
            }
        }
    }
    shape
}

/// The names of variables, out of the tree of a sentence as it prints itself.
fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let tree = format!("{pattern:?}");
    tree.split("VariableReference { id: Identifier { name: \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}
