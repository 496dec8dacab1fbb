//! Opening hours, in the syntax of OpenStreetMap, with the public holidays of the catalogue's country.
//!
//! The rules are evaluated by the `opening-hours` crate; moments are local to the catalogue's time zone.

use std::fmt;

use chrono::{NaiveDateTime, TimeDelta};
use opening_hours::localization::Country;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

/// Checked opening hours.
#[derive(Clone)]
pub struct Hours {
    text: Box<str>,
    rules: OpeningHours,
}

/// Whether somebody answers at a moment, and when that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Open now.
    Open {
        /// When it closes; none where it never does, or not within a year.
        closes: Option<NaiveDateTime>,
    },
    /// Closed now.
    Closed {
        /// When it opens next; none where it never does, or not within a year.
        opens: Option<NaiveDateTime>,
    },
}

/// How far ahead a change is looked for.
const HORIZON: TimeDelta = TimeDelta::days(366);

impl Hours {
    /// Reads opening hours such as `Mo-Fr 08:00-12:00,13:00-16:00; PH off`.
    ///
    /// # Errors
    /// The parser's own words when the text is no opening hours.
    pub fn parse(text: &str, holidays: &ContextHolidays) -> Result<Self, String> {
        if text.len() > 500 {
            return Err("longer than 500 characters".into());
        }
        let rules = text
            .parse::<OpeningHours>()
            .map_err(|fault| fault.to_string())?;
        let context = Context::default()
            .with_holidays(holidays.clone())
            .approx_bound_interval_size(HORIZON);
        Ok(Self {
            text: text.into(),
            rules: rules.with_context(context),
        })
    }

    /// The hours as they were written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether somebody answers at this local moment.
    pub fn at(&self, moment: NaiveDateTime) -> Opening {
        let open = self.rules.is_open(moment);
        let change = self
            .rules
            .iter_from(moment)
            .take_while(|range| range.range.start <= moment + HORIZON)
            .find(|range| (range.kind == RuleKind::Open) != open)
            .map(|range| range.range.start);
        if open {
            Opening::Open { closes: change }
        } else {
            Opening::Closed { opens: change }
        }
    }
}

impl PartialEq for Hours {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Debug for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hours({:?})", self.text)
    }
}

/// The public holidays of a country, by its two-letter code.
pub fn holidays(country: &str) -> Option<ContextHolidays> {
    country.parse::<Country>().ok().map(Country::holidays)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: &str, moment: &str) -> Opening {
        let hours = Hours::parse(hours, &holidays("SE").unwrap()).unwrap();
        hours.at(moment.parse().unwrap())
    }

    fn moment(text: &str) -> Option<NaiveDateTime> {
        Some(text.parse().unwrap())
    }

    const LUNCH: &str = "Mo-Fr 08:00-12:00,13:00-16:00; PH off; PH -1 day 08:00-12:00";

    #[test]
    fn an_office_that_is_open_closes_for_lunch() {
        assert_eq!(
            at(LUNCH, "2026-11-23T10:42:00"),
            Opening::Open {
                closes: moment("2026-11-23T12:00:00")
            }
        );
        assert_eq!(
            at(LUNCH, "2026-11-23T12:30:00"),
            Opening::Closed {
                opens: moment("2026-11-23T13:00:00")
            }
        );
    }

    #[test]
    fn on_friday_evening_it_opens_on_monday() {
        assert_eq!(
            at(LUNCH, "2026-11-20T16:00:00"),
            Opening::Closed {
                opens: moment("2026-11-23T08:00:00")
            }
        );
    }

    #[test]
    fn a_swedish_holiday_is_closed_and_the_day_before_is_short() {
        assert_eq!(
            at(LUNCH, "2026-05-14T10:00:00"),
            Opening::Closed {
                opens: moment("2026-05-15T08:00:00")
            }
        );
        assert_eq!(
            at(LUNCH, "2026-05-13T13:30:00"),
            Opening::Closed {
                opens: moment("2026-05-15T08:00:00")
            }
        );
    }

    #[test]
    fn what_is_always_open_never_closes() {
        assert_eq!(
            at("24/7", "2026-11-23T03:00:00"),
            Opening::Open { closes: None }
        );
    }

    #[test]
    fn nonsense_is_refused_with_a_reason() {
        assert!(
            !Hours::parse("måndag till fredag", &holidays("SE").unwrap())
                .unwrap_err()
                .is_empty()
        );
    }
}
