//! The chronology in words: months, what went on, what followed what, and what agencies did.

use crate::Words;
use practice::cast::PersonLine;
use practice::views::chronology::{AgencyLine, Beside, ChronologyView, Did, Going, Quiet, Slot, SourceChoice};
use practice::views::strip::{Strip, StripRow};
use practice::when::{ApproxDate, Happened, Recurrence, Until};

/// How many names or dates a sentence of the strip takes; the table beside it has them all.
const IN_A_SENTENCE: usize = 5;

/// How much of another row is quoted: enough to know it again.
const QUOTED: usize = 90;

/// The beginning of a text, up to the end of a word.
fn short(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() >= QUOTED {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

impl Words {
    /// The heading of a month: "March 2026", "Spring 2024", "2024, month not known", "Date not known".
    #[must_use]
    pub fn slot(&self, slot: Slot) -> String {
        match slot {
            Slot::In(ApproxDate::Year(year)) => {
                self.say_with("chron-year-only", &[("year", self.date_within(ApproxDate::Year(year)).into())])
            }
            Slot::In(date) => self.date(date),
            Slot::NotKnown => self.say("chron-no-date"),
        }
    }

    /// The months of a part: "March 2024 to June 2025".
    #[must_use]
    pub fn slots(&self, first: Slot, last: Slot) -> String {
        if first == last {
            return self.slot(first);
        }
        self.say_with("chron-part-span", &[("first", self.slot(first).into()), ("last", self.slot(last).into())])
    }

    /// For which months no single event is recorded: "November 2024 to February 2026".
    #[must_use]
    pub fn quiet_span(&self, quiet: &Quiet) -> String {
        if quiet.from == quiet.until {
            return self.date(quiet.from);
        }
        let from = self.date(quiet.from).into();
        self.say_with("span-from-until", &[("from", from), ("until", self.date_within(quiet.until).into())])
    }

    /// What went on then, one sentence for each person: "Craig went on with this: Money (most weeks), Phone (most days)."
    #[must_use]
    pub fn quiet(&self, quiet: &Quiet) -> String {
        let mut sentences = vec![self.say("chron-quiet")];
        let mut actors: Vec<&str> = Vec::new();
        for going in &quiet.going {
            if !actors.contains(&going.actor.name.as_str()) {
                actors.push(&going.actor.name);
            }
        }
        for actor in actors {
            let of = |known: bool| -> Vec<String> {
                let own = quiet.going.iter().filter(|going| going.actor.name == actor && going.end_known == known);
                own.map(|going| self.going(going)).collect()
            };
            for (key, list) in [("chron-went-on", of(true)), ("chron-end-not-asked", of(false))] {
                if !list.is_empty() {
                    let args = [("name", actor.into()), ("list", self.list(&list).into())];
                    sentences.push(self.say_with(key, &args));
                }
            }
        }
        sentences.join(" ")
    }

    fn going(&self, going: &Going) -> String {
        if going.recurrence == Recurrence::NotKnown {
            return going.title.clone();
        }
        let often = self.lower_first(self.name(going.recurrence));
        self.say_with("chron-going", &[("title", going.title.as_str().into()), ("often", often.into())])
    }

    /// What it was the answer to: "The day after Ewa did this: “Rang the police.”"
    #[must_use]
    pub fn in_answer(&self, after: &Beside) -> String {
        self.beside(["chron-after-0", "chron-after-1", "chron-after-days", "chron-after"], after)
    }

    /// What followed: "The next day, Craig: “Reported her to immigration.”"
    #[must_use]
    pub fn what_followed(&self, then: &Beside) -> String {
        self.beside(["chron-then-0", "chron-then-1", "chron-then-days", "chron-then"], then)
    }

    fn beside(&self, [same, next, days, other]: [&str; 4], beside: &Beside) -> String {
        let name = ("name", beside.actor.name.as_str().into());
        let what = ("what", short(&beside.what).into());
        match beside.days {
            Some(0) => self.say_with(same, &[name, what]),
            Some(1) => self.say_with(next, &[name, what]),
            Some(n @ 2..=28) => self.say_with(days, &[name, what, ("days", n.into())]),
            _ => self.say_with(other, &[name, what]),
        }
    }

    /// Where the rest of an answer stands: "See 14 May 2025".
    #[must_use]
    pub fn see_row(&self, beside: &Beside) -> String {
        let when = match beside.happened {
            Happened::On(date) => self.date_within(date),
            _ => self.when(&beside.happened),
        };
        self.say_with("chron-see", &[("when", when.into()), ("name", beside.actor.name.as_str().into())])
    }

    /// Who or what an agency's row is about: "Home visit", "Note".
    #[must_use]
    pub fn did_head(&self, line: &AgencyLine) -> String {
        match &line.did {
            Did::Visit { visit, .. } => self.visit_kind(visit),
            Did::Note { .. } => self.say("kind-note"),
            Did::Response(line) => line.agency.clone(),
            Did::Contact(line) => line.agency.clone().unwrap_or_else(|| self.say("kind-contact")),
            Did::Step(line) => self.partnering_step(&line.step),
            Did::Voice(line) => self.say_with("chron-says-own", &[("name", line.whose.name.as_str().into())]),
            Did::Lives(line) => self.say_with("chron-lives", &[("names", self.named(&line.who).into())]),
        }
    }

    /// What an agency's row says, sentence by sentence.
    #[must_use]
    pub fn did(&self, line: &AgencyLine) -> Vec<String> {
        let names = |people: &[practice::views::lines::Named]| {
            self.list(&people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>())
        };
        match &line.did {
            Did::Visit { present, could_overhear, interpreter, remark, .. } => {
                let mut said = Vec::new();
                if !present.is_empty() {
                    said.push(self.say_with("chron-present", &[("names", names(present).into())]));
                }
                said.extend(remark.clone());
                for (key, what) in [("chron-overhear", could_overhear), ("chron-interpreter", interpreter)] {
                    said.extend(what.iter().map(|what| self.say_with(key, &[("what", what.into())])));
                }
                said
            }
            Did::Note { title, .. } => vec![title.clone()],
            Did::Response(line) => {
                let mut said = vec![line.did.clone()];
                if !line.towards.is_empty() {
                    said.push(self.say_with("resp-towards", &[("names", names(&line.towards).into())]));
                }
                said.extend(self.judged(&line.effects));
                if let Some((followed, None)) = &line.followed {
                    said.push(self.say_with("page-what-followed", &[("what", followed.as_str().into())]));
                }
                said
            }
            Did::Contact(line) => {
                let key = if line.reached { "chron-contact-reached" } else { "chron-contact-tried" };
                let with = self.say_with(key, &[("names", names(&line.with).into())]);
                let how = self.say_with(
                    "told-part",
                    &[
                        ("line", self.contact_means(&line.means).into()),
                        ("next", self.lower_first(self.contact_outcome(&line.outcome)).into()),
                    ],
                );
                [Some(with), Some(how), line.purpose.clone(), line.what.clone()].into_iter().flatten().collect()
            }
            Did::Step(line) => {
                let with = [("name", line.with.name.as_str().into()), ("what", line.done.as_str().into())];
                let done = self.say_with("chron-step-with", &with);
                std::iter::once(done).chain(line.answer.clone()).collect()
            }
            Did::Voice(line) => {
                let item = self.voice_item(line);
                let wants = line.wants.iter().chain(&line.worse).cloned();
                std::iter::once(item.text).chain(wants).chain(line.taken_back_under.clone()).collect()
            }
            Did::Lives(line) => {
                let item = self.living_item(line);
                std::iter::once(item.text).chain(line.days.clone()).chain(line.not_clear.clone()).collect()
            }
        }
    }

    /// A way in which something is known, as a choice.
    #[must_use]
    pub fn source_choice(&self, choice: &SourceChoice) -> String {
        match &choice.by {
            Some(by) => self.say_with("chron-source-told", &[("name", by.name.as_str().into())]),
            None => self.say(&format!("chron-source-{}", choice.key)),
        }
    }

    /// The heads of the three columns: what he did, the effect on each child, what she did.
    #[must_use]
    pub fn chronology_heads(&self, view: &ChronologyView) -> [String; 3] {
        [
            self.head(&view.perpetrators, "chron-head-harm"),
            self.say("chron-head-effect"),
            self.head(&view.survivors, "chron-head-hold"),
        ]
    }

    fn head(&self, people: &[PersonLine], key: &str) -> String {
        match people {
            [person] => self.say_with("chron-head-did", &[("name", person.name.as_str().into())]),
            _ => self.say(key),
        }
    }

    /// The strip in sentences: what runs through, and when single acts are known, for each person alike.
    #[must_use]
    pub fn strip(&self, strip: &Strip) -> String {
        strip.rows.iter().map(|row| self.strip_row(row)).collect::<Vec<_>>().join(" ")
    }

    fn strip_row(&self, row: &StripRow) -> String {
        let name = || ("name", row.who.name.as_str().into());
        let mut sentences = Vec::new();
        let over: Vec<_> = row.marks.iter().filter(|mark| !matches!(mark.happened, Happened::On(_))).collect();
        let first = over.iter().filter_map(|mark| mark.happened.begins()).min();
        if let Some(first) = first {
            let open = |happened: &Happened| !matches!(happened, Happened::Over { until: Until::Date(_), .. });
            let last = over
                .iter()
                .filter_map(|mark| match mark.happened {
                    Happened::Over { until: Until::Date(date), .. } => Some(date),
                    _ => None,
                })
                .max_by_key(ApproxDate::last_day);
            let key = if row.protects { "strip-hold" } else { "strip-harm" };
            let from = ("from", self.date_within(first).into());
            match last.filter(|_| !over.iter().any(|mark| open(&mark.happened))) {
                None => sentences.push(self.say_with(&format!("{key}-now"), &[name(), from])),
                Some(last) => {
                    let until = ("until", self.date_within(last).into());
                    sentences.push(self.say_with(&format!("{key}-until"), &[name(), from, until]));
                }
            }
        }
        let mut dates: Vec<String> = Vec::new();
        for mark in &row.marks {
            if let Happened::On(date) = mark.happened {
                let said = match date {
                    ApproxDate::Day(day) => self.date_within(ApproxDate::Month(day.year(), day.month())),
                    ApproxDate::Minute(at) => self.date_within(ApproxDate::Month(at.year(), at.month())),
                    other => self.date_within(other),
                };
                if !dates.contains(&said) {
                    dates.push(said);
                }
            }
        }
        if !dates.is_empty() {
            let more = dates.len() > IN_A_SENTENCE;
            dates.truncate(IN_A_SENTENCE);
            if more {
                dates.push(self.say("strip-other-times"));
            }
            sentences.push(self.say_with("strip-acts", &[name(), ("dates", self.list(&dates).into())]));
        }
        sentences.join(" ")
    }
}
