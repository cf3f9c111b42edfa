//! One connection to PostgreSQL, with the calls that [`crate::engine::Conn`] makes.

use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::{Pin, pin},
    sync::Arc,
    task::Poll,
};

use bytes::BytesMut;
use deadpool_postgres::{Client, Object};
use futures_util::StreamExt as _;
use tokio_postgres::{
    Error, Statement as Prepared,
    types::{IsNull, ToSql, Type, to_sql_checked},
};

use super::{Patience, Server, fault};
use crate::{
    engine::{Row, Shaped, Statement, Value},
    errors::Fault,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// No transaction.
    Nothing,
    Transaction,
    /// A transaction in which something failed; it can only be undone.
    Failed,
}

/// One connection. Outside a transaction, what only reads survives that the connection dies: another takes its place.
pub(crate) struct Pg {
    server: Arc<Server>,
    client: RefCell<Option<Client>>,
    within: Cell<Within>,
    begin: &'static str,
}

/// How transactions of the data begin: what they are sure of is said in their statements.
const COMMITTED: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// How transactions of the keystore begin, which are few and look at more than they change.
const SERIALIZABLE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";

impl Pg {
    pub(crate) fn data(server: Arc<Server>) -> Self {
        Self::new(server, COMMITTED)
    }

    pub(crate) fn keystore(server: Arc<Server>) -> Self {
        Self::new(server, SERIALIZABLE)
    }

    fn new(server: Arc<Server>, begin: &'static str) -> Self {
        Self { server, client: RefCell::default(), within: Cell::new(Within::Nothing), begin }
    }

    /// Does something with a client that is alive.
    fn with<T, E>(
        &self,
        doing: impl AsyncFnOnce(&Client) -> Result<T, E>,
        fault: impl FnOnce(E) -> Fault,
    ) -> Result<T, Fault> {
        let mut slot = self.client.borrow_mut();
        if slot.as_ref().is_some_and(|client| client.is_closed()) {
            *slot = None;
        }
        let client = match (slot.take(), self.within.get()) {
            (Some(client), _) => client,
            (None, Within::Nothing) => self.server.client()?,
            (None, _) => return Err(Fault::Lost("the connection to the database broke off".to_owned())),
        };
        let outcome = self.server.wait(doing(&client))?;
        *slot = Some(client);
        outcome.map_err(|error| {
            if self.within.get() == Within::Transaction {
                self.within.set(Within::Failed);
            }
            fault(error)
        })
    }

    /// The same for what may be done twice: outside a transaction a connection that died is replaced.
    fn again<T>(&self, doing: impl AsyncFn(&Client) -> Result<T, Error>) -> Result<T, Fault> {
        let mut patience = Patience::new(&*self.server.random);
        loop {
            match self.with(&doing, |error| fault(&error)) {
                Err(Fault::Lost(_)) if self.within.get() == Within::Nothing => match patience.next() {
                    Some(pause) => self.server.pause(pause),
                    None => return Err(Fault::Lost("the database does not answer".to_owned())),
                },
                outcome => return outcome,
            }
        }
    }

    pub(crate) fn run(&self, text: &'static str, values: &[Value<'_>]) -> Result<u64, Fault> {
        let doing = async |client: &Client| {
            let statement = client.prepare_cached(text).await?;
            client.execute_raw(&statement, values).await
        };
        self.with(doing, |error| fault(&error))
    }

    /// All statements travel together; their answers come back in order.
    pub(crate) fn run_all(&self, statements: &[Statement<'_>]) -> Result<Vec<u64>, Fault> {
        let doing = async |client: &Client| {
            let prepared = prepare(client, statements.iter().map(|statement| statement.text)).await?;
            let calls = statements.iter().zip(&prepared);
            together(calls.map(|(statement, prepared)| client.execute_raw(prepared, &statement.values)).collect())
                .await
        };
        self.with(doing, |error| fault(&error))
    }

    pub(crate) fn each(
        &self,
        text: &'static str,
        values: &[Value<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let start = async |client: &Client| {
            let statement = client.prepare_cached(text).await?;
            client.query_raw(&statement, values).await
        };
        let mut rows = pin!(self.again(start)?);
        // Between two rows we are outside the driver: `each` may ask the keystore.
        while let Some(row) = self.server.wait(rows.next())? {
            let row = row.map_err(|error| {
                if self.within.get() == Within::Transaction {
                    self.within.set(Within::Failed);
                }
                fault(&error)
            })?;
            each(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub(crate) fn all<T>(
        &self,
        text: &'static str,
        values: &[Value<'_>],
        mut row: impl FnMut(&Row<'_>) -> Shaped<T>,
    ) -> Result<Vec<T>, Fault> {
        let found = self.again(async |client: &Client| query(client, text, values).await)?;
        Ok(found.iter().map(|found| row(&Row::Postgres(found))).collect::<Shaped<Vec<T>>>()?)
    }

    pub(crate) fn one_each<T>(
        &self,
        text: &'static str,
        values: &[Vec<Value<'_>>],
        mut row: impl FnMut(&Row<'_>) -> Shaped<T>,
    ) -> Result<Vec<Option<T>>, Fault> {
        if values.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.again(async |client: &Client| {
            let statement = client.prepare_cached(text).await?;
            together(values.iter().map(|values| rows(client, &statement, values)).collect()).await
        })?;
        let first =
            |found: &Vec<tokio_postgres::Row>| found.first().map(|found| row(&Row::Postgres(found))).transpose();
        Ok(found.iter().map(first).collect::<Shaped<Vec<Option<T>>>>()?)
    }

    pub(crate) fn script(&self, text: &str) -> Result<(), Fault> {
        self.with(async |client: &Client| client.batch_execute(text).await, |error| fault(&error))
    }

    pub(crate) fn begin(&self) -> Result<(), Fault> {
        self.start(self.begin)
    }

    pub(crate) fn begin_reading(&self) -> Result<(), Fault> {
        self.start("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    fn start(&self, text: &'static str) -> Result<(), Fault> {
        self.again(async |client: &Client| client.batch_execute(text).await)?;
        self.within.set(Within::Transaction);
        Ok(())
    }

    /// A failure of anything but the statement itself leaves open whether it was kept.
    pub(crate) fn commit(&self) -> Result<(), Fault> {
        if self.within.get() != Within::Transaction {
            return Err(Fault::Failed("the transaction had failed and cannot be kept".to_owned()));
        }
        let unsure = |error: Error| match fault(&error) {
            overtaken @ Fault::Overtaken => overtaken,
            other => Fault::Unsure(other.why()),
        };
        let outcome = self.with(async |client: &Client| client.batch_execute("COMMIT").await, unsure);
        if outcome.is_ok() {
            self.within.set(Within::Nothing);
        } else {
            self.discard();
        }
        match outcome {
            // The connection was gone before the commit was sent, or broke while it was: nobody knows.
            Err(Fault::Lost(why)) => Err(Fault::Unsure(why)),
            other => other,
        }
    }

    pub(crate) fn roll_back(&self) {
        if self.within.get() != Within::Nothing && self.script("ROLLBACK").is_ok() {
            self.within.set(Within::Nothing);
        } else {
            self.discard();
        }
    }

    /// Closes the connection; with it ends whatever it was in.
    fn discard(&self) {
        if let Some(client) = self.client.borrow_mut().take() {
            drop(Object::take(client));
        }
        self.within.set(Within::Nothing);
    }

    pub(crate) fn is_idle(&self) -> bool {
        self.within.get() == Within::Nothing
    }
}

impl Drop for Pg {
    fn drop(&mut self) {
        if self.within.get() != Within::Nothing {
            self.discard();
        }
    }
}

async fn prepare(client: &Client, texts: impl Iterator<Item = &'static str>) -> Result<Vec<Prepared>, Error> {
    let mut prepared = Vec::new();
    for text in texts {
        prepared.push(client.prepare_cached(text).await?);
    }
    Ok(prepared)
}

async fn query(client: &Client, text: &str, values: &[Value<'_>]) -> Result<Vec<tokio_postgres::Row>, Error> {
    let statement = client.prepare_cached(text).await?;
    rows(client, &statement, values).await
}

async fn rows(
    client: &Client,
    statement: &Prepared,
    values: &[Value<'_>],
) -> Result<Vec<tokio_postgres::Row>, Error> {
    let mut found = pin!(client.query_raw(statement, values).await?);
    let mut rows = Vec::new();
    while let Some(row) = found.next().await {
        rows.push(row?);
    }
    Ok(rows)
}

/// Sends all calls in order, then takes their answers in order; the first failure is the outcome.
async fn together<T, F: Future<Output = Result<T, Error>>>(calls: Vec<F>) -> Result<Vec<T>, Error> {
    let mut calls: Vec<(Pin<Box<F>>, _)> = calls.into_iter().map(|call| (Box::pin(call), None)).collect();
    // The driver sends a request when its future is first asked.
    poll_fn(|context| {
        for (call, answer) in &mut calls {
            if let Poll::Ready(ready) = call.as_mut().poll(context) {
                *answer = Some(ready);
            }
        }
        Poll::Ready(())
    })
    .await;
    let mut answers = Vec::with_capacity(calls.len());
    let mut failed = None;
    for (call, answer) in calls {
        let answer = match answer {
            Some(answer) => answer,
            None => call.await,
        };
        match answer {
            Ok(answer) => answers.push(answer),
            // To the end, so that nothing of this is still on its way when the next is sent.
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    failed.map_or(Ok(answers), Err)
}

impl ToSql for Value<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Nothing => Ok(IsNull::Yes),
            other => other.bytes().unwrap_or_default().to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}
