//! Hits as lines: columns that fit the terminal, or values separated by tabs.

use std::io;

use crate::catalogue::{MunicipalityRef, Opening, ServiceRef};
use crate::cli::line::{Ink, Line, in_columns};
use crate::cli::output::Output;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::Findings;
use crate::referral::{
    Entrance, Moment, Referral, opening_words, organisation_with_unit, resolve, resolve_everywhere,
};
use crate::search::Found;
use crate::untrusted;

/// The column of numbers.
const PHONE: usize = 2;

/// The columns of the tab-separated form, in order: a contract.
const COLUMNS: [&str; 11] = [
    "service",
    "name",
    "topic",
    "score",
    "status",
    "organisation",
    "contact",
    "phone",
    "open",
    "condition",
    "hours_text",
];

/// Prints one hit a line: what, who, number, open or not, how much was found about it, and the id that `show` takes.
pub fn table(
    directory: &Directory,
    findings: &Findings,
    moment: Moment,
    municipality: Option<MunicipalityRef>,
    found: &Found,
    locale: &Locale,
    output: &mut Output,
) -> io::Result<()> {
    let rows: Vec<[Line; 6]> = found
        .hits
        .iter()
        .map(|hit| {
            let [name, whom, phone, opening, id] =
                row(directory, moment, municipality, hit.service, locale);
            let mark = mark(findings, hit.service, municipality);
            let name = if found.weak {
                Line::of(Ink::Caution, "? ").then(name)
            } else {
                name
            };
            [name, whom, phone, opening, mark, id]
        })
        .collect();
    for line in in_columns(rows, output.columns(), PHONE) {
        output.line(&line)?;
    }
    Ok(())
}

/// How much was found about how a service is done: `≠2`.
fn mark(findings: &Findings, service: ServiceRef, municipality: Option<MunicipalityRef>) -> Line {
    match findings.about_work(service, municipality).count() {
        0 => Line::default(),
        count => Line::of(Ink::Caution, &format!("≠{count}")),
    }
}

fn row(
    directory: &Directory,
    moment: Moment,
    municipality: Option<MunicipalityRef>,
    service: ServiceRef,
    locale: &Locale,
) -> [Line; 5] {
    let entry = &directory.catalogue()[service];
    let name = Line::of(Ink::Strong, &entry.name);
    let id = Line::of(Ink::Quiet, entry.id.as_str());
    let Some(referral) = common(directory, moment, municipality, service) else {
        let whom = Line::of(Ink::Plain, &locale.text("row-varies"));
        return [name, whom, Line::default(), Line::default(), id];
    };
    let entrances = referral.entrances();
    let whom = match &referral {
        Referral::Gap(..) => Line::of(Ink::Caution, &locale.text("row-gap")),
        Referral::Unclear(_) => Line::of(
            Ink::Caution,
            &locale.with(
                "cli-unclear-between",
                &[("names", &names(directory, entrances))],
            ),
        ),
        Referral::One(_) | Referral::Conditional(_) => {
            Line::of(Ink::Plain, &names(directory, entrances))
        }
    };
    let [only] = entrances else {
        return [name, whom, Line::default(), Line::default(), id];
    };
    let way = only.contact.phone.as_ref().or(only.contact.email.as_ref());
    let phone = Line::of(Ink::Strong, way.map_or("", |way| way));
    let opening = opening_words(only.opening, moment, locale).unwrap_or_default();
    let opening = match only.opening {
        Some(Opening::Open { .. }) => Line::of(Ink::Good, &format!("● {opening}")),
        Some(Opening::Closed { .. }) => Line::of(Ink::Caution, &format!("○ {opening}")),
        None => Line::default(),
    };
    [name, whom, phone, opening, id]
}

/// The answer for the municipality, or the one that all municipalities have in common.
fn common(
    directory: &Directory,
    moment: Moment,
    municipality: Option<MunicipalityRef>,
    service: ServiceRef,
) -> Option<Referral> {
    if let Some(municipality) = municipality {
        return Some(resolve(directory, service, municipality, moment));
    }
    let mut answers = resolve_everywhere(directory, service, moment);
    let (_, only) = answers.pop()?;
    answers.is_empty().then_some(only)
}

fn names(directory: &Directory, entrances: &[Entrance]) -> String {
    let name = |entrance: &Entrance| {
        let unit = entrance
            .unit
            .and_then(|unit| directory.catalogue()[entrance.organisation].unit_at(unit));
        let brief = directory.brief(entrance.organisation);
        unit.map_or_else(
            || brief.to_owned(),
            |unit| format!("{brief}, {}", unit.name),
        )
    };
    entrances.iter().map(name).collect::<Vec<_>>().join(" / ")
}

/// Prints one hit a line, values separated by tabs, after a line with the columns' names.
///
/// Where no municipality is chosen and the answers differ, the status is `differs` and the rest is empty.
pub fn tsv(
    directory: &Directory,
    moment: Moment,
    municipality: Option<MunicipalityRef>,
    found: &Found,
    locale: &Locale,
    output: &mut Output,
) -> io::Result<()> {
    output.text(&format!("{}\n", COLUMNS.join("\t")))?;
    let catalogue = directory.catalogue();
    for hit in &found.hits {
        let entry = &catalogue[hit.service];
        let referral = common(directory, moment, municipality, hit.service);
        let entrances = referral.as_ref().map_or(&[][..], Referral::entrances);
        let each = |value: &dyn Fn(&Entrance) -> String| {
            entrances.iter().map(value).collect::<Vec<_>>().join("; ")
        };
        let values = [
            entry.id.to_string(),
            entry.name.clone(),
            catalogue[entry.topic].id.to_string(),
            hit.score.to_string(),
            referral
                .as_ref()
                .map_or("differs", Referral::status)
                .to_owned(),
            each(&|one| catalogue[one.organisation].id.to_string()),
            each(&|one| organisation_with_unit(directory, one.organisation, one.unit)),
            each(&|one| one.contact.phone.clone().unwrap_or_default()),
            each(&|one| match one.opening {
                Some(Opening::Open { .. }) => true.to_string(),
                Some(Opening::Closed { .. }) => false.to_string(),
                None => String::new(),
            }),
            each(&|one| one.condition.clone().unwrap_or_default()),
            each(&|one| opening_words(one.opening, moment, locale).unwrap_or_default()),
        ];
        let values = values.map(|value| untrusted::plain(&value).into_owned());
        output.text(&format!("{}\n", values.join("\t")))?;
    }
    Ok(())
}
