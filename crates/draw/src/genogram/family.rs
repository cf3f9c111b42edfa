//! What the layout needs of a family and no more: people by number, unions, and how wide each person's words are.

/// A family to be laid out. Numbers are places in `people`.
#[derive(Clone, Debug, Default)]
pub struct Family {
    /// Everybody who is drawn.
    pub people: Vec<Someone>,
    /// Couples, single parents, and siblings without recorded parents.
    pub unions: Vec<Couple>,
    /// Grandparents whose child between is not recorded: two generations apart, older first.
    pub grandparents: Vec<(usize, usize)>,
}

/// One person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Someone {
    /// The width of the words beside the symbol.
    pub words: f64,
    /// One of the children the file is about: separate families are laid with these in one row.
    pub child: bool,
}

/// One union.
#[derive(Clone, Debug, Default)]
pub struct Couple {
    /// Nobody, one or two.
    pub partners: Vec<usize>,
    /// Children in the order of birth, and whether the child hangs here.
    pub children: Vec<(usize, bool)>,
    /// A number by which unions of one person are ordered: earlier is smaller.
    pub begins: i64,
}

/// Where everybody stands.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The row of each person, 0 at the top.
    pub row: Vec<usize>,
    /// The middle of each symbol.
    pub x: Vec<f64>,
    /// The people of each row, in the order in which they stand.
    pub rows: Vec<Vec<usize>>,
    /// For each union, whether its partners stand in one row.
    pub couple: Vec<bool>,
    /// For each union and each of its children, whether the child stands one row below.
    pub below: Vec<Vec<bool>>,
    /// For each pair of grandparent and grandchild, whether they could be placed so.
    pub grand: Vec<bool>,
}

/// From the left edge of a person's column to the middle of the symbol.
pub const LEFT: f64 = 48.0;
/// From the middle of the symbol to the words beside it.
pub const WORDS: f64 = 38.0;
/// Between two columns.
pub const GAP: f64 = 34.0;

impl Family {
    /// From the middle of the symbol to the right edge of the column.
    #[must_use]
    pub fn right(&self, person: usize) -> f64 {
        WORDS + self.people.get(person).map_or(0.0, |person| person.words)
    }
}

/// Lays a family out: generations, then the order within each row, then the places.
#[must_use]
pub fn stand(family: &Family) -> Standing {
    let generations = super::generations::generations(family);
    let rows = super::order::rows(family, &generations);
    super::place::place(family, &generations, rows)
}
