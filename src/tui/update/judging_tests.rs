//! Deciding about findings, and what has been decided elsewhere, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use std::path::PathBuf;

use crate::catalogue::Verdict;
use crate::overlap::verdict::{Decision, Decisions};
use crate::tui::message::{Effect, Msg, Reread, Unwritten};
use crate::tui::model::{Asked, FindingRow, Overlay, View};
use crate::tui::operator::{Operator, moment};

const SNOW: &str = "snoskottning-dubbelt";

/// In front of the finding about snow, in its view.
fn before_snow() -> Operator {
    let mut operator = Operator::new();
    operator.presses("f3").types("plogning");
    assert_eq!(operator.finding(), Some(SNOW));
    operator
}

/// A decision about snow, with nothing else said.
fn snow(verdict: Verdict) -> Decision {
    Decision {
        finding: SNOW.into(),
        verdict,
        until: None,
        by: None,
        on: None,
        note: None,
    }
}

/// What a file says about snow.
fn file(rest: &str) -> Decisions {
    Decisions::read(&format!("[[verdict]]\nfinding = \"{SNOW}\"\n{rest}\n")).unwrap()
}

fn asked(operator: &Operator) -> Option<Asked> {
    match &operator.model.overlay {
        Some(Overlay::Verdict(judging)) => Some(judging.asked),
        _ => None,
    }
}

/// The selected row of the list: its sign stands before the name.
fn row(operator: &Operator) -> String {
    let rows = operator.rows();
    let row = rows.iter().find(|row| row.contains('▌'));
    row.unwrap().clone()
}

#[test]
fn a_digit_says_what_is_decided_and_a_line_why() {
    let mut operator = before_snow();
    operator.presses("f8");
    assert!(operator.sees("Vad är bestämt?") && operator.sees("1   öppen"));
    operator.types("4");
    assert!(operator.sees("✓ löst") && operator.sees("Varför, och enligt vilket avtal?"));
    operator.types("En nämnd plogar allt, 2 varv ");
    let effect = operator.press("enter");
    let decision = Decision {
        note: Some("En nämnd plogar allt, 2 varv".into()),
        ..snow(Verdict::Resolved)
    };
    assert_eq!(effect, Some(Effect::Judge(decision)));
    assert_eq!(operator.model.overlay, None);
    assert_eq!(
        operator.model.query.text(),
        "plogning",
        "nothing went there"
    );
}

#[test]
fn arrows_and_enter_choose_too_and_the_line_may_stay_empty() {
    let mut operator = before_snow();
    operator.presses("ctrl-s down enter");
    assert_eq!(asked(&operator), Some(Asked::Note));
    let effect = operator.press("enter");
    assert_eq!(effect, Some(Effect::Judge(snow(Verdict::Investigating))));
}

#[test]
fn the_choice_begins_with_what_holds_and_ends_at_the_last() {
    let mut operator = before_snow();
    operator.meets(Msg::Decided(Ok(file("verdict = \"investigating\""))));
    operator.presses("f8 enter");
    assert!(operator.sees("◐ utreds"));
    operator.presses("up down down down down enter");
    assert_eq!(
        operator.press("enter"),
        Some(Effect::Judge(snow(Verdict::Resolved)))
    );
}

#[test]
fn only_what_is_meant_to_be_so_is_asked_until_when() {
    let mut operator = before_snow();
    operator.presses("f8").types("3avtal").presses("enter");
    assert_eq!(asked(&operator), Some(Asked::Until));
    assert!(operator.sees("= avsiktlig, avtal"));
    operator.types("i maj").presses("enter");
    assert!(operator.sees("! Skriv dagen som"));
    operator.presses("ctrl-u");
    assert!(!operator.sees("! Skriv dagen som"));
    let decision = Decision {
        note: Some("avtal".into()),
        until: Some("2027-12-31".parse().unwrap()),
        ..snow(Verdict::Intended)
    };
    operator.pastes("2027-12-31");
    assert_eq!(operator.press("enter"), Some(Effect::Judge(decision)));
}

#[test]
fn a_last_day_that_has_passed_is_no_last_day() {
    let mut operator = before_snow();
    operator.presses("f8").types("3").presses("enter");
    operator.pastes("2026-11-22");
    assert_eq!(operator.press("enter"), None);
    assert!(operator.sees("! Den dagen har redan passerat."));
    operator.presses("backspace").types("3");
    assert!(!operator.sees("redan passerat"));
    // The day shown is the last day it can be.
    assert!(matches!(operator.press("enter"), Some(Effect::Judge(_))));
}

#[test]
fn without_a_last_day_it_holds_until_further_notice() {
    let mut operator = before_snow();
    operator.presses("f8").types("3").presses("enter");
    assert_eq!(
        operator.press("enter"),
        Some(Effect::Judge(snow(Verdict::Intended)))
    );
}

#[test]
fn upwards_leads_back_to_the_question_before_and_a_day_that_is_not_asked_for_is_not_kept() {
    let mut operator = before_snow();
    operator.presses("f8").types("3").presses("enter");
    operator.types("2027-12-31").presses("up");
    assert_eq!(asked(&operator), Some(Asked::Note));
    operator.presses("up").types("2");
    assert_eq!(
        operator.press("enter"),
        Some(Effect::Judge(snow(Verdict::Investigating)))
    );
}

#[test]
fn esc_and_the_key_itself_leave_the_window_and_nothing_is_decided() {
    for way_out in ["esc", "f8"] {
        for strokes in ["", "4", "4 därför", "3"] {
            let mut operator = before_snow();
            operator.presses("f8").types(strokes).presses(way_out);
            assert_eq!(operator.model.overlay, None, "{strokes} {way_out}");
            assert_eq!(operator.model.decisions, None);
            assert_eq!(operator.model.query.text(), "plogning");
            assert_eq!(operator.finding(), Some(SNOW));
        }
    }
}

#[test]
fn what_is_no_choice_chooses_nothing() {
    let mut operator = before_snow();
    operator.presses("f8").types("0x59").pastes("4");
    assert_eq!(asked(&operator), Some(Asked::Verdict));
    assert!(operator.sees("▌1   öppen"));
}

#[test]
fn it_is_told_where_a_decision_was_written_or_why_it_was_not() {
    let mut operator = before_snow();
    let file = PathBuf::from("/srv/katalog/verdicts.toml");
    operator.meets(Msg::WrittenDown(Ok(file)));
    assert!(operator.sees("✓ Bedömningen står i /srv/katalog/verdicts.toml"));
    for (why, told) in [
        (
            Unwritten::Nowhere,
            "! Bedömningen är inte skriven: det finns ingen mapp",
        ),
        (
            Unwritten::Faulty,
            "! Bedömningen är inte skriven, för filen har fel.",
        ),
        (
            Unwritten::Refused("skrivskydd".into()),
            "inte skriven: skrivskydd",
        ),
    ] {
        operator.meets(Msg::WrittenDown(Err(why)));
        assert!(operator.sees(told), "{told}");
    }
}

#[test]
fn a_finding_that_is_put_an_end_to_stands_last_with_its_sign_and_stays_selected() {
    let mut operator = Operator::new();
    operator.presses("f3 down up");
    let count = operator.model.findings().all().len();
    let first = operator.finding().unwrap().to_owned();
    let before = operator.model.finding.selected;
    let text = format!("[[verdict]]\nfinding = \"{first}\"\nverdict = \"intended\"\n");
    operator.meets(Msg::Decided(Ok(Decisions::read(&text).unwrap())));
    assert_eq!(operator.finding(), Some(first.as_str()));
    let at = FindingRow::Finding(count - 1);
    assert_eq!(operator.model.finding.selected, Some(at));
    assert!(operator.rows().iter().any(|row| row.contains("▌ = ")));
    assert!(operator.sees("BEDÖMNING avsiktlig"), "the card says it too");
    operator.meets(Msg::Decided(Ok(Decisions::default())));
    assert_eq!(operator.finding(), Some(first.as_str()));
    assert_eq!(operator.model.finding.selected, before);
}

#[test]
fn the_signs_of_the_list_are_told_in_the_help() {
    let mut operator = before_snow();
    for (verdict, sign) in [("investigating", '◐'), ("intended", '='), ("resolved", '✓')] {
        operator.meets(Msg::Decided(Ok(file(&format!("verdict = \"{verdict}\"")))));
        assert!(row(&operator).contains(sign), "{}", row(&operator));
        let tip = operator.model.locale.text("help-tip-signs");
        assert!(tip.contains(&format!("  {sign} ")), "{tip}");
    }
}

#[test]
fn a_verdict_that_has_expired_opens_its_finding_again() {
    let mut operator = before_snow();
    let resolved = "verdict = \"resolved\"\nuntil = 2026-11-23";
    operator.meets(Msg::Decided(Ok(file(resolved))));
    assert!(row(&operator).contains('✓'));
    operator.meets(Msg::Clock(moment("2026-11-24T00:00")));
    assert!(!row(&operator).contains('✓'));
    assert_eq!(operator.finding(), Some(SNOW));
    assert!(operator.sees("BEDÖMNING öppen"));
}

#[test]
fn what_people_have_put_an_end_to_is_no_longer_marked_on_its_service() {
    let mut operator = Operator::new();
    operator.types("plogning !");
    assert_eq!(operator.service(), Some("snorojning"));
    let all = operator.model.findings().all().iter();
    let about = all.filter(|one| one.services.len() == 1 && one.is_about_work());
    let mut text = String::new();
    for one in about {
        let id = &one.id;
        let entry = format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"resolved\"\n");
        text.push_str(&entry);
    }
    operator.meets(Msg::Decided(Ok(Decisions::read(&text).unwrap())));
    assert_ne!(operator.service(), Some("snorojning"));
    operator.meets(Msg::Decided(Ok(Decisions::default())));
    assert_eq!(operator.service(), Some("snorojning"));
}

#[test]
fn decisions_hold_on_when_another_catalogue_is_read() {
    let mut operator = before_snow();
    operator.meets(Msg::Decided(Ok(file("verdict = \"resolved\""))));
    let same = std::sync::Arc::clone(operator.model.directory.catalogue());
    operator.meets(Msg::Reread(Ok(Reread::of(same))));
    assert!(row(&operator).contains('✓'));
}

#[test]
fn a_file_with_faults_is_told_of_and_what_held_before_holds_on() {
    let mut operator = before_snow();
    operator.meets(Msg::Decided(Ok(file("verdict = \"resolved\""))));
    operator.meets(Msg::Decided(Err(2)));
    operator.presses("up");
    assert!(operator.sees("! Bedömningarna har 2 fel och är inte lästa."));
    assert!(row(&operator).contains('✓'));
    operator.meets(Msg::Decided(Ok(file("verdict = \"resolved\""))));
    assert!(!operator.sees("är inte lästa"));
}

#[test]
fn only_news_of_decisions_is_told() {
    let mut operator = before_snow();
    let told = |operator: &Operator| operator.sees("Bedömningarna är lästa på nytt.");
    operator.meets(Msg::Decided(Ok(file("verdict = \"resolved\""))));
    assert!(!told(&operator), "the first reading is no news");
    operator.meets(Msg::Decided(Ok(file("verdict = \"resolved\""))));
    assert!(!told(&operator), "it is what is known already");
    operator.meets(Msg::Decided(Ok(file("verdict = \"open\""))));
    assert!(told(&operator));
}

#[test]
fn findings_are_judged_in_their_own_view_only() {
    for view in ["f2", "f4", "f5"] {
        let mut operator = Operator::new();
        operator.presses(view).presses("f8");
        assert_eq!(operator.model.overlay, None);
        assert!(operator.sees("! Fynd bedöms i vyn Dubbelarbete (F3)."));
    }
    let mut operator = before_snow();
    operator.types("qxqxqx").presses("f8");
    assert!(operator.sees("! Inget är valt."));
}

#[test]
fn a_finding_that_is_gone_meanwhile_is_not_decided_about() {
    let mut operator = before_snow();
    operator.presses("f8").types("4");
    let text = crate::tui::operator::SMALL.replace(SNOW, "nagot-annat");
    let other = crate::tui::operator::catalogue(&text);
    operator.meets(Msg::Reread(Ok(Reread::of(other))));
    operator.presses("enter");
    assert!(operator.sees("! Inget är valt."));
}

#[test]
fn what_is_decided_during_a_look_aside_does_not_lead_back_to_another_finding() {
    let mut operator = Operator::new();
    operator.presses("f3 down");
    let before = operator.finding().unwrap().to_owned();
    let first = operator.model.findings().all()[0].id.to_string();
    operator.presses("f6");
    assert_eq!(operator.model.view, View::Services);
    let text = format!("[[verdict]]\nfinding = \"{first}\"\nverdict = \"resolved\"\n");
    operator.meets(Msg::Decided(Ok(Decisions::read(&text).unwrap())));
    operator.presses("f6");
    assert_eq!(operator.finding(), Some(before.as_str()));
}
