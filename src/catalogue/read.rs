//! Reads the files of a catalogue and tells everything that is wrong with them at once.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::de::DeTable;

use super::embedded;
use super::fault::{EntryKind, Fault, FaultKind, Place, Severity};
use super::file::CatalogueFile;
use super::link::link;
use super::{Catalogue, schema, shape};
use crate::untrusted;

/// A file larger than this is no hand-kept catalogue; it would only make the program look hung.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

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

/// What came of reading a catalogue.
#[derive(Debug)]
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
        Self::of_texts(
            embedded::FILES
                .iter()
                .map(|&(name, text)| TextFile {
                    name: name.to_owned(),
                    text: text.to_owned(),
                })
                .collect(),
        )
    }

    /// Reads a catalogue from a folder of TOML files, in the order of their names, or from a single file.
    ///
    /// What cannot be read is a fault like any other.
    pub fn of_path(path: &Path) -> Self {
        let mut faults = Vec::new();
        let mut files = Vec::new();
        match toml_files(path) {
            Ok(paths) => {
                for path in paths {
                    match read_text(&path) {
                        Ok(file) => files.push(file),
                        Err(kind) => faults.push(Fault {
                            kind,
                            place: None,
                            other: None,
                        }),
                    }
                }
            }
            Err(error) => faults.push(Fault {
                kind: unreadable(path, &error),
                place: None,
                other: None,
            }),
        }
        if files.is_empty() {
            if faults.is_empty() {
                let kind = FaultKind::NoFiles { path: shown(path) };
                faults.push(Fault {
                    kind,
                    place: None,
                    other: None,
                });
            }
            return Self {
                files,
                faults,
                origins: Origins::default(),
                catalogue: None,
            };
        }
        let mut reading = Self::of_texts(files);
        if !faults.is_empty() {
            reading.catalogue = None;
            reading.faults.splice(0..0, faults);
        }
        reading
    }

    /// Reads a catalogue from texts that are already at hand.
    pub fn of_texts(files: Vec<TextFile>) -> Self {
        let mut faults = Vec::new();
        let mut lost = Vec::new();
        let mut parsed = Vec::new();
        for (number, file) in files.iter().enumerate() {
            let (content, misfits) = parse(&file.text);
            faults.extend(misfits.faults.into_iter().map(|(kind, span)| Fault {
                kind,
                place: Some(Place { file: number, span }),
                other: None,
            }));
            lost.extend(misfits.lost);
            parsed.push((number, content));
        }
        let linked = link(&parsed, lost);
        faults.extend(linked.faults);
        faults.sort_by_key(|fault| {
            fault
                .place
                .as_ref()
                .map(|place| (place.file, place.span.start))
        });
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

/// Reads one file into the types of the format, leaving out what does not fit.
fn parse(text: &str) -> (CatalogueFile, shape::Misfits) {
    if let Ok(content) = toml::from_str(text) {
        return (content, shape::Misfits::default());
    }
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let mut misfits = shape::take_out_misfits(&schema::schema(), &mut table);
    // A syntax error leaves torn values behind; only what is wrong besides is worth telling.
    let torn: Vec<_> = errors.iter().filter_map(toml::de::Error::span).collect();
    misfits.faults.retain(|(_, span)| {
        !torn
            .iter()
            .any(|torn| torn.start <= span.end && span.start <= torn.end)
    });
    misfits.faults.extend(errors.iter().map(syntax));
    match CatalogueFile::deserialize(toml::de::Deserializer::from(table)) {
        Ok(content) => (content, misfits),
        Err(error) => {
            // The schema let something through that the types refuse: still an error, told in the parser's words.
            if misfits.faults.is_empty() {
                misfits.faults.push(syntax(&error));
            }
            (CatalogueFile::default(), misfits)
        }
    }
}

fn syntax(error: &toml::de::Error) -> (FaultKind, std::ops::Range<usize>) {
    let reason = untrusted::plain(error.message()).into_owned();
    (
        FaultKind::Syntax { reason },
        error.span().unwrap_or_default(),
    )
}

/// The TOML files of a folder in the order of their names, or the file itself.
fn toml_files(path: &Path) -> io::Result<Vec<PathBuf>> {
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

fn read_text(path: &Path) -> Result<TextFile, FaultKind> {
    let length = fs::metadata(path)
        .map_err(|error| unreadable(path, &error))?
        .len();
    if length > LARGEST_FILE {
        return Err(FaultKind::TooLarge {
            path: shown(path),
            megabytes: (LARGEST_FILE / 1024 / 1024).to_string(),
        });
    }
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| FaultKind::NotText { path: shown(path) })?;
    let text = text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text);
    Ok(TextFile {
        name: shown(path),
        text,
    })
}

fn unreadable(path: &Path, error: &io::Error) -> FaultKind {
    FaultKind::Unreadable {
        path: shown(path),
        reason: error.to_string(),
    }
}

fn shown(path: &Path) -> String {
    untrusted::plain(&path.display().to_string()).into_owned()
}
