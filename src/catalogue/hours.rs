//! Opening hours, in the syntax of OpenStreetMap, with the public holidays of the catalogue's country.
//!
//! The rules are evaluated by the `opening-hours` crate; moments are local to the catalogue's time zone.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use compact_calendar::CompactCalendar;
use opening_hours::localization::Country;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

/// Opening hours. They are checked when a catalogue is read, and worked out when they are first asked about.
#[derive(Clone)]
pub struct Hours {
    text: Box<str>,
    rules: OnceLock<Option<OpeningHours>>,
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

/// Opening hours longer than this are no hours but a novel.
const LONGEST: usize = 500;

/// How far ahead a change is looked for.
const HORIZON: TimeDelta = TimeDelta::days(366);

impl Hours {
    /// Reads opening hours such as `Mo-Fr 08:00-12:00,13:00-16:00; PH off`.
    ///
    /// # Errors
    /// What cannot be read, when the text is no opening hours.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        if text.len() > LONGEST {
            return Err(Misread {
                reason: "long",
                part: None,
            });
        }
        if let Some(part) = impossible(text) {
            return Err(Misread {
                reason: "syntax",
                part: Some(part),
            });
        }
        let rules = text
            .parse::<OpeningHours>()
            .map_err(|fault| Misread::told(text, &fault.to_string()))?;
        Ok(Self {
            text: text.into(),
            rules: Some(rules).into(),
        })
    }

    /// The hours as they were written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether somebody answers at this local moment; none only for hours that were never checked.
    pub fn at(&self, moment: NaiveDateTime, holidays: &Holidays) -> Option<Opening> {
        let rules = self.rules(holidays)?;
        let open = rules.is_open(moment);
        let change = rules
            .iter_from(moment)
            .take_while(|range| range.range.start <= moment + HORIZON)
            .find(|range| (range.kind == RuleKind::Open) != open)
            .map(|range| range.range.start);
        Some(if open {
            Opening::Open { closes: change }
        } else {
            Opening::Closed { opens: change }
        })
    }

    /// When somebody answers on each day of the week that a day lies in, Monday first; none only for hours that were
    /// never checked.
    pub fn week(&self, day: NaiveDate, holidays: &Holidays) -> Option<[Vec<Minutes>; 7]> {
        let rules = self.rules(holidays)?;
        let monday = day.week(Weekday::Mon).checked_first_day()?;
        let mut week: [Vec<Minutes>; 7] = Default::default();
        for (times, date) in week.iter_mut().zip(monday.iter_days()) {
            let midnight = date.and_time(NaiveTime::MIN);
            let minute = |moment: NaiveDateTime| {
                let minutes = (moment - midnight).num_minutes();
                u16::try_from(minutes.clamp(0, DAY.into())).unwrap_or(DAY)
            };
            let open = rules
                .iter_range(midnight, midnight + TimeDelta::days(1))
                .filter(|range| range.kind == RuleKind::Open);
            for range in open.map(|range| range.range) {
                let (start, end) = (minute(range.start), minute(range.end));
                match times.last_mut() {
                    Some(Range { end: last, .. }) if *last == start => *last = end,
                    _ => times.push(start..end),
                }
            }
        }
        Some(week)
    }

    fn rules(&self, holidays: &Holidays) -> Option<OpeningHours> {
        let rules = self.rules.get_or_init(|| self.text.parse().ok());
        let context = Context::default()
            .with_holidays(holidays.days().clone())
            .approx_bound_interval_size(HORIZON);
        Some(rules.clone()?.with_context(context))
    }
}

/// A stretch of a day, in minutes from midnight.
pub type Minutes = Range<u16>;

/// The minutes of a day.
pub const DAY: u16 = 24 * 60;

/// In a compiled catalogue hours are the text that was checked when it was compiled.
impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self {
            text: Deserialize::deserialize(deserializer)?,
            rules: OnceLock::new(),
        })
    }
}

/// The public holidays of a country.
///
/// The table of the whole world's holidays takes longer to unpack than a catalogue to read, so it is left alone until
/// somebody asks, and a compiled catalogue carries the days of its own country.
#[derive(Clone)]
pub struct Holidays {
    country: Country,
    days: OnceLock<ContextHolidays>,
}

impl Holidays {
    /// The holidays of the country with this two-letter code; none where the code is no country's.
    pub fn of(country: &str) -> Option<Self> {
        Some(Self {
            country: country.parse().ok()?,
            days: OnceLock::new(),
        })
    }

    fn days(&self) -> &ContextHolidays {
        self.days.get_or_init(|| self.country.holidays())
    }
}

impl fmt::Debug for Holidays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Holidays({})", self.country.iso_code())
    }
}

impl Serialize for Holidays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = |days: &CompactCalendar| {
            let mut bytes = Vec::new();
            days.serialize(&mut bytes).map_err(ser::Error::custom)?;
            Ok(bytes)
        };
        let days = self.days();
        let (public, school) = (packed(days.get_public())?, packed(days.get_school())?);
        (self.country.iso_code(), public, school).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Holidays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (country, public, school) = <(Box<str>, Vec<u8>, Vec<u8>)>::deserialize(deserializer)?;
        let unpacked = |bytes: Vec<u8>| {
            let days = CompactCalendar::deserialize(bytes.as_slice()).map_err(de::Error::custom)?;
            Ok(Arc::new(days))
        };
        Ok(Self {
            country: country.parse().map_err(de::Error::custom)?,
            days: ContextHolidays::new(unpacked(public)?, unpacked(school)?).into(),
        })
    }
}

/// Why a text is no opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// A word of the messages: `syntax`, `meaning` or `long`.
    pub reason: &'static str,
    /// The bytes of the text that cannot be read, where that is known.
    pub part: Option<Range<usize>>,
}

impl Misread {
    /// Finds the place in what the parser says, which begins with ` --> line:column` for a fault of syntax.
    fn told(text: &str, message: &str) -> Self {
        let column = message
            .trim_start()
            .strip_prefix("--> 1:")
            .and_then(|rest| rest.lines().next()?.trim().parse::<usize>().ok());
        let Some(column) = column else {
            return Self {
                reason: "meaning",
                part: None,
            };
        };
        let start = text
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(text.len(), |(at, _)| at);
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find([' ', ';', ',']).filter(|&length| length > 0);
        let part = Some(start..start + end.unwrap_or(rest.len())).filter(|part| !part.is_empty());
        Self {
            reason: "syntax",
            part,
        }
    }
}

/// A stretch of time of 24:00, as in `08:00-16:00/24:00` or `(sunrise+24:00)`. The grammar of the parser takes it for one,
/// and the parser then fails as if it were itself at fault.
fn impossible(text: &str) -> Option<Range<usize>> {
    const MIDNIGHT: &str = "24:00";
    let after = |at: usize| {
        text.get(at + MIDNIGHT.len()..)
            .unwrap_or_default()
            .trim_start()
    };
    let is_stretch = |at: usize| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.ends_with('/')
            || before.strip_suffix(['+', '-']).is_some_and(|event| {
                let event = event.trim_end().to_ascii_lowercase();
                ["dawn", "sunrise", "sunset", "dusk"]
                    .iter()
                    .any(|name| event.ends_with(name))
                    && after(at).starts_with(')')
            })
    };
    let mut found = text.match_indices(MIDNIGHT).map(|(at, _)| at);
    let at = found.find(|&at| is_stretch(at))?;
    Some(at..at + MIDNIGHT.len())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: &str, moment: &str) -> Opening {
        let hours = Hours::parse(hours).unwrap();
        let holidays = Holidays::of("SE").unwrap();
        hours.at(moment.parse().unwrap(), &holidays).unwrap()
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
    fn a_stretch_of_a_whole_day_is_misread_as_any_other_nonsense() {
        for text in [
            "2026 13:00-16:24/ 24:00",
            "(sunrise+24:00)-20:00",
            "08:00-(sunset - 24:00 )",
        ] {
            let misread = Hours::parse(text).unwrap_err();
            assert_eq!(misread.reason, "syntax", "{text}");
        }
        assert!(Hours::parse("08:00-24:00").is_ok());
        assert!(Hours::parse("sunrise-24:00").is_ok());
    }

    #[test]
    fn nonsense_is_refused_and_the_first_of_it_pointed_at() {
        let misread = |text: &str| Hours::parse(text).unwrap_err();
        let unread = |text: &'static str| misread(text).part.map(|part| &text[part]);
        assert_eq!(unread("måndag till fredag"), Some("måndag"));
        assert_eq!(unread("Mo-Fr 8-16"), Some("8-16"));
        assert_eq!(unread("Mo-Fr 08:00-16:00; PH of"), Some("of"));
        assert_eq!(unread("Mo-Fr 08:00-"), None);
        assert_eq!(misread(&"Mo ".repeat(400)).reason, "long");
    }
}
