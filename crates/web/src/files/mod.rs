//! Files: attaching a document, handing it out, and bringing in spreadsheets and old notes.

pub(crate) mod attach;
pub(crate) mod download;
pub(crate) mod import;
mod mapping;
