//! Views told in words, once for the page and for plain text: headings, sentences, tables of the same questions about several
//! people, lists, and what nobody has asked with where its answer is recorded.

mod care;
mod change;
pub mod child;
mod copy;
mod curated;
mod decisions;
mod exchange;
mod force;
mod intersections;
pub mod interviews;
pub mod measures;
mod plan;
mod responses;
mod sessions;
mod supervision;
mod visibility;

use crate::Words;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::label::Label;
use practice::views::lines::{Envelope, Named};
use practice::views::work::Titled;

/// A view in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub title: String,
    /// What it shows.
    pub lede: String,
    /// Said before anything else, on paper too: who may have it.
    pub warning: String,
    /// It in plain sentences.
    pub says: Vec<String>,
    /// Its parts.
    pub sections: Vec<Section>,
    /// What belongs here, where nothing is there yet.
    pub empty: Option<Empty>,
}

/// A part of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// The same questions about several people.
    Table(Table),
    /// One after the other.
    List(List),
}

/// The same questions about several people, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its heading.
    pub head: String,
    /// A remark beneath it.
    pub note: String,
    /// What the first column holds.
    pub first: String,
    /// The people.
    pub columns: Vec<String>,
    /// The questions.
    pub rows: Vec<TableRow>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The question.
    pub head: String,
    /// More on it.
    pub more: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What is known of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is recorded.
    pub items: Vec<Item>,
    /// What has not been asked.
    pub asks: Vec<Ask>,
}

/// One after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Its heading.
    pub head: String,
    /// A remark beneath it.
    pub note: String,
    /// What is recorded.
    pub items: Vec<Item>,
    /// What has not been asked.
    pub asks: Vec<Ask>,
}

/// How an item is drawn. Every tone has a shape and a word as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Without one.
    #[default]
    Plain,
    /// What was done to control or harm.
    Harm,
    /// What protects.
    Hold,
    /// What agencies did.
    System,
}

/// Something recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The entry.
    pub id: Option<EntryId>,
    /// In bold before it: who, when.
    pub head: String,
    /// What.
    pub text: String,
    /// More on it, line by line.
    pub more: Vec<String>,
    /// Other entries, with the words that lead to them.
    pub links: Vec<(EntryId, String)>,
    /// How it is drawn.
    pub tone: Tone,
    /// Who may see it, where that is fewer than the whole team.
    pub label: Option<Label>,
    /// The language it was said in, where it is not that of the file.
    pub language: Option<String>,
}

/// What nobody has asked, and the form in which the answer is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub words: String,
    /// Who could answer it safely; may be empty.
    pub who: String,
    /// The kind of entry that answers it.
    pub kind: Kind,
    /// What the form knows already.
    pub fill: Vec<(&'static str, String)>,
}

/// What belongs on a page that is still empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Empty {
    /// What belongs here.
    pub title: String,
    /// Why.
    pub why: String,
    /// An example.
    pub example: String,
    /// Whom one could safely ask.
    pub ask: String,
    /// The first thing to do.
    pub act: Ask,
}

impl Words {
    pub(crate) fn named(&self, people: &[Named]) -> String {
        self.list(&people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>())
    }

    fn item(&self, envelope: &Envelope, text: impl Into<String>) -> Item {
        Item {
            id: Some(envelope.id),
            text: text.into(),
            label: Some(envelope.label).filter(|label| *label != Label::Professional),
            ..Item::default()
        }
    }

    /// How an entry is known, and who disputes it.
    fn known_lines(&self, envelope: &Envelope) -> Vec<String> {
        let disputed = envelope.disputed.iter().map(|dispute| self.disputed(dispute));
        std::iter::once(self.known_all(&envelope.known)).chain(disputed).collect()
    }

    /// "Craig: Money", with how the connection is known.
    fn titled(&self, titled: &Titled) -> String {
        let title = self.say_with(
            "page-says",
            &[("name", titled.actor.name.as_str().into()), ("what", titled.title.as_str().into())],
        );
        let title =
            if titled.withdrawn { self.say_with("told-withdrawn", &[("what", title.into())]) } else { title };
        match (&titled.by, &titled.words) {
            (Some(by), Some(words)) => self.say_with(
                "told-connected-words",
                &[("what", title.into()), ("by", by.name.as_str().into()), ("words", words.as_str().into())],
            ),
            (Some(by), None) => {
                self.say_with("told-connected", &[("what", title.into()), ("by", by.name.as_str().into())])
            }
            _ => title,
        }
    }

    fn titled_links(&self, key: &str, titled: &[Titled]) -> Vec<(EntryId, String)> {
        titled.iter().map(|to| (to.id, self.say_with(key, &[("what", self.titled(to).into())]))).collect()
    }

    fn of(&self, key: &str, what: &Option<String>) -> Option<String> {
        what.as_ref().map(|what| self.say_with(key, &[("what", what.as_str().into())]))
    }

    fn ask_alone(&self, names: &[String]) -> String {
        if names.is_empty() {
            return self.say("chron-empty-ask-nobody");
        }
        self.say_with("chron-empty-ask", &[("names", self.list(names).into())])
    }
}
