//! Packs: the Model's content as data. Codes and structure here; every word of them in the pack's Fluent files.
//!
//! A practice lead changes a category, a question or a term in `packs/` with no Rust. Codes are hidden, never removed: an
//! entry keeps the code, and the pack and version it was recorded with.

use crate::instrument::Instruments;
use crate::label::Label;
use crate::test_pack::{self, Test, TestError};
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name: `base`.
    pub id: Code,
    /// Its version; grows with every change.
    pub version: u32,
    /// Categories of behaviour.
    #[serde(default)]
    pub behaviour: Vec<BehaviourCategory>,
    /// Kinds of effort.
    #[serde(default)]
    pub effort: Vec<EffortCategory>,
    /// Domains of impact.
    #[serde(default)]
    pub impact: Vec<ImpactDomain>,
    /// Factors of intersections.
    #[serde(default)]
    pub factor: Vec<Plain>,
    /// Kinds of visit.
    #[serde(default)]
    pub visit: Vec<Plain>,
    /// Ways to reach somebody, and places.
    #[serde(default)]
    pub contact_detail: Vec<Plain>,
    /// Areas of daily care, the same for every caregiver.
    #[serde(default)]
    pub care_area: Vec<Plain>,
    /// Questions on use of force, the same about each adult.
    #[serde(default)]
    pub force_question: Vec<Plain>,
    /// Sectors of agencies.
    #[serde(default)]
    pub sector: Vec<Plain>,
    /// Means of contact.
    #[serde(default)]
    pub means: Vec<Plain>,
    /// Outcomes of a contact.
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    /// Steps of partnering.
    #[serde(default)]
    pub step: Vec<Plain>,
    /// Reasons for supervision.
    #[serde(default)]
    pub supervision: Vec<Plain>,
    /// Questions to think about in supervision: how something was done, not whether.
    #[serde(default)]
    pub reflection: Vec<Plain>,
    /// Tests of decisions, from files of their own.
    #[serde(skip)]
    pub tests: Vec<Test>,
    /// Instruments: each is a file of its own.
    #[serde(skip)]
    pub instruments: Instruments,
    /// Advice on the wording of plans.
    #[serde(default)]
    pub plan_advice: Vec<PlanPhrases>,
    /// What may be expected of either parent.
    #[serde(default)]
    pub expectation: Vec<Expectation>,
}

/// Phrases of one rule on the wording of plans, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanPhrases {
    /// Which rule.
    pub rule: PlanRule,
    /// The language they are of, as a tag.
    pub language: Code,
    /// Whole words in small letters. `{survivor}` and `{child}` stand for the names in the case.
    pub phrases: Vec<String>,
}

/// A rule on the wording of plans. Advice, never a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanRule {
    /// A service instead of conduct.
    ServiceOnly,
    /// Nobody could see whether it is so.
    Vague,
    /// It asks the survivor to control him.
    ControlOnHer,
    /// What follows would fall on the survivor or the children.
    FallsOnHer,
    /// Trauma, illness or use as a reason.
    Reason,
    /// A condition on support.
    Condition,
}

/// Something that may be expected of either parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The code. Its words are `expectation-CODE`.
    pub code: Code,
    /// Whole words in small letters: a text that has one of them is about it.
    pub phrases: Vec<String>,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// What came of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The code. Its words are `outcome-CODE`.
    pub code: Code,
    /// Whether the person was spoken with.
    #[serde(default)]
    pub reached: bool,
    /// Nobody tried: there is nothing of which the survivor would have had to be told.
    #[serde(default)]
    pub untried: bool,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// Towards whom or what a category of behaviour is directed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The partner or former partner.
    Partner,
    /// The children.
    Child,
    /// The family's life: housing, money, routines, kin.
    Family,
    /// Courts, police, agencies, used as tools.
    Systems,
}

/// A category of behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BehaviourCategory {
    /// The code. Its words are `behaviour-CODE` in Fluent, with `.definition`, `.example` and `.ask`.
    pub code: Code,
    /// Towards whom or what.
    pub side: Side,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// A kind of effort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffortCategory {
    /// The code. Its words are `effort-CODE`.
    pub code: Code,
    /// The group it is offered in. Its words are `effort-group-GROUP`.
    pub group: Code,
    /// The label it suggests: careful for what would endanger her if he knew.
    pub label: Label,
    /// Part of the leave / police / order yardstick, which alone says nothing about protection.
    #[serde(default)]
    pub yardstick: bool,
    /// Coping: recorded only as a response to a behaviour.
    #[serde(default)]
    pub coping: bool,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// A domain of impact on a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactDomain {
    /// The code. Its words are `impact-CODE`, with examples by age in `.unborn`, `.infant`, `.early`, `.middle`, `.teen`.
    pub code: Code,
    /// The ages it is asked about. Empty: all.
    #[serde(default)]
    pub ages: BTreeSet<AgeBand>,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// A code with words and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// The code. Its words are `LIST-CODE`: `factor-CODE`, `visit-CODE`, `care_area-CODE`.
    pub code: Code,
    /// Not offered any more.
    #[serde(default)]
    pub hidden: bool,
}

/// Ages between which impact looks different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Before birth.
    Unborn,
    /// 0 to 2 years.
    Infant,
    /// 3 to 6 years.
    Early,
    /// 7 to 11 years.
    Middle,
    /// 12 to 18 years.
    Teen,
}

impl AgeBand {
    /// The band of a child on a day. A date of birth known only by its year gives the younger of two bands.
    #[must_use]
    pub fn of(born: Date, as_of: Date) -> Self {
        let mut years = as_of.year() - born.year();
        if (as_of.month(), as_of.day()) < (born.month(), born.day()) {
            years -= 1;
        }
        match years {
            i16::MIN..=-1 => Self::Unborn,
            0..=2 => Self::Infant,
            3..=6 => Self::Early,
            7..=11 => Self::Middle,
            12.. => Self::Teen,
        }
    }

    /// The code, as in Fluent attributes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unborn => "unborn",
            Self::Infant => "infant",
            Self::Early => "early",
            Self::Middle => "middle",
            Self::Teen => "teen",
        }
    }
}

/// A pack that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file of tests: which, where, and how to mend it.
    #[error(transparent)]
    Test(#[from] TestError),
    /// Not TOML, or a field that is missing, misspelt or of the wrong kind. The message names line and column.
    #[error("the pack cannot be read: {0}")]
    Form(#[from] toml::de::Error),
    /// An instrument that does not fit together.
    #[error(transparent)]
    Instrument(#[from] crate::instrument::InstrumentError),
    /// A code stands twice in the same list.
    #[error("the code “{code}” stands twice under [[{list}]]: give one of them another code, or remove it")]
    Twice {
        /// The code.
        code: Code,
        /// The list.
        list: &'static str,
    },
}

fn plain<'a>(list: &'static str, codes: &'a [Plain]) -> (&'static str, Vec<&'a Code>) {
    (list, codes.iter().map(|plain| &plain.code).collect())
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// When it is not in the right form, or uses a code twice.
    pub fn parse(toml: &str) -> Result<Self, PackError> {
        let pack: Self = toml::from_str(toml)?;
        let lists: [(&'static str, Vec<&Code>); 15] = [
            ("behaviour", pack.behaviour.iter().map(|c| &c.code).collect()),
            ("effort", pack.effort.iter().map(|c| &c.code).collect()),
            ("impact", pack.impact.iter().map(|c| &c.code).collect()),
            ("expectation", pack.expectation.iter().map(|c| &c.code).collect()),
            ("outcome", pack.outcome.iter().map(|c| &c.code).collect()),
            plain("factor", &pack.factor),
            plain("visit", &pack.visit),
            plain("contact_detail", &pack.contact_detail),
            plain("care_area", &pack.care_area),
            plain("force_question", &pack.force_question),
            plain("sector", &pack.sector),
            plain("means", &pack.means),
            plain("step", &pack.step),
            plain("supervision", &pack.supervision),
            plain("reflection", &pack.reflection),
        ];
        for (list, codes) in lists {
            let mut seen = BTreeSet::new();
            for code in codes {
                if !seen.insert(code) {
                    return Err(PackError::Twice { code: code.clone(), list });
                }
            }
        }
        Ok(pack)
    }

    /// The same pack with its tests of decisions: the opening questions, and each test, with the names of their files.
    ///
    /// # Errors
    /// When a file of tests cannot be used.
    pub fn with_tests(self, opening: (&str, &str), tests: &[(&str, &str)]) -> Result<Self, PackError> {
        Ok(Self { tests: test_pack::parse(opening, tests)?, ..self })
    }

    /// The test with this code.
    #[must_use]
    pub fn test(&self, code: &Code) -> Option<&Test> {
        self.tests.iter().find(|test| test.code == *code)
    }

    /// What an entry notes as its pack: "base 1".
    #[must_use]
    pub fn stamp(&self) -> String {
        format!("{} {}", self.id, self.version)
    }

    /// The category of behaviour with this code.
    #[must_use]
    pub fn behaviour(&self, code: &Code) -> Option<&BehaviourCategory> {
        self.behaviour.iter().find(|category| category.code == *code)
    }

    /// The kind of effort with this code.
    #[must_use]
    pub fn effort(&self, code: &Code) -> Option<&EffortCategory> {
        self.effort.iter().find(|category| category.code == *code)
    }

    /// Whether an outcome says that nobody tried.
    #[must_use]
    pub fn is_untried(&self, outcome: &Code) -> bool {
        self.outcome.iter().any(|known| known.code == *outcome && known.untried)
    }

    /// Whether somebody was spoken with, by the outcome of a contact. An outcome that this pack does not know counts as an
    /// attempt: to ask once more does less harm than to believe that somebody has asked.
    #[must_use]
    pub fn reached(&self, outcome: &Code) -> bool {
        self.outcome.iter().any(|known| known.code == *outcome && known.reached)
    }
}
