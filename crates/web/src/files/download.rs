//! Hands a document out, piece by piece. Never shown inside a page of ours: always a download, under a name that says
//! nothing, in a sandbox of its own.

use crate::extract::CaseRead;
use crate::guard::Granted;
use crate::page::see_other;
use crate::pages::frame::entry_href;
use crate::problem::Fail;
use app::{App, FileHead, Problem, ending_of};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use practice::ids::EntryId;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Nothing in the file may run, load or draw anything.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

type Reading = Pin<Box<dyn Future<Output = Result<Vec<u8>, Problem>> + Send>>;

/// The pieces of a file, one after the other.
struct Pieces {
    app: App,
    head: FileHead,
    next: u32,
    hasher: blake3::Hasher,
    reading: Option<Reading>,
}

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.next >= this.head.pieces {
            return Poll::Ready(None);
        }
        let (app, head, n) = (this.app.clone(), this.head.clone(), this.next);
        let reading = this.reading.get_or_insert_with(|| Box::pin(async move { app.file_piece(&head, n).await }));
        let piece = match reading.as_mut().poll(cx) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(piece) => piece,
        };
        this.reading = None;
        this.next = this.next.saturating_add(1);
        let broken = |why: &str| {
            tracing::error!(what = why, "a document cannot be handed out");
            std::io::Error::other("the file is not what was stored")
        };
        let piece = match piece {
            Ok(piece) => piece,
            Err(problem) => {
                this.next = u32::MAX;
                return Poll::Ready(Some(Err(broken(problem.for_log()))));
            }
        };
        this.hasher.update(&piece);
        // The last piece is held back where the whole is not what was stored: nobody takes a part for the whole.
        if this.next == this.head.pieces && this.hasher.finalize() != blake3::Hash::from_bytes(this.head.file.hash)
        {
            return Poll::Ready(Some(Err(broken("the hash does not fit"))));
        }
        Poll::Ready(Some(Ok(Bytes::from(piece))))
    }
}

/// GET /cases/{case}/entries/{entry}/file
pub(crate) async fn file(
    case: CaseRead,
    Extension(granted): Extension<Granted>,
    Path((_, entry)): Path<(String, String)>,
) -> Result<Response, Fail> {
    let entry: EntryId = entry.parse().map_err(|_| Problem::not_found())?;
    let Granted::Read(allowed) = granted else { return Err(Problem::not_found().into()) };
    let app = case.state.app();
    case.projection.get(entry).ok_or_else(Problem::not_found)?;
    // An entry without a file, or whose file is not here: the entry says so.
    let Some((file, head)) = app.file_of(&allowed, &case.projection, entry).await? else {
        return Ok(see_other(&entry_href(case.case, entry)));
    };
    let size = head.file.size;
    let media = match ending_of(file.media_type.as_str()) {
        "bin" => "application/octet-stream",
        _ => file.media_type.as_str(),
    };
    let id = entry.to_string();
    let name =
        format!("document-{}.{}", id.get(id.len().saturating_sub(6)..).unwrap_or_default(), ending_of(media));
    let pieces = Pieces { app: app.clone(), head, next: 0, hasher: blake3::Hasher::new(), reading: None };
    let value = |text: &str| HeaderValue::from_str(text).map_err(|_| Fail::from(Problem::not_found()));
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(media)?);
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    headers.insert(header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    Ok(response)
}
