//! The pages over a real application and a real store, asked as a browser would.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a scene that cannot be set must stop the test that asked for it"
)]

mod api;
mod bad_days;
mod browser;
mod demo;
mod documents;
mod drafts;
mod escaping;
mod files;
mod first_run;
mod forgery;
mod forms;
mod headers;
mod interviews;
mod keeping;
mod leaving;
mod my_work;
mod new_case;
mod people;
mod practice_page;
mod screen;
mod sign_in;
mod sweep;
mod views;
mod vocabulary;
mod wording;
