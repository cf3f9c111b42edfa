//! Supervision of one case in words: what is done, why somebody should think about the work now, what was done well, what was
//! agreed. Nobody is ranked.

use super::{Item, List, Section, Told, Tone};
use crate::Words;
use jiff::tz::TimeZone;
use practice::views::supervision::{AgreedLine, Reason, Recent, RecordLine, SupervisionView};

impl Words {
    /// It in words.
    #[must_use]
    pub fn tell_supervision(&self, view: &SupervisionView, zone: &TimeZone) -> Told {
        let mut told = Told {
            title: self.say("supervision-title"),
            lede: self.say("supervision-lede"),
            warning: self.say("supervision-team-only"),
            ..Told::default()
        };
        let reasons: Vec<Item> = view.reasons.iter().map(|reason| self.reason_item(reason)).collect();
        told.sections.push(Section::List(List {
            head: self.say("supervision-why-now"),
            note: if reasons.is_empty() { self.say("supervision-nothing-waits") } else { String::new() },
            items: reasons,
            ..List::default()
        }));
        let recent = |all: &[Recent], tone: Tone| -> Vec<Item> {
            all.iter()
                .map(|line| Item {
                    id: Some(line.id),
                    head: self.when(&line.happened),
                    text: line.says.clone(),
                    tone,
                    ..Item::default()
                })
                .collect()
        };
        for (head, note, items) in [
            ("supervision-did", "supervision-did-note", recent(&view.done, Tone::Hold)),
            ("supervision-pattern", "supervision-pattern-note", recent(&view.pattern, Tone::Harm)),
        ] {
            if !items.is_empty() {
                told.sections.push(Section::List(List {
                    head: self.say(head),
                    note: self.say(note),
                    items,
                    ..List::default()
                }));
            }
        }
        if !view.agreed.is_empty() {
            told.sections.push(Section::List(List {
                head: self.say("supervision-agreed-open"),
                items: view.agreed.iter().map(|agreed| self.agreed_item(agreed)).collect(),
                ..List::default()
            }));
        }
        told.sections.extend(view.records.iter().map(|record| Section::List(self.record_list(record, zone))));
        told
    }

    fn agreed_item(&self, agreed: &AgreedLine) -> Item {
        let mut more: Vec<String> = agreed.who.iter().cloned().collect();
        more.extend(agreed.by.map(|day| self.say_with("supervision-by", &[("day", self.day(day).into())])));
        more.extend(agreed.done.map(|day| self.say_with("supervision-done", &[("day", self.day(day).into())])));
        Item { id: Some(agreed.record), text: agreed.what.clone(), more, ..Item::default() }
    }

    fn record_list(&self, record: &RecordLine, zone: &TimeZone) -> List {
        let mut items = Vec::new();
        items.extend(record.went_well.iter().map(|well| Item {
            head: self.say("page-fact-went-well"),
            tone: Tone::Hold,
            ..self.item(&record.envelope, well.clone())
        }));
        items.extend(record.prompts.iter().map(|(question, answer)| Item {
            head: self.reflection(question),
            text: answer.clone(),
            ..Item::default()
        }));
        items.extend(record.agreed.iter().map(|agreed| {
            let item = self.agreed_item(agreed);
            Item { head: self.say("page-fact-agreed"), id: None, ..item }
        }));
        let signed = self.signatures(record.signed, &record.signatures, zone);
        items.extend(signed.items);
        let worker = record.worker.clone().unwrap_or_default();
        let when = self.when(&record.envelope.happened);
        let args = [
            ("reason", self.supervision_reason(&record.reason).into()),
            ("when", when.into()),
            ("worker", worker.into()),
            ("whose", if record.worker.is_some() { "one" } else { "all" }.into()),
        ];
        List { head: self.say_with("supervision-record", &args), note: signed.note, items, ..List::default() }
    }

    fn reason_item(&self, reason: &Reason) -> Item {
        let entry = match reason {
            Reason::WorkerSafety { entry, .. }
            | Reason::CompletionDue { entry, .. }
            | Reason::AwaitsSignOff { entry, .. }
            | Reason::Return { entry, .. }
            | Reason::RoleOpen { entry, .. }
            | Reason::PlanReview { entry, .. }
            | Reason::AgreedDue { entry, .. } => Some(*entry),
            Reason::NobodyWorksWith { .. } => None,
        };
        let (text, more) = self.reason(reason);
        Item { id: entry, head: self.say(reason_key(reason)), text, more, ..Item::default() }
    }

    /// The short name of a reason, for a queue: "Nobody works with Craig".
    #[must_use]
    pub fn reason_name(&self, reason: &Reason) -> String {
        self.say(reason_key(reason))
    }

    /// A reason in words, with what belongs to it.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> (String, Vec<String>) {
        let day = |day: jiff::civil::Date| self.day(day);
        match reason {
            Reason::WorkerSafety { know, act, until, .. } => {
                let mut more: Vec<String> = act.iter().cloned().collect();
                more.extend(until.map(|until| self.say_with("warning-until", &[("day", day(until).into())])));
                (know.clone(), more)
            }
            Reason::NobodyWorksWith { person, tried, asked } => {
                let name = || ("name", person.name.as_str().into());
                let text = if tried.is_empty() {
                    self.say_with("reason-nobody-tried", &[name()])
                } else {
                    self.say_with("reason-nobody-spoke", &[name(), ("agencies", self.list(tried).into())])
                };
                let key = if *asked { "reason-asked-what-follows" } else { "reason-not-asked-what-follows" };
                (text, vec![self.say_with(key, &[name()])])
            }
            Reason::CompletionDue { says, by, past, .. } => {
                let key = if *past { "reason-completion-past" } else { "reason-completion" };
                (says.clone(), vec![self.say_with(key, &[("day", day(*by).into())])])
            }
            Reason::AwaitsSignOff { says, since, changed, .. } => {
                let mut more = Vec::new();
                if *changed {
                    more.push(self.say("sign-changed"));
                }
                more.extend(since.map(|since| self.say_with("reason-since", &[("day", day(since).into())])));
                (says.clone(), more)
            }
            Reason::Return { says, by, past, .. } => {
                let key = if *past { "reason-return-past" } else { "reason-return" };
                (says.clone(), vec![self.say_with(key, &[("day", day(*by).into())])])
            }
            Reason::RoleOpen { person, review, open, .. } => {
                let args = [("name", person.name.as_str().into()), ("day", day(*review).into())];
                (self.say_with("reason-role", &args), open.clone())
            }
            Reason::PlanReview { person, review, .. } => {
                let args = [("name", person.name.as_str().into()), ("day", day(*review).into())];
                (self.say_with("reason-plan", &args), Vec::new())
            }
            Reason::AgreedDue { what, by, who, .. } => {
                let mut more: Vec<String> = who.iter().cloned().collect();
                more.push(self.say_with("supervision-by", &[("day", day(*by).into())]));
                (what.clone(), more)
            }
        }
    }
}

/// The key of a reason's short name.
fn reason_key(reason: &Reason) -> &'static str {
    match reason {
        Reason::WorkerSafety { .. } => "reason-name-worker_safety",
        Reason::NobodyWorksWith { .. } => "reason-name-no_work_with_him",
        Reason::CompletionDue { .. } => "reason-name-completion",
        Reason::AwaitsSignOff { .. } => "reason-name-sign_off",
        Reason::Return { .. } => "reason-name-return",
        Reason::RoleOpen { .. } => "reason-name-role",
        Reason::PlanReview { .. } => "reason-name-plan",
        Reason::AgreedDue { .. } => "reason-name-agreed",
    }
}
