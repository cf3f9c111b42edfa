//! What fits together and what does not; when a question is asked; what answers become.

use super::*;
use crate::kinds::Kind;
use crate::kinds::interview::{Answer, CareSaid, Interview, Said};
use crate::text::Text;

const HEAD: &str = "code = \"t\"\nversion = 1\ntitle = { en = \"T\" }\npaper = { en = \"P\" }\nfor_whom = \"team\"\nlabel = \"staff\"\n[[section]]\ncode = \"s\"\ntitle = { en = \"S\" }\n";

fn question(code: &str, more: &str) -> String {
    format!(
        "[[section.question]]\ncode = \"{code}\"\nask = {{ en = \"Ask {code}?\" }}\ncue = {{ en = \"Cue\" }}\nanswer = \"yes_no\"\n{more}\n"
    )
}

fn refused(questions: &[(&str, &str)]) -> String {
    let toml = questions.iter().fold(HEAD.to_owned(), |toml, (code, more)| toml + &question(code, more));
    Instrument::parse("t.toml", &toml).unwrap_err().to_string()
}

#[test]
fn a_circle_is_refused_with_its_path() {
    let why = refused(&[
        ("a", "show_if = \"${c} = 'yes'\""),
        ("b", "show_if = \"${a} = 'yes'\""),
        ("c", "show_if = \"not(${b} = 'yes' or ${z} = 'no')\""),
        ("z", ""),
    ]);
    assert!(why.starts_with("t.toml, line 11:") && why.contains("a → c → b → a"), "{why}");
    assert!(refused(&[("a", "show_if = \"${a} = 'yes'\"")]).contains("a → a"));
}

#[test]
fn what_does_not_fit_is_named_with_file_line_and_question() {
    for (questions, says) in [
        (vec![("a", ""), ("a", "")], "“a” stands twice"),
        (vec![("a", ""), ("b", "show_if = \"${q} = 'yes'\"")], "“b” is asked depending on “q”"),
        (vec![("a", "show_if = \"${b} = 'yes'\""), ("b", "")], "“a” depends on “b”, which is asked after it"),
        (vec![("a", ""), ("b", "show_if = \"${a} = 'maybe'\"")], "“maybe” to “a”, which does not offer it"),
        (vec![("a", ""), ("b", "goes_to = \"voice wants into=a\"")], "goes together with that to “a”"),
        (vec![("a", "show_if = \"${a} ~ 3\"")], "cannot be read at “~ 3”"),
        (vec![("a", "goes_to = \"behaviour score\"")], "no field “score”"),
        (vec![("a", "goes_to = \"verdict act\"")], "begins with no kind"),
        (vec![("a", "goes_to = \"behaviour act colour=red\"")], "“colour” cannot be fixed"),
        (vec![("a", "anser = 3")], "unknown field `anser`"),
    ] {
        let why = refused(&questions);
        assert!(why.contains("t.toml") && why.contains("line") || why.contains(says), "{why}");
        assert!(why.contains(says), "{why}");
    }
}

/// The control: what fits is read.
#[test]
fn what_fits_is_read_and_written_the_same() {
    let toml = HEAD.to_owned()
        + &question("a", "")
        + &question("b", "show_if = \"${a} = 'yes'\"\ngoes_to = \"behaviour act categories=questioning into=c\"")
        + &question("c", "goes_to = \"behaviour act\"");
    let instrument = Instrument::parse("t.toml", &toml).unwrap();
    let json = serde_json::to_string(&instrument).unwrap();
    assert_eq!(serde_json::from_str::<Instrument>(&json).unwrap(), instrument);
}

fn answers(said: &[(&str, Said)]) -> Interview {
    let text = |text: &str| Text::parse(text).unwrap();
    Interview {
        instrument: Code::parse("t").unwrap(),
        version: 1,
        title: text("T"),
        with: Vec::new(),
        about: Vec::new(),
        alone: None,
        could_overhear: None,
        interpreter: None,
        answers: said
            .iter()
            .map(|(code, said)| Answer {
                question: Code::parse(code).unwrap(),
                about: None,
                asked: text("Asked?"),
                said: said.clone(),
                entries: Vec::new(),
                left: false,
            })
            .collect(),
        skipped: Vec::new(),
        kept: None,
        finished: false,
    }
}

fn shown(instrument: &Instrument, given: &Interview) -> Vec<String> {
    let known = |_: Kind, _: Option<&Code>| false;
    asked(instrument, given, &[], None, &known).into_iter().map(|asked| asked.question.code.to_string()).collect()
}

#[test]
fn a_question_waits_for_what_it_depends_on_and_goes_with_it() {
    let toml = HEAD.to_owned()
        + &question("a", "")
        + &question("b", "show_if = \"${a} = 'yes'\"")
        + &question("c", "show_if = \"${b} = 'yes' or ${a} = 'no'\"");
    let instrument = Instrument::parse("t.toml", &toml).unwrap();
    assert_eq!(shown(&instrument, &answers(&[])), ["a"]);
    let yes = |code: &'static str| (code, Said::YesNo(true));
    assert_eq!(shown(&instrument, &answers(&[yes("a"), yes("b")])), ["a", "b", "c"]);
    // Once the first answer changes, what was answered behind it no longer asks anything.
    let no = ("a", Said::YesNo(false));
    assert_eq!(shown(&instrument, &answers(&[no, yes("b")])), ["a", "c"]);
    assert_eq!(shown(&instrument, &answers(&[yes("b")])), ["a"]);
}

#[test]
fn conditions_are_those_of_xlsform() {
    let given = answers(&[("n", Said::Number(Text::parse("4").unwrap())), ("q", Said::YesNo(true))]);
    let known = |kind: Kind, code: Option<&Code>| kind == Kind::Behaviour && code.is_some();
    let holds = |test: &str| Test::parse(test).unwrap().holds(&given, None, &known);
    for test in [
        "${n} > 3 and ${n}<=4",
        "not(${n} >= 5)",
        "(${q}='no' or ${q} = \"yes\")",
        "selected(${q}, 'yes')",
        "${none} = '' and ${q} != ''",
        "known('behaviour', 'questioning') and answered(${q})",
    ] {
        assert!(holds(test), "{test}");
        assert!(!holds(&format!("not({test})")), "not({test})");
    }
    for broken in ["", "${q}", "${q} = ", "and ${q} = 'yes'", "${q} = 'yes')", "count(${q}) > 1", "known('score')"]
    {
        assert!(Test::parse(broken).is_err(), "{broken}");
    }
    assert!(Test::parse(&"(".repeat(500)).is_err(), "brackets without an end");
}

#[test]
fn answers_become_proposals_and_what_was_looked_at_makes_none() {
    let toml = HEAD.to_owned()
        + &question("a", "goes_to = \"behaviour act categories=questioning\"").replace("yes_no", "text")
        + &question("w", "goes_to = \"voice said\"").replace("yes_no", "text")
        + &question("v", "goes_to = \"voice wants into=w\"").replace("yes_no", "text")
        + &question("care", "goes_to = \"daily_care care area=meals\"").replace("yes_no", "care_row");
    let instrument = Instrument::parse("t.toml", &toml).unwrap();
    let text = |words: &str| Said::Text(Text::parse(words).unwrap());
    let care = Said::Care(CareSaid { does: Text::parse("Cooks").ok(), ..CareSaid::default() });
    let mut given =
        answers(&[("a", text("Asks at night")), ("w", text("Stay")), ("v", text("To sleep")), ("care", care)]);
    let cast = Cast { people: Vec::new() };
    let made = proposals(&instrument, &given, &cast);
    let kinds: Vec<Kind> = made.iter().map(|proposal| proposal.kind).collect();
    assert_eq!(kinds, [Kind::Behaviour, Kind::Voice, Kind::DailyCare]);
    assert!(made[0].fields.contains(&("act", Put::Words("Asks at night".to_owned()))));
    assert!(made[0].fields.contains(&("categories", Put::Code(Code::parse("questioning").unwrap()))));
    assert_eq!(made[1].answers, [1, 2]);
    assert!(made[1].fields.contains(&("wants", Put::Words("To sleep".to_owned()))));
    assert!(made[2].fields.contains(&("does", Put::Words("Cooks".to_owned()))));
    given.answers[0].left = true;
    assert_eq!(proposals(&instrument, &given, &cast).len(), 2);
}

use crate::cast::Cast;
