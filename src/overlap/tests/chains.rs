//! Chains: where callers are sent, and how that ends.

use super::*;

/// A referral from one to another; `more` says for what.
fn sends(from: &str, to: &str, more: &str) -> String {
    format!(
        "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nstatus = \"documented\"\n\
         sources = [\"K1\"]\n{more}\n"
    )
}

const VATTEN: &str = "services = [\"vatten\"]";

fn chains_said(service: &[String]) -> Vec<String> {
    said(&[&service.concat()])
}

#[test]
fn one_hop_from_the_switchboard_is_as_it_should_be_and_two_are_a_chain() {
    let once = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "forbundet", VATTEN),
    ];
    assert!(found(&once).is_empty());
    let twice = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN),
    ];
    assert_eq!(found(&twice), ["chain:vatten:namnden+forbundet"]);
    assert_eq!(
        chains_said(&twice),
        ["Ask växel → Nämnden → Förbundet, 2 steg."]
    );
}

#[test]
fn a_chain_that_goes_round_and_one_that_stops_are_said() {
    let round = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "forbundet", VATTEN),
        sends("forbundet", "ask-kommun", VATTEN),
    ];
    assert_eq!(
        chains_said(&round),
        ["Ask växel → Förbundet → Asks kommun (samtalet går runt), 2 steg."]
    );
    let stops = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
    ];
    assert_eq!(
        chains_said(&stops),
        ["Ask växel → Nämnden (där tar det stopp), ett steg."]
    );
}

#[test]
fn a_hop_to_a_body_that_has_ended_is_found_and_its_successor_named() {
    let gone = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "gamla", VATTEN),
        "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
         until = 2022-12-31\nsuccessor = \"forbundet\"\n"
            .to_owned(),
    ];
    assert_eq!(
        chains_said(&gone),
        ["Ask växel → Gamla (finns inte längre, Förbundet har tagit över), ett steg."]
    );
}

#[test]
fn a_referral_for_any_service_is_followed_only_until_somebody_can_take_the_call() {
    let general = [
        sends("ask-kommun", "namnden", ""),
        sends("namnden", "forbundet", ""),
    ]
    .concat();
    let with = |who: &str| found(&[duty(who, "contact delivery", ""), general.clone()]);
    assert_eq!(with("forbundet"), ["chain:namnden+forbundet"]);
    // The board takes the call itself; and nobody says that a call the municipality takes goes anywhere.
    assert!(with("namnden").is_empty());
    assert!(with("kommunerna").is_empty());
    // It was never said that calls about a stranger's matter go this way.
    let stranger = "[[organisation]]\nid = \"bolaget\"\nkind = \"company\"\nname = \"Bolaget\"\n";
    let service = [
        duty("bolaget", "contact", ""),
        general.clone(),
        stranger.to_owned(),
    ];
    assert!(found(&service).is_empty());
}

#[test]
fn a_chain_that_a_source_only_illustrates_is_no_better_known_than_that() {
    let twice = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN).replace("documented", "illustrative"),
    ]
    .concat();
    let found = findings(&directory(&[&twice], DAY));
    assert_eq!(found.all()[0].basis, Basis::Illustrative);
    assert_eq!(found.all()[0].confidence, Confidence::Assumed);
}

#[test]
fn figures_count_hops_and_single_entrances() {
    let service = [
        duty(
            "forbundet",
            "contact delivery",
            "municipalities = [\"ask\", \"bok\"]",
        ),
        duty("bok-kommun", "contact", ""),
        duty("alm-kommun", "contact", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN),
    ]
    .concat();
    let directory = directory(&[&service], DAY);
    let figures: Vec<_> = figures(&directory)
        .iter()
        .map(|one| {
            (
                one.mean_hops(),
                one.sent_round,
                one.one_entrance,
                one.services,
            )
        })
        .collect();
    // Ask is sent on twice to one door; Bok has two doors, one of them its own; Alm answers itself.
    let expected = [(Some(2.0), 1, 1, 1), (None, 0, 0, 1), (Some(0.0), 0, 1, 1)];
    assert_eq!(figures, expected);
}

#[test]
fn a_call_that_nobody_has_written_the_way_of_is_no_step_and_not_none() {
    let of = |more: &str| {
        let service = [&duty("forbundet", "contact delivery", ""), more].concat();
        let directory = directory(&[&service], DAY);
        let all = figures(&directory);
        (all[0].services, all[0].known, all[0].mean_hops())
    };
    assert_eq!(of(""), (1, 0, None));
    assert_eq!(
        of(&sends("ask-kommun", "forbundet", VATTEN)),
        (1, 1, Some(1.0))
    );
    // What somebody made up tells no way.
    let example = sends("ask-kommun", "forbundet", VATTEN).replace("documented", "illustrative");
    assert_eq!(of(&example), (1, 0, None));
}

#[test]
fn a_call_that_ends_nowhere_does_not_get_there_straight() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("bok-kommun", "forbundet", VATTEN),
    ]
    .concat();
    let directory = directory(&[&service], DAY);
    let calls = Calls::of(&directory);
    let places = directory.catalogue().municipality_refs();
    let ways: Vec<_> = calls
        .about(directory.services()[0], places)
        .map(|call| call.unwrap().way.map(Way::is_straight))
        .collect();
    assert_eq!(ways, [Some(false), Some(true), None]);
}

#[test]
fn bodies_that_all_send_callers_to_each_other_are_told_of_all_the_same() {
    let bodies: Vec<String> = (0..12).map(|number| format!("kropp{number}")).collect();
    let sends_on = |from: &str, to: &str| {
        format!(
            "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nstatus = \"illustrative\"\n"
        )
    };
    let mut text = vec![duty("ask-kommun", "handling", "municipalities = [\"ask\"]")];
    for body in &bodies {
        text.push(format!(
            "[[organisation]]\nid = \"{body}\"\nkind = \"company\"\nname = \"{body}\"\n"
        ));
        let others = bodies.iter().filter(|to| *to != body);
        text.extend(others.map(|to| sends_on(body, to)));
    }
    text.push(sends_on("ask-kommun", "kropp0"));
    let directory = directory(&[&text.concat()], DAY);
    // That it comes to an end is what is tested.
    assert!(findings(&directory).all().len() < 1_000);
}

#[test]
fn a_way_that_ends_differently_in_two_municipalities_is_two_findings() {
    let ask = "municipalities = [\"ask\"]";
    let service = [
        duty("namnden", "contact", ask),
        duty("forbundet", "delivery", ask),
        duty("bok-kommun", "contact", ""),
        duty("alm-kommun", "contact", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("bok-kommun", "namnden", VATTEN),
        sends("alm-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN),
    ];
    let mut ids = found(&service);
    ids.sort();
    assert_eq!(
        ids,
        [
            "chain:vatten:namnden+forbundet",
            "chain:vatten:namnden+forbundet/dead-end"
        ]
    );
    let mut said = chains_said(&service);
    said.sort();
    assert_eq!(
        said,
        [
            "Ask växel → Nämnden → Förbundet, 2 steg.",
            "Bok och Alm: växeln → Nämnden → Förbundet (där tar det stopp), 2 steg.",
        ]
    );
}

#[test]
fn a_way_back_to_one_switchboard_is_not_the_way_on_from_another() {
    let service = [
        duty("ask-kommun", "handling", ""),
        duty("ask-kommun", "delivery", "municipalities = [\"ask\"]"),
        duty("bok-kommun", "contact", ""),
        duty("alm-kommun", "contact", ""),
        sends(
            "ask-kommun",
            "forbundet",
            "services = [\"vatten\"]\nmunicipalities = [\"ask\"]",
        ),
        sends("bok-kommun", "forbundet", VATTEN),
        sends(
            "forbundet",
            "ask-kommun",
            "services = [\"vatten\"]\nmunicipalities = [\"ask\", \"bok\"]",
        ),
    ];
    let mut said = chains_said(&service);
    said.sort();
    assert_eq!(
        said,
        [
            "Ask växel → Förbundet → Asks kommun (samtalet går runt), 2 steg.",
            "Bok växel → Förbundet → Asks kommun (där tar det stopp), 2 steg.",
        ]
    );
}
