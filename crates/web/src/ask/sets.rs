//! The sets of questions of the agency, and bringing one in as an XLSForm. What is wrong with a file is named by sheet and row;
//! nothing of a file with faults is kept.

use crate::extract::{Posted, SignedIn};
use crate::page::{Page, html, html_with, see_other};
use crate::problem::Fail;
use crate::upload::{Broken, Slot, closing};
use app::ProblemKind;
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::Response;
use intake::{Limits, Wanted, read_xlsform};
use practice::instrument::ForWhom;

/// The most bytes of a file of questions: far more than any has.
const MOST: usize = 5_000_000;

#[derive(Debug)]
struct SetLine {
    title: String,
    whom: String,
    version: String,
    licence: String,
    language: String,
}

#[derive(Debug)]
struct WhomChoice {
    code: &'static str,
    words: String,
}

#[derive(Debug, Template)]
#[template(path = "ask/sets.html")]
struct SetsPage {
    page: Page,
    title: String,
    sets: Vec<SetLine>,
    whom: Vec<WhomChoice>,
    may: bool,
    faults: Vec<String>,
}

/// Who may bring questions in: a supervisor or an administrator; `app` decides, and the page says so before.
fn may(signed: &SignedIn) -> bool {
    use practice::permission::AccountRole::{Administrator, Supervisor};
    signed.subject().roles().iter().any(|role| matches!(role, Supervisor | Administrator))
}

async fn shown(signed: &SignedIn, faults: Vec<String>) -> Result<SetsPage, Fail> {
    let words = signed.words();
    let language = words.locale();
    let sets = signed.state.app().instruments().await?;
    let title = words.say("sets-title");
    let page = signed.page(title.clone());
    let line = |set: &practice::instrument::Instrument| SetLine {
        title: set.title.in_words(language),
        whom: words.say(&format!("interview-for-{}", set.for_whom.code())),
        version: words.say_with("sets-version", &[("version", set.version.to_string().into())]),
        licence: set.licence.clone().unwrap_or_default(),
        language: set.title.of(language).1.to_owned(),
    };
    let whom = |whom: ForWhom| WhomChoice {
        code: whom.code(),
        words: words.say(&format!("interview-for-{}", whom.code())),
    };
    let all = [ForWhom::Survivor, ForWhom::Perpetrator, ForWhom::EachAdult, ForWhom::Child, ForWhom::Team];
    Ok(SetsPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        title,
        sets: sets.all().map(line).collect(),
        whom: all.into_iter().map(whom).collect(),
        may: may(signed),
        faults,
    })
}

/// GET /instruments
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    html(&shown(&signed, Vec::new()).await?)
}

/// POST /instruments
pub(crate) async fn send(
    signed: SignedIn,
    posted: Posted,
    Extension(slot): Extension<Slot>,
) -> Result<Response, Fail> {
    let words = signed.words().clone();
    let refuse = async |status: StatusCode, faults: Vec<String>| {
        html_with(status, &shown(&signed, faults).await?).map(closing)
    };
    let upload = slot.take();
    let named = upload.as_ref().is_some_and(|upload| upload.name().is_some());
    let (Some(mut upload), true) = (upload, named) else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, vec![words.say("attached-no-file")]).await;
    };
    if !may(&signed) {
        upload.linger();
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, vec![words.say("sets-who-may")]).await;
    }
    let mut bytes: Vec<u8> = Vec::new();
    let whole = loop {
        match upload.next().await {
            Ok(None) => break Ok(()),
            Ok(Some(more)) => {
                bytes.extend_from_slice(&more);
                if bytes.len() > MOST {
                    break Err(Broken::TooLarge);
                }
            }
            Err(broken) => break Err(broken),
        }
    };
    if let Err(broken) = whole {
        upload.linger();
        let most = (MOST / 1_000_000).to_string();
        let (status, why) = match broken {
            Broken::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, words.say_with("import-fault-too-large", &[("most", most.into())]))
            }
            Broken::Off => (StatusCode::BAD_REQUEST, words.say("import-broke-off")),
        };
        return refuse(status, vec![why]).await;
    }
    let all = [ForWhom::Survivor, ForWhom::Perpetrator, ForWhom::EachAdult, ForWhom::Child, ForWhom::Team];
    let for_whom = all.into_iter().find(|whom| whom.code() == posted.one("whom"));
    let wanted = Wanted { for_whom, label: None };
    let read = tokio::task::spawn_blocking(move || read_xlsform(&bytes, &wanted, &Limits::USUAL)).await;
    let brought = match read {
        Ok(Ok(brought)) => brought,
        Ok(Err(faults)) => {
            let faults = faults.iter().take(100).map(|fault| fault.say(&words)).collect();
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, faults).await;
        }
        Err(_) => {
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, vec![words.say("import-fault-broken-workbook")]).await;
        }
    };
    match signed.state.app().bring_instrument(signed.subject(), brought.instrument, &brought.file_hash).await {
        Ok(_) => Ok(see_other("/instruments?done=brought-in")),
        Err(problem) if problem.kind() == ProblemKind::Refused => {
            refuse(StatusCode::UNPROCESSABLE_ENTITY, vec![words.say("sets-code-is-ours")]).await
        }
        Err(problem) => Err(problem.into()),
    }
}
