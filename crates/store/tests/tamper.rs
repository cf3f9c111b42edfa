//! A thousand random changes of the journal's rows, and `verify` must miss none.

use rusqlite::{Connection, params_from_iter, types::Value};
use store::{Access, Outcome, Store, StreamId, What};

use crate::support::{Dice, Place, append, event, sealed, uuid};

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

type Rows = Vec<(i64, Vec<Value>)>;

fn rows(conn: &Connection, table: &str) -> (Vec<String>, Rows) {
    let mut query = conn.prepare(&format!("SELECT rowid, * FROM {table} ORDER BY rowid")).unwrap();
    let names: Vec<String> = query.column_names().skip(1).map(str::to_owned).collect();
    let width = names.len();
    let read = query.query_map([], |row| {
        let values = (1..=width).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>()?;
        Ok((row.get(0)?, values))
    });
    (names, read.unwrap().map(Result::unwrap).collect())
}

fn altered(value: &Value, dice: &mut Dice) -> Value {
    match value {
        Value::Integer(number) => Value::Integer(match dice.below(4) {
            0 => number.wrapping_add(1),
            1 => number.wrapping_sub(1),
            2 => number ^ (1 << dice.below(63)),
            _ => -number,
        }),
        Value::Blob(bytes) if !bytes.is_empty() => {
            let mut bytes = bytes.clone();
            let place = dice.below(bytes.len());
            match dice.below(6) {
                0 => bytes.truncate(place),
                1 => bytes.push(0),
                2 => bytes.clear(),
                _ => bytes[place] ^= 1 << dice.below(8),
            }
            Value::Blob(bytes)
        }
        Value::Text(text) => Value::Text(if dice.below(2) == 0 { format!("{text}x") } else { text.to_uppercase() }),
        _ => Value::Blob(vec![1]),
    }
}

fn put(conn: &Connection, table: &str, names: &[String], values: &[Value]) -> rusqlite::Result<usize> {
    let marks: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
    let text = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", "));
    conn.execute(&text, params_from_iter(values))
}

/// One random change; what it was. An error if the tables do not admit it.
fn tamper(conn: &Connection, dice: &mut Dice) -> rusqlite::Result<String> {
    let table = TABLES[dice.below(TABLES.len())];
    let (names, rows) = rows(conn, table);
    let (one, two) = (&rows[dice.below(rows.len())], &rows[dice.below(rows.len())]);
    let column = dice.below(names.len());
    let name = &names[column];
    let set = |column: &str, value: &Value, rowid: i64| {
        conn.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2"), rusqlite::params![value, rowid])
    };
    let counter = names.iter().position(|name| name == "seq" || name == "n");
    Ok(match dice.below(6) {
        0 | 1 => {
            set(name, &altered(&one.1[column], dice), one.0)?;
            format!("changed {table}.{name}")
        }
        2 => {
            conn.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [one.0])?;
            format!("dropped a row of {table}")
        }
        3 => {
            set(name, &two.1[column], one.0)?;
            set(name, &one.1[column], two.0)?;
            format!("swapped {table}.{name}")
        }
        4 => {
            // Truncated: everything of one stream or process from some place on, heads set back to fit.
            let Some(counter) = counter.filter(|_| table != "stream") else {
                return Err(rusqlite::Error::InvalidQuery);
            };
            let owner = &names[0];
            let (id, from) = (&one.1[0], &one.1[counter]);
            let text = format!("DELETE FROM {table} WHERE {owner} = ?1 AND {} >= ?2", names[counter]);
            conn.execute(&text, rusqlite::params![id, from])?;
            if table == "event" {
                let fit = "UPDATE stream SET seq = e.seq, chain = e.chain FROM event e WHERE stream.id = ?1 \
                           AND e.stream_id = ?1 AND e.seq = (SELECT max(seq) FROM event WHERE stream_id = ?1)";
                conn.execute(fit, [id])?;
            }
            format!("truncated {table}")
        }
        _ => {
            // Duplicated: under the next number, or under another stream or process.
            let mut copy = one.1.clone();
            match counter {
                Some(counter) if dice.below(2) == 0 => {
                    let top: i64 = conn.query_row(
                        &format!("SELECT max({}) FROM {table} WHERE {} = ?1", names[counter], names[0]),
                        [&one.1[0]],
                        |row| row.get(0),
                    )?;
                    copy[counter] = Value::Integer(top + 1);
                }
                _ => copy[0] = Value::Blob(vec![0xAB; 16]),
            }
            put(conn, table, &names, &copy)?;
            format!("duplicated a row of {table}")
        }
    })
}

fn snapshot(conn: &Connection) -> Vec<Rows> {
    TABLES.iter().map(|table| rows(conn, table).1).collect()
}

#[tokio::test]
async fn a_thousand_random_changes_are_all_found() {
    let (place, store) = small_store().await;
    let clean = store.verify(None).await.unwrap();
    assert!(clean.is_clean(), "control: untouched, it is clean: {:?}", clean.findings);
    assert_eq!((clean.streams, clean.events, clean.accesses), (3, 54, 12));
    let conn = Connection::open(place.database()).unwrap();
    conn.execute_batch("PRAGMA synchronous = OFF").unwrap();
    let before = snapshot(&conn);
    let mut dice = Dice(2_026);
    let (mut done, mut kinds) = (0, std::collections::BTreeMap::new());
    while done < 1_000 {
        conn.execute_batch("BEGIN").unwrap();
        let what = tamper(&conn, &mut dice);
        let after = snapshot(&conn);
        let (Ok(what), false) = (what, after == before) else {
            conn.execute_batch("ROLLBACK").unwrap();
            continue;
        };
        conn.execute_batch("COMMIT").unwrap();
        let report = store.verify(None).await.unwrap();
        assert!(!report.is_clean(), "missed, throw {done}: {what}");
        conn.execute_batch("BEGIN").unwrap();
        for (table, rows_before) in TABLES.iter().zip(&before) {
            let (names, _) = rows(&conn, table);
            conn.execute(&format!("DELETE FROM {table}"), []).unwrap();
            for (_, values) in rows_before {
                put(&conn, table, &names, values).unwrap();
            }
        }
        conn.execute_batch("COMMIT").unwrap();
        *kinds.entry(what).or_insert(0) += 1;
        done += 1;
    }
    assert!(kinds.len() > 30, "the throws were varied: {kinds:?}");
    assert!(store.verify(None).await.unwrap().is_clean(), "control: put back, it is clean again");
}

#[tokio::test]
async fn findings_name_the_stream_and_what_was_done() {
    let (place, store) = small_store().await;
    let case = StreamId::case(uuid(2));
    let conn = Connection::open(place.database()).unwrap();
    let swap = "UPDATE event SET seq = CASE seq WHEN 3 THEN 300 ELSE 3 END WHERE stream_id = ?1 AND seq = ?2";
    conn.execute(swap, rusqlite::params![case.id.as_bytes(), 3]).unwrap();
    conn.execute(swap, rusqlite::params![case.id.as_bytes(), 4]).unwrap();
    conn.execute("UPDATE event SET seq = 4 WHERE seq = 300", []).unwrap();
    let report = store.verify(None).await.unwrap();
    assert!(report.findings.iter().all(|finding| finding.stream == Some(case)), "{:?}", report.findings);
    assert!(report.findings.iter().any(|finding| finding.what == What::Reordered && finding.seq == Some(3)));
    conn.execute("DELETE FROM event WHERE stream_id = ?1", [StreamId::case(uuid(1)).id.as_bytes()]).unwrap();
    let report = store.verify(None).await.unwrap();
    let gone = |finding: &&store::Finding| finding.stream == Some(StreamId::case(uuid(1)));
    assert!(report.findings.iter().filter(gone).any(|finding| finding.what == What::Missing));
}
