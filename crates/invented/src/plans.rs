//! What is to come of an invented case: plans, what is seen of change, decisions, supervision, and entries that were corrected.

use crate::desk::{Broken, Desk};
use practice::entry::Ground;
use practice::ids::EntryId;
use practice::kinds::change::{EvidenceOf, Names, Reviewed, StatedHarm};
use practice::kinds::decision::{Answer, Decided};
use practice::kinds::plan::{Aim, Done, Harm, Part};
use practice::kinds::session::Attendee;
use practice::kinds::supervision::Agreed;
use practice::kinds::{
    AgencyAction, Body, ChangeReview, ChildNeed, Decision, Evidence, Goal, MappingSession, Plan, SignOff,
    Supervision, Support,
};
use practice::label::Label;
use practice::record::Intent;
use practice::source::{Quote, Who};
use practice::text::{Code, Text};
use practice::when::{ApproxDate, Happened};

impl Desk {
    /// One step of planning, deciding or correcting, by a number from 0 to 99.
    pub(crate) fn planning(&mut self, which: u64) -> Result<(), Broken> {
        match which {
            0..=17 => self.goal(),
            18..=29 => self.support(),
            30..=40 => self.child_need(),
            41..=54 => self.agency_action(),
            55..=67 => self.evidence(),
            68..=76 => self.change_review(),
            77..=80 => self.decision(),
            81..=85 => self.supervision(),
            86..=88 => self.session(),
            89..=95 => self.corrected(),
            _ => self.withdrawn(),
        }
    }

    fn plan(&mut self, person: EntryId, part: Part) -> Result<EntryId, Broken> {
        let review = Some(self.ahead(28));
        let plan = Plan { person, part, relationship: None, copy: None, review, response: Vec::new() };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Plan(plan))
    }

    fn goal(&mut self) -> Result<(), Broken> {
        let Some(behaviour) = self.dice.pick(&self.behaviours).copied() else { return Ok(()) };
        let harm = self.people.harm.id;
        let plan = match self.change_plan {
            Some(plan) => plan,
            None => self.plan(harm, Part::Change)?,
        };
        self.change_plan = Some(plan);
        let (meant, child) = self.meant();
        let aim = *self.dice.pick(&Aim::ALL).unwrap_or(&Aim::Stop);
        let expected = match aim {
            Aim::Stop => "expected_stop",
            Aim::Start => "expected_start",
            Aim::Repair => "expected_repair",
        };
        let body = Goal {
            plan,
            aim,
            behaviours: vec![behaviour],
            harms: if self.dice.percent(60) {
                vec![Harm { child, what: self.say_of(&meant, "harm_said")? }]
            } else {
                Vec::new()
            },
            expected: self.say_of(&meant, expected)?,
            purpose: Some(self.say_of(&meant, "purpose")?),
            measure: self.say_of(&meant, "measure")?,
            by: Some(self.ahead(56)),
            verified_by: vec![Who::Other(Text::parse("Probation")?)],
            services: Vec::new(),
            reviewer: None,
            consequence: if self.dice.percent(50) { Some(self.say_of(&meant, "consequence")?) } else { None },
            engage: None,
            response: Vec::new(),
            ended: None,
        };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Goal(body)).map(drop)
    }

    fn support(&mut self) -> Result<(), Broken> {
        let survivor = self.people.survivor.id;
        let plan = match self.support_plan {
            Some(plan) => plan,
            None => self.plan(survivor, Part::Support)?,
        };
        self.support_plan = Some(plan);
        let body = Support {
            plan,
            wanted: self.say("support")?,
            asked_by_her: self.dice.percent(85),
            who_helps: None,
            agency: None,
            safely: self.maybe(60, "safely")?,
            if_she_stays: None,
            if_she_goes: None,
            by: Some(self.ahead(30)),
        };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Support(body)).map(drop)
    }

    fn child_need(&mut self) -> Result<(), Broken> {
        let (_, child) = self.meant();
        let body = ChildNeed { child, need: self.maybe(70, "need")?, who: None, by: None };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::ChildNeed(body)).map(drop)
    }

    fn agency_action(&mut self) -> Result<(), Broken> {
        let (meant, _) = self.meant();
        let done = self.dice.percent(50);
        let towards = if self.dice.percent(70) { self.people.harm.id } else { self.people.survivor.id };
        let body = AgencyAction {
            agency: Text::parse("Northbridge police")?,
            sector: Some(Code::parse("police")?),
            action: self.say_of(&meant, "action")?,
            towards: vec![towards],
            by: Some(self.ahead(21)),
            owner: Some(Who::Other(Text::parse("Sergeant of the team")?)),
            session: None,
            done: if done {
                Some(Done { on: ApproxDate::Day(self.today()), what: self.say_of(&meant, "done")? })
            } else {
                None
            },
            hers_to_see: false,
            told_before: None,
            asked_after: None,
        };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::AgencyAction(body)).map(drop)
    }

    fn evidence(&mut self) -> Result<(), Broken> {
        let behaviours = match self.dice.pick(&self.behaviours).copied() {
            Some(behaviour) => vec![self.link(behaviour)?],
            None => Vec::new(),
        };
        let of = *self.dice.pick(&EvidenceOf::ALL).unwrap_or(&EvidenceOf::Continues);
        let seen = match of {
            EvidenceOf::Conduct => "seen_conduct",
            EvidenceOf::Repair => "seen_repair",
            EvidenceOf::Continues => "seen_continues",
            EvidenceOf::NewTactic => "seen_new_tactic",
            EvidenceOf::Attendance => "seen_attendance",
            EvidenceOf::Certificate => "seen_certificate",
            EvidenceOf::Remorse => "seen_remorse",
        };
        let body = Evidence {
            person: self.people.harm.id,
            of,
            seen: self.say(seen)?,
            behaviours,
            towards: Vec::new(),
            agency: None,
        };
        let (happened, sources) = (self.lately(), self.sources()?);
        self.add(Label::Professional, happened, sources, Body::Evidence(body)).map(drop)
    }

    fn change_review(&mut self) -> Result<(), Broken> {
        let (meant, child) = self.meant();
        let mut behaviours = Vec::new();
        if let Some(behaviour) = self.dice.pick(&self.behaviours).copied() {
            let names = *self.dice.pick(&Names::ALL).unwrap_or(&Names::NotAsked);
            let asked = names != Names::NotAsked;
            let words = self.say_of(&meant, "harm_words")?;
            let harms = vec![StatedHarm { person: child, words: self.say_of(&meant, "harm_said")? }];
            behaviours.push(Reviewed {
                behaviour,
                names,
                words: asked.then_some(Quote { words, language: None }),
                harms: if asked && self.dice.percent(30) { harms } else { Vec::new() },
            });
        }
        if behaviours.is_empty() {
            return Ok(());
        }
        let body = ChangeReview {
            person: self.people.harm.id,
            behaviours,
            held_by: Vec::new(),
            says_victim: None,
            says_next: None,
            remark: None,
        };
        let happened = self.lately();
        self.add(Label::Professional, happened, Vec::new(), Body::ChangeReview(body)).map(drop)
    }

    fn decision(&mut self) -> Result<(), Broken> {
        let harm = self.people.harm.short.clone();
        let answer = |question: &str, asked: String, answer: Text, missing| -> Result<Answer, Broken> {
            let (question, asked) = (Code::parse(question)?, Text::parse(&asked)?);
            Ok(Answer {
                question,
                asked,
                answer: Some(answer),
                in_favour: Vec::new(),
                against: Vec::new(),
                missing,
            })
        };
        let (met, did) = (self.say("step_done")?, self.say("response_court")?);
        let missing = self.maybe(50, "unknown")?;
        let partnered = format!("What did we do to work together with {}?", self.people.survivor.short);
        let with_him = format!("What did every agency and every court do to stop or restrict {harm}?");
        let answers = vec![answer("partnered", partnered, met, None)?, answer("with_him", with_him, did, missing)?];
        let decided = self.dice.percent(70).then(|| self.today());
        let what =
            Text::parse("The children stay where they are. What is agreed is with the person who causes harm")?;
        let body = Decision {
            test: Code::parse("removal")?,
            version: 1,
            children: self.people.children.iter().map(|child| child.id).collect(),
            proposal: Text::parse("That the children live with a relative for six weeks")?,
            person: None,
            main_reasons: None,
            answers,
            dissent: Vec::new(),
            emergency: None,
            decided: decided.map(|on| Decided { what, as_proposed: false, on }),
            return_by: None,
        };
        let id = self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Decision(body))?;
        if self.dice.percent(60) {
            let sign = SignOff { of: id, revision: 1, agrees: self.dice.percent(80), words: None };
            self.add_by_supervisor(Label::Professional, Happened::NotKnown, Body::SignOff(sign))?;
        }
        Ok(())
    }

    fn supervision(&mut self) -> Result<(), Broken> {
        let agreed = Agreed { what: self.say("agreed")?, by: Some(self.ahead(14)), who: None, done: None };
        let body = Supervision {
            about: Vec::new(),
            worker: None,
            reason: self.code(&["regular", "no_work_with_him", "plan_review", "worker_asked"])?,
            went_well: Some(self.say("went_well")?),
            prompts: Vec::new(),
            agreed: vec![agreed],
        };
        let happened = self.lately();
        self.add_by_supervisor(Label::Staff, happened, Body::Supervision(body)).map(drop)
    }

    fn session(&mut self) -> Result<(), Broken> {
        let attendee = |who: &str, sector: &str| -> Result<Attendee, Broken> {
            let agency = Some(Text::parse(who)?);
            Ok(Attendee { who: Who::Other(Text::parse(who)?), agency, sector: Some(Code::parse(sector)?) })
        };
        let body = MappingSession {
            purpose: self.say("session_purpose")?,
            attendees: vec![attendee("Northbridge police", "police")?, attendee("Larch Road School", "school")?],
            agenda: Vec::new(),
            material: Vec::new(),
            consent: None,
            questions: Vec::new(),
            dissent: Vec::new(),
            outcome: Some(self.say("agreed")?),
        };
        let happened = self.lately();
        self.add(Label::Professional, happened, Vec::new(), Body::MappingSession(body)).map(drop)
    }

    /// A behaviour is written more exactly.
    fn corrected(&mut self) -> Result<(), Broken> {
        let Some(id) = self.dice.pick(&self.behaviours).copied() else { return Ok(()) };
        let (happened, reason) = (self.once_or_over_time(), Some(self.say("reason")?));
        let Some(base) = self.case.entry(id).filter(|entry| !entry.withdrawn).map(practice::case::Entry::revision)
        else {
            return Ok(());
        };
        self.change(id, |was| {
            let mut content = was.clone();
            content.happened = happened;
            Intent::Revise { base, content: Box::new(content), reason }
        })
        .map(drop)
    }

    /// A question was there twice.
    fn withdrawn(&mut self) -> Result<(), Broken> {
        let Some(id) = self.unknowns.pop() else { return Ok(()) };
        let base = self.case.entry(id).map_or(0, practice::case::Entry::revision);
        let reason = Some(Text::parse("This question was there already")?);
        self.change(id, |_| Intent::Withdraw { base, ground: Ground::Duplicate, reason }).map(drop)
    }
}
