//! Interviews in words: each with what was asked and said; the same questions of several adults side by side; results of risk
//! tools, which stand beneath everything else.

use super::{Cell, Empty, Item, List, Section, Table, TableRow, Told};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::interview::Said;
use practice::source::Who;
use practice::views::interviews::{AnswerLine, InterviewLine, InterviewsView, SideBySide, ToolResultLine};

/// Interviews in words, in parts: a page arranges them, a text has them one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldInterviews {
    /// Each interview.
    pub interviews: Vec<Item>,
    /// What was asked and said, for each interview.
    pub answers: Vec<List>,
    /// The same questions side by side.
    pub side_by_side: Vec<Section>,
    /// Results of risk tools.
    pub results: Vec<Item>,
}

impl ToldInterviews {
    /// All of it as one view.
    #[must_use]
    pub fn told(self, words: &Words) -> Told {
        let mut sections: Vec<Section> = self.answers.into_iter().map(Section::List).collect();
        sections.extend(self.side_by_side);
        if !self.results.is_empty() {
            sections.push(Section::List(List {
                head: words.say("interview-tools"),
                note: words.say("interview-tools-lede"),
                items: self.results,
                asks: Vec::new(),
            }));
        }
        Told {
            title: words.say("interview-title"),
            lede: words.say("interview-lede"),
            empty: sections.is_empty().then(|| Empty {
                title: words.say("interview-none"),
                why: words.say("interview-empty-why"),
                example: words.say("interview-empty-example"),
                ask: String::new(),
                act: super::Ask {
                    words: words.say("interview-add-result"),
                    who: String::new(),
                    kind: Kind::ToolResult,
                    fill: Vec::new(),
                },
            }),
            sections,
            ..Told::default()
        }
    }
}

impl Words {
    /// Interviews in words.
    #[must_use]
    pub fn tell_interviews(&self, view: &InterviewsView) -> ToldInterviews {
        ToldInterviews {
            interviews: view.interviews.iter().map(|line| self.interview(line)).collect(),
            answers: view.interviews.iter().map(|line| self.interview_answers(line)).collect(),
            side_by_side: view.side_by_side.iter().map(|part| Section::Table(self.side(part))).collect(),
            results: view.tool_results.iter().map(|line| self.tool_result(line)).collect(),
        }
    }

    fn interview(&self, line: &InterviewLine) -> Item {
        let people = if line.with.is_empty() { &line.about } else { &line.with };
        let args = [("title", line.title.as_str().into()), ("name", self.named(people).into())];
        let key = if line.with.is_empty() { "interview-line-about" } else { "interview-line-with" };
        let mut more = vec![self.when(&line.envelope.happened)];
        more.extend(
            line.alone.map(|alone| self.say(if alone { "interview-alone" } else { "interview-not-alone" })),
        );
        more.extend(self.of("interview-overheard", &line.could_overhear));
        more.extend(self.of("interview-interpreted", &line.interpreter));
        if !line.finished {
            more.push(self.say("interview-unfinished"));
        }
        if line.answers.iter().any(|answer| answer.open) {
            more.push(self.say("interview-open"));
        }
        Item { head: self.say_with(key, &args), more, ..self.item(&line.envelope, String::new()) }
    }

    fn interview_answers(&self, line: &InterviewLine) -> List {
        let item = self.interview(line);
        let mut items: Vec<Item> = line.answers.iter().map(|answer| self.answer(answer)).collect();
        items.extend(line.skipped.iter().map(|skipped| Item {
            text: self.say_with("interview-skipped-line", &[("why", skipped.why.as_str().into())]),
            ..Item::default()
        }));
        if let Some(kept) = line.kept {
            let words = line.kept_words.clone().unwrap_or_default();
            items.push(Item {
                text: self.say(if kept { "interview-kept" } else { "interview-not-kept" }),
                more: if words.is_empty() { Vec::new() } else { vec![words] },
                ..Item::default()
            });
        }
        List { head: item.head, note: item.more.join(" · "), items, asks: Vec::new() }
    }

    fn answer(&self, answer: &AnswerLine) -> Item {
        let name = |_: &Who| answer.somebody.as_ref().map(|somebody| somebody.name.clone()).unwrap_or_default();
        let mut lines = self.said_lines(&answer.said, &name);
        let text = if lines.is_empty() { String::new() } else { lines.remove(0) };
        let head = match &answer.about {
            Some(child) => self.say_with(
                "page-says",
                &[("name", child.name.as_str().into()), ("what", answer.asked.as_str().into())],
            ),
            None => answer.asked.clone(),
        };
        let language = match &answer.said {
            Said::Words(quote) => quote.language.as_ref().map(ToString::to_string),
            _ => None,
        };
        Item { head, text, more: lines, language, ..Item::default() }
    }

    fn side(&self, part: &SideBySide) -> Table {
        let name = |_: &Who| String::new();
        Table {
            head: part.title.clone(),
            note: self.say("interview-side-note"),
            first: self.say("vis-question"),
            columns: part.people.iter().map(|person| person.name.clone()).collect(),
            rows: part
                .rows
                .iter()
                .map(|row| TableRow {
                    head: row.asked.clone(),
                    more: String::new(),
                    cells: row
                        .cells
                        .iter()
                        .map(|said| {
                            let items: Vec<Item> = said
                                .iter()
                                .flat_map(|cell| self.said_lines(&cell.said, &name))
                                .map(|text| Item { text, ..Item::default() })
                                .collect();
                            let items = if items.is_empty() {
                                vec![Item { text: self.say("not-yet-asked"), ..Item::default() }]
                            } else {
                                items
                            };
                            Cell { items, asks: Vec::new() }
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    fn tool_result(&self, line: &ToolResultLine) -> Item {
        let args = [("tool", line.tool.as_str().into()), ("result", line.result.as_str().into())];
        let mut more = vec![
            self.say_with("tool-result-by", &[("by", line.by.as_str().into())]),
            self.when(&line.envelope.happened),
            self.say_with("tool-result-about", &[("names", self.named(&line.about).into())]),
        ];
        more.extend(self.of("tool-result-for", &line.what_for));
        more.extend(self.of("tool-result-not-known", &line.not_known));
        more.extend(self.known_lines(&line.envelope));
        Item { head: self.say_with("tool-result-line", &args), more, ..self.item(&line.envelope, String::new()) }
    }
}
