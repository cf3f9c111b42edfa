//! Change over time in words: what he says, the harm he states, what is seen and by whom. No status and no total.

use super::{Ask, Cell, Empty, Item, List, Section, Table, TableRow, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::change::Names;
use practice::source::Quote;
use practice::views::change::{BehaviourChange, ChangeView, EvidenceLine, PersonChange, ReviewHead, SaidLine};

/// Reviews side by side: the first and the latest. Those between stand beneath, so that a page stays readable.
const COLUMNS: usize = 4;

impl Words {
    /// Change over time in words.
    #[must_use]
    pub fn tell_change(&self, view: &ChangeView) -> Told {
        let mut told = Told { title: self.say("change-title"), lede: self.say("change-lede"), ..Told::default() };
        let nothing = |person: &PersonChange| {
            person.reviews.is_empty()
                && person.apart.is_empty()
                && person.untied.is_empty()
                && person.behaviours.iter().all(|line| line.seen.is_empty() && line.goes_on.is_empty())
        };
        if view.people.iter().all(nothing) {
            let names: Vec<&str> = view.people.iter().map(|person| person.person.name.as_str()).collect();
            told.empty = Some(Empty {
                title: self.say("change-empty-title"),
                why: self.say("change-empty-why"),
                example: self.say("change-empty-example"),
                ask: match names.is_empty() {
                    true => self.say("change-empty-nobody"),
                    false => self.say_with("change-empty-ask", &[("names", self.list(&names).into())]),
                },
                act: Ask {
                    words: self.say("change-add-review"),
                    who: String::new(),
                    kind: Kind::ChangeReview,
                    fill: Vec::new(),
                },
            });
            return told;
        }
        for person in view.people.iter().filter(|person| !nothing(person)) {
            told.says.extend(self.change_says(person));
            told.sections.extend(self.person_change(person));
        }
        told
    }

    fn change_says(&self, person: &PersonChange) -> Vec<String> {
        let name = person.person.name.as_str();
        let mut says = Vec::new();
        if person.plan.is_none() {
            says.push(self.say_with("change-no-plan", &[("name", name.into())]));
        }
        let never: Vec<String> = person
            .behaviours
            .iter()
            .filter(|line| line.usable && line.said.iter().all(|said| said.names == Names::NotAsked))
            .map(|line| line.behaviour.title.clone())
            .collect();
        if !never.is_empty() && !person.reviews.is_empty() {
            let args = [("name", name.into()), ("what", self.list(&never).into())];
            says.push(self.say_with("change-never-asked", &args));
        }
        says
    }

    fn person_change(&self, person: &PersonChange) -> Vec<Section> {
        let name = person.person.name.as_str();
        let with_name = |key: &str| self.say_with(key, &[("name", name.into())]);
        let shown = columns(&person.reviews);
        let mut columns: Vec<String> = shown.iter().map(|head| self.when(&head.envelope.happened)).collect();
        columns.push(self.say("change-seen"));
        let rows = person.behaviours.iter().map(|line| self.change_row(person, line, &shown)).collect();
        let mut sections = vec![Section::Table(Table {
            head: with_name("change-of"),
            note: with_name("change-of-note"),
            first: self.say("change-behaviour"),
            columns,
            rows,
        })];
        let since: Vec<Item> = person
            .since_last
            .iter()
            .map(|since| Item {
                id: Some(since.behaviour.id),
                text: since.behaviour.title.clone(),
                more: if since.systems { vec![self.say("change-systems")] } else { Vec::new() },
                tone: Tone::Harm,
                ..Item::default()
            })
            .collect();
        if !since.is_empty() {
            sections.push(list(with_name("change-since"), self.say("change-since-note"), since));
        }
        let reviews: Vec<Item> = person.reviews.iter().map(|head| self.review_item(head)).collect();
        if !reviews.is_empty() {
            sections.push(list(with_name("change-reviews"), String::new(), reviews));
        }
        if !person.untied.is_empty() {
            let items = person.untied.iter().map(|line| self.evidence_item(line)).collect();
            sections.push(list(with_name("change-untied"), self.say("change-untied-note"), items));
        }
        if !person.apart.is_empty() {
            let items = person.apart.iter().map(|line| self.evidence_item(line)).collect();
            sections.push(list(with_name("change-apart"), self.say("change-apart-note"), items));
        }
        sections
    }

    fn change_row(&self, person: &PersonChange, line: &BehaviourChange, shown: &[&ReviewHead]) -> TableRow {
        let name = person.person.name.as_str();
        let mut cells: Vec<Cell> = shown
            .iter()
            .map(|head| {
                let said = line.said.iter().filter(|said| said.review == head.envelope.id);
                Cell { items: said.map(|said| self.said_item(name, said)).collect(), asks: Vec::new() }
            })
            .collect();
        for cell in cells.iter_mut().filter(|cell| cell.items.is_empty()) {
            cell.items.push(Item { text: self.say("change-not-in-review"), ..Item::default() });
        }
        let mut seen: Vec<Item> =
            line.seen.iter().chain(&line.goes_on).map(|one| self.evidence_item(one)).collect();
        if let Some(voices) = &line.rests_on {
            let text = match voices.is_empty() {
                true => self.say_with("change-rests-on-him", &[("name", name.into())]),
                false => {
                    self.say_with("change-rests-on", &[("voices", self.list(voices).into()), ("name", name.into())])
                }
            };
            seen.push(Item { text, ..Item::default() });
        }
        let behaviour = line.behaviour.id.to_string();
        let asks = if seen.is_empty() {
            vec![Ask {
                words: self.say_with("change-ask-seen", &[("name", name.into())]),
                who: String::new(),
                kind: Kind::Evidence,
                fill: vec![
                    ("person", person.person.id.map(|id| id.to_string()).unwrap_or_default()),
                    ("behaviour", behaviour),
                ],
            }]
        } else {
            Vec::new()
        };
        cells.push(Cell { items: seen, asks });
        let mut more = vec![line.act.clone()];
        if !line.usable {
            more.push(self.say("change-not-usable"));
        }
        if line.said.iter().any(|said| said.names != Names::NotAsked) && !line.harm_not_stated.is_empty() {
            let args = [("name", name.into()), ("names", self.named(&line.harm_not_stated).into())];
            more.push(self.say_with("change-harm-not-stated", &args));
        }
        TableRow { head: line.behaviour.title.clone(), more: more.join(" "), cells }
    }

    fn said_item(&self, name: &str, said: &SaidLine) -> Item {
        let mut more: Vec<String> = said.words.iter().map(quoted).collect();
        more.extend(said.harms.iter().map(|(person, words)| {
            let args =
                [("name", name.into()), ("person", person.name.as_str().into()), ("words", words.as_str().into())];
            self.say_with("change-states-harm", &args)
        }));
        Item {
            id: Some(said.review),
            text: self.name(said.names),
            more,
            language: said.words.as_ref().and_then(|words| words.language.as_ref()).map(ToString::to_string),
            ..Item::default()
        }
    }

    fn review_item(&self, head: &ReviewHead) -> Item {
        let mut more = Vec::new();
        if !head.held_by.is_empty() {
            more.push(self.say_with("change-held-by", &[("names", self.named(&head.held_by).into())]));
        }
        for (key, quote) in [("change-says-victim", &head.says_victim), ("change-says-next", &head.says_next)] {
            more.extend(quote.iter().map(|quote| self.say_with(key, &[("words", quoted(quote).into())])));
        }
        if head.says_victim.is_some() {
            more.push(self.say("change-says-victim-note"));
        }
        more.extend(head.remark.clone());
        more.extend(self.known_lines(&head.envelope));
        Item { more, ..self.item(&head.envelope, self.when(&head.envelope.happened)) }
    }

    /// Something seen of him, with who says so and since when.
    fn evidence_item(&self, line: &EvidenceLine) -> Item {
        let mut more = vec![self.when(&line.envelope.happened)];
        if !line.towards.is_empty() {
            more.push(self.say_with("resp-towards", &[("names", self.named(&line.towards).into())]));
        }
        more.extend(
            line.agency.iter().map(|agency| self.say_with("change-agency", &[("agency", agency.as_str().into())])),
        );
        more.extend(self.known_lines(&line.envelope));
        let tone = if line.of.speaks_for_him() || line.of.is_apart() { Tone::Plain } else { Tone::Harm };
        Item { head: self.name(line.of), more, tone, ..self.item(&line.envelope, &line.seen) }
    }
}

/// The first review and the latest ones.
fn columns(reviews: &[ReviewHead]) -> Vec<&ReviewHead> {
    let from = reviews.len().saturating_sub(COLUMNS - 1).max(1);
    reviews.iter().take(1).chain(reviews.iter().skip(from)).collect()
}

fn list(head: String, note: String, items: Vec<Item>) -> Section {
    Section::List(List { head, note, items, asks: Vec::new() })
}

fn quoted(quote: &Quote) -> String {
    format!("“{}”", quote.words)
}
