//! Whether the main reasons for a decision are about what a survivor did, and not about what the person who causes harm does.
//!
//! It is simple on purpose, so that a worker can follow it: of each sentence, who is named first. A sentence that names nobody
//! goes with the one before it. Names and parts decide, never gender words. It advises, and nothing else follows from it.

use super::Warning;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::people::Role;
use crate::views::lines::Reader;

/// Who acts in a sentence, as far as names tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Led {
    Survivor(EntryId),
    Harm,
}

/// The warning, where at least as many sentences begin with a survivor as with somebody who causes harm.
pub(super) fn about_survivor(reader: &Reader<'_>, reasons: &str) -> Option<Warning> {
    let people: Vec<(Led, Vec<String>)> = reader
        .cast
        .people
        .iter()
        .filter_map(|person| {
            let led = if person.roles.contains(&Role::Perpetrator) {
                Led::Harm
            } else if person.roles.contains(&Role::Survivor) && !person.elsewhere {
                Led::Survivor(person.id)
            } else {
                return None;
            };
            Some((led, names(reader, person.id)))
        })
        .collect();
    let (mut hers, mut his, mut before) = (Vec::new(), 0_usize, None);
    for sentence in sentences(reasons) {
        let led = first(&sentence, &people).or(before);
        before = led;
        match led {
            Some(Led::Survivor(person)) => hers.push((person, sentence)),
            Some(Led::Harm) => his += 1,
            None => {}
        }
    }
    let survivor = hers.first()?.0;
    if hers.len() < his {
        return None;
    }
    let harm = reader.cast.with(Role::Perpetrator).map(|person| reader.person(person.id)).collect();
    let sentences = hers.into_iter().map(|(_, sentence)| sentence).collect();
    Some(Warning::ReasonsAboutSurvivor { survivor: reader.person(survivor), sentences, harm })
}

/// What somebody is called, in small letters: the usual name, the whole name, each part of it, and other names.
fn names(reader: &Reader<'_>, id: EntryId) -> Vec<String> {
    let Some(Body::Person(person)) = reader.projection.get(id).map(|seen| &seen.content.body) else {
        return Vec::new();
    };
    let mut names: Vec<String> = vec![person.short().to_lowercase(), person.name.as_str().to_lowercase()];
    // The first part of a name is what a sentence begins with; a surname may be a whole family's.
    names.extend(person.name.as_str().split_whitespace().next().map(str::to_lowercase));
    names.extend(person.aliases.iter().map(|alias| alias.as_str().to_lowercase()));
    names.retain(|name| !name.is_empty());
    names
}

/// Who is named first in a sentence.
fn first(sentence: &str, people: &[(Led, Vec<String>)]) -> Option<Led> {
    let sentence = sentence.to_lowercase();
    let place = |names: &Vec<String>| names.iter().filter_map(|name| found(&sentence, name)).min();
    people
        .iter()
        .filter_map(|(led, names)| Some((place(names)?, *led)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, led)| led)
}

/// Where a name stands as a word of its own, or with an ending: "Ewa", "Ewa’s", "Ewy" is not found.
fn found(sentence: &str, name: &str) -> Option<usize> {
    sentence.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = sentence.get(..*at).and_then(|text| text.chars().next_back());
        let after = sentence.get(at + name.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// A text cut at its full stops, question marks and line breaks.
fn sentences(text: &str) -> Vec<String> {
    text.split(['.', '!', '?', ';', '\n'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .map(str::to_owned)
        .collect()
}
