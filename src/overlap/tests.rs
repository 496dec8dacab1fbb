//! What the rules find in small catalogues, one rule at a time.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::sync::Arc;

use super::*;
use crate::catalogue::{
    Confidence, Reading, ServiceRef, TWO_TOWNS, TextFile, of_two_towns, without_faults,
};
use crate::locale::{Language, Locale};

mod chains;
mod examples;
mod facts;
mod ids;
mod known;

/// Beside two towns: a third, a federation and a board for all three, and last a service, of which every test goes on to
/// say what it is about.
const MORE: &str = r#"
    [[municipality]]
    id = "alm"
    name = "Alm"
    organisation = "alm-kommun"
    [[organisation]]
    id = "alm-kommun"
    kind = "municipality"
    name = "Alms kommun"
    serves = ["alm"]
    [[organisation]]
    id = "forbundet"
    kind = "federation"
    name = "Förbundet"
    [[organisation]]
    id = "namnden"
    kind = "joint-board"
    name = "Nämnden"
    [[group]]
    id = "kommunerna"
    name = "kommunerna"
    organisations = ["ask-kommun", "bok-kommun", "alm-kommun"]
    [[source]]
    id = "K1"
    title = "Källa ett"
    [[source]]
    id = "K2"
    title = "Källa två"
    [[service]]
    id = "vatten"
    name = "Vatten"
    topic = "gata"
    summary = "Vatten."
"#;

pub const DAY: &str = "2026-11-23";

pub fn directory(parts: &[&str], on: &str) -> Directory {
    let catalogue = of_two_towns(&[&[MORE], parts].concat());
    Directory::at(Arc::new(catalogue), on.parse().unwrap())
}

/// `who steps more`: a responsibility for the service.
pub fn duty(who: &str, steps: &str, more: &str) -> String {
    let steps: Vec<String> = steps
        .split_whitespace()
        .map(|step| format!("\"{step}\""))
        .collect();
    format!(
        "[[service.responsible]]\norganisation = \"{who}\"\nsteps = [{}]\n\
         verified = 2026-06-01\nconfidence = \"assumed\"\n{more}\n",
        steps.join(", ")
    )
}

/// What two bodies do twice in Ask until 2024 has ended, and in Bok from 2025 on.
pub fn double_work_that_moved() -> String {
    [
        duty(
            "forbundet",
            "contact delivery",
            "municipalities = [\"ask\"]",
        ),
        duty(
            "namnden",
            "delivery",
            "municipalities = [\"ask\"]\nuntil = 2024-12-31",
        ),
        duty("namnden", "contact delivery", "municipalities = [\"bok\"]"),
        duty(
            "forbundet",
            "delivery",
            "municipalities = [\"bok\"]\nfrom = 2025-01-01",
        ),
    ]
    .concat()
}

/// The ids of what is found about the service, worst first.
fn found(service: &[String]) -> Vec<String> {
    found_on(DAY, &[&service.concat()])
}

fn found_on(day: &str, parts: &[&str]) -> Vec<String> {
    let found = findings(&directory(parts, day));
    found.all().iter().map(|one| one.id.to_string()).collect()
}

/// What is said of everything found, in Swedish.
fn said(parts: &[&str]) -> Vec<String> {
    let directory = directory(parts, DAY);
    let locale = Locale::new(Language::Swedish);
    let words = Words {
        directory: &directory,
        locale: &locale,
    };
    let found = findings(&directory);
    let evidence = found.all().iter().flat_map(|one| words.evidence(one, None));
    evidence.collect()
}

// ── Double work ─────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_municipality_and_a_joint_body_on_the_same_step_do_the_same_work() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    assert_eq!(found_on(DAY, &[&service]), ["parallel:vatten:forbundet"]);
    assert_eq!(
        said(&[&service]),
        ["Asks kommun och Förbundet har samma uppgift (utförande) i Ask."]
    );
    let directory = directory(&[&service], DAY);
    let found = findings(&directory);
    let finding = &found.all()[0];
    assert_eq!(finding.pairing(), Some(Pairing::MunicipalityAndJoint));
    assert_eq!(finding.confidence, Confidence::Assumed);
    assert_eq!(finding.basis, Basis::Computed);
}

#[test]
fn two_joint_bodies_on_the_same_step_are_told_from_other_pairs() {
    let pairing = |second: &str| {
        let service = [
            duty("forbundet", "contact handling", ""),
            duty(second, "handling", ""),
        ]
        .concat();
        let company =
            "[[organisation]]\nid = \"bolaget\"\nkind = \"company\"\nname = \"Bolaget\"\n";
        let found = findings(&directory(&[&service, company], DAY));
        found.all()[0].pairing()
    };
    assert_eq!(pairing("namnden"), Some(Pairing::TwoJoint));
    assert_eq!(pairing("bolaget"), Some(Pairing::Other));
}

#[test]
fn different_steps_are_shared_work_and_no_finding() {
    let shared = [
        duty("namnden", "contact application decision supervision", ""),
        duty("forbundet", "handling delivery", ""),
        duty("kommunerna", "billing", ""),
    ];
    assert!(found(&shared).is_empty());
}

#[test]
fn conditions_are_compared_before_anything_is_called_double() {
    let conditions = |a: &str, b: &str| {
        let case = |text: &str| match text {
            "" => String::new(),
            text => format!("condition = \"{text}\""),
        };
        found(&[
            duty("namnden", "contact", ""),
            duty("namnden", "delivery", &case(a)),
            duty("forbundet", "delivery", &case(b)),
        ])
    };
    assert!(conditions("på gatan", "på tomten").is_empty());
    assert!(conditions("på gatan", "").is_empty());
    assert_eq!(
        conditions("på gatan", "på gatan"),
        ["parallel:vatten:forbundet+namnden"]
    );
}

#[test]
fn dates_are_compared_before_anything_is_called_double() {
    let service = [
        duty("namnden", "contact", ""),
        duty("forbundet", "delivery", "until = 2022-12-31"),
        duty("kommunerna", "delivery", "from = 2022-12-31"),
    ]
    .concat();
    let days = ["2022-12-30", "2022-12-31", "2023-01-01"];
    let double = days.map(|day| !found_on(day, &[&service]).is_empty());
    assert_eq!(double, [false, true, false]);
}

#[test]
fn a_successor_is_not_double_with_the_body_it_took_over_from() {
    let service = "
        [[organisation]]
        id = \"gamla\"
        kind = \"federation\"
        name = \"Gamla\"
        until = 2022-12-31
        successor = \"namnden\"
    ";
    let duties = [
        duty("gamla", "contact delivery", ""),
        duty("namnden", "contact delivery", "from = 2023-01-01"),
    ]
    .concat();
    assert!(found_on(DAY, &[&duties, service]).is_empty());
}

#[test]
fn what_a_joint_body_does_beside_each_of_its_municipalities_is_one_finding() {
    let service = [
        duty("forbundet", "contact handling delivery", ""),
        duty("kommunerna", "handling delivery", ""),
    ]
    .concat();
    let found = findings(&directory(&[&service], DAY));
    assert_eq!(found.all().len(), 1);
    assert_eq!(found.all()[0].municipalities.len(), 3);
    assert_eq!(
        said(&[&service]),
        [
            "Förbundet och kommunerna själva har samma uppgift (handläggning och utförande) i \
             alla kommuner."
        ]
    );
}

#[test]
fn double_work_of_the_same_bodies_is_one_finding_whoever_takes_part_where() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("namnden", "delivery", "municipalities = [\"ask\", \"bok\"]"),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let directory = directory(&[&service], DAY);
    let found = findings(&directory);
    let [finding] = found.all() else {
        panic!("{found:?}")
    };
    assert_eq!(finding.id.as_str(), "parallel:vatten:forbundet+namnden");
    assert_eq!(finding.municipalities.len(), 2);
    // In one place a municipality is part of it, and that is what has to be settled first.
    assert_eq!(finding.pairing(), Some(Pairing::MunicipalityAndJoint));
    assert_eq!(
        said(&[&service]),
        [
            "Asks kommun, Förbundet och Nämnden har samma uppgift (utförande) i Ask.",
            "Förbundet och Nämnden har samma uppgift (utförande) i Bok.",
        ]
    );
}

// ── Each for itself ─────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_could_be_shared_and_each_municipality_does_itself_is_a_candidate() {
    let alone = [
        "shareable = true\n".to_owned(),
        duty("kommunerna", "contact handling", ""),
    ];
    assert_eq!(found(&alone), ["separate:vatten"]);
    assert_eq!(
        said(&[&alone.concat()]),
        ["Var för sig har alla kommuner hand om: första kontakt och handläggning."]
    );
    // Not where sharing makes no sense, not for one alone, and not where a joint body has it.
    assert!(found(&alone[1..]).is_empty());
    let one = [
        "shareable = true\n".to_owned(),
        duty("ask-kommun", "contact handling", ""),
        duty(
            "forbundet",
            "contact handling",
            "municipalities = [\"alm\", \"bok\"]",
        ),
    ];
    assert!(found(&one).is_empty());
    let two = [
        "shareable = true\n".to_owned(),
        duty("ask-kommun", "contact handling", ""),
        duty("bok-kommun", "contact handling", ""),
        duty(
            "forbundet",
            "contact handling",
            "municipalities = [\"alm\"]",
        ),
    ];
    assert!(found(&two).is_empty());
}

// ── Entrances and gaps ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn several_first_contacts_are_an_unclear_entrance_and_not_double_work() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "contact", ""),
    ]
    .concat();
    assert_eq!(
        found_on(DAY, &[&service]),
        ["unclear-entry:vatten:forbundet"]
    );
    assert_eq!(
        said(&[&service]),
        ["I Ask kan Asks kommun och Förbundet vara första kontakt, och inget säger vem."]
    );
}

#[test]
fn entrances_that_conditions_tell_apart_are_clear() {
    assert!(
        found(&[
            duty("forbundet", "contact", "condition = \"på gatan\""),
            duty("namnden", "contact", ""),
        ])
        .is_empty()
    );
}

#[test]
fn where_only_the_appeal_has_an_address_nobody_takes_the_first_call() {
    let service = [duty("namnden", "appeal", "")].concat();
    assert_eq!(found_on(DAY, &[&service]), ["unclear-entry:vatten"]);
    assert_eq!(
        said(&[&service]),
        ["I alla kommuner tar ingen emot först, fast Nämnden har del i det."]
    );
}

#[test]
fn a_municipality_without_anybody_is_a_gap_where_others_have_somebody() {
    let service = [duty("ask-kommun", "contact", "")].concat();
    assert_eq!(found_on(DAY, &[&service]), ["gap:vatten"]);
    assert_eq!(
        said(&[&service]),
        ["I Bok och Alm är ingen utsedd, men det är någon i Ask."]
    );
    assert!(found(&[]).is_empty());
}

#[test]
fn what_nobody_has_any_more_is_a_gap_wherever_somebody_had_it() {
    let service = [
        duty("namnden", "contact", "until = 2019-12-31"),
        duty("ask-kommun", "contact", "until = 2025-12-31"),
        duty(
            "bok-kommun",
            "delivery",
            "from = 2020-01-01\nuntil = 2025-12-31",
        ),
    ]
    .concat();
    assert_eq!(found_on("2026-01-01", &[&service]), ["gap:vatten"]);
    assert_eq!(
        said(&[&service]),
        [
            "I alla kommuner har ingen det längre. Sist hade Asks kommun, Boks kommun och Nämnden det."
        ]
    );
    let gone = [duty("ask-kommun", "contact", "until = 2025-12-31")].concat();
    assert_eq!(
        said(&[&gone]),
        ["I Ask har ingen det längre. Sist hade Asks kommun det."]
    );
    let on_its_last_day = found_on("2025-12-31", &[&gone]);
    assert_eq!(on_its_last_day, ["gap:vatten"], "the others lack somebody");
}

#[test]
fn what_nobody_has_begun_yet_or_nothing_is_known_of_is_no_gap() {
    let to_come = [duty("ask-kommun", "contact", "from = 2027-01-01")].concat();
    assert!(found_on(DAY, &[&to_come]).is_empty());
    let known = [duty(
        "ask-kommun",
        "contact",
        "from = 2014-01-01\nuntil = 2025-12-31",
    )]
    .concat();
    assert!(found_on("1900-01-01", &[&known]).is_empty());
    assert!(found(&[]).is_empty());
}

// ── The order ───────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_touches_most_callers_comes_first_and_what_only_the_catalogue_notices_last() {
    let text = [TWO_TOWNS, MORE].concat();
    let text = text.replace("id = \"alm\"\n", "id = \"alm\"\n    residents = 90000\n");
    let text = text.replace("id = \"ask\"\n", "id = \"ask\"\n    residents = 1000\n");
    let service = [
        duty("alm-kommun", "contact", ""),
        duty("ask-kommun", "contact", "").replace("verified = 2026-06-01", ""),
        "[[service]]\nid = \"ljus\"\nname = \"Ljus\"\ntopic = \"gata\"\nsummary = \"L.\"\n"
            .to_owned(),
        duty("ask-kommun", "contact", ""),
        duty("bok-kommun", "contact", ""),
    ];
    let catalogue = without_faults(&(text + &service.concat()));
    let found = findings(&Directory::at(Arc::new(catalogue), DAY.parse().unwrap()));
    let ids: Vec<_> = found.all().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["gap:ljus", "gap:vatten", "stale:ask-kommun"]);
    let residents: Vec<_> = found.all().iter().map(|one| one.reach.residents).collect();
    // Nobody knows how many live in Bok.
    assert_eq!(residents, [Some(90_000), None, Some(1_000)]);
}

#[test]
fn two_bodies_that_hear_appeals_do_no_work_twice() {
    let found = found(&[
        duty(
            "ask-kommun",
            "contact handling",
            "municipalities = [\"ask\"]",
        ),
        duty(
            "bok-kommun",
            "contact handling",
            "municipalities = [\"bok\"]",
        ),
        duty(
            "alm-kommun",
            "contact handling",
            "municipalities = [\"alm\"]",
        ),
        duty("forbundet", "appeal", ""),
        duty("namnden", "appeal", ""),
    ]);
    assert!(
        !found.iter().any(|id| id.starts_with("parallel")),
        "{found:?}"
    );
}

#[test]
fn what_is_found_about_a_service_alone_is_what_is_found_about_it_among_all() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    for day in ["2014-09-01", "2026-11-23"] {
        let directory = Directory::at(Arc::clone(&catalogue), day.parse().unwrap());
        let all = findings(&directory);
        assert!(!all.all().is_empty());
        let services: Vec<ServiceRef> = catalogue.service_refs().collect();
        let two = services.windows(2).step_by(7);
        for asked in services.chunks(1).chain(two) {
            let some = findings_about(&directory, asked);
            let everywhere = catalogue.municipality_refs().map(Some).chain([None]);
            for (municipality, &service) in
                everywhere.flat_map(|one| asked.iter().map(move |service| (one, service)))
            {
                let expected: Vec<_> = all.about_work(service, municipality).collect();
                let found: Vec<_> = some.about_work(service, municipality).collect();
                assert_eq!(found, expected, "{} {day}", catalogue[service].id);
            }
        }
    }
}
