//! Who has what: services beside municipalities as a heat map, and how the work is shared, topic by topic.

use super::document::{
    Bar, Bars, Block, HeatCell, HeatGroup, HeatMap, Section, Sign as Drawn, Tone,
};
use super::telling::Telling;
use crate::overlap::matrix::{By, Cell, Column, Group, Matrix, Sign, Tally};

/// The signs that a cell of a municipality can have.
const SIGNS: [(Sign, Tone); 5] = [
    (Sign::Sole, Tone::Calm),
    (Sign::Shared, Tone::Mild),
    (Sign::Conditional, Tone::Warm),
    (Sign::Double, Tone::Strong),
    (Sign::Gap, Tone::Faint),
];

/// Who has what.
pub fn section(telling: &Telling<'_>) -> Section {
    let matrix = Matrix::of(telling.directory, By::Municipality, None);
    Section::new("matrix", telling.text("report-matrix"))
        .with(Block::Text(telling.text("report-matrix-is")))
        .with(Block::Bars(by_topic(telling, &matrix)))
        .with(Block::HeatMap(heat_map(telling, &matrix)))
}

/// How many cells of each topic have which sign.
fn by_topic(telling: &Telling<'_>, matrix: &Matrix) -> Bars {
    let count = |totals: &[Tally], sign: Sign| totals.iter().map(|tally| tally.count(sign)).sum();
    let bar = |group: &Group| Bar {
        label: telling.directory.catalogue()[group.topic].name.clone(),
        parts: SIGNS.map(|(sign, _)| count(&group.totals, sign)).into(),
    };
    Bars {
        caption: telling.text("report-by-topic"),
        subject: telling.text("report-topic"),
        bar: telling.text("report-bar"),
        parts: SIGNS
            .map(|(sign, tone)| (tone, telling.words().sign(sign)))
            .into(),
        rows: matrix.groups.iter().map(bar).collect(),
    }
}

fn heat_map(telling: &Telling<'_>, matrix: &Matrix) -> HeatMap {
    let catalogue = telling.directory.catalogue();
    let column = |column: &Column| match *column {
        Column::Municipality(one) => catalogue[one].name.clone(),
        Column::Organisation(one) => telling.directory.brief(one).to_owned(),
    };
    let group = |group: &Group| HeatGroup {
        title: catalogue[group.topic].name.clone(),
        rows: group
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|one| cell(telling, one));
                (catalogue[row.service].name.clone(), cells.collect())
            })
            .collect(),
    };
    let sign = |(sign, tone): (Sign, Tone)| Drawn {
        glyph: sign.glyph(),
        word: telling.words().sign(sign),
        tone,
    };
    HeatMap {
        caption: telling.text("report-heat-map"),
        subject: telling.text("report-service"),
        signs: SIGNS.map(sign).into(),
        columns: matrix.columns.iter().map(column).collect(),
        groups: matrix.groups.iter().map(group).collect(),
    }
}

fn cell(telling: &Telling<'_>, cell: &Cell) -> HeatCell {
    let names: Vec<&str> = cell
        .parts
        .iter()
        .map(|(one, _)| telling.directory.brief(*one))
        .collect();
    let sign = SIGNS.iter().position(|(sign, _)| *sign == cell.sign);
    HeatCell {
        sign: sign.unwrap_or(SIGNS.len()),
        who: names.join(", "),
        is_told: matches!(cell.sign, Sign::Double | Sign::Gap | Sign::Conditional),
    }
}
