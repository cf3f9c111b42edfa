//! The note editor: the form of a note with its findings beside it. With script it saves and checks while one types;
//! without, the same buttons are submits that bring the page back.

use super::acts::{self, Acted};
use super::marked::Piece;
use super::panel::{Maker, Panel};
use super::take;
use crate::extract::{CaseRead, CaseRecord};
use crate::fields::FaultLine;
use crate::forms::add::EntryForm;
use crate::forms::desk::Desk;
use crate::forms::draft::{self, DraftWords};
use crate::forms::field::{Field, Section};
use crate::forms::raw::Raw;
use crate::page::{Page, html_with, see_other};
use crate::pages::frame::{CaseFrame, base};
use crate::problem::Fail;
use app::{CheckedText, Problem};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::Kind;
use uuid::Uuid;

/// The field of the note that is checked.
pub(crate) const TEXT: &str = "text";

/// The page.
#[derive(Debug, Template)]
#[template(path = "wording/note.html")]
struct NoteForm {
    page: Page,
    frame: CaseFrame,
    heading: String,
    lede: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    before: Vec<Field>,
    text: Field,
    after: Vec<Section>,
    faults: Vec<FaultLine>,
    draft: DraftWords,
    primary: String,
    back: String,
    panel: Panel,
    said: String,
}

/// The list of what was found in a text of this case, as the page shows it.
async fn panel(read: &CaseRead, raw: &Raw, acted: &Acted) -> Result<Panel, Fail> {
    let text = acts::typed(raw, TEXT);
    let checked = check(read, &text).await?;
    let maker = Maker { words: read.words(), case: Some(read.case), acts: true };
    Ok(maker.panel_of(raw, &text, &checked, acted))
}

async fn check(read: &CaseRead, text: &str) -> Result<CheckedText, Problem> {
    let app = read.state.app();
    let allowed = app.allow_read(read.subject(), read.case, read.session.purpose).await?;
    Ok(app.wording(&allowed, vec![text.to_owned()]).await?.pop().unwrap_or_default())
}

/// Answers the form of a note with its findings beside it.
pub(crate) async fn answer(
    read: &CaseRead,
    form: EntryForm,
    raw: &Raw,
    acted: &Acted,
    status: StatusCode,
) -> Result<Response, Fail> {
    let panel = panel(read, raw, acted).await?;
    let mut sections = form.sections;
    let mut before = Vec::new();
    let mut text = None;
    let mut rest = Vec::new();
    if !sections.is_empty() {
        for field in sections.remove(0).rows.into_iter().flat_map(|row| row.fields) {
            match (field.name == TEXT, text.is_some()) {
                (true, _) => text = Some(field),
                (false, true) => rest.push(field),
                (false, false) => before.push(field),
            }
        }
    }
    let mut after = vec![Section::plain(rest)];
    after.extend(sections);
    let said = match acted {
        Acted::Nothing => String::new(),
        Acted::Said(_) => panel.said.clone(),
        Acted::NeedsReason(_) => read.words().say("wording-needs-reason"),
    };
    let page = NoteForm {
        page: form.page,
        frame: form.frame,
        heading: form.heading,
        lede: form.lede,
        action: form.action,
        hidden: form.hidden,
        before,
        text: text.ok_or_else(Problem::not_found)?,
        after,
        faults: form.faults,
        draft: form.draft,
        primary: form.primary,
        back: form.back,
        panel,
        said,
    };
    html_with(status, &page)
}

/// What a button of the panel leads to.
pub(crate) enum Pressed {
    /// None was pressed.
    No,
    /// Somewhere else.
    Away(Response),
    /// Back to the page, with the fields as they are now and the version of the saved draft.
    Stay(Raw, Acted, u64),
}

/// Does what a button of the panel says. The draft is saved before anything else is done.
pub(crate) async fn pressed(
    case: &CaseRecord,
    key: Uuid,
    version: u64,
    address: &str,
    raw: &Raw,
) -> Result<Pressed, Fail> {
    let buttons = ["keep", "notrelevant", "unkeep", "aside", "insert", "take", "ask", "check"];
    if !buttons.iter().any(|name| raw.has(name)) {
        return Ok(Pressed::No);
    }
    let mut raw = raw.clone();
    let (take, ask) = (raw.one("take").to_owned(), raw.one("ask").to_owned());
    let checked = check(case, &acts::typed(&raw, TEXT)).await?;
    let checking = raw.has("check");
    let acted = match acts::act(&mut raw, TEXT, &checked) {
        Acted::Nothing if checking => Acted::Said("wording-did-check"),
        acted => acted,
    };
    let version = draft::save(case, key, version.saturating_add(1), address, &raw).await?;
    let to = |kind: Kind, what: &str, which: &str| {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("from", &key.to_string())
            .append_pair(what, which)
            .append_pair("then", &format!("note:{key}"))
            .finish();
        see_other(&format!("{}/new/{}?{query}", base(case.case), kind.code()))
    };
    if let Some(suggested) = checked.suggestion(&take) {
        return Ok(Pressed::Away(to(take::kind(&suggested), "take", &take)));
    }
    if !ask.is_empty() {
        return Ok(Pressed::Away(to(Kind::Unknown, "ask", &ask)));
    }
    Ok(Pressed::Stay(raw, acted, version))
}

/// What a link from a suggestion knows already: the fields of the form that it opens. `from` is the draft of a note that
/// is being written, or a finished note.
pub(crate) async fn fields(case: &CaseRecord, desk: &Desk<'_>) -> Result<Option<Raw>, Fail> {
    let (take, ask) = (case.query("take"), case.query("ask"));
    let Ok(from) = case.query("from").parse::<Uuid>() else { return Ok(None) };
    if take.is_empty() && ask.is_empty() {
        return Ok(None);
    }
    let note = case.projection.get(EntryId(from));
    let (checked, draft) = match note {
        Some(note) => {
            (case.state.app().wording_of_note(&case.projection, note.id).await?.as_deref().cloned(), None)
        }
        None => match draft::load(case, from).await? {
            Some(found) => (Some(check(case, &acts::typed(&found.raw, TEXT)).await?), Some(found.raw)),
            None => (None, None),
        },
    };
    let Some(checked) = checked else { return Ok(None) };
    if !ask.is_empty() {
        return Ok(asked(&checked, &ask, desk));
    }
    let Some(suggested) = checked.suggestion(&take) else { return Ok(None) };
    let origin = match (note, &draft) {
        (Some(note), _) => take::Origin::Note(note, case.subject().account()),
        (None, Some(draft)) => take::Origin::Draft(draft),
        (None, None) => return Ok(None),
    };
    Ok(Some(take::fields(&suggested, origin, desk.tools())))
}

/// The question of a finding about harm that nobody does.
fn asked(checked: &CheckedText, key: &str, desk: &Desk<'_>) -> Option<Raw> {
    let at = checked.keys().iter().position(|known| known == key)?;
    let finding = checked.checked.findings.get(at)?;
    let question = checked.checked.questions.iter().find(|question| question.sentence == finding.sentence)?;
    let people: Vec<EntryId> = question.people.iter().filter_map(|person| person.id).collect();
    Some(take::question(&question.ask, &finding.quote, &people, desk.tools()))
}

/// Counts the rules that spoke in a note that was just finished. That it could not be counted is nobody's loss.
pub(crate) async fn count(case: &CaseRecord, raw: &Raw) {
    let Ok(checked) = check(case, &acts::typed(raw, TEXT)).await else { return };
    let rules: Vec<String> = checked.checked.findings.into_iter().map(|finding| finding.rule).collect();
    if let Err(problem) = case.state.app().wording_count(&rules).await {
        tracing::warn!(problem = problem.for_log(), "findings were not counted");
    }
}

/// What the marked copy shows: nothing where nothing is marked.
impl NoteForm {
    fn marked(&self) -> &[Piece] {
        &self.panel.marked
    }
}
