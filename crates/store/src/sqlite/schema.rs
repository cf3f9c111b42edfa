//! The tables of the SQLite engine. Only this file differs from the PostgreSQL engine's tables.
//!
//! Primary keys lead with the stream id (or the id of what a row belongs to), nothing counts by
//! sequence and nothing relies on SQLite's row numbers.

/// Format of the database; a newer one is refused.
pub(crate) const FORMAT: i64 = 1;

/// `event.ciphertext` may be empty one day: a text recorded in the wrong case is removed that way,
/// and the chain, which covers the commitment, still verifies.
pub(crate) const TABLES: &str = "
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE event (
  stream_id BLOB NOT NULL, stream_kind INTEGER NOT NULL, seq INTEGER NOT NULL,
  tag TEXT NOT NULL, version INTEGER NOT NULL, class INTEGER NOT NULL, at_micros INTEGER NOT NULL,
  key_id BLOB NOT NULL, ciphertext BLOB, commitment BLOB NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (stream_id, stream_kind, seq)
) STRICT;
CREATE TABLE stream (
  id BLOB NOT NULL, kind INTEGER NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (id, kind)
) STRICT;
CREATE TABLE server (
  id BLOB NOT NULL PRIMARY KEY, public_key BLOB NOT NULL, started_micros INTEGER NOT NULL,
  certificate BLOB NOT NULL, linked INTEGER NOT NULL
) STRICT;
CREATE TABLE heads (
  server BLOB NOT NULL, n INTEGER NOT NULL, at_micros INTEGER NOT NULL, body BLOB NOT NULL,
  signature BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (server, n)
) STRICT;
CREATE TABLE access (
  server BLOB NOT NULL, n INTEGER NOT NULL, at_micros INTEGER NOT NULL, who BLOB NOT NULL,
  stream_kind INTEGER NOT NULL, stream_id BLOB NOT NULL, view TEXT NOT NULL, purpose TEXT NOT NULL,
  outcome INTEGER NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (server, n)
) STRICT;
CREATE INDEX access_by_stream ON access (stream_id, at_micros);
CREATE INDEX access_by_account ON access (who, at_micros);
CREATE TABLE draft (
  owner BLOB NOT NULL, key BLOB NOT NULL, case_id BLOB, version INTEGER NOT NULL,
  at_micros INTEGER NOT NULL, key_id BLOB NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (owner, key)
) STRICT;
CREATE TABLE session (
  token_hash BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL, expires_micros INTEGER NOT NULL,
  ciphertext BLOB NOT NULL
) STRICT;
CREATE INDEX session_by_account ON session (account);
CREATE TABLE card (
  id BLOB NOT NULL, kind TEXT NOT NULL, head INTEGER NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (id, kind)
) STRICT;
CREATE INDEX card_by_kind ON card (kind, id);
CREATE TABLE allocation (
  case_id BLOB NOT NULL, account BLOB NOT NULL, relation TEXT NOT NULL,
  PRIMARY KEY (case_id, account)
) STRICT;
CREATE INDEX allocation_by_account ON allocation (account, case_id);
";

/// Tables that came later; made wherever they are missing.
pub(crate) const ADDED: &str = "
CREATE TABLE IF NOT EXISTS file (
  case_id BLOB NOT NULL, address BLOB NOT NULL, blob BLOB NOT NULL, class INTEGER NOT NULL, pieces INTEGER NOT NULL,
  keep_until INTEGER NOT NULL, key_id BLOB NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (case_id, address)
) STRICT;
CREATE TABLE IF NOT EXISTS piece (
  case_id BLOB NOT NULL, blob BLOB NOT NULL, n INTEGER NOT NULL, class INTEGER NOT NULL, at_micros INTEGER NOT NULL,
  key_id BLOB NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (case_id, blob, n)
) STRICT;
CREATE TABLE IF NOT EXISTS person (
  case_id BLOB NOT NULL, person BLOB NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS person_token (
  case_id BLOB NOT NULL, person BLOB NOT NULL, token INTEGER NOT NULL,
  PRIMARY KEY (case_id, person, token)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_by_token ON person_token (token, case_id, person);
CREATE TABLE IF NOT EXISTS resealed (
  stream_id BLOB NOT NULL, stream_kind INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (stream_id, stream_kind)
) STRICT;
";
