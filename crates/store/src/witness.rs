//! Heads for a witness outside: what a copy elsewhere needs to notice a rollback here.

use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    chain::Hash,
    errors::{Fault, ReadError},
    heads::{Identity, Server},
    ids::StreamId,
    seal::{Bound, SecretKey},
    store::Store,
};

/// All heads of a store at one moment, signed by the process that exported them. Ids and hashes
/// only; serialise it as JSON and keep it where the store's own machine cannot change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadsFile {
    /// `holdfast-heads/1`.
    pub format: String,
    /// Which store.
    pub instance: Uuid,
    /// When, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// The ends of the server processes' chains.
    pub servers: Vec<ServerTip>,
    /// The heads of the streams.
    pub streams: Vec<StreamTip>,
    /// The process that exported it.
    pub server: Uuid,
    /// When that process started.
    pub started_micros: i64,
    /// Its public key, hexadecimal.
    pub public_key: String,
    /// Its certificate by the instance key, hexadecimal.
    pub certificate: String,
    /// Its signature, hexadecimal.
    pub signature: String,
}

/// The end of one server process's chain of records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerTip {
    /// The process.
    pub server: Uuid,
    /// How many records it had written.
    pub n: u64,
    /// The chain's value there, hexadecimal.
    pub hash: String,
}

/// The head of one stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StreamTip {
    /// The stream.
    #[serde(flatten)]
    pub stream: StreamId,
    /// How many entries it had.
    pub seq: u64,
    /// The chain's value there, hexadecimal.
    pub chain: String,
}

const FORMAT: &str = "holdfast-heads/1";

impl HeadsFile {
    fn said(&self) -> Hash {
        let mut said = Bound::new(FORMAT).bytes(self.instance.as_bytes()).number(self.at_micros);
        for tip in &self.servers {
            said = said.bytes(tip.server.as_bytes()).bytes(&tip.n.to_le_bytes()).text(&tip.hash);
        }
        said = said.text("streams");
        for tip in &self.streams {
            said = said.bytes(&[tip.stream.kind.byte()]).bytes(tip.stream.id.as_bytes());
            said = said.bytes(&tip.seq.to_le_bytes()).text(&tip.chain);
        }
        *blake3::hash(&said.done()).as_bytes()
    }

    /// Whether it was exported from this store by a process that held its key, and not changed since.
    pub(crate) fn is_genuine(&self, instance: Uuid, certify: &SecretKey) -> bool {
        let (Some(public_key), Some(certificate), Some(signature)) =
            (unhex::<32>(&self.public_key), unhex::<32>(&self.certificate), unhex::<64>(&self.signature))
        else {
            return false;
        };
        let server = Server { id: self.server, public_key, started_micros: self.started_micros, certificate };
        self.format == FORMAT
            && self.instance == instance
            && server.is_certified(instance, certify)
            && VerifyingKey::from_bytes(&public_key)
                .is_ok_and(|key| key.verify_strict(&self.said(), &Signature::from_bytes(&signature)).is_ok())
    }
}

impl Store {
    /// The heads of all streams and chains now, signed, for a witness outside.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn export_heads(&self) -> Result<HeadsFile, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let (streams, servers) = engine.at_one_moment(|| Ok((engine.streams_all()?, engine.tips()?)))?;
            let at_micros = inner.clock.now_micros();
            // A process of its own, certified like any other: exporting writes nothing.
            let identity = Identity::new(inner.keys.instance, at_micros, inner.keys.certify(), &*inner.random);
            let server = &identity.server;
            let mut file = HeadsFile {
                format: FORMAT.to_owned(),
                instance: inner.keys.instance,
                at_micros,
                servers: servers
                    .into_iter()
                    .map(|tip| ServerTip { server: tip.server, n: tip.n, hash: hex(&tip.hash) })
                    .collect(),
                streams: streams
                    .into_iter()
                    .flatten()
                    .map(|(stream, seq, chain)| StreamTip { stream, seq, chain: hex(&chain) })
                    .collect(),
                server: server.id,
                started_micros: server.started_micros,
                public_key: hex(&server.public_key),
                certificate: hex(&server.certificate),
                signature: String::new(),
            };
            file.signature = hex(&identity.sign(&file.said()));
            Ok(file)
        })
        .await
        .map_err(Fault::into_read)
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        let _written = write!(out, "{byte:02x}");
    }
    out
}

pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut out = [0_u8; N];
    for (byte, pair) in out.iter_mut().zip(pairs) {
        let [high, low] =
            pair.map(|digit| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
        *byte = high?.checked_mul(16)?.checked_add(low?)?;
    }
    Some(out)
}
