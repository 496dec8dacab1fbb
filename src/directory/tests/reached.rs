//! How they are reached: the number, the hours and the notes that hold on a day.

use super::*;

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
