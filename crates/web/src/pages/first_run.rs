//! The first account, made in the browser with the token that was printed on the terminal; then, if wanted, a separate
//! administrator. Whoever has the token started the program with its key.

use super::sign_in;
use crate::csrf::token_fits;
use crate::extract::{Ctx, Posted};
use crate::fields::{FaultLine, Faults, Maker};
use crate::forms::field::Field;
use crate::page::{Page, html, html_with, see_other};
use crate::problem::Fail;
use app::{NewAccount, Operator, Problem, ProblemKind, SignInError};
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use practice::permission::AccountRole;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "first_run.html")]
struct FirstRunPage {
    page: Page,
    heading: String,
    lede: String,
    faults: Vec<FaultLine>,
    fields: Vec<Field>,
    password: Field,
    action: &'static str,
    token: String,
    button: String,
    /// The administrator's account can wait.
    skip: bool,
}

#[derive(Template)]
#[template(path = "first_run_not_yet.html")]
struct NotYetPage {
    page: Page,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Administrator,
}

impl Step {
    fn roles(self) -> BTreeSet<AccountRole> {
        match self {
            Self::First => [AccountRole::Practitioner, AccountRole::Supervisor].into_iter().collect(),
            Self::Administrator => [AccountRole::Administrator].into_iter().collect(),
        }
    }
}

/// GET /first-run?token=
pub(crate) async fn page(ctx: Ctx) -> Result<Response, Fail> {
    may(&ctx, Step::First, &ctx.query("token")).await?;
    form(&ctx, Step::First, &Posted::default(), &Faults::default(), ctx.query("token"))
}

/// POST /first-run
pub(crate) async fn send(ctx: Ctx, headers: HeaderMap, posted: Posted) -> Result<Response, Fail> {
    may(&ctx, Step::First, posted.one("token")).await?;
    if let Err(again) = make(&ctx, Step::First, &posted).await? {
        return Ok(again);
    }
    let token = form_urlencoded::Serializer::new(String::new()).append_pair("token", posted.one("token")).finish();
    let begun = match ctx.state.app().sign_in(posted.one("sign_in"), sign_in::password(&posted)).await {
        Ok(begun) => begun,
        Err(SignInError::Problem(problem)) => return Err(problem.into()),
        Err(_) => return Ok(see_other("/sign-in")),
    };
    let mut answer = sign_in::begin(&ctx, &headers, begun, "/work", "").await?;
    if let Ok(to) = format!("/first-run/administrator?{token}").parse() {
        answer.headers_mut().insert(axum::http::header::LOCATION, to);
    }
    Ok(answer)
}

/// GET /first-run/administrator?token=
pub(crate) async fn administrator(ctx: Ctx) -> Result<Response, Fail> {
    may(&ctx, Step::Administrator, &ctx.query("token")).await?;
    form(&ctx, Step::Administrator, &Posted::default(), &Faults::default(), ctx.query("token"))
}

/// POST /first-run/administrator
pub(crate) async fn send_administrator(ctx: Ctx, posted: Posted) -> Result<Response, Fail> {
    may(&ctx, Step::Administrator, posted.one("token")).await?;
    Ok(match make(&ctx, Step::Administrator, &posted).await? {
        Ok(()) => see_other("/work?done=administrator-made"),
        Err(again) => again,
    })
}

/// Signing in before there is anybody who could.
pub(crate) fn not_yet(ctx: &Ctx) -> Result<Response, Fail> {
    html(&NotYetPage { page: ctx.page(ctx.words().say("first-run-not-yet")) })
}

/// Only with a token that was printed on a terminal, and each step once.
async fn may(ctx: &Ctx, step: Step, token: &str) -> Result<(), Problem> {
    let given = ctx.state.config().first_run_token.as_ref();
    if !given.is_some_and(|given| token_fits(token, given.reveal()))
        && !ctx.state.app().is_first_run_token(token).await?
    {
        return Err(Problem::not_found());
    }
    let accounts = ctx.state.app().account_list(&operator()).await?;
    let open = match step {
        Step::First => accounts.is_empty(),
        Step::Administrator => {
            !accounts.is_empty()
                && !accounts.iter().any(|account| account.roles.contains(&AccountRole::Administrator))
        }
    };
    if open { Ok(()) } else { Err(Problem::not_found()) }
}

fn operator() -> Operator {
    Operator::from_key_holder("first-run")
}

/// Makes the account; or the form again, with what is wrong.
async fn make(ctx: &Ctx, step: Step, posted: &Posted) -> Result<Result<(), Response>, Fail> {
    let words = ctx.words();
    let mut faults = Faults::default();
    for name in ["name", "sign_in", "password"] {
        if posted.one(name).is_empty() {
            faults.add(name, words.say(&format!("first-run-missing-{}", name.replace('_', "-"))));
        }
    }
    if faults.is_empty() {
        let account = NewAccount {
            name: posted.one("name").to_owned(),
            sign_in: posted.one("sign_in").to_owned(),
            roles: step.roles(),
            password: sign_in::password(posted),
        };
        let app = ctx.state.app();
        let made = match step {
            Step::First => app.first_account(account).await,
            Step::Administrator => app.account_create(&operator(), account).await,
        };
        match made {
            Ok(_) => return Ok(Ok(())),
            Err(problem) if matches!(problem.kind(), ProblemKind::Refused | ProblemKind::Conflict) => {
                faults.add("", problem.to_string());
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    form(ctx, step, posted, &faults, posted.one("token").to_owned()).map(Err)
}

fn form(ctx: &Ctx, step: Step, posted: &Posted, faults: &Faults, token: String) -> Result<Response, Fail> {
    let words = ctx.words();
    let make = Maker { words, form: "first-run", faults };
    let fields = vec![
        make.line("name", posted.one("name"), "name"),
        make.line("sign_in", posted.one("sign_in"), "username"),
    ];
    let password = make.line("password", "", "new-password");
    let (heading, lede, button, action) = match step {
        Step::First => ("first-run", "first-run-lede", "first-run-make", "/first-run"),
        Step::Administrator => {
            ("first-run-admin", "first-run-admin-lede", "first-run-admin-make", "/first-run/administrator")
        }
    };
    let page = ctx.page(words.say(heading));
    let lines = faults.lines(&fields.iter().chain([&password]).collect::<Vec<_>>());
    let page = FirstRunPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        heading: words.say(heading),
        lede: words.say(lede),
        faults: lines,
        fields,
        password,
        action,
        token,
        button: words.say(button),
        skip: step == Step::Administrator,
    };
    html_with(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}
