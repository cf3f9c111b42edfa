//! What may go to a programme, in words: for the page, the print page and the Word file, which all say the same.

use super::{Item, List, Section, Told};
use crate::Words;
use practice::views::exchange::{ExchangeReview, ExchangeView};

impl Words {
    /// What goes to a programme, and what is asked back.
    #[must_use]
    pub fn tell_exchange(&self, view: &ExchangeView) -> Told {
        let name = || ("name", view.person.as_str().into());
        let mut told = Told {
            title: self.say_with("exchange-title", &[name()]),
            lede: self.say_with("exchange-lede", &[name()]),
            ..Told::default()
        };
        if view.behaviours.is_empty() {
            told.says.push(self.say_with("exchange-empty", &[name()]));
        }
        let behaviours: Vec<Item> = view
            .behaviours
            .iter()
            .map(|line| Item {
                text: line.act.clone(),
                more: vec![
                    self.say_with("resp-towards", &[("names", self.list(&line.towards).into())]),
                    self.when(&line.happened),
                ],
                ..Item::default()
            })
            .collect();
        let list = |head: &str, note: &str, items: Vec<Item>| {
            let note = if note.is_empty() { String::new() } else { self.say(note) };
            Section::List(List { head: self.say(head), note, items, asks: Vec::new() })
        };
        if !behaviours.is_empty() {
            told.sections.push(list("exchange-pattern", "exchange-pattern-note", behaviours));
        }
        told.sections.extend(view.goals.iter().map(|goal| Section::List(self.copy_goal(goal))));
        for review in &view.reviews {
            told.sections.push(Section::List(self.exchange_review(review)));
        }
        let back = ["exchange-back-words", "exchange-back-harm", "exchange-back-conduct", "exchange-back-absence"];
        let back = back.map(|key| Item { text: self.say_with(key, &[name()]), ..Item::default() });
        told.sections.push(list("exchange-back", "exchange-back-note", back.to_vec()));
        told
    }

    fn exchange_review(&self, review: &ExchangeReview) -> List {
        let mut items: Vec<Item> = review
            .said
            .iter()
            .map(|said| {
                let mut more: Vec<String> = said.words.iter().map(|quote| format!("“{}”", quote.words)).collect();
                more.extend(said.harms.iter().map(|(person, words)| {
                    self.say_with(
                        "change-states-harm",
                        &[("person", person.as_str().into()), ("words", words.as_str().into())],
                    )
                }));
                Item { head: said.act.clone(), text: self.name(said.names), more, ..Item::default() }
            })
            .collect();
        items.extend(review.says_next.iter().map(|quote| Item {
            text: self.say_with("change-says-next", &[("words", format!("“{}”", quote.words).into())]),
            ..Item::default()
        }));
        let head = self.say_with("exchange-review", &[("when", self.when(&review.happened).into())]);
        List { head, items, ..List::default() }
    }
}
