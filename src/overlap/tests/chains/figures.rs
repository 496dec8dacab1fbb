//! Figures: how often callers are sent on, and of how many calls nobody has written down where they go.

use super::*;

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
fn one_body_that_takes_every_case_is_one_entrance_though_it_has_one_case_twice() {
    let one = |service: &[String]| {
        let figures = figures(&directory(&[&service.concat()], DAY));
        (figures[0].services, figures[0].one_entrance)
    };
    let acute = |who: &str| duty(who, "contact", "condition = \"akut\"");
    let always = duty("forbundet", "contact delivery", "");
    assert_eq!(one(&[always.clone(), acute("forbundet")]), (1, 1));
    // Somebody else in one case, and nobody in the others, is not one entrance whatever the case.
    assert_eq!(one(&[always, acute("namnden")]), (1, 0));
    assert_eq!(one(&[acute("forbundet")]), (1, 0));
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
fn a_way_that_follows_from_a_referral_for_any_service_is_inferred_and_not_known() {
    let of = |more: &str| {
        let service = [
            &duty("forbundet", "contact delivery", ""),
            &sends("ask-kommun", "namnden", ""),
            more,
        ]
        .concat();
        let directory = directory(&[&service], DAY);
        let one = figures(&directory)[0];
        let ways = (one.known, one.inferred, one.unknown());
        (
            ways,
            one.sent_round,
            one.sent_round_inferred,
            one.mean_hops(),
        )
    };
    let general = of(&sends("namnden", "forbundet", ""));
    assert_eq!(general, ((0, 1, 0), 0, 1, Some(2.0)));
    // A part of the way said of the service itself makes no known way of it.
    let half = of(&sends("namnden", "forbundet", VATTEN));
    assert_eq!(half, ((0, 1, 0), 0, 1, Some(2.0)));
    let known = of(&sends("ask-kommun", "forbundet", VATTEN));
    assert_eq!(known, ((1, 0, 0), 0, 0, Some(1.0)));
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
fn a_call_that_never_gets_there_is_no_step_in_the_mean() {
    let of = |more: &[String]| {
        let service = [&[duty("forbundet", "contact delivery", "")], more].concat();
        let one = figures(&directory(&[&service.concat()], DAY))[0];
        (one.known, one.inferred, one.lost, one.mean_hops())
    };
    let ended = |services: &str| [sends("ask-kommun", "gamla", services), ENDED.to_owned()];
    assert_eq!(of(&ended("")), (0, 1, 1, None));
    assert_eq!(of(&ended(VATTEN)), (1, 0, 1, None));
    // One way that does get there is a way.
    let both = [
        &[sends("ask-kommun", "forbundet", VATTEN)],
        &ended(VATTEN)[..],
    ]
    .concat();
    assert_eq!(of(&both), (1, 0, 0, Some(1.0)));
}

#[test]
fn figures_of_several_services_are_sums_means_and_shares() {
    let service = |id: &str| {
        format!(
            "[[service]]\nid = \"{id}\"\nname = \"{id}\"\ntopic = \"gata\"\nsummary = \"Det.\"\n"
        )
    };
    let in_ask = |who: &str| duty(who, "contact delivery", "municipalities = [\"ask\"]");
    let parts = [
        // Two steps that a source describes, and one door.
        in_ask("forbundet"),
        sends("ask-kommun", "bok-kommun", VATTEN),
        sends("bok-kommun", "forbundet", VATTEN),
        // Inferred, since the last step is for any service.
        service("el"),
        in_ask("namnden"),
        sends("ask-kommun", "alm-kommun", "services = [\"el\"]"),
        sends("alm-kommun", "namnden", ""),
        // Nobody has written down where that goes, and there are two doors.
        service("gas"),
        in_ask("forbundet"),
        in_ask("namnden"),
        // The municipality takes it itself.
        service("sno"),
        in_ask("ask-kommun"),
        // A call that goes to a body with no part in it never gets there.
        service("tak"),
        in_ask("forbundet"),
        sends("ask-kommun", "namnden", "services = [\"tak\"]"),
        // Two more that nobody has written down.
        service("ved"),
        in_ask("forbundet"),
        service("vind"),
        in_ask("forbundet"),
    ];
    let ask = figures(&directory(&[&parts.concat()], DAY))[0];
    assert_eq!(
        (ask.services, ask.known, ask.inferred, ask.lost),
        (7, 3, 1, 1)
    );
    assert_eq!((ask.arriving(), ask.unknown(), ask.hops), (3, 3, 4));
    assert_eq!((ask.sent_round, ask.sent_round_inferred), (1, 1));
    let is = |share: f64, part: f64, whole: f64| (share * whole - part).abs() < 1e-9;
    assert!(is(ask.mean_hops().unwrap(), 4.0, 3.0));
    assert!(is(ask.one_entrance_share(), 6.0, 7.0));
}

#[test]
fn where_nobody_takes_calls_about_anything_there_is_no_mean_and_no_share() {
    let elsewhere = duty("forbundet", "contact", "municipalities = [\"bok\"]");
    let ask = figures(&directory(&[&elsewhere], DAY))[0];
    assert_eq!((ask.services, ask.unknown(), ask.arriving()), (0, 0, 0));
    assert_eq!((ask.mean_hops(), ask.one_entrance_share()), (None, 0.0));
}
