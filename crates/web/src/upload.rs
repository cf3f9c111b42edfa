//! Forms that carry a file. The small fields come first and are read like those of any form; the file after them is never
//! whole in memory, and what is too large is refused before it has come.

use crate::extract::{Ctx, Posted};
use crate::problem;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use multer::{Field, Multipart};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// The most bytes of all small fields together.
const SMALL: usize = 1_000_000;
/// The most small fields.
const FIELDS: usize = 400;
/// What a form may weigh besides its file.
const AROUND: u64 = 2_000_000;
/// How long what is still being sent is taken in and thrown away after a refusal, so that the answer can be read: a
/// connection that is cut in the middle of sending shows no page.
const LINGER: Duration = Duration::from_secs(120);

/// The body of a request as multer reads it.
struct Parts(axum::body::BodyDataStream);

impl futures_core::Stream for Parts {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

/// What is still to come of a form after its small fields.
pub(crate) struct Upload {
    multipart: Multipart<'static>,
    file: Option<Field<'static>>,
    /// The most bytes of a file.
    pub(crate) most: u64,
}

/// Why no more of a file came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The connection ended, or what came is no form.
    Off,
    /// It is larger than it may be.
    TooLarge,
}

impl Upload {
    /// The name of the file that comes next; none where no file was chosen.
    pub(crate) fn name(&self) -> Option<String> {
        let name = self.file.as_ref()?.file_name()?;
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// The next bytes of the file; none at its end.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, Broken> {
        let Some(file) = &mut self.file else { return Ok(None) };
        file.chunk().await.map_err(|_| Broken::Off)
    }

    /// Goes on to the next file of the form. False where there is none.
    pub(crate) async fn go_on(&mut self) -> Result<bool, Broken> {
        self.file = None;
        self.file = self.multipart.next_field().await.map_err(|_| Broken::Off)?;
        Ok(self.file.is_some())
    }

    /// Takes in what is still being sent and throws it away, so that the answer can be read.
    pub(crate) fn linger(mut self) {
        tokio::spawn(tokio::time::timeout(LINGER, async move {
            loop {
                while let Ok(Some(_)) = self.next().await {}
                if !matches!(self.go_on().await, Ok(true)) {
                    break;
                }
            }
        }));
    }
}

/// An upload on its way from the guard to the handler.
#[derive(Clone, Default)]
pub(crate) struct Slot(Arc<Mutex<Option<Upload>>>);

impl Slot {
    pub(crate) fn new(upload: Upload) -> Self {
        Self(Arc::new(Mutex::new(Some(upload))))
    }

    /// Takes it out. Only the first time there is one.
    pub(crate) fn take(&self) -> Option<Upload> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Whether a form was sent as one with files.
pub(crate) fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("multipart/form-data")
}

/// Reads the small fields of a form with a file, up to the file.
pub(crate) async fn begin(ctx: &Ctx, headers: &HeaderMap, body: Body) -> Result<(Posted, Upload), Box<Response>> {
    let most = ctx.state.config().largest_file;
    let stream = Parts(body.into_data_stream());
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > most.saturating_add(AROUND)) {
        linger_stream(stream);
        return Err(Box::new(closing(problem::file_too_large(ctx, most))));
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let Ok(boundary) = multer::parse_boundary(kind) else {
        linger_stream(stream);
        return Err(Box::new(closing(problem::not_a_form(ctx))));
    };
    let mut multipart = Multipart::new(stream, boundary);
    let (mut pairs, mut size) = (Vec::new(), 0_usize);
    loop {
        let field = match multipart.next_field().await {
            Ok(field) => field,
            Err(_) => return Err(Box::new(closing(problem::not_a_form(ctx)))),
        };
        let Some(mut field) = field else {
            return Ok((Posted(Arc::new(pairs)), Upload { multipart, file: None, most }));
        };
        if field.file_name().is_some() {
            return Ok((Posted(Arc::new(pairs)), Upload { multipart, file: Some(field), most }));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) => {
                    size = size.saturating_add(chunk.len());
                    value.extend_from_slice(&chunk);
                }
                Ok(None) => break,
                Err(_) => return Err(Box::new(closing(problem::not_a_form(ctx)))),
            }
            if size > SMALL {
                Upload { multipart, file: Some(field), most }.linger();
                return Err(Box::new(closing(problem::too_large(ctx))));
            }
        }
        pairs.push((name, String::from_utf8_lossy(&value).into_owned()));
        if pairs.len() > FIELDS {
            Upload { multipart, file: None, most }.linger();
            return Err(Box::new(closing(problem::too_large(ctx))));
        }
    }
}

fn linger_stream(mut stream: Parts) {
    tokio::spawn(tokio::time::timeout(LINGER, async move {
        while let Some(Ok(_)) =
            std::future::poll_fn(|cx| futures_core::Stream::poll_next(Pin::new(&mut stream), cx)).await
        {}
    }));
}

/// The connection ends with this answer: what was sent of the form is not the beginning of another request.
pub(crate) fn closing(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
