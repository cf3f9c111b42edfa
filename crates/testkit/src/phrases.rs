//! A wording engine for tests: a few fixed phrases, so that a test says by itself what will be found.

use app::{
    CastMember, Checked, Checker, Finding, FindingLevel, Named, Noticed, Part, Place, Question, RulePage,
    Suggestion, SuggestionKind, Voice, WhoActs,
};

/// Knows "failed to protect" (RSP101), "was grabbed" (INV101) and "NAME followed NAME", "NAME moved the children". A text
/// with "się" is Polish to it, and not read.
#[derive(Clone, Copy, Debug, Default)]
pub struct PhraseChecker;

const RULES: [(&str, &str, &str); 2] = [
    ("RSP101", "Failed to protect", "failed to protect"),
    ("INV101", "Harm without anybody who does it", "was grabbed"),
];

fn named(member: &CastMember) -> Named {
    Named { id: member.id, name: member.name.clone() }
}

fn place(text: &str, start: usize, end: usize) -> Place {
    let units = |to: usize| text.get(..to).unwrap_or_default().encode_utf16().count();
    Place { start, end, utf16_start: units(start), utf16_end: units(end) }
}

/// A hash that changes with the words of the sentence, and where the sentence is.
fn sentence(text: &str, start: usize, end: usize) -> (String, Place) {
    let (from, to) = app::sentence_at(text, start, end);
    let words = text.get(from..to).unwrap_or_default().to_lowercase();
    (blake3::hash(words.as_bytes()).to_hex().chars().take(16).collect(), place(text, from, to))
}

impl Checker for PhraseChecker {
    fn check(&self, text: &str, cast: &[CastMember]) -> Checked {
        let mut checked = Checked::default();
        if text.contains("się") {
            checked.not_read.push("This text is not in English. Nothing in it was checked.".to_owned());
            return checked;
        }
        let him = cast.iter().find(|member| member.part == Part::Perpetrator);
        for (rule, name, phrase) in RULES {
            checked.findings.extend(text.match_indices(phrase).map(|(start, quote)| {
                let end = start + quote.len();
                let (sentence, within) = sentence(text, start, end);
                Finding {
                    rule: rule.to_owned(),
                    name: name.to_owned(),
                    level: FindingLevel::Likely,
                    place: place(text, start, end),
                    quote: quote.to_owned(),
                    what: "The words make her answerable.".to_owned(),
                    why: "It hides who does it.".to_owned(),
                    who: String::new(),
                    exceptions: String::new(),
                    ask: "What did he do?".to_owned(),
                    rewrite: format!("{} [what he did].", him.map_or("[who]", |him| him.name.as_str())),
                    soft: him.is_none(),
                    sentence,
                    within,
                }
            }));
        }
        for finding in checked.findings.iter().filter(|finding| finding.rule == "INV101") {
            checked.questions.push(Question {
                ask: "Who did this?".to_owned(),
                people: Vec::new(),
                place: finding.place,
                sentence: finding.sentence.clone(),
                within: finding.within,
            });
        }
        checked.findings.sort_by_key(|finding| finding.place.start);
        for (part, verb, kind) in [
            (Part::Perpetrator, " followed ", SuggestionKind::Behaviour),
            (Part::Survivor, " moved the children", SuggestionKind::Effort),
        ] {
            for member in cast.iter().filter(|member| member.part == part) {
                let phrase = format!("{}{verb}", member.short);
                checked.suggestions.extend(text.match_indices(&phrase).map(|(start, found)| {
                    let (sentence, within) = sentence(text, start, start + found.len());
                    let end = within.end;
                    let act = text.get(start + member.short.len()..end).unwrap_or_default();
                    let targets = cast.iter().filter(|other| act.contains(&other.short)).map(named);
                    Suggestion {
                        kind,
                        actor: named(member),
                        act: act.trim().trim_end_matches('.').to_owned(),
                        targets: targets.collect(),
                        category: Some(
                            if kind == SuggestionKind::Behaviour { "monitoring" } else { "hidden_money" }
                                .to_owned(),
                        ),
                        place: place(text, start, end),
                        voice: Voice::Author,
                        when: Vec::new(),
                        sentence,
                        within,
                    }
                }));
            }
        }
        checked.suggestions.sort_by_key(|suggestion| suggestion.place.start);
        if let Some(first) = checked.suggestions.first() {
            let quote = text.get(first.place.start..first.place.end).unwrap_or_default().to_owned();
            checked.well.push(Noticed { says: "Says who does it.".to_owned(), quote });
        }
        checked.acts = WhoActs {
            sentences: text.matches(['.', '!', '?']).count(),
            perpetrator: checked.suggestions.iter().filter(|s| s.kind == SuggestionKind::Behaviour).count(),
            survivor: checked.suggestions.iter().filter(|s| s.kind == SuggestionKind::Effort).count(),
            child: 0,
            nobody: checked.questions.len(),
        };
        checked
    }

    fn rules(&self) -> Vec<RulePage> {
        RULES
            .iter()
            .map(|(id, name, phrase)| RulePage {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
                family: "test".to_owned(),
                what: "What it does.".to_owned(),
                why: "Why it matters.".to_owned(),
                ask: "What did he do?".to_owned(),
                rewrite: "[who] [what he did].".to_owned(),
                traps: vec!["A quotation.".to_owned()],
                gaps: String::new(),
                bad: vec![format!("She {phrase}.")],
                good: vec!["He grabbed her.".to_owned()],
            })
            .collect()
    }
}
