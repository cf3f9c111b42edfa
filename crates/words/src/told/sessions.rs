//! Mapping sessions in words: prepared, live on a shared screen, and what came of them.

use super::{Empty, Item, List, Section, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::views::sessions::{SessionAdvice, SessionView, SessionsView};

impl Words {
    /// All sessions.
    #[must_use]
    pub fn tell_sessions(&self, view: &SessionsView) -> Told {
        let mut told =
            Told { title: self.say("sessions-title"), lede: self.say("sessions-lede"), ..Told::default() };
        if view.sessions.is_empty() {
            told.empty = Some(Empty {
                title: self.say("sessions-empty-title"),
                why: self.say("sessions-empty-why"),
                example: self.say("sessions-empty-example"),
                ask: String::new(),
                act: super::Ask {
                    words: self.say("sessions-add"),
                    who: String::new(),
                    kind: Kind::MappingSession,
                    fill: Vec::new(),
                },
            });
            return told;
        }
        let items = view.sessions.iter().map(|session| Item {
            head: self.when(&session.envelope.happened),
            more: session.outcome.iter().cloned().collect(),
            ..self.item(&session.envelope, session.purpose.clone())
        });
        told.sections.push(Section::List(List { items: items.collect(), ..List::default() }));
        told
    }

    /// One session: who attends, what is shown, whose actions come of it.
    #[must_use]
    pub fn tell_session(&self, view: &SessionView) -> Told {
        let plain = |text: &String| Item { text: text.clone(), ..Item::default() };
        let list =
            |key: &str, items: Vec<Item>| Section::List(List { head: self.say(key), items, ..List::default() });
        let mut told = Told {
            title: view.purpose.clone(),
            lede: self.when(&view.envelope.happened),
            says: view.advice.iter().map(|advice| self.session_advice(advice)).collect(),
            ..Told::default()
        };
        told.sections.push(list("page-fact-attendees", self.attendees(view)));
        if !view.agenda.is_empty() {
            told.sections.push(list("page-fact-agenda", view.agenda.iter().map(plain).collect()));
        }
        let material = view.material.iter().map(|line| Item {
            id: Some(line.id),
            head: self.name(line.kind),
            text: if line.withdrawn {
                self.say_with("told-withdrawn", &[("what", line.says.as_str().into())])
            } else {
                line.says.clone()
            },
            ..Item::default()
        });
        told.sections.push(Section::List(List {
            head: self.say("page-fact-material"),
            note: view.consent.clone().unwrap_or_default(),
            items: material.collect(),
            ..List::default()
        }));
        if !view.questions.is_empty() {
            let questions = view.questions.iter().map(|turned| Item {
                id: Some(turned.unknown),
                text: turned.question.clone(),
                more: vec![match &turned.action_says {
                    Some(says) => says.clone(),
                    None => self.say("session-no-action"),
                }],
                ..Item::default()
            });
            told.sections.push(list("page-fact-turned-into", questions.collect()));
        }
        if !view.actions.is_empty() {
            let actions = view.actions.iter().map(|action| {
                let mut more: Vec<String> = action.owner.iter().map(|owner| owner.name.clone()).collect();
                more.extend(action.by.map(|day| self.say_with("supervision-by", &[("day", self.day(day).into())])));
                Item {
                    id: Some(action.id),
                    head: action.agency.clone(),
                    text: action.action.clone(),
                    more,
                    tone: Tone::System,
                    ..Item::default()
                }
            });
            told.sections.push(list("session-actions", actions.collect()));
        }
        if !view.dissent.is_empty() {
            told.sections.push(Section::List(self.dissent_list(&view.dissent)));
        }
        told.sections
            .extend(view.outcome.iter().map(|outcome| list("page-fact-outcome-of-session", vec![plain(outcome)])));
        told
    }

    fn attendees(&self, view: &SessionView) -> Vec<Item> {
        let line = |attendee: &practice::views::sessions::AttendeeLine| {
            let sector = attendee.sector.as_ref().map(|sector| self.sector(sector));
            Item {
                text: attendee.who.name.clone(),
                more: attendee.agency.iter().cloned().chain(sector).collect(),
                ..Item::default()
            }
        };
        view.attendees.iter().map(line).collect()
    }

    /// What a shared screen shows of a session: what was chosen and may leave the team, and efforts in the wording that was
    /// agreed. `wordings` are those of efforts that are kept close; `efforts` those of the others, where there is one.
    #[must_use]
    pub fn tell_live(&self, view: &SessionView, wordings: &[String], harm: &str, survivors: &str) -> Told {
        let name = |key: &str, name: &str| self.say_with(key, &[("name", name.into())]);
        let of = |kind: Kind, tone: Tone| -> Vec<Item> {
            let chosen = view.material.iter().filter(|line| line.kind == kind && !line.withdrawn);
            chosen
                .map(|line| Item {
                    text: line.wording.clone().unwrap_or_else(|| line.says.clone()),
                    tone,
                    ..Item::default()
                })
                .collect()
        };
        let mut told = Told { title: view.purpose.clone(), lede: self.say("session-live-lede"), ..Told::default() };
        let mut hers = of(Kind::Effort, Tone::Hold);
        let wording = |text: &String| Item { text: text.clone(), tone: Tone::Hold, ..Item::default() };
        hers.extend(wordings.iter().map(wording));
        let agenda = view.agenda.iter().map(|text| Item { text: text.clone(), ..Item::default() }).collect();
        let questions: Vec<Item> = view
            .questions
            .iter()
            .map(|turned| Item {
                text: turned.question.clone(),
                more: vec![turned.action_says.clone().unwrap_or_else(|| self.say("session-no-action"))],
                ..Item::default()
            })
            .collect();
        let responses = [of(Kind::SystemResponse, Tone::System), of(Kind::Contact, Tone::System)].concat();
        for (head, items) in [
            (self.say("page-fact-agenda"), agenda),
            (name("session-live-harm", harm), of(Kind::Behaviour, Tone::Harm)),
            (self.say("session-live-impact"), of(Kind::Impact, Tone::Harm)),
            (name("session-live-hold", survivors), hers),
            (self.say("session-live-meets"), of(Kind::Intersection, Tone::System)),
            (self.say("session-live-agencies"), responses),
            (self.say("page-fact-turned-into"), questions),
        ] {
            if !items.is_empty() {
                told.sections.push(Section::List(List { head, items, ..List::default() }));
            }
        }
        told
    }

    fn session_advice(&self, advice: &SessionAdvice) -> String {
        match advice {
            SessionAdvice::NoConsent => self.say("session-advice-no-consent"),
            SessionAdvice::NoSafeWording { says, .. } => {
                self.say_with("session-advice-no-wording", &[("what", says.as_str().into())])
            }
            SessionAdvice::NoAction { question, .. } => {
                self.say_with("session-advice-no-action", &[("question", question.as_str().into())])
            }
            SessionAdvice::NoDate { says, .. } => {
                self.say_with("session-advice-no-date", &[("what", says.as_str().into())])
            }
            SessionAdvice::AlreadyDoes { says, actor, act, .. } => self.say_with(
                "session-advice-already",
                &[
                    ("what", says.as_str().into()),
                    ("name", actor.name.as_str().into()),
                    ("act", act.as_str().into()),
                ],
            ),
        }
    }
}
