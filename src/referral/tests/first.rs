//! Whom to ring first, who does what, and where that is not settled.

use super::*;

#[test]
fn whoever_has_the_first_contact_is_rung_first_whatever_others_do() {
    assert_eq!(
        answer(&[
            duty("polisen", &["decision", "supervision"], ""),
            duty("namnden/gata", &["contact"], ""),
            duty("ask-kommun", &["handling", "delivery"], ""),
        ]),
        "one namnden/gata"
    );
}

#[test]
fn if_nobody_has_the_first_contact_the_only_one_with_any_part_is_rung() {
    assert_eq!(
        answer(&[
            duty("namnden", &["delivery"], ""),
            duty("namnden", &["billing"], ""),
        ]),
        "one namnden"
    );
}

#[test]
fn whoever_hears_appeals_or_is_on_call_is_not_where_a_matter_begins() {
    assert_eq!(
        answer(&[
            duty("namnden", &["decision"], ""),
            duty("polisen", &["appeal"], ""),
            duty("ask-kommun", &["on_call"], ""),
        ]),
        "one namnden"
    );
}

#[test]
fn where_nobody_is_responsible_there_is_a_gap() {
    assert_eq!(answer(&[]), "gap Nobody");
    assert_eq!(
        answer(&[duty("bok-kommun", &["contact"], "")]),
        "gap Nobody"
    );
    assert_eq!(
        answer(&[duty("namnden", &["contact"], "until = 2019-12-31")]),
        "gap Nobody"
    );
}

#[test]
fn where_only_an_appeal_has_an_address_there_is_a_gap_with_that_name() {
    assert_eq!(
        answer(&[duty("polisen", &["appeal"], "")]),
        "gap OnlyAppeal"
    );
}

#[test]
fn a_service_that_does_not_exist_that_day_is_a_gap_with_that_name() {
    let call = |at| {
        Call::new(
            &[
                "from = 2020-06-01\n".to_owned(),
                duty("namnden", &["contact"], ""),
            ],
            at,
        )
    };
    assert_eq!(call("2020-05-31").answer(), "gap NoService");
    assert_eq!(call("2020-06-01").answer(), "one namnden");
}

#[test]
fn several_first_contacts_without_a_condition_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty("polisen", &["contact"], ""),
        ]),
        "unclear namnden/gata, polisen"
    );
}

#[test]
fn several_with_a_part_and_nobody_first_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden", &["delivery"], ""),
            duty("ask-kommun", &["decision"], ""),
            duty("polisen", &["appeal"], ""),
        ]),
        "unclear namnden, ask-kommun"
    );
}

#[test]
fn two_with_the_same_condition_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden", &["contact"], "condition = \"gågatan\""),
            duty("polisen", &["contact"], "condition = \"gågatan\""),
        ]),
        "unclear [gågatan] namnden, [gågatan] polisen"
    );
}

#[test]
fn conditions_tell_first_contacts_apart_and_the_one_without_comes_last() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty("polisen", &["contact"], "condition = \"bil i vägen\""),
            duty(
                "fastighetsagare",
                &["contact"],
                "condition = \"trottoaren\""
            ),
        ]),
        "conditional [bil i vägen] polisen, [trottoaren] fastighetsagare, namnden/gata"
    );
}

#[test]
fn two_without_a_condition_are_unclear_even_beside_one_that_has() {
    assert_eq!(
        answer(&[
            duty("namnden", &["contact"], ""),
            duty("ask-kommun", &["contact"], ""),
            duty("polisen", &["contact"], "condition = \"bil i vägen\""),
        ]),
        "unclear namnden, ask-kommun, [bil i vägen] polisen"
    );
}

#[test]
fn a_single_one_that_holds_only_in_some_case_is_never_said_to_hold_in_all() {
    assert_eq!(
        answer(&[duty("polisen", &["contact"], "condition = \"bil i vägen\"")]),
        "conditional [bil i vägen] polisen"
    );
}

#[test]
fn two_units_of_one_organisation_are_one_door_with_the_number_of_the_organisation() {
    let call = Call::new(
        &[
            duty("namnden/gata", &["contact"], ""),
            duty("namnden/va", &["contact"], ""),
        ],
        "2020-06-01",
    );
    assert_eq!(call.answer(), "one namnden");
    assert_eq!(call.only().contact.phone.as_deref(), Some("0500-10 00"));
}

#[test]
fn two_units_told_apart_by_condition_are_two_doors() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty(
                "namnden/va",
                &["contact"],
                "condition = \"vatten på gatan\""
            ),
        ]),
        "conditional [vatten på gatan] namnden/va, namnden/gata"
    );
}

#[test]
fn an_entrance_tells_every_step_it_has_and_is_known_as_well_as_the_worst_known_of_its_first_contacts()
 {
    let only = Call::new(
        &[
            duty("namnden", &["delivery"], ""),
            duty("namnden", &["contact"], "confidence = \"inferred\""),
            duty(
                "namnden",
                &["contact", "billing"],
                "confidence = \"assumed\"",
            ),
        ],
        "2020-06-01",
    )
    .only();
    assert_eq!(only.steps, [Step::Contact, Step::Delivery, Step::Billing]);
    assert_eq!(only.confidence, Confidence::Assumed);
}

#[test]
fn municipalities_with_the_same_answer_are_told_together() {
    let both = Call::new(&[duty("namnden", &["contact"], "")], "2020-06-01");
    let answers = resolve_everywhere(&both.directory, both.service(), both.moment);
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].0.len(), 2);

    let each = Call::new(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty("bok-kommun", &["contact"], ""),
        ],
        "2020-06-01",
    );
    let answers = resolve_everywhere(&each.directory, each.service(), each.moment);
    let towns: Vec<usize> = answers
        .iter()
        .map(|(towns, _)| towns[0].position())
        .collect();
    assert_eq!(towns, [0, 1]);
}

#[test]
fn who_does_what_lists_the_steps_somebody_has_from_first_contact_to_appeal() {
    let call = Call::new(
        &[
            duty("polisen", &["appeal", "decision"], ""),
            duty("namnden/gata", &["contact"], ""),
            duty("namnden/va", &["contact"], ""),
            duty("ask-kommun", &["contact"], ""),
        ],
        "2026-11-23",
    );
    let catalogue = call.directory.catalogue();
    let told: Vec<String> = who_does_what(&call.directory, call.service())
        .into_iter()
        .map(|line| {
            let towns = line.organisations.iter().map(|(_, found)| {
                let ids: Vec<_> = found
                    .iter()
                    .map(|&one| catalogue[one].id.as_str())
                    .collect();
                ids.join("+")
            });
            format!(
                "{}: {}",
                line.step.word(),
                towns.collect::<Vec<_>>().join(" | ")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "contact: namnden+ask-kommun | namnden",
            "decision: polisen | polisen",
            "appeal: polisen | polisen",
        ]
    );
}
