//! For whoever watches the server: whether saving works. Says nothing else.

use crate::extract::Ctx;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use store::Health;

/// GET /health
pub(crate) async fn health(ctx: Ctx) -> Response {
    match ctx.state.app().health() {
        Health::Ok => "ok\n".into_response(),
        Health::Failing { .. } => (StatusCode::SERVICE_UNAVAILABLE, "saving fails\n").into_response(),
    }
}
