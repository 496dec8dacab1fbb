//! Reads the files of a catalogue and tells everything that is wrong with them at once.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::de::DeTable;

use super::compiled::TextSum;
use super::embedded;
use super::fault::{EntryKind, Fault, FaultKind, Place, Severity};
use super::file::CatalogueFile;
use super::link::{Lost, link};
use super::torn::{self, Tear};
use super::{Catalogue, schema, shape};
use crate::threads::shared;
use crate::untrusted;

/// A file larger than this is no hand-kept catalogue. Reading may take a hundred times as much memory as the text: every line
/// break and every value is kept until the end.
const LARGEST_FILE: u64 = 16 * MEGABYTE;

/// All the files of a catalogue together; one of all the municipalities of Sweden has less than half of it.
const LARGEST_CATALOGUE: u64 = 64 * MEGABYTE;

const MEGABYTE: u64 = 1024 * 1024;

/// Some editors begin a file with this invisible sign.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file's name and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// The name, as messages show it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// Where every entry was written, by its kind and id.
#[derive(Debug, Default)]
pub struct Origins(HashMap<EntryKind, HashMap<String, (usize, Place)>>);

impl Origins {
    /// Where the entry with this id was written.
    pub fn of(&self, kind: EntryKind, id: &str) -> Option<Place> {
        self.0.get(&kind)?.get(id).map(|(_, place)| place.clone())
    }
}

/// How far a reading has come; another thread may look at it.
#[derive(Debug, Default)]
pub struct Progress {
    read: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// How much of the texts has been read, 0–100.
    pub fn percent(&self) -> usize {
        let all = self.all.load(Ordering::Relaxed).max(1);
        (self.read.load(Ordering::Relaxed) * 100 / all).min(100)
    }
}

/// What came of reading a catalogue.
///
/// ```
/// use hanvisa::catalogue::{Reading, TextFile};
///
/// let text = "[[topic]]\nid = \"Gator och vägar\"\nnamn = \"Trafik\"\n";
/// let reading = Reading::of_texts(vec![TextFile {
///     name: "katalog.toml".to_owned(),
///     text: text.to_owned(),
/// }]);
/// assert!(reading.catalogue.is_none());
/// let places = reading.faults.iter().filter_map(|fault| fault.place.as_ref());
/// let places: Vec<&str> = places.map(|place| &text[place.span.clone()]).collect();
/// assert_eq!(places, ["\"Gator och vägar\"", "namn"]);
/// ```
#[derive(Debug, Default)]
pub struct Reading {
    /// The files that were read, which the faults point into.
    pub files: Vec<TextFile>,
    /// Everything that is wrong, in the order of the files.
    pub faults: Vec<Fault>,
    /// Where every entry was written.
    pub origins: Origins,
    /// The catalogue, if no fault is an error.
    pub catalogue: Option<Catalogue>,
}

impl Reading {
    /// Reads the catalogue that the program carries.
    pub fn embedded() -> Self {
        Self::of_texts(Texts::embedded().files)
    }

    /// Reads a catalogue from a folder of TOML files, in the order of their names, or from a single file.
    ///
    /// What cannot be read is a fault like any other.
    pub fn of_path(path: &Path) -> Self {
        Texts::of_path(path).read()
    }

    /// Reads a catalogue from texts that are already at hand.
    pub fn of_texts(files: Vec<TextFile>) -> Self {
        Self::of_texts_telling(files, &Progress::default())
    }

    fn of_texts_telling(mut files: Vec<TextFile>, progress: &Progress) -> Self {
        let all = files.iter().map(|file| file.text.len()).sum();
        progress.all.store(all, Ordering::Relaxed);
        let mut faults = Vec::new();
        let mut lost = Lost::default();
        let mut torn = Vec::new();
        let mut parsed = Vec::new();
        for file in &mut files {
            if file.text.starts_with(BYTE_ORDER_MARK) {
                file.text.drain(..BYTE_ORDER_MARK.len_utf8());
            }
        }
        for ((number, file), parse) in files.iter().enumerate().zip(parse_all(&files, progress)) {
            faults.extend(parse.faults.into_iter().map(|(kind, span)| Fault {
                kind,
                place: Some(Place { file: number, span }),
                other: None,
            }));
            for tear in parse.tears {
                lost.take(&file.text, &tear);
                torn.push((number, tear));
            }
            parsed.push((number, parse.content));
        }
        let linked = link(&parsed, lost);
        faults.extend(linked.faults);
        faults.retain(|fault| !is_consequence(fault, &torn));
        faults.sort_by_key(|fault| {
            fault
                .place
                .as_ref()
                .map(|place| (place.file, place.span.start))
        });
        faults.dedup();
        let failed = faults
            .iter()
            .any(|fault| fault.kind.severity() == Severity::Error);
        let catalogue = linked.catalogue.filter(|_| !failed);
        Self {
            files,
            faults,
            origins: Origins(linked.origins),
            catalogue,
        }
    }

    /// How many faults are as bad as this.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults
            .iter()
            .filter(|fault| fault.kind.severity() == severity)
            .count()
    }
}

/// The texts of a catalogue, before anybody has read what they say.
#[derive(Debug, Default)]
pub struct Texts {
    /// The files, in the order of their names.
    pub files: Vec<TextFile>,
    /// What could not be read at all.
    faults: Vec<Fault>,
}

impl Texts {
    /// Those that the program carries.
    pub fn embedded() -> Self {
        let file = |&(name, text): &(&str, &str)| TextFile {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        Self {
            files: embedded::FILES.iter().map(file).collect(),
            faults: Vec::new(),
        }
    }

    /// Those of a folder of TOML files, in the order of their names, or of a single file.
    pub fn of_path(path: &Path) -> Self {
        if !path.is_dir() {
            return Self::of_file(read_text(path));
        }
        let mut texts = Self::default();
        match catalogue_files(path) {
            Ok(paths) => {
                let mut room = LARGEST_CATALOGUE;
                for file in paths {
                    match read_kept(&file) {
                        Ok(file) => {
                            let Some(left) = room.checked_sub(file.text.len() as u64) else {
                                texts.fault(FaultKind::TooMuch {
                                    path: shown(path),
                                    megabytes: (LARGEST_CATALOGUE / MEGABYTE).to_string(),
                                });
                                break;
                            };
                            room = left;
                            texts.files.push(file);
                        }
                        Err(kind) => texts.fault(kind),
                    }
                }
            }
            Err(error) => texts.fault(unreadable(path, &error)),
        }
        if texts.files.is_empty() && texts.faults.is_empty() {
            texts.fault(FaultKind::NoFiles { path: shown(path) });
        }
        texts
    }

    /// The text of a single file, or why there is none.
    pub(crate) fn of_file(read: Result<TextFile, FaultKind>) -> Self {
        let mut texts = Self::default();
        match read {
            Ok(file) => texts.files.push(file),
            Err(kind) => texts.fault(kind),
        }
        texts
    }

    /// Their sum; none where something could not be read, for then they are not all there.
    pub fn sum(&self) -> Option<TextSum> {
        self.faults.is_empty().then(|| TextSum::of(&self.files))
    }

    /// Reads what they say.
    pub fn read(self) -> Reading {
        self.read_telling(&Progress::default())
    }

    /// Reads what they say, and tells meanwhile how far it has come.
    pub fn read_telling(self, progress: &Progress) -> Reading {
        if self.files.is_empty() {
            return Reading {
                files: self.files,
                faults: self.faults,
                origins: Origins::default(),
                catalogue: None,
            };
        }
        let mut reading = Reading::of_texts_telling(self.files, progress);
        if !self.faults.is_empty() {
            reading.catalogue = None;
            // What the others refer to may stand in what could not be read.
            reading.faults.retain(|fault| !fault.kind.is_reference());
            reading.faults.splice(0..0, self.faults);
        }
        reading
    }

    fn fault(&mut self, kind: FaultKind) {
        self.faults.push(Fault {
            kind,
            place: None,
            other: None,
        });
    }
}

/// What one file holds, and what is wrong with it by itself.
struct Parsed<T> {
    content: T,
    faults: Vec<(FaultKind, Range<usize>)>,
    tears: Vec<Tear>,
}

/// More threads than this do not read faster.
const MOST_READERS: usize = 4;

/// Reads files side by side: reading is most of the time that a start takes.
fn parse_all(files: &[TextFile], progress: &Progress) -> Vec<Parsed<CatalogueFile>> {
    let read_one = |file: &TextFile| {
        let parsed = parse::<CatalogueFile>(&file.text, schema::schema);
        progress.read.fetch_add(file.text.len(), Ordering::Relaxed);
        parsed
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    shared(files, processors.min(MOST_READERS), read_one)
}

/// Reads one file into the types of a format, leaving out what does not fit.
fn parse<T: DeserializeOwned + Default>(text: &str, schema: impl FnOnce() -> Value) -> Parsed<T> {
    if let Ok(content) = toml::from_str(text) {
        return Parsed {
            content,
            faults: Vec::new(),
            tears: Vec::new(),
        };
    }
    let (mended, tears) = torn::mend(text);
    let (mut table, _) = DeTable::parse_recoverable(&mended);
    let mut faults: Vec<_> = tears
        .iter()
        .map(|tear| {
            let reason = tear.reason.clone();
            (FaultKind::Syntax { reason }, tear.span.clone())
        })
        .collect();
    faults.extend(shape::take_out_misfits(&schema(), &mut table));
    let content = T::deserialize(toml::de::Deserializer::from(table));
    if let (Err(error), true) = (&content, faults.is_empty()) {
        // The schema let something through that the types refuse: still an error, told in the parser's words.
        let reason = untrusted::plain(error.message()).into_owned();
        let span = error.span().unwrap_or_default();
        faults.push((FaultKind::Syntax { reason }, span));
    }
    Parsed {
        content: content.unwrap_or_default(),
        faults,
        tears,
    }
}

/// Reads a text in another format than the catalogue's, with faults of the same kinds.
pub(crate) fn read_as<T: DeserializeOwned + Default>(
    text: &str,
    schema: impl FnOnce() -> Value,
) -> (T, Vec<Fault>) {
    let parse = parse(text, schema);
    let faults = parse.faults.into_iter().map(|(kind, span)| Fault {
        kind,
        place: Some(Place { file: 0, span }),
        other: None,
    });
    (parse.content, faults.collect())
}

/// The keys and headings of the uppermost level of a text, also where lines of it are no TOML.
pub(crate) fn uppermost_keys(text: &str) -> BTreeSet<String> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let (mended, tears) = torn::mend(text);
    let (table, _) = DeTable::parse_recoverable(&mended);
    let keys = table.get_ref().keys();
    let mut keys: BTreeSet<String> = keys.map(|key| key.get_ref().to_string()).collect();
    // A torn line names what it was meant to be before it tears.
    keys.extend(tears.iter().filter_map(|tear| {
        let (above, line) = (text.get(..tear.lines.start)?, text.get(tear.lines.clone())?);
        let is_heading = |line: &str| line.trim_start().starts_with('[');
        if !is_heading(line) && above.lines().any(is_heading) {
            return None;
        }
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || "[\"'".contains(c));
        let key = line.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        key.into_iter().next().map(str::to_owned)
    }));
    keys
}

/// Whether a folder holds TOML files that could be a catalogue.
pub fn holds_toml(folder: &Path) -> bool {
    folder.is_dir() && catalogue_files(folder).is_ok_and(|files| !files.is_empty())
}

/// Whether a fault only follows from another one: from a stand-in for something that did not fit, or from lines that
/// are no TOML.
fn is_consequence(fault: &Fault, torn: &[(usize, Tear)]) -> bool {
    let stands_in = |place: &Option<Place>| {
        place
            .as_ref()
            .is_some_and(|place| place.span == shape::STAND_IN)
    };
    let Some(place) = &fault.place else {
        return false;
    };
    stands_in(&fault.place)
        || stands_in(&fault.other)
        || torn.iter().any(|(file, tear)| {
            *file == place.file && fault.kind.is_absence() && tear.entry.contains(&place.span.start)
        })
}

/// The files of a catalogue: the TOML files of a folder in the order of their names, or the file itself.
pub(crate) fn catalogue_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
            && !is_hidden
            && !is_verdicts(&path)
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The file beside the catalogue that the program itself writes.
fn is_verdicts(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "verdicts.toml")
}

/// Reads a text file that nobody has named by itself, or says why it cannot be read. What only looks like one is not
/// opened: a pipe would keep the program waiting for somebody to write into it.
pub(crate) fn read_kept(path: &Path) -> Result<TextFile, FaultKind> {
    let is_other = |data: fs::Metadata| !data.is_file() && !data.is_dir();
    if fs::metadata(path).is_ok_and(is_other) {
        return Err(FaultKind::Unreadable {
            path: shown(path),
            reason: "no-file".to_owned(),
        });
    }
    read_text(path)
}

/// Reads a text file, or whatever else somebody has named to be read, or says why it cannot be read.
pub(crate) fn read_text(path: &Path) -> Result<TextFile, FaultKind> {
    let mut bytes = Vec::new();
    read_bytes(path, &mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| FaultKind::NotText { path: shown(path) })?;
    Ok(TextFile {
        name: shown(path),
        text,
    })
}

/// Reads a file into a buffer, in place of what that holds.
pub(super) fn read_bytes(path: &Path, bytes: &mut Vec<u8>) -> Result<(), FaultKind> {
    let too_large = |length: u64| {
        (length > LARGEST_FILE).then(|| FaultKind::TooLarge {
            path: shown(path),
            megabytes: (LARGEST_FILE / MEGABYTE).to_string(),
        })
    };
    let refused = |error: io::Error| unreadable(path, &error);
    let length = fs::metadata(path).map_err(refused)?.len();
    too_large(length).map_or(Ok(()), Err)?;
    // What a file says of its length need not be true: a device has none, and never ends.
    bytes.clear();
    bytes.reserve(usize::try_from(length + 1).unwrap_or(0));
    let file = File::open(path).map_err(refused)?;
    let read = file.take(LARGEST_FILE + 1).read_to_end(bytes);
    read.map_err(refused)?;
    too_large(bytes.len() as u64).map_or(Ok(()), Err)
}

fn unreadable(path: &Path, error: &io::Error) -> FaultKind {
    FaultKind::Unreadable {
        path: shown(path),
        reason: match error.kind() {
            io::ErrorKind::NotFound => "not-found".to_owned(),
            io::ErrorKind::PermissionDenied => "denied".to_owned(),
            io::ErrorKind::IsADirectory => "folder".to_owned(),
            _ if leads_to_itself(error) => "loop".to_owned(),
            _ => error.to_string(),
        },
    }
}

/// Whether the system gave up following links.
fn leads_to_itself(error: &io::Error) -> bool {
    #[cfg(unix)]
    return rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP);
    #[cfg(not(unix))]
    {
        let _ = error;
        false
    }
}

fn shown(path: &Path) -> String {
    untrusted::plain(&path.display().to_string()).into_owned()
}
