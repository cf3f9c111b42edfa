//! Over many cases: in how many each fact is there. What is passed on shows no small numbers.

use super::{Measure, MeasuresView, State};
use schemars::JsonSchema;
use serde::Serialize;

/// In how many cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// In so many.
    Cases(usize),
    /// In so few that somebody could be known by it, or the rest would tell how many.
    NotShown,
}

/// One measure over the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Line {
    /// Which.
    pub measure: Measure,
    /// In how many cases it is recorded.
    pub there: Count,
    /// In how many for some of the people it is about.
    pub for_some: Count,
    /// In how many it is not recorded yet.
    pub not_yet: Count,
    /// In how many there is nobody, or nothing, it could be about.
    pub does_not_apply: Count,
}

/// All measures over many cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// How many cases.
    pub cases: Count,
    /// Every measure, in the order of [`Measure::ALL`].
    pub lines: Vec<Line>,
    /// Numbers below this are not shown; 0 where all are.
    pub smallest: usize,
}

/// Counts cases one by one; they need not be in memory together.
#[derive(Clone, Debug)]
pub struct Counting {
    cases: usize,
    of: [[usize; 4]; Measure::ALL.len()],
}

impl Default for Counting {
    fn default() -> Self {
        Self { cases: 0, of: [[0; 4]; Measure::ALL.len()] }
    }
}

impl Counting {
    /// Takes one more case in.
    pub fn add(&mut self, view: &MeasuresView) {
        self.add_states(view.facts.iter().map(|fact| fact.state));
    }

    /// The same, by the states of its facts alone, in the order of [`Measure::ALL`].
    pub fn add_states(&mut self, states: impl Iterator<Item = State>) {
        self.cases = self.cases.saturating_add(1);
        for (counts, state) in self.of.iter_mut().zip(states) {
            let at = match state {
                State::There => 0,
                State::ForSome => 1,
                State::NotYet => 2,
                State::DoesNotApply => 3,
            };
            if let Some(count) = counts.get_mut(at) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// Every number, for whoever may open each of the cases.
    #[must_use]
    pub fn exact(&self) -> Tally {
        self.tally(0)
    }

    /// Without the numbers from 1 up to, and without, `smallest`, nor those from which they could be worked out.
    #[must_use]
    pub fn to_pass_on(&self, smallest: usize) -> Tally {
        self.tally(smallest)
    }

    fn tally(&self, smallest: usize) -> Tally {
        let few = |count: usize| (1..smallest).contains(&count);
        let lines = Measure::ALL.into_iter().zip(&self.of).map(|(measure, counts)| {
            let [there, for_some, not_yet, does_not_apply] = shown(*counts, few, few(self.cases));
            Line { measure, there, for_some, not_yet, does_not_apply }
        });
        let cases = if few(self.cases) { Count::NotShown } else { Count::Cases(self.cases) };
        Tally { cases, lines: lines.collect(), smallest }
    }
}

/// The four numbers of a line add up to the number of cases. Where one alone is hidden, the others would tell it: then the
/// smallest of them is hidden, too.
fn shown(counts: [usize; 4], few: impl Fn(usize) -> bool, all: bool) -> [Count; 4] {
    if all {
        return [Count::NotShown; 4];
    }
    let mut hidden = counts.map(&few);
    if hidden.iter().filter(|hidden| **hidden).count() == 1 {
        let others = counts.iter().zip(&hidden).enumerate().filter(|(_, (count, hidden))| !**hidden && **count > 0);
        let next = others.min_by_key(|(_, (count, _))| **count).map(|(at, _)| at);
        if let Some(slot) = next.and_then(|at| hidden.get_mut(at)) {
            *slot = true;
        }
    }
    let mut shown = counts.map(Count::Cases);
    for (count, hidden) in shown.iter_mut().zip(hidden) {
        if hidden {
            *count = Count::NotShown;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(counts: [usize; 4], smallest: usize) -> [Count; 4] {
        let all: usize = counts.iter().sum();
        let few = |count: usize| (1..smallest).contains(&count);
        shown(counts, few, few(all))
    }

    #[test]
    fn a_small_number_is_not_shown_and_cannot_be_worked_out() {
        use Count::{Cases, NotShown};
        assert_eq!(of([40, 3, 20, 0], 5), [Cases(40), NotShown, NotShown, Cases(0)]);
        assert_eq!(of([40, 3, 2, 0], 5), [Cases(40), NotShown, NotShown, Cases(0)]);
        assert_eq!(of([3, 0, 0, 0], 5), [NotShown; 4], "so few cases that nothing is shown");
        assert_eq!(of([40, 0, 0, 0], 5), [Cases(40), Cases(0), Cases(0), Cases(0)]);
        // Everything that adds up to the number of cases: what is hidden has more than one answer.
        for there in 0..12 {
            for for_some in 0..12 {
                for not_yet in 0..12 {
                    let line = of([there, for_some, not_yet, 0], 5);
                    let hidden = line.iter().filter(|count| **count == NotShown).count();
                    assert!(hidden != 1, "{line:?}");
                    for (count, shown) in [there, for_some, not_yet].into_iter().zip(line) {
                        assert!(shown == NotShown || !(1..5).contains(&count), "{line:?}");
                    }
                }
            }
        }
        assert_eq!(of([40, 3, 20, 0], 0), [Cases(40), Cases(3), Cases(20), Cases(0)], "the control: exact");
    }
}
