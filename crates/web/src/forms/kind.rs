//! One door to the forms of all kinds: fields to content, content to fields, and what is shown.

use super::envelope::{self, Envelope};
use super::fault::Fault;
use super::field::Section;
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::visit::sitting;
use super::writing::Writing;
use super::{
    behaviour, document, effort, household, impact, intersection, note, person, relationship, role_decision,
    unknown,
};
use practice::entry::Content;
use practice::ids::OccasionId;
use practice::kinds::document::AttachedFile;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::pack::Pack;
use practice::text::Text;
use words::Words;

/// The kinds that have a form of their own. A visit has its own page.
pub(crate) const WITH_FORM: [Kind; 10] = [
    Kind::Behaviour,
    Kind::Effort,
    Kind::Impact,
    Kind::Intersection,
    Kind::Unknown,
    Kind::Person,
    Kind::Relationship,
    Kind::Household,
    Kind::RoleDecision,
    Kind::Note,
];

/// Reads what a kind says, without its envelope.
pub(crate) fn read_body(kind: Kind, reading: &mut Reading<'_>) -> Option<Body> {
    match kind {
        Kind::Behaviour => behaviour::read(reading).map(Body::Behaviour),
        Kind::Effort => effort::read(reading).map(Body::Effort),
        Kind::Impact => impact::read(reading).map(Body::Impact),
        Kind::Intersection => intersection::read(reading).map(Body::Intersection),
        Kind::Unknown => unknown::read(reading).map(Body::Unknown),
        Kind::Person => person::read(reading).map(Body::Person),
        Kind::Relationship => relationship::read(reading).map(Body::Relationship),
        Kind::Household => household::read(reading).map(Body::Household),
        Kind::RoleDecision => role_decision::read(reading).map(Body::RoleDecision),
        Kind::Note => note::read(reading).map(Body::Note),
        Kind::Document => document::read(reading, None).map(Body::Document),
        Kind::Visit => sitting::body(reading).map(Body::Visit),
        Kind::LivingArrangement
        | Kind::ContactDetail
        | Kind::UseOfForce
        | Kind::Voice
        | Kind::DailyCare
        | Kind::CareConcern
        | Kind::Contact
        | Kind::PartneringStep
        | Kind::SystemResponse
        | Kind::WorkerSafety
        | Kind::Chronology => None,
    }
}

/// What a revision takes over from the entry as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The sitting it came from.
    pub(crate) occasion: Option<OccasionId>,
    /// The file of a document: no form can exchange it.
    pub(crate) file: Option<AttachedFile>,
}

impl Kept {
    /// What the entry as it stands keeps.
    pub(crate) fn of(content: &Content) -> Self {
        let file = match &content.body {
            Body::Document(document) => Some(document.file.clone()),
            _ => None,
        };
        Self { occasion: content.occasion, file }
    }
}

/// Reads a whole form.
///
/// # Errors
/// With everything that is to be mended.
pub(crate) fn read(kind: Kind, raw: &Raw, tools: Tools<'_>, kept: &Kept) -> Result<Content, Vec<Fault>> {
    let mut reading = Reading::new(raw, tools);
    let body = match kind {
        Kind::Document => document::read(&mut reading, kept.file.as_ref()).map(Body::Document),
        _ => read_body(kind, &mut reading),
    };
    let envelope = envelope::read(&mut reading);
    match body {
        Some(body) if reading.faults.is_empty() => Ok(content(body, envelope, kept, tools.pack)),
        _ => Err(reading.faults),
    }
}

/// Puts body and envelope together; the label is the suggested one where nobody chose.
pub(crate) fn content(body: Body, envelope: Envelope, kept: &Kept, pack: &Pack) -> Content {
    let label = envelope.label.unwrap_or_else(|| suggested_label(&body, pack));
    Content {
        happened: envelope.happened,
        occasion: kept.occasion,
        sources: envelope.sources,
        disputes: envelope.disputes,
        label,
        pack: has_codes(&body).then(|| Text::parse(&pack.stamp()).ok()).flatten(),
        body,
    }
}

/// Whether a body uses codes of the pack, so that the entry notes which pack.
fn has_codes(body: &Body) -> bool {
    match body {
        Body::Behaviour(behaviour) => !behaviour.categories.is_empty(),
        Body::Effort(effort) => !effort.categories.is_empty(),
        Body::Impact(impact) => !impact.domains.is_empty(),
        Body::Intersection(_)
        | Body::Visit(_)
        | Body::ContactDetail(_)
        | Body::UseOfForce(_)
        | Body::DailyCare(_)
        | Body::Contact(_)
        | Body::PartneringStep(_)
        | Body::SystemResponse(_) => true,
        Body::Unknown(_)
        | Body::Person(_)
        | Body::Relationship(_)
        | Body::Household(_)
        | Body::RoleDecision(_)
        | Body::LivingArrangement(_)
        | Body::Voice(_)
        | Body::CareConcern(_)
        | Body::WorkerSafety(_)
        | Body::Chronology(_)
        | Body::Note(_)
        | Body::Document(_) => false,
    }
}

/// Who may see it where nobody decided.
pub(crate) fn suggested_label(body: &Body, pack: &Pack) -> Label {
    match body {
        Body::Effort(effort) => effort::suggested_label(effort, pack),
        _ => Label::Professional,
    }
}

/// Writes a content back into fields.
pub(crate) fn write(content: &Content, words: &Words) -> Raw {
    let mut writing = Writing::new(words);
    match &content.body {
        Body::Behaviour(body) => behaviour::write(&mut writing, body),
        Body::Effort(body) => effort::write(&mut writing, body),
        Body::Impact(body) => impact::write(&mut writing, body),
        Body::Intersection(body) => intersection::write(&mut writing, body),
        Body::Unknown(body) => unknown::write(&mut writing, body),
        Body::Person(body) => person::write(&mut writing, body),
        Body::Relationship(body) => relationship::write(&mut writing, body),
        Body::Household(body) => household::write(&mut writing, body),
        Body::RoleDecision(body) => role_decision::write(&mut writing, body),
        Body::Note(body) => note::write(&mut writing, body),
        Body::Document(body) => document::write(&mut writing, body),
        Body::Visit(body) => sitting::write(&mut writing, body),
        Body::LivingArrangement(_)
        | Body::ContactDetail(_)
        | Body::UseOfForce(_)
        | Body::Voice(_)
        | Body::DailyCare(_)
        | Body::CareConcern(_)
        | Body::Contact(_)
        | Body::PartneringStep(_)
        | Body::SystemResponse(_)
        | Body::WorkerSafety(_)
        | Body::Chronology(_) => {}
    }
    let envelope = Envelope {
        happened: content.happened,
        sources: content.sources.clone(),
        disputes: content.disputes.clone(),
        label: Some(content.label),
    };
    envelope::write(&mut writing, &envelope);
    writing.raw
}

/// What a form shows, first what must be said.
pub(crate) fn sections(kind: Kind, show: &Show<'_>) -> Vec<Section> {
    let (main, more) = match kind {
        Kind::Behaviour => (behaviour::main(show), behaviour::more(show)),
        Kind::Effort => (effort::main(show), effort::more(show)),
        Kind::Impact => (impact::main(show), impact::more(show)),
        Kind::Intersection => (intersection::main(show), intersection::more(show)),
        Kind::Unknown => (unknown::main(show), unknown::more(show)),
        Kind::Person => (person::main(show), person::more(show)),
        Kind::Relationship => (relationship::main(show), Vec::new()),
        Kind::Household => (household::main(show), household::more(show)),
        Kind::RoleDecision => (role_decision::main(show), role_decision::more(show)),
        Kind::Document => (document::main(show), Vec::new()),
        Kind::Note => (note::main(show), Vec::new()),
        Kind::Visit => (sitting::main(show), Vec::new()),
        Kind::LivingArrangement
        | Kind::ContactDetail
        | Kind::UseOfForce
        | Kind::Voice
        | Kind::DailyCare
        | Kind::CareConcern
        | Kind::Contact
        | Kind::PartneringStep
        | Kind::SystemResponse
        | Kind::WorkerSafety
        | Kind::Chronology => (note::main(show), Vec::new()),
    };
    let mut sections = vec![main];
    sections.extend(more);
    let at = if matches!(kind, Kind::Behaviour | Kind::Effort | Kind::Impact | Kind::Visit) {
        1
    } else {
        sections.len()
    };
    for (n, section) in envelope::sections(show, has_time(kind)).into_iter().enumerate() {
        // When and how it is known come right after what must be said; other sources and disputes come last.
        let place = if n == 0 { at } else { sections.len() };
        sections.insert(place.min(sections.len()), section);
    }
    sections
}

/// Whether a kind is something that happened, so that its form asks when.
fn has_time(kind: Kind) -> bool {
    !matches!(kind, Kind::Person | Kind::Relationship | Kind::Household | Kind::RoleDecision | Kind::Unknown)
}

/// The name of a kind's keys in Fluent.
pub(crate) fn form_name(kind: Kind) -> &'static str {
    kind.code()
}
