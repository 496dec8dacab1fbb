//! `hanvisa schema`: the format of catalogue files, or of scenarios, as a JSON Schema, for editors.

use std::io;

use super::Outcome;
use super::output::Output;
use super::request::Written;
use crate::{catalogue, scenario};

/// Prints the schema.
///
/// # Errors
/// When it cannot be written.
pub fn run(of: Written, output: &mut Output) -> io::Result<Outcome> {
    output.json(&match of {
        Written::Catalogue => catalogue::schema(),
        Written::Scenario => scenario::schema(),
    })?;
    Ok(Outcome::Done)
}
