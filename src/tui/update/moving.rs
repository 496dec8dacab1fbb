//! Moving among rows: keys, the wheel, a click.

use crate::tui::model::{Model, Overlay, View};
use crate::tui::view::layout::Regions;

/// How many rows a page is.
pub(super) fn page(model: &Model) -> isize {
    let regions = Regions::of(model);
    let rows = if model.card_open {
        regions.card.height
    } else {
        regions.list.height
    };
    isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(1)
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
        Some(Overlay::Emergency { selected }) => {
            let at = *selected;
            let last = model.numbers().len().saturating_sub(1);
            model.overlay = Some(Overlay::Emergency {
                selected: at.saturating_add_signed(by).min(last),
            });
        }
        None if model.card_open && by.unsigned_abs() > 1 => {
            model.card_scroll = model.card_scroll.saturating_add_signed(by).min(10_000);
        }
        None => {
            match model.view {
                View::Services => model.service.step(&model.services, by),
                View::Findings => model.finding.step(&model.selectable_findings(), by),
                View::Organisations => model.organisation.step(&model.organisations, by),
            }
            model.card_scroll = 0;
        }
    }
}

/// What the wheel does.
pub(super) fn wheel(model: &mut Model, rows: i32) {
    let by = isize::try_from(rows).unwrap_or(0);
    if model.card_open && model.overlay.is_none() {
        model.card_scroll = model.card_scroll.saturating_add_signed(by);
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
    match model.view {
        View::Services => {
            if let Some(&service) = model.services.get(model.service.offset + at) {
                model.service.selected = Some(service);
            }
        }
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
