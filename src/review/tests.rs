//! What review warns about, and what it keeps quiet about.

use super::*;
use crate::catalogue::{Reading, TextFile};

const SMALL: &str = include_str!("../../tests/catalogues/liten/katalog.toml");

/// What is warned about in a catalogue on a day.
fn warnings(text: &str, day: &str) -> Vec<FaultKind> {
    let file = TextFile {
        name: "katalog.toml".into(),
        text: text.into(),
    };
    let mut reading = Reading::of_texts(vec![file]);
    let catalogue = Arc::new(reading.catalogue.take().expect("the catalogue is sound"));
    let faults = review(&catalogue, &reading.origins, day.parse().unwrap());
    faults.into_iter().map(|fault| fault.kind).collect()
}

fn codes(text: &str, day: &str) -> Vec<&'static str> {
    warnings(text, day).iter().map(FaultKind::code).collect()
}

#[test]
fn a_municipality_without_a_first_contact_is_told_once_a_service() {
    let found = warnings(SMALL, "2026-11-23");
    let without: Vec<_> = found
        .iter()
        .filter_map(|kind| match kind {
            FaultKind::NoContact {
                service,
                municipalities,
            } => Some((service.as_str(), municipalities.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(without, [("belysning", "Östby"), ("parker", "Östby")]);
}

#[test]
fn only_who_is_rung_first_needs_a_number() {
    let found = warnings(SMALL, "2026-11-23");
    let lacking = FaultKind::NoPhone {
        organisation: "lampservice".into(),
    };
    let told = found
        .iter()
        .filter(|kind| kind.code() == "fault-no-phone")
        .collect::<Vec<_>>();
    assert_eq!(told, [&lacking]);
}

#[test]
fn a_property_owner_needs_no_number() {
    let text = SMALL.replace(
        "id = \"lampservice\"\nkind = \"company\"",
        "id = \"lampservice\"\nkind = \"private\"",
    );
    assert!(!codes(&text, "2026-11-23").contains(&"fault-no-phone"));
}

#[test]
fn facts_grow_old_with_the_day_that_is_asked_about() {
    let count = |day| {
        warnings(SMALL, day)
            .into_iter()
            .find_map(|kind| match kind {
                FaultKind::Overdue { count, all } => Some((count, all)),
                _ => None,
            })
    };
    assert_eq!(count("2026-11-23"), Some(("4".into(), "6".into())));
    assert_eq!(count("2027-11-23"), Some(("6".into(), "6".into())));
}

#[test]
fn a_contact_is_overdue_only_when_it_has_been_verified_too_long_ago() {
    let late = |day| {
        codes(SMALL, day)
            .iter()
            .filter(|code| **code == "fault-overdue-contact")
            .count()
    };
    assert_eq!(late("2026-11-23"), 0);
    assert_eq!(late("2027-09-02"), 1);
}

#[test]
fn a_place_in_two_municipalities_is_told() {
    assert!(
        warnings(SMALL, "2026-11-23").contains(&FaultKind::SharedPlace {
            place: "Sjövik".into(),
            first: "Västby".into(),
            second: "Östby".into(),
        })
    );
}

#[test]
fn what_nothing_refers_to_is_told() {
    let text = format!(
        "{SMALL}\n[[topic]]\nid = \"tomt\"\nname = \"Tomt\"\n\n[[source]]\nid = \"K2\"\ntitle = \"Oläst\"\n\n\
         [[organisation]]\nid = \"ledig\"\nkind = \"company\"\nname = \"Ledig\"\n"
    );
    let more: Vec<_> = codes(&text, "2026-11-23")
        .into_iter()
        .filter(|code| code.contains("unused"))
        .collect();
    assert_eq!(
        more,
        [
            "fault-unused-organisation",
            "fault-unused-source",
            "fault-unused-topic"
        ]
    );
    assert!(
        !codes(SMALL, "2026-11-23")
            .iter()
            .any(|code| code.contains("unused"))
    );
}

#[test]
fn an_organisation_that_ended_without_a_successor_is_told_once() {
    let text = SMALL.replace("successor = \"gatunamnden\"\n", "");
    let ended: Vec<_> = codes(&text, "2026-11-23")
        .into_iter()
        .filter(|code| *code == "fault-ended-in-use")
        .collect();
    assert_eq!(ended.len(), 1);
    assert!(!codes(&text, "2020-11-23").contains(&"fault-ended-in-use"));
}
