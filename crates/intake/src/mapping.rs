//! The mapping: which column is what, what a row becomes, and who is meant by the names a file uses. A small TOML file on
//! the command line, a form in the browser.

use crate::dates::Order;
use practice::label::Label;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column can be mapped to, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// When.
    Date,
    /// What was done, or what the note says.
    What,
    /// Who did it.
    Who,
    /// To whom.
    Whom,
    /// The effect on a child.
    Effect,
    /// On which child.
    EffectOn,
    /// What the survivor did.
    Did,
    /// Where the row says it is known from.
    Source,
    /// Somebody's own words.
    Words,
    /// What kind of row it is.
    Kind,
    /// The title of a note.
    Title,
    /// Who wrote it.
    Author,
}

/// All of them.
pub const MAPS: [Column; 12] = [
    Column::Date,
    Column::What,
    Column::Who,
    Column::Whom,
    Column::Effect,
    Column::EffectOn,
    Column::Did,
    Column::Source,
    Column::Words,
    Column::Kind,
    Column::Title,
    Column::Author,
];

impl Column {
    /// The code, as in mappings and in the keys of Fluent.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::What => "what",
            Self::Who => "who",
            Self::Whom => "whom",
            Self::Effect => "effect",
            Self::EffectOn => "effect_on",
            Self::Did => "did",
            Self::Source => "source",
            Self::Words => "words",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Author => "author",
        }
    }
}

/// What a row becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// What somebody did to control or harm.
    #[default]
    Behaviour,
    /// What a survivor did.
    Effort,
    /// What a child carries from it.
    Impact,
    /// A question.
    Unknown,
    /// A note, in the words of the row.
    Note,
    /// Nothing: it is listed as left out.
    LeaveOut,
}

impl Becomes {
    /// All of them, as they are asked.
    pub const ALL: [Self; 6] =
        [Self::Behaviour, Self::Effort, Self::Impact, Self::Unknown, Self::Note, Self::LeaveOut];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Behaviour => "behaviour",
            Self::Effort => "effort",
            Self::Impact => "impact",
            Self::Unknown => "unknown",
            Self::Note => "note",
            Self::LeaveOut => "leave_out",
        }
    }

    /// The value of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|becomes| becomes.code() == code)
    }
}

/// What to do with a row that says something else than when it was brought in before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// The entry stays as it is, and the row is named.
    #[default]
    Leave,
    /// The entry is revised, unless somebody has changed it here since.
    Revise,
}

/// Which column is what: by its heading, or by its letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) what: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) whom: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) effect: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) effect_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) did: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) author: Option<String>,
}

impl Columns {
    /// The heading or letter of a column.
    #[must_use]
    pub fn get(&self, column: Column) -> Option<&str> {
        match column {
            Column::Date => &self.date,
            Column::What => &self.what,
            Column::Who => &self.who,
            Column::Whom => &self.whom,
            Column::Effect => &self.effect,
            Column::EffectOn => &self.effect_on,
            Column::Did => &self.did,
            Column::Source => &self.source,
            Column::Words => &self.words,
            Column::Kind => &self.kind,
            Column::Title => &self.title,
            Column::Author => &self.author,
        }
        .as_deref()
    }

    /// Maps a column.
    pub fn set(&mut self, column: Column, heading: Option<String>) {
        let place = match column {
            Column::Date => &mut self.date,
            Column::What => &mut self.what,
            Column::Who => &mut self.who,
            Column::Whom => &mut self.whom,
            Column::Effect => &mut self.effect,
            Column::EffectOn => &mut self.effect_on,
            Column::Did => &mut self.did,
            Column::Source => &mut self.source,
            Column::Words => &mut self.words,
            Column::Kind => &mut self.kind,
            Column::Title => &mut self.title,
            Column::Author => &mut self.author,
        };
        *place = heading;
    }
}

/// What holds for every row where its own cells say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RowRules {
    /// What a row becomes where no column says so.
    pub becomes: Becomes,
    /// Which number comes first in 03/04/2024.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Order>,
    /// The sheet of a workbook; the first that is not hidden otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Who did it, where the row does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// To whom, where the row does not say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whom: Vec<String>,
    /// Whose effort the column `did` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survivor: Option<String>,
    /// On which children an effect is, where the row does not say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effect_on: Vec<String>,
    /// Who may see the entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Who may see efforts: they can endanger her, so that they are kept closer unless somebody decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort_label: Option<Label>,
    /// What to do with rows that changed since they were brought in.
    pub changed: Changed,
}

/// A whole mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Which column is what.
    pub columns: Columns,
    /// What holds for every row.
    pub rows: RowRules,
    /// What the words of the kind column mean.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, Becomes>,
    /// Who is meant by a name of the file: a name of the case, or `-` for nobody of the case.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<String, String>,
}

/// A mapping that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError(pub String);

impl std::fmt::Display for MappingError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MappingError {}

impl Mapping {
    /// Reads it from TOML.
    ///
    /// # Errors
    /// With the line and what is wrong in it.
    pub fn parse(toml: &str) -> Result<Self, MappingError> {
        toml::from_str(toml).map_err(|error| MappingError(error.to_string().trim_end().to_owned()))
    }

    /// As TOML.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// What a word of the kind column means.
    pub(crate) fn kind(&self, said: &str) -> Option<Becomes> {
        let plain = |text: &str| text.trim().to_lowercase();
        let said = plain(said);
        self.kinds
            .iter()
            .find(|(word, _)| plain(word) == said)
            .map(|(_, becomes)| *becomes)
            .or_else(|| Becomes::from_code(&said))
    }
}

/// Several names in one cell.
pub fn split_names(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split([',', ';', '\n', '/', '&', '+'])
        .flat_map(|part| part.split(" and "))
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|name| !name.is_empty())
}
