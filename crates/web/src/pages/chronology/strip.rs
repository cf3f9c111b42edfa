//! The density strip with its table and its sentence: for the team, on the screen, and nowhere else.

use super::super::say::Say;
use practice::views::chronology::ChronologyView;
use practice::views::strip::{Mark, Strip, StripRow};
use practice::when::{Happened, Until};

/// What the page takes.
#[derive(Clone, Debug)]
pub(super) struct StripWords {
    pub(super) svg: String,
    pub(super) says: String,
    pub(super) people: Vec<String>,
    pub(super) years: Vec<YearWords>,
}

/// One year of the table.
#[derive(Clone, Debug)]
pub(super) struct YearWords {
    pub(super) year: i16,
    pub(super) cells: Vec<YearCell>,
}

/// What one person did in a year.
#[derive(Clone, Debug)]
pub(super) struct YearCell {
    pub(super) name: String,
    pub(super) protects: bool,
    pub(super) what: Vec<String>,
}

/// What a cell names one by one: the rows beneath have everything.
const IN_A_CELL: usize = 6;
/// How long a name in a cell may be.
const LONG: usize = 60;

pub(super) fn words(say: &Say<'_>, view: &ChronologyView) -> Option<StripWords> {
    let strip = practice::views::strip(view)?;
    let says = say.words.strip(&strip);
    Some(StripWords {
        svg: draw::strip::strip(&strip, &say.t("strip-now"), &words::unmarked(&says)),
        says,
        people: strip.rows.iter().map(|row| row.who.name.clone()).collect(),
        years: (strip.first_year..=strip.as_of.year())
            .map(|year| YearWords {
                year,
                cells: strip.rows.iter().map(|row| cell(say, &strip, row, year)).collect(),
            })
            .filter(|year| year.cells.iter().any(|cell| !cell.what.is_empty()))
            .collect(),
    })
}

fn cell(say: &Say<'_>, strip: &Strip, row: &StripRow, year: i16) -> YearCell {
    let mut all = row.marks.iter().filter(|mark| is_in(strip, mark, year));
    let mut what: Vec<String> = all.by_ref().take(IN_A_CELL).map(|mark| title(say, mark)).collect();
    if all.next().is_some() {
        what.push(say.t("strip-more"));
    }
    YearCell { name: row.who.name.clone(), protects: row.protects, what }
}

fn is_in(strip: &Strip, mark: &Mark, year: i16) -> bool {
    let begins = mark.happened.begins().map(|date| date.year());
    let ends = mark.happened.ends(strip.as_of).map(|day| day.year());
    begins.is_some_and(|begins| begins <= year) && ends.is_some_and(|ends| ends >= year)
}

fn title(say: &Say<'_>, mark: &Mark) -> String {
    let mut title: String = mark.title.chars().take(LONG).collect();
    if title.len() < mark.title.len() {
        title.push('…');
    }
    match mark.happened {
        Happened::Over { until: Until::Ongoing, .. } => say.with("strip-goes-on", &[("title", title.into())]),
        _ => title,
    }
}
