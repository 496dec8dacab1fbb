//! Examples: what somebody made up about where callers are sent changes nothing of what is known.

use proptest::prelude::*;

use super::ids::a_catalogue;
use super::*;
use crate::catalogue::{Catalogue, EMBEDDED_FILES};

/// A catalogue's text without the referrals that were made up.
fn without_examples(text: &str) -> String {
    let mut kept = String::new();
    for (number, block) in text.split("[[").enumerate() {
        if block.starts_with("referral]]") && block.contains("status = \"illustrative\"") {
            continue;
        }
        if number > 0 {
            kept.push_str("[[");
        }
        kept.push_str(block);
    }
    kept
}

/// What is known on a day: the figures, and every finding that is no example.
fn known(directory: &Directory) -> (Vec<Figures>, Vec<Finding>) {
    let found = findings(directory);
    let known = found.all().iter();
    let known = known.filter(|one| one.basis != Basis::Illustrative);
    (figures(directory), known.cloned().collect())
}

#[test]
fn the_shipped_catalogue_says_the_same_of_what_is_known_without_its_examples() {
    let read = |change: fn(&str) -> String| -> Arc<Catalogue> {
        let files = EMBEDDED_FILES.iter().map(|&(name, text)| TextFile {
            name: name.to_owned(),
            text: change(text),
        });
        Arc::new(Reading::of_texts(files.collect()).catalogue.unwrap())
    };
    let (with, without) = (read(str::to_owned), read(without_examples));
    let examples = with.referrals().len() - without.referrals().len();
    assert!(examples > 20, "{examples}");
    for day in ["2014-09-01", "2020-06-01", "2026-11-23"] {
        let on = |catalogue: &Arc<Catalogue>| {
            known(&Directory::at(Arc::clone(catalogue), day.parse().unwrap()))
        };
        let (all, left) = (on(&with), on(&without));
        assert_eq!(all.0, left.0, "{day}");
        assert_eq!(all.1, left.1, "{day}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_catalogue_says_the_same_of_what_is_known_without_its_examples(text in a_catalogue()) {
        for day in [DAY, "2020-06-01"] {
            let all = known(&directory(&[&text], day));
            let left = known(&directory(&[&without_examples(&text)], day));
            prop_assert_eq!(all.0, left.0);
            prop_assert_eq!(all.1, left.1);
        }
    }

    #[test]
    fn a_chain_is_told_of_a_service_in_a_municipality_only_where_its_callers_are_sent_on(text in a_catalogue()) {
        let directory = directory(&[&text], DAY);
        let found = findings(&directory);
        let told = found.all().iter().filter(|one| one.is_told_by_ways());
        for (finding, &service) in told.flat_map(|one| one.services.iter().map(move |service| (one, service))) {
            for place in directory.catalogue().municipality_refs() {
                let ways = chains(&directory, service, place);
                prop_assert!(
                    !finding.touches_about(service, Some(place)) || ways.iter().any(Chain::is_trouble)
                );
            }
        }
    }
}
