//! What review warns about, and what it keeps quiet about.

use super::*;
use crate::catalogue::{FaultPlace, Reading, TextFile};

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

/// What is said of a service of the small catalogue that nobody has, or whose responsibilities are these.
fn without_contact(responsible: &str, day: &str) -> Vec<String> {
    let topic = SMALL.split("[[topic]]").nth(1).unwrap();
    let topic = topic.split("id = \"").nth(1).unwrap();
    let topic = topic.split('"').next().unwrap();
    let service = format!(
        "\n[[service]]\nid = \"spader\"\nname = \"Spader\"\ntopic = \"{topic}\"\nsummary = \"S.\"\n{responsible}"
    );
    let found = warnings(&format!("{SMALL}{service}"), day);
    let told = found.into_iter().filter_map(|kind| match kind {
        FaultKind::NoContact {
            service,
            municipalities,
        } if service == "spader" => Some(municipalities),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_service_that_nobody_has_anywhere_is_told_of() {
    let everywhere = without_contact("", "2026-11-23");
    assert_eq!(everywhere, ["Västby, Östby"]);
    let ended = "[[service.responsible]]\norganisation = \"vastby-kommun\"\nsteps = [\"contact\"]\nconfidence = \"assumed\"\nuntil = 2025-12-31\n";
    assert_eq!(without_contact(ended, "2026-11-23"), everywhere);
    let begins = ended.replace("until = 2025-12-31", "from = 2027-01-01");
    assert!(without_contact(&begins, "2026-11-23").is_empty());
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

/// What is told of days to come where a service is moved: its places in the text too.
fn to_come(responsible: &str) -> Vec<(FaultKind, Vec<String>)> {
    let text = format!(
        "{SMALL}\n[[service]]\nid = \"sandning\"\nname = \"Sandning\"\ntopic = \"gata\"\nsummary = \"S.\"\n{responsible}"
    );
    let file = TextFile {
        name: "katalog.toml".into(),
        text: text.clone(),
    };
    let mut reading = Reading::of_texts(vec![file]);
    let catalogue = reading
        .catalogue
        .take()
        .unwrap_or_else(|| panic!("{:?}", reading.faults));
    let faults = review(
        &Arc::new(catalogue),
        &reading.origins,
        "2026-11-23".parse().unwrap(),
    );
    let told = faults
        .into_iter()
        .filter(|one| one.kind.code() == "fault-entrance-to-come");
    told.map(|one| {
        let places = [one.place, one.other].into_iter().flatten();
        let lines = places.map(|place| {
            let line = text[..place.span.start].rfind('\n').map_or(0, |at| at + 1);
            text[line..].lines().next().unwrap_or_default().to_owned()
        });
        (one.kind, lines.collect())
    })
    .collect()
}

fn duty(who: &str, days: &str) -> String {
    format!(
        "[[service.responsible]]\norganisation = \"{who}\"\nsteps = [\"contact\"]\n\
         municipalities = [\"vastby\"]\n{days}\n"
    )
}

#[test]
fn one_that_ends_before_another_begins_is_told_with_both_lines() {
    let old = duty("vastby-kommun", "until = 2026-12-31");
    let told = to_come(&format!(
        "{old}{}",
        duty("gatunamnden", "from = 2027-02-01")
    ));
    let kind = FaultKind::EntranceToCome {
        service: "sandning".into(),
        municipalities: "Västby".into(),
        day: "2027-01-01".into(),
        how: "nobody".into(),
    };
    let lines = ["until = 2026-12-31", "from = 2027-02-01"].map(str::to_owned);
    assert_eq!(told, [(kind.clone(), lines.to_vec())]);
    // Nobody begins at all.
    assert_eq!(to_come(&old), [(kind, lines[..1].to_vec())]);
    let meets = duty("gatunamnden", "from = 2027-01-01");
    assert_eq!(to_come(&format!("{old}{meets}")), []);
}

#[test]
fn one_that_begins_before_the_other_has_ended_is_told_with_both_lines() {
    let new = duty("gatunamnden", "from = 2027-01-01");
    for (old, line) in [
        ("until = 2027-03-31", "until = 2027-03-31"),
        ("", "[[service.responsible]]"),
    ] {
        let told = to_come(&format!("{}{new}", duty("vastby-kommun", old)));
        let kind = FaultKind::EntranceToCome {
            service: "sandning".into(),
            municipalities: "Västby".into(),
            day: "2027-01-01".into(),
            how: "several".into(),
        };
        let lines = vec!["from = 2027-01-01".to_owned(), line.to_owned()];
        assert_eq!(told, [(kind, lines)]);
    }
}

#[test]
fn who_is_entered_twice_is_warned_of_and_who_only_looks_like_another_is_not() {
    let organisation = |id: &str, name: &str, phone: &str| {
        format!(
            "\n[[organisation]]\nid = \"{id}\"\nkind = \"agency\"\nname = \"{name}\"\ncontact = {{ phone = \"{phone}\" }}\n"
        )
    };
    let told = |second: &str, phone: &str| {
        let first = organisation("lantmateriet", "Lantmäteriet", "0771-63 63 63");
        let text = format!("{SMALL}{first}{}", organisation("lm", second, phone));
        let found = warnings(&text, "2026-11-23");
        let twice = found.into_iter().filter_map(|kind| match kind {
            FaultKind::EnteredTwice { first, second } => Some((first, second)),
            _ => None,
        });
        twice.collect::<Vec<_>>()
    };
    let twice = [("lantmateriet".to_owned(), "lm".to_owned())];
    assert_eq!(told("Lantmäteriet", "0771-636363"), twice);
    assert_eq!(told("Lantmätarna", "0771-11 11 11"), []);
}

#[test]
fn who_is_entered_twice_is_shown_in_both_places() {
    let library = |id: &str| {
        format!("\n[[organisation]]\nid = \"{id}\"\nkind = \"agency\"\nname = \"Biblioteket\"\n")
    };
    let text = [SMALL, &library("ett"), &library("tva")].concat();
    let file = TextFile {
        name: "katalog.toml".into(),
        text: text.clone(),
    };
    let mut reading = Reading::of_texts(vec![file]);
    let catalogue = Arc::new(reading.catalogue.take().unwrap());
    let faults = review(&catalogue, &reading.origins, "2026-11-23".parse().unwrap());
    let twice = faults
        .iter()
        .find(|fault| matches!(fault.kind, FaultKind::EnteredTwice { .. }))
        .unwrap();
    let at = |place: &Option<FaultPlace>| place.as_ref().map(|place| &text[place.span.clone()]);
    assert_eq!(
        (at(&twice.other), at(&twice.place)),
        (Some("\"ett\""), Some("\"tva\""))
    );
}
