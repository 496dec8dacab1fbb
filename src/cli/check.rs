//! `hanvisa check`: everything that is wrong with a catalogue or a scenario, and what somebody should look at.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::Failure;
use super::output::Output;
use super::request::{Format, Shared};
use super::{Outcome, faults, load};
use crate::catalogue::{Fault, Progress, Severity};
use crate::config::Config;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::findings_and_lookalikes;
use crate::referral::Moment;
use crate::review::review;
use crate::scenario::{Scenario, is_scenario};
use crate::session::CataloguePlace;

/// Checks the catalogue or the scenario at a path, or the catalogue in use.
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
    if let Some(plan) = path.as_deref().filter(|path| is_scenario(path)) {
        let place = load::whereabouts(shared, &config?);
        return scenario(plan, &place, given, format, locale, output);
    }
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

/// Checks a scenario against the catalogue that it changes, the one in use. It may change nothing on days that have been,
/// unless another day is asked about.
fn scenario(
    plan: &Path,
    place: &CataloguePlace,
    given: Option<Moment>,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let loaded = load::catalogue(place, &Progress::default())?;
    let catalogue = &loaded.catalogue;
    let today = given.unwrap_or_else(|| load::now(catalogue)).day;
    let (faulty, said) = match Scenario::of_path(plan, catalogue, Some(today)) {
        Ok(scenario) => {
            let day = scenario.day().to_string();
            let known = [
                ("name", scenario.name.as_str()),
                ("catalogue", catalogue.name()),
                ("day", &day),
            ];
            (None, locale.with("check-scenario", &known))
        }
        Err(reading) => {
            let errors = reading.count(Severity::Error);
            let said = locale.count("check-scenario-stopped", errors, &[]);
            (Some(reading), said)
        }
    };
    let outcome = match faulty {
        Some(_) => Outcome::No,
        None => Outcome::Done,
    };
    let reading = faulty.unwrap_or_default();
    if format == Format::Json {
        output.json(&faults::json(&reading, locale))?;
    } else {
        let rendered = faults::render(&reading, locale, output.color());
        let gap = if rendered.is_empty() { "" } else { "\n" };
        output.text(&format!("{rendered}{gap}{said}\n"))?;
    }
    Ok(outcome)
}
