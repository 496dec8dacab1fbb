//! What several commands say the same way: moments as scripts read them, and that a body is no more.

use chrono::NaiveDateTime;

use crate::catalogue::OrganisationRef;
use crate::directory::Directory;
use crate::locale::Locale;
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

/// That a body is called something else by now, has been succeeded, or is no more; `old` is what somebody said who may
/// never have heard of that.
pub fn succession(
    directory: &Directory,
    old: &str,
    body: OrganisationRef,
    locale: &Locale,
) -> String {
    let Some(heir) = directory.answering(body) else {
        let day = directory.day().to_string();
        return locale.with("cli-ended-organisation", &[("name", old), ("day", &day)]);
    };
    let key = if directory.exists(body) {
        "cli-former-name"
    } else {
        "card-took-over"
    };
    locale.with(key, &[("old", old), ("new", directory.name(heir))])
}
