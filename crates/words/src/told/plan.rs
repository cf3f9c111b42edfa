//! The plans in words: for the team, as one adult's own copy, and what was done with those who cause harm.

use super::{Ask, Cell, Empty, Item, List, Section, Table, TableRow, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::plan::Part;
use practice::views::efforts_with_him::{EffortsWithHimView, Sort, Step, WithPerson};
use practice::views::plan::advice::Advice;
use practice::views::plan::{
    ActionLine, Baseline, BaselineState, GoalLine, NeedLine, PlanOf, PlanView, ResponseOf, SupportLine,
};

/// How many changes of a plan stand on its page: the history of each entry has the rest.
const VERSIONS: usize = 8;

impl Words {
    /// The plans of a case, for its team.
    #[must_use]
    pub fn tell_plan(&self, view: &PlanView) -> Told {
        let mut told = Told { title: self.say("plan-title"), lede: self.say("plan-lede"), ..Told::default() };
        if view.plans.is_empty() && view.needs.is_empty() && view.actions.is_empty() {
            told.empty = Some(Empty {
                title: self.say("plan-empty-title"),
                why: self.say("plan-empty-why"),
                example: self.say("plan-empty-example"),
                ask: String::new(),
                act: Ask {
                    words: self.say("plan-add"),
                    who: String::new(),
                    kind: Kind::Plan,
                    fill: view.without.first().map(|w| ("person", w.person.id.to_string())).into_iter().collect(),
                },
            });
        }
        told.says.extend(view.plans.iter().filter_map(|plan| self.due(plan)));
        if !view.asks_more_of_her.is_empty() {
            let what: Vec<String> = view.asks_more_of_her.iter().map(|code| self.expectation(code)).collect();
            told.says.push(self.say_with("plan-asks-more", &[("what", self.list(&what).into())]));
        }
        for plan in &view.plans {
            match plan.part {
                Part::Change => told.sections.push(Section::Table(self.goals(plan))),
                Part::Support => told.sections.push(Section::List(self.supports(plan))),
            }
        }
        let without: Vec<Ask> = view
            .without
            .iter()
            .map(|without| {
                let key = match without.part {
                    Part::Change => "plan-without-change",
                    Part::Support => "plan-without-support",
                };
                let part = if without.part == Part::Change { "change" } else { "support" };
                Ask {
                    words: self.say_with(key, &[("name", without.person.name.as_str().into())]),
                    who: String::new(),
                    kind: Kind::Plan,
                    fill: vec![("person", without.person.id.to_string()), ("part", part.to_owned())],
                }
            })
            .collect();
        if !without.is_empty() && told.empty.is_none() {
            let head = self.say("plan-without");
            told.sections.push(Section::List(List { head, asks: without, ..List::default() }));
        }
        told.sections.push(Section::List(self.needs(view)));
        told.sections.push(Section::List(List {
            head: self.say("plan-actions"),
            note: self.say("plan-actions-note"),
            items: view.actions.iter().map(|action| self.action(action)).collect(),
            asks: Vec::new(),
        }));
        if !view.standards.is_empty() {
            told.sections.push(Section::Table(self.standards(view)));
        }
        for plan in &view.plans {
            told.sections.push(Section::List(self.versions(plan)));
        }
        told.sections.retain(|section| match section {
            Section::List(list) => !list.items.is_empty() || !list.asks.is_empty(),
            Section::Table(_) => true,
        });
        told
    }

    /// The name of an expectation of the pack.
    #[must_use]
    pub fn expectation(&self, code: &practice::text::Code) -> String {
        self.of_pack("expectation", code)
    }

    /// One piece of advice on a plan.
    #[must_use]
    pub fn plan_advice(&self, advice: &Advice) -> String {
        let key = match advice {
            Advice::Wording { rule, quote, .. } => {
                let args = [("quote", quote.as_str().into())];
                return self.say_with(&format!("plan-rule-{}", rule_code(*rule)), &args);
            }
            Advice::NobodyCanTell => "plan-advice-nobody_can_tell",
            Advice::OnlySheCanTell => "plan-advice-only_she_can_tell",
            Advice::OnlyAChildCanTell => "plan-advice-only_a_child_can_tell",
            Advice::OnlyHeCanTell => "plan-advice-only_he_can_tell",
            Advice::NoDay => "plan-advice-no_day",
            Advice::NoHarm => "plan-advice-no_harm",
            Advice::NoPartDecided => "plan-advice-no_part_decided",
            Advice::Empty => "plan-advice-empty",
            Advice::NotAskedByHer => "plan-advice-not_asked_by_her",
            Advice::IfSheStays => "plan-advice-if_she_stays",
            Advice::IfSheGoes => "plan-advice-if_she_goes",
        };
        self.say(key)
    }

    fn due(&self, plan: &PlanOf) -> Option<String> {
        let day = plan.review.filter(|_| plan.review_due)?;
        let args = [("name", plan.person.name.as_str().into()), ("day", self.day(day).into())];
        Some(self.say_with("plan-review-due", &args))
    }

    fn plan_head(&self, plan: &PlanOf) -> String {
        let name = ("name", plan.person.name.as_str().into());
        match (&plan.relationship, plan.part) {
            (Some(other), Part::Change) => {
                self.say_with("plan-head-change-with", &[name, ("other", other.name.as_str().into())])
            }
            (Some(other), Part::Support) => {
                self.say_with("plan-head-support-with", &[name, ("other", other.name.as_str().into())])
            }
            (None, Part::Change) => self.say_with("plan-head-change", &[name]),
            (None, Part::Support) => self.say_with("plan-head-support", &[name]),
        }
    }

    /// Review, copy, what the person said, and advice on the whole.
    fn plan_note(&self, plan: &PlanOf) -> String {
        let mut all = Vec::new();
        all.extend(plan.review.map(|day| self.say_with("plan-review", &[("day", self.day(day).into())])));
        all.push(match &plan.copy {
            None => self.say("plan-copy-open"),
            Some(copy) => match &copy.place {
                Some(place) => self.say_with(
                    "plan-copy-where",
                    &[("copy", self.name(copy.may_be_kept).into()), ("where", place.as_str().into())],
                ),
                None => self.say_with("plan-copy-line", &[("copy", self.name(copy.may_be_kept).into())]),
            },
        });
        all.extend(self.responses(&plan.response));
        all.extend(plan.advice.iter().map(|advice| self.plan_advice(advice)));
        all.join(" ")
    }

    fn responses(&self, all: &[ResponseOf]) -> Vec<String> {
        all.iter().map(|said| self.answered(said.on, said.words.as_ref(), said.refused)).collect()
    }

    fn goals(&self, plan: &PlanOf) -> Table {
        let columns = ["goal", "from", "harm", "measure", "who", "services", "follows", "said"];
        Table {
            head: self.plan_head(plan),
            note: self.plan_note(plan),
            first: self.say("plan-col-goal"),
            columns: columns.iter().map(|column| self.say(&format!("plan-col-{column}"))).collect(),
            rows: plan.goals.iter().map(|goal| self.goal(goal, &plan.person.name)).collect(),
        }
    }

    fn goal(&self, goal: &GoalLine, name: &str) -> TableRow {
        let args = [("aim", self.name(goal.aim).into()), ("expected", goal.expected.as_str().into())];
        let lines = |lines: Vec<String>| Cell {
            items: lines.into_iter().map(|text| Item { text, ..Item::default() }).collect(),
            asks: Vec::new(),
        };
        let mut own = self.item(&goal.envelope, self.say("plan-open-goal"));
        own.more.extend(self.of("plan-purpose", &goal.purpose));
        let name_arg = || ("name", name.into());
        own.more.push(match &goal.ended {
            Some((on, why)) => {
                self.say_with("plan-ended", &[("date", self.date_within(*on).into()), ("why", why.as_str().into())])
            }
            None if goal.reaches => self.say_with("plan-reaches", &[name_arg()]),
            None => self.say_with("plan-stays", &[name_arg()]),
        });
        own.more.extend(goal.advice.iter().map(|advice| self.plan_advice(advice)));
        let from = Cell { items: goal.baseline.iter().map(|base| self.baseline(base)).collect(), asks: Vec::new() };
        let harms = goal.harms.iter().map(|harm| Item {
            head: harm.child.name.clone(),
            text: harm.what.clone(),
            ..Item::default()
        });
        let mut measure = vec![goal.measure.clone()];
        if let Some(day) = goal.by {
            let key = if goal.past { "plan-by-past" } else { "plan-by" };
            measure.push(self.say_with(key, &[("day", self.day(day).into())]));
        }
        let services = goal.services.iter().map(|service| {
            let mut more: Vec<String> = service.how.iter().cloned().collect();
            if let Some(since) = service.since {
                more.push(self.say_with("plan-since", &[("date", self.date_within(since).into())]));
            }
            more.extend(self.of("plan-came-of-it", &service.came_of_it));
            Item { text: service.service.clone(), more, ..Item::default() }
        });
        let mut follows: Vec<String> = goal.consequence.iter().cloned().collect();
        if let Some(who) = &goal.reviewer {
            follows.push(self.say_with("plan-reviewer", &[("name", who.name.as_str().into())]));
        }
        let mut said = self.responses(&goal.response);
        said.extend(self.of("plan-engage", &goal.engage));
        TableRow {
            head: self.say_with("plan-goal-head", &args),
            more: String::new(),
            cells: vec![
                Cell { items: vec![own], asks: Vec::new() },
                from,
                Cell { items: harms.collect(), asks: Vec::new() },
                lines(measure),
                lines(goal.verified_by.iter().map(|who| who.name.clone()).collect()),
                Cell { items: services.collect(), asks: Vec::new() },
                lines(follows),
                lines(said),
            ],
        }
    }

    fn baseline(&self, base: &Baseline) -> Item {
        let state = match &base.state {
            BaselineState::Known { wording: Some(wording) } => {
                self.say_with("plan-base-known-as", &[("wording", wording.as_str().into())])
            }
            BaselineState::Known { wording: None } => self.say("plan-base-known"),
            BaselineState::Agreed { wording } => {
                self.say_with("plan-base-agreed", &[("wording", wording.as_str().into())])
            }
            BaselineState::NotUsable => self.say("plan-base-not_usable"),
            BaselineState::Withdrawn => self.say("plan-base-withdrawn"),
            BaselineState::NotForEverybody => self.say("plan-base-not_for_everybody"),
        };
        Item {
            id: Some(base.behaviour.id),
            text: base.behaviour.title.clone(),
            more: vec![state],
            tone: Tone::Harm,
            ..Item::default()
        }
    }

    fn supports(&self, plan: &PlanOf) -> List {
        List {
            head: self.plan_head(plan),
            note: self.plan_note(plan),
            items: plan.supports.iter().map(|support| self.support(support)).collect(),
            asks: vec![Ask {
                words: self.say_with("plan-add-support", &[("name", plan.person.name.as_str().into())]),
                who: String::new(),
                kind: Kind::Support,
                fill: vec![("plan", plan.envelope.id.to_string())],
            }],
        }
    }

    fn support(&self, support: &SupportLine) -> Item {
        let mut more = Vec::new();
        let mut helps: Vec<String> = support.who_helps.iter().map(|who| who.name.clone()).collect();
        helps.extend(support.agency.iter().cloned());
        if !helps.is_empty() {
            more.push(self.say_with("plan-helps", &[("names", self.list(&helps).into())]));
        }
        more.extend(self.of("plan-safely", &support.safely));
        more.extend(self.of("plan-stays-if", &support.if_she_stays));
        more.extend(self.of("plan-goes-if", &support.if_she_goes));
        more.extend(support.by.map(|day| self.say_with("plan-by", &[("day", self.day(day).into())])));
        more.extend(support.advice.iter().map(|advice| self.plan_advice(advice)));
        Item { more, tone: Tone::Hold, ..self.item(&support.envelope, support.wanted.clone()) }
    }

    fn needs(&self, view: &PlanView) -> List {
        let ask = |child: &practice::cast::PersonLine| Ask {
            words: self.say_with("plan-need-ask", &[("name", child.name.as_str().into())]),
            who: String::new(),
            kind: Kind::ChildNeed,
            fill: vec![("child", child.id.to_string())],
        };
        List {
            head: self.say("plan-needs"),
            note: self.say("plan-needs-note"),
            items: view.needs.iter().map(|need| self.need(need)).collect(),
            asks: view.not_asked.iter().map(ask).collect(),
        }
    }

    fn need(&self, need: &NeedLine) -> Item {
        let text = need.need.clone().unwrap_or_else(|| self.say("plan-need-none"));
        let mut more: Vec<String> = Vec::new();
        more.extend(
            need.who.as_ref().map(|who| self.say_with("plan-helps", &[("names", who.name.as_str().into())])),
        );
        more.extend(need.by.map(|day| self.say_with("plan-by", &[("day", self.day(day).into())])));
        Item { head: need.child.name.clone(), more, ..self.item(&need.envelope, text) }
    }

    fn action(&self, action: &ActionLine) -> Item {
        let mut more = Vec::new();
        if !action.towards.is_empty() {
            more.push(self.say_with("resp-towards", &[("names", self.named(&action.towards).into())]));
        }
        if let Some((on, what)) = &action.done {
            let args = [("date", self.date_within(*on).into()), ("what", what.as_str().into())];
            more.push(self.say_with("plan-done", &args));
        } else if let Some(day) = action.by {
            let key = if action.past { "plan-by-past" } else { "plan-by" };
            more.push(self.say_with(key, &[("day", self.day(day).into())]));
        } else {
            more.push(self.say("plan-advice-no_day"));
        }
        more.extend(
            action.owner.as_ref().map(|who| self.say_with("plan-owner", &[("name", who.name.as_str().into())])),
        );
        more.extend(self.told_and_asked(action.told_before, action.asked_after, action.done.is_some()));
        if action.hers_to_see {
            more.push(self.say("plan-hers-to-see"));
        }
        Item {
            head: action.agency.clone(),
            more,
            tone: Tone::System,
            ..self.item(&action.envelope, action.action.clone())
        }
    }

    /// Whether she was told before and asked after. Where nobody said so, that stands there.
    fn told_and_asked(&self, told: Option<bool>, asked: Option<bool>, happened: bool) -> Vec<String> {
        let said = |done: Option<bool>, key: &str| match done {
            Some(true) => self.say(&format!("plan-{key}-yes")),
            Some(false) => self.say(&format!("plan-{key}-no")),
            None => self.say(&format!("plan-{key}-open")),
        };
        let mut all = vec![said(told, "told")];
        if happened || asked.is_some() {
            all.push(said(asked, "asked"));
        }
        all
    }

    fn standards(&self, view: &PlanView) -> Table {
        let parents = view.standards.first().map(|standard| &standard.of);
        let nothing = |name: &str| Item {
            text: self.say_with("plan-standard-nothing", &[("name", name.into())]),
            ..Item::default()
        };
        let rows = view.standards.iter().map(|standard| TableRow {
            head: self.expectation(&standard.expectation),
            more: String::new(),
            cells: standard
                .of
                .iter()
                .map(|of| {
                    let asked = of.asked.iter().map(|asked| Item {
                        id: Some(asked.id),
                        head: asked.agency.clone().unwrap_or_default(),
                        text: asked.what.clone(),
                        ..Item::default()
                    });
                    let mut items: Vec<Item> = asked.collect();
                    if items.is_empty() {
                        items.push(nothing(&of.person.name));
                    }
                    Cell { items, asks: Vec::new() }
                })
                .collect(),
        });
        Table {
            head: self.say("plan-standards"),
            note: self.say("plan-standards-note"),
            first: self.say("plan-standards-first"),
            columns: parents.into_iter().flatten().map(|of| of.person.name.clone()).collect(),
            rows: rows.collect(),
        }
    }

    fn versions(&self, plan: &PlanOf) -> List {
        let items = plan.versions.iter().take(VERSIONS).map(|version| {
            let day = jiff::tz::TimeZone::UTC.to_datetime(version.at).date();
            let args = [
                ("what", self.changed(version.what).into()),
                ("day", self.day(day).into()),
                ("name", version.by.as_str().into()),
            ];
            let mut more = vec![self.say_with("plan-version", &args)];
            more.extend(version.reason.clone());
            Item { id: Some(version.id), text: version.says.clone(), more, ..Item::default() }
        });
        List {
            head: self.say_with("plan-versions", &[("plan", self.plan_head(plan).into())]),
            note: self.say("plan-versions-note"),
            items: items.collect(),
            asks: Vec::new(),
        }
    }

    /// What was done with those who cause harm.
    #[must_use]
    pub fn tell_efforts_with_him(&self, view: &EffortsWithHimView) -> Told {
        let mut told = Told { title: self.say("withhim-title"), lede: self.say("withhim-lede"), ..Told::default() };
        told.sections = view.people.iter().map(|with| Section::List(self.with_person(with))).collect();
        if view.people.is_empty() {
            told.says.push(self.say("withhim-nobody"));
        }
        told
    }

    fn with_person(&self, with: &WithPerson) -> List {
        let name = || ("name", with.person.name.as_str().into());
        let person = with.person.id.map(|id| id.to_string()).unwrap_or_default();
        let asks = with.not_yet.iter().map(|code| Ask {
            words: self.say_with("withhim-not-yet", &[name(), ("sector", self.sector(code).into())]),
            who: String::new(),
            kind: Kind::AgencyAction,
            fill: vec![("person", person.clone()), ("sector", code.to_string())],
        });
        List {
            head: self.say_with("withhim-head", &[name()]),
            note: if with.log.is_empty() { self.say_with("withhim-empty", &[name()]) } else { String::new() },
            items: with.log.iter().map(|step| self.step(step)).collect(),
            asks: asks.collect(),
        }
    }

    fn step(&self, step: &Step) -> Item {
        let mut more = vec![match &step.sort {
            Sort::Planned { .. } => String::new(),
            _ => self.when(&step.happened),
        }];
        more.push(match &step.sort {
            Sort::Spoken { means } => {
                self.say_with("withhim-spoken", &[("means", self.contact_means(means).into())])
            }
            Sort::Failed { means, outcome } => self.say_with(
                "withhim-failed",
                &[("means", self.contact_means(means).into()), ("outcome", self.contact_outcome(outcome).into())],
            ),
            Sort::Did => self.say("withhim-did"),
            Sort::Done => self.say("withhim-done"),
            Sort::Planned { by: Some(day) } => {
                self.say_with("withhim-planned-by", &[("day", self.day(*day).into())])
            }
            Sort::Planned { by: None } => self.say("withhim-planned"),
            Sort::Answered { refused: true } => self.say("withhim-refused"),
            Sort::Answered { refused: false } => self.say("withhim-answered"),
            Sort::Service { came_of_it } => match came_of_it {
                Some(what) => self.say_with("withhim-service", &[("what", what.as_str().into())]),
                None => self.say("withhim-service-open"),
            },
        });
        more.retain(|line| !line.is_empty());
        let by_agency = !matches!(step.sort, Sort::Answered { .. } | Sort::Service { .. });
        if by_agency {
            let happened = !matches!(step.sort, Sort::Planned { .. });
            if step.told_before.is_some() || step.asked_after.is_some() || !matches!(step.sort, Sort::Did) {
                more.extend(self.told_and_asked(step.told_before, step.asked_after, happened));
            }
        }
        let head = match (&step.agency, by_agency) {
            (Some(agency), _) => agency.clone(),
            (None, true) => self.say("withhim-own-team"),
            (None, false) => String::new(),
        };
        Item {
            id: Some(step.id),
            head,
            text: step.what.clone().unwrap_or_else(|| self.say("withhim-no-words")),
            more,
            tone: if by_agency { Tone::System } else { Tone::Plain },
            ..Item::default()
        }
    }
}

/// The code of a rule, as in its key.
#[must_use]
fn rule_code(rule: practice::pack::PlanRule) -> &'static str {
    use practice::pack::PlanRule;
    match rule {
        PlanRule::ServiceOnly => "service_only",
        PlanRule::Vague => "vague",
        PlanRule::ControlOnHer => "control_on_her",
        PlanRule::FallsOnHer => "falls_on_her",
        PlanRule::Reason => "reason",
        PlanRule::Condition => "condition",
    }
}
