//! The choices that the content pack offers: each with its definition, an example and the question to ask.

use super::field::Choice;
use super::show::Show;
use practice::ids::EntryId;
use practice::pack::{AgeBand, Plain};
use practice::text::Code;
use words::Words;

/// A code with what the pack says of it.
fn choice(words: &Words, list: &str, code: &Code, name: String, group: String) -> Choice {
    let key = format!("{list}-{code}");
    let attribute =
        |attribute: &str| words.has_attribute(&key, attribute).then(|| words.say_attribute(&key, attribute));
    let mut more = Vec::new();
    if let Some(example) = attribute("example") {
        more.push(words.say_with("form-example", &[("example", example.into())]));
    }
    if let Some(ask) = attribute("ask") {
        more.push(words.say_with("form-ask", &[("ask", ask.into())]));
    }
    Choice {
        value: code.to_string(),
        words: name,
        hint: attribute("definition").unwrap_or_default(),
        more,
        group,
        chosen: false,
    }
}

/// The heading a code stands under; none where it is chosen already, so that what is chosen comes first and in view.
fn heading(show: &Show<'_>, field: &str, code: &Code, group: String) -> String {
    let chosen = show.raw.all(&format!("{}{field}", show.prefix)).any(|chosen| chosen == code.as_str());
    if chosen { String::new() } else { group }
}

/// Keeps what is offered, and what this entry has already.
fn offered(show: &Show<'_>, field: &str, code: &Code, hidden: bool) -> bool {
    let name = format!("{}{field}", show.prefix);
    !hidden || show.raw.all(&name).any(|chosen| chosen == code.as_str())
}

/// Categories of behaviour, by towards whom or what.
pub(crate) fn behaviour_choices(show: &Show<'_>) -> Vec<Choice> {
    let words = show.tools.words;
    let all = show.tools.pack.behaviour.iter().map(|c| (&c.code, c.hidden, words.name(c.side)));
    categories(show, "behaviour", all, |code| words.behaviour_category(code))
}

/// Kinds of effort, by group.
pub(crate) fn effort_choices(show: &Show<'_>) -> Vec<Choice> {
    let words = show.tools.words;
    let all = show.tools.pack.effort.iter().map(|c| (&c.code, c.hidden, words.effort_group(&c.group)));
    categories(show, "effort", all, |code| words.effort_category(code))
}

/// Categories of a list of the pack under their headings: code, whether it is no longer offered, and the heading.
fn categories<'a>(
    show: &Show<'_>,
    list: &str,
    all: impl Iterator<Item = (&'a Code, bool, String)>,
    name: impl Fn(&Code) -> String,
) -> Vec<Choice> {
    let field = "categories";
    all.filter(|(code, hidden, _)| offered(show, field, code, *hidden))
        .map(|(code, _, group)| choice(show.tools.words, list, code, name(code), heading(show, field, code, group)))
        .collect()
}

/// Domains of impact. For a child whose age is known, with what it can look like at that age.
pub(crate) fn impact_choices(show: &Show<'_>) -> Vec<Choice> {
    let words = show.tools.words;
    let age = age_of(show);
    show.tools
        .pack
        .impact
        .iter()
        .filter(|domain| offered(show, "domains", &domain.code, domain.hidden))
        .filter(|domain| {
            let chosen = show.raw.all(&format!("{}domains", show.prefix)).any(|code| code == domain.code.as_str());
            chosen || age.is_none_or(|age| domain.ages.is_empty() || domain.ages.contains(&age))
        })
        .map(|domain| {
            let mut choice =
                choice(words, "impact", &domain.code, words.impact_domain(&domain.code), String::new());
            if let Some(examples) = age.and_then(|age| words.impact_examples(&domain.code, age)) {
                choice.more.push(words.say_with("form-example", &[("example", examples.into())]));
            }
            choice
        })
        .collect()
}

fn age_of(show: &Show<'_>) -> Option<AgeBand> {
    let chosen = show.raw.one(&format!("{}on", show.prefix));
    let child: EntryId = chosen.strip_prefix("child:")?.parse().ok()?;
    let person = show.tools.scene.cast.get(child)?;
    if person.unborn {
        return Some(AgeBand::Unborn);
    }
    Some(AgeBand::of(person.born?.start().date(), show.tools.scene.today))
}

/// Factors of intersections.
pub(crate) fn factor_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "factor", &show.tools.pack.factor, "factor", |code| show.tools.words.factor(code))
}

/// Kinds of visit.
pub(crate) fn visit_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "visit_kind", &show.tools.pack.visit, "visit", |code| show.tools.words.visit_kind(code))
}

/// Ways to reach somebody, and places.
pub(crate) fn detail_choices(show: &Show<'_>) -> Vec<Choice> {
    let list = &show.tools.pack.contact_detail;
    plain(show, "detail_kind", list, "contact_detail", |code| show.tools.words.contact_detail_kind(code))
}

/// Areas of daily care.
pub(crate) fn care_area_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "area", &show.tools.pack.care_area, "care_area", |code| show.tools.words.care_area(code))
}

/// Sectors of agencies.
pub(crate) fn sector_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "sector", &show.tools.pack.sector, "sector", |code| show.tools.words.sector(code))
}

/// Sectors of agencies, in a field of another name.
pub(crate) fn sector_choices_of(show: &Show<'_>, field: &str) -> Vec<Choice> {
    plain(show, field, &show.tools.pack.sector, "sector", |code| show.tools.words.sector(code))
}

/// Reasons for supervision.
pub(crate) fn supervision_choices(show: &Show<'_>) -> Vec<Choice> {
    let list = &show.tools.pack.supervision;
    plain(show, "supervision_reason", list, "supervision", |code| show.tools.words.supervision_reason(code))
}

/// Means of contact.
pub(crate) fn means_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "means", &show.tools.pack.means, "means", |code| show.tools.words.contact_means(code))
}

/// Steps of partnering.
pub(crate) fn step_choices(show: &Show<'_>) -> Vec<Choice> {
    plain(show, "step", &show.tools.pack.step, "step", |code| show.tools.words.partnering_step(code))
}

/// Outcomes of a contact.
pub(crate) fn outcome_choices(show: &Show<'_>) -> Vec<Choice> {
    let all = show.tools.pack.outcome.iter().map(|outcome| (&outcome.code, outcome.hidden));
    codes(show, "outcome", all, "outcome", |code| show.tools.words.contact_outcome(code))
}

fn plain(show: &Show<'_>, field: &str, all: &[Plain], list: &str, name: impl Fn(&Code) -> String) -> Vec<Choice> {
    codes(show, field, all.iter().map(|plain| (&plain.code, plain.hidden)), list, name)
}

/// The codes of a list: those that are offered, and those that this entry has already, of another pack too.
fn codes<'a>(
    show: &Show<'_>,
    field: &str,
    all: impl Iterator<Item = (&'a Code, bool)>,
    list: &str,
    name: impl Fn(&Code) -> String,
) -> Vec<Choice> {
    let mut choices: Vec<Choice> = all
        .filter(|(code, hidden)| offered(show, field, code, *hidden))
        .map(|(code, _)| choice(show.tools.words, list, code, name(code), String::new()))
        .collect();
    for typed in show.raw.all(&format!("{}{field}", show.prefix)) {
        if !choices.iter().any(|choice| choice.value == typed)
            && let Ok(code) = Code::parse(typed)
        {
            choices.push(Choice { value: typed.to_owned(), words: name(&code), ..Choice::default() });
        }
    }
    choices
}
