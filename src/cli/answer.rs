//! What several commands tell of an answer: its age, its sources, the moment it is for.

use chrono::{NaiveDate, NaiveDateTime};

use crate::catalogue::SourceRef;
use crate::referral::{Entrance, Moment};

/// A local date and time as scripts read it: `2026-11-23T12:00`.
pub fn date_and_time(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M").to_string()
}

/// The moment asked about, as `--at` takes it.
pub fn moment_text(moment: Moment) -> String {
    moment
        .local()
        .map_or_else(|| moment.day.to_string(), date_and_time)
}

/// The day somebody last made sure of all that an entrance says; none where nobody has.
pub fn verified(entrance: &Entrance) -> Option<NaiveDate> {
    match (entrance.verified, entrance.contact.verified) {
        (Some(who), Some(how)) => Some(who.min(how)),
        (one, other) => one.or(other),
    }
}

/// The sources of who it is and of how to reach them, without repeats.
pub fn sources(entrance: &Entrance) -> Vec<SourceRef> {
    let mut sources = Vec::new();
    for &source in entrance.sources.iter().chain(&entrance.contact.sources) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}
