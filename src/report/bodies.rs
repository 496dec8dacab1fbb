//! Who the organisations are: what the report calls them, what they are called in full, and how much they have part in.

use super::document::{Block, Head, Section, Table};
use super::telling::{Telling, capital};
use crate::overlap::matrix::{By, Column, Matrix, Sign};

/// The organisations that have part in something, those with most services first.
pub fn section(telling: &Telling<'_>) -> Section {
    let directory = telling.directory;
    let matrix = Matrix::of(directory, By::Organisation, None);
    let rows = matrix.columns.iter().zip(&matrix.totals);
    let row = |(column, totals): (&Column, &crate::overlap::matrix::Tally)| {
        let Column::Organisation(one) = *column else {
            return None;
        };
        let kind = directory.catalogue()[one].kind;
        let services = Sign::ALL
            .into_iter()
            .filter(|sign| *sign != Sign::Outside)
            .map(|sign| totals.count(sign));
        Some(vec![
            directory.brief(one).to_owned(),
            directory.name(one).to_owned(),
            capital(&telling.text(&format!("kind-{}", kind.word()))),
            services.sum::<usize>().to_string(),
        ])
    };
    Section::new("organisations", telling.text("report-bodies")).with(Block::Table(Table {
        caption: telling.text("report-bodies-are"),
        head: vec![
            Head::words(telling.text("report-short")),
            Head::words(telling.text("report-name")),
            Head::words(telling.text("report-sort")),
            Head::number(telling.text("changes-services")),
        ],
        rows: rows.filter_map(row).collect(),
    }))
}
