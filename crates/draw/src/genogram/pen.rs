//! Lines, symbols and words as SVG with presentation attributes, mirrored where the language is written from right to left.
//! Every line and every box of words is noted, so that a test can ask whether one goes through another.

use crate::escape::escape;
use crate::wrap::measure;
use std::fmt::Write as _;

/// Colours of the drawings: each has a shape or a word beside it, and they differ in grey too.
pub(crate) mod colour {
    pub(crate) const HARM: &str = "#99281a";
    pub(crate) const HOLD: &str = "#00645a";
    pub(crate) const TEXT: &str = "#171a24";
    pub(crate) const SECOND: &str = "#4a5063";
    pub(crate) const RULE: &str = "#6b7083";
}

/// The fonts of the drawings, as of the pages.
pub(crate) const FONT: &str = "Noto Sans, Noto Sans Arabic, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif";

/// A box of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge, before mirroring.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// How wide.
    pub wide: f64,
    /// How high.
    pub high: f64,
}

impl Rect {
    /// Whether two boxes share more than an edge.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.wide
            && other.x < self.x + self.wide
            && self.y < other.y + other.high
            && other.y < self.y + self.high
    }

    /// Whether the other lies within.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.x + self.wide >= other.x + other.wide
            && self.y + self.high >= other.y + other.high
    }
}

/// How a line looks. Each differs from every other without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stroke {
    /// Kinship: thin.
    Kin,
    /// A couple that did not marry, as far as is recorded; a child by adoption.
    Dashed,
    /// A child placed by an agency.
    Dotted,
    /// The partner of a parent.
    DashDot,
    /// Harm: thick, with an arrow.
    Harm,
    /// Harm where the kind of force has not been decided.
    HarmOpen,
    /// A response that made it worse.
    Worse,
    /// Protection: thick, with a shield.
    Hold,
    /// Not yet asked.
    Open,
    /// The outline of a household.
    Home,
    /// The outline of a household of which nobody is sure.
    HomeUnsure,
}

impl Stroke {
    fn attributes(self) -> (&'static str, &'static str, f64, &'static str) {
        use colour::{HARM, HOLD, RULE, SECOND, TEXT};
        match self {
            Self::Kin => ("d-gu", TEXT, 1.5, ""),
            Self::Dashed => ("d-gu", TEXT, 1.5, "9 5"),
            Self::Dotted => ("d-gu", TEXT, 1.5, "2 4"),
            Self::DashDot => ("d-gu", TEXT, 1.5, "10 4 2 4"),
            Self::Harm => ("d-gh", HARM, 3.0, ""),
            Self::HarmOpen => ("d-gh", HARM, 3.0, "12 5"),
            Self::Worse => ("d-gh", HARM, 3.0, "5 4"),
            Self::Hold => ("d-gs", HOLD, 3.0, ""),
            Self::Open => ("d-gq", SECOND, 2.0, "2 5"),
            Self::Home => ("d-gr", RULE, 1.5, "5 4"),
            Self::HomeUnsure => ("d-gr", RULE, 1.5, "1.5 6"),
        }
    }
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A name.
    Name,
    /// Second to it.
    Quiet,
    /// About harm.
    Harm,
    /// About protection.
    Hold,
}

impl Tone {
    /// The size of the letters in pixels.
    pub(crate) fn size(self) -> f64 {
        match self {
            Self::Name => 15.0,
            _ => 13.0,
        }
    }

    /// Bold letters are wider than the estimate.
    pub(crate) fn swell(self) -> f64 {
        if self == Self::Quiet { 1.0 } else { 1.08 }
    }
}

/// One thing drawn, for tests: a part of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
}

/// Draws.
#[derive(Debug)]
pub(crate) struct Pen {
    svg: String,
    wide: f64,
    mirrored: bool,
    pub(crate) segments: Vec<Segment>,
    pub(crate) words: Vec<Rect>,
}

impl Pen {
    pub(crate) fn new(wide: f64, mirrored: bool) -> Self {
        Self { svg: String::new(), wide, mirrored, segments: Vec::new(), words: Vec::new() }
    }

    fn x(&self, x: f64) -> f64 {
        if self.mirrored { self.wide - x } else { x }
    }

    /// A line through these points.
    pub(crate) fn line(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let mut path = String::new();
        for (n, (x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{} {}", if n == 0 { 'M' } else { 'L' }, short(self.x(*x)), short(*y));
        }
        for pair in points.windows(2) {
            if let &[from, to] = pair {
                self.segments.push(Segment { from, to });
            }
        }
        let (class, colour, width, dash) = stroke.attributes();
        let dash = if dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dash}""#) };
        let _ = write!(
            self.svg,
            r#"<path d="{path}" class="{class}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}/>"#
        );
    }

    /// An arrow with its tip here, pointing down. Open where the kind of force is not decided or nobody asked.
    pub(crate) fn arrow_down(&mut self, x: f64, tip: f64, size: f64, stroke: Stroke) {
        let (x, half, top) = (self.x(x), 8.0 * size, tip - 14.0 * size);
        self.head([(x - half, top), (x, tip), (x + half, top)], stroke);
    }

    fn head(&mut self, corners: [(f64, f64); 3], stroke: Stroke) {
        let (class, colour, _, _) = stroke.attributes();
        let fill = if matches!(stroke, Stroke::Harm | Stroke::Worse) { colour } else { "#fff" };
        let [a, b, c] = corners.map(|(x, y)| format!("{} {}", short(x), short(y)));
        let _ = write!(
            self.svg,
            r#"<path d="M{a}L{b}L{c}z" class="{class}a" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>"#
        );
    }

    /// An arrow with its tip at a place, coming from another.
    pub(crate) fn arrow_from(&mut self, tip: (f64, f64), from: (f64, f64), stroke: Stroke) {
        let (tx, fx) = (self.x(tip.0), self.x(from.0));
        let (dx, dy) = (fx - tx, from.1 - tip.1);
        let length = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / length, dy / length);
        let base = (tx + ux * 14.0, tip.1 + uy * 14.0);
        self.head(
            [(base.0 - uy * 7.0, base.1 + ux * 7.0), (tx, tip.1), (base.0 + uy * 7.0, base.1 - ux * 7.0)],
            stroke,
        );
    }

    /// A shield, its upper edge in the middle here.
    pub(crate) fn shield(&mut self, x: f64, top: f64, size: f64, asked: bool) {
        let (colour, dash) =
            if asked { (colour::HOLD, "") } else { (colour::SECOND, r#" stroke-dasharray="2 3""#) };
        let n = |part: f64| short(part * size);
        let _ = write!(
            self.svg,
            r##"<path d="M{} {}l{} {}v{}c0 {} {} {} {} {}c{} {} {} {} {} {}v{}z" class="d-gss" fill="#fff" stroke="{colour}" stroke-width="2.2"{dash}/>"##,
            short(self.x(x)),
            short(top),
            n(10.0),
            n(3.5),
            n(8.0),
            n(6.0),
            n(-4.4),
            n(9.5),
            n(-10.0),
            n(11.0),
            n(-5.6),
            n(-1.5),
            n(-10.0),
            n(-5.0),
            n(-10.0),
            n(-11.0),
            n(-8.0),
        );
    }

    /// A box with round corners.
    pub(crate) fn outline(&mut self, rect: Rect, stroke: Stroke) {
        let (class, colour, width, dash) = stroke.attributes();
        let x = if self.mirrored { self.wide - rect.x - rect.wide } else { rect.x };
        let _ = write!(
            self.svg,
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="16" class="{class}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dash}"/>"#,
            short(x),
            short(rect.y),
            short(rect.wide),
            short(rect.high)
        );
    }

    /// A card to write on; the one in the middle has a thicker edge.
    pub(crate) fn card(&mut self, rect: Rect, thick: bool) {
        let x = if self.mirrored { self.wide - rect.x - rect.wide } else { rect.x };
        let width = if thick { "3" } else { "1.5" };
        let _ = write!(
            self.svg,
            r##"<rect x="{}" y="{}" width="{}" height="{}" rx="6" class="d-gp" fill="#fff" stroke="{}" stroke-width="{width}"/>"##,
            short(x),
            short(rect.y),
            short(rect.wide),
            short(rect.high),
            colour::TEXT
        );
    }

    /// A closed shape around a middle, filled with paper.
    pub(crate) fn shape(&mut self, middle: (f64, f64), corners: &[(f64, f64)], dashed: bool) {
        let (x, y) = (self.x(middle.0), middle.1);
        let path: Vec<String> =
            corners.iter().map(|(dx, dy)| format!("{} {}", short(x + dx), short(y + dy))).collect();
        let dash = if dashed { r#" stroke-dasharray="4 3""# } else { "" };
        let _ = write!(
            self.svg,
            r##"<path d="M{}z" class="d-gp" fill="#fff" stroke="{}" stroke-width="2"{dash}/>"##,
            path.join("L"),
            colour::TEXT
        );
    }

    /// A circle, filled with paper.
    pub(crate) fn circle(&mut self, middle: (f64, f64), radius: f64, dashed: bool) {
        let dash = if dashed { r#" stroke-dasharray="4 3""# } else { "" };
        let _ = write!(
            self.svg,
            r##"<circle cx="{}" cy="{}" r="{radius}" class="d-gp" fill="#fff" stroke="{}" stroke-width="2"{dash}/>"##,
            short(self.x(middle.0)),
            short(middle.1),
            colour::TEXT
        );
    }

    /// One line of words that begins here; `y` is its upper edge.
    pub(crate) fn say(&mut self, x: f64, y: f64, text: &str, tone: Tone) {
        let size = tone.size();
        self.words.push(Rect { x, y, wide: measure(text, size) * tone.swell(), high: size + 2.0 });
        self.text(x, y + size, text, tone, "start");
    }

    /// What stands in a symbol.
    pub(crate) fn inside(&mut self, x: f64, y: f64, text: &str, room: f64) {
        let size = if measure(text, 14.0) <= room { 14.0 } else { 11.0 };
        let _ = write!(
            self.svg,
            r#"<text x="{}" y="{}" class="d-ga" fill="{}" font-size="{size}" text-anchor="middle">{}</text>"#,
            short(self.x(x)),
            short(y + size * 0.36),
            colour::TEXT,
            escape(text)
        );
    }

    fn text(&mut self, x: f64, baseline: f64, text: &str, tone: Tone, anchor: &str) {
        let (class, fill, bold) = match tone {
            Tone::Name => ("d-gn", colour::TEXT, true),
            Tone::Quiet => ("d-gl", colour::SECOND, false),
            Tone::Harm => ("d-glh", colour::HARM, true),
            Tone::Hold => ("d-gls", colour::HOLD, true),
        };
        let weight = if bold { r#" font-weight="700""# } else { "" };
        let _ = write!(
            self.svg,
            r#"<text x="{}" y="{}" class="{class}" fill="{fill}" font-size="{}"{weight} text-anchor="{anchor}">{}</text>"#,
            short(self.x(x)),
            short(baseline),
            tone.size(),
            escape(text)
        );
    }

    /// The whole picture, with a title and a description for those who do not see it.
    pub(crate) fn finish(self, high: f64, id: &str, title: &str, description: &str) -> String {
        let direction = if self.mirrored { "rtl" } else { "ltr" };
        let (wide, high) = (short(self.wide), short(high));
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img" aria-labelledby="{id}-t {id}-d" direction="{direction}" font-family="{FONT}"><title id="{id}-t">{}</title><desc id="{id}-d">{}</desc><rect width="{wide}" height="{high}" class="d-gb" fill="#fff"/>{}</svg>"##,
            escape(title),
            escape(description),
            self.svg,
        )
    }
}

/// A number without needless digits.
fn short(n: f64) -> String {
    let rounded = (n * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}
