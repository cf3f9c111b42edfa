//! What goes into a statement and comes out of a row, the same for both engines.

use uuid::Uuid;

use crate::errors::Fault;

/// A value of a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
    Id(Uuid),
    Hash([u8; 32]),
    /// Bytes made for this statement.
    Made(Vec<u8>),
    /// No bytes, for a column that may be empty.
    Nothing,
}

impl Value<'_> {
    /// What it is in bytes, unless it is a number, a text or nothing.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Id(id) => Some(id.as_bytes()),
            Self::Hash(hash) => Some(hash),
            Self::Made(bytes) => Some(bytes),
            Self::Int(_) | Self::Text(_) | Self::Nothing => None,
        }
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u16> for Value<'_> {
    fn from(number: u16) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<Uuid> for Value<'_> {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl From<Option<Uuid>> for Value<'_> {
    fn from(id: Option<Uuid>) -> Self {
        id.map_or(Self::Nothing, Self::Id)
    }
}

impl From<[u8; 32]> for Value<'_> {
    fn from(hash: [u8; 32]) -> Self {
        Self::Hash(hash)
    }
}

impl From<Vec<u8>> for Value<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Made(bytes)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

/// The values of a statement, in order.
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$($crate::engine::Value::from($value)),*] };
}
pub(crate) use values;

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::ValueRef;
        let value = match self {
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Nothing => ValueRef::Null,
            other => ValueRef::Blob(other.bytes().unwrap_or_default()),
        };
        Ok(rusqlite::types::ToSqlOutput::Borrowed(value))
    }
}

/// A row that does not have the form it was written in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Misshapen;

impl From<Misshapen> for Fault {
    fn from(_: Misshapen) -> Self {
        Self::Failed("a row of the database does not have the form it was written in".to_owned())
    }
}

/// A row that may be misshapen: damage is to be reported, not to stop the checking.
pub(crate) type Shaped<T> = Result<T, Misshapen>;

/// A row of either engine.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// What a column can be read as.
pub(crate) trait Column: Sized {
    fn take(row: &Row<'_>, column: usize) -> Shaped<Self>;
}

macro_rules! columns {
    ($($kind:ty),*) => {
        $(impl Column for $kind {
            fn take(row: &Row<'_>, column: usize) -> Shaped<Self> {
                match row {
                    Row::Sqlite(row) => row.get(column).map_err(|_| Misshapen),
                    Row::Postgres(row) => row.try_get(column).map_err(|_| Misshapen),
                }
            }
        })*
    };
}

columns!(i64, String, Vec<u8>, Option<Vec<u8>>);

impl Column for u16 {
    fn take(row: &Row<'_>, column: usize) -> Shaped<Self> {
        Self::try_from(row.get::<i64>(column)?).map_err(|_| Misshapen)
    }
}

impl<const N: usize> Column for [u8; N] {
    fn take(row: &Row<'_>, column: usize) -> Shaped<Self> {
        row.get::<Vec<u8>>(column)?.try_into().map_err(|_| Misshapen)
    }
}

impl Row<'_> {
    pub(crate) fn get<T: Column>(&self, column: usize) -> Shaped<T> {
        T::take(self, column)
    }

    /// A count or place; never negative.
    pub(crate) fn number(&self, column: usize) -> Shaped<u64> {
        u64::try_from(self.get::<i64>(column)?).map_err(|_| Misshapen)
    }

    pub(crate) fn id(&self, column: usize) -> Shaped<Uuid> {
        self.get(column).map(Uuid::from_bytes)
    }

    /// An id that may be missing.
    pub(crate) fn maybe_id(&self, column: usize) -> Shaped<Option<Uuid>> {
        self.get::<Option<Vec<u8>>>(column)?.map(|id| Uuid::from_slice(&id).map_err(|_| Misshapen)).transpose()
    }
}
