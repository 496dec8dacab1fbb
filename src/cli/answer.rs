//! Moments as scripts read them.

use chrono::NaiveDateTime;

use crate::referral::Moment;

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
