//! What agencies did, and whether it helped, in whose view.

use super::{Ask, Empty, Item, List, Section, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::views::responses::{ResponsesView, Together};
use practice::views::work::{JudgedLine, ResponseLine};

impl Words {
    /// What agencies did, in words.
    #[must_use]
    pub fn tell_responses(&self, view: &ResponsesView) -> Told {
        let survivors: Vec<String> = view.survivors.iter().map(|person| person.name.clone()).collect();
        let mut told = Told { title: self.say("resp-title"), lede: self.say("resp-lede"), ..Told::default() };
        let add = || Ask {
            words: self.say("resp-add"),
            who: String::new(),
            kind: Kind::SystemResponse,
            fill: Vec::new(),
        };
        if view.timeline.is_empty() {
            told.empty = Some(Empty {
                title: self.say("resp-empty-title"),
                why: self.say("resp-empty-why"),
                example: self.say("resp-empty-example"),
                ask: self.ask_alone(&survivors),
                act: add(),
            });
        }
        for together in &view.together {
            told.says.extend(self.pull_apart(together, &view.timeline));
        }
        if !view.timeline.is_empty() {
            told.sections.push(Section::List(List {
                head: self.say("resp-timeline"),
                items: view.timeline.iter().map(|line| self.response(line)).collect(),
                ..List::default()
            }));
        }
        for together in &view.together {
            told.sections.push(Section::List(self.together(together, &view.timeline)));
        }
        let unanswered: Vec<Ask> = view
            .unanswered
            .iter()
            .map(|titled| Ask {
                words: self.say_with("resp-unanswered-ask", &[("what", self.titled(titled).into())]),
                who: String::new(),
                kind: Kind::SystemResponse,
                fill: vec![("behaviour", titled.id.to_string())],
            })
            .collect();
        if !unanswered.is_empty() && !view.timeline.is_empty() {
            told.sections.push(Section::List(List {
                head: self.say("resp-unanswered"),
                note: self.say("resp-unanswered-note"),
                asks: unanswered,
                ..List::default()
            }));
        }
        told
    }

    fn pull_apart(&self, together: &Together, timeline: &[ResponseLine]) -> Option<String> {
        if !together.apart {
            return None;
        }
        let mut agencies: Vec<String> = Vec::new();
        for line in timeline.iter().filter(|line| together.responses.contains(&line.envelope.id)) {
            if !agencies.contains(&line.agency) {
                agencies.push(line.agency.clone());
            }
        }
        let args = [("agencies", self.list(&agencies).into()), ("what", self.titled(&together.about).into())];
        Some(self.say_with("resp-apart", &args))
    }

    fn together(&self, together: &Together, timeline: &[ResponseLine]) -> List {
        let about = self.titled(&together.about);
        let items =
            timeline.iter().filter(|line| together.responses.contains(&line.envelope.id)).map(|line| Item {
                id: Some(line.envelope.id),
                head: line.agency.clone(),
                text: line.did.clone(),
                more: self.judged(&line.effects),
                tone: Tone::System,
                ..Item::default()
            });
        List {
            head: self.say_with("resp-together", &[("what", about.into())]),
            note: if together.apart { self.say("resp-together-apart") } else { self.say("resp-together-note") },
            items: items.collect(),
            asks: Vec::new(),
        }
    }

    fn response(&self, line: &ResponseLine) -> Item {
        let mut item = self.response_item(line);
        item.more.insert(0, self.when(&line.envelope.happened));
        item
    }

    /// What an agency did, without when: as a row of the chronology has it.
    pub(crate) fn response_item(&self, line: &ResponseLine) -> Item {
        let mut more = Vec::new();
        if !line.towards.is_empty() {
            more.push(self.say_with("resp-towards", &[("names", self.named(&line.towards).into())]));
        }
        more.extend(self.judged(&line.effects));
        more.extend(
            line.followed
                .as_ref()
                .map(|(what, _)| self.say_with("page-what-followed", &[("what", what.as_str().into())])),
        );
        more.extend(self.known_lines(&line.envelope));
        let mut links = self.titled_links("resp-answer-to", &line.behaviours);
        links.extend(self.titled_links("resp-answer-to", &line.efforts));
        links.extend(self.titled_links("resp-used-through", &line.used_through));
        Item { head: line.agency.clone(), more, links, tone: Tone::System, ..self.item(&line.envelope, &line.did) }
    }

    /// Whether it helped, in whose view; where nobody has said, that it has not been asked.
    #[must_use]
    pub fn judged(&self, effects: &[JudgedLine]) -> Vec<String> {
        if effects.is_empty() {
            return vec![self.say("resp-not-judged")];
        }
        effects
            .iter()
            .map(|judged| {
                let args = [("by", judged.by.name.as_str().into()), ("effect", self.name(judged.effect).into())];
                let said = self.say_with("resp-judged", &args);
                match &judged.why {
                    Some(why) => {
                        self.say_with("resp-judged-why", &[("said", said.into()), ("why", why.as_str().into())])
                    }
                    None => said,
                }
            })
            .collect()
    }
}
