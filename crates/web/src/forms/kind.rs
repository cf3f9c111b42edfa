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
    agency_action, behaviour, care_concern, change_review, child_need, chronology, contact, contact_detail,
    daily_care, decision, document, effort, evidence, goal, household, impact, intersection, interview,
    living_arrangement, mapping_session, note, partnering_step, person, plan, relationship, role_decision,
    sign_off, supervision, support, system_response, tool_result, unknown, use_of_force, voice, worker_safety,
};
use practice::entry::Content;
use practice::ids::OccasionId;
use practice::kinds::document::AttachedFile;
use practice::kinds::interview::Interview;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::text::Text;
use words::Words;

/// The kinds that have a form of their own. A visit has its own page.
pub(crate) const WITH_FORM: &[Kind] = &[
    Kind::Behaviour,
    Kind::UseOfForce,
    Kind::Effort,
    Kind::Impact,
    Kind::Voice,
    Kind::DailyCare,
    Kind::CareConcern,
    Kind::Intersection,
    Kind::Unknown,
    Kind::Person,
    Kind::Relationship,
    Kind::Household,
    Kind::LivingArrangement,
    Kind::ContactDetail,
    Kind::RoleDecision,
    Kind::Note,
    Kind::Contact,
    Kind::PartneringStep,
    Kind::SystemResponse,
    Kind::WorkerSafety,
    Kind::Plan,
    Kind::Goal,
    Kind::Support,
    Kind::ChildNeed,
    Kind::AgencyAction,
    Kind::Chronology,
    Kind::ToolResult,
    Kind::ChangeReview,
    Kind::Evidence,
    Kind::Decision,
    Kind::SignOff,
    Kind::MappingSession,
    Kind::Supervision,
];

/// Reads what a kind says, without its envelope.
pub(crate) fn read_body(kind: Kind, reading: &mut Reading<'_>) -> Option<Body> {
    match kind {
        Kind::Behaviour => behaviour::read(reading).map(Body::Behaviour),
        Kind::UseOfForce => use_of_force::read(reading).map(Body::UseOfForce),
        Kind::Effort => effort::read(reading).map(Body::Effort),
        Kind::Impact => impact::read(reading).map(Body::Impact),
        Kind::Voice => voice::read(reading).map(Body::Voice),
        Kind::DailyCare => daily_care::read(reading).map(Body::DailyCare),
        Kind::CareConcern => care_concern::read(reading).map(Body::CareConcern),
        Kind::Intersection => intersection::read(reading).map(Body::Intersection),
        Kind::Unknown => unknown::read(reading).map(Body::Unknown),
        Kind::Person => person::read(reading).map(Body::Person),
        Kind::Relationship => relationship::read(reading).map(Body::Relationship),
        Kind::Household => household::read(reading).map(Body::Household),
        Kind::LivingArrangement => living_arrangement::read(reading).map(Body::LivingArrangement),
        Kind::ContactDetail => contact_detail::read(reading).map(Body::ContactDetail),
        Kind::RoleDecision => role_decision::read(reading).map(Body::RoleDecision),
        Kind::Note => note::read(reading).map(Body::Note),
        Kind::Document => document::read(reading, None).map(Body::Document),
        Kind::Visit => sitting::body(reading).map(Body::Visit),
        Kind::Contact => contact::read(reading).map(Body::Contact),
        Kind::PartneringStep => partnering_step::read(reading).map(Body::PartneringStep),
        Kind::SystemResponse => system_response::read(reading).map(Body::SystemResponse),
        Kind::WorkerSafety => worker_safety::read(reading).map(Body::WorkerSafety),
        Kind::Plan => plan::read(reading).map(Body::Plan),
        Kind::Goal => goal::read(reading).map(Body::Goal),
        Kind::Support => support::read(reading).map(Body::Support),
        Kind::ChildNeed => child_need::read(reading).map(Body::ChildNeed),
        Kind::AgencyAction => agency_action::read(reading).map(Body::AgencyAction),
        Kind::Chronology => chronology::read(reading).map(Body::Chronology),
        Kind::Interview => interview::read(reading, None).map(Body::Interview),
        Kind::ToolResult => tool_result::read(reading).map(Body::ToolResult),
        Kind::ChangeReview => change_review::read(reading).map(Body::ChangeReview),
        Kind::Evidence => evidence::read(reading).map(Body::Evidence),
        Kind::Decision => decision::read(reading).map(Body::Decision),
        Kind::SignOff => sign_off::read(reading).map(Body::SignOff),
        Kind::MappingSession => mapping_session::read(reading).map(Body::MappingSession),
        Kind::Supervision => supervision::read(reading).map(Body::Supervision),
    }
}

/// What a revision takes over from the entry as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The sitting it came from.
    pub(crate) occasion: Option<OccasionId>,
    /// The file of a document: no form can exchange it.
    pub(crate) file: Option<AttachedFile>,
    /// The answers of an interview: its form changes only the circumstances.
    pub(crate) interview: Option<Interview>,
}

impl Kept {
    /// What the entry as it stands keeps.
    pub(crate) fn of(content: &Content) -> Self {
        let file = match &content.body {
            Body::Document(document) => Some(document.file.clone()),
            _ => None,
        };
        let interview = match &content.body {
            Body::Interview(interview) => Some(interview.clone()),
            _ => None,
        };
        Self { occasion: content.occasion, file, interview }
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
        Kind::Interview => interview::read(&mut reading, kept.interview.as_ref()).map(Body::Interview),
        _ => read_body(kind, &mut reading),
    };
    let envelope = envelope::read(&mut reading);
    match body {
        Some(body) if reading.faults.is_empty() => Ok(content(body, envelope, kept, tools)),
        _ => Err(reading.faults),
    }
}

/// Puts body and envelope together; the label is the suggested one where nobody chose.
pub(crate) fn content(body: Body, envelope: Envelope, kept: &Kept, tools: Tools<'_>) -> Content {
    let label = envelope.label.unwrap_or_else(|| suggested_label(&body, tools));
    Content {
        happened: envelope.happened,
        occasion: kept.occasion,
        sources: envelope.sources,
        disputes: envelope.disputes,
        label,
        pack: has_codes(&body).then(|| Text::parse(&tools.pack.stamp()).ok()).flatten(),
        body,
    }
}

/// Whether a body uses codes of the pack, so that the entry notes which pack.
fn has_codes(body: &Body) -> bool {
    match body {
        Body::Behaviour(behaviour) => !behaviour.categories.is_empty(),
        Body::Effort(effort) => !effort.categories.is_empty(),
        Body::Impact(impact) => !impact.domains.is_empty(),
        Body::AgencyAction(action) => action.sector.is_some(),
        Body::Intersection(_)
        | Body::Visit(_)
        | Body::ContactDetail(_)
        | Body::UseOfForce(_)
        | Body::DailyCare(_)
        | Body::Contact(_)
        | Body::PartneringStep(_)
        | Body::SystemResponse(_)
        | Body::Interview(_)
        | Body::Decision(_)
        | Body::MappingSession(_)
        | Body::Supervision(_) => true,
        Body::Unknown(_)
        | Body::Person(_)
        | Body::Relationship(_)
        | Body::Household(_)
        | Body::RoleDecision(_)
        | Body::LivingArrangement(_)
        | Body::Voice(_)
        | Body::CareConcern(_)
        | Body::WorkerSafety(_)
        | Body::Plan(_)
        | Body::Goal(_)
        | Body::Support(_)
        | Body::ChildNeed(_)
        | Body::Chronology(_)
        | Body::ToolResult(_)
        | Body::ChangeReview(_)
        | Body::Evidence(_)
        | Body::Note(_)
        | Body::SignOff(_)
        | Body::Document(_) => false,
    }
}

/// Who may see it where nobody decided: closer where it could endanger somebody, and where it is a child's.
pub(crate) fn suggested_label(body: &Body, tools: Tools<'_>) -> Label {
    practice::suggest::label(body, tools.pack, &|id| tools.scene.is_child(id))
}

/// Writes a content back into fields.
pub(crate) fn write(content: &Content, words: &Words) -> Raw {
    let mut writing = Writing::new(words);
    match &content.body {
        Body::Behaviour(body) => behaviour::write(&mut writing, body),
        Body::UseOfForce(body) => use_of_force::write(&mut writing, body),
        Body::Effort(body) => effort::write(&mut writing, body),
        Body::Impact(body) => impact::write(&mut writing, body),
        Body::Voice(body) => voice::write(&mut writing, body),
        Body::DailyCare(body) => daily_care::write(&mut writing, body),
        Body::CareConcern(body) => care_concern::write(&mut writing, body),
        Body::Intersection(body) => intersection::write(&mut writing, body),
        Body::Unknown(body) => unknown::write(&mut writing, body),
        Body::Person(body) => person::write(&mut writing, body),
        Body::Relationship(body) => relationship::write(&mut writing, body),
        Body::Household(body) => household::write(&mut writing, body),
        Body::LivingArrangement(body) => living_arrangement::write(&mut writing, body),
        Body::ContactDetail(body) => contact_detail::write(&mut writing, body),
        Body::RoleDecision(body) => role_decision::write(&mut writing, body),
        Body::Note(body) => note::write(&mut writing, body),
        Body::Document(body) => document::write(&mut writing, body),
        Body::Visit(body) => sitting::write(&mut writing, body),
        Body::Contact(body) => contact::write(&mut writing, body),
        Body::PartneringStep(body) => partnering_step::write(&mut writing, body),
        Body::SystemResponse(body) => system_response::write(&mut writing, body),
        Body::WorkerSafety(body) => worker_safety::write(&mut writing, body),
        Body::Plan(body) => plan::write(&mut writing, body),
        Body::Goal(body) => goal::write(&mut writing, body),
        Body::Support(body) => support::write(&mut writing, body),
        Body::ChildNeed(body) => child_need::write(&mut writing, body),
        Body::AgencyAction(body) => agency_action::write(&mut writing, body),
        Body::Chronology(body) => chronology::write(&mut writing, body),
        Body::Interview(body) => interview::write(&mut writing, body),
        Body::ToolResult(body) => tool_result::write(&mut writing, body),
        Body::ChangeReview(body) => change_review::write(&mut writing, body),
        Body::Evidence(body) => evidence::write(&mut writing, body),
        Body::Decision(body) => decision::write(&mut writing, body),
        Body::SignOff(body) => sign_off::write(&mut writing, body),
        Body::MappingSession(body) => mapping_session::write(&mut writing, body),
        Body::Supervision(body) => supervision::write(&mut writing, body),
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
        Kind::UseOfForce => (use_of_force::main(show), use_of_force::more(show)),
        Kind::Effort => (effort::main(show), effort::more(show)),
        Kind::Impact => (impact::main(show), impact::more(show)),
        Kind::Voice => (voice::main(show), voice::more(show)),
        Kind::DailyCare => (daily_care::main(show), daily_care::more(show)),
        Kind::CareConcern => (care_concern::main(show), care_concern::more(show)),
        Kind::Intersection => (intersection::main(show), intersection::more(show)),
        Kind::Unknown => (unknown::main(show), unknown::more(show)),
        Kind::Person => (person::main(show), person::more(show)),
        Kind::Relationship => (relationship::main(show), relationship::more(show)),
        Kind::Household => (household::main(show), household::more(show)),
        Kind::LivingArrangement => (living_arrangement::main(show), living_arrangement::more(show)),
        Kind::ContactDetail => (contact_detail::main(show), Vec::new()),
        Kind::RoleDecision => (role_decision::main(show), role_decision::more(show)),
        Kind::Note => (note::main(show), Vec::new()),
        Kind::Document => (document::main(show), Vec::new()),
        Kind::Visit => (sitting::main(show), Vec::new()),
        Kind::Contact => (contact::main(show), contact::more(show)),
        Kind::PartneringStep => (partnering_step::main(show), partnering_step::more(show)),
        Kind::SystemResponse => (system_response::main(show), system_response::more(show)),
        Kind::WorkerSafety => (worker_safety::main(show), worker_safety::more(show)),
        Kind::Plan => (plan::main(show), plan::more(show)),
        Kind::Goal => (goal::main(show), goal::more(show)),
        Kind::Support => (support::main(show), Vec::new()),
        Kind::ChildNeed => (child_need::main(show), Vec::new()),
        Kind::AgencyAction => (agency_action::main(show), agency_action::more(show)),
        Kind::Chronology => (chronology::main(show), chronology::more(show)),
        Kind::Interview => (interview::main(show), Vec::new()),
        Kind::ToolResult => (tool_result::main(show), Vec::new()),
        Kind::ChangeReview => (change_review::main(show), change_review::more(show)),
        Kind::Evidence => (evidence::main(show), evidence::more(show)),
        Kind::Decision => (decision::main(show), decision::more(show)),
        Kind::SignOff => (sign_off::main(show), Vec::new()),
        Kind::MappingSession => (mapping_session::main(show), mapping_session::more(show)),
        Kind::Supervision => (supervision::main(show), supervision::more(show)),
    };
    let mut sections = vec![main];
    sections.extend(more);
    let mut at = if when_comes_early(kind) { 1 } else { sections.len() };
    if kind == Kind::Voice && show.has("takes_back-entry") {
        // Where something is taken back, what was going on around it comes before the words.
        if let Some(takes_back) = sections.pop() {
            sections.insert(0, takes_back);
            at = 2;
        }
    }
    for (n, section) in envelope::sections(show, has_time(kind)).into_iter().enumerate() {
        // When and how it is known come right after what must be said; other sources and disputes come last.
        let place = if n == 0 { at } else { sections.len() };
        sections.insert(place.min(sections.len()), section);
    }
    sections
}

/// Whether when it was and how it is known come right after what must be said. On a form that asks the same of two people they
/// come after both.
fn when_comes_early(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Behaviour
            | Kind::Effort
            | Kind::Impact
            | Kind::Visit
            | Kind::Voice
            | Kind::CareConcern
            | Kind::Contact
            | Kind::SystemResponse
            | Kind::PartneringStep
            | Kind::LivingArrangement
            | Kind::ToolResult
            | Kind::Evidence
    )
}

/// Whether a kind is something that happened or is so for a time, so that its form asks when.
fn has_time(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Person
            | Kind::Relationship
            | Kind::Household
            | Kind::RoleDecision
            | Kind::Unknown
            | Kind::WorkerSafety
            | Kind::Plan
            | Kind::Goal
            | Kind::Support
            | Kind::ChildNeed
            | Kind::AgencyAction
            | Kind::Chronology
            | Kind::Decision
            | Kind::SignOff
    )
}

/// What a form says before anything is typed: who will see it, where that is not what one would expect.
pub(crate) fn advice(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Note => Some("form-recorded-note"),
        Kind::ContactDetail => Some("form-contact_detail-advice"),
        Kind::Voice => Some("form-voice-advice"),
        Kind::UseOfForce => Some("form-use_of_force-advice"),
        Kind::WorkerSafety => Some("form-worker_safety-advice"),
        Kind::Goal => Some("form-goal-advice"),
        Kind::Support => Some("form-support-advice"),
        Kind::ChangeReview => Some("form-change_review-advice"),
        Kind::Decision => Some("form-decision-advice"),
        Kind::MappingSession => Some("form-mapping_session-advice"),
        Kind::Supervision => Some("form-supervision-advice"),
        _ => None,
    }
}

/// The name of a kind's keys in Fluent.
pub(crate) fn form_name(kind: Kind) -> &'static str {
    kind.code()
}
