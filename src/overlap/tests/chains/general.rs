//! Referrals for any service, and how far they are followed.

use super::*;

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
fn a_referral_to_a_body_that_has_ended_is_told_of_though_nothing_goes_on_from_there() {
    let text = [
        duty("kommunerna", "contact delivery", ""),
        sends("ask-kommun", "gamla", ""),
        sends("bok-kommun", "gamla", ""),
        ENDED.to_owned(),
    ]
    .concat();
    let here = directory(&[&text], DAY);
    let found = findings(&here);
    let gone = found.find("chain:gamla/expired").unwrap();
    assert_eq!((gone.services.len(), gone.municipalities.len()), (0, 2));
    assert_eq!(
        said(&[&text]),
        ["Ask och Bok: växeln → Gamla (finns inte längre, Förbundet har tagit över), ett steg."]
    );
}

#[test]
fn a_way_for_any_service_that_is_longer_than_it_is_followed_shows_nothing_of_any() {
    let general: Vec<String> = a_way_of(9)
        .iter()
        .map(|one| one.replace(VATTEN, ""))
        .collect();
    assert_eq!(found(&general), [""; 0]);
}

#[test]
fn where_a_referral_for_any_service_leads_nowhere_the_way_ends_before_it() {
    let nowhere = sends("namnden", "alm-kommun", "");
    let with = |part: &str| {
        found(&[
            duty("forbundet", "contact delivery", ""),
            part.to_owned(),
            sends("ask-kommun", "namnden", VATTEN),
            nowhere.clone(),
        ])
    };
    assert_eq!(with(""), ["chain:vatten:namnden/dead-end"]);
    assert!(with(&duty("namnden", "handling", "")).is_empty());
}
