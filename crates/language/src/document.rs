//! Findings about the whole text: who acts, who is given tasks, whose experience is missing.

use crate::cast::{Names, role};
use crate::report::{DocumentFinding, Report};

/// A text must have this many sentences before silence in it says anything.
const LONG_ENOUGH: usize = 8;

/// Adds findings about the whole text.
pub(crate) fn judge(report: &mut Report, names: &Names) {
    let v = report.visibility;
    if v.sentences < LONG_ENOUGH || names.with_role(role::P) == 0 {
        return;
    }
    let tasks: Vec<_> = report.findings.iter().filter(|f| f.family == "survivor_tasked").map(|f| f.span).collect();
    if v.perpetrator_acts == 0 && (tasks.len() >= 3 || v.survivor_acts >= 4) {
        report.document.push(DocumentFinding {
            rule: "DOC101",
            message: "The person who abuses is never the one who acts in this text, while the survivor often is."
                .to_owned(),
            ask: "What did he or she do, to whom, and when? Say so before what the survivor did.",
            places: tasks.clone(),
        });
    }
    if tasks.len() >= 3 && v.perpetrator_acts < tasks.len() {
        report.document.push(DocumentFinding {
            rule: "DOC102",
            message: "Most tasks in this text are the survivor's.".to_owned(),
            ask: "What is asked of the person whose conduct is the concern, and who checks it?",
            places: tasks,
        });
    }
    if names.with_role(role::C) != 0 && v.child_acts == 0 {
        report.document.push(DocumentFinding {
            rule: "DOC103",
            message: "No sentence has a child as the one who does, says or feels something.".to_owned(),
            ask: "What is each child's day like, and what has changed for them?",
            places: Vec::new(),
        });
    }
    let single: Vec<_> =
        report.findings.iter().filter(|f| f.family == "incident_not_pattern").map(|f| f.span).collect();
    if single.len() >= 2 && report.behaviours.len() <= 1 {
        report.document.push(DocumentFinding {
            rule: "DOC104",
            message: "Only one event is looked at.".to_owned(),
            ask: "What came before it, and what else does the person who abuses do?",
            places: single,
        });
    }
}
