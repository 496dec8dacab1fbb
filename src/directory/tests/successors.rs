//! Successors: who answers for those that have ended, and for what of it.

use super::*;

#[test]
fn an_organisation_that_has_ended_is_answered_for_by_its_successor_and_that_is_said() {
    let text = service("[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]");
    let parts = [OLD_AND_NEW, &text];
    assert_eq!(duties(&parts, "2022-12-31"), ["gamla for ask+bok"]);
    assert_eq!(
        duties(&parts, "2023-01-01"),
        ["nya for ask+bok (was gamla)"]
    );
}

#[test]
fn the_unit_with_the_same_id_answers_and_where_there_is_none_the_successor_itself() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nunit = \"va\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"gamla\"\nunit = \"park\"\nsteps = [\"delivery\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya/va for ask+bok (was gamla)",
            "nya for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn a_successor_answers_only_for_those_it_serves() {
    let narrower =
        OLD_AND_NEW.replace("from = 2023-01-01", "from = 2023-01-01\nserves = [\"bok\"]");
    let both = service("[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]");
    assert_eq!(
        duties(&[&narrower, &both], "2023-01-01"),
        ["nya for bok (was gamla)"]
    );
    let ask = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert!(duties(&[&narrower, &ask], "2023-01-01").is_empty());
}

#[test]
fn what_the_successor_has_in_its_own_name_goes_before_what_it_took_over_and_the_rest_stays() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\", \"delivery\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]",
    );
    assert_eq!(
        steps(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya: contact for ask+bok",
            "nya: delivery for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_municipality_leaves_it_the_other_steps_there_and_all_elsewhere() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\", \"delivery\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert_eq!(
        steps(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya: contact for ask",
            "nya: delivery for ask (was gamla)",
            "nya: contact+delivery for bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_case_leaves_the_other_cases_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\ncondition = \"stopp\"\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]\ncondition = \"läcka\"\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]\ncondition = \"stopp\"",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya/va for ask+bok",
            "nya/va for ask+bok",
            "nya for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_municipality_leaves_the_others_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        ["nya for ask", "nya for bok (was gamla)"]
    );
}

#[test]
fn what_the_successor_says_of_one_step_leaves_the_other_steps_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nsteps = [\"on_call\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        ["nya for ask+bok", "nya for ask+bok (was gamla)"]
    );
}

const CHAIN: &str = r#"
    [[organisation]]
    id = "ett"
    kind = "agency"
    name = "Ett"
    until = 1999-12-31
    successor = "tva"
    [[organisation]]
    id = "tva"
    kind = "agency"
    name = "Två"
    from = 2000-01-01
    until = 2009-12-31
    successor = "tre"
    [[organisation]]
    id = "tre"
    kind = "agency"
    name = "Tre"
    from = 2012-01-01
    until = 2019-12-31
"#;

#[test]
fn a_chain_of_successors_is_followed_to_the_one_that_exists() {
    let text = service("[[service.responsible]]\norganisation = \"ett\"\nsteps = [\"contact\"]");
    let at = |on| duties(&[CHAIN, &text], on);
    assert_eq!(at("1999-12-31"), ["ett for ask+bok"]);
    assert_eq!(at("2005-01-01"), ["tva for ask+bok (was ett)"]);
    assert_eq!(at("2015-01-01"), ["tre for ask+bok (was ett)"]);
}

#[test]
fn nobody_answers_before_the_successor_begins_or_when_the_last_one_ended_without_any() {
    let text = service("[[service.responsible]]\norganisation = \"ett\"\nsteps = [\"contact\"]");
    assert!(duties(&[CHAIN, &text], "2011-01-01").is_empty());
    assert!(duties(&[CHAIN, &text], "2020-01-01").is_empty());
}
