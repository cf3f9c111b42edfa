//! How something is known, who disputes it, and who makes a connection.

use crate::Words;
use practice::views::lines::{Disputed, Known, KnownHow, Linked, Looked, Made};

impl Words {
    /// How something is known: "Told directly by Ola, 11 November 2026", "Police log 4471".
    #[must_use]
    pub fn known(&self, known: &Known) -> String {
        let how = self.known_how(&known.how);
        match known.on {
            Some(on) => self.say_with("known-on", &[("known", how.into()), ("date", self.date_within(on).into())]),
            None => how,
        }
    }

    fn known_how(&self, how: &KnownHow) -> String {
        match how {
            KnownHow::SeenByRecorder { recorder } => {
                self.say_with("known-seen", &[("recorder", recorder.as_str().into())])
            }
            KnownHow::ToldDirectly { by } => {
                self.say_with("known-told-directly", &[("by", by.name.as_str().into())])
            }
            KnownHow::ToldByAnother { by, whose: None } => {
                self.say_with("known-told-by-another", &[("by", by.name.as_str().into())])
            }
            KnownHow::ToldByAnother { by, whose: Some(whose) } => self.say_with(
                "known-told-by-another-whose",
                &[("by", by.name.as_str().into()), ("whose", whose.name.as_str().into())],
            ),
            KnownHow::InRecord { record, whose: None } => {
                self.say_with("known-record", &[("record", record.as_str().into())])
            }
            KnownHow::InRecord { record, whose: Some(whose) } => self.say_with(
                "known-record-whose",
                &[("record", record.as_str().into()), ("whose", whose.name.as_str().into())],
            ),
            KnownHow::FromNote { title, .. } if title.is_empty() => self.say("known-note-untitled"),
            KnownHow::FromNote { title, .. } => self.say_with("known-note", &[("title", title.as_str().into())]),
            KnownHow::TakenFromNote { title, confirmed, .. } => {
                let key = match (title.is_empty(), confirmed) {
                    (true, true) => return self.say("known-taken-untitled"),
                    (true, false) => return self.say("known-taken-unconfirmed-untitled"),
                    (false, true) => "known-taken",
                    (false, false) => "known-taken-unconfirmed",
                };
                self.say_with(key, &[("title", title.as_str().into())])
            }
        }
    }

    /// All the ways in which something is known, in one line. Never a count.
    #[must_use]
    pub fn known_all(&self, known: &[Known]) -> String {
        let mut ways = known.iter().map(|known| self.known(known));
        let Some(first) = ways.next() else {
            return self.say("known-not-asked");
        };
        ways.fold(first, |line, next| self.say_with("known-and", &[("line", line.into()), ("next", next.into())]))
    }

    /// Who says it is not so: "Disputed by Craig: “I was holding her back.”"
    #[must_use]
    pub fn disputed(&self, dispute: &Disputed) -> String {
        let args = [("by", dispute.by.name.as_str().into()), ("words", dispute.words.as_str().into())];
        let said = self.say_with("disputed", &args);
        match dispute.on {
            Some(on) => {
                self.say_with("disputed-on", &[("said", said.into()), ("date", self.date_within(on).into())])
            }
            None => said,
        }
    }

    /// Who makes a connection, and in which words. Nothing where that is not recorded.
    #[must_use]
    pub fn connection(&self, link: &Linked) -> Option<String> {
        let by = link.by.as_ref()?.name.as_str();
        Some(match &link.words {
            Some(words) => {
                self.say_with("connection-words", &[("by", by.into()), ("words", words.as_str().into())])
            }
            None => self.say_with("connection", &[("by", by.into())]),
        })
    }

    /// Who looked and saw no effect yet: "None seen yet. Health visitor looked on 8 September 2026, clinic."
    #[must_use]
    pub fn none_seen(&self, looked: &Looked) -> String {
        let by = ("by", looked.by.name.as_str().into());
        match (looked.on, &looked.place) {
            (None, None) => self.say_with("none-seen", &[by]),
            (Some(on), None) => self.say_with("none-seen-on", &[by, ("date", self.date_within(on).into())]),
            (None, Some(place)) => self.say_with("none-seen-at", &[by, ("place", place.as_str().into())]),
            (Some(on), Some(place)) => self.say_with(
                "none-seen-on-at",
                &[by, ("date", self.date_within(on).into()), ("place", place.as_str().into())],
            ),
        }
    }

    /// What an effort made possible: "Kuba: asleep again in twenty minutes".
    #[must_use]
    pub fn made_possible(&self, made: &Made) -> String {
        match &made.person {
            Some(person) => self.say_with(
                "made-possible-for",
                &[("person", person.name.as_str().into()), ("what", made.what.as_str().into())],
            ),
            None => made.what.clone(),
        }
    }
}
