//! Who does what: a table of steps and municipalities, or a list where the table would be too wide.

use super::Card;
use crate::catalogue::{MunicipalityRef, OrganisationRef};
use crate::cli::line::{Ink, Line, wrapped};
use crate::referral::WhoDoesWhat;

/// Stands where nobody has a step.
const NOBODY: &str = "–";

/// Municipalities where the same organisations do the same.
struct Column {
    municipalities: Vec<MunicipalityRef>,
    cells: Vec<String>,
}

impl Card<'_> {
    /// Every step somebody has, municipality by municipality; municipalities where all is the same share a column.
    pub(super) fn who_does_what(&self, steps: &[WhoDoesWhat]) -> Vec<Line> {
        if steps.is_empty() {
            return Vec::new();
        }
        let columns = self.columns(steps);
        let names: Vec<String> = steps
            .iter()
            .map(|row| {
                self.locale
                    .text(&format!("step-{}", row.step.word()))
                    .into()
            })
            .collect();
        let heading = Line::of(Ink::Label, &self.locale.text("label-who"));
        let table = self.table(heading.clone(), &names, &columns);
        if table.iter().all(|line| line.width() <= self.width) {
            return table;
        }
        self.listed(heading, &names, &columns)
    }

    fn columns(&self, steps: &[WhoDoesWhat]) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for (position, municipality) in self.directory.catalogue().municipality_refs().enumerate() {
            let cell = |row: &WhoDoesWhat| {
                let found = row.organisations.get(position);
                self.cell(found.map_or(&[][..], |(_, organisations)| organisations))
            };
            let cells: Vec<String> = steps.iter().map(cell).collect();
            match columns.iter_mut().find(|column| column.cells == cells) {
                Some(same) => same.municipalities.push(municipality),
                None => columns.push(Column {
                    municipalities: vec![municipality],
                    cells,
                }),
            }
        }
        columns
    }

    fn cell(&self, organisations: &[OrganisationRef]) -> String {
        if organisations.is_empty() {
            return NOBODY.to_owned();
        }
        let names: Vec<_> = organisations
            .iter()
            .map(|&one| self.directory.brief(one))
            .collect();
        names.join(" + ")
    }

    /// What stands above a column.
    fn above(&self, column: &Column, all: usize) -> String {
        if all == 1 {
            return self.locale.text("cli-everywhere").into_owned();
        }
        self.names(&column.municipalities)
    }

    fn table(&self, heading: Line, steps: &[String], columns: &[Column]) -> Vec<Line> {
        let steps: Vec<Line> = steps
            .iter()
            .map(|step| Line::of(Ink::Plain, &format!("  {step}")))
            .collect();
        let first = steps
            .iter()
            .chain([&heading])
            .map(Line::width)
            .max()
            .unwrap_or_default()
            + 2;
        let mut rows: Vec<Line> = [heading]
            .into_iter()
            .chain(steps)
            .map(|line| line.padded(first))
            .collect();
        for column in columns {
            let chosen = self
                .municipality
                .is_some_and(|one| column.municipalities.contains(&one));
            let ink = if chosen && columns.len() > 1 {
                Ink::Strong
            } else {
                Ink::Plain
            };
            let head = self.above(column, columns.len());
            let texts = [head].into_iter().chain(column.cells.iter().cloned());
            let cells: Vec<Line> = texts.map(|text| Line::of(ink, &text)).collect();
            let width = cells.iter().map(Line::width).max().unwrap_or_default() + 2;
            let filled = rows.into_iter().zip(cells);
            rows = filled
                .map(|(row, cell)| row.then(cell.padded(width)))
                .collect();
        }
        rows
    }

    /// Step by step, who has it where.
    fn listed(&self, heading: Line, steps: &[String], columns: &[Column]) -> Vec<Line> {
        let mut lines = vec![heading];
        for (row, step) in steps.iter().enumerate() {
            let mut holders: Vec<(&str, Vec<MunicipalityRef>)> = Vec::new();
            for column in columns {
                let Some(cell) = column.cells.get(row) else {
                    continue;
                };
                match holders.iter_mut().find(|(known, _)| known == cell) {
                    Some((_, municipalities)) => municipalities.extend(&column.municipalities),
                    None => holders.push((cell, column.municipalities.clone())),
                }
            }
            lines.push(Line::of(Ink::Plain, &format!("  {step}")));
            let everywhere = holders.len() == 1;
            for (who, mut municipalities) in holders {
                municipalities.sort();
                let text = if everywhere {
                    who.to_owned()
                } else {
                    format!("{}: {who}", self.names(&municipalities))
                };
                let broken = wrapped(&text, self.width.saturating_sub(4));
                lines.extend(
                    broken
                        .iter()
                        .map(|line| Line::of(Ink::Plain, &format!("    {line}"))),
                );
            }
        }
        lines
    }
}
