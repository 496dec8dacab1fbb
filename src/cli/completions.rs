//! `hanvisa completions`: a script that lets a shell complete the command line.

use std::io;

use clap_complete::Shell;

use super::output::Output;
use super::{Outcome, args};
use crate::locale::Locale;

/// Prints the script for a shell.
///
/// # Errors
/// When it cannot be written.
pub fn run(shell: Shell, locale: &Locale, output: &mut Output) -> io::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(locale), "hanvisa", &mut script);
    output.text(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
