//! Documents: what stands in them, what never does, and that Word can open them.

mod docx;
#[path = "../../practice/tests/invent.rs"]
mod invent;
mod support;
mod withheld;
