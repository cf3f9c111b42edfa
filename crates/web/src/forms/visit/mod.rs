//! Record a visit once: the sitting is said once, then line after line, then everything is recorded in one step. Until
//! then it is a draft that only its writer sees; every "Add line" saves it.

mod advice;
mod line;
mod page;
pub(crate) mod sitting;

use super::desk::Desk;
use super::draft::{self, Found};
use super::fault::Fault;
use super::kind::Kept;
use super::raw::Raw;
use super::reading::Tools;
use super::refused;
use crate::extract::{CaseRecord, Posted};
use crate::page::{html_with, see_other};
use crate::pages::drafts::read;
use crate::pages::frame::{anchor, base};
use crate::problem::Fail;
use app::DraftKey;
use axum::http::StatusCode;
use axum::response::Response;
use line::KINDS;
pub(crate) use line::Line;
#[cfg(test)]
pub(crate) use line::next as next_line;
use page::{Shown, page as visit_page, scene_with};
use practice::ids::{EntryId, OccasionId};
use practice::kinds::Kind;
use practice::record::{Draft, Intent};
use uuid::Uuid;

/// A visit being written.
#[derive(Debug)]
struct Writing {
    raw: Raw,
    lines: Vec<Line>,
    kind: Kind,
    visit: EntryId,
    draft: Uuid,
    version: u64,
    /// Other visits that are not recorded yet: when saved, and where.
    unfinished: Vec<(String, String)>,
}

impl Writing {
    fn from(raw: Raw, new_id: impl Fn() -> Uuid) -> Self {
        let draft = raw.one("draft").parse().unwrap_or_else(|_| new_id());
        Self {
            kind: Kind::from_code(raw.one("kind")).filter(|kind| KINDS.contains(kind)).unwrap_or(Kind::Behaviour),
            visit: raw.one("visit").parse().unwrap_or(EntryId(draft)),
            version: raw.one("draft_version").parse().unwrap_or(0),
            lines: line::sent(&raw),
            unfinished: Vec::new(),
            draft,
            raw,
        }
    }

    /// The fields as the draft keeps them.
    fn fields(&self) -> Raw {
        let mut raw = self.raw.clone();
        for gone in ["line", "do", "add", "change", "remove", "ask", "draft_version"] {
            raw.remove(gone);
        }
        raw.set("kind", self.kind.code());
        raw.set("visit", self.visit.to_string());
        raw.set("draft", self.draft.to_string());
        for line in &self.lines {
            raw.push("line", line.json());
        }
        raw
    }

    /// Begins the next line.
    fn begin_next(&mut self, desk: &Desk<'_>) {
        let scene = scene_with(&desk.scene, &self.lines);
        let next = line::next(self.kind, &self.lines, Tools { scene: &scene, ..desk.tools() });
        for kind in KINDS {
            line::take_out(&mut self.raw, kind);
        }
        self.raw.remove("editing");
        line::put(&mut self.raw, self.kind, &next);
    }

    /// Whether something was typed in the line being written.
    fn has_line(&self) -> bool {
        self.raw.has(&format!("{}-{}", self.kind.code(), Line::statement(self.kind)))
    }

    /// Adds the line being written, or puts it in the place of the one being changed.
    fn add(&mut self, desk: &Desk<'_>, id: EntryId) -> Result<(), Vec<Fault>> {
        let editing: Option<EntryId> = self.raw.one("editing").parse().ok();
        let added =
            Line { id: editing.unwrap_or(id), kind: self.kind, raw: line::being_written(&self.raw, self.kind) };
        let scene = scene_with(&desk.scene, &self.lines);
        let tools = Tools { scene: &scene, ..desk.tools() };
        let mut sitting = sitting::only(&self.raw);
        // Faults of the sitting are told when the visit is recorded; a line is judged by itself.
        if sitting::read(&sitting, self.visit, tools).is_err() {
            sitting = Raw::default();
        }
        if let Err(faults) = added.content(&sitting, tools, &Kept::default()) {
            let own = |field: &str| matches!(field, "when" | "label") || field.starts_with("known-");
            return Err(faults
                .into_iter()
                .map(|fault| {
                    let prefix = if own(&fault.field) { "own" } else { self.kind.code() };
                    Fault { field: format!("{prefix}-{}", fault.field), ..fault }
                })
                .collect());
        }
        match self.lines.iter_mut().find(|line| Some(line.id) == editing) {
            Some(line) => *line = added,
            None => self.lines.push(added),
        }
        self.begin_next(desk);
        Ok(())
    }

    /// Lines that another window added to the same visit are not lost to this one: they follow its own.
    async fn take_over_lines(&mut self, case: &CaseRecord) -> Result<(), Fail> {
        let Some(found) = draft::load(case, self.draft).await? else {
            return Ok(());
        };
        if found.version > self.version {
            for line in line::sent(&found.raw) {
                if !self.lines.iter().any(|known| known.id == line.id) {
                    self.lines.push(line);
                }
            }
        }
        Ok(())
    }

    /// Takes a line out. What later lines link to it goes with it.
    fn remove(&mut self, at: usize) {
        if at >= self.lines.len() {
            return;
        }
        let gone = self.lines.remove(at).id.to_string();
        for line in &mut self.lines {
            for field in ["answers-0-to", "from-0-to"] {
                if line.raw.one(field) == gone {
                    line.raw.remove(field);
                    line.raw.remove("from-0-pathway");
                }
            }
        }
    }
}

/// The page, new or with its draft.
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let found = match case.query("draft").parse::<Uuid>() {
        Ok(key) => draft::load(&case, key).await?.map(|found| (key, found)),
        Err(_) => None,
    };
    if let Some((key, found)) = found {
        let mut raw = found.raw.clone();
        raw.set("draft", key.to_string());
        let mut writing = Writing::from(raw, || key);
        writing.version = found.version;
        return answer(&desk, &writing, StatusCode::OK, Some(&found), &[], &[], false);
    }
    let key = case.state.app().new_id();
    let mut writing = Writing::from(sitting::begin(desk.tools()), || key);
    writing.begin_next(&desk);
    writing.unfinished = unfinished(&desk).await?;
    answer(&desk, &writing, StatusCode::OK, None, &[], &[], false)
}

/// Visits of this case that this person began and has not recorded: when each was saved, and where it goes on.
async fn unfinished(desk: &Desk<'_>) -> Result<Vec<(String, String)>, Fail> {
    let (case, here) = (desk.read, here(desk));
    let drafts = case.state.app().drafts(case.subject()).await?;
    Ok(drafts
        .into_iter()
        .filter(|draft| draft.case == Some(case.case))
        .filter(|draft| read(&draft.content).page.split('?').next() == Some(here.as_str()))
        .map(|draft| (desk.say().moment(draft.saved_at), format!("{here}?draft={}", draft.key.0)))
        .collect())
}

/// What a button of the page does.
pub(crate) async fn send(case: CaseRecord, posted: Posted) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let raw = Raw::from_pairs(posted.pairs());
    let new_id = || case.state.app().new_id();
    let mut writing = Writing::from(raw, new_id);
    writing.take_over_lines(&case).await?;
    move_typed_words(&mut writing, &desk);
    let raw = writing.raw.clone();
    if let Ok(at) = raw.one("change").parse::<usize>() {
        if let Some(line) = writing.lines.get(at).cloned() {
            for kind in KINDS {
                line::take_out(&mut writing.raw, kind);
            }
            writing.kind = line.kind;
            line::put(&mut writing.raw, line.kind, &line.raw);
            writing.raw.set("editing", line.id.to_string());
        }
        return keep(&desk, writing).await;
    }
    if let Ok(at) = raw.one("remove").parse::<usize>() {
        writing.remove(at);
        return keep(&desk, writing).await;
    }
    if let Some((kind, line)) = advice::begin(raw.one("ask"), desk.tools()) {
        writing.kind = kind;
        writing.begin_next(&desk);
        for (name, values) in line.iter() {
            writing.raw.remove(&format!("{}-{name}", kind.code()));
            for value in values {
                writing.raw.push(format!("{}-{name}", kind.code()), value.as_str());
            }
        }
        return keep(&desk, writing).await;
    }
    let adds = matches!(raw.one("do"), "add" | "record") && writing.has_line();
    if adds && let Err(faults) = writing.add(&desk, EntryId(new_id())) {
        save(&desk, &mut writing).await;
        return answer(&desk, &writing, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, &[], false);
    }
    match raw.one("do") {
        "record" => record(&case, &desk, writing).await,
        "later" => {
            draft::save(&case, writing.draft, writing.version + 1, &here(&desk), &writing.fields()).await?;
            Ok(see_other(&base(case.case)))
        }
        _ => keep(&desk, writing).await,
    }
}

/// Without script, the kind of a line can be chosen after its words were typed under another: the words move along.
fn move_typed_words(writing: &mut Writing, desk: &Desk<'_>) {
    let Some(shown) = Kind::from_code(writing.raw.one("shown")).filter(|kind| *kind != writing.kind) else {
        return;
    };
    if writing.has_line() {
        return;
    }
    let words = writing.raw.one(&format!("{}-{}", shown.code(), Line::statement(shown))).to_owned();
    let editing = writing.raw.one("editing").to_owned();
    writing.begin_next(desk);
    writing.raw.set(format!("{}-{}", writing.kind.code(), Line::statement(writing.kind)), words);
    writing.raw.set("editing", editing);
    // The questions of the chosen kind come first; the line is added with the next press.
    writing.raw.set("do", "show");
}

fn here(desk: &Desk<'_>) -> String {
    format!("{}/visit", base(desk.read.case))
}

/// Saves the draft and shows the page again, by an address that can be loaded again. Where the draft cannot be saved the
/// page itself comes back with everything in it.
async fn keep(desk: &Desk<'_>, mut writing: Writing) -> Result<Response, Fail> {
    if save(desk, &mut writing).await {
        return Ok(see_other(&format!("{}?draft={}", here(desk), writing.draft)));
    }
    answer(desk, &writing, StatusCode::OK, None, &[], &[], true)
}

/// Saves the draft. A newer version from another window is not overwritten unseen: this page then says so.
async fn save(desk: &Desk<'_>, writing: &mut Writing) -> bool {
    match draft::save(desk.read, writing.draft, writing.version + 1, &here(desk), &writing.fields()).await {
        Ok(version) => {
            writing.version = version;
            true
        }
        Err(_) => false,
    }
}

fn answer(
    desk: &Desk<'_>,
    writing: &Writing,
    status: StatusCode,
    found: Option<&Found>,
    faults: &[Fault],
    line_faults: &[(usize, Fault)],
    unsaved: bool,
) -> Result<Response, Fail> {
    let shown = Shown {
        raw: &writing.raw,
        lines: &writing.lines,
        kind: writing.kind,
        visit: writing.visit,
        draft: writing.draft,
        version: writing.version,
        found,
        faults,
        line_faults,
        unsaved,
        unfinished: &writing.unfinished,
    };
    html_with(status, &visit_page(desk, &shown))
}

/// Records the visit and all its lines in one step.
async fn record(case: &CaseRecord, desk: &Desk<'_>, mut writing: Writing) -> Result<Response, Fail> {
    let Read { drafts, order, faults, line_faults } = drafts(desk, &writing);
    if !faults.is_empty() || !line_faults.is_empty() {
        save(desk, &mut writing).await;
        return answer(desk, &writing, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, &line_faults, false);
    }
    match case.state.app().record(&case.record, drafts, Some(DraftKey(writing.draft))).await {
        Ok(_) => Ok(see_other(&format!("{}/notes?done=recorded#{}", base(case.case), anchor(writing.visit)))),
        Err(error) => {
            let (mut faults, mut line_faults) = (Vec::new(), Vec::new());
            for (at, fault) in refused::by_draft(error, desk.words(), &case.state.config().zone)? {
                match at.checked_sub(1).and_then(|at| order.get(at)) {
                    Some(line) => line_faults.push((*line, fault)),
                    None => faults.push(fault),
                }
            }
            save(desk, &mut writing).await;
            answer(desk, &writing, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, &line_faults, false)
        }
    }
}

/// A visit, read.
struct Read {
    /// The visit, then its lines.
    drafts: Vec<Draft>,
    /// Which line each draft after the first is.
    order: Vec<usize>,
    /// What is wrong with the sitting.
    faults: Vec<Fault>,
    /// What is wrong with lines, by their place.
    line_faults: Vec<(usize, Fault)>,
}

/// The visit and its lines as entries that share the occasion. Behaviours come first, so that a line can link to a
/// behaviour that was added after it.
fn drafts(desk: &Desk<'_>, writing: &Writing) -> Read {
    let sitting = sitting::only(&writing.raw);
    let scene = scene_with(&desk.scene, &writing.lines);
    let tools = Tools { scene: &scene, ..desk.tools() };
    let kept = Kept { occasion: Some(OccasionId(writing.visit.0)), ..Kept::default() };
    let mut read = Read { drafts: Vec::new(), order: Vec::new(), faults: Vec::new(), line_faults: Vec::new() };
    match sitting::read(&sitting, writing.visit, tools) {
        Ok(content) => read.drafts.push(Draft { id: writing.visit, intent: Intent::Record(Box::new(content)) }),
        Err(found) => {
            read.faults = found;
            return read;
        }
    }
    let mut lines: Vec<(usize, &Line)> = writing.lines.iter().enumerate().collect();
    lines.sort_by_key(|(_, line)| line.kind != Kind::Behaviour);
    for (at, line) in lines {
        match line.content(&sitting, tools, &kept) {
            Ok(content) => {
                read.drafts.push(Draft { id: line.id, intent: Intent::Record(Box::new(content)) });
                read.order.push(at);
            }
            Err(found) => read.line_faults.extend(found.into_iter().map(|fault| (at, fault))),
        }
    }
    read
}
