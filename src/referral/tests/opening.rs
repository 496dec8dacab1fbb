//! Open or closed, and until when.

use super::*;

fn opening(at: &str) -> String {
    let call = Call::new(&[duty("namnden/gata", &["contact"], "")], at);
    call.opening(Language::Swedish).unwrap()
}

#[test]
fn an_office_that_is_open_tells_when_it_closes() {
    assert_eq!(opening("2026-11-23T08:00:00"), "öppet till 12.00");
    assert_eq!(opening("2026-11-23T15:59:00"), "öppet till 16.00");
}

#[test]
fn an_office_at_lunch_tells_when_it_is_back() {
    assert_eq!(opening("2026-11-23T12:00:00"), "stängt, öppnar 13.00");
}

#[test]
fn an_office_that_has_closed_for_the_day_opens_tomorrow() {
    assert_eq!(
        opening("2026-11-23T16:00:00"),
        "stängt, öppnar i morgon 08.00"
    );
}

#[test]
fn before_a_weekend_it_opens_on_monday() {
    assert_eq!(
        opening("2026-11-20T16:00:00"),
        "stängt, öppnar mån 23 nov 08.00"
    );
}

#[test]
fn on_a_public_holiday_it_is_closed_and_on_the_day_before_it_closes_early() {
    // Ascension Day, a Thursday.
    assert_eq!(
        opening("2026-05-14T10:00:00"),
        "stängt, öppnar i morgon 08.00"
    );
    assert_eq!(opening("2026-05-13T10:00:00"), "öppet till 12.00");
    assert_eq!(
        opening("2026-05-13T13:30:00"),
        "stängt, öppnar fre 15 maj 08.00"
    );
}

#[test]
fn over_the_turn_of_the_year_the_year_is_said() {
    // New Year's Eve is open in the morning as the day before a holiday; then New Year's Day and a weekend.
    assert_eq!(
        opening("2026-12-31T13:00:00"),
        "stängt, öppnar mån 4 jan 2027 08.00"
    );
}

#[test]
fn what_never_closes_is_just_open() {
    let call = Call::new(&[duty("polisen", &["contact"], "")], "2026-12-25T03:00:00");
    assert_eq!(call.opening(Language::Swedish).as_deref(), Some("öppet"));
    assert_eq!(call.opening(Language::English).as_deref(), Some("open"));
}

#[test]
fn nothing_is_said_of_open_or_closed_when_only_a_day_is_asked_about_or_no_hours_are_known() {
    let day = Call::new(&[duty("namnden", &["contact"], "")], "2026-11-23");
    assert_eq!(day.opening(Language::Swedish), None);
    let unknown = Call::new(
        &[duty("ask-kommun", &["contact"], "")],
        "2026-11-23T10:00:00",
    );
    assert_eq!(unknown.opening(Language::Swedish), None);
    // The unit has its own number, and the board's hours are not that number's.
    let other = Call::new(
        &[duty("namnden/va", &["contact"], "")],
        "2026-11-23T10:00:00",
    );
    assert_eq!(other.opening(Language::Swedish), None);
}

#[test]
fn open_and_closed_in_a_few_words_in_both_languages() {
    let at = |text: &str| moment(text).local().unwrap();
    let now = moment("2026-11-23T10:42:00");
    let open = |closes: Option<&str>| Opening::Open {
        closes: closes.map(at),
    };
    let closed = |opens: Option<&str>| Opening::Closed {
        opens: opens.map(at),
    };
    for (opening, swedish, english) in [
        (open(None), "öppet", "open"),
        (
            open(Some("2026-11-23T12:00:00")),
            "öppet till 12.00",
            "open until 12:00",
        ),
        (
            open(Some("2026-11-24T00:00:00")),
            "öppet till 24.00",
            "open until 24:00",
        ),
        // Open all night and then some: when it closes is no help to somebody who rings now.
        (open(Some("2026-11-25T12:00:00")), "öppet", "open"),
        (closed(None), "stängt", "closed"),
        (
            closed(Some("2026-11-23T13:00:00")),
            "stängt, öppnar 13.00",
            "closed, opens 13:00",
        ),
        (
            closed(Some("2026-11-24T08:00:00")),
            "stängt, öppnar i morgon 08.00",
            "closed, opens tomorrow 08:00",
        ),
        (
            closed(Some("2026-12-01T08:00:00")),
            "stängt, öppnar tis 1 dec 08.00",
            "closed, opens Tue 1 Dec 08:00",
        ),
        (
            closed(Some("2027-03-01T08:00:00")),
            "stängt, öppnar mån 1 mars 2027 08.00",
            "closed, opens Mon 1 Mar 2027 08:00",
        ),
    ] {
        for (language, words) in [(Language::Swedish, swedish), (Language::English, english)] {
            let said = opening_words(Some(opening), now, &Locale::new(language));
            assert_eq!(said.as_deref(), Some(words));
        }
    }
}
