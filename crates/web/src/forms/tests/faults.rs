//! What is wrong is all said at once, at its field, in words that end with how to mend it.

use super::{Bench, with};
use crate::forms::field::Field;
use crate::forms::kind::{self, WITH_FORM};
use crate::forms::raw::Raw;
use crate::forms::show::Show;
use practice::kinds::Kind;
use testkit::Family;

fn pair(field: &str, what: &str) -> (String, String) {
    (field.to_owned(), what.to_owned())
}

#[test]
fn an_empty_form_names_every_question_that_must_be_answered() {
    let bench = Bench::new();
    for (kind, fields) in [
        (Kind::Behaviour, vec!["actor", "act", "targets"]),
        (Kind::Effort, vec!["actor", "act"]),
        (Kind::Impact, vec!["on", "what"]),
        (Kind::Intersection, vec!["factor", "whose", "mechanism", "what"]),
        (Kind::Unknown, vec!["question"]),
        (Kind::Person, vec!["name"]),
        (Kind::Relationship, vec!["from", "kind", "to"]),
        (Kind::Household, vec!["name", "people"]),
        (Kind::RoleDecision, vec!["person", "role"]),
        (Kind::Note, vec!["title", "text"]),
        (Kind::LivingArrangement, vec!["who", "with"]),
        (Kind::ContactDetail, vec!["whose", "detail_kind", "detail"]),
        (Kind::Voice, vec!["whose", "said"]),
        (Kind::DailyCare, vec!["area", "children", "carer"]),
        (Kind::CareConcern, vec!["carer", "seen", "children-0-child"]),
        (Kind::UseOfForce, vec!["person", "towards", "answer_fear"]),
        (Kind::Contact, vec!["with", "means", "outcome"]),
        (Kind::PartneringStep, vec!["partner", "step", "done"]),
        (Kind::SystemResponse, vec!["agency", "sector", "did"]),
        (Kind::WorkerSafety, vec!["about", "know"]),
        (Kind::Chronology, vec!["title", "purpose", "add"]),
        (Kind::ToolResult, vec!["about", "tool", "result", "filled_by"]),
        (Kind::ChangeReview, vec!["person"]),
        (Kind::Evidence, vec!["person", "of", "seen"]),
    ] {
        let found: Vec<String> = bench.faults(kind, &Raw::default()).into_iter().map(|(field, _)| field).collect();
        assert_eq!(found, fields, "{kind:?}");
        let blanks = Raw::from_pairs(fields.iter().map(|field| ((*field).to_owned(), " \u{a0}\t".to_owned())));
        assert_eq!(bench.faults(kind, &blanks).len(), fields.len(), "{kind:?} takes blanks");
    }
}

#[test]
fn every_fault_has_a_field_on_the_page() {
    let bench = Bench::new();
    for &kind in WITH_FORM {
        let raw =
            with(&Raw::default(), &[("known-0-how", "record"), ("disputed-0-words", "no"), ("usable", "agreed")]);
        let faults = bench.read(kind, &raw).unwrap_err();
        let show =
            Show { raw: &raw, faults: &faults, tools: bench.tools(), form: kind::form_name(kind), prefix: "" };
        let sections = kind::sections(kind, &show);
        let fields: Vec<&Field> = sections.iter().flat_map(super::super::field::Section::fields).collect();
        for fault in &faults {
            let field = fields.iter().find(|field| field.name == fault.field);
            assert!(field.is_some_and(|field| !field.error.is_empty()), "{kind:?}: nothing shows {fault:?}");
            let open = sections.iter().any(|s| s.open && s.fields().any(|field| field.name == fault.field));
            assert!(open, "{kind:?}: {fault:?} is folded away");
        }
    }
}

#[test]
fn no_field_is_without_words() {
    let bench = Bench::new();
    for &kind in WITH_FORM {
        let raw = Raw::default();
        let show = Show { raw: &raw, faults: &[], tools: bench.tools(), form: kind::form_name(kind), prefix: "" };
        for section in kind::sections(kind, &show) {
            assert!(!section.title.contains('⟪') && !section.hint.contains('⟪'), "{kind:?} {section:?}");
            let mut names = std::collections::BTreeSet::new();
            for field in section.fields() {
                assert!(
                    !field.label.contains('⟪') && !field.hint.contains('⟪'),
                    "{kind:?}: {} {}",
                    field.name,
                    field.label
                );
                assert!(names.insert(field.name.clone()), "{kind:?}: {} twice", field.name);
                let choices = field.groups.iter().flat_map(|group| &group.choices);
                assert!(
                    choices.into_iter().all(|c| !c.words.contains('⟪') && !c.hint.contains('⟪')),
                    "{}",
                    field.name
                );
            }
        }
    }
    assert_eq!(bench.words.missing(), Vec::<String>::new());
}

#[test]
fn dates_that_are_none_are_told_so() {
    let bench = Bench::new();
    let note = Raw::from([("title", "a"), ("text", "b")]);
    for when in ["31 February 2026", "32 March", "the day after", "2026-13-01", "99999"] {
        let raw = with(&note, &[("when", when)]);
        assert_eq!(bench.faults(Kind::Note, &raw), [pair("when", "typed")], "{when}");
    }
    let role = Raw::from([("person", bench.family.sara.to_string().as_str()), ("role", "undetermined")]);
    assert_eq!(
        bench.faults(Kind::RoleDecision, &role),
        [pair("review", "form-error-review"), pair("open_questions", "form-error-open_questions")]
    );
    let vague = with(&role, &[("review", "spring 2027"), ("open_questions", "Who is afraid?")]);
    assert_eq!(bench.faults(Kind::RoleDecision, &vague), [pair("review", "form-error-needs-day")]);
}

#[test]
fn ids_of_nothing_of_another_kind_and_of_another_case_are_refused_alike() {
    let bench = Bench::new();
    let f = &bench.family;
    let sara = f.sara.to_string();
    let stranger = Family::new(8);
    let refused = [stranger.marek.to_string(), f.monitoring.to_string(), "not an id".into(), f.id(999).to_string()];
    for id in refused {
        let raw = Raw::from([("actor", id.as_str()), ("act", "x"), ("targets", &sara)]);
        assert_eq!(bench.faults(Kind::Behaviour, &raw), [pair("actor", "form-error-not-in-file")]);
        let raw = Raw::from([("actor", sara.as_str()), ("act", "x"), ("for_whom", &id)]);
        assert_eq!(bench.faults(Kind::Effort, &raw), [pair("for_whom", "form-error-not-in-file")]);
    }
    let other = stranger.monitoring.to_string();
    let effort = Raw::from([("actor", sara.as_str()), ("act", "x"), ("answers-0-to", &other)]);
    assert_eq!(bench.faults(Kind::Effort, &effort), [pair("answers-0-to", "form-error-not-in-file")]);
    let on = format!("child:{}", stranger.lena);
    assert_eq!(
        bench.faults(Kind::Impact, &Raw::from([("on", on.as_str()), ("what", "x")])),
        [pair("on", "form-error-not-in-file")]
    );
    let told = format!("told:{}", stranger.sara);
    let note = Raw::from([("title", "a"), ("text", "b"), ("known-0-how", &told)]);
    assert_eq!(bench.faults(Kind::Note, &note), [pair("known-0-how", "form-error-not-in-file")]);
}

#[test]
fn half_an_answer_is_asked_for_the_other_half() {
    let bench = Bench::new();
    let f = &bench.family;
    let [marek, sara] = [f.marek, f.sara].map(|id| id.to_string());
    let behaviour = Raw::from([("actor", marek.as_str()), ("act", "x"), ("targets", &sara)]);
    for (pairs, field, key) in [
        (vec![("usable", "known"), ("usable-wording", "w")], "usable-from", "form-error-usable-from"),
        (vec![("usable", "known"), ("usable-from", "a charge")], "usable-wording", "form-error-usable-wording"),
        (vec![("usable", "agreed"), ("usable-on", "2026")], "usable-wording", "form-error-usable-wording"),
        (vec![("known-0-words", "he knows")], "known-0-how", "form-error-how"),
        (vec![("known-0-how", "record")], "known-0-record", "form-error-record"),
        (vec![("known-0-how", "told")], "known-0-by", "form-error-who-other"),
        (vec![("known-0-how", "dream")], "known-0-how", "form-error-not-offered"),
        (vec![("disputed-0-by", marek.as_str())], "disputed-0-words", "form-error-dispute-words"),
        (vec![("disputed-0-words", "no")], "disputed-0-by", "form-error-dispute-by"),
        (vec![("answers_effort-0-words", "why")], "answers_effort-0-by", "form-error-basis-by"),
        (vec![("answers_effort-0-by", sara.as_str())], "answers_effort-0-to", "form-error-link-to"),
        (vec![("form", "poem")], "form", "form-error-not-offered"),
        (vec![("label", "secret")], "label", "form-error-not-offered"),
        (vec![("act", "kept"), ("categories", "No such code!")], "categories", "text"),
    ] {
        let faults = bench.faults(Kind::Behaviour, &with(&behaviour, &pairs));
        assert_eq!(faults, [pair(field, key)], "{pairs:?}");
    }
    let said = Raw::from([("whose", sara.as_str()), ("said", "It was not like that")]);
    let back = with(&said, &[("takes_back-entry", &f.sleep.to_string())]);
    assert_eq!(
        bench.faults(Kind::Voice, &back),
        [pair("takes_back-context", "form-error-takes_back-context")],
        "never without what was going on around it"
    );
    let contact = Raw::from([("with", marek.as_str()), ("means", "phone"), ("outcome", "spoke")]);
    for (pairs, field, key) in [
        (vec![("warned_before-said", "Not on a Friday")], "warned_before", "form-error-yes-or-no"),
        (vec![("interpreter-independent", "no")], "interpreter", "form-error-interpreter"),
        (vec![("asked_after", "perhaps")], "asked_after", "form-error-not-offered"),
    ] {
        assert_eq!(bench.faults(Kind::Contact, &with(&contact, &pairs)), [pair(field, key)], "{pairs:?}");
    }
    let response = Raw::from([("agency", "police"), ("sector", "police"), ("did", "came")]);
    for (pairs, field, key) in [
        (vec![("effects-0-effect", "helped")], "effects-0-by", "form-error-whose-view"),
        (vec![("effects-0-why", "he left")], "effects-0-effect", "form-error-effect"),
    ] {
        assert_eq!(bench.faults(Kind::SystemResponse, &with(&response, &pairs)), [pair(field, key)], "{pairs:?}");
    }
    let on = format!("child:{}", f.lena);
    let none = Raw::from([("on", on.as_str()), ("none_seen", "yes")]);
    assert_eq!(bench.faults(Kind::Impact, &none), [pair("none_seen-by", "form-error-who-looked")]);
    let same = Raw::from([("from", sara.as_str()), ("to", &sara), ("kind", "partner")]);
    assert_eq!(bench.faults(Kind::Relationship, &same), [pair("to", "refusal-same_person")]);
}

#[test]
fn hidden_characters_and_endless_texts_are_refused_and_markup_is_only_text() {
    let bench = Bench::new();
    assert_eq!(bench.faults(Kind::Person, &Raw::from([("name", "Ola\u{7}")])), [pair("name", "text")]);
    let endless = "a".repeat(practice::text::LONGEST + 1);
    assert_eq!(bench.faults(Kind::Note, &Raw::from([("title", "t"), ("text", &endless)])), [pair("text", "text")]);
    assert!(bench.read(Kind::Person, &Raw::from([("name", "<script>alert(1)</script>")])).is_ok());
}
