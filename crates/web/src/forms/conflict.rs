//! Two people changed the same entry: field by field, what each wrote, and what shall stand. Nothing is discarded; where
//! both texts can stand, they do unless somebody chooses otherwise.

use super::desk::Desk;
use super::fault::Fault;
use super::field::{Field, Section};
use super::kind;
use super::merge::{Clash, Combine, Merged, Pick, both_texts, clash, merge, settle};
use super::raw::{Raw, unit_of};
use crate::fields::FaultLine;
use crate::page::Page;
use crate::pages::frame::{CaseFrame, Tab, entry_href};
use askama::Template;
use practice::kinds::Kind;
use practice::project::Seen;

/// One unit that both changed.
#[derive(Debug)]
pub(crate) struct Versus {
    /// The unit.
    pub(crate) unit: String,
    /// The question it answers.
    pub(crate) label: String,
    /// What this person wrote.
    pub(crate) yours: String,
    /// What is saved.
    pub(crate) saved: String,
    /// Whether both can stand.
    pub(crate) combines: bool,
    /// Both, as they would read; empty where they are not one text.
    pub(crate) both: String,
    /// What is chosen: `yours`, `saved`, `both`, or nothing yet.
    pub(crate) pick: String,
    /// What is wrong with the choice.
    pub(crate) error: String,
}

/// The page of a conflict.
#[derive(Debug, Template)]
#[template(path = "forms/conflict.html")]
pub(crate) struct ConflictPage {
    page: Page,
    frame: CaseFrame,
    lede: String,
    saved_by: String,
    action: String,
    faults: Vec<FaultLine>,
    versus: Vec<Versus>,
    /// Fields that only the other changed, taken over.
    merged: Vec<String>,
    /// The whole form of this person, to be sent again.
    hidden: Vec<(String, String)>,
    back: String,
}

/// Merges a change with what was saved since. Ok: everything is settled without asking.
pub(crate) fn compare(desk: &Desk<'_>, seen: &Seen, raw: &Raw, base: u32) -> Result<Raw, Box<ConflictPage>> {
    let (yours, saved, merged) = three(desk, seen, raw, base);
    if merged.clashes.is_empty() {
        return Ok(with_carried(merged.raw, raw));
    }
    Err(Box::new(page(desk, seen, raw, base, &yours, &saved, &merged, &[])))
}

/// Settles a conflict as the person chose on its page. Err: something is not chosen, or somebody else changed it again.
pub(crate) fn resolved(desk: &Desk<'_>, seen: &Seen, raw: &Raw) -> Result<Raw, Box<ConflictPage>> {
    let base = raw.one("old_base").parse().unwrap_or(0);
    let (yours, saved, mut merged) = three(desk, seen, raw, base);
    let moved = raw.one("base").parse::<u32>().ok() != Some(seen.revision);
    let mut faults = Vec::new();
    for clash in &merged.clashes {
        match Pick::from_code(raw.one(&format!("pick-{}", clash.unit))) {
            Some(pick) => {
                settle(&mut merged.raw, clash, pick, &yours, &saved);
                let edited = raw.one(&format!("both-{}", clash.unit));
                if pick == Pick::Both && clash.combine == Combine::Text && !edited.is_empty() {
                    merged.raw.set(clash.unit.as_str(), edited);
                }
            }
            None => faults.push(Fault::key(format!("pick-{}", clash.unit), "form-error-choose")),
        }
    }
    if faults.is_empty() && !moved {
        return Ok(with_carried(merged.raw, raw));
    }
    Err(Box::new(page(desk, seen, raw, base, &yours, &saved, &merged, &faults)))
}

fn three(desk: &Desk<'_>, seen: &Seen, raw: &Raw, base: u32) -> (Raw, Raw, Merged) {
    let yours = raw.content_only();
    let saved = kind::write(&seen.content, desk.words());
    let before = before(seen, base).map(|content| kind::write(content, desk.words()));
    let kind = seen.content.body.kind();
    let form = |raw: &Raw| sections(desk, kind, raw);
    let (your_form, saved_form) = (form(&yours), form(&saved));
    let merged = merge(before.as_ref(), &yours, &saved, |unit| clash(unit, [&your_form, &saved_form]));
    (yours, saved, merged)
}

/// A version as the form of a change shows it.
fn sections(desk: &Desk<'_>, kind: Kind, raw: &Raw) -> Vec<Section> {
    let mut raw = raw.clone();
    raw.set("base", "0");
    kind::sections(kind, &desk.show(kind::form_name(kind), &raw, &[]))
}

/// What both began with: the content at the base revision, where this person may have the whole history.
fn before(seen: &Seen, base: u32) -> Option<&practice::entry::Content> {
    let whole = u32::try_from(seen.history.len()).ok() == Some(seen.revision);
    let upto = usize::try_from(base).ok().filter(|_| whole)?;
    seen.history.iter().take(upto).rev().find_map(|revision| revision.content.as_deref())
}

/// The reason and what else carries a form.
fn with_carried(mut merged: Raw, raw: &Raw) -> Raw {
    for name in ["reason", "then"] {
        merged.set(name, raw.one(name));
    }
    merged
}

#[expect(
    clippy::too_many_arguments,
    reason = "one page from three versions, their merge and what is wrong with it"
)]
fn page(
    desk: &Desk<'_>,
    seen: &Seen,
    raw: &Raw,
    base: u32,
    yours: &Raw,
    saved: &Raw,
    merged: &Merged,
    faults: &[Fault],
) -> ConflictPage {
    let words = desk.words();
    let kind = seen.content.body.kind();
    let fields =
        |raw: &Raw| -> Vec<Field> { sections(desk, kind, raw).iter().flat_map(Section::fields).cloned().collect() };
    let (your_fields, saved_fields) = (fields(yours), fields(saved));
    let versus = merged
        .clashes
        .iter()
        .map(|clash| versus(clash, desk, raw, yours, saved, (&your_fields, &saved_fields), faults))
        .collect();
    let label = |unit: &String| {
        saved_fields
            .iter()
            .find(|field| unit_of(&field.name) == unit && !field.says().is_empty())
            .map(|f| f.label.clone())
    };
    let last = seen.history.last();
    let name = last.map(|revision| revision.author.name.to_string()).unwrap_or_default();
    let when = last.map(|revision| desk.say().moment(revision.recorded_at)).unwrap_or_default();
    let mut hidden: Vec<(String, String)> = yours
        .iter()
        .flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone())))
        .collect();
    for (name, value) in [
        ("reason", raw.one("reason").to_owned()),
        ("then", raw.one("then").to_owned()),
        ("old_base", base.to_string()),
        ("base", seen.revision.to_string()),
        ("draft", super::revise::draft_key(seen.id, base).to_string()),
        ("resolve", "1".to_owned()),
    ] {
        hidden.push((name.to_owned(), value));
    }
    let href = entry_href(desk.read.case, seen.id);
    ConflictPage {
        page: desk.read.page(words.say("conflict-title")),
        frame: desk.frame(Tab::Other),
        lede: words.say_with("conflict-lede", &[("name", name.as_str().into()), ("when", when.into())]),
        saved_by: words.say_with("conflict-saved", &[("name", name.into())]),
        action: format!("{href}/revise"),
        faults: faults
            .iter()
            .map(|fault| FaultLine { href: format!("#{}-yours", fault.field), words: fault.say(words) })
            .collect(),
        versus,
        merged: merged.taken_over.iter().filter_map(label).collect(),
        hidden,
        back: href,
    }
}

fn versus(
    clash: &Clash,
    desk: &Desk<'_>,
    raw: &Raw,
    yours: &Raw,
    saved: &Raw,
    (your_fields, saved_fields): (&[Field], &[Field]),
    faults: &[Fault],
) -> Versus {
    let words = desk.words();
    let of_unit = |fields: &[Field]| -> String {
        let lines: Vec<String> = fields
            .iter()
            .filter(|field| unit_of(&field.name) == clash.unit)
            .map(Field::says)
            .filter(|says| !says.is_empty())
            .collect();
        if lines.is_empty() { words.say("conflict-nothing") } else { lines.join("\n") }
    };
    let label = [your_fields, saved_fields]
        .iter()
        .find_map(|fields| fields.iter().find(|field| unit_of(&field.name) == clash.unit))
        .map(|field| field.label.clone())
        .unwrap_or_default();
    let combines = clash.combine != Combine::Choice;
    let chosen = raw.one(&format!("pick-{}", clash.unit));
    let both = if clash.combine == Combine::Text {
        both_texts(yours.one(&clash.unit), saved.one(&clash.unit))
    } else {
        String::new()
    };
    let name = format!("pick-{}", clash.unit);
    Versus {
        unit: clash.unit.clone(),
        label,
        yours: of_unit(your_fields),
        saved: of_unit(saved_fields),
        combines,
        both,
        pick: if chosen.is_empty() && combines { "both".to_owned() } else { chosen.to_owned() },
        error: faults.iter().find(|fault| fault.field == name).map(|fault| fault.say(words)).unwrap_or_default(),
    }
}
