//! Certificates of cases that were erased: a page, to print, and as data.

use crate::extract::SignedIn;
use crate::page::{Page, html};
use crate::problem::Fail;
use app::Certificate;
use askama::Template;
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

#[derive(Template)]
#[template(path = "keeping/erased.html")]
struct ErasedPage {
    page: Page,
    certificates: Vec<CertificateWords>,
    json: String,
}

/// One certificate in words.
struct CertificateWords {
    case: String,
    rows: Vec<(String, String)>,
    until: String,
    is_final: bool,
}

/// All that this person may see, or the one that the query names.
async fn found(signed: &SignedIn) -> Result<Vec<Certificate>, Fail> {
    let wanted = signed.query("case");
    let mut found = signed.state.app().certificates(signed.subject()).await?;
    found.retain(|certificate| wanted.is_empty() || certificate.case.to_string() == wanted);
    Ok(found)
}

/// GET /erased
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let found = found(&signed).await?;
    let wanted = signed.query("case");
    let json = match found.as_slice() {
        [one] if !wanted.is_empty() => format!("/erased/json?case={}", one.case),
        _ => "/erased/json".to_owned(),
    };
    let certificates = found.iter().map(|certificate| words(&signed, certificate)).collect();
    html(&ErasedPage { page: signed.page(signed.words().say("keeping-erased-title")), certificates, json })
}

/// GET /erased/json
pub(crate) async fn json(signed: SignedIn) -> Result<Response, Fail> {
    let now = signed.state.app().now();
    let found = found(&signed).await?;
    let certificates: Vec<_> = found
        .iter()
        .map(|certificate| json!({"certificate": certificate, "readable_in_backups": !certificate.is_final(now)}))
        .collect();
    let named = [(header::CONTENT_DISPOSITION, "attachment; filename=\"erased.json\"")];
    Ok((named, Json(json!({"format": "holdfast-erased/1", "as_of": now, "erased": certificates}))).into_response())
}

fn words(signed: &SignedIn, certificate: &Certificate) -> CertificateWords {
    let (words, zone) = (signed.words(), &signed.state.config().zone);
    let moment = |at| words.moment(at, zone);
    let by = |who: &str, at| {
        let when = moment(at);
        words.say_with("keeping-certificate-by-when", &[("who", who.into()), ("when", when.as_str().into())])
    };
    let counts = certificate.counts;
    let counted = words.say_with(
        "keeping-certificate-counts",
        &[
            ("entries", counts.entries.into()),
            ("revisions", counts.revisions.into()),
            ("people", counts.people.into()),
            ("files", counts.files.into()),
        ],
    );
    let mut rows = vec![("case", certificate.case.to_string())];
    rows.extend(certificate.reference.as_ref().map(|reference| ("reference", reference.to_string())));
    rows.extend([
        ("opened", moment(certificate.opened_at)),
        ("what", counted),
        ("asked", by(certificate.asked.author.name.as_str(), certificate.asked.at)),
        ("why", certificate.asked.reason.to_string()),
        ("decided", by(certificate.decided_by.name.as_str(), certificate.erased_at)),
        ("erased", moment(certificate.erased_at)),
        ("until", moment(certificate.unreadable_from)),
    ]);
    let is_final = certificate.is_final(signed.state.app().now());
    let key = if is_final { "keeping-certificate-gone" } else { "keeping-certificate-not-yet" };
    let (when, days) = (moment(certificate.unreadable_from), i64::from(certificate.keys_kept_days));
    CertificateWords {
        case: certificate.case.to_string(),
        rows: rows
            .into_iter()
            .map(|(name, says)| (words.say(&format!("keeping-certificate-{name}")), says))
            .collect(),
        until: words.say_with(key, &[("when", when.as_str().into()), ("days", days.into())]),
        is_final,
    }
}
