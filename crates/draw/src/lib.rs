//! Views drawn: small SVG parts for the pages, and the whole pattern map as one picture. Pure; presentation attributes and
//! classes only, never a style attribute, so that a strict content security policy holds.

pub mod ecomap;
pub mod escape;
pub mod genogram;
pub mod picture;
pub mod rail;
pub mod span;
pub mod strip;
pub mod wrap;

pub use genogram::{Drawing, genogram};
pub use picture::picture;
