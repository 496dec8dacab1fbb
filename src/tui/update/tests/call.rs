//! A call from its first word to the sentence that is read out.

use super::*;

#[test]
fn the_first_call_of_the_day_ends_with_a_sentence_to_read_out() {
    let mut operator = in_bergslagen();
    operator.types("lukt avlopp gyttorp");
    assert_eq!(operator.municipality(), Some("nora"));
    assert_eq!(operator.service(), Some("avloppsstopp"));
    let Some(Effect::Copy(sentence)) = operator.press("ctrl-y") else {
        panic!("nothing was copied")
    };
    assert!(sentence.contains("0587-55 00 40"), "{sentence}");
}

#[test]
fn typing_selects_the_best_hit_whatever_was_selected_before() {
    let mut operator = Operator::new();
    operator.walks_to("badplats").types("snö");
    assert_eq!(operator.service(), Some("snorojning"));
    operator.presses("backspace backspace backspace");
    operator.types("trekammarbrunn");
    assert_eq!(operator.service(), Some("enskilt-avlopp"));
    assert_eq!(operator.model.service.offset, 0);
}

#[test]
fn the_selection_follows_the_service_when_the_municipality_changes() {
    let mut operator = Operator::new();
    operator.walks_to("gatubelysning");
    for digit in ["1", "2", "3", "0"] {
        operator.presses(digit);
        assert_eq!(operator.service(), Some("gatubelysning"), "after {digit}");
    }
    operator.presses("ctrl-k 2");
    assert_eq!(operator.service(), Some("gatubelysning"));
}

#[test]
fn what_is_typed_already_at_the_start_is_looked_for() {
    let operator = Operator::at(Beginning {
        query: "snö gyttorp".into(),
        ..beginning()
    });
    assert_eq!(operator.service(), Some("snorojning"));
    assert_eq!(operator.municipality(), Some("nora"));
}

#[test]
fn a_filter_that_means_nothing_is_said_so() {
    let mut operator = Operator::new();
    operator.types("snö #foo");
    assert!(operator.sees("Katalogen känner inte till #foo."));
    operator.presses("ctrl-u");
    operator.types("snö @narnia");
    assert!(operator.sees("Katalogen känner inte till @narnia."));
}
