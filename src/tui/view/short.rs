//! Names short enough for the cells of a table.

use unicode_width::UnicodeWidthStr;

use crate::catalogue::{MunicipalityRef, OrganisationRef};
use crate::tui::model::Model;
use crate::tui::text::cut;

/// Several names in one cell; those that do not fit are counted, and the count always fits.
pub(super) fn in_cell(names: &[String], width: usize) -> String {
    let all = names.join("+");
    match names {
        [] => "–".to_owned(),
        [first, others @ ..] if all.width() >= width && !others.is_empty() => {
            let count = format!(" +{}", others.len());
            let room = width.saturating_sub(count.width() + 1);
            format!("{}{count}", cut(first, room))
        }
        _ => all,
    }
}

/// A name short enough for a cell that is about a municipality: that it is the municipality itself, the short name, or the
/// initials of a long one.
pub(super) fn short(
    model: &Model,
    organisation: OrganisationRef,
    place: Option<MunicipalityRef>,
    width: usize,
) -> String {
    let brief = model.directory.brief(organisation);
    if place.is_some_and(|place| model.catalogue()[place].organisation == organisation) {
        return cut(&model.locale.text("cell-own"), width.saturating_sub(1));
    }
    if brief.width() < width {
        return brief.to_owned();
    }
    let initials: String = brief
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect();
    if initials.chars().count() > 1 && width < 8 {
        initials.to_uppercase()
    } else {
        brief.to_owned()
    }
}

/// As many names as fit, and how many more there are: `BKT, BMB +3`. Never wider than the column.
pub(super) fn as_fit(names: &[String], width: usize) -> String {
    for shown in (1..=names.len()).rev() {
        let others = names.len() - shown;
        let mut text = names.get(..shown).unwrap_or_default().join(", ");
        if others > 0 {
            text.extend([" +", &others.to_string()]);
        }
        if text.width() <= width {
            return text;
        }
    }
    in_cell(names, width)
}
