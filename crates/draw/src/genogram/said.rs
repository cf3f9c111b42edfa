//! What a genogram says in sentences: for the summary below it, and for whoever does not see it.

use practice::ids::EntryId;
use practice::views::genogram::unions::ParentKind;
use practice::views::genogram::{ChildOf, Ending, GenogramView, HomeMember, Union};
use practice::views::lines::Named;
use words::Words;

/// Who harms whom, who protects whom, and what nobody has asked.
#[must_use]
pub fn summary(view: &GenogramView, words: &Words) -> String {
    let mut sentences = Vec::new();
    let harm = view.harm.iter().map(|line| (&line.from, &line.to, line.why.is_empty()));
    runs(words, harm, "genogram-harm-runs", "genogram-harm-open", &mut sentences);
    let hold = view.protection.iter().map(|line| (&line.from, &line.to, line.why.is_empty()));
    runs(words, hold, "genogram-hold-runs", "genogram-hold-open", &mut sentences);
    if sentences.is_empty() {
        sentences.push(words.say("genogram-no-lines"));
    }
    sentences.join(" ")
}

/// The whole drawing in words: couples with their children, households, lines.
#[must_use]
pub fn description(view: &GenogramView, words: &Words) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for union in &view.unions {
        if union.partners.len() == 2 && !union.entries.is_empty() {
            sentences.push(couple(view, union, words));
        }
        let children: Vec<&str> = union.children.iter().map(|child| view.name(child.child)).collect();
        if children.is_empty() {
            continue;
        }
        let children = words.list(&children);
        sentences.push(if union.partners.is_empty() {
            words.say_with("genogram-siblings", &[("names", children.into())])
        } else {
            let args = [("parents", parents(view, union, words).into()), ("children", children.into())];
            words.say_with("genogram-children-of", &args)
        });
    }
    for home in &view.homes {
        let members: Vec<&str> = home.members.iter().filter(|m| m.now).map(|m| m.person.name.as_str()).collect();
        if !members.is_empty() {
            let args = [("home", home.name.as_str().into()), ("names", words.list(&members).into())];
            sentences.push(words.say_with("genogram-lives", &args));
        }
    }
    sentences.push(summary(view, words));
    sentences.join(" ")
}

/// What a couple is or was, as a sentence: "Craig and Ewa: married or civil partners, 2013 to now."
#[must_use]
pub fn couple(view: &GenogramView, union: &Union, words: &Words) -> String {
    let names = parents(view, union, words);
    let what = words.say(ending_key(union));
    match union.period {
        Some(period) => {
            let args = [("names", names.into()), ("what", what.into()), ("period", words.period(&period).into())];
            words.say_with("genogram-couple-period", &args)
        }
        None => words.say_with("genogram-couple", &[("names", names.into()), ("what", what.into())]),
    }
}

/// The key of what a couple is or was.
#[must_use]
pub fn ending_key(union: &Union) -> &'static str {
    match (union.ending, union.married) {
        (Ending::NotRecorded, _) => "genogram-union-not_recorded",
        (Ending::Going | Ending::Died, true) => "genogram-union-married",
        (Ending::Going | Ending::Died, false) => "genogram-union-couple",
        (Ending::Separated, _) => "genogram-union-separated",
        (Ending::Ended, _) => "genogram-union-ended",
    }
}

/// The names of a union's partners.
#[must_use]
pub fn parents(view: &GenogramView, union: &Union, words: &Words) -> String {
    let names: Vec<&str> = union.partners.iter().map(|id| view.name(*id)).collect();
    if names.is_empty() { String::new() } else { words.list(&names) }
}

/// Whose child somebody is and in which way: "Ola is a child of Craig and Ewa".
#[must_use]
pub fn child(view: &GenogramView, union: &Union, child: &ChildOf, words: &Words) -> String {
    let key = match child.kind {
        ParentKind::Birth => "genogram-child-birth",
        ParentKind::Adopted => "genogram-child-adopted",
        ParentKind::Foster => "genogram-child-foster",
        ParentKind::Step => "genogram-child-step",
        ParentKind::Sibling => {
            let others: Vec<&str> =
                union.children.iter().filter(|c| c.child != child.child).map(|c| view.name(c.child)).collect();
            let others = if others.is_empty() { String::new() } else { words.list(&others) };
            let args = [("name", view.name(child.child).into()), ("others", others.into())];
            return words.say_with("genogram-child-sibling", &args);
        }
    };
    let args = [("name", view.name(child.child).into()), ("parents", parents(view, union, words).into())];
    words.say_with(key, &args)
}

/// Somebody's time in a household: "Craig, 2015 to 12 June 2026", "Ola", "Finn, nobody is sure".
#[must_use]
pub fn member(member: &HomeMember, words: &Words) -> String {
    let name = member.person.name.as_str();
    match (member.period, member.sure) {
        (Some(period), true) => {
            words.say_with("page-name-period", &[("name", name.into()), ("period", words.period(&period).into())])
        }
        (None, true) => name.to_owned(),
        (_, false) => words.say_with("genogram-home-unsure", &[("home", name.into())]),
    }
}

fn runs<'a>(
    words: &Words,
    lines: impl Iterator<Item = (&'a Named, &'a Named, bool)> + Clone,
    known: &str,
    open: &str,
    sentences: &mut Vec<String>,
) {
    let mut actors: Vec<(Option<EntryId>, &str)> = Vec::new();
    for (from, ..) in lines.clone() {
        if !actors.contains(&(from.id, from.name.as_str())) {
            actors.push((from.id, from.name.as_str()));
        }
    }
    for (actor, name) in actors {
        for (key, asked) in [(known, true), (open, false)] {
            let to: Vec<&str> = lines
                .clone()
                .filter(|(from, _, empty)| (from.id, from.name.as_str()) == (actor, name) && *empty != asked)
                .map(|(_, to, _)| to.name.as_str())
                .collect();
            if !to.is_empty() {
                let args = [("from", name.into()), ("to", words.list(&to).into())];
                sentences.push(words.say_with(key, &args));
            }
        }
    }
}
