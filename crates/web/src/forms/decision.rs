//! The form of a decision: one page with every question of its test, each with its answer, the evidence for and against it
//! from the case, and what is missing. It advises and never recommends.

use super::dissent;
use super::field::{Choice, Control, Field, Section};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::kinds::decision::{Answer, Decided, Decision, Emergency};
use practice::kinds::people::Role;
use practice::kinds::{ANY, Kind, PEOPLE};
use practice::spoken::Names;
use practice::test_pack::{Question, Test, undone};
use practice::text::{Code, Text};
use practice::when::ApproxDate;
use words::unmarked;

/// Where evidence is looked for when the question does not say.
const USUAL: [Kind; 8] = [
    Kind::Behaviour,
    Kind::Effort,
    Kind::Impact,
    Kind::Voice,
    Kind::SystemResponse,
    Kind::Contact,
    Kind::DailyCare,
    Kind::CareConcern,
];

/// The test that a form is about, where one is chosen.
fn test<'a>(raw: &Raw, prefix: &str, tools: Tools<'a>) -> Option<&'a Test> {
    let code = Code::parse(raw.one(&format!("{prefix}test"))).ok()?;
    tools.pack.test(&code)
}

/// The names that go into its questions.
fn names(raw: &Raw, tools: Tools<'_>) -> Names {
    let person = raw.one("person").parse().ok().and_then(|id| tools.scene.name(id));
    tools.words.names_of(&tools.scene.cast, person)
}

/// A question as it stands on the form: its code, its words, and where its evidence is looked for.
struct Asked<'a> {
    code: Code,
    words: String,
    question: Option<&'a Question>,
}

/// The questions of the form: those of the test, then those that were answered in an earlier version and are asked no more.
/// What was answered keeps the words in which it was asked.
fn asked<'a>(raw: &Raw, tools: Tools<'a>) -> Vec<Asked<'a>> {
    let names = names(raw, tools);
    let kept = |code: &Code| raw.one(&format!("asked_{code}")).to_owned();
    let mut all: Vec<Asked<'a>> = Vec::new();
    for question in test(raw, "", tools).into_iter().flat_map(|test| &test.questions) {
        let kept = kept(&question.code);
        let words = if kept.is_empty() { tools.words.spoken(&question.ask, &names) } else { kept };
        all.push(Asked { code: question.code.clone(), words, question: Some(question) });
    }
    let earlier = raw.iter().filter_map(|(name, _)| Code::parse(name.strip_prefix("asked_")?).ok());
    for code in earlier.collect::<Vec<_>>() {
        if !all.iter().any(|known| known.code == code) {
            all.push(Asked { words: kept(&code), code, question: None });
        }
    }
    all
}

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Decision> {
    let tools = reading.tools;
    let test = test(reading.raw, "", tools);
    let code = match test {
        Some(test) => test.code.clone(),
        // A test of another pack, or of a newer one, keeps its code. Without one there are no questions to mend yet.
        None => reading.code("test", "form-error-decision-test")?,
    };
    if !reading.raw.has("children") {
        reading.fault("children", "refusal-missing-decision-children");
    }
    let children = reading.entries("children", PEOPLE);
    let proposal = reading.text_required("proposal", "form-error-proposal");
    let person = match test.and_then(|test| test.person.as_ref()) {
        Some(_) => reading.entry_required("person", PEOPLE, "form-error-person"),
        None => reading.entry("person", PEOPLE),
    };
    let main_reasons = reading.text("main_reasons");
    let answers = answers(reading);
    let dissent = dissent::read(reading);
    let emergency = emergency(reading);
    let decided = decided(reading);
    let return_by = reading.day("return_by");
    let version = test.map_or_else(|| reading.raw.one("version").parse().unwrap_or(1), |test| test.version);
    let decision = Decision {
        test: code,
        version,
        children,
        proposal: proposal?,
        person,
        main_reasons,
        answers,
        dissent,
        emergency,
        decided,
        return_by,
    };
    before_it_is_taken(reading, test, &decision);
    Some(decision)
}

/// A decision that is taken has an answer to every question, and a day of return where somebody is moved. In an emergency one
/// acts first and answers later.
fn before_it_is_taken(reading: &mut Reading<'_>, test: Option<&Test>, decision: &Decision) {
    let (Some(test), Some(decided), None) = (test, &decision.decided, &decision.emergency) else { return };
    for code in undone(test, decision) {
        reading.fault(format!("answer_{code}"), "form-error-answer-before-deciding");
    }
    if test.returns.is_some()
        && decided.as_proposed
        && decision.return_by.is_none()
        && !reading.raw.has("return_by")
    {
        reading.fault("return_by", "form-error-return-by");
    }
    for (field, day) in [("return_by", decision.return_by)] {
        if day.is_some_and(|day| day < decided.on) {
            reading.fault(field, "refusal-ends_before_it_begins");
        }
    }
}

fn answers(reading: &mut Reading<'_>) -> Vec<Answer> {
    let mut all = Vec::new();
    for asked in asked(reading.raw, reading.tools) {
        let code = &asked.code;
        let answer = reading.text(&format!("answer_{code}"));
        let missing = reading.text(&format!("missing_{code}"));
        let in_favour = reading.links(&format!("for_{code}"), ANY);
        let against = reading.links(&format!("against_{code}"), ANY);
        let said = answer.is_some() || missing.is_some() || !in_favour.is_empty() || !against.is_empty();
        if let (true, Ok(words)) = (said, Text::parse(&unmarked(&asked.words))) {
            all.push(Answer { question: asked.code, asked: words, answer, in_favour, against, missing });
        }
    }
    all
}

fn emergency(reading: &mut Reading<'_>) -> Option<Emergency> {
    let why = reading.text("urgent");
    let complete_by = reading.day("complete_by");
    match (why, complete_by) {
        (Some(why), Some(complete_by)) => Some(Emergency { why, complete_by }),
        (Some(_), None) if !reading.raw.has("complete_by") => {
            reading.fault("complete_by", "form-error-complete-by");
            None
        }
        (None, Some(_)) if !reading.raw.has("urgent") => {
            reading.fault("urgent", "form-error-urgent");
            None
        }
        _ => None,
    }
}

fn decided(reading: &mut Reading<'_>) -> Option<Decided> {
    let what = reading.text("decided");
    let on = reading.day("decided_on");
    let as_proposed = reading.yes_or_no("as_proposed");
    if what.is_none() && on.is_none() && as_proposed.is_none() {
        return None;
    }
    for (field, key) in [
        ("decided", "form-error-decided"),
        ("decided_on", "form-error-decided-on"),
        ("as_proposed", "form-error-as-proposed"),
    ] {
        if !reading.raw.has(field) {
            reading.fault(field, key);
        }
    }
    Some(Decided { what: what?, as_proposed: as_proposed?, on: on? })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, decision: &Decision) {
    writing.raw.set("test", decision.test.as_str());
    writing.raw.set("version", decision.version.to_string());
    writing.entries("children", &decision.children);
    writing.text("proposal", Some(&decision.proposal));
    writing.entry("person", decision.person);
    writing.text("main_reasons", decision.main_reasons.as_ref());
    for answer in &decision.answers {
        let code = &answer.question;
        writing.text(&format!("asked_{code}"), Some(&answer.asked));
        writing.text(&format!("answer_{code}"), answer.answer.as_ref());
        writing.text(&format!("missing_{code}"), answer.missing.as_ref());
        writing.links(&format!("for_{code}"), &answer.in_favour);
        writing.links(&format!("against_{code}"), &answer.against);
    }
    dissent::write(writing, &decision.dissent);
    if let Some(emergency) = &decision.emergency {
        writing.text("urgent", Some(&emergency.why));
        writing.date("complete_by", Some(ApproxDate::Day(emergency.complete_by)));
    }
    if let Some(decided) = &decision.decided {
        writing.text("decided", Some(&decided.what));
        writing.date("decided_on", Some(ApproxDate::Day(decided.on)));
        writing.raw.set("as_proposed", if decided.as_proposed { "yes" } else { "no" });
    }
    writing.date("return_by", decision.return_by.map(ApproxDate::Day));
}

/// Shows what is proposed, for whom, and why. Before a test is chosen, the tests.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let tools = show.tools;
    let Some(test) = test(show.raw, show.prefix, tools) else { return choose(show) };
    let names = names(show.raw, tools);
    let spoken = |text| tools.words.spoken(text, &names);
    let mut fields = vec![show.hidden("test"), show.hidden("version"), show.children("children")];
    fields.push(show.asked("proposal", spoken(&test.proposal), String::new(), 2));
    if let Some(ask) = &test.person {
        let mut choices = vec![show.blank("person")];
        choices.extend(show.people_by(&[Role::Perpetrator, Role::Survivor, Role::Kin, Role::Undetermined]));
        fields.push(Field { label: spoken(ask), ..show.chosen("person", Control::Select, choices) });
    }
    fields.push(show.area("main_reasons", 3));
    Section { title: spoken(&test.title), hint: spoken(&test.about), ..Section::plain(fields) }
}

fn choose(show: &Show<'_>) -> Section {
    let tools = show.tools;
    let names = names(show.raw, tools);
    let choices = tools.pack.tests.iter().filter(|test| !test.hidden).map(|test| Choice {
        value: test.code.to_string(),
        words: tools.words.spoken(&test.title, &names),
        hint: tools.words.spoken(&test.about, &names),
        ..Choice::default()
    });
    let fields = vec![show.chosen("test", Control::Radios, choices.collect())];
    let mut section = Section::plain(fields);
    section.list = "test".to_owned();
    section.button = show.say("form-decision-show-questions");
    section
}

/// Shows the questions, dissent, the emergency and what was decided.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let tools = show.tools;
    let test = test(show.raw, show.prefix, tools);
    if test.is_none() && !show.has("version") {
        return Vec::new();
    }
    let names = names(show.raw, tools);
    let mut sections = Vec::new();
    for asked in asked(show.raw, tools) {
        sections.extend(question(show, &asked, test, &names));
    }
    sections.push(dissent::section(show));
    let urgent = vec![show.area("urgent", 2), show.date("complete_by")];
    sections.push(Section::folding(
        show.say("form-decision-emergency-title"),
        show.say("form-decision-emergency-hint"),
        urgent,
    ));
    let choice =
        |value: &str, key: &str| Choice { value: value.to_owned(), words: show.say(key), ..Choice::default() };
    let as_proposed =
        vec![choice("yes", "form-decision-as-proposed-yes"), choice("no", "form-decision-as-proposed-no")];
    let mut taken = vec![
        show.area("decided", 2),
        show.chosen("as_proposed", Control::Radios, as_proposed),
        show.date("decided_on"),
    ];
    if let Some(returns) = test.and_then(|test| test.returns.as_ref()) {
        taken.push(Field { label: tools.words.spoken(returns, &names), ..show.date("return_by") });
    }
    sections.push(Section {
        title: show.say("form-decision-decided-title"),
        hint: show.say("form-decision-decided-hint"),
        ..Section::plain(taken)
    });
    sections
}

fn question(show: &Show<'_>, asked: &Asked<'_>, test: Option<&Test>, names: &Names) -> Vec<Section> {
    let words = show.tools.words;
    let code = &asked.code;
    let mut hints: Vec<String> = Vec::new();
    if let Some(question) = asked.question {
        if !question.hint.is_empty() {
            hints.push(words.spoken(&question.hint, names));
        }
        if let Some(caution) = &question.caution {
            let typed = show.one(&format!("answer_{code}"));
            if caution.fits(typed) {
                hints.push(words.spoken(&caution.says, names));
            }
        }
    } else {
        hints.push(show.say("form-decision-earlier-question"));
    }
    let place = test.and_then(|test| test.place(code));
    let title = match place {
        Some(n) => {
            words.say_with("form-decision-question", &[("n", n.into()), ("question", asked.words.as_str().into())])
        }
        None => asked.words.clone(),
    };
    let fields = vec![
        show.hidden(&format!("asked_{code}")),
        show.asked(&format!("answer_{code}"), show.say("form-decision-answer"), String::new(), 4),
        show.asked(&format!("missing_{code}"), show.say("form-decision-missing"), String::new(), 2),
    ];
    let main = Section { title, hint: hints.join(" "), ..Section::plain(fields) };
    let kinds: Vec<Kind> = match asked.question {
        Some(question) if !question.evidence.is_empty() => question.evidence.clone(),
        _ => USUAL.to_vec(),
    };
    let evidence = |list: &str, title: &str| {
        let list = format!("{list}_{code}");
        let mut section = Section::folded(show.say(title), String::new(), Vec::new());
        section.rows = (0..show.rows(&list))
            .map(|row| super::field::Row { title: String::new(), fields: evidence_row(show, &list, row, &kinds) })
            .collect();
        section.open = show.asks_for(&list) || section.has_fault() || show.raw.rows(&list) > 0;
        section.list = list;
        section
    };
    vec![main, evidence("for", "form-decision-for"), evidence("against", "form-decision-against")]
}

/// One piece of evidence: an entry of the case. Who makes the connection, where somebody said so, is kept as it is.
fn evidence_row(show: &Show<'_>, list: &str, row: usize, kinds: &[Kind]) -> Vec<Field> {
    let name = |part: &str| format!("{list}-{row}-{part}");
    let to = name("to");
    let mut choices = vec![Choice { words: show.say("form-decision-no-evidence"), ..Choice::default() }];
    for kind in kinds {
        let group = show.tools.words.name(*kind);
        let items = show.items(*kind).into_iter();
        choices.extend(items.map(|choice| Choice { words: short(&choice.words), group: group.clone(), ..choice }));
    }
    let label = show.tools.words.say_with("form-decision-evidence", &[("n", (row + 1).into())]);
    let mut fields = vec![Field { label, hint: String::new(), ..show.chosen(&to, Control::Select, choices) }];
    fields.extend(["by", "by-other", "words"].into_iter().map(|part| show.hidden(&name(part))));
    fields
}

/// What an entry says, short enough for a list.
fn short(words: &str) -> String {
    const LONG: usize = 90;
    if words.chars().count() <= LONG {
        return words.to_owned();
    }
    let cut: String = words.chars().take(LONG).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// What a link to the form knows: which test, for which children, and for a new one everything that a test asks of itself.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    if !raw.has("children") {
        for child in tools.scene.with(Role::Child) {
            raw.push("children", child.id.to_string());
        }
    }
    if let Some(test) = test(raw, "", tools) {
        let version = test.version.to_string();
        raw.set("version", version);
    }
}
