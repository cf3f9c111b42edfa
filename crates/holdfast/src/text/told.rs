//! Views that are told in words, as plain text: the sentences, tables and lists of the page.

use super::Out;
use practice::cast::Cast;
use practice::pack::Pack;
use practice::views::{ChildView, SessionsView, TestsView};
use words::Words;
use words::told::{Ask, Item, List, Section, Table, Told};

/// A view.
pub(crate) fn told(told: &Told, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    out.line(0, &told.title);
    out.line(0, &told.lede);
    if !told.warning.is_empty() {
        out.line(0, &told.warning);
    }
    for says in &told.says {
        out.line(1, says);
    }
    if let Some(empty) = &told.empty {
        for line in [&empty.title, &empty.why, &empty.example, &empty.ask] {
            out.line(1, line);
        }
    }
    for section in &told.sections {
        self::section(&mut out, section);
    }
    out.text
}

/// Decisions: all of them, then each with its questions.
pub(crate) fn tests(view: &TestsView, pack: &Pack, cast: &Cast, words: &Words) -> String {
    let names = words.names_of(cast, None);
    let zone = jiff::tz::TimeZone::UTC;
    let mut list = words.tell_tests(view, pack, &names);
    // The tests that can be begun are for the page.
    list.sections.pop();
    let mut parts = vec![told(&list, words)];
    parts.extend(
        view.decisions
            .iter()
            .map(|decision| told(&words.tell_decision(decision, pack, &names, &zone, false), words)),
    );
    parts.join("\n")
}

/// Mapping sessions: all of them, then each.
pub(crate) fn sessions(view: &SessionsView, words: &Words) -> String {
    let mut parts = vec![told(&words.tell_sessions(view), words)];
    parts.extend(view.sessions.iter().map(|session| told(&words.tell_session(session), words)));
    parts.join("\n")
}

/// One child: own words first, then what each behaviour does beside what is done in answer, then the day.
pub(crate) fn child(view: &ChildView, words: &Words) -> String {
    let told = words.tell_child(view);
    let mut out = Out { words, text: String::new() };
    let age = words.age(view.child.born, view.child.unborn, view.as_of);
    let name = match age {
        Some(age) => {
            words.say_with("name-and-age", &[("name", view.child.name.as_str().into()), ("age", age.into())])
        }
        None => view.child.name.clone(),
    };
    out.line(0, &name);
    list(&mut out, &told.words);
    for row in &view.rows {
        out.text.push('\n');
        out.line(0, &format!("{}  {}", row.letter, row.behaviour.title));
        out.line(1, &format!("{}: {}", row.behaviour.actor.name, row.behaviour.act));
        for impact in row.impacts.iter().chain(&row.carried) {
            super::impact(&mut out, 1, impact, None);
        }
        if row.impacts.is_empty() {
            out.key(1, "not-yet-asked");
        }
        for effort in &row.answers {
            super::effort(&mut out, 1, effort);
        }
    }
    for impact in &view.other_impacts {
        super::impact(&mut out, 1, impact, None);
    }
    for effort in &view.other_efforts {
        super::effort(&mut out, 1, effort);
    }
    for part in [&told.wants, &told.living, &told.alone] {
        list(&mut out, part);
    }
    for section in &told.care {
        self::section(&mut out, section);
    }
    if !view.gaps.is_empty() {
        out.text.push('\n');
        out.line(0, &words.say_with("page-child-gaps", &[("name", view.child.name.as_str().into())]));
        for gap in &view.gaps {
            out.line(1, &words.question(gap));
        }
    }
    out.text
}

fn section(out: &mut Out<'_>, section: &Section) {
    match section {
        Section::Table(table) => self::table(out, table),
        Section::List(list) => self::list(out, list),
    }
}

fn head(out: &mut Out<'_>, head: &str, note: &str) {
    out.text.push('\n');
    for line in [head, note] {
        if !line.is_empty() {
            out.line(0, line);
        }
    }
}

fn table(out: &mut Out<'_>, table: &Table) {
    head(out, &table.head, &table.note);
    for row in &table.rows {
        out.line(1, &row.head);
        for (cell, name) in row.cells.iter().zip(&table.columns) {
            out.line(2, name);
            for item in &cell.items {
                self::item(out, 3, item);
            }
            for ask in &cell.asks {
                self::ask(out, 3, ask);
            }
        }
    }
}

fn list(out: &mut Out<'_>, list: &List) {
    head(out, &list.head, &list.note);
    for item in &list.items {
        self::item(out, 1, item);
    }
    for ask in &list.asks {
        self::ask(out, 1, ask);
    }
}

fn item(out: &mut Out<'_>, level: usize, item: &Item) {
    let line = if item.head.is_empty() { item.text.clone() } else { format!("{} {}", item.head, item.text) };
    out.line(level, &line);
    for more in item.more.iter().chain(item.links.iter().map(|(_, words)| words)) {
        out.line(level + 1, more);
    }
}

fn ask(out: &mut Out<'_>, level: usize, ask: &Ask) {
    out.line(level, &format!("({})", ask.words));
    if !ask.who.is_empty() {
        out.line(level + 1, &ask.who);
    }
}
