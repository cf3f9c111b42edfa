//! What needs me: unfinished drafts first, then the cases in the order of what was recorded last. In the demo, five
//! steps on the real pages.

use super::cases::CaseLine;
use super::demo_data;
use super::drafts::{self, Content};
use crate::extract::{Posted, SignedIn};
use crate::page::{Page, html, see_other};
use crate::problem::Fail;
use app::{CaseCard, Draft, Problem};
use askama::Template;
use axum::response::Response;
use practice::kinds::Kind;
use practice::permission::Relation;
use practice::project::SeenChange;

/// How many cases stand on the page; the list has them all.
const LATEST: usize = 12;

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    page: Page,
    drafts: Vec<DraftLine>,
    cases: Vec<CaseLine>,
    tasks: Option<Tasks>,
    /// Whether the first steps were put away and can be taken out again.
    put_away: bool,
    /// Invented families that this person can delete, where the first steps do not offer it.
    demo_data: Vec<DemoData>,
    /// Reasons to think about cases that this person supervises.
    supervised: Vec<super::queue::ReasonGroup>,
    may_open: bool,
    administrator: bool,
}

/// An unfinished form.
#[derive(Clone, Debug)]
struct DraftLine {
    href: String,
    title: String,
    about: String,
    says: String,
    saved: String,
    delete: String,
}

/// An invented family that can be deleted.
#[derive(Clone, Debug)]
struct DemoData {
    /// The page that asks.
    href: String,
    /// The names of the children, as a list in words.
    children: String,
}

/// The first steps of the demo.
#[derive(Clone, Debug)]
struct Tasks {
    steps: Vec<Task>,
    all_done: bool,
    /// The page that asks whether to delete this family.
    delete: String,
}

#[derive(Clone, Debug)]
struct Task {
    id: String,
    href: String,
    words: String,
    hint: String,
    done: bool,
}

/// GET /work
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let app = signed.state.app();
    let mut cards = app.case_list(signed.subject()).await?;
    cards.sort_by_key(|card| std::cmp::Reverse(card.last_recorded_at));
    let mut kept = app.drafts(signed.subject()).await?;
    kept.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
    let today = app.today();
    let tasks = tasks(&signed, &cards).await?;
    let put_away =
        tasks.is_none() && signed.state.config().demo.is_some() && cards.iter().any(|card| card.invented);
    html(&WorkPage {
        page: signed.page(signed.words().say("nav-work")),
        drafts: kept.iter().map(|draft| line(&signed, draft, &cards)).collect(),
        cases: cards.iter().take(LATEST).map(|card| CaseLine::new(&signed, card, today)).collect(),
        put_away,
        demo_data: cards
            .iter()
            .filter(|card| card.invented && card.relation == Relation::Allocated)
            .map(|card| DemoData {
                href: demo_data::href(card.case),
                children: CaseLine::new(&signed, card, today).title,
            })
            .filter(|data| tasks.as_ref().is_none_or(|tasks| tasks.delete != data.href))
            .collect(),
        tasks,
        supervised: super::queue::few(&signed, &cards).await?,
        may_open: super::may_open(&signed),
        administrator: !super::may_open(&signed),
    })
}

/// POST /work/tasks: the steps are put away, or taken out again.
pub(crate) async fn tasks_shown(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    signed.state.demo().hide(posted.one("show").is_empty());
    Ok(see_other("/work"))
}

fn line(signed: &SignedIn, draft: &Draft, cards: &[CaseCard]) -> DraftLine {
    let words = signed.words();
    let Content { page, fields } = drafts::read(&draft.content);
    let card = draft.case.and_then(|case| cards.iter().find(|card| card.case == case));
    let names: Vec<&str> = card.iter().flat_map(|card| &card.children).map(|child| child.name.as_str()).collect();
    DraftLine {
        href: drafts::with_draft(&page, draft.key),
        title: words.say(title(&page)),
        about: words.list(&names),
        says: says(&fields),
        saved: words.say_with(
            "drafts-saved",
            &[("when", words.moment(draft.saved_at, &signed.state.config().zone).into())],
        ),
        delete: format!("/drafts/{}/delete", draft.key.0),
    }
}

/// The beginning of what was typed, so that one draft can be told from another: the field with most words in it.
fn says(fields: &[(String, String)]) -> String {
    const LONG: usize = 90;
    let typed = |name: &str| !matches!(name, "draft" | "entry" | "case" | "base" | "then") && !name.ends_with("id");
    let longest = fields
        .iter()
        .filter(|(name, value)| typed(name) && uuid::Uuid::parse_str(value.trim()).is_err())
        .max_by_key(|(_, value)| value.split_whitespace().count());
    let text = longest.map(|(_, value)| value.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
    if text.chars().count() <= LONG {
        return text;
    }
    let cut: String = text.chars().take(LONG).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// What a draft is of, from the path of its page.
fn title(page: &str) -> &'static str {
    let path = page.split('?').next().unwrap_or(page);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts.as_slice() {
        ["cases", "new"] => "draft-new-case",
        ["cases", _, "visit"] => "draft-visit",
        ["cases", _, "interviews", "ask"] => "draft-interview",
        ["cases", _, "import"] => "draft-import",
        ["cases", _, "attach"] => "draft-document",
        ["cases", _, "entries", ..] => "draft-change",
        ["cases", _, "new", kind] => match Kind::from_code(kind) {
            Some(Kind::Behaviour) => "draft-behaviour",
            Some(Kind::Effort) => "draft-effort",
            Some(Kind::Impact) => "draft-impact",
            Some(Kind::Intersection) => "draft-intersection",
            Some(Kind::Unknown) => "draft-unknown",
            Some(Kind::Person) => "draft-person",
            Some(Kind::Relationship) => "draft-relationship",
            Some(Kind::Household) => "draft-household",
            Some(Kind::RoleDecision) => "draft-role-decision",
            Some(Kind::Note) => "draft-note",
            Some(Kind::Visit) => "draft-visit",
            Some(Kind::Document) => "draft-document",
            Some(other) => other_title(other),
            None => "draft-form",
        },
        _ => "draft-form",
    }
}

/// What a draft is of, for the kinds that are recorded less often.
fn other_title(kind: Kind) -> &'static str {
    match kind {
        Kind::LivingArrangement => "draft-living-arrangement",
        Kind::ContactDetail => "draft-contact-detail",
        Kind::UseOfForce => "draft-use-of-force",
        Kind::Voice => "draft-voice",
        Kind::DailyCare => "draft-daily-care",
        Kind::CareConcern => "draft-care-concern",
        Kind::Contact => "draft-contact",
        Kind::PartneringStep => "draft-partnering-step",
        Kind::SystemResponse => "draft-system-response",
        Kind::WorkerSafety => "draft-worker-safety",
        Kind::Chronology => "draft-chronology",
        Kind::ToolResult => "draft-tool-result",
        Kind::Plan => "draft-plan",
        Kind::Goal => "draft-goal",
        Kind::Support => "draft-support",
        Kind::ChildNeed => "draft-child-need",
        Kind::AgencyAction => "draft-agency-action",
        Kind::ChangeReview => "draft-change-review",
        Kind::Evidence => "draft-evidence",
        Kind::Decision => "draft-decision",
        Kind::SignOff => "draft-sign-off",
        Kind::MappingSession => "draft-mapping-session",
        Kind::Supervision => "draft-supervision",
        _ => "draft-form",
    }
}

async fn tasks(signed: &SignedIn, cards: &[CaseCard]) -> Result<Option<Tasks>, Problem> {
    let demo = signed.state.demo();
    if signed.state.config().demo.is_none() || demo.hidden() {
        return Ok(None);
    }
    let Some(card) = cards.iter().find(|card| card.invented) else { return Ok(None) };
    let app = signed.state.app();
    let allowed = app.allow_read(signed.subject(), card.case, signed.session.purpose).await?;
    let projection = app.projection(&allowed, "work").await?;
    let me = signed.session.account;
    // Looked at now, also while nothing is recorded yet: else the first entry would come before the beginning.
    let since = demo.since(app.now());
    let recorded = |kind: Kind| {
        projection.of_kind(kind).any(|seen| {
            seen.history
                .iter()
                .any(|step| step.author.id == me && step.what == SeenChange::Recorded && step.recorded_at > since)
        })
    };
    let words = signed.words();
    let name = |names: &[String], key: &str| names.first().cloned().unwrap_or_else(|| words.say(key));
    let harm = name(&card.perpetrators, "demo-him");
    let hold = name(&card.survivors, "demo-her");
    let child = card.children.first().map(|child| child.name.clone()).unwrap_or_default();
    let base = format!("/cases/{}", card.case);
    let step = |id: &str, href: String, done: bool| {
        let args =
            [("harm", harm.as_str().into()), ("hold", hold.as_str().into()), ("child", child.as_str().into())];
        Task {
            id: format!("task-{id}"),
            href,
            words: words.say_with(&format!("demo-task-{id}"), &args),
            hint: words.say_attribute_with(&format!("demo-task-{id}"), "hint", &args),
            done,
        }
    };
    // The first note of the file is somebody else's, from before the family was understood. A note never changes: what one
    // would write instead is an addendum to it.
    let note = projection.of_kind(Kind::Note).next();
    let rewrite = note.map_or_else(|| format!("{base}/notes"), |seen| format!("{base}/entries/{}", seen.id));
    let steps = vec![
        step("map", format!("{base}/map"), demo.map_read()),
        step("note", rewrite, recorded(Kind::Note)),
        step("behaviour", format!("{base}/new/behaviour"), recorded(Kind::Behaviour)),
        step("effort", format!("{base}/new/effort"), recorded(Kind::Effort)),
        step("chronology", format!("{base}/chronology"), demo.chronology_read()),
    ];
    Ok(Some(Tasks { all_done: steps.iter().all(|step| step.done), steps, delete: demo_data::href(card.case) }))
}
