//! What a command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgMatches, Command};
use clap_complete::Shell;

use super::output::Color;
use super::verdict::Said;
use super::{compare, duplicates};
use crate::catalogue::{FindingKind, Verdict};
use crate::locale::Language;
use crate::overlap::matrix::By;

/// What was asked for on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// What every command takes.
    pub shared: Shared,
    /// The command.
    pub request: Request,
}

/// The flags that every command takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The catalogue.
    pub catalogue: Option<PathBuf>,
    /// The settings file.
    pub config: Option<PathBuf>,
    /// The caller's municipality, as written.
    pub municipality: Option<String>,
    /// The moment asked about, as written.
    pub at: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// Whether to use colours.
    pub color: Color,
}

/// A command with what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// The terminal program, with this typed in already.
    Terminal {
        /// The words.
        query: String,
    },
    /// Services that answer to some words.
    Search {
        /// The words.
        query: String,
        /// How many at most.
        limit: usize,
        /// Whether to say why each one is found.
        explain: bool,
        /// How to print them.
        format: Format,
    },
    /// One service and whom to ring.
    Show {
        /// Its id or name.
        service: String,
        /// How to print it.
        format: Format,
    },
    /// What is found about the work.
    Duplicates {
        /// Of which kind, and about whom.
        wanted: duplicates::Wanted,
        /// How to print it.
        format: Format,
    },
    /// Who has every service.
    Matrix {
        /// What stands above the columns.
        by: By,
        /// How to print it.
        format: Format,
    },
    /// What people have decided about a finding.
    Verdict(Said),
    /// What is wrong with a catalogue.
    Check {
        /// Another catalogue than the one in use.
        path: Option<PathBuf>,
        /// How to print it.
        format: Format,
    },
    /// What is different between two days or two catalogues.
    Compare {
        /// Which.
        wanted: compare::Wanted,
        /// How to print it.
        format: Format,
    },
    /// The report for a steering group.
    Report {
        /// Where to.
        path: PathBuf,
        /// Since when it says what has changed, as written.
        from: Option<String>,
    },
    /// The format of files that people write.
    Schema {
        /// Of which.
        of: Written,
    },
    /// The embedded catalogue as files.
    Init {
        /// Where to.
        folder: PathBuf,
    },
    /// A script that lets a shell complete the command line.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// The manual page.
    Man,
}

/// What people write files of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// A catalogue.
    #[default]
    Catalogue,
    /// A scenario.
    Scenario,
}

impl Written {
    /// The words for them on the command line.
    pub const WORDS: [&'static str; 2] = ["catalogue", "scenario"];
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For reading: a card, or one hit a line.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For scripts of the shell: one hit a line, values separated by tabs.
    Tsv,
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
}

/// How many hits are printed when nothing else is said.
const LIMIT: u32 = 20;

/// The language and the settings file named on a command line that is not yet understood.
///
/// They must be known before it can be: its help and its errors are in that language.
pub fn early(arguments: &[OsString]) -> Shared {
    let mut found = Shared::default();
    let mut rest = arguments
        .iter()
        .skip(1)
        .filter_map(|argument| argument.to_str());
    while let Some(argument) = rest.next() {
        if argument == "--" {
            break;
        }
        let mut value_of = |flag: &str| match argument.strip_prefix(flag)? {
            "" => rest.next(),
            tail => tail.strip_prefix('='),
        };
        if let Some(code) = value_of("--lang") {
            found.language = Language::from_code(code);
        } else if let Some(path) = value_of("--config") {
            found.config = Some(path.into());
        }
    }
    found
}

/// Understands a command line.
///
/// # Errors
/// What clap found wrong with it, or the help or version that was asked for.
pub fn parse(command: Command, arguments: &[OsString]) -> Result<Invocation, clap::Error> {
    let matches = command.clone().try_get_matches_from(arguments)?;
    let (name, own) = matches.subcommand().unwrap_or(("", &matches));
    let request = match name {
        "search" => Request::Search {
            query: words_of(own, "query"),
            limit: own.get_one::<u32>("limit").copied().unwrap_or(LIMIT) as usize,
            explain: own.get_flag("explain"),
            format: format_of(own),
        },
        "show" => Request::Show {
            service: words_of(own, "service"),
            format: format_of(own),
        },
        "duplicates" => Request::Duplicates {
            wanted: duplicates::Wanted {
                kind: one_of(own, "kind", FindingKind::ALL, FindingKind::word),
                organisation: text(own, "organisation"),
            },
            format: format_of(own),
        },
        "matrix" => Request::Matrix {
            by: one_of(own, "by", By::ALL, By::word).unwrap_or_default(),
            format: format_of(own),
        },
        "verdict" => Request::Verdict(Said {
            id: text(own, "id").unwrap_or_default(),
            verdict: one_of(own, "verdict", Verdict::ALL, Verdict::word).unwrap_or_default(),
            until: text(own, "until"),
            by: text(own, "by"),
            note: text(own, "note"),
        }),
        "check" => Request::Check {
            path: own.get_one::<PathBuf>("path").cloned(),
            format: format_of(own),
        },
        "compare" => Request::Compare {
            wanted: compare::Wanted {
                places: own
                    .get_many::<PathBuf>("places")
                    .into_iter()
                    .flatten()
                    .cloned()
                    .collect(),
                from: text(own, "from"),
                to: text(own, "to"),
            },
            format: format_of(own),
        },
        "report" => Request::Report {
            path: own
                .get_one::<PathBuf>("output")
                .cloned()
                .unwrap_or_default(),
            from: text(own, "from"),
        },
        "schema" => Request::Schema {
            of: match text(own, "of").as_deref() {
                Some("scenario") => Written::Scenario,
                _ => Written::Catalogue,
            },
        },
        "init" => Request::Init {
            folder: own
                .get_one::<PathBuf>("folder")
                .cloned()
                .unwrap_or_default(),
        },
        "completions" => Request::Completions {
            shell: own.get_one("shell").copied().unwrap_or(Shell::Bash),
        },
        "man" => Request::Man,
        "help" => return Err(asked_for_help(command, own.get_one::<String>("command"))),
        _ => Request::Terminal {
            query: words_of(own, "query"),
        },
    };
    let shared = Shared {
        catalogue: own.get_one::<PathBuf>("catalogue").cloned(),
        config: own.get_one::<PathBuf>("config").cloned(),
        municipality: text(own, "municipality"),
        at: text(own, "at"),
        language: text(own, "lang").and_then(|code| Language::from_code(&code)),
        color: text(own, "color")
            .and_then(|word| Color::from_word(&word))
            .unwrap_or_default(),
    };
    Ok(Invocation { shared, request })
}

/// `hanvisa help show` is `hanvisa show --help`.
fn asked_for_help(command: Command, about: Option<&String>) -> clap::Error {
    let name = command.get_name().to_owned();
    let words = [Some(name), about.cloned(), Some("--help".to_owned())];
    let asked = command.try_get_matches_from(words.into_iter().flatten());
    asked
        .err()
        .unwrap_or_else(|| clap::Error::new(clap::error::ErrorKind::DisplayHelp))
}

fn words_of(matches: &ArgMatches, name: &str) -> String {
    let words = matches.get_many::<String>(name).into_iter().flatten();
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

/// The one of these that a flag names by its word.
fn one_of<T>(
    matches: &ArgMatches,
    name: &str,
    all: impl IntoIterator<Item = T>,
    word: impl Fn(T) -> &'static str,
) -> Option<T>
where
    T: Copy,
{
    let written = matches.get_one::<String>(name)?;
    all.into_iter().find(|&one| word(one) == written)
}

fn format_of(matches: &ArgMatches) -> Format {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => Format::Json,
        Some("tsv") => Format::Tsv,
        Some("csv") => Format::Csv,
        Some("markdown") => Format::Markdown,
        _ => Format::Text,
    }
}
