//! The events of a user stream and of the agency stream, and what they fold into.

use super::password::Hashed;
use super::{AccountCard, Preferences};
use crate::problem::Problem;
use jiff::Timestamp;
use practice::ids::AccountId;
use practice::permission::AccountRole;
use practice::text::Text;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{KeyClass, NewEvent, StoredEvent, StreamId, StreamKind};
use uuid::Uuid;

/// The one agency of this store.
pub(crate) const AGENCY: StreamId = StreamId { kind: StreamKind::Agency, id: Uuid::nil() };

/// An account begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Created {
    pub(crate) sign_in: String,
    pub(crate) name: Text,
    pub(crate) roles: BTreeSet<AccountRole>,
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
}

/// Something about an account that only needs who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
}

/// A password is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordSet {
    pub(crate) password: Hashed,
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
}

/// An account is for something else from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RolesSet {
    pub(crate) roles: BTreeSet<AccountRole>,
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
}

/// A PIN that brings a hidden screen back is set, or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PinSet {
    pub(crate) pin: Option<Hashed>,
    pub(crate) at: Timestamp,
}

/// How somebody wants the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreferencesSet {
    pub(crate) preferences: Preferences,
    pub(crate) at: Timestamp,
}

/// Something that happened to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UserEvent {
    Created(Created),
    PasswordSet(PasswordSet),
    Disabled(Step),
    Enabled(Step),
    RolesSet(RolesSet),
    PinSet(PinSet),
    PreferencesSet(PreferencesSet),
}

/// A sign-in name belongs to an account from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInReserved {
    pub(crate) sign_in: String,
    pub(crate) account: AccountId,
}

/// The tag of [`SignInReserved`].
pub(crate) const SIGN_IN_RESERVED: &str = "sign_in_reserved";

impl UserEvent {
    fn tag(&self) -> &'static str {
        match self {
            Self::Created(_) => "account_created",
            Self::PasswordSet(_) => "password_set",
            Self::Disabled(_) => "account_disabled",
            Self::Enabled(_) => "account_enabled",
            Self::RolesSet(_) => "roles_set",
            Self::PinSet(_) => "pin_set",
            Self::PreferencesSet(_) => "preferences_set",
        }
    }

    pub(crate) fn stored(&self) -> Result<NewEvent, Problem> {
        let payload = match self {
            Self::Created(event) => serde_json::to_vec(event),
            Self::PasswordSet(event) => serde_json::to_vec(event),
            Self::Disabled(event) | Self::Enabled(event) => serde_json::to_vec(event),
            Self::RolesSet(event) => serde_json::to_vec(event),
            Self::PinSet(event) => serde_json::to_vec(event),
            Self::PreferencesSet(event) => serde_json::to_vec(event),
        };
        new_event(self.tag(), payload)
    }

    pub(crate) fn read(event: &StoredEvent) -> Result<Self, Problem> {
        match (event.tag.as_str(), event.version) {
            ("account_created", 1) => payload(event).map(Self::Created),
            ("password_set", 1) => payload(event).map(Self::PasswordSet),
            ("account_disabled", 1) => payload(event).map(Self::Disabled),
            ("account_enabled", 1) => payload(event).map(Self::Enabled),
            ("roles_set", 1) => payload(event).map(Self::RolesSet),
            ("pin_set", 1) => payload(event).map(Self::PinSet),
            ("preferences_set", 1) => payload(event).map(Self::PreferencesSet),
            (tag, version) => Err(Problem::internal(format!("user event {tag} version {version} is not known"))),
        }
    }
}

/// An event for the journal, version 1, under the ordinary key.
pub(crate) fn new_event(tag: &str, payload: Result<Vec<u8>, serde_json::Error>) -> Result<NewEvent, Problem> {
    let payload = payload.map_err(|error| Problem::internal(format!("event {tag}: {error}")))?;
    Ok(NewEvent { tag: tag.to_owned(), version: 1, class: KeyClass::Ordinary, payload })
}

/// The payload of a stored event.
pub(crate) fn payload<T: DeserializeOwned>(event: &StoredEvent) -> Result<T, Problem> {
    serde_json::from_slice(&event.payload)
        .map_err(|error| Problem::internal(format!("event {} {}: {error}", event.seq, event.tag)))
}

/// An account, with what only signing in needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) card: AccountCard,
    pub(crate) password: Option<Hashed>,
    pub(crate) pin: Option<Hashed>,
    pub(crate) head: u64,
}

impl User {
    /// Folds a user stream. None when it is empty.
    pub(crate) fn fold(events: &[StoredEvent]) -> Result<Option<Self>, Problem> {
        let mut user: Option<Self> = None;
        for stored in events {
            let event = UserEvent::read(stored)?;
            match (&mut user, event) {
                (None, UserEvent::Created(created)) => {
                    let Created { sign_in, name, roles, .. } = created;
                    let card = AccountCard {
                        sign_in,
                        name,
                        roles,
                        disabled: false,
                        epoch: 0,
                        preferences: Preferences::default(),
                    };
                    user = Some(Self { card, password: None, pin: None, head: stored.seq });
                }
                (Some(user), event) => {
                    user.apply(event);
                    user.head = stored.seq;
                }
                (None, _) => return Err(Problem::internal("a user stream does not begin with its account")),
            }
        }
        Ok(user)
    }

    /// Takes one more event in.
    pub(crate) fn apply(&mut self, event: UserEvent) {
        match event {
            UserEvent::Created(_) => {}
            UserEvent::PasswordSet(set) => self.password = Some(set.password),
            UserEvent::Disabled(_) => self.card.disabled = true,
            UserEvent::Enabled(_) => self.card.disabled = false,
            UserEvent::RolesSet(set) => self.card.roles = set.roles,
            UserEvent::PinSet(set) => {
                self.pin = set.pin;
                // Neither this nor how the pages look closes anything: the sessions go on.
                return;
            }
            UserEvent::PreferencesSet(set) => {
                self.card.preferences = set.preferences;
                return;
            }
        }
        self.card.epoch = self.card.epoch.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Samples of every version that was ever written. One that is here never changes: a journal somewhere holds the like.
    const SAMPLES: [(&str, u16, &str); 8] = [
        (
            "account_created",
            1,
            r#"{"sign_in":"lucja","name":"Łucja Nowak","roles":["practitioner","supervisor"],"by":"00000000-0000-0000-0000-000000000000","at":"2026-01-01T09:00:00Z"}"#,
        ),
        (
            "password_set",
            1,
            r#"{"password":{"algorithm":"argon2id","memory_kib":47104,"passes":1,"lanes":1,"salt":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15],"hash":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]},"by":"01935d00-0000-7000-8000-000000000001","at":"2026-01-01T09:00:00Z"}"#,
        ),
        ("account_disabled", 1, r#"{"by":"01935d00-0000-7000-8000-000000000001","at":"2026-01-01T09:00:00Z"}"#),
        ("account_enabled", 1, r#"{"by":"01935d00-0000-7000-8000-000000000001","at":"2026-01-01T09:00:00Z"}"#),
        (
            "roles_set",
            1,
            r#"{"roles":["administrator"],"by":"01935d00-0000-7000-8000-000000000001","at":"2026-01-01T09:00:00Z"}"#,
        ),
        (
            "preferences_set",
            1,
            r#"{"preferences":{"language":"pl","plain_titles":true},"at":"2026-01-01T09:00:00Z"}"#,
        ),
        ("pin_set", 1, r#"{"pin":null,"at":"2026-01-01T09:00:00Z"}"#),
        (
            "pin_set",
            1,
            r#"{"pin":{"algorithm":"argon2id","memory_kib":47104,"passes":1,"lanes":1,"salt":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15],"hash":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]},"at":"2026-01-01T09:00:00Z"}"#,
        ),
    ];

    fn stored(tag: &str, version: u16, payload: &str) -> StoredEvent {
        StoredEvent {
            seq: 1,
            tag: tag.to_owned(),
            version,
            class: KeyClass::Ordinary,
            at_micros: 0,
            payload: payload.as_bytes().to_vec(),
            expunged: false,
        }
    }

    #[test]
    fn every_version_is_read_and_the_present_one_written_the_same() {
        for (tag, version, sample) in SAMPLES {
            let event = UserEvent::read(&stored(tag, version, sample)).unwrap();
            let written = event.stored().unwrap();
            assert_eq!((written.tag.as_str(), written.version), (tag, version));
            assert_eq!(String::from_utf8(written.payload).unwrap(), sample);
        }
        let reserved = r#"{"sign_in":"lucja","account":"01935d00-0000-7000-8000-000000000001"}"#;
        let event: SignInReserved = payload(&stored(SIGN_IN_RESERVED, 1, reserved)).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), reserved);
    }

    #[test]
    fn what_is_not_known_is_refused() {
        let (tag, _, sample) = SAMPLES[0];
        assert!(UserEvent::read(&stored(tag, 2, sample)).is_err());
        assert!(UserEvent::read(&stored("no_such_tag", 1, sample)).is_err());
        assert!(UserEvent::read(&stored("roles_set", 1, sample)).is_err());
        assert!(User::fold(&[stored("roles_set", 1, SAMPLES[4].2)]).is_err(), "an account must begin");
    }
}
