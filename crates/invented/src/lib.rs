//! Invented people, families and agencies: for load, for demos and for measuring. Nobody in it lives, and the same seed gives
//! the same bytes.

pub mod dice;
pub mod mistakes;
pub mod names;
