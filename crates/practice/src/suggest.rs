//! The label an entry gets where nobody chose one: careful where the wrong reader could hurt somebody.

use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::plan::Part;
use crate::label::Label;
use crate::pack::Pack;

/// Who may see an entry where nobody decided. `is_child` says whether somebody is a child of the case.
///
/// A place and a way to reach somebody are sealed; a child's words are the child's; covert efforts follow the pack; use of force
/// and worker safety are the team's own matter; the support that a survivor asked for is hers. Her words are for the case unless she objects.
#[must_use]
pub fn label(body: &Body, pack: &Pack, is_child: &dyn Fn(EntryId) -> bool) -> Label {
    match body {
        Body::ContactDetail(_) => Label::Sealed,
        Body::Voice(voice) if is_child(voice.whose) => Label::ChildVoice,
        Body::Effort(effort) => effort
            .categories
            .iter()
            .filter_map(|code| pack.effort(code))
            .map(|category| category.label)
            .find(|label| *label != Label::Professional)
            .unwrap_or(Label::Professional),
        // What she has asked for, and where her copy is, could endanger her.
        Body::Support(_) => Label::SurvivorConfidential,
        Body::Plan(plan) if plan.part == Part::Support => Label::SurvivorConfidential,
        body if body.kind().stays_with_team() => Label::Staff,
        _ => Label::Professional,
    }
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::ids::EntryId;
    use crate::kinds::Body;
    use crate::label::Label;
    use crate::pack::Pack;
    use serde_json::{Value, json};
    use uuid::Uuid;

    #[test]
    fn what_could_hurt_somebody_is_kept_close_where_nobody_decided() {
        let pack = Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap();
        let (child, adult) = (EntryId(Uuid::from_u128(1)), EntryId(Uuid::from_u128(2)));
        let usual = |body: Value| {
            let body: Body = serde_json::from_value(body).unwrap();
            label(&body, &pack, &|id| id == child)
        };
        let address =
            json!({ "contact_detail": { "whose": [adult], "kind": "address", "detail": "12 Mill Lane" } });
        assert_eq!(usual(address), Label::Sealed);
        let voice = |whose: EntryId| json!({ "voice": { "whose": whose, "words": { "words": "Stay" } } });
        assert_eq!(usual(voice(child)), Label::ChildVoice);
        assert_eq!(usual(voice(adult)), Label::Professional);
        let effort = |code: &str| json!({ "effort": { "actor": adult, "act": "Saves", "categories": [code] } });
        assert_eq!(usual(effort("hidden_money")), Label::SurvivorConfidential);
        assert_eq!(usual(effort("soothing")), Label::Professional);
        let force = json!({ "use_of_force": {
            "person": adult, "towards": child, "answers": [{ "question": "fear", "answer": "Afraid" }],
        } });
        assert_eq!(usual(force), Label::Staff);
        let plan = |part: &str| json!({ "plan": { "person": adult, "part": part } });
        assert_eq!(usual(plan("support")), Label::SurvivorConfidential);
        assert_eq!(usual(plan("change")), Label::Professional);
        let support = json!({ "support": { "plan": child, "wanted": "A door key of her own" } });
        assert_eq!(usual(support), Label::SurvivorConfidential);
        let safety = json!({ "worker_safety": { "about": [adult], "know": "Follows workers" } });
        assert_eq!(usual(safety), Label::Staff);
    }
}
