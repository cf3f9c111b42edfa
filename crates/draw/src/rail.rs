//! Rails of the pattern map: from the behaviour towards each child, and from the answer back. Fixed height, places in
//! percentages of the width, so that the text around them may grow.
//!
//! Line patterns name the pathway (solid: directly; double: through care; dashed: through daily life), marks say what is
//! known. Colour is added by classes and is never the only sign.

use practice::kinds::impact::Pathway;
use std::fmt::Write as _;

/// Width of the column that names the pathway, in the unit of the style sheet's grid.
const NODE: f64 = 4.2;
/// Width of one child's column.
const CHILD: f64 = 3.7;

/// What is known of one child on one rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// An effect is known: an arrowhead.
    Hit,
    /// Somebody looked and saw none yet: a struck ring.
    NoneSeen,
    /// Nobody has asked: a broken ring.
    Open,
}

/// The place of the n-th child's column on a rail for `children` children, in percent.
#[must_use]
pub fn place(n: usize, children: usize) -> f64 {
    let whole = NODE + CHILD * count(children);
    (NODE + CHILD * count(n)) * 100.0 / whole
}

fn count(n: usize) -> f64 {
    f64::from(u16::try_from(n).unwrap_or(u16::MAX))
}

/// The class of a pathway's line.
#[must_use]
pub fn class(pathway: Pathway) -> &'static str {
    match pathway {
        Pathway::Direct => "direct",
        Pathway::ThroughCare => "care",
        Pathway::ThroughDailyLife => "home",
    }
}

/// The rail of a pathway. `marks` has one for each child. Where nothing of any child is known the line still reaches as
/// far as the pathway's own column.
#[must_use]
pub fn harm(pathway: Pathway, marks: &[Mark]) -> String {
    let children = marks.len();
    let known = marks.iter().rposition(|mark| *mark != Mark::Open);
    let reach = place(known.unwrap_or(0), children);
    let mut svg = start("hf-rail", 28);
    let name = class(pathway);
    let lines: &[u8] = if pathway == Pathway::ThroughCare { &[12, 16] } else { &[14] };
    for y in lines {
        let _ = write!(svg, r#"<line x1="0" x2="{reach:.2}%" y1="{y}" y2="{y}" class="rl rl--{name}"/>"#);
    }
    if known.is_none_or(|at| at + 1 < children) {
        let _ = write!(svg, r#"<line x1="{reach:.2}%" x2="100%" y1="14" y2="14" class="rl rl--open"/>"#);
    }
    for (n, mark) in marks.iter().enumerate() {
        let symbol = match mark {
            Mark::Hit => "m-hit",
            Mark::NoneSeen => "m-none",
            Mark::Open => "m-ask",
        };
        let _ = write!(svg, r##"<use href="#{symbol}" x="{:.2}%" width="30" height="28"/>"##, place(n, children));
    }
    svg.push_str("</svg>");
    svg
}

/// The rail of the answer: it ends in a bar against the behaviour, with a shield under each child it is for.
#[must_use]
pub fn hold(for_child: &[bool]) -> String {
    let mut svg = start("hf-rail hf-rail--hold", 32);
    svg.push_str(r#"<line x1="10" x2="100%" y1="16" y2="16" class="hl"/><path d="M7 5v22" class="hb"/>"#);
    for (n, _) in for_child.iter().enumerate().filter(|(_, acts)| **acts) {
        let x = place(n, for_child.len());
        let _ = write!(svg, r##"<use href="#m-shield" x="{x:.2}%" width="34" height="32"/>"##);
    }
    svg.push_str("</svg>");
    svg
}

/// The marks of one cell of the table "at a glance": the arrow, struck ring or broken ring, and the shield.
#[must_use]
pub fn glance(mark: Mark, answered: bool) -> String {
    let symbol = match mark {
        Mark::Hit => "g-hit",
        Mark::NoneSeen => "g-none",
        Mark::Open => "g-ask",
    };
    let shield = if answered { r##"<use href="#g-shield" x="26" width="18" height="20"/>"## } else { "" };
    format!(
        r##"<svg class="hf-g" viewBox="0 0 44 20" width="44" height="20" aria-hidden="true" focusable="false"><use href="#{symbol}" width="22" height="20"/>{shield}</svg>"##
    )
}

fn start(class: &str, height: u8) -> String {
    format!(r#"<svg class="{class}" width="100%" height="{height}" aria-hidden="true" focusable="false">"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_where_the_grid_puts_them() {
        assert!((place(0, 3) - 27.45).abs() < 0.01);
        assert!((place(2, 3) - 75.82).abs() < 0.01);
        assert!((place(0, 1) - 53.16).abs() < 0.01);
    }

    #[test]
    fn solid_as_far_as_known_then_dotted() {
        let svg = harm(Pathway::Direct, &[Mark::Hit, Mark::Open, Mark::Open]);
        assert!(svg.contains(r#"x2="27.45%" y1="14" y2="14" class="rl rl--direct""#), "{svg}");
        assert!(svg.contains(r#"<line x1="27.45%" x2="100%" y1="14" y2="14" class="rl rl--open"/>"#), "{svg}");
        let whole = harm(Pathway::Direct, &[Mark::Open, Mark::Hit]);
        assert!(!whole.contains("rl--open"), "{whole}");
        assert_eq!(whole.matches("m-ask").count(), 1);
    }

    #[test]
    fn care_is_a_double_line_and_none_seen_is_no_arrow() {
        let svg = harm(Pathway::ThroughCare, &[Mark::NoneSeen]);
        assert_eq!(svg.matches("rl--care").count(), 2);
        assert!(svg.contains("m-none") && !svg.contains("m-hit"));
    }

    #[test]
    fn a_shield_stands_only_under_whom_the_answer_is_for() {
        let svg = hold(&[true, false, true]);
        assert_eq!(svg.matches("m-shield").count(), 2);
        assert!(svg.contains("75.82%"));
    }

    #[test]
    fn no_style_attribute_anywhere() {
        for svg in [harm(Pathway::Direct, &[Mark::Hit]), hold(&[true]), glance(Mark::Open, true)] {
            assert!(!svg.contains("style="), "{svg}");
        }
    }
}
