//! Bringing in spreadsheets and old notes: choose files, say what their columns are, look at what would come of it, and
//! only then record. The files wait in the draft store, so that nothing is lost when a session ends.

use super::mapping::{self, Fields};
use crate::extract::{CaseRecord, Posted};
use crate::forms::draft;
use crate::forms::field::Field;
use crate::forms::raw::Raw;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, Tab, base};
use crate::pages::say::Say;
use crate::problem::Fail;
use crate::upload::{Broken, Slot, closing};
use app::{DraftKey, Problem};
use askama::Template;
use axum::Extension;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use intake::{
    Fault, Limits, Outcome, Plan, Question, Scene, Table, guess, plan_papers, plan_table, read_paper, read_table,
    to_csv,
};
use practice::cast::Cast;
use practice::record::Draft;
use uuid::Uuid;
use words::{Words, unmarked};

/// The most files of one sending.
const MOST_FILES: usize = 200;
/// How many lines of one sort stand on the page; the file of faults has them all.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "files/import.html")]
struct StartPage {
    page: Page,
    frame: CaseFrame,
    error: String,
}

#[derive(Template)]
#[template(path = "files/mapping.html")]
struct MappingPage {
    page: Page,
    frame: CaseFrame,
    key: Uuid,
    version: u64,
    names: String,
    hidden: Vec<(String, String)>,
    /// The first rows with their headings, for a table.
    headings: Vec<String>,
    first: Vec<Vec<String>>,
    asked: Vec<Field>,
    columns: Vec<Field>,
    rules: Vec<Field>,
    kept: Vec<Field>,
    result: Option<Shown>,
}

/// What would come of the files, in words.
#[derive(Clone, Debug, Default)]
struct Shown {
    ready: bool,
    summary: String,
    remarks: Vec<String>,
    questions: Vec<String>,
    faults: Vec<(String, String)>,
    more_faults: usize,
    left: Vec<(String, String, String)>,
    entries: Vec<(String, String, String)>,
    more_entries: usize,
    button: String,
}

/// GET /cases/{case}/import
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let Ok(key) = case.query("draft").parse::<Uuid>() else {
        return html(&start(&case, String::new()));
    };
    let Some(found) = draft::load(&case, key).await? else {
        return html(&start(&case, case.words().say("import-gone")));
    };
    let work = Work::of(&case, &found.raw).await?;
    html(&shown(&case, key, found.version, &found.raw, &work, false))
}

fn start(case: &CaseRecord, error: String) -> StartPage {
    let page = case.page(case.words().say("import-title"));
    let page = if error.is_empty() { page } else { page.with_errors() };
    StartPage { page, frame: frame(case), error }
}

fn frame(case: &CaseRecord) -> CaseFrame {
    let say = Say { words: case.words(), zone: &case.state.config().zone, case: case.case, as_of: case.today };
    CaseFrame::new(&say, &case.projection, Tab::Notes)
}

/// POST /cases/{case}/import: files come in and wait.
pub(crate) async fn send(
    case: CaseRecord,
    _posted: Posted,
    Extension(slot): Extension<Slot>,
) -> Result<Response, Fail> {
    let words = case.words().clone();
    let refuse = |status: StatusCode, why: String| html_with(status, &start(&case, why)).map(closing);
    let Some(mut upload) = slot.take() else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, words.say("attached-no-file"));
    };
    let app = case.state.app();
    let most = upload.most.min(Limits::USUAL.bytes);
    let (mut raw, mut n) = (Raw::default(), 0_usize);
    loop {
        let Some(name) = upload.name() else {
            match upload.go_on().await {
                Ok(true) => continue,
                Ok(false) => break,
                Err(_) => return refuse(StatusCode::BAD_REQUEST, words.say("import-broke-off")),
            }
        };
        // Kept like a draft: nobody has labelled it yet.
        let mut incoming = app.attach(&case.record, true).await?;
        let whole = loop {
            match upload.next().await {
                Ok(None) => break Ok(()),
                Ok(Some(bytes)) => {
                    incoming.write(&bytes).await?;
                    if incoming.size() > most {
                        break Err(Broken::TooLarge);
                    }
                }
                Err(broken) => break Err(broken),
            }
        };
        if let Err(broken) = whole {
            incoming.abandon().await;
            upload.linger();
            return match broken {
                Broken::TooLarge => {
                    let why = words
                        .say_with("import-fault-too-large", &[("most", (most / 1_000_000).to_string().into())]);
                    refuse(StatusCode::PAYLOAD_TOO_LARGE, why)
                }
                Broken::Off => refuse(StatusCode::BAD_REQUEST, words.say("import-broke-off")),
            };
        }
        let hash = app.spooled(incoming).await?;
        raw.set(format!("file-{n}-hash"), hash.to_string());
        raw.set(format!("file-{n}-name"), clean(&name));
        n += 1;
        if n > MOST_FILES {
            upload.linger();
            let most = MOST_FILES.to_string();
            return refuse(
                StatusCode::UNPROCESSABLE_ENTITY,
                words.say_with("import-too-many-files", &[("most", most.into())]),
            );
        }
        match upload.go_on().await {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return refuse(StatusCode::BAD_REQUEST, words.say("import-broke-off")),
        }
    }
    if n == 0 {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, words.say("attached-no-file"));
    }
    let work = Work::of(&case, &raw).await?;
    if let (Some(table), []) = (&work.table, work.broken.as_slice()) {
        mapping::write(&guess(table, &words), &mut raw);
    }
    let key = case.state.app().new_id();
    let address = format!("{}/import", base(case.case));
    draft::save(&case, key, 1, &address, &raw).await?;
    Ok(see_other(&format!("{address}?draft={key}")))
}

/// The last part of a name, without what no name has.
fn clean(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    if clean.trim().is_empty() { "file".to_owned() } else { clean.trim().to_owned() }
}

/// The files of a draft, read as far as they can be.
#[derive(Default)]
struct Work {
    names: Vec<String>,
    table: Option<Table>,
    papers: Vec<intake::Paper>,
    /// What could not be read, by file.
    broken: Vec<(String, Fault)>,
    /// All bytes, one file after the other: their hash stands in the journal.
    bytes: Vec<u8>,
    hashes: Vec<practice::kinds::document::FileHash>,
}

impl Work {
    async fn of(case: &CaseRecord, raw: &Raw) -> Result<Self, Fail> {
        let mut work = Self::default();
        let limits = Limits::USUAL;
        let mut files = Vec::new();
        for n in 0..MOST_FILES {
            let Ok(hash) = raw.one(&format!("file-{n}-hash")).parse() else { break };
            files.push((raw.one(&format!("file-{n}-name")).to_owned(), hash));
        }
        let single = files.len() == 1;
        for (name, hash) in files {
            work.names.push(name.clone());
            work.hashes.push(hash);
            let Some(bytes) = case.state.app().spool(&case.record, hash, limits.bytes).await? else {
                work.broken.push((name, Fault::file("import-fault-waited-too-long")));
                continue;
            };
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
            let is_table = matches!(ending.as_str(), "csv" | "tsv" | "xlsx" | "xls");
            if is_table && !single {
                work.broken.push((name, Fault::file("import-fault-one-table")));
                continue;
            }
            work.bytes.extend_from_slice(&bytes);
            let sheet = Some(raw.one("sheet").to_owned()).filter(|sheet| !sheet.is_empty());
            // Reading a large workbook takes a while: away from the tasks that serve pages.
            let told = name.clone();
            let read = tokio::task::spawn_blocking(move || {
                if is_table {
                    read_table(&bytes, sheet.as_deref(), &limits).map(Read::Table)
                } else {
                    read_paper(&told, &bytes, &limits).map(Read::Paper).map_err(|fault| vec![fault])
                }
            })
            .await
            .map_err(|_| Problem::not_found())?;
            match read {
                Ok(Read::Table(table)) => work.table = Some(table),
                Ok(Read::Paper(paper)) => work.papers.push(paper),
                Err(faults) => work.broken.extend(faults.into_iter().map(|fault| (name.clone(), fault))),
            }
        }
        Ok(work)
    }

    /// What each file would become.
    fn plans(&self, case: &CaseRecord, raw: &Raw) -> Vec<(String, Plan)> {
        let mapping = mapping::read(raw);
        let scene = Scene { projection: &case.projection, today: case.today, words: case.words() };
        if let (Some(table), Some(name)) = (&self.table, self.names.first()) {
            return vec![(name.clone(), plan_table(name, table, &mapping, scene))];
        }
        self.papers
            .iter()
            .map(|paper| (paper.name.clone(), plan_papers(paper, mapping.rows.label, mapping.rows.dates, scene)))
            .collect()
    }
}

enum Read {
    Table(Table),
    Paper(intake::Paper),
}

/// POST /cases/{case}/import/plan: a dry run, or the recording.
pub(crate) async fn plan(case: CaseRecord, posted: Posted) -> Result<Response, Fail> {
    let raw = Raw::from_pairs(posted.pairs());
    let Ok(key) = raw.one("draft").parse::<Uuid>() else {
        return Ok(see_other(&format!("{}/import", base(case.case))));
    };
    let version: u64 = raw.one("draft_version").parse().unwrap_or(0);
    let work = Work::of(&case, &raw).await?;
    let address = format!("{}/import", base(case.case));
    let app = case.state.app();
    if raw.has("forget") {
        for hash in &work.hashes {
            app.spool_gone(&case.record, *hash).await?;
        }
        app.draft_delete(case.subject(), DraftKey(key)).await?;
        return Ok(see_other(&address));
    }
    let version = draft::save(&case, key, version + 1, &address, &raw).await?;
    if !raw.has("record") {
        return html(&shown(&case, key, version, &raw, &work, true));
    }
    let plans = work.plans(&case, &raw);
    let table = work.table.is_some();
    let blocked = table && (!work.broken.is_empty() || plans.iter().any(|(_, plan)| !plan.is_ready()));
    let drafts: Vec<Draft> =
        plans.into_iter().filter(|(_, plan)| plan.is_ready()).flat_map(|(_, plan)| plan.drafts).collect();
    if blocked || drafts.is_empty() {
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&case, key, version, &raw, &work, true));
    }
    match app.record_imported(&case.record, drafts, &work.bytes, Some(DraftKey(key))).await {
        Ok(_) => {
            for hash in &work.hashes {
                app.spool_gone(&case.record, *hash).await?;
            }
            Ok(see_other(&format!("{}/notes?done=brought-in", base(case.case))))
        }
        Err(app::RecordError::Failed(problem)) => Err(problem.into()),
        Err(error) => {
            let mut page = shown(&case, key, version, &raw, &work, true);
            if let Some(result) = &mut page.result {
                result.faults.insert(0, (case.words().say("import-place-file"), error.to_string()));
                result.ready = false;
            }
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /cases/{case}/import/faults: everything that is wrong, as a file for a spreadsheet.
pub(crate) async fn faults(case: CaseRecord) -> Result<Response, Fail> {
    let found = match case.query("draft").parse::<Uuid>() {
        Ok(key) => draft::load(&case, key).await?,
        Err(_) => None,
    };
    let Some(found) = found else { return Ok(see_other(&format!("{}/import", base(case.case)))) };
    let work = Work::of(&case, &found.raw).await?;
    let words = case.words();
    let line = |name: &str, fault: &Fault| {
        vec![
            name.to_owned(),
            fault.place.row.map(|row| row.to_string()).unwrap_or_default(),
            fault.place.column.map(intake::letters).unwrap_or_default(),
            unmarked(&fault.say(words)),
        ]
    };
    let mut rows: Vec<Vec<String>> = work.broken.iter().map(|(name, fault)| line(name, fault)).collect();
    for (name, plan) in work.plans(&case, &found.raw) {
        rows.extend(plan.faults.iter().map(|fault| line(&name, fault)));
        rows.extend(plan.left_out.iter().map(|left| line(&name, &left.fault)));
    }
    let headings = ["file", "row", "column", "what"].map(|key| words.say(&format!("import-heading-{key}")));
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut response = to_csv(&headings, rows.iter().map(Vec::as_slice)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"faults.csv\""));
    Ok(response)
}

fn shown(case: &CaseRecord, key: Uuid, version: u64, raw: &Raw, work: &Work, checked: bool) -> MappingPage {
    let words = case.words();
    let cast = Cast::of(&case.projection, case.today);
    let plans = work.plans(case, raw);
    let empty = Table::default();
    let table = work.table.as_ref().unwrap_or(&empty);
    let fields = Fields { words, raw, cast: &cast, table };
    let questions: Vec<Question> = plans.iter().flat_map(|(_, plan)| plan.questions.clone()).collect();
    let is_table = work.table.is_some();
    let hidden = raw
        .iter()
        .filter(|(name, _)| name.starts_with("file-"))
        .flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone())))
        .collect();
    let cell = |cell: &intake::Cell| cell.text().chars().take(80).collect::<String>();
    MappingPage {
        page: case.page(words.say("import-title")),
        frame: frame(case),
        key,
        version,
        names: words.list(&work.names),
        hidden,
        headings: table
            .headings
            .iter()
            .enumerate()
            .map(|(n, heading)| if heading.is_empty() { intake::letters(n) } else { heading.clone() })
            .collect(),
        first: table
            .rows
            .iter()
            .take(4)
            .map(|row| (0..table.width()).map(|n| cell(row.cell(n))).collect())
            .collect(),
        asked: fields.asked(&questions),
        columns: if is_table { fields.columns() } else { Vec::new() },
        rules: if is_table { fields.rules() } else { vec![fields.order()] },
        kept: fields.kept(is_table),
        result: (checked || !work.broken.is_empty()).then(|| result(words, work, &plans)),
    }
}

fn result(words: &Words, work: &Work, plans: &[(String, Plan)]) -> Shown {
    let several = plans.len() > 1;
    let place = |name: &str, fault: &Fault| {
        let place = unmarked(&fault.place.say(words));
        if several || fault.place.row.is_none() { name.to_owned() } else { place }
    };
    let mut shown = Shown::default();
    for (name, fault) in &work.broken {
        shown.faults.push((name.clone(), fault.say(words)));
    }
    let count = |outcome: Outcome| plans.iter().map(|(_, plan)| plan.count(outcome)).sum::<usize>();
    let mut drafts = 0_usize;
    for (name, plan) in plans {
        shown.remarks.extend(plan.remarks.iter().map(|remark| remark.say(words)));
        shown.faults.extend(plan.faults.iter().map(|fault| (place(name, fault), fault.say(words))));
        shown.questions.extend(plan.questions.iter().map(|question| ask(question, words)));
        shown.left.extend(
            plan.left_out.iter().map(|left| (place(name, &left.fault), left.fault.say(words), left.says.clone())),
        );
        if plan.is_ready() {
            drafts += plan.drafts.len();
        }
        shown.entries.extend(plan.entries.iter().map(|line| {
            let place = if line.row == 0 { name.clone() } else { line.row.to_string() };
            (place, words.say(outcome_key(line.outcome)), format!("{}: {}", words.name(line.kind), line.says))
        }));
    }
    let table = work.table.is_some();
    shown.ready = drafts > 0 && (!table || (shown.faults.is_empty() && shown.questions.is_empty()));
    shown.remarks.dedup();
    shown.summary = words.say_with(
        "import-summary",
        &[
            ("new", count(Outcome::New).into()),
            ("there", count(Outcome::There).into()),
            ("revised", count(Outcome::Revised).into()),
            ("stays", (count(Outcome::Stays) + count(Outcome::ChangedHere)).into()),
        ],
    );
    shown.button = words.say_with("import-record", &[("n", drafts.into())]);
    shown.more_faults = shown.faults.len().saturating_sub(SHOWN);
    shown.more_entries = shown.entries.len().saturating_sub(SHOWN);
    shown.faults.truncate(SHOWN);
    shown.entries.truncate(SHOWN);
    shown.left.truncate(SHOWN);
    shown
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::New => "import-outcome-new",
        Outcome::There => "import-outcome-there",
        Outcome::Revised => "import-outcome-revised",
        Outcome::Stays => "import-outcome-stays",
        Outcome::ChangedHere => "import-outcome-changed-here",
    }
}

fn ask(question: &Question, words: &Words) -> String {
    match question {
        Question::Order { examples } => {
            let examples: Vec<String> = examples.iter().map(|(_, text)| format!("“{text}”")).collect();
            words.say_with("import-ask-order", &[("examples", words.list(&examples).into())])
        }
        Question::BothOrders { day_first, month_first } => words.say_with(
            "import-ask-both-orders",
            &[("day", day_first.to_string().into()), ("month", month_first.to_string().into())],
        ),
        Question::Person { name, row } => {
            words.say_with("import-ask-person", &[("name", name.as_str().into()), ("row", row.to_string().into())])
        }
        Question::Kind { word, row } => {
            words.say_with("import-ask-kind", &[("word", word.as_str().into()), ("row", row.to_string().into())])
        }
    }
}
