//! Advice on the wording of plans beneath the fields of their forms: the same as on the page of plans. It never blocks.

use crate::extract::{CaseRead, Ctx};
use crate::forms::add::EntryForm;
use crate::forms::field::{Field, Quiet};
use crate::forms::raw::Raw;
use practice::cast::Cast;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::pack::{Pack, PlanRule};
use practice::views::plan::advice::{Advice, GOAL_FIELDS, Names, SUPPORT_FIELDS, phrases};
use words::Words;

/// The rules that are asked of a field, where the form is one of a plan: no other form has these fields.
fn rules(has: impl Fn(&str) -> bool, field: &str) -> Option<(&'static str, &'static [PlanRule])> {
    let fields: &[(&str, &[PlanRule])] = if has("expected") {
        &GOAL_FIELDS
    } else if has("wanted") {
        &SUPPORT_FIELDS
    } else {
        return None;
    };
    fields.iter().find(|(name, _)| *name == field).copied()
}

fn quiet(advice: &Advice, words: &Words) -> Quiet {
    Quiet {
        quote: String::new(),
        what: words.plan_advice(advice),
        ask: String::new(),
        help: String::new(),
        name: String::new(),
    }
}

fn found(
    field: &'static str,
    text: &str,
    rules: &[PlanRule],
    pack: &Pack,
    names: &Names,
    words: &Words,
) -> Vec<Quiet> {
    phrases(text, rules, pack, names)
        .into_iter()
        .map(|(rule, quote)| quiet(&Advice::Wording { rule, field, quote }, words))
        .collect()
}

/// For one field of a draft that is saved while somebody types. Names of the family are looked for when the form is shown: a
/// saved draft is not a reading of the case.
pub(super) fn lines(ctx: &Ctx, raw: &Raw, field: &str, value: &str) -> Vec<Quiet> {
    let Some((field, rules)) = rules(|name| raw.has(name), field) else { return Vec::new() };
    found(field, value, rules, ctx.state.app().pack(), &Names::default(), ctx.words())
}

/// For a form that is shown with something in it.
pub(super) fn beneath(read: &CaseRead, form: &mut EntryForm) {
    let all: Vec<&Field> = form.sections.iter().flat_map(|section| section.fields()).collect();
    let names: Vec<String> = all.iter().map(|field| field.name.clone()).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if !has("expected") && !has("wanted") {
        return;
    }
    let cast = Cast::of(&read.projection, read.today);
    let family = Names::of(&cast);
    let (pack, words) = (read.state.app().pack(), read.words());
    if let Some(advice) = has("expected").then(|| who_can_tell(&all, &cast)).flatten() {
        form.advice.push(words.plan_advice(&advice));
    }
    let fields = form.sections.iter_mut().flat_map(|section| &mut section.rows).flat_map(|row| &mut row.fields);
    for field in fields.filter(|field| !field.value.is_empty()) {
        if let Some((name, rules)) = rules(has, &field.name) {
            field.quiet = found(name, &field.value, rules, pack, &family, words);
        }
    }
}

/// Nobody, or nobody but the survivor or a child, is named who can tell.
fn who_can_tell(fields: &[&Field], cast: &Cast) -> Option<Advice> {
    let field = |name: &str| fields.iter().find(|field| field.name == name);
    if field("verified_by-other").is_some_and(|others| !others.value.trim().is_empty()) {
        return None;
    }
    let chosen: Vec<EntryId> = field("verified_by")?
        .groups
        .iter()
        .flat_map(|group| &group.choices)
        .filter(|choice| choice.chosen)
        .filter_map(|choice| choice.value.parse().ok())
        .collect();
    if chosen.is_empty() {
        return Some(Advice::NobodyCanTell);
    }
    if chosen.iter().all(|id| cast.is(*id, Role::Child)) {
        return Some(Advice::OnlyAChildCanTell);
    }
    let family =
        |id: &EntryId| [Role::Survivor, Role::Child, Role::Perpetrator].into_iter().any(|role| cast.is(*id, role));
    chosen.iter().all(family).then_some(Advice::OnlySheCanTell)
}
