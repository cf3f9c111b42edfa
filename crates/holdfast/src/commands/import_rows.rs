//! `holdfast import --case`: spreadsheets with a mapping, and notes. All of a file or nothing; a dry run first.

use crate::cli::Import;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use app::{Allowed, App, Record};
use intake::{
    Becomes, Fault, Limits, Mapping, Outcome, Plan, Question, Scene, guess, plan_papers, plan_table, read_paper,
    read_table,
};
use practice::project::Projection;
use std::path::{Path, PathBuf};
use words::Words;

/// How many lines of one sort are printed.
const SHOWN: usize = 200;
/// How deep folders of notes are looked through, and for how many files.
const DEEP: usize = 5;
const MOST_FILES: usize = 5_000;

/// What the endings of spreadsheets and of notes are.
const TABLES: [&str; 3] = ["csv", "tsv", "xlsx"];
const PAPERS: [&str; 3] = ["txt", "docx", "md"];

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase()
}

/// Whether a file is a spreadsheet, a note, or a folder of notes.
pub(crate) fn is_old_record(path: &Path) -> bool {
    let ending = ending(path);
    TABLES.contains(&ending.as_str()) || PAPERS.contains(&ending.as_str()) || path.is_dir()
}

/// What every file is brought in with.
struct Desk {
    app: App,
    words: Words,
    allowed: Allowed<Record>,
    mapping: Option<Mapping>,
    dry_run: bool,
    /// Every fault so far, for the file of faults.
    faults: Vec<[String; 4]>,
}

pub(crate) async fn run(config: &Config, args: &Import, case: &str) -> Result<Exit, Failure> {
    let mapping = args.map.as_deref().map(read_mapping).transpose()?;
    let words = Words::new("en").map_err(Failure::failed)?;
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), case).await.map_err(Failure::refused)?;
    let account = app.account_for_import(args.by.as_deref()).await.map_err(Failure::refused)?;
    let allowed = app.operator_recording(&operator(), account, case).await.map_err(Failure::refused)?;
    let mut desk = Desk { app, words, allowed, mapping, dry_run: args.dry_run, faults: Vec::new() };
    let (mut exit, mut entries) = (Exit::Fine, 0_usize);
    for path in files(&args.files)? {
        match desk.file(&path).await? {
            Some(recorded) => entries = entries.saturating_add(recorded),
            None => exit = Exit::Refused,
        }
    }
    if let Some(path) = &args.errors {
        write_faults(path, &desk.faults)?;
    }
    if args.dry_run {
        eprintln!("This was a dry run: nothing was changed.");
    }
    if args.map.is_some() || !args.dry_run || !args.files.iter().any(|file| TABLES.contains(&ending(file).as_str()))
    {
        let what = match (entries, args.dry_run) {
            (0, _) => "unchanged".to_owned(),
            (1, false) => "1 entry recorded or revised".to_owned(),
            (1, true) => "1 entry would be recorded or revised".to_owned(),
            (many, false) => format!("{many} entries recorded or revised"),
            (many, true) => format!("{many} entries would be recorded or revised"),
        };
        out(&format!("case {case}: {what}\n"))?;
    }
    Ok(exit)
}

fn read_mapping(path: &Path) -> Result<Mapping, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Failure::usage(format!(
            "the mapping {} cannot be read: {error}. Check the name after --map",
            path.display()
        ))
    })?;
    Mapping::parse(&text)
        .map_err(|error| Failure::usage(format!("the mapping {} cannot be read: {error}", path.display())))
}

/// The files themselves, folders looked through in the order of their names.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in named {
        if path.as_os_str() == "-" {
            return Err(Failure::usage("spreadsheets and notes are read from files: name one instead of -"));
        }
        walk(path, DEEP, &mut found)?;
    }
    Ok(found)
}

fn walk(path: &Path, deep: usize, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::usage(format!("{} cannot be read: {error}. Check the name and the permissions", path.display()))
    };
    if !path.metadata().map_err(unreadable)?.is_dir() {
        found.push(path.to_owned());
        return if found.len() > MOST_FILES {
            Err(Failure::usage(format!("there are more than {MOST_FILES} files. Bring them in folder by folder")))
        } else {
            Ok(())
        };
    }
    let mut inside = Vec::new();
    for entry in path.read_dir().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        // Hidden files are the system's own, and a link could lead anywhere.
        let hidden = entry.file_name().to_string_lossy().starts_with(['.', '~']);
        if !hidden && !entry.file_type().map_err(unreadable)?.is_symlink() {
            inside.push(entry.path());
        }
    }
    inside.sort();
    if deep == 0 {
        return Err(Failure::usage(format!(
            "{}: folders are nested too deep. Name the inner ones",
            path.display()
        )));
    }
    inside.iter().try_for_each(|path| walk(path, deep - 1, found))
}

impl Desk {
    /// Brings one file in, or says what is wrong with it. How many entries were new or changed.
    async fn file(&mut self, path: &Path) -> Result<Option<usize>, Failure> {
        let shown = path.display().to_string();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = match read(path)? {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(self.refuse(&shown, &[fault])),
        };
        let projection =
            self.app.projection(&self.allowed.reading(), "import_rows").await.map_err(Failure::failed)?;
        let ending = ending(path);
        let plan = if TABLES.contains(&ending.as_str()) {
            match self.table(&shown, &name, &bytes, &projection)? {
                Ok(plan) => plan,
                Err(faults) => return Ok(self.refuse(&shown, &faults)),
            }
        } else if PAPERS.contains(&ending.as_str()) {
            let rules = self.mapping.as_ref().map(|mapping| &mapping.rows);
            let scene = Scene { projection: &projection, today: self.app.today(), words: &self.words };
            match read_paper(&name, &bytes, &Limits::USUAL) {
                Ok(paper) => plan_papers(&paper, rules.and_then(|r| r.label), rules.and_then(|r| r.dates), scene),
                Err(fault) => return Ok(self.refuse(&shown, &[fault])),
            }
        } else {
            let fault = Fault::file("import-fault-kind-of-file").with("name", &name);
            return Ok(self.refuse(&shown, &[fault]));
        };
        self.tell(&shown, &plan);
        if !plan.is_ready() {
            eprintln!("{shown}: nothing of this file was brought in.");
            return Ok(None);
        }
        let changed = plan.drafts.len();
        if self.dry_run || changed == 0 {
            return Ok(Some(changed));
        }
        if self.mapping.is_none() && TABLES.contains(&ending.as_str()) {
            return Err(Failure::usage(format!(
                "{shown}: say what its columns are with --map FILE. See what Holdfast guesses with: --dry-run"
            )));
        }
        match self.app.record_imported(&self.allowed, plan.drafts, &bytes, None).await {
            Ok(_) => Ok(Some(changed)),
            Err(app::RecordError::Failed(problem)) => Err(Failure::failed(problem)),
            Err(error) => Err(Failure::refused(format!("{shown}: {error}. Nothing of this file was brought in"))),
        }
    }

    fn table(
        &self,
        shown: &str,
        name: &str,
        bytes: &[u8],
        projection: &Projection,
    ) -> Result<Result<Plan, Vec<Fault>>, Failure> {
        let sheet = self.mapping.as_ref().and_then(|mapping| mapping.rows.sheet.as_deref());
        let table = match read_table(bytes, sheet, &Limits::USUAL) {
            Ok(table) => table,
            Err(faults) => return Ok(Err(faults)),
        };
        let scene = Scene { projection, today: self.app.today(), words: &self.words };
        let mapping = match &self.mapping {
            Some(mapping) => mapping.clone(),
            None => {
                let guessed = guess(&table, &self.words);
                if self.dry_run {
                    eprintln!(
                        "{shown}: no mapping was named. Its columns look like what is written to standard output."
                    );
                    out(&guessed.to_toml())?;
                }
                guessed
            }
        };
        Ok(Ok(plan_table(name, &table, &mapping, scene)))
    }

    fn refuse(&mut self, shown: &str, faults: &[Fault]) -> Option<usize> {
        for fault in faults {
            self.fault(shown, fault);
        }
        eprintln!("{shown}: nothing of this file was brought in.");
        None
    }

    fn fault(&mut self, shown: &str, fault: &Fault) {
        let (place, said) = (fault.place.say(&self.words), fault.say(&self.words));
        if self.faults.len() < SHOWN {
            eprintln!("{shown}: {}: {}", words::unmarked(&place), words::unmarked(&said));
        }
        let row = fault.place.row.map(|row| row.to_string()).unwrap_or_default();
        let column = fault.place.column.map(intake::letters).unwrap_or_default();
        self.faults.push([shown.to_owned(), row, column, words::unmarked(&said)]);
    }

    /// Says what a file would become, to the person at the terminal.
    fn tell(&mut self, shown: &str, plan: &Plan) {
        let words = self.words.clone();
        for remark in &plan.remarks {
            eprintln!("{shown}: {}", words::unmarked(&remark.say(&words)));
        }
        for fault in &plan.faults {
            self.fault(shown, fault);
        }
        for question in &plan.questions {
            eprintln!("{shown}: {}", ask(question, &words));
        }
        for left in plan.left_out.iter().take(SHOWN) {
            let place = words::unmarked(&left.fault.place.say(&words));
            eprintln!("{shown}: {place}: left out. {} ({})", words::unmarked(&left.fault.say(&words)), left.says);
        }
        for line in plan.entries.iter().filter(|line| line.outcome != Outcome::There).take(SHOWN) {
            let place = if line.row == 0 { String::new() } else { format!("row {}: ", line.row) };
            eprintln!("{shown}: {place}{} {}: {}", outcome(line.outcome), line.kind.code(), first_line(&line.says));
        }
        let counts: Vec<String> =
            [Outcome::New, Outcome::There, Outcome::Revised, Outcome::Stays, Outcome::ChangedHere]
                .into_iter()
                .filter(|outcome| plan.count(*outcome) > 0)
                .map(|each| format!("{} {}", plan.count(each), outcome(each)))
                .collect();
        if !counts.is_empty() {
            eprintln!("{shown}: {}", counts.join(", "));
        }
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::New => "new",
        Outcome::There => "there already",
        Outcome::Revised => "revised",
        Outcome::Stays => "changed in the file, not here (changed = \"revise\" would revise it)",
        Outcome::ChangedHere => "changed in the file and here: stays as it is here",
    }
}

fn ask(question: &Question, words: &Words) -> String {
    let said = match question {
        Question::Order { examples } => {
            let examples: Vec<String> = examples.iter().map(|(row, text)| format!("“{text}” ({row})")).collect();
            words.say_with("import-ask-order", &[("examples", examples.join(", ").into())])
                + " dates = \"day_first\" or \"month_first\" under [rows]"
        }
        Question::BothOrders { day_first, month_first } => words.say_with(
            "import-ask-both-orders",
            &[("day", day_first.to_string().into()), ("month", month_first.to_string().into())],
        ),
        Question::Person { name, row } => {
            words.say_with("import-ask-person", &[("name", name.as_str().into()), ("row", row.to_string().into())])
                + &format!(" {} = \"…\" under [people]; \"-\" is nobody of this case", quoted(name))
        }
        Question::Kind { word, row } => {
            let kinds: Vec<&str> = Becomes::ALL.iter().map(|becomes| becomes.code()).collect();
            words.say_with("import-ask-kind", &[("word", word.as_str().into()), ("row", row.to_string().into())])
                + &format!(" {} = \"…\" under [kinds]: {}", quoted(word), kinds.join(", "))
        }
    };
    words::unmarked(&said)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn first_line(text: &str) -> String {
    const LONG: usize = 90;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONG { line.to_owned() } else { line.chars().take(LONG).collect::<String>() + "…" }
}

/// The bytes of a file, unless it is larger than any that is brought in: then it is not read at all.
fn read(path: &Path) -> Result<Result<Vec<u8>, Fault>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::usage(format!("{} cannot be read: {error}. Check the name and the permissions", path.display()))
    };
    let most = Limits::USUAL.bytes;
    if path.metadata().map_err(unreadable)?.len() > most {
        return Ok(Err(Fault::file("import-fault-too-large").with("most", most / 1_000_000)));
    }
    std::fs::read(path).map(Ok).map_err(unreadable)
}

fn write_faults(path: &Path, faults: &[[String; 4]]) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| {
        Failure::failed(format!("{} cannot be written: {error}. Choose another name", path.display()))
    };
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(cannot)?;
    let rows = faults.iter().map(|fault| fault.as_slice());
    std::io::Write::write_all(&mut &file, intake::to_csv(&["file", "row", "column", "what"], rows).as_bytes())
        .map_err(cannot)
}
