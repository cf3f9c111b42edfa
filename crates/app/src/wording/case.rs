//! Checking texts of a case: with its people, without another line in the access log, because nothing is told that the
//! page did not show already; and finished notes, once for each note and cast.

use super::cast::members;
use super::checker::{
    CastMember, Checked, Checker, Finding, Named, Noticed, Question, Suggestion, SuggestionKind, WhoActs,
};
use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind};
use practice::project::Projection;
use practice::source::Source;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Checked notes that are kept in memory. A note of 500 words with its findings takes some 10 kB.
const MOST_NOTES: usize = 2_000;

/// The engine, and the finished notes it has read already.
pub(crate) struct Checking {
    pub(crate) checker: Arc<dyn Checker>,
    notes: Mutex<HashMap<(EntryId, u64), Arc<CheckedText>>>,
}

impl Checking {
    pub(crate) fn new(checker: Arc<dyn Checker>) -> Self {
        Self { checker, notes: Mutex::default() }
    }
}

/// A checked text of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedText {
    /// What the engine says, with the names that pages use.
    pub checked: Checked,
    /// What the people of the case and their parts were when it was checked: another one means that they have changed.
    /// Empty for a text that belongs to no case.
    pub cast: String,
    /// The sentence of each suggestion, to quote.
    quotes: Vec<String>,
    /// The entry that was made of each suggestion, as far as this reader may know.
    there: Vec<Option<EntryId>>,
}

impl CheckedText {
    /// The key of each finding: rule, sentence, and which of several in the same sentence.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        keys(self.checked.findings.iter().map(|finding| (finding.rule.as_str(), finding.sentence.as_str())))
    }

    /// Each suggestion with its key.
    pub fn suggestions(&self) -> impl Iterator<Item = Suggested<'_>> {
        let of = |s: &Suggestion| (s.kind.code(), s.sentence.clone());
        let all: Vec<(&str, String)> = self.checked.suggestions.iter().map(of).collect();
        let keys = keys(all.iter().map(|(kind, sentence)| (*kind, sentence.as_str())));
        let parts = self.checked.suggestions.iter().zip(&self.quotes);
        let there = self.there.iter().copied().chain(std::iter::repeat(None));
        keys.into_iter().zip(parts).zip(there).map(|((key, (suggestion, quote)), there)| Suggested {
            key,
            suggestion,
            quote,
            there,
        })
    }

    /// The same, with the entry that was made of each suggestion.
    #[must_use]
    pub fn located(&self, projection: &Projection) -> Self {
        let all: Vec<Suggested<'_>> = self.suggestions().collect();
        let mut quoted: HashMap<&str, usize> = HashMap::new();
        for suggested in &all {
            *quoted.entry(suggested.quote).or_default() += 1;
        }
        let alone = |of: &Suggested<'_>| quoted.get(of.quote) == Some(&1);
        let there = all.iter().map(|suggested| made_of(projection, suggested, alone(suggested))).collect();
        Self { there, ..self.clone() }
    }

    /// The suggestion with a key.
    #[must_use]
    pub fn suggestion(&self, key: &str) -> Option<Suggested<'_>> {
        self.suggestions().find(|suggested| suggested.key == key)
    }
}

/// A suggestion with what it is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested<'a> {
    /// Its key: what is decided about it is kept under this, and lapses with the sentence.
    pub key: String,
    /// What the engine says.
    pub suggestion: &'a Suggestion,
    /// The whole sentence.
    pub quote: &'a str,
    /// The entry that was made of it.
    pub there: Option<EntryId>,
}

/// The entry that was made of a suggestion: of its kind, by its actor, and quoting its sentence as its source. Where one
/// sentence offers several, its act begins in the same way too.
fn made_of(projection: &Projection, suggested: &Suggested<'_>, alone: bool) -> Option<EntryId> {
    let suggestion = suggested.suggestion;
    let kind = match suggestion.kind {
        SuggestionKind::Behaviour => Kind::Behaviour,
        SuggestionKind::Effort => Kind::Effort,
    };
    let quotes =
        |source: &Source| source.words.as_ref().is_some_and(|words| words.words.as_str().trim() == suggested.quote);
    let found = projection.of_kind(kind).find(|seen| {
        let (actor, act) = match &seen.content.body {
            Body::Behaviour(behaviour) => (behaviour.actor, behaviour.act.as_str()),
            Body::Effort(effort) => (effort.actor, effort.act.as_str()),
            _ => return false,
        };
        (suggestion.actor.id.is_none() || Some(actor) == suggestion.actor.id)
            && (alone || begins_alike(act, &suggestion.act))
            && seen.content.sources.iter().any(quotes)
    })?;
    Some(found.id)
}

fn keys<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    all.map(|of| {
        let n = seen.entry(of).and_modify(|n| *n += 1).or_insert(0);
        format!("{}.{}.{n}", of.0, of.1)
    })
    .collect()
}

/// A finished note by its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSentences {
    /// The note.
    pub note: EntryId,
    /// What it is about.
    pub title: String,
    /// Who acts in it.
    pub acts: WhoActs,
}

impl App {
    /// Checks texts that somebody is writing in a case, each apart.
    ///
    /// # Errors
    /// When the case cannot be read.
    pub async fn wording(&self, allowed: &Allowed<Read>, texts: Vec<String>) -> Result<Vec<CheckedText>, Problem> {
        let loaded = self.load(allowed.case()).await?;
        let projection = self.project(&loaded, allowed.clearance()).await?;
        let cast = members(&projection, self.today());
        let known = fingerprint(&cast);
        let checked = self.check_all(cast, texts).await?;
        Ok(checked.iter().map(|text| CheckedText { cast: known.clone(), ..text.located(&projection) }).collect())
    }

    /// Checks a document that is kept nowhere: with the people of a case where its reader named one, and as a paper for
    /// the court where it is one.
    ///
    /// # Errors
    /// When the case cannot be read, or the check ends before it is done.
    pub async fn wording_of_document(
        &self,
        allowed: Option<&Allowed<Read>>,
        text: String,
        court: bool,
    ) -> Result<CheckedText, Problem> {
        let cast = match allowed {
            Some(allowed) => {
                let loaded = self.load(allowed.case()).await?;
                let projection = self.project(&loaded, allowed.clearance()).await?;
                members(&projection, self.today())
            }
            None => Vec::new(),
        };
        Ok(self.checked_as(cast, vec![text], court).await?.pop().unwrap_or_default())
    }

    async fn check_all(&self, cast: Vec<CastMember>, texts: Vec<String>) -> Result<Vec<CheckedText>, Problem> {
        self.checked_as(cast, texts, false).await
    }

    async fn checked_as(
        &self,
        cast: Vec<CastMember>,
        texts: Vec<String>,
        court: bool,
    ) -> Result<Vec<CheckedText>, Problem> {
        let app = self.clone();
        let one = move |text: &String| {
            let checker = &app.checking().checker;
            let checked = if court { checker.check_for_court(text, &cast) } else { checker.check(text, &cast) };
            told(text, &cast, checked)
        };
        tokio::task::spawn_blocking(move || texts.iter().map(one).collect())
            .await
            .map_err(|error| Problem::internal(format!("a wording check ended ({error})")))
    }

    /// A finished note, checked. From memory where the same note was read about the same people before.
    ///
    /// # Errors
    /// When the check ends before it is done.
    pub async fn wording_of_note(
        &self,
        projection: &Projection,
        note: EntryId,
    ) -> Result<Option<Arc<CheckedText>>, Problem> {
        let Some(Body::Note(body)) = projection.get(note).map(|seen| &seen.content.body) else { return Ok(None) };
        let cast = members(projection, self.today());
        let mut hasher = DefaultHasher::new();
        cast.hash(&mut hasher);
        let key = (note, hasher.finish());
        let kept = self.checking().notes.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if kept.is_some() {
            return Ok(kept);
        }
        let checked = self.check_all(cast, vec![body.text.to_string()]).await?.pop().unwrap_or_default();
        let checked = Arc::new(checked);
        let mut notes = self.checking().notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.len() >= MOST_NOTES {
            notes.clear();
        }
        notes.insert(key, checked.clone());
        Ok(Some(checked))
    }

    /// Who acts in the sentences of each finished note, in the order in which they were recorded.
    ///
    /// # Errors
    /// As [`App::wording_of_note`].
    pub async fn sentences(&self, projection: &Projection) -> Result<Vec<NoteSentences>, Problem> {
        let mut all = Vec::new();
        for seen in projection.of_kind(Kind::Note) {
            let Body::Note(body) = &seen.content.body else { continue };
            if let Some(checked) = self.wording_of_note(projection, seen.id).await? {
                all.push(NoteSentences {
                    note: seen.id,
                    title: body.title.to_string(),
                    acts: checked.checked.acts,
                });
            }
        }
        Ok(all)
    }

    /// The pages of the rules.
    #[must_use]
    pub fn wording_rules(&self) -> Vec<super::RulePage> {
        self.checking().checker.rules()
    }
}

/// A few letters that are others when somebody is called otherwise or has another part. The same on every server.
fn fingerprint(cast: &[CastMember]) -> String {
    let of = |m: &CastMember| format!("{:?} {} {:?} {:?}", m.id, m.name, m.aliases, m.part);
    let all: Vec<String> = cast.iter().map(of).collect();
    Uuid::new_v5(&Uuid::nil(), all.join("\n").as_bytes()).simple().to_string()
}

fn begins_alike(one: &str, other: &str) -> bool {
    let first = |act: &str| act.split_whitespace().next().unwrap_or_default().to_lowercase();
    first(one) == first(other)
}

/// Puts the names that pages use in the place of whole names.
fn told(text: &str, cast: &[CastMember], checked: Checked) -> CheckedText {
    let short = |mut said: String| {
        for member in cast.iter().filter(|member| member.name != member.short) {
            if said.contains(&member.name) {
                said = said.replace(&member.name, &member.short);
            }
        }
        said
    };
    let named = |named: Named| {
        let known = named.id.and_then(|id| cast.iter().find(|member| member.id == Some(id)));
        known.map_or(named.clone(), |member| Named { id: named.id, name: member.short.clone() })
    };
    let quote = |suggestion: &Suggestion| {
        text.get(suggestion.within.start..suggestion.within.end).unwrap_or_default().trim().to_owned()
    };
    CheckedText {
        quotes: checked.suggestions.iter().map(quote).collect(),
        cast: String::new(),
        there: Vec::new(),
        checked: Checked {
            findings: checked
                .findings
                .into_iter()
                .map(|f| Finding {
                    what: short(f.what),
                    why: short(f.why),
                    who: short(f.who),
                    exceptions: short(f.exceptions),
                    ask: short(f.ask),
                    rewrite: short(f.rewrite),
                    ..f
                })
                .collect(),
            suggestions: checked
                .suggestions
                .into_iter()
                .map(|s| Suggestion {
                    actor: named(s.actor),
                    targets: s.targets.into_iter().map(named).collect(),
                    ..s
                })
                .collect(),
            questions: checked
                .questions
                .into_iter()
                .map(|q| Question { ask: short(q.ask), people: q.people.into_iter().map(named).collect(), ..q })
                .collect(),
            well: checked.well.into_iter().map(|w| Noticed { says: short(w.says), ..w }).collect(),
            ..checked
        },
    }
}
