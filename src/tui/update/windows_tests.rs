//! What is typed into a window while other keys are pressed, told as an operator would.

use crate::tui::model::{Asked, Overlay, View};
use crate::tui::operator::Operator;

/// The keys that show something else.
const ELSEWHERE: [&str; 10] = [
    "f2", "f3", "f4", "f5", "f6", "f7", "ctrl-k", "ctrl-t", "ctrl-x", "ctrl-v",
];

/// With a verdict and its reason half written.
fn while_judging() -> Operator {
    let mut operator = Operator::new();
    operator.presses("f3").types("plogning").presses("f8");
    operator.types("3enligt avtal");
    operator
}

fn judging(operator: &Operator) -> Option<(Asked, &str, &str)> {
    match &operator.model.overlay {
        Some(Overlay::Verdict(it)) => Some((it.asked, it.note.text(), it.until.text())),
        _ => None,
    }
}

fn date(operator: &Operator) -> Option<&str> {
    match &operator.model.overlay {
        Some(Overlay::Date { line, .. }) => Some(line.text()),
        _ => None,
    }
}

#[test]
fn a_reason_that_is_typed_outlives_every_key_that_is_for_something_else() {
    for key in ELSEWHERE.into_iter().chain(["ctrl-d"]) {
        let mut operator = while_judging();
        operator.presses(key);
        let kept = Some((Asked::Note, "enligt avtal", ""));
        assert_eq!(judging(&operator), kept, "{key}");
        assert_eq!(operator.model.view, View::Findings, "{key}");
        let told = "! Du har skrivit något här. Stäng det först med Esc.";
        assert!(operator.sees(told), "{key}");
    }
}

#[test]
fn tab_goes_to_the_next_question_and_back_and_never_out_of_the_window() {
    let mut operator = while_judging();
    operator.presses("tab").types("2027-12-31");
    let both = Some((Asked::Until, "enligt avtal", "2027-12-31"));
    assert_eq!(judging(&operator), both);
    operator.presses("tab tab");
    assert_eq!(judging(&operator), both, "it writes nothing down");
    operator.presses("shift-tab");
    let back = Some((Asked::Note, "enligt avtal", "2027-12-31"));
    assert_eq!(judging(&operator), back);
    operator.presses("shift-tab shift-tab shift-tab");
    let first = Some((Asked::Verdict, "enligt avtal", "2027-12-31"));
    assert_eq!(judging(&operator), first);
}

#[test]
fn tab_in_a_window_with_nothing_typed_changes_no_view_either() {
    for window in ["f8", "ctrl-d"] {
        for key in ["tab", "shift-tab"] {
            let mut operator = Operator::new();
            operator.presses("f3").types("plogning").presses(window);
            operator.presses(key);
            assert!(operator.model.overlay.is_some(), "{window} {key}");
            assert_eq!(operator.model.view, View::Findings, "{window} {key}");
        }
    }
}

#[test]
fn a_day_that_is_typed_outlives_every_key_that_is_for_something_else() {
    for key in ELSEWHERE.into_iter().chain(["tab", "shift-tab", "f8"]) {
        let mut operator = Operator::new();
        operator.presses("f3").types("plogning").presses("ctrl-d");
        operator.types("2014-09").presses(key);
        assert_eq!(date(&operator), Some("2014-09"), "{key}");
        assert_eq!(operator.model.view, View::Findings, "{key}");
    }
}

#[test]
fn a_window_with_nothing_typed_lets_one_go_on() {
    for window in ["f8", "ctrl-d"] {
        let mut operator = Operator::new();
        operator.presses("f3").types("plogning").presses(window);
        operator.presses("f2");
        assert_eq!(operator.model.overlay, None, "{window}");
        assert_eq!(operator.model.view, View::Services, "{window}");
    }
}

#[test]
fn emergency_numbers_and_help_go_over_a_window_that_is_there_again_afterwards() {
    for key in ["f9", "f1"] {
        for way_back in [key, "esc"] {
            let mut operator = while_judging();
            operator.presses(key);
            assert!(judging(&operator).is_none(), "{key} shows at once");
            operator.presses("f2");
            assert_eq!(operator.model.view, View::Findings, "{key}");
            operator.presses(way_back);
            let kept = Some((Asked::Note, "enligt avtal", ""));
            assert_eq!(judging(&operator), kept, "{key} {way_back}");
            operator.presses("esc");
            assert_eq!(operator.model.overlay, None, "{key} {way_back}");
        }
    }
}

#[test]
fn emergency_numbers_over_the_help_over_a_window_lead_back_to_the_window() {
    let mut operator = while_judging();
    operator.presses("f1 f9 esc");
    let kept = Some((Asked::Note, "enligt avtal", ""));
    assert_eq!(judging(&operator), kept);
}
