//! What was typed into the form, as values; or everything that is wrong with it.

use crate::extract::Posted;
use crate::fields::Faults;
use jiff::civil::Date;
use practice::ids::{CaseId, EntryId};
use practice::kinds::people::RelationshipKind;
use practice::text::Text;
use practice::when::ApproxDate;
use words::Words;

/// The most children one form reads.
pub(super) const MOST_CHILDREN: usize = 20;

/// What the two adults were or are to each other, as offered.
pub(super) const UNIONS: [(&str, RelationshipKind); 3] = [
    ("spouse", RelationshipKind::Spouse),
    ("partner", RelationshipKind::Partner),
    ("former_partner", RelationshipKind::FormerPartner),
];

/// What an adult is to the children, as offered.
pub(super) const TIES: [(&str, RelationshipKind); 6] = [
    ("parent", RelationshipKind::Parent),
    ("step_parent", RelationshipKind::StepParent),
    ("adoptive_parent", RelationshipKind::AdoptiveParent),
    ("foster_carer", RelationshipKind::FosterCarer),
    ("grandparent", RelationshipKind::Grandparent),
    ("kin", RelationshipKind::Kin),
];

/// Somebody of the form. Its id was made when the form was shown.
#[derive(Clone, Debug)]
pub(super) struct Somebody {
    /// The person entry.
    pub(super) id: EntryId,
    /// The whole name.
    pub(super) name: Text,
    /// Date of birth.
    pub(super) born: Option<ApproxDate>,
    /// What the person is to the children; nothing for a child.
    pub(super) tie: Option<RelationshipKind>,
}

impl Somebody {
    /// What to call the person.
    pub(super) fn short(&self) -> &str {
        self.name.as_str().split_whitespace().next().unwrap_or_else(|| self.name.as_str())
    }
}

/// Why the parts of the adults are not decided yet.
#[derive(Clone, Debug)]
pub(super) struct Undecided {
    /// When it will be looked at again.
    pub(super) review: Date,
    /// The question that would decide it.
    pub(super) question: Text,
}

/// What was reported.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// What.
    pub(super) text: Text,
    /// By whom, in words.
    pub(super) by: Option<Text>,
    /// When.
    pub(super) on: Option<ApproxDate>,
    /// Whoever told must not be found out.
    pub(super) protect: bool,
}

/// A new case, as it was typed.
#[derive(Clone, Debug)]
pub(super) struct Referral {
    /// Its id, made when the form was shown.
    pub(super) case: CaseId,
    /// The agency's own number.
    pub(super) reference: Option<Text>,
    /// The children.
    pub(super) children: Vec<Somebody>,
    /// Whose behaviour is the worry.
    pub(super) worry: Option<Somebody>,
    /// Who looks after the children.
    pub(super) carer: Option<Somebody>,
    /// What the two are to each other.
    pub(super) union: Option<RelationshipKind>,
    /// Set where it is not clear who is harming whom.
    pub(super) undecided: Option<Undecided>,
    /// What was reported.
    pub(super) report: Option<Report>,
}

struct Reading<'a> {
    posted: &'a Posted,
    words: &'a Words,
    today: Date,
    faults: Faults,
}

impl Referral {
    /// Reads the form.
    pub(super) fn read(posted: &Posted, words: &Words, today: Date) -> Result<Self, Faults> {
        let mut reading = Reading { posted, words, today, faults: Faults::default() };
        let children: Vec<Somebody> =
            (0..rows(posted)).filter_map(|row| reading.somebody(&format!("child-{row}"), false)).collect();
        if children.is_empty() && reading.faults.is_empty() {
            reading.fault("child-0-name", "new-case-no-child");
        }
        let worry = reading.somebody("worry", true);
        let carer = reading.somebody("carer", true);
        let undecided = reading.undecided();
        let report = reading.report();
        let reference = reading.text("reference");
        let case = posted.one("case").parse();
        let Ok(case) = case else {
            reading.fault("", "new-case-old-page");
            return Err(reading.faults);
        };
        if !reading.faults.is_empty() {
            return Err(reading.faults);
        }
        let union = UNIONS.iter().find(|(code, _)| *code == posted.one("union")).map(|(_, kind)| *kind);
        Ok(Self { case, reference, children, worry, carer, union, undecided, report })
    }
}

/// How many rows for children were filled in, up to the last.
pub(super) fn rows(posted: &Posted) -> usize {
    let filled =
        |row: &usize| ["name", "born"].iter().any(|part| !posted.one(&format!("child-{row}-{part}")).is_empty());
    (0..MOST_CHILDREN).filter(filled).max().map_or(0, |last| last + 1)
}

impl Reading<'_> {
    fn fault(&mut self, field: &str, key: &str) {
        self.faults.add(field, self.words.say(key));
    }

    fn text(&mut self, field: &str) -> Option<Text> {
        let typed = self.posted.one(field);
        if typed.is_empty() {
            return None;
        }
        Text::parse(typed).map_err(|error| self.faults.add(field, self.words.text_error(&error))).ok()
    }

    fn date(&mut self, field: &str) -> Option<ApproxDate> {
        let read = self.words.typed_date(self.posted.one(field), self.today);
        read.map_err(|error| self.faults.add(field, self.words.typed_error(&error))).ok().flatten()
    }

    fn somebody(&mut self, prefix: &str, adult: bool) -> Option<Somebody> {
        let (name_field, born_field) = (format!("{prefix}-name"), format!("{prefix}-born"));
        let born = self.date(&born_field);
        let tie = self.posted.one(&format!("{prefix}-tie"));
        let tie = TIES.iter().find(|(code, _)| *code == tie).map(|(_, kind)| *kind);
        let Some(name) = self.text(&name_field) else {
            if born.is_some() {
                self.fault(&name_field, "new-case-no-name");
            }
            return None;
        };
        let Ok(id) = self.posted.one(&format!("{prefix}-id")).parse() else {
            self.fault("", "new-case-old-page");
            return None;
        };
        Some(Somebody { id, name, born, tie: tie.filter(|_| adult) })
    }

    fn undecided(&mut self) -> Option<Undecided> {
        if self.posted.one("decided") != "no" {
            return None;
        }
        let question = self.text("question");
        if question.is_none() && self.posted.one("question").is_empty() {
            self.fault("question", "new-case-no-question");
        }
        let review = match self.date("review") {
            Some(date) => Some(date.start().date()),
            None => {
                if self.posted.one("review").is_empty() {
                    self.fault("review", "new-case-no-review");
                }
                None
            }
        };
        Some(Undecided { review: review?, question: question? })
    }

    fn report(&mut self) -> Option<Report> {
        let (by, on) = (self.text("reported_by"), self.date("reported_on"));
        if let Some(on) = on
            && on.start().date() > self.today
        {
            self.fault("reported_on", "new-case-reported-ahead");
        }
        let Some(text) = self.text("report") else {
            if by.is_some() {
                self.fault("report", "new-case-no-report");
            }
            return None;
        };
        Some(Report { text, by, on, protect: !self.posted.one("protect").is_empty() })
    }
}
