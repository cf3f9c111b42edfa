//! The page of questions: where one is, the questions of a section with what helps to ask them, and everything else that was
//! answered, carried along unseen so that the page alone has all of it.

use super::answers::{CARE, asked_words, is_answer, key, key_of, named};
use super::fill::{Filling, here};
use crate::fields::FaultLine;
use crate::forms::desk::Desk;
use crate::forms::draft::{DraftWords, Found};
use crate::forms::envelope::label_field;
use crate::forms::fault::Fault;
use crate::forms::field::{Choice, Control, Field};
use crate::forms::show::Show;
use crate::page::Page;
use crate::pages::frame::{CaseFrame, Tab, base, entry_href};
use askama::Template;
use practice::ids::EntryId;
use practice::instrument::{Asked, ForWhom, Form, known};
use practice::label::Label;
use std::collections::BTreeSet;
use words::CareQuestion;

/// What a page is made from.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) filling: &'a Filling,
    pub(crate) found: Option<&'a Found>,
    pub(crate) faults: &'a [Fault],
    pub(crate) unsaved: bool,
}

/// A section in the way through.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) here: bool,
}

/// What one may hear, and what to say to it.
#[derive(Debug)]
pub(crate) struct Hears {
    pub(crate) hears: String,
    pub(crate) says: String,
}

/// One question on the page.
#[derive(Debug)]
pub(crate) struct QuestionBox {
    pub(crate) key: String,
    pub(crate) note: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) group: String,
    pub(crate) prompts: Vec<String>,
    pub(crate) follow_ups: Vec<String>,
    pub(crate) replies: Vec<Hears>,
    /// What the case knows already: where it leads, and what it says.
    pub(crate) known: Vec<(String, String)>,
    /// Why it is left out.
    pub(crate) skip: Option<Field>,
    /// The words in which it was asked before, where they were others.
    pub(crate) asked_before: String,
    pub(crate) new: bool,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "ask/fill.html")]
pub(crate) struct FillPage {
    pub(crate) page: Page,
    pub(crate) frame: CaseFrame,
    pub(crate) action: String,
    pub(crate) title: String,
    pub(crate) with: String,
    pub(crate) about: String,
    pub(crate) safety: Vec<String>,
    pub(crate) safety_open: bool,
    pub(crate) faults: Vec<FaultLine>,
    pub(crate) draft: DraftWords,
    pub(crate) unsaved: bool,
    pub(crate) steps: Vec<Step>,
    pub(crate) section: String,
    pub(crate) section_title: String,
    pub(crate) lead: String,
    pub(crate) questions: Vec<QuestionBox>,
    pub(crate) came: bool,
    pub(crate) at_end: bool,
    pub(crate) sitting: Vec<Field>,
    pub(crate) earlier: Vec<(String, Vec<String>)>,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) shown: Vec<String>,
    pub(crate) papers: String,
    pub(crate) language: String,
    pub(crate) last: bool,
}

/// Fields of the sitting, shown at the end.
const SITTING: [&str; 7] = ["when", "alone", "could_overhear", "interpreter", "kept", "kept_words", "label"];

/// Makes the page.
pub(crate) fn page(desk: &Desk<'_>, shown: &Shown<'_>) -> FillPage {
    let filling = shown.filling;
    let words = desk.words();
    let language = words.locale();
    let instrument = &filling.instrument;
    let (so_far, _) = filling.so_far(desk);
    let asked = filling.asked_now(desk, &so_far);
    let sections = Filling::sections(&asked);
    let at_end = filling.section == "end";
    let here_at = sections.iter().find(|section| section.code.as_str() == filling.section).or(sections.first());
    let section = if at_end { None } else { here_at.copied() };
    let code = section.map_or_else(|| "end".to_owned(), |section| section.code.to_string());
    let mut steps: Vec<Step> = sections
        .iter()
        .map(|section| Step {
            code: section.code.to_string(),
            title: section.title.in_words(language),
            here: section.code.as_str() == code,
        })
        .collect();
    steps.push(Step { code: "end".to_owned(), title: words.say("interview-end"), here: code == "end" });
    let show = desk.show("interview", &filling.raw, shown.faults);
    let questions: Vec<QuestionBox> = asked
        .iter()
        .filter(|asked| asked.section.code.as_str() == code)
        .map(|asked| question(desk, filling, &show, asked))
        .collect();
    let sitting =
        if code == "end" { sitting(&show, instrument.asks_what_is_kept, instrument.label) } else { Vec::new() };
    let on_page: BTreeSet<&str> = questions
        .iter()
        .flat_map(|question| question.fields.iter().chain(&question.skip))
        .chain(&sitting)
        .map(|field| field.name.as_str())
        .collect();
    let carried = [
        ("instrument".to_owned(), instrument.code.to_string()),
        ("person".to_owned(), filling.person.to_string()),
        ("interview".to_owned(), filling.interview.to_string()),
    ];
    let hidden: Vec<(String, String)> = filling
        .raw
        .iter()
        .filter(|(name, _)| (is_answer(name) || SITTING.contains(name)) && !on_page.contains(name))
        .flat_map(|(name, values)| values.iter().map(|value| (name.to_owned(), value.clone())))
        .filter(|(_, value)| !value.trim().is_empty())
        .chain(carried)
        .collect();
    let faults = desk.summary(
        shown.faults,
        questions.iter().flat_map(|question| question.fields.iter().chain(&question.skip)).chain(&sitting),
    );
    let title = instrument.title.in_words(language);
    let frame = desk.frame(Tab::Interviews);
    let page = desk.read.page(title.clone());
    let name = desk.scene.name(filling.person).unwrap_or_default();
    let with = if instrument.for_whom == ForWhom::Team { "interview-about-whom" } else { "interview-with-whom" };
    let first = steps.first().is_some_and(|step| step.here);
    FillPage {
        page: if shown.faults.is_empty() { page } else { page.with_errors() },
        action: here(desk),
        with: words.say_with(with, &[("name", name.into())]),
        about: instrument.about.in_words(language),
        safety: instrument.safety.iter().map(|note| note.in_words(language)).collect(),
        safety_open: first,
        faults,
        draft: desk.draft(filling.draft, &here(desk), shown.found, filling.version),
        unsaved: shown.unsaved,
        last: steps.iter().rev().nth(1).is_some_and(|step| step.here),
        steps,
        section_title: section.map_or_else(|| words.say("interview-end"), |s| s.title.in_words(language)),
        lead: section.and_then(|s| s.lead.as_ref()).map(|lead| lead.in_words(language)).unwrap_or_default(),
        shown: questions.iter().map(|question| question.key.clone()).collect(),
        came: !filling.new.is_empty(),
        questions,
        at_end: code == "end",
        section: code,
        sitting,
        earlier: earlier(desk, filling),
        hidden,
        papers: format!(
            "{}/interviews/paper?instrument={}&person={}",
            base(desk.read.case),
            instrument.code,
            filling.person
        ),
        language: instrument.title.of(language).1.to_owned(),
        title,
        frame,
    }
}

/// Answers to questions that the instrument no longer asks, as they were asked: they stay.
fn earlier(desk: &Desk<'_>, filling: &Filling) -> Vec<(String, Vec<String>)> {
    let Some((stands, _)) = &filling.stands else { return Vec::new() };
    let gone = stands.answers.iter().filter(|answer| filling.instrument.question(&answer.question).is_none());
    let name = |who: &practice::source::Who| match who {
        practice::source::Who::Person(id) => desk.scene.name(*id).unwrap_or_default().to_owned(),
        practice::source::Who::Other(text) => text.to_string(),
    };
    gone.map(|answer| (answer.asked.to_string(), desk.words().said_lines(&answer.said, &name))).collect()
}

/// The sitting: when, whether alone, who could overhear, who interpreted; what is kept; who may see it.
fn sitting(show: &Show<'_>, asks_what_is_kept: bool, label: Label) -> Vec<Field> {
    let mut fields =
        vec![show.date("when"), show.yes_or_no("alone"), show.line("could_overhear"), show.line("interpreter")];
    if asks_what_is_kept {
        fields.push(show.yes_or_no("kept"));
        fields.push(show.area("kept_words", 2));
    }
    let mut labels = label_field(show, "label");
    if !show.has("label") {
        // Where nobody chose, it is the label of the instrument.
        let wanted = label.code();
        for choice in labels.groups.iter_mut().flat_map(|group| &mut group.choices) {
            choice.chosen = choice.value == wanted;
        }
    }
    fields.push(labels);
    fields
}

/// One question, with what helps to ask it and what is known already.
fn question(desk: &Desk<'_>, filling: &Filling, show: &Show<'_>, asked: &Asked<'_>) -> QuestionBox {
    let words = desk.words();
    let language = words.locale();
    let (question, about) = (asked.question, asked.about);
    let key = key(&question.code, about);
    let name = format!("q-{key}");
    let ask = asked_words(question, about, desk.tools());
    let texts = |all: &[practice::instrument::Texts]| -> Vec<String> {
        all.iter().map(|text| named(&text.in_words(language), about, desk.tools())).collect()
    };
    let mut group = String::new();
    let mut note = String::new();
    let choices = || -> Vec<Choice> {
        let choice = |choice: &practice::instrument::Choice| Choice {
            value: choice.code.to_string(),
            words: choice.text.in_words(language),
            ..Choice::default()
        };
        question.choices.iter().map(choice).collect()
    };
    let fields = match question.answer {
        Form::Note => {
            note.clone_from(&ask);
            Vec::new()
        }
        Form::Text => vec![show.asked(&name, ask.clone(), String::new(), 3)],
        Form::Quote => vec![
            show.asked(&name, ask.clone(), words.say("interview-quote-hint"), 3),
            show.asked_line(&format!("l-{key}"), words.say("interview-quote-language"), String::new()),
        ],
        Form::Number => vec![show.asked_line(&name, ask.clone(), words.say("interview-number-hint"))],
        Form::Date => vec![show.asked_line(&name, ask.clone(), words.say("interview-date-hint"))],
        Form::One => {
            let mut all = choices();
            all.push(Choice { words: words.say("form-blank"), ..Choice::default() });
            vec![show.asked_of(&name, ask.clone(), String::new(), Control::Radios, all)]
        }
        Form::Many => vec![show.asked_of(&name, ask.clone(), String::new(), Control::Checks, choices())],
        Form::YesNo => {
            let say = |value: &str, key: &str| Choice {
                value: value.to_owned(),
                words: words.say(key),
                ..Choice::default()
            };
            let all = vec![say("yes", "form-yes"), say("no", "form-no"), say("", "form-blank")];
            vec![show.asked_of(&name, ask.clone(), String::new(), Control::Radios, all)]
        }
        Form::Person => {
            let mut all = vec![Choice { words: words.say("form-blank"), ..Choice::default() }];
            all.extend(show.people());
            vec![
                show.asked_of(&name, ask.clone(), String::new(), Control::Select, all),
                show.asked_line(&format!("{name}-other"), words.say("form-somebody-else"), String::new()),
            ]
        }
        Form::CareRow => {
            group.clone_from(&ask);
            let person = desk.scene.name(filling.person).unwrap_or_default();
            let questions = [CareQuestion::Does, CareQuestion::Decides, CareQuestion::Good, CareQuestion::Changes];
            CARE.iter()
                .zip(questions)
                .map(|(part, asks)| {
                    show.asked(&format!("{name}-{part}"), words.care_question(asks, person), String::new(), 2)
                })
                .collect()
        }
    };
    let answered = fields.iter().any(Field::is_used);
    let before = filling.raw.one(&format!("a-{key}"));
    let skip = (question.answer != Form::Note).then(|| {
        let label = words.say_with("interview-left-out", &[("question", ask.as_str().into())]);
        show.asked_line(&format!("s-{key}"), label, words.say("interview-left-out-hint"))
    });
    QuestionBox {
        note,
        group,
        prompts: texts(&question.prompts),
        follow_ups: texts(&question.follow_ups),
        replies: question
            .replies
            .iter()
            .map(|reply| Hears {
                hears: named(&reply.hears.in_words(language), about, desk.tools()),
                says: named(&reply.says.in_words(language), about, desk.tools()),
            })
            .collect(),
        known: known_lines(desk, filling, asked, about),
        skip,
        asked_before: if answered && !before.is_empty() && before != ask {
            before.to_owned()
        } else {
            String::new()
        },
        new: filling.new.iter().any(|new| new == key_of(&name)),
        fields,
        key,
    }
}

/// What the case knows of a question already.
fn known_lines(
    desk: &Desk<'_>,
    filling: &Filling,
    asked: &Asked<'_>,
    about: Option<EntryId>,
) -> Vec<(String, String)> {
    let Some(from) = &asked.question.known_from else { return Vec::new() };
    let team = filling.instrument.for_whom == ForWhom::Team;
    let with = (!team).then_some(filling.person);
    let reader = practice::views::lines::Reader::new(&filling.known, desk.scene.today);
    known(from, &filling.known, &desk.scene.cast, with, about)
        .into_iter()
        .filter_map(|id| filling.known.get(id))
        .take(6)
        .map(|seen| {
            let says = practice::views::overview::says(&reader, &seen.content.body);
            (entry_href(desk.read.case, seen.id), says)
        })
        .collect()
}
