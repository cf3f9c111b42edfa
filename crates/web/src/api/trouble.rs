//! What went wrong, as RFC 9457 says it: what, where, how to mend. The same bytes for a stranger as for a case that is not
//! there.

use crate::extract::Ctx;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// A problem.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ProblemJson {
    /// Always "about:blank": the status says what sort of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// What went wrong.
    title: String,
    /// The status of the answer.
    status: u16,
    /// Where: "path", "session", "query: as_of" or "server".
    #[serde(rename = "where")]
    place: &'static str,
    /// How to mend it.
    how: String,
}

/// Whether a request is for the JSON interface.
pub(crate) fn is_api(uri: &Uri) -> bool {
    uri.path().starts_with("/api/")
}

/// The answer for a status.
pub(crate) fn answer(ctx: &Ctx, status: StatusCode) -> Response {
    let (place, key) = match status {
        StatusCode::NOT_FOUND => ("path", "api-not-found"),
        StatusCode::UNAUTHORIZED => ("session", "api-signed-out"),
        StatusCode::SERVICE_UNAVAILABLE => ("server", "api-unavailable"),
        _ => ("server", "api-internal"),
    };
    problem(ctx, status, place, key)
}

/// A day that cannot be read.
pub(crate) fn day(ctx: &Ctx) -> Response {
    problem(ctx, StatusCode::BAD_REQUEST, "query: as_of", "api-day")
}

fn problem(ctx: &Ctx, status: StatusCode, place: &'static str, key: &str) -> Response {
    let problem = ProblemJson {
        kind: "about:blank",
        title: ctx.words().say(key),
        status: status.as_u16(),
        place,
        how: ctx.words().say_attribute(key, "how"),
    };
    let body = serde_json::to_string(&problem).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}
