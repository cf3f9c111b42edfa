//! One line of a visit, from the first word typed to the entry that is recorded. Lines travel in the page and in the
//! draft, so that a visit can be written without script and without anything being recorded early.

use crate::forms::fault::Fault;
use crate::forms::kind::{self, Kept};
use crate::forms::raw::Raw;
use crate::forms::reading::Tools;
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::source::Who;
use serde::{Deserialize, Serialize};

/// The kinds of line.
pub(crate) const KINDS: [Kind; 8] = [
    Kind::Behaviour,
    Kind::Effort,
    Kind::Impact,
    Kind::Voice,
    Kind::DailyCare,
    Kind::SystemResponse,
    Kind::Contact,
    Kind::Unknown,
];

/// The part of the field names in which a line says otherwise than its sitting.
const OWN: &str = "own";

/// A line that was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The entry it becomes. Minted when the line was added, so that later lines can link to it.
    pub(crate) id: EntryId,
    /// What it is.
    pub(crate) kind: Kind,
    /// Its fields.
    pub(crate) raw: Raw,
}

/// The lines that a page sent, in their order. A line that cannot be read is left as it was sent, for the person to see.
pub(crate) fn sent(raw: &Raw) -> Vec<Line> {
    raw.all("line")
        .filter_map(|line| serde_json::from_str::<Line>(line).ok())
        .filter(|l| KINDS.contains(&l.kind))
        .collect()
}

impl Line {
    /// As it travels in the page.
    pub(crate) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The field in which the statement itself is typed.
    pub(crate) fn statement(kind: Kind) -> &'static str {
        match kind {
            Kind::Impact | Kind::Contact => "what",
            Kind::Voice => "said",
            Kind::DailyCare => "does",
            Kind::SystemResponse => "did",
            Kind::Unknown => "question",
            _ => "act",
        }
    }

    /// What it says.
    pub(crate) fn says(&self) -> &str {
        self.raw.one(Self::statement(self.kind))
    }

    /// All fields of the entry: its own, and from the sitting what it does not say itself.
    pub(crate) fn whole(&self, sitting: &Raw, tools: Tools<'_>) -> Raw {
        let mut whole = self.raw.clone();
        whole.set_if_blank("when", sitting.one("when"));
        whole.set_if_blank("label", sitting.one("label"));
        if !self.raw.has("known-0-how") {
            let words = self.raw.one("known-0-words").to_owned();
            for (name, values) in sitting.unit("known") {
                if !name.ends_with("-words") {
                    whole.remove(name);
                    for value in values {
                        whole.push(name, value.as_str());
                    }
                }
            }
            whole.set("known-0-words", words);
        }
        // Told, or seen, on the day of the visit, where the visit was on a day.
        let day = sitting.one("when");
        if whole.has("known-0-how") && tools.words.typed_date(day, tools.scene.today).is_ok() {
            whole.set_if_blank("known-0-on", day);
        }
        whole
    }

    /// The entry.
    ///
    /// # Errors
    /// With everything that is to be mended.
    pub(crate) fn content(&self, sitting: &Raw, tools: Tools<'_>, kept: &Kept) -> Result<Content, Vec<Fault>> {
        let mut content = kind::read(self.kind, &self.whole(sitting, tools), tools, kept)?;
        // The sitting decides for what is said in it; what is closer by its kind, as a child's own words, stays so.
        let suggested = kind::suggested_label(&content.body, tools);
        if !self.raw.has("label") && suggested != Label::Professional {
            content.label = suggested;
        }
        Ok(content)
    }

    /// Everybody it names, for the advice.
    pub(crate) fn names(body: &Body) -> Vec<EntryId> {
        use practice::kinds::impact::ImpactOn;
        match body {
            Body::Behaviour(b) => b.targets.iter().copied().chain([b.actor]).collect(),
            Body::Effort(e) => e.for_whom.iter().copied().chain([e.actor]).collect(),
            Body::Impact(i) => match i.on {
                ImpactOn::Child(id) | ImpactOn::Parenting(id) => vec![id],
                ImpactOn::FamilyFunctioning => Vec::new(),
            },
            Body::Voice(v) => vec![v.whose],
            Body::DailyCare(c) => c.children.iter().copied().chain([c.carer]).collect(),
            Body::SystemResponse(r) => r.towards.clone(),
            Body::Contact(c) => {
                let person = |who: &Who| match who {
                    Who::Person(id) => Some(*id),
                    Who::Other(_) => None,
                };
                c.with.iter().filter_map(person).collect()
            }
            Body::Unknown(u) => u.about.clone(),
            _ => Vec::new(),
        }
    }
}

/// Takes the line being written out of the page: the fields of its kind, and what it says otherwise than its sitting.
pub(crate) fn being_written(page: &Raw, kind: Kind) -> Raw {
    let prefix = format!("{}-", kind.code());
    let own = format!("{OWN}-");
    let mut raw = Raw::default();
    for (name, values) in page.iter() {
        if let Some(field) = name.strip_prefix(&prefix).or_else(|| name.strip_prefix(&own)) {
            for value in values.iter().filter(|value| !value.trim().is_empty()) {
                raw.push(field, value.as_str());
            }
        }
    }
    raw
}

/// Puts a line back into the fields of the page, to be written or changed there.
pub(crate) fn put(page: &mut Raw, kind: Kind, line: &Raw) {
    take_out(page, kind);
    for (name, values) in line.iter() {
        let own = matches!(name, "when" | "label") || name.starts_with("known-");
        let prefix = if own { OWN } else { kind.code() };
        for value in values {
            page.push(format!("{prefix}-{name}"), value.as_str());
        }
    }
}

/// Takes the fields of a line out of the page.
pub(crate) fn take_out(page: &mut Raw, kind: Kind) {
    let gone: Vec<String> = page
        .iter()
        .map(|(name, _)| name)
        .filter(|name| name.starts_with(&format!("{}-", kind.code())) || name.starts_with("own-"))
        .map(str::to_owned)
        .collect();
    for name in gone {
        page.remove(&name);
    }
}

/// What the next line of a kind begins with: whom the last one was about, so that nothing is chosen twice. What it says,
/// and what it says otherwise than its sitting, begins empty.
pub(crate) fn next(kind: Kind, lines: &[Line], tools: Tools<'_>) -> Raw {
    let mut raw = Raw::default();
    let last_of_kind = lines.iter().rev().find(|line| line.kind == kind);
    let sticky: &[&str] = match kind {
        Kind::Behaviour => &["actor", "targets"],
        Kind::Effort => &["actor", "for_whom", "answers-0-to"],
        Kind::Impact => &["on", "from-0-to", "from-0-pathway"],
        Kind::Voice => &["whose"],
        Kind::DailyCare => &["carer", "children"],
        Kind::SystemResponse => &["agency", "sector"],
        Kind::Contact => &["means", "outcome"],
        _ => &["about", "could_answer", "could_answer-other"],
    };
    if let Some(last) = last_of_kind {
        for field in sticky {
            for value in last.raw.all(field) {
                raw.push(*field, value);
            }
        }
    }
    // A line is most likely about the behaviour that was written since the last line of its kind: the effort between
    // them does not lead back to an older one.
    let newest = lines.iter().rev().take_while(|line| line.kind != kind).find(|line| line.kind == Kind::Behaviour);
    if let Some(line) = newest {
        let link = match kind {
            Kind::Effort => "answers-0-to",
            Kind::Impact => "from-0-to",
            _ => "",
        };
        if !link.is_empty() {
            raw.set(link, line.id.to_string());
            // By which way is said anew of another behaviour.
            raw.remove("from-0-pathway");
        }
    }
    let scene = tools.scene;
    let likely = match kind {
        Kind::Behaviour => scene.likely_actor(),
        Kind::Effort => scene.likely_survivor(),
        _ => None,
    };
    if let Some(likely) = likely {
        raw.set_if_blank("actor", likely.to_string());
    }
    if kind == Kind::DailyCare {
        if let Some(survivor) = scene.likely_survivor() {
            raw.set_if_blank("carer", survivor.to_string());
        }
        if !raw.has("children") {
            for child in scene.with(Role::Child) {
                raw.push("children", child.id.to_string());
            }
        }
    }
    if kind == Kind::Behaviour
        && let Some(survivor) = scene.likely_survivor()
    {
        raw.set_if_blank("targets", survivor.to_string());
    }
    raw
}

/// Takes the fields of one kind out of the page, and leaves what a line says otherwise than its sitting.
pub(crate) fn take_out_kind(page: &mut Raw, kind: Kind) {
    let prefix = format!("{}-", kind.code());
    let gone: Vec<String> =
        page.iter().map(|(name, _)| name).filter(|name| name.starts_with(&prefix)).map(str::to_owned).collect();
    for name in gone {
        page.remove(&name);
    }
}
