//! What keys, pastes, time and changed files do, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Size;

use super::*;
use crate::catalogue::Reading;
use crate::locale::{Language, Locale};
use crate::referral::Moment;
use crate::tui::command::TABLE;
use crate::tui::model::Beginning;
use crate::tui::view::layout::Regions;

use crate::tui::operator::{Operator, SMALL, beginning, catalogue, faulty, key, keymap, moment};

/// In front of the shipped catalogue.
fn in_bergslagen() -> Operator {
    Operator::at(Beginning {
        catalogue: std::sync::Arc::new(Reading::embedded().catalogue.unwrap()),
        ..beginning()
    })
}

// ── A call ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── The caller's municipality ───────────────────────────────────────────────────────────────────────────────────────

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

// ── Esc ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Copying ─────────────────────────────────────────────────────────────────────────────────────────────────────────

fn copied(operator: &mut Operator) -> String {
    match operator.press("ctrl-y") {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied but {other:?}"),
    }
}

#[test]
fn the_copied_sentence_says_whom_to_ring_on_which_number_and_until_when() {
    let mut operator = Operator::new();
    operator.types("2lukt avlopp");
    assert_eq!(
        copied(&mut operator),
        "Avloppsstopp och stopp i ledning: ring Teknisk nämnd, VA på 0587-55 00 40. De svarar till klockan 12."
    );
}

#[test]
fn without_a_municipality_each_differing_answer_is_a_line_of_its_own() {
    let mut operator = Operator::new();
    operator.types("skolbuss");
    let text = copied(&mut operator);
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        [
            "Lindesberg: Skolskjuts: ring Lindesbergs kommun på 0581-810 00.",
            "Nora: Skolskjuts: ring Nora kommun på 0587-810 00.",
            "Hällefors: Skolskjuts: ring Hällefors kommun på 0591-641 00.",
        ]
    );
    operator.presses("esc").types("gatubelysning");
    let text = copied(&mut operator);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("Lindesberg: "), "{text}");
    assert!(lines[1].starts_with("Nora, Hällefors: "), "{text}");
}

#[test]
fn without_a_municipality_one_answer_for_all_is_one_sentence() {
    let mut operator = Operator::new();
    operator.types("lukt avlopp");
    let text = copied(&mut operator);
    assert!(text.starts_with("Avloppsstopp"), "{text}");
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn an_organisation_is_copied_with_its_number_and_an_ended_one_as_whoever_took_over() {
    let mut operator = Operator::new();
    operator.presses("f5").types("bkt");
    assert_eq!(operator.organisation(), Some("bkt"));
    assert_eq!(
        copied(&mut operator),
        "Teknisk nämnd, 0587-55 00 40, tekniska@prov.example"
    );
}

#[test]
fn where_nothing_is_selected_nothing_is_copied_and_it_is_said_so() {
    let mut operator = Operator::new();
    operator.types("qxqxqx").presses("ctrl-y");
    assert!(operator.model.services.is_empty());
    let notice = operator.model.notice.clone().unwrap();
    assert_eq!(notice.text, "Det finns inget att kopiera.");
    assert!(notice.is_fault);
}

#[test]
fn the_outcome_of_copying_is_told_until_the_next_key() {
    let mut operator = Operator::new();
    operator.meets(Msg::Copied(Ok(())));
    assert!(!operator.model.notice.clone().unwrap().is_fault);
    operator.presses("down");
    assert_eq!(operator.model.notice, None);
    operator.meets(Msg::Copied(Err("trasigt".into())));
    let notice = operator.model.notice.clone().unwrap();
    assert!(
        notice.is_fault && notice.text.contains("trasigt"),
        "{notice:?}"
    );
}

// ── Keys and pastes ─────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Help ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Emergency numbers ───────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Views and rows ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn tab_goes_round_the_views_and_shift_tab_goes_back() {
    let mut operator = Operator::new();
    assert_eq!(operator.model.view, View::Services);
    for view in View::ALL.iter().cycle().skip(1).take(View::ALL.len() + 1) {
        operator.presses("tab");
        assert_eq!(operator.model.view, *view);
    }
    let mut operator = Operator::new();
    for view in View::ALL.iter().rev().cycle().take(View::ALL.len() + 1) {
        operator.presses("shift-tab");
        assert_eq!(operator.model.view, *view);
    }
    operator.presses("f2");
    assert_eq!(operator.model.view, View::Services);
    operator.presses("f5");
    assert_eq!(operator.model.view, View::Organisations);
}

#[test]
fn the_other_view_shows_the_best_hit_of_what_was_typed_meanwhile() {
    let mut operator = Operator::new();
    operator.presses("f5");
    assert_eq!(operator.organisation(), Some("bygg-miljo"));
    operator.presses("f2").types("teknisk nämnd bygg");
    operator.presses("f5");
    assert_eq!(operator.organisation(), Some("teknisk-namnd"));
    let shown = &operator.model.organisations;
    let other = operator.model.catalogue().find_organisation("bygg-miljo");
    assert!(shown.contains(&other.unwrap()), "it could have stayed");
}

#[test]
fn each_view_keeps_its_own_selection() {
    let mut operator = Operator::new();
    operator.walks_to("skolskjuts").presses("f5 down down");
    assert_eq!(operator.organisation(), Some("fastighetsagare"));
    operator.presses("f2");
    assert_eq!(operator.service(), Some("skolskjuts"));
    operator.presses("f5");
    assert_eq!(operator.organisation(), Some("fastighetsagare"));
}

#[test]
fn a_page_moves_as_many_rows_as_are_in_view_but_one() {
    let mut operator = in_bergslagen();
    let height = usize::from(Regions::of(&operator.model).list.height);
    let at = |operator: &Operator| {
        let model = &operator.model;
        model.service.position(&model.services).unwrap()
    };
    operator.presses("pgdn");
    assert_eq!(at(&operator), height - 1);
    operator.presses("pgdn");
    assert_eq!(at(&operator), 2 * (height - 1));
    operator.presses("pgup pgup");
    assert_eq!(at(&operator), 0);
    operator.presses("ctrl-end");
    assert_eq!(at(&operator), operator.model.services.len() - 1);
    operator.presses("pgdn");
    assert_eq!(at(&operator), operator.model.services.len() - 1);
    operator.presses("ctrl-home up");
    assert_eq!(at(&operator), 0);
}

#[test]
fn with_the_card_open_a_page_scrolls_the_card_and_an_arrow_turns_to_the_next_service() {
    let mut operator = Operator::on(80, 12);
    operator.presses("enter pgdn");
    assert!(operator.model.card_scroll > 0);
    assert_eq!(operator.service(), Some("avloppsstopp"));
    operator.presses("down");
    assert_eq!(operator.service(), Some("badplats"));
    assert_eq!(operator.model.card_scroll, 0);
}

#[test]
fn the_card_scrolls_no_further_than_its_last_line() {
    let mut operator = Operator::on(80, 12);
    operator.presses("enter ctrl-end");
    let end = operator.rows();
    operator.presses("pgdn shift-down");
    assert_eq!(operator.rows(), end);
    operator.presses("shift-up");
    assert_ne!(operator.rows(), end);
}

#[test]
fn a_row_that_is_clicked_is_selected_and_the_wheel_moves_the_selection() {
    let mut operator = Operator::new();
    let list = Regions::of(&operator.model).list;
    let click = |row| Msg::Click {
        column: list.x + 3,
        row,
    };
    operator.meets(click(list.y + 2));
    assert_eq!(operator.service(), Some("enskilt-avlopp"));
    operator.meets(click(0));
    assert_eq!(
        operator.service(),
        Some("enskilt-avlopp"),
        "that is the header"
    );
    operator.meets(click(list.y + 30));
    assert_eq!(
        operator.service(),
        Some("enskilt-avlopp"),
        "there is no row"
    );
    operator.meets(Msg::Wheel(1));
    assert_eq!(operator.service(), Some("gatubelysning"));
}

// ── Time and files ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_clock_moves_the_moment_and_the_answer_with_it() {
    let mut operator = Operator::new();
    operator.types("2lukt avlopp");
    assert!(copied(&mut operator).contains("till klockan 12."));
    operator.meets(Msg::Clock(moment("2026-11-23T12:01")));
    assert_eq!(operator.model.moment, moment("2026-11-23T12:01"));
    let sentence = copied(&mut operator);
    assert!(sentence.contains("De öppnar klockan 13."), "{sentence}");
    assert!(sentence.contains("019-14 76 42"), "{sentence}");
}

#[test]
fn a_moment_that_was_asked_for_stays() {
    let mut operator = Operator::on_day("2014-09-01");
    operator.meets(Msg::Clock(moment("2026-11-23T12:01")));
    assert_eq!(
        operator.model.moment,
        Moment::day("2014-09-01".parse().unwrap())
    );
    operator.types("1snö");
    assert!(copied(&mut operator).contains("Bergslagens kommunalteknik"));
}

#[test]
fn past_midnight_another_catalogue_day_begins() {
    let mut operator = Operator::at(Beginning {
        moment: moment("2022-12-31T23:59"),
        ..beginning()
    });
    operator.types("1snö");
    assert!(copied(&mut operator).contains("Samhällsbyggnadsförbundet"));
    operator.meets(Msg::Clock(moment("2023-01-01T00:00")));
    assert_eq!(operator.service(), Some("snorojning"));
    assert!(copied(&mut operator).contains("Teknisk nämnd"));
}

/// The small catalogue with a service and a municipality written before all others, so that every handle moves.
fn moved() -> String {
    let service = "[[service]]\nid = \"ny\"\nname = \"Alldeles ny\"\ntopic = \"va\"\n\n[[service]]\n\
                   id = \"avloppsstopp\"";
    let municipality = "[[municipality]]\nid = \"orebro\"\nname = \"Örebro\"\norganisation = \"nora-kommun\"\n\n\
                        [[municipality]]\nid = \"lindesberg\"";
    let organisation = "[[organisation]]\nid = \"forst\"\nkind = \"agency\"\nname = \"Först\"\n\n\
                        [[organisation]]\nid = \"lindesberg-kommun\"";
    SMALL
        .replace("[[service]]\nid = \"avloppsstopp\"", service)
        .replace("[[municipality]]\nid = \"lindesberg\"", municipality)
        .replace("[[organisation]]\nid = \"lindesberg-kommun\"", organisation)
}

/// A catalogue with next to nothing in it.
const TINY: &str = "
[catalogue]
name = \"Nästan tom\"
timezone = \"Europe/Stockholm\"
country = \"SE\"

[[municipality]]
id = \"nora\"
name = \"Nora\"
organisation = \"nora-kommun\"

[[organisation]]
id = \"nora-kommun\"
kind = \"municipality\"
name = \"Nora kommun\"
serves = [\"nora\"]
";

#[test]
fn files_read_again_keep_the_selection_and_the_municipality_by_their_ids() {
    let mut operator = Operator::new();
    operator.types("2").walks_to("skolskjuts");
    operator.presses("f5 down down down");
    let organisation = operator.organisation().unwrap().to_owned();
    operator.presses("f2");
    operator.meets(Msg::Reread(Ok(catalogue(&moved()))));
    assert_eq!(operator.service(), Some("skolskjuts"));
    assert_eq!(operator.municipality(), Some("nora"));
    operator.presses("f5");
    assert_eq!(operator.organisation(), Some(organisation.as_str()));
    operator.presses("f2 ctrl-home");
    assert_eq!(operator.service(), Some("ny"), "the new one is there");
}

#[test]
fn files_read_again_are_told_of_in_one_line() {
    let mut operator = Operator::new();
    operator.meets(Msg::Reread(Ok(catalogue(&moved()))));
    assert!(operator.sees("Katalogen är läst på nytt."));
}

#[test]
fn a_selection_that_the_new_files_lack_gives_way_to_the_first_row() {
    let mut operator = Operator::new();
    operator.types("1").walks_to("badplats");
    operator.presses("f5").types("bygg").presses("f2 esc");
    operator.meets(Msg::Reread(Ok(catalogue(TINY))));
    assert_eq!(operator.service(), None);
    assert_eq!(operator.municipality(), None, "Lindesberg is gone");
    operator.meets(Msg::Reread(Ok(catalogue(SMALL))));
    assert_eq!(operator.service(), Some("avloppsstopp"));
    operator.presses("f5");
    assert_eq!(operator.organisation(), Some("bygg-miljo"));
}

#[test]
fn the_hidden_view_survives_files_that_lack_what_it_had_selected() {
    let mut operator = Operator::new();
    operator.presses("f5").types("fastighetsägare");
    assert_eq!(operator.organisation(), Some("fastighetsagare"));
    operator.presses("f2");
    operator.meets(Msg::Reread(Ok(catalogue(TINY))));
    operator.meets(Msg::Reread(Ok(catalogue(TINY))));
    operator.presses("ctrl-u f5");
    assert_eq!(operator.organisation(), Some("nora-kommun"));
}

#[test]
fn broken_files_keep_the_last_good_catalogue_and_it_is_said_so_until_they_are_mended() {
    let mut operator = Operator::new();
    operator.types("2").walks_to("skolskjuts");
    operator.meets(Msg::Reread(Err(faulty(3))));
    assert_eq!(operator.model.stale, Some(faulty(3)));
    assert_eq!(operator.service(), Some("skolskjuts"));
    assert_eq!(operator.model.services.len(), 8);
    assert!(operator.sees("Filerna har 3 fel"));
    operator.presses("down");
    assert!(
        operator.sees("Filerna har 3 fel"),
        "a key does not mend files"
    );
    operator.meets(Msg::Reread(Ok(catalogue(SMALL))));
    assert_eq!(operator.model.stale, None);
    assert!(!operator.sees("Filerna har"));
    operator.meets(Msg::Reread(Err(faulty(1))));
    assert!(
        operator.sees("Filerna har ett fel"),
        "older news does not hide it"
    );
}

#[test]
fn the_program_speaks_english_where_asked_to() {
    let mut operator = Operator::at(Beginning {
        locale: Locale::new(Language::English),
        ..beginning()
    });
    operator.types("2lukt avlopp");
    let sentence = copied(&mut operator);
    assert!(sentence.contains("0587-55 00 40"), "{sentence}");
    assert!(!sentence.contains("öppet"), "{sentence}");
}

// ── Whatever happens ────────────────────────────────────────────────────────────────────────────────────────────────

/// Something that can happen to the program.
#[derive(Clone, Debug)]
enum Stroke {
    /// A key written as in the key map.
    Key(String),
    /// Any key a terminal can send.
    Any(KeyCode, KeyModifiers, KeyEventKind),
    Paste(String),
    Resize(u16, u16),
    Wheel(i32),
    Click(u16, u16),
    Clock(&'static str),
    Reread(usize),
}

const MOMENTS: [&str; 4] = [
    "2026-11-23T10:43",
    "2026-11-23T12:30",
    "2014-09-01T09:00",
    "1999-12-31T23:59",
];

fn stroke() -> impl Strategy<Value = Stroke> {
    let preset: std::collections::BTreeMap<String, Vec<String>> =
        toml::from_str(crate::tui::keymap::PRESET).unwrap();
    let commands: Vec<String> = preset.into_values().flatten().collect();
    let signs: Vec<String> = "abcdeghiklmnoprstuvyåäö 0123456789?!@#BÖ日"
        .chars()
        .map(String::from)
        .collect();
    let words = vec![
        "gyttorp",
        "@nora ",
        "#bkt",
        " ! ",
        "snö",
        "bmb",
        "e\u{301}",
        "两千",
        "\u{1b}[2J",
        "\n",
    ];
    let codes = prop_oneof![
        any::<char>().prop_map(KeyCode::Char),
        (0..=255_u8).prop_map(KeyCode::F),
        Just(KeyCode::Esc),
        Just(KeyCode::Enter),
        Just(KeyCode::Insert),
        Just(KeyCode::Null),
        Just(KeyCode::BackTab),
        Just(KeyCode::Menu),
    ];
    let kinds = prop_oneof![
        4 => Just(KeyEventKind::Press),
        1 => Just(KeyEventKind::Repeat),
        1 => Just(KeyEventKind::Release),
    ];
    prop_oneof![
        10 => prop::sample::select(commands).prop_map(Stroke::Key),
        10 => prop::sample::select(signs).prop_map(Stroke::Key),
        3 => prop::sample::select(words).prop_map(|word| Stroke::Paste(word.into())),
        1 => any::<String>().prop_map(Stroke::Paste),
        2 => (codes, 0..=0b11_1111_u8, kinds)
            .prop_map(|(code, held, kind)| Stroke::Any(code, KeyModifiers::from_bits_truncate(held), kind)),
        2 => (0..=130_u16, 0..=40_u16).prop_map(|(width, height)| Stroke::Resize(width, height)),
        1 => any::<i32>().prop_map(Stroke::Wheel),
        1 => (0..=130_u16, 0..=40_u16).prop_map(|(column, row)| Stroke::Click(column, row)),
        1 => prop::sample::select(&MOMENTS[..]).prop_map(Stroke::Clock),
        1 => (0..4_usize).prop_map(Stroke::Reread),
    ]
}

/// What must hold of a model whatever has happened to it.
fn sound(model: &Model) -> Result<(), String> {
    let list = Regions::of(model).list;
    let head = match model.view {
        View::Matrix => crate::tui::view::matrix::head_lines(list.height),
        _ => 0,
    };
    let height = usize::from(list.height.saturating_sub(head));
    let lists = match model.view {
        View::Services => (
            model.service.position(&model.services),
            model.service.selected.is_some(),
            model.service.offset,
            model.services.len(),
        ),
        View::Organisations => (
            model.organisation.position(&model.organisations),
            model.organisation.selected.is_some(),
            model.organisation.offset,
            model.organisations.len(),
        ),
        View::Matrix => (
            model.grid.row.position(&model.grid.rows),
            model.grid.row.selected.is_some(),
            model.grid.row.offset,
            model.grid.rows.len(),
        ),
        View::Findings => (
            model.finding.position(&model.finding_rows),
            model.finding.selected.is_some(),
            model.finding.offset,
            model.finding_rows.len(),
        ),
    };
    if model.view == View::Matrix
        && model.grid.column.position(&model.grid.columns).is_none()
        && !model.grid.columns.is_empty()
    {
        return Err("no column is selected".into());
    }
    if model.finding.selected.is_some_and(|row| !row.is_finding()) {
        return Err("a heading is selected".into());
    }
    match lists {
        (None, false, _, 0) => {}
        (None, _, _, length) => return Err(format!("no row of {length} is selected")),
        (Some(at), _, offset, _) if height > 0 && !(offset..offset + height).contains(&at) => {
            return Err(format!(
                "row {at} is out of view: {height} rows from {offset}"
            ));
        }
        (Some(_), _, offset, length) if height > 0 && offset + height > length.max(height) => {
            return Err(format!(
                "rows are left empty: {height} from {offset} of {length}"
            ));
        }
        (Some(_), ..) => {}
    }
    if model.query.text().chars().count() > 256 {
        return Err("the query is too long to be searched".into());
    }
    let (selected, length) = match &model.overlay {
        Some(Overlay::Municipality { filter, selected }) => {
            (*selected, model.municipalities_called(filter.text()).len())
        }
        Some(Overlay::Emergency { selected }) => (*selected, model.numbers().len()),
        _ => (0, 1),
    };
    if selected >= length.max(1) {
        return Err(format!(
            "row {selected} of {length} is selected in the window"
        ));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_happens_nothing_panics_esc_never_ends_and_the_selection_stays_in_view(
        strokes in prop::collection::vec(stroke(), 1..60)
    ) {
        let catalogues = [SMALL.to_owned(), moved(), TINY.to_owned()].map(|text| catalogue(&text));
        let mut operator = Operator::at(Beginning { catalogue: catalogues[0].clone(), ..beginning() });
        for stroke in strokes {
            let ends = match &stroke {
                Stroke::Key(written) => matches!(written.as_str(), "ctrl-c" | "ctrl-q"),
                Stroke::Any(code, held, kind) => {
                    *kind != KeyEventKind::Release
                        && matches!(code, KeyCode::Char('c' | 'q' | 'C' | 'Q'))
                        && *held - KeyModifiers::SHIFT == KeyModifiers::CONTROL
                }
                _ => false,
            };
            let msg = match stroke.clone() {
                Stroke::Key(written) => Msg::Key(key(&written)),
                Stroke::Any(code, held, kind) => Msg::Key(KeyEvent { kind, ..KeyEvent::new(code, held) }),
                Stroke::Paste(text) => Msg::Paste(text),
                Stroke::Resize(width, height) => Msg::Resize(Size::new(width, height)),
                Stroke::Wheel(rows) => Msg::Wheel(rows),
                Stroke::Click(column, row) => Msg::Click { column, row },
                Stroke::Clock(text) => Msg::Clock(moment(text)),
                Stroke::Reread(at) => {
                    Msg::Reread(catalogues.get(at).cloned().ok_or(faulty(1)))
                }
            };
            let effect = operator.meets(msg);
            prop_assert_eq!(effect == Some(Effect::Quit), ends, "{:?}", stroke);
            prop_assert_eq!(sound(&operator.model), Ok(()), "after {:?}", stroke);
        }
        operator.screen();
    }
}

#[test]
fn every_command_of_the_table_can_be_asked_for_in_every_state() {
    let states = [
        "ctrl-home",
        "enter",
        "f1",
        "ctrl-k",
        "f9",
        "f5",
        "f5 enter",
        "f3",
        "f3 enter",
        "f3 f6",
        "f5 f6",
        "f4",
        "f4 f7",
        "f4 ctrl-home",
        "f4 enter",
        "ctrl-d",
        "s n ö f12",
    ];
    for entry in TABLE {
        for state in states {
            for size in [(120, 36), (80, 24), (40, 10), (3, 3)] {
                let mut operator = Operator::on(size.0, size.1);
                operator.presses(state);
                let command = entry.command;
                let effect = obey(&mut operator.model, command);
                operator.model.settle();
                assert_eq!(
                    effect == Some(Effect::Quit),
                    command == Command::Quit,
                    "{command:?}"
                );
                assert_eq!(sound(&operator.model), Ok(()), "{command:?} in {state}");
            }
        }
    }
}

#[test]
fn what_alt_gr_writes_is_written() {
    let mut operator = Operator::new();
    let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
    operator.meets(Msg::Key(KeyEvent::new(KeyCode::Char('@'), held)));
    assert_eq!(operator.model.query.text(), "@");
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
    operator.meets(Msg::Reread(Ok(catalogue(&text))));
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

#[test]
fn a_filter_that_means_nothing_is_said_so() {
    let mut operator = Operator::new();
    operator.types("snö #foo");
    assert!(operator.sees("Katalogen känner inte till #foo."));
    operator.presses("ctrl-u");
    operator.types("snö @narnia");
    assert!(operator.sees("Katalogen känner inte till @narnia."));
}

#[test]
fn what_is_copied_about_another_day_says_which() {
    let mut operator = Operator::at(Beginning {
        moment: moment("2014-09-01T10:42"),
        pinned: true,
        ..beginning()
    });
    operator.types("2").walks_to("skolskjuts");
    let Some(Effect::Copy(text)) = operator.press("ctrl-y") else {
        panic!("nothing is copied");
    };
    assert!(
        text.starts_with("Så här var det mån 1 sep 2014. Skolskjuts"),
        "{text}"
    );
}
