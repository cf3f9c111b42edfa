//! docs/practice.md: every principle and every component has a page and a test, and both exist.

use std::path::Path;
use web::ROUTES;

/// A row of a table of the page.
struct Row {
    name: String,
    pages: Vec<String>,
    tests: Vec<String>,
}

fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn rows(page: &str) -> Vec<Row> {
    page.lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| |"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let cell = |n: usize| cells.get(n).copied().unwrap_or_default();
            Row { name: cell(0).to_owned(), pages: quoted(cell(2)), tests: quoted(cell(3)) }
        })
        .collect()
}

/// Everything that is wrong with the page.
fn faults(page: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut wrong = Vec::new();
    let rows = rows(page);
    let wanted = (1..=5).map(|n| format!("C{n}")).chain((1..=16).map(|n| n.to_string()));
    for name in wanted {
        if rows.iter().filter(|row| row.name == name).count() != 1 {
            wrong.push(format!("{name}: there is not just one row"));
        }
    }
    for row in &rows {
        if row.pages.is_empty() || row.tests.is_empty() {
            wrong.push(format!("{}: no page or no test", row.name));
        }
        for page in &row.pages {
            if !ROUTES.iter().copied().flatten().any(|route| !route.changes() && route.path == page) {
                wrong.push(format!("{}: there is no page {page}", row.name));
            }
        }
        for test in &row.tests {
            let (file, name) = test.split_once("::").unwrap_or((test, ""));
            let source = std::fs::read_to_string(root.join(file)).unwrap_or_default();
            let is_test = source.split("fn ").zip(source.split("fn ").skip(1)).any(|(before, after)| {
                let attributes = before.rsplit("\n\n").next().unwrap_or_default();
                after.strip_prefix(name).is_some_and(|rest| rest.starts_with('('))
                    && (attributes.contains("#[test]") || attributes.contains("#[tokio::test"))
            });
            if name.is_empty() || !is_test {
                wrong.push(format!("{}: there is no test {test}", row.name));
            }
        }
    }
    wrong
}

fn page() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join("docs/practice.md")).unwrap()
}

#[test]
fn no_principle_is_without_a_page_and_a_test() {
    assert_eq!(faults(&page()), Vec::<String>::new());
}

/// The controls: a missing row, page or test is noticed.
#[test]
fn what_is_missing_is_noticed() {
    let page = page();
    let without: String =
        page.lines().filter(|line| !line.starts_with("| 9 |")).map(|line| format!("{line}\n")).collect();
    assert!(faults(&without).iter().any(|fault| fault.starts_with("9:")));
    let nowhere = page.replace("`/cases/{case}/people`", "`/cases/{case}/nowhere`");
    assert!(faults(&nowhere).iter().any(|fault| fault.contains("no page /cases/{case}/nowhere")));
    let renamed = page.replace("::every_story_comes_true", "::every_story_comes_tru");
    assert!(faults(&renamed).iter().any(|fault| fault.contains("no test")));
    let emptied = page.replace("`/cases/{case}/visit` `/cases/{case}/notes` `/cases/{case}/chronology`", "");
    assert!(faults(&emptied).iter().any(|fault| fault.contains("no page or no test")));
}
