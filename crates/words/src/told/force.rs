//! Both adults used force: the same questions about both, and no verdict.

use super::{Ask, Cell, Empty, Item, Section, Table, TableRow, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::views::force::{ForceAnswerLine, ForcePair, ForceView};
use practice::views::lines::{BehaviourLine, Named};

impl Words {
    /// Use of force in words.
    #[must_use]
    pub fn tell_force(&self, view: &ForceView) -> Told {
        let mut told = Told {
            title: self.say("force-title"),
            lede: self.say("force-lede"),
            warning: self.say("force-team-only"),
            ..Told::default()
        };
        if view.pairs.is_empty() {
            told.empty = Some(Empty {
                title: self.say("force-empty-title"),
                why: self.say("force-empty-why"),
                example: self.say("force-empty-example"),
                ask: self.say("force-empty-ask"),
                act: Ask {
                    words: self.say("force-add"),
                    who: String::new(),
                    kind: Kind::UseOfForce,
                    fill: Vec::new(),
                },
            });
        }
        told.sections = view.pairs.iter().map(|pair| Section::Table(self.pair(pair))).collect();
        told
    }

    fn pair(&self, pair: &ForcePair) -> Table {
        let [one, other] = &pair.people;
        let both = [(one, other), (other, one)];
        let acts = TableRow {
            head: self.say("force-acts"),
            more: self.say("force-acts-note"),
            cells: pair.acts.iter().map(|acts| self.acts(acts)).collect(),
        };
        let questions = pair.questions.iter().map(|row| TableRow {
            head: self.force_question(&row.question),
            more: String::new(),
            cells: row
                .answers
                .iter()
                .zip(both)
                .map(|(answers, (person, towards))| {
                    let ask = self.force_question_more(&row.question, "ask", &person.name, &towards.name);
                    self.answers(answers, ask, person, towards, row.question.as_str())
                })
                .collect(),
        });
        Table {
            head: self.say_with(
                "force-pair",
                &[("one", one.name.as_str().into()), ("other", other.name.as_str().into())],
            ),
            note: self.say("force-note"),
            first: self.say("vis-question"),
            columns: vec![one.name.clone(), other.name.clone()],
            rows: std::iter::once(acts).chain(questions).collect(),
        }
    }

    fn acts(&self, acts: &[BehaviourLine]) -> Cell {
        let items = acts.iter().map(|line| Item {
            more: vec![self.name(line.force), self.when(&line.envelope.happened)],
            tone: Tone::Harm,
            ..self.item(&line.envelope, &line.act)
        });
        Cell { items: items.collect(), asks: Vec::new() }
    }

    fn answers(
        &self,
        answers: &[ForceAnswerLine],
        ask: String,
        person: &Named,
        towards: &Named,
        question: &str,
    ) -> Cell {
        let items: Vec<Item> = answers
            .iter()
            .map(|answer| Item {
                more: self.known_lines(&answer.envelope),
                links: self.titled_links("force-about", &answer.behaviours),
                ..self.item(&answer.envelope, &answer.answer)
            })
            .collect();
        let id = |named: &Named| named.id.map(|id| id.to_string()).unwrap_or_default();
        let asks = if items.is_empty() {
            vec![Ask {
                words: if ask.is_empty() { self.say("not-yet-asked") } else { ask },
                who: String::new(),
                kind: Kind::UseOfForce,
                fill: vec![("person", id(person)), ("towards", id(towards)), ("question", question.to_owned())],
            }]
        } else {
            Vec::new()
        };
        Cell { items, asks }
    }
}
