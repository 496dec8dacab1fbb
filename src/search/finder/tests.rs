use std::sync::Arc;

use super::*;
use crate::catalogue::Reading;

fn directory() -> Directory {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    Directory::at(catalogue, "2026-11-23".parse().unwrap())
}

fn municipality_of(text: &str) -> Option<String> {
    let directory = directory();
    let found = Finder::new(&directory, HashSet::new()).find(&directory, text, 10);
    found
        .municipality()
        .map(|one| directory.catalogue()[one].id.to_string())
}

#[test]
fn a_place_tells_the_callers_municipality() {
    assert_eq!(
        municipality_of("lukt avlopp gyttorp").as_deref(),
        Some("nora")
    );
    assert_eq!(
        municipality_of("KOPPARBERG snö").as_deref(),
        Some("ljusnarsberg")
    );
    assert_eq!(municipality_of("hällefors").as_deref(), Some("hallefors"));
    assert_eq!(municipality_of("hallefors").as_deref(), Some("hallefors"));
    assert_eq!(municipality_of("@nor snö").as_deref(), Some("nora"));
}

#[test]
fn a_common_word_is_no_place_only_because_its_marks_are_missing() {
    assert_eq!(municipality_of("stora sopor"), None);
    assert_eq!(
        municipality_of("sopor storå").as_deref(),
        Some("lindesberg")
    );
    assert_eq!(municipality_of("gyttorpsvägen"), None);
}

#[test]
fn a_misspelt_place_is_recognised_where_no_other_word_is_meant() {
    for (text, municipality) in [
        ("sopor gytorp", Some("nora")),
        ("vatten i Gytorps centrum", Some("nora")),
        ("snö i koparberg", Some("ljusnarsberg")),
        ("vattenläcka Guldsmedshytan", Some("lindesberg")),
        ("snö i frovi", Some("lindesberg")),
        ("skräp i Hällefårs", Some("hallefors")),
        // Half a name, and words that are something else.
        ("sopor gyttor", None),
        ("lokal", None),
        ("hammare", None),
        ("stora sopor", None),
    ] {
        assert_eq!(municipality_of(text).as_deref(), municipality, "{text}");
    }
}

#[test]
fn the_words_of_a_place_are_not_looked_for() {
    let directory = directory();
    let finder = Finder::new(&directory, HashSet::new());
    let with = finder.find(&directory, "lukt avlopp gyttorp", 5);
    let without = finder.find(&directory, "lukt avlopp ", 5);
    assert_eq!(with.hits, without.hits);
    assert!(!with.hits.is_empty());
}

#[test]
fn without_words_everything_that_passes_the_filters_is_shown() {
    let directory = directory();
    let some: HashSet<_> = directory.services().iter().copied().take(3).collect();
    let finder = Finder::new(&directory, some);
    let all = finder.find(&directory, "", usize::MAX);
    assert_eq!(all.total, directory.services().len());
    let of_the_board = finder.find(&directory, "#bmb", usize::MAX);
    assert!(
        of_the_board.total > 10 && of_the_board.total < all.total,
        "{}",
        of_the_board.total
    );
    let with_findings = finder.find(&directory, "!", usize::MAX);
    assert_eq!(with_findings.total, 3);
}

#[test]
fn a_former_name_is_recognised_and_a_current_one_is_not() {
    let directory = directory();
    let finder = Finder::new(&directory, HashSet::new());
    let former = |text: &str| {
        finder
            .find(&directory, text, 1)
            .former
            .map(|one| directory.catalogue()[one].id.to_string())
    };
    assert_eq!(former("bmb").as_deref(), Some("bmb"));
    assert_eq!(former("BKT").as_deref(), Some("bkt"));
    assert_eq!(former("trafikverket"), None);
    assert_eq!(former("snö"), None);
}

#[test]
fn a_former_name_finds_all_that_its_successor_has() {
    let directory = directory();
    let finder = Finder::new(&directory, HashSet::new());
    for (former, service) in [("bmb", "bygglov"), ("bkt", "snorojning")] {
        let found = finder.find(&directory, former, usize::MAX);
        let wanted = directory.catalogue().find_service(service).unwrap();
        assert!(
            found.hits.iter().any(|hit| hit.service == wanted),
            "{former} does not find {service}"
        );
    }
}
