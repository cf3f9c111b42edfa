//! How somebody wants the pages: language, titles of windows, the PIN that brings a hidden screen back.

use crate::extract::{Posted, SignedIn};
use crate::fields::{FaultLine, Faults, Maker};
use crate::forms::field::Field;
use crate::page::{Page, html, html_with, see_other};
use crate::problem::Fail;
use app::{Preferences, ProblemKind};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    faults: Vec<FaultLine>,
    /// Empty where the words of this server are fixed.
    languages: Option<Field>,
    titles: Field,
    pin: Field,
    pin_is_set: bool,
}

/// GET /settings
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    html(&shown(&signed, &Faults::default()).await?)
}

/// POST /settings
pub(crate) async fn send(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let chosen = posted.one("language");
    let known = signed.state.languages().iter().any(|(code, _)| *code == chosen);
    let preferences =
        Preferences { language: known.then(|| chosen.to_owned()), plain_titles: posted.one("titles") == "plain" };
    signed.state.app().preferences_set(signed.subject(), preferences).await?;
    Ok(see_other("/settings?done=settings-saved"))
}

/// POST /settings/pin
pub(crate) async fn send_pin(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let app = signed.state.app();
    let typed = posted.one("pin");
    let pin = if posted.one("remove").is_empty() { Some(typed.into()) } else { None };
    let removed = pin.is_none();
    match app.pin_set(signed.subject(), pin).await {
        Ok(()) if removed => Ok(see_other("/settings?done=pin-removed")),
        Ok(()) => Ok(see_other("/settings?done=pin-saved")),
        Err(problem) if problem.kind() == ProblemKind::Refused => {
            let mut faults = Faults::default();
            faults.add("pin", signed.words().say("settings-pin-wrong"));
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&signed, &faults).await?)
        }
        Err(problem) => Err(problem.into()),
    }
}

async fn shown(signed: &SignedIn, faults: &Faults) -> Result<SettingsPage, Fail> {
    let words = signed.words();
    let make = Maker { words, form: "settings", faults };
    let chosen = signed.session.language.clone().unwrap_or_default();
    let mut choices = vec![("", words.say("settings-language-of-place"))];
    choices.extend(signed.state.languages().iter().map(|(code, name)| (*code, (*name).to_owned())));
    let titles = if signed.session.plain_titles { "plain" } else { "" };
    let pin = Field { autocomplete: "off", ..make.line("pin", "", "off") };
    let page = signed.page(words.say("settings-title"));
    Ok(SettingsPage {
        faults: faults.lines(&[&pin]),
        page: if faults.is_empty() { page } else { page.with_errors() },
        languages: (choices.len() > 1).then(|| make.radios("language", &chosen, choices)),
        titles: make.radios(
            "titles",
            titles,
            vec![("", words.say("settings-titles-say")), ("plain", words.say("settings-titles-plain"))],
        ),
        pin,
        pin_is_set: signed.state.app().pin_is_set(signed.subject()).await?,
    })
}
