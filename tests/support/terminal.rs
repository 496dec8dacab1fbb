//! The real program in a pseudo-terminal. Whoever waits says for what, and never for how long.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Longer than anything takes even on a busy machine; who reaches it has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a process that cannot tell that it has ended is asked.
const POLL: Duration = Duration::from_millis(5);

/// What begins and what ends every frame: a synchronized update.
const FRAME: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

/// The program before it is started, in surroundings where nobody has settings or a catalogue of their own.
pub struct Surroundings {
    home: TempDir,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
    size: (u16, u16),
    ignores_hang_up: bool,
}

impl Surroundings {
    pub fn new() -> Self {
        let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Self {
            home: tempfile::tempdir().unwrap(),
            arguments: Vec::new(),
            variables: vec![
                variable("TERM", "xterm-256color"),
                variable("LANG", "sv_SE.UTF-8"),
            ],
            size: (120, 36),
            ignores_hang_up: false,
        }
    }

    /// With arguments.
    pub fn arguments<S: AsRef<str>>(mut self, arguments: &[S]) -> Self {
        let arguments = arguments
            .iter()
            .map(|argument| argument.as_ref().to_owned());
        self.arguments.extend(arguments);
        self
    }

    /// With a variable of the environment.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.into(), value.into()));
        self
    }

    /// On a terminal of so many columns and rows.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Under a shell that has it ignore the signal of a terminal that hangs up, as `nohup` does.
    pub fn ignoring_hang_up(mut self) -> Self {
        self.ignores_hang_up = true;
        self
    }

    /// With this in its settings file.
    pub fn settings(self, text: &str) -> Self {
        let folder = self.home.path().join(".config/hanvisa");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), text).unwrap();
        self
    }

    /// The home folder.
    pub fn home(&self) -> PathBuf {
        self.home.path().to_owned()
    }

    fn all_variables(&self) -> Vec<(String, std::ffi::OsString)> {
        let home = self.home.path();
        let mut variables: Vec<_> = self
            .variables
            .iter()
            .map(|(name, value)| (name.clone(), value.into()))
            .collect();
        variables.push(("HOME".into(), home.into()));
        for (name, folder) in [
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_CACHE_HOME", ".cache"),
        ] {
            variables.push((name.into(), home.join(folder).into()));
        }
        variables
    }

    /// Starts it in a pseudo-terminal.
    pub fn start(self) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = if self.ignores_hang_up {
            let mut shell = CommandBuilder::new("/bin/sh");
            let ignoring = r#"trap "" HUP; exec "$0" "$@""#;
            shell.args(["-c", ignoring, env!("CARGO_BIN_EXE_hanvisa")]);
            shell
        } else {
            CommandBuilder::new(env!("CARGO_BIN_EXE_hanvisa"))
        };
        command.args(&self.arguments);
        command.cwd(self.home.path());
        command.env_clear();
        for (name, value) in self.all_variables() {
            command.env(name, value);
        }
        // Kept open by us too: with the last one that closes it the kernel would forget its modes.
        let slave = File::open(pair.master.tty_name().unwrap()).unwrap();
        let modes = stty(&slave);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        let listening = thread::spawn(move || {
            let mut buffer = [0; 8192];
            // The end of the output is an error on Linux and a length of 0 elsewhere.
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal {
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            slave,
            modes_before: modes,
            child,
            output,
            listening,
            parser: vt100::Parser::new(filled(rows), filled(columns), 0),
            raw: Vec::new(),
            home: self.home,
        }
    }

    /// Runs it without a terminal.
    pub fn without_terminal(self) -> std::process::Output {
        Command::new(env!("CARGO_BIN_EXE_hanvisa"))
            .args(&self.arguments)
            .current_dir(self.home.path())
            .env_clear()
            .envs(self.all_variables())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

/// A screen has at least one row and one column.
fn filled(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The modes of a terminal, as `stty` tells them.
fn stty(terminal: &File) -> String {
    let output = Command::new("stty")
        .arg("-g")
        .stdin(terminal.try_clone().unwrap())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The program running in a pseudo-terminal, and what it has drawn.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    slave: File,
    modes_before: String,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    raw: Vec<u8>,
    listening: thread::JoinHandle<()>,
    home: TempDir,
}

/// What is left when the program has ended.
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// What the terminal shows.
    pub screen: vt100::Screen,
    /// Every byte the program wrote.
    pub raw: Vec<u8>,
    /// The modes of the terminal before the start.
    pub modes_before: String,
    /// The modes it was left with.
    pub modes: String,
    /// The home folder.
    pub home: TempDir,
}

impl Terminal {
    /// Presses keys, as the bytes a terminal sends.
    pub fn write(&mut self, bytes: &str) -> &mut Self {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Presses one key and waits for the frame that answers it: an Esc that is not alone would be read as the
    /// beginning of another key.
    pub fn press(&mut self, bytes: &str) -> &mut Self {
        self.wait("the end of a frame", |_| true);
        let before = self.frames();
        self.write(bytes);
        self.wait("a frame that answers a key", |terminal| {
            terminal.frames() > before
        })
    }

    /// Waits for the first frame and the second, which follows by itself when it is known what is found in the catalogue.
    pub fn wait_for_findings(&mut self) -> &mut Self {
        self.wait("the second frame", |terminal| terminal.frames() >= 2)
    }

    /// How many frames have ended.
    fn frames(&self) -> usize {
        let eights = self.raw.windows(8);
        eights.filter(|&end| end == FRAME[1]).count()
    }

    /// What every frame so far has left on the screen, if the screen has always had this size.
    pub fn pictures(&self) -> Vec<String> {
        let (rows, columns) = self.parser.screen().size();
        let mut parser = vt100::Parser::new(rows, columns, 0);
        let mut pictures = Vec::new();
        let mut from = 0;
        for end in 0..=self.raw.len() {
            if self.raw[from..end].ends_with(FRAME[1]) {
                parser.process(&self.raw[from..end]);
                pictures.push(parser.screen().contents());
                from = end;
            }
        }
        pictures
    }

    /// Whether a frame has begun and not ended: half of it is on the screen.
    fn is_in_frame(&self) -> bool {
        let last = |sequence: &[u8]| self.raw.windows(8).rposition(|bytes| bytes == sequence);
        last(FRAME[0]) > last(FRAME[1])
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser
            .screen_mut()
            .set_size(filled(rows), filled(columns));
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// Waits until the screen shows all of these texts.
    pub fn wait_for(&mut self, texts: &[&str]) -> &mut Self {
        self.wait(&format!("{texts:?}"), |terminal| {
            let shown = terminal.text();
            texts.iter().all(|text| shown.contains(text))
        })
    }

    /// Waits until the screen no longer shows a text.
    pub fn wait_for_no(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("no {text:?}"), |terminal| {
            !terminal.text().contains(text)
        })
    }

    /// Waits until something is so of a whole frame.
    pub fn wait(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while self.is_in_frame() || !is_so(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("waited in vain for {what}; the screen:\n{}", self.text())
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("ended before {what}; the screen:\n{}", self.text())
                }
            }
        }
        self
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// The rows of the screen.
    pub fn rows(&self) -> Vec<String> {
        let (_, columns) = self.parser.screen().size();
        self.parser.screen().rows(0, columns.into()).collect()
    }

    /// The screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Every byte that the program has written so far.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Whether the terminal has other modes than before the start: raw mode is on.
    pub fn is_raw(&self) -> bool {
        stty(&self.slave) != self.modes_before
    }

    /// Sends a signal such as `TERM`.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        let process = self.child.process_id().unwrap();
        let kill = format!("kill -{name} {process}");
        let status = Command::new("sh").arg("-c").arg(kill).status().unwrap();
        assert!(status.success());
        self
    }

    /// Waits until the program has stopped, as Ctrl-Z makes it.
    #[cfg(target_os = "linux")]
    pub fn wait_for_stop(&mut self) -> &mut Self {
        let stat = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let deadline = Instant::now() + PATIENCE;
        // The state is the letter behind the name in parentheses.
        while !fs::read_to_string(&stat).unwrap().contains(") T ") {
            assert!(Instant::now() < deadline, "the program did not stop");
            thread::sleep(POLL);
        }
        self
    }

    /// The home folder.
    pub fn home(&self) -> PathBuf {
        self.home.path().to_owned()
    }

    /// Closes the terminal as a window or a connection is closed, and waits for the end of the program.
    pub fn hang_up(self) -> ExitStatus {
        let Self {
            master,
            mut writer,
            slave,
            mut child,
            output,
            listening,
            ..
        } = self;
        // Whoever listens holds the terminal open, and hears that nobody wants to know with the next frame.
        drop(output);
        // One so small that it is written whole.
        writer.write_all(b"\x1b").unwrap();
        writer.flush().unwrap();
        listening.join().unwrap();
        drop((writer, slave, master));
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = child.try_wait().unwrap() {
                return status;
            }
            if Instant::now() > deadline {
                child.kill().unwrap();
                panic!("goes on without a terminal");
            }
            thread::sleep(POLL);
        }
    }

    /// Waits for the end of the program and for the last of its output.
    pub fn end(mut self) -> Ended {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            // What it writes must be read, or it could never end.
            while let Ok(bytes) = self.output.try_recv() {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(
                Instant::now() < deadline,
                "does not end; the screen:\n{}",
                self.text()
            );
            thread::sleep(POLL);
        };
        let modes = stty(&self.slave);
        // With us the last one closes the terminal, and the reader comes to the end.
        drop(self.slave);
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.parser.process(&bytes);
            self.raw.extend_from_slice(&bytes);
        }
        Ended {
            status,
            screen: self.parser.screen().clone(),
            raw: self.raw,
            modes_before: self.modes_before,
            modes,
            home: self.home,
        }
    }
}

impl Ended {
    /// That the terminal is as it was before the start.
    pub fn has_given_the_terminal_back(&self) {
        let screen = &self.screen;
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is still taken"
        );
        assert_eq!(self.modes, self.modes_before, "still in raw mode");
    }
}

/// The texts that a program has asked the terminal to copy, by OSC 52.
pub fn copied(raw: &[u8]) -> Vec<String> {
    let raw = String::from_utf8_lossy(raw).into_owned();
    raw.split("\x1b]52;c;")
        .skip(1)
        .map(|rest| {
            let end = rest.find(['\x1b', '\x07']).unwrap();
            String::from_utf8(base64(&rest[..end])).unwrap()
        })
        .collect()
}

/// Reads base64.
fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut value, mut bits) = (0_u32, 0);
    for digit in text.bytes().filter(|&byte| byte != b'=') {
        let digit = DIGITS.iter().position(|&known| known == digit).unwrap();
        value = (value << 6 | u32::try_from(digit).unwrap()) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(value >> bits & 0xff).unwrap());
        }
    }
    bytes
}

/// The parameters of every sequence that sets a style (`ESC [ … m`).
pub fn styles(raw: &[u8]) -> Vec<String> {
    let raw = String::from_utf8_lossy(raw).into_owned();
    raw.split("\x1b[")
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|sign: char| ('@'..='~').contains(&sign))?;
            rest[end..].starts_with('m').then(|| rest[..end].to_owned())
        })
        .collect()
}

/// Writes a file as an editor does that saves in one go: nobody ever sees half of it.
pub fn save(path: impl AsRef<OsStr>, text: &str) {
    let path = PathBuf::from(path.as_ref());
    let beside = path.with_extension("saving");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, &path).unwrap();
}
