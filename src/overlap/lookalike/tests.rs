//! What must hold of look-alikes whatever the weights are, and a few that a reader would agree with.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::Reading;
use crate::directory::Directory;

mod fields;
mod records;

fn service(id: &str, name: &str) -> Record<'static> {
    Record::named(Kind::Service, id, name)
}

fn organisation(id: &str, name: &str, phone: &str) -> Record<'static> {
    Record {
        phone: Some(phone.to_owned()),
        ..Record::named(Kind::Organisation, id, name)
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn score(records: &Records) -> f64 {
    records.compare(0, 1).unwrap().score
}

fn weight_of(lookalike: &Lookalike, field: Field) -> f64 {
    let found = lookalike
        .evidence
        .iter()
        .find(|evidence| evidence.field == field);
    found.map_or(0.0, |evidence| evidence.weight)
}

#[test]
fn a_switchboard_number_shared_by_forty_proves_nothing() {
    let names = ["Bibliotek", "Vigsel"];
    let pair = |others: usize| {
        let mut all: Vec<Record> = names
            .iter()
            .map(|name| organisation(name, name, "0581-810 00"))
            .collect();
        all.extend(
            (0..others)
                .map(|n| organisation(&format!("x{n}"), &format!("Kontor {n}"), "0581 81000")),
        );
        let records = Records::new(all);
        let found = records.compare(0, 1).unwrap();
        let phone = found
            .evidence
            .iter()
            .find(|evidence| evidence.field == Field::Phone)
            .unwrap();
        assert_eq!(phone.shared_by, Some(others + 2));
        (phone.weight, found.band)
    };
    let (own, _) = pair(0);
    let (few, _) = pair(2);
    let (switchboard, band) = pair(38);
    assert!(own > few && few > switchboard);
    assert!(switchboard.abs() < 1e-9);
    assert_eq!(band, Band::No);
}

#[test]
fn each_reason_shows_both_values_and_the_reasons_add_up() {
    let one = Record {
        words: words(&["plogning", "ploga"]).into(),
        topic: Some("Trafik".into()),
        ..service("a", "Snöröjning av gata")
    };
    let other = Record {
        words: words(&["Plogning"]).into(),
        topic: Some("Trafik och gator".into()),
        ..service("b", "Gatusnöröjning")
    };
    let records = Records::new(vec![one, other]);
    let found = records.compare(0, 1).unwrap();
    let name = &found.evidence[0];
    assert_eq!(
        (name.field, name.agreement),
        (Field::Name, Agreement::SameWords)
    );
    assert_eq!(
        (name.left.as_str(), name.right.as_str()),
        ("Snöröjning av gata", "Gatusnöröjning")
    );
    let sum: f64 = found.evidence.iter().map(|evidence| evidence.weight).sum();
    assert!((sum - found.score).abs() < 1e-6);
    let weights: Vec<f64> = found
        .evidence
        .iter()
        .map(|evidence| evidence.weight.abs())
        .collect();
    assert!(weights.is_sorted_by(|heavy, light| heavy >= light));
}

#[test]
fn the_library_of_one_town_is_not_that_of_another_however_alike() {
    let library = |id: &str, town: &str| Record {
        words: words(&["låna böcker", "lånekort", "släktforskning"]).into(),
        topic: Some("Kultur".into()),
        municipalities: words(&[town]),
        ..service(id, "Bibliotek")
    };
    let records = Records::new(vec![library("a", "Nora"), library("b", "Hällefors")]);
    assert_eq!(records.compare(0, 1).unwrap().band, Band::No);
    let records = Records::new(vec![library("a", "Nora"), library("b", "nora")]);
    assert_eq!(records.compare(0, 1).unwrap().band, Band::Sure);
}

#[test]
fn what_the_catalogue_itself_tells_apart_is_two() {
    let one = Record {
        others: words(&["b"]),
        ..service("a", "Hundrastgård")
    };
    let records = Records::new(vec![one, service("b", "Hundrastgårdar")]);
    let found = records.compare(1, 0).unwrap();
    assert!(weight_of(&found, Field::ToldApart) < 0.0);
    assert_eq!(found.band, Band::No);
}

#[test]
fn a_former_name_among_the_others_words_is_a_reason_to_look() {
    let new = Record {
        words: words(&["Bergslagens kommunalteknik"]).into(),
        ..organisation("sbb", "Samhällsbyggnadsförbundet", "0587-55 00 40")
    };
    let records = Records::new(vec![
        new,
        organisation("bkt", "Bergslagens kommunalteknik", "0587-550040"),
    ]);
    let found = records.lookalikes();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].evidence[0].agreement, Agreement::CalledOne);
    assert_eq!(found[0].evidence[0].shared_by, Some(2));
}

#[test]
fn a_slip_is_found_though_nothing_else_is_shared() {
    for (one, other) in [
        ("Bygglov", "Byglov"),
        ("Färdtjänst", "Färtdjänst"),
        ("Lekplatser", "Lekplatzer"),
        ("Försörjningsstöd", "Försörjingstöd"),
        // The shortest words that can be taken for slips.
        ("Radon", "Radom"),
        ("Skola", "Skolja"),
        // Two slips in a long one, of which only the end is whole, or only the beginning.
        ("Färdtjänstresor", "Fädtjnstresor"),
        ("Färdtjänstresor", "Färdtjenstressor"),
    ] {
        let records = Records::new(vec![service("a", one), service("b", other)]);
        let found = records.lookalikes();
        let agreement = found.first().map(|found| found.evidence[0].agreement);
        assert_eq!(agreement, Some(Agreement::Misspelt), "{one} {other}");
    }
}

#[test]
fn initials_are_found_though_nothing_else_is_shared() {
    let records = Records::new(vec![
        Record::named(Kind::Organisation, "a", "Samhällsbyggnad Bergslagen"),
        Record::named(Kind::Organisation, "b", "Bergslagens kommunalteknik"),
        Record::named(Kind::Organisation, "c", "BKT"),
    ]);
    let found = records.lookalikes();
    assert_eq!(found.len(), 1);
    let (left, right) = (found[0].left, found[0].right);
    assert_eq!((Some(left), Some(right)), (records.get(1), records.get(2)));
    assert_eq!(found[0].evidence[0].agreement, Agreement::Initials);
    assert_eq!(records.get(3), None);
}

#[test]
fn services_are_not_compared_with_organisations() {
    let records = Records::new(vec![
        service("a", "Polisen"),
        Record::named(Kind::Organisation, "b", "Polisen"),
    ]);
    assert!(records.compare(0, 1).is_none() && records.lookalikes().is_empty());
    assert!(records.compare(0, 2).is_none());
}

#[test]
fn nothing_in_the_shipped_catalogue_is_surely_entered_twice() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    for day in ["2014-09-01", "2018-06-01", "2026-11-23"] {
        let directory = Directory::at(Arc::clone(&catalogue), day.parse().unwrap());
        let mut all = Record::services(&directory);
        all.extend(Record::organisations(&directory));
        let records = Records::new(all);
        let sure = records
            .lookalikes()
            .into_iter()
            .find(|pair| pair.band == Band::Sure);
        assert!(sure.is_none(), "{day}: {sure:?}");
    }
}

#[test]
fn what_every_entry_of_a_catalogue_says_is_known_on_any_day() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    let wording = Wording::of(&catalogue);
    for day in ["1990-01-01", "2014-09-01", "2018-06-01", "2026-11-23"] {
        let directory = Directory::at(Arc::clone(&catalogue), day.parse().unwrap());
        let mut all = Record::services(&directory);
        all.extend(Record::organisations(&directory));
        for text in all.iter().flat_map(Record::texts) {
            assert!(wording.said(text).is_some(), "{day}: {text}");
        }
    }
}

#[test]
fn an_entry_of_the_shipped_catalogue_entered_again_is_found() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    let directory = Directory::at(catalogue, "2026-11-23".parse().unwrap());
    let mut all = Record::services(&directory);
    all.push(service("igen", "Röjning av snö på gator"));
    let records = Records::new(all);
    let found = records.lookalikes();
    let pair = found
        .iter()
        .find(|pair| [&pair.left.id, &pair.right.id].contains(&&"igen".to_owned()));
    let ids = pair.map(|pair| (pair.left.id.as_str(), pair.right.id.as_str()));
    assert_eq!(ids, Some(("igen", "snorojning")));
}

/// Records of few words, so that some look alike.
fn record() -> impl Strategy<Value = Record<'static>> {
    let word = prop::sample::select(vec![
        "snöröjning",
        "gata",
        "gatusnöröjning",
        "av",
        "bygglov",
        "byglov",
        "lov",
        "BKT",
        "nora",
        "kommun",
        "barn",
        "äldre",
        "1",
        "2",
        "tillstånd",
        "tillsyn",
        "–",
        "för",
    ]);
    let words = prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "));
    let value = |values: &'static [&'static str]| {
        prop::option::of(prop::sample::select(values).prop_map(str::to_owned))
    };
    let kind = prop::sample::select(vec![Kind::Service, Kind::Organisation]);
    let texts = (
        words.clone(),
        prop::collection::vec(words, 0..4),
        value(&["Trafik", "Bygga", " "]),
    );
    let ways = (
        value(&["0587-55 00 40", "+46 587 550040", "112", ""]),
        value(&["a@nora.se", "b@nora.se"]),
        value(&["nora.se", "https://www.nora.se/", "bkt.se"]),
        value(&["Storgatan 1", "Storgatan 2"]),
    );
    let towns = prop::collection::vec(prop::sample::select(vec!["Nora", "Hällefors"]), 0..3);
    (kind, texts, ways, towns).prop_map(
        |(kind, (name, words, topic), (phone, email, web, address), towns)| Record {
            kind,
            id: String::new(),
            name,
            words: words.into(),
            topic,
            phone,
            email,
            web,
            address,
            municipalities: towns.into_iter().map(str::to_owned).collect(),
            others: Vec::new(),
        },
    )
}

fn numbered(mut records: Vec<Record>) -> Vec<Record> {
    for (at, record) in records.iter_mut().enumerate() {
        record.id = at.to_string();
    }
    records
}

/// One of the values that a record may lack.
fn value<'r>(record: &'r mut Record<'_>, field: usize) -> &'r mut Option<String> {
    match field {
        0 => &mut record.topic,
        1 => &mut record.phone,
        2 => &mut record.email,
        3 => &mut record.web,
        _ => &mut record.address,
    }
}

proptest! {
    #[test]
    fn the_same_is_said_both_ways_round(records in prop::collection::vec(record(), 2..6)) {
        let records = Records::new(numbered(records));
        for (one, other) in [(0, 1), (1, 0), (0, 0)] {
            prop_assert_eq!(records.compare(one, other), records.compare(other, one));
        }
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter(records in prop::collection::vec(record(), 0..12)) {
        let mut records = numbered(records);
        let forth = Records::new(records.clone());
        records.reverse();
        let back = Records::new(records);
        prop_assert_eq!(forth.lookalikes(), back.lookalikes());
    }

    #[test]
    fn an_entry_is_sure_to_be_itself(records in prop::collection::vec(record(), 1..6)) {
        let known = Records::new(numbered(records));
        prop_assert_eq!(known.compare(0, 0).unwrap().band, Band::Sure);
    }

    #[test]
    fn blank_values_are_missing_values(one in record(), other in record()) {
        let pair = vec![one.clone(), Record { kind: one.kind, ..other }];
        let mut blank = pair.clone();
        for record in &mut blank {
            for value in [&mut record.topic, &mut record.phone, &mut record.email, &mut record.web, &mut record.address] {
                value.get_or_insert_with(|| " ".to_owned());
            }
            record.words.to_mut().push(String::new());
            record.municipalities.push(" ".to_owned());
        }
        let (with, without) = (Records::new(blank), Records::new(pair));
        prop_assert!((score(&with) - score(&without)).abs() < 1e-9);
    }

    #[test]
    fn what_agrees_never_counts_for_less_than_if_it_were_missing(one in record(), other in record(), field in 0..5_usize) {
        let mut without = [one.clone(), Record { kind: one.kind, ..other }];
        let mut with = without.clone();
        for record in &mut with {
            *value(record, field) = Some("0587-55 00 40".into());
        }
        *value(&mut without[1], field) = None;
        *value(&mut without[0], field) = None;
        let (with, without) = (Records::new(with.to_vec()), Records::new(without.to_vec()));
        prop_assert!(score(&without) <= score(&with) + 1e-9);
    }

    #[test]
    fn nothing_that_looks_alike_is_passed_over(records in prop::collection::vec(record(), 0..14)) {
        let records = Records::new(numbered(records));
        let found = records.lookalikes();
        for one in 0..records.entries.len() {
            for other in one + 1..records.entries.len() {
                let pair = records.compare(one, other).filter(|pair| pair.band != Band::No);
                prop_assert_eq!(pair.is_some(), found.iter().any(|found| Some(found) == pair.as_ref()), "{:?}", pair);
            }
        }
    }

    #[test]
    fn no_text_makes_it_fail(name in "\\PC{0,30}", word in any::<String>(), phone in any::<String>()) {
        let record = Record { words: vec![word].into(), phone: Some(phone.clone()), web: Some(phone), ..service("a", &name) };
        let records = Records::new(vec![record.clone(), Record { id: "b".into(), ..record }]);
        let found = records.compare(0, 1).unwrap();
        prop_assert!(found.score.is_finite());
        prop_assert_eq!(found.band == Band::Sure, !name.trim().is_empty() || found.score >= SURE);
    }
}
