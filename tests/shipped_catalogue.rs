//! The catalogue that the program carries: complete, without faults, and answering every ordinary question.
//!
//! `cargo test --test shipped_catalogue -- --nocapture` prints how many questions have one answer, several told apart,
//! an unclear one or none, for each municipality in 2014 and today.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use hanvisa::catalogue::{
    Catalogue, Confidence, Contact, EMBEDDED_FILES, FaultKind, Reading, Status, Step, TextFile,
    Urgency, schema,
};
use hanvisa::directory::Directory;
use hanvisa::referral::{Moment, Referral, resolve};
use serde_json::{Value, json};

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

/// The days that the catalogue is asked about: while the enquiry worked, and today as the program was written.
const THEN: &str = "2014-09-01";
const TODAY: &str = "2026-11-23";

fn on(day: &str) -> (Directory, Moment) {
    let day: NaiveDate = day.parse().unwrap();
    (Directory::at(CATALOGUE.clone(), day), Moment::day(day))
}

fn answer(directory: &Directory, service: &str, municipality: &str) -> Referral {
    let catalogue = directory.catalogue();
    resolve(
        directory,
        catalogue.find_service(service).unwrap(),
        catalogue.find_municipality(municipality).unwrap(),
        Moment::day(directory.day()),
    )
}

/// The short name of whom to ring first on a day, for every municipality; all of them if it depends.
fn first_contacts(day: &str, service: &str) -> BTreeSet<String> {
    let (directory, _) = on(day);
    let names = CATALOGUE.municipalities().iter().flat_map(|municipality| {
        let referral = answer(&directory, service, municipality.id.as_str());
        let names: Vec<String> = referral
            .entrances()
            .iter()
            .map(|entrance| directory.brief(entrance.organisation).to_owned())
            .collect();
        names
    });
    names.collect()
}

#[test]
fn it_reads_without_any_fault() {
    let reading = Reading::embedded();
    let faults: Vec<_> = reading.faults.iter().map(|fault| &fault.kind).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_service_of_the_survey_is_there() {
    let surveyed: Vec<&str> = include_str!("data/surveyed-services.txt").lines().collect();
    assert_eq!(surveyed.len(), 233);
    let missing: Vec<_> = surveyed
        .iter()
        .filter(|id| CATALOGUE.find_service(id).is_none())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_service_has_a_summary_and_six_words_that_callers_use() {
    let mut lacking = Vec::new();
    for service in CATALOGUE.services() {
        let words: BTreeSet<String> = service
            .also
            .iter()
            .map(|word| word.to_lowercase())
            .collect();
        if words.len() != service.also.len() {
            lacking.push(format!("{}: a word twice", service.id));
        }
        if words.len() < 6 || service.summary.is_none() {
            lacking.push(format!("{}: {} words", service.id, words.len()));
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn every_municipality_has_six_places_that_no_other_has() {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for municipality in CATALOGUE.municipalities() {
        assert!(municipality.places.len() >= 6, "{}", municipality.id);
        for place in &municipality.places {
            let other = seen.insert(&place.name, &municipality.name);
            assert_eq!(other, None, "{} lies in two", place.name);
        }
    }
}

/// The cases that are unclear or have nobody, each looked at: `day municipality service status`.
const LOOKED_AT: &[&str] = &[
    // The police sent callers to the municipality, whose only traffic warden had another job too; BKT ran the streets.
    "2014-09-01 lindesberg datumparkering unclear",
];

#[test]
fn it_answers_every_question_then_and_today() {
    let mut table = format!("{:10}  {:13}", "day", "municipality");
    for status in ["one", "conditional", "unclear", "gap"] {
        write!(table, " {status:>11}").unwrap();
    }
    let mut open = Vec::new();
    for day in [THEN, TODAY] {
        let (directory, moment) = on(day);
        for municipality in CATALOGUE.municipality_refs() {
            let town = &CATALOGUE[municipality].id;
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for &service in directory.services() {
                let referral = resolve(&directory, service, municipality, moment);
                *counts.entry(referral.status()).or_default() += 1;
                if matches!(referral, Referral::Unclear(_) | Referral::Gap(..)) {
                    let service = &CATALOGUE[service].id;
                    open.push(format!("{day} {town} {service} {}", referral.status()));
                }
            }
            write!(table, "\n{day}  {town:13}").unwrap();
            for status in ["one", "conditional", "unclear", "gap"] {
                write!(table, " {:>11}", counts.get(status).unwrap_or(&0)).unwrap();
            }
        }
    }
    println!("{table}");
    for case in &open {
        println!("{case}");
    }
    assert_eq!(open, LOOKED_AT, "unclear cases and gaps have changed");
}

#[test]
fn an_answer_that_depends_leaves_no_caller_without_a_case() {
    let mut without = Vec::new();
    for day in [THEN, TODAY] {
        let (directory, moment) = on(day);
        for &service in directory.services() {
            for municipality in CATALOGUE.municipality_refs() {
                if resolve(&directory, service, municipality, moment).leaves_cases_out() {
                    let (service, town) = (&CATALOGUE[service].id, &CATALOGUE[municipality].id);
                    without.push(format!("{day} {town} {service}"));
                }
            }
        }
    }
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn every_unclear_entrance_is_explained_by_a_documented_finding() {
    let mut unexplained = Vec::new();
    for day in [THEN, TODAY] {
        let (directory, moment) = on(day);
        for &service in directory.services() {
            for municipality in CATALOGUE.municipality_refs() {
                let referral = resolve(&directory, service, municipality, moment);
                let explained = CATALOGUE.findings().iter().any(|finding| {
                    finding.status == Status::Documented
                        && finding.services.contains(&service)
                        && finding.municipalities.contains(&municipality)
                        && finding.period.contains(directory.day())
                });
                if matches!(referral, Referral::Unclear(_)) && !explained {
                    let (service, town) = (&CATALOGUE[service].id, &CATALOGUE[municipality].id);
                    unexplained.push(format!("{day} {town} {service}"));
                }
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn snow_was_cleared_by_bkt_and_is_by_the_joint_technical_board() {
    let names = |day| first_contacts(day, "snorojning");
    assert_eq!(names(THEN), BTreeSet::from(["BKT".to_owned()]));
    assert_eq!(names(TODAY), BTreeSet::from(["TN".to_owned()]));
    let (then, _) = on(THEN);
    let bkt = CATALOGUE.find_organisation("bkt").unwrap();
    assert_eq!(then.name(bkt), "Bergslagens kommunalteknik");
    let (today, _) = on(TODAY);
    let board = today.answering(bkt).unwrap();
    assert_eq!(CATALOGUE[board].id.as_str(), "teknisk-namnd");
}

#[test]
fn building_permits_were_given_by_bmb_which_lives_on_under_another_name() {
    assert_eq!(
        first_contacts(THEN, "bygglov"),
        BTreeSet::from(["BMB".to_owned()])
    );
    assert_eq!(
        first_contacts(TODAY, "bygglov"),
        BTreeSet::from(["BMN".to_owned()])
    );
}

#[test]
fn nobody_is_sent_to_an_organisation_before_or_after_its_time() {
    for day in [THEN, TODAY] {
        let (directory, moment) = on(day);
        for &service in directory.services() {
            for municipality in CATALOGUE.municipality_refs() {
                for entrance in resolve(&directory, service, municipality, moment).entrances() {
                    assert!(directory.exists(entrance.organisation));
                    assert_eq!(
                        entrance.formerly, None,
                        "{} leaves it to the successor to answer on {day}",
                        CATALOGUE[service].id
                    );
                }
            }
        }
    }
}

/// The numbers and addresses that a source gives. Whatever else stands in the catalogue is known by everybody, and says so.
const SOURCED: &[&str] = &[
    "0581-810 00",
    "0591-641 00",
    "0580-805 00",
    "0587-55 00 00",
    "0587-55 00 40",
    "019-14 76 42",
    "kommun@hellefors.se",
    "kommun@ljusnarsberg.se",
    "servicecenter@sbbergslagen.se",
    "servicecenter@sb-bergslagen.se",
    "112",
    "113 13",
    "114 14",
    "1177",
];

/// Every contact in the catalogue, with the id of what it stands in.
fn contacts() -> Vec<(String, &'static Contact)> {
    let catalogue: &'static Catalogue = &CATALOGUE;
    let mut all = Vec::new();
    for organisation in catalogue.organisations() {
        let own = organisation.contacts.iter();
        let units = organisation.units.iter().flat_map(|unit| &unit.contacts);
        all.extend(
            own.chain(units)
                .map(|contact| (organisation.id.to_string(), contact)),
        );
    }
    for service in catalogue.services() {
        let own = service
            .responsibilities
            .iter()
            .filter_map(|one| one.contact.as_deref());
        all.extend(own.map(|contact| (service.id.to_string(), contact)));
    }
    all
}

#[test]
fn no_number_or_address_is_made_up() {
    let contacts = contacts();
    assert!(contacts.len() > 20);
    for (place, contact) in contacts {
        let given = [&contact.phone, &contact.on_call, &contact.email];
        for value in given.into_iter().flatten() {
            let sourced = SOURCED.contains(&value.as_str()) && !contact.sources.is_empty();
            let admitted = contact.sources.is_empty()
                && matches!(
                    contact.confidence,
                    Some(Confidence::Inferred | Confidence::Assumed)
                );
            assert!(sourced || admitted, "{place}: {value}");
        }
    }
}

#[test]
fn no_part_of_a_number_hides_in_a_note() {
    for (place, contact) in contacts() {
        let notes = [&contact.note, &contact.on_call_note];
        for note in notes.into_iter().flatten() {
            let is_number = |word: &&str| {
                word.contains('-') && word.chars().filter(char::is_ascii_digit).count() >= 5
            };
            for number in note.split_whitespace().filter(is_number) {
                let known = SOURCED.iter().any(|sourced| sourced.starts_with(number));
                assert!(known, "{place}: {number}");
            }
        }
    }
}

#[test]
fn a_documented_fact_names_its_source() {
    for service in CATALOGUE.services() {
        for duty in &service.responsibilities {
            let sourced = !duty.sources.is_empty();
            assert!(
                duty.confidence != Confidence::Documented || sourced,
                "{}",
                service.id
            );
            assert!(!duty.municipalities.is_empty(), "{}", service.id);
        }
    }
}

#[test]
fn what_the_enquiry_wanted_to_share_is_marked_as_shareable() {
    // Procurement, IT, vehicles, legal advice, finance administration, payroll.
    for id in [
        "leverantor",
        "it-stod",
        "fordon",
        "jurist",
        "ekonomiadm",
        "lon",
    ] {
        let service = CATALOGUE.find_service(id).unwrap();
        assert!(CATALOGUE[service].shareable, "{id}");
    }
}

#[test]
fn an_acute_service_always_has_somebody_to_ring() {
    let (directory, _) = on(TODAY);
    let acute = CATALOGUE
        .services()
        .iter()
        .filter(|service| service.urgency == Urgency::Acute);
    for service in acute {
        for municipality in CATALOGUE.municipalities() {
            let referral = answer(&directory, service.id.as_str(), municipality.id.as_str());
            assert!(!matches!(referral, Referral::Gap(..)), "{}", service.id);
        }
    }
}

#[test]
fn only_steps_that_somebody_could_take_are_named() {
    // Whoever answers when it is closed must have a number to answer on.
    let (directory, _) = on(TODAY);
    for &service in directory.services() {
        for duty in directory.duties(service) {
            if duty.responsibility.steps.contains(Step::OnCall) {
                let contact = directory.contact_for(&duty);
                let number = contact.on_call.or(contact.phone);
                let told = contact.note.is_some() || duty.responsibility.note.is_some();
                assert!(number.is_some() || told, "{}", CATALOGUE[service].id);
            }
        }
    }
}

// ── The format ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// A TOML value as editors see it: dates are texts.
fn to_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(list) => list.iter().map(to_json).collect(),
        toml::Value::Table(table) => {
            let entries = table
                .iter()
                .map(|(key, value)| (key.clone(), to_json(value)));
            Value::Object(entries.collect())
        }
        other => serde_json::to_value(other).unwrap(),
    }
}

fn validator() -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema())
        .unwrap()
}

#[test]
fn every_file_fits_the_published_schema() {
    let validator = validator();
    for (name, text) in EMBEDDED_FILES {
        let file = to_json(&toml::Value::Table(text.parse().unwrap()));
        let faults: Vec<_> = validator
            .iter_errors(&file)
            .map(|fault| format!("{name} {}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let validator = validator();
    for wrong in [
        json!({ "service": [{ "id": "a", "name": "A" }] }),
        json!({ "service": [{ "id": "a", "name": "A", "topic": "t", "alos": [] }] }),
        json!({ "service": [{ "id": "a", "name": "A", "topic": "t", "from": "2014-02-30" }] }),
        json!({ "service": [{ "id": "a", "name": "A", "topic": "t", "responsible": [{ "organisation": "o", "steps": [] }] }] }),
        json!({ "organisation": [{ "id": "a", "name": "A", "kind": "klubb" }] }),
        json!({ "tjänst": [] }),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

/// The schema that a `$ref` points at, or the schema itself.
fn resolved<'s>(root: &'s Value, node: &'s Value) -> &'s Value {
    match node["$ref"].as_str() {
        Some(path) => root.pointer(path.strip_prefix('#').unwrap()).unwrap(),
        None => node,
    }
}

/// Every object in the schema with its keys: the root and the definitions.
fn objects(root: &Value) -> Vec<(String, &serde_json::Map<String, Value>)> {
    let named = root["$defs"].as_object().unwrap().iter();
    let mut all = vec![("file".to_owned(), root)];
    all.extend(named.map(|(name, node)| (name.clone(), node)));
    all.into_iter()
        .filter_map(|(name, node)| Some((name, node["properties"].as_object()?)))
        .collect()
}

/// Whether a key holds tables, whose own keys have examples, rather than a value.
fn holds_tables(root: &Value, node: &Value) -> bool {
    let node = resolved(root, node);
    node.get("properties").is_some()
        || node
            .get("items")
            .is_some_and(|items| holds_tables(root, items))
        || node["anyOf"]
            .as_array()
            .is_some_and(|several| several.iter().any(|one| holds_tables(root, one)))
}

#[test]
fn every_key_of_the_schema_is_described_and_every_value_has_an_example() {
    let schemas = [schema(), hanvisa::scenario::schema()];
    let tables: Vec<_> = schemas
        .iter()
        .flat_map(|root| objects(root).into_iter().map(move |table| (root, table)))
        .collect();
    assert!(tables.len() > 17);
    let mut lacking = Vec::new();
    for (root, (table, keys)) in tables {
        for (key, node) in keys {
            if node["description"].as_str().is_none_or(str::is_empty) {
                lacking.push(format!("{table}.{key} has no description"));
            }
            let has_example = node["examples"]
                .as_array()
                .is_some_and(|all| !all.is_empty());
            if !has_example && !holds_tables(root, node) {
                lacking.push(format!("{table}.{key} has no example"));
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// What the schema's examples make of a key: the example itself, or a table of examples.
fn example(root: &Value, node: &Value) -> toml::Value {
    if let Some(example) = node["examples"].as_array().and_then(|all| all.first()) {
        return to_toml(example, node["format"] == "date");
    }
    let node = resolved(root, node);
    if let Some(keys) = node["properties"].as_object() {
        let entries = keys
            .iter()
            .map(|(key, node)| (key.clone(), example(root, node)));
        return toml::Value::Table(entries.collect());
    }
    if let Some(items) = node.get("items") {
        return toml::Value::Array(vec![example(root, items)]);
    }
    example(root, &node["anyOf"][0])
}

fn to_toml(value: &Value, is_day: bool) -> toml::Value {
    match value.as_str() {
        Some(day) if is_day => toml::Value::Datetime(day.parse().unwrap()),
        _ => toml::Value::try_from(value).unwrap(),
    }
}

#[test]
fn every_example_of_the_schema_can_be_read() {
    let root = schema();
    let all = example(&root, &root);
    let text = toml::to_string(&all).unwrap();
    // All the keys there are stand in it.
    for (_, keys) in objects(&root) {
        for key in keys.keys() {
            assert!(text.contains(key.as_str()), "{key} has not been tried");
        }
    }
    let file = TextFile {
        name: "examples.toml".to_owned(),
        text,
    };
    let reading = Reading::of_texts(vec![file]);
    let refused: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| &fault.kind)
        .filter(|kind| {
            // Examples stand side by side without belonging together: what they refer to is not there, and keys that
            // exclude each other meet. Everything else would be an example that the reader does not take.
            !matches!(
                kind,
                FaultKind::UnknownId { .. }
                    | FaultKind::UnknownUnit { .. }
                    | FaultKind::TwoNames { .. }
                    | FaultKind::Backwards { .. }
                    | FaultKind::OutsideLife { .. }
                    | FaultKind::NotServed { .. }
            )
        })
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
