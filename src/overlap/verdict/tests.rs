//! Verdicts as text and as a file.

use std::thread;

use super::super::tests::{directory, double_work_that_moved, duty};
use super::*;
use crate::catalogue::FaultKind;
use crate::overlap::{Findings, findings};

const DAY: &str = "2026-11-23";

mod lost;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn decision(finding: &str, verdict: Verdict) -> Decision {
    Decision {
        finding: finding.to_owned(),
        verdict,
        until: None,
        by: None,
        on: None,
        note: None,
    }
}

/// Double work, unclear entrances and all the rest of a small service, judged by a file, on a day.
fn judged(text: &str, on: &str) -> Findings {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ];
    let found = findings(&directory(&[&service.concat()], on));
    found.judged(&Decisions::read(text).unwrap())
}

#[test]
fn what_people_wrote_of_a_decision_cannot_command_whoever_reads_it() {
    let text = "[[verdict]]\nfinding = \"x\"\nverdict = \"resolved\"\n\
                by = \"stab\\u001b[31m\"\nnote = \"a\\u202Eb\"\n";
    let read = Decisions::read(text).unwrap();
    let decision = &read.all()[0];
    assert_eq!(decision.by.as_deref(), Some("stab�[31m"));
    assert_eq!(decision.note.as_deref(), Some("a�b"));
}

#[test]
fn what_stood_in_the_file_stays_as_it_was() {
    let before = "# Bestämt på mötet i maj.\n\n[[verdict]]\nfinding   = \"a\" # lokalvården\nverdict = 'resolved'\n";
    let after = added(
        before,
        &Decision {
            until: Some(day("2027-12-31")),
            by: Some("Samordnaren".to_owned()),
            on: Some(day(DAY)),
            note: Some("Avtal \"12/2026\"".to_owned()),
            ..decision("b", Verdict::Intended)
        },
    );
    let after = after.unwrap();
    assert_eq!(
        after.strip_prefix(before),
        Some(
            "\n[[verdict]]\nfinding = \"b\"\nverdict = \"intended\"\nuntil = 2027-12-31\non = 2026-11-23\n\
         by = \"Samordnaren\"\nnote = 'Avtal \"12/2026\"'\n"
        )
    );
    let read = Decisions::read(&after).unwrap();
    assert_eq!(read.all().len(), 2);
    assert_eq!(read.all()[1].note.as_deref(), Some("Avtal \"12/2026\""));
}

#[test]
fn the_last_verdict_holds_until_it_expires_and_then_the_finding_is_open_again() {
    let text = "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"resolved\"\n\
                [[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"intended\"\nuntil = 2026-12-31\n";
    let verdict = |on: &str| {
        let found = judged(text, on);
        let finding = found.find("parallel:vatten:forbundet").unwrap();
        (finding.decided, finding.is_silent())
    };
    assert_eq!(verdict("2026-12-31"), (Verdict::Intended, true));
    assert_eq!(verdict("2027-01-01"), (Verdict::Open, false));
}

#[test]
fn a_verdict_is_added_behind_a_comment_at_the_end() {
    let entry = "[[verdict]]\nfinding = \"a\"\nverdict = \"open\"\n";
    for before in ["# Beslut.\n", "\n# Två\n\n# stycken", entry] {
        for behind in ["# Nästa möte är i juni.\n", "\n# Utan radslut", ""] {
            let before = format!("{before}\n{behind}");
            let after = added(&before, &decision("b", Verdict::Resolved)).unwrap();
            let added = after.strip_prefix(&before).unwrap();
            let end = "[[verdict]]\nfinding = \"b\"\nverdict = \"resolved\"\n";
            assert_eq!(added.trim_start(), end);
        }
    }
}

#[test]
fn a_note_of_several_lines_is_read_back_as_it_was_written_however_the_lines_of_the_file_end() {
    for line_end in ["\n", "\r\n"] {
        for note in ["första\nandra", "första\r\nandra", "\"\n\\\u{7f}\t"] {
            let file = format!("# Beslut{line_end}");
            let decision = Decision {
                finding: "a".to_owned(),
                verdict: Verdict::Open,
                until: None,
                by: None,
                on: None,
                note: Some(note.to_owned()),
            };
            let text = added(&file, &decision).unwrap();
            let read = toml_edit::Document::parse(text.as_str()).unwrap();
            let kept = read["verdict"][0]["note"].as_str();
            assert_eq!(kept, Some(note), "{text:?}");
            assert_eq!(text.lines().count(), 6, "{text:?}");
        }
    }
}

#[test]
fn every_byte_of_the_file_stays_whatever_program_wrote_it() {
    let entry = "[[verdict]]\r\nfinding = \"a\"\r\nverdict = \"open\"\r\n";
    let new = "[[verdict]]\r\nfinding = \"b\"\r\nverdict = \"resolved\"\r\n";
    let one = decision("b", Verdict::Resolved);
    for before in [
        entry.to_owned(),
        format!("\u{feff}{entry}"),
        format!("# Beslut\r\n{entry}# slut"),
    ] {
        let after = added(&before, &one).unwrap();
        let more = after.strip_prefix(&before).unwrap();
        assert_eq!(more.trim_start(), new, "{before:?}");
        assert_eq!(Decisions::read(&after).unwrap().all().len(), 2);
    }
    assert_eq!(
        added("\u{feff}", &one).unwrap(),
        "\u{feff}[[verdict]]\nfinding = \"b\"\nverdict = \"resolved\"\n"
    );
}

#[test]
fn a_list_in_brackets_takes_one_more() {
    let one = Decision {
        note: Some("Två\nrader".to_owned()),
        on: Some(day(DAY)),
        ..decision("b", Verdict::Resolved)
    };
    let new = "{ finding = \"b\", verdict = \"resolved\", on = 2026-11-23, note = ";
    let other = "{ finding = \"a\", verdict = \"open\" }";
    for (before, places) in [
        ("verdict = []\n".to_owned(), "verdict = [{}]\n"),
        (
            "verdict = [ # inga än\n]\n".to_owned(),
            "verdict = [{} # inga än\n]\n",
        ),
        (
            format!("verdict = [{other}] # ett"),
            "verdict = [{0}, {}] # ett",
        ),
        (
            format!("\u{feff}verdict = [\r\n  {other},\r\n]\r\n"),
            "\u{feff}verdict = [\r\n  {0},\r\n  {},\r\n]\r\n",
        ),
        // What people have written behind an entry stays with it.
        (
            format!("verdict = [\n  {other}, # KS § 7\n]\n"),
            "verdict = [\n  {0}, # KS § 7\n  {},\n]\n",
        ),
        (
            format!("verdict = [\r\n  {other} # KS § 7\r\n]\r\n"),
            "verdict = [\r\n  {0}, # KS § 7\r\n  {}\r\n]\r\n",
        ),
    ] {
        let after = added(&before, &one).unwrap();
        let start = after.find(new).unwrap_or_else(|| panic!("{after}"));
        let end = start + after[start..].find('}').unwrap() + 1;
        let shape = format!("{}{{}}{}", &after[..start], &after[end..]);
        assert_eq!(shape, places.replace("{0}", other));
        let read = Decisions::read(&after).unwrap();
        assert_eq!(read.all().last(), Some(&one));
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_also_when_it_leads_to_nothing_yet() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join(FILE);
    std::fs::create_dir(folder.path().join("delat")).unwrap();
    std::os::unix::fs::symlink("delat/beslut.toml", &link).unwrap();
    for times in 1..=2 {
        kept::add(&link, &decision("a", Verdict::Open)).unwrap();
        assert!(link.is_symlink());
        let read = kept::read(&folder.path().join("delat/beslut.toml")).unwrap();
        assert_eq!(read.all().len(), times);
    }
}

#[test]
fn a_silenced_finding_comes_last_and_marks_no_service() {
    let text = "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"intended\"\n";
    let found = judged(text, DAY);
    assert_eq!(found.all().len(), 1);
    assert!(found.services().is_empty());
    assert_eq!(judged("", DAY).services().len(), 1);
}

#[test]
fn what_is_wrong_in_the_file_is_told_with_its_place() {
    let text = "[[verdict]]\nfinding = \"a\"\nverdict = \"kanske\"\n";
    let faults = Decisions::read(text).unwrap_err();
    let place = faults[0].place.clone().unwrap();
    assert_eq!(&text[place.span], "\"kanske\"");
}

#[test]
fn of_many_who_write_at_once_nobody_loses_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    thread::scope(|scope| {
        for writer in 0..8 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..8 {
                    let id = format!("fynd-{writer}-{number}");
                    kept::add(path, &decision(&id, Verdict::Investigating)).unwrap();
                }
            });
        }
    });
    let mut ids: Vec<String> = kept::read(&path)
        .unwrap()
        .all()
        .iter()
        .map(|one| one.finding.clone())
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 64);
}

#[test]
fn a_file_that_is_no_list_of_verdicts_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    std::fs::write(&path, "verdict = 3\n").unwrap();
    let refused = kept::add(&path, &decision("a", Verdict::Open));
    assert!(matches!(refused, Err(kept::Refusal::Faulty(_))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "verdict = 3\n");
}

#[test]
fn a_verdict_holds_from_the_day_it_was_made_and_before_that_the_one_before_it() {
    let text = "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"investigating\"\non = 2024-05-01\n\
                [[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"intended\"\non = 2026-05-01\n\
                until = 2026-12-31\n";
    let verdict = |on: &str| {
        let found = judged(text, on);
        found.find("parallel:vatten:forbundet").unwrap().decided
    };
    assert_eq!(verdict("2014-09-01"), Verdict::Open);
    assert_eq!(verdict("2024-05-01"), Verdict::Investigating);
    assert_eq!(verdict("2026-04-30"), Verdict::Investigating);
    assert_eq!(verdict("2026-05-01"), Verdict::Intended);
    assert_eq!(verdict("2026-12-31"), Verdict::Intended);
    assert_eq!(verdict("2027-01-01"), Verdict::Open);
}

#[test]
fn a_verdict_holds_from_when_it_was_made_however_late_it_is_written_down() {
    let entry = |verdict: &str, on: &str| {
        format!(
            "[[verdict]]\nfinding = \"parallel:vatten:forbundet\"\nverdict = \"{verdict}\"\n{on}\n"
        )
    };
    let verdict = |text: &[String], on: &str| {
        let found = judged(&text.concat(), on);
        found.find("parallel:vatten:forbundet").unwrap().decided
    };
    let late = [
        entry("intended", "on = 2026-05-01"),
        entry("investigating", "on = 2014-05-01"),
    ];
    assert_eq!(verdict(&late, "2014-09-01"), Verdict::Investigating);
    assert_eq!(verdict(&late, DAY), Verdict::Intended);
    // Who writes by hand need not say when: what is written last comes last.
    let by_hand = [entry("intended", "on = 2026-05-01"), entry("open", "")];
    assert_eq!(verdict(&by_hand, DAY), Verdict::Open);
    assert_eq!(
        verdict(&[entry("resolved", "")], "2014-09-01"),
        Verdict::Resolved
    );
    let two = [
        entry("resolved", "on = 2026-05-01"),
        entry("open", "on = 2026-05-01"),
    ];
    assert_eq!(verdict(&two, "2026-05-01"), Verdict::Open);
}

/// What people wrote of the double work, which the rules find as well.
fn noted(verdict: &str) -> String {
    format!(
        "[[finding]]\nid = \"anteckning\"\nkind = \"parallel\"\nservices = [\"vatten\"]\n\
         organisations = [\"forbundet\"]\nstatement = \"S.\"\nstatus = \"documented\"\nsources = [\"K1\"]\n\
         verdict = \"{verdict}\"\n"
    )
}

#[test]
fn a_verdict_on_a_part_leaves_the_whole_open_and_one_on_the_whole_covers_its_parts() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
    ]
    .concat();
    let silent = |id: &str| {
        let found = findings(&directory(&[&service, &noted("open")], DAY));
        let text = format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"resolved\"\n");
        let found = found.judged(&Decisions::read(&text).unwrap());
        assert_eq!(found.all().len(), 1);
        found.find("parallel:vatten:forbundet").unwrap().is_silent()
    };
    assert!(!silent("parallel:vatten:forbundet"));
    assert!(silent("anteckning"));
}

#[test]
fn what_is_opened_again_takes_its_place_among_the_open_ones() {
    let service = [
        duty("forbundet", "contact delivery", ""),
        duty("ask-kommun", "delivery", ""),
        "[[service]]\nid = \"ljus\"\nname = \"Ljus\"\ntopic = \"gata\"\nsummary = \"L.\"\n"
            .to_owned(),
        duty("ask-kommun", "contact", ""),
        "[[service]]\nid = \"gas\"\nname = \"Gas\"\ntopic = \"gata\"\nsummary = \"G.\"\n"
            .to_owned(),
        duty("ask-kommun", "contact", ""),
    ]
    .concat();
    let ids = |found: &Findings| -> Vec<String> {
        found.all().iter().map(|one| one.id.to_string()).collect()
    };
    let with = |verdict: &str| findings(&directory(&[&service, &noted(verdict)], DAY));
    let judged = |found: Findings, finding: &str, verdict: &str| {
        let text = format!("[[verdict]]\nfinding = \"{finding}\"\nverdict = \"{verdict}\"\n");
        found.judged(&Decisions::read(&text).unwrap())
    };
    let open = with("open");
    assert_eq!(ids(&open), ["anteckning", "gap:gas", "gap:ljus"]);
    let resolved = with("resolved");
    assert_eq!(ids(&resolved), ["gap:gas", "gap:ljus", "anteckning"]);
    let again = judged(resolved, "anteckning", "open");
    assert_eq!(ids(&again), ids(&open));
    // Without any verdict it is as the catalogue has it.
    let as_written = again.judged(&Decisions::default());
    assert_eq!(ids(&as_written), ["gap:gas", "gap:ljus", "anteckning"]);
    // The same for what a verdict silences for a time.
    let silent = judged(open.clone(), "gap:gas", "intended");
    assert_eq!(ids(&silent), ["anteckning", "gap:ljus", "gap:gas"]);
    assert_eq!(ids(&silent.judged(&Decisions::default())), ids(&open));
}
