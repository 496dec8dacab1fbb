//! How wide the columns of the matrix are, and which of them are in view.

use unicode_width::UnicodeWidthStr;

use crate::overlap::matrix::{By, Column};
use crate::tui::model::Model;

/// The columns of a cell that names who has a service.
const NAMING: (usize, usize) = (11, 28);

/// The longest name above a column that only holds signs.
const HEAD: usize = 12;

/// How wide the names of services may become where there is more room than anybody needs.
const NAME: usize = 56;

/// The columns of the matrix on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// How wide the names of the services are.
    pub name: usize,
    /// How wide each column is, also those out of view.
    pub widths: Vec<usize>,
    /// The columns that cells have in all.
    pub room: usize,
}

impl Columns {
    /// For a model on so many columns of the screen.
    pub fn of(model: &Model, width: usize) -> Self {
        let least = (width / 3).clamp(18, 44).min(width);
        let room = width - least;
        let columns = &model.grid.columns;
        let widths: Vec<usize> = match model.grid.by {
            By::Municipality if columns.len() == 1 => vec![room],
            By::Municipality => {
                let each = (room / columns.len().max(1)).clamp(NAMING.0, NAMING.1);
                vec![each; columns.len()]
            }
            By::Organisation => columns.iter().map(|&one| head_width(model, one)).collect(),
        };
        let all: usize = widths.iter().sum();
        let name = width.saturating_sub(all).clamp(least, NAME.max(least));
        Self {
            name,
            room: width - name,
            widths,
        }
    }

    /// The columns in view, each with its width; the last one may be cut where even one is too wide.
    pub fn in_view<'m>(&'m self, model: &'m Model) -> impl Iterator<Item = (Column, usize)> + 'm {
        let from = model.grid.column.offset;
        let columns = model.grid.columns.iter().copied().zip(&self.widths);
        let mut left = self.room;
        let mut is_first = true;
        columns.skip(from).map_while(move |(column, &width)| {
            let width = if is_first { width.min(left) } else { width };
            is_first = false;
            left = left.checked_sub(width)?;
            (width > 0).then_some((column, width))
        })
    }
}

fn head_width(model: &Model, column: Column) -> usize {
    name(model, column).width().clamp(3, HEAD) + 2
}

/// What stands above a column.
pub fn name(model: &Model, column: Column) -> &str {
    match column {
        Column::Municipality(one) => &model.catalogue()[one].name,
        Column::Organisation(one) => model.directory.brief(one),
    }
}
