//! Drafts: a half-written form, kept on the server as it was typed, unvalidated. Nothing of it stays on the device.
//!
//! A form names its page in the address it saves to: `/drafts/KEY?page=/cases/…/new/behaviour`. What is kept is that
//! page and the fields; [`load`] gives them back to the form when it is opened with `?draft=KEY`.

use super::sign_in::local;
use crate::extract::{Ctx, Posted, SignedIn};
use crate::guard::{Whose, case_in};
use crate::page::see_other;
use crate::problem::Fail;
use crate::wording;
use app::{DraftKey, Problem, ProblemKind, Subject};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use practice::ids::CaseId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

/// What is kept of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Content {
    /// The path of its page, with the query.
    pub(crate) page: String,
    /// The fields as they were typed, in their order.
    pub(crate) fields: Vec<(String, String)>,
}

/// A draft, given back to its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Restored {
    /// Its version: what `data-version` of `<draft-form>` says.
    pub(crate) version: u64,
    /// The clock time of the last save.
    pub(crate) saved_at: String,
    /// What was typed.
    pub(crate) content: Content,
}

/// Fields that belong to one showing of a form and are made anew with the next.
const PASSING: &[&str] = &["csrf", "draft_version"];

/// POST /drafts/{key}?page=
pub(crate) async fn save(
    ctx: Ctx,
    left: Option<Extension<Whose>>,
    Path(key): Path<String>,
    posted: Posted,
) -> Result<Response, Fail> {
    let key = parse(&key).ok_or_else(Problem::not_found)?;
    let subject = match (&ctx.session, &left) {
        (Some(session), _) => session.subject(),
        (None, Some(Extension(whose))) => &whose.0,
        (None, None) => return Err(Problem::not_found().into()),
    };
    let page = local(&ctx.query("page"));
    let answered = wording::answer(&ctx, subject, case_of(&page), &posted).await;
    let (posted, found) = match answered {
        Some(answered) => {
            let mut fields = answered.fields;
            fields.push(("draft_version".to_owned(), posted.one("draft_version").to_owned()));
            (Posted(Arc::new(fields)), Some(answered.json))
        }
        None => (posted, None),
    };
    match put(&ctx, subject, key, &page, &posted).await {
        Ok((version, at)) => {
            let mut answer = json!({ "version": version, "saved_at": at });
            if let (Some(found), Some(answer)) = (found, answer.as_object_mut()) {
                answer.insert("wording".to_owned(), found);
            }
            Ok(Json(answer).into_response())
        }
        Err(problem) if problem.kind() == ProblemKind::Conflict => {
            let Some(stored) = ctx.state.app().draft_load(subject, key).await? else {
                // No newer draft: it was recorded, and this save came late.
                return Ok((StatusCode::GONE, Json(json!({ "recorded": true }))).into_response());
            };
            let (version, at) = (stored.version, clock(&ctx, stored.saved_at));
            Ok((StatusCode::CONFLICT, Json(json!({ "version": version, "saved_at": at }))).into_response())
        }
        Err(problem) => Err(problem.into()),
    }
}

/// POST /drafts/{key}/delete
pub(crate) async fn delete(signed: SignedIn, Path(key): Path<String>) -> Result<Response, Fail> {
    let key = parse(&key).ok_or_else(Problem::not_found)?;
    signed.state.app().draft_delete(signed.subject(), key).await?;
    Ok(see_other("/work?done=draft-deleted"))
}

async fn put(
    ctx: &Ctx,
    subject: &Subject,
    key: DraftKey,
    page: &str,
    posted: &Posted,
) -> Result<(u64, String), Problem> {
    let known: u64 = posted.one("draft_version").parse().unwrap_or(0);
    let fields = posted.pairs().into_iter().filter(|(name, _)| !PASSING.contains(&name.as_str())).collect();
    let content = Content { page: page.to_owned(), fields };
    // Strings only: it cannot fail to become JSON.
    let content = serde_json::to_vec(&content).unwrap_or_default();
    let saved = ctx.state.app().draft_save(subject, key, case_of(page), known.saturating_add(1), content).await?;
    Ok((saved.version, clock(ctx, saved.at)))
}

/// Keeps a form that came while nobody was signed in as a draft, and gives the address of its page.
pub(crate) async fn keep(ctx: &Ctx, page: &str, posted: &Posted) -> Option<String> {
    let session = ctx.session.as_ref()?;
    let key = parse(posted.one("draft"))?;
    let case = case_of(page);
    let app = ctx.state.app();
    let stored = app.draft_load(session.subject(), key).await.ok()?.map_or(0, |draft| draft.version);
    let fields = posted.pairs().into_iter().filter(|(name, _)| !PASSING.contains(&name.as_str())).collect();
    let content = serde_json::to_vec(&Content { page: page.to_owned(), fields }).ok()?;
    app.draft_save(session.subject(), key, case, stored.saturating_add(1), content).await.ok()?;
    Some(with_draft(page, key))
}

/// The draft of a form, if this person has one under the key. `?draft=` of a page.
pub(crate) async fn load(signed: &SignedIn, key: &str) -> Result<Option<Restored>, Fail> {
    let Some(key) = parse(key) else { return Ok(None) };
    let Some(draft) = signed.state.app().draft_load(signed.subject(), key).await? else { return Ok(None) };
    Ok(Some(Restored {
        version: draft.version,
        saved_at: clock(signed, draft.saved_at),
        content: read(&draft.content),
    }))
}

/// What is kept of a draft; empty where it cannot be read, which a draft of an older version may not.
pub(crate) fn read(content: &[u8]) -> Content {
    serde_json::from_slice(content).unwrap_or_default()
}

/// The page of a form, opened with its draft.
pub(crate) fn with_draft(page: &str, key: DraftKey) -> String {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "draft"));
    out.append_pair("draft", &key.0.to_string());
    format!("{path}?{}", out.finish())
}

/// Where a form of this page saves its draft: `data-draft-url`.
pub(crate) fn url(key: &str, page: &str) -> String {
    format!("/drafts/{key}?{}", form_urlencoded::Serializer::new(String::new()).append_pair("page", page).finish())
}

fn parse(key: &str) -> Option<DraftKey> {
    Uuid::parse_str(key).ok().map(DraftKey)
}

fn case_of(page: &str) -> Option<CaseId> {
    case_in(page.split('?').next().unwrap_or(page))
}

fn clock(ctx: &Ctx, at: jiff::Timestamp) -> String {
    ctx.words().moment_clock(at, &ctx.state.config().zone)
}
