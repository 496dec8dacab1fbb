//! Times and names as an operator says them.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::{Entrance, Moment};
use crate::catalogue::{Opening, OrganisationRef, UnitRef};
use crate::directory::Directory;
use crate::locale::{Language, Locale};

/// A time of day: `08.00` in Swedish, `08:00` in English.
pub fn clock(moment: NaiveDateTime, locale: &Locale) -> String {
    clock_of(moment.hour(), moment.minute(), locale)
}

/// A time of day by its hour, up to 24, and minute.
pub(super) fn clock_of(hour: impl Display, minute: impl Display, locale: &Locale) -> String {
    let sign = match locale.language() {
        Language::Swedish => '.',
        Language::English => ':',
    };
    format!("{hour:0>2}{sign}{minute:0>2}")
}

/// A day with its weekday: `mån 23 nov`, with the year where it is not that of the reference.
pub fn day_words(day: NaiveDate, reference: Option<NaiveDate>, locale: &Locale) -> String {
    let weekday = locale
        .text(&format!("weekday-{}", day.weekday().number_from_monday()))
        .into_owned();
    let month = locale.text(&format!("month-{}", day.month())).into_owned();
    let same_year = reference.is_some_and(|reference| reference.year() == day.year());
    let year = if same_year {
        String::new()
    } else {
        format!(" {}", day.year())
    };
    format!("{weekday} {} {month}{year}", day.day())
}

/// Open until when, or closed until when, in a few words; none where nothing is known.
pub fn opening_words(opening: Option<Opening>, moment: Moment, locale: &Locale) -> Option<String> {
    let now = moment.local()?;
    Some(match opening? {
        Opening::Open {
            closes: Some(closes),
        } if closes.date() == now.date() => {
            locale.with("open-until", &[("time", &clock(closes, locale))])
        }
        Opening::Open {
            closes: Some(closes),
        } if is_midnight_after(closes, now) => {
            locale.with("open-until", &[("time", &clock_of(24, 0, locale))])
        }
        Opening::Open { .. } => locale.text("open-now").into_owned(),
        Opening::Closed { opens: Some(opens) } if opens.date() == now.date() => {
            locale.with("opens-today", &[("time", &clock(opens, locale))])
        }
        Opening::Closed { opens: Some(opens) } if Some(opens.date()) == now.date().succ_opt() => {
            locale.with("opens-tomorrow", &[("time", &clock(opens, locale))])
        }
        Opening::Closed { opens: Some(opens) } => {
            let day = day_words(opens.date(), Some(now.date()), locale);
            locale.with(
                "opens-later",
                &[("day", &day), ("time", &clock(opens, locale))],
            )
        }
        Opening::Closed { opens: None } => locale.text("closed-for-good").into_owned(),
    })
}

pub(super) fn is_midnight_after(closes: NaiveDateTime, now: NaiveDateTime) -> bool {
    closes.time() == chrono::NaiveTime::MIN && Some(closes.date()) == now.date().succ_opt()
}

/// An organisation's name on the directory's day, with the unit where there is one: `Teknisk nämnd, VA`.
pub fn organisation_with_unit(
    directory: &Directory,
    organisation: OrganisationRef,
    unit: Option<UnitRef>,
) -> String {
    let name = directory.name(organisation);
    match unit.and_then(|unit| directory.catalogue()[organisation].unit_at(unit)) {
        Some(unit) => format!("{name}, {}", unit.name),
        None => name.to_owned(),
    }
}

/// The name of the organisation and unit that an entrance leads to.
pub fn entrance_name(directory: &Directory, entrance: &Entrance) -> String {
    organisation_with_unit(directory, entrance.organisation, entrance.unit)
}
