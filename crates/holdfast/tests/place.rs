//! A throw-away place with a key and a data folder, and the binary run in it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) const FAMILY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/family.json");
pub(crate) const PASSWORD: &str = "a lantern under the stairs";

pub(crate) struct Place {
    pub(crate) folder: tempfile::TempDir,
}

impl Place {
    /// An empty place.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A place with keys and one account.
    pub(crate) fn ready() -> Self {
        let place = Self::empty();
        let done = place.run_with(&["init", "--account", "ama", "--name", "Ama Boateng"], PASSWORD);
        assert!(done.status.success(), "{}", err(&done));
        place
    }

    /// A place with the invented family in it, and the family's id.
    pub(crate) fn with_family() -> (Self, String) {
        let place = Self::ready();
        let done = place.run(&["import", FAMILY]);
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
        let id = out(&done).split_whitespace().nth(1).unwrap().to_owned();
        (place, id)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast"));
        command
            .args(args)
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.folder.path())
            .env("HOLDFAST_DATA", self.path("data"))
            .env("HOLDFAST_KEY_FILE", self.path("keys/holdfast.key"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs with a line on standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        // A command that needs no input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(format!("{input}\n").as_bytes());
        child.wait_with_output().unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

pub(crate) fn out(done: &Output) -> String {
    String::from_utf8(done.stdout.clone()).unwrap()
}

pub(crate) fn err(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).unwrap()
}

pub(crate) fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path).unwrap()
}
