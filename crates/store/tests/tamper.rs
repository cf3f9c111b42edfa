//! Random changes, a thousand on SQLite, of the journal's rows, and `verify` must miss none.

use store::{Access, Outcome, Store, StreamId, What};

use crate::{
    raw::{Raw, Refused, Val},
    support::{Dice, Place, append, event, sealed, uuid},
};

const TABLES: [&str; 5] = ["event", "stream", "heads", "server", "access"];

/// Three streams, three server processes, commits of one and of several entries, readings.
async fn small_store() -> (Place, Store) {
    let (place, mut store) = Place::new().await;
    let mut heads = [0_u64; 3];
    for process in 0..3 {
        for round in 0..4 {
            for (n, head) in heads.iter_mut().enumerate() {
                let case = StreamId::case(uuid(n as u128 + 1));
                let text = format!("process {process}, round {round}, case {n}");
                let mut entries = vec![event(&text)];
                if round % 2 == 0 {
                    entries.push(sealed("12 Mill Lane"));
                }
                *head = store.append(append(case, *head, entries)).await.unwrap().head;
            }
            let (view, purpose) = ("case/map".into(), "direct_work".into());
            let stream = (round != 1).then(|| StreamId::case(uuid(1)));
            store
                .log_access(Access { who: uuid(9), stream, view, purpose, outcome: Outcome::Shown })
                .await
                .unwrap();
        }
        store.close().await;
        store = place.open().await.unwrap();
    }
    (place, store)
}

type Rows = Vec<(Val, Vec<Val>)>;

fn rows(raw: &Raw, table: &str) -> (Vec<String>, Rows) {
    let place = if raw.is_sqlite() { "rowid" } else { "ctid::text" };
    let first = if raw.is_sqlite() { "rowid" } else { "2, 3, 4" };
    let (names, rows) = raw.query(&format!("SELECT {place}, {table}.* FROM {table} ORDER BY {first}"), &[]);
    let rows = rows.into_iter().map(|mut row| (row.remove(0), row)).collect();
    (names.into_iter().skip(1).collect(), rows)
}

fn altered(value: &Val, dice: &mut Dice) -> Val {
    match value {
        Val::Int(number) => Val::Int(match dice.below(4) {
            0 => number.wrapping_add(1),
            1 => number.wrapping_sub(1),
            2 => number ^ (1 << dice.below(63)),
            _ => -number,
        }),
        Val::Bytes(bytes) if !bytes.is_empty() => {
            let mut bytes = bytes.clone();
            let place = dice.below(bytes.len());
            match dice.below(6) {
                0 => bytes.truncate(place),
                1 => bytes.push(0),
                2 => bytes.clear(),
                _ => bytes[place] ^= 1 << dice.below(8),
            }
            Val::Bytes(bytes)
        }
        Val::Text(text) => Val::Text(if dice.below(2) == 0 { format!("{text}x") } else { text.to_uppercase() }),
        _ => Val::Bytes(vec![1]),
    }
}

fn put(raw: &Raw, table: &str, names: &[String], values: &[Val]) -> Result<u64, Refused> {
    let marks: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
    let text = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", "));
    raw.execute(&text, values)
}

/// One random change; what it was. An error if the tables do not admit it.
fn tamper(raw: &Raw, dice: &mut Dice) -> Result<String, Refused> {
    let table = TABLES[dice.below(TABLES.len())];
    let (names, rows) = rows(raw, table);
    let (one, two) = (&rows[dice.below(rows.len())], &rows[dice.below(rows.len())]);
    let column = dice.below(names.len());
    let name = &names[column];
    let at = if raw.is_sqlite() { "rowid = $2" } else { "ctid = $2::text::tid" };
    let set = |column: &str, value: &Val, place: &Val| {
        raw.execute(&format!("UPDATE {table} SET {column} = $1 WHERE {at}"), &[value.clone(), place.clone()])
    };
    let counter = names.iter().position(|name| name == "seq" || name == "n");
    Ok(match dice.below(6) {
        0 | 1 => {
            set(name, &altered(&one.1[column], dice), &one.0)?;
            format!("changed {table}.{name}")
        }
        2 => {
            let at = at.replace("$2", "$1");
            raw.execute(&format!("DELETE FROM {table} WHERE {at}"), std::slice::from_ref(&one.0))?;
            format!("dropped a row of {table}")
        }
        3 => {
            set(name, &two.1[column], &one.0)?;
            set(name, &one.1[column], &two.0)?;
            format!("swapped {table}.{name}")
        }
        4 => {
            // Truncated: everything of one stream or process from some place on, heads set back to fit.
            let Some(counter) = counter.filter(|_| table != "stream") else {
                return Err("only what is counted can be truncated".into());
            };
            let owner = &names[0];
            let (id, from) = (&one.1[0], &one.1[counter]);
            let text = format!("DELETE FROM {table} WHERE {owner} = $1 AND {} >= $2", names[counter]);
            raw.execute(&text, &[id.clone(), from.clone()])?;
            if table == "event" {
                let fit = "UPDATE stream SET seq = e.seq, chain = e.chain FROM event e WHERE stream.id = $1 \
                           AND e.stream_id = $1 AND e.seq = (SELECT max(seq) FROM event WHERE stream_id = $1)";
                raw.execute(fit, std::slice::from_ref(id))?;
            }
            format!("truncated {table}")
        }
        _ => {
            // Duplicated: under the next number, or under another stream or process.
            let mut copy = one.1.clone();
            match counter {
                Some(counter) if dice.below(2) == 0 => {
                    let top = format!("SELECT max({}) FROM {table} WHERE {} = $1", names[counter], names[0]);
                    let top = raw.count(&top, std::slice::from_ref(&one.1[0]));
                    copy[counter] = Val::Int(top + 1);
                }
                _ => copy[0] = Val::Bytes(vec![0xAB; 16]),
            }
            put(raw, table, &names, &copy)?;
            format!("duplicated a row of {table}")
        }
    })
}

/// What is in the tables, wherever in them it lies.
fn contents(snapshot: &[Rows]) -> Vec<Vec<&[Val]>> {
    snapshot.iter().map(|rows| rows.iter().map(|(_, values)| values.as_slice()).collect()).collect()
}

fn snapshot(raw: &Raw) -> Vec<Rows> {
    TABLES.iter().map(|table| rows(raw, table).1).collect()
}

#[tokio::test]
async fn random_changes_are_all_found() {
    let (place, store) = small_store().await;
    let clean = store.verify(None).await.unwrap();
    assert!(clean.is_clean(), "control: untouched, it is clean: {:?}", clean.findings);
    assert_eq!((clean.streams, clean.events, clean.accesses), (3, 54, 12));
    let raw = place.raw();
    if raw.is_sqlite() {
        raw.script("PRAGMA synchronous = OFF");
    }
    let before = snapshot(&raw);
    let mut dice = Dice(2_026);
    let (mut done, mut kinds) = (0, std::collections::BTreeMap::new());
    // There each throw costs a hundred journeys.
    let asked = std::env::var_os("HOLDFAST_CHANGES").and_then(|text| text.to_str()?.parse().ok());
    let throws = asked.unwrap_or(if raw.is_sqlite() { 1_000 } else { 100 });
    while done < throws {
        raw.script("BEGIN");
        let what = tamper(&raw, &mut dice);
        let changed = what.is_ok() && contents(&snapshot(&raw)) != contents(&before);
        let (Ok(what), true) = (what, changed) else {
            raw.script("ROLLBACK");
            continue;
        };
        raw.script("COMMIT");
        let report = store.verify(None).await.unwrap();
        assert!(!report.is_clean(), "missed, throw {done}: {what}");
        raw.script("BEGIN");
        for (table, rows_before) in TABLES.iter().zip(&before) {
            let (names, _) = rows(&raw, table);
            raw.execute(&format!("DELETE FROM {table}"), &[]).unwrap();
            for (_, values) in rows_before {
                put(&raw, table, &names, values).unwrap();
            }
        }
        raw.script("COMMIT");
        *kinds.entry(what).or_insert(0) += 1;
        done += 1;
    }
    assert!(kinds.len() > throws.min(300) / 10, "the throws were varied: {kinds:?}");
    assert!(store.verify(None).await.unwrap().is_clean(), "control: put back, it is clean again");
}

#[tokio::test]
async fn findings_name_the_stream_and_what_was_done() {
    let (place, store) = small_store().await;
    let case = StreamId::case(uuid(2));
    let raw = place.raw();
    let swap = "UPDATE event SET seq = CASE seq WHEN 3 THEN 300 ELSE 3 END WHERE stream_id = $1 AND seq = $2";
    raw.execute(swap, &[(&case.id).into(), 3.into()]).unwrap();
    raw.execute(swap, &[(&case.id).into(), 4.into()]).unwrap();
    raw.execute("UPDATE event SET seq = 4 WHERE seq = 300", &[]).unwrap();
    let report = store.verify(None).await.unwrap();
    assert!(report.findings.iter().all(|finding| finding.stream == Some(case)), "{:?}", report.findings);
    assert!(report.findings.iter().any(|finding| finding.what == What::Reordered && finding.seq == Some(3)));
    raw.execute("DELETE FROM event WHERE stream_id = $1", &[(&uuid(1)).into()]).unwrap();
    let report = store.verify(None).await.unwrap();
    let gone = |finding: &&store::Finding| finding.stream == Some(StreamId::case(uuid(1)));
    assert!(report.findings.iter().filter(gone).any(|finding| finding.what == What::Missing));
}
