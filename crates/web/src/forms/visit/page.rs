//! The page of a visit: the sitting once, the line being written, the lines so far, the advice, and the state of the draft.

use super::advice::{Advice, advice};
use super::line::{self, KINDS, Line};
use super::sitting;
use crate::fields::FaultLine;
use crate::forms::desk::Desk;
use crate::forms::draft::{DraftWords, Found};
use crate::forms::envelope::{how_field, label_field};
use crate::forms::fault::Fault;
use crate::forms::field::{Choice, Control, Field};
use crate::forms::impact::{on_field, pathway_field};
use crate::forms::pack::{care_area_choices, means_choices, outcome_choices, sector_choices};
use crate::forms::raw::Raw;
use crate::forms::reading::Tools;
use crate::forms::scene::Scene;
use crate::forms::show::Show;
use crate::page::Page;
use crate::pages::frame::{CaseFrame, Tab, base};
use askama::Template;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::people::Role;
use practice::kinds::systems::Effect;
use uuid::Uuid;

/// The fields of one kind of line.
#[derive(Debug)]
pub(crate) struct KindForm {
    pub(crate) code: &'static str,
    pub(crate) name: String,
    pub(crate) icon: &'static str,
    pub(crate) class: &'static str,
    pub(crate) chosen: bool,
    /// The statement: always in view, and where the words are typed.
    pub(crate) statement: Field,
    /// Who, before the statement.
    pub(crate) before: Vec<Field>,
    /// To whom, or because of what, after it.
    pub(crate) after: Vec<Field>,
}

impl KindForm {
    /// Whether there are fields that stand side by side after the statement.
    pub(crate) fn has_row(&self) -> bool {
        self.after.iter().any(|field| field.control != Control::Chips)
    }
}

/// A line that was added.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) icon: &'static str,
    pub(crate) class: &'static str,
    pub(crate) says: String,
    pub(crate) known: String,
    pub(crate) own: String,
    pub(crate) json: String,
    pub(crate) editing: bool,
    pub(crate) faults: Vec<String>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "forms/visit.html")]
pub(crate) struct VisitPage {
    pub(crate) page: Page,
    pub(crate) frame: CaseFrame,
    pub(crate) action: String,
    pub(crate) visit: EntryId,
    pub(crate) draft: DraftWords,
    pub(crate) faults: Vec<FaultLine>,
    pub(crate) sitting: Vec<Field>,
    pub(crate) more: Vec<Field>,
    pub(crate) more_open: bool,
    pub(crate) sitting_line: String,
    pub(crate) filled: bool,
    pub(crate) kinds: Vec<KindForm>,
    pub(crate) kind: &'static str,
    pub(crate) own: Vec<Field>,
    pub(crate) own_open: bool,
    pub(crate) inherit: String,
    pub(crate) editing: String,
    pub(crate) added: Vec<Added>,
    pub(crate) advice: Vec<Advice>,
    /// Whether a line was just added: the next one takes the focus.
    pub(crate) writing: bool,
    /// Said where the draft could not be saved.
    pub(crate) unsaved: bool,
    /// Other visits that are not recorded yet: what the link says, and where it leads.
    pub(crate) unfinished: Vec<(String, String)>,
}

/// What a page is made from.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    /// The fields of the page: the sitting and the line being written.
    pub(crate) raw: &'a Raw,
    /// The lines so far.
    pub(crate) lines: &'a [Line],
    /// The kind of line being written.
    pub(crate) kind: Kind,
    /// The entry of the visit.
    pub(crate) visit: EntryId,
    /// The draft it is kept in.
    pub(crate) draft: Uuid,
    /// The version of the draft that the page knows.
    pub(crate) version: u64,
    /// The draft, where the page comes from it.
    pub(crate) found: Option<&'a Found>,
    /// What is wrong with sitting and line.
    pub(crate) faults: &'a [Fault],
    /// What is wrong with lines that were added, by their place.
    pub(crate) line_faults: &'a [(usize, Fault)],
    /// Whether the draft could not be saved.
    pub(crate) unsaved: bool,
    /// Other visits that are not recorded yet: when saved, and where.
    pub(crate) unfinished: &'a [(String, String)],
}

/// The icon and the colour of a kind of line.
fn look(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Behaviour => ("arrow", "harm"),
        Kind::Effort => ("shield", "hold"),
        Kind::Impact => ("dot", "harm"),
        Kind::Voice | Kind::Contact => ("page", "sys"),
        Kind::DailyCare => ("house", "hold"),
        Kind::SystemResponse => ("door", "sys"),
        _ => ("ring", "open"),
    }
}

/// A scene in which the lines so far can be linked to.
pub(crate) fn scene_with(scene: &Scene, lines: &[Line]) -> Scene {
    let mut scene = scene.clone();
    for line in lines {
        let says: String = line.says().chars().take(60).collect();
        scene.add(line.id, line.kind, says);
    }
    scene
}

/// Makes the page.
pub(crate) fn page(desk: &Desk<'_>, shown: &Shown<'_>) -> VisitPage {
    let scene = scene_with(&desk.scene, shown.lines);
    let tools = Tools { scene: &scene, ..desk.tools() };
    let show = Show { raw: shown.raw, faults: shown.faults, tools, form: "visit", prefix: "" };
    let words = desk.words();
    let sitting = sitting::fields(&show);
    let more = sitting::more(&show);
    let kinds: Vec<KindForm> = KINDS.into_iter().map(|kind| kind_form(kind, shown, tools)).collect();
    let own = own_fields(&show);
    let here = format!("{}/visit", base(desk.read.case));
    let every_field = sitting
        .iter()
        .chain(
            kinds
                .iter()
                .filter(|kind| kind.chosen)
                .flat_map(|k| k.before.iter().chain([&k.statement]).chain(&k.after)),
        )
        .chain(&own);
    let mut faults = desk.summary(shown.faults, every_field);
    faults.extend(shown.line_faults.iter().map(|(at, fault)| FaultLine {
        href: format!("#line-{at}"),
        words: words.say_with(
            "visit-error-line",
            &[
                ("line", shown.lines.get(*at).map(|line| line.says().to_owned()).unwrap_or_default().into()),
                ("fault", fault.say(words).into()),
            ],
        ),
    }));
    let line_is_empty = !shown.raw.has(&format!("{}-{}", shown.kind.code(), Line::statement(shown.kind)));
    let title = words.say("visit-title");
    let page = desk.read.page(title);
    VisitPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: desk.frame(Tab::Visit),
        visit: shown.visit,
        draft: desk.draft(shown.draft, &here, shown.found, shown.version),
        action: here,
        sitting_line: sitting::in_one_line(&show),
        filled: sitting::is_filled(shown.raw),
        sitting,
        more_open: more.iter().any(Field::is_used),
        more,
        kind: shown.kind.code(),
        own_open: own.iter().any(Field::is_used),
        inherit: words.say_with("visit-inherits", &[("sitting", inherited(&show).into())]),
        own,
        kinds,
        editing: shown.raw.one("editing").to_owned(),
        added: added(shown, tools),
        advice: if shown.lines.is_empty() { Vec::new() } else { advice(shown.lines, tools) },
        writing: faults.is_empty() && !shown.lines.is_empty() && line_is_empty,
        unsaved: shown.unsaved,
        unfinished: shown
            .unfinished
            .iter()
            .map(|(when, to)| (words.say_with("visit-go-on", &[("when", when.as_str().into())]), to.clone()))
            .collect(),
        faults,
    }
}

/// What a line takes over, in words.
fn inherited(show: &Show<'_>) -> String {
    let parts = [
        show.date("when").says(),
        how_field(show, "known-0-how", show.blank("known-0-how")).says(),
        label_field(show, "label").says(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { show.say("form-blank") } else { parts.join("; ") }
}

fn own_fields(show: &Show<'_>) -> Vec<Field> {
    let own = Show { prefix: "own-", ..*show };
    vec![
        own.date("when"),
        how_field(&own, "known-0-how", sitting::as_the_visit(show)),
        own.line("known-0-by"),
        own.line("known-0-words"),
        label_field_as_visit(&own),
    ]
}

fn label_field_as_visit(own: &Show<'_>) -> Field {
    let mut choices = vec![sitting::as_the_visit(own)];
    choices.extend(own.codes(&practice::label::Label::ALL));
    own.chosen("label", Control::Select, choices)
}

/// The three questions of a kind of line.
fn kind_form(kind: Kind, shown: &Shown<'_>, tools: Tools<'_>) -> KindForm {
    let chosen = kind == shown.kind;
    let mut raw = shown.raw.clone();
    if !chosen {
        // What the next line of this kind would begin with, so that changing the kind needs no reload.
        line::take_out_kind(&mut raw, kind);
        for (name, values) in line::next(kind, shown.lines, tools).iter() {
            for value in values {
                raw.push(format!("{}-{name}", kind.code()), value.as_str());
            }
        }
    }
    let prefix = format!("{}-", kind.code());
    let show = Show { raw: &raw, faults: shown.faults, tools, form: kind.code(), prefix: &prefix };
    let (before, after) = match kind {
        Kind::Behaviour => (
            vec![show.person("actor", &[Role::Perpetrator, Role::Undetermined])],
            vec![show.persons("targets", &[Role::Survivor, Role::Child])],
        ),
        Kind::Effort => (
            vec![show.person("actor", &[Role::Survivor])],
            vec![
                show.persons("for_whom", &[Role::Child, Role::Survivor]),
                show.item("answers-0-to", Kind::Behaviour),
                show.line("made_possible-0-what"),
            ],
        ),
        Kind::Impact => (
            vec![Field { control: Control::Radios, ..on_field(&show) }],
            vec![show.item("from-0-to", Kind::Behaviour), pathway_field(&show, "from-0-pathway")],
        ),
        Kind::Voice => (
            vec![show.person("whose", &[Role::Child, Role::Survivor, Role::Kin])],
            vec![show.line("wants"), show.line("worse")],
        ),
        Kind::DailyCare => (
            vec![
                show.person("carer", &[Role::Survivor, Role::Perpetrator, Role::Kin]),
                with_blank(&show, "area", care_area_choices(&show)),
            ],
            vec![show.children("children")],
        ),
        Kind::SystemResponse => (
            vec![show.line("agency"), with_blank(&show, "sector", sector_choices(&show))],
            vec![
                with_blank(&show, "effects-0-effect", show.codes(&Effect::ALL)),
                show.person("effects-0-by", &[Role::Survivor, Role::Child, Role::Professional]),
            ],
        ),
        Kind::Contact => (
            vec![
                with_blank(&show, "means", means_choices(&show)),
                with_blank(&show, "outcome", outcome_choices(&show)),
            ],
            vec![
                show.persons("with", &[Role::Professional, Role::Perpetrator, Role::Survivor]),
                show.line("with-other"),
            ],
        ),
        _ => (
            Vec::new(),
            vec![
                show.person("could_answer", &[Role::Survivor, Role::Child, Role::Professional]),
                show.persons("about", &[Role::Child, Role::Survivor]),
            ],
        ),
    };
    let (icon, class) = look(kind);
    KindForm {
        code: kind.code(),
        name: tools.words.say(&format!("visit-kind-{}", kind.code())),
        icon,
        class,
        chosen,
        statement: show.line(Line::statement(kind)),
        before,
        after,
    }
}

fn added(shown: &Shown<'_>, tools: Tools<'_>) -> Vec<Added> {
    let words = tools.words;
    let editing = shown.raw.one("editing");
    shown
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let (icon, class) = look(line.kind);
            let show = Show { raw: &line.raw, faults: &[], tools, form: line.kind.code(), prefix: "" };
            Added {
                number: at,
                name: words.say(&format!("visit-kind-{}", line.kind.code())),
                icon,
                class,
                says: with_name(line, tools),
                known: remark(line, &show),
                own: own_words(line, &show),
                json: line.json(),
                editing: line.id.to_string() == editing,
                faults: shown
                    .line_faults
                    .iter()
                    .filter(|(n, _)| *n == at)
                    .map(|(_, fault)| fault.say(words))
                    .collect(),
            }
        })
        .collect()
}

/// One of many, or nothing yet.
fn with_blank(show: &Show<'_>, name: &str, choices: Vec<Choice>) -> Field {
    let mut all = vec![show.blank(name)];
    all.extend(choices);
    show.chosen(name, Control::Select, all)
}

/// "Craig: reads Ola’s tablet in the car".
fn with_name(line: &Line, tools: Tools<'_>) -> String {
    let who = match line.kind {
        Kind::Behaviour | Kind::Effort => line.raw.one("actor"),
        Kind::Voice => line.raw.one("whose"),
        Kind::DailyCare => line.raw.one("carer"),
        Kind::SystemResponse => {
            let args = [("name", line.raw.one("agency").into()), ("what", line.says().into())];
            return tools.words.say_with("visit-line", &args);
        }
        Kind::Impact => line.raw.one("on").split(':').next_back().unwrap_or_default(),
        _ => "",
    };
    match who.parse().ok().and_then(|id| tools.scene.name(id)) {
        Some(name) => tools.words.say_with("visit-line", &[("name", name.into()), ("what", line.says().into())]),
        None => line.says().to_owned(),
    }
}

/// To whom, for whom, or because of what.
fn remark(line: &Line, show: &Show<'_>) -> String {
    let words = show.tools.words;
    let names = |field: &str| {
        let says = show.persons(field, &[]).says();
        let names: Vec<&str> = says.lines().collect();
        if names.is_empty() { String::new() } else { words.list(&names) }
    };
    let said = |key: &str, value: String| {
        if value.is_empty() { String::new() } else { words.say_with(key, &[("what", value.into())]) }
    };
    let parts = match line.kind {
        Kind::Behaviour => vec![said("visit-line-to", names("targets"))],
        Kind::Effort => vec![
            said("visit-line-for", names("for_whom")),
            said("visit-line-answers", show.item("answers-0-to", Kind::Behaviour).says()),
            said("visit-line-made", line.raw.one("made_possible-0-what").to_owned()),
        ],
        Kind::Impact => vec![
            said("visit-line-from", show.item("from-0-to", Kind::Behaviour).says()),
            if line.raw.has("from-0-to") { pathway_field(show, "from-0-pathway").says() } else { String::new() },
        ],
        Kind::Voice => vec![
            said("visit-line-wants", line.raw.one("wants").to_owned()),
            said("visit-line-worse", line.raw.one("worse").to_owned()),
        ],
        Kind::DailyCare => {
            let area = with_blank(show, "area", care_area_choices(show)).says();
            vec![said("visit-line-area", area), said("visit-line-for", names("children"))]
        }
        Kind::SystemResponse => {
            vec![with_blank(show, "effects-0-effect", show.codes(&Effect::ALL)).says()]
        }
        Kind::Contact => vec![
            said("visit-line-with", names("with")),
            with_blank(show, "means", means_choices(show)).says(),
            with_blank(show, "outcome", outcome_choices(show)).says(),
        ],
        _ => vec![
            said("visit-line-ask", show.person("could_answer", &[]).says()),
            said("visit-line-about", names("about")),
        ],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// What the line says otherwise than its sitting.
fn own_words(line: &Line, show: &Show<'_>) -> String {
    let mut parts = Vec::new();
    if line.raw.has("when") {
        parts.push(line.raw.one("when").to_owned());
    }
    if line.raw.has("known-0-how") {
        parts.push(how_field(show, "known-0-how", show.blank("known-0-how")).says());
    }
    if line.raw.has("label") {
        parts.push(label_field(show, "label").says());
    }
    if line.raw.has("known-0-words") {
        parts.push(format!("“{}”", line.raw.one("known-0-words")));
    }
    if parts.is_empty() {
        String::new()
    } else {
        show.tools.words.say_with("visit-line-own", &[("what", parts.join("; ").into())])
    }
}
