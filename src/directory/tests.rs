//! Who exists and who is responsible on a day, and how they are reached: small catalogues, one rule at a time.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::*;
use crate::catalogue::{Reading, Step, TextFile};

/// Two towns with a municipality each; every test adds what it is about.
const TOWNS: &str = r#"
    [catalogue]
    name = "Prov"
    timezone = "Europe/Stockholm"
    country = "SE"
    [[topic]]
    id = "gata"
    name = "Gata"
    [[municipality]]
    id = "ask"
    name = "Ask"
    organisation = "ask-kommun"
    [[municipality]]
    id = "bok"
    name = "Bok"
    organisation = "bok-kommun"
    [[organisation]]
    id = "ask-kommun"
    kind = "municipality"
    name = "Asks kommun"
    serves = ["ask"]
    [[organisation]]
    id = "bok-kommun"
    kind = "municipality"
    name = "Boks kommun"
    serves = ["bok"]
"#;

/// A federation that ended with 2022 and the board that took over from it.
const OLD_AND_NEW: &str = r#"
    [[organisation]]
    id = "gamla"
    kind = "federation"
    name = "Gamla förbundet"
    until = 2022-12-31
    successor = "nya"
    [[organisation.unit]]
    id = "va"
    name = "Vattenverket"
    [[organisation.unit]]
    id = "park"
    name = "Parken"
    [[organisation]]
    id = "nya"
    kind = "joint-board"
    name = "Nya nämnden"
    from = 2023-01-01
    [[organisation.unit]]
    id = "va"
    name = "VA"
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn catalogue(parts: &[&str]) -> Arc<Catalogue> {
    let texts = [&[TOWNS], parts].concat();
    let files = texts.iter().map(|text| TextFile {
        name: "prov.toml".to_owned(),
        text: (*text).to_owned(),
    });
    let reading = Reading::of_texts(files.collect());
    let faults = reading.faults;
    Arc::new(reading.catalogue.unwrap_or_else(|| panic!("{faults:#?}")))
}

fn directory(parts: &[&str], on: &str) -> Directory {
    Directory::at(catalogue(parts), day(on))
}

/// Everybody with a part in the only service: `organisation/unit for municipalities`, `(was …)` where a successor answers.
fn duties(parts: &[&str], on: &str) -> Vec<String> {
    let directory = directory(parts, on);
    let catalogue = directory.catalogue();
    let service = catalogue.service_refs().next().unwrap();
    let said = |duty: Duty<'_>| {
        let organisation = &catalogue[duty.organisation];
        let unit = duty
            .unit
            .map(|unit| format!("/{}", organisation.unit_at(unit).unwrap().id));
        let towns: Vec<_> = duty
            .municipalities
            .iter()
            .map(|&town| catalogue[town].id.as_str())
            .collect();
        let was = duty
            .formerly
            .map(|former| format!(" (was {})", catalogue[former].id));
        format!(
            "{}{} for {}{}",
            organisation.id,
            unit.unwrap_or_default(),
            towns.join("+"),
            was.unwrap_or_default()
        )
    };
    directory.duties(service).map(said).collect()
}

/// Everybody's part in the only service, step by step.
fn steps(parts: &[&str], on: &str) -> Vec<String> {
    let directory = directory(parts, on);
    let service = directory.catalogue().service_refs().next().unwrap();
    let steps = directory.duties(service).map(|duty| {
        let words: Vec<_> = duty.steps.iter().map(Step::word).collect();
        words.join("+")
    });
    let parted = duties(parts, on).into_iter().zip(steps);
    parted
        .map(|(duty, steps)| {
            let (who, whom) = duty.split_once(" for ").unwrap();
            let organisation = who.split('/').next().unwrap();
            format!("{organisation}: {steps} for {whom}")
        })
        .collect()
}

/// The only service, with what is said of who is responsible.
fn service(responsible: &str) -> String {
    format!("[[service]]\nid = \"vatten\"\nname = \"Vatten\"\ntopic = \"gata\"\n{responsible}")
}

// ── Who exists ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_organisation_exists_from_its_first_day_to_its_last() {
    let catalogue = catalogue(&[OLD_AND_NEW]);
    let (old, new) = (
        catalogue.find_organisation("gamla").unwrap(),
        catalogue.find_organisation("nya").unwrap(),
    );
    let on = |text: &str| {
        let directory = Directory::at(catalogue.clone(), day(text));
        let listed: Vec<_> = directory.organisations().collect();
        assert_eq!(listed.contains(&old), directory.exists(old));
        (directory.exists(old), directory.exists(new))
    };
    assert_eq!(on("1990-01-01"), (true, false));
    assert_eq!(on("2022-12-31"), (true, false));
    assert_eq!(on("2023-01-01"), (false, true));
}

#[test]
fn a_service_is_listed_only_while_it_exists_and_nobody_has_it_otherwise() {
    let text = service(
        "from = 2020-01-01\nuntil = 2020-12-31\n[[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]",
    );
    let at = |on| {
        let directory = directory(&[&text], on);
        (directory.services().len(), duties(&[&text], on).len())
    };
    assert_eq!(at("2019-12-31"), (0, 0));
    assert_eq!(at("2020-01-01"), (1, 1));
    assert_eq!(at("2020-12-31"), (1, 1));
    assert_eq!(at("2021-01-01"), (0, 0));
}

// ── Names over time ─────────────────────────────────────────────────────────────────────────────────────────────────

const RENAMED: &str = r#"
    [[organisation]]
    id = "bolaget"
    kind = "company"
    names = [
      { name = "Första bolaget", short = "F", from = 2003-01-01, until = 2009-12-31 },
      { name = "Andra bolaget", from = 2012-01-01, until = 2016-12-31 },
      { name = "Tredje bolaget", short = "T", from = 2017-01-01, until = 2020-12-31 },
    ]
"#;

fn name_on(on: &str) -> (String, String) {
    let directory = directory(&[RENAMED], on);
    let company = directory.catalogue().find_organisation("bolaget").unwrap();
    (
        directory.name(company).to_owned(),
        directory.brief(company).to_owned(),
    )
}

fn names(name: &str, brief: &str) -> (String, String) {
    (name.to_owned(), brief.to_owned())
}

#[test]
fn an_organisation_is_called_what_it_was_called_on_the_day() {
    assert_eq!(name_on("2009-12-31"), names("Första bolaget", "F"));
    assert_eq!(name_on("2017-01-01"), names("Tredje bolaget", "T"));
}

#[test]
fn without_a_short_name_the_whole_name_stands_for_it() {
    assert_eq!(
        name_on("2014-09-01"),
        names("Andra bolaget", "Andra bolaget")
    );
}

#[test]
fn where_no_name_is_known_for_the_day_the_next_one_is_used_and_after_all_of_them_the_last() {
    assert_eq!(name_on("1990-01-01").0, "Första bolaget");
    assert_eq!(name_on("2011-01-01").0, "Andra bolaget");
    assert_eq!(name_on("2030-01-01").0, "Tredje bolaget");
}

#[test]
fn its_other_names_stay_known() {
    let directory = directory(&[RENAMED], "2014-09-01");
    let company = directory.catalogue().find_organisation("bolaget").unwrap();
    let others: Vec<_> = directory.catalogue()[company]
        .other_names_on(directory.day())
        .map(|name| name.name.as_str())
        .collect();
    assert_eq!(others, ["Första bolaget", "Tredje bolaget"]);
}

// ── Who is responsible ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn whoever_is_named_covers_the_municipalities_it_serves() {
    let text = service(
        "[[service.responsible]]\norganisation = [\"ask-kommun\", \"gamla\"]\nsteps = [\"delivery\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2014-09-01"),
        ["ask-kommun for ask", "gamla for ask+bok"]
    );
}

#[test]
fn a_responsibility_holds_from_its_first_day_to_its_last() {
    let text = service(
        "[[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]\nuntil = 2014-06-30\n\
         [[service.responsible]]\norganisation = \"bok-kommun\"\nsteps = [\"contact\"]\nfrom = 2014-07-01",
    );
    assert_eq!(duties(&[&text], "2014-06-30"), ["ask-kommun for ask"]);
    assert_eq!(duties(&[&text], "2014-07-01"), ["bok-kommun for bok"]);
}

#[test]
fn an_organisation_that_does_not_exist_yet_has_no_duty() {
    let text = service("[[service.responsible]]\norganisation = \"nya\"\nsteps = [\"contact\"]");
    assert!(duties(&[OLD_AND_NEW, &text], "2014-09-01").is_empty());
    let directory = directory(&[OLD_AND_NEW], "2014-09-01");
    let new = directory.catalogue().find_organisation("nya").unwrap();
    assert_eq!(directory.answering(new), None);
}

#[test]
fn the_services_of_an_organisation_are_those_it_has_some_part_in_that_day() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"billing\"]\n\
         [[service]]\nid = \"annat\"\nname = \"Annat\"\ntopic = \"gata\"\n\
         [[service.responsible]]\norganisation = \"ask-kommun\"\nsteps = [\"contact\"]",
    );
    let of = |on: &str, organisation: &str| {
        let directory = directory(&[OLD_AND_NEW, &text], on);
        let organisation = directory
            .catalogue()
            .find_organisation(organisation)
            .unwrap();
        let ids: Vec<_> = directory
            .services_of(organisation)
            .map(|service| directory.catalogue()[service].id.to_string())
            .collect();
        ids
    };
    assert_eq!(of("2014-09-01", "gamla"), ["vatten"]);
    assert!(of("2014-09-01", "nya").is_empty());
    assert!(of("2023-09-01", "gamla").is_empty());
    assert_eq!(of("2023-09-01", "nya"), ["vatten"]);
    assert_eq!(of("2023-09-01", "ask-kommun"), ["annat"]);
}

// ── Successors ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_organisation_that_has_ended_is_answered_for_by_its_successor_and_that_is_said() {
    let text = service("[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]");
    let parts = [OLD_AND_NEW, &text];
    assert_eq!(duties(&parts, "2022-12-31"), ["gamla for ask+bok"]);
    assert_eq!(
        duties(&parts, "2023-01-01"),
        ["nya for ask+bok (was gamla)"]
    );
}

#[test]
fn the_unit_with_the_same_id_answers_and_where_there_is_none_the_successor_itself() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nunit = \"va\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"gamla\"\nunit = \"park\"\nsteps = [\"delivery\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya/va for ask+bok (was gamla)",
            "nya for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn a_successor_answers_only_for_those_it_serves() {
    let narrower =
        OLD_AND_NEW.replace("from = 2023-01-01", "from = 2023-01-01\nserves = [\"bok\"]");
    let both = service("[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]");
    assert_eq!(
        duties(&[&narrower, &both], "2023-01-01"),
        ["nya for bok (was gamla)"]
    );
    let ask = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert!(duties(&[&narrower, &ask], "2023-01-01").is_empty());
}

#[test]
fn what_the_successor_has_in_its_own_name_goes_before_what_it_took_over_and_the_rest_stays() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\", \"delivery\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]",
    );
    assert_eq!(
        steps(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya: contact for ask+bok",
            "nya: delivery for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_municipality_leaves_it_the_other_steps_there_and_all_elsewhere() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\", \"delivery\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert_eq!(
        steps(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya: contact for ask",
            "nya: delivery for ask (was gamla)",
            "nya: contact+delivery for bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_case_leaves_the_other_cases_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\ncondition = \"stopp\"\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]\ncondition = \"läcka\"\n\
         [[service.responsible]]\norganisation = \"nya\"\nunit = \"va\"\nsteps = [\"contact\"]\ncondition = \"stopp\"",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        [
            "nya/va for ask+bok",
            "nya/va for ask+bok",
            "nya for ask+bok (was gamla)"
        ]
    );
}

#[test]
fn what_the_successor_says_of_one_municipality_leaves_the_others_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nmunicipalities = [\"ask\"]\nsteps = [\"contact\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        ["nya for ask", "nya for bok (was gamla)"]
    );
}

#[test]
fn what_the_successor_says_of_one_step_leaves_the_other_steps_as_they_were_taken_over() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\n\
         [[service.responsible]]\norganisation = \"nya\"\nsteps = [\"on_call\"]",
    );
    assert_eq!(
        duties(&[OLD_AND_NEW, &text], "2023-01-01"),
        ["nya for ask+bok", "nya for ask+bok (was gamla)"]
    );
}

const CHAIN: &str = r#"
    [[organisation]]
    id = "ett"
    kind = "agency"
    name = "Ett"
    until = 1999-12-31
    successor = "tva"
    [[organisation]]
    id = "tva"
    kind = "agency"
    name = "Två"
    from = 2000-01-01
    until = 2009-12-31
    successor = "tre"
    [[organisation]]
    id = "tre"
    kind = "agency"
    name = "Tre"
    from = 2012-01-01
    until = 2019-12-31
"#;

#[test]
fn a_chain_of_successors_is_followed_to_the_one_that_exists() {
    let text = service("[[service.responsible]]\norganisation = \"ett\"\nsteps = [\"contact\"]");
    let at = |on| duties(&[CHAIN, &text], on);
    assert_eq!(at("1999-12-31"), ["ett for ask+bok"]);
    assert_eq!(at("2005-01-01"), ["tva for ask+bok (was ett)"]);
    assert_eq!(at("2015-01-01"), ["tre for ask+bok (was ett)"]);
}

#[test]
fn nobody_answers_before_the_successor_begins_or_when_the_last_one_ended_without_any() {
    let text = service("[[service.responsible]]\norganisation = \"ett\"\nsteps = [\"contact\"]");
    assert!(duties(&[CHAIN, &text], "2011-01-01").is_empty());
    assert!(duties(&[CHAIN, &text], "2020-01-01").is_empty());
}

// ── How they are reached ────────────────────────────────────────────────────────────────────────────────────────────

/// A board with a number, a unit with its own, and a service with one for just that.
fn reachable(board: &str, unit: &str, duty: &str) -> Contact {
    let text = format!(
        "[[organisation]]\nid = \"namnden\"\nkind = \"joint-board\"\nname = \"Nämnden\"\n\
         contact = {{ {board} }}\n\
         [[organisation.unit]]\nid = \"va\"\nname = \"VA\"\ncontact = {{ {unit} }}\n{}",
        service(&format!(
            "[[service.responsible]]\norganisation = \"namnden\"\nunit = \"va\"\nsteps = [\"contact\"]\ncontact = {{ {duty} }}"
        ))
    );
    let directory = directory(&[&text], "2020-01-01");
    let service = directory.catalogue().service_refs().next().unwrap();
    let duty = directory.duties(service).next().unwrap();
    directory.contact_for(&duty)
}

fn hours(contact: &Contact) -> Option<&str> {
    contact.hours.as_ref().map(crate::catalogue::Hours::as_str)
}

#[test]
fn a_number_for_just_this_is_rung_before_that_of_the_unit_and_that_before_that_of_the_organisation()
{
    let phone = |board, unit, duty| reachable(board, unit, duty).phone.unwrap();
    let (board, unit, duty) = ("phone = \"111\"", "phone = \"222\"", "phone = \"333\"");
    assert_eq!(phone(board, unit, duty), "333");
    assert_eq!(phone(board, unit, ""), "222");
    assert_eq!(phone(board, "", ""), "111");
}

#[test]
fn what_the_nearest_leaves_out_is_taken_from_the_next() {
    let contact = reachable(
        "email = \"n@x.se\", web = \"x.se\", phone = \"111\"",
        "on_call = \"999\", on_call_note = \"Bara akut\", web = \"va.x.se\"",
        "note = \"Knappval 2\"",
    );
    assert_eq!(contact.phone.as_deref(), Some("111"));
    assert_eq!(contact.email.as_deref(), Some("n@x.se"));
    assert_eq!(contact.web.as_deref(), Some("va.x.se"));
    assert_eq!(contact.on_call.as_deref(), Some("999"));
    assert_eq!(contact.on_call_note.as_deref(), Some("Bara akut"));
    assert_eq!(contact.note.as_deref(), Some("Knappval 2"));
}

#[test]
fn opening_hours_follow_the_number_they_were_given_for() {
    let board = "phone = \"111\", hours = \"Mo-Fr 08:00-16:00\"";
    assert_eq!(
        hours(&reachable(board, "note = \"Fråga efter VA\"", "")),
        Some("Mo-Fr 08:00-16:00")
    );
    // The board's hours say nothing of when the unit's own number is answered.
    assert_eq!(hours(&reachable(board, "phone = \"222\"", "")), None);
    assert_eq!(
        hours(&reachable(board, "hours = \"Mo 10:00-12:00\"", "")),
        Some("Mo 10:00-12:00")
    );
}

#[test]
fn a_note_follows_the_number_it_was_given_for() {
    let note = |board, unit| reachable(board, unit, "").note;
    let board = "phone = \"112\", note = \"Bara när det är akut\"";
    assert_eq!(
        note(board, "web = \"va.x.se\"").as_deref(),
        Some("Bara när det är akut")
    );
    assert_eq!(note(board, "phone = \"113 13\""), None);
    assert_eq!(
        note(board, "phone = \"113 13\", note = \"Information\"").as_deref(),
        Some("Information")
    );
}

#[test]
fn a_note_about_the_on_call_number_stays_with_that_number() {
    let contact = reachable(
        "on_call = \"999\", on_call_note = \"Bara gatan\"",
        "on_call = \"888\"",
        "",
    );
    assert_eq!(contact.on_call.as_deref(), Some("888"));
    assert_eq!(contact.on_call_note, None);
}

#[test]
fn how_well_a_contact_is_known_is_how_well_its_number_is_known() {
    let contact = reachable("phone = \"111\", verified = 2010-01-01", "note = \"x\"", "");
    assert_eq!(contact.verified, Some(day("2010-01-01")));
    let contact = reachable(
        "phone = \"111\", verified = 2010-01-01",
        "phone = \"222\", verified = 2015-01-01",
        "",
    );
    assert_eq!(contact.verified, Some(day("2015-01-01")));
}

#[test]
fn a_number_that_changed_is_the_one_of_the_day() {
    let text = r#"
        [[organisation]]
        id = "namnden"
        kind = "joint-board"
        name = "Nämnden"
        contact = [
          { phone = "111", until = 2016-12-31 },
          { phone = "222", from = 2017-01-01, until = 2019-12-31 },
        ]
    "#;
    let phone = |on| {
        let directory = directory(&[text], on);
        let board = directory.catalogue().find_organisation("namnden").unwrap();
        directory.contact(board, None).phone
    };
    assert_eq!(phone("2016-12-31").as_deref(), Some("111"));
    assert_eq!(phone("2017-01-01").as_deref(), Some("222"));
    assert_eq!(phone("2020-01-01"), None);
}

#[test]
fn the_number_of_an_organisation_that_has_ended_is_not_that_of_its_successor() {
    let text = service(
        "[[service.responsible]]\norganisation = \"gamla\"\nsteps = [\"contact\"]\ncontact = { phone = \"111\" }",
    );
    let phone = |on| {
        let directory = directory(&[OLD_AND_NEW, &text], on);
        let service = directory.catalogue().service_refs().next().unwrap();
        let duty = directory.duties(service).next().unwrap();
        directory.contact_for(&duty).phone
    };
    assert_eq!(phone("2022-12-31").as_deref(), Some("111"));
    assert_eq!(phone("2023-01-01"), None);
}
