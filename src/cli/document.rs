//! A document as text: for a terminal as wide as it is.

use unicode_width::UnicodeWidthStr;

use super::line::{Ink, Line, wrapped};
use crate::report::capital;
use crate::report::document::{Block, Document, Entry, Head, KeyFigure, Section, Table};

/// How far what belongs to something is set in.
const INDENT: usize = 2;

/// The lines of a document.
pub fn lines(document: &Document, width: usize) -> Vec<Line> {
    let mut page = Page {
        width,
        lines: Vec::new(),
    };
    page.text(Ink::Strong, &document.title, 0);
    for text in &document.lead {
        page.gap();
        page.text(Ink::Plain, text, 0);
    }
    for section in &document.sections {
        page.section(section, 0);
    }
    page.lines
}

struct Page {
    width: usize,
    lines: Vec<Line>,
}

impl Page {
    fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    fn text(&mut self, ink: Ink, text: &str, indent: usize) {
        self.hanging(ink, text, indent, 0);
    }

    /// A text whose later lines are set in further.
    fn hanging(&mut self, ink: Ink, text: &str, indent: usize, further: usize) {
        let room = self.width.saturating_sub(indent + further).max(20);
        for (number, line) in wrapped(text, room).iter().enumerate() {
            let indent = if number == 0 {
                indent
            } else {
                indent + further
            };
            let margin = Line::of(Ink::Plain, &" ".repeat(indent));
            self.lines.push(margin.and(ink, line));
        }
    }

    fn section(&mut self, section: &Section, depth: usize) {
        self.gap();
        let (title, ink) = match depth {
            0 => (section.title.to_uppercase(), Ink::Label),
            _ => (section.title.clone(), Ink::Strong),
        };
        self.text(ink, &title, 0);
        for (number, block) in section.blocks.iter().enumerate() {
            if number > 0 {
                self.gap();
            }
            self.block(block);
        }
        for part in &section.sections {
            self.section(part, depth + 1);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.text(Ink::Plain, text, 0),
            Block::Quiet(text) => self.text(Ink::Quiet, text, 0),
            Block::List(items) => {
                for item in items {
                    self.hanging(Ink::Plain, &format!("• {item}"), 0, INDENT);
                }
            }
            Block::Figures(figures) => self.figures(figures),
            Block::Table(table) => self.table(table),
            Block::Entry(entry) => self.entry(entry),
            // Only reports have these, and reports go to files.
            Block::Bars(_) | Block::Chain(_) | Block::HeatMap(_) => {}
        }
    }

    fn figures(&mut self, figures: &[KeyFigure]) {
        let value = |one: &KeyFigure| match &one.before {
            Some(before) => format!("{before} → {}", one.value),
            None => one.value.clone(),
        };
        let widest = figures.iter().map(|one| value(one).width()).max();
        let column = widest.unwrap_or_default() + INDENT;
        for one in figures {
            let value = Line::of(Ink::Strong, &value(one)).padded(column);
            self.lines.push(value.and(Ink::Plain, &one.label));
        }
    }

    /// In columns where they fit side by side; otherwise row by row.
    fn table(&mut self, table: &Table) {
        let column = |at: usize| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            let head = table.head.get(at).map_or(0, |head| head.text.width());
            cells.map(|cell| cell.width()).max().unwrap_or(0).max(head)
        };
        let widths: Vec<usize> = (0..table.head.len()).map(column).collect();
        let whole: usize = widths.iter().map(|width| width + INDENT).sum();
        if whole <= self.width + INDENT {
            let head: Vec<&str> = table.head.iter().map(|head| head.text.as_str()).collect();
            self.row(Ink::Quiet, &head, table, &widths);
            for row in &table.rows {
                let row: Vec<&str> = row.iter().map(String::as_str).collect();
                self.row(Ink::Plain, &row, table, &widths);
            }
            return;
        }
        for row in &table.rows {
            let (first, others) = match row.split_first() {
                Some((first, others)) => (first.as_str(), others),
                None => continue,
            };
            self.hanging(Ink::Plain, first, INDENT, 0);
            // A number says nothing without the heading of its column.
            let heads = table.head.iter().skip(1);
            let cell = |(cell, head): (&String, &Head)| {
                let said = head.is_number.then(|| format!("{} {cell}", head.text));
                said.unwrap_or_else(|| cell.clone())
            };
            let others: Vec<String> = others.iter().zip(heads).map(cell).collect();
            let others = others.join(" · ");
            self.hanging(Ink::Quiet, &capital(&others), 2 * INDENT, 0);
        }
    }

    fn row(&mut self, ink: Ink, cells: &[&str], table: &Table, widths: &[usize]) {
        let mut line = Line::default();
        let mut end = 0;
        for ((cell, head), width) in cells.iter().zip(&table.head).zip(widths) {
            let begin = if head.is_number {
                end + width - cell.width()
            } else {
                end
            };
            line = line.padded(begin).and(ink, cell);
            end += width + INDENT;
        }
        self.lines.push(line);
    }

    fn entry(&mut self, entry: &Entry) {
        let tags = entry.tags.join(" · ");
        self.hanging(Ink::Strong, &entry.title, 0, INDENT);
        if !tags.is_empty() {
            self.text(Ink::Quiet, &tags, INDENT);
        }
        for text in &entry.texts {
            self.text(Ink::Plain, text, INDENT);
        }
        for (word, fact) in &entry.facts {
            self.hanging(Ink::Good, &format!("{word}: {fact}"), INDENT, INDENT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::report::document::Section;

    #[test]
    fn a_number_that_does_not_stand_under_its_heading_says_what_it_is() {
        let table = Table {
            caption: String::new(),
            head: vec![
                Head::words("Kommun".to_owned()),
                Head::number("samtal".to_owned()),
                Head::words("var någonstans".to_owned()),
            ],
            rows: vec![["Nora", "252", "här"].map(str::to_owned).into()],
        };
        let document = Document {
            language: Language::Swedish,
            title: "T".to_owned(),
            lead: Vec::new(),
            contents: String::new(),
            sections: vec![Section::new("", "S".to_owned()).with(Block::Table(table))],
        };
        let said = |width: usize| {
            let lines = lines(&document, width);
            let texts = lines.iter().map(|line| line.painted(false));
            texts.collect::<Vec<_>>().join("\n")
        };
        assert!(said(40).contains("Kommun  samtal  var"), "{}", said(40));
        assert!(said(24).contains("Samtal 252 · här"), "{}", said(24));
    }
}
