//! What the case knows already, so that nobody is asked twice. Made from a projection: for a talk with the person who causes
//! harm, from that person's own copy, so that nothing anybody else has said can show.

use crate::cast::Cast;
use crate::ids::EntryId;
use crate::kinds::impact::ImpactOn;
use crate::kinds::pattern::Usable;
use crate::kinds::people::Role;
use crate::kinds::{Body, Kind};
use crate::project::Projection;
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// How the case may know an answer: a kind of entry, and a code of it. `behaviour economic_control`, `daily_care meals`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KnownFrom {
    /// The kind.
    pub kind: Kind,
    /// Categories, areas, domains or factors, any of which will do. Empty: any entry of the kind.
    pub codes: Vec<Code>,
}

impl TryFrom<String> for KnownFrom {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let mut words = written.split_whitespace();
        let kind = words.next().and_then(Kind::from_code).ok_or_else(|| {
            format!("“{written}” begins with no kind of entry: write one, then codes: behaviour economic_control")
        })?;
        let codes: Result<Vec<Code>, _> = words.map(Code::parse).collect();
        Ok(Self { kind, codes: codes.map_err(|error| format!("“{written}”: {error}"))? })
    }
}

impl From<KnownFrom> for String {
    fn from(from: KnownFrom) -> Self {
        let codes = from.codes.iter().map(Code::as_str);
        std::iter::once(from.kind.code()).chain(codes).collect::<Vec<_>>().join(" ")
    }
}

/// In place of a category: only behaviours that may be used with the person who does them.
const USABLE: &str = "usable";

/// The entries that answer a question already: of the kind, with one of the codes, about the child where it is asked of each,
/// and of the carer who is asked where it is about daily care.
#[must_use]
pub fn known(
    from: &KnownFrom,
    projection: &Projection,
    cast: &Cast,
    with: Option<EntryId>,
    about: Option<EntryId>,
) -> Vec<EntryId> {
    let any = from.codes.iter().all(|code| code.as_str() == USABLE);
    let usable = from.codes.iter().any(|code| code.as_str() == USABLE);
    let fits = |codes: &[Code]| any || codes.iter().any(|code| from.codes.contains(code));
    projection
        .of_kind(from.kind)
        .filter(|seen| !seen.withdrawn)
        .filter(|seen| match &seen.content.body {
            Body::Behaviour(body) => {
                fits(&body.categories)
                    && about.is_none_or(|child| body.targets.contains(&child))
                    && (!usable || body.usable_with_actor != Usable::No)
            }
            Body::Effort(body) => {
                fits(&body.categories)
                    && about.is_none_or(|child| body.for_whom.contains(&child))
                    && with.is_none_or(|with| body.actor == with || cast.is(with, Role::Child))
            }
            Body::Impact(body) => {
                let on = match body.on {
                    ImpactOn::Child(child) => about.is_none_or(|about| about == child),
                    ImpactOn::Parenting(_) | ImpactOn::FamilyFunctioning => about.is_none(),
                };
                fits(&body.domains) && on
            }
            Body::DailyCare(body) => {
                fits(std::slice::from_ref(&body.area)) && with.is_none_or(|with| body.carer == with)
            }
            Body::Intersection(body) => fits(std::slice::from_ref(&body.factor)),
            Body::Voice(body) => about.or(with).is_none_or(|whose| body.whose == whose),
            Body::PartneringStep(body) => {
                fits(std::slice::from_ref(&body.step)) && with.is_none_or(|with| body.with == with)
            }
            Body::SystemResponse(body) => fits(std::slice::from_ref(&body.sector)),
            _ => any,
        })
        .map(|seen| seen.id)
        .collect()
}
