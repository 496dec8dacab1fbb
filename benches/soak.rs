//! A working day and more in an hour: keys, pastes, new sizes and changed files without a pause, in a real pseudo-terminal,
//! with memory, open files and threads on the way.
//!
//! `cargo bench --bench soak` runs for an hour, `-- 5` for five minutes. What is pressed is the same each time. The
//! catalogue is rewritten every second as editors do it: in place, by renaming, broken, mended. Afterwards the program is
//! left alone for a minute, and the processor time it takes then is told.

#![allow(
    clippy::indexing_slicing,
    reason = "a measurement may stop where it stands"
)]

use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::time::clock_getcpuclockid;
use nix::unistd::Pid;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What ends a frame.
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

/// How long an answer may be waited for.
const DEADLINE: Duration = Duration::from_secs(30);

/// How long it is left alone at the end.
const IDLE: Duration = Duration::from_mins(1);

/// Keys, pastes and clicks: all but those that end the program or put it aside.
const STROKES: &[&str] = &[
    "a",
    "e",
    "i",
    "n",
    "r",
    "s",
    "t",
    "å",
    "ö",
    " ",
    "1",
    "2",
    "3",
    "4",
    "0",
    "@",
    "#",
    "!",
    "?",
    "\x7f",
    "\x7f",
    "\x17",
    "\x15",
    "\r",
    "\t",
    "\x1b[Z",
    "\x1b[A",
    "\x1b[B",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[5~",
    "\x1b[6~",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x0b",
    "\x04",
    "\x19",
    "\x0c",
    "\x1b[200~snöröjning gyttorp\nlukt\x1b[201~",
    "lukt avlopp",
    "bygglov",
    "2014-09-01\r",
];

/// Sizes the window takes.
const SIZES: [(u16, u16); 5] = [(120, 36), (80, 24), (40, 10), (20, 5), (200, 60)];

/// Numbers that look like chance and are the same each time (a linear congruential generator, constants by Knuth).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let minutes = std::env::args().find_map(|argument| argument.parse().ok());
    let time = Duration::from_mins(minutes.unwrap_or(60));
    let home = tempfile::tempdir()?;
    let catalogue = home.path().join("katalog");
    fs::create_dir(&catalogue)?;
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/bergslagen");
    for entry in fs::read_dir(shipped)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            fs::copy(&path, catalogue.join(path.file_name().unwrap_or_default()))?;
        }
    }

    let pty = native_pty_system().openpty(size(SIZES[0]))?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hanvisa"));
    command.env_clear();
    command.env("HOME", home.path());
    command.env("TERM", "xterm-256color");
    command.env("LANG", "sv_SE.UTF-8");
    command.args(["--catalogue".as_ref(), catalogue.as_os_str()]);
    let mut program = pty.slave.spawn_command(command)?;
    let id = program.process_id().ok_or("a program without a number")?;
    let (frames, written) = watch(pty.master.try_clone_reader()?);
    let mut writer = pty.master.take_writer()?;
    frames.recv_timeout(DEADLINE)?;

    let mut chance = Chance(2026);
    let mut changes = Changes::of(catalogue.join("katalog.toml"))?;
    let (mut strokes, mut sizes) = (0_u64, 0_u64);
    let begun = Instant::now();
    let mut told = Instant::now();
    let mut last_change = Instant::now();
    println!("   time    strokes   sizes  changes   resident    files  threads");
    while begun.elapsed() < time {
        for _ in 0..16 {
            writer.write_all(STROKES[chance.below(STROKES.len())].as_bytes())?;
            strokes += 1;
        }
        if chance.below(20) == 0 {
            pty.master.resize(size(SIZES[chance.below(SIZES.len())]))?;
            sizes += 1;
        }
        if last_change.elapsed() > Duration::from_secs(1) {
            changes.make()?;
            last_change = Instant::now();
        }
        frames.recv_timeout(DEADLINE)?;
        while frames.try_recv().is_ok() {}
        let is_early = begun.elapsed() < Duration::from_mins(1);
        if told.elapsed() > Duration::from_secs(if is_early { 10 } else { 120 }) {
            told = Instant::now();
            tell(id, begun.elapsed(), strokes, sizes, changes.made)?;
        }
    }
    tell(id, begun.elapsed(), strokes, sizes, changes.made)?;
    changes.mend()?;
    println!(
        "{} MB were drawn",
        written.load(Ordering::Relaxed) / 1_000_000
    );

    thread::sleep(Duration::from_secs(5));
    let before = processor_time(id)?;
    thread::sleep(IDLE);
    let idle = processor_time(id)?.saturating_sub(before);
    println!(
        "left alone for {} s it took {:.1} ms of the processor: {:.3} %",
        IDLE.as_secs(),
        idle.as_secs_f64() * 1e3,
        100.0 * idle.as_secs_f64() / IDLE.as_secs_f64()
    );
    writer.write_all(b"\x03")?;
    let status = program.wait()?;
    println!("it ended with {status}");
    if status.success() {
        Ok(())
    } else {
        Err("it failed".into())
    }
}

fn size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// Reads what the program writes, and says when a frame has ended.
fn watch(mut reader: Box<dyn Read + Send>) -> (Receiver<()>, Arc<AtomicU64>) {
    let (frame, frames) = channel();
    let written = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&written);
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        let mut tail = Vec::new();
        while let Ok(read) = reader.read(&mut buffer) {
            if read == 0 {
                break;
            }
            count.fetch_add(read as u64, Ordering::Relaxed);
            tail.extend_from_slice(&buffer[..read]);
            if tail
                .windows(END_OF_FRAME.len())
                .any(|part| part == END_OF_FRAME)
                && frame.send(()).is_err()
            {
                break;
            }
            let kept = tail.len().saturating_sub(END_OF_FRAME.len() - 1);
            tail.drain(..kept);
        }
    });
    (frames, written)
}

/// A catalogue file that is changed again and again.
struct Changes {
    file: PathBuf,
    good: String,
    made: u64,
}

impl Changes {
    fn of(file: PathBuf) -> io::Result<Self> {
        let good = fs::read_to_string(&file)?;
        Ok(Self {
            file,
            good,
            made: 0,
        })
    }

    /// In place, by renaming, broken, and mended, in turn.
    fn make(&mut self) -> io::Result<()> {
        self.made += 1;
        let text = format!("{}# {}\n", self.good, self.made);
        match self.made % 4 {
            0 => fs::write(&self.file, text),
            1 => {
                let new = self.file.with_extension("toml~");
                fs::write(&new, text)?;
                fs::rename(new, &self.file)
            }
            2 => fs::write(&self.file, format!("{text}[[service\n")),
            _ => self.mend(),
        }
    }

    fn mend(&self) -> io::Result<()> {
        fs::write(&self.file, &self.good)
    }
}

/// One line of the table: what has been done, and what the program holds now.
fn tell(
    id: u32,
    time: Duration,
    strokes: u64,
    sizes: u64,
    changes: u64,
) -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.map_or("?", str::trim).to_owned()
    };
    let files = fs::read_dir(format!("/proc/{id}/fd"))?.count();
    println!(
        "{:5} s  {strokes:9}  {sizes:6}  {changes:7}  {:>9}  {files:7}  {:>7}",
        time.as_secs(),
        field("VmRSS:"),
        field("Threads:")
    );
    Ok(())
}

/// The processor time that the program has used, all threads together.
fn processor_time(id: u32) -> Result<Duration, Box<dyn Error>> {
    let clock = clock_getcpuclockid(Pid::from_raw(i32::try_from(id)?))?;
    Ok(Duration::from(clock.now()?))
}
