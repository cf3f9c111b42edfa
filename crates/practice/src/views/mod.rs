//! Views: pure functions of a projection. Codes and arguments, no sentences; `words` puts them into a language.
//!
//! A view never writes and never sees the case file. What a reader may not have is already gone from the projection, so
//! no view has to think of it.

pub mod child;
pub mod chronology;
pub mod ecomap;
pub mod gaps;
pub mod genogram;
pub mod lines;
pub mod map;
pub mod overview;
pub mod strip;

pub use child::{ChildView, child};
pub use chronology::{ChronologyView, chronology};
pub use ecomap::{EcomapView, ecomap};
pub use gaps::{Gap, GapsView, gaps};
pub use genogram::{GenogramView, genogram};
pub use map::{MapView, map};
pub use overview::{OverviewView, overview};
pub use strip::{Strip, strip};
