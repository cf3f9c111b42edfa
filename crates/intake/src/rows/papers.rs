//! Papers into notes. A few lines at the head of a paper may say when it was written, by whom, and what it is about.

use super::Scene;
use super::earlier::Earlier;
use super::reader::{Read, title_of};
use crate::dates::{self, Order};
use crate::fault::Fault;
use crate::id;
use crate::mapping::Changed;
use crate::paper::Paper;
use crate::plan::Plan;
use crate::table::Cell;
use practice::entry::Content;
use practice::kinds::{Body, Note};
use practice::label::Label;
use practice::source::{How, Source};
use practice::text::Text;
use practice::when::Happened;
use words::Words;

/// How many lines at the head of a paper may say what it is.
const HEAD: usize = 6;

/// What the head of a paper says of it.
#[derive(Debug, Default)]
struct Head {
    date: Option<String>,
    author: Option<String>,
    title: Option<String>,
    /// Its lines, as they stand: none of them is what the paper is about.
    lines: Vec<String>,
}

/// What a paper would become.
#[must_use]
pub fn plan_papers(paper: &Paper, label: Option<Label>, order: Option<Order>, scene: Scene<'_>) -> Plan {
    let mut plan = Plan { remarks: paper.remarks.clone(), ..Plan::default() };
    let words = scene.words;
    let text = match Text::parse(&paper.text) {
        Ok(text) => text,
        Err(error) => {
            plan.faults.push(Fault::file("import-fault-text").with("why", words.text_error(&error)));
            return plan;
        }
    };
    let head = head(&paper.text, words);
    let happened = happened(&head, paper, order, scene, &mut plan);
    let title = head.title.as_deref().and_then(|title| Text::parse(title).ok()).or_else(|| {
        let told = paper.text.lines().filter(|line| !head.lines.iter().any(|known| known == line));
        let told = Text::parse(&told.collect::<Vec<_>>().join("\n"));
        title_of(told.as_ref().unwrap_or(&text))
    });
    let Some(title) = title else { return plan };
    let begins = words::unmarked(&words.say_with("import-record-paper", &[("file", paper.name.as_str().into())]));
    let mut record = begins.clone();
    if let Some(author) = &head.author {
        let args = [("record", record.as_str().into()), ("said", author.as_str().into())];
        record = words::unmarked(&words.say_with("import-record-author", &args));
    }
    let sources = Text::parse(&record).ok().map(|record| Source {
        how: How::InRecord { record, whose: None },
        on: None,
        words: None,
        label: None,
    });
    let content = Content {
        happened,
        occasion: None,
        sources: sources.into_iter().collect(),
        disputes: Vec::new(),
        label: label.unwrap_or(Label::Professional),
        pack: None,
        body: Body::Note(Note { title, text: text.clone(), about: Vec::new(), addendum_to: None }),
    };
    let id = id::of(scene.projection.case, "paper", &[text.to_string()], 0);
    if plan.is_ready() {
        let read = vec![Read { row: 0, id, content }];
        Earlier::of(&paper.name, &begins, scene, [id].into_iter().collect()).sort(read, Changed::Leave, &mut plan);
    }
    plan
}

/// When: as its head says, else as its file is called. A paper that says neither is not dated, and nothing is guessed.
fn happened(head: &Head, paper: &Paper, order: Option<Order>, scene: Scene<'_>, plan: &mut Plan) -> Happened {
    let read = |text: &str| {
        let cell = Cell::Text(text.to_owned());
        let both = [Order::DayFirst, Order::MonthFirst]
            .map(|order| dates::read(&cell, order, false, scene.words, scene.today));
        match (order, both) {
            (Some(order), _) => dates::read(&cell, order, false, scene.words, scene.today).ok(),
            (None, [Ok(one), Ok(other)]) if one == other => Some(one),
            (None, [Ok(one), Err(_)] | [Err(_), Ok(one)]) => Some(one),
            (None, _) => None,
        }
    };
    if let Some(said) = &head.date {
        return read(said).unwrap_or_else(|| {
            plan.faults.push(Fault::file("import-fault-paper-date").with("said", said));
            Happened::NotKnown
        });
    }
    let iso: String = paper.name.chars().take(10).collect();
    match read(&iso).filter(|_| iso.matches('-').count() == 2) {
        Some(happened) => happened,
        None => {
            plan.remarks.push(Fault::file("import-remark-paper-no-date"));
            Happened::NotKnown
        }
    }
}

fn head(text: &str, words: &Words) -> Head {
    let lists = ["date", "author", "title"].map(|part| {
        words
            .say(&format!("import-head-{part}"))
            .split('|')
            .map(|word| word.trim().to_lowercase())
            .collect::<Vec<_>>()
    });
    let [dates, authors, titles] = lists;
    let mut head = Head::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(HEAD) {
        let Some((name, said)) = line.split_once(':') else { continue };
        let (name, said) = (name.trim().to_lowercase(), said.trim());
        if said.is_empty() {
            continue;
        }
        for (known, place) in [(&dates, &mut head.date), (&authors, &mut head.author), (&titles, &mut head.title)] {
            if known.contains(&name) && place.is_none() {
                *place = Some(said.to_owned());
                head.lines.push(line.to_owned());
            }
        }
    }
    head
}
