//! The style sheet, the script and the icon, built in with their compressed twins. Their names carry a hash of what is in
//! them, so that browsers may keep them for good.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// One built-in file.
#[derive(Debug)]
pub(crate) struct Asset {
    name: &'static str,
    url: &'static str,
    plain: &'static [u8],
    br: &'static [u8],
    gz: &'static [u8],
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file: `url("app.css")`. Empty where there is no such file; a test asks for all that pages name.
pub(crate) fn url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.url)
}

/// GET /assets/{name}
pub(crate) async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(name.as_str())) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match asset.name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let wanted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |coding: &str| {
        wanted.split(',').any(|part| {
            let mut part = part.trim().split(';');
            part.next().is_some_and(|name| name.eq_ignore_ascii_case(coding)) && part.all(|q| q.trim() != "q=0")
        })
    };
    let (body, coding) = if takes("br") {
        (asset.br, Some("br"))
    } else if takes("gzip") {
        (asset.gz, Some("gzip"))
    } else {
        (asset.plain, None)
    };
    let mut response = body.into_response();
    let out = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, Some(kind)),
        (header::CONTENT_ENCODING, coding),
        (header::VARY, Some("accept-encoding")),
        (header::CACHE_CONTROL, Some("public, max-age=31536000, immutable")),
    ] {
        if let Some(value) = value {
            out.insert(name, header::HeaderValue::from_static(value));
        }
    }
    response
}
