//! What people have found, together with what the rules find.

use super::*;
use crate::catalogue::OrganisationRef;

mod places;

/// A finding that people have made about the service.
fn noted(kind: &str, more: &str) -> String {
    format!(
        "[[finding]]\nid = \"anteckning\"\nkind = \"{kind}\"\nstatement = \"Så är det.\"\n\
         status = \"documented\"\n{sources}{more}\n",
        sources = if more.contains("sources") {
            ""
        } else {
            "sources = [\"K2\"]\n"
        },
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
fn a_note_says_nothing_of_bodies_and_steps_that_it_does_not_name() {
    let joint = [
        duty("forbundet", "contact delivery", ""),
        duty("namnden", "delivery", "municipalities = [\"ask\", \"bok\"]"),
    ]
    .concat();
    let of_ask = "services = [\"vatten\"]\norganisations = [\"forbundet\", \"ask-kommun\"]\n\
                  municipalities = [\"ask\"]\nverdict = \"resolved\"";
    let directory = directory(&[&joint, &noted("parallel", of_ask)], DAY);
    let found = findings(&directory);
    let other = found.find("parallel:vatten:forbundet+namnden").unwrap();
    assert!(!other.is_silent());
    assert_eq!(other.municipalities.len(), 2);
    let handled = noted("parallel", &format!("{of_ask}\nstep = \"handling\""));
    let own = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    assert_eq!(found_on(DAY, &[&own, &handled]).len(), 2);
    // Two joint bodies are another pair than one of them and the municipality.
    let of_both = "services = [\"vatten\"]\norganisations = [\"forbundet\", \"namnden\"]";
    assert_eq!(found_on(DAY, &[&own, &noted("parallel", of_both)]).len(), 2);
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
    let told = |note: &str| {
        let found = findings(&directory(&[&service, note], DAY));
        let told = |one: &Finding| (one.id.to_string(), one.basis, one.confidence);
        found.all().iter().map(told).collect::<Vec<_>>()
    };
    let documented = (
        "anteckning".to_owned(),
        Basis::Documented,
        Confidence::Documented,
    );
    assert_eq!(told(&note), [documented]);
    // An example does not turn into a fact because it is one, nor the fact into an example.
    let example = (
        "anteckning".to_owned(),
        Basis::Illustrative,
        Confidence::Assumed,
    );
    let fact = (
        "parallel:vatten:forbundet".to_owned(),
        Basis::Computed,
        Confidence::Inferred,
    );
    let both = told(&made_up);
    assert!(
        both.len() == 2 && both.contains(&example) && both.contains(&fact),
        "{both:?}"
    );
}

#[test]
fn people_need_not_name_the_bodies_of_what_they_found() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let stated = "[[service.stated]]\nwhat = \"Svarstid\"\nvalue = \"tio dagar\"\nsources = [\"K1\"]\n\
                  [[service.stated]]\nwhat = \"Svarstid\"\nvalue = \"fem dagar\"\nsources = [\"K2\"]\n";
    for (kind, more) in [
        ("parallel", "services = [\"vatten\"]"),
        ("conflict", "services = [\"vatten\"]"),
        (
            "conflict",
            "services = [\"vatten\"]\norganisations = [\"forbundet\"]",
        ),
        (
            "conflict",
            "services = [\"vatten\"]\nmunicipalities = [\"ask\"]",
        ),
    ] {
        let found = found_on(DAY, &[&service, stated, &noted(kind, more)]);
        assert_eq!(found.len(), 2, "{kind} {more}: {found:?}");
    }
}

#[test]
fn the_order_of_services_does_not_change_what_a_documented_finding_says() {
    let one = |id: &str| {
        format!(
            "[[service]]\nid = \"{id}\"\nname = \"{id}\"\ntopic = \"gata\"\nsummary = \"S.\"\n{}{}",
            duty("forbundet", "contact delivery", ""),
            duty("namnden", "delivery", &format!("condition = \"{id}\"")),
        ) + &duty("ask-kommun", "delivery", &format!("condition = \"{id}\""))
    };
    let (gas, ljus) = (one("gas"), one("ljus"));
    let note = noted(
        "parallel",
        "services = [\"gas\", \"ljus\"]\norganisations = [\"namnden\", \"ask-kommun\"]",
    );
    let water = duty("forbundet", "contact", "");
    assert_eq!(
        said(&[&water, &gas, &ljus, &note]),
        said(&[&water, &ljus, &gas, &note])
    );
}

#[test]
fn a_case_is_the_same_however_it_is_spelt() {
    let with = |condition: &str| {
        [
            duty("forbundet", "contact delivery", "condition = \"på  gatan\""),
            duty(
                "ask-kommun",
                "delivery",
                &format!("condition = \"{condition}\""),
            ),
        ]
        .concat()
    };
    let parallel = |condition: &str| {
        let found = found_on(DAY, &[&with(condition)]);
        found.iter().any(|id| id.starts_with("parallel:"))
    };
    assert!(parallel("På gatan.") && parallel("på gatan "));
    assert!(!parallel("på tomten"));
}

#[test]
fn facts_that_differ_in_a_sign_are_two_facts() {
    let stated = |what: &str, value: &str| {
        format!("[[service.stated]]\nwhat = \"{what}\"\nvalue = \"{value}\"\nsources = [\"K1\"]\n")
    };
    let water = duty("forbundet", "contact delivery", "");
    let small = stated("Lov för altan < 1,8 m", "behövs inte");
    let large = stated("Lov för altan > 1,8 m", "behövs");
    assert!(found_on(DAY, &[&water, &small, &large]).is_empty());
    let other = stated("Lov för altan > 1,8 m", "behövs inte");
    let found = found_on(DAY, &[&water, &small, &large, &other]);
    assert_eq!(found, ["conflict:vatten:lov-for-altan-1-8-m/u3e-u2c"]);
}

#[test]
fn what_people_found_is_not_told_of_a_day_on_which_its_bodies_did_not_exist() {
    let begun = "[[organisation]]\nid = \"nya\"\nkind = \"federation\"\nname = \"Nya\"\nfrom = 2010-01-01\n\
                 [[organisation]]\nid = \"senare\"\nkind = \"federation\"\nname = \"Senare\"\nfrom = 2015-01-01\n";
    let double = noted("parallel", "organisations = [\"nya\", \"senare\"]");
    assert_eq!(found_on(DAY, &[begun, &double]), ["anteckning"]);
    assert!(found_on("2012-01-01", &[begun, &double]).is_empty());
    assert!(found_on("1900-01-01", &[begun, &double]).is_empty());
    let chain = noted("chain", "organisations = [\"nya\", \"senare\"]");
    assert_eq!(found_on("2012-01-01", &[begun, &chain]), ["anteckning"]);
    assert!(found_on("1900-01-01", &[begun, &chain]).is_empty());
    let of_nobody = noted("chain", "");
    assert_eq!(found_on("1900-01-01", &[&of_nobody]), ["anteckning"]);
}

#[test]
fn two_that_have_one_successor_do_no_double_work() {
    let joined = "[[organisation]]\nid = \"en\"\nkind = \"federation\"\nname = \"En\"\n\
                  until = 2022-12-31\nsuccessor = \"namnden\"\n\
                  [[organisation]]\nid = \"tva\"\nkind = \"federation\"\nname = \"Två\"\n\
                  until = 2022-12-31\nsuccessor = \"namnden\"\n";
    let double = noted("parallel", "organisations = [\"en\", \"tva\"]");
    assert_eq!(found_on("2020-01-01", &[joined, &double]), ["anteckning"]);
    assert!(found_on(DAY, &[joined, &double]).is_empty());
}

/// Which of two notes takes what the rules found: the federation and Asks kommun both deliver, says the first source.
fn taken_by(one: &str, other: &str) -> String {
    let service = [
        duty("forbundet", "delivery", "sources = [\"K1\"]"),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let others = "[[service]]\nid = \"el\"\nname = \"El\"\ntopic = \"gata\"\n\
                  [[service]]\nid = \"gas\"\nname = \"Gas\"\ntopic = \"gata\"\n";
    let note = |id: &str, more: &str| noted("parallel", more).replace("anteckning", id);
    let parts = [&service, others, &note("a", one), &note("b", other)];
    let found = findings(&directory(&parts, DAY));
    found
        .find("parallel:vatten:forbundet")
        .unwrap()
        .id
        .to_string()
}

#[test]
fn of_several_notes_that_fit_the_one_most_like_it_takes_what_the_rules_found() {
    let about = |services: &str, bodies: &str, more: &str| {
        format!("services = [{services}]\norganisations = [{bodies}]\n{more}")
    };
    let (water, all) = ("\"vatten\"", "\"vatten\", \"el\", \"gas\"");
    let (federation, both) = ("\"forbundet\"", "\"forbundet\", \"ask-kommun\"");
    let plain = about(water, federation, "");
    // Where nothing else tells them apart, the first id does.
    assert_eq!(taken_by(&plain, &plain), "a");
    for (why, like, less) in [
        ("services", plain.clone(), about(all, federation, "")),
        ("bodies", about(water, both, ""), plain.clone()),
        (
            "places",
            about(water, federation, "municipalities = [\"ask\"]"),
            plain.clone(),
        ),
        (
            "step",
            about(water, federation, "step = \"delivery\""),
            plain.clone(),
        ),
        (
            "bodies and places add up: all of the one and a third of the other, or two thirds and a half",
            about(water, both, ""),
            about(
                water,
                "\"forbundet\", \"ask-kommun\", \"namnden\"",
                "municipalities = [\"ask\", \"bok\"]",
            ),
        ),
        // Some tell more than others.
        (
            "services before all that is no source",
            plain.clone(),
            about(all, both, "municipalities = [\"ask\"]\nstep = \"delivery\""),
        ),
        (
            "sources before bodies and places",
            about(water, federation, "sources = [\"K1\"]"),
            about(water, both, "municipalities = [\"ask\"]"),
        ),
    ] {
        assert_eq!(taken_by(&less, &like), "b", "{why}");
        assert_eq!(taken_by(&like, &less), "a", "{why}");
    }
}

#[test]
fn only_what_is_done_twice_tells_where_a_finding_is_from() {
    let service = [
        duty("forbundet", "delivery", "sources = [\"K1\"]"),
        duty("ask-kommun", "delivery", ""),
        duty("namnden", "supervision", "sources = [\"K2\"]"),
        duty(
            "namnden",
            "delivery",
            "condition = \"bron\"\nsources = [\"K2\"]",
        ),
        duty(
            "forbundet",
            "supervision",
            "condition = \"bron\"\nsources = [\"K2\"]",
        ),
    ]
    .concat();
    let directory = directory(&[&service], DAY);
    let found = findings(&directory);
    let twice = found.find("parallel:vatten:forbundet").unwrap();
    let catalogue = directory.catalogue();
    let sources = twice.sources.iter();
    let sources: Vec<&str> = sources.map(|&one| catalogue[one].id.as_str()).collect();
    assert_eq!(sources, ["K1"]);
}
