//! The address of a PostgreSQL database: what `--database` takes, and what is asked of a connection.

use std::{fmt, path::PathBuf, str::FromStr, time::Duration};

use tokio_postgres::config::{Host, SslMode};

/// Why an address of a database cannot be used. Never with the password in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The address of the database cannot be used: {why}. It looks like \
     postgres://USER@HOST/DATABASE?sslrootcert=/path/to/ca.pem"
)]
pub struct DatabaseError {
    why: String,
}

/// A PostgreSQL database and the schema in it; parsed from `postgres://user@host/database?…`.
///
/// Besides the driver's own parameters: `schema` (default `holdfast`), and `sslrootcert`, the certificates that
/// the server's must come from. To another machine the connection is encrypted and checked unless `sslmode=disable`
/// says otherwise.
#[derive(Clone)]
pub struct Database {
    pub(crate) config: tokio_postgres::Config,
    pub(crate) roots: Option<PathBuf>,
    pub(crate) schema: String,
}

/// How long to wait for a connection.
const CONNECTING: Duration = Duration::from_secs(5);
/// After so long without an answer from the other machine a connection counts as dead.
const SILENT: Duration = Duration::from_secs(15);

impl Database {
    /// Where it is, for people and messages; without user and password.
    #[must_use]
    pub fn label(&self) -> String {
        let host = match self.config.get_hosts().first() {
            Some(Host::Tcp(host)) => host.clone(),
            #[cfg(unix)]
            Some(Host::Unix(path)) => path.display().to_string(),
            None => String::new(),
        };
        let name = self.config.get_dbname().unwrap_or_default();
        format!("postgres://{host}/{name}?schema={}", self.schema)
    }

    /// The schema that holds the wrapped keys.
    pub(crate) fn keys_schema(&self) -> String {
        format!("{}_keys", self.schema)
    }

    /// Whether every host is on this machine.
    fn is_local(&self) -> bool {
        self.config.get_hosts().iter().all(|host| match host {
            Host::Tcp(name) => {
                name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
            }
            #[cfg(unix)]
            Host::Unix(_) => true,
        })
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({})", self.label())
    }
}

/// A name that needs no quoting, so that it can stand in a statement.
fn is_name(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && text.bytes().next().is_some_and(|b| b.is_ascii_lowercase())
}

impl FromStr for Database {
    type Err = DatabaseError;

    fn from_str(text: &str) -> Result<Self, DatabaseError> {
        let wrong = |why: &str| DatabaseError { why: why.to_owned() };
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(wrong("it does not begin with postgres://"));
        }
        let (address, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut roots, mut schema, mut mode) = (None, "holdfast".to_owned(), None);
        let mut others = form_urlencoded::Serializer::new(String::new());
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "schema" => schema = value.into_owned(),
                "sslrootcert" => roots = Some(PathBuf::from(value.into_owned())),
                "sslmode" => mode = Some(value.into_owned()),
                _ => {
                    others.append_pair(&name, &value);
                }
            }
        }
        if !is_name(&schema) {
            return Err(wrong("a schema is named with small letters, digits and _, and begins with a letter"));
        }
        // The driver takes %20, not +.
        let others = others.finish().replace('+', "%20");
        let address = if others.is_empty() { address.to_owned() } else { format!("{address}?{others}") };
        let mut config: tokio_postgres::Config = address.parse().map_err(|_| {
            // The driver's own words may repeat the password.
            wrong("user, host, port, database or a parameter cannot be read")
        })?;
        if config.get_hosts().is_empty() || config.get_dbname().is_none() {
            return Err(wrong("it must name a host and a database"));
        }
        config.application_name("holdfast").connect_timeout(CONNECTING);
        config.keepalives_idle(SILENT).keepalives_interval(Duration::from_secs(5)).keepalives_retries(3);
        config.tcp_user_timeout(SILENT);
        let mut database = Self { config, roots, schema };
        let mode = match mode.as_deref() {
            Some("disable") => SslMode::Disable,
            Some("require" | "verify-ca" | "verify-full") => SslMode::Require,
            None | Some("prefer") if database.is_local() && database.roots.is_none() => SslMode::Disable,
            None | Some("prefer") => SslMode::Require,
            Some(_) => return Err(wrong("sslmode is one of disable, require, verify-full")),
        };
        if mode == SslMode::Require && database.roots.is_none() {
            return Err(wrong(
                "the database is on another machine, so the connection is encrypted: name the file with the \
                 certificates that its certificate comes from as sslrootcert (or, inside a tunnel, sslmode=disable)",
            ));
        }
        database.config.ssl_mode(mode);
        Ok(database)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_machine_is_reached_encrypted_or_not_at_all() {
        let mode = |text: &str| text.parse::<Database>().map(|database| database.config.get_ssl_mode());
        assert_eq!(mode("postgres://hf@localhost/care"), Ok(SslMode::Disable));
        assert_eq!(mode("postgres://hf@/care?host=/run/postgresql"), Ok(SslMode::Disable));
        assert_eq!(mode("postgres://hf@db.example/care?sslrootcert=/etc/ca.pem"), Ok(SslMode::Require));
        assert_eq!(mode("postgres://hf@db.example/care?sslmode=disable"), Ok(SslMode::Disable));
        assert!(mode("postgres://hf@db.example/care").unwrap_err().to_string().contains("sslrootcert"));
        assert!(mode("postgres://hf@db.example/care?sslmode=prefer").is_err(), "no falling back to clear text");
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for text in [
            "mysql://hf:geheim@localhost/care",
            "postgres://hf:geheim@localhost:port/care",
            "postgres://hf:geheim@localhost",
            "postgres://hf:geheim@localhost/care?schema=Drop%20table",
            "postgres://hf:geheim@localhost/care?nonsense=1",
        ] {
            let why = text.parse::<Database>().unwrap_err().to_string();
            assert!(!why.contains("geheim"), "{why}");
        }
        let good: Database = "postgres://hf:geheim@localhost/care?schema=north&connect_timeout=3".parse().unwrap();
        assert_eq!(good.schema, "north");
        assert!(!format!("{good:?} {}", good.label()).contains("geheim"));
    }
}
