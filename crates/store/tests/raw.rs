//! Looking at and changing a store's tables behind its back, on either engine.

use std::{path::Path, thread};

use rusqlite::types::Value as Cell;

/// A value of a raw statement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Val {
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    Null,
}

impl From<&uuid::Uuid> for Val {
    fn from(id: &uuid::Uuid) -> Self {
        Self::Bytes(id.as_bytes().to_vec())
    }
}

impl From<i64> for Val {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<&[u8]> for Val {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

/// Another connection to the same tables.
pub(crate) enum Raw {
    Sqlite(rusqlite::Connection),
    Postgres { runtime: Option<tokio::runtime::Runtime>, client: tokio_postgres::Client },
}

/// The engine refused it.
pub(crate) type Refused = String;

impl Raw {
    pub(crate) fn sqlite(path: &Path) -> Self {
        Self::Sqlite(rusqlite::Connection::open(path).unwrap())
    }

    /// A connection whose tables are in `schema`.
    pub(crate) fn postgres(url: &str, schema: &str) -> Self {
        let mut config: tokio_postgres::Config = url.parse().unwrap();
        config.options(format!("-c search_path={schema}"));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let client = wait(&runtime, async {
            let (client, driver) = config.connect(tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(driver);
            client
        });
        let raw = Self::Postgres { runtime: Some(runtime), client };
        raw.script(
            "CREATE OR REPLACE FUNCTION zeroblob(n bigint) RETURNS bytea LANGUAGE sql AS \
             $$ SELECT decode(repeat('00', n::int), 'hex') $$",
        );
        raw
    }

    pub(crate) fn script(&self, text: &str) {
        match self {
            Self::Sqlite(conn) => conn.execute_batch(text).unwrap(),
            Self::Postgres { runtime, client } => {
                wait(runtime.as_ref().unwrap(), client.batch_execute(text)).unwrap();
            }
        }
    }

    pub(crate) fn execute(&self, text: &str, values: &[Val]) -> Result<u64, Refused> {
        match self {
            Self::Sqlite(conn) => conn
                .execute(text, rusqlite::params_from_iter(values.iter().map(cell)))
                .map(|rows| rows as u64)
                .map_err(|why| why.to_string()),
            Self::Postgres { runtime, client } => {
                wait(runtime.as_ref().unwrap(), client.execute_raw(text, values)).map_err(|why| format!("{why:?}"))
            }
        }
    }

    /// Names of the columns, and rows.
    pub(crate) fn query(&self, text: &str, values: &[Val]) -> (Vec<String>, Vec<Vec<Val>>) {
        match self {
            Self::Sqlite(conn) => {
                let mut found = conn.prepare(text).unwrap();
                let names: Vec<String> = found.column_names().map(str::to_owned).collect();
                let width = names.len();
                let rows = found
                    .query_map(rusqlite::params_from_iter(values.iter().map(cell)), |row| {
                        (0..width).map(|column| row.get::<_, Cell>(column).map(val)).collect()
                    })
                    .unwrap();
                let rows = rows.map(Result::unwrap).collect();
                (names, rows)
            }
            Self::Postgres { runtime, client } => {
                let refs: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> =
                    values.iter().map(|value| value as &(dyn tokio_postgres::types::ToSql + Sync)).collect();
                let (statement, rows) = wait(runtime.as_ref().unwrap(), async {
                    let statement = client.prepare(text).await.unwrap();
                    let rows = client.query(&statement, &refs).await.unwrap();
                    (statement, rows)
                });
                let names = statement.columns().iter().map(|column| column.name().to_owned()).collect();
                (names, rows.iter().map(|row| (0..row.len()).map(|at| of_postgres(row, at)).collect()).collect())
            }
        }
    }

    pub(crate) fn count(&self, text: &str, values: &[Val]) -> i64 {
        match self.query(text, values).1[0][0] {
            Val::Int(number) => number,
            ref other => panic!("{other:?} is no number"),
        }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        if let Self::Postgres { runtime, .. } = self {
            runtime.take().unwrap().shutdown_background();
        }
    }
}

/// Waits on a thread of its own: a test's task may not wait.
fn wait<T: Send>(runtime: &tokio::runtime::Runtime, doing: impl Future<Output = T> + Send) -> T {
    thread::scope(|scope| scope.spawn(|| runtime.block_on(doing)).join().unwrap())
}

fn cell(value: &Val) -> Cell {
    match value {
        Val::Int(number) => Cell::Integer(*number),
        Val::Text(text) => Cell::Text(text.clone()),
        Val::Bytes(bytes) => Cell::Blob(bytes.clone()),
        Val::Null => Cell::Null,
    }
}

fn val(cell: Cell) -> Val {
    match cell {
        Cell::Integer(number) => Val::Int(number),
        Cell::Text(text) => Val::Text(text),
        Cell::Blob(bytes) => Val::Bytes(bytes),
        Cell::Null => Val::Null,
        Cell::Real(_) => panic!("no column holds such numbers"),
    }
}

fn of_postgres(row: &tokio_postgres::Row, at: usize) -> Val {
    use tokio_postgres::types::Type;
    let kind = row.columns()[at].type_().clone();
    if kind == Type::INT8 {
        row.get::<_, Option<i64>>(at).map_or(Val::Null, Val::Int)
    } else if kind == Type::BYTEA {
        row.get::<_, Option<Vec<u8>>>(at).map_or(Val::Null, Val::Bytes)
    } else {
        row.get::<_, Option<String>>(at).map_or(Val::Null, Val::Text)
    }
}

impl tokio_postgres::types::ToSql for Val {
    fn to_sql(
        &self,
        kind: &tokio_postgres::types::Type,
        out: &mut bytes::BytesMut,
    ) -> Result<tokio_postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Int(number) if *kind == tokio_postgres::types::Type::INT8 => number.to_sql(kind, out),
            Self::Text(text) if *kind == tokio_postgres::types::Type::TEXT => text.to_sql(kind, out),
            Self::Bytes(bytes) if *kind == tokio_postgres::types::Type::BYTEA => bytes.to_sql(kind, out),
            Self::Null => Ok(tokio_postgres::types::IsNull::Yes),
            _ => Err("the column has another type".into()),
        }
    }

    fn accepts(_: &tokio_postgres::types::Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}
