//! Conflicting facts and old ones.

use super::*;
use crate::overlap::lookalike::Record;

fn states(value: &str, source: &str, more: &str) -> String {
    format!(
        "[[service.stated]]\nwhat = \"Avgift\"\nvalue = \"{value}\"\nsources = [\"{source}\"]\n{more}\n"
    )
}

#[test]
fn different_values_of_one_fact_conflict_and_the_same_ones_do_not() {
    let with = |second: &str, more: &str| {
        [
            duty("forbundet", "contact", ""),
            states("9 350 kr", "K1", ""),
            states(second, "K2", more),
        ]
    };
    assert_eq!(found(&with("9 720 kr", "")), ["conflict:vatten:avgift"]);
    assert_eq!(
        said(&[&with("9 720 kr", "").concat()]),
        ["Avgift: 9 350 kr (K1); 9 720 kr (K2)."]
    );
    assert!(found(&with("9 350  kr", "")).is_empty());
    assert!(found(&with("9 720 kr", "until = 2020-12-31")).is_empty());
}

#[test]
fn a_sign_can_be_all_the_difference_and_how_a_text_is_set_is_none() {
    let with = |first: &str, second: &str| {
        found(&[
            duty("forbundet", "contact", ""),
            states(first, "K1", ""),
            states(second, "K2", ""),
        ])
    };
    for (first, second) in [
        ("< 10 m", "> 10 m"),
        ("5", "-5"),
        ("1,5", "1-5"),
        ("±2", "2"),
        ("50 %", "50 ‰"),
        ("<5", "5"),
        ("C++", "C"),
    ] {
        assert_eq!(with(first, second).len(), 1, "{first} {second}");
    }
    for (first, second) in [
        ("< 10 m", "<10  M."),
        ("08 – 16", "08-16"),
        ("−5", "-5"),
        ("kl. 8", "kl 8"),
        ("Ja (gratis)", "ja, gratis!"),
        ("50 %", "50%"),
    ] {
        assert!(with(first, second).is_empty(), "{first} {second}");
    }
}

#[test]
fn facts_that_are_called_by_signs_alone_have_each_their_id() {
    let states = |what: &str, value: &str| {
        format!("[[service.stated]]\nwhat = \"{what}\"\nvalue = \"{value}\"\nsources = [\"K1\"]\n")
    };
    let found = found(&[
        duty("forbundet", "contact", ""),
        states("§", "1"),
        states(" § ", "2"),
        states("€", "1"),
        states("€", "2"),
        states("™", "ett"),
    ]);
    assert_eq!(found, ["conflict:vatten:u20ac", "conflict:vatten:ua7"]);
}

#[test]
fn a_fact_is_called_by_its_words_with_one_hyphen_between_them_and_no_marks() {
    let id = |what: &str| {
        let states = |value: &str| states(value, "K1", "").replace("Avgift", what);
        found(&[duty("forbundet", "contact", ""), states("1"), states("2")])
    };
    for (what, slug) in [
        ("Årsavgift", "arsavgift"),
        (
            " Årsavgift, per hushåll (högst)! ",
            "arsavgift-per-hushall-hogst",
        ),
        ("(Högsta) avgift", "hogsta-avgift"),
        ("Från - till", "fran-till"),
        ("Avgift ’24", "avgift-24"),
    ] {
        assert_eq!(id(what), [format!("conflict:vatten:{slug}")], "{what}");
    }
}

#[test]
fn a_value_in_several_spellings_is_told_in_one_whichever_was_written_first() {
    let spellings = ["08-16", "08–16", "08 – 16"];
    let mut told = std::collections::BTreeSet::new();
    for turn in 0..spellings.len() {
        let written = (0..spellings.len()).map(|n| spellings[(turn + n) % spellings.len()]);
        let mut service = vec![duty("forbundet", "contact", ""), states("09-17", "K2", "")];
        service.extend(written.map(|value| states(value, "K1", "")));
        told.insert(said(&[&service.concat()]));
    }
    let expected = ["Avgift: 08 – 16 (K1); 09-17 (K2).".to_owned()];
    assert_eq!(told.into_iter().collect::<Vec<_>>(), [expected]);
}

#[test]
fn an_amount_or_a_number_with_words_to_it_is_compared_word_by_word() {
    let with = |first: &str, second: &str| {
        let service = [duty("forbundet", "contact", ""), states(first, "K1", "")];
        found(&[service.concat(), states(second, "K2", "")])
    };
    for (first, second) in [
        ("12 000 000 kr", "12 000 000 euro"),
        ("0587-123 45 (växeln)", "0587-123 45 (jouren)"),
        ("1000-2000", "10002000"),
        ("+46 1", "0046 1"),
    ] {
        assert_eq!(with(first, second).len(), 1, "{first} {second}");
    }
    assert!(with("0587-123", "0587 123").is_empty());
}

#[test]
fn a_number_with_its_country_is_the_number_without_it() {
    let with = |first: &str, second: &str| {
        found(&[
            duty("forbundet", "contact", ""),
            states(first, "K1", ""),
            states(second, "K2", ""),
        ])
    };
    for same in [
        "+46 587 123 45",
        "0046 587-123 45",
        "+46 (0)587 12345",
        "(0587) 123 45",
    ] {
        assert!(with("0587-123 45", same).is_empty(), "{same}");
    }
    assert_eq!(with("0587-123 45", "+46 587 123 46").len(), 1);
    // Only what can be dialled is compared like this.
    assert_eq!(with("10-12", "1012").len(), 1);
}

#[test]
fn municipalities_that_nobody_serves_in_common_may_each_do_it_their_way() {
    let each = |who: &[&str]| {
        let mut service: Vec<String> = who.iter().map(|who| duty(who, "contact", "")).collect();
        service.push(states("1", "K1", "municipalities = [\"ask\"]"));
        service.push(states("2", "K2", "municipalities = [\"bok\"]"));
        found(&service)
    };
    assert!(each(&["kommunerna"]).is_empty());
    assert_eq!(each(&["forbundet"]), ["conflict:vatten:avgift"]);
}

#[test]
fn two_numbers_for_when_it_is_closed_conflict() {
    let with = |second: &str| {
        let number = |number: &str| format!("contact = {{ on_call = \"{number}\" }}");
        let found = findings(&directory(
            &[&[
                duty("forbundet", "contact", ""),
                duty("forbundet", "on_call", &number("019-14 76 42")),
                duty("forbundet", "delivery on_call", &number(second)),
            ]
            .concat()],
            DAY,
        ));
        found
            .all()
            .iter()
            .map(|one| one.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(with("019-14 76 43"), ["conflict:vatten:on_call"]);
    for same in [
        "019 147642",
        "+46 19 14 76 42",
        "+46 (0)19-14 76 42",
        "0046191476 42",
        "(019) 14 76 42",
    ] {
        assert!(with(same).is_empty(), "{same}");
    }
}

#[test]
fn a_service_whose_bodies_write_one_number_in_two_ways_has_that_number() {
    let phone = |second: &str| {
        let with = |number: &str| format!("contact = {{ phone = \"{number}\" }}");
        let service = [
            duty("forbundet", "contact", &with("0587-12 34 56")),
            duty("namnden", "delivery", &with(second)),
        ];
        Record::services(&directory(&[&service.concat()], DAY))[0]
            .phone
            .clone()
    };
    assert_eq!(
        phone("+46 587 12 34 56").as_deref(),
        Some("+46 587 12 34 56")
    );
    assert_eq!(phone("0587-12 34 57"), None);
}

#[test]
fn an_organisation_is_asked_to_go_through_what_nobody_has_made_sure_of() {
    let never = duty("forbundet", "contact", "").replace("verified = 2026-06-01", "");
    let late = duty("namnden", "delivery", "").replace("2026-06-01", "2024-01-31");
    let service = [never, late, duty("kommunerna", "billing", "")].concat();
    assert_eq!(
        said(&[&service]),
        [
            "Förbundet: tjänsten är aldrig kontrollerad.",
            "Nämnden: uppgiften om tjänsten är från 2024-01-31.",
        ]
    );
}

#[test]
fn two_numbers_to_ring_when_it_is_closed_are_a_conflict_and_no_double_work_besides() {
    let numbers = "[[organisation]]\nid = \"ett\"\nkind = \"company\"\nname = \"Ett\"\n\
                   contact = { on_call = \"019-14 76 42\" }\n\
                   [[organisation]]\nid = \"tva\"\nkind = \"company\"\nname = \"Två\"\n\
                   contact = { on_call = \"019-14 76 43\" }\n";
    let with = |steps: &str, numbers: &str| {
        let service = [
            duty("forbundet", "contact", ""),
            duty("ett", steps, "municipalities = [\"ask\"]"),
            duty("tva", steps, "municipalities = [\"ask\"]"),
            numbers.to_owned(),
        ];
        let mut ids = found(&service);
        ids.sort();
        ids
    };
    assert_eq!(with("on_call", numbers), ["conflict:vatten:on_call"]);
    assert_eq!(
        with("delivery on_call", numbers),
        ["conflict:vatten:on_call", "parallel:vatten:ett+tva"]
    );
    // Two behind one number are there twice all the same.
    let one_number = numbers.replace("76 43", "76 42");
    assert_eq!(with("on_call", &one_number), ["parallel:vatten:ett+tva"]);
}
