//! One person's column: the symbol on the left, the words beside it, the words of harm above and of protection below. All
//! words stand to the right of every line of the column, so that no line can go through a name.

use super::family::{LEFT, WORDS};
use super::pen::{Pen, Tone};
use crate::wrap::{measure, wrap};
use practice::cast::PersonLine;
use practice::kinds::people::Role;
use practice::views::genogram::{Figure, GenogramView};
use words::Words;

/// Half of a symbol.
pub(crate) const HALF: f64 = 28.0;
/// The distance between two lines of words.
pub(crate) const LINE: f64 = 17.0;
/// The narrowest and the widest words of a column.
const NARROW: f64 = 92.0;
const WIDE: f64 = 158.0;

/// The symbol of a person: by the person's own words for themselves, and neutral without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    Square,
    Circle,
    /// With the person's own word beside it.
    Diamond,
    /// Nobody has asked.
    Hexagon,
}

/// Lines of words with how each looks.
pub(crate) type Lines = Vec<(Tone, String)>;

/// Everything that stands in one column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) symbol: Symbol,
    pub(crate) inside: String,
    pub(crate) dead: bool,
    pub(crate) unborn: bool,
    pub(crate) beside: Lines,
    pub(crate) above: Lines,
    pub(crate) below: Lines,
    pub(crate) wide: f64,
}

/// Breaks words into lines of a column; what does not fit in `most` lines ends with an ellipsis, and stands in the tables.
pub(crate) fn fold(text: &str, tone: Tone, room: f64, most: usize) -> Lines {
    let mut lines = wrap(text, tone.size() * tone.swell(), room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while measure(last, tone.size() * tone.swell()) > room - tone.size() && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines.into_iter().map(|line| (tone, line)).collect()
}

/// The words of one person; those above and below come with the lines.
pub(crate) fn column(view: &GenogramView, figure: &Figure, words: &Words, busy: bool) -> Column {
    let person = &figure.person;
    let longest = measure(&person.name, Tone::Name.size()) * Tone::Name.swell();
    let wide = if busy { WIDE } else { longest.clamp(NARROW, WIDE).ceil() };
    let mut beside = fold(&person.name, Tone::Name, wide, 3);
    let mut quiet = |text: &str, most: usize| beside.extend(fold(text, Tone::Quiet, wide, most));
    let symbol = symbol(figure, words);
    if symbol == Symbol::Diamond
        && let Some(own) = &figure.gender
    {
        quiet(own, 2);
    }
    if let Some(lived) = lived(figure, words) {
        quiet(&lived, 2);
    }
    if let Some(capacity) = &person.capacity {
        quiet(capacity, 2);
    }
    for bond in view.bonds.iter().filter(|bond| bond.from == person.id).take(2) {
        quiet(&words.related(bond.kind, &person.name, view.name(bond.to)), 3);
    }
    for (role, tone, key) in [
        (Role::Perpetrator, Tone::Harm, "genogram-causes-harm"),
        (Role::Survivor, Tone::Hold, "genogram-protects"),
        (Role::Undetermined, Tone::Quiet, "genogram-undetermined"),
    ] {
        if person.roles.contains(&role) {
            beside.extend(fold(&words.say(key), tone, wide, 2));
        }
    }
    Column {
        symbol,
        inside: age(figure, words, view),
        dead: figure.died.is_some(),
        unborn: person.unborn,
        beside,
        above: Lines::new(),
        below: Lines::new(),
        wide,
    }
}

fn symbol(figure: &Figure, words: &Words) -> Symbol {
    let among = |key: &str, said: &str| words::unmarked(&words.say(key)).split(',').any(|word| word.trim() == said);
    let own = |text: &String| text.trim().to_lowercase();
    match (figure.gender.as_ref().map(own), figure.pronouns.as_ref().map(own)) {
        (Some(said), _) if among("genogram-square-words", &said) => Symbol::Square,
        (Some(said), _) if among("genogram-circle-words", &said) => Symbol::Circle,
        (Some(_), _) => Symbol::Diamond,
        (None, Some(said)) if among("genogram-square-words", &said) => Symbol::Square,
        (None, Some(said)) if among("genogram-circle-words", &said) => Symbol::Circle,
        _ => Symbol::Hexagon,
    }
}

fn lived(figure: &Figure, words: &Words) -> Option<String> {
    let year = |date: practice::when::ApproxDate| words.date_within(practice::when::ApproxDate::Year(date.year()));
    match (figure.person.born, figure.died) {
        (Some(born), Some(died)) => {
            Some(words.say_with("genogram-lived", &[("from", year(born).into()), ("until", year(died).into())]))
        }
        (None, Some(died)) => Some(words.say_with("genogram-died", &[("date", year(died).into())])),
        (Some(born), None) if figure.person.unborn => words.age(Some(born), true, born.start().date()),
        (Some(born), None) => Some(words.say_with("genogram-born", &[("date", year(born).into())])),
        (None, None) => None,
    }
}

fn age(figure: &Figure, words: &Words, view: &GenogramView) -> String {
    let PersonLine { born, unborn, .. } = &figure.person;
    if *unborn {
        return String::new();
    }
    let day = figure.died.map_or(view.as_of, |died| died.start().date());
    words.age_short(*born, day).unwrap_or_default()
}

impl Column {
    pub(crate) fn body_high(&self) -> f64 {
        (count(self.beside.len()) * LINE).max(HALF * 2.0)
    }

    pub(crate) fn above_high(&self) -> f64 {
        if self.above.is_empty() { 24.0 } else { count(self.above.len()) * LINE + 10.0 }
    }

    pub(crate) fn below_high(&self) -> f64 {
        if self.below.is_empty() { 8.0 } else { count(self.below.len()) * LINE + 12.0 }
    }

    /// Draws symbol and words around the middle of the symbol; `floor` is where the words below begin.
    pub(crate) fn draw(&self, pen: &mut Pen, x: f64, y: f64, floor: f64) {
        let h = HALF;
        match self.symbol {
            Symbol::Square => pen.shape((x, y), &[(-h, -h), (h, -h), (h, h), (-h, h)], self.unborn),
            Symbol::Circle => pen.circle((x, y), h, self.unborn),
            Symbol::Diamond => pen.shape((x, y), &[(0.0, -h), (h, 0.0), (0.0, h), (-h, 0.0)], self.unborn),
            Symbol::Hexagon => {
                let half = h / 2.0;
                let corners = [(-h, 0.0), (-half, -h), (half, -h), (h, 0.0), (half, h), (-half, h)];
                pen.shape((x, y), &corners, self.unborn);
            }
        }
        if self.dead {
            // An X from the edges towards the middle, so that the age stays readable.
            let (far, near) = (h * 0.68, 11.0);
            for (a, b) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
                pen.line(&[(x + a * far, y + b * far), (x + a * near, y + b * near)], super::pen::Stroke::Kin);
            }
        }
        pen.inside(x, y, &self.inside, h * 1.6);
        let mut top = y - h;
        for (tone, line) in &self.beside {
            pen.say(x + WORDS, top, line, *tone);
            top += LINE;
        }
        let mut top = y - h - count(self.above.len()) * LINE - 8.0;
        for (tone, line) in &self.above {
            pen.say(x + WORDS, top, line, *tone);
            top += LINE;
        }
        let mut top = floor + 6.0;
        for (tone, line) in &self.below {
            pen.say(x + WORDS, top, line, *tone);
            top += LINE;
        }
    }

    /// From the left edge of the column to its right edge.
    pub(crate) fn span(&self, x: f64) -> (f64, f64) {
        (x - LEFT, x + WORDS + self.wide)
    }
}

/// A number of things as a measure.
pub(crate) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
