//! Adding an entry: an empty form that knows what its link knew, and recording what comes back. A form sent twice is one
//! entry; one with faults comes back with everything that was typed.

use super::desk::Desk;
use super::draft::{self, DraftWords, Found};
use super::fault::Fault;
use super::field::{Field, Section};
use super::kind::{self, Kept, WITH_FORM};
use super::raw::Raw;
use super::reading::Tools;
use super::show::Show;
use super::{back, chronology, daily_care, extra, prefill, refused, relationship, use_of_force};
use crate::extract::{CaseRecord, Posted};
use crate::fields::FaultLine;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, Tab, base};
use crate::problem::Fail;
use crate::wording::Acted;
use crate::wording::editor::{self, Pressed};
use crate::wording::quiet;
use app::{DraftKey, Problem};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::record::{Draft, Intent};
use uuid::Uuid;

/// A form of one entry.
#[derive(Debug, Template)]
#[template(path = "forms/entry.html")]
pub(crate) struct EntryForm {
    pub(crate) page: Page,
    pub(crate) frame: CaseFrame,
    pub(crate) heading: String,
    pub(crate) lede: String,
    pub(crate) advice: Vec<String>,
    pub(crate) action: String,
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) sections: Vec<Section>,
    pub(crate) last: Vec<Field>,
    pub(crate) faults: Vec<FaultLine>,
    pub(crate) draft: DraftWords,
    pub(crate) primary: String,
    pub(crate) back: String,
}

#[derive(Debug, Template)]
#[template(path = "forms/line.html")]
struct LineForm {
    page: Page,
    action: String,
    hidden: Vec<(&'static str, String)>,
    heading: String,
    way: String,
    entry: EntryId,
    what: Field,
    how: Field,
    none: String,
    more: String,
}

/// The kind of a path, where it has a form.
fn kind_of(code: &str) -> Result<Kind, Fail> {
    Kind::from_code(code).filter(|kind| WITH_FORM.contains(kind)).ok_or_else(|| Fail::from(Problem::not_found()))
}

/// An empty form, or the one line that opens on the map.
pub(crate) async fn page(case: CaseRecord, Path((_, code)): Path<(String, String)>) -> Result<Response, Fail> {
    let kind = kind_of(&code)?;
    let desk = Desk::new(&case);
    let mut query = case.query_pairs();
    query.retain(|(name, _)| !matches!(name.as_str(), "draft" | "entry"));
    let then = case.query("then");
    if let Ok(key) = case.query("draft").parse::<Uuid>()
        && let Some(found) = draft::load(&case, key).await?
    {
        let form =
            Form { kind, entry: EntryId(key), then: found.raw.one("then").to_owned(), version: found.version };
        return form.answer(&desk, &found.raw, &[], Some(&found), &Acted::Nothing).await;
    }
    let suggested = editor::fields(&case, &desk).await?;
    let from_suggestion = suggested.is_some();
    let mut raw = suggested.unwrap_or_else(|| prefill::fields(kind, &query, desk.tools()));
    let form = Form { kind, entry: EntryId(case.state.app().new_id()), then, version: 0 };
    if case.fragment && kind == Kind::Impact {
        return html(&form.line(&desk, &raw));
    }
    if from_suggestion {
        raw.set("suggested", "1");
    }
    form.answer(&desk, &raw, &[], None, &Acted::Nothing).await
}

/// Records what comes back.
pub(crate) async fn send(
    case: CaseRecord,
    Path((_, code)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    let kind = kind_of(&code)?;
    let desk = Desk::new(&case);
    let raw = Raw::from_pairs(posted.pairs());
    let entry = raw.one("entry").parse().unwrap_or_else(|_| EntryId(case.state.app().new_id()));
    let version = raw.one("draft_version").parse().unwrap_or(0);
    let form = Form { kind, entry, then: raw.one("then").to_owned(), version };
    if raw.has("more") {
        let raw = if kind == Kind::Chronology { chronology::arranged(&raw, &desk.scene) } else { raw };
        return form.answer(&desk, &raw, &[], None, &Acted::Nothing).await;
    }
    if kind != Kind::Note && raw.has("check") {
        let version = draft::save(&case, entry.0, version + 1, &form.address(&desk), &raw).await?;
        return Form { version, ..form }.answer(&desk, &raw, &[], None, &Acted::Nothing).await;
    }
    if kind == Kind::Note {
        match editor::pressed(&case, entry.0, version, &form.address(&desk), &raw).await? {
            Pressed::No => {}
            Pressed::Away(answer) => return Ok(answer),
            Pressed::Stay(raw, acted, version) => {
                return Form { version, ..form }.answer(&desk, &raw, &[], None, &acted).await;
            }
        }
    }
    if raw.has("later") {
        draft::save(&case, entry.0, version + 1, &form.address(&desk), &raw).await?;
        return Ok(see_other(&back::without(case.case, &form.then, None)));
    }
    let drafts = match drafts(kind, entry, &raw, desk.tools()) {
        Ok(drafts) => drafts,
        Err(faults) => return form.answer(&desk, &raw, &faults, None, &Acted::Nothing).await,
    };
    match case.state.app().record(&case.record, drafts, Some(DraftKey(entry.0))).await {
        Ok(_) => {
            if kind == Kind::Note {
                editor::count(&case, &raw).await;
            }
            Ok(see_other(&back::to(case.case, &form.then, entry, form.line_of(&raw), "recorded")))
        }
        Err(error) => {
            let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
            form.answer(&desk, &raw, &faults, None, &Acted::Nothing).await
        }
    }
}

/// Where a fault of a part stands on the whole form.
type Placed = fn(&str, Fault) -> Fault;

/// What a form records: the entry; with a person the part in the case; with a relationship the same to others; and where a
/// form asks the same of several adults, an entry for each.
fn drafts(kind: Kind, entry: EntryId, raw: &Raw, tools: Tools<'_>) -> Result<Vec<Draft>, Vec<Fault>> {
    let (parts, placed): (Vec<(String, Raw)>, Placed) = match kind {
        Kind::DailyCare => (daily_care::parts(raw), daily_care::placed),
        Kind::UseOfForce => (use_of_force::parts(raw), use_of_force::placed),
        Kind::Relationship => (relationship::parts(raw), relationship::placed),
        _ => (vec![(String::new(), raw.clone())], |_, fault| fault),
    };
    let (mut drafts, mut faults) = (Vec::new(), Vec::<Fault>::new());
    for (prefix, part) in parts {
        // The same form sent twice names the same entries.
        let id = if drafts.is_empty() { entry } else { EntryId(Uuid::new_v5(&entry.0, prefix.as_bytes())) };
        match kind::read(kind, &part, tools, &Kept::default()) {
            Ok(content) => drafts.push(Draft { id, intent: Intent::Record(Box::new(content)) }),
            Err(found) => {
                let found = found.into_iter().map(|fault| placed(&prefix, fault));
                faults.extend(found.filter(|fault| !faults.contains(fault)).collect::<Vec<_>>());
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if kind == Kind::Person {
        drafts.extend(extra::role_of_new_person(entry, raw, tools)?);
    }
    Ok(drafts)
}

/// A form being answered.
#[derive(Debug)]
struct Form {
    kind: Kind,
    entry: EntryId,
    then: String,
    version: u64,
}

impl Form {
    /// The page with the form; a note has what was found in it beside it.
    async fn answer(
        &self,
        desk: &Desk<'_>,
        raw: &Raw,
        faults: &[Fault],
        found: Option<&Found>,
        acted: &Acted,
    ) -> Result<Response, Fail> {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let form = self.show(desk, raw, faults, found);
        if self.kind == Kind::Note {
            return editor::answer(desk.read, form, raw, acted, status).await;
        }
        html_with(status, &quiet::beneath(desk.read, form).await)
    }

    fn action(&self, desk: &Desk<'_>) -> String {
        format!("{}/new/{}", base(desk.read.case), self.kind.code())
    }

    /// Where the draft of this form is taken up again.
    fn address(&self, desk: &Desk<'_>) -> String {
        format!("{}?then={}", self.action(desk), self.then)
    }

    /// The line of the page to come back to: on the map, the behaviour that was added to.
    fn line_of(&self, raw: &Raw) -> EntryId {
        let behaviour = match self.kind {
            Kind::Impact => raw.one("from-0-to"),
            Kind::Effort => raw.one("answers-0-to"),
            _ => "",
        };
        if self.then == "map" { behaviour.parse().unwrap_or(self.entry) } else { self.entry }
    }

    fn show(&self, desk: &Desk<'_>, raw: &Raw, faults: &[Fault], found: Option<&Found>) -> EntryForm {
        let words = desk.words();
        let form = kind::form_name(self.kind);
        let shown = desk.show(form, raw, faults);
        let mut sections = kind::sections(self.kind, &shown);
        if self.kind == Kind::Person {
            sections.insert(1, extra::role_section(&shown));
        }
        let title = words.say(&format!("form-{form}-title-page"));
        let page = desk.read.page(title.clone());
        let note = self.kind == Kind::Note;
        EntryForm {
            page: if faults.is_empty() { page } else { page.with_errors() },
            frame: desk.frame(Tab::Other),
            lede: words.say(&format!("form-{form}-lede")),
            advice: self.advice(&shown),
            action: self.action(desk),
            hidden: vec![
                ("entry", self.entry.to_string()),
                ("then", self.then.clone()),
                ("draft", self.entry.to_string()),
                ("draft_version", self.version.to_string()),
            ],
            faults: desk.summary_of(faults, &sections),
            sections,
            last: Vec::new(),
            draft: desk.draft(self.entry.0, &self.address(desk), found, self.version),
            primary: words.say(if note { "form-finalise" } else { "form-record" }),
            back: back::without(desk.read.case, &self.then, None),
            heading: title,
        }
    }

    fn advice(&self, show: &Show<'_>) -> Vec<String> {
        if show.raw.has("suggested") {
            return vec![show.say("wording-from-suggestion")];
        }
        kind::advice(self.kind).map(|key| show.say(key)).into_iter().collect()
    }

    /// The one-line form beneath a row of the map.
    fn line(&self, desk: &Desk<'_>, raw: &Raw) -> LineForm {
        let words = desk.words();
        let show = desk.show("impact", raw, &[]);
        let name = |field: &str| {
            let id = raw.one(field).split(':').next_back().unwrap_or_default();
            id.parse().ok().and_then(|id| desk.scene.name(id)).unwrap_or_default().to_owned()
        };
        let way = super::impact::pathway_field(&show, "from-0-pathway").says();
        let on = name("on");
        let heading = if on.is_empty() {
            words.say("form-impact-title-page")
        } else {
            words.say_with("form-line-effect", &[("child", on.into())])
        };
        let address = self.full_address(desk, raw);
        LineForm {
            page: desk.read.page(heading.clone()),
            action: self.action(desk),
            hidden: ["on", "from-0-to", "from-0-pathway"]
                .into_iter()
                .map(|field| (field, raw.one(field).to_owned()))
                .chain([("entry", self.entry.to_string()), ("then", self.then.clone())])
                .collect(),
            way: words
                .say_with("form-line-way", &[("behaviour", name("from-0-to").into()), ("pathway", way.into())]),
            entry: self.entry,
            what: show.line("what"),
            how: super::envelope::how_field(&show, "known-0-how", show.blank("known-0-how")),
            none: format!("{address}&none=1"),
            more: address,
            heading,
        }
    }

    fn full_address(&self, desk: &Desk<'_>, raw: &Raw) -> String {
        format!(
            "{}?on={}&behaviour={}&pathway={}&then={}",
            self.action(desk),
            raw.one("on"),
            raw.one("from-0-to"),
            raw.one("from-0-pathway"),
            self.then
        )
    }
}
