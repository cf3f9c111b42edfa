//! Two people changed the same entry: three versions, unit by unit. What only one of them changed is kept without asking;
//! for the rest the person chooses, and nothing is discarded without a choice.

use super::field::{Control, Field, Nature, Section};
use super::raw::{Raw, unit_of};
use std::collections::BTreeSet;

/// How the two versions of a unit can be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Combine {
    /// One text after the other.
    Text,
    /// Everything chosen in either.
    Set,
    /// The rows of both.
    Rows,
    /// Not at all: one of the two.
    Choice,
}

/// A unit that both changed, differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    /// The unit.
    pub(crate) unit: String,
    /// How it can be combined.
    pub(crate) combine: Combine,
    /// Its fields with one thing on each line.
    pub(crate) lists: Vec<String>,
}

/// What came of merging.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    /// Everything that is settled.
    pub(crate) raw: Raw,
    /// What the person must choose.
    pub(crate) clashes: Vec<Clash>,
    /// Units taken over from the saved version alone.
    pub(crate) taken_over: Vec<String>,
}

/// What the person chose for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// Her own.
    Yours,
    /// The saved one.
    Saved,
    /// Both.
    Both,
}

impl Pick {
    /// The choice of a code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "yours" => Some(Self::Yours),
            "saved" => Some(Self::Saved),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// How a unit combines, as the forms of the two versions show it.
pub(crate) fn clash(unit: &str, forms: [&[Section]; 2]) -> Clash {
    let made = |combine, lists| Clash { unit: unit.to_owned(), combine, lists };
    if forms.iter().flat_map(|sections| sections.iter()).any(|section| section.list == unit) {
        return made(Combine::Rows, Vec::new());
    }
    // The form that shows more of the unit tells what it is made of.
    let [yours, saved] = forms.map(|sections| {
        sections.iter().flat_map(Section::fields).filter(|field| unit_of(&field.name) == unit).collect::<Vec<_>>()
    });
    let fields: Vec<&Field> = if yours.len() < saved.len() { saved } else { yours };
    let is_list = |field: &Field| field.is_area() && field.nature == Nature::Lines;
    let any_number = |field: &Field| match field.control {
        Control::Checks | Control::Chips => field.groups.iter().map(|group| group.choices.len()).sum::<usize>() > 1,
        _ => is_list(field),
    };
    let is_words = |field: &Field| field.nature == Nature::Words && (field.is_line() || field.is_area());
    match fields.as_slice() {
        [field] if is_words(field) => made(Combine::Text, Vec::new()),
        [_, ..] if fields.iter().all(|field| any_number(field)) => {
            let lists = fields.iter().filter(|field| is_list(field)).map(|field| field.name.clone()).collect();
            made(Combine::Set, lists)
        }
        _ => made(Combine::Choice, Vec::new()),
    }
}

/// Merges what the person sent with what was saved since, from what both began with. Without a known beginning every
/// difference is a clash.
pub(crate) fn merge(before: Option<&Raw>, yours: &Raw, saved: &Raw, clash: impl Fn(&str) -> Clash) -> Merged {
    let units: BTreeSet<&str> =
        [yours, saved].iter().flat_map(|raw| raw.iter()).map(|(name, _)| unit_of(name)).collect();
    let mut merged = Merged { raw: Raw::default(), clashes: Vec::new(), taken_over: Vec::new() };
    for unit in units {
        let same = |a: &Raw, b: &Raw| same_unit(a, b, unit);
        if same(yours, saved) || before.is_some_and(|before| same(before, saved)) {
            copy(&mut merged.raw, yours, unit);
        } else if before.is_some_and(|before| same(before, yours)) {
            copy(&mut merged.raw, saved, unit);
            merged.taken_over.push(unit.to_owned());
        } else {
            merged.clashes.push(clash(unit));
        }
    }
    merged
}

/// Settles a unit as the person chose.
pub(crate) fn settle(into: &mut Raw, clash: &Clash, pick: Pick, yours: &Raw, saved: &Raw) {
    match pick {
        Pick::Yours => copy(into, yours, &clash.unit),
        Pick::Saved => copy(into, saved, &clash.unit),
        Pick::Both => match clash.combine {
            Combine::Text => {
                into.set(clash.unit.as_str(), both_texts(yours.one(&clash.unit), saved.one(&clash.unit)))
            }
            Combine::Set => {
                copy(into, yours, &clash.unit);
                for (name, values) in saved.unit(&clash.unit) {
                    if clash.lists.iter().any(|list| list == name) {
                        into.set(name, both_lists(yours.one(name), saved.one(name)));
                        continue;
                    }
                    for value in values.iter().map(|value| value.trim()) {
                        if !yours.all(name).any(|known| known == value) {
                            into.push(name, value);
                        }
                    }
                }
            }
            Combine::Rows => both_rows(into, yours, saved, &clash.unit),
            Combine::Choice => copy(into, yours, &clash.unit),
        },
    }
}

/// Both texts, the saved one first; one of them where it holds the other.
pub(crate) fn both_texts(yours: &str, saved: &str) -> String {
    if saved.contains(yours) {
        saved.to_owned()
    } else if yours.contains(saved) {
        yours.to_owned()
    } else if saved.contains('\n') || yours.contains('\n') {
        format!("{saved}\n\n{yours}")
    } else {
        format!("{}; {yours}", saved.trim_end_matches(['.', ';']))
    }
}

/// What stands on a line of either, the saved ones first.
fn both_lists(yours: &str, saved: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in saved.lines().chain(yours.lines()).map(str::trim).filter(|line| !line.is_empty()) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

fn both_rows(into: &mut Raw, yours: &Raw, saved: &Raw, list: &str) {
    copy(into, saved, list);
    let begin = saved.rows(list);
    let mut next = begin;
    for row in 0..yours.rows(list) {
        let prefix = format!("{list}-{row}-");
        let fields = fields_of(yours, &prefix);
        let there = (0..begin).any(|known| fields_of(saved, &format!("{list}-{known}-")) == fields);
        if fields.is_empty() || there {
            continue;
        }
        for (part, values) in fields {
            for value in values {
                into.push(format!("{list}-{next}-{part}"), value);
            }
        }
        next += 1;
    }
}

fn fields_of(raw: &Raw, prefix: &str) -> Vec<(String, Vec<String>)> {
    raw.iter()
        .filter_map(|(name, values)| Some((name.strip_prefix(prefix)?.to_owned(), values.to_vec())))
        .filter(|(_, values)| values.iter().any(|value| !value.trim().is_empty()))
        .collect()
}

fn copy(into: &mut Raw, from: &Raw, unit: &str) {
    for (name, values) in from.unit(unit) {
        into.remove(name);
        for value in values {
            into.push(name, value.as_str());
        }
    }
}

/// Whether two versions say the same in a unit. The order of choices does not matter, nor the space around words, nor
/// the line ends that browsers send.
fn same_unit(a: &Raw, b: &Raw, unit: &str) -> bool {
    let normal = |raw: &Raw| -> Vec<(String, Vec<String>)> {
        raw.unit(unit)
            .into_iter()
            .map(|(name, values)| {
                let mut values: Vec<String> = values
                    .iter()
                    .map(|v| v.replace("\r\n", "\n").trim().to_owned())
                    .filter(|v| !v.is_empty())
                    .collect();
                values.sort_unstable();
                (name.to_owned(), values)
            })
            .collect()
    };
    normal(a) == normal(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_text(unit: &str) -> Clash {
        Clash { unit: unit.to_owned(), combine: Combine::Text, lists: Vec::new() }
    }

    #[test]
    fn what_only_one_changed_is_kept_from_both() {
        let before = Raw::from([("act", "reads her phone"), ("setting", "at home"), ("title", "Phone")]);
        let yours = Raw::from([("act", "reads her phone at night"), ("setting", "at home"), ("title", "Phone")]);
        let saved = Raw::from([("act", "reads her phone"), ("setting", "at handover"), ("title", "Phone")]);
        let merged = merge(Some(&before), &yours, &saved, as_text);
        assert!(merged.clashes.is_empty());
        assert_eq!(merged.raw.one("act"), "reads her phone at night");
        assert_eq!(merged.raw.one("setting"), "at handover");
        assert_eq!(merged.taken_over, ["setting"]);
    }

    #[test]
    fn what_both_changed_is_a_choice_and_both_texts_can_stay() {
        let before = Raw::from([("act", "reads her phone")]);
        let yours = Raw::from([("act", "reads her phone at night")]);
        let saved = Raw::from([("act", "reads her phone and answers it")]);
        let merged = merge(Some(&before), &yours, &saved, as_text);
        assert_eq!(merged.clashes, [as_text("act")]);
        assert!(!merged.raw.has("act"));
        let mut raw = merged.raw.clone();
        for clash in &merged.clashes {
            settle(&mut raw, clash, Pick::Both, &yours, &saved);
        }
        assert_eq!(raw.one("act"), "reads her phone and answers it; reads her phone at night");
    }

    #[test]
    fn a_deleted_field_stays_deleted_where_nobody_else_touched_it() {
        let before = Raw::from([("setting", "at home"), ("act", "x")]);
        let yours = Raw::from([("act", "x")]);
        let saved = Raw::from([("setting", "at home"), ("act", "y")]);
        let merged = merge(Some(&before), &yours, &saved, as_text);
        assert!(!merged.raw.has("setting"));
        assert_eq!(merged.raw.one("act"), "y");
    }

    #[test]
    fn sets_unite_and_rows_follow_each_other() {
        let yours = Raw::from([("targets", "a"), ("known-0-how", "seen"), ("known-1-how", "record")]);
        let saved = Raw::from([("targets", "b"), ("known-0-how", "seen")]);
        let known = |unit: &str| Clash {
            combine: if unit == "known" { Combine::Rows } else { Combine::Set },
            ..as_text(unit)
        };
        let merged = merge(None, &yours, &saved, known);
        let mut raw = merged.raw.clone();
        for clash in &merged.clashes {
            settle(&mut raw, clash, Pick::Both, &yours, &saved);
        }
        assert_eq!(raw.all("targets").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((raw.one("known-0-how"), raw.one("known-1-how"), raw.rows("known")), ("seen", "record", 2));
    }

    #[test]
    fn lists_keep_a_line_for_each_thing() {
        let yours = Raw::from([("through", "a"), ("through-other", "the police\nhis cousin")]);
        let saved = Raw::from([("through", "b"), ("through-other", "a court\nthe police")]);
        let lists = vec!["through-other".to_owned()];
        let clash = Clash { lists, combine: Combine::Set, ..as_text("through") };
        let mut raw = Raw::default();
        settle(&mut raw, &clash, Pick::Both, &yours, &saved);
        assert_eq!(raw.all("through").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(raw.one("through-other"), "a court\nthe police\nhis cousin");
    }

    #[test]
    fn the_order_of_choices_and_line_ends_do_not_clash() {
        let yours = Raw::from([("targets", "b"), ("targets", "a"), ("what", "x\r\ny")]);
        let saved = Raw::from([("targets", "a"), ("targets", "b"), ("what", "x\ny")]);
        assert!(merge(None, &yours, &saved, as_text).clashes.is_empty());
    }
}
