//! The parts of the pattern map as `map.html` and `band.html` take them: words, lines and drawn connectors.

use super::lines::Line;
use practice::ids::EntryId;

/// A child as a column.
#[derive(Clone, Debug)]
pub(crate) struct Kid {
    pub(crate) id: EntryId,
    pub(crate) name: String,
    pub(crate) age: String,
}

/// The whole map.
#[derive(Clone, Debug)]
pub(crate) struct MapWords {
    pub(crate) is_empty: bool,
    pub(crate) lede: String,
    pub(crate) glance_head: String,
    pub(crate) axis: String,
    pub(crate) kids: Vec<Kid>,
    pub(crate) rows: Vec<GlanceRow>,
    pub(crate) way_direct: String,
    pub(crate) way_care: String,
    pub(crate) way_home: String,
    pub(crate) hold_head: String,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) has_former: bool,
    pub(crate) formers: Vec<Former>,
    pub(crate) ints: Vec<Int>,
    pub(crate) add_intersection: String,
    pub(crate) other_efforts: Vec<Line>,
    pub(crate) other_impacts: Vec<Line>,
    /// Results of risk tools: beneath everything else.
    pub(crate) tools: Vec<Line>,
}

/// One behaviour at a glance.
#[derive(Clone, Debug)]
pub(crate) struct GlanceRow {
    pub(crate) letter: String,
    pub(crate) title: String,
    pub(crate) anchor: String,
    pub(crate) span: String,
    pub(crate) cells: Vec<GlanceCell>,
    /// To whom, for what was done in another family; else empty.
    pub(crate) elsewhere: String,
}

/// One child at a glance.
#[derive(Clone, Debug)]
pub(crate) struct GlanceCell {
    pub(crate) svg: String,
    pub(crate) words: String,
}

/// The bands of one person's behaviours, for up to four children.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) harm_head: String,
    pub(crate) kids: Vec<Kid>,
    pub(crate) bands: Vec<BandWords>,
}

/// One behaviour.
#[derive(Clone, Debug)]
pub(crate) struct BandWords {
    pub(crate) letter: String,
    pub(crate) title: String,
    pub(crate) anchor: String,
    pub(crate) line: Line,
    pub(crate) when: String,
    pub(crate) span: String,
    pub(crate) formers: Vec<FormerLink>,
    pub(crate) to: String,
    pub(crate) force: String,
    pub(crate) disputed: Vec<String>,
    pub(crate) answers_effort: Vec<String>,
    pub(crate) usable: String,
    pub(crate) usable_icon: &'static str,
    pub(crate) paths: Vec<PathWords>,
    pub(crate) open: Vec<OpenWay>,
    pub(crate) hold_head: String,
    pub(crate) efforts: Vec<EffortWords>,
    pub(crate) add_effort: String,
    pub(crate) hold_rail: String,
    pub(crate) made: Vec<MadeWords>,
}

/// One way by which it reaches the children.
#[derive(Clone, Debug)]
pub(crate) struct PathWords {
    pub(crate) class: &'static str,
    pub(crate) name: String,
    pub(crate) rail: String,
    pub(crate) carried: Vec<Line>,
    pub(crate) cells: Vec<CellWords>,
    pub(crate) slot: String,
}

/// One child on one way.
#[derive(Clone, Debug)]
pub(crate) struct CellWords {
    pub(crate) column: usize,
    pub(crate) name: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) ask: String,
    pub(crate) about: String,
}

/// A way nobody has asked about.
#[derive(Clone, Debug)]
pub(crate) struct OpenWay {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) question: String,
}

/// One effort that answers it.
#[derive(Clone, Debug)]
pub(crate) struct EffortWords {
    pub(crate) line: Line,
    pub(crate) followed: String,
    /// The first place of this effort on the page: only that carries its anchor.
    pub(crate) first: bool,
}

/// What the answer made possible for one child.
#[derive(Clone, Debug)]
pub(crate) struct MadeWords {
    pub(crate) column: usize,
    pub(crate) name: String,
    pub(crate) what: Vec<String>,
    pub(crate) ask: String,
    pub(crate) about: String,
}

/// A behaviour of the same kind in another family.
#[derive(Clone, Debug)]
pub(crate) struct FormerLink {
    pub(crate) anchor: String,
    pub(crate) words: String,
}

/// What was done in another family.
#[derive(Clone, Debug)]
pub(crate) struct Former {
    pub(crate) anchor: String,
    pub(crate) letter: String,
    pub(crate) title: String,
    pub(crate) line: Line,
    pub(crate) when: String,
    pub(crate) to: String,
}

/// What the pattern meets.
#[derive(Clone, Debug)]
pub(crate) struct Int {
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) mechanism: String,
    pub(crate) head: String,
    pub(crate) line: Line,
    pub(crate) with: String,
    pub(crate) letters: Vec<Letter>,
}

/// A letter that leads to its behaviour.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) letter: String,
    pub(crate) title: String,
    pub(crate) anchor: String,
}
