//! The sentence to read out.

use super::*;

/// The sentence in both languages.
fn sentences(duties: &[String], at: &str) -> [String; 2] {
    let call = Call::new(duties, at);
    Language::ALL.map(|language| call.sentence(language))
}

#[test]
fn the_sentence_says_whom_to_ring_where_and_until_when() {
    assert_eq!(
        sentences(
            &[duty("namnden/gata", &["contact"], "")],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, Gata på 0500-10 00. De svarar till klockan 12.",
            "Snöröjning: ring Tekniska nämnden, Gata on 0500-10 00. They answer until 12:00.",
        ]
    );
}

#[test]
fn the_sentence_of_a_closed_office_says_who_is_on_call() {
    assert_eq!(
        sentences(
            &[duty("namnden/gata", &["contact"], "")],
            "2026-11-23T17:00:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, Gata på 0500-10 00. De öppnar i morgon klockan 8. Är det akut, ring jouren på 0500-99 00.",
            "Snöröjning: ring Tekniska nämnden, Gata on 0500-10 00. They open tomorrow at 8:00. If it is urgent, ring whoever is on call on 0500-99 00.",
        ]
    );
}

#[test]
fn the_sentence_says_nothing_of_open_or_closed_where_that_is_not_known() {
    assert_eq!(
        sentences(
            &[duty("namnden/va", &["contact"], "")],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, VA på 0500-20 00.",
            "Snöröjning: ring Tekniska nämnden, VA on 0500-20 00.",
        ]
    );
}

#[test]
fn the_sentence_says_to_write_or_to_turn_to_whoever_has_no_number() {
    assert_eq!(
        sentences(&[duty("ask-kommun", &["contact"], "")], "2026-11-23"),
        [
            "Snöröjning: skriv till Asks kommun på kommun@ask.example.",
            "Snöröjning: write to Asks kommun at kommun@ask.example.",
        ]
    );
    assert_eq!(
        sentences(&[duty("forsamlingen", &["contact"], "")], "2026-11-23")[0],
        "Snöröjning: vänd dig till församlingen i Svenska kyrkan."
    );
    assert_eq!(
        sentences(&[duty("fastighetsagare", &["contact"], "")], "2026-11-23"),
        [
            "Snöröjning: vänd dig till fastighetsägaren.",
            "Snöröjning: turn to fastighetsägaren.",
        ]
    );
}

#[test]
fn the_sentence_goes_through_the_cases_and_ends_with_all_others() {
    assert_eq!(
        sentences(
            &[
                duty("fastighetsagare", &["contact"], ""),
                duty(
                    "polisen",
                    &["contact"],
                    "condition = \"en bil står i vägen\""
                ),
                duty("namnden", &["contact"], "condition = \"ängsgatan\""),
            ],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: det beror på. En bil står i vägen: ring Polisen på 114 14. \
             Ängsgatan: ring Tekniska nämnden på 0500-10 00. De svarar till klockan 12. \
             Annars: vänd dig till fastighetsägaren.",
            "Snöröjning: it depends. En bil står i vägen: ring Polisen on 114 14. \
             Ängsgatan: ring Tekniska nämnden on 0500-10 00. They answer until 12:00. \
             Otherwise: turn to fastighetsägaren.",
        ]
    );
}

#[test]
fn the_sentence_admits_that_it_is_not_settled_who_comes_first() {
    assert_eq!(
        sentences(
            &[
                duty("namnden", &["delivery"], ""),
                duty("fastighetsagare", &["handling"], ""),
                duty("ask-kommun", &["decision"], ""),
            ],
            "2026-11-23"
        ),
        [
            "Snöröjning: det är inte bestämt vem som tar emot först. Det kan vara Tekniska nämnden (0500-10 00), fastighetsägaren eller Asks kommun.",
            "Snöröjning: it has not been settled who takes the call first. It may be Tekniska nämnden (0500-10 00), fastighetsägaren or Asks kommun.",
        ]
    );
}

#[test]
fn the_sentence_admits_that_there_is_nobody() {
    assert_eq!(
        sentences(&[], "2026-11-23"),
        [
            "Snöröjning: ingen är utsedd att ta hand om det här i kommunen.",
            "Snöröjning: nobody has been given this task in the municipality.",
        ]
    );
    assert_eq!(
        sentences(&["until = 2020-12-31\n".to_owned()], "2026-11-23"),
        [
            "Snöröjning: tjänsten finns inte det datumet.",
            "Snöröjning: the service does not exist on that date.",
        ]
    );
}

#[test]
fn the_same_weekday_of_the_next_week_is_said_with_its_date_and_the_day_before_it_without() {
    let summer = "contact = { phone = \"111\", hours = \"Jun Mo-Fr 08:30-16:00\" }";
    let said = |at: &str| {
        let call = Call::new(&[duty("namnden", &["contact"], summer)], at);
        call.sentence(Language::Swedish)
    };
    assert_eq!(
        said("2026-05-25T10:00:00"),
        "Snöröjning: ring Tekniska nämnden på 111. De öppnar måndag den 1 juni klockan 8.30."
    );
    assert_eq!(
        said("2026-05-26T10:00:00"),
        "Snöröjning: ring Tekniska nämnden på 111. De öppnar måndag klockan 8.30."
    );
}
