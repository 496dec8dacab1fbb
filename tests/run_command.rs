//! The README's first command in a pseudo-terminal: it starts, answers a query, and gives the terminal back.
//!
//! With `HANVISA_CI` set, as `.ci/run` does, the command is run as it stands there, release build and all. Without it the
//! program that the tests built is run in its place, which says the same sooner.

#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::env;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long the first screen may take when the command builds before it runs.
const BUILT_FIRST: Duration = Duration::from_mins(15);

/// How long an answer may take on a busy machine.
const ANSWER: Duration = Duration::from_secs(30);

const ROWS: NonZeroU16 = NonZeroU16::new(30).expect("not zero");
const COLUMNS: NonZeroU16 = NonZeroU16::new(110).expect("not zero");

#[test]
fn the_run_command_of_the_readme_answers_a_query() {
    let mut terminal = Terminal::running(command());
    let first = if is_ci() { BUILT_FIRST } else { ANSWER };
    terminal.wait_for("the first screen", first, |screen| {
        screen.contains("Uppringare: alla kommuner")
    });
    terminal.write("2lukt avlopp");
    terminal.wait_for("whom to ring", ANSWER, |screen| {
        let row = |words: &[&str]| {
            screen
                .lines()
                .any(|line| words.iter().all(|word| line.contains(word)))
        };
        row(&["Uppringare: Nora"])
            && row(&["lukt avlopp"])
            && row(&["Avloppsstopp"])
            && row(&["RING"])
            // The footer is drawn last: the frame is whole.
            && row(&["Esc rensa"])
    });
    println!("{}", terminal.screen());
    terminal.write("\x03");
    terminal.wait_for_end();
    let screen = terminal.parser.screen();
    assert!(
        !screen.alternate_screen(),
        "the screen has not been given back"
    );
    assert!(!screen.hide_cursor(), "the cursor has not been given back");
}

/// Whether the README's command itself is to be run.
fn is_ci() -> bool {
    env::var_os("HANVISA_CI").is_some()
}

/// What to run, in surroundings where nobody has settings or a catalogue of their own.
fn command() -> CommandBuilder {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = if is_ci() {
        let readme = include_str!("../README.md").replace("\r\n", "\n");
        let written = readme
            .split_once("```sh\n")
            .and_then(|(_, rest)| rest.lines().next())
            .expect("the README begins with a command");
        let written = written.split('#').next().unwrap_or_default().trim();
        let mut words = written.split_whitespace();
        assert_eq!(
            words.next(),
            Some("cargo"),
            "the README begins with {written:?}"
        );
        println!("running: {written}");
        let mut command = CommandBuilder::new(env::var("CARGO").unwrap_or("cargo".into()));
        command.args(words);
        command
    } else {
        println!(
            "running the program that the tests built; HANVISA_CI=1 runs the README's command"
        );
        CommandBuilder::new(env!("CARGO_BIN_EXE_hanvisa"))
    };
    command.cwd(root);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "sv_SE.UTF-8");
    command.env("HANVISA_CONFIG", format!("{root}/config/default.toml"));
    command.env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"));
    command.env_remove("HANVISA_CATALOGUE");
    command
}

/// A pseudo-terminal with a program in it.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn running(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: ROWS.get(),
            cols: COLUMNS.get(),
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal opens");
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the command starts");
        // Only the program holds the other end now: reading ends when it does.
        drop(pair.slave);
        let mut reader = pair
            .master
            .try_clone_reader()
            .expect("the terminal can be read");
        let (sender, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            writer: pair
                .master
                .take_writer()
                .expect("the terminal can be written to"),
            bytes,
            parser: vt100::Parser::new(ROWS, COLUMNS, 0),
            _master: pair.master,
        }
    }

    fn write(&mut self, keys: &str) {
        self.writer
            .write_all(keys.as_bytes())
            .expect("the program listens");
    }

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Reads until the screen is as wanted.
    fn wait_for(&mut self, what: &str, time: Duration, is_there: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + time;
        while !is_there(&self.screen()) {
            match self
                .bytes
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("{what} did not come in {time:?}:\n{}", self.screen())
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("it ended before {what} came:\n{}", self.screen())
                }
            }
        }
    }

    /// Reads until the program has ended, which it must have done well.
    fn wait_for_end(&mut self) {
        let deadline = Instant::now() + ANSWER;
        loop {
            match self
                .bytes
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("it did not end:\n{}", self.screen()),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        let status = self.child.wait().expect("the program has ended");
        assert!(status.success(), "it ended with {status:?}");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Does nothing to a program that has ended.
        let _ = self.child.kill();
    }
}
