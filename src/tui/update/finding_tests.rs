//! What keys do in the view of findings and on the way there and back, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use crate::catalogue::{FindingKind, Reading};
use crate::overlap::Basis;
use crate::tui::message::{Effect, Msg, Reread};
use crate::tui::model::{Beginning, FindingRow, Model, View};
use crate::tui::operator::{Operator, SMALL, beginning, catalogue};

/// In front of the shipped catalogue as it was when the enquiry began.
fn in_2014() -> Operator {
    Operator::at(Beginning {
        catalogue: std::sync::Arc::new(Reading::embedded().catalogue.unwrap()),
        moment: crate::referral::Moment::day("2014-09-01".parse().unwrap()),
        pinned: true,
        ..beginning()
    })
}

/// The kinds with their counts as the headings have them, and how many findings stand below each.
fn groups(model: &Model) -> Vec<(FindingKind, usize, usize)> {
    let mut groups: Vec<(FindingKind, usize, usize)> = Vec::new();
    for row in &model.finding_rows {
        match (row, groups.last_mut()) {
            (FindingRow::Kind(kind, count), _) => groups.push((*kind, *count, 0)),
            (FindingRow::Finding(_), Some((.., below))) => *below += 1,
            (FindingRow::Finding(_), None) => panic!("a finding stands above all headings"),
        }
    }
    groups
}

/// The ids of the findings in the list.
fn ids(operator: &Operator) -> Vec<String> {
    let all = operator.model.findings().all();
    let rows = operator.model.finding_rows.iter();
    rows.filter_map(|row| match row {
        FindingRow::Finding(at) => Some(all[*at].id.to_string()),
        FindingRow::Kind(..) => None,
    })
    .collect()
}

#[test]
fn findings_stand_kind_by_kind_worst_first_with_their_counts() {
    let mut operator = in_2014();
    operator.presses("f3");
    let groups = groups(&operator.model);
    let kinds: Vec<_> = groups.iter().map(|(kind, ..)| *kind).collect();
    assert_eq!(kinds[..3], FindingKind::ALL[..3]);
    assert!(kinds.is_sorted(), "{kinds:?}");
    for (kind, count, below) in &groups {
        assert_eq!(count, below, "{kind:?}");
    }
    let all: usize = groups.iter().map(|(_, count, _)| count).sum();
    assert_eq!(all, operator.model.findings().all().len());
    // Within a kind they keep the order of the findings, which is worst first.
    let parallel: Vec<_> = operator
        .model
        .finding_rows
        .iter()
        .skip(1)
        .take(groups[0].1)
        .collect();
    let reach = |row: &&FindingRow| match row {
        FindingRow::Finding(at) => {
            let finding = &operator.model.findings().all()[*at];
            // What somebody made up comes last.
            (finding.basis != Basis::Illustrative, finding.reach.callers)
        }
        FindingRow::Kind(..) => (true, 0),
    };
    assert!(parallel.iter().rev().map(reach).is_sorted());
}

#[test]
fn a_heading_is_never_selected() {
    let mut operator = in_2014();
    operator.presses("f3");
    let first = operator.finding().unwrap().to_owned();
    for _ in 0..operator.model.finding_rows.len() {
        assert!(operator.finding().is_some());
        operator.presses("down");
    }
    operator.presses("ctrl-home");
    assert_eq!(operator.finding(), Some(first.as_str()));
    operator.presses("up");
    assert_eq!(operator.finding(), Some(first.as_str()));
    assert_eq!(operator.model.finding.offset, 0, "its heading is in view");
}

#[test]
fn the_query_line_filters_findings_by_service_organisation_and_statement() {
    let mut operator = in_2014();
    operator.presses("f3").types("lokalvård");
    assert_eq!(
        operator.finding(),
        Some("lokalvard-hallefors"),
        "{:?}",
        ids(&operator)
    );
    operator.presses("ctrl-u").types("#bmb");
    let bmb = operator.model.catalogue().find_organisation("bmb").unwrap();
    let all = operator.model.findings().all();
    let with_bmb = all.iter().filter(|one| one.organisations.contains(&bmb));
    assert_eq!(ids(&operator).len(), with_bmb.count());
    operator.presses("ctrl-u").types("qxqxqx");
    assert_eq!(ids(&operator), [""; 0]);
    assert!(operator.sees("Ingen träff"));
}

#[test]
fn a_word_that_callers_use_finds_the_findings_of_what_they_mean() {
    let mut operator = Operator::new();
    operator.presses("f3").types("plogning");
    let found = ids(&operator);
    assert_eq!(
        found.first().map(String::as_str),
        Some("snoskottning-dubbelt")
    );
    let all = operator.model.findings().all().len();
    assert!(found.len() < all, "{found:?}");
}

#[test]
fn only_what_concerns_the_caller_is_shown() {
    let mut operator = Operator::new();
    operator.presses("f3");
    let all = ids(&operator).len();
    operator.types("3");
    let here = ids(&operator);
    assert!(!here.is_empty() && here.len() < all, "{here:?}");
    assert!(!here.contains(&"snoskottning-dubbelt".to_owned()));
    operator.types("0");
    assert_eq!(ids(&operator).len(), all);
}

#[test]
fn one_key_leads_from_a_service_to_its_findings_and_back() {
    let mut operator = Operator::new();
    operator.types("2plogning").presses("f6");
    assert_eq!(operator.model.view, View::Findings);
    assert_eq!(operator.finding(), Some("snoskottning-dubbelt"));
    assert!(operator.sees("Fynd om Snöröjning av gata."));
    operator.presses("f6");
    assert_eq!(operator.model.view, View::Services);
    assert_eq!(operator.service(), Some("snorojning"));
    assert_eq!(operator.model.query.text(), "plogning");
    assert_eq!(operator.municipality(), Some("nora"));
}

#[test]
fn the_same_key_leads_back_to_an_open_card() {
    let mut operator = Operator::new();
    operator.types("plogning gyttorp").presses("enter f6");
    assert_eq!(operator.finding(), Some("snoskottning-dubbelt"));
    assert_eq!(
        operator.municipality(),
        Some("nora"),
        "the place still holds"
    );
    operator.presses("esc");
    assert!(operator.model.card_open);
    assert_eq!(operator.service(), Some("snorojning"));
    assert_eq!(operator.model.query.text(), "plogning gyttorp");
}

#[test]
fn one_key_leads_from_a_finding_to_its_services_and_back() {
    let mut operator = in_2014();
    operator.presses("f3").types("häck");
    assert_eq!(
        operator.finding(),
        Some("hack-och-sikt"),
        "{:?}",
        ids(&operator)
    );
    operator.presses("f6");
    assert_eq!(operator.model.view, View::Services);
    assert_eq!(operator.model.services.len(), 2);
    operator.presses("esc");
    assert_eq!(operator.model.view, View::Findings);
    assert_eq!(operator.finding(), Some("hack-och-sikt"));
    assert_eq!(operator.model.query.text(), "häck");
}

#[test]
fn from_an_organisation_the_same_key_leads_to_the_findings_it_is_part_of() {
    let mut operator = Operator::new();
    operator.presses("f5").types("teknisk").presses("f6");
    let board = operator
        .model
        .catalogue()
        .find_organisation("teknisk-namnd");
    let all = operator.model.findings().all();
    let its = all
        .iter()
        .filter(|one| one.organisations.contains(&board.unwrap()));
    assert_eq!(ids(&operator).len(), its.count());
    operator.presses("f6");
    assert_eq!(operator.organisation(), Some("teknisk-namnd"));
}

#[test]
fn where_nothing_was_found_it_is_said_and_nothing_else_happens() {
    let mut operator = Operator::new();
    operator.walks_to("avloppsstopp").presses("f6");
    assert_eq!(operator.model.view, View::Services);
    assert!(operator.sees("Inget är funnet om tjänsten."));
}

#[test]
fn typing_during_a_look_aside_begins_a_new_question() {
    let mut operator = Operator::new();
    operator.types("2plogning").presses("f6").types("klotter");
    assert!(operator.model.aside.is_none());
    assert_eq!(operator.model.view, View::Findings);
    assert!(!ids(&operator).is_empty());
    assert!(!operator.sees("Fynd om"));
    operator.presses("esc");
    assert!(operator.model.query.is_empty());
    assert_eq!(
        operator.model.view,
        View::Findings,
        "there is nothing to go back to"
    );
}

#[test]
fn another_view_during_a_look_aside_gives_the_query_back() {
    let mut operator = Operator::new();
    operator.types("2plogning").presses("f6 f5");
    assert_eq!(operator.model.view, View::Organisations);
    assert_eq!(operator.model.query.text(), "plogning");
    assert!(operator.model.aside.is_none());
}

#[test]
fn the_selected_finding_stays_selected_when_another_catalogue_is_read() {
    let mut operator = Operator::new();
    operator.presses("f3 down");
    let selected = operator.finding().unwrap().to_owned();
    let same = std::sync::Arc::clone(operator.model.directory.catalogue());
    operator.meets(Msg::Reread(Ok(Reread::of(same))));
    assert_eq!(operator.finding(), Some(selected.as_str()));
}

#[test]
fn a_finding_is_copied_with_what_shows_it_and_what_could_be_done() {
    let mut operator = Operator::new();
    operator.presses("f3").types("plogning");
    let Some(Effect::Copy(text)) = operator.press("ctrl-y") else {
        panic!("nothing was copied")
    };
    for part in [
        "dubbelarbete: Snöröjning av gata",
        "plogar samma gångvägar",
        "Låt den som kör gatan",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn an_exclamation_mark_shows_what_the_rules_have_found_something_about() {
    let mut operator = Operator::new();
    operator.types("klo !");
    assert_eq!(
        operator.service(),
        Some("klotter"),
        "no person wrote that down"
    );
    operator.presses("ctrl-u").types("avlopp !");
    assert!(
        !operator
            .model
            .services
            .iter()
            .any(|&one| { operator.model.catalogue()[one].id.as_str() == "avloppsstopp" })
    );
}

#[test]
fn the_first_frame_does_not_wait_for_the_findings() {
    let model = Model::new(beginning());
    assert!(!model.has_findings());
    assert!(model.prepare(), "there is more to draw");
    assert!(!model.prepare());
    let asked = Model::new(Beginning {
        query: "!".into(),
        ..beginning()
    });
    assert!(asked.has_findings(), "the query asks for them");
}

#[test]
fn the_way_that_callers_are_sent_is_drawn_as_boxes_where_there_is_room_and_told_in_a_line_elsewhere()
 {
    let sends = |from: &str, to: &str| {
        format!(
            "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nservices = [\"badplats\"]\n\
             status = \"documented\"\nsources = [\"S2\"]\n"
        )
    };
    let way = sends("nora-kommun", "elbolaget") + &sends("elbolaget", "bmb");
    let mut operator = Operator::at(Beginning {
        catalogue: catalogue(&format!("{SMALL}\n{way}")),
        ..beginning()
    });
    operator
        .presses("f3")
        .types("badplats elbolaget")
        .presses("enter");
    let rows = operator.rows();
    let boxes = "│ Nora växel │ → │ Elbolaget │ → │ BMB │";
    let middle = rows.iter().position(|row| row.contains(boxes));
    let middle = middle.unwrap_or_else(|| panic!("{rows:#?}"));
    assert!(rows[middle - 1].contains("╭────────────╮   ╭───────────╮   ╭─────╮"));
    assert!(rows[middle + 1].contains("╰────────────╯   ╰───────────╯   ╰─────╯"));
    assert!(rows[middle + 2].contains("2 steg"), "{}", rows[middle + 2]);
    operator.resizes(44, 24);
    assert!(!operator.sees("╭────────────╮"));
    assert!(
        operator.sees("Nora växel → Elbolaget"),
        "{:#?}",
        operator.rows()
    );
}
