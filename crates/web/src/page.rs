//! The layout that every template gets, and the answer that a template becomes.

use crate::assets;
use crate::extract::Ctx;
use crate::guard::case_in;
use crate::problem::Fail;
use app::Screen;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use std::borrow::Cow;
use std::sync::Arc;
use words::{Arg, Words, unmarked};

/// What `layout.html` needs. Every template has it as `page`.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    words: Words,
    /// The title of the window, already with the name of the product. No surnames.
    pub(crate) title: String,
    /// The name of the person signed in; empty for a visitor.
    pub(crate) name: String,
    /// The token that every form carries as `csrf`.
    pub(crate) csrf: Arc<str>,
    /// For scripts, and for every element with an `hx-` attribute.
    pub(crate) nonce: Arc<str>,
    /// Whether the family on the page is invented.
    pub(crate) invented: bool,
    /// Whether opening the page was written to the access log.
    pub(crate) logged: bool,
    /// Whether this is the demo.
    pub(crate) demo: bool,
    /// Said at the top after something was done: "Recorded."
    pub(crate) done: String,
    /// Seconds until the session ends if nothing is done.
    pub(crate) seconds: i64,
    /// What is typed in the search field of the header.
    pub(crate) search: String,
    /// A page that is only read once, by somebody not signed in: no header links, no search.
    pub(crate) bare: bool,
    /// Where the page is, to come back to after the screen was hidden.
    pub(crate) here: String,
    /// The case of the page, for the menu; may be empty.
    pub(crate) case: String,
    /// Whether others look at this screen.
    pub(crate) sharing: bool,
}

impl Page {
    /// The layout for a request.
    pub(crate) fn new(ctx: &Ctx, title: String) -> Self {
        let words = ctx.words().clone();
        let now = ctx.state.app().now();
        let said = ctx.query("done");
        let done = DONE.iter().find(|known| **known == said).map(|key| words.say(key)).unwrap_or_default();
        let session = ctx.session.as_ref();
        Self {
            title: if session.is_some_and(|session| session.plain_titles || session.screen != Screen::Open) {
                words.say("product")
            } else {
                unmarked(&words.say_with("title", &[("page", title.into())]))
            },
            here: ctx.here(),
            case: case_in(ctx.uri.path()).map(|case| case.to_string()).unwrap_or_default(),
            sharing: session.is_some_and(|session| matches!(session.screen, Screen::Shared { .. })),
            name: session.map(|session| session.name.clone()).unwrap_or_default(),
            csrf: ctx.csrf.clone(),
            nonce: ctx.nonce.0.clone(),
            invented: false,
            logged: false,
            demo: ctx.state.config().demo.is_some(),
            done,
            seconds: session.map_or(0, |session| session.expires.duration_since(now).as_secs().max(0)),
            search: String::new(),
            bare: session.is_none(),
            words,
        }
    }

    /// The same page after a form with faults: "Error: " before the title.
    pub(crate) fn with_errors(mut self) -> Self {
        self.title = self.words.say_with("error-prefix", &[("title", self.title.as_str().into())]);
        self
    }

    /// The words of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The words of a key with one argument: `page.t1("key", "name", person.name)`.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl AsArg) -> String {
        self.words.say_with(key, &[(name, value.arg())])
    }

    /// A sentence of which a script fills the time in: the place for it stays as `{time}`.
    pub(crate) fn at_time(&self, key: &str) -> String {
        self.t1(key, "time", "{time}")
    }

    /// The language of the page.
    pub(crate) fn lang(&self) -> &'static str {
        self.words.locale()
    }

    /// `ltr` or `rtl`.
    pub(crate) fn dir(&self) -> &'static str {
        self.words.direction()
    }

    /// The address of the style sheet for the direction of the page.
    pub(crate) fn style(&self) -> &'static str {
        assets::url(if self.dir() == "rtl" { "app.rtl.css" } else { "app.css" })
    }

    /// The address of a built-in file.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }
}

/// What a redirect may say was done, as `?done=recorded`: keys of the Fluent files and nothing else.
pub(crate) const DONE: &[&str] = &[
    "recorded",
    "brought-in",
    "revised",
    "withdrawn",
    "reinstated",
    "relabelled",
    "draft-deleted",
    "case-opened",
    "administrator-made",
    "settings-saved",
    "pin-saved",
    "pin-removed",
    "demo-deleted",
    "same-done",
    "same-parted",
    "same-apart",
    "keeping-removed",
    "keeping-hold-done",
    "keeping-hold-lifted",
    "keeping-erase-asked",
    "keeping-erase-dropped",
    "keeping-erased-done",
];

/// What can stand in a sentence.
pub(crate) trait AsArg {
    /// As an argument of Fluent.
    fn arg(&self) -> Arg<'_>;
}

impl AsArg for str {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl AsArg for String {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl AsArg for usize {
    fn arg(&self) -> Arg<'_> {
        Arg::from(*self)
    }
}

impl AsArg for i64 {
    fn arg(&self) -> Arg<'_> {
        Arg::Number(*self)
    }
}

impl<T: AsArg + ?Sized> AsArg for &T {
    fn arg(&self) -> Arg<'_> {
        (**self).arg()
    }
}

/// A template as a page.
pub(crate) fn html(template: &impl Template) -> Result<Response, Fail> {
    html_with(StatusCode::OK, template)
}

/// A template as a page with another status: 422 where a form has faults, 409 for a conflict.
pub(crate) fn html_with(status: StatusCode, template: &impl Template) -> Result<Response, Fail> {
    let body = template.render().map_err(|error| Fail::rendering(&error))?;
    // A fragment and a whole page live under one address; nothing is cached, but a proxy might not listen.
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::VARY, "hx-request")], body)
        .into_response())
}

/// Go there next (303). The address is one of our own paths.
pub(crate) fn see_other(to: &str) -> Response {
    axum::response::Redirect::to(to).into_response()
}
