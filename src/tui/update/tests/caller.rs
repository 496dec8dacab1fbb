//! The municipality that the caller lives in: digits, places in the query, and the window to choose it in.

use super::*;

#[test]
fn a_digit_picks_the_municipality_only_while_the_query_is_empty() {
    let mut operator = Operator::new();
    operator.types("2");
    assert_eq!(operator.municipality(), Some("nora"));
    assert!(operator.model.query.is_empty());
    operator.types("snö 3");
    assert_eq!(operator.municipality(), Some("nora"));
    assert_eq!(operator.model.query.text(), "snö 3");
}

#[test]
fn a_digit_without_a_municipality_changes_nothing() {
    let mut operator = Operator::new();
    operator.types("29");
    assert_eq!(operator.municipality(), Some("nora"));
    assert!(operator.model.query.is_empty());
}

#[test]
fn nought_means_all_municipalities() {
    let mut operator = Operator::new();
    operator.types("1");
    assert_eq!(operator.municipality(), Some("lindesberg"));
    operator.types("0");
    assert_eq!(operator.municipality(), None);
}

#[test]
fn a_place_in_the_query_goes_before_the_chosen_municipality_and_stays_when_esc_clears_the_query() {
    let mut operator = Operator::new();
    operator.types("1lukt gyttorp");
    assert_eq!(operator.municipality(), Some("nora"));
    operator.presses("esc");
    assert!(operator.model.query.is_empty());
    assert_eq!(operator.municipality(), Some("nora"));
    let caller = operator.model.caller().unwrap();
    assert_eq!(caller.place.as_deref(), Some("Gyttorp"));
}

#[test]
fn a_place_stays_when_the_whole_line_is_emptied_with_one_key() {
    let mut operator = Operator::new();
    operator.types("lukt gyttorp").presses("ctrl-u");
    assert!(operator.model.query.is_empty());
    assert_eq!(operator.municipality(), Some("nora"));
}

#[test]
fn a_place_that_is_rubbed_out_again_gives_back_the_chosen_municipality() {
    let mut operator = Operator::new();
    operator.types("1lukt gyttorp");
    assert_eq!(operator.municipality(), Some("nora"));
    operator.presses("ctrl-w");
    assert_eq!(operator.municipality(), Some("lindesberg"));
}

#[test]
fn a_municipality_chosen_in_the_window_goes_before_a_place_that_was_typed() {
    for choice in ["1", "up enter"] {
        let mut operator = Operator::new();
        operator.types("lukt avlopp gyttorp").presses("ctrl-k");
        operator.presses(choice);
        assert_eq!(operator.municipality(), Some("lindesberg"), "{choice}");
        assert_eq!(operator.service(), Some("avloppsstopp"), "{choice}");
        assert_eq!(operator.model.overlay, None, "{choice}");
        // The words about the matter stay; the place that no longer holds goes.
        assert_eq!(operator.model.query.text().trim(), "lukt avlopp");
    }
}

#[test]
fn all_municipalities_can_be_chosen_in_the_window_though_a_place_was_typed() {
    let mut operator = Operator::new();
    operator.types("lukt gyttorp").presses("ctrl-k 0");
    assert_eq!(operator.municipality(), None);
}

#[test]
fn the_window_opens_on_the_municipality_that_is_chosen() {
    let mut operator = Operator::new();
    operator.types("3").presses("ctrl-k");
    assert!(matches!(
        operator.model.overlay,
        Some(Overlay::Municipality { selected: 2, .. })
    ));
    operator.presses("enter");
    assert_eq!(operator.municipality(), Some("hallefors"));
}

#[test]
fn a_place_typed_in_the_window_finds_its_municipality_and_enter_chooses_it() {
    let mut operator = Operator::new();
    operator.presses("ctrl-k").types("grythy");
    operator.presses("enter");
    assert_eq!(operator.model.overlay, None);
    assert_eq!(operator.municipality(), Some("hallefors"));
    let caller = operator.model.caller().unwrap();
    assert_eq!(caller.place.as_deref(), Some("Grythyttan"));
    assert!(operator.model.query.is_empty());
}

#[test]
fn a_digit_in_the_window_chooses_at_once_and_closes_it() {
    let mut operator = Operator::new();
    operator.presses("ctrl-k").types("2");
    assert_eq!(operator.municipality(), Some("nora"));
    assert_eq!(operator.model.overlay, None);
}

#[test]
fn a_digit_that_no_municipality_has_leaves_the_window_open() {
    let mut operator = Operator::new();
    operator.presses("ctrl-k").types("9");
    assert!(operator.model.overlay.is_some());
    assert_eq!(operator.municipality(), None);
}

#[test]
fn enter_on_a_place_that_nobody_knows_chooses_nothing() {
    let mut operator = Operator::new();
    operator.types("1").presses("ctrl-k").types("timbuktu");
    operator.presses("enter");
    assert!(operator.model.overlay.is_some());
    assert_eq!(operator.municipality(), Some("lindesberg"));
}

#[test]
fn rubbing_out_in_the_window_selects_the_first_that_fits_again() {
    let mut operator = Operator::new();
    operator.presses("ctrl-k").types("g");
    operator.presses("down");
    assert!(matches!(
        operator.model.overlay,
        Some(Overlay::Municipality { selected: 1, .. })
    ));
    operator.presses("backspace");
    assert!(matches!(
        operator.model.overlay,
        Some(Overlay::Municipality { selected: 0, .. })
    ));
}
