//! The base pack: its structure, and the words of its codes.

use crate::Words;
use practice::pack::{AgeBand, Pack, PackError};
use practice::text::Code;

/// The base pack as it is built into the program.
///
/// # Errors
/// Never in a build whose tests pass.
pub fn base_pack() -> Result<Pack, PackError> {
    Pack::parse(include_str!("../../../packs/base/pack.toml"))
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

    /// The words of a code. A code of another pack, or of a newer one, shows as it is written.
    fn of_pack(&self, list: &str, code: &Code) -> String {
        let key = format!("{list}-{code}");
        if self.has(&key) { self.say(&key) } else { code.to_string() }
    }
}
