//! The density strip: what goes on as unbroken bars, single acts as marks in their month, protection with the same weight
//! beneath harm. For the page of the team only; nothing that leaves is made from it.

use crate::escape::escape;
use crate::span::{Axis, Bar};
use practice::views::strip::{Mark, Strip, StripRow};
use practice::when::Happened;
use std::fmt::Write as _;

/// Lanes of bars for one person; what does not fit shares the last one.
const LANES: usize = 8;
/// Marks of one month that are drawn one above the other.
const STACK: usize = 4;
const HEAD: u32 = 22;
const LABEL: u32 = 20;
const LANE: u32 = 11;
const DOT: u32 = 11;

/// The strip as a picture beside a table that says the same. `label` says in words what it shows; `now` is the word for the
/// present day.
#[must_use]
pub fn strip(strip: &Strip, now: &str, label: &str) -> String {
    let axis = Axis::new(strip.first_year, strip.as_of);
    let mut body = String::new();
    let mut top = HEAD;
    for row in &strip.rows {
        top = self::row(&mut body, &axis, row, top);
    }
    let height = top + 4;
    let mut svg = format!(
        r#"<svg class="hf-strip__svg" width="100%" height="{height}" role="img" aria-label="{}">"#,
        escape(label)
    );
    for (year, at) in axis.years() {
        let anchor = if at < 1.0 { "start" } else { "middle" };
        let _ = write!(
            svg,
            r#"<line x1="{at:.2}%" x2="{at:.2}%" y1="18" y2="{height}" class="sx"/><text x="{at:.2}%" y="13" class="gt" text-anchor="{anchor}">{year}</text>"#
        );
    }
    let _ = write!(svg, r#"<text x="100%" y="13" class="gt" text-anchor="end">{}</text>"#, escape(now));
    svg.push_str(&body);
    svg.push_str("</svg>");
    svg
}

fn row(body: &mut String, axis: &Axis, row: &StripRow, top: u32) -> u32 {
    let class = if row.protects { "sh" } else { "sb" };
    let _ = write!(body, r#"<text x="0" y="{}" class="gt gl">{}</text>"#, top + 14, escape(&row.who.name));
    let mut top = top + LABEL;
    let over = row.marks.iter().filter(|mark| !matches!(mark.happened, Happened::On(_)));
    let mut lanes: Vec<f64> = Vec::new();
    for bar in over.filter_map(|mark| axis.bar(&mark.happened, false)) {
        let lane = lane(&mut lanes, &bar);
        let y = top + LANE * u32::try_from(lane).unwrap_or(0);
        let width = bar.to - bar.from;
        let _ =
            write!(body, r#"<rect x="{:.2}%" y="{y}" width="{width:.2}%" height="7" class="{class}"/>"#, bar.from);
    }
    top += LANE * u32::try_from(lanes.len()).unwrap_or(0);
    let highest = dots(body, axis, row, top, class);
    top + highest * DOT + 4
}

/// The first lane in which a bar finds room.
fn lane(lanes: &mut Vec<f64>, bar: &Bar) -> usize {
    let free = lanes.iter().position(|end| *end < bar.from);
    let lane = match free {
        Some(lane) => lane,
        None if lanes.len() < LANES => {
            lanes.push(0.0);
            lanes.len() - 1
        }
        None => lanes.len().saturating_sub(1),
    };
    if let Some(end) = lanes.get_mut(lane) {
        *end = end.max(bar.to);
    }
    lane
}

/// Single acts, those of one month above one another. Answers how high they stand.
fn dots(body: &mut String, axis: &Axis, row: &StripRow, top: u32, class: &str) -> u32 {
    let mut months: Vec<((i16, i8), f64, usize)> = Vec::new();
    for mark in &row.marks {
        let Some((month, at)) = point(axis, mark) else { continue };
        match months.iter_mut().find(|(known, ..)| *known == month) {
            Some(known) => known.2 += 1,
            None => months.push((month, at, 1)),
        }
    }
    let mut highest = 0;
    for (_, at, count) in months {
        for n in 0..count.min(STACK) {
            let n = u32::try_from(n).unwrap_or(0);
            highest = highest.max(n + 1);
            let y = top + n * DOT;
            // Kept within the picture at both ends.
            let at = at.clamp(0.6, 99.4);
            let shape = if row.protects { r#"<circle r="4.5" cy="5"/>"# } else { r#"<path d="M0 0l5.5 9h-11z"/>"# };
            let _ = write!(body, r#"<svg x="{at:.2}%" y="{y}" class="{class}" overflow="visible">{shape}</svg>"#);
        }
    }
    highest
}

fn point(axis: &Axis, mark: &Mark) -> Option<((i16, i8), f64)> {
    let Happened::On(date) = mark.happened else { return None };
    let day = date.start().date();
    Some(((day.year(), day.month()), axis.place(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use practice::ids::EntryId;
    use practice::views::lines::Named;
    use practice::when::{ApproxDate, Recurrence, Until};

    fn mark(n: u128, happened: Happened) -> Mark {
        Mark { id: EntryId(uuid::Uuid::from_u128(n)), title: "Money".to_owned(), happened }
    }

    fn person(name: &str, protects: bool, marks: Vec<Mark>) -> StripRow {
        StripRow { who: Named { id: None, name: name.to_owned() }, protects, marks }
    }

    fn on(year: i16, month: i8, day: i8) -> Happened {
        Happened::On(ApproxDate::Day(date(year, month, day)))
    }

    fn over() -> Happened {
        Happened::Over {
            from: Some(ApproxDate::Year(2014)),
            until: Until::Ongoing,
            recurrence: Recurrence::MostWeeks,
        }
    }

    fn drawn(rows: Vec<StripRow>) -> String {
        strip(&Strip { first_year: 2014, as_of: date(2026, 11, 24), rows }, "now", "in words")
    }

    #[test]
    fn what_goes_on_is_one_unbroken_bar_to_the_present_day() {
        let svg = drawn(vec![person("Craig", false, vec![mark(1, over())])]);
        assert_eq!(svg.matches("<rect").count(), 1);
        assert!(svg.contains(r#"x="0.00%" y="42" width="100.00%""#), "{svg}");
    }

    #[test]
    fn harm_and_protection_have_the_same_weight() {
        let marks = || vec![mark(1, over()), mark(2, on(2026, 3, 2))];
        let svg = drawn(vec![person("Craig", false, marks()), person("Ewa", true, marks())]);
        for class in ["sb", "sh"] {
            assert_eq!(svg.matches(&format!(r#"height="7" class="{class}""#)).count(), 1, "{svg}");
            assert_eq!(svg.matches(&format!(r#"class="{class}" overflow"#)).count(), 1, "{svg}");
        }
        assert!(svg.find("Craig") < svg.find("Ewa"));
    }

    #[test]
    fn a_thousand_acts_of_one_month_do_not_grow_the_picture() {
        let marks = (0..1_000).map(|n| mark(n, on(2026, 3, 2))).collect();
        let svg = drawn(vec![person("Craig", false, marks)]);
        assert_eq!(svg.matches("<path").count(), STACK);
        assert!(svg.len() < 4_000, "{}", svg.len());
    }

    #[test]
    fn names_are_escaped() {
        let svg = drawn(vec![person("<script>", false, vec![mark(1, over())])]);
        assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script"), "{svg}");
    }
}
