//! The desk of an invented worker: everything is recorded one by one, as on a page, through the same decision.

use crate::agency::{Colleague, id_at};
use crate::dice::Dice;
use crate::family::People;
use crate::grammar::Meant;
use crate::phrases::phrases;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use practice::case::{CaseFile, FoldError};
use practice::entry::{Author, Content};
use practice::event::{CaseEvent, Opened};
use practice::ids::{EntryId, OccasionId};
use practice::kinds::Body;
use practice::label::Label;
use practice::record::{At, Draft, Intent, Recorded, Refusal, record};
use practice::source::{How, Source, Who};
use practice::text::{Code, Text, TextError};
use practice::when::{ApproxDate, Happened, Recurrence, Until};

/// Something invented was refused: a fault of this crate.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// An entry was refused as it would be on a page.
    #[error("an invented entry was refused: {0}")]
    Refused(#[from] Refusal),
    /// A text was none.
    #[error("an invented text {0}")]
    Text(#[from] TextError),
    /// The file did not take it.
    #[error("an invented case does not fold: {0}")]
    Fold(#[from] FoldError),
}

pub(crate) struct Desk {
    pub(crate) case: CaseFile,
    pub(crate) dice: Dice,
    pub(crate) people: People,
    /// Behaviours of the person who causes harm in this family.
    pub(crate) behaviours: Vec<EntryId>,
    pub(crate) efforts: Vec<EntryId>,
    pub(crate) unknowns: Vec<EntryId>,
    pub(crate) change_plan: Option<EntryId>,
    pub(crate) support_plan: Option<EntryId>,
    now: Timestamp,
    step: SignedDuration,
    worker: Author,
    supervisor: Author,
    by_supervisor: bool,
    pack: Text,
    /// The visit from which entries come now, and how many still will.
    sitting: Option<(OccasionId, u64)>,
}

impl Desk {
    /// A desk with an open case on it.
    pub(crate) fn open(
        opened: Opened,
        dice: Dice,
        step: SignedDuration,
        supervisor: &Colleague,
        pack: Text,
    ) -> Result<Self, Broken> {
        let worker = opened.author.clone();
        let supervisor = Author { id: supervisor.id, name: Text::parse(&supervisor.name)? };
        Ok(Self {
            now: opened.opened_at,
            case: CaseFile::open(opened),
            dice,
            people: People::default(),
            behaviours: Vec::new(),
            efforts: Vec::new(),
            unknowns: Vec::new(),
            change_plan: None,
            support_plan: None,
            step,
            worker,
            supervisor,
            by_supervisor: false,
            pack,
            sitting: None,
        })
    }

    /// The day on which it is written.
    pub(crate) fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.now).date()
    }

    /// So many days before that.
    pub(crate) fn ago(&self, days: u64) -> Date {
        self.today().saturating_sub(span(days))
    }

    /// So many days after it.
    pub(crate) fn ahead(&self, days: u64) -> Date {
        self.today().saturating_add(span(days))
    }

    /// A day so many days before, between the two.
    pub(crate) fn day_ago(&mut self, from: u64, to: u64) -> Date {
        let days = self.dice.between(from, to);
        self.ago(days)
    }

    /// Records what an entry says, and gives its id.
    pub(crate) fn add(
        &mut self,
        label: Label,
        happened: Happened,
        sources: Vec<Source>,
        body: Body,
    ) -> Result<EntryId, Broken> {
        let occasion = match &mut self.sitting {
            Some((visit, left)) if *left > 0 => {
                *left = left.saturating_sub(1);
                Some(*visit)
            }
            _ => None,
        };
        let pack = Some(self.pack.clone());
        let content = Content { happened, occasion, sources, disputes: Vec::new(), label, pack, body };
        self.record(None, |_| Intent::Record(Box::new(content)))
    }

    /// What is added next comes from this visit.
    pub(crate) fn sit(&mut self, visit: EntryId) {
        let entries = self.dice.between(1, 5);
        self.sitting = Some((OccasionId(visit.0), entries));
    }

    /// The same, in the name of the supervisor.
    pub(crate) fn add_by_supervisor(
        &mut self,
        label: Label,
        happened: Happened,
        body: Body,
    ) -> Result<EntryId, Broken> {
        self.by_supervisor = true;
        self.sitting = None;
        let added = self.add(label, happened, Vec::new(), body);
        self.by_supervisor = false;
        added
    }

    /// Changes an entry.
    pub(crate) fn change(
        &mut self,
        id: EntryId,
        intent: impl FnOnce(&Content) -> Intent,
    ) -> Result<EntryId, Broken> {
        self.record(Some(id), intent)
    }

    fn record(
        &mut self,
        known: Option<EntryId>,
        intent: impl FnOnce(&Content) -> Intent,
    ) -> Result<EntryId, Broken> {
        let pause = self.dice.between(20, 180);
        let step = self.step.saturating_mul(i32::try_from(pause).unwrap_or(100)) / 100;
        self.now = self.now.saturating_add(step.max(SignedDuration::from_secs(40))).unwrap_or(self.now);
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or(0);
        let (id, intent) = match known.and_then(|id| Some((id, self.case.entry(id)?))) {
            Some((id, entry)) => (id, intent(&entry.content)),
            None => (EntryId(id_at(millis, &mut self.dice)), intent(&nothing(&self.pack))),
        };
        let author = if self.by_supervisor { self.supervisor.clone() } else { self.worker.clone() };
        match record(&self.case, &Draft { id, intent }, &At { author, now: self.now })? {
            Recorded::New(revision) => self.case.apply(CaseEvent::Entry(revision))?,
            Recorded::Already { .. } => {}
        }
        Ok(id)
    }

    /// Who is meant by the letters of phrases, with one of the children.
    pub(crate) fn meant(&mut self) -> (Meant, EntryId) {
        let (people, dice) = (&self.people, &mut self.dice);
        let child = dice.pick(&people.children);
        let name = |one: Option<&crate::family::Member>, otherwise: &str| {
            one.map_or_else(|| otherwise.to_owned(), |one| one.short.clone())
        };
        let meant = Meant(vec![
            ('P', people.harm.short.clone()),
            ('S', people.survivor.short.clone()),
            ('C', name(child, "the child")),
            ('K', name(dice.pick(&people.his_kin), "a relative")),
            ('N', name(dice.pick(&people.friends), "the neighbour")),
            ('h', people.survivor.own().to_owned()),
            ('Q', dice.pick(&QUALIFIED).copied().unwrap_or("the school").to_owned()),
            ('D', dice.pick(&PLACES).copied().unwrap_or("home").to_owned()),
        ]);
        (meant, child.map_or(people.survivor.id, |child| child.id))
    }

    /// A text of a group of phrases.
    pub(crate) fn say(&mut self, group: &str) -> Result<Text, Broken> {
        let (meant, _) = self.meant();
        self.say_of(&meant, group)
    }

    /// The same, about these people.
    pub(crate) fn say_of(&mut self, meant: &Meant, group: &str) -> Result<Text, Broken> {
        let phrase = self.dice.pick(phrases().group(group)).copied().unwrap_or("Not known");
        Ok(Text::parse(&meant.say(&mut self.dice, phrase))?)
    }

    /// A text of a phrase.
    pub(crate) fn speak(&mut self, meant: &Meant, phrase: &str) -> Result<Text, Broken> {
        Ok(Text::parse(&meant.say(&mut self.dice, phrase))?)
    }

    /// Such a text in so many of a hundred.
    pub(crate) fn maybe(&mut self, of_hundred: u64, group: &str) -> Result<Option<Text>, Broken> {
        if self.dice.percent(of_hundred) { self.say(group).map(Some) } else { Ok(None) }
    }

    /// One of a list of codes.
    pub(crate) fn code(&mut self, codes: &[&str]) -> Result<Code, Broken> {
        Ok(Code::parse(self.dice.pick_common(codes).copied().unwrap_or("other"))?)
    }

    /// A day not long ago.
    pub(crate) fn lately(&mut self) -> Happened {
        let days = self.dice.below(20);
        Happened::On(ApproxDate::Day(self.ago(days)))
    }

    /// When something of the pattern happened.
    pub(crate) fn once_or_over_time(&mut self) -> Happened {
        let days = self.dice.below(900).min(self.dice.below(900));
        let day = self.ago(days);
        let month = ApproxDate::Month(day.year(), day.month());
        let recurrence = *self.dice.pick(&RECURRENCES).unwrap_or(&Recurrence::NotKnown);
        match self.dice.below(100) {
            0..=39 => Happened::On(ApproxDate::Day(day)),
            40..=49 => Happened::On(month),
            50..=54 => Happened::On(ApproxDate::Year(day.year())),
            55..=84 => Happened::Over { from: Some(month), until: Until::Ongoing, recurrence },
            85..=94 => {
                let end = self.day_ago(0, days);
                Happened::Over { from: Some(month), until: Until::Date(ApproxDate::Day(end.max(day))), recurrence }
            }
            _ => Happened::NotKnown,
        }
    }

    /// How something is known.
    pub(crate) fn sources(&mut self) -> Result<Vec<Source>, Broken> {
        let survivor = Who::Person(self.people.survivor.id);
        let friend = self.dice.pick(&self.people.friends).map(|one| Who::Person(one.id));
        let (how, label) = match (self.dice.below(100), friend) {
            (0..=54, _) => (How::ToldDirectly { by: survivor }, None),
            (55..=64, _) => (How::SeenByRecorder, None),
            (65..=79, Some(friend)) => (How::ToldDirectly { by: friend }, Some(Label::ThirdParty)),
            (80..=89, _) => {
                let record = ["Police log", "Court order", "School file", "Hospital notes"];
                let record = self.dice.pick(&record).copied().unwrap_or("File");
                (How::InRecord { record: Text::parse(record)?, whose: None }, None)
            }
            _ => {
                let by = self.dice.pick(&QUALIFIED).copied().unwrap_or("the school");
                (How::ToldByAnother { by: Who::Other(Text::parse(by)?), whose: Some(survivor) }, None)
            }
        };
        let days = self.dice.below(10);
        let first = Source { how, on: Some(ApproxDate::Day(self.ago(days))), words: None, label };
        let mut all = vec![first];
        if self.dice.percent(15) {
            all.push(Source { how: How::SeenByRecorder, on: None, words: None, label: None });
        }
        Ok(all)
    }
}

fn nothing(pack: &Text) -> Content {
    let body = Body::Note(practice::kinds::Note {
        title: pack.clone(),
        text: pack.clone(),
        about: Vec::new(),
        addendum_to: None,
    });
    Content {
        happened: Happened::NotKnown,
        occasion: None,
        sources: Vec::new(),
        disputes: Vec::new(),
        label: Label::Professional,
        pack: None,
        body,
    }
}

fn span(days: u64) -> Span {
    Span::new().try_days(i64::try_from(days).unwrap_or(0)).unwrap_or_default()
}

const QUALIFIED: [&str; 10] = [
    "the school",
    "the health visitor",
    "the police",
    "probation",
    "the nursery",
    "the midwife",
    "the advocate",
    "the housing office",
    "the clinic",
    "the programme",
];
const PLACES: [&str; 6] =
    ["the flat", "the house", "the new flat", "the hostel", "the children's centre", "the school"];
const RECURRENCES: [Recurrence; 7] = [
    Recurrence::NowAndThen,
    Recurrence::MostMonths,
    Recurrence::MostWeeks,
    Recurrence::SeveralTimesAWeek,
    Recurrence::MostDays,
    Recurrence::AllTheTime,
    Recurrence::NotKnown,
];
