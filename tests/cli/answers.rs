//! `show`: the card, and the JSON that scripts rely on.

use serde_json::{Value, json};

use crate::program::{MORNING, hanvisa, small};

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

#[test]
fn whom_to_ring_is_the_first_thing_on_the_card() {
    let card = small(&["show", "snorojning", "--municipality", "vastby"]).answers();
    assert_eq!(
        card,
        "\
Snöröjning                                                                 Gator
Västby · mån 23 nov 2026 10.42

RING      Västby kommun  0123-100 00  ● öppet till 12.00
JOUR      0123-112 00  när det är stängt
          uppgift från 2026-06-01 · källa K1

FRÅGA     Vilken gata?
INTE HÄR  trasig lampa → Gatubelysning

Gatorna plogas när det har snöat.

VEM GÖR VAD       Västby         Östby
  första kontakt  Västby kommun  GN
  utförande       Västby kommun  –

Källor    K1 Kommunens webbplats (2026-06-01)
"
    );
}

#[test]
fn without_a_municipality_every_answer_is_shown_and_a_successor_says_so() {
    let card = small(&["show", "snorojning"]).answers();
    let answers = "\
Västby
RING      Västby kommun  0123-100 00  ● öppet till 12.00
JOUR      0123-112 00  när det är stängt
          uppgift från 2026-06-01 · källa K1

Östby
RING      Gatunämnden  0123-300 00
NYTT      GF finns inte längre, Gatunämnden har tagit över
          ? ansvaret är antaget, ingen källa säger det
          ? numret är antaget, ingen källa säger det
          aldrig kontrollerat
";
    assert!(card.contains(answers), "{card}");
}

#[test]
fn an_acute_service_names_the_emergency_number_above_whom_to_ring() {
    let card = hanvisa(&["show", "vattenlacka", "-m", "nora", "--at", MORNING]).answers();
    let lines: Vec<_> = card.lines().collect();
    assert_eq!(
        lines[1],
        "Nora · mån 23 nov 2026 10.42 · AKUT, vid fara ring 112"
    );
    assert!(
        lines[3].starts_with("RING      Teknisk nämnd, VA"),
        "{card}"
    );
}

#[test]
fn conditions_come_first_and_the_rest_after() {
    let card = small(&["show", "belysning", "--municipality", "kvarnåsen"]).answers();
    let answers = "\
I tätorten:
HÄNVISA   Lampservice
          numret är inte känt
          ~ ansvaret är en slutsats av källorna · uppgift från 2026-06-01 ·
          källa K1

Annars:
RING      Västby kommun  0123-100 00  ● öppet till 12.00
";
    assert!(card.contains(answers), "{card}");
}

#[test]
fn what_nobody_has_and_what_is_unclear_is_said() {
    let card = small(&["show", "parker"]).answers();
    assert!(
        card.contains("OKLART    Det är inte bestämt vem som tar emot först."),
        "{card}"
    );
    assert!(card.contains("har hand om handläggning\n"), "{card}");
    assert!(
        card.contains("Östby\nLUCKA     Ingen är utsedd att ta hand om det här.\n"),
        "{card}"
    );
    assert!(
        card.contains("≠ DUBBELARBETE  (påhittat exempel)\n  Två klipper samma gräs.\n"),
        "{card}"
    );
}

#[test]
fn a_day_without_a_time_says_nothing_of_open_or_closed() {
    let ran = hanvisa(&[
        "show",
        "snorojning",
        "-m",
        "nora",
        "--at",
        "2026-11-23",
        "--format",
        "json",
    ]);
    let contact = &ran.json()["referral"]["contacts"][0];
    assert_eq!(
        [&contact["open"], &contact["closes"], &contact["opens"]],
        [&Value::Null; 3]
    );
    let card = hanvisa(&["show", "snorojning", "-m", "nora", "--at", "2026-11-23"]).answers();
    assert!(!card.contains('●') && !card.contains('○'), "{card}");
}

#[test]
fn in_2014_the_names_are_those_of_that_day() {
    let card = hanvisa(&["show", "snorojning", "--at", "2014-09-01"]).answers();
    assert!(
        card.contains("RING      Bergslagens kommunalteknik"),
        "{card}"
    );
    assert!(card.contains("första kontakt  BKT"), "{card}");
    let card = hanvisa(&["show", "bygglov", "--at", "2014-09-01"]).answers();
    assert!(
        card.contains("RING      Bergslagens miljö- och byggnämnd"),
        "{card}"
    );
    assert!(card.contains("första kontakt  BMB"), "{card}");
}

#[test]
fn in_2026_the_joint_technical_board_answers() {
    let ran = hanvisa(&["show", "snorojning", "--at", MORNING, "--format", "json"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let shown = ran.json();
    let referrals = shown["referrals"].as_object().expect("one for each");
    assert_eq!(
        keys(&shown["referrals"]),
        ["hallefors", "lindesberg", "ljusnarsberg", "nora"]
    );
    for referral in referrals.values() {
        assert_eq!(referral["contacts"][0]["organisation"], "teknisk-namnd");
    }
    assert!(shown.get("referral").is_none());
}

#[test]
fn show_gives_scripts_every_key_of_the_contract() {
    let ran = hanvisa(&[
        "show",
        "avloppsstopp",
        "--municipality",
        "nora",
        "--at",
        MORNING,
        "--format",
        "json",
    ]);
    let shown = ran.json();
    assert_eq!(
        keys(&shown),
        [
            "also",
            "ask",
            "at",
            "law",
            "municipality",
            "name",
            "not_here",
            "referral",
            "service",
            "shareable",
            "sources",
            "stated",
            "summary",
            "topic",
            "topic_name",
            "urgency"
        ]
    );
    assert_eq!(shown["service"], "avloppsstopp");
    assert_eq!(shown["municipality"], "nora");
    assert_eq!(shown["at"], MORNING);
    let referral = &shown["referral"];
    assert_eq!(
        keys(referral),
        [
            "complete", "contacts", "findings", "gap", "on_call", "sentence", "status", "steps"
        ]
    );
    assert_eq!(referral["status"], "one");
    assert_eq!(referral["gap"], Value::Null);
    let contact = &referral["contacts"][0];
    assert_eq!(
        keys(contact),
        [
            "address",
            "as_of",
            "closes",
            "condition",
            "confidence",
            "contact_confidence",
            "email",
            "formerly",
            "hours",
            "kind",
            "name",
            "note",
            "on_call",
            "on_call_note",
            "open",
            "opens",
            "organisation",
            "phone",
            "short",
            "sources",
            "unit",
            "verified",
            "web"
        ]
    );
    assert_eq!(contact["organisation"], "teknisk-namnd");
    assert_eq!(contact["unit"], "VA");
    assert_eq!(contact["phone"], "0587-55 00 40");
    assert_eq!(contact["on_call"], "019-14 76 42");
    assert_eq!(contact["open"], true);
    assert_eq!(contact["closes"], "2026-11-23T12:00");
    assert_eq!(contact["opens"], Value::Null);
    assert_eq!(contact["condition"], Value::Null);
    assert_eq!(contact["confidence"], "documented");
    let step = &referral["steps"][0];
    assert_eq!(step["step"], "contact");
    assert_eq!(
        step["organisations"][0],
        json!({"organisation": "teknisk-namnd", "name": "Teknisk nämnd", "short": "TN"})
    );
    assert_eq!(
        keys(&shown["sources"][0]),
        ["address", "id", "published", "read", "title"]
    );
}

#[test]
fn every_status_says_what_it_is() {
    let status = |service: &str, municipality: &str| {
        let ran = small(&["show", service, "-m", municipality, "--format", "json"]);
        let referral = ran.json()["referral"].clone();
        (referral["status"].clone(), referral["gap"].clone())
    };
    assert_eq!(status("snorojning", "vastby"), (json!("one"), Value::Null));
    assert_eq!(
        status("belysning", "vastby"),
        (json!("conditional"), Value::Null)
    );
    assert_eq!(status("parker", "vastby"), (json!("unclear"), Value::Null));
    assert_eq!(status("parker", "ostby"), (json!("gap"), json!("nobody")));
}

#[test]
fn a_closed_office_says_when_it_opens() {
    let ran = hanvisa(&[
        "--catalogue",
        crate::program::SMALL,
        "--at",
        "2026-11-23T17:30",
        "show",
        "snorojning",
        "-m",
        "vastby",
        "--format",
        "json",
    ]);
    let contact = &ran.json()["referral"]["contacts"][0];
    assert_eq!(contact["open"], false);
    assert_eq!(contact["opens"], "2026-11-24T08:00");
    assert_eq!(contact["closes"], Value::Null);
}

#[test]
fn a_successor_and_the_findings_are_in_the_json() {
    let shown = small(&["show", "snorojning", "--format", "json"]).json();
    let ostby = &shown["referrals"]["ostby"]["contacts"][0];
    assert_eq!(ostby["organisation"], "gatunamnden");
    assert_eq!(ostby["formerly"], "gatuforbundet");
    let parks = small(&["show", "parker", "--format", "json"]).json();
    assert_eq!(
        parks["referrals"]["vastby"]["findings"],
        json!(["unclear-entry:parker:gatunamnden", "dubbla-parker"])
    );
    assert_eq!(
        parks["referrals"]["ostby"]["findings"],
        json!(["gap:parker"])
    );
}

#[test]
fn a_service_is_found_by_its_name_as_well() {
    for name in [
        "Gatubelysning",
        "gatubelysning",
        "GATUBELYSNING",
        "belysning",
    ] {
        assert!(
            small(&["show", name])
                .answers()
                .starts_with("Gatubelysning")
        );
    }
    let several = hanvisa(&["show", "Snöröjning", "av", "gator", "--at", MORNING]).answers();
    assert!(several.starts_with("Snöröjning av gator"));
}

#[test]
fn an_unknown_service_is_answered_with_the_nearest() {
    let ran = small(&["show", "belsning"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("”belsning”"), "{}", ran.err);
    assert!(
        ran.err.contains("Menade du belysning (Gatubelysning)?"),
        "{}",
        ran.err
    );
}

#[test]
fn the_card_speaks_english_too() {
    let card = small(&["show", "snorojning", "-m", "vastby", "--lang", "en"]).answers();
    assert!(
        card.contains("RING      Västby kommun  0123-100 00  ● open until 12:00"),
        "{card}"
    );
    assert!(
        card.contains("ON CALL   0123-112 00  when it is closed"),
        "{card}"
    );
    assert!(card.contains("WHO DOES WHAT"), "{card}");
}

#[test]
fn colours_come_only_when_they_are_asked_for() {
    let plain = small(&["show", "snorojning"]).answers();
    assert!(!plain.contains('\u{1b}'));
    let painted = small(&["show", "snorojning", "--color", "always"]).answers();
    assert!(
        painted.contains("\u{1b}[1m0123-100 00\u{1b}[0m"),
        "{painted:?}"
    );
}

#[test]
fn a_service_is_shown_by_its_id_with_spaces_for_hyphens() {
    let shown = hanvisa(&["show", "god", "man", "--at", "2026-11-23"]).answers();
    assert!(shown.contains("God man och förvaltare"), "{shown}");
}
