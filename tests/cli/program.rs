//! Runs the program in surroundings that are the same on every machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The moment most tests ask about: a Monday morning.
pub const MORNING: &str = "2026-11-23T10:42";

/// The small made-up catalogue.
pub const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/catalogues/liten");

/// A catalogue that cannot be used.
pub const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/catalogues/trasig");

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The answer as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// That it went so, and the answer.
    #[track_caller]
    pub fn answers(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{self:?}");
        self.out
    }

    /// That there could be no answer, and the reason.
    #[track_caller]
    pub fn fails(self) -> String {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "{self:?}");
        self.err
    }
}

/// The program in a home of its own, in Swedish, with nothing else known of its surroundings.
pub fn command(arguments: &[&str]) -> Command {
    command_at_home(Path::new("/nonexistent"), arguments)
}

/// The program with this home folder.
pub fn command_at_home(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hanvisa"));
    command
        .env_clear()
        .env("HOME", home)
        .env("LANG", "sv_SE.UTF-8")
        .args(arguments)
        .stdin(Stdio::null());
    command
}

pub fn ran(mut command: Command) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("the program starts");
    Ran {
        status: status.code().expect("the program ends by itself"),
        out: String::from_utf8(stdout).expect("answers are UTF-8"),
        err: String::from_utf8(stderr).expect("errors are UTF-8"),
    }
}

/// Runs it over the embedded catalogue.
pub fn hanvisa(arguments: &[&str]) -> Ran {
    ran(command(arguments))
}

/// Runs it over the small catalogue, on a Monday morning.
pub fn small(arguments: &[&str]) -> Ran {
    let circumstances = ["--catalogue", SMALL, "--at", MORNING];
    hanvisa(&[arguments, &circumstances].concat())
}

/// An empty folder that is gone when the test is.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hanvisa-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Writes a file in it, with the folders on the way.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder can be made");
        std::fs::write(&path, text).expect("a file can be written");
        path.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
