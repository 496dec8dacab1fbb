//! Any text read as opening hours, asked at any moment: the week agrees with the answer now, and a change lies ahead.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use chrono::{Datelike, NaiveDate, Timelike};
use hanvisa::catalogue::{Holidays, Hours, Opening};
use libfuzzer_sys::fuzz_target;

static HOLIDAYS: LazyLock<Holidays> =
    LazyLock::new(|| Holidays::of("SE").expect("Sweden's holidays"));

#[derive(Arbitrary, Debug)]
struct Asked<'t> {
    text: &'t str,
    day: u16,
    minute: u16,
}

fuzz_target!(|asked: Asked<'_>| {
    let Ok(hours) = Hours::parse(asked.text) else {
        return;
    };
    // From 2000 on, a little over a hundred years.
    let Some(day) = NaiveDate::from_num_days_from_ce_opt(730_120 + i32::from(asked.day) % 40_000)
    else {
        return;
    };
    let minute = u32::from(asked.minute) % (24 * 60);
    let Some(moment) = day.and_hms_opt(minute / 60, minute % 60, 0) else {
        return;
    };
    let now = hours.at(moment, &HOLIDAYS).expect("hours that were parsed");
    let (Opening::Open { closes: change } | Opening::Closed { opens: change }) = now;
    assert!(
        change.is_none_or(|change| change > moment),
        "what comes has been: {change:?}"
    );
    let week = hours.week(day, &HOLIDAYS).expect("hours that were parsed");
    let today = &week[day.weekday().num_days_from_monday() as usize];
    let minute = (moment.hour() * 60 + moment.minute()) as u16;
    assert_eq!(
        matches!(now, Opening::Open { .. }),
        today.iter().any(|times| times.contains(&minute)),
        "{today:?} at {moment}"
    );
});
