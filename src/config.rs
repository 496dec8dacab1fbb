//! The settings file: what the user wants to be different.
//!
//! It is read as the catalogue is, so that what is wrong in it is told in the same way: all of it, with its place.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::catalogue::{At, Fault, FaultKind, FaultPlace, OneOrMany, Origins, Reading, TextFile};
use crate::catalogue::{read_as, read_kept, read_text, schema_of};
use crate::locale::Language;
use crate::paths;
use crate::untrusted;

/// The settings that hold when nothing is said, with a word about each.
pub const DEFAULT: &str = include_str!("../config/default.toml");

/// The user's settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The file they were read from; none where there is none.
    pub file: Option<TextFile>,
    /// The folder of the catalogue.
    pub catalogue: Option<PathBuf>,
    /// The municipality to start with, as written.
    pub municipality: Option<At<String>>,
    /// The language.
    pub language: Option<Language>,
    /// The colours of the screen.
    pub theme: Theme,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether the terminal's cursor stands on what is selected.
    pub accessible: bool,
    /// The keys of commands, in the order of the commands' names.
    pub keys: Vec<KeyChoice>,
}

/// The keys that the user wants for a command, as written: the key map knows whether they exist.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyChoice {
    /// The command's name.
    pub command: At<String>,
    /// The names of the keys.
    pub keys: Vec<At<String>>,
}

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Whatever suits the terminal.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// The strongest contrast there is.
    Contrast,
    /// No colours.
    Mono,
}

impl Theme {
    /// The name of a shipped theme; none where the terminal decides.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Dark => Some("dark"),
            Self::Light => Some("light"),
            Self::Contrast => Some("contrast"),
            Self::Mono => Some("mono"),
        }
    }
}

/// The file as people write it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ConfigFile {
    catalogue: Option<String>,
    municipality: Option<At<String>>,
    language: Option<WrittenLanguage>,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    mouse: bool,
    #[serde(default)]
    accessible: bool,
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, OneOrMany<String>>")]
    keys: BTreeMap<Spanned<String>, OneOrMany<String>>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum WrittenLanguage {
    Sv,
    En,
}

impl Config {
    /// Reads the settings from a file that somebody has named, which may be a pipe.
    ///
    /// # Errors
    /// The reading, with everything that is wrong with the file.
    pub fn of_path(path: &Path) -> Result<Self, Box<Reading>> {
        Self::of_read(path, read_text(path))
    }

    /// Reads the settings from the file in their usual place.
    ///
    /// # Errors
    /// The reading, with everything that is wrong with the file.
    pub fn of_user(path: &Path) -> Result<Self, Box<Reading>> {
        Self::of_read(path, read_kept(path))
    }

    fn of_read(path: &Path, read: Result<TextFile, FaultKind>) -> Result<Self, Box<Reading>> {
        match read {
            Ok(file) => Self::of_text(path, file),
            Err(kind) => Err(refused(
                Vec::new(),
                vec![Fault {
                    kind,
                    place: None,
                    other: None,
                }],
            )),
        }
    }

    /// Reads the settings from a text; relative paths in it start beside `path`.
    ///
    /// # Errors
    /// The reading, with everything that is wrong with the text.
    pub fn of_text(path: &Path, file: TextFile) -> Result<Self, Box<Reading>> {
        let (written, mut faults) = read_as::<ConfigFile>(&file.text, schema_of::<ConfigFile>);
        faults.sort_by_key(|fault| fault.place.as_ref().map(|place| place.span.start));
        for fault in &mut faults {
            // The words for files are those of a catalogue.
            match &mut fault.kind {
                FaultKind::UnknownKey { table, .. } if table == "file" => {
                    "settings".clone_into(table);
                }
                FaultKind::Syntax { reason } if reason == "heading" => {
                    "settings-heading".clone_into(reason);
                }
                FaultKind::EmptyList { .. } => {
                    let place = fault.place.as_ref().map_or(0, |place| place.span.start);
                    let command = untrusted::plain(key_before(&file.text, place)).into_owned();
                    fault.kind = FaultKind::NoKeys { command };
                }
                _ => {}
            }
        }
        if !faults.is_empty() {
            return Err(refused(vec![file], faults));
        }
        Ok(Self {
            file: Some(file),
            catalogue: written
                .catalogue
                .map(|written| paths::written_in(path, &written)),
            municipality: written.municipality,
            language: written.language.map(|language| match language {
                WrittenLanguage::Sv => Language::Swedish,
                WrittenLanguage::En => Language::English,
            }),
            theme: written.theme,
            mouse: written.mouse,
            accessible: written.accessible,
            keys: written.keys.into_iter().map(KeyChoice::from).collect(),
        })
    }

    /// A reading that says what is wrong at places in the settings, for those who know what the words stand for.
    pub fn refused(&self, faults: Vec<(FaultKind, Range<usize>)>) -> Box<Reading> {
        let at = |(kind, span)| Fault {
            kind,
            place: Some(FaultPlace { file: 0, span }),
            other: None,
        };
        refused(
            self.file.iter().cloned().collect(),
            faults.into_iter().map(at).collect(),
        )
    }
}

/// The key of the value that begins at a place.
fn key_before(text: &str, place: usize) -> &str {
    let before = text.get(..place).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let key = line.trim().trim_end_matches('=').trim();
    key.trim_matches(['"', '\''])
}

impl From<(Spanned<String>, OneOrMany<String>)> for KeyChoice {
    fn from((command, keys): (Spanned<String>, OneOrMany<String>)) -> Self {
        let span = command.span();
        Self {
            command: At {
                value: command.into_inner(),
                span,
            },
            keys: keys.0,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, Box<Reading>> {
        let file = TextFile {
            name: "config.toml".into(),
            text: text.into(),
        };
        Config::of_text(Path::new("/etc/hanvisa/config.toml"), file)
    }

    /// What is wrong with a text, and what stands at the place.
    fn faults(text: &str) -> Vec<(FaultKind, String)> {
        let reading = read(text).unwrap_err();
        let at = |fault: &Fault| text[fault.place.clone().unwrap().span].to_owned();
        reading
            .faults
            .iter()
            .map(|fault| (fault.kind.clone(), at(fault)))
            .collect()
    }

    #[test]
    fn the_documented_defaults_are_what_an_empty_file_means() {
        let unread = |config: Config| Config {
            file: None,
            ..config
        };
        assert_eq!(unread(read(DEFAULT).unwrap()), Config::default());
        assert_eq!(unread(read("").unwrap()), Config::default());
    }

    #[test]
    fn every_key_is_documented_and_its_example_can_be_used() {
        let uncommented: Vec<_> = DEFAULT
            .lines()
            .map(|line| {
                line.strip_prefix("# ")
                    .filter(|rest| rest.contains(" = "))
                    .unwrap_or(line)
            })
            .collect();
        let uncommented = uncommented.join("\n");
        let config = read(&uncommented).unwrap();
        let schema = schema_of::<ConfigFile>();
        for key in schema["properties"].as_object().unwrap().keys() {
            assert!(
                uncommented.contains(&format!("\n{key} =")) || key == "keys",
                "{key}"
            );
        }
        assert_eq!(config.municipality.unwrap().value, "nora");
        assert_eq!(config.language, Some(Language::Swedish));
        assert_eq!(config.keys[0].keys.len(), 2);
    }

    #[test]
    fn everything_that_is_wrong_is_told_with_its_place() {
        let found = faults("thme = \"dark\"\nmouse = \"ja\"\ntheme = \"drak\"\n[keys]\ncopy = 3\n");
        let kinds: Vec<_> = found.iter().map(|(kind, _)| kind.code()).collect();
        assert_eq!(
            kinds,
            [
                "fault-unknown-key",
                "fault-wrong-type",
                "fault-unknown-word",
                "fault-wrong-type"
            ]
        );
        let places: Vec<_> = found.iter().map(|(_, at)| at.as_str()).collect();
        assert_eq!(places, ["thme", "\"ja\"", "\"drak\"", "3"]);
        assert!(matches!(&found[0].0, FaultKind::UnknownKey { nearest, .. } if nearest == "theme"));
    }

    #[test]
    fn what_is_wrong_is_said_of_settings_and_not_of_a_catalogue() {
        let swedish = crate::locale::Locale::new(Language::Swedish);
        let (kind, at) = faults("[keys]\nquit = []\n").remove(0);
        assert_eq!((kind.code(), at.as_str()), ("fault-no-keys", "[]"));
        assert_eq!(kind.title(&swedish), "quit har inga tangenter i listan");
        let (kind, _) = faults("[keys\nquit = \"ctrl-q\"\n").remove(0);
        assert_eq!(kind.expected(&swedish).unwrap(), "skriv så: [keys]");
        let (kind, _) = faults("theme = dark\"\n").remove(0);
        assert_eq!(
            kind.title(&swedish),
            "texten saknar det inledande citattecknet"
        );
        let unknown = FaultKind::UnknownId {
            id: "xyz".to_owned(),
            table: "settings".to_owned(),
            nearest: String::new(),
        };
        let said = [unknown.title(&swedish), unknown.advice(&swedish).unwrap()];
        assert_eq!(
            said,
            [
                "det finns ingen kommun eller ort `xyz` i katalogen",
                "skriv en kommun eller ort som katalogen har, eller ta bort raden"
            ]
        );
    }

    #[test]
    fn a_relative_catalogue_starts_beside_the_settings() {
        let config = read("catalogue = \"katalog\"").unwrap();
        assert_eq!(config.catalogue.unwrap(), Path::new("/etc/hanvisa/katalog"));
    }
}
