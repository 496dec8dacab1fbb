//! `hanvisa duplicates`: everything found on a day, worst first, as a table, JSON, a spreadsheet or Markdown.

use std::io::{self, Write};

use super::failure::Failure;
use super::json::FindingsWriter;
use super::line::{Ink, Line};
use super::load::{self, Question};
use super::output::Output;
use super::request::Format;
use super::{Outcome, answer, place, spreadsheet};
use crate::catalogue::{FindingKind, OrganisationRef};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::{Basis, Finding, Words, figures};

mod figures_line;
mod markdown;
mod table;

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only this kind.
    pub kind: Option<FindingKind>,
    /// Only what this organisation has part in, as written.
    pub organisation: Option<String>,
}

/// Prints what is found.
///
/// # Errors
/// When there is no such organisation, or the answer cannot be written.
pub fn run(
    question: &Question,
    wanted: &Wanted,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let directory = question.directory();
    let organisations = match &wanted.organisation {
        Some(written) => Some(involved(&directory, written)?),
        None => None,
    };
    let found = question.findings_and_lookalikes(&directory)?;
    let passes = |finding: &&Finding| {
        let has_part = |all: &Vec<OrganisationRef>| {
            let mut involved = finding.organisations.iter();
            involved.any(|one| all.contains(one))
        };
        wanted.kind.is_none_or(|kind| finding.kind == kind)
            && organisations.as_ref().is_none_or(has_part)
            && question.municipality.is_none_or(|one| finding.touches(one))
    };
    let shown: Vec<&Finding> = found.all().iter().filter(passes).collect();
    let told = Told {
        words: Words {
            directory: &directory,
            locale,
        },
        shown: &shown,
    };
    match format {
        Format::Json => {
            let writer = FindingsWriter {
                words: told.words,
                at: answer::moment_text(question.moment),
                municipality: question.municipality,
            };
            output.json(&writer.duplicates(&shown, &figures(&directory)))?;
        }
        Format::Csv => output.text(&told.spreadsheet())?,
        Format::Markdown => output.text(&told.markdown())?,
        Format::Text | Format::Tsv => {
            for line in told.table(output.columns()) {
                output.line(&line)?;
            }
            if wanted == &Wanted::default() {
                figures_line::print(&told.words, question.municipality, output)?;
                let decisions = load::decisions(&question.place)?;
                output.flush()?;
                for lost in decisions.astray(&found, &directory) {
                    let said = [Some(lost.title(locale)), lost.advice(locale)];
                    let said: Vec<String> = said.into_iter().flatten().collect();
                    say(&format!("! {}", said.join("; ")))?;
                }
            }
        }
    }
    output.flush()?;
    if let (Some(written), Some(&[named, ..])) = (&wanted.organisation, organisations.as_deref())
        && !directory.exists(named)
    {
        say(&answer::succession(
            &directory,
            written.trim(),
            named,
            locale,
        ))?;
    }
    if shown.is_empty() {
        say(&locale.text("cli-no-findings"))?;
        return Ok(Outcome::No);
    }
    Ok(Outcome::Done)
}

/// Says a line on standard error.
fn say(line: &str) -> io::Result<()> {
    let mut to = io::stderr().lock();
    writeln!(to, "{}", Line::of(Ink::Plain, line).painted(false))
}

/// The organisation that somebody named, by its id or any of its names, and whoever answers for it on the day.
fn involved(directory: &Directory, written: &str) -> Result<Vec<OrganisationRef>, Failure> {
    let named = place::organisation(directory.catalogue(), written)?;
    Ok([Some(named), directory.answering(named)]
        .into_iter()
        .flatten()
        .collect())
}

/// Findings, told in words.
struct Told<'a> {
    words: Words<'a>,
    shown: &'a [&'a Finding],
}

impl Told<'_> {
    /// The names of the services a finding is about; of very many only the first.
    fn services(&self, finding: &Finding) -> String {
        if finding.services.is_empty() {
            return self.words.locale.text("cli-no-service").into_owned();
        }
        self.words.services(&finding.services)
    }

    /// The kind, and that it is an example where it is one.
    fn kind(&self, finding: &Finding) -> String {
        let kind = self.words.kind(finding.kind);
        if finding.basis == Basis::Illustrative {
            return format!("{kind} {}", self.words.locale.text("cli-illustrative"));
        }
        kind
    }

    /// One finding a line under the names of the columns.
    fn spreadsheet(&self) -> String {
        let locale = self.words.locale;
        let columns = [
            "id",
            "kind",
            "services",
            "organisations",
            "municipalities",
            "residents",
            "step",
            "evidence",
            "suggestion",
            "sources",
            "confidence",
            "verdict",
        ];
        let heading = columns.map(|column| locale.text(&format!("column-{column}")).into_owned());
        let row = |finding: &&Finding| {
            [
                finding.id.to_string(),
                self.kind(finding),
                self.words.every_service(&finding.services),
                self.words.every_organisation(&finding.organisations),
                self.words.every_municipality(&finding.municipalities),
                finding
                    .reach
                    .residents
                    .map(|residents| residents.to_string())
                    .unwrap_or_default(),
                self.words.steps(finding.steps),
                self.words.evidence(finding, None).join(" "),
                self.words.suggestion(finding),
                self.words.sources(&finding.sources),
                self.words.confidence(finding.confidence),
                self.words.judged(finding),
            ]
        };
        let rows = self.shown.iter().map(row);
        spreadsheet::written([heading].into_iter().chain(rows), locale.language())
    }
}
