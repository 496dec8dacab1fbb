//! What is found in the catalogue that the program carries: the enquiry's examples under their right kinds, with their
//! sources, and the same however the catalogue is written.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::sync::{Arc, LazyLock};

use hanvisa::catalogue::{
    Catalogue, Confidence, EMBEDDED_FILES, FindingKind, Reading, Status, Step, TextFile, Verdict,
};
use hanvisa::directory::Directory;
use hanvisa::locale::{Language, Locale};
use hanvisa::overlap::{
    Basis, Evidence, Finding, Findings, Pairing, Words, chains, figures, findings,
};
use proptest::prelude::*;

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

const THEN: &str = "2014-09-01";
const TODAY: &str = "2026-11-23";

fn on(day: &str) -> Directory {
    Directory::at(CATALOGUE.clone(), day.parse().unwrap())
}

fn found(day: &str) -> Findings {
    findings(&on(day))
}

fn organisations(finding: &Finding) -> Vec<&str> {
    let ids = finding.organisations.iter();
    ids.map(|&one| CATALOGUE[one].id.as_str()).collect()
}

fn services(finding: &Finding) -> Vec<&str> {
    let ids = finding.services.iter();
    ids.map(|&one| CATALOGUE[one].id.as_str()).collect()
}

fn municipalities(finding: &Finding) -> Vec<&str> {
    let ids = finding.municipalities.iter();
    ids.map(|&one| CATALOGUE[one].id.as_str()).collect()
}

fn sources(finding: &Finding) -> Vec<&str> {
    let ids = finding.sources.iter();
    ids.map(|&one| CATALOGUE[one].id.as_str()).collect()
}

fn said(directory: &Directory, finding: &Finding) -> Vec<String> {
    let locale = Locale::new(Language::Swedish);
    let words = Words {
        directory,
        locale: &locale,
    };
    words.evidence(finding, None)
}

/// A finding that people documented and the rules found as well.
#[track_caller]
fn documented_and_computed<'f>(found: &'f Findings, id: &str, kind: FindingKind) -> &'f Finding {
    let finding = found.find(id).unwrap();
    assert_eq!(finding.kind, kind);
    assert_eq!(finding.basis, Basis::Documented);
    assert_eq!(finding.confidence, Confidence::Documented);
    assert!(!finding.computed.is_empty(), "{id} is only documented");
    finding
}

// ── The enquiry's examples in 2014 ──────────────────────────────────────────────────────────────────────────────────

#[test]
fn in_2014_callers_were_sent_from_the_municipality_to_bmb_and_on_to_bkt() {
    let directory = on(THEN);
    let found = findings(&directory);
    let chain = documented_and_computed(&found, "kedja-kommun-bmb-bkt", FindingKind::Chain);
    assert_eq!(chain.computed[0].as_str(), "chain:bmb+bkt");
    assert_eq!(sources(chain), ["S1", "S35"]);
    assert_eq!(chain.municipalities.len(), 4);
    assert_eq!(
        said(&directory, chain)[1],
        "alla kommuner: växeln → BMB → BKT, 2 steg."
    );
    // The source names no service: it holds for whatever BKT took calls about, and that is what callers met most.
    assert!(services(chain).contains(&"snorojning"));
    assert!(!services(chain).contains(&"bygglov"));
    assert_eq!(found.all()[0].id, chain.id);
}

#[test]
fn in_2014_cleaning_in_hallefors_was_done_by_bkt_and_by_the_municipality() {
    let found = found(THEN);
    let cleaning = documented_and_computed(&found, "lokalvard-hallefors", FindingKind::Parallel);
    assert_eq!(cleaning.pairing(), Some(Pairing::MunicipalityAndJoint));
    assert_eq!(organisations(cleaning), ["bkt", "hallefors-kommun"]);
    assert_eq!(municipalities(cleaning), ["hallefors"]);
    assert_eq!(cleaning.step, Some(Step::Delivery));
    assert_eq!(sources(cleaning), ["S28", "S29"]);
}

#[test]
fn in_2014_nobody_who_rang_hallefors_about_cleaning_was_sent_to_bkt() {
    let directory = on(THEN);
    let found = findings(&directory);
    let chain = found.find("kedja-kommun-bmb-bkt").unwrap();
    let cleaning = CATALOGUE.find_service("lokalvard").unwrap();
    let in_place = |place: &str| {
        let place = CATALOGUE.find_municipality(place);
        let mut told = found.about_work(cleaning, place);
        (
            chain.touches_about(cleaning, place),
            told.any(|one| one == chain),
        )
    };
    // The municipality took those calls itself; in the others they went the way of most.
    assert_eq!(in_place("hallefors"), (false, false));
    assert_eq!(in_place("nora"), (true, true));
    let but = "Lokalvård i kommunens lokaler: inte i Hällefors.";
    assert!(said(&directory, chain).iter().any(|one| one == but));
}

#[test]
fn what_is_told_of_a_service_in_a_municipality_is_a_way_that_its_callers_are_sent() {
    for day in [THEN, "2018-06-01", TODAY] {
        let directory = on(day);
        let found = findings(&directory);
        for (&service, place) in (directory.services().iter()).flat_map(|service| {
            CATALOGUE
                .municipality_refs()
                .map(move |place| (service, place))
        }) {
            let ways = chains(&directory, service, place);
            let troubles = ways.iter().filter(|way| way.is_trouble());
            let of_ways = |one: &&Finding| one.kind == FindingKind::Chain;
            let told: Vec<_> = found
                .of_service(service, Some(place))
                .filter(of_ways)
                .collect();
            // Every such way is told of, and what no source names is told of nothing else.
            assert!(!told.is_empty() || troubles.clone().count() == 0);
            if told.iter().any(|one| one.is_told_by_ways()) {
                assert!(troubles.count() > 0, "{} {day}", CATALOGUE[service].id);
            }
        }
    }
}

#[test]
fn in_2014_bmb_and_bkt_both_saw_to_hedges() {
    let found = found(THEN);
    let hedges = documented_and_computed(&found, "hack-och-sikt", FindingKind::Parallel);
    assert_eq!(hedges.pairing(), Some(Pairing::TwoJoint));
    assert_eq!(organisations(hedges), ["bkt", "bmb"]);
    assert_eq!(sources(hedges), ["S10", "S16"]);
    // It may be a right division: that is still being looked into.
    assert_eq!(hedges.decided, Verdict::Investigating);
}

#[test]
fn the_planning_that_a_source_describes_in_two_municipalities_is_told_of_those_two() {
    for day in [THEN, TODAY] {
        let directory = on(day);
        let found = findings(&directory);
        let planning =
            documented_and_computed(&found, "planarbete-gemensamt", FindingKind::Parallel);
        assert_eq!(municipalities(planning), ["hallefors", "nora"]);
        assert_eq!(
            organisations(planning),
            ["bmb", "hallefors-kommun", "nora-kommun"]
        );
        // What only the catalogue shows in the other two is a finding of its own, and open.
        let beyond = found.find("parallel:detaljplan:bmb").unwrap();
        assert_eq!(municipalities(beyond), ["lindesberg", "ljusnarsberg"]);
        assert_eq!(beyond.basis, Basis::Computed);
        assert_eq!(beyond.decided, Verdict::Open);
    }
}

#[test]
fn in_2014_it_was_unclear_whom_to_tell_of_a_dark_street() {
    let found = found(THEN);
    let lights = found.find("gatubelysning-drift-och-beslut").unwrap();
    assert_eq!(lights.kind, FindingKind::UnclearEntry);
    assert_eq!(
        (lights.basis, lights.confidence),
        (Basis::Documented, Confidence::Documented)
    );
    assert_eq!(sources(lights), ["S30"]);
    assert_eq!(municipalities(lights), ["lindesberg"]);
}

#[test]
fn rats_are_an_example_and_no_documented_case() {
    for day in [THEN, TODAY] {
        let found = found(day);
        let rats = found.find("rattor-tre-ingangar").unwrap();
        assert_eq!(rats.kind, FindingKind::UnclearEntry);
        assert_eq!(
            (rats.basis, rats.confidence),
            (Basis::Illustrative, Confidence::Assumed)
        );
        assert_eq!(services(rats), ["skadedjur"]);
    }
}

#[test]
fn the_six_areas_of_the_enquiry_are_candidates_for_co_operation() {
    let found = found(THEN);
    for (id, service) in [
        ("samarbete-upphandling", "leverantor"),
        ("samarbete-it", "it-stod"),
        ("samarbete-fordon", "fordon"),
        ("samarbete-jurist", "jurist"),
        ("samarbete-ekonomi", "ekonomiadm"),
        ("samarbete-lon", "lon"),
    ] {
        let candidate = documented_and_computed(&found, id, FindingKind::Separate);
        assert_eq!(services(candidate), [service]);
        assert_eq!(candidate.municipalities.len(), 4);
        assert_eq!(candidate.organisations.len(), 4);
        assert!(sources(candidate).contains(&"S1"), "{id}");
    }
}

#[test]
fn a_permit_from_bmb_and_emptying_by_bkt_is_shared_work_and_no_double_work() {
    for day in [THEN, "2018-06-01", TODAY] {
        let found = found(day);
        for service in ["enskilt-avlopp", "slam"] {
            let service = CATALOGUE.find_service(service).unwrap();
            let found = found.of_service(service, None);
            let about_work = found.filter(|finding| finding.is_about_work());
            // That callers about anything were sent on until 2017 says nothing of how the work is split.
            let ids = about_work.map(|finding| finding.id.as_str());
            let others: Vec<_> = ids.filter(|id| *id != "kedja-kommun-bmb-bkt").collect();
            assert_eq!(others, [""; 0], "{day}");
        }
    }
}

#[test]
fn nothing_documented_rests_on_a_chain_that_was_made_up() {
    for day in [THEN, "2018-06-01", TODAY] {
        for finding in found(day).all() {
            let made_up = finding.evidence.iter().any(|one| {
                matches!(one, Evidence::Chain { chain, .. } if chain.status == Status::Illustrative)
            });
            let is_example = finding.basis == Basis::Illustrative;
            assert!(!made_up || is_example, "{} on {day}", finding.id);
        }
    }
    let found = found(THEN);
    let to_the_owner = found.find("chain:privat-stopp:bmb+bkt+fastighetsagare/example");
    assert_eq!(to_the_owner.unwrap().basis, Basis::Illustrative);
}

#[test]
fn the_chain_of_2014_is_inferred_for_each_service_because_its_source_names_none() {
    let directory = on(THEN);
    let found = findings(&directory);
    let chain = found.find("kedja-kommun-bmb-bkt").unwrap();
    assert_eq!(
        said(&directory, chain).last().unwrap(),
        "Källan nämner inga tjänster; katalogen räknar fram 72."
    );
    for one in figures(&directory) {
        assert_eq!(one.sent_round, 0);
        assert!(one.sent_round_inferred > 60);
    }
}

#[test]
fn a_call_about_a_noisy_tenancy_may_go_round() {
    let directory = on(TODAY);
    let service = CATALOGUE.find_service("inomhusmiljo").unwrap();
    let nora = CATALOGUE.find_municipality("nora").unwrap();
    let ways = chains(&directory, service, nora);
    assert_eq!(ways.len(), 1);
    assert_eq!(ways[0].hops(), 3);
    assert!(ways[0].is_trouble());
    let found = findings(&directory);
    let round = found.find("storning-i-hyresratt").unwrap();
    // The rules found it for two of the three services, and it is told of those.
    let said_of = |service: &str| {
        let locale = Locale::new(Language::Swedish);
        let words = Words {
            directory: &directory,
            locale: &locale,
        };
        let service = CATALOGUE.find_service(service).unwrap();
        words.evidence_about(round, service, Some(nora)).len()
    };
    let told = ["inomhusmiljo", "storande-granne", "buller"].map(said_of);
    assert_eq!(told, [2, 2, 1]);
    assert_eq!(round.kind, FindingKind::Chain);
    assert_eq!(round.basis, Basis::Illustrative);
    assert!(
        said(&directory, round)
            .iter()
            .any(|words| words.contains("samtalet går runt"))
    );
}

// ── Then and today ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_the_reorganisation_solved_is_gone_today_and_the_rest_is_still_there() {
    let today = found(TODAY);
    for solved in [
        "kedja-kommun-bmb-bkt",
        "lokalvard-hallefors",
        "gatubelysning-drift-och-beslut",
        "ingen-gemensam-ingang",
        "samma-uppgift-2014",
        "chain:bmb+bkt",
    ] {
        assert_eq!(today.find(solved), None, "{solved}");
    }
    // Two boards see to hedges still; cleaning went from a joint body to each municipality.
    let hedges = today.find("parallel:hack-sikt:bmb+teknisk-namnd").unwrap();
    assert_eq!(hedges.basis, Basis::Computed);
    assert!(today.find("separate:lokalvard").is_some());
}

#[test]
fn only_bodies_that_there_are_take_part_in_what_is_found() {
    for day in [THEN, "2016-12-31", "2018-06-01", "2022-12-31", TODAY] {
        let directory = on(day);
        for finding in findings(&directory).all() {
            for &one in &finding.organisations {
                let id = &CATALOGUE[one].id;
                assert!(directory.exists(one), "{id} in {} on {day}", finding.id);
            }
        }
    }
}

// ── The same however the catalogue is written ───────────────────────────────────────────────────────────────────────

/// The files of the catalogue, each as its entries.
fn entries() -> Vec<(String, Vec<String>)> {
    let file = |&(name, text): &(&str, &str)| {
        let mut entries = vec![String::new()];
        for line in text.lines() {
            // A table of its own begins an entry; one with a dot in its name goes on with it.
            if line.starts_with("[[") && !line.contains('.') {
                entries.push(String::new());
            }
            let entry = entries.last_mut().unwrap();
            entry.push_str(line);
            entry.push('\n');
        }
        (name.to_owned(), entries)
    };
    EMBEDDED_FILES.iter().map(file).collect()
}

fn read(files: impl IntoIterator<Item = (String, String)>) -> Arc<Catalogue> {
    let files = files
        .into_iter()
        .map(|(name, text)| TextFile { name, text });
    let reading = Reading::of_texts(files.collect());
    let faults = reading.faults;
    Arc::new(reading.catalogue.unwrap_or_else(|| panic!("{faults:#?}")))
}

/// Everything found on a day, by written ids only.
fn told(catalogue: &Arc<Catalogue>, day: &str) -> Vec<String> {
    let found = findings(&Directory::at(Arc::clone(catalogue), day.parse().unwrap()));
    let tell = |finding: &Finding| {
        let services = finding.services.iter();
        let services: Vec<_> = services.map(|&one| &catalogue[one].id).collect();
        let organisations = finding.organisations.iter();
        let organisations: Vec<_> = organisations.map(|&one| &catalogue[one].id).collect();
        let municipalities = finding.municipalities.iter();
        let municipalities: Vec<_> = municipalities.map(|&one| &catalogue[one].id).collect();
        let sources: Vec<_> = finding
            .sources
            .iter()
            .map(|&one| &catalogue[one].id)
            .collect();
        format!(
            "{} {:?} {services:?} {organisations:?} {municipalities:?} {sources:?} {:?} {:?} {:?} {:?}",
            finding.id,
            finding.computed,
            finding.steps,
            finding.basis,
            finding.confidence,
            finding.evidence.len(),
        )
    };
    found.all().iter().map(tell).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_of_files_and_entries_does_not_matter(
        order in Just(entries()).prop_shuffle().prop_flat_map(|files| {
            let shuffled: Vec<_> = files
                .into_iter()
                .map(|(name, entries)| {
                    let (first, rest) = entries.split_first().unwrap();
                    (Just(name), Just(first.clone()), Just(rest.to_vec()).prop_shuffle())
                })
                .collect();
            shuffled
        })
    ) {
        // Files are read in the order of their names.
        let files = order.into_iter().enumerate().map(|(number, (_, first, rest))| {
            (format!("{number:02}.toml"), first + &rest.concat())
        });
        let shuffled = read(files);
        for day in [THEN, TODAY] {
            prop_assert_eq!(told(&shuffled, day), told(&CATALOGUE, day));
        }
    }
}

#[test]
fn a_responsibility_split_in_two_is_the_same_responsibility() {
    let mut split = 0;
    let files = EMBEDDED_FILES.iter().map(|(name, text)| {
        let mut written = String::new();
        for block in text.split_inclusive("\n\n") {
            let steps = block.lines().find(|line| line.starts_with("steps = ["));
            let alone = block.starts_with("[[service.responsible]]")
                && block.matches("[[").count() == 1
                && !block.contains("\n[");
            let halves = steps.filter(|_| alone).and_then(|steps| {
                let (first, rest) = steps.split_once(", ")?;
                Some((steps, format!("{first}]"), format!("steps = [{rest}")))
            });
            match halves {
                Some((steps, first, rest)) => {
                    split += 1;
                    written.push_str(&block.replace(steps, &first));
                    written.push('\n');
                    written.push_str(&block.replace(steps, &rest));
                    written.push('\n');
                }
                None => written.push_str(block),
            }
        }
        ((*name).to_owned(), written)
    });
    let catalogue = read(files.collect::<Vec<_>>());
    assert!(split > 100, "{split}");
    for day in [THEN, TODAY] {
        assert_eq!(told(&catalogue, day), told(&CATALOGUE, day));
    }
}

#[test]
fn an_organisation_that_nobody_uses_changes_nothing() {
    let mut files: Vec<(String, String)> = EMBEDDED_FILES
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    let unused = "[[organisation]]\nid = \"aaa-ingen\"\nkind = \"joint-board\"\nname = \"Ingen\"\n";
    files.insert(0, ("00.toml".to_owned(), unused.to_owned()));
    let catalogue = read(files);
    for day in [THEN, TODAY] {
        assert_eq!(told(&catalogue, day), told(&CATALOGUE, day));
    }
}

#[test]
fn new_ids_change_nothing_but_the_ids() {
    let renamed = [
        ("bkt", "zz-bkt"),
        ("nora", "aa-nora"),
        ("lokalvard", "qq-lokalvard"),
        ("S28", "A28"),
    ];
    let files = EMBEDDED_FILES.iter().map(|(name, text)| {
        let text = renamed.iter().fold((*text).to_owned(), |text, (old, new)| {
            text.replace(&format!("\"{old}\""), &format!("\"{new}\""))
        });
        ((*name).to_owned(), text)
    });
    let catalogue = read(files.collect::<Vec<_>>());
    for day in [THEN, TODAY] {
        let plain = |catalogue: &Arc<Catalogue>| {
            let mut facts: Vec<String> =
                findings(&Directory::at(Arc::clone(catalogue), day.parse().unwrap()))
                    .all()
                    .iter()
                    .map(|finding| {
                        format!(
                            "{:?} {} {} {} {} {:?} {:?} {:?} {:?}",
                            finding.kind,
                            finding.services.len(),
                            finding.organisations.len(),
                            finding.municipalities.len(),
                            finding.sources.len(),
                            finding.steps,
                            finding.basis,
                            finding.confidence,
                            finding.reach,
                        )
                    })
                    .collect();
            facts.sort();
            facts
        };
        assert_eq!(plain(&catalogue), plain(&CATALOGUE));
        let ids = told(&catalogue, day).concat();
        assert!(ids.contains("zz-bkt") || day == TODAY);
    }
}
