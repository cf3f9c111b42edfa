//! What substance use, health, migration, money or disability have to do with the pattern.

use super::{Ask, Empty, Item, List, Section, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::intersections::Mechanism;
use practice::views::intersections::{IntersectionsView, Met};

impl Words {
    /// Intersections in words.
    #[must_use]
    pub fn tell_intersections(&self, view: &IntersectionsView) -> Told {
        let mut told = Told { title: self.say("inter-title"), lede: self.say("inter-lede"), ..Told::default() };
        if view.factors.is_empty() {
            told.empty = Some(Empty {
                title: self.say("inter-empty-title"),
                why: self.say("inter-empty-why"),
                example: self.say("inter-empty-example"),
                ask: self.say("chron-empty-ask-nobody"),
                act: Ask {
                    words: self.say("inter-add"),
                    who: String::new(),
                    kind: Kind::Intersection,
                    fill: Vec::new(),
                },
            });
        }
        told.sections = view
            .factors
            .iter()
            .map(|factor| {
                Section::List(List {
                    head: self.factor(&factor.factor),
                    items: factor.lines.iter().map(|met| self.met(met)).collect(),
                    ..List::default()
                })
            })
            .collect();
        told
    }

    fn met(&self, met: &Met) -> Item {
        let line = &met.line;
        let mut more = Vec::new();
        if !line.whose.is_empty() {
            more.push(self.say_with("inter-whose", &[("names", self.named(&line.whose).into())]));
        }
        more.extend(self.known_lines(&line.envelope));
        Item {
            head: self.name(line.mechanism),
            more,
            links: self.titled_links("inter-with", &met.with),
            tone: if line.mechanism == Mechanism::Protects { Tone::Hold } else { Tone::Harm },
            ..self.item(&line.envelope, &line.what)
        }
    }
}
