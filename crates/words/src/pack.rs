//! The base pack: its structure, and the words of its codes.

use crate::Words;
use practice::instrument::{Instrument, Instruments};
use practice::pack::{AgeBand, Pack, PackError};
use practice::spoken::Names;
use practice::test_pack::{self, Test};
use practice::text::Code;
use std::sync::OnceLock;

/// The base pack as it is built into the program.
///
/// # Errors
/// Never in a build whose tests pass.
pub fn base_pack() -> Result<Pack, PackError> {
    let mut pack = Pack::parse(include_str!("../../../packs/base/pack.toml"))?.with_tests(OPENING, TESTS)?;
    pack.instruments = base_instruments()?;
    Ok(pack)
}

macro_rules! instruments {
    ($($name:literal),* $(,)?) => {
        &[$((
            concat!("packs/base/instruments/", $name, ".toml"),
            include_str!(concat!("../../../packs/base/instruments/", $name, ".toml")),
        )),*]
    };
}

/// The instruments of the base pack, in the order in which they are offered. A new file under `packs/base/instruments/` is
/// added here.
const INSTRUMENTS: &[(&str, &str)] = instruments![
    "screening",
    "relationship",
    "pattern",
    "strengths",
    "routine",
    "child",
    "engaging",
    "planning_grid",
    "partnering",
    "intersections",
    "worker_safety",
];

/// The instruments that are built into the program.
///
/// # Errors
/// Never in a build whose tests pass.
pub fn base_instruments() -> Result<Instruments, PackError> {
    let read = INSTRUMENTS.iter().map(|(file, toml)| Instrument::parse(file, toml));
    Ok(Instruments::of(read.collect::<Result<Vec<_>, _>>()?))
}

/// The questions with which every test of a decision opens.
const OPENING: (&str, &str) = ("tests/opening.toml", include_str!("../../../packs/base/tests/opening.toml"));

macro_rules! tests {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("tests/", $name, ".toml"), include_str!(concat!("../../../packs/base/tests/", $name, ".toml")))),*]
    };
}

/// The tests of decisions, in the order in which they are offered. A new file under `packs/base/tests/` is added here.
const TESTS: &[(&str, &str)] = tests![
    "intake_screening",
    "finding",
    "petition",
    "removal",
    "reunification",
    "contact",
    "closure",
    "role_decision",
];

/// A question on daily care; its words are the pack's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareQuestion {
    /// What the caregiver does.
    Does,
    /// What the caregiver decides.
    Decides,
    /// What changes when the person who causes harm is there.
    Changes,
    /// What the caregiver does well.
    Good,
    /// What got in the way.
    Disrupted,
}

impl CareQuestion {
    /// All questions, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Does, Self::Decides, Self::Good, Self::Changes, Self::Disrupted];

    fn key(self) -> &'static str {
        match self {
            Self::Does => "care_question-does",
            Self::Decides => "care_question-decides",
            Self::Changes => "care_question-changes",
            Self::Good => "care_question-good",
            Self::Disrupted => "care_question-disrupted",
        }
    }
}

impl Words {
    /// The name of a category of behaviour.
    #[must_use]
    pub fn behaviour_category(&self, code: &Code) -> String {
        self.of_pack("behaviour", code)
    }

    /// The name of a kind of effort.
    #[must_use]
    pub fn effort_category(&self, code: &Code) -> String {
        self.of_pack("effort", code)
    }

    /// The name of a group of efforts.
    #[must_use]
    pub fn effort_group(&self, group: &Code) -> String {
        self.of_pack("effort-group", group)
    }

    /// The name of a domain of impact.
    #[must_use]
    pub fn impact_domain(&self, code: &Code) -> String {
        self.of_pack("impact", code)
    }

    /// What an impact of a domain can look like at an age.
    #[must_use]
    pub fn impact_examples(&self, code: &Code, age: AgeBand) -> Option<String> {
        let key = format!("impact-{code}");
        self.has_attribute(&key, age.code()).then(|| self.say_attribute(&key, age.code()))
    }

    /// The name of a factor.
    #[must_use]
    pub fn factor(&self, code: &Code) -> String {
        self.of_pack("factor", code)
    }

    /// The name of a kind of visit.
    #[must_use]
    pub fn visit_kind(&self, code: &Code) -> String {
        self.of_pack("visit", code)
    }

    /// The name of a way to reach somebody.
    #[must_use]
    pub fn contact_detail_kind(&self, code: &Code) -> String {
        self.of_pack("contact_detail", code)
    }

    /// The name of an area of daily care.
    #[must_use]
    pub fn care_area(&self, code: &Code) -> String {
        self.of_pack("care_area", code)
    }

    /// A question on daily care, with the caregiver's name: the same words for everybody.
    #[must_use]
    pub fn care_question(&self, question: CareQuestion, name: &str) -> String {
        self.say_with(question.key(), &[("name", name.into())])
    }

    /// More on a question on daily care: `definition`, `example` or `ask`.
    #[must_use]
    pub fn care_question_more(&self, question: CareQuestion, attribute: &str, name: &str) -> String {
        self.say_attribute_with(question.key(), attribute, &[("name", name.into())])
    }

    /// The name of a question on use of force.
    #[must_use]
    pub fn force_question(&self, code: &Code) -> String {
        self.of_pack("force_question", code)
    }

    /// A question on use of force in full (`ask`), or what it means (`definition`), about one of two adults. Empty for a code
    /// of another pack.
    #[must_use]
    pub fn force_question_more(&self, code: &Code, attribute: &str, name: &str, other: &str) -> String {
        let key = format!("force_question-{code}");
        if !self.has_attribute(&key, attribute) {
            return String::new();
        }
        self.say_attribute_with(&key, attribute, &[("name", name.into()), ("other", other.into())])
    }

    /// The name of a sector of agencies.
    #[must_use]
    pub fn sector(&self, code: &Code) -> String {
        self.of_pack("sector", code)
    }

    /// The name of a means of contact.
    #[must_use]
    pub fn contact_means(&self, code: &Code) -> String {
        self.of_pack("means", code)
    }

    /// The name of an outcome of a contact.
    #[must_use]
    pub fn contact_outcome(&self, code: &Code) -> String {
        self.of_pack("outcome", code)
    }

    /// The name of a step of partnering.
    #[must_use]
    pub fn partnering_step(&self, code: &Code) -> String {
        self.of_pack("step", code)
    }

    /// What a test of a decision is called. A test of another pack shows as its code is written.
    #[must_use]
    pub fn test_title(&self, code: &Code) -> String {
        static TITLES: OnceLock<Vec<Test>> = OnceLock::new();
        let tests = TITLES.get_or_init(|| test_pack::parse(OPENING, TESTS).unwrap_or_default());
        match tests.iter().find(|test| test.code == *code) {
            Some(test) => self.spoken(&test.title, &Names::default()),
            None => code.to_string(),
        }
    }

    /// The name of a reason for supervision.
    #[must_use]
    pub fn supervision_reason(&self, code: &Code) -> String {
        self.of_pack("supervision", code)
    }

    /// A question to think about in supervision, in full.
    #[must_use]
    pub fn reflection(&self, code: &Code) -> String {
        let key = format!("reflection-{code}");
        if self.has_attribute(&key, "ask") {
            self.say_attribute(&key, "ask")
        } else {
            self.of_pack("reflection", code)
        }
    }

    /// The words of a code. A code of another pack, or of a newer one, shows as it is written.
    pub(crate) fn of_pack(&self, list: &str, code: &Code) -> String {
        let key = format!("{list}-{code}");
        if self.has(&key) { self.say(&key) } else { code.to_string() }
    }
}
