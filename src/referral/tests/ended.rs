//! Organisations that have ended, and those that answer for them.

use super::*;

#[test]
fn an_organisation_that_has_ended_is_never_offered_its_successor_is_and_says_so() {
    let sources = "[[source]]\nid = \"S1\"\ntitle = \"En sida\"\n";
    let call = |at| {
        Call::new(
            &[
                duty("forbundet/gata", &["contact"], "sources = [\"S1\"]"),
                FEDERATION.to_owned(),
                sources.to_owned(),
            ],
            at,
        )
    };
    let before = call("2022-12-31");
    assert_eq!(before.answer(), "one forbundet/gata");
    assert_eq!(before.only().formerly, None);
    assert_eq!(before.only().confidence, Confidence::Documented);

    let after = call("2023-01-01");
    assert_eq!(after.answer(), "one namnden/gata");
    let former = after.only().formerly.unwrap();
    assert_eq!(after.directory.catalogue()[former].id.as_str(), "forbundet");
    assert_eq!(after.only().confidence, Confidence::Inferred);
}

#[test]
fn an_organisation_that_ended_without_a_successor_leaves_a_gap() {
    let alone = FEDERATION.replace("successor = \"namnden\"", "");
    let call = Call::new(&[duty("forbundet", &["contact"], ""), alone], "2023-01-01");
    assert_eq!(call.answer(), "gap Nobody");
}

#[test]
fn a_successor_that_is_responsible_already_is_told_once() {
    let call = Call::new(
        &[
            duty("forbundet/gata", &["contact"], ""),
            duty("namnden/gata", &["contact"], ""),
            FEDERATION.to_owned(),
        ],
        "2023-01-01",
    );
    assert_eq!(call.answer(), "one namnden/gata");
    assert_eq!(call.only().formerly, None);
}
