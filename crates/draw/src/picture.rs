//! The whole pattern map as one picture that stands alone: presentation attributes only, with a title and a description for
//! those who cannot see it. The page is a list and a grid of its own; this is for documents and the command line.
//!
//! The same facts as every other form of the map: each behaviour with its targets, its ways, its effects on each child,
//! what answers it, and how each is known.

use crate::escape::escape;
use crate::wrap::wrap;
use practice::kinds::impact::Pathway;
use practice::views::lines::{EffortLine, ImpactLine, Named};
use practice::views::map::{Band, Cell, MapView, Path};
use std::fmt::Write as _;
use words::Words;

const HARM: &str = "#99281a";
const HARM_TINT: &str = "#fbefeb";
const HOLD: &str = "#00645a";
const HOLD_TINT: &str = "#e5f3f0";
const INK: &str = "#20264a";
const TEXT: &str = "#171a24";
const SECOND: &str = "#4a5063";
const RULE: &str = "#8b90a3";
const FONT: &str = "Noto Sans, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif";

const HARM_WIDE: f64 = 250.0;
const NODE_WIDE: f64 = 190.0;
const CHILD_WIDE: f64 = 180.0;
const HOLD_WIDE: f64 = 250.0;
const PAD: f64 = 10.0;
const SIZE: f64 = 13.0;
const LINE: f64 = 17.0;
const RAIL: f64 = 26.0;
const HEAD: f64 = 34.0;

/// How a line of text looks.
#[derive(Clone, Copy)]
enum Tone {
    Bold,
    Plain,
    Quiet,
    Harm,
    Hold,
}

/// Lines of one column, laid out from the top.
#[derive(Default)]
struct Column(Vec<(Tone, String)>);

impl Column {
    fn say(&mut self, tone: Tone, text: &str, room: f64) {
        // Bold is wider than the estimate.
        let room = if matches!(tone, Tone::Bold | Tone::Harm | Tone::Hold) { room * 0.92 } else { room };
        self.0.extend(wrap(text, SIZE, room).into_iter().map(|line| (tone, line)));
    }

    fn high(&self) -> f64 {
        count(self.0.len()) * LINE
    }

    fn draw(&self, svg: &mut String, x: f64, y: f64) {
        for (n, (tone, line)) in self.0.iter().enumerate() {
            let (fill, weight) = match tone {
                Tone::Bold => (TEXT, 700),
                Tone::Plain => (TEXT, 400),
                Tone::Quiet => (SECOND, 400),
                Tone::Harm => (HARM, 700),
                Tone::Hold => (HOLD, 700),
            };
            let y = y + count(n) * LINE + SIZE;
            let _ = write!(
                svg,
                r#"<text x="{x:.0}" y="{y:.0}" fill="{fill}" font-weight="{weight}">{}</text>"#,
                escape(line)
            );
        }
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

struct Picture<'a> {
    words: &'a Words,
    map: &'a MapView,
    survivors: String,
    wide: f64,
}

/// Draws the map.
#[must_use]
pub fn picture(map: &MapView, words: &Words) -> String {
    let names: Vec<&str> = map.survivors.iter().map(|person| person.name.as_str()).collect();
    let survivors = if names.is_empty() { String::new() } else { words.list(&names) };
    let wide = HARM_WIDE + NODE_WIDE + CHILD_WIDE * count(map.children.len()) + HOLD_WIDE;
    let picture = Picture { words, map, survivors, wide };
    let mut inside = String::new();
    let mut y = picture.heads(&mut inside);
    for band in &map.bands {
        y = picture.band(&mut inside, band, y) + 8.0;
    }
    let title = words.say("map-title");
    let children: Vec<&str> = map.children.iter().map(|child| child.name.as_str()).collect();
    let about = if children.is_empty() { String::new() } else { words.list(&children) };
    let as_of = words.say_with("page-as-of", &[("day", words.day(map.as_of).into())]);
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0} {y:.0}" width="{wide:.0}" height="{y:.0}" role="img" aria-labelledby="t d" font-family="{FONT}" font-size="{SIZE:.0}"><title id="t">{}</title><desc id="d">{} {}</desc><rect width="{wide:.0}" height="{y:.0}" fill="#fff"/>{inside}</svg>
"##,
        escape(&title),
        escape(&about),
        escape(&as_of),
    )
}

impl Picture<'_> {
    fn names(&self, people: &[Named]) -> String {
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        if names.is_empty() { String::new() } else { self.words.list(&names) }
    }

    fn child_x(&self, n: usize) -> f64 {
        HARM_WIDE + NODE_WIDE + CHILD_WIDE * count(n)
    }

    fn hold_x(&self) -> f64 {
        self.wide - HOLD_WIDE
    }

    fn does(&self, names: &[&str], nobody: &str) -> String {
        if names.is_empty() {
            return self.words.say(nobody);
        }
        self.words.say_with("page-what-does", &[("name", self.words.list(names).into())])
    }

    fn heads(&self, svg: &mut String) -> f64 {
        let _ = write!(svg, r#"<rect width="{:.0}" height="{HEAD:.0}" fill="{INK}"/>"#, self.wide);
        let mut head = |x: f64, text: &str| {
            let _ = write!(
                svg,
                r##"<text x="{:.0}" y="22" fill="#fff" font-weight="700">{}</text>"##,
                x + PAD,
                escape(text)
            );
        };
        let harm: Vec<&str> = self.map.perpetrators.iter().map(|person| person.name.as_str()).collect();
        head(0.0, &self.does(&harm, "page-what-is-done"));
        head(HARM_WIDE, &self.words.say("map-how-it-reaches"));
        for (n, child) in self.map.children.iter().enumerate() {
            let age = self.words.age(child.born, child.unborn, self.map.as_of).unwrap_or_default();
            head(self.child_x(n), format!("{} {age}", child.name).trim());
        }
        let hold: Vec<&str> = self.map.survivors.iter().map(|person| person.name.as_str()).collect();
        head(self.hold_x(), &self.does(&hold, "page-what-protects"));
        HEAD
    }

    fn band(&self, svg: &mut String, band: &Band, top: f64) -> f64 {
        let harm = self.harm(band);
        let hold = self.hold(band);
        let rows: Vec<(Pathway, Column, Vec<Column>, &Path)> =
            band.paths.iter().map(|path| self.path(path)).collect();
        let row_high = |row: &(Pathway, Column, Vec<Column>, &Path)| {
            RAIL + row.2.iter().map(Column::high).fold(row.1.high(), f64::max) + PAD
        };
        let paths: f64 = rows.iter().map(row_high).sum();
        let high = paths.max(harm.high() + PAD * 2.0).max(hold.high() + PAD * 2.0);
        let _ = write!(
            svg,
            r##"<rect y="{top:.0}" width="{:.0}" height="{high:.0}" fill="#fff" stroke="{RULE}"/><rect y="{top:.0}" width="{HARM_WIDE:.0}" height="{high:.0}" fill="{HARM_TINT}"/><rect x="{:.0}" y="{top:.0}" width="4" height="{high:.0}" fill="{HARM}"/><rect x="{:.0}" y="{top:.0}" width="{HOLD_WIDE:.0}" height="{high:.0}" fill="{HOLD_TINT}"/><rect x="{:.0}" y="{top:.0}" width="4" height="{high:.0}" fill="{HOLD}"/>"##,
            self.wide,
            HARM_WIDE - 4.0,
            self.hold_x(),
            self.hold_x(),
        );
        harm.draw(svg, PAD, top + PAD);
        hold.draw(svg, self.hold_x() + PAD + 4.0, top + PAD);
        let mut y = top;
        for row in &rows {
            self.rail(svg, row.3, y + RAIL / 2.0);
            row.1.draw(svg, HARM_WIDE + PAD, y + RAIL);
            for (n, cell) in row.2.iter().enumerate() {
                cell.draw(svg, self.child_x(n) + PAD, y + RAIL);
            }
            y += row_high(row);
        }
        top + high
    }

    fn harm(&self, band: &Band) -> Column {
        let (behaviour, words) = (&band.behaviour, self.words);
        let room = HARM_WIDE - PAD * 2.0 - 4.0;
        let mut column = Column::default();
        column.say(Tone::Harm, &format!("{}  {}", band.letter, behaviour.title), room);
        column.say(Tone::Plain, &format!("{}: {}", behaviour.actor.name, behaviour.act), room);
        column.say(Tone::Bold, &words.when(&behaviour.envelope.happened), room);
        let to = words.say_with("page-to-whom", &[("names", self.names(&behaviour.targets).into())]);
        column.say(Tone::Quiet, &to, room);
        if !behaviour.through.is_empty() {
            let through = format!("{}: {}", words.say("page-fact-through"), self.names(&behaviour.through));
            column.say(Tone::Quiet, &through, room);
        }
        column.say(Tone::Quiet, &words.known_all(&behaviour.envelope.known), room);
        for disputed in &behaviour.envelope.disputed {
            column.say(Tone::Quiet, &words.disputed(disputed), room);
        }
        column.say(Tone::Quiet, &words.usable(&behaviour.usable, &behaviour.actor.name), room);
        column
    }

    fn hold(&self, band: &Band) -> Column {
        let room = HOLD_WIDE - PAD * 2.0 - 4.0;
        let mut column = Column::default();
        if band.answers.is_empty() {
            column.say(Tone::Quiet, &self.words.say("not-yet-asked"), room);
        }
        for effort in &band.answers {
            self.effort(&mut column, effort, room);
        }
        column
    }

    fn effort(&self, column: &mut Column, effort: &EffortLine, room: f64) {
        let words = self.words;
        column.say(Tone::Hold, &format!("{}: {}", effort.actor.name, effort.act), room);
        let known = words.known_all(&effort.envelope.known);
        let known = if effort.for_whom.is_empty() {
            known
        } else {
            let names = self.names(&effort.for_whom);
            words.say_with("page-for-whom", &[("names", names.into()), ("known", known.into())])
        };
        column.say(Tone::Quiet, &known, room);
        for made in &effort.made_possible {
            let made = words.made_possible(made);
            column.say(Tone::Plain, &words.say_with("page-made-possible", &[("what", made.into())]), room);
        }
        if let Some((followed, _)) = &effort.followed {
            column.say(Tone::Harm, &words.say_with("page-what-followed", &[("what", followed.into())]), room);
        }
    }

    fn path<'p>(&self, path: &'p Path) -> (Pathway, Column, Vec<Column>, &'p Path) {
        let mut node = Column::default();
        let name = if path.pathway == Pathway::ThroughCare && !self.survivors.is_empty() {
            self.words.say_with("pathway-through_care-of", &[("survivor", (&self.survivors).into())])
        } else {
            self.words.name(path.pathway)
        };
        let room = NODE_WIDE - PAD * 2.0;
        node.say(Tone::Bold, &name, room);
        for carried in &path.carried {
            self.impact(&mut node, carried, room);
        }
        let cells = path.cells.iter().map(|cell| self.cell(cell)).collect();
        (path.pathway, node, cells, path)
    }

    fn cell(&self, cell: &Cell) -> Column {
        let room = CHILD_WIDE - PAD * 2.0;
        let mut column = Column::default();
        if cell.impacts.is_empty() {
            column.say(Tone::Quiet, &self.words.say("not-yet-asked"), room);
        }
        for impact in &cell.impacts {
            self.impact(&mut column, impact, room);
        }
        column
    }

    fn impact(&self, column: &mut Column, impact: &ImpactLine, room: f64) {
        column.say(Tone::Plain, &impact.what, room);
        let known = match &impact.none_seen {
            Some(looked) => self.words.none_seen(looked),
            None => self.words.known_all(&impact.envelope.known),
        };
        column.say(Tone::Quiet, &known, room);
    }

    /// The connector of a way: solid, double or dashed as far as anything is known, a mark for each child.
    fn rail(&self, svg: &mut String, path: &Path, y: f64) {
        let known = path.cells.iter().rposition(|cell| !cell.impacts.is_empty());
        let reach = match known {
            Some(n) => self.child_x(n) + PAD,
            None if path.carried.is_empty() => HARM_WIDE,
            None => self.child_x(0),
        };
        let (lines, dash): (&[f64], &str) = match path.pathway {
            Pathway::Direct => (&[0.0], ""),
            Pathway::ThroughCare => (&[-2.5, 2.5], ""),
            Pathway::ThroughDailyLife => (&[0.0], r#" stroke-dasharray="9 5""#),
        };
        for off in lines {
            let y = y + off;
            let _ = write!(
                svg,
                r#"<path d="M{HARM_WIDE:.0} {y:.1}H{reach:.0}" stroke="{HARM}" stroke-width="2.5" fill="none"{dash}/>"#
            );
        }
        if reach < self.hold_x() {
            let end = self.hold_x();
            let _ = write!(
                svg,
                r#"<path d="M{reach:.0} {y:.1}H{end:.0}" stroke="{RULE}" stroke-width="1.5" stroke-dasharray="1.5 5" fill="none"/>"#
            );
        }
        for (n, cell) in path.cells.iter().enumerate() {
            let x = self.child_x(n) + PAD;
            let hit = cell.impacts.iter().any(|impact| impact.none_seen.is_none());
            let _ = if hit {
                write!(svg, r#"<path d="M{x:.0} {:.1}l14 7-14 7z" fill="{HARM}"/>"#, y - 7.0)
            } else {
                let dash = if cell.impacts.is_empty() { r#" stroke-dasharray="3 2.4""# } else { "" };
                let cx = x + 7.0;
                write!(
                    svg,
                    r##"<circle cx="{cx:.0}" cy="{y:.1}" r="6" fill="#fff" stroke="{SECOND}" stroke-width="2"{dash}/>"##
                )
            };
        }
    }
}
