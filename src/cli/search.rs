//! `hanvisa search`: one hit a line, with whom to ring, as a table, JSON or tab-separated values.

use std::io::{self, Write};

use super::failure::Failure;
use super::json::{self, Writer};
use super::load::Question;
use super::output::Output;
use super::request::Format;
use super::{Ink, Line, Outcome, answer};
use crate::catalogue::{MunicipalityRef, OrganisationRef, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::{findings, findings_about};
use crate::search::{Finder, Found, Query};

mod explain;
mod table;

/// Most services shown when all are guesses.
const MOST_GUESSES: usize = 3;

/// What is to be looked for, and how it is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The words.
    pub query: &'a str,
    /// How many services at most.
    pub limit: usize,
    /// Whether to say why each one is found.
    pub explain: bool,
    /// How to print them.
    pub format: Format,
}

/// Searches for services.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(
    question: &Question,
    wanted: Wanted<'_>,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let Wanted { query, limit, .. } = wanted;
    let directory = question.directory();
    let decisions = question.decisions_or_none(locale);
    let finder = Finder::before_findings(&directory).with_store(question.store.clone());
    if Query::parse(query).findings {
        let services = findings(&directory).judged(&decisions).services();
        finder.let_pass(|| services);
    }
    let (mut found, mut why) = if wanted.explain {
        let (found, why) = finder.explain(&directory, query, limit);
        (found, Some(why))
    } else {
        (finder.find(&directory, query, limit), None)
    };
    let shown: Vec<ServiceRef> = found.hits.iter().map(|hit| hit.service).collect();
    let findings = findings_about(&directory, &shown).judged(&decisions);
    // What the caller says is newer than what was chosen before.
    let municipality = found.municipality().or(question.municipality);
    match wanted.format {
        Format::Json => {
            let writer = Writer {
                directory: &directory,
                findings: &findings,
                moment: question.moment,
                locale,
            };
            let mut whole = whole(&writer, query, &found, municipality);
            whole.explanation = why.map(|why| explain::json(&directory, &why));
            output.json(&whole)?;
        }
        Format::Tsv => table::tsv(
            &directory,
            question.moment,
            municipality,
            &found,
            locale,
            output,
        )?,
        Format::Text | Format::Csv | Format::Markdown => {
            if found.weak {
                found.hits.truncate(MOST_GUESSES);
                if let Some(why) = &mut why {
                    why.hits.truncate(MOST_GUESSES);
                }
            }
            if let Some(why) = why {
                explain::text(&directory, &why, locale, output)?;
                output.flush()?;
                remark(&directory, query, &found, locale)?;
                return Ok(outcome(&found));
            }
            table::table(
                &directory,
                &findings,
                question.moment,
                municipality,
                &found,
                locale,
                output,
            )?;
            // The remark belongs under the table, on a screen that shows both.
            output.flush()?;
            remark(&directory, query, &found, locale)?;
        }
    }
    // What the system takes back as a whole when the program ends need not be taken apart before.
    std::mem::forget(directory);
    Ok(outcome(&found))
}

fn outcome(found: &Found) -> Outcome {
    if found.hits.is_empty() {
        Outcome::No
    } else {
        Outcome::Done
    }
}

fn whole(
    writer: &Writer<'_>,
    query: &str,
    found: &Found,
    municipality: Option<MunicipalityRef>,
) -> json::Search {
    let hits = found.hits.iter().map(|hit| json::Hit {
        service: writer.heading(hit.service),
        score: hit.score,
        guess: found.weak,
        answer: writer.answer(hit.service, municipality),
    });
    json::Search {
        query: query.to_owned(),
        municipality: municipality.map(|one| writer.municipality(one)),
        at: answer::moment_text(writer.moment),
        hits: hits.collect(),
        total: found.total,
        unmatched: found.unmatched.clone(),
        unknown: found.unknown.clone(),
        suggestions: found.suggestions.clone(),
        weak: found.weak,
        explanation: None,
        former: found
            .former
            .map(|organisation| former(writer, organisation)),
    }
}

fn former(writer: &Writer<'_>, organisation: OrganisationRef) -> json::Former {
    let catalogue = writer.directory.catalogue();
    let answering = writer.directory.answering(organisation);
    json::Former {
        organisation: catalogue[organisation].id.to_string(),
        successor: answering.map(|one| writer.organisation(one)),
    }
}

/// Says on standard error what the table cannot: that nothing was found, or how.
fn remark(directory: &Directory, query: &str, found: &Found, locale: &Locale) -> io::Result<()> {
    let mut remarks = Vec::new();
    if let Some(former) = found.former {
        // As the caller says it: whoever says BKT may never have heard of SBB.
        let old = found.words.trim();
        remarks.push(answer::succession(directory, old, former, locale));
    }
    if !found.unknown.is_empty() {
        let filters = found.unknown.join(", ");
        remarks.push(locale.with("unknown-filter", &[("filters", &filters)]));
    }
    if found.hits.is_empty() {
        remarks.push(locale.with("cli-nothing-found", &[("query", query)]));
    } else if found.weak {
        remarks.push(locale.text("cli-weak").into_owned());
    }
    if !found.hits.is_empty() && !found.unmatched.is_empty() {
        let words = found.unmatched.join(", ");
        remarks.push(locale.with("cli-unmatched", &[("words", &words)]));
    }
    if !found.suggestions.is_empty() {
        let words = found.suggestions.join(", ");
        remarks.push(locale.with("error-did-you-mean", &[("nearest", &words)]));
    }
    if found.total > found.hits.len() && !found.hits.is_empty() && !found.weak {
        let shown = found.hits.len().to_string();
        remarks.push(locale.count("cli-more-hits", found.total, &[("shown", &shown)]));
    }
    let mut to = io::stderr().lock();
    for remark in remarks {
        writeln!(to, "{}", Line::of(Ink::Plain, &remark).painted(false))?;
    }
    Ok(())
}
