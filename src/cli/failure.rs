//! Why a command could not be carried out: what, where, and what to do.

use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::crash::Crash;
use crate::catalogue::{Reading, Severity};
use crate::locale::Locale;
use crate::session::CataloguePlace;
use crate::untrusted;

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The command line makes no sense.
    Usage {
        /// What is wrong.
        what: String,
        /// What to do.
        advice: Vec<String>,
    },
    /// The catalogue cannot be used.
    Catalogue {
        /// What came of reading it.
        reading: Box<Reading>,
        /// Where it is.
        place: CataloguePlace,
    },
    /// The settings cannot be used.
    Config(Box<Reading>),
    /// The verdicts cannot be used.
    Verdicts(Box<Reading>),
    /// There is no place to keep verdicts in.
    NoHome,
    /// A scenario that cannot be used.
    Scenario(Box<Reading>),
    /// No moment.
    Moment {
        /// The flag it was written for.
        flag: &'static str,
        /// As written.
        written: String,
    },
    /// A last day before the day it is counted from.
    PassedDay {
        /// The flag it was written for.
        flag: &'static str,
        /// The day.
        day: NaiveDate,
    },
    /// No municipality of the catalogue, and no place in one.
    Municipality {
        /// As written.
        written: String,
        /// The most similar names, each with what it stands for.
        nearest: Vec<String>,
        /// The municipalities there are.
        all: Vec<String>,
    },
    /// No organisation of the catalogue.
    Organisation {
        /// As written.
        written: String,
        /// The most similar ids.
        nearest: Vec<String>,
    },
    /// A place that lies in several municipalities.
    SharedPlace {
        /// The place.
        place: String,
        /// Where it lies.
        municipalities: Vec<String>,
    },
    /// The terminal program without a terminal.
    NoTerminal,
    /// A folder that already holds a catalogue.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// A file that cannot be written.
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// The terminal cannot be used any more.
    Terminal(io::Error),
    /// The program itself has failed.
    Crash(Crash),
    /// The answer itself cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Whether nobody reads the answer any more, as when it is piped to `head`. That is no failure.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// What is wrong and where, in a line.
    pub fn what(&self, locale: &Locale) -> String {
        let plain = |text: &str| untrusted::plain(text).into_owned();
        match self {
            Self::Usage { what, .. } => what.clone(),
            Self::Catalogue { reading, .. } => {
                let errors = reading.count(Severity::Error);
                locale.count("error-catalogue", errors, &[])
            }
            Self::Config(reading) => {
                let errors = reading.count(Severity::Error);
                locale.count("error-config", errors, &[])
            }
            Self::Verdicts(_) => locale.text("error-verdicts").into_owned(),
            Self::NoHome => locale.text("error-no-home").into_owned(),
            Self::Scenario(reading) => {
                let errors = reading.count(Severity::Error);
                locale.count("error-scenario", errors, &[])
            }
            Self::Moment { flag, written } => {
                let known = [("flag", *flag), ("written", &plain(written))];
                locale.with("error-moment", &known)
            }
            Self::PassedDay { flag, day } => {
                let known = [("flag", *flag), ("day", &day.to_string())];
                locale.with("error-passed-day", &known)
            }
            Self::Municipality { written, .. } => {
                locale.with("error-municipality", &[("written", &plain(written))])
            }
            Self::Organisation { written, .. } => {
                locale.with("error-organisation", &[("written", &plain(written))])
            }
            Self::SharedPlace {
                place,
                municipalities,
            } => locale.with(
                "error-shared-place",
                &[
                    ("place", &plain(place)),
                    ("municipalities", &municipalities.join(", ")),
                ],
            ),
            Self::NoTerminal => locale.text("error-no-terminal").into_owned(),
            Self::NotEmpty { folder } => locale.with(
                "error-not-empty",
                &[("folder", &plain(&folder.display().to_string()))],
            ),
            Self::Unwritable { path, reason } => locale.with(
                "error-unwritable",
                &[
                    ("path", &plain(&path.display().to_string())),
                    ("reason", &reason_words(reason, locale)),
                ],
            ),
            Self::Terminal(error) => locale.with(
                "error-terminal",
                &[("reason", &reason_words(error, locale))],
            ),
            Self::Crash(_) => locale.text("error-crash").into_owned(),
            Self::Output(error) => {
                locale.with("error-output", &[("reason", &reason_words(error, locale))])
            }
        }
    }

    /// What to do about it, a line each.
    pub fn advice(&self, locale: &Locale) -> Vec<String> {
        let text = |key: &str| vec![locale.text(key).into_owned()];
        let plain = |text: &str| untrusted::plain(text).into_owned();
        match self {
            Self::Usage { advice, .. } => advice.clone(),
            Self::Catalogue { place, .. } => {
                let path = match place {
                    CataloguePlace::Path(path) => plain(&path.display().to_string()),
                    CataloguePlace::Embedded => String::new(),
                };
                vec![locale.with("error-catalogue-advice", &[("path", &path)])]
            }
            Self::Config(_) => text("error-config-advice"),
            Self::Verdicts(_) => text("error-verdicts-advice"),
            Self::NoHome => text("error-no-home-advice"),
            Self::Scenario(_) => text("error-scenario-advice"),
            Self::Moment { .. } => text("error-moment-advice"),
            Self::PassedDay { .. } => text("error-passed-day-advice"),
            Self::Municipality { nearest, all, .. } => {
                let did_you_mean = nearest
                    .iter()
                    .map(|nearest| locale.with("error-did-you-mean", &[("nearest", nearest)]));
                let all = locale.with("error-municipalities", &[("all", &all.join(", "))]);
                did_you_mean.chain([all]).collect()
            }
            Self::Organisation { nearest, .. } => {
                let did_you_mean = nearest
                    .iter()
                    .map(|nearest| locale.with("error-did-you-mean", &[("nearest", nearest)]));
                did_you_mean.collect()
            }
            Self::SharedPlace { .. } => text("error-shared-place-advice"),
            Self::NoTerminal => text("error-no-terminal-advice"),
            Self::NotEmpty { .. } => text("error-not-empty-advice"),
            Self::Crash(crash) => {
                let report = match &crash.report {
                    Some(path) => {
                        let path = plain(&path.display().to_string());
                        locale.with("error-crash-report", &[("path", &path)])
                    }
                    None => locale.with("error-crash-no-report", &[("place", &crash.place)]),
                };
                vec![locale.text("error-crash-nothing-lost").into_owned(), report]
            }
            Self::Unwritable { .. } | Self::Terminal(_) | Self::Output(_) => Vec::new(),
        }
    }
}

impl Failure {
    /// How an answer is without that which cannot be used, where there can be one.
    pub fn without(&self, locale: &Locale) -> Option<String> {
        match self {
            Self::Verdicts(_) => Some(locale.text("warning-no-verdicts").into_owned()),
            _ => None,
        }
    }
}

/// Why the system refuses, in the user's language where it is one of the common reasons.
fn reason_words(error: &io::Error, locale: &Locale) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "reason-not-found",
        io::ErrorKind::PermissionDenied => "reason-denied",
        io::ErrorKind::IsADirectory => "reason-folder",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "reason-in-the-way",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "reason-full",
        io::ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        _ => return untrusted::plain(&error.to_string()).into_owned(),
    };
    locale.text(key).into_owned()
}
