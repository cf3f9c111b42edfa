//! What a link to a form knows already: behaviour, way, child, who. Nothing that is known has to be chosen again.

use super::impact::on_value;
use super::raw::Raw;
use super::reading::Tools;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::impact::ImpactOn;

/// The fields of an empty form, filled with what the address says and with whom it is most likely about.
pub(crate) fn fields(kind: Kind, query: &[(String, String)], tools: Tools<'_>) -> Raw {
    let mut raw = Raw::default();
    for (name, value) in query {
        place(kind, name, value, tools, &mut raw);
    }
    let scene = tools.scene;
    match kind {
        Kind::Behaviour => {
            if let Some(actor) = scene.likely_actor() {
                raw.set_if_blank("actor", actor.to_string());
            }
        }
        Kind::Effort => {
            if let Some(survivor) = scene.likely_survivor() {
                raw.set_if_blank("actor", survivor.to_string());
            }
        }
        Kind::PartneringStep => {
            if let Some(survivor) = scene.likely_survivor() {
                raw.set_if_blank("partner", survivor.to_string());
            }
        }
        Kind::WorkerSafety => {
            if let Some(actor) = scene.likely_actor().filter(|_| !raw.has("about")) {
                raw.push("about", actor.to_string());
            }
        }
        Kind::Contact => {
            raw.set_if_blank("when", words::unmarked(&tools.words.day(scene.today)));
            raw.set_if_blank("known-0-how", "seen");
        }
        Kind::ChangeReview => super::change_review::prefill(&mut raw, tools),
        Kind::Evidence => {
            if let Some(actor) = scene.likely_actor() {
                raw.set_if_blank("person", actor.to_string());
            }
        }
        Kind::DailyCare => super::daily_care::prefill(&mut raw, tools),
        Kind::Plan => super::plan::prefill(&mut raw, tools),
        Kind::Goal => super::goal::prefill(&mut raw, tools),
        Kind::Support => super::support::prefill(&mut raw, tools),
        Kind::UseOfForce => super::use_of_force::prefill(&mut raw, tools),
        Kind::Decision => super::decision::prefill(&mut raw, tools),
        Kind::SignOff => {
            let of = raw.one("of").parse().ok().and_then(|id| scene.item(id));
            if let Some(revision) = of.map(|item| item.revision.to_string()) {
                raw.set("revision", revision);
            }
        }
        _ => {}
    }
    raw
}

fn place(kind: Kind, name: &str, value: &str, tools: Tools<'_>, raw: &mut Raw) {
    let child_or_care = |id: &str| -> Option<String> {
        let id: EntryId = id.parse().ok()?;
        let on = if tools.scene.is_child(id) { ImpactOn::Child(id) } else { ImpactOn::Parenting(id) };
        Some(on_value(on))
    };
    let field = match (kind, name) {
        (Kind::Behaviour | Kind::Effort, "actor" | "person")
        | (Kind::RoleDecision, "person" | "role")
        | (Kind::Person, "role")
        | (Kind::Intersection, "mechanism" | "factor")
        | (Kind::Unknown, "pathway" | "behaviour" | "question")
        | (Kind::Note, "addendum_to") => {
            let field = if matches!(kind, Kind::Behaviour | Kind::Effort) { "actor" } else { name };
            raw.set(field, value);
            return;
        }
        (Kind::DailyCare | Kind::CareConcern, "person" | "carer" | "actor") => return raw.set("carer", value),
        (Kind::Plan, "person" | "part" | "relationship")
        | (Kind::Goal | Kind::Support, "plan")
        | (Kind::Goal, "aim")
        | (Kind::ChildNeed, "child")
        | (Kind::AgencyAction, "agency" | "sector" | "session") => return raw.set(name, value),
        (Kind::Goal, "child") => return raw.set("harms-0-child", value),
        (Kind::Goal, "behaviour") => return raw.push("behaviours", value),
        (Kind::AgencyAction, "person" | "towards") => "towards",
        (Kind::DailyCare, "area") => return raw.set("area", value),
        (Kind::CareConcern, "child") => return raw.set("children-0-child", value),
        (Kind::ChangeReview | Kind::Evidence, "person") | (Kind::Evidence, "of") => return raw.set(name, value),
        (Kind::CareConcern | Kind::SystemResponse | Kind::WorkerSafety | Kind::Evidence, "behaviour") => {
            return raw.set("behaviours-0-to", value);
        }
        (Kind::UseOfForce, "behaviour") => return raw.set("behaviours-0-to", value),
        (Kind::UseOfForce, "person" | "towards") => return raw.set(name, value),
        (Kind::Voice, "person" | "child" | "whose") => return raw.set("whose", value),
        (Kind::Voice, "takes_back") => return raw.set("takes_back-entry", value),
        (Kind::Voice, "behaviour" | "about") | (Kind::PartneringStep, "about") => "about",
        (Kind::PartneringStep, "person" | "with") => return raw.set("partner", value),
        (Kind::PartneringStep, "step") | (Kind::Contact, "means" | "outcome") => return raw.set(name, value),
        (Kind::SystemResponse, "effort") => return raw.set("efforts-0-to", value),
        (Kind::SystemResponse, "sector" | "agency") => return raw.set(name, value),
        (Kind::SystemResponse, "person" | "child" | "towards") => "towards",
        (Kind::Contact, "person" | "child" | "with") => "with",
        (Kind::WorkerSafety | Kind::ToolResult, "person" | "about") => "about",
        (Kind::ContactDetail, "person" | "child" | "whose") => "whose",
        (Kind::LivingArrangement, "person" | "child" | "who") => "who",
        (Kind::LivingArrangement, "household") => return raw.set("household", value),
        (Kind::DailyCare, "child") => "children",
        (Kind::Chronology, "add") => "add",
        (Kind::Decision, "test" | "person") | (Kind::SignOff, "of") => return raw.set(name, value),
        (Kind::Decision, "child" | "children") => "children",
        (Kind::MappingSession, "unknown") => return raw.set("questions-0-unknown", value),
        (Kind::Supervision, "reason") => return raw.set("supervision_reason", value),
        (Kind::Supervision, "about") => "about",
        (Kind::Behaviour, "target" | "targets" | "child") => "targets",
        (Kind::Effort, "child" | "for_whom") => "for_whom",
        (Kind::Unknown, "child" | "person" | "about") | (Kind::Note, "child" | "person" | "about") => "about",
        (Kind::Intersection, "person" | "whose") => "whose",
        (Kind::Effort, "behaviour") => return raw.set("answers-0-to", value),
        (Kind::Behaviour, "effort") => return raw.set("answers_effort-0-to", value),
        (Kind::Intersection, "behaviour") => return raw.set("behaviours-0-to", value),
        (Kind::Relationship, "person") => return raw.set("from", value),
        (Kind::Note, "addendum" | "note") => return raw.set("addendum_to", value),
        (Kind::Impact, "behaviour") => return raw.set("from-0-to", value),
        (Kind::Impact, "pathway") => return raw.set("from-0-pathway", value),
        (Kind::Impact, "none") => return raw.set("none_seen", "yes"),
        (Kind::Impact, "child" | "person" | "parenting") => {
            if let Some(on) = child_or_care(value) {
                raw.set("on", on);
            }
            return;
        }
        (Kind::Impact, "on") => return raw.set("on", value),
        _ => return,
    };
    raw.push(field, value);
}
