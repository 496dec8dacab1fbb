//! Asking why a service is found, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use super::*;
use crate::tui::message::Reread;
use crate::tui::operator::{Operator, SMALL, catalogue};

#[test]
fn the_window_says_which_word_found_which_where_and_what_that_is_worth() {
    let mut operator = Operator::new();
    operator.types("stopp qxqxqx").presses("f12");
    assert_eq!(operator.service(), Some("avloppsstopp"));
    let explanation = operator.model.why().unwrap();
    let reason = explanation.hit.reasons.first().unwrap();
    for words in [
        "Avloppsstopp och stopp i ledning",
        "samma ord, bland vardagsorden",
        "liknar inget i katalogen",
        &reason.weight.to_string(),
        &format!("{} poäng", explanation.hit.score),
    ] {
        assert!(operator.sees(words), "{words}: {:#?}", operator.rows());
    }
}

#[test]
fn the_same_key_and_esc_close_the_window_and_leave_what_is_typed() {
    for key in ["f12", "ctrl-space", "esc", "enter"] {
        let mut operator = Operator::new();
        operator.types("snö").presses("f12");
        assert!(matches!(
            operator.model.overlay,
            Some(Overlay::Why { scroll: 0 })
        ));
        assert_eq!(operator.press(key), None, "{key}");
        assert_eq!(operator.model.overlay, None, "{key}");
        assert_eq!(operator.model.query.text(), "snö", "{key}");
        assert_eq!(operator.service(), Some("snorojning"), "{key}");
    }
}

#[test]
fn up_and_down_go_to_the_hits_before_and_after() {
    let mut operator = Operator::new();
    operator.types("avlopp").presses("f12");
    let hits: Vec<_> = operator.model.found.hits.clone();
    assert!(hits.len() > 1);
    for hit in hits.iter().skip(1) {
        operator.presses("down");
        assert_eq!(operator.model.service.selected, Some(hit.service));
        assert_eq!(operator.model.why().unwrap().hit.score, hit.score);
    }
    operator.presses("down up");
    let last_but_one = hits.iter().rev().nth(1).unwrap();
    assert_eq!(operator.model.service.selected, Some(last_but_one.service));
    let name = &operator.model.catalogue()[last_but_one.service].name;
    assert!(operator.sees(name), "{name}");
}

#[test]
fn reasons_that_do_not_fit_can_be_scrolled_to_and_no_further() {
    let mut operator = Operator::on(40, 10);
    operator.types("stopp qxqxqx wxwxwx zxzxzx");
    operator.presses("f12");
    let note = "det hittade passar";
    assert!(!operator.sees(note));
    for _ in 0..100 {
        operator.presses("shift-down");
    }
    assert!(operator.sees(note), "{:#?}", operator.rows());
    let Some(Overlay::Why { scroll }) = operator.model.overlay else {
        panic!("the window is closed")
    };
    operator.presses("pgup pgdn pgdn shift-up");
    assert_eq!(
        operator.model.overlay,
        Some(Overlay::Why { scroll: scroll - 1 })
    );
}

#[test]
fn where_nothing_is_typed_or_found_it_says_so() {
    for (typed, said) in [
        ("", "Utan ord står tjänsterna efter namn"),
        ("@nora ", "Utan ord står tjänsterna efter namn"),
        ("qxqxqx", "Inget är valt"),
    ] {
        let mut operator = Operator::new();
        operator.types(typed).presses("f12");
        assert_eq!(operator.model.overlay, None, "{typed}");
        assert!(operator.sees(said), "{typed}: {:#?}", operator.rows());
    }
    for view in ["f3", "f5"] {
        let mut operator = Operator::new();
        operator.types("snö").presses(view).presses("f12");
        assert!(operator.sees("i vyn Tjänster (F2)"), "{view}");
    }
}

#[test]
fn a_service_that_is_shown_for_the_sake_of_a_finding_is_not_explained_by_the_words() {
    let mut operator = Operator::new();
    operator.presses("f3 f6");
    // What is typed stays in the line while somebody looks aside.
    operator.model.query.insert("trekammarbrunn");
    operator.model.search();
    operator.presses("f12");
    assert!(operator.sees("av andra skäl"), "{:#?}", operator.rows());
}

#[test]
fn the_window_stays_truthful_when_the_catalogue_is_read_anew() {
    let mut operator = Operator::new();
    operator.types("plogning").presses("f12");
    let name = "Plogning av gångvägar";
    let renamed = SMALL
        .replace("plogning", "harvning")
        .replace("Plogning", "Harvning");
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(&renamed)))));
    assert!(!operator.sees(name));
    assert!(
        !operator.sees("samma ord, i namnet"),
        "{:#?}",
        operator.rows()
    );
}
