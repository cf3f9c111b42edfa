//! Our two cookies: the session, and what a form needs before there is one.

use crate::state::WebConfig;
use axum::http::{HeaderMap, HeaderValue, header};

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// The token of the session.
    Session,
    /// The token of forms that are sent before anybody is signed in.
    Before,
    /// In the demo: somebody left, so that the demo does not sign in again by itself.
    Left,
}

impl Cookie {
    fn name(self, config: &WebConfig) -> String {
        let name = match self {
            Self::Session => "holdfast",
            Self::Before => "holdfast-before",
            Self::Left => "holdfast-left",
        };
        // The prefix makes browsers refuse the cookie from a subdomain or over plain HTTP.
        if config.behind_tls { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// Its value in a request.
    pub(crate) fn read(self, headers: &HeaderMap, config: &WebConfig) -> Option<String> {
        let name = self.name(config);
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, value)| *key == name && !value.is_empty())
            .map(|(_, value)| value.to_owned())
    }

    /// The header that sets it until the browser is closed.
    ///
    /// `Lax`, not `Strict`: a link to a case in a message from a colleague must not look signed out, and no page changes
    /// anything on GET. The token and the origin check stand behind it.
    pub(crate) fn set(self, config: &WebConfig, value: &str) -> Option<HeaderValue> {
        self.header(config, value, "")
    }

    /// The header that takes it away.
    pub(crate) fn clear(self, config: &WebConfig) -> Option<HeaderValue> {
        self.header(config, "", "; Max-Age=0")
    }

    fn header(self, config: &WebConfig, value: &str, rest: &str) -> Option<HeaderValue> {
        let secure = if config.behind_tls { "; Secure" } else { "" };
        let name = self.name(config);
        HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{rest}")).ok()
    }
}

/// Adds a cookie header to an answer.
pub(crate) fn add(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
}
