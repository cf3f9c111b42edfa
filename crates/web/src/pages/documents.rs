//! Documents of a case: which there are, what they may hold, and each as a Word file or a print page.

use super::case_pages::Source;
use super::frame::{CaseFrame, Tab, base};
use super::read::id;
use super::say::Say;
use crate::api::VIEWS;
use crate::extract::{CaseAllowed, CaseRead};
use crate::page::{self, Page};
use crate::problem::Fail;
use app::Problem;
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use practice::ids::EntryId;
use practice::label::{Label, Labels};
use print::{Document, DocumentKind, Made, Paper};
use words::unmarked;

/// The page on which documents are chosen.
#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    always: String,
    more: Vec<Choice>,
    papers: Vec<Choice>,
    documents: Vec<Offered>,
    views: Vec<Offered>,
}

/// Something to choose.
struct Choice {
    code: &'static str,
    words: String,
    explained: String,
    chosen: bool,
}

/// A document or a view, with where to get it.
struct Offered {
    name: String,
    what: String,
    word: String,
    print: String,
    json: String,
}

/// A document on paper.
#[derive(Template)]
#[template(path = "print.html")]
pub(super) struct PrintPage {
    pub(super) page: Page,
    pub(super) wide: bool,
    pub(super) back: String,
    /// The words that lead back, in this language.
    pub(super) back_words: String,
    /// Further places: address and words.
    pub(super) more: Vec<(String, String)>,
    /// A remark that is not printed.
    pub(super) note: String,
    pub(super) article: String,
}

/// GET /cases/{case}/documents
pub(crate) async fn choose(read: CaseRead, case: CaseAllowed) -> Result<Response, Fail> {
    let say = Say { words: read.words(), zone: &read.state.config().zone, case: read.case, as_of: read.today };
    let title = say.t("doc-page-title");
    let base = base(read.case);
    let asked = asked(&read.query_pairs());
    let chosen_paper = Paper::from_code(&read.query("paper")).unwrap_or_default();
    let more = Label::ON_PAPER
        .into_iter()
        .filter(|label| *label != Label::Professional && case.allowed.clearance().labels.has(*label))
        .map(|label| Choice {
            code: label.code(),
            words: say.t(&format!("doc-with-{}", label.code())),
            explained: say.words.explain(label),
            chosen: asked.has(label),
        })
        .collect();
    let papers = Paper::ALL
        .into_iter()
        .map(|paper| Choice {
            code: paper.code(),
            words: say.t(&format!("doc-paper-{}", paper.code())),
            explained: String::new(),
            chosen: paper == chosen_paper,
        })
        .collect();
    let documents = DocumentKind::ALL
        .into_iter()
        .map(|kind| Offered {
            name: say.t(&format!("doc-title-{}", kind.code())),
            what: say.t(&format!("doc-what-{}", kind.code())),
            word: format!("{base}/documents/{}", kind.code()),
            print: format!("{base}/print/{}", kind.code()),
            json: String::new(),
        })
        .collect();
    let views = VIEWS
        .iter()
        .map(|row| Offered {
            name: row.name.to_owned(),
            what: String::new(),
            word: String::new(),
            print: String::new(),
            json: format!("/api/v1{base}/{}", row.name),
        })
        .collect();
    let source = Source { say: &say, projection: &read.projection, pack: read.state.app().pack() };
    page::html(&DocumentsPage {
        page: read.page(title.clone()),
        frame: source.frame(Tab::Documents),
        title,
        always: say.words.name(Label::Professional),
        more,
        papers,
        documents,
        views,
    })
}

/// The labels that are asked for beside what every document may hold.
fn asked(query: &[(String, String)]) -> Labels {
    let more = query.iter().filter(|(name, _)| name == "with").filter_map(|(_, code)| Label::from_code(code));
    more.chain([Label::Professional]).filter(|label| Label::ON_PAPER.contains(label)).collect()
}

/// Makes a document. That it was is in the access log before there is anything of it.
/// With it, the entry that the document is about, as the address gives it.
async fn made(
    case: &CaseAllowed,
    kind: DocumentKind,
    view: &'static str,
) -> Result<(Document, bool, Option<EntryId>), Fail> {
    let app = case.signed.state.app();
    let labels: Labels = asked(&case.signed.query_pairs())
        .iter()
        .filter(|label| case.allowed.clearance().labels.has(*label))
        .collect();
    let projection = app.paper(&case.allowed, &labels, view).await?;
    let of = case.signed.query("of");
    let of = if of.is_empty() { None } else { Some(id(&of)?) };
    let made = Made { as_of: app.today(), labels: &labels, zone: &case.signed.state.config().zone, of };
    Ok((print::document(kind, &projection, app.pack(), case.signed.words(), made), projection.invented, of))
}

fn kind_of(code: &str) -> Result<DocumentKind, Fail> {
    code.parse().map_err(|_| Fail::from(Problem::not_found()))
}

/// GET /cases/{case}/print/{document}
pub(crate) async fn paper(case: CaseAllowed, Path((_, code)): Path<(String, String)>) -> Result<Response, Fail> {
    let kind = kind_of(&code)?;
    let (document, invented, of) = made(&case, kind, kind.printed()).await?;
    let article = print::article(&document).map_err(|error| Fail::document(&error))?;
    // The name of the document without the children's names: it stands in the window.
    let mut page = case.signed.page(case.signed.words().say(&format!("doc-title-{}", kind.code())));
    page.invented = invented;
    page.logged = true;
    let base = base(case.allowed.case());
    let (back, words) = match (of, case.signed.uri.query()) {
        (Some(of), _) => (format!("{base}/decisions?of={of}"), "doc-print-back-decision"),
        (None, Some(query)) => (format!("{base}/documents?{query}"), "doc-print-back"),
        (None, None) => (format!("{base}/documents"), "doc-print-back"),
    };
    let back_words = page.t(words);
    page::html(&PrintPage {
        page,
        wide: document.wide,
        back,
        back_words,
        more: Vec::new(),
        note: String::new(),
        article,
    })
}

/// GET /cases/{case}/documents/{document}
pub(crate) async fn word(case: CaseAllowed, Path((_, code)): Path<(String, String)>) -> Result<Response, Fail> {
    let kind = kind_of(&code)?;
    let (document, ..) = made(&case, kind, kind.taken()).await?;
    let paper = Paper::from_code(&case.signed.query("paper")).unwrap_or_default();
    let bytes = print::docx(&document, paper).map_err(|error| Fail::document(&error))?;
    // No name in the name of the file: it lies in a folder of downloads.
    let name = unmarked(&format!("{}-{}.docx", kind.code(), document.as_of));
    let headers = [
        (header::CONTENT_TYPE, print::DOCX.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}
