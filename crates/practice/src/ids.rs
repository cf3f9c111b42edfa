//! Ids that cannot be confused: the id of an entry never fits where the id of a case is asked for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(with = "String")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text.trim()).map(Self)
            }
        }
    };
}

id!(
    /// A case: one family's file, indexed by its children. UUIDv7.
    CaseId
);
id!(
    /// An entry of a case file: a person, a behaviour, an effort… UUIDv7, minted when its form is shown, so that the
    /// same form sent twice is recorded once.
    EntryId
);
id!(
    /// An account of somebody who works with case files. UUIDv7.
    AccountId
);
id!(
    /// What was recorded in one sitting or happened in one event. The id of the visit entry where there is one.
    OccasionId
);
