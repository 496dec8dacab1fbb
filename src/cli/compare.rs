//! `hanvisa compare`: what is different between two days, two catalogues, or a catalogue and a scenario.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::failure::Failure;
use super::load::Loaded;
use super::output::Output;
use super::request::{Format, Shared};
use super::{Outcome, document, load, place};
use crate::catalogue::{Catalogue, Progress, TextFile, Texts};
use crate::compare::{Comparison, Side, Tale};
use crate::config::Config;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::findings;
use crate::overlap::verdict::Decisions;
use crate::report;
use crate::report::markdown;
use crate::scenario::{Named as Read, Scenario};
use crate::session::CataloguePlace;

mod json;

/// What is to be compared, as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Catalogues or scenarios, two at most.
    pub places: Vec<PathBuf>,
    /// The first day.
    pub from: Option<String>,
    /// The second day.
    pub to: Option<String>,
}

/// One of the two that are compared, and what it is called.
#[derive(Clone)]
struct Named {
    name: String,
    catalogue: Arc<Catalogue>,
    /// What people have decided; about the catalogue that a scenario changes, where it is one.
    decisions: Decisions,
    /// The first day on which all of a scenario holds.
    scenario: Option<NaiveDate>,
}

/// Compares, and prints what is different.
///
/// # Errors
/// When there is nothing to compare, when a day, a catalogue or a scenario cannot be used, or when the answer cannot be
/// written.
pub fn run(
    wanted: &Wanted,
    shared: &Shared,
    config: &Config,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let day = |flag, written: Option<&String>| {
        let read = written.map(|text| load::moment_of(flag, text));
        Ok::<_, Failure>(read.transpose()?.map(|moment| moment.day))
    };
    let from = day("--from", wanted.from.as_ref())?;
    let to = day("--to", wanted.to.as_ref())?;
    let at = day("--at", shared.at.as_ref())?;
    if to.is_some() && at.is_some() {
        return Err(Failure::Usage {
            what: locale.text("error-two-days").into_owned(),
            advice: vec![locale.text("error-two-days-advice").into_owned()],
        });
    }
    if wanted.places.is_empty() && from.is_none() && to.is_none() {
        return Err(Failure::Usage {
            what: locale.text("error-nothing-to-compare").into_owned(),
            advice: vec![locale.text("error-nothing-to-compare-advice").into_owned()],
        });
    }
    let mut keeping = Vec::new();
    // Where no day is named, a plan is for a day to come.
    let is_planned = from.is_none() && to.is_none() && at.is_none();
    let (before, after) = sides(&wanted.places, shared, config, is_planned, &mut keeping)?;
    let today = at.unwrap_or_else(|| load::now(&before.catalogue).day);
    let planned = before.scenario.max(after.scenario);
    let usual = match (at, planned) {
        (None, Some(planned)) => planned.max(today),
        _ => today,
    };
    load::in_order(from, Some(to.unwrap_or(usual)), locale)?;
    let then = Directory::at(Arc::clone(&before.catalogue), from.unwrap_or(usual));
    let now = Directory::at(Arc::clone(&after.catalogue), to.unwrap_or(usual));
    let found = [
        findings(&then).judged(&before.decisions),
        findings(&now).judged(&after.decisions),
    ];
    let side = |directory, findings| Side {
        directory,
        findings,
    };
    let mut comparison = Comparison::of(side(&then, &found[0]), side(&now, &found[1]));
    let only = shared.municipality.as_ref();
    let only = only.map(|written| place::find(now.catalogue(), written));
    if let Some(only) = only.transpose()?.flatten() {
        let id = now.catalogue()[only].id.clone();
        comparison = comparison.concerning(&id, &then, &now);
    }
    let tale = Tale::of(&then, &now, locale);
    if format == Format::Json {
        let names = [before.name.as_str(), after.name.as_str()];
        output.json(&json::whole(&comparison, &tale, names))?;
        return Ok(Outcome::Done);
    }
    let title =
        report::comparison_title(locale, (&before.name, then.day()), (&after.name, now.day()));
    let whole = report::comparison(title, &comparison, &tale);
    if format == Format::Markdown {
        output.text(&markdown::render(&whole))?;
    } else {
        for line in document::lines(&whole, output.width()) {
            output.line(&line)?;
        }
    }
    Ok(Outcome::Done)
}

/// The two sides: what is named, and the catalogue in use where only one or none is. What is only planned may change
/// nothing on days that have been.
fn sides(
    places: &[PathBuf],
    shared: &Shared,
    config: &Config,
    is_planned: bool,
    keeping: &mut Vec<Loaded>,
) -> Result<(Named, Named), Failure> {
    let mut open = |place: &CataloguePlace, texts: Texts| {
        let whole = load::catalogue_of(texts, place, &Progress::default())?;
        let catalogue = Arc::clone(&whole.catalogue);
        keeping.push(whole);
        Ok::<_, Failure>(Named {
            name: catalogue.name().to_owned(),
            catalogue,
            decisions: load::decisions(place)?,
            scenario: None,
        })
    };
    let in_use = load::whereabouts(shared, config);
    let mut sides = Vec::new();
    // A scenario changes the catalogue named before it, or the one in use.
    let mut base: Option<Named> = None;
    for path in places {
        match Read::of_path(path) {
            Read::Scenario(plan) => {
                let real = match base.take() {
                    Some(known) => known,
                    None => open(&in_use, load::texts(&in_use))?,
                };
                sides.push(tried(plan, &real, is_planned)?);
                base = Some(real);
            }
            Read::Catalogue(texts) => {
                let catalogue = open(&CataloguePlace::Path(path.clone()), texts)?;
                sides.push(catalogue);
                base = sides.last().cloned();
            }
        }
    }
    let is_plan = |side: &Named| side.scenario.is_some();
    let mut sides = sides.into_iter();
    let (before, after) = match (sides.next(), sides.next()) {
        (Some(before), Some(after)) => (before, after),
        (Some(after), None) => match base.filter(|_| is_plan(&after)) {
            // The catalogue that it changes has been read.
            Some(real) => (real, after),
            None => (open(&in_use, load::texts(&in_use))?, after),
        },
        _ => {
            let catalogue = open(&in_use, load::texts(&in_use))?;
            return Ok((catalogue.clone(), catalogue));
        }
    };
    if before.name != after.name {
        return Ok((before, after));
    }
    // Two catalogues of one name are told apart by where they are.
    let told = |side: Named, path: Option<&PathBuf>| Named {
        name: path.map_or(side.name.clone(), |path| {
            format!("{} ({})", side.name, path.display())
        }),
        ..side
    };
    let (first, second) = match places {
        [first, second] => (Some(first), Some(second)),
        [only] => (None, Some(only)),
        _ => (None, None),
    };
    Ok((told(before, first), told(after, second)))
}

/// A catalogue as it would be with a scenario; one that is only planned is for days to come.
fn tried(plan: TextFile, real: &Named, is_planned: bool) -> Result<Named, Failure> {
    let today = is_planned.then(|| load::now(&real.catalogue).day);
    let scenario = Scenario::of_text(plan, &real.catalogue, today).map_err(Failure::Scenario)?;
    Ok(Named {
        decisions: real.decisions.clone(),
        scenario: Some(scenario.day()),
        name: scenario.name,
        catalogue: Arc::new(scenario.catalogue),
    })
}
