//! The findings and suggestions of a text, put into words. The list is the interface; marks in the text are decoration.

use super::acts::Acted;
use super::marked::{Piece, pieces, with_blanks};
use crate::forms::raw::Raw;
use crate::pages::frame::base;
use app::{CheckedText, Finding, FindingLevel, KeepReason, Marks, Named, Question, Suggested, SuggestionKind};
use practice::ids::CaseId;
use words::Words;

/// One finding.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    /// What it is known by.
    pub(crate) key: String,
    /// Name of its rule.
    pub(crate) name: String,
    /// How strongly, in words.
    pub(crate) level: String,
    /// The page of its rule.
    pub(crate) help: String,
    /// The words, with the sentence around them.
    pub(crate) sentence: Vec<Piece>,
    /// The words.
    pub(crate) quote: String,
    /// What they do.
    pub(crate) what: String,
    /// Who is missing or blamed, and why it matters.
    pub(crate) more: Vec<String>,
    /// The question.
    pub(crate) ask: String,
    /// The rewrite: words and blanks.
    pub(crate) rewrite: Vec<Piece>,
    /// The rewrite as text.
    pub(crate) insert: String,
    /// Nobody does it: the question "who?" can go on file.
    pub(crate) asks_who: bool,
    /// It rests on a role that is not decided.
    pub(crate) soft: bool,
    /// It was to be kept, and no reason was chosen.
    pub(crate) needs_reason: bool,
}

/// A finding that is kept as it is.
#[derive(Clone, Debug)]
pub(crate) struct KeptCard {
    /// What it is known by.
    pub(crate) key: String,
    /// Why, in words.
    pub(crate) why: String,
    /// The words.
    pub(crate) quote: String,
}

/// A draft entry on offer.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// What it is known by.
    pub(crate) key: String,
    /// `harm` or `hold`, and its icon.
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    /// Who to whom, when.
    pub(crate) who: String,
    /// What.
    pub(crate) act: String,
    /// In whose words.
    pub(crate) voice: String,
    /// What the button says.
    pub(crate) take: String,
    /// What the button says that sets it aside.
    pub(crate) not: String,
    /// Where it is in the file already: address and words.
    pub(crate) there: Option<(String, String)>,
}

/// The whole panel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Panel {
    /// Findings to look at.
    pub(crate) cards: Vec<Card>,
    /// Findings that are kept.
    pub(crate) kept: Vec<KeptCard>,
    /// Draft entries on offer.
    pub(crate) offers: Vec<Offer>,
    /// What is written well.
    pub(crate) well: Vec<String>,
    /// About the whole text: what is so, and the question.
    pub(crate) whole: Vec<(String, String)>,
    /// What was not read, and why.
    pub(crate) not_read: Vec<String>,
    /// Blanks of a rewrite that are still open.
    pub(crate) blanks: Vec<String>,
    /// How much there is, in a sentence.
    pub(crate) said: String,
    /// That not everything is listed; empty where it is.
    pub(crate) unlisted: String,
    /// Where the people of the case stand, if they or their parts have changed since the writing began; else empty.
    pub(crate) changed: String,
    /// The people and parts that the writing began with, for the next answer.
    pub(crate) cast: String,
    /// Hidden fields with what was decided.
    pub(crate) marks: Vec<(&'static str, String)>,
    /// The reasons for keeping, with their words.
    pub(crate) reasons: Vec<(&'static str, String)>,
    /// Whether one can decide something here, or only read.
    pub(crate) acts: bool,
    /// Whether the people of a case were known.
    pub(crate) with_case: bool,
    /// The text with its marks, to read.
    pub(crate) marked: Vec<Piece>,
    /// Kind, first and last UTF-16 unit, key: for the highlights.
    pub(crate) places: Vec<(&'static str, usize, usize, String)>,
}

/// Findings and suggestions that are listed at a time. A text of sixty pages that is full of them has some thousands, which
/// nobody reads in a list and no browser shows quickly; those that follow come up as the first are dealt with.
const MOST: usize = 300;

/// How a panel is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Maker<'a> {
    /// The words.
    pub(crate) words: &'a Words,
    /// The case; nothing for a text that belongs to none.
    pub(crate) case: Option<CaseId>,
    /// Whether one can decide something here.
    pub(crate) acts: bool,
}

impl Maker<'_> {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, words::Arg<'_>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.words.say_with(key, &args)
    }

    /// The panel of a text.
    pub(crate) fn panel(&self, text: &str, checked: &CheckedText, marks: &Marks, acted: &Acted) -> Panel {
        let sorted = marks.sort(checked);
        let found = &checked.checked;
        let mut places = Vec::new();
        let mut questions: Vec<&Question> = found.questions.iter().collect();
        let mut cards = Vec::new();
        for (key, finding) in &sorted.open {
            places.push(("finding", finding.place.utf16_start, finding.place.utf16_end, key.clone()));
            if cards.len() < MOST {
                let unanswered = questions.len();
                questions.retain(|q| q.sentence != finding.sentence || q.place.start >= finding.place.end);
                cards.push(self.card(text, key, finding, unanswered != questions.len(), acted));
            }
        }
        let kept = sorted.kept.iter().map(|(kept, finding)| {
            places.push(("kept", finding.place.utf16_start, finding.place.utf16_end, kept.key.clone()));
            KeptCard {
                key: kept.key.clone(),
                why: if kept.words.is_empty() {
                    self.say("wording-kept-because", &[("reason", &self.reason(kept.reason))])
                } else {
                    self.say("wording-kept-words", &[("reason", &self.reason(kept.reason)), ("words", &kept.words)])
                },
                quote: finding.quote.clone(),
            }
        });
        let kept: Vec<KeptCard> = kept.collect();
        for suggested in &sorted.suggestions {
            let place = suggested.suggestion.place;
            places.push(("offer", place.utf16_start, place.utf16_end, suggested.key.clone()));
        }
        let blanks = app::blanks(text).into_iter().filter_map(|(a, b)| text.get(a..b)).map(str::to_owned).collect();
        let mut panel = Panel {
            said: self.count(sorted.open.len(), sorted.suggestions.len(), text, found.not_read.is_empty()),
            unlisted: if sorted.open.len().max(sorted.suggestions.len()) > MOST {
                let key = if self.acts { "wording-unlisted" } else { "check-unlisted" };
                self.words.say_with(key, &[("most", i64::try_from(MOST).unwrap_or_default().into())])
            } else {
                String::new()
            },
            changed: String::new(),
            cast: checked.cast.clone(),
            offers: sorted.suggestions.iter().take(MOST).map(|suggested| self.offer(suggested)).collect(),
            well: found
                .well
                .iter()
                .take(MOST)
                .map(|well| self.say("wording-well-line", &[("says", &well.says), ("words", &well.quote)]))
                .collect(),
            whole: found.whole.iter().map(|whole| (whole.says.clone(), whole.ask.clone())).collect(),
            not_read: found.not_read.clone(),
            marks: sorted
                .marks
                .kept
                .iter()
                .map(|kept| (super::acts::KEPT, kept.written()))
                .chain(sorted.marks.aside.iter().map(|key| (super::acts::ASIDE, key.clone())))
                .collect(),
            reasons: KeepReason::ALL
                .into_iter()
                .filter(|reason| *reason != KeepReason::NotRelevant)
                .map(|reason| (reason.code(), self.reason(reason)))
                .collect(),
            acts: self.acts,
            with_case: self.case.is_some(),
            marked: Vec::new(),
            cards,
            kept,
            blanks,
            places,
        };
        if let Acted::Said(key) = acted {
            panel.said = format!("{} {}", self.words.say(key), panel.said);
        }
        panel.marked = super::marked::marked(text, checked, &sorted);
        panel
    }

    /// The panel of a text that is being written, from the fields of its form: it says when the people of the case or
    /// their parts are others than when the writing began.
    pub(crate) fn panel_of(&self, raw: &Raw, text: &str, checked: &CheckedText, acted: &Acted) -> Panel {
        let mut panel = self.panel(text, checked, &super::acts::marks(raw), acted);
        let began = raw.one(super::acts::CAST);
        if !began.is_empty() && !checked.cast.is_empty() && began != checked.cast {
            began.clone_into(&mut panel.cast);
            panel.changed = self.case.map(|case| format!("{}/people", base(case))).unwrap_or_default();
        }
        panel
    }

    fn reason(&self, reason: KeepReason) -> String {
        self.words.say(&format!("wording-reason-{}", reason.code()))
    }

    /// How much there is. Never an all-clear: what was not written down cannot be seen.
    fn count(&self, findings: usize, offers: usize, text: &str, read: bool) -> String {
        if !read {
            return self.words.say("wording-count-unread");
        }
        if text.trim().is_empty() {
            return self.words.say("wording-count-empty");
        }
        let args = [("findings", findings.into()), ("offers", offers.into())];
        self.words.say_with("wording-count", &args)
    }

    fn card(&self, text: &str, key: &str, finding: &Finding, asks_who: bool, acted: &Acted) -> Card {
        let level = match finding.level {
            FindingLevel::Look => "wording-level-look",
            FindingLevel::Likely => "wording-level-likely",
            FindingLevel::Clear => "wording-level-clear",
        };
        let around = text.get(finding.within.start..finding.within.end).unwrap_or(&finding.quote);
        let inside = (
            finding.place.start.saturating_sub(finding.within.start),
            finding.place.end.saturating_sub(finding.within.start),
        );
        let said = |part: &String| (!part.is_empty()).then(|| part.clone());
        Card {
            key: key.to_owned(),
            name: capital(&finding.name),
            level: self.words.say(level),
            help: format!("/help/wording/{}", finding.rule),
            sentence: if around.trim() == finding.quote.trim() { Vec::new() } else { pieces(around, &[inside]) },
            quote: finding.quote.clone(),
            what: finding.what.clone(),
            more: [said(&finding.who), said(&finding.why), said(&finding.exceptions)]
                .into_iter()
                .flatten()
                .collect(),
            ask: finding.ask.clone(),
            rewrite: with_blanks(&finding.rewrite),
            insert: finding.rewrite.clone(),
            asks_who,
            soft: finding.soft,
            needs_reason: matches!(acted, Acted::NeedsReason(needs) if needs == key),
        }
    }

    /// A draft entry on offer.
    pub(crate) fn offer(&self, suggested: &Suggested<'_>) -> Offer {
        let s = suggested.suggestion;
        let behaviour = s.kind == SuggestionKind::Behaviour;
        let names = |people: &[Named]| {
            let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
            if names.is_empty() { String::new() } else { self.words.list(&names) }
        };
        let (to, when) = (names(&s.targets), s.when.join(", "));
        let key = match (behaviour, to.is_empty(), when.is_empty()) {
            (true, false, false) => "wording-offer-to-when",
            (true, false, true) => "wording-offer-to",
            (false, false, false) => "wording-offer-for-when",
            (false, false, true) => "wording-offer-for",
            (_, true, false) => "wording-offer-when",
            (_, true, true) => "wording-offer",
        };
        Offer {
            key: suggested.key.clone(),
            class: if behaviour { "harm" } else { "hold" },
            icon: if behaviour { "arrow" } else { "shield" },
            who: self.say(key, &[("who", &s.actor.name), ("to", &to), ("when", &when)]),
            act: capital(&s.act),
            voice: self.words.say(match s.voice {
                app::Voice::Author => "wording-voice-author",
                app::Voice::Survivor => "wording-voice-survivor",
                app::Voice::Child => "wording-voice-child",
                app::Voice::Perpetrator => "wording-voice-perpetrator",
                app::Voice::Other => "wording-voice-other",
                app::Voice::Quotation => "wording-voice-quotation",
            }),
            take: self.words.say(if behaviour { "wording-take-behaviour" } else { "wording-take-effort" }),
            not: self.words.say(if behaviour { "wording-not-behaviour" } else { "wording-not-effort" }),
            there: suggested.there.zip(self.case).map(|(id, case)| {
                let href = crate::pages::frame::entry_href(case, id);
                (href, self.words.say(if behaviour { "wording-on-map" } else { "wording-among-efforts" }))
            }),
        }
    }
}

/// With a capital, as acts stand on the map.
pub(crate) fn capital(act: &str) -> String {
    let mut letters = act.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
