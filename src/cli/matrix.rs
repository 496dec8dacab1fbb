//! `hanvisa matrix`: who has every service, beside municipalities or organisations.

use std::io::{self, Write};

use super::failure::Failure;
use super::json;
use super::line::{Ink, Line};
use super::load::Question;
use super::output::Output;
use super::request::Format;
use super::{Outcome, answer, spreadsheet};
use crate::catalogue::Steps;
use crate::locale::Locale;
use crate::overlap::Words;
use crate::overlap::matrix::{By, Cell, Column, Group, Matrix, Row, Sign, Tally};

/// The widest a service's name may be beside the columns.
const NAME: usize = 34;
/// The widest a column may be.
const WIDEST: usize = 24;

/// Prints the matrix.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(
    question: &Question,
    by: By,
    format: Format,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let directory = question.directory();
    let words = Words {
        directory: &directory,
        locale,
    };
    let matrix = Matrix::of(&directory, by, question.municipality);
    let sheet = Sheet {
        words,
        matrix: &matrix,
        by,
    };
    match format {
        Format::Json => {
            let at = answer::moment_text(question.moment);
            output.json(&json::matrix(&words, &matrix, by, at))?;
        }
        Format::Csv => output.text(&sheet.spreadsheet())?,
        Format::Text | Format::Tsv | Format::Markdown => sheet.table(output)?,
    }
    Ok(Outcome::Done)
}

/// A matrix as lines.
struct Sheet<'a> {
    words: Words<'a>,
    matrix: &'a Matrix,
    by: By,
}

impl Sheet<'_> {
    fn heading(&self, column: Column) -> &str {
        match column {
            Column::Municipality(one) => &self.words.directory.catalogue()[one].name,
            Column::Organisation(one) => self.words.organisation(one),
        }
    }

    /// What stands in a cell: the sign, and who takes the call; in the column of an organisation only the sign.
    fn cell(&self, cell: &Cell) -> Line {
        let ink = match cell.sign {
            Sign::Double | Sign::Gap => Ink::Caution,
            Sign::Conditional => Ink::Label,
            Sign::Sole | Sign::Shared | Sign::Outside => Ink::Plain,
        };
        let sign = Line::of(ink, cell.sign.glyph());
        match (self.by, cell.parts.as_slice()) {
            (By::Organisation, _) | (By::Municipality, []) => sign,
            (By::Municipality, [(first, _), rest @ ..]) => {
                let more = if rest.is_empty() {
                    String::new()
                } else {
                    format!(" +{}", rest.len())
                };
                let who = self.words.directory.brief(*first);
                sign.and(Ink::Plain, &format!(" {who}{more}"))
            }
        }
    }

    fn table(&self, output: &mut Output) -> Result<(), Failure> {
        let headings: Vec<Line> = self
            .matrix
            .columns
            .iter()
            .map(|&column| Line::of(Ink::Strong, self.heading(column)))
            .collect();
        let mut widths: Vec<usize> = headings.iter().map(Line::width).collect();
        for group in &self.matrix.groups {
            let totals = group.totals.iter().map(total);
            widen(&mut widths, totals);
            for row in &group.rows {
                widen(&mut widths, row.cells.iter().map(|cell| self.cell(cell)));
            }
        }
        widen(&mut widths, self.matrix.totals.iter().map(total));
        let name = self.name_width();
        let shown = fitting(&mut widths, name, output.columns());
        let line = |first: Line, cells: Vec<Line>| {
            let first = first.cut(name).padded(name);
            let cells = cells.into_iter().zip(&widths);
            cells.fold(first, |line, (cell, &width)| {
                line.and(Ink::Plain, "  ")
                    .then(cell.cut(width).padded(width))
            })
        };
        output.line(&line(Line::default(), headings))?;
        for group in &self.matrix.groups {
            output.line(&Line::default())?;
            let topic = self.words.directory.catalogue()[group.topic].name.clone();
            let totals = group.totals.iter().map(total).collect();
            output.line(&line(Line::of(Ink::Label, &topic), totals))?;
            for row in &group.rows {
                let cells = row.cells.iter().map(|cell| self.cell(cell)).collect();
                output.line(&line(Line::of(Ink::Plain, self.name(row)), cells))?;
            }
        }
        output.line(&Line::default())?;
        let all = self.words.locale.text("cli-matrix-all");
        let totals = self.matrix.totals.iter().map(total).collect();
        output.line(&line(Line::of(Ink::Label, &all), totals))?;
        output.line(&Line::default())?;
        output.line(&Line::of(Ink::Quiet, &self.legend()))?;
        self.remark(shown, output)
    }

    /// Says on standard error how many columns the terminal has no room for.
    fn remark(&self, shown: usize, output: &mut Output) -> Result<(), Failure> {
        let hidden = self.matrix.columns.len() - shown;
        if hidden > 0 {
            output.flush()?;
            let words = self.words.locale.count("cli-matrix-hidden", hidden, &[]);
            let line = Line::of(Ink::Plain, &words);
            writeln!(io::stderr().lock(), "{}", line.painted(false))?;
        }
        Ok(())
    }

    fn name(&self, row: &Row) -> &str {
        &self.words.directory.catalogue()[row.service].name
    }

    fn name_width(&self) -> usize {
        let rows = self.matrix.groups.iter().flat_map(|group| &group.rows);
        let widths = rows.map(|row| Line::of(Ink::Plain, self.name(row)).width());
        widths.max().unwrap_or_default().min(NAME)
    }

    /// What every sign means.
    fn legend(&self) -> String {
        let shown = Sign::ALL.into_iter().filter(|&sign| sign != Sign::Outside);
        let said = shown.map(|sign| format!("{} {}", sign.glyph(), self.words.sign(sign)));
        said.collect::<Vec<_>>().join("   ")
    }

    /// One service a line: the topic, its name and id, then who has it, with the sign in words.
    fn spreadsheet(&self) -> String {
        let locale = self.words.locale;
        let first = ["topic", "service", "id"];
        let first = first.map(|column| locale.text(&format!("column-{column}")).into_owned());
        let headings = self.matrix.columns.iter();
        let headings = headings.map(|&column| self.heading(column).to_owned());
        let heading: Vec<String> = first.into_iter().chain(headings).collect();
        let rows = self.matrix.groups.iter().flat_map(|group| {
            let rows = group.rows.iter();
            rows.map(|row| self.spreadsheet_row(group, row))
        });
        spreadsheet::listed([heading].into_iter().chain(rows), locale.language())
    }

    fn spreadsheet_row(&self, group: &Group, row: &Row) -> Vec<String> {
        let catalogue = self.words.directory.catalogue();
        let first = [
            catalogue[group.topic].name.clone(),
            catalogue[row.service].name.clone(),
            catalogue[row.service].id.to_string(),
        ];
        let cell = |cell: &Cell| {
            let sign = self.words.sign(cell.sign);
            let who = match self.by {
                By::Municipality => {
                    let who = cell
                        .parts
                        .iter()
                        .map(|(one, _)| self.words.organisation(*one));
                    who.collect::<Vec<_>>().join(", ")
                }
                By::Organisation => {
                    let steps = cell.parts.iter().map(|(_, steps)| *steps);
                    self.words.steps(steps.fold(Steps::default(), Steps::union))
                }
            };
            match (cell.sign, who.is_empty()) {
                (Sign::Outside, _) => String::new(),
                (_, true) => sign,
                (_, false) => format!("{who} ({sign})"),
            }
        };
        first
            .into_iter()
            .chain(row.cells.iter().map(cell))
            .collect()
    }
}

/// The signs of a column and how many there are of each, those that are not there left out: `•12 +3 ≠1`.
fn total(tally: &Tally) -> Line {
    let counted = Sign::ALL
        .into_iter()
        .filter(|&sign| sign != Sign::Outside && tally.count(sign) > 0)
        .map(|sign| format!("{}{}", sign.glyph(), tally.count(sign)));
    Line::of(Ink::Quiet, &counted.collect::<Vec<_>>().join(" "))
}

fn widen(widths: &mut [usize], cells: impl Iterator<Item = Line>) {
    for (width, cell) in widths.iter_mut().zip(cells) {
        *width = (*width).max(cell.width());
    }
}

/// Narrows the columns, and leaves out the last ones, until all fits; says how many are left.
fn fitting(widths: &mut Vec<usize>, name: usize, columns: Option<usize>) -> usize {
    for width in widths.iter_mut() {
        *width = (*width).min(WIDEST);
    }
    if let Some(columns) = columns {
        let total = |widths: &[usize]| name + widths.iter().map(|width| width + 2).sum::<usize>();
        while total(widths) > columns && widths.iter().any(|&width| width > 12) {
            let widest = widths.iter().max().copied().unwrap_or_default();
            for width in widths.iter_mut().filter(|width| **width == widest) {
                *width -= 1;
            }
        }
        while total(widths) > columns && widths.len() > 1 {
            widths.pop();
        }
    }
    widths.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_narrowed_before_they_are_left_out() {
        let mut widths = vec![20, 20, 10];
        assert_eq!(fitting(&mut widths, 20, Some(60)), 3);
        assert_eq!(widths, [12, 12, 10]);
        let mut widths = vec![20, 20, 10];
        assert_eq!(fitting(&mut widths, 20, Some(50)), 2);
        let mut widths = vec![90, 20];
        assert_eq!(fitting(&mut widths, 20, None), 2);
        assert_eq!(widths, [WIDEST, 20]);
    }
}
