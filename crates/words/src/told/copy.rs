//! One adult's own copy of a plan in words: for the page, the print page and the Word file, which all say the same.

use super::{Item, List, Section, Told};
use crate::Words;
use practice::kinds::plan::Part;
use practice::source::Quote;
use practice::views::copy::{CopyGoal, CopyView, Said};
use practice::when::ApproxDate;

impl Words {
    /// The copy.
    #[must_use]
    pub fn tell_copy(&self, view: &CopyView) -> Told {
        let name = || ("name", view.person.as_str().into());
        let key = |key: &str| match view.part {
            Part::Change => format!("copy-{key}-change"),
            Part::Support => format!("copy-{key}-support"),
        };
        let mut told = Told {
            title: self.say_with(&key("title"), &[name()]),
            lede: self.say(&key("lede")),
            ..Told::default()
        };
        told.says.extend(view.review.map(|day| self.say_with("plan-review", &[("day", self.day(day).into())])));
        told.says.extend(self.said_by(&view.said));
        let nothing = view.goals.is_empty() && view.supports.is_empty() && view.actions.is_empty();
        if nothing {
            told.says.push(self.say(&key("empty")));
        }
        told.sections.extend(view.goals.iter().map(|goal| Section::List(self.copy_goal(goal))));
        let line = |key: &str, text: String| Item { head: self.say(key), text, ..Item::default() };
        for support in &view.supports {
            let mut items = Vec::new();
            if !support.helps.is_empty() {
                items.push(line("copy-helps", self.list(&support.helps)));
            }
            for (key, text) in [
                ("copy-safely", &support.safely),
                ("copy-stays", &support.if_she_stays),
                ("copy-goes", &support.if_she_goes),
            ] {
                items.extend(text.as_ref().map(|text| line(key, text.clone())));
            }
            items.extend(support.by.map(|day| line("copy-by", self.day(day))));
            told.sections.push(Section::List(List {
                head: format!("“{}”", support.wanted),
                items,
                ..List::default()
            }));
        }
        if !view.needs.is_empty() && view.part == Part::Support {
            let items = view.needs.iter().map(|need| {
                let mut more: Vec<String> = Vec::new();
                more.extend(
                    need.who.as_ref().map(|who| self.say_with("plan-helps", &[("names", who.as_str().into())])),
                );
                more.extend(need.by.map(|day| self.say_with("plan-by", &[("day", self.day(day).into())])));
                let text = need.need.clone().unwrap_or_else(|| self.say("plan-need-none"));
                Item { head: need.child.clone(), text, more, ..Item::default() }
            });
            let head = self.say("plan-needs");
            told.sections.push(Section::List(List { head, items: items.collect(), ..List::default() }));
        }
        if !view.actions.is_empty() {
            let items = view.actions.iter().map(|action| {
                let mut more = Vec::new();
                if let Some((on, what)) = &action.done {
                    let args = [("date", self.date_within(*on).into()), ("what", what.as_str().into())];
                    more.push(self.say_with("plan-done", &args));
                } else {
                    more.extend(action.by.map(|day| self.say_with("plan-by", &[("day", self.day(day).into())])));
                }
                Item { head: action.agency.clone(), text: action.action.clone(), more, ..Item::default() }
            });
            let head = self.say("plan-actions");
            told.sections.push(Section::List(List { head, items: items.collect(), ..List::default() }));
        }
        told
    }

    pub(crate) fn copy_goal(&self, goal: &CopyGoal) -> List {
        let line = |key: &str, text: String| Item { head: self.say(key), text, ..Item::default() };
        let mut items: Vec<Item> = goal.begins_from.iter().map(|act| line("copy-from", act.clone())).collect();
        for (child, what) in &goal.harms {
            let args = [("name", child.as_str().into()), ("what", what.as_str().into())];
            items.push(line("copy-harm", self.say_with("page-says", &args)));
        }
        items.extend(goal.purpose.iter().map(|text| line("copy-purpose", text.clone())));
        items.push(line("copy-measure", goal.measure.clone()));
        items.extend(goal.by.map(|day| line("copy-by", self.day(day))));
        if !goal.verified_by.is_empty() {
            items.push(line("copy-who", self.list(&goal.verified_by)));
        }
        for (service, how) in &goal.services {
            let text = match how {
                Some(how) => {
                    let args = [("name", service.as_str().into()), ("what", how.as_str().into())];
                    self.say_with("page-says", &args)
                }
                None => service.clone(),
            };
            items.push(line("copy-service", text));
        }
        items.extend(goal.reviewer.iter().map(|who| line("copy-reviewer", who.clone())));
        items.extend(goal.consequence.iter().map(|text| line("copy-consequence", text.clone())));
        items.extend(self.said_by(&goal.said).into_iter().map(|text| Item { text, ..Item::default() }));
        let args = [("aim", self.name(goal.aim).into()), ("expected", goal.expected.as_str().into())];
        List { head: self.say_with("plan-goal-head", &args), items, ..List::default() }
    }

    fn said_by(&self, all: &[Said]) -> Vec<String> {
        all.iter().map(|said| self.answered(said.on, said.words.as_ref(), said.refused)).collect()
    }

    /// What somebody said to a plan or a goal, and whether it was a refusal.
    pub(super) fn answered(&self, on: ApproxDate, words: Option<&Quote>, refused: bool) -> String {
        let date = ("date", self.date_within(on).into());
        match (words, refused) {
            (Some(quote), refused) => {
                let key = if refused { "plan-said-refused" } else { "plan-said" };
                self.say_with(key, &[date, ("words", quote.words.as_str().into())])
            }
            (None, true) => self.say_with("plan-refused-on", &[date]),
            (None, false) => self.say_with("plan-shown-on", &[date]),
        }
    }
}
