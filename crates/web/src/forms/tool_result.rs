//! The form of a risk tool's result: which tool, what it came to, who filled it in. Recorded as it came, never reckoned with.

use super::field::Section;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::interview::ToolResult;
use practice::kinds::people::Role;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<ToolResult> {
    if !reading.raw.has("about") {
        reading.fault("about", "refusal-missing-tool_result-about");
    }
    let about = reading.entries("about", PEOPLE);
    let tool = reading.text_required("tool", "form-error-tool");
    let result = reading.text_required("result", "form-error-tool-result");
    let by = reading.text_required("filled_by", "form-error-tool-by");
    let what_for = reading.text("what_for");
    let not_known = reading.text("not_known");
    Some(ToolResult { tool: tool?, result: result?, by: by?, about, what_for, not_known })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, result: &ToolResult) {
    writing.entries("about", &result.about);
    writing.text("tool", Some(&result.tool));
    writing.text("result", Some(&result.result));
    writing.text("filled_by", Some(&result.by));
    writing.text("what_for", result.what_for.as_ref());
    writing.text("not_known", result.not_known.as_ref());
}

/// Shows which tool, about whom, what it came to, and what it did not ask.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.persons("about", &[Role::Perpetrator, Role::Survivor]),
        show.line("tool"),
        show.area("result", 2),
        show.line("filled_by"),
        show.line("what_for"),
        show.area("not_known", 2),
    ])
}
