//! The pages: routes, templates and forms over `app`. Knows no SQL and no keys, and reaches a case only with an `Allowed`.
//!
//! # How to add a page
//!
//! 1. A row in `routes.rs`, in the block of its part (`READ`, `FORMS` or `SHELL`): method, path, who may, handler. The
//!    router is built from these rows, and the permission sweep of the tests runs over them; a page without a row does not
//!    exist.
//! 2. A module under `pages/` (or `forms/`), registered by one `mod` line. A handler asks for what it needs by type:
//!    - [`Ctx`](extract::Ctx): any page; the words, the state, and [`Ctx::page`](extract::Ctx::page) for the layout.
//!    - [`SignedIn`](extract::SignedIn): the person, and everything in `Ctx`.
//!    - [`CaseRead`](extract::CaseRead): the projection, the cast and the day. The reading is logged before the handler runs.
//!    - [`CaseRecord`](extract::CaseRecord): the same, and the `Allowed<Record>` that `app.record` asks for.
//!    - [`Posted`](extract::Posted): the fields of a form. The token was checked before the handler ran.
//!
//!    It answers `Result<Response, Fail>`; `?` on anything `app` returns gives the right page: the same 404 for a stranger
//!    and for an id that names nothing, a page that keeps what was typed where the disk is full.
//! 3. A struct with `#[derive(askama::Template)]`, a field `page: Page`, and `{% extends "layout.html" %}` (or `case.html`
//!    with `frame: CaseFrame`). [`page::html`] and [`page::html_with`] answer it. Fields of forms: `fields.rs` and
//!    `templates/macros/fields.html`.
//! 4. Its words in `locales/en/`.

mod api;
mod ask;
mod assets;
mod compress;
mod cookies;
mod csrf;
mod demo;
mod extract;
mod fields;
mod files;
mod forms;
mod guard;
mod headers;
mod page;
mod pages;
mod problem;
mod routes;
mod screen;
mod state;
mod upload;
mod wording;

pub use api::{VIEWS, ViewRow, openapi};
pub use pages::health::BackupPulse;
pub use routes::{Need, ROUTES, Route, Who, router};
pub use state::{WebConfig, WebState};
