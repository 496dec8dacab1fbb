//! What people found in some places, and what the rules found in more: each part is a finding.

use super::*;

#[test]
fn what_people_found_in_one_place_leaves_what_the_rules_found_in_the_others_open() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("kommunerna", "delivery", ""),
    ]
    .concat();
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"forbundet\", \"ask-kommun\"]\n\
         municipalities = [\"ask\"]\nverdict = \"resolved\"",
    );
    let directory = directory(&[&service, &note], DAY);
    let found = findings(&directory);
    let known = found.find("anteckning").unwrap();
    let left = found.find("parallel:vatten:forbundet").unwrap();
    assert_eq!(found.all().len(), 2);
    let catalogue = directory.catalogue();
    let bodies = |finding: &Finding| -> Vec<String> {
        let all = finding.organisations.iter();
        all.map(|&one| catalogue[one].id.to_string()).collect()
    };
    let places = |finding: &Finding| -> Vec<String> {
        let all = finding.municipalities.iter();
        all.map(|&one| catalogue[one].id.to_string()).collect()
    };
    assert_eq!(bodies(known), ["ask-kommun", "forbundet"]);
    assert_eq!(places(known), ["ask"]);
    assert_eq!(
        known.computed[0].as_str(),
        "parallel:vatten:forbundet/in/ask"
    );
    assert_eq!(bodies(left), ["alm-kommun", "bok-kommun", "forbundet"]);
    assert_eq!(places(left), ["alm", "bok"]);
    assert_eq!(left.reach.municipalities, 2);
    // What was decided in Ask was decided there alone.
    assert!(known.is_silent() && !left.is_silent());
    let bok = catalogue.find_municipality("bok");
    let service_ref = catalogue.find_service("vatten").unwrap();
    let in_bok: Vec<_> = found.about_work(service_ref, bok).collect();
    assert_eq!(in_bok, [left]);
    let mut told = said(&[&service, &note]);
    told.sort();
    assert_eq!(
        told,
        [
            "Alms kommun, Boks kommun och Förbundet har samma uppgift (utförande) i Bok och Alm.",
            "Asks kommun och Förbundet har samma uppgift (utförande) i Ask.",
            "Så är det.",
        ]
    );
}

#[test]
fn notes_of_two_places_share_what_the_rules_found_in_both() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("kommunerna", "delivery", ""),
    ]
    .concat();
    let of = |place: &str| {
        noted(
            "parallel",
            &format!(
                "services = [\"vatten\"]\norganisations = [\"forbundet\"]\nmunicipalities = [\"{place}\"]"
            ),
        )
        .replace("anteckning", place)
    };
    let mut ids = found_on(DAY, &[&service, &of("ask"), &of("bok")]);
    ids.sort();
    assert_eq!(ids, ["ask", "bok", "parallel:vatten:forbundet"]);
    assert_eq!(
        found_on(DAY, &[&service, &of("ask"), &of("bok"), &of("alm")]).len(),
        3
    );
}

#[test]
fn what_each_does_for_itself_is_no_finding_in_a_part_of_them() {
    let service = duty("kommunerna", "contact delivery", "");
    let shareable = "shareable = true\n";
    let note = noted(
        "separate",
        "services = [\"vatten\"]\norganisations = [\"ask-kommun\", \"bok-kommun\"]\n\
         municipalities = [\"ask\", \"bok\"]",
    );
    let directory = directory(&[shareable, &service, &note], DAY);
    let found = findings(&directory);
    assert_eq!(
        found.find("separate:vatten").unwrap().municipalities.len(),
        3
    );
    assert!(found.find("anteckning").unwrap().computed.is_empty());
}

#[test]
fn where_the_rules_found_no_more_than_people_did_nothing_is_said_of_it() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"forbundet\"]",
    );
    assert_eq!(said(&[&service, &note]).len(), 2);
}

/// Who is named in a finding, and in each piece of what it rests on.
fn bodies(directory: &Directory, finding: &Finding) -> Vec<String> {
    let ids = |bodies: &[OrganisationRef]| {
        let ids = bodies
            .iter()
            .map(|&one| directory.catalogue()[one].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    };
    let told = finding.evidence.iter().filter_map(|one| match one {
        Evidence::SeveralEntrances { organisations, .. } => Some(ids(organisations)),
        Evidence::Chain { chain, .. } => Some(ids(&chain.bodies)),
        _ => None,
    });
    [ids(&finding.organisations)]
        .into_iter()
        .chain(told)
        .collect()
}

#[test]
fn an_entrance_unclear_in_many_places_names_in_each_part_only_who_is_there() {
    let service = [
        duty("forbundet", "contact", ""),
        duty("kommunerna", "contact", ""),
    ]
    .concat();
    let note = noted(
        "unclear-entry",
        "services = [\"vatten\"]\norganisations = [\"forbundet\", \"ask-kommun\"]\n\
         municipalities = [\"ask\"]",
    );
    let directory = directory(&[&service, &note], DAY);
    let found = findings(&directory);
    let known = found.find("anteckning").unwrap();
    let left = found.find("unclear-entry:vatten:forbundet").unwrap();
    let there = "ask-kommun forbundet";
    assert_eq!(bodies(&directory, known), [there, there]);
    let elsewhere = bodies(&directory, left);
    assert_eq!(elsewhere[0], "alm-kommun bok-kommun forbundet");
    assert!(
        elsewhere
            .iter()
            .all(|bodies| !bodies.contains("ask-kommun"))
    );
}

#[test]
fn a_way_that_callers_from_many_places_are_sent_begins_in_each_part_at_their_own_switchboard() {
    let sends = |from: &str, to: &str| {
        format!(
            "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nservices = [\"vatten\"]\n\
             status = \"documented\"\nsources = [\"K1\"]\n"
        )
    };
    let parts = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden"),
        sends("bok-kommun", "namnden"),
        sends("namnden", "forbundet"),
        noted(
            "chain",
            "services = [\"vatten\"]\norganisations = [\"namnden\", \"forbundet\"]\n\
             municipalities = [\"ask\"]",
        ),
    ];
    let directory = directory(&[&parts.concat()], DAY);
    let found = findings(&directory);
    let known = found.find("anteckning").unwrap();
    let left = found.find("chain:vatten:namnden+forbundet").unwrap();
    for (finding, own) in [(known, "ask-kommun"), (left, "bok-kommun")] {
        assert_eq!(
            bodies(&directory, finding),
            [
                format!("{own} forbundet namnden"),
                format!("{own} namnden forbundet")
            ]
        );
    }
}
