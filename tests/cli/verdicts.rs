//! `verdict`: what is decided about findings, where it is kept, and what it does.

use std::fs;

use serde_json::json;

use crate::program::{Folder, SMALL, command_at_home, hanvisa, ran};

/// A folder with the small catalogue in it.
fn catalogue(name: &str) -> Folder {
    let folder = Folder::new(name);
    let text = fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue");
    folder.write("katalog.toml", &text);
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> crate::program::Ran {
    let path = folder.path().display().to_string();
    let circumstances = ["--catalogue", &path, "--at", "2026-11-23"];
    hanvisa(&[arguments, &circumstances].concat())
}

#[test]
fn a_verdict_is_kept_beside_the_catalogue_and_silences_its_finding_until_it_expires() {
    let folder = catalogue("verdict");
    let said = run(
        &folder,
        &[
            "verdict",
            "gap:parker",
            "intended",
            "--until",
            "2027-12-31",
            "--by",
            "Samordnaren",
            "--note",
            "Östby har inga parker",
        ],
    );
    let said = said.answers();
    assert!(
        said.starts_with("gap:parker: avsiktlig. Det står i "),
        "{said}"
    );
    assert!(said.ends_with("verdicts.toml\n"), "{said}");
    let gaps = |day: &str| {
        let path = folder.path().display().to_string();
        let arguments = [
            "--kind",
            "gap",
            "--format",
            "json",
            "--catalogue",
            &path,
            "--at",
            day,
        ];
        let found = hanvisa(&[&["duplicates"][..], &arguments].concat()).json();
        let findings = found["findings"].as_array().expect("a list").clone();
        let last = findings.last().expect("a gap").clone();
        (
            last["id"].clone(),
            last["verdict"].clone(),
            last["decision"]["by"].clone(),
        )
    };
    assert_eq!(
        gaps("2027-12-31"),
        (json!("gap:parker"), json!("intended"), json!("Samordnaren"))
    );
    assert_eq!(
        gaps("2028-01-01"),
        (json!("gap:parker"), json!("open"), json!(null))
    );
    let shown = run(
        &folder,
        &["show", "parker", "-m", "ostby", "--format", "json"],
    )
    .json();
    assert_eq!(shown["referral"]["findings"], json!([]));
    let listed = run(&folder, &["duplicates", "--format", "markdown"]).answers();
    assert!(
        listed.contains("\n## Lucka (2, varav ett är avgjort)\n"),
        "{listed}"
    );
    // It is no file of the catalogue.
    assert_eq!(run(&folder, &["check"]).status, 0);
}

#[test]
fn verdicts_about_the_embedded_catalogue_are_kept_with_the_users_data() {
    let home = Folder::new("verdict-home");
    let arguments = [
        "verdict",
        "samarbete-lon",
        "investigating",
        "--at",
        "2014-09-01",
    ];
    let said = ran(command_at_home(home.path(), &arguments)).answers();
    let file = home.path().join(".local/share/hanvisa/verdicts.toml");
    assert!(said.contains(&file.display().to_string()), "{said}");
    let written = fs::read_to_string(&file).expect("the verdicts");
    assert!(written.contains("finding = \"samarbete-lon\""), "{written}");
    // The folder holds no catalogue for that: the embedded one is still in use.
    let search = ["search", "lön", "--at", "2014-09-01"];
    assert_eq!(ran(command_at_home(home.path(), &search)).status, 0);
}

#[test]
fn a_verdict_made_today_leaves_a_day_of_before_as_it_was() {
    let home = Folder::new("verdict-day");
    let run = |arguments: &[&str]| ran(command_at_home(home.path(), arguments));
    let decided = |day: &str| {
        let arguments = [
            "duplicates",
            "--kind",
            "separate",
            "--format",
            "json",
            "--at",
            day,
        ];
        let found = run(&arguments).json();
        let findings = found["findings"].as_array().expect("a list");
        let payroll = findings.iter().find(|one| one["id"] == "samarbete-lon");
        payroll.expect("the payroll")["verdict"].clone()
    };
    run(&["verdict", "samarbete-lon", "intended"]).answers();
    assert_eq!(decided("2014-09-01"), json!("open"));
    assert_eq!(decided("2199-01-01"), json!("intended"));
    // Whoever says the day says when it was decided.
    let then = [
        "verdict",
        "samarbete-lon",
        "investigating",
        "--at",
        "2014-09-01",
    ];
    run(&then).answers();
    assert_eq!(decided("2014-08-31"), json!("open"));
    assert_eq!(decided("2199-01-01"), json!("intended"));
    assert_eq!(decided("2014-09-01"), json!("investigating"));
}

#[test]
fn what_would_be_ignored_is_refused_and_nothing_is_written() {
    let folder = catalogue("verdict-refused");
    let of_one = [
        "verdict",
        "gap:parker",
        "resolved",
        "--municipality",
        "ostby",
    ];
    let err = run(&folder, &of_one).fails();
    assert!(err.contains("en bedömning gäller hela fyndet"), "{err}");
    let open = ["verdict", "gap:parker", "open", "--until", "2027-12-31"];
    let err = run(&folder, &open).fails();
    assert!(err.contains("Ta bort --until."), "{err}");
    assert!(!folder.path().join("verdicts.toml").exists());
    let all = [
        "verdict",
        "gap:parker",
        "resolved",
        "--municipality",
        "alla",
    ];
    run(&folder, &all).answers();
}

#[test]
fn a_last_day_that_has_passed_is_refused_and_nothing_is_written() {
    let folder = catalogue("verdict-passed");
    for (language, words) in [
        ("sv", "--until: 2020-01-01 har redan passerat"),
        ("en", "--until: 2020-01-01 has already passed"),
    ] {
        let verdict = ["verdict", "gap:parker", "intended", "--lang", language];
        let said = run(
            &folder,
            &[&verdict[..], &["--until", "2020-01-01"]].concat(),
        )
        .fails();
        assert!(said.contains(words), "{said}");
    }
    let nothing = run(
        &folder,
        &["verdict", "gap:parker", "intended", "--until", "i maj"],
    )
    .fails();
    assert!(
        nothing.contains("--until: ”i maj” är inget datum"),
        "{nothing}"
    );
    assert!(!folder.path().join("verdicts.toml").exists());
    // The last day itself is not past.
    let path = folder.path().display().to_string();
    let day = ["--at", "2020-01-01", "--until", "2020-01-01"];
    let verdict = ["verdict", "gap:parker", "intended", "--catalogue", &path];
    hanvisa(&[&verdict[..], &day].concat()).answers();
}

#[test]
fn an_unknown_finding_is_answered_with_the_nearest_and_nothing_is_written() {
    let folder = catalogue("verdict-unknown");
    let ran = run(&folder, &["verdict", "gap:parkr", "resolved"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("Menade du gap:parker?"), "{}", ran.err);
    assert!(!folder.path().join("verdicts.toml").exists());
}

#[test]
fn a_verdict_on_a_part_of_a_finding_is_answered_with_the_whole_and_nothing_is_written() {
    let home = Folder::new("verdict-part");
    let part = "separate:lon";
    let verdict = ["verdict", part, "resolved", "--at", "2014-09-01"];
    for (language, words) in [
        ("sv", "ingår i fyndet samarbete-lon"),
        ("en", "is part of the finding samarbete-lon"),
    ] {
        let arguments = [&verdict[..], &["--lang", language]].concat();
        let ran = ran(command_at_home(home.path(), &arguments));
        assert_eq!((ran.status, ran.out.as_str()), (1, ""));
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    assert!(!home.path().join(".local/share/hanvisa").exists());
}

#[test]
fn bad_verdicts_are_told_with_their_place_and_what_to_do() {
    let folder = catalogue("verdict-bad");
    folder.write(
        "verdicts.toml",
        "[[verdict]]\nfinding = \"gap:parker\"\nverdict = \"kanske\"\n",
    );
    for arguments in [&["duplicates"][..], &["verdict", "gap:parker", "resolved"]] {
        let said = run(&folder, arguments).fails();
        assert!(said.contains("verdicts.toml:3:11"), "{said}");
        assert!(said.contains("bedömningarna kan inte användas"), "{said}");
    }
    // Whoever has a caller on the line is answered all the same.
    for arguments in [&["search", "parker"][..], &["show", "parker"]] {
        let said = run(&folder, arguments);
        assert_eq!(said.status, 0, "{said:?}");
        assert!(said.out.contains("Parker"), "{}", said.out);
        assert!(said.err.contains("verdicts.toml:3:11"), "{}", said.err);
        assert!(
            said.err
                .contains("varning: bedömningarna kan inte användas")
                && said.err.contains("som om ingen hade bestämt något"),
            "{}",
            said.err
        );
    }
}

#[test]
fn what_is_decided_about_a_day_to_come_is_dated_today_and_said_so() {
    let folder = catalogue("verdict-to-come");
    let path = folder.path().display().to_string();
    let day = ["--catalogue", &path, "--at", "2199-01-01"];
    let said = hanvisa(&[&["verdict", "gap:parker", "intended"][..], &day].concat());
    assert_eq!(said.status, 0, "{said:?}");
    assert!(
        said.err.contains("daterat i dag") && said.err.contains("2199-01-01 har inte kommit än"),
        "{}",
        said.err
    );
    let written = fs::read_to_string(folder.path().join("verdicts.toml")).expect("the file");
    assert!(!written.contains("2199"), "{written}");
}

#[test]
fn a_role_or_note_of_nothing_is_left_out_and_a_book_is_refused() {
    let folder = catalogue("verdict-texts");
    let book = "lång ".repeat(1000);
    let verdict = ["verdict", "gap:parker", "intended", "--by", "  ", "--note"];
    let said = run(&folder, &[&verdict[..], &[&book]].concat()).fails();
    assert!(said.contains("--note är 4999 tecken långt"), "{said}");
    assert!(!folder.path().join("verdicts.toml").exists());
    run(&folder, &[&verdict[..], &[""]].concat()).answers();
    let written = fs::read_to_string(folder.path().join("verdicts.toml")).expect("the file");
    assert!(
        !written.contains("by") && !written.contains("note"),
        "{written}"
    );
}

#[test]
fn what_is_looked_into_is_signed_in_the_list_and_on_the_card() {
    let folder = catalogue("verdict-signs");
    run(&folder, &["verdict", "gap:parker", "investigating"]).answers();
    let listed = run(&folder, &["duplicates", "--kind", "gap"]).answers();
    assert!(listed.contains("≠ lucka ◐ utreds"), "{listed}");
    let shown = run(&folder, &["show", "parker", "-m", "ostby"]).answers();
    assert!(shown.contains("≠ LUCKA  ◐ utreds"), "{shown}");
}

#[test]
fn nothing_is_said_of_a_verdict_whose_finding_has_ended_since() {
    let home = Folder::new("verdict-history");
    let run = |arguments: &[&str]| ran(command_at_home(home.path(), arguments));
    let id = "lokalvard-hallefors";
    run(&["verdict", id, "investigating", "--at", "2014-09-01"]).answers();
    let today = run(&["duplicates", "--at", "2026-11-23"]).answers();
    assert!(!today.contains(id), "{today}");
    let checked = run(&["check", "--at", "2026-11-23"]);
    assert!(!checked.out.contains(id), "{}", checked.out);
}

#[test]
fn a_verdict_that_meets_no_finding_is_said_so_with_what_is_known() {
    let folder = catalogue("verdict-astray");
    folder.write(
        "verdicts.toml",
        "[[verdict]]\nfinding = \"gap:parkr\"\nverdict = \"intended\"\n\n\
         [[verdict]]\nfinding = \"gap:parkr\"\nverdict = \"resolved\"\non = 2030-01-01\n\n\
         [[verdict]]\nfinding = \"gap:xyz\"\nverdict = \"resolved\"\nuntil = 2025-12-31\n\n\
         [[verdict]]\nfinding = \"gap:parker\"\nverdict = \"open\"\n",
    );
    let line = "bedömningen av `gap:parkr` (avsiktlig) gäller inget fynd 2026-11-23";
    let told = run(&folder, &["duplicates"]);
    assert!(!told.out.contains("! "), "{}", told.out);
    let lost: Vec<&str> = told
        .err
        .lines()
        .filter(|line| line.starts_with("! "))
        .collect();
    assert_eq!(lost, [format!("! {line}; menade du `gap:parker`?")]);
    let checked = run(&folder, &["check"]);
    assert_eq!(checked.status, 0);
    assert!(checked.out.contains(line), "{}", checked.out);
    assert!(!checked.out.contains("gap:xyz"), "{}", checked.out);
}

#[test]
fn check_says_that_the_file_of_verdicts_cannot_be_used() {
    let folder = catalogue("verdict-broken-check");
    folder.write("verdicts.toml", "verdict = 3\n");
    let checked = run(&folder, &["check"]);
    assert_eq!(checked.status, 2);
    assert!(
        checked.err.contains("bedömningarna kan inte användas"),
        "{}",
        checked.err
    );
}

#[test]
fn a_finding_of_another_day_is_told_with_that_day() {
    let home = Folder::new("verdict-elsewhen");
    let arguments = [
        "verdict",
        "kedja-kommun-bmb-bkt",
        "resolved",
        "--at",
        "2026-11-23",
    ];
    let ran = ran(command_at_home(home.path(), &arguments));
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.err.contains("lägg till --at 20"), "{}", ran.err);
}
