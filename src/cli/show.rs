//! `hanvisa show`: one service and whom to ring about it, as a card or as JSON.

use std::io::{self, Write};

use super::card::Card;
use super::failure::Failure;
use super::json::{Show, Writer};
use super::line::{Ink, Line};
use super::load::Question;
use super::output::Output;
use super::request::Format;
use super::{Outcome, place};
use crate::catalogue::{Catalogue, ServiceRef};
use crate::locale::Locale;
use crate::overlap::findings;
use crate::referral;

/// How many services to suggest.
const SUGGESTIONS: usize = 3;

/// Shows a service by its id or its name.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(
    question: &Question,
    wanted: &str,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let Some(service) = find(&question.catalogue, wanted) else {
        say_unknown(&question.catalogue, wanted, locale)?;
        return Ok(Outcome::No);
    };
    let directory = question.directory();
    let findings = findings(&directory).judged(&question.decisions_or_none(locale));
    if format == Format::Json {
        let writer = Writer {
            directory: &directory,
            findings: &findings,
            moment: question.moment,
            locale,
        };
        output.json(&whole(&writer, question, service))?;
        return Ok(Outcome::Done);
    }
    let card = Card {
        directory: &directory,
        findings: &findings,
        service,
        municipality: question.municipality,
        moment: question.moment,
        locale,
        width: output.width(),
    };
    for line in card.lines() {
        output.line(&line)?;
    }
    Ok(Outcome::Done)
}

/// The service with this id, with or without its hyphens, or with this name in any case and with or without accents.
fn find(catalogue: &Catalogue, wanted: &str) -> Option<ServiceRef> {
    let folded = place::folded(wanted);
    let called = |service: &ServiceRef| place::folded(&catalogue[*service].name) == folded;
    catalogue
        .find_service(folded.as_str())
        .or_else(|| catalogue.service_refs().find(called))
        .or_else(|| catalogue.find_service(folded.replace(' ', "-").as_str()))
}

/// Says on standard error that there is no such service, and which are most like it.
fn say_unknown(catalogue: &Catalogue, wanted: &str, locale: &Locale) -> io::Result<()> {
    let folded = place::folded(wanted);
    let likeness = |service: &ServiceRef| {
        let entry = &catalogue[*service];
        let to = |text: &str| strsim::jaro_winkler(&folded, &place::folded(text));
        to(entry.id.as_str()).max(to(&entry.name))
    };
    let mut nearest: Vec<_> = catalogue
        .service_refs()
        .map(|one| (likeness(&one), one))
        .collect();
    nearest.retain(|(likeness, _)| *likeness > 0.75);
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));

    let mut to = io::stderr().lock();
    let what = locale.with("cli-unknown-service", &[("service", wanted)]);
    writeln!(to, "{}", Line::of(Ink::Plain, &what).painted(false))?;
    for (_, service) in nearest.into_iter().take(SUGGESTIONS) {
        let entry = &catalogue[service];
        let name = format!("{} ({})", entry.id, entry.name);
        let words = locale.with("error-did-you-mean", &[("nearest", &name)]);
        writeln!(
            to,
            "{}",
            Line::of(Ink::Plain, &format!("  {words}")).painted(false)
        )?;
    }
    let words = locale.with("cli-search-instead", &[("words", wanted)]);
    writeln!(
        to,
        "{}",
        Line::of(Ink::Plain, &format!("  {words}")).painted(false)
    )
}

fn whole(writer: &Writer<'_>, question: &Question, service: ServiceRef) -> Show {
    let entry = &question.catalogue[service];
    let card = referral::Card::of(
        writer.directory,
        service,
        question.municipality,
        question.moment,
    );
    Show {
        service: writer.heading(service),
        summary: entry.summary.clone(),
        also: entry.also.clone(),
        ask: entry.ask.clone(),
        not_here: card
            .elsewhere
            .iter()
            .map(|one| writer.not_here(one))
            .collect(),
        urgency: serde_json::to_value(entry.urgency).unwrap_or_default(),
        law: entry.law.clone(),
        shareable: entry.shareable,
        municipality: question.municipality.map(|one| writer.municipality(one)),
        at: super::answer::moment_text(question.moment),
        answer: writer.answer(service, question.municipality),
        stated: card.stated.iter().map(|one| writer.stated(one)).collect(),
        sources: card
            .sources
            .into_iter()
            .map(|source| writer.source(source))
            .collect(),
    }
}
