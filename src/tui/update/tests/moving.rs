//! The views, and moving in their lists and cards.

use super::*;

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
