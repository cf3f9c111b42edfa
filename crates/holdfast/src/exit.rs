//! Exit codes, and how a command says what went wrong: what, where, and how to mend it.

use std::process::ExitCode;

/// How a command ended. Part of the contract with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Fine.
    Fine = 0,
    /// Findings or differences.
    Findings = 1,
    /// Wrong usage. Clap uses the same number.
    Usage = 2,
    /// Refused: the input or the caller may not do this.
    Refused = 3,
    /// Failed: the machine, the disk or the key.
    Failed = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn usage(message: impl ToString) -> Self {
        Self { exit: Exit::Usage, message: message.to_string() }
    }

    pub(crate) fn refused(message: impl ToString) -> Self {
        Self { exit: Exit::Refused, message: message.to_string() }
    }

    pub(crate) fn failed(message: impl ToString) -> Self {
        Self { exit: Exit::Failed, message: message.to_string() }
    }
}

/// Says it on standard error.
pub(crate) fn report(failure: &Failure) -> ExitCode {
    eprintln!("holdfast: {}", failure.message);
    failure.exit.into()
}
