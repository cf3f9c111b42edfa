//! Case files in and out: `holdfast-case/1`.

pub(crate) mod attach;
pub(crate) mod check;
pub(crate) mod content;
pub(crate) mod export;
pub(crate) mod import;
mod rows;
