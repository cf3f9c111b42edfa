//! What was brought in before: rows that are there already, and rows that changed since.

use super::Scene;
use super::reader::Read;
use crate::mapping::Changed;
use crate::plan::{EntryLine, Outcome, Plan};
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::project::Seen;
use practice::record::{Draft, Intent};
use practice::source::How;
use practice::text::Text;
use practice::views::lines::Reader;
use practice::views::overview::says;
use std::collections::{BTreeMap, BTreeSet};

/// What a case has from an earlier version of a file.
pub(super) struct Earlier<'a> {
    scene: Scene<'a>,
    file: &'a str,
    /// Entries of this file whose rows are not in it any more, by the row they came from.
    orphans: BTreeMap<String, Vec<&'a Seen>>,
}

impl<'a> Earlier<'a> {
    /// Looks through the case. `begins` is how the source of an entry from it begins;
    /// `present` are the ids of the rows that the file has now.
    pub(super) fn of(file: &'a str, begins: &str, scene: Scene<'a>, present: BTreeSet<EntryId>) -> Self {
        let mut orphans: BTreeMap<String, Vec<&Seen>> = BTreeMap::new();
        let begins = begins.trim_end();
        for seen in scene.projection.all().filter(|seen| !present.contains(&seen.id)) {
            for source in &seen.content.sources {
                if let How::InRecord { record, .. } = &source.how
                    && let Some(rest) = record.as_str().strip_prefix(begins)
                {
                    let row: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
                    orphans.entry(row).or_default().push(seen);
                }
            }
        }
        Self { scene, file, orphans }
    }

    /// Decides what becomes of each entry that was read.
    pub(super) fn sort(mut self, read: Vec<Read>, changed: Changed, plan: &mut Plan) {
        let reader = Reader::new(self.scene.projection, self.scene.today);
        for Read { row, id, content } in read {
            let kind = content.body.kind();
            let line = |id, outcome| EntryLine { row, id, kind, says: says(&reader, &content.body), outcome };
            if self.scene.projection.get(id).is_some() {
                plan.entries.push(line(id, Outcome::There));
                continue;
            }
            let Some(seen) = self.take(row, kind, &content) else {
                plan.entries.push(line(id, Outcome::New));
                plan.drafts.push(Draft { id, intent: Intent::Record(Box::new(content)) });
                continue;
            };
            let outcome = self.changed(seen, &content, changed);
            plan.entries.push(line(seen.id, outcome));
            if outcome == Outcome::Revised {
                let args = [("file", self.file.into()), ("row", row.to_string().into())];
                let reason = Text::parse(&words::unmarked(&self.scene.words.say_with("import-reason", &args))).ok();
                let content = Content { occasion: seen.content.occasion, label: seen.content.label, ..content };
                let intent = Intent::Revise { base: seen.revision, content: Box::new(content), reason };
                plan.drafts.push(Draft { id: seen.id, intent });
            }
        }
    }

    /// The entry that this row was before: from the same row, or the only one of its kind and time that is left over.
    fn take(&mut self, row: u32, kind: Kind, content: &Content) -> Option<&'a Seen> {
        let fits = |seen: &Seen| seen.content.body.kind() == kind;
        // A paper has no rows.
        let key = if row == 0 { String::new() } else { row.to_string() };
        let same_row = self.orphans.get(&key).and_then(|all| all.iter().position(|seen| fits(seen)));
        let (key, at) = match same_row {
            Some(at) => (key, at),
            None => {
                let mut moved = self
                    .orphans
                    .iter()
                    .flat_map(|(key, all)| all.iter().enumerate().map(move |(at, seen)| (key.clone(), at, *seen)));
                let mut moved = moved.by_ref().filter(|(_, _, seen)| {
                    fits(seen) && seen.content.happened == content.happened && content.happened.begins().is_some()
                });
                let (key, at, _) = moved.next()?;
                if moved.next().is_some() {
                    return None;
                }
                (key, at)
            }
        };
        let all = self.orphans.get_mut(&key)?;
        (at < all.len()).then(|| all.remove(at))
    }

    fn changed(&self, seen: &Seen, content: &Content, changed: Changed) -> Outcome {
        if seen.content.body == content.body && seen.content.happened == content.happened {
            return Outcome::There;
        }
        if seen.withdrawn || seen.revision > 1 {
            return Outcome::ChangedHere;
        }
        // A note never changes.
        if changed == Changed::Leave || seen.content.body.kind() == Kind::Note {
            Outcome::Stays
        } else {
            Outcome::Revised
        }
    }
}
