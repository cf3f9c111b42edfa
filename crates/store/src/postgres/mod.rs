//! The PostgreSQL engine: connections, and what PostgreSQL's errors mean.
//!
//! The driver is asynchronous and the store's readers and writer are threads that may wait; the driver's own tasks run
//! on a runtime of their own, so that no command needs one of a certain kind.

mod conn;
pub(crate) mod open;
mod patience;
mod url;

use std::{future::Future, sync::Arc, time::Duration};

use deadpool_postgres::{Client, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime as Timers};
use rustls::pki_types::{CertificateDer, pem::PemObject as _};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{NoTls, config::SslMode, error::SqlState};
use tokio_postgres_rustls::MakeRustlsConnect;

pub(crate) use conn::Pg;
pub(crate) use patience::Patience;
pub use url::{Database, DatabaseError};

use crate::{errors::Fault, options::Random};

/// So many connections at once: the readers, the writer and one to spare.
const CONNECTIONS: usize = 16;
/// How many readings run at once; more wait.
pub(crate) const READERS: usize = 12;
/// How long a reading waits for a connection that is free.
const WAITING: Duration = Duration::from_secs(10);

/// One database and its connections.
pub(crate) struct Server {
    runtime: Option<Runtime>,
    pool: Pool,
    pub(crate) random: Arc<dyn Random>,
}

impl Server {
    /// `schema` is where its tables are; connects when first asked.
    pub(crate) fn new(database: &Database, schema: &str, random: Arc<dyn Random>) -> Result<Arc<Self>, String> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("postgres")
            .enable_all()
            .build()
            .map_err(|why| why.to_string())?;
        let mut config = database.config.clone();
        let options = config.get_options().map(|said| format!("{said} ")).unwrap_or_default();
        config.options(format!("{options}-c search_path={schema}"));
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = if config.get_ssl_mode() == SslMode::Disable {
            Manager::from_config(config, NoTls, recycling)
        } else {
            Manager::from_config(config, tls(database)?, recycling)
        };
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .runtime(Timers::Tokio1)
            .wait_timeout(Some(WAITING))
            .create_timeout(Some(WAITING))
            .build()
            .map_err(|why| why.to_string())?;
        Ok(Arc::new(Self { runtime: Some(runtime), pool, random }))
    }

    /// Waits for what the driver does. Never called from a task.
    fn wait<T>(&self, doing: impl Future<Output = T>) -> Result<T, Fault> {
        match &self.runtime {
            Some(runtime) => Ok(runtime.handle().block_on(doing)),
            None => Err(Fault::Failed("the connection to the database is being closed".to_owned())),
        }
    }

    fn client(&self) -> Result<Client, Fault> {
        self.wait(self.pool.get())?.map_err(|why| match why {
            deadpool_postgres::PoolError::Backend(error) => fault(&error),
            other => Fault::Lost(other.to_string()),
        })
    }

    /// Waits before trying again.
    pub(crate) fn pause(&self, pause: Duration) {
        let _closing = self.wait(async { tokio::time::sleep(pause).await });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // May happen on a task, where waiting is not allowed.
            runtime.shutdown_background();
        }
    }
}

fn tls(database: &Database) -> Result<MakeRustlsConnect, String> {
    let path = database.roots.as_ref().ok_or("sslrootcert is missing")?;
    let unreadable = |why: String| format!("the certificates in {} cannot be read: {why}", path.display());
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|why| unreadable(why.to_string()))? {
        let certificate = certificate.map_err(|why| unreadable(why.to_string()))?;
        roots.add(certificate).map_err(|why| unreadable(why.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unreadable("there are none".to_owned()));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|why| why.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// What a failure of PostgreSQL means. Only the message goes on: its details may quote a row.
pub(crate) fn fault(error: &tokio_postgres::Error) -> Fault {
    let Some(said) = error.as_db_error() else {
        let mut why = error.to_string();
        let mut cause = std::error::Error::source(error);
        while let Some(next) = cause {
            why = format!("{why}: {next}");
            cause = next.source();
        }
        return Fault::Lost(why);
    };
    let why = format!("{} ({})", said.message(), said.code().code());
    match said.code() {
        // A row with that key came in between; see `Planned::must`.
        &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED | &SqlState::UNIQUE_VIOLATION => {
            Fault::Overtaken
        }
        &SqlState::DISK_FULL => Fault::Full,
        &SqlState::LOCK_NOT_AVAILABLE => Fault::Busy,
        &SqlState::READ_ONLY_SQL_TRANSACTION | &SqlState::INSUFFICIENT_PRIVILEGE => Fault::ReadOnly(why),
        &SqlState::ADMIN_SHUTDOWN
        | &SqlState::CRASH_SHUTDOWN
        | &SqlState::CANNOT_CONNECT_NOW
        | &SqlState::TOO_MANY_CONNECTIONS
        | &SqlState::QUERY_CANCELED
        | &SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => Fault::Lost(why),
        code if code.code().starts_with("08") => Fault::Lost(why),
        _ => Fault::Failed(why),
    }
}
