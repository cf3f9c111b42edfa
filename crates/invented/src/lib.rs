//! Invented people, families and agencies: for load, for demos and for measuring. Nobody in it lives, and the same seed gives
//! the same bytes.
//!
//! A case is written entry by entry through [`practice::record`], as somebody would on a page, so that it holds nothing that a
//! page or an import would refuse.

mod agency;
mod desk;
pub mod dice;
mod family;
mod grammar;
pub mod names;
mod pattern;
mod phrases;
mod plans;
mod volume;
mod work;

pub use agency::{Colleague, Profile};
pub use desk::Broken;

use desk::Desk;
use dice::Dice;
use jiff::{SignedDuration, Timestamp};
use practice::entry::Author;
use practice::event::Opened;
use practice::format::CaseDocument;
use practice::text::Text;
use volume::Volume;

/// The day up to which invented agencies have worked: 1 November 2026, in seconds. A seed gives the same bytes on any day.
const UNTIL: i64 = 1_793_491_200;

/// What is to be made.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// The same seed gives the same cases; another gives others.
    pub seed: u64,
    /// Who works them.
    pub profile: Profile,
    /// The content pack and its version, as it stands beside each entry: "base 3".
    pub pack: Text,
}

/// One invented case, and who works it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The case file.
    pub document: CaseDocument,
    /// Who works it.
    pub worker: Colleague,
    /// Who supervises that.
    pub supervisor: Colleague,
}

/// Set in the number of a case that is very long, so that it is none of the others.
const VERY_LONG: u64 = 1 << 63;

impl Recipe {
    /// The case of a number, from 0: the same whatever was made before it.
    ///
    /// # Errors
    /// [`Broken`]: a fault of this crate.
    pub fn case(&self, n: u64) -> Result<Case, Broken> {
        let mut dice = Dice::of(self.seed, n);
        let volume = Volume::throw(&mut dice);
        self.make(dice, n, volume)
    }

    /// One case of about so many entries, and sixty people where it is long.
    ///
    /// # Errors
    /// As [`Recipe::case`].
    pub fn very_long(&self, entries: u64) -> Result<Case, Broken> {
        self.make(Dice::of(self.seed, VERY_LONG | entries), VERY_LONG, Volume::very_long(entries))
    }

    fn make(&self, mut dice: Dice, n: u64, volume: Volume) -> Result<Case, Broken> {
        let (worker, supervisor) = self.profile.works(&mut dice);
        let seconds = i64::try_from(volume.days.saturating_mul(86_400)).unwrap_or(i64::MAX);
        let begin = UNTIL.saturating_sub(seconds).saturating_sub(i64::try_from(dice.below(86_400)).unwrap_or(0));
        let opened_at = Timestamp::from_second(begin).unwrap_or(Timestamp::UNIX_EPOCH);
        let millis = u64::try_from(begin).unwrap_or(0).saturating_mul(1_000);
        let case = family::case_id(millis, &mut dice);
        let number = if n & VERY_LONG == 0 { format!("{:06}", n.saturating_add(1)) } else { "long".to_owned() };
        let opened = Opened {
            case,
            author: Author { id: worker.id, name: Text::parse(&worker.name)? },
            opened_at,
            reference: Some(Text::parse(&format!("G{}/{number}", self.seed))?),
            invented: true,
        };
        let steps = i64::try_from(volume.entries().saturating_add(30)).unwrap_or(i64::MAX);
        let step = SignedDuration::from_secs(seconds / steps);
        let mut desk = Desk::open(opened, dice, step, &supervisor, self.pack.clone())?;
        desk.family(volume.further_people)?;
        desk.all(&volume)?;
        Ok(Case { document: CaseDocument::of(&desk.case), worker, supervisor })
    }
}

/// What is recorded next.
#[derive(Clone, Copy)]
enum Next {
    Behaviour,
    Effort,
    Impact,
    Note,
    Other,
}

impl Desk {
    /// Everything of a volume, in an order as life has it.
    fn all(&mut self, volume: &Volume) -> Result<(), Broken> {
        self.behaviour()?;
        let mut deck = Vec::new();
        for (next, many) in [
            (Next::Behaviour, volume.behaviours.saturating_sub(1)),
            (Next::Effort, volume.efforts),
            (Next::Impact, volume.impacts),
            (Next::Note, volume.notes),
            (Next::Other, volume.others),
        ] {
            deck.extend(std::iter::repeat_n(next, usize::try_from(many).unwrap_or(0)));
        }
        self.dice.shuffle(&mut deck);
        for next in deck {
            match next {
                Next::Behaviour => self.behaviour()?,
                Next::Effort => self.effort()?,
                Next::Impact => self.impact()?,
                Next::Note => self.note()?,
                Next::Other => {
                    let which = self.dice.below(100);
                    if self.dice.percent(65) { self.other_work(which)? } else { self.planning(which)? }
                }
            }
        }
        Ok(())
    }
}
