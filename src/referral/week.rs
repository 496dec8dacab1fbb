//! Opening hours as somebody says them: `mån–fre 08.00–12.00 och 13.00–16.00`.

use chrono::NaiveDate;

use super::words::clock_of;
use crate::catalogue::{Catalogue, DAY, Hours, Minutes};
use crate::locale::Locale;

/// When somebody answers in the week of a day; public holidays are taken off already.
///
/// None only for hours that were never checked.
pub fn week_words(
    hours: &Hours,
    catalogue: &Catalogue,
    day: NaiveDate,
    locale: &Locale,
) -> Option<String> {
    let week = hours.week(day, catalogue.holidays())?;
    if is_always(&week) {
        return Some(locale.text("hours-always").into_owned());
    }
    let mut said = Vec::new();
    let mut first = 1;
    for days in week.chunk_by(|one, next| one == next) {
        let last = first + days.len() - 1;
        if let Some(times) = days.first().filter(|times| !times.is_empty()) {
            said.push(format!(
                "{} {}",
                days_words(first, last, locale),
                times_words(times, locale)
            ));
        }
        first = last + 1;
    }
    Some(if said.is_empty() {
        locale.text("hours-none-this-week").into_owned()
    } else {
        said.join(", ")
    })
}

/// Whether somebody answers day and night in the week of a day.
pub(super) fn never_closes(hours: &Hours, catalogue: &Catalogue, day: NaiveDate) -> bool {
    let week = hours.week(day, catalogue.holidays());
    week.is_some_and(|week| is_always(&week))
}

fn is_always(week: &[Vec<Minutes>]) -> bool {
    week.iter()
        .all(|times| matches!(times.as_slice(), [all_day] if *all_day == (0..DAY)))
}

/// `mån–fre`, or a single day; Monday is 1.
fn days_words(first: usize, last: usize, locale: &Locale) -> String {
    let name = |day: usize| locale.text(&format!("weekday-{day}"));
    if first == last {
        return name(first).into_owned();
    }
    format!("{}–{}", name(first), name(last))
}

fn times_words(times: &[Minutes], locale: &Locale) -> String {
    let span = |time: &Minutes| {
        let clock = |minute: u16| clock_of(minute / 60, minute % 60, locale);
        format!("{}–{}", clock(time.start), clock(time.end))
    };
    let said: Vec<_> = times.iter().map(span).collect();
    said.join(&locale.text("hours-and"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Reading;
    use crate::locale::Language;

    fn said(hours: &str, day: &str, language: Language) -> String {
        let catalogue = Reading::embedded().catalogue.unwrap();
        let hours = Hours::parse(hours).unwrap();
        week_words(
            &hours,
            &catalogue,
            day.parse().unwrap(),
            &Locale::new(language),
        )
        .unwrap()
    }

    #[test]
    fn days_with_the_same_times_are_said_together() {
        let office = "Mo-Th 08:00-12:00,13:00-16:00; Fr 08:00-12:00; PH off";
        assert_eq!(
            said(office, "2026-11-23", Language::Swedish),
            "mån–tors 08.00–12.00 och 13.00–16.00, fre 08.00–12.00"
        );
        assert_eq!(
            said(office, "2026-11-23", Language::English),
            "Mon–Thu 08:00–12:00 and 13:00–16:00, Fri 08:00–12:00"
        );
    }

    #[test]
    fn a_holiday_of_the_week_is_left_out() {
        assert_eq!(
            said("Mo-Fr 08:00-16:00; PH off", "2026-05-15", Language::Swedish),
            "mån–ons 08.00–16.00, fre 08.00–16.00"
        );
    }

    #[test]
    fn a_night_is_parted_at_midnight() {
        assert_eq!(
            said("Fr 22:00-02:00", "2026-11-23", Language::Swedish),
            "fre 22.00–24.00, lör 00.00–02.00"
        );
    }

    #[test]
    fn always_and_never_have_words_of_their_own() {
        assert_eq!(said("24/7", "2026-11-23", Language::Swedish), "dygnet runt");
        assert_eq!(
            said("Jul Mo-Fr 08:00-12:00", "2026-11-23", Language::Swedish),
            "stängt hela veckan"
        );
    }
}
