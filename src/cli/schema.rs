//! `hanvisa schema`: the format of catalogue files as a JSON Schema, for editors.

use std::io;

use super::Outcome;
use super::output::Output;
use crate::catalogue;

/// Prints the schema.
///
/// # Errors
/// When it cannot be written.
pub fn run(output: &mut Output) -> io::Result<Outcome> {
    output.json(&catalogue::schema())?;
    Ok(Outcome::Done)
}
