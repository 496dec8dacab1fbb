//! Scenarios over the shipped catalogue: what they change, what they leave, and what is wrong with them.

use std::sync::{Arc, LazyLock};

use super::*;
use crate::catalogue::{Reading, Step};
use crate::compare::tests::compared;
use crate::compare::{Tale, Why};
use crate::directory::Directory;
use crate::locale::{Language, Locale};
use crate::overlap::tests::directory;

static SHIPPED: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

const HEAD: &str = "[scenario]\nname = \"Prov\"\nat = 2027-01-01\n";

fn file(text: &str) -> TextFile {
    TextFile {
        name: "prov.toml".to_owned(),
        text: format!("{HEAD}{text}"),
    }
}

/// What a scenario changes on the day all of it holds: from whom to whom, which steps, where.
fn changes(text: &str) -> Vec<String> {
    let scenario = Scenario::of_text(file(text), &SHIPPED, None).unwrap();
    changes_on(scenario.day(), scenario)
}

fn changes_on(day: NaiveDate, scenario: Scenario) -> Vec<String> {
    let before = Directory::at(SHIPPED.clone(), day);
    let after = Directory::at(Arc::new(scenario.catalogue), day);
    let swedish = Locale::new(Language::Swedish);
    let tale = Tale::of(&before, &after, &swedish);
    let comparison = compared(&before, &after);
    let hands = comparison.hands.iter();
    hands
        .map(|one| {
            let (hands, steps) = (tale.hands(one), tale.after.steps(one.steps));
            let services = tale.services(&one.services).join(", ");
            let places = tale.municipalities(&one.municipalities);
            format!("{services}: {hands}, {steps} ({places})")
        })
        .collect()
}

/// The codes of what is wrong with a scenario, and what stands there.
fn faults(text: &str) -> Vec<(&'static str, String)> {
    let reading = *Scenario::of_text(file(text), &SHIPPED, None).unwrap_err();
    let at = |fault: &Fault| {
        let place = fault.place.as_ref().unwrap();
        reading.files[0].text[place.span.clone()].to_owned()
    };
    let faults = reading.faults.iter();
    faults.map(|fault| (fault.kind.code(), at(fault))).collect()
}

#[test]
fn a_service_moves_for_one_municipality() {
    let text =
        "[[move]]\nservices = [\"snorojning\"]\nfrom = \"teknisk-namnd\"\nto = \"nora-kommun\"\n";
    assert_eq!(
        changes(text),
        [
            "Snöröjning av gator: Teknisk nämnd → Nora kommun, första kontakt, handläggning, utförande och jour (Nora)"
        ]
    );
}

#[test]
fn only_the_steps_that_are_named_move() {
    let text = "[[move]]\nservices = [\"snorojning\"]\nfrom = \"teknisk-namnd\"\nto = \"nora-kommun\"\nsteps = [\"delivery\"]\n";
    assert_eq!(
        changes(text),
        ["Snöröjning av gator: Teknisk nämnd → Nora kommun, utförande (Nora)"]
    );
}

#[test]
fn a_new_office_takes_over_from_all_and_the_rules_see_no_candidate_any_more() {
    let text = r#"
        [[organisation]]
        id = "lonekontoret"
        kind = "joint-board"
        name = "Lönekontoret"
        [[move]]
        services = ["lon"]
        from = ["lindesberg-kommun", "nora-kommun", "hallefors-kommun", "ljusnarsberg-kommun"]
        to = "lonekontoret"
        [[end]]
        services = ["lon"]
        organisation = "lonekontoret"
        steps = ["contact"]
        municipalities = ["nora"]
        [[add]]
        services = ["lon"]
        organisation = "nora-kommun"
        steps = ["contact"]
    "#;
    let scenario = Scenario::of_text(file(text), &SHIPPED, None).unwrap();
    let service = scenario.catalogue.find_service("lon").unwrap();
    let day = scenario.day();
    let before = Directory::at(SHIPPED.clone(), day);
    let after = Directory::at(Arc::new(scenario.catalogue), day);
    let office = after.catalogue().find_organisation("lonekontoret").unwrap();
    let nora = after.catalogue().find_municipality("nora").unwrap();
    let has = |step: Step| {
        let mut duties = after.duties_for(service, nora);
        duties.any(|duty| duty.organisation == office && duty.steps.contains(step))
    };
    assert!(has(Step::Delivery) && !has(Step::Contact));
    let comparison = compared(&before, &after);
    let solved: Vec<_> = comparison
        .solved
        .iter()
        .map(|one| one.finding.id.as_str())
        .collect();
    // What the enquiry wrote down still stands in the catalogue; only people may close it.
    assert!(solved.is_empty(), "{solved:?}");
    let mut left = comparison.remaining.iter();
    let left = left
        .find(|one| one.before.is_called("samarbete-lon"))
        .unwrap();
    let office = after.catalogue()[office].id.clone();
    assert_eq!(left.why, [Why::Together(vec![office])]);
}

#[test]
fn the_days_before_a_scenario_are_as_they_were() {
    let text = "[[move]]\nservices = [\"snorojning\"]\nfrom = \"teknisk-namnd\"\nto = \"nora-kommun\"\nat = 2027-07-01\n";
    let scenario = Scenario::of_text(file(text), &SHIPPED, None).unwrap();
    assert_eq!(scenario.day().to_string(), "2027-07-01");
    let day = "2027-06-30".parse().unwrap();
    assert_eq!(changes_on(day, scenario), [""; 0]);
}

#[test]
fn what_a_successor_answers_for_can_be_moved_from_it() {
    let inherited = "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
        [[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla förbundet\"\n\
        until = 2022-12-31\nsuccessor = \"namnden\"\n";
    let small = directory(&[inherited], "2027-01-01");
    let text = "[[move]]\nservices = [\"vatten\"]\nfrom = \"namnden\"\nto = \"forbundet\"\n";
    let scenario = Scenario::of_text(file(text), small.catalogue(), None).unwrap();
    let after = Directory::at(Arc::new(scenario.catalogue), small.day());
    let service = after.services()[0];
    let who: Vec<&str> = after
        .duties(service)
        .map(|duty| after.name(duty.organisation))
        .collect();
    assert_eq!(who, ["Förbundet"]);
}

#[test]
fn whoever_gets_it_keeps_what_it_had_as_it_had_it() {
    let own = "[[service.responsible]]\norganisation = \"forbundet\"\nsteps = [\"delivery\"]\n\
        confidence = \"documented\"\nsources = [\"K1\"]\nverified = 2026-06-01\n\
        contact = { on_call = \"019-14 76 42\" }\n\
        [[service.responsible]]\norganisation = \"namnden\"\nsteps = [\"delivery\"]\n";
    let small = directory(&[own], "2027-01-01");
    let text = "[[move]]\nservices = [\"vatten\"]\nfrom = [\"namnden\", \"forbundet\"]\nto = \"forbundet\"\n";
    let scenario = Scenario::of_text(file(text), small.catalogue(), None).unwrap();
    let all = |catalogue: &Catalogue| catalogue.services()[0].responsibilities.clone();
    let before = all(small.catalogue());
    let after = all(&scenario.catalogue);
    let forbundet = small.catalogue().find_organisation("forbundet").unwrap();
    let as_it_was = format!("{:?}", before[0]);
    assert!(
        after.iter().any(|one| format!("{one:?}") == as_it_was),
        "{after:?}"
    );
    let now: Vec<_> = after
        .iter()
        .filter(|one| one.period.contains(scenario.day()))
        .collect();
    assert!(now.iter().all(|one| one.organisation == forbundet));
}

#[test]
fn a_municipality_can_be_host_to_something_for_another_and_the_comparison_says_so() {
    let text = "[[move]]\nservices = [\"lon\"]\nfrom = \"kommunerna\"\nto = \"lindesberg-kommun\"\n\
        municipalities = [\"lindesberg\", \"nora\"]\nsteps = [\"delivery\"]\n\
        [[move]]\nservices = [\"ekonomiadm\"]\nfrom = \"kommunerna\"\nto = \"nora-kommun\"\n\
        municipalities = [\"hallefors\"]\n\
        [[end]]\nservices = [\"ekonomiadm\"]\norganisation = \"nora-kommun\"\nmunicipalities = [\"hallefors\"]\n";
    let scenario = Scenario::of_text(file(text), &SHIPPED, None).unwrap();
    let serves = |catalogue: &Catalogue, id: &str| {
        let body = catalogue.find_organisation(id).unwrap();
        let serves = catalogue[body].serves.iter();
        let names: Vec<_> = serves.map(|&one| catalogue[one].id.to_string()).collect();
        names
    };
    assert_eq!(serves(&SHIPPED, "lindesberg-kommun"), ["lindesberg"]);
    assert_eq!(
        serves(&scenario.catalogue, "lindesberg-kommun"),
        ["lindesberg", "nora"]
    );
    // What is given for a time, or taken back, makes nobody a host.
    assert_eq!(
        serves(&scenario.catalogue, "hallefors-kommun"),
        ["hallefors"]
    );
    let before = Directory::at(SHIPPED.clone(), scenario.day());
    let after = Directory::at(Arc::new(scenario.catalogue), before.day());
    let comparison = compared(&before, &after);
    let extended = &comparison.bodies.extended[0];
    assert_eq!(extended.organisation.as_str(), "lindesberg-kommun");
    assert_eq!(extended.municipalities[0].as_str(), "nora");
    let service = after.catalogue().find_service("lon").unwrap();
    let nora = after.catalogue().find_municipality("nora").unwrap();
    let who: Vec<&str> = after
        .duties_for(service, nora)
        .filter(|duty| duty.steps.contains(Step::Delivery))
        .map(|duty| after.name(duty.organisation))
        .collect();
    assert_eq!(who, ["Lindesbergs kommun"]);
}

#[test]
fn a_misspelt_group_is_told_with_the_one_that_is_meant() {
    let text = "[[end]]\nservices = [\"lon\"]\norganisation = \"komunerna\"\n";
    let reading = *Scenario::of_text(file(text), &SHIPPED, None).unwrap_err();
    assert!(matches!(
        &reading.faults[0].kind,
        FaultKind::UnknownId { nearest, .. } if nearest == "kommunerna"
    ));
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let found = faults(
        r#"
        [[organisation]]
        id = "bkt"
        kind = "federation"
        name = "Igen"
        [[move]]
        services = ["snorojnig"]
        from = "teknisk-namd"
        to = "bkt"
        [[move]]
        services = ["snorojning"]
        from = "teknisk-namnd"
        to = ["nora-kommun", "hallefors-kommun"]
        municipalities = ["lindesberg"]
        [[move]]
        services = ["snorojning"]
        from = "bmb"
        to = "bkt"
        [[end]]
        services = ["snorojning"]
        organisation = "polisen"
        [[flytt]]
        "#,
    );
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(code, at)| (*code, at.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("fault-duplicate-id", "\"bkt\""),
            ("fault-unknown-id", "\"snorojnig\""),
            ("fault-unknown-id", "\"teknisk-namd\""),
            ("fault-nobody-serves", "\"lindesberg\""),
            ("fault-not-there", "\"bkt\""),
            ("fault-nothing-to-take", "\"snorojning\""),
            ("fault-unknown-key", "flytt"),
        ]
    );
}

#[test]
fn a_scenario_says_what_it_is_called_and_when() {
    let text = TextFile {
        name: "prov.toml".to_owned(),
        text: "[scenario]\n".to_owned(),
    };
    let reading = *Scenario::of_text(text, &SHIPPED, None).unwrap_err();
    let codes: Vec<_> = reading.faults.iter().map(|one| one.kind.code()).collect();
    assert_eq!(codes, ["fault-missing-key"; 2]);
}

#[test]
fn a_scenario_is_known_however_its_heading_is_written_and_also_when_it_is_broken() {
    for scenario in [
        "[scenario]\nname = \"X\"\n",
        "\u{feff}[ scenario ] # ett prov\n",
        "scenario = { name = \"X\", at = 2027-01-01 }\n",
        "scenario.name = \"X\"\n",
        "\"scenario\".name = \"X\"\n",
        "['scenario']\n",
        "scenario = 3\n",
        // Broken, or without its heading.
        "[scenario\nname = \"X\"\n",
        "[scenario]\nname = \"X\nat = 2027-01-01\n[[end]\n",
        "scenario = { name = \"X\", at = }\n",
        "[[move]]\nservices = [\"lon\"]\n",
    ] {
        assert!(is_meant_as_scenario(scenario), "{scenario}");
    }
    for other in [
        "",
        "[catalogue]\nname = \"X\"\n",
        "[catalogue]\nname = \"[scenario]\"\n[[move]]\n",
        "[[service]]\nsummary = \"\"\"\n[scenario]\n\"\"\"\n",
        "# [scenario]\n[[service]]\nid = \"scenario\"\n",
    ] {
        assert!(!is_meant_as_scenario(other), "{other}");
    }
}

/// An entry that moves snow clearing.
fn moves(from: &str, to: &str, more: &str) -> String {
    format!("[[move]]\nservices = [\"snorojning\"]\nfrom = \"{from}\"\nto = \"{to}\"\n{more}\n")
}

#[test]
fn what_makes_no_sense_is_told_for_what_it_is() {
    let to_nora = moves("teknisk-namnd", "nora-kommun", "");
    let adds = "[[add]]\nservices = [\"snorojning\"]\norganisation = \"teknisk-namnd\"\nsteps = [\"delivery\"]\n";
    let end = "[[end]]\nservices = [\"snorojning\"]\norganisation = \"teknisk-namnd\"\nmunicipalities = [\"nora\"]\n";
    let new = "[[add]]\nservices = [\"jurist\"]\norganisation = \"bmb\"\nsteps = [\"appeal\"]\n";
    let service = "\"snorojning\"";
    for (text, code, at) in [
        (String::new(), "fault-changes-nothing", "[scenario]"),
        (
            moves("bmb", "nora-kommun", ""),
            "fault-nothing-to-take",
            service,
        ),
        (
            moves("teknisk-namnd", "bkt", ""),
            "fault-not-there",
            "\"bkt\"",
        ),
        (
            moves("bkt", "bkt", "at = 2014-01-01"),
            "fault-moves-nowhere",
            "\"bkt\"",
        ),
        (to_nora.repeat(2), "fault-already-taken", service),
        (
            to_nora.replace(service, "\"snorojning\", \"snorojning\""),
            "fault-already-taken",
            service,
        ),
        (format!("{to_nora}{end}"), "fault-already-taken", service),
        (adds.to_owned(), "fault-already-has", service),
        (new.repeat(2), "fault-already-has", "\"jurist\""),
    ] {
        assert_eq!(faults(&text), [(code, at.to_owned())], "{text}");
    }
    // What is parted by municipality is taken twice and yet only once.
    let parted = moves("teknisk-namnd", "hallefors-kommun", "");
    assert!(Scenario::of_text(file(&format!("{to_nora}{parted}")), &SHIPPED, None).is_ok());
}

#[test]
fn one_who_has_other_steps_is_told_apart_from_one_who_has_nothing() {
    let of = |text: &str| {
        let reading = *Scenario::of_text(file(text), &SHIPPED, None).unwrap_err();
        reading.faults[0]
            .kind
            .title(&Locale::new(Language::Swedish))
    };
    let other = of(&moves(
        "teknisk-namnd",
        "nora-kommun",
        "steps = [\"billing\"]",
    ));
    assert!(
        other.contains("men inte i de moment och kommuner"),
        "{other}"
    );
    assert!(of(&moves("bmb", "nora-kommun", "")).contains("har inget av tjänsten"));
}

#[test]
fn a_plan_may_not_begin_before_today() {
    let text = moves("teknisk-namnd", "nora-kommun", "at = 2026-12-31");
    let codes = |today: &str| {
        let today = Some(today.parse().unwrap());
        let read = Scenario::of_text(file(&text), &SHIPPED, today);
        let faults = read.err().map(|reading| reading.faults).unwrap_or_default();
        let codes = faults.iter().map(|fault| fault.kind.code());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes("2026-12-31"), [""; 0]);
    assert_eq!(codes("2027-01-01"), ["fault-past-day"]);
    assert_eq!(codes("2027-01-02"), ["fault-past-day"; 2]);
}

#[test]
fn what_lines_that_cannot_be_read_may_hold_is_not_called_missing() {
    let text = TextFile {
        name: "prov.toml".to_owned(),
        text: "scenario = { name = \"Prov\", at = }\n".to_owned(),
    };
    let reading = *Scenario::of_text(text, &SHIPPED, None).unwrap_err();
    let swedish = Locale::new(Language::Swedish);
    let told: Vec<_> = reading
        .faults
        .iter()
        .map(|one| one.kind.title(&swedish))
        .collect();
    assert_eq!(told, ["värdet saknas"]);
}

#[test]
fn what_is_known_of_one_municipality_is_not_said_of_those_that_are_added() {
    let known = "[[service.responsible]]\norganisation = \"namnden\"\nsteps = [\"delivery\"]\n\
        municipalities = [\"ask\"]\nfrom = 2027-01-01\nverified = 2026-06-01\n\
        note = \"Bara i Ask.\"\n[[service.responsible]]\norganisation = \"forbundet\"\n\
        steps = [\"delivery\"]\nmunicipalities = [\"bok\"]\nfrom = 2027-01-01\n";
    let small = directory(&[known], "2027-01-01");
    let text = "[[move]]\nservices = [\"vatten\"]\nfrom = \"forbundet\"\nto = \"namnden\"\n";
    let scenario = Scenario::of_text(file(text), small.catalogue(), None).unwrap();
    let service = &scenario.catalogue.services()[0];
    let told: Vec<_> = service
        .responsibilities
        .iter()
        .map(|one| {
            (
                one.municipalities.len(),
                one.note.is_some(),
                one.verified.is_some(),
            )
        })
        .collect();
    assert_eq!(told, [(1, true, true), (1, false, false)]);
}
