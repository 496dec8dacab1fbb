//! Whose call it is: choosing the caller's municipality, and keeping or forgetting a place that was typed.

use crate::search::{CallerPlace, Query};
use crate::tui::line::Line;
use crate::tui::model::Model;

/// Chooses by the digit in the header: 0 for all. Whether there was such a digit.
pub(super) fn choose_by_digit(model: &mut Model, digit: usize) -> bool {
    if digit == 0 {
        choose(model, None);
        return true;
    }
    let chosen = model.catalogue().municipality_refs().nth(digit - 1);
    if chosen.is_some() {
        choose(
            model,
            chosen.map(|municipality| CallerPlace {
                municipality,
                place: None,
            }),
        );
    }
    chosen.is_some()
}

/// Makes this the caller's municipality and place, or none.
pub(super) fn choose(model: &mut Model, caller: Option<CallerPlace>) {
    forget_place(model);
    // Whoever looks aside and then chooses has a new question.
    model.aside = None;
    model.chosen = caller;
    model.forget_answers();
    model.search();
}

/// Takes a place out of the query: it would go before the choice, and the choice is what the user means now. Whatever
/// else is typed stays.
fn forget_place(model: &mut Model) {
    if model.found.place.is_none() {
        return;
    }
    let text = model.query.text();
    let filters = Query::parse(text).filters;
    let kept = filters
        .iter()
        .filter_map(|filter| text.get(filter.clone()))
        .filter(|filter| !filter.starts_with('@'))
        .chain(model.found.words.split_whitespace());
    let kept = kept.collect::<Vec<_>>().join(" ");
    model.query = Line::new(&kept);
}

/// Makes the place in the query the caller's, so that it stays when the query goes.
pub(super) fn keep_place(model: &mut Model) {
    if let Some(place) = model.found.place.clone() {
        model.chosen = Some(place);
    }
}
