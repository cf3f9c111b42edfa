//! Attaching a document: what it is, and the file. The words are kept as a draft where the file cannot be.

use crate::extract::{CaseRecord, Posted};
use crate::fields::FaultLine;
use crate::forms::attaching::{self, Attach};
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, entry_href};
use crate::problem::Fail;
use crate::upload::{Broken, Slot, Upload, closing};
use app::DraftKey;
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::EntryId;
use uuid::Uuid;

/// The form.
#[derive(Debug, Template)]
#[template(path = "files/attach.html")]
pub(crate) struct AttachPage {
    pub(crate) page: Page,
    pub(crate) frame: CaseFrame,
    pub(crate) form: Attach,
    pub(crate) faults: Vec<FaultLine>,
    /// What is wrong with the file; may be empty.
    pub(crate) file_error: String,
    /// "At most 50 MB."
    pub(crate) most: String,
}

/// GET /cases/{case}/attach
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let form = attaching::blank(&case).await?;
    html(&shown(&case, form, String::new()))
}

fn shown(case: &CaseRecord, form: Attach, file_error: String) -> AttachPage {
    let words = case.words();
    let mut faults = form.faults.clone();
    if !file_error.is_empty() {
        faults.push(FaultLine { href: "#file".to_owned(), words: file_error.clone() });
    }
    let page = case.page(words.say("form-document-title-page"));
    let largest = case.state.config().largest_file;
    AttachPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: form.frame.clone(),
        most: words.say_with("attached-most", &[("size", words.file_size(largest).into())]),
        form,
        faults,
        file_error,
    }
}

/// POST /cases/{case}/attach
pub(crate) async fn send(
    case: CaseRecord,
    posted: Posted,
    Extension(slot): Extension<Slot>,
) -> Result<Response, Fail> {
    let words = case.words().clone();
    let form = attaching::read(&case, &posted);
    let again =
        |form: Attach, why: String, status: StatusCode| html_with(status, &shown(&case, form, why)).map(closing);
    let upload = slot.take();
    let name = upload.as_ref().and_then(Upload::name);
    if !form.faults.is_empty() {
        // The file goes on coming for a while; nothing of it is kept.
        upload.into_iter().for_each(Upload::linger);
        let why = name.map(|_| words.say("attached-choose-again")).unwrap_or_default();
        return again(form, why, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (Some(mut upload), Some(name)) = (upload, name) else {
        return again(form, words.say("attached-no-file"), StatusCode::UNPROCESSABLE_ENTITY);
    };
    let app = case.state.app();
    let mut incoming = app.attach(&case.record, form.sealed).await?;
    let whole = loop {
        match upload.next().await {
            Ok(None) => break Ok(()),
            Ok(Some(bytes)) => {
                incoming.write(&bytes).await?;
                if incoming.size() > upload.most {
                    break Err(Broken::TooLarge);
                }
            }
            Err(broken) => break Err(broken),
        }
    };
    if let Err(broken) = whole {
        incoming.abandon().await;
        let most = upload.most;
        upload.linger();
        let (key, status) = match broken {
            Broken::TooLarge => ("attached-too-large", StatusCode::PAYLOAD_TOO_LARGE),
            Broken::Off => ("attached-broke-off", StatusCode::BAD_REQUEST),
        };
        let why = words.say_with(key, &[("size", words.file_size(most).into())]);
        return again(form, why, status);
    }
    let attached = match app.attached(incoming, &name).await? {
        Ok(attached) => attached,
        Err(told) => {
            let why = words.say(&format!("attached-refused-{}", told.code()));
            return again(form, why, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let entry = form.entry;
    let drafts = form.drafts(&case, attached.file.clone())?;
    match app.record_document(&case.record, drafts, attached.file.blake3, Some(DraftKey(entry.0))).await {
        Ok(_) => {
            let told: Vec<&str> = attached.told.iter().map(|told| told.code()).collect();
            let told = if told.is_empty() { String::new() } else { format!("&told={}", told.join(",")) };
            Ok(see_other(&format!("{}?done=recorded{told}", entry_href(case.case, entry))))
        }
        Err(error) => {
            let form = attaching::refused(&case, form, error)?;
            again(form, words.say("attached-choose-again"), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// The entry that a form stands for.
pub(crate) fn entry_of(case: &CaseRecord, typed: &str) -> EntryId {
    typed.parse().unwrap_or_else(|_| EntryId(case.state.app().new_id()))
}

/// The key of a draft in the address.
pub(crate) fn key_of(typed: &str) -> Option<Uuid> {
    typed.parse().ok()
}
