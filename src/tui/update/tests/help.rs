//! The help, and what a window over the view does with keys.

use super::*;

#[test]
fn a_question_mark_opens_the_help_only_while_the_query_is_empty() {
    let mut operator = Operator::new();
    operator.types("snö?");
    assert_eq!(operator.model.overlay, None);
    assert_eq!(operator.model.query.text(), "snö?");
    operator.presses("esc").types("?");
    assert!(matches!(operator.model.overlay, Some(Overlay::Help { .. })));
    assert!(operator.model.query.is_empty());
}

#[test]
fn the_help_shows_what_is_looked_for_and_nothing_else() {
    let mut operator = Operator::on(120, 60);
    operator.presses("f1 ctrl-end");
    assert!(operator.sees("Tecken: ● öppet"));
    operator.presses("ctrl-home");
    assert!(operator.sees("Kopiera en mening") && operator.sees("Ctrl-U"));
    operator.types("kopiera");
    assert!(operator.sees("Kopiera en mening"));
    assert!(!operator.sees("Ctrl-U"), "emptying the line is no copying");
    operator.presses("ctrl-u").types("ctrl-w");
    assert!(operator.sees("Sudda ordet före"));
    assert!(!operator.sees("Kopiera en mening"));
    operator.presses("ctrl-u").types("qqq");
    assert!(operator.sees("Ingen tangent gör det."));
}

#[test]
fn a_help_scrolled_past_its_end_comes_back_with_one_key() {
    let mut operator = Operator::on(80, 24);
    operator.presses("f1 pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn");
    let end = operator.rows();
    assert!(operator.sees("Tecken: ● öppet"), "the last line: {end:#?}");
    operator.presses("down");
    assert_eq!(operator.rows(), end, "there is nothing below the end");
    operator.presses("up");
    assert_ne!(operator.rows(), end);
    operator.presses("ctrl-end");
    assert_eq!(operator.rows(), end);
    operator.presses("up");
    assert_ne!(operator.rows(), end);
}

#[test]
fn the_same_key_closes_the_window_that_it_opened_and_another_exchanges_it() {
    let mut operator = Operator::new();
    operator.presses("f1 f1");
    assert_eq!(operator.model.overlay, None);
    operator.presses("f1 f9");
    assert!(matches!(
        operator.model.overlay,
        Some(Overlay::Emergency { .. })
    ));
}

#[test]
fn typing_in_a_window_does_not_touch_the_query() {
    for window in ["f1", "ctrl-k", "f9", "f12"] {
        let mut operator = Operator::new();
        operator.types("snö").presses(window);
        operator.types("abc å? ").pastes("klistrat");
        operator.presses("backspace left del ctrl-w ctrl-u home end");
        assert_eq!(operator.model.query.text(), "snö", "{window}");
        assert_eq!(operator.service(), Some("snorojning"), "{window}");
        operator.presses("esc").types("!");
        assert_eq!(operator.model.query.text(), "snö!", "{window}");
    }
}

#[test]
fn every_command_does_what_its_key_says_also_when_the_key_has_been_changed() {
    let mut operator = Operator::at(Beginning {
        keymap: keymap(&[("emergency", &["f10"]), ("copy", &["alt-x"])]),
        ..beginning()
    });
    operator.presses("f9");
    assert_eq!(operator.model.overlay, None);
    operator.presses("f10");
    assert!(operator.model.overlay.is_some());
    operator.presses("f10 ctrl-y");
    assert!(matches!(operator.press("alt-x"), Some(Effect::Copy(_))));
}
