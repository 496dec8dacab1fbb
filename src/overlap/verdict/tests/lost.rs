//! Verdicts that meet no finding on the day: which of them are told of, and which have done their work.

use super::*;

#[test]
fn a_verdict_about_a_part_or_about_bodies_that_are_succeeded_is_not_lost_without_a_word() {
    let told = |text: &str, service: &[&str]| {
        let directory = directory(service, DAY);
        let found = findings(&directory);
        let swedish = crate::locale::Locale::new(crate::locale::Language::Swedish);
        let decisions = Decisions::read(text).unwrap();
        let astray = decisions.astray(&found, &directory).into_iter();
        let told: Vec<String> = astray.map(|one| one.title(&swedish)).collect();
        told
    };
    let on = |id: &str| format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"intended\"\n");
    let double = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let part = told(&on("parallel:vatten:forbundet"), &[&double, &noted("open")]);
    assert_eq!(
        part,
        [
            "bedömningen av `parallel:vatten:forbundet` (avsiktlig) gäller inte längre: det ingår nu i fyndet `anteckning`"
        ]
    );
    let ended = "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
        until = 2020-12-31\nsuccessor = \"forbundet\"\n";
    assert_eq!(
        told(&on("parallel:vatten:gamla"), &[&double, ended]),
        [
            "tidigare beslut om `parallel:vatten:gamla` (avsiktlig) gäller inte längre: Gamla har efterträtts av \
          Förbundet, och fyndet heter nu `parallel:vatten:forbundet`"
        ]
    );
    assert_eq!(told(&on("gap:gamla"), &[&double, ended]).len(), 1);
    assert!(told(&on("parallel:vatten:forbundet"), &[&double]).is_empty());
}

#[test]
fn a_verdict_is_found_again_when_heirs_sort_otherwise_and_services_are_no_bodies() {
    // `alfa` and `beta` become `ost` and `namnden`: in the id of the finding they change places.
    let bodies = "[[organisation]]\nid = \"alfa\"\nkind = \"federation\"\nname = \"Alfa\"\n\
        until = 2020-12-31\nsuccessor = \"ost\"\n\
        [[organisation]]\nid = \"beta\"\nkind = \"federation\"\nname = \"Beta\"\n\
        until = 2020-12-31\nsuccessor = \"namnden\"\n\
        [[organisation]]\nid = \"ost\"\nkind = \"federation\"\nname = \"Ost\"\n";
    let both = [
        duty("ost", "contact delivery", ""),
        duty("namnden", "delivery", ""),
    ]
    .concat();
    let directory = directory(&[&both, bodies], DAY);
    let found = findings(&directory);
    assert!(found.find("parallel:vatten:namnden+ost").is_some());
    let told = |id: &str| {
        let text = format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"intended\"\n");
        Decisions::read(&text).unwrap().astray(&found, &directory)
    };
    let succeeded = told("parallel:vatten:alfa+beta");
    assert!(
        matches!(&succeeded[..], [FaultKind::VerdictSucceeded { now, .. }] if now == "parallel:vatten:namnden+ost"),
        "{succeeded:?}"
    );
    // A service may have the id of a body that has ended.
    assert!(matches!(
        &told("gap:alfa")[..],
        [FaultKind::VerdictAstray { .. }]
    ));
}

#[test]
fn a_verdict_whose_finding_is_another_fact_by_now_is_told() {
    let directory = directory(&[&double_work_that_moved()], DAY);
    let found = findings(&directory);
    let id = "parallel:vatten:forbundet+namnden";
    assert!(found.find(id).is_some(), "{found:?}");
    let told = |more: &str| {
        let text = format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"intended\"\n{more}");
        Decisions::read(&text).unwrap().astray(&found, &directory)
    };
    assert!(matches!(
        &told("on = 2024-06-01")[..],
        [FaultKind::VerdictMoved { .. }]
    ));
    assert!(told("on = 2025-06-01").is_empty());
    let never = told("on = 2025-06-01\nuntil = 2025-05-01");
    assert!(
        matches!(&never[..], [FaultKind::VerdictNever { .. }]),
        "{never:?}"
    );
    // One that ends on the day it was made holds that day.
    assert!(told("on = 2025-06-01\nuntil = 2025-06-01").is_empty());
}

#[test]
fn a_note_that_says_no_steps_and_no_places_is_no_other_fact_when_the_rules_find_it_too() {
    for (ends, begins) in [("until = 2024-12-31", ""), ("", "from = 2025-01-01")] {
        let double = [
            duty("forbundet", "contact delivery", ""),
            duty("ask-kommun", "delivery", &[ends, begins].concat()),
        ]
        .concat();
        let directory = directory(&[&double, &noted("open")], DAY);
        let found = findings(&directory);
        let text =
            "[[verdict]]\nfinding = \"anteckning\"\nverdict = \"intended\"\non = 2024-06-01\n";
        let told = Decisions::read(text).unwrap().astray(&found, &directory);
        assert!(told.is_empty(), "{told:?}");
    }
}

#[test]
fn a_verdict_on_what_has_ended_since_has_done_its_work_and_one_on_what_goes_on_under_heirs_has_not()
{
    let bodies = "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
        until = 2020-12-31\nsuccessor = \"forbundet\"\n";
    let told = |ends: &str, id: &str, on: &str| {
        let double = [
            duty("gamla", "contact delivery", "municipalities = [\"ask\"]"),
            duty("namnden", "delivery", ends),
        ]
        .concat();
        let directory = directory(&[&double, bodies], DAY);
        let found = findings(&directory);
        let text = format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"intended\"\non = {on}\n");
        Decisions::read(&text).unwrap().astray(&found, &directory)
    };
    let (before, after) = (
        "parallel:vatten:gamla+namnden",
        "parallel:vatten:forbundet+namnden",
    );
    let goes_on = told("", before, "2019-06-01");
    assert!(
        matches!(&goes_on[..], [FaultKind::VerdictSucceeded { now, .. }] if now == after),
        "{goes_on:?}"
    );
    // It ended while the old body was there, or afterwards.
    assert_eq!(told("until = 2019-12-31", before, "2019-06-01"), []);
    assert_eq!(told("until = 2022-12-31", after, "2022-06-01"), []);
    // Nobody had found it when it was judged.
    let never_found = told("until = 2019-12-31", before, "2020-06-01");
    assert!(
        matches!(&never_found[..], [FaultKind::VerdictSucceeded { now, .. }] if now == "none"),
        "{never_found:?}"
    );
    let never_found = told("until = 2022-12-31", after, "2023-06-01");
    assert!(
        matches!(&never_found[..], [FaultKind::VerdictAstray { .. }]),
        "{never_found:?}"
    );
}
