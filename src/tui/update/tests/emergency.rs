//! The window of emergency numbers and of those on call.

use super::*;

fn numbers(operator: &Operator) -> Vec<String> {
    let numbers = operator.model.numbers().into_iter();
    numbers.map(|one| one.number).collect()
}

#[test]
fn the_emergency_window_lists_112_first_and_then_who_is_on_call_for_the_caller() {
    let mut operator = Operator::new();
    operator.types("2").presses("f9");
    assert_eq!(
        numbers(&operator),
        ["112", "1177", "0587-00 00 00", "019-14 76 42"]
    );
    for number in numbers(&operator) {
        assert!(operator.sees(&number), "{number}");
    }
    let mut operator = Operator::new();
    operator.types("3").presses("f9");
    assert_eq!(numbers(&operator), ["112", "1177", "019-14 76 42"]);
    assert!(!operator.sees("0587-00 00 00"), "that one is Nora's");
}

#[test]
fn an_organisation_that_has_ended_is_on_call_no_more() {
    let mut operator = Operator::at(Beginning {
        moment: moment("2014-09-01T10:42"),
        ..beginning()
    });
    operator.presses("f9");
    assert!(!operator.sees("019-14 76 42"), "the board is from 2023");
}

#[test]
fn enter_copies_the_selected_emergency_number_and_closes_the_window() {
    let mut operator = Operator::new();
    operator.types("3").presses("f9 down down down down");
    assert_eq!(
        operator.press("enter"),
        Some(Effect::Copy("019-14 76 42".into()))
    );
    assert_eq!(operator.model.overlay, None);
    operator.presses("f9");
    assert_eq!(operator.press("ctrl-y"), Some(Effect::Copy("112".into())));
}

#[test]
fn a_number_of_several_keeps_what_each_says_of_it() {
    let text = SMALL.replace(
        r#"on_call_note = "Bara akuta fel på vatten, avlopp och gata""#,
        r#"on_call_note = "Bara akuta fel på vatten""#,
    );
    let text = format!(
        "{text}\n[[organisation]]\nid = \"granne\"\nkind = \"company\"\nname = \"Grannen\"\n\
         contact = {{ on_call = \"019-14 76 42\", on_call_note = \"Bara akuta fel på gatan\" }}\n"
    );
    let mut operator = Operator::new();
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(&text)))));
    let numbers = operator.model.numbers();
    let shared = numbers
        .iter()
        .find(|one| one.number == "019-14 76 42")
        .unwrap();
    assert_eq!(
        shared.when,
        "Bara akuta fel på vatten · Bara akuta fel på gatan"
    );
    assert!(shared.name.ends_with("· Grannen"), "{}", shared.name);
}
