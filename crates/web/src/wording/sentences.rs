//! The visibility view by sentences: who acts, and who is only acted on, in what was written down.

use crate::extract::CaseRead;
use crate::problem::Fail;
use app::NoteSentences;
use words::told::{Item, List, Section};

/// Notes that are shown, the newest first.
const MOST: usize = 20;

/// The section of the page of who is visible; nothing while there is no finished note.
pub(crate) async fn section(read: &CaseRead) -> Result<Option<Section>, Fail> {
    let mut notes = read.state.app().sentences(&read.projection).await?;
    notes.retain(|note| note.acts.sentences > 0);
    if notes.is_empty() {
        return Ok(None);
    }
    let words = read.words();
    let items = notes.iter().rev().take(MOST).map(|note| Item {
        id: Some(note.note),
        head: note.title.clone(),
        text: says(read, note),
        ..Item::default()
    });
    Ok(Some(Section::List(List {
        head: words.say("vis-sentences-head"),
        note: words.say("vis-sentences-note"),
        items: items.collect(),
        ..List::default()
    })))
}

fn says(read: &CaseRead, note: &NoteSentences) -> String {
    let acts = note.acts;
    let args = [
        ("all", acts.sentences.into()),
        ("harm", acts.perpetrator.into()),
        ("hold", acts.survivor.into()),
        ("child", acts.child.into()),
        ("nobody", acts.nobody.into()),
    ];
    let key = if acts.nobody > 0 { "vis-sentences-nobody" } else { "vis-sentences" };
    read.words().say_with(key, &args)
}
