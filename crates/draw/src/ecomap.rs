//! The ecomap drawn: the household in the middle, everybody else on a ring, and between them one line for each kind of
//! thing: pattern, end and words carry the meaning. Words stand in the boxes only, so no line goes through any.

use crate::genogram::pen::{Pen, Rect, Stroke, Tone};
use crate::genogram::{Drawing, Scene};
use crate::wrap::{measure, wrap};
use practice::views::EcomapView;
use practice::views::ecomap::{Around, Place, TieKind};
use practice::views::lines::Named;
use std::f64::consts::{PI, TAU};
use words::Words;

const WIDE: f64 = 176.0;
const PAD: f64 = 11.0;
const LINE: f64 = 17.0;
const MARGIN: f64 = 16.0;
/// Between two lines to the same box.
const BESIDE: f64 = 18.0;
/// The shortest line that still shows pattern and end.
const SHORTEST: f64 = 74.0;

/// A box with its words.
struct Boxed {
    lines: Vec<(Tone, String)>,
    high: f64,
}

impl Boxed {
    fn new(parts: &[(Tone, String, usize)], wide: f64) -> Self {
        let mut lines = Vec::new();
        for (tone, text, most) in parts {
            let mut folded = wrap(text, tone.size() * tone.swell(), wide - PAD * 2.0);
            if folded.len() > *most {
                folded.truncate(*most);
                if let Some(last) = folded.last_mut() {
                    let room = wide - PAD * 2.0 - tone.size();
                    while measure(last, tone.size() * tone.swell()) > room && last.pop().is_some() {}
                    last.push('…');
                }
            }
            lines.extend(folded.into_iter().map(|line| (*tone, line)));
        }
        let high = f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)) * LINE + PAD * 2.0;
        Self { lines, high }
    }

    fn rect(&self, middle: (f64, f64), wide: f64) -> Rect {
        Rect { x: middle.0 - wide / 2.0, y: middle.1 - self.high / 2.0, wide, high: self.high }
    }

    fn draw(&self, pen: &mut Pen, middle: (f64, f64), wide: f64, thick: bool) {
        let rect = self.rect(middle, wide);
        pen.card(rect, thick);
        let mut y = rect.y + PAD - 1.0;
        for (tone, line) in &self.lines {
            pen.say(rect.x + PAD, y, line, *tone);
            y += LINE;
        }
    }
}

/// The name of somebody around the family.
#[must_use]
pub fn name(around: &Around, words: &Words) -> String {
    if around.what == Place::OwnAgency { words.say("ecomap-own-agency") } else { around.who.name.clone() }
}

/// What somebody around the family is to it.
#[must_use]
pub fn place(around: &Around, words: &Words) -> String {
    if let Some(capacity) = &around.capacity {
        return capacity.clone();
    }
    if let Some(sector) = &around.sector {
        return words.sector(sector);
    }
    words.say(match around.what {
        Place::Harm => "genogram-causes-harm",
        Place::Kin => "ecomap-kin",
        Place::Friend => "ecomap-friend",
        Place::Worker => "ecomap-worker",
        Place::Agency => "ecomap-agency",
        Place::OwnAgency => "ecomap-own-agency-what",
    })
}

/// The key of the words for a kind of tie.
#[must_use]
pub fn tie_key(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Harm => "ecomap-tie-harm",
        TieKind::MadeWorse => "ecomap-tie-made_worse",
        TieKind::Helped => "ecomap-tie-helped",
        TieKind::Protects => "ecomap-tie-protects",
        TieKind::Response => "ecomap-tie-response",
        TieKind::Spoke => "ecomap-tie-spoke",
        TieKind::Tried => "ecomap-tie-tried",
        TieKind::Related => "ecomap-tie-related",
    }
}

fn tone(kind: TieKind) -> Tone {
    match kind {
        TieKind::Harm | TieKind::MadeWorse => Tone::Harm,
        TieKind::Helped | TieKind::Protects => Tone::Hold,
        TieKind::Response | TieKind::Spoke | TieKind::Tried | TieKind::Related => Tone::Quiet,
    }
}

fn stroke(kind: TieKind) -> Stroke {
    match kind {
        TieKind::Harm => Stroke::Harm,
        TieKind::MadeWorse => Stroke::Worse,
        TieKind::Helped | TieKind::Protects => Stroke::Hold,
        TieKind::Response | TieKind::Spoke => Stroke::Kin,
        TieKind::Tried => Stroke::Open,
        TieKind::Related => Stroke::Dashed,
    }
}

/// Draws an ecomap.
#[must_use]
pub fn ecomap(view: &EcomapView, words: &Words) -> Drawing {
    let centre = centre(view, words);
    let around: Vec<(Boxed, Vec<TieKind>)> =
        view.around.iter().map(|around| (boxed(around, words), around.kinds())).collect();
    let tallest = around.iter().map(|(boxed, _)| boxed.high).fold(0.0, f64::max);
    let count = f64::from(u32::try_from(around.len()).unwrap_or(u32::MAX));
    // Two neighbours never meet where the straight way between their middles is as long as a box from corner to corner.
    let corner = WIDE.hypot(tallest) + 14.0;
    let apart = if count > 2.0 { corner / 2.0 / (PI / count).sin() } else { 0.0 };
    let inner = WIDE.hypot(centre.high) / 2.0;
    let radius = apart.max(inner + corner / 2.0 + SHORTEST).ceil();
    let spots: Vec<(f64, f64)> = (0..around.len())
        .map(|n| {
            // From the top, clockwise.
            let angle = TAU * f64::from(u32::try_from(n).unwrap_or(u32::MAX)) / count - PI / 2.0;
            ((radius * angle.cos()).round(), (radius * angle.sin()).round())
        })
        .collect();
    // As large as what stands on it: a ring of three has nobody at the foot.
    let boxes = || around.iter().map(|(boxed, _)| boxed).zip(spots.iter().copied()).chain([(&centre, (0.0, 0.0))]);
    let (mut left, mut top, mut right, mut foot) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    for rect in boxes().map(|(boxed, spot)| boxed.rect(spot, WIDE)) {
        (left, top) = (left.min(rect.x), top.min(rect.y));
        (right, foot) = (right.max(rect.x + rect.wide), foot.max(rect.y + rect.high));
    }
    let middle = ((MARGIN - left).round(), (MARGIN - top).round());
    let (wide, high) = ((right - left + MARGIN * 2.0).ceil(), (foot - top + MARGIN * 2.0).ceil());
    let spots: Vec<(f64, f64)> = spots.iter().map(|(x, y)| (x + middle.0, y + middle.1)).collect();
    let mut pen = Pen::new(wide, words.direction() == "rtl");
    for ((boxed, kinds), spot) in around.iter().zip(&spots) {
        let ends = (edge(&boxed.rect(*spot, WIDE), middle), edge(&centre.rect(middle, WIDE), *spot));
        ties(&mut pen, kinds, ends);
    }
    let mut scene = Scene { wide, high, ..Scene::default() };
    for ((boxed, _), spot) in around.iter().zip(&spots) {
        boxed.draw(&mut pen, *spot, WIDE, false);
        scene.homes.push((boxed.rect(*spot, WIDE), Vec::new()));
    }
    centre.draw(&mut pen, middle, WIDE, true);
    scene.homes.push((centre.rect(middle, WIDE), view.centre.iter().filter_map(|named| named.id).collect()));
    scene.words = std::mem::take(&mut pen.words);
    scene.segments = std::mem::take(&mut pen.segments);
    let summary = summary(view, words);
    let svg = pen.finish(high, "ecomap", &words.say("ecomap-title"), &words::unmarked(&summary));
    Drawing { svg, summary, left_out: Vec::new(), scene }
}

fn centre(view: &EcomapView, words: &Words) -> Boxed {
    let title = view.household.clone().unwrap_or_else(|| words.say("ecomap-centre"));
    let mut parts = vec![(Tone::Name, title, 3)];
    parts.extend(view.centre.iter().map(|named| (Tone::Quiet, named.name.clone(), 2)));
    Boxed::new(&parts, WIDE)
}

fn boxed(around: &Around, words: &Words) -> Boxed {
    let mut parts = vec![(Tone::Name, name(around, words), 3), (Tone::Quiet, place(around, words), 2)];
    parts.extend(around.kinds().into_iter().map(|kind| (tone(kind), words.say(tie_key(kind)), 2)));
    Boxed::new(&parts, WIDE)
}

/// The lines between one box and the middle, side by side.
fn ties(pen: &mut Pen, kinds: &[TieKind], (from, to): ((f64, f64), (f64, f64))) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    // No more lines than there is room for: the words in the box name all of them.
    let kinds = kinds.get(..kinds.len().min(4)).unwrap_or_default();
    let first = -BESIDE * (f64::from(u32::try_from(kinds.len()).unwrap_or(1)) - 1.0) / 2.0;
    for (n, kind) in kinds.iter().enumerate() {
        let off = first + BESIDE * f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let aside = |(x, y): (f64, f64), along: f64| (x - uy * off + ux * along, y + ux * off + uy * along);
        // Both ends stand clear of the boxes, which hide what lies beneath them.
        let (start, end) = (aside(from, -24.0), aside(to, -8.0));
        let stroke = stroke(*kind);
        match kind {
            TieKind::Harm | TieKind::MadeWorse | TieKind::Spoke | TieKind::Response => {
                pen.line(&[start, aside(to, -18.0)], stroke);
                pen.arrow_from(end, start, stroke);
            }
            TieKind::Helped | TieKind::Protects => {
                let shield = aside(to, -26.0);
                pen.line(&[start, shield], stroke);
                pen.shield(shield.0, shield.1 - 11.0, 1.0, true);
            }
            TieKind::Tried => pen.line(&[start, aside(to, -22.0)], stroke),
            TieKind::Related => pen.line(&[start, aside(to, 10.0)], stroke),
        }
    }
}

/// Where the straight way from the middle of a box towards a place leaves the box.
fn edge(rect: &Rect, towards: (f64, f64)) -> (f64, f64) {
    let middle = (rect.x + rect.wide / 2.0, rect.y + rect.high / 2.0);
    let (dx, dy) = (towards.0 - middle.0, towards.1 - middle.1);
    let reach = |half: f64, d: f64| if d.abs() < 0.001 { f64::INFINITY } else { half / d.abs() };
    let t = reach(rect.wide / 2.0, dx).min(reach(rect.high / 2.0, dy)).min(1.0);
    (middle.0 + dx * t, middle.1 + dy * t)
}

/// Who is in the middle, and who around it does what.
#[must_use]
pub fn summary(view: &EcomapView, words: &Words) -> String {
    let names = |people: &[Named]| {
        let names: Vec<&str> = people.iter().map(|named| named.name.as_str()).collect();
        words.list(&names)
    };
    let mut sentences = Vec::new();
    if !view.centre.is_empty() {
        sentences.push(words.say_with("ecomap-sum-centre", &[("names", names(&view.centre).into())]));
    }
    for (kind, key) in [
        (TieKind::Harm, "ecomap-sum-harm"),
        (TieKind::Protects, "ecomap-sum-protects"),
        (TieKind::Helped, "ecomap-sum-helped"),
        (TieKind::MadeWorse, "ecomap-sum-made_worse"),
        (TieKind::Spoke, "ecomap-sum-spoke"),
        (TieKind::Tried, "ecomap-sum-tried"),
    ] {
        let own: Vec<String> = view
            .around
            .iter()
            .filter(|around| {
                let kinds = around.kinds();
                // Whoever tried and then spoke, spoke.
                kinds.contains(&kind) && !(kind == TieKind::Tried && kinds.contains(&TieKind::Spoke))
            })
            .map(|around| name(around, words))
            .collect();
        if !own.is_empty() {
            sentences.push(words.say_with(key, &[("names", words.list(&own).into())]));
        }
    }
    if view.around.is_empty() {
        sentences.push(words.say("ecomap-sum-nobody"));
    }
    sentences.join(" ")
}
