//! The work around an invented family: notes, visits, contacts, voices, what agencies did and what nobody has asked yet.

use crate::desk::{Broken, Desk};
use crate::phrases::phrases;
use practice::ids::EntryId;
use practice::kinds::contact::Check;
use practice::kinds::intersections::Mechanism;
use practice::kinds::systems::{Effect, Judged};
use practice::kinds::{
    Body, Contact, DailyCare, Intersection, Note, PartneringStep, SystemResponse, Unknown, Visit, Voice,
    WorkerSafety,
};
use practice::label::Label;
use practice::source::{Quote, Who};
use practice::text::{Code, Text};
use practice::when::Happened;

/// Agencies with their sector in the pack, and what they are invented to have done.
const AGENCIES: [(&str, &str, &str); 5] = [
    ("Northbridge police", "police", "response_police"),
    ("Larch Road School", "school", "response_school"),
    ("St Bride's Hospital", "health", "response_health"),
    ("Northbridge housing", "housing", "response_housing"),
    ("Family court", "court", "response_court"),
];

/// With a capital letter, wherever a sentence begins with "the school".
fn sentence(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        if begins && letter.is_alphabetic() {
            out.extend(letter.to_uppercase());
            begins = false;
        } else {
            begins = begins || ".!?".contains(letter);
            begins = begins && !letter.is_alphanumeric();
            out.push(letter);
        }
    }
    out
}

impl Desk {
    /// A note of some sentences.
    pub(crate) fn note(&mut self) -> Result<(), Broken> {
        let (meant, child) = self.meant();
        let mut middles: Vec<&str> = phrases().group("m").to_vec();
        self.dice.shuffle(&mut middles);
        let sentences = self.dice.between(2, 9);
        let mut text = sentence(self.say_of(&meant, "o")?.as_str());
        for (n, phrase) in (0..sentences).zip(middles) {
            text.push_str(if n > 0 && n % 4 == 0 { "\n\n" } else { " " });
            text.push_str(&sentence(self.speak(&meant, phrase)?.as_str()));
        }
        text.push(' ');
        text.push_str(&sentence(self.say_of(&meant, "e")?.as_str()));
        let titles =
            ["Telephone call", "Visit", "Call with the school", "Message", "Meeting", "After contact", "Reading"];
        let title = self.dice.pick(&titles).copied().unwrap_or("Note");
        let about = if self.dice.percent(60) { vec![child] } else { vec![self.people.survivor.id] };
        let body = Note { title: Text::parse(title)?, text: Text::parse(&text)?, about, addendum_to: None };
        let label = match self.dice.below(100) {
            0..=79 => Label::Professional,
            80..=91 => Label::SurvivorConfidential,
            _ => Label::Staff,
        };
        let happened = self.lately();
        self.add(label, happened, Vec::new(), Body::Note(body)).map(drop)
    }

    /// One thing of the rest of the work, by a number from 0 to 99.
    pub(crate) fn other_work(&mut self, which: u64) -> Result<(), Broken> {
        match which {
            0..=17 => self.voice(),
            18..=35 => self.contact(),
            36..=47 => self.visit(),
            48..=57 => self.partnering(),
            58..=68 => self.response(),
            69..=82 => self.unknown(),
            83..=91 => self.daily_care(),
            92..=97 => self.intersection(),
            _ => self.worker_safety(),
        }
    }

    fn voice(&mut self) -> Result<(), Broken> {
        let (meant, child) = self.meant();
        let (whose, words, wants, label) = match self.dice.below(100) {
            0..=54 => (child, "child_words", "child_wants", Label::ChildVoice),
            55..=84 => (self.people.survivor.id, "survivor_words", "survivor_wants", Label::Professional),
            _ => (self.people.harm.id, "harm_words", "", Label::Professional),
        };
        let hears = self.dice.percent(30) && !wants.is_empty();
        let body = Voice {
            whose,
            words: Quote { words: self.say_of(&meant, words)?, language: None },
            asked: None,
            alone: self.dice.percent(70).then_some(true),
            wants: if wants.is_empty() || self.dice.percent(40) { None } else { Some(self.say_of(&meant, wants)?) },
            worse: if hears { Some(self.say_of(&meant, "worse")?) } else { None },
            wants_heard_by: None,
            about: Vec::new(),
            takes_back: None,
        };
        let happened = self.lately();
        self.add(label, happened, Vec::new(), Body::Voice(body)).map(drop)
    }

    fn contact(&mut self) -> Result<(), Broken> {
        let harm = self.people.harm.id;
        let (with, seen_alone) =
            match (self.dice.below(100), self.dice.pick(&self.people.children).map(|one| one.id)) {
                (0..=44, _) => (harm, Vec::new()),
                (45..=74, _) | (_, None) => (self.people.survivor.id, vec![self.people.survivor.id]),
                (_, Some(child)) => (child, vec![child]),
            };
        let spoke = self.dice.percent(if with == harm { 45 } else { 80 });
        let outcomes: &[&str] = if spoke {
            &["spoke", "spoke_briefly"]
        } else {
            &["no_answer", "not_there", "refused", "message_left", "did_not_come", "not_safe"]
        };
        let warned = with == harm && self.dice.percent(60);
        let check = |done| Some(Check { done, said: None });
        let body = Contact {
            with: vec![Who::Person(with)],
            agency: None,
            sector: None,
            means: self.code(&["phone", "home_visit", "office", "school_or_clinic", "letter", "doorstep"])?,
            purpose: None,
            outcome: self.code(outcomes)?,
            what: if spoke { Some(self.say("contact_what")?) } else { None },
            could_overhear: self.maybe(30, "overhear")?,
            seen_alone: if spoke && self.dice.percent(70) { seen_alone } else { Vec::new() },
            interpreter: None,
            warned_before: if warned { check(true) } else { None },
            asked_after: if warned && self.dice.percent(50) { check(true) } else { None },
        };
        let happened = self.lately();
        self.add(Label::Professional, happened, Vec::new(), Body::Contact(body)).map(drop)
    }

    fn visit(&mut self) -> Result<(), Broken> {
        let (_, child) = self.meant();
        let survivor = self.people.survivor.id;
        let body = Visit {
            kind: self.code(&["home_visit", "school", "office", "phone_call", "health_setting"])?,
            present: vec![Who::Person(survivor), Who::Person(child)],
            could_overhear: self.maybe(40, "overhear")?,
            interpreter: None,
            seen_alone: match self.dice.below(3) {
                0 => vec![survivor],
                1 => vec![child],
                _ => Vec::new(),
            },
            remark: None,
        };
        let happened = self.lately();
        let visit = self.add(Label::Professional, happened, Vec::new(), Body::Visit(body))?;
        self.sit(visit);
        Ok(())
    }

    fn partnering(&mut self) -> Result<(), Broken> {
        let body = PartneringStep {
            with: self.people.survivor.id,
            step: self.code(&["affirm", "ask", "validate", "plan", "assess", "document"])?,
            done: self.say("step_done")?,
            answer: self.maybe(60, "step_answer")?,
            about: self.dice.pick(&self.efforts).copied().into_iter().collect(),
        };
        let happened = self.lately();
        self.add(Label::Professional, happened, Vec::new(), Body::PartneringStep(body)).map(drop)
    }

    fn response(&mut self) -> Result<(), Broken> {
        let (meant, _) = self.meant();
        let behaviours = match self.dice.pick(&self.behaviours).copied() {
            Some(behaviour) => vec![self.link(behaviour)?],
            None => Vec::new(),
        };
        let effect = *self.dice.pick(&Effect::ALL).unwrap_or(&Effect::Neutral);
        let towards = if self.dice.percent(50) { self.people.harm.id } else { self.people.survivor.id };
        let why = if self.dice.percent(60) { Some(self.say_of(&meant, "why")?) } else { None };
        let (agency, sector, group) =
            self.dice.pick(&AGENCIES).copied().unwrap_or(("Police", "police", "response_police"));
        let body = SystemResponse {
            agency: Text::parse(agency)?,
            sector: Code::parse(sector)?,
            did: self.say_of(&meant, group)?,
            towards: vec![towards],
            behaviours,
            efforts: Vec::new(),
            effects: vec![Judged { effect, by: Who::Person(self.people.survivor.id), why }],
            followed: None,
            used_through: Vec::new(),
        };
        let happened = self.once_or_over_time();
        self.add(Label::Professional, happened, Vec::new(), Body::SystemResponse(body)).map(drop)
    }

    fn unknown(&mut self) -> Result<(), Broken> {
        let (meant, child) = self.meant();
        let body = Unknown {
            question: self.say_of(&meant, "unknown")?,
            could_answer: Some(Who::Other(Text::parse("the school")?)),
            safely: if self.dice.percent(50) { Some(self.say_of(&meant, "safely_asked")?) } else { None },
            about: vec![child],
            behaviour: self.dice.pick(&self.behaviours).copied(),
            pathway: None,
            answer: if self.dice.percent(45) { Some(self.say_of(&meant, "answer")?) } else { None },
            answered_in: Vec::new(),
        };
        let id = self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Unknown(body))?;
        self.unknowns.push(id);
        Ok(())
    }

    fn daily_care(&mut self) -> Result<(), Broken> {
        let carer = if self.dice.percent(50) { self.people.harm.id } else { self.people.survivor.id };
        let children: Vec<EntryId> = self.people.children.iter().map(|child| child.id).collect();
        let body = DailyCare {
            carer,
            children,
            area: self.code(&["meals", "bedtime", "school", "night", "health", "play", "comfort", "money"])?,
            does: Some(self.say("care_does")?),
            decides: None,
            changes: self.maybe(30, "care_changes")?,
            good: self.maybe(40, "care_good")?,
            disrupted: None,
            disrupted_by: Vec::new(),
        };
        let sources = self.sources()?;
        self.add(Label::Professional, Happened::NotKnown, sources, Body::DailyCare(body)).map(drop)
    }

    fn intersection(&mut self) -> Result<(), Broken> {
        let behaviours = match self.dice.pick(&self.behaviours).copied() {
            Some(behaviour) => vec![self.link(behaviour)?],
            None => Vec::new(),
        };
        let body = Intersection {
            factor: self.code(&[
                "migration",
                "language",
                "money_housing",
                "mental_health",
                "substance",
                "kin_community",
            ])?,
            whose: vec![self.people.survivor.id],
            mechanism: *self.dice.pick(&Mechanism::ALL).unwrap_or(&Mechanism::Barrier),
            what: self.say("factor_what")?,
            behaviours,
        };
        let sources = self.sources()?;
        self.add(Label::Professional, Happened::NotKnown, sources, Body::Intersection(body)).map(drop)
    }

    fn worker_safety(&mut self) -> Result<(), Broken> {
        let body = WorkerSafety {
            about: vec![self.people.harm.id],
            know: self.say("safety_know")?,
            act: Some(self.say("safety_act")?),
            behaviours: Vec::new(),
            until: None,
        };
        self.add(Label::Staff, Happened::NotKnown, Vec::new(), Body::WorkerSafety(body)).map(drop)
    }
}
