//! Keys and pastes: what they write, what they leave, and what they ask of the world.

use super::*;

#[test]
fn esc_closes_the_window_then_the_card_then_clears_the_query_then_the_municipality_and_never_ends()
{
    let mut operator = Operator::new();
    operator.types("2snö").presses("enter f9");
    let state = |operator: &Operator| {
        (
            operator.model.overlay.is_some(),
            operator.model.card_open,
            operator.model.query.text().to_owned(),
            operator.municipality().map(str::to_owned),
        )
    };
    let nora = || Some("nora".to_owned());
    assert_eq!(state(&operator), (true, true, "snö".into(), nora()));
    operator.presses("esc");
    assert_eq!(state(&operator), (false, true, "snö".into(), nora()));
    operator.presses("esc");
    assert_eq!(state(&operator), (false, false, "snö".into(), nora()));
    operator.presses("esc");
    assert_eq!(state(&operator), (false, false, String::new(), nora()));
    operator.presses("esc");
    assert_eq!(state(&operator), (false, false, String::new(), None));
    operator.presses("esc esc esc esc");
    assert_eq!(state(&operator), (false, false, String::new(), None));
}

#[test]
fn only_the_keys_for_it_end_the_program() {
    let mut operator = Operator::new();
    assert_eq!(operator.press("ctrl-c"), Some(Effect::Quit));
    assert_eq!(operator.press("ctrl-q"), Some(Effect::Quit));
    operator.types("qQ");
    assert_eq!(operator.model.query.text(), "qQ");
    operator.presses("f9");
    assert_eq!(operator.press("ctrl-c"), Some(Effect::Quit));
}

#[test]
fn redrawing_and_suspending_are_asked_of_the_world() {
    let mut operator = Operator::new();
    assert_eq!(operator.press("ctrl-l"), Some(Effect::Redraw));
    assert_eq!(operator.press("ctrl-z"), Some(Effect::Suspend));
}

#[test]
fn a_key_that_is_let_go_does_nothing() {
    let mut operator = Operator::new();
    operator.meets(Msg::Copied(Ok(())));
    for written in ["a", "2", "?", "ctrl-c", "ctrl-y", "tab", "down", "f9"] {
        let released = KeyEvent {
            kind: KeyEventKind::Release,
            ..key(written)
        };
        assert_eq!(operator.meets(Msg::Key(released)), None, "{written}");
    }
    assert!(operator.model.query.is_empty());
    assert_eq!(operator.municipality(), None);
    assert_eq!(operator.model.overlay, None);
    assert_eq!(operator.model.view, View::Services);
    assert_eq!(operator.service(), Some("avloppsstopp"));
    assert!(
        operator.model.notice.is_some(),
        "not even the news goes away"
    );
}

#[test]
fn a_key_that_is_held_down_repeats() {
    let mut operator = Operator::new();
    for _ in 0..3 {
        operator.meets(Msg::Key(KeyEvent {
            kind: KeyEventKind::Repeat,
            ..key("a")
        }));
    }
    assert_eq!(operator.model.query.text(), "aaa");
}

#[test]
fn a_key_with_ctrl_or_alt_that_means_nothing_writes_nothing() {
    let mut operator = Operator::new();
    operator.presses("ctrl-h alt-a alt-2");
    assert!(operator.model.query.is_empty());
    assert_eq!(operator.municipality(), None);
}

#[test]
fn a_capital_letter_is_written_as_one() {
    let mut operator = Operator::new();
    operator.types("BMB ÅÄÖ");
    assert_eq!(operator.model.query.text(), "BMB ÅÄÖ");
}

#[test]
fn a_paste_of_several_lines_is_one_line_and_opens_nothing() {
    let mut operator = Operator::new();
    operator.pastes("lukt\navlopp\r\ngyttorp\n");
    assert_eq!(
        operator.model.query.text().trim_end(),
        "lukt avlopp  gyttorp"
    );
    assert!(!operator.model.card_open);
    assert_eq!(operator.service(), Some("avloppsstopp"));
    assert_eq!(operator.municipality(), Some("nora"));
}

#[test]
fn a_pasted_digit_or_question_mark_is_text() {
    let mut operator = Operator::new();
    operator.pastes("2");
    assert_eq!(operator.municipality(), None);
    assert_eq!(operator.model.query.text(), "2");
    operator.presses("esc").pastes("?");
    assert_eq!(operator.model.overlay, None);
    assert_eq!(operator.model.query.text(), "?");
}

#[test]
fn a_megabyte_pasted_is_cut_to_a_line_that_can_be_searched() {
    let mut operator = Operator::new();
    operator.pastes(&"snö ".repeat(1 << 18));
    let length = operator.model.query.text().chars().count();
    assert!((4..=256).contains(&length), "{length}");
    assert_eq!(operator.service(), Some("snorojning"));
}

#[test]
fn what_could_command_the_terminal_is_not_kept_from_a_paste() {
    let mut operator = Operator::new();
    operator.pastes("snö\u{1b}]52;c;x\u{7}\u{202e}");
    let text = operator.model.query.text();
    assert!(!text.chars().any(char::is_control), "{text:?}");
    assert!(!text.contains('\u{202e}'), "{text:?}");
}

#[test]
fn what_alt_gr_writes_is_written() {
    let mut operator = Operator::new();
    let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
    operator.meets(Msg::Key(KeyEvent::new(KeyCode::Char('@'), held)));
    assert_eq!(operator.model.query.text(), "@");
}
