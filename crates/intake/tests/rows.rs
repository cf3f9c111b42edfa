//! Rows become entries: dates that are asked, people who are asked, what changed since, and what is left out.

use crate::bench::{Bench, csv};
use intake::{Changed, Outcome, Question};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::record::{Draft, Intent};
use practice::source::How;

const MAP: &str = "[columns]\ndate = \"Date\"\nwhat = \"What he did\"\nwho = \"Who\"\nwhom = \"To whom\"\n";

fn content(draft: &Draft) -> &practice::entry::Content {
    match &draft.intent {
        Intent::Record(content) | Intent::Revise { content, .. } => content,
        _ => panic!("only recording and revising come from a file"),
    }
}

#[test]
fn a_row_becomes_what_he_did_what_it_did_to_each_child_and_what_she_did() {
    let bench = Bench::new();
    let table = csv("Date,What he did,Who,To whom,Effect,Child,What she did,Source,Words\n\
         3 March 2024,reads her phone,Marek,Sara,does not sleep,Lena and Tomek,hides it,Police log 4471,\"I was afraid\"\n");
    let map = format!(
        "{MAP}effect = \"Effect\"\neffect_on = \"Child\"\ndid = \"What she did\"\nsource = \"Source\"\nwords = \"Words\""
    );
    let plan = bench.plan(&table, &map);
    assert_eq!(bench.said(&plan.faults), Vec::<String>::new());
    assert!(plan.is_ready());
    let kinds: Vec<Kind> = plan.entries.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [Kind::Behaviour, Kind::Impact, Kind::Impact, Kind::Effort]);
    let Body::Behaviour(behaviour) = &content(&plan.drafts[0]).body else { panic!() };
    assert_eq!(
        (behaviour.actor, behaviour.targets.as_slice()),
        (bench.family.marek, [bench.family.sara].as_slice())
    );
    let Body::Impact(impact) = &content(&plan.drafts[1]).body else { panic!() };
    assert_eq!(impact.from[0].behaviour, plan.drafts[0].id);
    let effort = content(&plan.drafts[3]);
    let Body::Effort(said) = &effort.body else { panic!() };
    assert_eq!((said.actor, said.answers[0].to), (bench.family.sara, plan.drafts[0].id));
    // What she did can endanger her: kept closer unless somebody decides.
    assert_eq!(effort.label, Label::SurvivorConfidential);
    let How::InRecord { record, .. } = &content(&plan.drafts[0]).sources[0].how else { panic!() };
    assert_eq!(record.as_str(), "From old records: chronology.xlsx, row 2 (says: Police log 4471)");
    assert_eq!(content(&plan.drafts[0]).sources[0].words.as_ref().unwrap().words.as_str(), "I was afraid");
    let mut bench = bench;
    bench.record(plan.drafts);
}

#[test]
fn the_order_of_a_date_is_asked_where_the_file_does_not_decide_it() {
    let bench = Bench::new();
    let rows = |dates: &[&str]| {
        let mut text = "Date,What he did,Who,To whom\n".to_owned();
        for (n, date) in dates.iter().enumerate() {
            text.push_str(&format!("{date},act {n},Marek,Sara\n"));
        }
        csv(&text)
    };
    let asked = bench.plan(&rows(&["03/04/2024", "05/06/2024"]), MAP);
    assert!(
        matches!(asked.questions.as_slice(), [Question::Order { examples }] if examples[0].0 == 2),
        "{asked:?}"
    );
    assert!(!asked.is_ready());
    for (dates, wanted) in
        [(["03/04/2024", "25/12/2024"], "Day(2024-04-03)"), (["03/04/2024", "12/25/2024"], "Day(2024-03-04)")]
    {
        let plan = bench.plan(&rows(&dates), MAP);
        assert!(plan.is_ready() && format!("{:?}", plan.drafts).contains(wanted), "{dates:?}");
    }
    let both = bench.plan(&rows(&["25/12/2024", "12/25/2024"]), MAP);
    assert_eq!(both.questions, [Question::BothOrders { day_first: 2, month_first: 3 }]);
    let said = format!("{MAP}[rows]\ndates = \"month_first\"");
    let plan = bench.plan(&rows(&["25/12/2024", "12/25/2024"]), &said);
    assert_eq!((plan.questions.len(), bench.said(&plan.faults).len()), (0, 1));
    assert!(bench.said(&plan.faults)[0].starts_with("Row 2, column A:"), "{:?}", bench.said(&plan.faults));
    let words = bench.plan(&rows(&["spring 2024", "since March 2025", "2023", "not known", ""]), MAP);
    assert_eq!((words.questions.len(), words.faults.len(), words.drafts.len()), (0, 0, 5));
}

#[test]
fn names_that_fit_nobody_are_asked_once_and_never_guessed() {
    let bench = Bench::new();
    let table = csv(
        "Date,What he did,Who,To whom\n2024,a,Dad,Mum\n2024,b,dad,Sara\n2024,c,Marek,Mum & Lena\n2024,d,SW,Sara\n",
    );
    let plan = bench.plan(&table, MAP);
    let asked: Vec<(&str, u32)> = plan
        .questions
        .iter()
        .filter_map(|q| if let Question::Person { name, row } = q { Some((name.as_str(), *row)) } else { None })
        .collect();
    assert_eq!(asked, [("Dad", 2), ("Mum", 2), ("SW", 5)]);
    let said = format!("{MAP}[people]\nDad = \"Marek\"\nmum = \"Sara\"\nSW = \"-\"");
    let plan = bench.plan(&table, &said);
    assert_eq!(plan.questions, []);
    // The social worker did nothing to her that belongs on the map: the row says who, or becomes a note.
    assert_eq!(bench.said(&plan.faults).len(), 1);
    assert!(bench.said(&plan.faults)[0].starts_with("Row 5, column C:"));
}

#[test]
fn bringing_a_file_in_again_changes_nothing_and_a_changed_row_is_told_apart() {
    let mut bench = Bench::new();
    let first = "Date,What he did,Who,To whom\n1 May 2024,reads her phone,Marek,Sara\n2 May 2024,takes the key,Marek,Sara\n";
    let plan = bench.plan(&csv(first), MAP);
    let before: Vec<_> = plan.drafts.iter().map(|draft| draft.id).collect();
    bench.record(plan.drafts);
    let again = bench.plan(&csv(first), MAP);
    assert_eq!((again.count(Outcome::There), again.drafts.len()), (2, 0));
    // Rows above it, other spaces and another order change nothing either.
    let moved = "Chronology,,,\nDate,What he did,Who,To whom\n2 May 2024,takes  the key ,Marek,Sara\n1 May 2024,reads her phone,Marek,Sara\n";
    assert_eq!(bench.plan(&csv(moved), MAP).count(Outcome::There), 2);
    let edited = first.replace("takes the key", "takes the car key");
    let told = bench.plan(&csv(&edited), MAP);
    assert_eq!((told.count(Outcome::There), told.count(Outcome::Stays), told.drafts.len()), (1, 1, 0));
    let revise = format!("{MAP}[rows]\nchanged = \"revise\"");
    let told = bench.plan(&csv(&edited), &revise);
    assert_eq!(told.count(Outcome::Revised), 1);
    assert_eq!(told.drafts[0].id, before[1]);
    bench.record(told.drafts);
    assert_eq!(bench.plan(&csv(&edited), &revise).count(Outcome::There), 2);
    // Changed here since: the file does not win.
    let other = first.replace("takes the key", "hides the key");
    let told = bench.plan(&csv(&other), &revise);
    assert_eq!((told.count(Outcome::ChangedHere), told.drafts.len()), (1, 0));
    let _ = Changed::Leave;
}

#[test]
fn two_rows_that_say_the_same_are_two_entries() {
    let bench = Bench::new();
    let row = "2024,shouts,Marek,Sara\n";
    let plan = bench.plan(&csv(&format!("Date,What he did,Who,To whom\n{row}{row}")), MAP);
    assert_eq!(plan.drafts.len(), 2);
    assert_ne!(plan.drafts[0].id, plan.drafts[1].id);
}

#[test]
fn kinds_of_rows_are_asked_and_mapped() {
    let bench = Bench::new();
    let table = csv(
        "Date,What he did,Who,To whom,Type\n2024,shouts,Marek,Sara,Incident\n2024,Called the school,,,Contact\n2024,,,,\n2024,x,,,Admin\n",
    );
    let map = format!("{MAP}kind = \"Type\"\n");
    let asked = bench.plan(&table, &map);
    assert_eq!(asked.questions.iter().filter(|q| matches!(q, Question::Kind { .. })).count(), 3);
    let map = format!("{map}[kinds]\nIncident = \"behaviour\"\ncontact = \"note\"\nAdmin = \"leave_out\"");
    let plan = bench.plan(&table, &map);
    assert_eq!(bench.said(&plan.faults), Vec::<String>::new());
    let kinds: Vec<Kind> = plan.entries.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [Kind::Behaviour, Kind::Note]);
    let left: Vec<&str> = plan.left_out.iter().map(|left| left.fault.key).collect();
    assert_eq!(left, ["import-left-empty", "import-left-chosen"]);
}

#[test]
fn five_hundred_rows_with_ten_kinds_of_mistakes_name_each() {
    let bench = Bench::new();
    let mut text = "Date,What he did,Who,To whom,Effect,Child\n".to_owned();
    let bad = [
        ("31/02/2024", "shouts", "Marek", "Sara", "", ""),
        ("3 March", "shouts", "Marek", "Sara", "", ""),
        ("sometime", "shouts", "Marek", "Sara", "", ""),
        ("1 May 2031", "shouts", "Marek", "Sara", "", ""),
        ("2024", "shouts", "", "Sara", "", ""),
        ("2024", "shouts", "Marek", "", "", ""),
        ("2024", "shouts", "Marek; Sara", "Sara", "", ""),
        ("2024", "shouts", "Marek", "Sara", "cries", ""),
        ("45/13/2024", "shouts", "Marek", "Sara", "", ""),
        ("25:99 1 May 2024", "shouts", "Marek", "Sara", "", ""),
    ];
    for n in 0..500_usize {
        let (date, what, who, whom, effect, child) =
            if n % 50 == 7 { bad[n / 50] } else { ("13/05/2024", "shouts", "Marek", "Sara", "", "") };
        text.push_str(&format!("{date},{what} {n},{who},{whom},{effect},{child}\n"));
    }
    let map = format!("{MAP}effect = \"Effect\"\neffect_on = \"Child\"\n[rows]\ndates = \"day_first\"");
    let plan = bench.plan(&csv(&text), &map);
    let said = bench.said(&plan.faults);
    assert_eq!(said.len(), 10, "{said:#?}");
    for (n, line) in said.iter().enumerate() {
        assert!(line.starts_with(&format!("Row {}", n * 50 + 7 + 2)), "{line}");
        assert!(!line.contains('⟪'), "{line}");
    }
    for (n, row) in bad.iter().enumerate() {
        let wrong = format!("{},{} {},{},{},{},{}\n", row.0, row.1, n * 50 + 7, row.2, row.3, row.4, row.5);
        text = text.replace(&wrong, &format!("13/05/2024,shouts {},Marek,Sara,,\n", n * 50 + 7));
    }
    let plan = bench.plan(&csv(&text), &map);
    assert_eq!((bench.said(&plan.faults).len(), plan.drafts.len()), (0, 500));
}
