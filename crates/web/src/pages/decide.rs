//! Decisions, mapping sessions and supervision of a case: told in words, on the template of the other told views.

use super::frame::{Tab, base, entry_href};
use super::lines::new_href;
use super::read::{id, say};
use super::told::{ActLink, shown};
use crate::extract::{CaseAllowed, CaseRead};
use crate::problem::Fail;
use app::{Problem, Screen};
use axum::response::Response;
use practice::cast::Cast;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::views;
use practice::views::decisions::decision as one_decision;
use practice::views::sessions::{SessionView, session as one_session};
use words::told::Told;

/// Whether others look at the screen: then it is made for them.
fn looked_on(read: &CaseRead) -> bool {
    matches!(read.session.screen, Screen::Shared { .. })
}

fn link(href: String, words: String) -> ActLink {
    ActLink { href, words }
}

/// All decisions and the tests to begin with, or one with its questions (`?of=`).
pub(crate) async fn decisions(read: CaseRead) -> Result<Response, Fail> {
    let of = read.query("of");
    if of.is_empty() { all(&read) } else { one(&read, id(&of)?).await }
}

fn all(read: &CaseRead) -> Result<Response, Fail> {
    let pack = read.state.app().pack();
    let view = views::tests(&read.projection, pack, read.today);
    let names = read.words().names_of(&Cast::of(&read.projection, read.today), None);
    let mut told = read.words().tell_tests(&view, pack, &names);
    // A line of this list leads to the decision with its questions, not to its entry.
    let own = |id: EntryId| format!("{}/decisions?of={id}", base(read.case));
    if looked_on(read) {
        told.sections.pop();
    }
    shown(read, Tab::Decisions, &told, "decisions", Vec::new(), Some(&own))
}

/// One decision with all of its questions.
async fn one(read: &CaseRead, entry: EntryId) -> Result<Response, Fail> {
    let pack = read.state.app().pack();
    let view =
        one_decision(&read.projection, pack, read.today, entry).ok_or_else(|| Fail::from(Problem::not_found()))?;
    let names = read.words().names_of(&Cast::of(&read.projection, read.today), None);
    let zone = &read.state.config().zone;
    let mut told = read.words().tell_decision(&view, pack, &names, zone, looked_on(read));
    let say = say(read);
    let own = entry_href(read.case, entry);
    let me = read.session.account;
    let wrote = read
        .projection
        .get(entry)
        .is_some_and(|seen| seen.history.iter().any(|step| step.content.is_some() && step.author.id == me));
    let mut acts = Vec::new();
    if !looked_on(read) {
        let back = format!("decision:{entry}");
        acts.push(link(format!("{own}/revise?then={back}"), say.t("decision-change")));
        if wrote {
            told.says.push(say.t("decision-own"));
        } else {
            let href = new_href(read.case, "sign_off", &[("of", entry.to_string()), ("then", back)]);
            acts.push(link(href, say.t("decision-sign")));
        }
        if read.state.app().works(read.subject(), read.case).await? {
            let href = format!("{}/missed?of={entry}", base(read.case));
            acts.push(link(href, say.t("decision-missed")));
        }
        let at = base(read.case);
        acts.push(link(format!("{at}/print/decisions?of={entry}"), say.t("decision-print")));
        acts.push(link(format!("{at}/documents/decisions?of={entry}"), say.t("decision-word")));
    }
    shown(read, Tab::Decisions, &told, "decisions", acts, None)
}

/// What others would miss: for whoever works the case, and for nobody else.
pub(crate) async fn missed(allowed: CaseAllowed, read: CaseRead) -> Result<Response, Fail> {
    let of = read.query("of");
    let decision = if of.is_empty() { None } else { Some(id(&of)?) };
    let words = read.words();
    let app = read.state.app();
    let told = if !looked_on(&read) && app.works(read.subject(), read.case).await? {
        words.tell_missed(&app.missed(&allowed.allowed, decision).await?)
    } else {
        Told { title: words.say("missed-title"), lede: words.say("missed-not-yours"), ..Told::default() }
    };
    let own = decision.map_or_else(String::new, |id| format!("?of={id}"));
    let back = link(format!("{}/decisions{own}", base(read.case)), words.say("nav-decisions"));
    shown(&read, Tab::Decisions, &told, "decisions", vec![back], None)
}

/// All mapping sessions, or one (`?of=`).
pub(crate) async fn sessions(read: CaseRead) -> Result<Response, Fail> {
    let of = read.query("of");
    if of.is_empty() { all_sessions(&read) } else { session(&read, id(&of)?).await }
}

fn all_sessions(read: &CaseRead) -> Result<Response, Fail> {
    let view = views::sessions(&read.projection, read.today);
    let told = read.words().tell_sessions(&view);
    let own = |id: EntryId| format!("{}/sessions?of={id}", base(read.case));
    let new = new_href(read.case, "mapping_session", &[("then", "sessions".to_owned())]);
    let none = told.empty.is_some() || looked_on(read);
    let acts = if none { Vec::new() } else { vec![link(new, say(read).t("sessions-add"))] };
    shown(read, Tab::Sessions, &told, "sessions", acts, Some(&own))
}

fn session_of(read: &CaseRead, entry: EntryId) -> Result<SessionView, Fail> {
    one_session(&read.projection, read.today, entry).ok_or_else(|| Fail::from(Problem::not_found()))
}

/// One session, for the team.
async fn session(read: &CaseRead, entry: EntryId) -> Result<Response, Fail> {
    let view = session_of(read, entry)?;
    if looked_on(read) {
        return live_page(read, entry).await;
    }
    let told = read.words().tell_session(&view);
    let say = say(read);
    let own = entry_href(read.case, entry);
    let back = format!("session:{entry}");
    let mut acts = vec![
        link(format!("{own}/revise?then={back}"), say.t("session-change")),
        link(format!("{}/live?of={entry}", base(read.case)), say.t("session-live")),
    ];
    let fill = [("session", entry.to_string()), ("then", back)];
    acts.push(link(new_href(read.case, "agency_action", &fill), say.t("session-add-action")));
    shown(read, Tab::Sessions, &told, "sessions", acts, None)
}

/// One session as others see it on a shared screen (`?of=`); without one, which there are.
pub(crate) async fn live(read: CaseRead) -> Result<Response, Fail> {
    let of = read.query("of");
    if of.is_empty() { all_sessions(&read) } else { live_page(&read, id(&of)?).await }
}

/// Whether the screen is shared already or not yet, it shows the same: what others may see.
async fn live_page(read: &CaseRead, entry: EntryId) -> Result<Response, Fail> {
    let gone = || Fail::from(Problem::not_found());
    let app = read.state.app();
    let allowed = app.allow_read(read.subject(), read.case, read.session.purpose).await?;
    let (shown_to_them, wordings) = app.session_for_others(&allowed, entry).await?;
    let view = one_session(&shown_to_them, read.today, entry).ok_or_else(gone)?;
    let cast = Cast::of(&shown_to_them, read.today);
    let names = |people: Vec<&str>| read.words().list(&people);
    let harm = names(cast.with(Role::Perpetrator).map(|person| person.name.as_str()).collect());
    let hold = names(cast.survivors().map(|person| person.name.as_str()).collect());
    let mut told: Told = read.words().tell_live(&view, &wordings, &harm, &hold);
    let say = say(read);
    let mut acts = Vec::new();
    if looked_on(read) {
        acts.push(link(format!("{}/map", base(read.case)), say.t("nav-map")));
    } else {
        told.warning = say.t("session-live-preview");
        acts.push(link(format!("{}/share", base(read.case)), say.t("session-live-share")));
    }
    shown(read, Tab::Sessions, &told, "sessions", acts, None)
}

/// Supervision of the case.
pub(crate) async fn supervision(read: CaseRead) -> Result<Response, Fail> {
    if looked_on(&read) {
        let words = read.words();
        let lede = words.say("supervision-team-only");
        let told = Told { title: words.say("supervision-title"), lede, ..Told::default() };
        return shown(&read, Tab::Supervision, &told, "supervision", Vec::new(), None);
    }
    let view = views::supervision(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_supervision(&view, &read.state.config().zone);
    let say = say(&read);
    let mut acts = vec![link(
        new_href(read.case, "supervision", &[("then", "supervision".to_owned())]),
        say.t("supervision-add"),
    )];
    // The last talk that somebody else wrote waits to be read.
    let me = read.session.account;
    let unread = view.records.iter().find(|record| {
        record.signatures.iter().all(|signature| !signature.holds)
            && read
                .projection
                .get(record.envelope.id)
                .is_some_and(|seen| !seen.history.iter().any(|step| step.content.is_some() && step.author.id == me))
    });
    if let Some(record) = unread {
        let fill = [("of", record.envelope.id.to_string()), ("then", "supervision".to_owned())];
        acts.push(link(new_href(read.case, "sign_off", &fill), say.t("decision-sign")));
    }
    shown(&read, Tab::Supervision, &told, "supervision", acts, None)
}
