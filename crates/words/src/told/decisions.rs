//! Decisions in words: each question with its answer, what speaks for and against it, and what is missing. No sentence of it
//! recommends anything.

use super::{Ask, Item, List, Section, Told, Tone};
use crate::Words;
use jiff::tz::TimeZone;
use practice::kinds::Kind;
use practice::pack::Pack;
use practice::spoken::Names;
use practice::text::Code;
use practice::views::decisions::{
    DecisionView, DissentLine, Evidence, QuestionLine, SignState, Signature, TestsView, Warning,
};
use practice::views::missed::{Missed, Why};

impl Words {
    /// All decisions, and the tests that can be begun.
    #[must_use]
    pub fn tell_tests(&self, view: &TestsView, pack: &Pack, names: &Names) -> Told {
        let mut told = Told { title: self.say("tests-title"), lede: self.say("tests-lede"), ..Told::default() };
        if !view.decisions.is_empty() {
            told.sections.push(Section::List(List {
                head: self.say("tests-decisions"),
                items: view.decisions.iter().map(|decision| self.decision_line(decision)).collect(),
                ..List::default()
            }));
        }
        let offered = pack.tests.iter().filter(|test| !test.hidden).map(|test| Ask {
            words: self.spoken(&test.title, names),
            who: self.spoken(&test.about, names),
            kind: Kind::Decision,
            fill: vec![("test", test.code.to_string())],
        });
        told.sections.push(Section::List(List {
            head: self.say("tests-begin"),
            note: self.say("tests-begin-note"),
            asks: offered.collect(),
            ..List::default()
        }));
        told
    }

    fn decision_line(&self, view: &DecisionView) -> Item {
        let mut more = vec![self.sign_state(view.signed)];
        for warning in &view.warnings {
            if let Warning::CompletionDue { by, .. } = warning {
                more.push(self.say_with("tests-completion-due", &[("day", self.day(*by).into())]));
            }
        }
        Item { head: self.test_title(&view.test), more, ..self.item(&view.envelope, view.proposal.clone()) }
    }

    /// How it stands with the second person.
    #[must_use]
    pub fn sign_state(&self, state: SignState) -> String {
        self.say(match state {
            SignState::Proposal => "sign-proposal",
            SignState::Awaiting => "sign-awaiting",
            SignState::ChangedSince => "sign-changed",
            SignState::Signed => "sign-signed",
            SignState::NotAgreed => "sign-not-agreed",
        })
    }

    /// One decision with all of its questions. `outside`: for others than the team, without what the team looks at once more
    /// and without questions that are still open.
    #[must_use]
    pub fn tell_decision(
        &self,
        view: &DecisionView,
        pack: &Pack,
        names: &Names,
        zone: &TimeZone,
        outside: bool,
    ) -> Told {
        let names = Names {
            person: view.person.as_ref().map_or_else(|| names.person.clone(), |person| person.name.clone()),
            ..names.clone()
        };
        let mut told = Told {
            title: self.test_title(&view.test),
            lede: self.say_with(
                "decision-for",
                &[("children", self.named(&view.children).into()), ("authors", self.list(&view.authors).into())],
            ),
            ..Told::default()
        };
        if !outside {
            told.says =
                view.warnings.iter().map(|warning| self.decision_warning(warning, view, pack, &names)).collect();
        }
        told.sections.push(Section::List(self.proposed(view)));
        for question in view.questions.iter().filter(|question| !outside || question.answer.is_some()) {
            told.sections.push(Section::List(self.question_asked(question, view, pack, &names)));
        }
        if !view.dissent.is_empty() {
            told.sections.push(Section::List(self.dissent_list(&view.dissent)));
        }
        told.sections.push(Section::List(self.signatures(view.signed, &view.signatures, zone)));
        told
    }

    fn proposed(&self, view: &DecisionView) -> List {
        let plain = |key: &str, text: String| Item { head: self.say(key), text, ..Item::default() };
        let mut items = vec![plain("page-fact-proposal", view.proposal.clone())];
        items.extend(view.person.iter().map(|person| plain("page-fact-names-person", person.name.clone())));
        items.extend(view.main_reasons.iter().map(|reasons| plain("page-fact-main-reasons", reasons.clone())));
        if let Some(emergency) = &view.emergency {
            let key = if emergency.complete { "decision-completed" } else { "decision-complete-by" };
            let by = self.say_with(key, &[("day", self.day(emergency.complete_by).into())]);
            items.push(Item { more: vec![by], ..plain("page-fact-emergency", emergency.why.clone()) });
        }
        if let Some(decided) = &view.decided {
            let key =
                if decided.as_proposed { "form-decision-as-proposed-yes" } else { "form-decision-as-proposed-no" };
            let more = vec![self.say(key), self.day(decided.on)];
            items.push(Item { more, ..plain("page-fact-decided", decided.what.clone()) });
        }
        items.extend(view.return_by.map(|by| plain("page-fact-return-by", self.day(by))));
        List { head: self.say("decision-what"), items, ..List::default() }
    }

    fn question_asked(&self, line: &QuestionLine, view: &DecisionView, pack: &Pack, names: &Names) -> List {
        let words = self.question_words(&line.question, view, pack, names);
        let head = match line.place {
            Some(n) => self.say_with("form-decision-question", &[("n", n.into()), ("question", words.into())]),
            None => words,
        };
        let mut items = vec![match &line.answer {
            Some(answer) => Item { text: answer.clone(), ..Item::default() },
            None => Item { text: self.say("decision-not-answered"), ..Item::default() },
        }];
        for (key, tone, all) in [
            ("decision-evidence-for", Tone::Hold, &line.in_favour),
            ("decision-evidence-against", Tone::System, &line.against),
        ] {
            items.extend(all.iter().map(|evidence| Item { tone, ..self.evidence(key, evidence) }));
        }
        items.extend(line.missing.iter().map(|missing| Item {
            head: self.say("decision-is-missing"),
            text: missing.clone(),
            ..Item::default()
        }));
        List { head, items, ..List::default() }
    }

    /// A question in the words in which it was asked, else in those of the pack.
    fn question_words(&self, code: &Code, view: &DecisionView, pack: &Pack, names: &Names) -> String {
        let asked = view.questions.iter().find(|line| line.question == *code).and_then(|line| line.asked.clone());
        asked.unwrap_or_else(|| {
            let question = pack.test(&view.test).and_then(|test| test.question(code));
            question.map_or_else(|| code.to_string(), |question| self.spoken(&question.ask, names))
        })
    }

    fn evidence(&self, key: &str, evidence: &Evidence) -> Item {
        let text = if evidence.withdrawn {
            self.say_with("told-withdrawn", &[("what", evidence.says.as_str().into())])
        } else {
            evidence.says.clone()
        };
        let mut more = vec![self.name(evidence.kind)];
        more.extend(evidence.by.as_ref().map(|by| {
            let words = evidence.words.clone().unwrap_or_default();
            self.say_with("page-says", &[("name", by.name.as_str().into()), ("what", words.into())])
        }));
        Item { id: Some(evidence.id), head: self.say(key), text, more, ..Item::default() }
    }

    pub(super) fn dissent_list(&self, dissent: &[DissentLine]) -> List {
        let items = dissent.iter().map(|one| Item {
            head: one.by.name.clone(),
            text: one.words.clone(),
            label: one.label,
            ..Item::default()
        });
        List { head: self.say("page-fact-dissent"), items: items.collect(), ..List::default() }
    }

    pub(super) fn signatures(&self, state: SignState, all: &[Signature], zone: &TimeZone) -> List {
        let items = all.iter().map(|signature| {
            let key = match (signature.agrees, signature.holds) {
                (true, true) => "sign-agrees",
                (false, true) => "sign-disagrees",
                (_, false) => "sign-earlier",
            };
            let mut more: Vec<String> = signature.words.iter().cloned().collect();
            more.extend(signature.at.map(|at| self.moment(at, zone)));
            Item {
                id: Some(signature.id),
                text: self.say_with(key, &[("name", signature.by.as_str().into())]),
                more,
                ..Item::default()
            }
        });
        List {
            head: self.say("sign-title"),
            note: self.sign_state(state),
            items: items.collect(),
            ..List::default()
        }
    }

    /// What somebody should look at once more, and why.
    #[must_use]
    pub fn decision_warning(&self, warning: &Warning, view: &DecisionView, pack: &Pack, names: &Names) -> String {
        let questions = |codes: &[Code]| -> String {
            let all: Vec<String> =
                codes.iter().map(|code| format!("“{}”", self.question_words(code, view, pack, names))).collect();
            self.list(&all)
        };
        match warning {
            Warning::ReasonsAboutSurvivor { survivor, sentences, harm } => {
                let quoted: Vec<String> = sentences.iter().map(|sentence| format!("“{sentence}”")).collect();
                let harm = if harm.is_empty() { names.harm.clone() } else { self.named(harm) };
                let args = [
                    ("name", survivor.name.as_str().into()),
                    ("sentences", self.list(&quoted).into()),
                    ("harm", harm.into()),
                ];
                self.say_with("decision-warning-reasons", &args)
            }
            Warning::NoGround { question, back_to } => {
                let caution = pack
                    .test(&view.test)
                    .and_then(|test| test.question(question))
                    .and_then(|question| question.caution.as_ref())
                    .map(|caution| self.spoken(&caution.says, names))
                    .unwrap_or_default();
                let args = [("says", caution.into()), ("questions", questions(back_to).into())];
                self.say_with("decision-warning-no-ground", &args)
            }
            Warning::CompletionDue { by, past, questions: open } => {
                let key = if *past { "decision-warning-completion-past" } else { "decision-warning-completion" };
                self.say_with(key, &[("day", self.day(*by).into()), ("questions", questions(open).into())])
            }
            Warning::NotAnswered { questions: open } => {
                self.say_with("decision-warning-not-answered", &[("questions", questions(open).into())])
            }
            Warning::NoEvidence { questions: bare } => {
                self.say_with("decision-warning-no-evidence", &[("questions", questions(bare).into())])
            }
            Warning::EvidenceWithdrawn { question, says, .. } => {
                let args = [
                    ("question", self.question_words(question, view, pack, names).into()),
                    ("what", says.as_str().into()),
                ];
                self.say_with("decision-warning-withdrawn", &args)
            }
            Warning::NoReturnDate => self.say("decision-warning-no-return"),
            Warning::ReturnDue { by } => {
                self.say_with("decision-warning-return-due", &[("day", self.day(*by).into())])
            }
            Warning::EarlierVersion { answered, now } => self
                .say_with("decision-warning-version", &[("answered", (*answered).into()), ("now", (*now).into())]),
        }
    }

    /// What an audience would miss, for whoever works the case.
    #[must_use]
    pub fn tell_missed(&self, missed: &Missed) -> Told {
        let mut told = Told {
            title: self.say("missed-title"),
            lede: self.say("missed-lede"),
            warning: self.say("missed-yours"),
            ..Told::default()
        };
        let items = missed.efforts.iter().map(|effort| {
            let mut more = vec![match &effort.safe_wording {
                Some(wording) => self.say_with("missed-safe", &[("wording", wording.as_str().into())]),
                None => self.say_with("missed-no-safe", &[("name", effort.actor.name.as_str().into())]),
            }];
            more.extend(
                effort
                    .wants_heard_by
                    .iter()
                    .map(|who| self.say_with("missed-wants-heard", &[("who", who.as_str().into())])),
            );
            let label = match effort.why {
                Why::Label(label) => Some(label),
                Why::Unexplained => {
                    more.push(self.say("missed-unexplained"));
                    None
                }
            };
            Item {
                id: Some(effort.id),
                head: effort.actor.name.clone(),
                text: effort.act.clone(),
                more,
                tone: Tone::Hold,
                label,
                ..Item::default()
            }
        });
        let items: Vec<Item> = items.collect();
        let note = if items.is_empty() { self.say("missed-none") } else { String::new() };
        told.sections.push(Section::List(List {
            head: self.say("missed-efforts"),
            note,
            items,
            ..List::default()
        }));
        if !missed.answers.is_empty() {
            let items = missed.answers.iter().map(|answer| Item { text: answer.asked.clone(), ..Item::default() });
            told.sections.push(Section::List(List {
                head: self.say("missed-answers"),
                note: self.say("missed-answers-note"),
                items: items.collect(),
                ..List::default()
            }));
        }
        told
    }
}
