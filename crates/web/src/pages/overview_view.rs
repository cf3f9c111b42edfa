//! The overview put into words: five components, what is there beside what has not been asked. No figure of progress.

use super::frame::entry_href;
use super::lines::{GapLine, Line};
use super::say::Say;
use practice::kinds::Kind;
use practice::views::OverviewView;
use practice::views::gaps::{Component, Gap, Question};
use practice::views::lines::ImpactLine;
use practice::views::overview::Latest;

/// How many lines and questions of a component stand on the overview; the rest is a link away.
const LINES: usize = 5;
const GAPS: usize = 3;

/// One component.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) title: String,
    pub(crate) add: String,
    pub(crate) lines: Vec<PartLine>,
    /// Where the rest is, in words; empty where everything is shown.
    pub(crate) more: String,
    pub(crate) more_href: String,
    pub(crate) gaps: Vec<GapLine>,
    /// Whether there are more questions than shown.
    pub(crate) more_gaps: bool,
}

/// One line of a component.
#[derive(Clone, Debug)]
pub(crate) struct PartLine {
    pub(crate) who: String,
    pub(crate) href: String,
    pub(crate) text: String,
    pub(crate) known: String,
}

/// One of the latest recordings.
#[derive(Clone, Debug)]
pub(crate) struct LatestLine {
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) href: String,
    pub(crate) text: String,
    pub(crate) what: String,
}

/// Icon and class of a kind of entry.
pub(crate) fn look(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Behaviour => ("arrow", "harm"),
        Kind::UseOfForce => ("arrow", "sys"),
        Kind::Evidence => ("dot", "sys"),
        Kind::Effort | Kind::PartneringStep => ("shield", "hold"),
        Kind::Impact => ("dot", "harm"),
        Kind::WorkerSafety => ("ring", "harm"),
        Kind::Goal => ("arrow", "harm"),
        Kind::Support => ("shield", "hold"),
        Kind::Plan => ("page", "sys"),
        Kind::AgencyAction => ("door", "sys"),
        Kind::Intersection => ("door", "sys"),
        Kind::Unknown => ("ring", "open"),
        Kind::Note
        | Kind::Visit
        | Kind::Contact
        | Kind::Chronology
        | Kind::Document
        | Kind::Interview
        | Kind::ToolResult
        | Kind::ChangeReview
        | Kind::Decision
        | Kind::SignOff
        | Kind::Supervision => ("page", "sys"),
        Kind::MappingSession => ("door", "sys"),
        Kind::Household | Kind::LivingArrangement | Kind::ContactDetail => ("house", "sys"),
        Kind::SystemResponse => ("door", "sys"),
        Kind::Person
        | Kind::Relationship
        | Kind::RoleDecision
        | Kind::Voice
        | Kind::DailyCare
        | Kind::CareConcern
        | Kind::ChildNeed => ("person", "sys"),
    }
}

/// The five components, in the order of the practice.
pub(crate) fn parts(say: &Say<'_>, view: &OverviewView, base: &str) -> Vec<Part> {
    use practice::kinds::people::Role;
    let names = |role: Role| say.list(&view.cast.with(role).map(|person| person.name.clone()).collect::<Vec<_>>());
    let harm = names(Role::Perpetrator);
    let survivors = say.list(&view.cast.survivors().map(|person| person.name.clone()).collect::<Vec<_>>());
    let titled = |key: &str, name: &str| {
        if name.is_empty() { say.t(&format!("{key}-nobody")) } else { say.with(key, &[("name", name.into())]) }
    };
    let plain = |who: &str, line: Line| PartLine {
        who: who.to_owned(),
        href: line.href,
        text: line.text,
        known: line.known,
    };
    // The heading names one person; where there are more, each line does.
    let who = |name: &str, several: bool| {
        if several { say.with("page-who-does", &[("name", name.into())]) } else { String::new() }
    };
    let several_efforts = view.efforts.iter().any(|e| Some(&e.actor) != view.efforts.first().map(|f| &f.actor));
    let one = view.cast.with(Role::Perpetrator).next().map(|person| Some(person.id));
    let several = view.pattern.iter().chain(&view.towards_children).any(|line| Some(line.actor.id) != one);
    let behaviour = |line: &practice::views::lines::BehaviourLine| {
        let known = say.words.when(&line.envelope.happened);
        plain(&who(&line.actor.name, several), Line { known, ..Line::new(say, &line.envelope, &line.act) })
    };
    let add = |kind: &str| format!("{base}/new/{kind}?then=overview");
    let map = format!("{base}/map");
    let part = |component, class, icon, title, add: String, lines: Vec<PartLine>, more_href: String| {
        let shown = lines.len().min(LINES);
        let mut gaps: Vec<&Gap> = view.gaps_of(component).collect();
        gaps.sort_by_key(|gap| urgency(gap));
        Part {
            class,
            icon,
            title,
            add,
            more: if lines.len() > shown { say.t("page-see-all") } else { String::new() },
            more_href,
            lines: lines.into_iter().take(LINES).collect(),
            more_gaps: gaps.len() > GAPS,
            gaps: gaps.into_iter().take(GAPS).map(|gap| GapLine::new(say, gap, "overview")).collect(),
        }
    };
    vec![
        part(
            Component::Pattern,
            "harm",
            "arrow",
            titled("page-part-pattern", &harm),
            add("behaviour"),
            view.pattern.iter().map(behaviour).collect(),
            map.clone(),
        ),
        part(
            Component::TowardsChildren,
            "harm",
            "arrow",
            titled("page-part-children", &harm),
            add("behaviour"),
            view.towards_children.iter().map(behaviour).collect(),
            map.clone(),
        ),
        part(
            Component::Efforts,
            "hold",
            "shield",
            titled("page-part-efforts", &survivors),
            add("effort"),
            view.efforts
                .iter()
                .map(|e| plain(&who(&e.actor.name, several_efforts), Line::effort(say, e)))
                .collect(),
            format!("{base}/efforts"),
        ),
        part(
            Component::Impact,
            "harm",
            "dot",
            say.t("page-part-impact"),
            add("impact"),
            one_for_each(&view.impact)
                .into_iter()
                .map(|i| {
                    let name = i.on.as_ref().map(|on| who(&on.name, true)).unwrap_or_default();
                    plain(&name, Line::impact(say, i))
                })
                .collect(),
            map.clone(),
        ),
        part(
            Component::Intersections,
            "sys",
            "door",
            say.t("page-part-intersections"),
            add("intersection"),
            view.intersections
                .iter()
                .map(|line| {
                    plain(
                        "",
                        Line {
                            known: say.words.name(line.mechanism),
                            ..Line::new(say, &line.envelope, &line.what)
                        },
                    )
                })
                .collect(),
            map,
        ),
    ]
}

/// Somebody's own question first, then what nobody knows of a child, then the rest as the view has it.
fn urgency(gap: &Gap) -> u8 {
    match gap.question {
        Question::Recorded { .. } => 0,
        Question::NothingOnChild { .. } => 1,
        Question::EffectOnChild { .. } => 2,
        _ => 3,
    }
}

/// Effects in turn, so that no child's stand below all of another's.
fn one_for_each(impacts: &[ImpactLine]) -> Vec<&ImpactLine> {
    let mut turns: Vec<(usize, &ImpactLine)> = Vec::new();
    for impact in impacts {
        let turn = turns.iter().filter(|(_, before)| before.on == impact.on).count();
        turns.push((turn, impact));
    }
    turns.sort_by_key(|(turn, impact)| (*turn, impact.on.is_none()));
    turns.into_iter().map(|(_, impact)| impact).collect()
}

/// One of the latest recordings.
pub(crate) fn latest(say: &Say<'_>, entry: &Latest) -> LatestLine {
    let (icon, class) = look(entry.kind);
    let args = [
        ("what", say.words.changed(entry.what).into()),
        ("kind", say.words.name(entry.kind).into()),
        ("when", say.moment(entry.recorded_at).into()),
        ("name", (&entry.author).into()),
    ];
    LatestLine {
        class,
        icon,
        href: entry_href(say.case, entry.id),
        text: entry.says.clone(),
        what: say.with("page-latest-line", &args),
    }
}
