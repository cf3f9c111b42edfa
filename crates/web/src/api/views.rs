//! The views that the JSON interface has: one row each. A view without a row is not there; the description, the tests and
//! the router read this table.

use jiff::civil::Date;
use practice::pack::Pack;
use practice::project::Projection;
use practice::views;
use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

/// One view.
#[derive(Clone, Copy)]
pub struct ViewRow {
    /// Its name in the path.
    pub name: &'static str,
    /// What stands in the access log.
    pub log: &'static str,
    /// Its shape.
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes it of a projection.
    pub(crate) make: fn(&Projection, &Pack, Date) -> Value,
}

impl std::fmt::Debug for ViewRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ViewRow").field("name", &self.name).finish_non_exhaustive()
    }
}

macro_rules! views {
    ($($name:literal, $log:literal, $shape:ty, $make:expr;)*) => {
        &[$(ViewRow {
            name: $name,
            log: $log,
            schema: |generator| generator.subschema_for::<$shape>(),
            // Views are plain values: they always become JSON.
            make: |projection, pack, as_of| {
                let make: fn(&Projection, &Pack, Date) -> $shape = $make;
                serde_json::to_value(make(projection, pack, as_of)).unwrap_or_default()
            },
        }),*]
    };
}

/// All views of a case.
pub static VIEWS: &[ViewRow] = views! {
    "overview", "api_overview", views::OverviewView, views::overview;
    "map", "api_map", views::MapView, views::map;
    "chronology", "api_chronology", views::ChronologyView, views::chronology;
    "genogram", "api_genogram", views::genogram::GenogramView, |projection, _pack, as_of| views::genogram::genogram(projection, as_of);
    "ecomap", "api_ecomap", views::EcomapView, views::ecomap;
    "gaps", "api_gaps", views::GapsView, views::gaps;
    "visibility", "api_visibility", views::VisibilityView, views::visibility;
    "change", "api_change", views::ChangeView, views::change;
    "responses", "api_responses", views::ResponsesView, views::responses;
    "care", "api_care", views::CareView, views::care;
    "tests", "api_tests", views::TestsView, views::tests;
    "sessions", "api_sessions", views::SessionsView, |projection, _pack, as_of| views::sessions(projection, as_of);
    "supervision", "api_supervision", views::SupervisionView, views::supervision;
    "interviews", "api_interviews", views::InterviewsView, views::interviews;
    "plan", "api_plan", views::PlanView, views::plan;
    "efforts_with_him", "api_efforts_with_him", views::EffortsWithHimView, views::efforts_with_him;
    "measures", "api_measures", views::MeasuresView, |projection, pack, _as_of| views::measures(projection, pack);
    "intersections", "api_intersections", views::IntersectionsView, views::intersections;
};

/// What stands in the access log for the view of one child, which has a path of its own.
pub(crate) const CHILD: &str = "api_child";
