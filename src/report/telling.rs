//! What every section is told from: the day's directory, what was found on it, and the language; with numbers and days as
//! they are written in it.

use chrono::{Datelike, NaiveDate};

use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::{Finding, Findings, Words};

pub use crate::overlap::percent;

/// What every section is told from.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The catalogue on the day of the report.
    pub directory: &'a Directory,
    /// What was found on that day.
    pub findings: &'a Findings,
    /// The language.
    pub locale: &'a Locale,
}

impl<'a> Telling<'a> {
    /// Words for findings.
    pub fn words(&self) -> Words<'a> {
        Words {
            directory: self.directory,
            locale: self.locale,
        }
    }

    /// What was found about the work and is still to be dealt with, worst first.
    pub fn open(&self) -> impl Iterator<Item = &'a Finding> {
        let all = self.findings.all().iter();
        all.filter(|one| one.is_about_work() && !one.is_silent())
    }

    /// What was found about the work and people have put an end to.
    pub fn decided(&self) -> impl Iterator<Item = &'a Finding> {
        let all = self.findings.all().iter();
        all.filter(|one| one.is_about_work() && one.is_silent())
    }

    /// A text.
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key).into_owned()
    }
}

/// A day in full: `23 november 2026`.
pub fn day(locale: &Locale, day: NaiveDate) -> String {
    let month = locale
        .text(&format!("report-month-{}", day.month()))
        .into_owned();
    let (number, year) = (day.day().to_string(), day.year().to_string());
    let known = [("day", &*number), ("month", &*month), ("year", &*year)];
    locale.with("report-day", &known)
}

/// A text that begins a line: with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
