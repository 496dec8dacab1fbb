//! `hanvisa check`: everything that is wrong with a catalogue, and what somebody should look at.

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use super::output::Output;
use super::request::{Format, Shared};
use super::{Outcome, faults, load};
use crate::catalogue::{Fault, Severity};
use crate::config::Config;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::findings_and_lookalikes;
use crate::review::review;
use crate::session::CataloguePlace;

/// Checks the catalogue at a path, or the one in use.
///
/// # Errors
/// When the settings are needed and cannot be used, or the answer cannot be written.
pub fn run(
    path: Option<PathBuf>,
    shared: &Shared,
    config: Result<Config, Failure>,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let given = shared.at.as_deref().map(load::moment).transpose()?;
    let place = match path.or_else(|| shared.catalogue.clone()) {
        Some(path) => CataloguePlace::Path(path),
        None => load::whereabouts(shared, &config?),
    };
    let mut reading = load::texts(&place).read();
    let mut decided = Ok(());
    if let Some(catalogue) = reading.catalogue.take().map(Arc::new) {
        let day = given.unwrap_or_else(|| load::now(&catalogue)).day;
        let found = review(&catalogue, &reading.origins, day);
        reading.faults.extend(found);
        match load::decisions(&place) {
            Ok(decisions) if !decisions.all().is_empty() => {
                let directory = Directory::at(Arc::clone(&catalogue), day);
                let found = findings_and_lookalikes(&directory);
                let astray = decisions.astray(&found, &directory).into_iter();
                reading.faults.extend(astray.map(|kind| Fault {
                    kind,
                    place: None,
                    other: None,
                }));
            }
            Ok(_) => {}
            Err(failure) => decided = Err(failure),
        }
        reading.faults.sort_by_key(|fault| {
            fault
                .place
                .as_ref()
                .map(|place| (place.file, place.span.start))
        });
    }
    if format == Format::Json {
        output.json(&faults::json(&reading, locale))?;
    } else {
        let rendered = faults::render(&reading, locale, output.color());
        output.text(&rendered)?;
        let gap = if rendered.is_empty() { "" } else { "\n" };
        output.text(&format!("{gap}{}\n", faults::summary(&reading, locale)))?;
    }
    // What is wrong with the file of verdicts is told after what is wrong with the catalogue.
    decided?;
    Ok(if reading.count(Severity::Error) > 0 {
        Outcome::No
    } else {
        Outcome::Done
    })
}
