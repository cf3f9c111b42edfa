//! Intersections: what substance use, health, migration, money or disability have to do with the pattern, by factor and by
//! the way in which they meet; what protects stands among them.

use super::gaps::{Component, Gap, gaps};
use super::lines::{IntersectionLine, Reader};
use super::work::Titled;
use crate::kinds::intersections::Mechanism;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Intersections of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IntersectionsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The factors that are recorded, in the order of the pack.
    pub factors: Vec<Factor>,
    /// What has not been asked.
    pub gaps: Vec<Gap>,
}

/// One factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Factor {
    /// A code of the pack.
    pub factor: Code,
    /// What is recorded of it, by the way in which it and the pattern meet.
    pub lines: Vec<Met>,
}

/// One way in which a factor and the pattern meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Met {
    /// What.
    #[serde(flatten)]
    pub line: IntersectionLine,
    /// The behaviours it meets, by their titles.
    pub with: Vec<Titled>,
}

/// Makes the view.
#[must_use]
pub fn intersections(projection: &Projection, pack: &Pack, as_of: Date) -> IntersectionsView {
    let reader = Reader::new(projection, as_of);
    let place = |mechanism: Mechanism| Mechanism::ALL.iter().position(|known| *known == mechanism);
    let mut lines = reader.intersections();
    lines.sort_by_key(|line| place(line.mechanism));
    let mut factors: Vec<Factor> = Vec::new();
    for line in lines {
        let with = line.behaviours.iter().filter_map(|link| {
            let titled = reader.titled(link.to)?;
            Some(Titled { by: link.by.clone(), words: link.words.clone(), ..titled })
        });
        let met = Met { with: with.collect(), line };
        match factors.iter_mut().find(|factor| factor.factor == met.line.factor) {
            Some(factor) => factor.lines.push(met),
            None => factors.push(Factor { factor: met.line.factor.clone(), lines: vec![met] }),
        }
    }
    let order = |code: &Code| pack.factor.iter().position(|factor| factor.code == *code).unwrap_or(usize::MAX);
    factors.sort_by_key(|factor| order(&factor.factor));
    let gaps = gaps(projection, pack, as_of).of(Component::Intersections).cloned().collect();
    IntersectionsView { as_of, factors, gaps }
}
