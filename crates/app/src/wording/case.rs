//! Checking texts of a case: with its people, without another line in the access log, because nothing is told that the
//! page did not show already; and finished notes, once for each note and cast.

use super::cast::members;
use super::checker::{CastMember, Checked, Checker, Finding, Suggestion, WhoActs, WholeText};
use super::sentence::sentence_at;
use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind};
use practice::project::Projection;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

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

/// Somebody in a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The person entry, where it is clear who is meant: with two people of one name it is not.
    pub id: Option<EntryId>,
    /// What to call them.
    pub name: String,
}

/// A suggestion, with people instead of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// What the engine says.
    pub suggestion: Suggestion,
    /// Who.
    pub actor: Option<Named>,
    /// To whom, or for whom.
    pub targets: Vec<Named>,
    /// The whole sentence, to quote.
    pub quote: String,
}

/// A checked text of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedText {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// In the order of the text.
    pub suggestions: Vec<Suggested>,
    /// About the whole.
    pub whole: Vec<WholeText>,
    /// Who acts.
    pub acts: WhoActs,
    /// What was not read, and why.
    pub not_read: Vec<String>,
}

impl CheckedText {
    /// The key of each finding: rule, sentence, and which of several in the same sentence.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        keys(self.findings.iter().map(|finding| (finding.rule.as_str(), finding.sentence.as_str())))
    }

    /// The key of each suggestion.
    #[must_use]
    pub fn suggestion_keys(&self) -> Vec<String> {
        keys(
            self.suggestions
                .iter()
                .map(|suggested| (suggested.suggestion.kind.code(), suggested.suggestion.sentence.as_str())),
        )
    }

    /// The suggestion with a key.
    #[must_use]
    pub fn suggestion(&self, key: &str) -> Option<&Suggested> {
        let at = self.suggestion_keys().iter().position(|known| known == key)?;
        self.suggestions.get(at)
    }
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
        self.check_all(cast, texts).await
    }

    /// Checks a text that belongs to no case.
    ///
    /// # Errors
    /// When the check ends before it is done.
    pub async fn wording_without_case(&self, text: String) -> Result<CheckedText, Problem> {
        Ok(self.check_all(Vec::new(), vec![text]).await?.pop().unwrap_or_default())
    }

    async fn check_all(&self, cast: Vec<CastMember>, texts: Vec<String>) -> Result<Vec<CheckedText>, Problem> {
        let app = self.clone();
        tokio::task::spawn_blocking(move || texts.iter().map(|text| app.check_one(text, &cast)).collect())
            .await
            .map_err(|error| Problem::internal(format!("a wording check ended ({error})")))
    }

    fn check_one(&self, text: &str, cast: &[CastMember]) -> CheckedText {
        told(text, cast, self.checking().checker.check(text, cast))
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
                all.push(NoteSentences { note: seen.id, title: body.title.to_string(), acts: checked.acts });
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

/// Puts people in the place of names, and the names that pages use in the place of whole names.
fn told(text: &str, cast: &[CastMember], checked: Checked) -> CheckedText {
    let short = |mut said: String| {
        for member in cast.iter().filter(|member| member.name != member.short) {
            if said.contains(&member.name) {
                said = said.replace(&member.name, &member.short);
            }
        }
        said
    };
    let named = |name: &str| {
        let mut fits = cast.iter().filter(|member| member.name == name);
        match (fits.next(), fits.next()) {
            (Some(only), None) => Named { id: only.id, name: only.short.clone() },
            _ => Named { id: None, name: name.to_owned() },
        }
    };
    let suggested = |suggestion: Suggestion| {
        let (start, end) = sentence_at(text, suggestion.place.start, suggestion.place.end);
        Suggested {
            actor: (!suggestion.actor.is_empty()).then(|| named(&suggestion.actor)),
            targets: suggestion.targets.iter().map(|target| named(target)).collect(),
            quote: text.get(start..end).unwrap_or_default().to_owned(),
            suggestion,
        }
    };
    CheckedText {
        findings: checked
            .findings
            .into_iter()
            .map(|f| Finding { why: short(f.why), ask: short(f.ask), rewrite: short(f.rewrite), ..f })
            .collect(),
        suggestions: checked.suggestions.into_iter().map(suggested).collect(),
        whole: checked.whole,
        acts: checked.acts,
        not_read: checked.not_read,
    }
}
