//! The table of findings: a line each where there is room for it, otherwise as many as it takes for all to be read.

use unicode_width::UnicodeWidthStr;

use super::Told;
use crate::cli::line::{Ink, Line, in_columns, wrapped};
use crate::overlap::Finding;

/// The column of ids, which `verdict` takes.
const ID: usize = 4;

/// How far what belongs to a finding stands in under it.
const INDENT: usize = 2;

/// Stands between who, where and the id, where they are under the finding.
const BETWEEN: &str = " · ";

impl Told<'_> {
    /// The kind, what, who, where, and the id that `verdict` takes, of every finding: none of it is left out. Without a
    /// terminal, which has so many columns, every finding is one line.
    pub(super) fn table(&self, columns: Option<usize>) -> Vec<Line> {
        let rows: Vec<[Line; 5]> = self.shown.iter().map(|one| self.row(one)).collect();
        let mut widths = [0; 5];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        let width = widths.iter().sum::<usize>() + 2 * ID;
        match columns.filter(|&columns| width > columns) {
            None => in_columns(rows, None, ID).collect(),
            Some(columns) => rows
                .into_iter()
                .flat_map(|row| below_each_other(row, columns))
                .collect(),
        }
    }

    fn row(&self, finding: &Finding) -> [Line; 5] {
        let words = &self.words;
        let mut kind = format!("≠ {}", self.kind(finding));
        if let Some(decided) = words.signed_verdict(finding.decided) {
            kind = format!("{kind} {decided}");
        }
        [
            Line::of(Ink::Caution, &kind),
            Line::of(Ink::Strong, &self.services(finding)),
            Line::of(Ink::Plain, &words.organisations(&finding.organisations)),
            Line::of(Ink::Plain, &words.municipalities(&finding.municipalities)),
            Line::of(Ink::Quiet, finding.id.as_str()),
        ]
    }
}

/// The kind with what it is about, and under it who, where and the id, on as few lines as they fit.
fn below_each_other(row: [Line; 5], columns: usize) -> Vec<Line> {
    let [kind, what, who, place, id] = row;
    let mut lines = packed([kind, what], "  ", 0, columns);
    lines.extend(packed([who, place, id], BETWEEN, INDENT, columns));
    lines
}

/// Parts beside each other, on a new line where there is no room for the next; what is wider than a line is wrapped. All
/// lines but the first stand in.
fn packed<const PARTS: usize>(
    parts: [Line; PARTS],
    between: &str,
    first: usize,
    columns: usize,
) -> Vec<Line> {
    let start = |indent: usize| Line::of(Ink::Plain, &" ".repeat(indent));
    let mut lines = Vec::new();
    let mut line = start(first);
    let mut is_empty = true;
    for part in parts.into_iter().filter(|part| part.width() > 0) {
        let room = columns.saturating_sub(INDENT).max(1);
        if !is_empty && line.width() + between.width() + part.width() > columns {
            lines.push(std::mem::replace(&mut line, start(INDENT)));
            is_empty = true;
        }
        if !is_empty {
            line = line.and(Ink::Quiet, between);
        }
        let ink = part.ink();
        let mut pieces = wrapped(&part.text(), room).into_iter().peekable();
        while let Some(piece) = pieces.next() {
            line = line.and(ink, &piece);
            if pieces.peek().is_some() {
                lines.push(std::mem::replace(&mut line, start(INDENT)));
            }
        }
        is_empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A finding with long names and a long id.
    fn row() -> [Line; 5] {
        [
            Line::of(Ink::Caution, "≠ dubbelarbete ◐ utreds"),
            Line::of(Ink::Strong, "Trottoar utanför fastighet och Skymmande häck"),
            Line::of(Ink::Plain, "BMB, Hällefors kommun och Nora kommun"),
            Line::of(Ink::Plain, "Nora och Hällefors"),
            Line::of(Ink::Quiet, "parallel:trottoar+hack:bmb+nora-kommun"),
        ]
    }

    fn shown(columns: usize) -> Vec<String> {
        let lines = below_each_other(row(), columns);
        lines.iter().map(|line| line.painted(false)).collect()
    }

    #[test]
    fn under_what_was_found_stand_who_where_and_the_id() {
        assert_eq!(
            shown(80),
            [
                "≠ dubbelarbete ◐ utreds  Trottoar utanför fastighet och Skymmande häck",
                "  BMB, Hällefors kommun och Nora kommun · Nora och Hällefors",
                "  parallel:trottoar+hack:bmb+nora-kommun",
            ]
        );
        assert_eq!(shown(120).len(), 2);
    }

    #[test]
    fn however_narrow_the_terminal_every_word_is_there_and_no_line_is_wider() {
        for columns in 40..130 {
            let lines = shown(columns);
            let all = lines.join(" ");
            for part in row() {
                for word in part.text().split_whitespace() {
                    assert!(all.contains(word), "{columns}: {word}");
                }
            }
            let widest = below_each_other(row(), columns);
            assert!(
                widest.iter().all(|line| line.width() <= columns),
                "{columns}"
            );
        }
    }
}
