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
    let words = show.tools.words;
    plain(show, "factor", &show.tools.pack.factor, "factor", |code| words.factor(code))
}

/// Kinds of visit.
pub(crate) fn visit_choices(show: &Show<'_>) -> Vec<Choice> {
    let words = show.tools.words;
    plain(show, "visit_kind", &show.tools.pack.visit, "visit", |code| words.visit_kind(code))
}

fn plain(show: &Show<'_>, field: &str, codes: &[Plain], list: &str, name: impl Fn(&Code) -> String) -> Vec<Choice> {
    codes
        .iter()
        .filter(|plain| offered(show, field, &plain.code, plain.hidden))
        .map(|plain| choice(show.tools.words, list, &plain.code, name(&plain.code), String::new()))
        .collect()
}
