//! Views: pure functions of a projection. Codes and arguments, no sentences; `words` puts them into a language.
//!
//! A view never writes and never sees the case file. What a reader may not have is already gone from the projection, so
//! no view has to think of it.

pub mod care;
pub mod change;
pub mod child;
pub mod chronology;
pub mod copy;
pub mod curated;
pub mod decisions;
pub mod ecomap;
pub mod efforts_with_him;
pub mod exchange;
pub mod force;
pub mod gaps;
pub mod genogram;
pub mod intersections;
pub mod interviews;
pub mod lines;
pub mod map;
pub mod measures;
pub mod missed;
pub mod overview;
pub mod plan;
pub mod responses;
pub mod sessions;
pub mod strip;
pub mod supervision;
pub mod visibility;
pub mod work;

pub use care::{CareView, care};
pub use change::{ChangeView, change};
pub use child::{ChildView, child};
pub use chronology::{ChronologyView, chronology};
pub use copy::{CopyView, copy};
pub use curated::{CuratedView, curated};
pub use decisions::{TestsView, tests};
pub use ecomap::{EcomapView, ecomap};
pub use efforts_with_him::{EffortsWithHimView, efforts_with_him};
pub use exchange::{ExchangeView, exchange};
pub use force::{ForceView, force};
pub use gaps::{Gap, GapsView, gaps};
pub use genogram::{GenogramView, genogram};
pub use intersections::{IntersectionsView, intersections};
pub use interviews::{InterviewsView, interviews};
pub use map::{MapView, map};
pub use measures::{MeasuresView, measures};
pub use overview::{OverviewView, overview};
pub use plan::{PlanView, plan};
pub use responses::{ResponsesView, responses};
pub use sessions::{SessionsView, sessions};
pub use strip::{Strip, strip};
pub use supervision::{SupervisionView, supervision};
pub use visibility::{VisibilityView, visibility};
