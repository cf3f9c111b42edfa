//! Every statement on the data, in the one text that SQLite and PostgreSQL both take.
//!
//! Parameters appear for the first time in ascending order: SQLite numbers `$n` by appearance,
//! PostgreSQL by name, and only so do both mean the same. A test holds this.

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $text;)*
        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

statements! {
    META_PUT = "INSERT INTO meta (name, value) VALUES ($1, $2)";
    META_GET = "SELECT value FROM meta WHERE name = $1";

    HEAD = "SELECT seq, chain FROM stream WHERE id = $1 AND kind = $2";
    HEAD_NEW = "INSERT INTO stream (id, kind, seq, chain) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    /// The one place where a head moves: nobody overtakes anybody.
    HEAD_MOVE = "UPDATE stream SET seq = $1, chain = $2 WHERE id = $3 AND kind = $4 AND seq = $5";
    /// Changes nothing and keeps the row for this transaction.
    HEAD_HELD = "UPDATE stream SET seq = seq WHERE id = $1 AND kind = $2";
    EVENT_AGAIN = "UPDATE event SET key_id = $1, ciphertext = $2 WHERE stream_id = $3 AND stream_kind = $4 AND seq = $5 \
                   AND key_id = $6";
    /// A text that was recorded in the wrong case: its place stays, and its commitment.
    EVENT_EMPTIED = "UPDATE event SET ciphertext = NULL WHERE stream_id = $1 AND stream_kind = $2 AND seq = $3";
    DRAFT_AGAIN = "UPDATE draft SET key_id = $1, ciphertext = $2 WHERE owner = $3 AND key = $4 AND version = $5 \
                   AND key_id = $6";
    FILE_AGAIN = "UPDATE file SET key_id = $1, ciphertext = $2 WHERE case_id = $3 AND address = $4 AND key_id = $5";
    PIECE_AGAIN = "UPDATE piece SET key_id = $1, ciphertext = $2 WHERE case_id = $3 AND blob = $4 AND n = $5 \
                   AND key_id = $6";
    /// Rows of this stream were changed in place once more.
    RESEALED = "INSERT INTO resealed (stream_id, stream_kind, n) VALUES ($1, $2, $3) \
                ON CONFLICT (stream_id, stream_kind) DO UPDATE SET n = resealed.n + 1";
    EVENTS_SOME = "SELECT stream_id, stream_kind, seq, tag, version, class, at_micros, key_id, ciphertext, commitment, \
                   chain FROM event WHERE stream_id = $1 AND stream_kind = $2 AND seq > $3 ORDER BY seq LIMIT $4";
    PIECES_ALL = "SELECT case_id, blob, n, class, key_id FROM piece ORDER BY case_id, blob, n";
    KEYS_OF_EVENTS = "SELECT DISTINCT key_id FROM event WHERE ciphertext IS NOT NULL";
    KEYS_OF_DRAFTS = "SELECT DISTINCT key_id FROM draft WHERE version < $1";
    KEYS_OF_FILES = "SELECT DISTINCT key_id FROM file";
    KEYS_OF_PIECES = "SELECT DISTINCT key_id FROM piece";
    KEYS_OF_STREAM = "SELECT DISTINCT key_id FROM event WHERE stream_id = $1 AND stream_kind = $2 \
                      AND ciphertext IS NOT NULL";
    KEYS_OF_CASE_DRAFTS = "SELECT DISTINCT key_id FROM draft WHERE case_id = $1 AND version < $2";
    KEYS_OF_CASE_FILES = "SELECT DISTINCT key_id FROM file WHERE case_id = $1";
    KEYS_OF_CASE_PIECES = "SELECT DISTINCT key_id FROM piece WHERE case_id = $1";
    STREAMS = "SELECT id, seq FROM stream WHERE kind = $1 ORDER BY id";
    STREAMS_ALL = "SELECT id, kind, seq, chain FROM stream ORDER BY id, kind";
    EVENT_PUT = "INSERT INTO event (stream_id, stream_kind, seq, tag, version, class, at_micros, key_id, \
                 ciphertext, commitment, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    EVENTS = "SELECT stream_id, stream_kind, seq, tag, version, class, at_micros, key_id, ciphertext, \
              commitment, chain FROM event WHERE stream_id = $1 AND stream_kind = $2 AND seq > $3 ORDER BY seq";
    EVENTS_ALL = "SELECT stream_id, stream_kind, seq, tag, version, class, at_micros, key_id, ciphertext, \
                  commitment, chain FROM event ORDER BY stream_id, stream_kind, seq";

    SERVER_PUT = "INSERT INTO server (id, public_key, started_micros, certificate, linked) VALUES ($1, $2, $3, $4, 0)";
    SERVERS = "SELECT id, public_key, started_micros, certificate, linked FROM server ORDER BY id";
    SERVER_LINKED = "UPDATE server SET linked = $1 WHERE id = $2 AND linked < $3";
    HEADS_PUT = "INSERT INTO heads (server, n, at_micros, body, signature, hash) VALUES ($1, $2, $3, $4, $5, $6)";
    HEADS_ALL = "SELECT server, n, at_micros, body, signature, hash FROM heads ORDER BY server, n";
    HEADS_FIRST = "SELECT server, n, at_micros, body, signature, hash FROM heads WHERE n = 1 ORDER BY server";
    HEADS_LAST = "SELECT n, hash FROM heads WHERE server = $1 ORDER BY n DESC LIMIT 1";

    ACCESS_PUT = "INSERT INTO access (server, n, at_micros, who, stream_kind, stream_id, view, purpose, outcome, \
                  chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ACCESS_ALL = "SELECT server, n, at_micros, who, stream_kind, stream_id, view, purpose, outcome, chain \
                  FROM access ORDER BY server, n";
    ACCESS_SINCE = "SELECT server, n, at_micros, who, stream_kind, stream_id, view, purpose, outcome, chain \
                    FROM access WHERE at_micros >= $1 ORDER BY at_micros, server, n";
    ACCESS_WHO = "SELECT server, n, at_micros, who, stream_kind, stream_id, view, purpose, outcome, chain \
                  FROM access WHERE at_micros >= $1 AND who = $2 ORDER BY at_micros, server, n";
    ACCESS_STREAM = "SELECT server, n, at_micros, who, stream_kind, stream_id, view, purpose, outcome, chain \
                     FROM access WHERE at_micros >= $1 AND stream_id = $2 AND stream_kind = $3 \
                     ORDER BY at_micros, server, n";

    DRAFT_VERSION = "SELECT version FROM draft WHERE owner = $1 AND key = $2";
    DRAFT_PUT = "INSERT INTO draft (owner, key, case_id, version, at_micros, key_id, ciphertext) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (owner, key) DO UPDATE SET \
                 case_id = excluded.case_id, version = excluded.version, at_micros = excluded.at_micros, \
                 key_id = excluded.key_id, ciphertext = excluded.ciphertext WHERE draft.version < excluded.version";
    DRAFT_GET = "SELECT owner, key, case_id, version, at_micros, key_id, ciphertext FROM draft \
                 WHERE owner = $1 AND key = $2 AND version < $3";
    DRAFTS_OF = "SELECT owner, key, case_id, version, at_micros, key_id, ciphertext FROM draft \
                 WHERE owner = $1 AND version < $2 ORDER BY at_micros DESC, key";
    DRAFTS_ALL = "SELECT owner, key, case_id, version, at_micros, key_id, ciphertext FROM draft WHERE version < $1 \
                  ORDER BY owner, key";
    DRAFTS_ABOUT = "SELECT owner, key, case_id, version, at_micros, key_id, ciphertext FROM draft \
                    WHERE case_id = $1 AND version < $2 ORDER BY owner, key";
    DRAFT_GONE = "DELETE FROM draft WHERE owner = $1 AND key = $2";
    DRAFTS_FOR_GONE = "DELETE FROM draft WHERE case_id = $1";
    DRAFT_DONE = "INSERT INTO draft (owner, key, case_id, version, at_micros, key_id, ciphertext) \
                  VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (owner, key) DO UPDATE SET \
                  case_id = excluded.case_id, version = excluded.version, at_micros = excluded.at_micros, \
                  key_id = excluded.key_id, ciphertext = excluded.ciphertext";
    DRAFTS_SWEPT = "DELETE FROM draft WHERE version = $1 AND at_micros < $2";

    SESSION_PUT = "INSERT INTO session (token_hash, account, expires_micros, ciphertext) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (token_hash) DO UPDATE SET account = excluded.account, \
                   expires_micros = excluded.expires_micros, ciphertext = excluded.ciphertext";
    SESSION_NEW = "INSERT INTO session (token_hash, account, expires_micros, ciphertext) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT DO NOTHING";
    /// Only what was looked at is replaced: it may have ended, or been changed, on another server.
    SESSION_NEXT = "UPDATE session SET account = $1, expires_micros = $2, ciphertext = $3 WHERE token_hash = $4 \
                    AND ciphertext = $5";
    SESSION_GET = "SELECT token_hash, account, expires_micros, ciphertext FROM session WHERE token_hash = $1";
    SESSION_GONE = "DELETE FROM session WHERE token_hash = $1";
    SESSIONS_GONE = "DELETE FROM session WHERE account = $1";
    SESSIONS_SWEPT = "DELETE FROM session WHERE expires_micros <= $1";

    /// A piece lies under a random id: there already, it is this one, written before a connection broke off.
    PIECE_PUT = "INSERT INTO piece (case_id, blob, n, class, at_micros, key_id, ciphertext) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    PIECE_GET = "SELECT case_id, blob, class, n, at_micros, key_id, ciphertext FROM piece \
                 WHERE case_id = $1 AND blob = $2 AND n = $3";
    PIECES_LOOSE = "SELECT case_id, blob, n FROM piece WHERE NOT EXISTS (SELECT 1 FROM file \
                    WHERE file.case_id = piece.case_id AND file.blob = piece.blob) ORDER BY case_id, blob, n";
    PIECES_FOR_GONE = "DELETE FROM piece WHERE case_id = $1";
    FILES_FOR_GONE = "DELETE FROM file WHERE case_id = $1";
    PIECES_GONE = "DELETE FROM piece WHERE case_id = $1 AND blob = $2";
    /// Of a file that was there already.
    PIECES_TWICE = "DELETE FROM piece WHERE case_id = $1 AND blob = $2 AND NOT EXISTS (SELECT 1 FROM file \
                    WHERE file.case_id = piece.case_id AND file.blob = piece.blob)";
    PIECES_SWEPT = "DELETE FROM piece WHERE at_micros < $1 AND NOT EXISTS (SELECT 1 FROM file \
                    WHERE file.case_id = piece.case_id AND file.blob = piece.blob)";
    /// Of two uploads of the same file, the first is kept.
    FILE_PUT = "INSERT INTO file (case_id, address, blob, class, pieces, keep_until, key_id, ciphertext) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    FILE_LATER = "UPDATE file SET keep_until = $1 WHERE case_id = $2 AND address = $3 AND keep_until < $4";
    FILE_GET = "SELECT case_id, address, blob, class, pieces, keep_until, key_id, ciphertext FROM file \
                WHERE case_id = $1 AND address = $2";
    FILES_ALL = "SELECT case_id, address, blob, class, pieces, keep_until, key_id, ciphertext FROM file \
                 ORDER BY case_id, address";
    FILE_GONE = "DELETE FROM file WHERE case_id = $1 AND address = $2 AND keep_until < $3";
    FILE_PIECES_GONE = "DELETE FROM piece WHERE case_id = $1 AND blob IN \
                        (SELECT blob FROM file WHERE case_id = $1 AND address = $2 AND keep_until < $3)";
    /// Also of a file for which an entry was recorded: that entry is taken out.
    FILE_EXPUNGED = "DELETE FROM file WHERE case_id = $1 AND address = $2";
    PIECES_EXPUNGED = "DELETE FROM piece WHERE case_id = $1 AND blob IN \
                       (SELECT blob FROM file WHERE case_id = $1 AND address = $2)";
    FILES_SWEPT = "DELETE FROM file WHERE keep_until < $1";
    FILES_PIECES_SWEPT = "DELETE FROM piece WHERE EXISTS (SELECT 1 FROM file WHERE file.case_id = piece.case_id \
                          AND file.blob = piece.blob AND file.keep_until < $1)";

    CARD_PUT = "INSERT INTO card (id, kind, head, ciphertext) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (id, kind) DO UPDATE SET head = excluded.head, ciphertext = excluded.ciphertext";
    CARD_GONE = "DELETE FROM card WHERE id = $1 AND kind = $2";
    CARDS_OF_GONE = "DELETE FROM card WHERE id = $1";
    CARD_GET = "SELECT kind, id, head, ciphertext FROM card WHERE id = $1 AND kind = $2";
    CARDS = "SELECT kind, id, head, ciphertext FROM card WHERE kind = $1 ORDER BY id";
    CARDS_SOME = "SELECT kind, id, head, ciphertext FROM card WHERE kind = $1 AND id > $2 ORDER BY id LIMIT $3";
    CARDS_ALL = "SELECT kind, id, head, ciphertext FROM card ORDER BY id, kind";
    CARDS_ALL_GONE = "DELETE FROM card";
    ALLOCATE = "INSERT INTO allocation (case_id, account, relation) VALUES ($1, $2, $3) \
                ON CONFLICT (case_id, account) DO UPDATE SET relation = excluded.relation";
    UNALLOCATE = "DELETE FROM allocation WHERE case_id = $1 AND account = $2";
    /// The people of all cases, and the tokens by which they are found.
    PERSON_PUT = "INSERT INTO person (case_id, person, ciphertext) VALUES ($1, $2, $3) \
                  ON CONFLICT (case_id, person) DO UPDATE SET ciphertext = excluded.ciphertext";
    PERSON_GONE = "DELETE FROM person WHERE case_id = $1 AND person = $2";
    PEOPLE_FOR_GONE = "DELETE FROM person WHERE case_id = $1";
    PEOPLE_ALL_GONE = "DELETE FROM person";
    PERSON_GET = "SELECT case_id, person, ciphertext FROM person WHERE case_id = $1 AND person = $2";
    PEOPLE_FOR = "SELECT case_id, person, ciphertext FROM person WHERE case_id = $1 ORDER BY person";
    PEOPLE_ALL = "SELECT case_id, person, ciphertext FROM person ORDER BY case_id, person";
    PEOPLE_OF = "SELECT person.case_id, person.person, person.ciphertext, allocation.relation FROM allocation \
                 CROSS JOIN person WHERE person.case_id = allocation.case_id AND allocation.account = $1 \
                 ORDER BY person.case_id, person.person";
    PEOPLE_ANY = "SELECT case_id FROM person LIMIT 1";
    TOKEN_PUT = "INSERT INTO person_token (case_id, person, token) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    TOKENS_GONE = "DELETE FROM person_token WHERE case_id = $1 AND person = $2";
    TOKENS_FOR_GONE = "DELETE FROM person_token WHERE case_id = $1";
    TOKENS_ALL_GONE = "DELETE FROM person_token";
    TOKENS_ALL = "SELECT case_id, person, token FROM person_token ORDER BY case_id, person, token";
    /// Only in the cases of the one who asks: nobody else's people are counted, or take up room. Joined in this order.
    FOUND = "SELECT person_token.case_id, person_token.person, allocation.relation FROM person_token \
             CROSS JOIN allocation WHERE allocation.case_id = person_token.case_id AND person_token.token = $1 \
             AND allocation.account = $2 ORDER BY person_token.case_id DESC, person_token.person DESC LIMIT $3";
    FOUND_ANYWHERE = "SELECT case_id, person FROM person_token WHERE token = $1 \
                      ORDER BY case_id DESC, person DESC LIMIT $2";
    ALLOCATIONS_SOME = "SELECT case_id FROM allocation WHERE account = $1 LIMIT $2";
    ALLOCATIONS_OF = "SELECT case_id, account, relation FROM allocation WHERE account = $1 ORDER BY case_id";
    ALLOCATIONS_FOR = "SELECT case_id, account, relation FROM allocation WHERE case_id = $1 ORDER BY account";
    ALLOCATIONS_FOR_GONE = "DELETE FROM allocation WHERE case_id = $1";
    ALLOCATIONS_ALL_GONE = "DELETE FROM allocation";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    /// The column by which each table is spread over machines; `None`: a copy of it on each.
    const SPREAD: [(&str, Option<&str>); 16] = [
        ("meta", None),
        ("stream", Some("id")),
        ("event", Some("stream_id")),
        ("card", Some("id")),
        ("allocation", Some("case_id")),
        ("person", Some("case_id")),
        ("person_token", Some("case_id")),
        ("file", Some("case_id")),
        ("piece", Some("case_id")),
        ("resealed", Some("stream_id")),
        ("draft", Some("owner")),
        ("session", Some("token_hash")),
        ("server", Some("id")),
        ("heads", Some("server")),
        ("access", Some("server")),
        ("key", None),
    ];

    /// Which machine a statement goes to, as `docs/statements.md` says it.
    fn goes_to(text: &str) -> &'static str {
        let mut words =
            text.split([' ', '(']).skip_while(|word| !["FROM", "INTO", "UPDATE"].contains(word)).skip(1);
        let table = words.next().unwrap_or_default();
        match SPREAD.iter().find(|(name, _)| *name == table) {
            Some((_, None)) => "each has it",
            Some((_, Some(_))) if text.starts_with("INSERT") => "one",
            Some((_, Some(column))) if text.contains(&format!("{column} = $")) => "one",
            Some(_) => "all",
            None => panic!("{table} is not said to be spread by anything: {text}"),
        }
    }

    #[test]
    fn every_statement_is_listed_with_the_machines_it_goes_to() {
        let listed = include_str!("../../../../docs/statements.md");
        let lines: Vec<String> =
            ALL.iter().map(|(name, text)| format!("| `{name}` | {} | `{text}` |", goes_to(text))).collect();
        let missing: Vec<_> = lines.iter().filter(|line| !listed.lines().any(|one| one == **line)).collect();
        assert!(missing.is_empty(), "docs/statements.md lacks these lines:\n{}", lines.join("\n"));
        let rows = listed.lines().filter(|line| line.starts_with("| `") && line.matches('|').count() >= 4);
        assert!(rows.filter(|row| row.contains(" | `")).count() == lines.len(), "it lists more than there are");
        for (table, column) in SPREAD.iter().filter_map(|(table, column)| Some((table, (*column)?))) {
            assert!(listed.contains(&format!("| {table} | {column} |")), "{table} is not in the table of tables");
        }
    }

    #[test]
    fn every_table_is_keyed_first_by_what_it_is_spread_by() {
        let schema = format!("{}{}", crate::sqlite::schema::TABLES, crate::sqlite::schema::ADDED);
        for (table, column) in SPREAD.iter().filter_map(|(table, column)| Some((table, (*column)?))) {
            let made = schema
                .split("CREATE TABLE ")
                .find(|part| part.trim_start_matches("IF NOT EXISTS ").starts_with(&format!("{table} (")));
            let made = made.unwrap_or_else(|| panic!("{table} is not made"));
            let first = made.contains(&format!("PRIMARY KEY ({column},"))
                || made.contains(&format!("PRIMARY KEY ({column})"));
            assert!(first || made.contains(&format!("{column} BLOB NOT NULL PRIMARY KEY")), "{table} by {column}");
        }
    }

    #[test]
    fn parameters_first_appear_in_order() {
        for (name, text) in ALL {
            let mut highest = 0;
            for part in text.split('$').skip(1) {
                let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
                let number: u32 = digits.parse().expect("a number follows $");
                assert!(number <= highest + 1, "{name}: ${number} appears before ${}", highest + 1);
                highest = highest.max(number);
            }
        }
        assert!(ALL.len() > 30);
    }
}
