//! What may be on a screen: everything, nothing until the PIN is typed, or one case as far as strangers may look on.
//!
//! Kept with the session in the store, so that every window and every server knows: a hidden screen stays hidden in another
//! tab, after a reload and after Back.

use super::Kept;
use crate::accounts::events::{PinSet, UserEvent};
use crate::problem::Problem;
use crate::secret::Secret;
use crate::state::App;
use crate::subject::Subject;
use practice::ids::CaseId;
use serde::{Deserialize, Serialize};

/// Wrong PINs after which the session ends.
const WRONG_AT_MOST: u8 = 5;
const SHORTEST: usize = 4;
const LONGEST: usize = 12;

/// What may be on the screen of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Screen {
    /// Whatever the person may see.
    #[default]
    Open,
    /// Nothing, until the PIN or the password is typed.
    Hidden {
        /// The path to come back to.
        back: String,
        /// Wrong tries since it was hidden.
        wrong: u8,
        /// The case that was shown to others when it was hidden, so that it is still the only one afterwards.
        shared: Option<CaseId>,
    },
    /// One case, only what may be seen by everybody who works it: others are looking on.
    Shared {
        /// Which.
        case: CaseId,
    },
}

/// What came of a try to bring a hidden screen back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unhide {
    /// It is back.
    Back {
        /// The path one was at.
        to: String,
    },
    /// That was not it.
    Wrong {
        /// How many tries are left before the session ends.
        left: u8,
    },
    /// The session has ended: sign in again.
    Ended,
}

impl App {
    /// Hides the screen of a session. It stays as it was if it is hidden already.
    ///
    /// # Errors
    /// When the session has ended, or the store cannot be written.
    pub async fn screen_hide(&self, token: &str, back: &str) -> Result<(), Problem> {
        self.screen_changed(token, |screen| match screen {
            Screen::Open => Screen::Hidden { back: back.to_owned(), wrong: 0, shared: None },
            Screen::Shared { case } => Screen::Hidden { back: back.to_owned(), wrong: 0, shared: Some(case) },
            hidden @ Screen::Hidden { .. } => hidden,
        })
        .await
    }

    /// Begins to show one case to others, or ends it. A hidden screen stays hidden.
    ///
    /// # Errors
    /// When the session has ended, or the store cannot be written.
    pub async fn screen_share(&self, token: &str, case: Option<CaseId>) -> Result<(), Problem> {
        self.screen_changed(token, |screen| match (screen, case) {
            (hidden @ Screen::Hidden { .. }, _) => hidden,
            (_, Some(case)) => Screen::Shared { case },
            (_, None) => Screen::Open,
        })
        .await
    }

    /// Tries to bring a hidden screen back with the PIN, or with the password where no PIN is set. After five wrong tries
    /// the session ends.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn screen_show(&self, token: &str, typed: Secret) -> Result<Unhide, Problem> {
        let Some((account, _, kept)) = self.kept(token).await? else {
            return Ok(Unhide::Ended);
        };
        if !matches!(kept.screen, Screen::Hidden { .. }) {
            return Ok(Unhide::Back { to: "/".to_owned() });
        }
        // Counted as wrong before it is tried, so that many tries at once are all counted.
        let Some(wrong) = self.screen_tried(token).await? else {
            return Ok(Unhide::Ended);
        };
        let user = self.user(account).await?;
        let against = user.as_ref().and_then(|user| user.pin.as_ref().or(user.password.as_ref()));
        if self.password_fits(typed, against).await? {
            return self.screen_back(token).await;
        }
        if wrong >= WRONG_AT_MOST {
            self.sign_out(token).await?;
            return Ok(Unhide::Ended);
        }
        Ok(Unhide::Wrong { left: WRONG_AT_MOST.saturating_sub(wrong) })
    }

    /// Brings a hidden screen back without asking: for the demo only, whose account nobody has a password of, and only
    /// while no PIN is set.
    ///
    /// # Errors
    /// When a PIN is set, or the store cannot be read or written.
    pub async fn screen_show_for_demo(&self, token: &str, subject: &Subject) -> Result<Unhide, Problem> {
        if self.pin_is_set(subject).await? {
            return Err(Problem::refused("A PIN is set. Type it to come back"));
        }
        self.screen_back(token).await
    }

    /// Sets the PIN that brings a hidden screen back, or takes it away.
    ///
    /// # Errors
    /// When it is not 4 to 12 digits, or all of them are the same.
    pub async fn pin_set(&self, subject: &Subject, pin: Option<Secret>) -> Result<(), Problem> {
        let pin = match pin {
            Some(pin) => {
                check(pin.reveal())?;
                Some(self.hash_password(pin).await?)
            }
            None => None,
        };
        self.change_own_account(subject.account, UserEvent::PinSet(PinSet { pin, at: self.now() })).await
    }

    /// Whether a PIN is set.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn pin_is_set(&self, subject: &Subject) -> Result<bool, Problem> {
        Ok(self.user(subject.account).await?.is_some_and(|user| user.pin.is_some()))
    }

    async fn screen_back(&self, token: &str) -> Result<Unhide, Problem> {
        let changed = self
            .change_kept(token, |kept| {
                let (to, screen) = match kept.screen.clone() {
                    Screen::Hidden { back, shared, .. } => {
                        (back, shared.map_or(Screen::Open, |case| Screen::Shared { case }))
                    }
                    other => ("/".to_owned(), other),
                };
                Some((Kept { screen, ..kept }, to))
            })
            .await?;
        Ok(changed.map_or(Unhide::Ended, |(_, _, _, to)| Unhide::Back { to }))
    }

    /// Counts a try; gives how many there were with it. None when the session is over.
    async fn screen_tried(&self, token: &str) -> Result<Option<u8>, Problem> {
        let changed = self
            .change_kept(token, |kept| match kept.screen.clone() {
                Screen::Hidden { wrong, .. } if wrong >= WRONG_AT_MOST => None,
                Screen::Hidden { back, wrong, shared } => {
                    let wrong = wrong.saturating_add(1);
                    Some((Kept { screen: Screen::Hidden { back, wrong, shared }, ..kept }, wrong))
                }
                _ => Some((kept, 0)),
            })
            .await?;
        Ok(changed.map(|(_, _, _, wrong)| wrong))
    }

    async fn screen_changed(&self, token: &str, change: impl Fn(Screen) -> Screen) -> Result<(), Problem> {
        let changed = self
            .change_kept(token, |kept| {
                let screen = change(kept.screen.clone());
                Some((Kept { screen, ..kept }, ()))
            })
            .await?;
        changed.map(|_| ()).ok_or_else(Problem::not_found)
    }
}

fn check(pin: &str) -> Result<(), Problem> {
    let length = pin.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) || !pin.chars().all(|c| c.is_ascii_digit()) {
        return Err(Problem::refused("A PIN has 4 to 12 digits and nothing else"));
    }
    if pin.chars().all(|c| pin.starts_with(c)) {
        return Err(Problem::refused("A PIN of the same digit again and again is guessed first. Choose another"));
    }
    Ok(())
}
