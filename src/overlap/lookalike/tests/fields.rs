//! Each field by itself: when it is evidence, how far it agrees, what it weighs, and what is shown of it.

use std::collections::BTreeSet;

use super::*;

const KINDS: [Kind; 2] = [Kind::Service, Kind::Organisation];

/// What the table says that it weighs.
fn weighs(kind: Kind, field: Field, agreement: Agreement) -> f64 {
    let mut rows = WEIGHTS.iter();
    let row = rows.find(|row| (row.field, row.agreement) == (field, agreement));
    row.map_or(0.0, |row| match kind {
        Kind::Service => row.service,
        Kind::Organisation => row.organisation,
    })
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

/// Two entries whose names have nothing in common, and what `fill` says of the first and of the second.
fn pair(kind: Kind, fill: impl Fn(&mut Record, bool)) -> Records<'static> {
    let both = [("a", "Hundrastgård"), ("b", "Skidspår")].map(|(id, name)| {
        let mut record = Record::named(kind, id, name);
        fill(&mut record, id == "a");
        record
    });
    Records::new(both.to_vec())
}

/// What a field is evidence of between the first two.
fn evidence(records: &Records, field: Field) -> Option<Evidence> {
    let found = records.compare(0, 1).unwrap();
    found.evidence.into_iter().find(|one| one.field == field)
}

#[test]
fn a_number_or_address_agrees_or_not_and_what_is_missing_says_nothing() {
    type Fill = for<'r> fn(&'r mut Record<'_>) -> &'r mut Option<String>;
    let fields: [(Field, Fill, [&str; 3]); 4] = [
        (
            Field::Phone,
            |one| &mut one.phone,
            ["0587-55 00 40", " +46 587 550040 ", "0587-55 00 41"],
        ),
        (
            Field::Email,
            |one| &mut one.email,
            ["a@nora.se", "mailto:A@nora.se", "b@nora.se"],
        ),
        (
            Field::Web,
            |one| &mut one.web,
            ["nora.se/hund", "https://www.nora.se/hund/", "nora.se"],
        ),
        (
            Field::Address,
            |one| &mut one.address,
            ["Storgatan 1", "STORGATAN 1", "Storgatan 2"],
        ),
    ];
    for (field, place, [own, same, different]) in fields {
        for kind in KINDS {
            let between = |other: Option<&str>| {
                let records = pair(kind, |record, first| {
                    let value = if first { Some(own) } else { other };
                    *place(record) = value.map(str::to_owned);
                });
                evidence(&records, field)
            };
            for (other, agreement, shared_by) in [
                (same, Agreement::Same, Some(2)),
                (different, Agreement::Different, None),
            ] {
                let found = between(Some(other)).unwrap();
                assert_eq!((found.agreement, found.shared_by), (agreement, shared_by));
                assert_eq!(
                    (found.left.as_str(), found.right.as_str()),
                    (own, other.trim())
                );
                assert!(
                    near(found.weight, weighs(kind, field, agreement)),
                    "{found:?}"
                );
            }
            assert_eq!(between(None), None);
        }
    }
}

#[test]
fn a_value_weighs_less_the_more_share_it_and_more_where_it_is_of_a_kind_that_few_do() {
    let shared_by = |holders: usize| {
        let named = |n: usize| organisation(&n.to_string(), &format!("Namn{n}x"), "0587-55 00 40");
        let records = Records::new((0..holders).map(named).collect());
        evidence(&records, Field::Phone).unwrap()
    };
    // Five, less the binary logarithm of as many pairs as they make: 1, 3, 6, 10.
    for (holders, weight) in [(2, 5.0), (3, 3.4), (4, 2.4), (5, 1.7), (9, 0.0)] {
        let found = shared_by(holders);
        assert_eq!(found.shared_by, Some(holders));
        assert!(near(found.weight, weight), "{holders}: {found:?}");
    }
}

#[test]
fn topics_and_municipalities_agree_wholly_in_part_or_not() {
    for kind in KINDS {
        for (one, other, agreement) in [
            ("Trafik och gator", "Gator, trafik", Agreement::Same),
            ("Trafik", "Trafik och gator", Agreement::Some),
            ("Trafik", "Bygga", Agreement::Different),
        ] {
            let records = pair(kind, |record, first| {
                record.topic = Some(if first { one } else { other }.to_owned());
            });
            let found = evidence(&records, Field::Topic).unwrap();
            assert_eq!(found.agreement, agreement, "{one} {other}");
            assert_eq!((found.left.as_str(), found.right.as_str()), (one, other));
            assert!(near(found.weight, weighs(kind, Field::Topic, agreement)));
        }
        for (one, other, agreement) in [
            (
                ["Nora", "Hällefors"],
                ["hällefors", "NORA"],
                Agreement::Same,
            ),
            (
                ["Nora", "Hällefors"],
                ["Nora", "Ljusnarsberg"],
                Agreement::Some,
            ),
            (
                ["Nora", "Hällefors"],
                ["Lindesberg", "Örebro"],
                Agreement::Different,
            ),
        ] {
            let records = pair(kind, |record, first| {
                record.municipalities = words(if first { &one } else { &other });
            });
            let found = evidence(&records, Field::Municipalities).unwrap();
            assert_eq!(found.agreement, agreement, "{one:?} {other:?}");
            assert_eq!(found.left, one.join(", "));
            assert_eq!(found.right, other.join(", "));
            assert!(near(
                found.weight,
                weighs(kind, Field::Municipalities, agreement)
            ));
        }
    }
    let records = pair(Kind::Service, |record, first| {
        record.topic = first.then(|| "Trafik".to_owned());
        record.municipalities = if first { words(&["Nora"]) } else { Vec::new() };
    });
    assert_eq!(evidence(&records, Field::Topic), None);
    assert_eq!(evidence(&records, Field::Municipalities), None);
}

/// What the words of two services are evidence of.
fn of_words(one: &[&str], other: &[&str]) -> Option<(Agreement, f64, String, String)> {
    let records = pair(Kind::Service, |record, first| {
        record.words = words(if first { one } else { other }).into();
    });
    let found = evidence(&records, Field::Words)?;
    Some((found.agreement, found.weight, found.left, found.right))
}

#[test]
fn each_word_in_common_weighs_and_more_where_one_has_no_others() {
    let told = |agreement, weight, left: &str, right: &str| {
        Some((agreement, weight, left.to_owned(), right.to_owned()))
    };
    assert_eq!(
        of_words(&["hundpark", "rasta"], &["pist", "Hundparken"]),
        told(Agreement::Some, 2.0, "hundpark", "Hundparken")
    );
    // One in common may be chance even where it is the only one.
    assert_eq!(
        of_words(&["hundpark"], &["hundpark"]),
        told(Agreement::Some, 2.0, "hundpark", "hundpark")
    );
    assert_eq!(
        of_words(
            &["hundpark", "rasta", "koppel"],
            &["rasta", "pist", "hundpark"]
        ),
        told(Agreement::Some, 4.0, "hundpark, rasta", "hundpark, rasta")
    );
    assert_eq!(
        of_words(&["hundpark", "rasta", "koppel"], &["rasta", "hundpark"]),
        told(Agreement::Same, 8.0, "hundpark, rasta", "hundpark, rasta")
    );
    let many = ["hundpark", "rasta", "koppel"];
    let found = of_words(&many, &many).unwrap();
    assert!(near(found.1, MOST_FROM_WORDS));
}

#[test]
fn that_no_word_is_shared_speaks_against_only_where_both_have_three() {
    let many = ["rasta", "koppel", "valp"];
    let others = ["pist", "spår", "längdskidor"];
    assert_eq!(
        of_words(&many, &others),
        Some((
            Agreement::Different,
            -1.0,
            many.join(", "),
            others.join(", ")
        ))
    );
    assert_eq!(of_words(&many, &others[..2]), None);
    assert_eq!(of_words(&many[..2], &others), None);
    // Nor where one is called by the name of the other: that is told of the names.
    assert_eq!(of_words(&many, &["pist", "spår", "hundrastgård"]), None);
    assert_eq!(of_words(&["rasta", "koppel", "skidspår"], &others), None);
}

#[test]
fn a_word_that_a_third_has_too_weighs_less() {
    let with = |id: &str, name: &str, own: &[&str]| Record {
        words: words(own).into(),
        ..service(id, name)
    };
    let records = Records::new(vec![
        with("a", "Hundrastgård", &["rasta", "koppel", "valp"]),
        with("b", "Skidspår", &["rasta", "koppel", "pist"]),
        with("c", "Ridväg", &["rasta"]),
    ]);
    let found = evidence(&records, Field::Words).unwrap();
    // Two for the one, and for the other two less the binary logarithm of three pairs.
    assert!(near(found.weight, 2.4), "{found:?}");
    assert_eq!(found.shared_by, Some(2));
}

#[test]
fn whoever_is_called_by_the_others_name_says_so_with_the_word() {
    let between = |kind, one: &[&str], other: &[&str]| {
        let records = pair(kind, |record, first| {
            record.words = words(if first { one } else { other }).into();
        });
        evidence(&records, Field::Name).unwrap()
    };
    for kind in KINDS {
        let found = between(kind, &["skidspåren"], &[]);
        assert_eq!(found.agreement, Agreement::CalledOne);
        assert_eq!(
            (found.left.as_str(), found.right.as_str()),
            ("skidspåren", "Skidspår")
        );
        assert!(near(
            found.weight,
            weighs(kind, Field::Name, Agreement::CalledOne)
        ));
        let found = between(kind, &[], &["hundrastgårdar"]);
        assert_eq!(found.agreement, Agreement::CalledOne);
        assert_eq!(
            (found.left.as_str(), found.right.as_str()),
            ("Hundrastgård", "hundrastgårdar")
        );
        let found = between(kind, &["skidspåren"], &["hundrastgårdar"]);
        assert_eq!(
            (found.agreement, found.shared_by),
            (Agreement::CalledBoth, Some(2))
        );
        assert_eq!(
            (found.left.as_str(), found.right.as_str()),
            ("Hundrastgård", "Skidspår")
        );
        assert!(near(
            found.weight,
            weighs(kind, Field::Name, Agreement::CalledBoth)
        ));
    }
}

#[test]
fn where_the_names_explain_as_much_they_are_what_is_shown() {
    // To be somebody's initials weighs what it weighs to be called so.
    let records = Records::new(vec![
        service("a", "BKT"),
        Record {
            words: words(&["BKT"]).into(),
            ..service("b", "Bergslagens kommunalteknik")
        },
    ]);
    let found = evidence(&records, Field::Name).unwrap();
    assert_eq!(
        (found.agreement, found.shared_by),
        (Agreement::Initials, None)
    );
}

#[test]
fn a_name_that_many_are_called_by_explains_no_more_than_the_names_do() {
    let with_others = |others: usize| {
        let named = |id: String, name: &str| Record {
            words: words(&["vigsel"]).into(),
            ..service(&id, name)
        };
        let mut all = vec![
            service("a", "Vigsel"),
            named("b".to_owned(), "Borgerlig vigsel"),
        ];
        all.extend((0..others).map(|n| named(format!("c{n}"), "Ceremoni")));
        evidence(&Records::new(all), Field::Name).unwrap()
    };
    let few = with_others(0);
    assert_eq!(
        (few.agreement, few.shared_by),
        (Agreement::CalledOne, Some(2))
    );
    let many = with_others(12);
    assert_eq!((many.agreement, many.shared_by), (Agreement::Part, None));
    assert_eq!(
        (many.left.as_str(), many.right.as_str()),
        ("Vigsel", "Borgerlig vigsel")
    );
}

#[test]
fn the_more_of_the_longer_name_is_shared_the_more_it_weighs() {
    let name = |one: &str, other: &str| {
        let records = Records::new(vec![service("a", one), service("b", other)]);
        let found = evidence(&records, Field::Name).unwrap();
        (found.agreement, found.weight)
    };
    let (little, weight) = name("Vigsel", "Vigsel i kyrkan på natten");
    let (much, more) = name("Vigsel i kyrkan", "Vigsel i kyrkan på natten");
    assert_eq!((little, much), (Agreement::Part, Agreement::Part));
    assert!(
        0.0 < weight && weight < more && more < 7.0,
        "{weight} {more}"
    );
    let (little, weight) = name("Vigsel utomhus nattetid", "Vigsel inne vintertid");
    let (much, less) = name("Vigsel utomhus nattetid", "Vigsel utomhus vintertid");
    assert_eq!((little, much), (Agreement::Contrast, Agreement::Contrast));
    assert!(
        -6.0 < weight && weight < less && less < 0.0,
        "{weight} {less}"
    );
    // What is not in part is told in full.
    assert_eq!(
        name("Borgerlig", "Borgerlig vigsel"),
        (Agreement::OtherHead, -2.0)
    );
    assert_eq!(name("Radon", "Färdtjänst"), (Agreement::Different, -4.0));
}

#[test]
fn words_that_set_names_apart_are_shown_as_they_are_written() {
    for (one, other, field, agreement, shown) in [
        (
            "Riksväg 50",
            "Riksväg 60",
            Field::Numbers,
            Agreement::Different,
            ("50", "60"),
        ),
        (
            "Riksväg",
            "Riksväg 50",
            Field::Numbers,
            Agreement::Part,
            ("", "50"),
        ),
        (
            "Riksväg 50",
            "Riksväg",
            Field::Numbers,
            Agreement::Part,
            ("50", ""),
        ),
        (
            "Riksväg 50",
            "Riksväg 50, 60",
            Field::Numbers,
            Agreement::Different,
            ("", "60"),
        ),
        (
            "Riksväg 50, 60",
            "Riksväg 50",
            Field::Numbers,
            Agreement::Different,
            ("60", ""),
        ),
        (
            "Oro för Barn",
            "Oro för äldre",
            Field::Audience,
            Agreement::Different,
            ("Barn", "äldre"),
        ),
        (
            "Tillstånd",
            "Tillsyn",
            Field::Act,
            Agreement::Different,
            ("Tillstånd", "Tillsyn"),
        ),
        (
            "Norra skolan",
            "Södra skolan",
            Field::Opposite,
            Agreement::Different,
            ("Norra", "Södra"),
        ),
    ] {
        let records = Records::new(vec![service("a", one), service("b", other)]);
        let found = evidence(&records, field).unwrap();
        assert_eq!(found.agreement, agreement, "{one} {other}");
        assert_eq!((found.left.as_str(), found.right.as_str()), shown);
        assert!(near(found.weight, weighs(Kind::Service, field, agreement)));
    }
}

#[test]
fn whoever_sends_callers_on_to_the_other_is_told_apart_whichever_of_them_it_is() {
    for (who, whom) in [("a", "b"), ("b", "a")] {
        let records = pair(Kind::Service, |record, _| {
            if record.id == who {
                record.others = words(&[whom]);
            }
        });
        let found = evidence(&records, Field::ToldApart).unwrap();
        assert_eq!(found.agreement, Agreement::Different);
        assert_eq!(
            (found.left.as_str(), found.right.as_str()),
            ("Hundrastgård", "Skidspår")
        );
        assert!(near(found.weight, -14.0));
    }
    let of_others = pair(Kind::Service, |record, _| record.others = words(&["c"]));
    assert_eq!(evidence(&of_others, Field::ToldApart), None);
    // An entry that names its own id says nothing of another that has the same.
    let of_itself = pair(Kind::Service, |record, _| {
        record.id = "a".to_owned();
        record.others = words(&["a"]);
    });
    assert_eq!(evidence(&of_itself, Field::ToldApart), None);
}

#[test]
fn the_heaviest_reason_comes_first_whichever_way_it_pulls_and_then_the_order_of_the_fields() {
    let records = Records::new(vec![
        Record {
            topic: Some("Trafik".to_owned()),
            municipalities: words(&["Nora"]),
            address: Some("Storgatan 1".to_owned()),
            phone: Some("0587-55 00 40".to_owned()),
            ..service("a", "Riksväg 50 i skogen")
        },
        Record {
            topic: Some("Trafik".to_owned()),
            municipalities: words(&["Nora"]),
            address: Some("Storgatan 2".to_owned()),
            phone: Some("0587-55 00 40".to_owned()),
            ..service("b", "Riksväg 60")
        },
    ]);
    let found = records.compare(0, 1).unwrap();
    let fields: Vec<Field> = found.evidence.iter().map(|one| one.field).collect();
    assert_eq!(fields[0], Field::Numbers);
    assert_eq!(
        fields[fields.len() - 3..],
        [Field::Topic, Field::Address, Field::Municipalities]
    );
}

#[test]
fn a_score_is_in_a_band_from_its_border_on() {
    for (score, band) in [
        (SURE, Band::Sure),
        (SURE - 0.1, Band::Look),
        (LOOK, Band::Look),
        (LOOK - 0.1, Band::No),
    ] {
        assert_eq!(Band::of(score), band, "{score}");
    }
}

#[test]
fn each_field_has_a_word_of_its_own() {
    let fields: BTreeSet<Field> = WEIGHTS.iter().map(|row| row.field).collect();
    let of_their_own: BTreeSet<&str> = fields.iter().map(|field| field.word()).collect();
    assert_eq!(of_their_own.len(), fields.len());
    assert!(of_their_own.contains("told-apart") && of_their_own.contains("name"));
}
