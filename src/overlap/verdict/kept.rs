//! The file that verdicts are kept in: read whole, and replaced whole, so that nobody ever reads half of it. Whoever adds
//! to it holds a lock meanwhile, so that of two programs that add at once neither loses what the other wrote.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::catalogue::{Fault, FaultKind, Origins, Reading, TextFile, read_kept};

use super::{Decision, Decisions, added};

/// Why verdicts cannot be kept.
#[derive(Debug)]
pub enum Refusal {
    /// The file that is there is not such a file; the reading says what is wrong and where.
    Faulty(Box<Reading>),
    /// It cannot be written.
    Unwritable(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Unwritable(error)
    }
}

/// The decisions in a file; none where there is no file.
///
/// # Errors
/// The reading, with everything that is wrong with the file.
pub fn read(path: &Path) -> Result<Decisions, Box<Reading>> {
    Ok(read_file(path)?.1)
}

/// Adds a decision to a file, which is made if it is not there.
///
/// # Errors
/// When the file that is there is not such a file, and when it cannot be written. Then it is as it was.
pub fn add(path: &Path, decision: &Decision) -> Result<(), Refusal> {
    // A link stays a link: what it leads to is replaced, or made where it is not there.
    let path = &led_to(path);
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The system gives the lock back when the file is closed, however the program ends. The file itself stays: were it
    // taken away, somebody waiting for it would hold the lock of nothing.
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join(format!(".{name}.lock")))?;
    lock.lock()?;
    let (text, _) = read_file(path).map_err(Refusal::Faulty)?;
    let text = added(&text, decision).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
    let beside = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = replace(path, &beside, &text);
    if written.is_err() {
        // What could not be finished is of no use; that it cannot be taken away either is of no more.
        let _ = fs::remove_file(&beside);
    }
    Ok(written?)
}

/// How many links may lead to one another: as many as the system itself follows.
const MOST_LINKS: usize = 40;

/// The file that a path leads to by way of links, which need not be there.
pub fn led_to(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else {
            break;
        };
        // A link starts in the folder that it stands in.
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    path
}

/// Writes a text beside a file and puts it in the file's place in one step.
fn replace(path: &Path, beside: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(before) = fs::metadata(path) {
        file.set_permissions(before.permissions())?;
    }
    file.sync_all()?;
    fs::rename(beside, path)
}

/// The text of a file and the decisions in it.
fn read_file(path: &Path) -> Result<(String, Decisions), Box<Reading>> {
    if !path.exists() {
        return Ok(<_>::default());
    }
    let file = read_kept(path).map_err(|kind| refused(Vec::new(), vec![alone(kind)]))?;
    match Decisions::read(&file.text) {
        Ok(decisions) => Ok((file.text, decisions)),
        Err(faults) => Err(refused(vec![file], faults)),
    }
}

fn alone(kind: FaultKind) -> Fault {
    Fault {
        kind,
        place: None,
        other: None,
    }
}

fn refused(files: Vec<TextFile>, faults: Vec<Fault>) -> Box<Reading> {
    Box::new(Reading {
        files,
        faults,
        origins: Origins::default(),
        catalogue: None,
    })
}
