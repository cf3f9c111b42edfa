//! What a child's page has beside the pairs of effect and answer: own words, where the child lives, the day, who was with the
//! child alone.

use super::{Ask, Item, List, Section};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::places::Sure;
use practice::views::ChildView;
use practice::views::child::Alone;
use practice::views::work::{LivingLine, VoiceLine};

/// The parts of a child's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildTold {
    /// The child's own words.
    pub words: List,
    /// What the child wants, and what would make it worse.
    pub wants: List,
    /// With whom the child lives, and where the days and nights are.
    pub living: List,
    /// When somebody was with the child alone.
    pub alone: List,
    /// The ordinary day: the same questions for every caregiver.
    pub care: Vec<Section>,
}

impl Words {
    /// A child's page in words.
    #[must_use]
    pub fn tell_child(&self, view: &ChildView) -> ChildTold {
        let name = view.child.name.as_str();
        let head = |key: &str| self.say_with(key, &[("name", name.into())]);
        let id = view.child.id;
        let ask = |key: &str, kind: Kind, field: &'static str| Ask {
            words: head(key),
            who: String::new(),
            kind,
            fill: vec![(field, id.to_string())],
        };
        let if_none = |there: bool, ask: Ask| if there { Vec::new() } else { vec![ask] };
        let wants: Vec<Item> = view.voices.iter().flat_map(|voice| self.wants(voice)).collect();
        ChildTold {
            words: List {
                head: head("page-child-words"),
                items: view.voices.iter().map(|voice| self.voice_item(voice)).collect(),
                asks: if_none(!view.voices.is_empty(), ask("child-ask-words", Kind::Voice, "person")),
                ..List::default()
            },
            wants: List {
                head: head("child-wants"),
                asks: if_none(!wants.is_empty(), ask("child-ask-wants", Kind::Voice, "person")),
                items: wants,
                ..List::default()
            },
            living: List {
                head: head("child-living"),
                items: view.living.iter().map(|line| self.living_item(line)).collect(),
                asks: if_none(!view.living.is_empty(), ask("child-ask-living", Kind::LivingArrangement, "person")),
                ..List::default()
            },
            alone: List {
                head: head("child-alone"),
                items: view.alone.iter().map(|alone| self.alone(alone)).collect(),
                asks: if_none(!view.alone.is_empty(), ask("child-ask-alone", Kind::Contact, "child")),
                ..List::default()
            },
            care: self.care_sections(&view.care, Some(id)),
        }
    }

    /// Somebody's own words, with what was asked and under which pressure they were taken back.
    pub(crate) fn voice_item(&self, voice: &VoiceLine) -> Item {
        let mut more = vec![self.known_all(&voice.envelope.known)];
        more.push(self.when(&voice.envelope.happened));
        more.extend(self.of("child-was-asked", &voice.asked));
        match voice.alone {
            Some(true) => more.push(self.say("child-spoken-alone")),
            Some(false) => more.push(self.say("child-not-alone")),
            None => {}
        }
        more.extend(self.of("child-heard-by", &voice.wants_heard_by));
        more.extend(self.of("child-taken-back", &voice.taken_back_under));
        Item {
            more,
            links: self.titled_links("child-pressure", &voice.pressure),
            language: voice.words.language.as_ref().map(ToString::to_string),
            ..self
                .item(&voice.envelope, self.say_with("text-quote", &[("words", voice.words.words.as_str().into())]))
        }
    }

    fn wants(&self, voice: &VoiceLine) -> Vec<Item> {
        let wants = voice.wants.iter().map(|wants| self.item(&voice.envelope, wants));
        let worse = voice
            .worse
            .iter()
            .map(|worse| Item { head: self.say("child-worse"), ..self.item(&voice.envelope, worse) });
        wants.chain(worse).collect()
    }

    /// With whom somebody lives.
    pub(crate) fn living_item(&self, line: &LivingLine) -> Item {
        let mut more = Vec::new();
        if line.household.is_some() && !line.with.is_empty() {
            more.push(self.say_with("child-lives-with", &[("names", self.named(&line.with).into())]));
        }
        more.extend(line.days.clone());
        more.push(self.when(&line.envelope.happened));
        match (&line.decided_by, &line.decided_how) {
            (Some(by), Some(how)) => {
                more.push(self.say_with(
                    "child-decided-how",
                    &[("name", by.name.as_str().into()), ("how", how.as_str().into())],
                ))
            }
            (Some(by), None) => {
                more.push(self.say_with("child-decided", &[("name", by.name.as_str().into())]));
            }
            (None, Some(how)) => more.push(how.clone()),
            (None, None) => {}
        }
        match line.sure {
            Sure::Known => {}
            Sure::AccountsDiffer => more.push(self.say("child-accounts-differ")),
            Sure::NobodyIsSure => more.push(self.say("child-nobody-sure")),
        }
        more.extend(line.not_clear.clone());
        more.push(self.known_all(&line.envelope.known));
        let place = match (&line.household, line.with.is_empty()) {
            (Some(household), _) => household.clone(),
            (None, false) => self.say_with("child-lives-with", &[("names", self.named(&line.with).into())]),
            (None, true) => self.say("child-lives-alone"),
        };
        Item { more, ..self.item(&line.envelope, place) }
    }

    fn alone(&self, alone: &Alone) -> Item {
        let by = match &alone.agency {
            Some(agency) => agency.clone(),
            None => self.say_with("child-alone-by", &[("name", alone.recorder.as_str().into())]),
        };
        let mut more: Vec<String> = alone.means.iter().map(|means| self.contact_means(means)).collect();
        more.push(by);
        Item { id: Some(alone.id), text: self.when(&alone.happened), more, ..Item::default() }
    }
}
