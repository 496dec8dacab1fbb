//! What changed in small catalogues, one rule at a time, and between any two.

use super::*;

/// What is different between two days of a small catalogue.
#[test]
fn a_period_that_begins_where_another_ends_is_no_change_of_hands() {
    let service = [
        duty("forbundet", "contact delivery", "until = 2022-12-31"),
        duty("forbundet", "contact delivery", "from = 2023-01-01"),
    ];
    assert!(between(&service, THEN, NOW).is_empty());
}

#[test]
fn who_keeps_a_step_is_in_no_hand_that_changed() {
    let service = [
        duty("ask-kommun", "contact delivery", ""),
        duty("forbundet", "delivery", "until = 2022-12-31"),
    ];
    let comparison = between(&service, THEN, NOW);
    // In Bok and Alm it is nobody's now; in Ask it is the municipality's alone.
    let delivery = [Step::Delivery].into_iter().collect();
    assert!(
        comparison
            .hands
            .iter()
            .all(|one| one.steps == delivery && one.after.is_empty())
    );
    let places: Vec<_> = comparison
        .hands
        .iter()
        .map(|one| (one.municipalities.len(), one.beside.len()))
        .collect();
    assert_eq!(places, [(2, 0), (1, 1)]);
}

#[test]
fn the_same_in_another_case_is_told_as_another_case() {
    let service = [
        duty(
            "forbundet",
            "contact",
            "condition = \"på gatan\"\nuntil = 2022-12-31",
        ),
        duty(
            "forbundet",
            "contact",
            "condition = \"på torget\"\nfrom = 2023-01-01",
        ),
    ];
    let comparison = between(&service, THEN, NOW);
    assert!(comparison.hands.iter().all(Handover::is_only_other_cases));
    assert_eq!(comparison.hands.len(), 1);
}

#[test]
fn a_gap_is_solved_by_whoever_takes_the_work() {
    let service = [
        duty("ask-kommun", "contact", ""),
        duty(
            "forbundet",
            "contact",
            "municipalities = [\"bok\", \"alm\"]\nfrom = 2023-01-01",
        ),
    ];
    let comparison = between(&service, THEN, NOW);
    let [gap] = &comparison.solved[..] else {
        panic!("{:?}", comparison.solved);
    };
    assert_eq!(gap.finding.kind, FindingKind::Gap);
    let forbundet = comparison.hands[0].after[0].who.clone();
    assert_eq!(gap.why, [Why::Somebody(vec![forbundet])]);
}

#[test]
fn what_a_verdict_silences_is_decided_and_what_the_catalogue_ends_is_solved() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
        duty("bok-kommun", "contact", "until = 2022-12-31"),
    ]
    .concat();
    let verdicts = "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"intended\"\n\
                    [[verdict]]\nfinding = \"unclear-entry:vatten:forbundet\"\nverdict = \"resolved\"\n";
    let decisions = Decisions::read(verdicts).unwrap();
    let (then, now) = (directory(&[&service], THEN), directory(&[&service], NOW));
    let comparison = judged(&then, &now, &decisions);
    let [left] = &comparison.remaining[..] else {
        panic!("{comparison:?}");
    };
    assert!(left.after.is_silent() && left.is_unchanged());
    let [solved] = &comparison.solved[..] else {
        panic!("{comparison:?}");
    };
    assert!(solved.finding.is_silent());
    assert_eq!(solved.finding.kind, FindingKind::UnclearEntry);
}

#[test]
fn a_verdict_that_has_expired_is_a_difference() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let verdict = "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"intended\"\nuntil = 2022-12-31\n";
    let decisions = Decisions::read(verdict).unwrap();
    let (then, now) = (directory(&[&service], THEN), directory(&[&service], NOW));
    let comparison = judged(&then, &now, &decisions);
    assert!(comparison.remaining[0].is_rejudged());
    assert!(!comparison.is_empty());
}

/// One duty of a random catalogue: who, what, where, in which case, and when.
fn any_duty() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["ask-kommun", "bok-kommun", "forbundet", "namnden"]);
    let steps = prop::sample::subsequence(vec!["contact", "handling", "delivery"], 1..=3);
    let when = prop::sample::select(vec!["", "until = 2022-12-31", "from = 2023-01-01"]);
    let case = prop::sample::select(vec![
        "",
        "condition = \"på gatan\"\n",
        "condition = \"i parken\"\n",
    ]);
    (who, steps, when, case)
        .prop_map(|(who, steps, when, case)| duty(who, &steps.join(" "), &format!("{case}{when}")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_day_beside_itself_has_nothing_different(service in prop::collection::vec(any_duty(), 1..6)) {
        prop_assert!(between(&service, NOW, NOW).is_empty());
        prop_assert!(between(&service, THEN, THEN).is_empty());
    }

    #[test]
    fn the_way_back_mirrors_the_way_there(service in prop::collection::vec(any_duty(), 1..6)) {
        let (there, back) = (between(&service, THEN, NOW), between(&service, NOW, THEN));
        let mirrored = back.hands.iter().map(|one| Handover {
            before: one.after.clone(),
            after: one.before.clone(),
            ..one.clone()
        });
        let mirrored: Vec<Handover> = mirrored.collect();
        prop_assert_eq!(there.hands.len(), mirrored.len());
        prop_assert!(there.hands.iter().all(|one| mirrored.contains(one)));
        let ids = |findings: &[Finding]| findings.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        let solved = |one: &Comparison| one.solved.iter().map(|one| one.finding.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(solved(&there), ids(&back.new));
        prop_assert_eq!(solved(&back), ids(&there.new));
        prop_assert_eq!(there.remaining.len(), back.remaining.len());
    }
}

#[test]
fn what_moved_to_another_place_is_solved_here_and_new_there() {
    let park = double_work_that_moved();
    let on = |day: &str| directory(&[&park], day);
    let told = |then: &Directory, now: &Directory| {
        let comparison = compared(then, now);
        let ids = |all: &mut dyn Iterator<Item = &Finding>| -> Vec<String> {
            all.filter(|one| one.kind == FindingKind::Parallel)
                .map(|one| one.id.to_string())
                .collect()
        };
        (
            ids(&mut comparison.solved.iter().map(|one| &one.finding)),
            ids(&mut comparison.new.iter()),
            ids(&mut comparison.remaining.iter().map(|one| &one.after)),
        )
    };
    let id = vec!["parallel:vatten:forbundet+namnden".to_owned()];
    assert_eq!(
        told(&on("2024-06-01"), &on("2025-06-01")),
        (id.clone(), id.clone(), Vec::new())
    );
    // In one place more it is left where it was, and new where it came.
    let more = park.replace("\nuntil = 2024-12-31", "");
    let (then, now) = (
        directory(&[&more], "2024-06-01"),
        directory(&[&more], "2025-06-01"),
    );
    let new = vec!["parallel:vatten:forbundet+namnden/in/bok".to_owned()];
    assert_eq!(told(&then, &now), (Vec::new(), new.clone(), id.clone()));
    assert_eq!(told(&now, &then), (new, Vec::new(), id));
}

#[test]
fn another_step_of_the_same_bodies_is_another_finding() {
    let park = [
        duty("forbundet", "contact delivery billing", ""),
        duty("namnden", "delivery", "until = 2024-12-31"),
        duty("namnden", "billing", "from = 2025-01-01"),
    ]
    .concat();
    let (then, now) = (
        directory(&[&park], "2024-06-01"),
        directory(&[&park], "2025-06-01"),
    );
    let comparison = compared(&then, &now);
    assert_eq!(comparison.solved.len(), 1);
    assert_eq!(comparison.new.len(), 1);
}
