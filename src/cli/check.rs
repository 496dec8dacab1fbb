//! `hanvisa check`: everything that is wrong with a catalogue or a scenario, and what somebody should look at.

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use super::output::Output;
use super::request::{Format, Shared};
use super::{Outcome, faults, load};
use crate::catalogue::{
    Catalogue, Fault, FaultKind, Origins, Progress, Reading, Severity, TextFile,
};
use crate::config::Config;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::findings_and_lookalikes;
use crate::referral::Moment;
use crate::review::review;
use crate::scenario::{Named, Scenario};
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
    let (place, texts) = match path.or_else(|| shared.catalogue.clone()) {
        None => {
            let place = load::whereabouts(shared, &config?);
            let texts = load::texts(&place);
            (place, texts)
        }
        Some(path) => match Named::of_path(&path) {
            Named::Scenario(plan) => {
                let place = load::whereabouts(shared, &config?);
                return scenario(plan, &place, given, format, locale, output);
            }
            Named::Catalogue(texts) => (CataloguePlace::Path(path), texts),
        },
    };
    let mut reading = texts.read();
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
    plan: TextFile,
    place: &CataloguePlace,
    given: Option<Moment>,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let loaded = load::catalogue(place, &Progress::default())?;
    let catalogue = &loaded.catalogue;
    let today = given.unwrap_or_else(|| load::now(catalogue)).day;
    let (faulty, said) = match Scenario::of_text(plan, catalogue, Some(today)) {
        Ok(scenario) => {
            let (first, last) = (scenario.first_day().to_string(), scenario.day().to_string());
            let name = scenario.name.clone();
            let left = left_without(catalogue, scenario);
            let known = [
                ("name", name.as_str()),
                ("catalogue", catalogue.name()),
                ("day", &first),
                ("last", &last),
                ("days", if first == last { "one" } else { "several" }),
                ("warned", if left.faults.is_empty() { "no" } else { "yes" }),
            ];
            let said = locale.with("check-scenario", &known);
            (Ok(left), said)
        }
        Err(reading) => {
            let errors = reading.count(Severity::Error);
            let said = locale.count("check-scenario-stopped", errors, &[]);
            (Err(reading), said)
        }
    };
    let outcome = match faulty {
        Err(_) => Outcome::No,
        Ok(_) => Outcome::Done,
    };
    let reading = faulty.unwrap_or_else(|reading| reading);
    if format == Format::Json {
        output.json(&faults::json(&reading, locale))?;
    } else {
        let rendered = faults::render(&reading, locale, output.color());
        let gap = if rendered.is_empty() { "" } else { "\n" };
        output.text(&format!("{rendered}{gap}{said}\n"))?;
    }
    Ok(outcome)
}

/// That a scenario leaves nobody to ring first where there is somebody without it, on any of its days; each said once.
fn left_without(before: &Arc<Catalogue>, scenario: Scenario) -> Box<Reading> {
    let after = Arc::new(scenario.catalogue);
    let without = |catalogue, day| {
        let found = review(catalogue, &Origins::default(), day).into_iter();
        found.filter(|fault| matches!(fault.kind, FaultKind::NoContact { .. }))
    };
    let mut faults: Vec<Fault> = Vec::new();
    for &day in &scenario.days {
        let known: Vec<Fault> = without(before, day).collect();
        for fault in without(&after, day) {
            if !known.contains(&fault) && !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    Box::new(Reading {
        faults,
        ..Reading::default()
    })
}
