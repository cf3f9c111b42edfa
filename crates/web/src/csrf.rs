//! Whether a request that changes something comes from one of our own pages: by its token and by its origin.

use axum::http::{HeaderMap, header};
use subtle::ConstantTimeEq as _;

/// The field of every form, and the header of a script that sends no form.
pub(crate) const FIELD: &str = "csrf";

/// What the browser says about where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From one of our own pages.
    Ours,
    /// From somewhere else.
    Foreign,
    /// It says nothing: an old browser, or a program. The token alone decides.
    Silent,
}

/// Reads `Origin` and `Sec-Fetch-Site`.
pub(crate) fn origin(headers: &HeaderMap) -> Origin {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(origin) = headers.get(header::ORIGIN) {
        let ours = origin.to_str().ok().and_then(|origin| {
            let (scheme, authority) = origin.split_once("://")?;
            let host = text(header::HOST)?;
            Some(matches!(scheme, "http" | "https") && authority.eq_ignore_ascii_case(host))
        });
        return if ours == Some(true) { Origin::Ours } else { Origin::Foreign };
    }
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin") => Origin::Ours,
        Some(_) => Origin::Foreign,
        None => Origin::Silent,
    }
}

/// Whether the token that was sent is the expected one. Takes the same time wherever they differ.
pub(crate) fn token_fits(sent: &str, expected: &str) -> bool {
    !expected.is_empty() && bool::from(sent.as_bytes().ct_eq(expected.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_our_own_origin_is_ours() {
        let at = |origin| origin_of(&[("host", "cases.example:8080"), ("origin", origin)]);
        assert_eq!(at("http://cases.example:8080"), Origin::Ours);
        assert_eq!(at("http://cases.example"), Origin::Foreign);
        assert_eq!(at("http://cases.example:8080.evil.example"), Origin::Foreign);
        assert_eq!(at("null"), Origin::Foreign);
        assert_eq!(origin_of(&[("host", "a"), ("sec-fetch-site", "cross-site")]), Origin::Foreign);
        assert_eq!(origin_of(&[("host", "a"), ("sec-fetch-site", "same-origin")]), Origin::Ours);
        assert_eq!(origin_of(&[("host", "a")]), Origin::Silent);
    }

    fn origin_of(pairs: &[(&'static str, &'static str)]) -> Origin {
        origin(&headers(pairs))
    }

    #[test]
    fn an_empty_token_never_fits() {
        assert!(!token_fits("", ""));
        assert!(!token_fits("a", "b"));
        assert!(token_fits("a", "a"));
    }
}
