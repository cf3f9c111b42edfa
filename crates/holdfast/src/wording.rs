//! The wording engine behind the door that `app` knows: names and roles in, findings and suggestions out.

use crate::exit::Failure;
use app::{
    CastMember, Checked, Checker, Finding, FindingLevel, Named, Noticed, Part, Place, Question, RulePage,
    Suggestion, SuggestionKind, Voice, WhoActs, WholeText,
};
use language::{Cast, Config, Level, Pack, Person, Profile, Report, Role, Rules, Span, analyse_with, pages};
use std::path::Path;

/// `crates/language`, with its own rules, or with those of an agency as well.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    rules: Option<Rules>,
    /// The pages of what the agency added.
    added: Vec<RulePage>,
}

impl Engine {
    /// With an agency's pack.
    pub(crate) fn with_pack(path: &Path) -> Result<Self, Failure> {
        let (pack, rules) = crate::team::read(path)?;
        Ok(Self { rules: Some(rules), added: added(&pack) })
    }

    fn checked(&self, text: &str, cast: &[CastMember], config: &Config) -> Checked {
        let cast = Cast { people: cast.iter().map(person).collect() };
        let rules = self.rules.as_ref().unwrap_or_else(|| Rules::standard());
        checked(analyse_with(rules, text, &cast, config))
    }
}

/// Pages of the terms and rules of a pack, so that every finding leads to one.
fn added(pack: &Pack) -> Vec<RulePage> {
    let page = |id: String, name: &str, family: &str, what: &str, rewrite: &str| RulePage {
        id,
        name: name.to_owned(),
        family: family.to_owned(),
        what: without_case(what),
        why: String::new(),
        ask: String::new(),
        rewrite: without_case(rewrite),
        traps: Vec::new(),
        gaps: String::new(),
        bad: Vec::new(),
        good: Vec::new(),
    };
    let terms = pack.term.iter().enumerate().map(|(n, term)| RulePage {
        bad: vec![term.term.clone()],
        ..page(format!("TERM{:03}", n + 1), &term.term, &term.family, &term.message, &term.suggest)
    });
    let rules = pack.rule.iter().map(|rule| RulePage {
        why: without_case(&rule.why),
        ask: without_case(&rule.ask),
        bad: rule.bad.clone(),
        good: rule.good.clone(),
        ..page(rule.id.clone(), &rule.name, &rule.family, &rule.what, &rule.rewrite)
    });
    terms.chain(rules).collect()
}

impl Checker for Engine {
    fn check(&self, text: &str, cast: &[CastMember]) -> Checked {
        self.checked(text, cast, &Config::default())
    }

    fn check_for_court(&self, text: &str, cast: &[CastMember]) -> Checked {
        self.checked(text, cast, &Config { profile: Profile::Court, ..Config::default() })
    }

    fn rules(&self) -> Vec<RulePage> {
        let owned = |list: &[&str]| list.iter().map(|line| (*line).to_owned()).collect();
        pages()
            .iter()
            .map(|page| RulePage {
                id: page.id.to_owned(),
                name: page.name.to_owned(),
                family: page.family.to_owned(),
                what: without_case(page.what),
                why: without_case(page.why),
                ask: without_case(page.ask),
                rewrite: without_case(page.rewrite),
                traps: owned(page.traps),
                gaps: page.gaps.to_owned(),
                bad: owned(page.bad),
                good: owned(page.good),
            })
            .chain(self.added.iter().cloned())
            .collect()
    }
}

/// The page of a rule is about nobody: places for names say whose name would stand there.
pub(crate) fn without_case(text: &str) -> String {
    let text = text
        .replace("{perpetrator}", "the person who causes harm")
        .replace("{survivor}", "the survivor")
        .replace("{child}", "the child")
        .replace("{quote}", "these words");
    // a name has its capital letter; the words in its place need one at the head of a sentence
    let mut out = String::with_capacity(text.len());
    let mut head = true;
    for c in text.chars() {
        if head && c.is_alphabetic() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        head = matches!(c, '.' | '?' | '!') || (head && !c.is_alphanumeric() && c != '[');
    }
    out
}

fn person(member: &CastMember) -> Person {
    Person {
        id: member.id.map(|id| id.to_string()).unwrap_or_default(),
        name: member.name.clone(),
        aliases: member.aliases.clone(),
        role: match member.part {
            Part::Survivor => Role::Survivor,
            Part::Perpetrator => Role::Perpetrator,
            Part::Child => Role::Child,
            Part::Professional => Role::Professional,
            Part::Relative => Role::Relative,
            Part::Open => Role::Unknown,
        },
    }
}

fn place(span: Span) -> Place {
    Place { start: span.byte_start, end: span.byte_end, utf16_start: span.utf16_start, utf16_end: span.utf16_end }
}

fn voice(voice: language::Voice) -> Voice {
    match voice {
        language::Voice::Author => Voice::Author,
        language::Voice::Survivor => Voice::Survivor,
        language::Voice::Child => Voice::Child,
        language::Voice::Perpetrator => Voice::Perpetrator,
        language::Voice::Other => Voice::Other,
        language::Voice::Quotation => Voice::Quotation,
    }
}

fn named(name: String, id: &str) -> Named {
    Named { id: id.parse().ok(), name }
}

fn all_named(names: Vec<String>, ids: &[String]) -> Vec<Named> {
    let mut ids = ids.iter();
    names.into_iter().map(|name| named(name, ids.next().map_or("", String::as_str))).collect()
}

fn code(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| code.to_owned())
}

/// What the engine says of an act, of whoever acts: behaviours and efforts are told in the same words.
macro_rules! told {
    ($kind:expr, $drafts:expr) => {
        $drafts.into_iter().map(|draft| Suggestion {
            kind: $kind,
            actor: named(draft.actor, &draft.actor_id),
            act: draft.act,
            targets: all_named(draft.targets, &draft.target_ids),
            category: code(draft.category),
            place: place(draft.span),
            voice: voice(draft.voice),
            when: draft.when,
            sentence: draft.sentence,
            within: place(draft.sentence_span),
        })
    };
}

fn checked(report: Report) -> Checked {
    let findings = report.findings.into_iter().map(|finding| Finding {
        rule: finding.rule,
        name: finding.name,
        level: match finding.level {
            Level::Info => FindingLevel::Look,
            Level::Warning => FindingLevel::Likely,
            Level::Error => FindingLevel::Clear,
        },
        place: place(finding.span),
        quote: finding.quote,
        what: finding.what,
        why: finding.why,
        who: finding.who,
        exceptions: finding.exceptions,
        ask: finding.ask,
        rewrite: finding.rewrite,
        soft: finding.soft,
        sentence: finding.sentence,
        within: place(finding.sentence_span),
    });
    let behaviours = told!(SuggestionKind::Behaviour, report.behaviours);
    let efforts = told!(SuggestionKind::Effort, report.efforts);
    let mut suggestions: Vec<Suggestion> = behaviours.chain(efforts).collect();
    suggestions.sort_by_key(|suggestion| (suggestion.place.start, suggestion.kind));
    let whole = report.document.into_iter().map(|remark| WholeText {
        rule: remark.rule.to_owned(),
        says: remark.message,
        ask: remark.ask.to_owned(),
    });
    let questions = report.questions.into_iter().map(|question| Question {
        ask: question.ask,
        people: all_named(question.people, &question.person_ids),
        place: place(question.span),
        sentence: question.sentence,
        within: place(question.sentence_span),
    });
    let well = report.noticed.into_iter().map(|noticed| Noticed { says: noticed.message, quote: noticed.quote });
    let v = report.visibility;
    Checked {
        findings: findings.collect(),
        suggestions,
        questions: questions.collect(),
        well: well.collect(),
        whole: whole.collect(),
        acts: WhoActs {
            sentences: v.sentences,
            perpetrator: v.perpetrator_acts,
            survivor: v.survivor_acts,
            child: v.child_acts,
            nobody: v.doer_missing,
        },
        not_read: report.notes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agencys_pack_speaks_on_the_pages_and_each_finding_leads_to_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("team.toml");
        let text = "[levels]\nRSP101 = \"off\"\n[[term]]\nterm = \"frequent flyer\"\nfamily = \"survivor_blame\"\nmessage = \"x\"\n";
        std::fs::write(&path, text).unwrap();
        let cast = [CastMember {
            id: None,
            name: "Anna Ward".to_owned(),
            short: "Anna".to_owned(),
            aliases: vec!["Anna".to_owned()],
            part: Part::Survivor,
        }];
        let note = "Anna is a frequent flyer. Anna failed to protect the children.";
        let found = |engine: &Engine| -> Vec<String> {
            engine.check(note, &cast).findings.into_iter().map(|finding| finding.rule).collect()
        };
        let team = Engine::with_pack(&path).unwrap();
        assert_eq!(found(&team), ["TERM001"]);
        assert!(team.rules().iter().any(|page| page.id == "TERM001" && page.name == "frequent flyer"));
        assert_eq!(found(&Engine::default()), ["RSP101"], "the control");
        std::fs::write(&path, text.replace("survivor_blame", "blame")).unwrap();
        let failure = Engine::with_pack(&path).unwrap_err();
        assert!(
            failure.message.contains("team.toml:4:") && failure.message.contains("«blame»"),
            "{}",
            failure.message
        );
    }

    #[test]
    fn places_for_names_become_words_with_their_capital() {
        assert_eq!(
            without_case("{perpetrator} chose to [act]. {child} saw? {survivor} ran."),
            "The person who causes harm chose to [act]. The child saw? The survivor ran."
        );
        assert_eq!(without_case("[who] hit {survivor}."), "[who] hit the survivor.");
    }
}
