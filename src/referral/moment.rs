//! The moment a question is asked about.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A day, and perhaps a time on it, in the catalogue's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day asked about.
    pub day: NaiveDate,
    /// The time; none when only a day was asked about, and then nothing is said of open or closed.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A whole day.
    pub fn day(day: NaiveDate) -> Self {
        Self { day, time: None }
    }

    /// The local date and time, if a time was asked about.
    pub fn local(self) -> Option<NaiveDateTime> {
        self.time.map(|time| self.day.and_time(time))
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(local: NaiveDateTime) -> Self {
        Self {
            day: local.date(),
            time: Some(local.time()),
        }
    }
}

/// What is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMoment;

impl FromStr for Moment {
    type Err = NoMoment;

    /// Reads `2026-11-23` or `2026-11-23T10:42`.
    fn from_str(written: &str) -> Result<Self, NoMoment> {
        let text = written.trim();
        let (day, time) = text
            .split_once('T')
            .map_or((text, None), |(day, time)| (day, Some(time)));
        // Without the lengths, chrono takes years of six digits and signs.
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .ok()
            .filter(|_| day.len() == 10)
            .ok_or(NoMoment)?;
        let Some(time) = time else {
            return Ok(Self::day(day));
        };
        let read = |pattern: &str, length: usize| {
            NaiveTime::parse_from_str(time, pattern)
                .ok()
                .filter(|_| time.len() == length)
        };
        let time = read("%H:%M", 5).or_else(|| read("%H:%M:%S", 8));
        Ok(day.and_time(time.ok_or(NoMoment)?).into())
    }
}
