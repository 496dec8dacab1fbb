//! Moving among rows: keys, the wheel, a click.

use ratatui::layout::Rect;

use crate::tui::command::Command;
use crate::tui::model::{Model, Overlay, View};
use crate::tui::view::layout::Regions;
use crate::tui::view::matrix::{Columns, head_lines};

/// How many rows a page is.
pub(super) fn page(model: &Model) -> isize {
    let regions = Regions::of(model);
    let rows = if model.card_open {
        regions.card.height
    } else {
        regions.list.height
    };
    let head = match model.view {
        View::Matrix => head_lines(rows),
        _ => 0,
    };
    // One row further is another hit there.
    let least = match model.overlay {
        Some(Overlay::Why { .. }) => 2,
        _ => 1,
    };
    isize::try_from(rows.saturating_sub(1 + head).max(least)).unwrap_or(1)
}

/// Selects the row so many rows further down, in the window or the list; with the card open, many rows scroll it.
pub(super) fn step(model: &mut Model, by: isize) {
    match &mut model.overlay {
        Some(Overlay::Help { scroll, .. }) => *scroll = scroll.saturating_add_signed(by).min(1000),
        Some(Overlay::Municipality { filter, selected }) => {
            let (filter, at) = (filter.text().to_owned(), *selected);
            let last = model.municipalities_called(&filter).len().saturating_sub(1);
            if let Some(Overlay::Municipality { selected, .. }) = &mut model.overlay {
                *selected = at.saturating_add_signed(by).min(last);
            }
        }
        Some(Overlay::Date { .. }) => {}
        Some(Overlay::Verdict(judging)) => judging.step(by),
        Some(Overlay::Emergency { selected }) => {
            let at = *selected;
            let last = model.numbers().len().saturating_sub(1);
            model.overlay = Some(Overlay::Emergency {
                selected: at.saturating_add_signed(by).min(last),
            });
        }
        None if model.card_open && by.unsigned_abs() > 1 => scroll(model, by),
        Some(Overlay::Why { .. }) if by.unsigned_abs() > 1 => scroll(model, by),
        Some(Overlay::Why { scroll }) => {
            *scroll = 0;
            step_in_list(model, by);
        }
        None => step_in_list(model, by),
    }
}

fn step_in_list(model: &mut Model, by: isize) {
    match model.view {
        View::Services => model.service.step(&model.services, by),
        View::Matrix => model.grid.row.step(&model.grid.rows, by),
        View::Findings => model.finding.step(&model.selectable_findings(), by),
        View::Organisations => model.organisation.step(&model.organisations, by),
    }
    model.card_scroll = 0;
}

/// Scrolls the reasons where they are shown, else the card.
pub(super) fn scroll(model: &mut Model, by: isize) {
    let at = match &mut model.overlay {
        Some(Overlay::Why { scroll }) => scroll,
        _ => &mut model.card_scroll,
    };
    *at = at.saturating_add_signed(by).min(10_000);
}

/// What the wheel does.
pub(super) fn wheel(model: &mut Model, rows: i32) {
    let by = isize::try_from(rows).unwrap_or(0);
    if model.card_open && model.overlay.is_none() {
        scroll(model, by);
    } else {
        step(model, by);
    }
}

/// Selects the row that was clicked.
pub(super) fn click(model: &mut Model, column: u16, row: u16) {
    let list = Regions::of(model).list;
    if model.overlay.is_some() || !list.contains((column, row).into()) {
        return;
    }
    let at = usize::from(row - list.y);
    if model.view == View::Matrix {
        click_cell(model, column - list.x, at, list);
        return;
    }
    match model.view {
        View::Services => {
            if let Some(&service) = model.services.get(model.service.offset + at) {
                model.service.selected = Some(service);
            }
        }
        View::Matrix => {}
        View::Findings => {
            let clicked = model.finding_rows.get(model.finding.offset + at);
            if let Some(&row) = clicked.filter(|row| row.is_finding()) {
                model.finding.selected = Some(row);
            }
        }
        View::Organisations => {
            if let Some(&organisation) = model.organisations.get(model.organisation.offset + at) {
                model.organisation.selected = Some(organisation);
            }
        }
    }
    model.card_scroll = 0;
}

/// Moves the cursor of the matrix to the cell that was clicked.
fn click_cell(model: &mut Model, column: u16, row: usize, list: Rect) {
    let head = usize::from(head_lines(list.height));
    let rows = &model.grid.rows;
    let clicked = row.checked_sub(head);
    let clicked = clicked.and_then(|at| rows.get(model.grid.row.offset + at));
    let Some(&clicked) = clicked else {
        return;
    };
    let columns = Columns::of(model, list.width.into());
    let mut end = columns.name;
    let under = columns.in_view(model).find(|(_, width)| {
        end += width;
        usize::from(column) < end
    });
    let under = under.filter(|_| usize::from(column) >= columns.name);
    model.grid.row.selected = Some(clicked);
    if let Some((column, _)) = under {
        model.grid.column.selected = Some(column);
    }
}

/// Moves the cursor of the matrix sideways, where the key is one that does. Whether it is.
pub(super) fn sideways(model: &mut Model, command: Command) -> bool {
    if model.view != View::Matrix || model.overlay.is_some() {
        return false;
    }
    let by = match command {
        Command::Left => -1,
        Command::Right => 1,
        Command::LineStart => isize::MIN,
        Command::LineEnd => isize::MAX,
        _ => return false,
    };
    let grid = &mut model.grid;
    grid.column.step(&grid.columns, by);
    true
}
