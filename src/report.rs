//! The report for people who never open a terminal: the work of a day, what was found about it, what has changed since
//! another day, and how well all of it is known.
//!
//! A report is put together once, as a [`Document`], and written as HTML or as Markdown. The same catalogue, day and
//! program always give the same bytes.

use chrono::NaiveDate;

use crate::compare::{Comparison, Side, Tale};
use crate::locale::Locale;

mod bodies;
mod certainty;
mod changes;
pub mod document;
mod examples;
mod fares;
mod found;
pub mod html;
pub mod markdown;
mod matrix;
mod summary;
mod telling;

pub use changes::sections as changes;
use document::{Document, Section};
use telling::{Telling, day};
pub use telling::{capital, day as day_in_words};

/// The report of a directory's day with what was found on it, as people have judged it, and of what has changed since
/// another where one is given.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::Reading;
/// use hanvisa::compare::Side;
/// use hanvisa::directory::Directory;
/// use hanvisa::locale::{Language, Locale};
/// use hanvisa::overlap::findings;
/// use hanvisa::report::{markdown, report};
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let directory = Directory::at(Arc::new(catalogue), "2026-11-23".parse()?);
/// let findings = findings(&directory);
/// let now = Side { directory: &directory, findings: &findings };
/// let written = markdown::render(&report(now, None, &Locale::new(Language::English)));
/// assert_eq!(written.lines().next(), Some("# Responsibility and double work: Bergslagen"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(now: Side<'_>, since: Option<Side<'_>>, locale: &Locale) -> Document {
    let Side {
        directory,
        findings,
    } = now;
    let telling = Telling {
        directory,
        findings,
        locale,
    };
    let mut sections = vec![
        summary::section(&telling),
        found::met_by_callers(&telling),
        found::chains(&telling),
        found::candidates(&telling),
    ];
    sections.extend(found::decided(&telling));
    sections.extend([matrix::section(&telling), bodies::section(&telling)]);
    if let Some(since) = since {
        let comparison = Comparison::of(since, now);
        let tale = Tale::of(since.directory, directory, locale);
        let then = day(locale, since.directory.day());
        let title = locale.with("report-changes", &[("day", &then)]);
        let mut section = Section::new("changes", title);
        section.sections = changes(&comparison, &tale);
        sections.push(section);
    }
    sections.push(certainty::section(&telling));
    sections.push(certainty::upkeep(&telling));
    sections.push(certainty::sources(&telling));
    let name = directory.catalogue().name();
    Document {
        language: locale.language(),
        title: locale.with("report-title", &[("name", name)]),
        lead: lead(&telling),
        contents: telling.text("report-contents"),
        sections,
    }
}

/// What changed between two directories as a document of its own.
pub fn comparison(title: String, comparison: &Comparison, tale: &Tale<'_>) -> Document {
    let locale = tale.after.locale;
    Document {
        language: locale.language(),
        title,
        lead: Vec::new(),
        contents: locale.text("report-contents").into_owned(),
        sections: changes(comparison, tale),
    }
}

/// What a comparison is between, as a title: the same catalogue on two days, or the names that tell the two apart.
pub fn comparison_title(
    locale: &Locale,
    before: (&str, NaiveDate),
    after: (&str, NaiveDate),
) -> String {
    let (then, now) = (day(locale, before.1), day(locale, after.1));
    if before.0 == after.0 {
        let known = [("name", after.0), ("before", &*then), ("after", &*now)];
        return locale.with("changes-between-days", &known);
    }
    if before.1 == after.1 {
        let known = [("before", before.0), ("after", after.0), ("day", &*now)];
        return locale.with("changes-between-on", &known);
    }
    let side = |name: &str, day: &str| locale.with("changes-side", &[("name", name), ("day", day)]);
    let (before, after) = (side(before.0, &then), side(after.0, &now));
    let known = [("before", before.as_str()), ("after", &after)];
    locale.with("changes-between", &known)
}

fn lead(telling: &Telling<'_>) -> Vec<String> {
    let directory = telling.directory;
    let services = directory.services().len();
    let municipalities = directory.catalogue().municipalities().len().to_string();
    let known = [
        ("day", &*day(telling.locale, directory.day())),
        ("municipalities", &*municipalities),
    ];
    let version = [("version", env!("CARGO_PKG_VERSION"))];
    vec![
        telling.locale.count("report-lead", services, &known),
        telling.locale.with("report-lead-made", &version),
    ]
}

#[cfg(test)]
mod tests;
