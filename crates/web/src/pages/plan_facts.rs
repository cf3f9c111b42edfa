//! The facts of plans and of what stands in them: goals, support, what children need, what agencies will do.

use super::entry_view::Facts;
use super::lines::Line;
use practice::kinds::plan::{AgencyAction, ChildNeed, Goal, Plan, Response, Support};
use words::Words;

impl Facts<'_> {
    fn responses(&mut self, responses: &[Response]) {
        let lines = responses.iter().map(|response| {
            let words = self.say.words;
            let date = words.date(response.on);
            let refused = response.refused.then(|| words.say("plan-refused"));
            let said = response.words.as_ref().map(|quote| format!("“{}”", quote.words));
            let text = match said {
                Some(said) => self.say.says(&date, &said),
                None => date,
            };
            Line { text, known: refused.unwrap_or_default(), ..Line::default() }
        });
        let lines = lines.collect();
        self.row("response", lines);
    }

    pub(super) fn plan(&mut self, plan: &Plan) {
        self.people("plan-person", &[plan.person]);
        self.text("plan-part", Some(self.say.words.name(plan.part)));
        self.entries("relationship", plan.relationship.as_slice());
        self.text("review", plan.review.map(|day| self.say.words.day(day)));
        if let Some(copy) = &plan.copy {
            self.text("plan-copy", Some(self.say.words.name(copy.may_be_kept)));
            self.maybe("plan-copy-where", copy.place.as_ref());
        }
        self.responses(&plan.response);
    }

    pub(super) fn goal(&mut self, goal: &Goal) {
        self.entries("plan", &[goal.plan]);
        self.text("goal-aim", Some(self.say.words.name(goal.aim)));
        self.entries("goal-from", &goal.behaviours);
        let harms = goal
            .harms
            .iter()
            .map(|harm| self.say.says(&self.reader.person(harm.child).name, harm.what.as_str()))
            .collect();
        self.texts("on-each-child", harms);
        self.maybe("goal-expected", Some(&goal.expected));
        self.maybe("goal-measure", Some(&goal.measure));
        self.text("by", goal.by.map(|day| self.say.words.day(day)));
        self.whos("goal-verified-by", &goal.verified_by);
        self.maybe("goal-purpose", goal.purpose.as_ref());
        self.maybe("goal-consequence", goal.consequence.as_ref());
        self.person_or_name("goal-reviewer", goal.reviewer.as_ref());
        let services = goal.services.iter().map(|service| {
            let text = match &service.how {
                Some(how) => self.say.says(service.service.as_str(), how.as_str()),
                None => service.service.to_string(),
            };
            let since = service.since.map(|on| self.say.words.date(on));
            let came = service.came_of_it.as_ref().map(ToString::to_string);
            let known = match (since, came) {
                (Some(since), Some(came)) => self.say.says(&since, &came),
                (since, came) => since.or(came).unwrap_or_default(),
            };
            Line { text, known, ..Line::default() }
        });
        let services = services.collect();
        self.row("goal-services", services);
        self.maybe("goal-engage", goal.engage.as_ref());
        self.responses(&goal.response);
        if let Some(ended) = &goal.ended {
            self.text("goal-ended", Some(self.say.says(&self.say.words.date(ended.on), ended.why.as_str())));
        }
    }

    pub(super) fn support(&mut self, support: &Support) {
        self.entries("plan", &[support.plan]);
        self.maybe("support-wanted", Some(&support.wanted));
        self.yes_or_no("support-asked", Some(support.asked_by_her));
        self.person_or_name("support-who", support.who_helps.as_ref());
        self.maybe("agency", support.agency.as_ref());
        self.maybe("safe-way", support.safely.as_ref());
        self.maybe("support-stays", support.if_she_stays.as_ref());
        self.maybe("support-goes", support.if_she_goes.as_ref());
        self.text("by", support.by.map(|day| self.say.words.day(day)));
    }

    pub(super) fn child_need(&mut self, need: &ChildNeed) {
        self.people("child", &[need.child]);
        let what = need.need.as_ref().map_or_else(|| self.say.t("plan-need-none"), ToString::to_string);
        self.text("child-need", Some(what));
        self.person_or_name("support-who", need.who.as_ref());
        self.text("by", need.by.map(|day| self.say.words.day(day)));
    }

    pub(super) fn agency_action(&mut self, action: &AgencyAction) {
        self.maybe("agency", Some(&action.agency));
        self.codes("sector", action.sector.as_slice(), Words::sector);
        self.maybe("action", Some(&action.action));
        self.people("towards", &action.towards);
        self.text("by", action.by.map(|day| self.say.words.day(day)));
        self.person_or_name("action-owner", action.owner.as_ref());
        self.entries("action-session", action.session.as_slice());
        if let Some(done) = &action.done {
            self.text("action-done", Some(self.say.says(&self.say.words.date(done.on), done.what.as_str())));
        }
        self.check("warned-before", action.told_before.as_ref());
        self.check("asked-after", action.asked_after.as_ref());
        self.yes_or_no("action-hers", action.hers_to_see.then_some(true));
    }
}
