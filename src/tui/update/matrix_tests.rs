//! What keys do in the matrix, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use crate::catalogue::Reading;
use crate::overlap::matrix::{By, Column, Sign};
use crate::tui::message::{Effect, Msg, Reread};
use crate::tui::model::{Beginning, GridRow, View};
use crate::tui::operator::{Operator, beginning};
use crate::tui::view::layout::Regions;

fn in_bergslagen(width: u16, height: u16) -> Operator {
    Operator::at(Beginning {
        catalogue: std::sync::Arc::new(Reading::embedded().catalogue.unwrap()),
        size: ratatui::layout::Size::new(width, height),
        ..beginning()
    })
}

/// The name above the column of the cursor.
fn column(operator: &Operator) -> &str {
    match operator.model.grid.column.selected.unwrap() {
        Column::Municipality(one) => operator.model.catalogue()[one].id.as_str(),
        Column::Organisation(one) => operator.model.catalogue()[one].id.as_str(),
    }
}

/// The id of the service on the row of the cursor.
fn row(operator: &Operator) -> Option<&str> {
    let service = operator.model.grid.service()?;
    Some(operator.model.catalogue()[service].id.as_str())
}

/// The services in the rows.
fn services(operator: &Operator) -> Vec<&str> {
    let rows = operator.model.grid.rows.iter();
    rows.filter_map(|row| match row {
        GridRow::Service(one) => Some(operator.model.catalogue()[*one].id.as_str()),
        GridRow::Topic(_) => None,
    })
    .collect()
}

#[test]
fn services_stand_under_their_topics_beside_the_municipalities() {
    let mut operator = Operator::new();
    operator.presses("f4");
    assert_eq!(operator.model.view, View::Matrix);
    let topics = operator.model.grid.rows.iter();
    let topics = topics.filter(|row| matches!(row, GridRow::Topic(_)));
    assert_eq!(topics.count(), 3);
    assert_eq!(
        services(&operator).len(),
        operator.model.directory.services().len()
    );
    assert_eq!(operator.model.grid.columns.len(), 3);
    assert!(operator.sees("≠ Teknisk nämnd"), "{:#?}", operator.rows());
}

#[test]
fn arrows_home_and_end_move_the_cell_and_stop_at_the_edges() {
    let mut operator = Operator::new();
    operator.presses("f4");
    assert_eq!(column(&operator), "lindesberg");
    operator.presses("left");
    assert_eq!(column(&operator), "lindesberg");
    operator.presses("right right");
    assert_eq!(column(&operator), "hallefors");
    operator.presses("right home");
    assert_eq!(column(&operator), "lindesberg");
    operator.presses("end");
    assert_eq!(column(&operator), "hallefors");
    operator.presses("ctrl-end");
    assert_eq!(
        operator.model.grid.row.selected,
        operator.model.grid.rows.last().copied()
    );
    operator.presses("ctrl-home");
    assert_eq!(
        operator.model.grid.row.selected,
        operator.model.grid.rows.first().copied()
    );
    operator.presses("down");
    assert_eq!(row(&operator), services(&operator).first().copied());
}

#[test]
fn the_query_line_filters_rows_and_the_cursor_stands_on_the_best_hit() {
    let mut operator = Operator::new();
    operator.presses("f4").types("plogning");
    assert_eq!(row(&operator), Some("snorojning"));
    assert!(services(&operator).len() < 8);
    operator.presses("ctrl-u").types("qxqxqx");
    assert_eq!(services(&operator), [""; 0]);
    assert!(operator.sees("Ingen träff"));
}

#[test]
fn the_callers_municipality_is_the_only_column() {
    let mut operator = Operator::new();
    operator.types("2").presses("f4");
    assert_eq!(operator.model.grid.columns.len(), 1);
    assert_eq!(column(&operator), "nora");
    operator.types("0");
    assert_eq!(operator.model.grid.columns.len(), 3);
}

#[test]
fn enter_opens_the_service_for_the_municipality_and_esc_leads_back_to_the_cell() {
    let mut operator = Operator::new();
    operator
        .presses("f4")
        .types("skolbuss")
        .presses("right right enter");
    assert_eq!(operator.model.view, View::Services);
    assert!(operator.model.card_open);
    assert_eq!(operator.service(), Some("skolskjuts"));
    assert_eq!(operator.municipality(), Some("hallefors"));
    assert!(operator.sees("0591-641 00"));
    operator.presses("esc");
    assert_eq!(operator.model.view, View::Matrix);
    assert_eq!(operator.municipality(), None);
    assert_eq!(operator.model.query.text(), "skolbuss");
    assert_eq!(
        (row(&operator), column(&operator)),
        (Some("skolskjuts"), "hallefors")
    );
}

#[test]
fn enter_on_a_heading_folds_its_services_away_and_out_again() {
    let mut operator = Operator::new();
    operator.presses("f4");
    let all = services(&operator).len();
    operator.presses("ctrl-home enter");
    let folded = services(&operator).len();
    assert!(folded < all);
    assert!(operator.sees("▸ Vatten och avlopp"));
    operator.types("avlopp");
    assert!(
        !services(&operator).is_empty(),
        "what is looked for is not hidden"
    );
    operator.presses("ctrl-u ctrl-home enter");
    assert_eq!(services(&operator).len(), all);
}

#[test]
fn one_key_exchanges_municipalities_and_organisations() {
    let mut operator = Operator::new();
    operator.presses("f4 f7");
    assert_eq!(operator.model.grid.by, By::Organisation);
    assert!(operator.sees("TJÄNST × ORGANISATION"));
    let with_most = operator.model.grid.columns[0];
    let tally = operator.model.grid.tally(None, with_most);
    assert!(tally.count(Sign::Outside) < operator.model.services.len());
    operator.types("skolbuss");
    let columns = operator.model.grid.columns.len();
    assert_eq!(columns, 3, "only those who have a part in what fits");
    operator.presses("f7");
    assert_eq!(operator.model.grid.by, By::Municipality);
}

#[test]
fn the_same_key_leads_to_the_findings_of_a_row_and_back() {
    let mut operator = Operator::new();
    operator.presses("f4").types("plogning").presses("right f6");
    assert_eq!(operator.model.view, View::Findings);
    assert_eq!(operator.finding(), Some("snoskottning-dubbelt"));
    operator.presses("f6");
    assert_eq!(operator.model.view, View::Matrix);
    assert_eq!(
        (row(&operator), column(&operator)),
        (Some("snorojning"), "nora")
    );
}

#[test]
fn names_and_heads_stay_while_the_rest_moves_both_ways() {
    let mut operator = in_bergslagen(80, 24);
    operator.presses("f4 f7");
    let list = Regions::of(&operator.model).list;
    let head = |operator: &Operator| operator.rows()[usize::from(list.y)].clone();
    let first = head(&operator);
    operator.presses("pgdn pgdn");
    assert_eq!(
        head(&operator),
        first,
        "the heads stay while the rows scroll"
    );
    let name = |operator: &Operator| {
        let service = operator.model.grid.service().unwrap();
        let name = &operator.model.catalogue()[service].name;
        name.chars().take(12).collect::<String>()
    };
    operator.presses("end");
    assert_ne!(head(&operator), first);
    assert!(operator.model.grid.column.offset > 0);
    let shown = name(&operator);
    assert!(
        operator.sees(&shown),
        "the names stay while the columns scroll"
    );
    operator.presses("home");
    assert_eq!(head(&operator), first);
}

#[test]
fn the_cell_of_the_cursor_is_in_view_at_every_size() {
    for (width, height) in [
        (40, 10),
        (41, 13),
        (60, 16),
        (80, 24),
        (120, 36),
        (300, 100),
    ] {
        for keys in ["f4", "f4 f7"] {
            let mut operator = in_bergslagen(width, height);
            operator.presses(keys);
            for moves in ["end pgdn", "ctrl-end", "left left", "home up", "ctrl-home"] {
                operator.presses(moves);
                let selected = operator
                    .screen()
                    .content()
                    .iter()
                    .any(|cell| cell.bg == ratatui::style::Color::Blue);
                assert!(selected, "{keys} {moves} at {width} × {height}");
            }
        }
    }
}

#[test]
fn a_cell_that_is_clicked_is_selected() {
    let mut operator = Operator::new();
    operator.presses("f4");
    let list = Regions::of(&operator.model).list;
    operator.meets(Msg::Click {
        column: list.right() - 2,
        row: list.y + 4,
    });
    assert_eq!(column(&operator), "hallefors");
    assert_eq!(
        operator.model.grid.row.selected,
        operator.model.grid.rows.get(2).copied()
    );
    operator.meets(Msg::Click {
        column: list.x + 3,
        row: list.y,
    });
    assert_eq!(
        operator.model.grid.row.selected,
        operator.model.grid.rows.get(2).copied()
    );
}

#[test]
fn a_cell_is_copied_as_the_sentence_for_its_municipality() {
    let mut operator = Operator::new();
    operator.presses("f4").types("skolbuss").presses("right");
    let Some(Effect::Copy(text)) = operator.press("ctrl-y") else {
        panic!("nothing was copied")
    };
    assert!(text.starts_with("Nora: Skolskjuts"), "{text}");
}

#[test]
fn the_cursor_stays_on_its_service_when_other_files_are_read() {
    let mut operator = Operator::new();
    operator.presses("f4").types("plogning").presses("right");
    let same = std::sync::Arc::clone(operator.model.directory.catalogue());
    operator.meets(Msg::Reread(Ok(Reread::of(same))));
    assert_eq!(
        (row(&operator), column(&operator)),
        (Some("snorojning"), "nora")
    );
}

#[test]
fn only_the_municipality_of_a_column_is_called_its_own() {
    let text = format!(
        "{}\n[[organisation]]\nid = \"annan-skola\"\nkind = \"municipality\"\nname = \"Skola i en annan kommun\"\n\
         short = \"Annan skola\"\nserves = [\"nora\"]\n[[service]]\nid = \"gymnasieval\"\nname = \"Gymnasieval\"\n\
         topic = \"vardag\"\n[[service.responsible]]\norganisation = \"annan-skola\"\nsteps = [\"contact\"]\n\
         confidence = \"assumed\"\n[[service.responsible]]\norganisation = \"lindesberg-kommun\"\nsteps = [\"contact\"]\n\
         confidence = \"assumed\"\n",
        crate::tui::operator::SMALL
    );
    let mut operator = Operator::new();
    let other = crate::tui::operator::catalogue(&text);
    operator.meets(Msg::Reread(Ok(Reread::of(other))));
    operator.presses("f4").types("gymnasieval");
    let rows = operator.rows();
    let row = rows
        .iter()
        .find(|row| row.contains("Gymnasieval "))
        .unwrap();
    assert_eq!(row.matches("kommunen").count(), 1, "{row}");
    assert!(row.contains("Annan skola"), "{row}");
}

#[test]
fn on_a_small_screen_the_signs_to_look_at_are_explained_before_the_others() {
    let mut operator = Operator::on(40, 10);
    operator.presses("f4");
    assert!(operator.sees("≠ dubbelt") && operator.sees("– lucka"));
}
