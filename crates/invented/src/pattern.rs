//! The pattern, the survivor's efforts and what the pattern does: the middle of every invented case.

use crate::desk::{Broken, Desk};
use crate::phrases::phrases;
use practice::ids::EntryId;
use practice::kinds::impact::{ImpactLink, ImpactOn, NoneSeen, Pathway};
use practice::kinds::pattern::{Force, Form, Usable};
use practice::kinds::strengths::{Consequence, MadePossible};
use practice::kinds::{Behaviour, Body, Effort, Impact};
use practice::label::Label;
use practice::source::{Basis, Link, Who};
use practice::text::{Code, Text};
use practice::when::ApproxDate;

impl Desk {
    /// Something the person who causes harm does.
    pub(crate) fn behaviour(&mut self) -> Result<(), Broken> {
        let Some(phrase) = self.dice.pick(&phrases().behaviours) else { return Ok(()) };
        let (meant, child) = self.meant();
        let (survivor, actor) = (self.people.survivor.id, self.people.harm.id);
        let former = self.people.former.as_ref().map(|one| one.id);
        let (mut targets, mut elsewhere) = match phrase.towards {
            's' => (vec![survivor], false),
            'c' => (vec![child], false),
            _ => (vec![survivor, child], false),
        };
        if let (Some(former), true) = (former, phrase.towards == 's' && self.dice.percent(15)) {
            (targets, elsewhere) = (vec![former], true);
        }
        let answers_effort = match self.dice.pick(&self.efforts).copied() {
            Some(effort) if !elsewhere && self.dice.percent(12) => vec![self.link(effort)?],
            _ => Vec::new(),
        };
        let through = match self.dice.pick(&self.people.his_kin).map(|one| one.id) {
            Some(kin) if phrase.act.contains("@K") => vec![Who::Person(kin)],
            _ => Vec::new(),
        };
        let usable = match self.dice.below(100) {
            0..=14 => {
                let wording = Some(Text::parse("What the police wrote down that evening")?);
                Usable::Known { from: Text::parse("Police report, read out to both")?, wording }
            }
            15..=24 => {
                let on = ApproxDate::Day(self.day_ago(0, 30));
                Usable::Agreed { wording: Text::parse("What happened at home that evening")?, on }
            }
            _ => Usable::No,
        };
        let settings = ["At home", "At home, in the evening", "At handover"];
        let setting = self.dice.pick(&settings).copied().filter(|_| self.dice.percent(25));
        let body = Behaviour {
            actor,
            act: self.speak(&meant, phrase.act)?,
            title: Some(Text::parse(phrase.title)?),
            targets,
            categories: vec![Code::parse(phrase.code)?],
            setting: setting.map(Text::parse).transpose()?,
            through,
            relationship: None,
            form: match phrase.form {
                Some('!') => Form::StandingRule,
                Some('-') => Form::Omission,
                _ => Form::Act,
            },
            force: Force::Control,
            usable_with_actor: usable,
            answers_effort,
        };
        let (happened, sources) = (self.once_or_over_time(), self.sources()?);
        let id = self.add(Label::Professional, happened, sources, Body::Behaviour(body))?;
        if !elsewhere {
            self.behaviours.push(id);
        }
        Ok(())
    }

    /// Something the survivor does.
    pub(crate) fn effort(&mut self) -> Result<(), Broken> {
        let Some(phrase) = self.dice.pick(&phrases().efforts) else { return Ok(()) };
        let (meant, child) = self.meant();
        let answers = match self.dice.pick(&self.behaviours).copied() {
            Some(behaviour) if self.dice.percent(75) => vec![self.link(behaviour)?],
            _ => Vec::new(),
        };
        let made_possible = if self.dice.percent(35) {
            let what = self
                .speak(&meant, "{@C slept|@C was at school|@C had eaten|Nobody was hit that night|@C laughed}")?;
            vec![MadePossible { person: Some(child), what }]
        } else {
            Vec::new()
        };
        let followed = match self.dice.pick(&self.behaviours).copied() {
            Some(behaviour) if self.dice.percent(15) => {
                let what = self.speak(&meant, "{@P took the telephone|@P did not speak for a week|@P rang @K}")?;
                Some(Consequence { what, behaviour: Some(behaviour) })
            }
            _ => None,
        };
        let body = Effort {
            actor: self.people.survivor.id,
            act: self.speak(&meant, phrase.act)?,
            for_whom: vec![child],
            answers,
            categories: vec![Code::parse(phrase.code)?],
            made_possible,
            cost: if self.dice.percent(25) {
                Some(self.speak(
                    &meant,
                    "{Two nights without sleep|A job|A bruise on the arm|Being called mad|The last money}",
                )?)
            } else {
                None
            },
            obstacle: None,
            followed,
            safe_wording: if phrase.confidential && self.dice.percent(30) {
                Some(self.speak(&meant, "Plans ahead for the children")?)
            } else {
                None
            },
            wants_heard_by: None,
        };
        let label = if phrase.confidential { Label::SurvivorConfidential } else { Label::Professional };
        let (happened, sources) = (self.once_or_over_time(), self.sources()?);
        let id = self.add(label, happened, sources, Body::Effort(body))?;
        // What answers an effort that is known to few would tell of it.
        if !phrase.confidential {
            self.efforts.push(id);
        }
        Ok(())
    }

    /// What the pattern did.
    pub(crate) fn impact(&mut self) -> Result<(), Broken> {
        let Some(phrase) = self.dice.pick(&phrases().impacts) else { return Ok(()) };
        let (meant, child) = self.meant();
        let none_seen = self.dice.percent(6) && phrase.on == 'c';
        let mut from = Vec::new();
        if !none_seen {
            for _ in 0..self.dice.between(1, 2) {
                let Some(behaviour) = self.dice.pick(&self.behaviours).copied() else { break };
                let pathway = match phrase.on {
                    'c' => Pathway::Direct,
                    'p' => Pathway::ThroughCare,
                    _ => Pathway::ThroughDailyLife,
                };
                let basis = if self.dice.percent(40) { Some(self.basis()?) } else { None };
                from.push(ImpactLink { behaviour, pathway, basis });
            }
            from.dedup_by_key(|link| link.behaviour);
        }
        let none_seen = if none_seen {
            let by = Who::Other(Text::parse("the health visitor")?);
            let on = Some(ApproxDate::Day(self.today()));
            let coping =
                Some(self.speak(&meant, "{Plays, eats and sleeps as before|Talks about school and friends}")?);
            Some(NoneSeen { by, on, place: Some(Text::parse("At the clinic")?), coping })
        } else {
            None
        };
        let body = Impact {
            on: match phrase.on {
                'c' => ImpactOn::Child(child),
                'p' => ImpactOn::Parenting(self.people.survivor.id),
                _ => ImpactOn::FamilyFunctioning,
            },
            what: self.speak(&meant, phrase.what)?,
            domains: vec![Code::parse(phrase.code)?],
            from,
            none_seen,
        };
        let (happened, sources) = (self.once_or_over_time(), self.sources()?);
        self.add(Label::Professional, happened, sources, Body::Impact(body)).map(drop)
    }

    /// A link, in some cases with how it is known.
    pub(crate) fn link(&mut self, to: EntryId) -> Result<Link, Broken> {
        let basis = if self.dice.percent(30) { Some(self.basis()?) } else { None };
        Ok(Link { to, basis })
    }

    fn basis(&mut self) -> Result<Basis, Broken> {
        let survivor = Who::Person(self.people.survivor.id);
        let words = ["It began that week", "It stops when nobody is there", "Seen on the same day"];
        let words = self.dice.pick(&words).copied().map(Text::parse).transpose()?;
        Ok(Basis { by: survivor, words })
    }
}
