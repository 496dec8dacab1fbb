//! `hanvisa verdict`: writes down what people have decided about a finding.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use chrono::NaiveDate;

use super::failure::Failure;
use super::line::{Ink, Line};
use super::load::{self, Question};
use super::output::Output;
use super::{Outcome, place};
use crate::catalogue::Verdict;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::verdict::Decision;
use crate::overlap::verdict::kept::{self, Refusal};
use crate::overlap::{Findings, findings, findings_and_lookalikes};
use crate::untrusted;

/// The flag of the last day.
const UNTIL: &str = "--until";
/// Longest role or note, in characters: about a page of a report.
const MOST: usize = 2_000;
/// How many other days to look at.
const MOST_DAYS: usize = 12;
/// How many ids to suggest.
const SUGGESTIONS: usize = 3;

/// What was decided, as it was said on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The id of the finding.
    pub id: String,
    /// What was decided.
    pub verdict: Verdict,
    /// The last day it holds, as written.
    pub until: Option<String>,
    /// In which role.
    pub by: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// Writes a verdict down, and says where.
///
/// # Errors
/// When the day makes no sense, or the verdicts cannot be read or written.
pub fn run(
    question: &Question,
    said: &Said,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    if question.municipality_is_given && question.municipality.is_some() {
        return Err(refused(
            locale,
            "error-verdict-all",
            "error-verdict-all-advice",
        ));
    }
    if said.verdict == Verdict::Open && said.until.is_some() {
        return Err(refused(
            locale,
            "error-open-until",
            "error-open-until-advice",
        ));
    }
    // Whoever asks about an earlier day says what was decided then: decided today, it would not hold on that day. What is
    // found on a day to come is decided today.
    let today = load::now(&question.catalogue).day;
    let on = question.moment.day.min(today);
    let until = last_day(said.until.as_deref(), on)?;
    let by = written("--by", said.by.as_deref(), locale)?;
    let note = written("--note", said.note.as_deref(), locale)?;
    let found = findings_and_lookalikes(&question.directory());
    let Some(finding) = found.find(&said.id) else {
        say_unknown(&found, &said.id, question, locale)?;
        return Ok(Outcome::No);
    };
    if finding.id.as_str() != said.id {
        // What is decided about a part says nothing of the whole.
        let known = [("id", said.id.as_str()), ("whole", finding.id.as_str())];
        say(&locale.with("cli-verdict-part", &known))?;
        return Ok(Outcome::No);
    }
    let path = question.place.verdicts().ok_or(Failure::NoHome)?;
    let decision = Decision {
        finding: finding.id.to_string(),
        verdict: said.verdict,
        until,
        by,
        on: Some(on),
        note,
    };
    kept::add(&path, &decision).map_err(|refusal| match refusal {
        Refusal::Faulty(reading) => Failure::Verdicts(reading),
        Refusal::Unwritable(reason) => Failure::Unwritable {
            path: path.clone(),
            reason,
        },
    })?;
    let words = locale.text(&format!("verdict-{}", said.verdict.word()));
    let done = locale.with(
        "cli-verdict-done",
        &[
            ("id", finding.id.as_str()),
            ("verdict", &words),
            ("file", &path.display().to_string()),
        ],
    );
    output.line(&Line::of(Ink::Plain, &done))?;
    if question.moment.day > today {
        let known = [
            ("today", today.to_string()),
            ("day", question.moment.day.to_string()),
        ];
        output.flush()?;
        say(&locale.with_owned("cli-verdict-today", known.into()))?;
    }
    Ok(Outcome::Done)
}

/// That what was said cannot be decided.
fn refused(locale: &Locale, key: &str, advice: &str) -> Failure {
    Failure::Usage {
        what: locale.text(key).into_owned(),
        advice: vec![locale.text(advice).into_owned()],
    }
}

/// The last day that is written, of a decision made on a day.
///
/// # Errors
/// When it is no day, and when it has passed by then: the decision would never hold.
fn last_day(written: Option<&str>, on: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
    let Some(written) = written else {
        return Ok(None);
    };
    let day = load::moment_of(UNTIL, written)?.day;
    if day < on {
        return Err(Failure::PassedDay { flag: UNTIL, day });
    }
    Ok(Some(day))
}

/// Says on standard error that there is no such finding on the day, and which ids are most like it.
fn say_unknown(found: &Findings, id: &str, question: &Question, locale: &Locale) -> io::Result<()> {
    let wanted = place::folded(id);
    let mut nearest: Vec<(f64, &str)> = found
        .all()
        .iter()
        .map(|finding| finding.id.as_str())
        .map(|id| (strsim::jaro_winkler(id, &wanted), id))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let what = locale.with("cli-unknown-finding", &[("id", id)]);
    let suggestions = nearest.into_iter().take(SUGGESTIONS).map(|(_, id)| {
        let words = locale.with("error-did-you-mean", &[("nearest", id)]);
        format!("  {words}")
    });
    let elsewhen = on_another_day(question, id).map(|day| {
        let words = locale.with("cli-finding-on-day", &[("day", &day.to_string())]);
        format!("  {words}")
    });
    let mut lines = [what].into_iter().chain(elsewhen).chain(suggestions);
    lines.try_for_each(|line| say(&line))
}

/// The day nearest to the one asked about on which there is a finding with this id, among the days on which something
/// begins or ends; only the nearest are looked at.
fn on_another_day(question: &Question, id: &str) -> Option<NaiveDate> {
    let catalogue = &question.catalogue;
    let of_services = catalogue.services().iter().flat_map(|service| {
        let own = service.responsibilities.iter().map(|one| one.period);
        own.chain([service.period])
    });
    let of_findings = catalogue.findings().iter().map(|one| one.period);
    let of_bodies = catalogue.organisations().iter().map(|one| one.period);
    let periods = of_services.chain(of_findings).chain(of_bodies);
    let days = periods.flat_map(|period| {
        let after = period.until.and_then(|until| until.succ_opt());
        [period.from, period.until, after]
    });
    let asked = question.moment.day;
    let days: BTreeSet<NaiveDate> = days.flatten().filter(|day| *day != asked).collect();
    let mut days: Vec<NaiveDate> = days.into_iter().collect();
    days.sort_by_key(|day| (*day - asked).num_days().abs());
    let is_there = |day: &NaiveDate| {
        let directory = Directory::at(Arc::clone(catalogue), *day);
        findings(&directory).find(id).is_some()
    };
    days.into_iter().take(MOST_DAYS).find(is_there)
}

/// Says a line on standard error.
fn say(line: &str) -> io::Result<()> {
    let mut to = io::stderr().lock();
    writeln!(to, "{}", Line::of(Ink::Plain, line).painted(false))
}

/// What is said of a decision, as it may be shown to others; nothing where nothing is said.
///
/// # Errors
/// When it is too long to be read beside a finding.
fn written(flag: &str, text: Option<&str>, locale: &Locale) -> Result<Option<String>, Failure> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let length = text.chars().count();
    if length > MOST {
        let known = [
            ("flag", flag.to_owned()),
            ("length", length.to_string()),
            ("most", MOST.to_string()),
        ];
        return Err(Failure::Usage {
            what: locale.with_owned("error-note-long", known.into()),
            advice: vec![locale.text("error-note-long-advice").into_owned()],
        });
    }
    Ok(Some(untrusted::plain(text).into_owned()))
}
