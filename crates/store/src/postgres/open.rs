//! Opening and making a store on PostgreSQL: its schema, and the schema of its keys.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use uuid::Uuid;

use super::{Pg, Server};
use crate::{
    engine::{Conn, Engine, meta, values},
    errors::{Fault, OpenError},
    keys::{Keys, unlock},
    options::{Databases, OpenOptions, Random, random},
    sqlite::open_fault,
};

/// Whether there is a table of this name.
const THERE: &str = "SELECT CASE WHEN to_regclass($1) IS NULL THEN 0::bigint ELSE 1::bigint END";
/// Settings on which what is acknowledged depends.
const DURABLE: &str = "SELECT current_setting('fsync'), current_setting('full_page_writes'), \
                       current_setting('synchronous_commit')";
/// Servers that start together make tables one after the other.
const ALONE: &str = "SELECT pg_advisory_xact_lock(4702394921427289928)";

/// Only one makes a store at a time.
const CREATING: &str = "SELECT pg_advisory_lock(4702394921427289929)";
const CREATED: &str = "SELECT pg_advisory_unlock(4702394921427289929)";

/// Opens the store in a database, or makes it.
pub(crate) fn open(options: &OpenOptions, databases: &Databases) -> Result<(Engine, Conn, Keys), OpenError> {
    let label = options.place.label();
    let failed = |why: String| OpenError::Failed { dir: label.clone(), why };
    let Databases { data, keystore } = databases;
    let keystore = keystore.as_ref().unwrap_or(data);
    let (schema, keys_schema) = (data.schema.clone(), keystore.keys_schema());
    let server = Server::new(data, &schema, options.random.clone()).map_err(failed)?;
    let keys_server = Server::new(keystore, &keys_schema, options.random.clone()).map_err(failed)?;
    let conn = Conn::Postgres(Pg::data(server.clone()));
    let keys_conn = Conn::Postgres(Pg::keystore(keys_server));
    let opening = |fault: Fault| open_fault(&label, &fault);
    durable(&label, &conn)?;
    let there = |conn: &Conn, schema: &str| there(conn, schema).map_err(opening);
    let keys_place = keystore.label().replace(&format!("schema={schema}"), &format!("schema={keys_schema}"));
    let amiss = |why: &str| OpenError::Keystore { path: keys_place.clone().into(), why: why.to_owned() };
    if options.create {
        // Released with the connection; the second of two finds what the first has made.
        conn.script(CREATING).map_err(opening)?;
    }
    let (has_data, has_keys) = (there(&conn, &schema)?, there(&keys_conn, &keys_schema)?);
    let keys = if options.create {
        if has_data {
            conn.script(CREATED).map_err(opening)?;
            return Err(OpenError::AlreadyExists { dir: label });
        }
        if has_keys {
            conn.script(CREATED).map_err(opening)?;
            return Err(amiss(
                "is there without the records. If making the store was interrupted before anything was recorded, drop \
                 that schema and start again; otherwise restore the records from a backup.",
            ));
        }
        let instance = Uuid::from_bytes(random(&*options.random));
        let keys = unlock::create(options, instance, || {
            keys_conn.script(&format!("CREATE SCHEMA IF NOT EXISTS {keys_schema}")).map_err(opening)?;
            Ok(keys_conn)
        })?;
        conn.script(&format!("CREATE SCHEMA IF NOT EXISTS {schema}")).map_err(opening)?;
        meta::fill(&conn, instance).map_err(opening)?;
        conn.script(CREATED).map_err(opening)?;
        keys
    } else {
        if !has_data {
            return Err(OpenError::NotAStore { dir: label });
        }
        let instance = meta::described(&label, &label, &conn)?;
        if !has_keys {
            return Err(amiss(
                "is missing. The records cannot be read without it: restore it from its own backup.",
            ));
        }
        let keys = unlock::open(options, keys_conn, Path::new(&keys_place), instance)?;
        let tidied = || {
            let tx = conn.write()?;
            conn.script(ALONE)?;
            meta::tidy(&conn, &keys, options.clock.now_micros())?;
            tx.commit()
        };
        tidied().map_err(opening)?;
        keys
    };
    Ok((Engine::Postgres(server), conn, keys))
}

/// Whether a schema has the tables of a store, or of its keys.
fn there(conn: &Conn, schema: &str) -> Result<bool, Fault> {
    let name = format!("{schema}.meta");
    Ok(conn.one(THERE, &values![name.as_str()], |row| row.number(0))? == Some(1))
}

/// Whether there is a store in a database.
pub(crate) fn exists(databases: &Databases, source: Arc<dyn Random>) -> Result<bool, OpenError> {
    let label: PathBuf = databases.data.label().into();
    let server = Server::new(&databases.data, &databases.data.schema, source)
        .map_err(|why| OpenError::Failed { dir: label.clone(), why })?;
    there(&Conn::Postgres(Pg::data(server)), &databases.data.schema).map_err(|fault| open_fault(&label, &fault))
}

/// The two schemas of a store, connected.
pub(crate) struct Connected {
    pub(crate) data: Conn,
    pub(crate) keys: Conn,
    schema: String,
    keys_schema: String,
}

/// Connects to where a store is to be.
pub(crate) fn connect(databases: &Databases, source: &Arc<dyn Random>) -> Result<Connected, String> {
    let data = &databases.data;
    let keystore = databases.keystore.as_ref().unwrap_or(data);
    let (schema, keys_schema) = (data.schema.clone(), keystore.keys_schema());
    let conn = Conn::Postgres(Pg::data(Server::new(data, &schema, source.clone())?));
    let keys = Conn::Postgres(Pg::keystore(Server::new(keystore, &keys_schema, source.clone())?));
    Ok(Connected { data: conn, keys, schema, keys_schema })
}

impl Connected {
    /// Whether there are records, and keys.
    pub(crate) fn there(&self) -> Result<(bool, bool), Fault> {
        Ok((there(&self.data, &self.schema)?, there(&self.keys, &self.keys_schema)?))
    }

    pub(crate) fn make_schemas(&self) -> Result<(), Fault> {
        self.data.script(&format!("CREATE SCHEMA IF NOT EXISTS {}", self.schema))?;
        self.keys.script(&format!("CREATE SCHEMA IF NOT EXISTS {}", self.keys_schema))
    }
}

/// Refuses a database that forgets what it acknowledged.
fn durable(label: &Path, conn: &Conn) -> Result<(), OpenError> {
    let found = conn
        .one(DURABLE, &[], |row| Ok([row.get::<String>(0)?, row.get(1)?, row.get(2)?]))
        .map_err(|fault| open_fault(label, &fault))?;
    let off = found.iter().flatten().any(|setting| setting == "off");
    if off {
        return Err(OpenError::NotDurable { dir: label.to_owned() });
    }
    Ok(())
}

/// The connection that writes.
pub(crate) fn for_writing(server: &Arc<Server>) -> Result<Conn, Fault> {
    Ok(Conn::Postgres(Pg::data(server.clone())))
}

/// Lets the database reuse the room of what was deleted.
pub(crate) fn vacuum(conn: &Conn) {
    let _later_by_itself = conn.script("VACUUM card, person, person_token, allocation, draft, piece, file");
}
