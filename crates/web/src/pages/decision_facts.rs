//! The facts of decisions, sign-offs, mapping sessions and records of supervision.

use super::entry_view::Facts;
use super::lines::Line;
use practice::ids::EntryId;
use practice::kinds::decision::{Decision, Dissent, SignOff};
use practice::kinds::session::MappingSession;
use practice::kinds::supervision::Supervision;

impl Facts<'_> {
    pub(super) fn decision(&mut self, decision: &Decision) {
        let words = self.say.words;
        self.text("test", Some(words.test_title(&decision.test)));
        self.people("for-children", &decision.children);
        self.text("proposal", Some(decision.proposal.to_string()));
        self.people("names-person", decision.person.as_slice());
        self.maybe("main-reasons", decision.main_reasons.as_ref());
        for answer in &decision.answers {
            let mut values: Vec<Line> = Vec::new();
            values.extend(answer.answer.iter().map(|text| Line { text: text.to_string(), ..Line::default() }));
            for (key, links) in
                [("decision-evidence-for", &answer.in_favour), ("decision-evidence-against", &answer.against)]
            {
                values.extend(links.iter().map(|link| self.linked(link.to, self.say.t(key))));
            }
            values.extend(answer.missing.iter().map(|missing| Line {
                text: missing.to_string(),
                known: self.say.t("decision-is-missing"),
                ..Line::default()
            }));
            self.rows.push(super::entry_view::Fact { name: answer.asked.to_string(), values });
        }
        self.dissent(&decision.dissent);
        if let Some(emergency) = &decision.emergency {
            self.maybe("emergency", Some(&emergency.why));
            self.text("complete-by", Some(words.day(emergency.complete_by)));
        }
        if let Some(decided) = &decision.decided {
            self.maybe("decided", Some(&decided.what));
            let key =
                if decided.as_proposed { "form-decision-as-proposed-yes" } else { "form-decision-as-proposed-no" };
            self.text("as-proposed", Some(self.say.t(key)));
            self.text("decided-on", Some(words.day(decided.on)));
        }
        self.text("return-by", decision.return_by.map(|day| words.day(day)));
    }

    fn dissent(&mut self, dissent: &[Dissent]) {
        let values = dissent.iter().map(|one| Line {
            text: self.say.says(&self.reader.who(&one.by).name, one.words.as_str()),
            chip: one.label.map(|label| self.say.chip(label)).unwrap_or_default(),
            ..Line::default()
        });
        let values = values.collect();
        self.row("dissent", values);
    }

    pub(super) fn sign_off(&mut self, sign: &SignOff) {
        self.entries("signs", &[sign.of]);
        self.text("signs-revision", Some(sign.revision.to_string()));
        let key = if sign.agrees { "form-sign_off-yes" } else { "form-sign_off-no" };
        self.text("agrees", Some(self.say.t(key)));
        self.maybe("in-words", sign.words.as_ref());
    }

    pub(super) fn mapping_session(&mut self, session: &MappingSession) {
        let words = self.say.words;
        self.maybe("purpose", Some(&session.purpose));
        let attendees = session.attendees.iter().map(|attendee| {
            let agency = attendee.agency.as_ref().map(ToString::to_string);
            let sector = attendee.sector.as_ref().map(|sector| words.sector(sector));
            let from: Vec<String> = agency.into_iter().chain(sector).collect();
            let who = self.reader.who(&attendee.who).name;
            Line { text: who, known: from.join(", "), ..Line::default() }
        });
        let attendees = attendees.collect();
        self.row("attendees", attendees);
        self.texts("agenda", session.agenda.iter().map(ToString::to_string).collect());
        self.maybe("consent", session.consent.as_ref());
        self.entries("material", &session.material);
        let questions = session.questions.iter().map(|turned| {
            let action = turned.action.map(|id| self.linked(id, String::new()).text);
            self.linked(turned.unknown, action.unwrap_or_else(|| self.say.t("session-no-action")))
        });
        let questions = questions.collect();
        self.row("turned-into", questions);
        self.dissent(&session.dissent);
        self.maybe("outcome-of-session", session.outcome.as_ref());
    }

    pub(super) fn supervision(&mut self, supervision: &Supervision) {
        let words = self.say.words;
        self.text("supervision-reason", Some(words.supervision_reason(&supervision.reason)));
        self.maybe("worker", supervision.worker.as_ref());
        self.maybe("went-well", supervision.went_well.as_ref());
        for prompt in &supervision.prompts {
            self.asked(words.reflection(&prompt.question), &prompt.answer);
        }
        let agreed = supervision.agreed.iter().map(|agreed| {
            let mut more: Vec<String> = agreed.who.iter().map(ToString::to_string).collect();
            more.extend(agreed.by.map(|day| self.say.with("supervision-by", &[("day", words.day(day).into())])));
            more.extend(
                agreed.done.map(|day| self.say.with("supervision-done", &[("day", words.day(day).into())])),
            );
            Line { text: agreed.what.to_string(), known: more.join(". "), ..Line::default() }
        });
        let agreed = agreed.collect();
        self.row("agreed", agreed);
        let about: Vec<EntryId> = supervision.about.clone();
        self.entries("about", &about);
    }
}
