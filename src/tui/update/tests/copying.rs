//! What is copied, and what is said of it.

use super::*;

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
