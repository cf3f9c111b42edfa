//! The wording engine behind the door that `app` knows: names and roles in, findings and suggestions out.

use app::{
    CastMember, Checked, Checker, Finding, FindingLevel, Part, Place, RulePage, Suggestion, SuggestionKind, Voice,
    WhoActs, WholeText,
};
use language::{Cast, Config, Level, Person, Report, Role, Span, analyse, pages};

/// `crates/language`, with its own rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Engine;

impl Checker for Engine {
    fn check(&self, text: &str, cast: &[CastMember]) -> Checked {
        checked(analyse(text, &Cast { people: cast.iter().map(person).collect() }, &Config::default()))
    }

    fn rules(&self) -> Vec<RulePage> {
        let owned = |list: &[&str]| list.iter().map(|line| (*line).to_owned()).collect();
        pages()
            .iter()
            .map(|page| RulePage {
                id: page.id.to_owned(),
                name: page.name.to_owned(),
                family: page.family.to_owned(),
                what: page.what.to_owned(),
                why: page.why.to_owned(),
                ask: page.ask.to_owned(),
                rewrite: page.rewrite.to_owned(),
                traps: owned(page.traps),
                gaps: page.gaps.to_owned(),
                bad: owned(page.bad),
                good: owned(page.good),
            })
            .collect()
    }
}

fn person(member: &CastMember) -> Person {
    Person {
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

/// Codes of the base pack that fit an engine's category. An agency's pack may not have them; pages look them up.
fn categories(category: &str) -> &'static [&'static str] {
    match category {
        "physical" => &["physical_violence"],
        "threats" => &["threats_to_harm"],
        "monitoring" => &["monitoring_technology"],
        "stalking" => &["stalking"],
        "isolation" => &["isolation"],
        "economic" => &["economic_control"],
        "property" => &["damage_property"],
        "pets" => &["harm_to_pets"],
        "undermining_parenting" => &["undermining_parenting"],
        "immigration" => &["immigration_threats"],
        "sexual" => &["sexual_coercion"],
        "emotional" => &["degradation"],
        _ => &[],
    }
}

fn checked(report: Report) -> Checked {
    let findings = report.findings.into_iter().map(|finding| Finding {
        asks_who: finding.family == "agentless_passive",
        rule: finding.rule,
        name: finding.name,
        level: match finding.level {
            Level::Info => FindingLevel::Look,
            Level::Warning => FindingLevel::Likely,
            Level::Error => FindingLevel::Clear,
        },
        place: place(finding.span),
        quote: finding.quote,
        why: finding.why,
        ask: finding.ask,
        rewrite: finding.rewrite,
        soft: finding.soft,
        sentence: finding.sentence,
    });
    let behaviours = report.behaviours.into_iter().map(|behaviour| Suggestion {
        kind: SuggestionKind::Behaviour,
        actor: behaviour.actor,
        act: behaviour.act,
        targets: behaviour.targets,
        categories: categories(behaviour.category).iter().map(|code| (*code).to_owned()).collect(),
        place: place(behaviour.span),
        voice: voice(behaviour.voice),
        when: behaviour.when,
        sentence: behaviour.sentence,
    });
    let efforts = report.efforts.into_iter().map(|effort| Suggestion {
        kind: SuggestionKind::Effort,
        actor: effort.actor,
        act: effort.act,
        targets: effort.targets,
        categories: Vec::new(),
        place: place(effort.span),
        voice: voice(effort.voice),
        when: Vec::new(),
        sentence: effort.sentence,
    });
    let mut suggestions: Vec<Suggestion> = behaviours.chain(efforts).collect();
    suggestions.sort_by_key(|suggestion| (suggestion.place.start, suggestion.kind));
    let whole = report.document.into_iter().map(|remark| WholeText {
        rule: remark.rule.to_owned(),
        says: remark.message,
        ask: remark.ask.to_owned(),
    });
    let v = report.visibility;
    Checked {
        findings: findings.collect(),
        suggestions,
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
