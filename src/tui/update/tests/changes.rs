//! Time that passes and files that change.

use super::*;

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

#[test]
fn files_read_again_keep_the_selection_and_the_municipality_by_their_ids() {
    let mut operator = Operator::new();
    operator.types("2").walks_to("skolskjuts");
    operator.presses("f5 down down down");
    let organisation = operator.organisation().unwrap().to_owned();
    operator.presses("f2");
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(&moved())))));
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
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(&moved())))));
    assert!(operator.sees("Katalogen är läst på nytt."));
}

#[test]
fn a_selection_that_the_new_files_lack_gives_way_to_the_first_row() {
    let mut operator = Operator::new();
    operator.types("1").walks_to("badplats");
    operator.presses("f5").types("bygg").presses("f2 esc");
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(TINY)))));
    assert_eq!(operator.service(), None);
    assert_eq!(operator.municipality(), None, "Lindesberg is gone");
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(SMALL)))));
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
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(TINY)))));
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(TINY)))));
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
    operator.meets(Msg::Reread(Ok(Reread::of(catalogue(SMALL)))));
    assert_eq!(operator.model.stale, None);
    assert!(!operator.sees("Filerna har"));
    operator.meets(Msg::Reread(Err(faulty(1))));
    assert!(
        operator.sees("Filerna har ett fel"),
        "older news does not hide it"
    );
}
