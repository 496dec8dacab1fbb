//! Choosing the day that is shown, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use crate::referral::Moment;
use crate::tui::message::{Effect, Msg};
use crate::tui::model::Overlay;
use crate::tui::operator::{Operator, monday_morning};

fn day(text: &str) -> Moment {
    Moment::day(text.parse().unwrap())
}

#[test]
fn a_day_that_is_written_is_shown_and_said_at_the_top() {
    let mut operator = Operator::new();
    operator.types("1snö").presses("ctrl-d");
    operator.types("2014-09-01").presses("enter");
    assert_eq!(operator.model.overlay, None);
    assert_eq!(operator.model.moment, day("2014-09-01"));
    let header = operator.rows().swap_remove(0);
    assert!(header.contains("◆ visar mån 1 sep 2014"), "{header}");
    assert_eq!(operator.model.query.text(), "snö", "the question stays");
    assert_eq!(operator.service(), Some("snorojning"));
    assert!(operator.sees("BKT"));
}

#[test]
fn a_time_of_day_may_be_written_too() {
    let mut operator = Operator::new();
    operator
        .presses("ctrl-d")
        .types("2026-11-24T09:00")
        .presses("enter");
    assert_eq!(
        operator.model.moment,
        crate::tui::operator::moment("2026-11-24T09:00")
    );
    assert!(operator.model.pinned);
}

#[test]
fn an_empty_line_is_today_again() {
    let mut operator = Operator::on_day("2014-09-01");
    operator.presses("ctrl-d");
    assert_eq!(operator.press("enter"), Some(Effect::Time));
    operator.meets(Msg::Clock(monday_morning()));
    assert_eq!(operator.model.moment, monday_morning());
    assert!(!operator.sees("visar"));
    operator.types("1snö");
    assert!(operator.sees("Teknisk nämnd"));
}

#[test]
fn the_clock_does_not_move_a_day_that_was_chosen() {
    let mut operator = Operator::new();
    operator
        .presses("ctrl-d")
        .types("2014-09-01")
        .presses("enter");
    operator.meets(Msg::Clock(monday_morning()));
    assert_eq!(operator.model.moment, day("2014-09-01"));
}

#[test]
fn what_is_no_day_is_said_to_be_none_until_it_is_mended() {
    let mut operator = Operator::new();
    operator
        .presses("ctrl-d")
        .types("2014-13-01")
        .presses("enter");
    assert!(matches!(operator.model.overlay, Some(Overlay::Date { .. })));
    assert!(operator.sees("! Skriv dagen som 2014-09-01."));
    assert_eq!(operator.model.moment, monday_morning());
    operator.presses("backspace");
    assert!(!operator.sees("Skriv dagen som"));
}

#[test]
fn esc_leaves_the_day_as_it_is_and_never_turns_it_back() {
    let mut operator = Operator::new();
    operator
        .presses("ctrl-d")
        .types("2014-09-01")
        .presses("enter ctrl-d");
    operator.types("1999").presses("esc esc esc esc");
    assert_eq!(operator.model.moment, day("2014-09-01"));
    assert!(operator.sees("visar mån 1 sep 2014"));
}

#[test]
fn findings_and_matrix_are_those_of_the_day() {
    let mut operator = Operator::new();
    operator.presses("f3").types("plogning");
    assert!(operator.finding().is_some());
    operator
        .presses("ctrl-d")
        .types("2014-09-01")
        .presses("enter");
    assert_eq!(
        operator.model.findings().day(),
        "2014-09-01".parse().unwrap()
    );
    operator
        .presses("f4 ctrl-d")
        .types("2027-01-01")
        .presses("enter");
    assert_eq!(
        operator.model.findings().day(),
        "2027-01-01".parse().unwrap()
    );
}
