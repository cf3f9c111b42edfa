//! Runs the stories in `stories/*.txt`: given, when, then. A practice lead can read and write them.
//!
//! One line does one thing: `amina records lena: {…}` · `ben revises lena at 1 because "…": {…}` ·
//! `ben relabels lena at 1 to sealed because "…"` · `ben withdraws lena at 1 as duplicate because "…"` ·
//! `ben reinstates lena at 2 because "…"`. `@lena` in a body is the id of the entry called lena. A label other than
//! professional stands in brackets: `amina records refuge [sealed]: {…}`.
//!
//! Then: `recorded` · `nothing new` · `refused: words of the message` · `lena is at revision 2` · `lena is withdrawn` ·
//! `lena counts` · `history of lena: recorded, revised` · `professional sees lena` · `professional+staff does not see lena`
//! · `professional sees "words"` · `professional does not see "words"` · `outside professional sees lena`: an audience outside
//! the team; `the copy of marek sees “words”`, `the support copy of sara sees goal`: what is meant for one adult.

use crate::invent::{author, id, opened};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Author, Change, Content, Ground};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::label::{Label, Labels};
use practice::project::{Projection, project};
use practice::record::{At, Draft, Intent, Recorded, Refusal, record};
use practice::text::Text;
use std::collections::BTreeMap;

const STORIES: &[(&str, &str)] = &[
    ("recording", include_str!("stories/recording.txt")),
    ("correcting", include_str!("stories/correcting.txt")),
    ("withholding", include_str!("stories/withholding.txt")),
    ("roles", include_str!("stories/roles.txt")),
    ("voices", include_str!("stories/voices.txt")),
    ("interviews", include_str!("stories/interviews.txt")),
    ("plans", include_str!("stories/plans.txt")),
    ("change", include_str!("stories/change.txt")),
    ("deciding", include_str!("stories/deciding.txt")),
];

struct Story {
    case: CaseFile,
    names: BTreeMap<String, EntryId>,
    people: Vec<String>,
    minute: i64,
    last: Option<Result<Recorded, Refusal>>,
}

impl Story {
    fn new() -> Self {
        let case = CaseFile::fold(vec![opened()]).unwrap();
        Self { case, names: BTreeMap::new(), people: Vec::new(), minute: 0, last: None }
    }

    fn entry(&mut self, name: &str) -> EntryId {
        let next = id(self.names.len() + 1);
        *self.names.entry(name.to_owned()).or_insert(next)
    }

    fn author(&mut self, name: &str) -> Author {
        let at = self.people.iter().position(|known| known == name).unwrap_or_else(|| {
            self.people.push(name.to_owned());
            self.people.len() - 1
        });
        Author { name: Text::parse(name).unwrap(), ..author(at + 1) }
    }

    /// Does what a line says and keeps what came of it.
    fn act(&mut self, line: &str) -> Result<(), String> {
        let (head, body) = match line.split_once(": {") {
            Some((head, body)) => (head, Some(format!("{{{body}"))),
            None => (line, None),
        };
        let (head, reason) = match head.split_once(" because ") {
            Some((head, reason)) => (head, Some(Text::parse(reason.trim_matches('"')).map_err(|e| e.to_string())?)),
            None => (head, None),
        };
        let words: Vec<&str> = head.split_whitespace().collect();
        let [who, does, what, rest @ ..] = words.as_slice() else {
            return Err("who does what?".to_owned());
        };
        let entry = self.entry(what);
        let label = match rest.iter().find(|word| word.starts_with('[')) {
            Some(word) => Label::from_code(word.trim_matches(['[', ']'])).ok_or("no such label")?,
            None => Label::Professional,
        };
        let after = |word: &str| rest.iter().position(|w| *w == word).and_then(|at| rest.get(at + 1)).copied();
        let base = after("at").map_or(Ok(0), str::parse::<u32>).map_err(|e| e.to_string())?;
        let content = |story: &mut Self| story.content(body.as_deref(), label).map(Box::new);
        let intent = match *does {
            "records" => Intent::Record(content(self)?),
            "revises" => Intent::Revise { base, content: content(self)?, reason },
            "relabels" => {
                let label = after("to").and_then(Label::from_code).ok_or("to which label?")?;
                Intent::Relabel { base, label, reason }
            }
            "withdraws" => {
                let ground = match after("as") {
                    Some("duplicate") => Ground::Duplicate,
                    Some("wrong_person") => Ground::WrongPerson,
                    _ => Ground::RecordedInError,
                };
                Intent::Withdraw { base, ground, reason }
            }
            "reinstates" => Intent::Reinstate { base, reason },
            other => return Err(format!("nobody can “{other}”")),
        };
        self.minute += 1;
        let begin: jiff::Timestamp = "2026-03-01T09:00:00Z".parse().unwrap();
        let at = At { author: self.author(who), now: begin + jiff::SignedDuration::from_mins(self.minute) };
        let outcome = record(&self.case, &Draft { id: entry, intent }, &at);
        if let Ok(Recorded::New(revision)) = &outcome {
            self.case.apply(CaseEvent::Entry(revision.clone())).map_err(|e| e.to_string())?;
        }
        self.last = Some(outcome);
        Ok(())
    }

    fn content(&mut self, body: Option<&str>, label: Label) -> Result<Content, String> {
        let mut body = body.ok_or("a body in braces is missing")?.to_owned();
        // The longest names first: @lena_2 is not @lena followed by _2.
        let mut names: Vec<String> = body
            .split('@')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
            .collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        for name in names {
            body = body.replace(&format!("@{name}"), &self.entry(&name).to_string());
        }
        let envelope = match body.strip_prefix("{envelope: ") {
            Some(rest) => format!("{{\"label\":\"{}\",{rest}", label.code()),
            None => format!("{{\"label\":\"{}\",\"body\":{body}}}", label.code()),
        };
        serde_json::from_str(&envelope).map_err(|error| format!("{error} in {envelope}"))
    }

    fn seen_with(&self, labels: &str) -> Result<Projection, String> {
        for (words, clearance) in [
            ("the copy of ", Clearance::for_actor as fn(EntryId) -> Clearance),
            ("the support copy of ", Clearance::for_survivor),
        ] {
            if let Some(name) = labels.strip_prefix(words) {
                let adult = self.names.get(name).ok_or(format!("there is no {name}"))?;
                return Ok(project(&self.case, &clearance(*adult)));
            }
        }
        let (labels, audience) = match labels.strip_prefix("outside ") {
            Some(labels) => (labels, Audience::Outside),
            None => (labels, Audience::Team),
        };
        let wrong = || format!("{labels}: there is no such label");
        let labels: Labels = labels.split('+').map(Label::from_code).collect::<Option<_>>().ok_or_else(wrong)?;
        Ok(project(&self.case, &Clearance { labels, audience }))
    }

    /// Checks a line after “then”.
    fn check(&mut self, line: &str) -> Result<(), String> {
        let outcome = || self.last.clone().ok_or("nothing was done yet".to_owned());
        let differs = |found: String| Err(format!("found: {found}"));
        if line == "recorded" {
            return match outcome()? {
                Ok(Recorded::New(_)) => Ok(()),
                other => differs(format!("{other:?}")),
            };
        }
        if line == "nothing new" {
            return match outcome()? {
                Ok(Recorded::Already { .. }) => Ok(()),
                other => differs(format!("{other:?}")),
            };
        }
        if let Some(words) = line.strip_prefix("refused: ") {
            return match outcome()? {
                Err(refusal) if refusal.to_string().contains(words) => Ok(()),
                Err(refusal) => differs(refusal.to_string()),
                Ok(done) => differs(format!("{done:?}")),
            };
        }
        if let Some((name, steps)) = line.strip_prefix("history of ").and_then(|rest| rest.split_once(": ")) {
            let entry = self.entry(name);
            let history = &self.case.entry(entry).ok_or("no such entry")?.history;
            let found: Vec<&str> = history
                .iter()
                .map(|revision| match revision.change {
                    Change::Recorded(_) => "recorded",
                    Change::Revised(_) => "revised",
                    Change::Relabelled(_) => "relabelled",
                    Change::Withdrawn(_) => "withdrawn",
                    Change::Reinstated => "reinstated",
                })
                .collect();
            return if found.join(", ") == steps { Ok(()) } else { differs(found.join(", ")) };
        }
        for (verb, wanted) in [(" does not see ", false), (" sees ", true)] {
            if let Some((labels, what)) = line.split_once(verb) {
                let seen = self.seen_with(labels)?;
                let found = match what.strip_prefix('"') {
                    Some(words) => serde_json::to_string(&seen).unwrap().contains(words.trim_end_matches('"')),
                    None => seen.get(self.entry(what)).is_some(),
                };
                return if found == wanted { Ok(()) } else { differs(format!("it is {found}")) };
            }
        }
        let (name, state) = line.split_once(' ').ok_or("what?")?;
        let entry = self.entry(name);
        let entry = self.case.entry(entry).ok_or(format!("there is no {name}"))?;
        let found = match state {
            "is withdrawn" => entry.withdrawn,
            "counts" => !entry.withdrawn,
            _ => match state.strip_prefix("is at revision ") {
                Some(number) => number.parse() == Ok(entry.revision()),
                None => return Err(format!("“{state}” is nothing that can be checked")),
            },
        };
        if found {
            Ok(())
        } else {
            differs(format!("revision {}, withdrawn {}", entry.revision(), entry.withdrawn))
        }
    }
}

/// Runs the stories of one text; gives how many there were and how many things were checked.
fn run(file: &str, text: &str) -> Result<(usize, usize), String> {
    let (mut stories, mut checks) = (0, 0);
    let mut story = Story::new();
    let (mut title, mut part) = ("", "");
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        let wrong = |why: String| format!("{file}.txt line {}, “{title}”: {line}\n  {why}", n + 1);
        match line {
            "" => {}
            _ if line.starts_with('#') => {}
            "given" | "when" | "then" => part = line,
            _ if line.starts_with("story: ") => {
                (story, part, title) = (Story::new(), "", line.trim_start_matches("story: "));
                stories += 1;
            }
            _ if part == "given" || part == "when" => {
                story.act(line).map_err(wrong)?;
                if part == "given" && !matches!(story.last, Some(Ok(Recorded::New(_)))) {
                    return Err(wrong(format!("what is given must be recorded: {:?}", story.last)));
                }
            }
            _ if part == "then" => {
                story.check(line).map_err(wrong)?;
                checks += 1;
            }
            _ => return Err(wrong("begin with “story:”, then “given”, “when”, “then”".to_owned())),
        }
    }
    Ok((stories, checks))
}

#[test]
fn every_story_comes_true() {
    for &(file, text) in STORIES {
        let (stories, checks) = run(file, text).unwrap_or_else(|why| panic!("{why}"));
        assert!(stories > 0 && checks >= stories, "{file}: {stories} stories, {checks} checks");
    }
}

/// The control: a story that is not true is noticed, and the line is named.
#[test]
fn a_story_that_is_not_true_is_noticed() {
    let given = "story: x\ngiven\namina records lena: {\"person\": {\"name\": \"Lena\"}}\nthen\n";
    for wrong in [
        "lena is withdrawn",
        "lena is at revision 2",
        "refused: anything",
        "nothing new",
        "history of lena: recorded, revised",
        "professional does not see lena",
        "staff sees lena",
        "professional sees \"Tomek\"",
        "lena sings",
    ] {
        let why = run("control", &format!("{given}{wrong}\n")).unwrap_err();
        assert!(why.contains("line 5"), "{wrong}: {why}");
    }
    assert!(run("control", &format!("{given}lena counts\n")).is_ok());
}
