//! The command line: understands it, has a command answer, and says in its exit status how that went.
//!
//! 0 is done; 1 is that the answer is no; 2 is that there could be no answer.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::config::Config;
use crate::locale::{Language, Locale};
use crate::search::read_ahead;
use crate::tui::command::{Entry, TABLE};
use crate::tui::keymap::KeyMap;

mod answer;
mod args;
mod card;
mod check;
mod compare;
mod completions;
mod crash;
mod document;
mod duplicates;
mod failure;
pub mod faults;
mod init;
mod json;
mod line;
mod load;
mod man;
mod matrix;
mod output;
mod place;
mod report;
mod request;
mod schema;
mod search;
mod show;
mod spreadsheet;
mod terminal;
mod usage;
mod verdict;

use failure::Failure;
use line::{Ink, Line};
use load::Question;
use output::{Color, Output};
use request::{Invocation, Request};

/// How a command that could be carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked.
    Done,
    /// It looked, and the answer is no.
    No,
}

/// Carries out a command line, program name first, and gives the exit status.
pub fn run(arguments: &[OsString]) -> ExitCode {
    crash::report_panics();
    let early = request::early(arguments);
    let config = load::config(early.config.as_deref());
    let language = early
        .language
        .or_else(|| config.as_ref().ok()?.language)
        .unwrap_or_else(|| Language::from_environment(|name| std::env::var(name).ok()));
    let locale = Locale::new(language);

    let (color, outcome) = match request::parse(args::command(&locale), arguments) {
        Ok(invocation) => {
            let color = invocation.shared.color;
            let carried_out = catch_unwind(AssertUnwindSafe(|| {
                carry_out(invocation, config.map_err(Failure::Config), &locale)
            }));
            // Whatever was half done is gone by now, and the terminal given back.
            let crashed = |_| Err(Failure::Crash(crash::last()));
            (color, carried_out.unwrap_or_else(crashed))
        }
        Err(error) => (Color::Auto, refuse(&error, arguments, &locale)),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure, color, &locale);
            ExitCode::from(2)
        }
    }
}

fn carry_out(
    invocation: Invocation,
    config: Result<Config, Failure>,
    locale: &Locale,
) -> Result<Outcome, Failure> {
    let Invocation { shared, request } = invocation;
    let mut output = Output::standard(shared.color);
    let outcome = match request {
        Request::Terminal { query } => {
            return terminal::run(&shared, &config?, query, locale.language());
        }
        Request::Search {
            query,
            limit,
            explain,
            format,
        } => {
            // What the words mean is read while the catalogue is.
            read_ahead(&query);
            let question = Question::new(&shared, &config?)?;
            let wanted = search::Wanted {
                query: &query,
                limit,
                explain,
                format,
            };
            search::run(&question, wanted, locale, &mut output)?
        }
        Request::Show { service, format } => {
            let question = Question::new(&shared, &config?)?;
            show::run(&question, &service, format, locale, &mut output)?
        }
        Request::Duplicates { wanted, format } => {
            let question = Question::new(&shared, &config?)?;
            duplicates::run(&question, &wanted, format, locale, &mut output)?
        }
        Request::Matrix { by, format } => {
            let question = Question::new(&shared, &config?)?;
            matrix::run(&question, by, format, locale, &mut output)?
        }
        Request::Verdict(said) => {
            let question = Question::new(&shared, &config?)?;
            verdict::run(&question, &said, locale, &mut output)?
        }
        Request::Check { path, format } => {
            check::run(path, &shared, config, format, locale, &mut output)?
        }
        Request::Compare { wanted, format } => {
            compare::run(&wanted, &shared, &config?, format, locale, &mut output)?
        }
        Request::Report { path, from } => {
            let question = Question::new(&shared, &config?)?;
            report::run(&question, &path, from.as_deref(), locale, &mut output)?
        }
        Request::Schema { of } => schema::run(of, &mut output)?,
        Request::Init { folder } => init::run(&folder, locale, &mut output)?,
        Request::Completions { shell } => completions::run(shell, locale, &mut output)?,
        Request::Man => man::run(&keys(locale, &config?)?, locale, &mut output)?,
    };
    output.flush()?;
    Ok(outcome)
}

/// Every command of the terminal program: its keys, its name in the settings, and what it does.
fn keys(locale: &Locale, config: &Config) -> Result<Vec<(String, String)>, Failure> {
    let keymap =
        KeyMap::new(&config.keys).map_err(|faults| Failure::Config(config.refused(faults)))?;
    let row = |entry: &Entry| {
        let keys: Vec<_> = keymap
            .keys(entry.command)
            .iter()
            .map(ToString::to_string)
            .collect();
        (
            keys.join(", "),
            format!("{} ({})", locale.text(entry.text), entry.name),
        )
    };
    Ok(TABLE.iter().map(row).collect())
}

/// Prints the help or version that was asked for, or says what is wrong with the command line.
fn refuse(
    error: &clap::Error,
    arguments: &[OsString],
    locale: &Locale,
) -> Result<Outcome, Failure> {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let mut output = Output::standard(Color::Auto);
        let help = error.render();
        output.text(&if output.color() {
            help.ansi().to_string()
        } else {
            help.to_string()
        })?;
        output.flush()?;
        return Ok(Outcome::Done);
    }
    let what = usage::words(error, locale);
    Err(Failure::Usage {
        what,
        advice: usage::advice(error, arguments, locale),
    })
}

/// Says on standard error why there is no answer.
fn complain(failure: &Failure, color: Color, locale: &Locale) {
    let label = locale.text("error-label");
    say(failure, &label, failure.advice(locale), color, locale);
}

/// Says on standard error what the answer had to do without.
fn warn(failure: &Failure, color: Color, locale: &Locale) {
    let label = locale.text("warning-label");
    let without = failure.without(locale).into_iter();
    let advice = without.chain(failure.advice(locale)).collect();
    say(failure, &label, advice, color, locale);
}

/// Says what is wrong, with every line of a file that it stands on, and what to do.
fn say(failure: &Failure, label: &str, advice: Vec<String>, color: Color, locale: &Locale) {
    let color = color.paints(io::stderr().is_terminal());
    let mut text = String::new();
    if let Failure::Catalogue { reading, .. }
    | Failure::Config(reading)
    | Failure::Verdicts(reading)
    | Failure::Scenario(reading) = failure
    {
        text.push_str(&faults::render(reading, locale, color));
        text.push('\n');
    }
    let what = Line::of(Ink::Caution, label)
        .and(Ink::Plain, " ")
        .and(Ink::Strong, &failure.what(locale));
    let lines = [what].into_iter().chain(
        advice
            .into_iter()
            .map(|words| Line::of(Ink::Plain, "  ").and(Ink::Plain, &words)),
    );
    for line in lines {
        text.push_str(&line.painted(color));
        text.push('\n');
    }
    // Whoever closed standard error does not want to know.
    let _ = io::stderr().write_all(text.as_bytes());
}
