//! What changed, in the shipped catalogue from the enquiry's time to the program's, and in small catalogues.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::catalogue::{Catalogue, FindingKind, Reading, Step};
use crate::locale::{Language, Locale};
use crate::overlap::tests::{directory, double_work_that_moved, duty};
use crate::overlap::verdict::Decisions;

mod small;

static SHIPPED: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

fn shipped(day: &str) -> Directory {
    Directory::at(SHIPPED.clone(), day.parse().unwrap())
}

/// What is different between two directories whose findings nobody has judged.
pub fn compared(before: &Directory, after: &Directory) -> Comparison {
    judged(before, after, &Decisions::default())
}

fn judged(before: &Directory, after: &Directory, decisions: &Decisions) -> Comparison {
    let found = [before, after].map(|one| overlap::findings(one).judged(decisions));
    let side = |directory, findings| Side {
        directory,
        findings,
    };
    Comparison::of(side(before, &found[0]), side(after, &found[1]))
}

/// While the enquiry worked, and today as the program was written.
static REFORM: LazyLock<(Directory, Directory, Comparison)> = LazyLock::new(|| {
    let (before, after) = (shipped("2014-09-01"), shipped("2026-11-23"));
    let comparison = compared(&before, &after);
    (before, after, comparison)
});

/// What changed hands of a service, in words.
fn hands_of(service: &str) -> Vec<String> {
    let (before, after, comparison) = &*REFORM;
    let swedish = Locale::new(Language::Swedish);
    let tale = Tale::of(before, after, &swedish);
    let hands = comparison.hands.iter();
    hands
        .filter(|one| one.services.iter().any(|id| id.as_str() == service))
        .map(|one| {
            let places = tale.municipalities(&one.municipalities);
            format!(
                "{}: {} ({places})",
                tale.hands(one),
                tale.after.steps(one.steps)
            )
        })
        .collect()
}

/// Why a finding of 2014 is solved, in words; none where it is not.
fn solved(id: &str) -> Option<Vec<String>> {
    let (before, after, comparison) = &*REFORM;
    let solved = comparison
        .solved
        .iter()
        .find(|one| one.finding.is_called(id))?;
    let swedish = Locale::new(Language::Swedish);
    Some(Tale::of(before, after, &swedish).whys(solved))
}

/// What is different between two days of a small catalogue.
fn between(service: &[String], then: &str, now: &str) -> Comparison {
    let service = service.concat();
    compared(&directory(&[&service], then), &directory(&[&service], now))
}

const THEN: &str = "2020-06-01";
const NOW: &str = "2026-11-23";

// ── The shipped catalogue, 2014 and today ─────────────────────────────────────────────────────────────────────────────

#[test]
fn snow_clearing_went_from_the_federation_to_the_technical_board() {
    assert_eq!(
        hands_of("snorojning"),
        ["BKT → Teknisk nämnd: första kontakt, handläggning, utförande och jour (alla kommuner)"]
    );
}

#[test]
fn parks_went_to_each_municipality() {
    assert_eq!(
        hands_of("lekplats"),
        ["BKT → var kommun för sig: första kontakt, handläggning och utförande (alla kommuner)"]
    );
}

#[test]
fn a_board_under_another_name_has_kept_building_permits() {
    assert_eq!(hands_of("bygglov"), [""; 0]);
    let (_, _, comparison) = &*REFORM;
    let renamed = &comparison.bodies.renamed;
    let name = |one: &Renamed| (one.before.clone(), one.after.clone());
    assert_eq!(
        renamed.iter().map(name).collect::<Vec<_>>(),
        [(
            "Bergslagens miljö- och byggnämnd".to_owned(),
            "Bygg- och miljönämnden".to_owned()
        )]
    );
}

#[test]
fn the_federation_ended_and_the_board_succeeded_it() {
    let (_, _, comparison) = &*REFORM;
    let ended = &comparison.bodies.ended;
    let federation = ended.iter().find(|one| one.organisation.as_str() == "bkt");
    let successor = federation.and_then(|one| one.successor.as_ref());
    assert_eq!(
        successor.map(crate::catalogue::OrganisationId::as_str),
        Some("teknisk-namnd")
    );
}

#[test]
fn the_chain_from_municipality_to_board_to_federation_is_solved_and_the_words_say_why() {
    let why = solved("kedja-kommun-bmb-bkt").unwrap().join(" ");
    assert!(
        why.starts_with(
            "BKT finns inte längre; Teknisk nämnd har tagit över. Kedjan står inte längre i katalogen."
        ),
        "{why}"
    );
    // Hardly anybody has written down where the calls go since.
    assert!(why.contains("har ingen skrivit ner vart de går"), "{why}");
}

#[test]
fn what_was_done_twice_is_solved_where_only_one_has_it() {
    let why = solved("lokalvard-hallefors").unwrap();
    assert!(
        why.contains(&"Bara Hällefors kommun har det.".to_owned()),
        "{why:?}"
    );
    let why = solved("idrott-nora").unwrap();
    assert!(
        why.contains(&"Bara Nora Fastigheter har det.".to_owned()),
        "{why:?}"
    );
    assert_eq!(
        solved("parallel:tomter:bmb").unwrap(),
        ["Bara Nora kommun har det."]
    );
}

#[test]
fn double_work_that_only_went_to_other_hands_is_left() {
    let (_, _, comparison) = &*REFORM;
    assert_eq!(solved("hack-och-sikt"), None);
    let left = comparison
        .remaining
        .iter()
        .find(|one| one.before.is_called("hack-och-sikt"));
    let left = left.unwrap();
    assert!(left.is_moved);
    assert_eq!(
        left.after.id.as_str(),
        "parallel:hack-sikt:bmb+teknisk-namnd"
    );
}

#[test]
fn the_six_areas_to_share_are_still_to_be_shared() {
    let (_, _, comparison) = &*REFORM;
    for area in ["upphandling", "it", "fordon", "jurist", "ekonomi", "lon"] {
        let id = format!("samarbete-{area}");
        let left = comparison
            .remaining
            .iter()
            .find(|one| one.after.is_called(&id));
        assert!(left.is_some_and(|one| !one.is_moved), "{id}");
    }
}

#[test]
fn cleaning_that_each_took_over_is_a_new_candidate_to_share() {
    let (_, _, comparison) = &*REFORM;
    let cleaning = comparison
        .new
        .iter()
        .find(|one| one.is_called("separate:lokalvard"));
    assert_eq!(cleaning.unwrap().kind, FindingKind::Separate);
}

#[test]
fn callers_are_sent_on_less_where_the_way_is_told_and_it_is_told_of_fewer_calls() {
    let (_, _, comparison) = &*REFORM;
    assert_eq!(comparison.figures.len(), 4);
    for faring in &comparison.figures {
        let (before, after) = (faring.before.unwrap(), faring.after.unwrap());
        assert!(after.mean_hops() < Some(0.2) && before.mean_hops() > Some(0.8));
        // That so many were sent round follows from one referral for any service: no source says it of any of them.
        assert!(after.sent_round_inferred == 0 && before.sent_round_inferred > 60);
        assert_eq!((before.sent_round, after.sent_round), (0, 0));
        assert!((before.known + before.inferred) * 10 > before.services * 7);
        assert!(before.inferred > 70 && after.inferred == 0);
        assert!((after.known + after.inferred) * 2 < after.services);
    }
}

#[test]
fn a_chain_is_gone_to_somewhere_only_where_somebody_has_written_where() {
    let sends = |from: &str, to: &str, when: &str| {
        format!(
            "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nservices = [\"vatten\"]\n\
             municipalities = [\"ask\"]\nstatus = \"documented\"\nsources = [\"K1\"]\n{when}\n"
        )
    };
    let why = |more: &[String]| {
        let then = [
            duty("forbundet", "contact delivery", ""),
            sends("ask-kommun", "namnden", "until = 2022-12-31"),
            sends("namnden", "forbundet", "until = 2022-12-31"),
        ];
        let comparison = between(&[&then[..], more].concat(), THEN, NOW);
        comparison.solved[0].why.clone()
    };
    let straight = |straight, inferred, unknown| Why::Straight {
        calls: 1,
        straight,
        inferred,
        unknown,
        one_entrance: 1,
    };
    assert_eq!(why(&[]), [straight(0, 0, 1)]);
    let now = sends("ask-kommun", "forbundet", "from = 2023-01-01");
    // What is written of any service is written down, too.
    let general = now.replace("services = [\"vatten\"]", "");
    assert_eq!(why(&[general]), [straight(0, 1, 0)]);
    assert_eq!(why(&[now]), [straight(1, 0, 0)]);
}

#[test]
fn of_a_chain_that_is_gone_only_the_calls_that_went_its_way_are_counted() {
    let general = |from: &str, to: &str| {
        format!(
            "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nuntil = 2022-12-31\n\
             status = \"documented\"\nsources = [\"K1\"]\n"
        )
    };
    let school =
        "[[service]]\nid = \"skola\"\nname = \"Skola\"\ntopic = \"gata\"\nsummary = \"S.\"\n";
    let service = [
        duty("forbundet", "contact", ""),
        school.to_owned(),
        duty("forbundet", "contact", "municipalities = [\"ask\"]"),
        duty("bok-kommun", "contact", ""),
        general("ask-kommun", "namnden"),
        general("bok-kommun", "namnden"),
        general("namnden", "forbundet"),
    ];
    let comparison = between(&service, THEN, NOW);
    // Two services from two municipalities, but calls about school from Bok never went that way.
    let all: Vec<usize> = comparison.solved[0]
        .why
        .iter()
        .filter_map(|why| match why {
            Why::Straight { calls, .. } => Some(*calls),
            _ => None,
        })
        .collect();
    assert_eq!(all, [3]);
}

#[test]
fn what_people_write_down_of_a_part_is_neither_solved_nor_new() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("kommunerna", "delivery", ""),
    ];
    let note = |when: &str| {
        format!(
            "[[finding]]\nid = \"anteckning\"\nkind = \"parallel\"\nstatement = \"Så är det.\"\n\
             services = [\"vatten\"]\norganisations = [\"forbundet\"]\nmunicipalities = [\"ask\"]\n\
             status = \"documented\"\nsources = [\"K1\"]\n{when}\n"
        )
    };
    for (when, left) in [("from = 2023-01-01", 2), ("until = 2022-12-31", 2), ("", 2)] {
        let all = [&service[..], &[note(when)]].concat();
        let comparison = between(&all, THEN, NOW);
        assert_eq!(comparison.solved.len(), 0, "{when}");
        assert_eq!(comparison.new.len(), 0, "{when}");
        assert_eq!(comparison.remaining.len(), left, "{when}");
    }
}
