//! A scenario: what a catalogue would be if responsibilities moved, ended or were added from a day on. Nothing is written;
//! the catalogue in memory is another one, to be [compared](crate::compare) with the real one.
//!
//! It is read as the catalogue is: all that is wrong is told at once, each with its place.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use crate::catalogue::{
    Catalogue, Fault, FaultKind, FaultPlace, Origins, Reading, STAND_IN, TextFile, Texts, read_as,
    read_text, schema_of, uppermost_keys,
};
use crate::untrusted;

mod apply;
mod file;

use apply::{Applying, Found};
use file::ScenarioFile;

/// A catalogue as it would be.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::{Reading, TextFile};
/// use hanvisa::directory::Directory;
/// use hanvisa::scenario::Scenario;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let text = r#"
///     scenario = { name = "En part för skymmande häckar", at = 2027-01-01 }
///     [[move]]
///     services = ["hack-sikt"]
///     from = "bmb"
///     to = "teknisk-namnd"
/// "#;
/// let file = TextFile { name: "hackar.toml".to_owned(), text: text.to_owned() };
/// let scenario = Scenario::of_text(file, &catalogue, None).map_err(|_| "a fault in it")?;
/// let hedges = catalogue.find_service("hack-sikt").ok_or("no such service")?;
/// let directory = Directory::at(Arc::new(scenario.catalogue), "2027-01-01".parse()?);
/// let mut bodies = directory.duties(hedges).map(|duty| directory.brief(duty.organisation));
/// assert!(bodies.all(|name| name != "BMN"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Scenario {
    /// What the scenario is called.
    pub name: String,
    /// The catalogue with what the scenario changes. Handles into the real catalogue mean the same in this one.
    pub catalogue: Catalogue,
    /// The days on which something changes, at least one.
    pub days: BTreeSet<NaiveDate>,
}

impl Scenario {
    /// The first day on which something of it holds.
    pub fn first_day(&self) -> NaiveDate {
        self.days.first().copied().unwrap_or_default()
    }

    /// The first day on which all of it holds.
    pub fn day(&self) -> NaiveDate {
        self.days.last().copied().unwrap_or_default()
    }

    /// Reads a scenario from a text and applies it to a catalogue. It may change nothing before `today`, where that is
    /// given.
    ///
    /// # Errors
    /// The reading, with everything that is wrong with the text.
    pub fn of_text(
        mut file: TextFile,
        catalogue: &Catalogue,
        today: Option<NaiveDate>,
    ) -> Result<Self, Box<Reading>> {
        if file.text.starts_with('\u{feff}') {
            file.text.drain(..'\u{feff}'.len_utf8());
        }
        let (written, mut faults) = read_as::<ScenarioFile>(&file.text, schema);
        for fault in &mut faults {
            // The words for a whole file are those of a catalogue.
            if let FaultKind::UnknownKey { table, .. } | FaultKind::MissingKey { table, .. } =
                &mut fault.kind
                && table == "file"
            {
                "scenario-file".clone_into(table);
            }
            if let FaultKind::EmptyList { format, .. } = &mut fault.kind {
                "scenario".clone_into(format);
            }
        }
        let is_torn = faults
            .iter()
            .any(|fault| matches!(fault.kind, FaultKind::Syntax { .. }));
        if is_torn {
            // What is missing may stand in the lines that could not be read.
            faults.retain(|fault| !matches!(fault.kind, FaultKind::MissingKey { .. }));
        }
        let mut applying = Applying::to(catalogue);
        applying.carry_out(&written, today);
        if faults.is_empty() {
            applying.changes_something(&written);
        }
        let Applying {
            organisations,
            services,
            faults: found,
            days,
            ..
        } = applying;
        let place = |span| FaultPlace { file: 0, span };
        let told = |found: Found| Fault {
            kind: found.kind,
            place: Some(place(found.span)),
            other: found.other.map(place),
        };
        // What follows from a value that did not fit has been told already.
        faults.extend(
            found
                .into_iter()
                .filter(|found| found.span != STAND_IN)
                .map(told),
        );
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.place.as_ref().map(|place| place.span.start));
            return Err(refused(vec![file], faults));
        }
        Ok(Self {
            name: untrusted::plain(written.scenario.value.name.value.trim()).into_owned(),
            catalogue: catalogue.altered(organisations, services),
            days,
        })
    }
}

/// What somebody has named, read once: a pipe can be read no more often.
#[derive(Debug)]
pub enum Named {
    /// The text of a scenario.
    Scenario(TextFile),
    /// The texts of a catalogue.
    Catalogue(Texts),
}

impl Named {
    /// Reads what is at a path. A file holds a scenario rather than a catalogue where it has a table of a scenario, however
    /// that is written, and nothing that says it is a catalogue: so a file with faults is told of as what it was meant to
    /// be. What cannot be read is told of as a catalogue.
    pub fn of_path(path: &Path) -> Self {
        if path.is_dir() {
            return Self::Catalogue(Texts::of_path(path));
        }
        match read_text(path) {
            Ok(file) if is_meant_as_scenario(&file.text) => Self::Scenario(file),
            read => Self::Catalogue(Texts::of_file(read)),
        }
    }
}

fn is_meant_as_scenario(text: &str) -> bool {
    let keys = uppermost_keys(text);
    let has = |key: &&str| keys.contains(*key);
    has(&"scenario") || (["move", "end", "add"].iter().any(has) && !has(&"catalogue"))
}

/// The JSON Schema (draft 2020-12) of a scenario, for editors that complete and check TOML.
pub fn schema() -> Value {
    schema_of::<ScenarioFile>()
}

fn refused(files: Vec<TextFile>, faults: Vec<Fault>) -> Box<Reading> {
    Box::new(Reading {
        files,
        faults,
        origins: Origins::default(),
        catalogue: None,
    })
}

#[cfg(test)]
mod tests;
