//! Every page there is: method, path, who may have it, handler. The router is built from this table and from nothing else.
//!
//! A row: `get "/cases/{case}/map", READ, "map", pages::map::page;` (for a case, the name is what stands in the access
//! log). `guard.rs` enforces the third column before the handler runs; the sweep in `tests/` iterates the rows as visitor,
//! stranger, administrator and each role. Each part of the crate has a block of its own, so that changes merge easily.

use crate::state::WebState;
use crate::{api, ask, assets, compress, files, forms, guard, headers, pages, wording};
use axum::Router;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post, post as upload};

/// Who may have a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody who reaches the server.
    Visitor,
    /// Somebody signed in. A visitor is sent to sign in, and comes back.
    SignedIn,
    /// Somebody signed in, or whose session ended within the last minute: for a draft that leaves with the exit.
    JustLeft,
    /// Somebody whom `app` allows it for the case in the path. For everybody else the case does not exist.
    Case(Need),
}

/// What is needed of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// To see it.
    Read,
    /// To record in it.
    Record,
    /// To take something out of it for good.
    Expunge,
    /// To forbid that anything of it is erased.
    Hold,
    /// To erase it.
    Erase,
}

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Route {
    /// GET or POST. A row with POST changes something, and asks for the token.
    pub verb: Verb,
    /// The path, with `{case}`, `{entry}`, `{person}`, `{kind}`, `{key}`, `{document}` and `{view}`.
    pub path: &'static str,
    /// Who may have it.
    pub who: Who,
    /// Whether its form carries a file.
    pub upload: bool,
    /// What stands in the access log as the view.
    pub view: &'static str,
    handler: fn() -> MethodRouter<WebState>,
}

/// The two methods that pages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Shows.
    Get,
    /// Changes.
    Post,
}

impl From<Verb> for Method {
    fn from(method: Verb) -> Self {
        match method {
            Verb::Get => Self::GET,
            Verb::Post => Self::POST,
        }
    }
}

impl Route {
    /// Whether it changes something.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.verb == Verb::Post
    }
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {} {:?}", self.verb, self.path, self.who)
    }
}

const VISITOR: Who = Who::Visitor;
const SIGNED: Who = Who::SignedIn;
const LEFT: Who = Who::JustLeft;
const READ: Who = Who::Case(Need::Read);
const RECORD: Who = Who::Case(Need::Record);
const EXPUNGE: Who = Who::Case(Need::Expunge);
const HOLD: Who = Who::Case(Need::Hold);
const ERASE: Who = Who::Case(Need::Erase);

macro_rules! routes {
    ($($method:ident $path:literal, $who:ident, $view:literal, $handler:path;)*) => {
        &[$(Route { verb: method!($method), upload: upload!($method), path: $path, who: $who, view: $view, handler: || $method($handler) }),*]
    };
}
macro_rules! method {
    (get) => {
        Verb::Get
    };
    (post) => {
        Verb::Post
    };
    (upload) => {
        Verb::Post
    };
}
macro_rules! upload {
    (upload) => {
        true
    };
    ($method:ident) => {
        false
    };
}

/// All rows, in blocks.
pub static ROUTES: &[&[Route]] = &[
    SHELL_ROUTES,
    READ_ROUTES,
    FORM_ROUTES,
    ASK_ROUTES,
    DOCUMENT_ROUTES,
    API_ROUTES,
    WORDING_ROUTES,
    FILE_ROUTES,
    KEEPING_ROUTES,
];

/// Signing in and out, one's own work, cases, drafts.
static SHELL_ROUTES: &[Route] = routes! {
    get  "/", VISITOR, "start", pages::sign_in::start;
    get  "/sign-in", VISITOR, "sign_in", pages::sign_in::page;
    post "/sign-in", VISITOR, "sign_in", pages::sign_in::send;
    post "/sign-out", SIGNED, "sign_out", pages::exit::sign_out;
    post "/session", SIGNED, "session", pages::exit::stay;
    post "/hide", SIGNED, "hide", pages::hidden::hide;
    get  "/hidden", SIGNED, "hidden", pages::hidden::page;
    post "/hidden", SIGNED, "hidden", pages::hidden::send;
    post "/share/stop", SIGNED, "share", pages::share::stop;
    get  "/menu", SIGNED, "menu", pages::menu::page;
    get  "/settings", SIGNED, "settings", pages::settings::page;
    post "/settings", SIGNED, "settings", pages::settings::send;
    post "/settings/pin", SIGNED, "settings", pages::settings::send_pin;
    get  "/exit", VISITOR, "exit", pages::exit::exit;
    get  "/exit/done", VISITOR, "exit", pages::exit::done;
    get  "/first-run", VISITOR, "first_run", pages::first_run::page;
    post "/first-run", VISITOR, "first_run", pages::first_run::send;
    get  "/first-run/administrator", VISITOR, "first_run", pages::first_run::administrator;
    post "/first-run/administrator", VISITOR, "first_run", pages::first_run::send_administrator;
    get  "/work", SIGNED, "work", pages::my_work::page;
    get  "/supervision", SIGNED, "supervision_queue", pages::queue::page;
    get  "/measures", SIGNED, "measures", pages::measures::page;
    post "/work/tasks", SIGNED, "work", pages::my_work::tasks_shown;
    get  "/cases/{case}/delete-demo", RECORD, "demo_data", pages::demo_data::page;
    post "/cases/{case}/delete-demo", RECORD, "demo_data", pages::demo_data::send;
    get  "/cases", SIGNED, "cases", pages::cases::page;
    get  "/cases/new", SIGNED, "new_case", pages::new_case::page;
    post "/cases/new", SIGNED, "new_case", pages::new_case::send;
    post "/drafts/{key}", LEFT, "draft", pages::drafts::save;
    post "/drafts/{key}/delete", SIGNED, "draft", pages::drafts::delete;
    get  "/health", VISITOR, "health", pages::health::health;
    get  "/assets/{name}", VISITOR, "assets", assets::file;
};

/// The pages of a case.
static READ_ROUTES: &[Route] = routes! {
    get  "/cases/{case}", READ, "overview", pages::read::overview;
    get  "/cases/{case}/map", READ, "map", pages::read::map;
    get  "/cases/{case}/chronology", READ, "chronology", pages::chronology::page;
    get  "/cases/{case}/chronologies", READ, "chronologies", pages::told::chronologies;
    get  "/cases/{case}/visibility", READ, "visibility", pages::told::visibility;
    get  "/cases/{case}/change", READ, "change", pages::told::change;
    get  "/cases/{case}/responses", READ, "responses", pages::told::responses;
    get  "/cases/{case}/care", READ, "care", pages::told::care;
    get  "/cases/{case}/force", READ, "force", pages::told::force;
    get  "/cases/{case}/plans", READ, "plans", pages::plans::plans;
    get  "/cases/{case}/plans/change/{person}", READ, "plan_copy", pages::plans::his;
    get  "/cases/{case}/plans/change/{person}/word", READ, "plan_copy_word", pages::plans::his_word;
    get  "/cases/{case}/plans/support/{person}", READ, "plan_copy", pages::plans::hers;
    get  "/cases/{case}/plans/support/{person}/word", READ, "plan_copy_word", pages::plans::hers_word;
    get  "/cases/{case}/plans/programme/{person}", READ, "exchange", pages::exchange::paper;
    get  "/cases/{case}/plans/programme/{person}/word", READ, "exchange_word", pages::exchange::word;
    get  "/cases/{case}/with-him", READ, "with_him", pages::plans::with_him;
    get  "/cases/{case}/intersections", READ, "intersections", pages::told::intersections;
    get  "/cases/{case}/decisions", READ, "decisions", pages::decide::decisions;
    get  "/cases/{case}/missed", READ, "missed", pages::decide::missed;
    get  "/cases/{case}/sessions", READ, "sessions", pages::decide::sessions;
    get  "/cases/{case}/live", READ, "session_live", pages::decide::live;
    get  "/cases/{case}/supervision", READ, "supervision", pages::decide::supervision;
    get  "/cases/{case}/children/{person}", READ, "child", pages::read::child;
    get  "/cases/{case}/efforts", READ, "efforts", pages::read::efforts;
    get  "/cases/{case}/people", READ, "people", pages::read::people;
    get  "/cases/{case}/same", READ, "same_people", pages::same::page;
    post "/cases/{case}/same/{person}", RECORD, "same_people", pages::same::send;
    get  "/cases/{case}/ecomap", READ, "ecomap", pages::read::ecomap;
    get  "/cases/{case}/notes", READ, "notes", pages::read::notes;
    get  "/cases/{case}/gaps", READ, "gaps", pages::read::gaps;
    get  "/cases/{case}/share", READ, "share", pages::share::page;
    post "/cases/{case}/share", READ, "share", pages::share::send;
    get  "/cases/{case}/entries", READ, "entries", pages::read::entries;
    get  "/cases/{case}/entries/{entry}", READ, "entry", pages::read::entry;
    get  "/cases/{case}/entries/{entry}/history", READ, "history", pages::read::history;
};

/// The forms.
static FORM_ROUTES: &[Route] = routes! {
    get  "/cases/{case}/new", RECORD, "new", forms::menu::page;
    get  "/cases/{case}/attempt", RECORD, "attempt", forms::attempt::page;
    get  "/cases/{case}/new/{kind}", RECORD, "new", forms::add::page;
    post "/cases/{case}/new/{kind}", RECORD, "new", forms::add::send;
    get  "/cases/{case}/visit", RECORD, "visit", forms::visit::page;
    post "/cases/{case}/visit", RECORD, "visit", forms::visit::send;
    get  "/cases/{case}/entries/{entry}/revise", RECORD, "revise", forms::revise::page;
    post "/cases/{case}/entries/{entry}/revise", RECORD, "revise", forms::revise::send;
    get  "/cases/{case}/entries/{entry}/withdraw", RECORD, "withdraw", forms::change::withdraw;
    post "/cases/{case}/entries/{entry}/withdraw", RECORD, "withdraw", forms::change::send_withdraw;
    get  "/cases/{case}/entries/{entry}/reinstate", RECORD, "reinstate", forms::change::reinstate;
    post "/cases/{case}/entries/{entry}/reinstate", RECORD, "reinstate", forms::change::send_reinstate;
    get  "/cases/{case}/entries/{entry}/relabel", RECORD, "relabel", forms::change::relabel;
    post "/cases/{case}/entries/{entry}/relabel", RECORD, "relabel", forms::change::send_relabel;
};

/// Interviews, and the sets of questions of the agency.
static ASK_ROUTES: &[Route] = routes! {
    get  "/cases/{case}/interviews", READ, "interviews", ask::list::page;
    get  "/cases/{case}/interviews/side-by-side", READ, "interviews", ask::compare::page;
    get  "/cases/{case}/interviews/paper", READ, "interview_paper", ask::paper::page;
    get  "/cases/{case}/interviews/ask", RECORD, "interview", ask::fill::page;
    post "/cases/{case}/interviews/ask", RECORD, "interview", ask::fill::send;
    get  "/cases/{case}/interviews/{entry}/confirm", RECORD, "interview", ask::confirm::page;
    post "/cases/{case}/interviews/{entry}/confirm", RECORD, "interview", ask::confirm::send;
    get  "/instruments", SIGNED, "instruments", ask::sets::page;
    upload "/instruments", SIGNED, "instruments", ask::sets::send;
};

/// Documents: each is in the access log under a name of its own.
static DOCUMENT_ROUTES: &[Route] = routes! {
    get  "/cases/{case}/documents", READ, "documents", pages::documents::choose;
    get  "/cases/{case}/documents/{document}", READ, "document", pages::documents::word;
    get  "/cases/{case}/print/{document}", READ, "print", pages::documents::paper;
};

/// The JSON interface. Each view is in the access log under the name in its row of `api::VIEWS`.
static API_ROUTES: &[Route] = routes! {
    get  "/api/v1/openapi.json", SIGNED, "api_description", api::description;
    get  "/api/v1/cases", SIGNED, "api_cases", api::cases;
    get  "/api/v1/measures", SIGNED, "measures", pages::measures::json;
    get  "/api/v1/cases/{case}/{view}", READ, "api_view", api::view;
    get  "/api/v1/cases/{case}/plan/change/{person}", READ, "api_plan_copy", pages::plans::his_json;
    get  "/api/v1/cases/{case}/plan/programme/{person}", READ, "api_exchange", pages::exchange::json;
    get  "/api/v1/cases/{case}/plan/support/{person}", READ, "api_plan_copy", pages::plans::hers_json;
    get  "/api/v1/cases/{case}/children/{person}", READ, "api_child", api::child;
};

/// What is taken out for good, held, and erased.
static KEEPING_ROUTES: &[Route] = routes! {
    get  "/cases/{case}/entries/{entry}/remove", EXPUNGE, "expunge", pages::keeping::remove::page;
    post "/cases/{case}/entries/{entry}/remove", EXPUNGE, "expunge", pages::keeping::remove::send;
    get  "/cases/{case}/hold", HOLD, "hold", pages::keeping::hold::page;
    post "/cases/{case}/hold", HOLD, "hold", pages::keeping::hold::send;
    get  "/cases/{case}/erase", ERASE, "erase", pages::keeping::erase::page;
    post "/cases/{case}/erase", ERASE, "erase", pages::keeping::erase::send;
    get  "/erased", SIGNED, "certificates", pages::keeping::erased::page;
    get  "/erased/json", SIGNED, "certificates", pages::keeping::erased::json;
};

/// The wording check: a document, the rules, old notes.
static WORDING_ROUTES: &[Route] = routes! {
    get  "/check", SIGNED, "check", wording::check::page;
    upload "/check", SIGNED, "check", wording::check::send;
    get  "/help/wording", SIGNED, "help", wording::help::list;
    get  "/help/wording/{rule}", SIGNED, "help", wording::help::page;
    get  "/cases/{case}/triage", RECORD, "triage", wording::triage::page;
    post "/cases/{case}/triage", RECORD, "triage", wording::triage::send;
};

/// Attached files, and bringing in old records. `upload` is a form that carries a file.
static FILE_ROUTES: &[Route] = routes! {
    get  "/cases/{case}/attach", RECORD, "attach", files::attach::page;
    upload "/cases/{case}/attach", RECORD, "attach", files::attach::send;
    get  "/cases/{case}/entries/{entry}/file", READ, "file", files::download::file;
    get  "/cases/{case}/import", RECORD, "import", files::import::page;
    upload "/cases/{case}/import", RECORD, "import", files::import::send;
    post "/cases/{case}/import/plan", RECORD, "import", files::import::plan;
    get  "/cases/{case}/import/faults", RECORD, "import", files::import::faults;
};

/// The pages over an application. Serve it on a listener; everything else is in the state.
pub fn router(state: WebState) -> Router {
    let mut router = Router::new();
    for route in ROUTES.iter().copied().flatten() {
        let guarded = guard::Guarded { state: state.clone(), route };
        let handler = (route.handler)().layer(axum::middleware::from_fn_with_state(guarded, guard::guard));
        router = router.route(route.path, handler);
    }
    let nowhere = guard::Nowhere { state: state.clone() };
    let router =
        router.fallback(guard::nowhere).method_not_allowed_fallback(guard::nowhere).layer(axum::Extension(nowhere));
    let router = if state.config().compress { router.layer(compress::layer()) } else { router };
    router.layer(axum::middleware::from_fn_with_state(state.clone(), headers::on_every_answer)).with_state(state)
}
