//! Who exists and who is responsible on a day, and how they are reached: small catalogues, one rule at a time.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::*;
use crate::catalogue::{Step, of_two_towns};

mod names;
mod reached;
mod successors;

/// A federation that ended with 2022 and the board that took over from it.
const OLD_AND_NEW: &str = r#"
    [[organisation]]
    id = "gamla"
    kind = "federation"
    name = "Gamla förbundet"
    until = 2022-12-31
    successor = "nya"
    [[organisation.unit]]
    id = "va"
    name = "Vattenverket"
    [[organisation.unit]]
    id = "park"
    name = "Parken"
    [[organisation]]
    id = "nya"
    kind = "joint-board"
    name = "Nya nämnden"
    from = 2023-01-01
    [[organisation.unit]]
    id = "va"
    name = "VA"
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn catalogue(parts: &[&str]) -> Arc<Catalogue> {
    Arc::new(of_two_towns(parts))
}

fn directory(parts: &[&str], on: &str) -> Directory {
    Directory::at(catalogue(parts), day(on))
}

/// Everybody with a part in the only service: `organisation/unit for municipalities`, `(was …)` where a successor answers.
fn duties(parts: &[&str], on: &str) -> Vec<String> {
    let directory = directory(parts, on);
    let catalogue = directory.catalogue();
    let service = catalogue.service_refs().next().unwrap();
    let said = |duty: Duty<'_>| {
        let organisation = &catalogue[duty.organisation];
        let unit = duty
            .unit
            .map(|unit| format!("/{}", organisation.unit_at(unit).unwrap().id));
        let towns: Vec<_> = duty
            .municipalities
            .iter()
            .map(|&town| catalogue[town].id.as_str())
            .collect();
        let was = duty
            .formerly
            .map(|former| format!(" (was {})", catalogue[former].id));
        format!(
            "{}{} for {}{}",
            organisation.id,
            unit.unwrap_or_default(),
            towns.join("+"),
            was.unwrap_or_default()
        )
    };
    directory.duties(service).map(said).collect()
}

/// Everybody's part in the only service, step by step.
fn steps(parts: &[&str], on: &str) -> Vec<String> {
    let directory = directory(parts, on);
    let service = directory.catalogue().service_refs().next().unwrap();
    let steps = directory.duties(service).map(|duty| {
        let words: Vec<_> = duty.steps.iter().map(Step::word).collect();
        words.join("+")
    });
    let parted = duties(parts, on).into_iter().zip(steps);
    parted
        .map(|(duty, steps)| {
            let (who, whom) = duty.split_once(" for ").unwrap();
            let organisation = who.split('/').next().unwrap();
            format!("{organisation}: {steps} for {whom}")
        })
        .collect()
}

/// The only service, with what is said of who is responsible.
fn service(responsible: &str) -> String {
    format!("[[service]]\nid = \"vatten\"\nname = \"Vatten\"\ntopic = \"gata\"\n{responsible}")
}

// ── Who exists ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_organisation_exists_from_its_first_day_to_its_last() {
    let catalogue = catalogue(&[OLD_AND_NEW]);
    let (old, new) = (
        catalogue.find_organisation("gamla").unwrap(),
        catalogue.find_organisation("nya").unwrap(),
    );
    let on = |text: &str| {
        let directory = Directory::at(catalogue.clone(), day(text));
        let listed: Vec<_> = directory.organisations().collect();
        assert_eq!(listed.contains(&old), directory.exists(old));
        (directory.exists(old), directory.exists(new))
    };
    assert_eq!(on("1990-01-01"), (true, false));
    assert_eq!(on("2022-12-31"), (true, false));
    assert_eq!(on("2023-01-01"), (false, true));
}

#[test]
fn a_service_is_listed_only_while_it_exists_and_nobody_has_it_otherwise() {
    let text = service(
        "from = 2020-01-01\nuntil = 2020-12-31\n[[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]",
    );
    let at = |on| {
        let directory = directory(&[&text], on);
        (directory.services().len(), duties(&[&text], on).len())
    };
    assert_eq!(at("2019-12-31"), (0, 0));
    assert_eq!(at("2020-01-01"), (1, 1));
    assert_eq!(at("2020-12-31"), (1, 1));
    assert_eq!(at("2021-01-01"), (0, 0));
}

// ── Who is responsible ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn whoever_is_named_covers_the_municipalities_it_serves() {
    let text = service(
        "[[service.responsible]]\norganisation = [\"ask-kommun\", \"gamla\"]\nsteps = [\"delivery\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2014-09-01"),
        ["ask-kommun for ask", "gamla for ask+bok"]
    );
}

#[test]
fn a_responsibility_holds_from_its_first_day_to_its_last() {
    let text = service(
        "[[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]\nuntil = 2014-06-30\n\
         [[service.responsible]]\norganisation = \"bok-kommun\"\nsteps = [\"contact\"]\nfrom = 2014-07-01",
    );
    assert_eq!(duties(&[&text], "2014-06-30"), ["ask-kommun for ask"]);
    assert_eq!(duties(&[&text], "2014-07-01"), ["bok-kommun for bok"]);
}

#[test]
fn an_organisation_that_does_not_exist_yet_has_no_duty() {
    let text = service("[[service.responsible]]\norganisation = \"nya\"\nsteps = [\"contact\"]");
    assert!(duties(&[OLD_AND_NEW, &text], "2014-09-01").is_empty());
    let directory = directory(&[OLD_AND_NEW], "2014-09-01");
    let new = directory.catalogue().find_organisation("nya").unwrap();
    assert_eq!(directory.answering(new), None);
}

#[test]
fn the_services_of_an_organisation_are_those_it_has_some_part_in_that_day() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"billing\"]\n\
         [[service]]\nid = \"annat\"\nname = \"Annat\"\ntopic = \"gata\"\n\
         [[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]",
    );
    let of = |on: &str, organisation: &str| {
        let directory = directory(&[OLD_AND_NEW, &text], on);
        let organisation = directory
            .catalogue()
            .find_organisation(organisation)
            .unwrap();
        let ids: Vec<_> = directory
            .services_of(organisation)
            .map(|service| directory.catalogue()[service].id.to_string())
            .collect();
        ids
    };
    assert_eq!(of("2014-09-01", "gamla"), ["vatten"]);
    assert!(of("2014-09-01", "nya").is_empty());
    assert!(of("2023-09-01", "gamla").is_empty());
    assert_eq!(of("2023-09-01", "nya"), ["vatten"]);
    assert_eq!(of("2023-09-01", "ask-kommun"), ["annat"]);
}
