//! `search`: one hit a line, for people, programs and spreadsheets.

use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::program::{MORNING, SMALL, command, hanvisa, small};

#[test]
fn search_gives_scripts_every_key_of_the_contract() {
    let ran = hanvisa(&[
        "search",
        "luktar avlopp",
        "--municipality",
        "nora",
        "--format",
        "json",
        "--at",
        MORNING,
    ]);
    assert_eq!(ran.status, 0);
    let found = ran.json();
    let keys: Vec<_> = found.as_object().expect("an object").keys().collect();
    for key in [
        "at",
        "hits",
        "municipality",
        "query",
        "suggestions",
        "total",
        "unmatched",
        "weak",
    ] {
        assert!(keys.iter().any(|known| *known == key), "{key}");
    }
    assert_eq!(found["query"], "luktar avlopp");
    assert_eq!(found["municipality"], "nora");
    assert_eq!(found["at"], MORNING);
    let hit = &found["hits"][0];
    assert_eq!(hit["service"], "avloppsstopp");
    assert_eq!(hit["name"], "Avloppsstopp och stopp i ledning");
    assert_eq!(hit["topic"], "va");
    assert!(
        hit["score"]
            .as_u64()
            .is_some_and(|score| score > 0 && score <= 1000)
    );
    let contact = &hit["referral"]["contacts"][0];
    assert_eq!(hit["referral"]["status"], "one");
    assert_eq!(contact["phone"], "0587-55 00 40");
    assert_eq!(contact["closes"], "2026-11-23T12:00");
}

#[test]
fn a_place_in_the_words_goes_before_the_flag_and_one_after_at_before_both() {
    let municipality = |arguments: &[&str]| {
        let all = [&["search", "--format", "json", "--at", MORNING], arguments].concat();
        hanvisa(&all).json()["municipality"].clone()
    };
    assert_eq!(municipality(&["lukt avlopp gyttorp"]), "nora");
    assert_eq!(
        municipality(&["lukt avlopp gyttorp", "-m", "lindesberg"]),
        "nora"
    );
    assert_eq!(
        municipality(&["lukt avlopp gyttorp", "@kopparberg", "-m", "lindesberg"]),
        "ljusnarsberg"
    );
    assert_eq!(
        municipality(&["lukt avlopp", "-m", "lindesberg"]),
        "lindesberg"
    );
    assert_eq!(municipality(&["lukt avlopp"]), Value::Null);
}

#[test]
fn a_filter_that_means_nothing_is_said_so() {
    let found = hanvisa(&["search", "snö @narnia #foo", "--at", MORNING]);
    assert!(
        found
            .err
            .contains("Katalogen känner inte till @narnia, #foo."),
        "{}",
        found.err
    );
    let found = hanvisa(&["search", "snö @narnia", "--at", MORNING, "--format", "json"]);
    assert_eq!(found.json()["unknown"], serde_json::json!(["@narnia"]));
}

#[test]
fn without_a_municipality_there_is_an_answer_for_each() {
    let found = small(&["search", "snöröjning", "--format", "json"]).json();
    let referrals = &found["hits"][0]["referrals"];
    assert_eq!(referrals["vastby"]["status"], "one");
    assert_eq!(referrals["ostby"]["status"], "one");
}

#[test]
fn a_hit_is_a_line_with_whom_to_ring() {
    let table = small(&["search", "gatubelysning", "--municipality", "ostby"]);
    assert_eq!(table.status, 0);
    assert_eq!(
        table.out.lines().next(),
        Some("Gatubelysning  ingen utsedd  ≠1  belysning")
    );
    let table = small(&[
        "search",
        "snöröjning",
        "--municipality",
        "vastby",
        "--limit",
        "1",
    ]);
    assert_eq!(
        table.out.lines().next(),
        Some("Snöröjning  Västby kommun  0123-100 00  ● öppet till 12.00  snorojning")
    );
}

#[test]
fn spreadsheets_get_eleven_columns_under_their_names() {
    let table = small(&["search", "snöröjning", "--format", "tsv", "-m", "vastby"]).answers();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(
        rows[0],
        [
            "service",
            "name",
            "topic",
            "score",
            "status",
            "organisation",
            "contact",
            "phone",
            "open",
            "condition",
            "hours_text"
        ]
    );
    assert!(rows.iter().all(|row| row.len() == 11));
    assert_eq!(rows[1][0], "snorojning");
    assert_eq!(
        rows[1][4..8],
        ["one", "vastby-kommun", "Västby kommun", "0123-100 00"]
    );
    assert_eq!(rows[1][8..], ["true", "", "öppet till 12.00"]);
}

#[test]
fn nothing_found_is_a_no() {
    let ran = small(&["search", "xyzzyq"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("Inget hittades för ”xyzzyq”."),
        "{}",
        ran.err
    );
    let ran = small(&["search", "xyzzyq", "--format", "json"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.json()["hits"], serde_json::json!([]));
    assert_eq!(ran.json()["unmatched"], serde_json::json!(["xyzzyq"]));
}

#[test]
fn guesses_are_few_and_marked_as_guesses() {
    let ran = hanvisa(&["search", "blorgig snurrpipa kvastskaft", "--at", MORNING]);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(ran.status, i32::from(lines.is_empty()));
    assert!(lines.len() <= 3, "{}", ran.out);
    assert!(
        lines.iter().all(|line| line.starts_with("? ")),
        "{}",
        ran.out
    );
    let found = hanvisa(&["search", "snöröjning", "--format", "json", "--at", MORNING]).json();
    assert_eq!(found["hits"][0]["guess"], false);
}

#[test]
fn an_explanation_tells_which_word_found_what() {
    let ran = hanvisa(&["search", "--explain", "gatlampornas", "--at", MORNING]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.starts_with("Ord och vikt (sv): gatlampornas "),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("Gatubelysning"), "{}", ran.out);
    let arguments = [
        "search",
        "--explain",
        "gatubelysning",
        "--format",
        "json",
        "--at",
        MORNING,
    ];
    let found = hanvisa(&arguments).json();
    let why = &found["explanation"];
    assert_eq!(why["language"], "sv");
    assert_eq!(why["words"][0]["word"], "gatubelysning");
    assert_eq!(why["hits"][0]["service"], found["hits"][0]["service"]);
    let reason = &why["hits"][0]["reasons"][0];
    assert_eq!(
        (&reason["tier"], &reason["field"]),
        (&"exact".into(), &"name".into())
    );
    let plain = hanvisa(&[
        "search",
        "gatubelysning",
        "--format",
        "json",
        "--at",
        MORNING,
    ])
    .json();
    assert!(plain.get("explanation").is_none());
}

#[test]
fn a_former_name_leads_to_the_one_that_took_over() {
    let ran = small(&["search", "gatuförbundet"]);
    assert!(
        ran.err
            .contains("finns inte längre, Gatunämnden har tagit över"),
        "{ran:?}"
    );
    let found = small(&["search", "gatuförbundet", "--format", "json"]).json();
    assert_eq!(found["former"]["organisation"], "gatuforbundet");
    assert_eq!(found["former"]["successor"]["organisation"], "gatunamnden");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut command = command(&["search", "vägen", "--format", "json", "--limit", "200"]);
    let mut running = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // The pipe is closed before anything is read from it.
    drop(running.stdout.take());
    let mut err = String::new();
    let mut stderr = running.stderr.take().expect("a pipe");
    stderr.read_to_string(&mut err).expect("errors are UTF-8");
    let status = running.wait().expect("the program ends");
    assert_eq!((status.code(), err.as_str()), (Some(0), ""));
}

#[test]
fn any_text_can_be_searched_for() {
    for text in ["", " ", "@", "#", "!", "\u{1b}[2J", "å̈̈̈", "\u{202e}abc"] {
        let ran = hanvisa(&["--catalogue", SMALL, "search", "--", text]);
        assert!(ran.status < 2, "{text:?}: {ran:?}");
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'));
    }
}
