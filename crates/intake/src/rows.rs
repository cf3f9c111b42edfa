//! Rows of a table, and papers, into drafts of entries. All that a file has to say is said at once: every question, every
//! fault, every row that is left out.

mod earlier;
mod papers;
mod reader;

pub use papers::plan_papers;

use crate::dates::{self, Evidence, Order};
use crate::fault::{Fault, short};
use crate::guess;
use crate::mapping::{Becomes, Column, MAPS, Mapping};
use crate::people::Names;
use crate::plan::{LeftOut, Plan, Question};
use crate::table::Table;
use earlier::Earlier;
use jiff::civil::Date;
use practice::cast::Cast;
use practice::project::Projection;
use reader::RowReader;
use std::collections::BTreeMap;
use words::Words;

/// What rows are read with: the case as the person who brings them in may see it, the day, the words.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The case.
    pub projection: &'a Projection,
    /// The day.
    pub today: Date,
    /// The words.
    pub words: &'a Words,
}

/// The columns that a mapping names, found in a table.
#[derive(Clone, Debug, Default)]
struct Found(BTreeMap<Column, usize>);

impl Found {
    fn get(&self, column: Column) -> Option<usize> {
        self.0.get(&column).copied()
    }
}

/// What a table would become.
#[must_use]
pub fn plan_table(file: &str, table: &Table, mapping: &Mapping, scene: Scene<'_>) -> Plan {
    let mut plan = Plan { remarks: table.remarks.clone(), ..Plan::default() };
    let mut found = Found::default();
    for column in MAPS {
        let Some(named) = mapping.columns.get(column) else { continue };
        match guess::find(table, named) {
            Some(at) => {
                found.0.insert(column, at);
            }
            None => plan.faults.push(Fault::file("import-fault-no-such-column").with("column", named)),
        }
    }
    if found.get(Column::What).is_none() && found.get(Column::Did).is_none() && plan.faults.is_empty() {
        plan.faults.push(Fault::file("import-fault-no-what"));
    }
    let order = order(table, &found, mapping, &mut plan);
    if !plan.faults.is_empty() {
        return plan;
    }
    let cast = Cast::of(scene.projection, scene.today);
    let names = Names::of(scene.projection, &cast, &mapping.people, &scene.words.say("import-all-children"));
    let mut reader = RowReader {
        file,
        table,
        mapping,
        scene,
        found: &found,
        order,
        names: &names,
        unknown_names: BTreeMap::new(),
        unknown_kinds: BTreeMap::new(),
        seen: BTreeMap::new(),
        read: Vec::new(),
        faults: Vec::new(),
    };
    for row in &table.rows {
        if row.heading {
            let says = row.cells.iter().map(crate::Cell::text).find(|text| !text.is_empty()).unwrap_or_default();
            let fault = Fault::at(crate::Place::row(row.number), "import-left-heading");
            plan.left_out.push(LeftOut { fault, says: short(&says) });
            continue;
        }
        if let Some(left) = reader.row(row) {
            plan.left_out.push(left);
        }
    }
    let RowReader { unknown_names, unknown_kinds, read, faults, .. } = reader;
    plan.faults.extend(faults);
    plan.questions.extend(unknown_names.into_values().map(|(name, row)| Question::Person { name, row }));
    plan.questions.extend(unknown_kinds.into_values().map(|(word, row)| Question::Kind { word, row }));
    let present = read.iter().map(|read| read.id).collect();
    let begins = reader::record(scene.words, file, "");
    Earlier::of(file, &begins, scene, present).sort(read, mapping.rows.changed, &mut plan);
    plan
}

/// Which number comes first in the dates of the file: as said, as the file shows, or asked.
fn order(table: &Table, found: &Found, mapping: &Mapping, plan: &mut Plan) -> Order {
    let Some(column) = found.get(Column::Date) else { return Order::DayFirst };
    let Evidence { day_first, month_first, either, real_small } = dates::evidence(table, column);
    // Excel turns 03/04 round when it takes it for a date of the other kind, and leaves 25/04 as text.
    if !real_small.is_empty() && (!day_first.is_empty() || !month_first.is_empty()) {
        let rows: Vec<String> = real_small.iter().take(5).map(ToString::to_string).collect();
        plan.remarks.push(Fault::file("import-remark-turned-round").with("rows", rows.join(", ")));
    }
    if let Some(order) = mapping.rows.dates {
        return order;
    }
    match (day_first.first(), month_first.first()) {
        (Some(day), Some(month)) => {
            plan.questions.push(Question::BothOrders { day_first: *day, month_first: *month });
            Order::DayFirst
        }
        (Some(_), None) => Order::DayFirst,
        (None, Some(_)) => Order::MonthFirst,
        (None, None) => {
            if !either.is_empty() {
                let mut examples = either;
                examples.truncate(3);
                plan.questions.push(Question::Order { examples });
            }
            Order::DayFirst
        }
    }
}

/// What a row becomes where its own cell says so.
fn becomes(mapping: &Mapping, said: Option<&str>) -> Result<Becomes, String> {
    match said.map(str::trim).filter(|said| !said.is_empty()) {
        None => Ok(mapping.rows.becomes),
        Some(said) => mapping.kind(said).ok_or_else(|| said.to_owned()),
    }
}
