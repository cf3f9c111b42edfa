//! Measures in words: of one case as lists, of many as a table that the page, the text and the file of codes share.

use super::{Item, List, Section, Told};
use crate::Words;
use practice::views::measures::{Count, Fact, Group, Line, Measure, MeasuresView, State, Tally};

/// Measures of many cases in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyTold {
    /// How many cases.
    pub cases: String,
    /// What a number that is not shown means; empty where all are shown.
    pub note: String,
    /// What the columns hold: the measure, then the numbers.
    pub columns: [String; 5],
    /// The groups with their lines.
    pub groups: Vec<(String, Vec<LineTold>)>,
}

/// One measure over many cases in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTold {
    /// Which.
    pub measure: Measure,
    /// What it is.
    pub name: String,
    /// In how many cases: recorded, for some, not yet, nobody it could be about.
    pub counts: [String; 4],
    /// Whether there is a case in which it is not there yet, or for some only.
    pub wanting: bool,
}

impl LineTold {
    /// Its numbers, each with what its column holds.
    pub fn cells<'a>(&'a self, told: &'a TallyTold) -> impl Iterator<Item = (&'a String, &'a String)> {
        told.columns.iter().skip(1).zip(&self.counts)
    }
}

impl Words {
    /// What a measure is.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> String {
        self.say(&format!("measure-{}", measure.code().replace('_', "-")))
    }

    /// A number, or that it is not shown.
    fn counted(&self, count: Count) -> String {
        match count {
            Count::Cases(n) => n.to_string(),
            Count::NotShown => self.say("measures-not-shown"),
        }
    }

    fn measures_group(&self, group: Group) -> String {
        self.say(match group {
            Group::Pattern => "measures-group-pattern",
            Group::Children => "measures-group-children",
            Group::Survivor => "measures-group-survivor",
            Group::Harm => "measures-group-harm",
            Group::Work => "measures-group-work",
        })
    }

    /// Measures of many cases in words.
    #[must_use]
    pub fn tell_tally(&self, tally: &Tally) -> TallyTold {
        let line = |line: &Line| LineTold {
            measure: line.measure,
            name: self.measure(line.measure),
            counts: [line.there, line.for_some, line.not_yet, line.does_not_apply].map(|count| self.counted(count)),
            wanting: [line.for_some, line.not_yet].iter().any(|count| *count != Count::Cases(0)),
        };
        let lines =
            |group: Group| tally.lines.iter().filter(|line| line.measure.group() == group).map(line).collect();
        let columns = [
            "measures-measure",
            "measures-there",
            "measures-for-some",
            "measures-not-yet",
            "measures-does-not-apply",
        ];
        TallyTold {
            cases: match tally.cases {
                Count::Cases(n) => self.say_with("measures-cases", &[("n", n.into())]),
                Count::NotShown => self.say("measures-not-shown"),
            },
            note: if tally.smallest == 0 {
                String::new()
            } else {
                self.say_with("measures-few-note", &[("n", tally.smallest.into())])
            },
            columns: columns.map(|key| self.say(key)),
            groups: Group::ALL.into_iter().map(|group| (self.measures_group(group), lines(group))).collect(),
        }
    }

    /// Measures of one case in words.
    #[must_use]
    pub fn tell_measures(&self, view: &MeasuresView) -> Told {
        let section = |group: Group| {
            let facts = view.facts.iter().filter(|fact| fact.measure.group() == group);
            let items = facts.map(|fact| Item {
                head: self.measure(fact.measure),
                text: self.fact(fact),
                ..Item::default()
            });
            Section::List(List { head: self.measures_group(group), items: items.collect(), ..List::default() })
        };
        Told {
            title: self.say("measures-case-title"),
            lede: self.say("measures-case-lede"),
            says: vec![
                self.say_with("measures-opened", &[("day", self.day(view.opened).into())]),
                self.say_with("measures-last", &[("day", self.day(view.last_recorded).into())]),
            ],
            sections: Group::ALL.into_iter().map(section).collect(),
            ..Told::default()
        }
    }

    /// Whether a measure is there in one case.
    #[must_use]
    pub fn fact(&self, fact: &Fact) -> String {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| self.day(day)).unwrap_or_default();
        let args = [("first", day(fact.first).into()), ("last", day(fact.last).into())];
        match fact.state {
            State::There if fact.first == fact.last => self.say_with("measures-is-there", &args),
            State::There => self.say_with("measures-is-there-since", &args),
            State::ForSome => self.say_with("measures-is-for-some", &args),
            State::NotYet => self.say("measures-is-not-yet"),
            State::DoesNotApply => self.say("measures-is-does-not-apply"),
        }
    }
}
