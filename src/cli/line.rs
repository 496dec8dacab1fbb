//! A line of text whose parts know what they mean, so that they can be painted where colours are wanted.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::untrusted;

/// What a part of a line means, and thereby how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Ordinary text.
    Plain,
    /// What the eye should find first: a name, a number to ring.
    Strong,
    /// The word in front of a row.
    Label,
    /// Open, and the like.
    Good,
    /// To look out for: not quite known, done twice.
    Caution,
    /// For whoever wants to know more.
    Quiet,
}

impl Ink {
    fn style(self) -> Style {
        let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Label => color(AnsiColor::Cyan).bold(),
            Self::Good => color(AnsiColor::Green),
            Self::Caution => color(AnsiColor::Yellow),
            Self::Quiet => Style::new().dimmed(),
        }
    }
}

/// A line of parts; nothing in it can command a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<(Ink, String)>);

impl Line {
    /// A line of one part.
    pub fn of(ink: Ink, text: &str) -> Self {
        Self::default().and(ink, text)
    }

    /// The line with another part at its end.
    #[must_use]
    pub fn and(mut self, ink: Ink, text: &str) -> Self {
        if !text.is_empty() {
            self.0.push((ink, untrusted::plain(text).into_owned()));
        }
        self
    }

    /// The line with the parts of another at its end.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The line with spaces at its end, up to a width.
    #[must_use]
    pub fn padded(self, width: usize) -> Self {
        let missing = width.saturating_sub(self.width());
        self.and(Ink::Plain, &" ".repeat(missing))
    }

    /// The line cut to a width, with `…` where something is left out.
    #[must_use]
    pub fn cut(self, width: usize) -> Self {
        if self.width() <= width {
            return self;
        }
        let mut room = width.saturating_sub(1);
        let mut cut = Self::default();
        for (ink, text) in self.0 {
            let mut kept = String::new();
            for c in text.chars() {
                let wide = c.width().unwrap_or_default();
                if wide > room {
                    return cut.and(ink, &format!("{}…", kept.trim_end()));
                }
                room -= wide;
                kept.push(c);
            }
            cut = cut.and(ink, &kept);
        }
        cut
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        self.0.iter().map(|(_, text)| text.width()).sum()
    }

    /// What its first part means.
    pub fn ink(&self) -> Ink {
        self.0.first().map_or(Ink::Plain, |(ink, _)| *ink)
    }

    /// Its text, whatever its parts mean.
    pub fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// The line as it is written, without spaces at its end.
    pub fn painted(&self, color: bool) -> String {
        let mut written = String::new();
        for (ink, text) in &self.0 {
            let style = if color { ink.style() } else { Style::new() };
            // Writing to a text cannot fail.
            let _ = write!(written, "{style}{text}{style:#}");
        }
        written.truncate(written.trim_end_matches(' ').len());
        written
    }
}

/// No column but the last is cut below this.
const NARROWEST: usize = 12;

/// Rows as lines, column under column. In a terminal with so many columns the widest cells are cut until all fits; if that
/// is not enough, the last columns are left out. One column is whole whatever happens: half a number cannot be rung.
pub fn in_columns<const CELLS: usize>(
    rows: Vec<[Line; CELLS]>,
    columns: Option<usize>,
    whole: usize,
) -> impl Iterator<Item = Line> {
    let mut widths = [0; CELLS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    if let Some(columns) = columns {
        fit(&mut widths, columns, whole);
    }
    rows.into_iter().map(move |row| {
        let cells = row.into_iter().zip(widths).filter(|(_, width)| *width > 0);
        cells.fold(Line::default(), |line, (cell, width)| {
            line.then(cell.cut(width).padded(width + 2))
        })
    })
}

/// Narrows the widest column until all fits; when none can be narrowed further, the last ones go.
fn fit(widths: &mut [usize], columns: usize, whole: usize) {
    let total = |widths: &[usize]| {
        let shown = widths.iter().filter(|width| **width > 0);
        shown.map(|width| width + 2).sum::<usize>()
    };
    while total(widths) > columns + 2 {
        let mut others: Vec<&mut usize> = widths
            .iter_mut()
            .enumerate()
            .filter(|(column, width)| *column != whole && **width > 0)
            .map(|(_, width)| width)
            .collect();
        let widest = others.iter().map(|width| **width).max();
        let widest = widest.unwrap_or_default();
        if widest > NARROWEST.max(columns / 5) {
            for width in others.iter_mut().filter(|width| ***width == widest) {
                **width -= 1;
            }
        } else if let Some(last) = others.pop() {
            *last = 0;
        } else {
            break;
        }
    }
}

/// Breaks a text between words, so that no line is wider than this, unless a single word is. A phone number stays whole.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in unbroken(&untrusted::plain(text)) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// The words of a text, groups of digits that follow each other as one word.
fn unbroken(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(last) if last.ends_with(is_digit) && word.starts_with(is_digit) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_catalogue_commands_the_terminal() {
        let line = Line::of(Ink::Strong, "a\u{1b}[2J");
        assert_eq!(line.painted(false), "a\u{fffd}[2J");
    }

    #[test]
    fn a_painted_line_ends_as_it_began() {
        assert_eq!(
            Line::of(Ink::Strong, "x").painted(true),
            "\u{1b}[1mx\u{1b}[0m"
        );
        assert_eq!(Line::of(Ink::Plain, "x  ").painted(true), "x");
    }

    #[test]
    fn a_long_text_breaks_between_words() {
        assert_eq!(wrapped("ett två tre fyra", 8), ["ett två", "tre fyra"]);
        assert_eq!(wrapped("oupphörligen ja", 4), ["oupphörligen", "ja"]);
        assert_eq!(wrapped("", 4), [""]);
        assert_eq!(wrapped("ring 0587-55 00 40", 12), ["ring", "0587-55 00 40"]);
    }

    #[test]
    fn half_a_number_is_never_printed() {
        let row = [
            "Avloppsstopp och stopp i ledning",
            "Teknisk nämnd",
            "0587-55 00 40",
            "öppet till 12.00",
        ];
        for columns in 20..120 {
            let rows = vec![row.map(|text| Line::of(Ink::Plain, text))];
            let line = in_columns(rows, Some(columns), 2).next().unwrap();
            assert!(line.painted(false).contains("0587-55 00 40"), "{columns}");
        }
    }
}
