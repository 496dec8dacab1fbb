//! A report as Markdown: `CommonMark`, with tables as GitHub has them. No text of a catalogue can be markup in it.

use std::fmt::Write as _;

use super::document::{Bars, Block, Document, Drawing, Entry, HeatMap, Section, Table};
use crate::untrusted::markdown::escaped;

/// The report as Markdown.
pub fn render(document: &Document) -> String {
    let mut page = Page::default();
    page.heading(1, &document.title);
    for text in &document.lead {
        page.paragraph(&escaped(text));
    }
    for section in &document.sections {
        page.section(section, 2);
    }
    page.0
}

/// A page as it grows. Writing to a text cannot fail.
#[derive(Default)]
struct Page(String);

impl Page {
    /// Leaves a line free above what comes, unless it is the first.
    fn gap(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }

    fn heading(&mut self, level: usize, title: &str) {
        self.gap();
        let _ = writeln!(self.0, "{} {}", "#".repeat(level.min(6)), escaped(title));
    }

    fn paragraph(&mut self, escaped: &str) {
        self.gap();
        let _ = writeln!(self.0, "{escaped}");
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.heading(level, &section.title);
        for block in &section.blocks {
            self.block(block, level + 1);
        }
        for part in &section.sections {
            self.section(part, level + 1);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Text(text) => self.paragraph(&escaped(text)),
            Block::Quiet(text) => self.paragraph(&format!("*{}*", escaped(text))),
            Block::List(items) => {
                self.gap();
                for item in items {
                    let _ = writeln!(self.0, "- {}", escaped(item));
                }
            }
            Block::Figures(figures) => {
                self.gap();
                for one in figures {
                    let before = one.before.as_ref().map(|before| format!("{before} → "));
                    let value = format!("{}{}", before.unwrap_or_default(), one.value);
                    let _ = writeln!(self.0, "- **{}** {}", escaped(&value), escaped(&one.label));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Bars(bars) => self.bars(bars),
            Block::Chain(drawing) => {
                self.gap();
                self.chain(drawing);
            }
            Block::Entry(entry) => self.entry(entry, level),
            Block::HeatMap(map) => self.heat_map(map),
        }
    }

    fn caption(&mut self, caption: &str) {
        if !caption.is_empty() {
            self.paragraph(&format!("**{}**", escaped(caption)));
        }
    }

    fn rows(&mut self, head: &[(String, bool)], rows: impl Iterator<Item = Vec<String>>) {
        self.gap();
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let titles = head.iter().map(|(title, _)| escaped(title)).collect();
        let rules = head.iter().map(|(_, is_number)| match is_number {
            true => "--:".to_owned(),
            false => "---".to_owned(),
        });
        let _ = writeln!(self.0, "{}\n{}", line(titles), line(rules.collect()));
        for row in rows {
            let cells = row.iter().map(|cell| escaped(cell)).collect();
            let _ = writeln!(self.0, "{}", line(cells));
        }
    }

    fn table(&mut self, table: &Table) {
        self.caption(&table.caption);
        let head = table.head.iter();
        let head: Vec<_> = head.map(|one| (one.text.clone(), one.is_number)).collect();
        self.rows(&head, table.rows.iter().cloned());
    }

    fn bars(&mut self, bars: &Bars) {
        self.caption(&bars.caption);
        let parts = bars.parts.iter().map(|(_, name)| (name.clone(), true));
        let head: Vec<_> = [(bars.subject.clone(), false)]
            .into_iter()
            .chain(parts)
            .collect();
        let row = |label: &String, parts: &[usize]| {
            let numbers = parts.iter().map(ToString::to_string);
            [label.clone()].into_iter().chain(numbers).collect()
        };
        let rows = bars.rows.iter().map(|bar| row(&bar.label, &bar.parts));
        self.rows(&head, rows);
    }

    fn chain(&mut self, drawing: &Drawing) {
        let boxes: Vec<String> = drawing.boxes.iter().map(|one| escaped(one)).collect();
        let end = drawing.end.as_ref();
        let end = end.map(|end| format!(" ({})", escaped(end)));
        let _ = writeln!(
            self.0,
            "- {}: {}{}",
            escaped(&drawing.caption),
            boxes.join(" → "),
            end.unwrap_or_default()
        );
    }

    fn entry(&mut self, entry: &Entry, level: usize) {
        self.heading(level, &entry.title);
        if !entry.tags.is_empty() {
            let tags: Vec<String> = entry.tags.iter().map(|tag| escaped(tag)).collect();
            self.paragraph(&format!("*{}*", tags.join(" · ")));
        }
        for text in &entry.texts {
            self.paragraph(&escaped(text));
        }
        if !entry.chains.is_empty() || !entry.facts.is_empty() {
            self.gap();
        }
        for drawing in &entry.chains {
            self.chain(drawing);
        }
        for (word, fact) in &entry.facts {
            let _ = writeln!(self.0, "- **{}:** {}", escaped(word), escaped(fact));
        }
    }

    fn heat_map(&mut self, map: &HeatMap) {
        self.caption(&map.caption);
        let signs = map.signs.iter();
        let signs: Vec<String> = signs
            .map(|sign| format!("{} {}", escaped(sign.glyph), escaped(&sign.word)))
            .collect();
        self.paragraph(&signs.join(" · "));
        let columns = map.columns.iter().map(|column| (column.clone(), false));
        let head: Vec<_> = [(map.subject.clone(), false)]
            .into_iter()
            .chain(columns)
            .collect();
        for group in &map.groups {
            self.caption(&group.title);
            let rows = group.rows.iter().map(|(service, cells)| {
                let cells = cells.iter().map(|cell| {
                    let sign = map.signs.get(cell.sign);
                    let glyph = sign.map_or("", |sign| sign.glyph);
                    match (sign, cell.is_told) {
                        (Some(sign), true) => {
                            let words = format!("{glyph} {} {}", sign.word, cell.who);
                            words.trim_end().to_owned()
                        }
                        _ => format!("{glyph} {}", cell.who),
                    }
                });
                [service.clone()].into_iter().chain(cells).collect()
            });
            self.rows(&head, rows);
        }
    }
}
