//! Withdrawing, bringing back, and changing who may see an entry. Each says what it does before it is done, and asks why.

use super::back;
use super::desk::Desk;
use super::fault::Fault;
use super::field::{Choice, Control, Field};
use super::raw::Raw;
use super::reading::Reading;
use super::refused;
use super::revise::seen;
use crate::extract::{CaseRecord, Posted};
use crate::fields::FaultLine;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, Tab, base, entry_href};
use crate::problem::Fail;
use app::RecordError;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use practice::entry::Ground;
use practice::kinds::Kind;
use practice::label::Label;
use practice::project::Seen;
use practice::record::{Draft, Intent};

/// A page that asks why before it changes something.
#[derive(Debug, Template)]
#[template(path = "forms/change.html")]
struct ChangePage {
    page: Page,
    frame: CaseFrame,
    heading: String,
    lede: String,
    /// What the entry says.
    says: String,
    /// What it means, a paragraph each.
    means: Vec<String>,
    /// What is linked to it: words and address.
    linked: Vec<(String, String)>,
    /// Another way, where this is the wrong one: words and address.
    instead: Vec<(String, String)>,
    action: String,
    base: u32,
    then: String,
    fields: Vec<Field>,
    faults: Vec<FaultLine>,
    /// The button; empty where there is nothing to do here.
    primary: String,
    back: String,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Withdraw,
    Reinstate,
    Relabel,
}

impl Act {
    fn code(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::Reinstate => "reinstate",
            Self::Relabel => "relabel",
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::Withdraw => "withdrawn",
            Self::Reinstate => "reinstated",
            Self::Relabel => "relabelled",
        }
    }
}

/// Why something cannot be done as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    /// A note never changes.
    NoteIsFinal,
    /// It is withdrawn.
    Withdrawn,
    /// It is not withdrawn.
    NotWithdrawn,
    /// It stays with the team, whatever anybody wishes.
    StaysWithTeam,
}

impl Wall {
    /// Whether an entry can be revised.
    pub(crate) fn before_revising(seen: &Seen) -> Option<Self> {
        if seen.withdrawn {
            Some(Self::Withdrawn)
        } else if seen.content.body.kind() == Kind::Note {
            Some(Self::NoteIsFinal)
        } else {
            None
        }
    }

    fn before(act: Act, seen: &Seen) -> Option<Self> {
        match (act, seen.withdrawn) {
            (Act::Reinstate, false) => Some(Self::NotWithdrawn),
            (Act::Withdraw | Act::Relabel, true) => Some(Self::Withdrawn),
            (Act::Relabel, false) if seen.content.body.kind().stays_with_team() => Some(Self::StaysWithTeam),
            _ => None,
        }
    }
}

/// The page to withdraw an entry.
pub(crate) async fn withdraw(case: CaseRecord, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    page(&case, &entry, Act::Withdraw)
}

/// The page to bring an entry back.
pub(crate) async fn reinstate(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
) -> Result<Response, Fail> {
    page(&case, &entry, Act::Reinstate)
}

/// The page to change who may see an entry.
pub(crate) async fn relabel(case: CaseRecord, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    page(&case, &entry, Act::Relabel)
}

/// Withdraws.
pub(crate) async fn send_withdraw(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    send(&case, &entry, &posted, Act::Withdraw).await
}

/// Brings back.
pub(crate) async fn send_reinstate(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    send(&case, &entry, &posted, Act::Reinstate).await
}

/// Changes who may see it.
pub(crate) async fn send_relabel(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    send(&case, &entry, &posted, Act::Relabel).await
}

fn page(case: &CaseRecord, entry: &str, act: Act) -> Result<Response, Fail> {
    let seen = seen(case, entry)?;
    let desk = Desk::new(case);
    if let Some(wall_) = Wall::before(act, seen) {
        return wall(&desk, seen, wall_);
    }
    let then = case.query("then");
    let mut raw = Raw::from([("then", then.as_str())]);
    raw.set("base", seen.revision.to_string());
    html(&shown(&desk, seen, act, &raw, &[]))
}

async fn send(case: &CaseRecord, entry: &str, posted: &Posted, act: Act) -> Result<Response, Fail> {
    let seen = seen(case, entry)?;
    let desk = Desk::new(case);
    let raw = Raw::from_pairs(posted.pairs());
    let intent = match intent(&desk, seen, act, &raw) {
        Ok(intent) => intent,
        Err(faults) => return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, seen, act, &raw, &faults)),
    };
    match case.state.app().record(&case.record, vec![Draft { id: seen.id, intent }], None).await {
        Ok(_) => {
            let then =
                if act == Act::Withdraw && raw.one("then").is_empty() { "overview" } else { raw.one("then") };
            Ok(see_other(&back::to(case.case, then, seen.id, seen.id, act.done())))
        }
        Err(RecordError::Conflict { author, when, .. }) => {
            let when = desk.say().moment(when);
            moved(&desk, seen, &author, &when, raw.one("reason"))
        }
        Err(error) => {
            let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, seen, act, &raw, &faults))
        }
    }
}

fn intent(desk: &Desk<'_>, seen: &Seen, act: Act, raw: &Raw) -> Result<Intent, Vec<Fault>> {
    let mut reading = Reading::new(raw, desk.tools());
    let base = raw.one("base").parse().unwrap_or(seen.revision);
    let ground: Option<Ground> = match act {
        Act::Withdraw => reading.choice_required("ground", "form-error-ground"),
        Act::Reinstate | Act::Relabel => None,
    };
    let label: Option<Label> = match act {
        Act::Relabel => reading.choice_required("label", "form-error-label"),
        Act::Withdraw | Act::Reinstate => None,
    };
    let reason = reading.text_required("reason", "form-error-reason");
    if label == Some(seen.content.label) && base == seen.revision {
        reading.fault("label", "form-error-same-label");
    }
    let intent = match (act, ground, label) {
        (Act::Withdraw, Some(ground), _) => Some(Intent::Withdraw { base, ground, reason }),
        (Act::Relabel, _, Some(label)) => Some(Intent::Relabel { base, label, reason }),
        (Act::Reinstate, ..) => Some(Intent::Reinstate { base, reason }),
        _ => None,
    };
    match intent {
        Some(intent) if reading.faults.is_empty() => Ok(intent),
        _ => Err(reading.faults),
    }
}

fn shown(desk: &Desk<'_>, seen: &Seen, act: Act, raw: &Raw, faults: &[Fault]) -> ChangePage {
    let words = desk.words();
    let show = desk.show(act.code(), raw, faults);
    let mut fields = Vec::new();
    match act {
        Act::Withdraw => {
            let grounds = [Ground::RecordedInError, Ground::WrongPerson, Ground::Duplicate];
            let choices = grounds
                .into_iter()
                .map(|ground| {
                    let value = super::reading::to_code(&ground);
                    Choice { words: words.say(&format!("form-ground-{value}")), value, ..Choice::default() }
                })
                .collect();
            fields.push(show.chosen("ground", Control::Radios, choices));
        }
        Act::Relabel => {
            let mut choices = show.codes(&Label::ALL);
            for choice in &mut choices {
                if choice.value == seen.content.label.code() {
                    choice.words = words.say_with("form-relabel-now", &[("label", choice.words.as_str().into())]);
                }
            }
            fields.push(show.chosen("label", Control::Radios, choices));
        }
        Act::Reinstate => {}
    }
    fields.push(show.area("reason", 2));
    let (means, linked, instead) = match act {
        Act::Withdraw => (
            vec![words.say("form-withdraw-links")],
            linked(desk, seen),
            vec![(
                words.say("form-withdraw-retract-link"),
                format!("{}/new/voice?takes_back={}", base(desk.read.case), seen.id),
            )],
        ),
        Act::Reinstate | Act::Relabel => Default::default(),
    };
    let href = entry_href(desk.read.case, seen.id);
    let title = words.say(&format!("form-{}-title", act.code()));
    let page = desk.read.page(title.clone());
    ChangePage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: desk.frame(Tab::Other),
        heading: title,
        lede: words.say(&format!("form-{}-lede", act.code())),
        says: desk.scene.item(seen.id).map(|item| item.says.clone()).unwrap_or_default(),
        means,
        linked,
        instead,
        action: format!("{href}/{}", act.code()),
        base: raw.one("base").parse().unwrap_or(seen.revision),
        then: raw.one("then").to_owned(),
        faults: desk.summary(faults, &fields),
        fields,
        primary: words.say(&format!("form-{}-save", act.code())),
        back: back::without(desk.read.case, raw.one("then"), Some(seen.id)),
    }
}

/// What names this entry, so that the person sees what a withdrawal leaves behind.
fn linked(desk: &Desk<'_>, seen: &Seen) -> Vec<(String, String)> {
    desk.read
        .projection
        .current()
        .filter(|other| other.id != seen.id && other.content.references().iter().any(|link| link.to == seen.id))
        .filter_map(|other| Some((desk.scene.item(other.id)?.says.clone(), entry_href(desk.read.case, other.id))))
        .collect()
}

/// The page where something cannot be done as it stands, with what can be done instead.
pub(crate) fn wall(desk: &Desk<'_>, seen: &Seen, wall: Wall) -> Result<Response, Fail> {
    let words = desk.words();
    let href = entry_href(desk.read.case, seen.id);
    let (lede, instead) = match wall {
        Wall::NoteIsFinal => (
            "form-note-final",
            vec![(
                words.say("form-note-addendum"),
                format!("{}/new/note?addendum={}&then=notes", base(desk.read.case), seen.id),
            )],
        ),
        Wall::Withdrawn => {
            ("form-withdrawn-first", vec![(words.say("form-reinstate-title"), format!("{href}/reinstate"))])
        }
        Wall::StaysWithTeam => ("form-stays-with-team", vec![(words.say("form-moved-open"), href.clone())]),
        Wall::NotWithdrawn => ("form-not-withdrawn", vec![(words.say("form-moved-open"), href.clone())]),
    };
    let page = plain(desk, seen, words.say("form-change-title"), words.say(lede), instead);
    html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Somebody else changed it: nothing was recorded.
fn moved(desk: &Desk<'_>, seen: &Seen, name: &str, when: &str, reason: &str) -> Result<Response, Fail> {
    let words = desk.words();
    let href = entry_href(desk.read.case, seen.id);
    let lede = words.say_with("form-moved-lede", &[("name", name.into()), ("when", when.into())]);
    let instead = vec![(words.say("form-moved-open"), href)];
    let mut page = plain(desk, seen, words.say("form-moved-title"), lede, instead);
    if !reason.is_empty() {
        page.means = vec![words.say_with("form-moved-reason", &[("reason", reason.into())])];
    }
    html_with(StatusCode::CONFLICT, &page)
}

fn plain(
    desk: &Desk<'_>,
    seen: &Seen,
    heading: String,
    lede: String,
    instead: Vec<(String, String)>,
) -> ChangePage {
    ChangePage {
        page: desk.read.page(heading.clone()),
        frame: desk.frame(Tab::Other),
        heading,
        lede,
        says: desk.scene.item(seen.id).map(|item| item.says.clone()).unwrap_or_default(),
        means: Vec::new(),
        linked: Vec::new(),
        instead,
        action: String::new(),
        base: seen.revision,
        then: String::new(),
        fields: Vec::new(),
        faults: Vec::new(),
        primary: String::new(),
        back: entry_href(desk.read.case, seen.id),
    }
}
