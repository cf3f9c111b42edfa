//! What every answer carries, whatever page it is; and the check of the name under which we were asked.

use crate::state::{WebConfig, WebState};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use std::sync::Arc;

/// The number used once that lets our own script run, and htmx attributes that stand in our own templates.
#[derive(Clone, Debug)]
pub(crate) struct Nonce(pub(crate) Arc<str>);

/// Gives each request its nonce and each answer its headers. Runs around everything, problem pages included.
pub(crate) async fn on_every_answer(State(state): State<WebState>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce(state.app().new_token().into());
    request.extensions_mut().insert(nonce.clone());
    // Whoever only asks whether the server lives may use any name; it learns nothing else.
    let named = request.uri().path() == "/health" || host_is_ours(request.headers(), state.config());
    let mut response = if named {
        next.run(request).await
    } else {
        let words = "Holdfast is not served under this name. Use the address it printed when it started, or add this \
                     name to the hosts in its configuration.\n";
        (StatusCode::MISDIRECTED_REQUEST, words).into_response()
    };
    dress(response.headers_mut(), &nonce, state.config());
    response
}

fn dress(headers: &mut HeaderMap, nonce: &Nonce, config: &WebConfig) {
    // No unsafe-*: scripts and styles come from our own files; no page of ours stands in a frame or sends a form away.
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{}'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
         trusted-types htmx holdfast",
        nonce.0
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        // A document that is handed out has a stricter one of its own: a sandbox.
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if config.behind_tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    // Assets say for themselves how long they keep. Everything else is never kept: Back after leaving shows nothing.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// The headers that never vary.
pub(crate) const FIXED: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // Other sites learn nothing. Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-robots-tag", "noindex, nofollow"),
];

/// Whether a request asks for us by a name of ours. A foreign name that leads here is an attack on the browser's idea of
/// where a page comes from (DNS rebinding).
fn host_is_ours(headers: &HeaderMap, config: &WebConfig) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else {
        return false;
    };
    if config.demo.is_some() || config.hosts.is_empty() {
        return is_loopback(host);
    }
    config.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host))
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(host: &'static str, config: &WebConfig) -> bool {
        let headers: HeaderMap = [(header::HOST, HeaderValue::from_static(host))].into_iter().collect();
        host_is_ours(&headers, config)
    }

    #[test]
    fn only_loopback_names_without_configuration() {
        let config = WebConfig::default();
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]"] {
            assert!(asked(host, &config), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "", "127.0.0.1:x"] {
            assert!(!asked(host, &config), "{host}");
        }
        assert!(!host_is_ours(&HeaderMap::new(), &config));
    }

    #[test]
    fn only_configured_names_with_it() {
        let config = WebConfig { hosts: vec!["cases.example".to_owned()], ..WebConfig::default() };
        assert!(asked("CASES.example", &config));
        assert!(!asked("localhost", &config));
    }
}
