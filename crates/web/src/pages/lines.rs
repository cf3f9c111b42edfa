//! Lines on a page: a statement that is a link, with how it is known beneath it; and a question that is a link to where
//! its answer is recorded.

use super::frame::{anchor, base, entry_href};
use super::say::Say;
use practice::ids::{CaseId, EntryId};
use practice::kinds::impact::Pathway;
use practice::views::gaps::{Gap, Question};
use practice::views::lines::{EffortLine, Envelope, ImpactLine, Named};

/// One recorded line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Everything about the entry.
    pub(crate) href: String,
    /// Where it stands on the page.
    pub(crate) anchor: String,
    /// The statement.
    pub(crate) text: String,
    /// How it is known, or another quiet remark; may be empty.
    pub(crate) known: String,
    /// Who may see it, where that is fewer than the whole team; else empty.
    pub(crate) chip: String,
    /// Withdrawn.
    pub(crate) gone: bool,
}

impl Line {
    /// A line of an entry.
    pub(crate) fn new(say: &Say<'_>, envelope: &Envelope, text: impl Into<String>) -> Self {
        Self {
            href: entry_href(say.case, envelope.id),
            anchor: anchor(envelope.id),
            text: text.into(),
            known: say.known(&envelope.known),
            chip: say.chip(envelope.label),
            gone: false,
        }
    }

    /// A link with a remark, for what is not an entry line of its own.
    pub(crate) fn link(href: String, text: impl Into<String>, known: impl Into<String>) -> Self {
        Self { href, text: text.into(), known: known.into(), ..Self::default() }
    }

    /// An impact: "none seen yet" says who looked, when and where, and how the child copes.
    pub(crate) fn impact(say: &Say<'_>, impact: &ImpactLine) -> Self {
        let mut line = Self::new(say, &impact.envelope, &impact.what);
        if let Some(looked) = &impact.none_seen {
            line.known = say.looked(looked);
        }
        line
    }

    /// An effort, with for whom it is.
    pub(crate) fn effort(say: &Say<'_>, effort: &EffortLine) -> Self {
        let mut line = Self::new(say, &effort.envelope, &effort.act);
        if !effort.for_whom.is_empty() {
            let whom = say.names(&effort.for_whom);
            line.known = say.with("page-for-whom", &[("names", whom.into()), ("known", line.known.into())]);
        }
        line
    }
}

/// A question nobody has answered, as a link to where its answer is recorded.
#[derive(Clone, Debug)]
pub(crate) struct GapLine {
    /// Where the answer is recorded, with everything the question knows filled in.
    pub(crate) href: String,
    /// The question.
    pub(crate) question: String,
    /// Who could safely answer; may be empty.
    pub(crate) who: String,
    /// Where it stands on the page, for a question somebody has written down.
    pub(crate) anchor: String,
    /// What makes asking safe, or the open questions of a role.
    pub(crate) details: Vec<String>,
}

impl GapLine {
    /// A gap.
    pub(crate) fn new(say: &Say<'_>, gap: &Gap, then: &str) -> Self {
        let entry = match &gap.question {
            Question::Recorded { entry, .. } => anchor(*entry),
            _ => String::new(),
        };
        let details = match &gap.question {
            Question::Recorded { safely: Some(safely), .. } => vec![safely.clone()],
            Question::ReviewPast { open, .. } => open.clone(),
            _ => Vec::new(),
        };
        Self {
            href: answer_href(say.case, gap, then),
            question: say.words.question(gap),
            who: say.words.safe_to_ask(&gap.ask).unwrap_or_default(),
            anchor: entry,
            details,
        }
    }
}

/// The address of a form with what is known filled in.
pub(crate) fn new_href(case: CaseId, kind: &str, fill: &[(&str, String)]) -> String {
    let mut href = format!("{}/new/{kind}", base(case));
    for (n, (name, value)) in fill.iter().enumerate() {
        href.push(if n == 0 { '?' } else { '&' });
        href.push_str(name);
        href.push('=');
        href.push_str(value);
    }
    href
}

/// Where an empty cell of the map leads: the effect of this behaviour on this child, by this way.
pub(crate) fn cell_href(case: CaseId, behaviour: EntryId, pathway: Pathway, child: Option<EntryId>) -> String {
    let mut fill = vec![("behaviour", behaviour.to_string()), ("pathway", pathway.code().to_owned())];
    if let Some(child) = child {
        fill.push(("child", child.to_string()));
    }
    fill.push(("then", "map".to_owned()));
    new_href(case, "impact", &fill)
}

fn id(named: &Named) -> String {
    named.id.map(|id| id.to_string()).unwrap_or_default()
}

/// Where the answer to a gap is recorded.
fn answer_href(case: CaseId, gap: &Gap, then: &str) -> String {
    let then = ("then", then.to_owned());
    let new = |kind: &str, fill: Vec<(&str, String)>| {
        let fill: Vec<_> = fill.into_iter().chain([then.clone()]).collect();
        new_href(case, kind, &fill)
    };
    let revise = |entry: &EntryId| format!("{}/revise?then={}", entry_href(case, *entry), then.1);
    match &gap.question {
        Question::NoChildren => new("person", vec![("role", "child".to_owned())]),
        Question::NobodyCausesHarm => new("role_decision", vec![("role", "perpetrator".to_owned())]),
        Question::NobodyProtects => new("role_decision", vec![("role", "survivor".to_owned())]),
        Question::ReviewPast { person, .. } => new("role_decision", vec![("person", id(person))]),
        Question::NoBehaviour { person } | Question::NothingTowardsChildren { person } => {
            new("behaviour", vec![("actor", id(person))])
        }
        Question::OtherFamily { person, partner } => {
            new("behaviour", vec![("actor", id(person)), ("target", id(partner))])
        }
        Question::EarlierRelationships { person } => new("relationship", vec![("person", id(person))]),
        Question::HowOften { behaviour, .. } | Question::ForceUndetermined { behaviour, .. } => revise(behaviour),
        Question::EffectOnChild { child, behaviour, .. } => {
            new("impact", vec![("behaviour", behaviour.to_string()), ("child", id(child))])
        }
        Question::ByThisWay { behaviour, pathway, .. } => {
            new("impact", vec![("behaviour", behaviour.to_string()), ("pathway", pathway.code().to_owned())])
        }
        Question::NothingOnChild { child } => new("impact", vec![("child", id(child))]),
        Question::AnswerTo { survivor, behaviour, .. } => {
            new("effort", vec![("actor", id(survivor)), ("behaviour", behaviour.to_string())])
        }
        Question::NoEfforts { survivor } | Question::OnlyYardstick { survivor } => {
            new("effort", vec![("actor", id(survivor))])
        }
        Question::WantsHeardBy { .. } => format!("{}/efforts", base(case)),
        Question::WhatItMadePossible { effort, .. } => revise(effort),
        Question::NoIntersections => new("intersection", Vec::new()),
        Question::NothingProtects { survivor } => {
            new("intersection", vec![("person", id(survivor)), ("mechanism", "protects".to_owned())])
        }
        Question::NobodySpokeWith { person, .. } => new("contact", vec![("person", id(person))]),
        Question::WarnedAndAsked { contact, .. } => revise(contact),
        Question::NoDailyCare { carer } | Question::CareAskedOfOne { carer, .. } => {
            new("daily_care", vec![("carer", id(carer))])
        }
        Question::ConcernAlone { concern, .. } => revise(concern),
        Question::NoWordsOf { child } => new("voice", vec![("person", id(child))]),
        Question::NotSeenAlone { .. } => format!("{}/visit", base(case)),
        Question::WhereChildLives { child } => new("living_arrangement", vec![("person", id(child))]),
        Question::NobodySureWhere { arrangement, .. } => revise(arrangement),
        Question::WhatAgenciesDid { behaviour, .. } => {
            new("system_response", vec![("behaviour", behaviour.to_string())])
        }
        Question::DidItHelp { response, .. } => revise(response),
        Question::ForceOneSided { person, .. } => new("use_of_force", vec![("person", id(person))]),
        Question::NoPartnering { survivor } => new("partnering_step", vec![("person", id(survivor))]),
        Question::HowKnown { entry, .. }
        | Question::LinkWithdrawn { entry, .. }
        | Question::Recorded { entry, .. } => revise(entry),
    }
}
