//! Questions on paper: blank; with what is known already; and one that is safe to carry, on which nothing tells what it is for.

use super::answers::named;
use super::{age, children, instrument, known_for, knows};
use crate::extract::{CaseAllowed, CaseRead};
use crate::forms::desk::Desk;
use crate::page::{Page, html, see_other};
use crate::pages::frame::base;
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::ids::EntryId;
use practice::instrument::{Asked, Each, ForWhom, Form, Given, Instrument, asked, known};
use practice::text::Code;
use practice::views::lines::Reader;
use practice::views::overview::says;

/// A question on paper.
#[derive(Debug)]
struct Line {
    ask: String,
    prompts: Vec<String>,
    known: Vec<String>,
    choices: Vec<String>,
    space: bool,
}

/// A section on paper.
#[derive(Debug)]
struct Part {
    title: String,
    lead: String,
    lines: Vec<Line>,
}

#[derive(Debug, Template)]
#[template(path = "ask/paper.html")]
struct PaperPage {
    page: Page,
    back: String,
    title: String,
    /// Said on every copy that is not safe to carry.
    warning: String,
    notes: Vec<String>,
    parts: Vec<Part>,
    carry: bool,
    language: String,
}

/// Nothing is answered yet, and every question that could come stands on the paper.
struct Everything;

impl Given for Everything {
    fn values(&self, _: &Code, _: Option<EntryId>) -> Vec<String> {
        Vec::new()
    }
}

/// GET /cases/{case}/interviews/paper
pub(crate) async fn page(case: CaseRead, allowed: CaseAllowed) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    if case.query("instrument").is_empty() {
        return Ok(see_other(&format!("{}/interviews", base(case.case))));
    }
    let instrument = instrument(&case, &case.query("instrument")).await?;
    let person: Option<EntryId> = case.query("person").parse().ok().filter(|id| desk.scene.cast.get(*id).is_some());
    let paper = case.query("paper");
    let words = desk.words();
    let language = words.locale();
    let carry = paper == "carry";
    let parts = match person.filter(|_| paper == "known") {
        Some(person) => {
            let projection = known_for(&case, &allowed.allowed, &instrument, person).await?;
            let reader = Reader::new(&projection, case.today);
            let team = instrument.for_whom == ForWhom::Team;
            let of = |asked: &Asked<'_>| -> Vec<String> {
                let Some(from) = &asked.question.known_from else { return Vec::new() };
                known(from, &projection, &desk.scene.cast, (!team).then_some(person), asked.about)
                    .into_iter()
                    .filter_map(|id| projection.get(id))
                    .take(6)
                    .map(|seen| says(&reader, &seen.content.body))
                    .collect()
            };
            let fits = |kind, code: Option<&Code>| knows(&projection, &desk.scene, kind, code);
            let all = asked(
                &everything(&instrument),
                &Everything,
                &children(&desk.scene),
                age(&desk.scene, person),
                &fits,
            )
            .into_iter()
            .map(|asked| {
                (
                    asked.section.code.clone(),
                    asked.section.title.in_words(language),
                    asked.section.lead.clone(),
                    line(&desk, asked.question, asked.about, of(&asked), false),
                )
            })
            .collect();
            grouped(all, language)
        }
        None => {
            let all = instrument
                .questions()
                .filter(|(_, question)| !carry || question.answer != Form::Note)
                .map(|(section, question)| {
                    let title = if carry { String::new() } else { section.title.in_words(language) };
                    let lead = section.lead.clone().filter(|_| !carry);
                    (section.code.clone(), title, lead, line(&desk, question, None, Vec::new(), carry))
                })
                .collect();
            grouped(all, language)
        }
    };
    let title = if carry { instrument.paper.in_words(language) } else { instrument.title.in_words(language) };
    let mut page = case.page(title.clone());
    if carry {
        // Nothing on it tells what it is: no name of the product, none of the family, no banner.
        page.title.clone_from(&title);
    }
    html(&PaperPage {
        page,
        back: format!("{}/interviews", base(case.case)),
        warning: if carry { String::new() } else { words.say("interview-paper-warning") },
        notes: if carry { Vec::new() } else { instrument.safety.iter().map(|n| n.in_words(language)).collect() },
        parts,
        carry,
        language: instrument.title.of(language).1.to_owned(),
        title,
    })
}

/// The instrument with every question in it, whatever it waits for: on paper it cannot wait.
fn everything(instrument: &Instrument) -> Instrument {
    let mut all = instrument.clone();
    for section in &mut all.sections {
        section.show_if = None;
        for question in &mut section.questions {
            question.show_if = None;
        }
    }
    all
}

fn grouped(all: Vec<(Code, String, Option<practice::instrument::Texts>, Line)>, language: &str) -> Vec<Part> {
    let mut parts: Vec<(Code, Part)> = Vec::new();
    for (code, title, lead, line) in all {
        match parts.last_mut().filter(|(last, _)| *last == code) {
            Some((_, part)) => part.lines.push(line),
            None => {
                let lead = lead.map(|lead| lead.in_words(language)).unwrap_or_default();
                parts.push((code, Part { title, lead, lines: vec![line] }));
            }
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

fn line(
    desk: &Desk<'_>,
    question: &practice::instrument::Question,
    about: Option<EntryId>,
    known: Vec<String>,
    carry: bool,
) -> Line {
    let language = desk.words().locale();
    let said = |words: String| -> String {
        match (about, question.each, carry) {
            // On the paper to carry a child is a child, without a name.
            (_, Some(Each::Child), true) => words.replace("{child}", &desk.words().say("interview-each-child")),
            (None, Some(Each::Child), false) => words.replace("{child}", &desk.words().say("interview-each-child")),
            _ => named(&words, about, desk.tools()),
        }
    };
    let ask = match &question.cue {
        Some(cue) if carry => said(cue.in_words(language)),
        _ => said(question.ask.in_words(language)),
    };
    let choices = if carry {
        Vec::new()
    } else {
        match question.answer {
            Form::YesNo => vec![desk.words().say("form-yes"), desk.words().say("form-no")],
            _ => question.choices.iter().map(|choice| choice.text.in_words(language)).collect(),
        }
    };
    Line {
        ask,
        prompts: if carry {
            Vec::new()
        } else {
            question.prompts.iter().chain(&question.follow_ups).map(|p| said(p.in_words(language))).collect()
        },
        known,
        space: choices.is_empty() && question.answer != Form::Note,
        choices,
    }
}
