//! What people have found, together with what the rules find.

use super::*;

/// A finding that people have made about the service.
fn noted(kind: &str, more: &str) -> String {
    format!(
        "[[finding]]\nid = \"anteckning\"\nkind = \"{kind}\"\nstatement = \"Så är det.\"\n\
         status = \"documented\"\nsources = [\"K2\"]\n{more}\n"
    )
}

#[test]
fn what_people_and_rules_both_found_is_one_finding_marked_documented() {
    let service = [
        duty("forbundet", "contact delivery", "sources = [\"K1\"]"),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"forbundet\"]",
    );
    let directory = directory(&[&service, &note], DAY);
    let found = findings(&directory);
    let [finding] = found.all() else {
        panic!("{found:?}")
    };
    assert_eq!(finding.id.as_str(), "anteckning");
    assert_eq!(finding.basis, Basis::Documented);
    assert_eq!(finding.confidence, Confidence::Documented);
    assert_eq!(finding.evidence.len(), 2);
    assert_eq!(finding.sources.len(), 2);
    // The computed id still leads to it.
    assert_eq!(found.find("parallel:vatten:forbundet"), Some(finding));
}

#[test]
fn a_note_of_another_kind_place_or_body_is_another_fact() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    for note in [
        noted(
            "chain",
            "services = [\"vatten\"]\norganisations = [\"forbundet\"]",
        ),
        noted(
            "parallel",
            "services = [\"vatten\"]\norganisations = [\"namnden\"]",
        ),
        noted(
            "parallel",
            "services = [\"vatten\"]\norganisations = [\"forbundet\"]\nmunicipalities = [\"bok\"]",
        ),
        noted("parallel", "organisations = [\"forbundet\"]"),
    ] {
        assert_eq!(found_on(DAY, &[&service, &note]).len(), 2, "{note}");
    }
}

#[test]
fn a_note_is_shown_while_it_holds() {
    let note = noted("parallel", "until = 2016-12-31");
    assert_eq!(found_on("2016-12-31", &[&note]), ["anteckning"]);
    assert!(found_on("2017-01-01", &[&note]).is_empty());
}

#[test]
fn what_people_found_somewhere_is_not_told_of_other_places_because_the_rules_found_it_there() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("kommunerna", "delivery", ""),
    ]
    .concat();
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"forbundet\", \"ask-kommun\"]\nmunicipalities = [\"ask\"]",
    );
    let directory = directory(&[&service, &note], DAY);
    let found = findings(&directory);
    let [finding] = found.all() else {
        panic!("{found:?}")
    };
    let catalogue = directory.catalogue();
    let names = |all: &[crate::catalogue::OrganisationRef]| -> Vec<String> {
        all.iter()
            .map(|&one| catalogue[one].id.to_string())
            .collect()
    };
    assert_eq!(names(&finding.organisations), ["ask-kommun", "forbundet"]);
    let ask = catalogue.find_municipality("ask").unwrap();
    assert_eq!(finding.municipalities, [ask]);
    assert_eq!(finding.reach.municipalities, 1);
    assert_eq!(
        said(&[&service, &note]),
        [
            "Så är det.",
            "Förbundet och kommunerna själva har samma uppgift (utförande) i alla kommuner.",
            "För Bok och Alm framgår detta bara av katalogen.",
        ]
    );
    // Whoever asks about Bok is told of it all the same.
    let bok = catalogue.find_municipality("bok");
    let service = catalogue.find_service("vatten").unwrap();
    assert_eq!(found.of_service(service, bok).count(), 1);
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

#[test]
fn a_body_that_has_ended_takes_no_part_and_its_successor_does() {
    let gone = "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
                until = 2022-12-31\nsuccessor = \"namnden\"\n\
                [[organisation]]\nid = \"kommande\"\nkind = \"joint-board\"\nname = \"Kommande\"\n\
                from = 2030-01-01\n";
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"gamla\", \"forbundet\", \"kommande\"]",
    );
    let on = |day: &str| {
        let directory = directory(&[&duty("kommunerna", "contact", ""), gone, &note], day);
        let found = findings(&directory);
        let finding = found.find("anteckning").unwrap();
        let ids = finding.organisations.iter();
        ids.map(|&one| directory.catalogue()[one].id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(on("2022-12-31"), ["forbundet", "gamla"]);
    assert_eq!(on("2023-01-01"), ["forbundet", "namnden"]);
    assert_eq!(on("2030-01-01"), ["forbundet", "kommande", "namnden"]);
}

#[test]
fn what_people_found_is_as_well_known_as_it_was_whatever_the_rules_know() {
    let service = [
        duty("forbundet", "contact delivery", "").replace("assumed", "inferred"),
        duty("ask-kommun", "delivery", "").replace("assumed", "inferred"),
    ]
    .concat();
    let note = noted(
        "parallel",
        "services = [\"vatten\"]\norganisations = [\"forbundet\"]",
    );
    let made_up = note.replace("\"documented\"", "\"illustrative\"");
    let confidence = |note: &str| {
        let found = findings(&directory(&[&service, note], DAY));
        found.all()[0].confidence
    };
    assert_eq!(confidence(&note), Confidence::Documented);
    // An example does not turn into a fact because there are facts in it.
    assert_eq!(confidence(&made_up), Confidence::Assumed);
}
