//! Roles decide, never gender; names that are words; two people with one name.

use crate::{check, families};
use language::{Cast, Config, Level, Person, Role, analyse};

fn person(name: &str, aliases: &[&str], role: Role) -> Person {
    Person {
        id: String::new(),
        name: name.to_owned(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        role,
    }
}

fn with(people: Vec<Person>, text: &str) -> Vec<String> {
    analyse(text, &Cast { people }, &Config::default()).findings.iter().map(|f| f.family.to_owned()).collect()
}

#[test]
fn the_same_sentence_turns_with_the_roles() {
    let text = "The father failed to protect Lily.";
    assert_eq!(families(text), Vec::<&str>::new());
    let swapped = vec![
        person("Mark Hale", &["Mark", "the father", "father"], Role::Survivor),
        person("Anna Ward", &["Anna", "the mother", "mother"], Role::Perpetrator),
        person("Lily", &[], Role::Child),
    ];
    assert_eq!(with(swapped, text), ["failure_to_protect"]);
}

#[test]
fn an_unknown_role_softens() {
    let people =
        vec![person("Jo", &[], Role::Unknown), person("Sam", &[], Role::Unknown), person("Lily", &[], Role::Child)];
    let report = analyse("Jo failed to protect Lily.", &Cast { people }, &Config::default());
    let finding = report.findings.first().expect("a finding");
    assert!(finding.soft && finding.level < Level::Error, "{finding:?}");
}

#[test]
fn names_that_are_common_words() {
    let people = || {
        vec![
            person("Grace May", &["Grace"], Role::Survivor),
            person("Will Price", &["Will"], Role::Perpetrator),
            person("Tom", &[], Role::Child),
        ]
    };
    assert_eq!(with(people(), "Will slapped Grace in May."), Vec::<String>::new());
    assert_eq!(with(people(), "Grace failed to protect Tom."), ["failure_to_protect"]);
    assert_eq!(with(people(), "There will be a review in May and grace will be said."), Vec::<String>::new());
    let report = analyse("Will slapped Grace on Monday.", &Cast { people: people() }, &Config::default());
    let first = report.behaviours.first().expect("a behaviour");
    assert_eq!(
        (first.actor.as_str(), first.targets.as_slice()),
        ("Will Price", ["Grace May".to_owned()].as_slice())
    );
}

#[test]
fn two_people_with_the_same_name_are_not_guessed_apart() {
    let people = vec![
        person("Sam Hale", &["Sam"], Role::Survivor),
        person("Sam Ward", &["Sam"], Role::Perpetrator),
        person("Lily", &[], Role::Child),
    ];
    let report = analyse("Sam slapped Lily.", &Cast { people }, &Config::default());
    assert!(report.behaviours.is_empty(), "nobody is named as the doer: {:?}", report.behaviours);
}

#[test]
fn suggestions_say_who_whom_and_in_whose_words() {
    let report = check("Anna said that Mark locked her out of the flat on Sunday.");
    let b = report.behaviours.first().expect("a behaviour");
    assert_eq!((b.actor.as_str(), b.voice), ("Mark Hale", language::Voice::Survivor));
    assert_eq!(b.targets, ["Anna Ward"]);
    assert!(check("Mark has never hit Tom.").behaviours.is_empty(), "a denial is no act");
    assert!(check("Mark is to stay away from Anna.").behaviours.is_empty(), "a task is no act");
}

#[test]
fn a_suggestion_has_the_time_of_its_own_act() {
    let when = |text: &str| check(text).behaviours.iter().map(|b| b.when.join("|")).collect::<Vec<_>>();
    assert_eq!(when("Mark slapped Anna on 3 May."), ["3 May"]);
    assert_eq!(when("In June Mark took Anna's bank card."), ["June"]);
    assert_eq!(when("Mark has followed Anna to work since the separation."), ["since the separation"]);
    assert_eq!(when("Mark pushed Anna last Tuesday."), ["last Tuesday"]);
    assert_eq!(when("Mark hit Anna on Sunday and broke her phone on Monday."), ["Sunday", "Monday"]);
    assert_eq!(when("Anna went to the clinic on 3 May, rang the school on 5 May, and Mark hit Tom."), [""]);
    assert_eq!(when("Mark hit Anna."), [""], "the control: no time is made up");
}

#[test]
fn what_is_planned_given_back_or_done_for_somebody_is_no_suggestion() {
    for text in [
        "Mark plans to give back the key.",
        "Mark handed back Anna's car.",
        "Mark collected Lily from nursery.",
        "Mark stopped ringing Anna in August.",
        "Mark might follow Anna.",
        "If Mark hits Anna the police will come.",
        "Officers took Mark's keys and searched the van.",
        "Lily hit Tom with a shoe.",
        "Mark holds a good job at the depot.",
        "Mark has taken it out on Anna.",
    ] {
        assert!(check(text).behaviours.is_empty(), "{text}: {:?}", check(text).behaviours);
    }
    for text in [
        "Mark has said that he will ring her uncle. Anna is afraid.",
        "Mark told the school that Anna was drinking.",
        "Mark decides what Anna eats.",
        "Mark drove past Anna's house eleven times.",
        "Mark has torn up two application forms. Anna taped them.",
    ] {
        assert_eq!(check(text).behaviours.len(), 1, "{text}: {:?}", check(text).behaviours);
    }
}

#[test]
fn a_target_that_is_not_sure_stays_open() {
    let targets = |text: &str| check(text).behaviours.first().map(|b| b.targets.clone());
    assert_eq!(targets("Mark cut up Lily's blazer because Anna had paid for it."), Some(Vec::new()));
    assert_eq!(targets("Mark held the lid on Lily's fingers."), Some(vec!["Lily".to_owned()]));
    assert_eq!(targets("Mark slapped Anna."), Some(vec!["Anna Ward".to_owned()]));
}

#[test]
fn efforts_of_the_survivor_are_offered() {
    let report = check("Anna took Lily next door and rang her sister.");
    assert!(report.efforts.iter().any(|e| e.actor == "Anna Ward"), "{:?}", report.efforts);
}

#[test]
fn of_two_families_on_one_span_the_surer_one_speaks() {
    let found = families("Anna has exposed the children to domestic abuse.");
    assert_eq!(found, ["failure_to_protect"]);
}

#[test]
fn a_doubtful_finding_alone_beside_a_named_act_is_silent() {
    assert_eq!(families("Anna was tearful. She was seen by her GP about her sleep."), ["survivor_pathology"]);
    assert_eq!(families("Anna was tearful. On Sunday Mark strangled Anna in the hall."), Vec::<&str>::new());
    // a clear finding stays
    let clear = families("Anna failed to protect Lily. On Sunday Mark strangled Anna in the hall.");
    assert_eq!(clear, ["failure_to_protect"]);
}
