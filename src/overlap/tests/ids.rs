//! Ids: every finding has one of its own, whatever the catalogue says.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::catalogue::FindingKind;

/// A service and an organisation with one id, that both are stated two values of one fact.
const OF_ONE_NAME: &str = r#"
    [[organisation]]
    id = "vatten"
    kind = "company"
    name = "Vatten"
    serves = ["ask"]
    [[organisation.stated]]
    what = "Avgift"
    value = "3"
    sources = ["K1"]
    [[organisation.stated]]
    what = "Avgift"
    value = "4"
    sources = ["K2"]
"#;

/// Two services, and two organisations, that look like one, under the same ids.
const ALIKE: &str = r#"
    [[organisation]]
    id = "snorojning"
    kind = "company"
    name = "Snöröjning i Bergslagen"
    [[organisation]]
    id = "plogning"
    kind = "company"
    name = "Snöröjning i Bergslagen"
    [[service]]
    id = "plogning"
    name = "Snöröjning av gata"
    topic = "gata"
    summary = "Plogar."
    responsible = [{ organisation = "plogning", steps = ["contact"], confidence = "assumed" }]
    [[service]]
    id = "snorojning"
    name = "Snöröjning av gata"
    topic = "gata"
    summary = "Plogar gatan."
    responsible = [{ organisation = "snorojning", steps = ["contact"], confidence = "assumed" }]
"#;

const STATED: &str = r#"
    [[service.stated]]
    what = "Avgift"
    value = "1"
    sources = ["K1"]
    [[service.stated]]
    what = "Avgift"
    value = "2"
    sources = ["K2"]
"#;

/// The ids that lead to more than one finding, and how many each does.
fn ambiguous(found: &Findings) -> Vec<(&str, usize)> {
    let mut leads: HashMap<&str, usize> = HashMap::new();
    for finding in found.all() {
        for id in [&finding.id].into_iter().chain(&finding.computed) {
            *leads.entry(id.as_str()).or_default() += 1;
        }
    }
    leads.into_iter().filter(|(_, count)| *count > 1).collect()
}

#[test]
fn a_service_and_an_organisation_of_one_name_have_each_its_own_findings() {
    let stated = [
        duty("forbundet", "contact", ""),
        STATED.to_owned(),
        OF_ONE_NAME.to_owned(),
    ]
    .concat();
    for part in [stated, duty("forbundet", "contact", "") + ALIKE] {
        let directory = directory(&[&part], DAY);
        let found = findings_and_lookalikes(&directory);
        let about = |kind| found.all().iter().filter(move |one| one.kind == kind);
        let kinds = [FindingKind::Conflict, FindingKind::Lookalike];
        let counts = kinds.map(|kind| about(kind).count());
        assert_eq!(counts.iter().sum::<usize>(), 2, "{found:?}");
        assert_eq!(ambiguous(&found), []);
    }
}

#[test]
fn every_id_of_the_shipped_catalogue_leads_to_one_finding_on_any_day() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    for year in 2003..2030 {
        let day = format!("{year}-03-01").parse().unwrap();
        let directory = Directory::at(Arc::clone(&catalogue), day);
        assert_eq!(ambiguous(&findings_and_lookalikes(&directory)), []);
    }
}

const BODIES: [&str; 7] = [
    "ask-kommun",
    "bok-kommun",
    "alm-kommun",
    "forbundet",
    "namnden",
    "vatten",
    "gamla",
];
const STEPS: [&str; 6] = [
    "contact",
    "handling",
    "delivery",
    "contact delivery",
    "delivery on_call",
    "appeal",
];
const PLACES: [&str; 4] = [
    "municipalities = [\"ask\"]",
    "municipalities = [\"bok\"]",
    "municipalities = [\"ask\", \"bok\"]",
    "municipalities = [\"ask\", \"bok\", \"alm\"]",
];
const CASES: [&str; 3] = ["", "", "condition = \"på gatan\""];

/// Somebody's part in the service, as a catalogue says it.
fn a_duty() -> impl Strategy<Value = String> {
    let body = prop::sample::select(&BODIES[..5]);
    let steps = prop::sample::select(&STEPS[..]);
    let (place, case) = (
        prop::sample::select(&PLACES[..]),
        prop::sample::select(&CASES[..]),
    );
    let number = "contact = \\{ phone = \"0580-10 1[0-2] 0[0-2]\" \\}";
    (body, steps, place, case, number).prop_map(|(body, steps, place, case, number)| {
        let own = body.strip_suffix("-kommun");
        let place = own.map_or(place.to_owned(), |own| {
            format!("municipalities = [\"{own}\"]")
        });
        duty(body, steps, &[&place, case, &number].join("\n"))
    })
}

/// A referral from one body to another, for this service or for any.
fn a_referral() -> impl Strategy<Value = String> {
    let body = || prop::sample::select(&BODIES[..]);
    let place = prop::sample::select(&PLACES[..]);
    (body(), body(), place, any::<bool>(), any::<bool>())
        .prop_filter("nobody sends callers to itself", |(from, to, ..)| {
            from != to
        })
        .prop_map(|(from, to, place, own, known)| {
            let services = if own { "services = [\"vatten\"]\n" } else { "" };
            let status = if known {
                "status = \"documented\"\nsources = [\"K1\"]"
            } else {
                "status = \"illustrative\""
            };
            format!(
                "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\n{place}\n{services}{status}\n"
            )
        })
}

/// What people have found: of some kind, about the service or about none.
fn a_note() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(&["parallel", "unclear-entry", "chain", "gap", "conflict"][..]);
    let body = prop::sample::select(&BODIES[..5]);
    (kind, body, any::<bool>()).prop_map(|(kind, body, own)| {
        let services = if own { "services = [\"vatten\"]\n" } else { "" };
        format!(
            "[[finding]]\nid = \"anteckning\"\nkind = \"{kind}\"\nstatement = \"Så är det.\"\n\
             status = \"documented\"\nsources = [\"K2\"]\norganisations = [\"{body}\"]\n{services}"
        )
    })
}

/// A catalogue in which anything may be said, by anybody, of anybody.
pub(super) fn a_catalogue() -> impl Strategy<Value = String> {
    (
        prop::collection::vec(a_duty(), 1..7),
        prop::collection::vec(a_referral(), 0..10),
        prop::option::of(a_note()),
        any::<bool>(),
    )
        .prop_map(|(duties, referrals, note, stated)| {
            let gone = "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
                        until = 2022-12-31\nsuccessor = \"forbundet\"\n";
            let stated = if stated { STATED } else { "" };
            [
                &duties.concat(),
                stated,
                OF_ONE_NAME,
                ALIKE,
                gone,
                &referrals.concat(),
                note.as_deref().unwrap_or_default(),
            ]
            .concat()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_has_an_id_of_its_own_whatever_the_catalogue_says(text in a_catalogue()) {
        for day in [DAY, "2020-06-01"] {
            let directory = directory(&[&text], day);
            let found = findings_and_lookalikes(&directory);
            prop_assert_eq!(ambiguous(&found), []);
        }
    }
}
