//! When something holds: a span of whole days, open at either end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days from `from` to `until`, both included; a missing end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day, or none if it always was.
    #[serde(with = "super::compiled::day")]
    pub from: Option<NaiveDate>,
    /// The last day, or none if it goes on.
    #[serde(with = "super::compiled::day")]
    pub until: Option<NaiveDate>,
}

impl Period {
    /// All time.
    pub const ALWAYS: Self = Self {
        from: None,
        until: None,
    };

    /// Whether the day lies within.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it ended before the day.
    pub fn ended_before(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether it holds no day at all, because it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }

    /// The days that lie in both; backwards where there are none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        }
    }

    /// Whether any day lies in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.intersection(other).is_backwards()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(735_000 + n).unwrap()
    }

    fn period() -> impl Strategy<Value = Period> {
        (prop::option::of(0..60i32), prop::option::of(0..60i32)).prop_map(|(a, b)| Period {
            from: a.map(day),
            until: b.map(day),
        })
    }

    #[test]
    fn both_ends_belong_to_it() {
        let p = Period {
            from: Some(day(3)),
            until: Some(day(5)),
        };
        assert_eq!(
            [2, 3, 5, 6].map(|n| p.contains(day(n))),
            [false, true, true, false]
        );
    }

    proptest! {
        #[test]
        fn a_day_is_in_the_intersection_when_it_is_in_both(a in period(), b in period(), d in -5..70i32) {
            prop_assert_eq!(a.intersection(&b).contains(day(d)), a.contains(day(d)) && b.contains(day(d)));
        }

        #[test]
        fn periods_overlap_when_some_day_is_in_both(a in period(), b in period()) {
            let found = (-5..70).any(|d| a.contains(day(d)) && b.contains(day(d)));
            prop_assert_eq!(a.overlaps(&b), found);
        }
    }
}
