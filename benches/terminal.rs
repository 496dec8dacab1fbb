//! How long the program takes to its first frame, and a key to its frame, in a real pseudo-terminal; and what it takes of
//! the processor while nobody touches it.
//!
//! Prints medians over several runs; `cargo bench --bench terminal`. The program is the release binary on the embedded
//! catalogue. A frame has ended when the terminal has been told so (the end of a synchronized update). Beside the wall
//! clock stands the processor time the program itself used until then, which a busy machine does not stretch.
//!
//! `-- PATH` measures the program at that path instead: another build, to compare with.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::time::clock_getcpuclockid;
use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What ends a frame.
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

/// How often the program is started.
const STARTS: usize = 21;

/// What is typed, a key at a time, and taken back again.
const TYPED: &str = "lukt avlopp gyttorp";

/// How long it is left alone: over the turn of a minute, so that the clock is drawn once.
const IDLE: Duration = Duration::from_mins(1);

/// The program that is measured.
fn program() -> String {
    let mut arguments = std::env::args().skip(1);
    let other = arguments.find(|argument| !argument.starts_with("--"));
    other.unwrap_or_else(|| env!("CARGO_BIN_EXE_hanvisa").to_owned())
}

/// How long a frame may be waited for.
const DEADLINE: Duration = Duration::from_secs(5);

fn main() -> Result<(), Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let cache = home.path().join(".cache");
    starts(
        "the first start, which reads the texts",
        || match fs::remove_dir_all(&cache) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Program::start(home.path()),
        },
    )?;
    starts("a later start, which finds them compiled", || {
        Program::start(home.path())
    })?;

    let mut program = Program::start(home.path())?;
    program.frame_after(Instant::now())?;
    // The first key may wait for the index; let it be built as it is between two keys of a person.
    program.quiet(Duration::from_millis(200));
    let mut keys = Vec::new();
    for _ in 0..5 {
        let typed = TYPED.chars().map(String::from);
        let taken_back = TYPED.chars().map(|_| "\x7f".to_owned());
        for key in typed.chain(taken_back) {
            let pressed = Instant::now();
            program.writer.write_all(key.as_bytes())?;
            keys.push(program.frame_after(pressed)?);
        }
    }
    println!("key to its frame, {} keys:", keys.len());
    report("  wall clock", &mut keys);
    idle("the embedded catalogue", &program);
    program.end()?;

    let folder = home.path().join("katalog");
    fs::create_dir(&folder)?;
    for (name, text) in hanvisa::catalogue::EMBEDDED_FILES {
        fs::write(folder.join(name), text)?;
    }
    let program = Program::start_with(home.path(), &["--catalogue".as_ref(), folder.as_os_str()])?;
    program.frame_after(Instant::now())?;
    idle("the same as files, which are watched", &program);
    program.end()
}

/// Prints the processor time that the program takes while nobody touches it.
fn idle(what: &str, program: &Program) {
    // What a start leaves to be done is not idling.
    program.quiet(Duration::from_secs(2));
    let begun = Instant::now();
    let before = program.processor_time();
    thread::sleep(IDLE);
    let (Some(before), Some(after)) = (before, program.processor_time()) else {
        println!("untouched: the system does not tell processor times");
        return;
    };
    let used = after.saturating_sub(before);
    let passed = begun.elapsed();
    println!(
        "untouched for {:.0} s: {what}\n  processor, all threads    {:.1} ms, {:.4} %",
        passed.as_secs_f64(),
        used.as_secs_f64() * 1e3,
        used.as_secs_f64() / passed.as_secs_f64() * 1e2
    );
}

/// Times starts to their first frame.
fn starts(what: &str, start: impl Fn() -> io::Result<Program>) -> Result<(), Box<dyn Error>> {
    let mut walls = Vec::new();
    let mut own = Vec::new();
    for _ in 0..STARTS {
        let begun = Instant::now();
        let program = start()?;
        walls.push(program.frame_after(begun)?);
        own.extend(program.processor_time());
        program.end()?;
    }
    println!("start to first frame, {STARTS} runs: {what}");
    report("  wall clock", &mut walls);
    report("  processor, all threads", &mut own);
    Ok(())
}

/// Prints median, 99th percentile and maximum.
fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get(times.len().saturating_sub(1) * share / 100)
            .copied()
            .unwrap_or_default()
    };
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{what:<26} median {:6.2} ms   p99 {:6.2} ms   max {:6.2} ms",
        ms(at(50)),
        ms(at(99)),
        ms(at(100))
    );
}

/// The program in a pseudo-terminal.
struct Program {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    frames: Receiver<Instant>,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    /// Starts it for a user with this home.
    fn start(home: &Path) -> io::Result<Self> {
        Self::start_with(home, &[])
    }

    /// Starts it so, with arguments.
    fn start_with(home: &Path, arguments: &[&OsStr]) -> io::Result<Self> {
        let size = PtySize {
            rows: 36,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .map_err(io::Error::other)?;
        let mut command = CommandBuilder::new(program());
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "sv_SE.UTF-8");
        command.env("HOME", home);
        for folder in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env_remove(folder);
        }
        let child = pair
            .slave
            .spawn_command(command)
            .map_err(io::Error::other)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().map_err(io::Error::other)?;
        let (sender, frames) = channel();
        thread::spawn(move || {
            let mut seen: Vec<u8> = Vec::new();
            let mut buffer = vec![0; 65536];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                let now = Instant::now();
                seen.extend(buffer.iter().take(length));
                while let Some(at) = seen
                    .windows(END_OF_FRAME.len())
                    .position(|part| part == END_OF_FRAME)
                {
                    seen.drain(..at + END_OF_FRAME.len());
                    if sender.send(now).is_err() {
                        return;
                    }
                }
            }
        });
        let writer = pair.master.take_writer().map_err(io::Error::other)?;
        Ok(Self {
            child,
            writer,
            frames,
            _master: pair.master,
        })
    }

    /// How long after a moment the next frame ended.
    fn frame_after(&self, moment: Instant) -> Result<Duration, Box<dyn Error>> {
        Ok(self
            .frames
            .recv_timeout(DEADLINE)?
            .saturating_duration_since(moment))
    }

    /// Waits until no frame has come for so long.
    fn quiet(&self, time: Duration) {
        while self.frames.recv_timeout(time).is_ok() {}
    }

    /// The processor time of all threads so far, also of those that have ended.
    fn processor_time(&self) -> Option<Duration> {
        let process = Pid::from_raw(self.child.process_id()?.try_into().ok()?);
        let clock = clock_getcpuclockid(process).ok()?;
        Some(clock.now().ok()?.into())
    }

    fn end(mut self) -> Result<(), Box<dyn Error>> {
        self.writer.write_all(b"\x03")?;
        self.child.wait()?;
        Ok(())
    }
}
