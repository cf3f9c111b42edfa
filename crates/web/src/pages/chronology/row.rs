//! The rows of the chronology put into words.

use super::super::frame::{anchor, base, entry_href};
use super::super::lines::{Line, new_href};
use super::super::say::Say;
use super::query::Query;
use practice::ids::EntryId;
use practice::kinds::pattern::Force;
use practice::views::chronology::{Beside, ChronologyView, Did, Group, Harm, Hold, Row, Slot, What};
use practice::views::lines::{EffortLine, Envelope, ImpactLine, Known, OnWhat};
use practice::when::Happened;

/// One month.
#[derive(Clone, Debug)]
pub(super) struct GroupWords {
    pub(super) head: String,
    pub(super) quiet: Option<QuietWords>,
    pub(super) rows: Vec<RowWords>,
}

/// What went on where nothing single is recorded.
#[derive(Clone, Debug)]
pub(super) struct QuietWords {
    pub(super) span: String,
    pub(super) says: String,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct RowWords {
    pub(super) anchor: String,
    pub(super) when: String,
    /// Across the whole row.
    pub(super) agency: Option<AgencyWords>,
    /// What it was the answer to.
    pub(super) after: Vec<Ref>,
    pub(super) act: Option<Line>,
    /// Who, where the head of the column does not say so.
    pub(super) actor: String,
    /// Through whom, in which other family.
    pub(super) about: Vec<String>,
    /// What an effort in a row of its own answers.
    pub(super) answers: Vec<Ref>,
    pub(super) effects: Vec<EffectWords>,
    pub(super) not_asked: Option<Ask>,
    pub(super) efforts: Vec<EffortWords>,
    pub(super) elsewhere: Vec<Ref>,
    pub(super) ask_effort: Option<Ask>,
    /// What followed.
    pub(super) then: Vec<Ref>,
    pub(super) known: String,
    pub(super) disputed: Vec<String>,
    pub(super) add_to: String,
    /// Neither control nor harm: done to get away, or to keep a child safe.
    pub(super) quiet: bool,
}

/// Across the whole row.
#[derive(Clone, Debug)]
pub(super) struct AgencyWords {
    pub(super) head: String,
    pub(super) line: Line,
    pub(super) more: Vec<String>,
    /// A note: a link to read, nothing for paper.
    pub(super) note: bool,
}

/// A place on this page or another.
#[derive(Clone, Debug)]
pub(super) struct Ref {
    pub(super) href: String,
    pub(super) words: String,
}

/// A question that leads to where its answer is recorded.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) href: String,
    pub(super) words: String,
}

/// An effect, on whom.
#[derive(Clone, Debug)]
pub(super) struct EffectWords {
    pub(super) who: String,
    pub(super) line: Line,
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct EffortWords {
    pub(super) actor: String,
    pub(super) line: Line,
    pub(super) more: Vec<String>,
    pub(super) followed: String,
}

/// What every row needs.
struct Make<'a> {
    say: &'a Say<'a>,
    view: &'a ChronologyView,
    query: &'a Query,
}

/// The months of a part.
pub(super) fn groups(say: &Say<'_>, groups: &[Group], view: &ChronologyView, query: &Query) -> Vec<GroupWords> {
    let make = Make { say, view, query };
    groups
        .iter()
        .map(|group| GroupWords {
            head: say.words.slot(group.slot),
            quiet: group
                .quiet_before
                .as_ref()
                .map(|quiet| QuietWords { span: say.words.quiet_span(quiet), says: say.words.quiet(quiet) }),
            rows: group.rows.iter().map(|row| make.row(row)).collect(),
        })
        .collect()
}

impl Make<'_> {
    fn row(&self, row: &Row) -> RowWords {
        let mut words = match &row.what {
            What::Harm(harm) => self.harm(harm),
            What::Hold(hold) => self.hold(hold),
            What::Effect(effect) => self.effect(effect),
            What::Agency(line) => self.agency(line),
        };
        words.anchor = anchor(row.id);
        words.when = self.say.words.when(&row.happened);
        if let Some(first) = row.envelopes().first() {
            words.disputed = first.disputed.iter().map(|dispute| self.say.words.disputed(dispute)).collect();
            words.known = self.say.words.known_all(&first.known);
        }
        words.add_to = format!("{}/chronologies?add={}", base(self.say.case), row.id);
        words
    }

    fn harm(&self, harm: &Harm) -> RowWords {
        let (say, line) = (self.say, &harm.behaviour);
        let known = &line.envelope.known;
        let mut about = Vec::new();
        if line.former_family {
            about.push(say.with("chron-another-family", &[("names", say.names(&line.targets).into())]));
        }
        if !line.through.is_empty() {
            about.push(say.with("chron-through", &[("names", say.names(&line.through).into())]));
        }
        let control = line.force == Force::Control;
        if !control {
            about.push(say.words.name(line.force));
        }
        let fill = [("behaviour", line.envelope.id.to_string()), ("then", "chronology".to_owned())];
        let answered = !harm.efforts.is_empty() || !harm.elsewhere.is_empty();
        RowWords {
            after: harm
                .after
                .iter()
                .map(|after| Ref { href: self.row_href(after), words: say.words.in_answer(after) })
                .collect(),
            actor: self.actor(line.actor.id, &line.actor.name, &self.view.perpetrators),
            act: Some(self.line(&line.envelope, &line.act, None)),
            about,
            effects: harm.effects.iter().map(|effect| self.effect_words(effect, &line.envelope)).collect(),
            not_asked: self.not_asked(harm, &fill),
            efforts: harm.efforts.iter().map(|effort| self.effort(effort, Some(&line.envelope), known)).collect(),
            elsewhere: harm
                .elsewhere
                .iter()
                .map(|beside| Ref { href: self.row_href(beside), words: say.words.see_row(beside) })
                .collect(),
            ask_effort: (!answered && control)
                .then(|| Ask { href: new_href(say.case, "effort", &fill), words: say.t("not-yet-asked") }),
            then: self.then(&harm.then),
            quiet: !control,
            ..RowWords::default()
        }
    }

    fn not_asked(&self, harm: &Harm, fill: &[(&str, String); 2]) -> Option<Ask> {
        let say = self.say;
        if harm.not_asked.is_empty() {
            let unsaid = harm.effects.is_empty() && harm.behaviour.force == Force::Control;
            return unsaid.then(|| Ask { href: new_href(say.case, "impact", fill), words: say.t("not-yet-asked") });
        }
        let mut fill = fill.to_vec();
        if let [Some(child)] = harm.not_asked.iter().map(|child| child.id).collect::<Vec<_>>().as_slice() {
            fill.insert(1, ("child", child.to_string()));
        }
        let names = say.names(&harm.not_asked);
        Some(Ask {
            href: new_href(say.case, "impact", &fill),
            words: say.with("chron-not-asked-of", &[("names", names.into())]),
        })
    }

    fn hold(&self, hold: &Hold) -> RowWords {
        let known = &hold.effort.envelope.known;
        let mut effort = self.effort(&hold.effort, None, known);
        // What it made possible for each child stands in the column of the children.
        effort.more.clear();
        let made = hold.effort.made_possible.iter().map(|made| EffectWords {
            who: made.person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
            line: Line {
                text: self.say.with("page-made-possible", &[("what", (&made.what).into())]),
                ..Line::default()
            },
        });
        let revise = || Ask {
            href: format!("{}/revise?then=chronology", entry_href(self.say.case, hold.effort.envelope.id)),
            words: self.say.t("efforts-answers-which"),
        };
        RowWords {
            answers: hold
                .answers
                .iter()
                .map(|beside| Ref { href: self.row_href(beside), words: beside.what.clone() })
                .collect(),
            not_asked: hold.answers.is_empty().then(revise),
            effects: made.collect(),
            efforts: vec![effort],
            then: self.then(&hold.then),
            ..RowWords::default()
        }
    }

    fn effect(&self, effect: &ImpactLine) -> RowWords {
        RowWords {
            not_asked: Some(Ask {
                href: format!("{}/revise?then=chronology", entry_href(self.say.case, effect.envelope.id)),
                words: self.say.t("chron-no-link"),
            }),
            effects: vec![self.effect_words(effect, &effect.envelope)],
            ..RowWords::default()
        }
    }

    fn agency(&self, line: &practice::views::chronology::AgencyLine) -> RowWords {
        let mut said = self.say.words.did(line).into_iter();
        let first = said.next().unwrap_or_else(|| self.say.t("more-detail"));
        RowWords {
            agency: Some(AgencyWords {
                head: self.say.words.did_head(line),
                line: self.line(&line.envelope, &first, None),
                more: said.collect(),
                note: matches!(line.did, Did::Note { .. }),
            }),
            after: line
                .after
                .iter()
                .map(|after| Ref { href: self.row_href(after), words: self.say.words.in_answer(after) })
                .collect(),
            then: self.then(&line.then),
            ..RowWords::default()
        }
    }

    fn effort(&self, effort: &EffortLine, beside: Option<&Envelope>, known: &[Known]) -> EffortWords {
        let say = self.say;
        let made = effort
            .made_possible
            .iter()
            .map(|made| say.with("page-made-possible", &[("what", say.words.made_possible(made).into())]));
        let cost = effort.cost.iter().map(|cost| say.with("page-cost", &[("what", cost.into())]));
        let obstacle = effort.obstacle.iter().map(|(what, _)| say.with("page-obstacle", &[("what", what.into())]));
        let mut line = self.line(&effort.envelope, &effort.act, beside);
        if effort.envelope.known.as_slice() == known {
            line.known = self.own_time(&effort.envelope, beside);
        }
        EffortWords {
            actor: self.actor(effort.actor.id, &effort.actor.name, &self.view.survivors),
            line,
            more: made.chain(cost).chain(obstacle).collect(),
            // What followed stands as a link where it is linked.
            followed: effort
                .followed
                .as_ref()
                .filter(|(_, behaviour)| behaviour.is_none())
                .map(|(what, _)| say.with("page-what-followed", &[("what", what.into())]))
                .unwrap_or_default(),
        }
    }

    fn effect_words(&self, effect: &ImpactLine, beside: &Envelope) -> EffectWords {
        let say = self.say;
        let name = effect.on.as_ref().map(|on| on.name.as_str()).unwrap_or_default();
        let mut line = self.line(&effect.envelope, &effect.what, Some(beside));
        if let Some(looked) = &effect.none_seen {
            line.known = say.looked(looked);
        }
        EffectWords {
            who: match effect.on_what {
                OnWhat::Child => name.to_owned(),
                OnWhat::Parenting => say.with("chron-effect-care", &[("name", name.into())]),
                OnWhat::FamilyFunctioning => say.t("chron-effect-home"),
            },
            line,
        }
    }

    /// A statement. How it is known stands in the last column; beneath it only where it is known otherwise than the row, or
    /// happened at another time.
    fn line(&self, envelope: &Envelope, text: &str, beside: Option<&Envelope>) -> Line {
        let mut line = Line::new(self.say, envelope, text);
        line.anchor.clear();
        let own = self.own_time(envelope, beside);
        line.known = match beside {
            Some(beside) if beside.known != envelope.known && !envelope.known.is_empty() => {
                let known = self.say.words.known_all(&envelope.known);
                if own.is_empty() { known } else { format!("{own}. {known}") }
            }
            _ => own,
        };
        line
    }

    fn own_time(&self, envelope: &Envelope, beside: Option<&Envelope>) -> String {
        match beside {
            Some(beside)
                if envelope.happened != Happened::NotKnown
                    && Slot::of(&envelope.happened) != Slot::of(&beside.happened) =>
            {
                self.say.words.when(&envelope.happened)
            }
            _ => String::new(),
        }
    }

    fn then(&self, then: &[Beside]) -> Vec<Ref> {
        then.iter()
            .map(|beside| Ref { href: self.row_href(beside), words: self.say.words.what_followed(beside) })
            .collect()
    }

    /// The row of another entry, in whichever part it is.
    fn row_href(&self, beside: &Beside) -> String {
        let at = Slot::of(&beside.happened).key();
        format!("{}/chronology?{}#{}", base(self.say.case), self.query.address(&at), anchor(beside.id))
    }

    /// Whose name stands before a statement: nobody's where the head of the column names the only one.
    fn actor(&self, id: Option<EntryId>, name: &str, head: &[practice::cast::PersonLine]) -> String {
        match head {
            [only] if Some(only.id) == id => String::new(),
            _ => name.to_owned(),
        }
    }
}
