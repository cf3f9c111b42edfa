//! The facts of the entries around the pattern: places, own words, care, contacts, agencies, safety at work, chronologies.

use super::entry_view::Facts;
use super::lines::Line;
use practice::kinds::care::{CareConcern, DailyCare};
use practice::kinds::change::{ChangeReview, Evidence};
use practice::kinds::contact::{Check, Contact, PartneringStep};
use practice::kinds::interview::{Interview, ToolResult};
use practice::kinds::pattern::UseOfForce;
use practice::kinds::places::{ContactDetail, LivingArrangement};
use practice::kinds::systems::SystemResponse;
use practice::kinds::voice::Voice;
use practice::kinds::work::{Chronology, WorkerSafety};
use practice::source::{Quote, Who};
use practice::text::Text;
use words::{CareQuestion, Words};

impl Facts<'_> {
    pub(super) fn maybe(&mut self, key: &str, text: Option<&Text>) {
        self.text(key, text.map(ToString::to_string));
    }

    pub(super) fn yes_or_no(&mut self, key: &str, said: Option<bool>) {
        let said = said.map(|said| self.say.t(if said { "form-yes" } else { "form-no" }));
        self.text(key, said);
    }

    pub(super) fn person_or_name(&mut self, key: &str, who: Option<&Who>) {
        self.whos(key, who.cloned().as_slice());
    }

    pub(super) fn living_arrangement(&mut self, arrangement: &LivingArrangement) {
        self.people("lives-who", &arrangement.who);
        self.whos("lives-with", &arrangement.with);
        self.entries("lives-household", arrangement.household.as_slice());
        self.maybe("lives-days", arrangement.days.as_ref());
        self.person_or_name("decided-by", arrangement.decided_by.as_ref());
        self.maybe("decided-how", arrangement.decided_how.as_ref());
        self.text("sure", Some(self.say.words.name(arrangement.sure)));
        self.maybe("not-clear", arrangement.not_clear.as_ref());
    }

    pub(super) fn contact_detail(&mut self, detail: &ContactDetail) {
        self.people("whose", &detail.whose);
        self.text("detail-kind", Some(self.say.words.contact_detail_kind(&detail.kind)));
        self.maybe("detail", Some(&detail.detail));
        self.maybe("safe-way", detail.safely.as_ref());
        self.maybe("never", detail.never.as_ref());
        self.text("known-to-harm", Some(self.say.words.name(detail.known_to_harm)));
    }

    pub(super) fn voice(&mut self, voice: &Voice) {
        if let Some(takes_back) = &voice.takes_back {
            // What was going on comes before the words it was said in.
            self.maybe("takes-back-context", Some(&takes_back.context));
            self.links("pressure", &takes_back.pressure);
            self.entries("takes-back", &[takes_back.entry]);
        }
        self.people("words-of", &[voice.whose]);
        self.text("said", Some(format!("“{}”", voice.words.words)));
        self.maybe("language", voice.words.language.as_ref());
        self.maybe("asked", voice.asked.as_ref());
        self.yes_or_no("alone", voice.alone);
        self.maybe("wants", voice.wants.as_ref());
        self.maybe("worse", voice.worse.as_ref());
        self.maybe("wants-heard-by", voice.wants_heard_by.as_ref());
        self.entries("about", &voice.about);
    }

    pub(super) fn daily_care(&mut self, care: &DailyCare) {
        self.people("care-of", &[care.carer]);
        self.people("for-children", &care.children);
        self.text("area", Some(self.say.words.care_area(&care.area)));
        let name = self.reader.person(care.carer).name;
        for (question, answer) in [
            (CareQuestion::Does, &care.does),
            (CareQuestion::Decides, &care.decides),
            (CareQuestion::Good, &care.good),
            (CareQuestion::Changes, &care.changes),
            (CareQuestion::Disrupted, &care.disrupted),
        ] {
            if let Some(answer) = answer {
                self.asked(self.say.words.care_question(question, &name), answer);
            }
        }
        self.links("disrupted-by", &care.disrupted_by);
    }

    pub(super) fn care_concern(&mut self, concern: &CareConcern) {
        self.people("care-of", &[concern.carer]);
        self.maybe("seen", Some(&concern.seen));
        let effects = concern.children.iter().map(|effect| {
            let child = self.reader.person(effect.child).name;
            match &effect.effect {
                Some(seen) => self.say.says(&child, seen.as_str()),
                None => child,
            }
        });
        let effects = effects.collect();
        self.texts("on-each-child", effects);
        self.maybe("part", concern.part.as_ref());
        self.links("behaviours", &concern.behaviours);
        self.maybe("help-wanted", concern.help_wanted.as_ref());
        self.maybe("help-offered", concern.help_offered.as_ref());
    }

    pub(super) fn use_of_force(&mut self, force: &UseOfForce) {
        self.people("force-of", &[force.person]);
        self.people("force-towards", &[force.towards]);
        let (name, other) = (self.reader.person(force.person).name, self.reader.person(force.towards).name);
        for answer in &force.answers {
            let asked = self.say.words.force_question_more(&answer.question, "ask", &name, &other);
            let asked = if asked.is_empty() { self.say.words.force_question(&answer.question) } else { asked };
            self.asked(asked, &answer.answer);
        }
        self.links("behaviours", &force.behaviours);
    }

    pub(super) fn contact(&mut self, contact: &Contact) {
        self.whos("with", &contact.with);
        self.maybe("agency", contact.agency.as_ref());
        self.codes("sector", contact.sector.as_slice(), Words::sector);
        self.text("means", Some(self.say.words.contact_means(&contact.means)));
        self.text("outcome", Some(self.say.words.contact_outcome(&contact.outcome)));
        self.maybe("purpose", contact.purpose.as_ref());
        self.maybe("what-was-said", contact.what.as_ref());
        self.check("warned-before", contact.warned_before.as_ref());
        self.check("asked-after", contact.asked_after.as_ref());
        self.maybe("could-overhear", contact.could_overhear.as_ref());
        self.people("seen-alone", &contact.seen_alone);
        if let Some(interpreter) = &contact.interpreter {
            self.person_or_name("interpreter", Some(&interpreter.who));
            self.yes_or_no("interpreter-independent", interpreter.independent);
            self.maybe("interpreter-remark", interpreter.remark.as_ref());
        }
    }

    pub(super) fn check(&mut self, key: &str, check: Option<&Check>) {
        let Some(check) = check else { return };
        let text = self.say.t(if check.done { "form-yes" } else { "form-no" });
        let known = check.said.as_ref().map(ToString::to_string).unwrap_or_default();
        self.row(key, vec![Line { text, known, ..Line::default() }]);
    }

    pub(super) fn partnering_step(&mut self, step: &PartneringStep) {
        self.people("partnered-with", &[step.with]);
        self.text("step", Some(self.say.words.partnering_step(&step.step)));
        self.maybe("done", Some(&step.done));
        self.maybe("answered", step.answer.as_ref());
        self.entries("about", &step.about);
    }

    pub(super) fn system_response(&mut self, response: &SystemResponse) {
        self.maybe("agency", Some(&response.agency));
        self.codes("sector", std::slice::from_ref(&response.sector), Words::sector);
        self.maybe("did", Some(&response.did));
        self.people("towards", &response.towards);
        let views = response.effects.iter().map(|judged| Line {
            text: self.say.says(&self.reader.who(&judged.by).name, &self.say.words.name(judged.effect)),
            known: judged.why.as_ref().map(ToString::to_string).unwrap_or_default(),
            ..Line::default()
        });
        let views = views.collect();
        self.row("effects", views);
        self.links("responded-to", &response.behaviours);
        self.links("answered-effort", &response.efforts);
        if let Some(followed) = &response.followed {
            let mut values = vec![Line { text: followed.what.to_string(), ..Line::default() }];
            values.extend(followed.behaviour.map(|id| self.linked(id, String::new())));
            self.row("followed", values);
        }
        self.links("used-through", &response.used_through);
    }

    pub(super) fn worker_safety(&mut self, safety: &WorkerSafety) {
        self.people("about", &safety.about);
        self.maybe("know", Some(&safety.know));
        self.maybe("todo", safety.act.as_ref());
        self.text("until", safety.until.map(|day| self.say.words.day(day)));
        self.links("behaviours", &safety.behaviours);
    }

    pub(super) fn change_review(&mut self, review: &ChangeReview) {
        self.people("about", &[review.person]);
        self.whos("held-by", &review.held_by);
        for line in &review.behaviours {
            let mut values = vec![Line { text: self.say.words.name(line.names), ..Line::default() }];
            values.extend(line.words.iter().map(quoted));
            values.extend(line.harms.iter().map(|harm| Line {
                text: self.say.says(&self.reader.person(harm.person).name, harm.words.as_str()),
                ..Line::default()
            }));
            let behaviour = self.linked(line.behaviour, String::new());
            self.rows.push(super::entry_view::Fact { name: behaviour.text.clone(), values });
        }
        for (key, quote) in [("says-victim", &review.says_victim), ("says-next", &review.says_next)] {
            let values = quote.iter().map(quoted).collect();
            self.row(key, values);
        }
        self.maybe("remark", review.remark.as_ref());
    }

    pub(super) fn evidence(&mut self, evidence: &Evidence) {
        self.people("conduct-of", &[evidence.person]);
        self.text("evidence-of", Some(self.say.words.name(evidence.of)));
        self.maybe("seen", Some(&evidence.seen));
        self.links("behaviours", &evidence.behaviours);
        self.people("towards", &evidence.towards);
        self.maybe("agency", evidence.agency.as_ref());
    }

    pub(super) fn chronology(&mut self, chronology: &Chronology) {
        self.maybe("purpose", Some(&chronology.purpose));
        let lines = chronology.lines.iter().map(|line| {
            let analysis = line.analysis.as_ref().map(ToString::to_string).unwrap_or_default();
            self.linked(line.entry, analysis)
        });
        let lines = lines.collect();
        self.row("lines", lines);
    }

    pub(super) fn interview(&mut self, interview: &Interview) {
        self.maybe("instrument", Some(&interview.title));
        self.people("interviewed", &interview.with);
        self.people("about", &interview.about);
        self.yes_or_no("alone", interview.alone);
        self.maybe("could-overhear", interview.could_overhear.as_ref());
        self.maybe("interpreter", interview.interpreter.as_ref());
        for answer in &interview.answers {
            let asked = match answer.about {
                Some(about) => self.say.says(&self.reader.person(about).name, answer.asked.as_str()),
                None => answer.asked.to_string(),
            };
            let mut values: Vec<Line> = self
                .say
                .words
                .said_lines(&answer.said, &|who| self.reader.who(who).name)
                .into_iter()
                .map(|text| Line { text, ..Line::default() })
                .collect();
            values.extend(answer.entries.iter().map(|entry| self.linked(*entry, String::new())));
            self.rows.push(super::entry_view::Fact { name: asked, values });
        }
        let skipped = interview.skipped.iter().map(|skipped| skipped.why.to_string()).collect();
        self.texts("left-out", skipped);
        if let Some(kept) = &interview.kept {
            self.yes_or_no("kept", Some(kept.agreed));
            self.maybe("kept-words", kept.words.as_ref());
        }
        self.yes_or_no("finished", Some(interview.finished));
    }

    pub(super) fn tool_result(&mut self, result: &ToolResult) {
        self.maybe("tool", Some(&result.tool));
        self.people("about", &result.about);
        self.maybe("tool-result", Some(&result.result));
        self.maybe("filled-by", Some(&result.by));
        self.maybe("what-for", result.what_for.as_ref());
        self.maybe("tool-not-known", result.not_known.as_ref());
    }

    /// An answer to a question of the pack.
    pub(super) fn asked(&mut self, question: String, answer: &Text) {
        let values = vec![Line { text: answer.to_string(), ..Line::default() }];
        self.rows.push(super::entry_view::Fact { name: question, values });
    }
}

/// Words as they were said.
fn quoted(quote: &Quote) -> Line {
    Line { text: format!("“{}”", quote.words), ..Line::default() }
}
