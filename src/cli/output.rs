//! Where answers go: to a terminal as wide as it is and painted if that is wanted, or to a file or another program.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};

use ratatui::crossterm::terminal;
use serde::Serialize;

use super::line::Line;
use crate::untrusted;

/// Whether to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// In a terminal, unless `NO_COLOR` says otherwise.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// The words for it on the command line.
    pub const WORDS: [&'static str; 3] = ["auto", "always", "never"];

    /// The choice with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "auto" => Some(Self::Auto),
            "always" => Some(Self::Always),
            "never" => Some(Self::Never),
            _ => None,
        }
    }

    /// Whether to paint what goes to a terminal, or to something else.
    pub fn paints(self, is_terminal: bool) -> bool {
        let says = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                is_terminal
                    && says("NO_COLOR").is_none()
                    && says("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }
}

/// JSON whose hidden characters are written as escapes: the same value, harmless in a terminal.
fn escaped(json: &str) -> String {
    let mut written = String::with_capacity(json.len());
    for c in json.chars() {
        if !c.is_ascii() && untrusted::is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(written, "\\u{unit:04x}");
            }
        } else {
            written.push(c);
        }
    }
    written
}

/// Where answers go.
pub struct Output {
    to: BufWriter<Box<dyn Write>>,
    color: bool,
    terminal: bool,
}

/// How wide a text is where no terminal says.
const WIDTH: usize = 80;
/// Wider lines than this are hard to read.
const WIDEST: usize = 100;

impl Output {
    /// Standard output.
    pub fn standard(color: Color) -> Self {
        let terminal = io::stdout().is_terminal();
        Self {
            to: BufWriter::new(Box::new(io::stdout())),
            color: color.paints(terminal),
            terminal,
        }
    }

    /// Whether it is painted.
    pub fn color(&self) -> bool {
        self.color
    }

    /// How many columns the terminal has; none where the answer goes to a file or another program.
    pub fn columns(&self) -> Option<usize> {
        // Without a terminal, asking for its size would start another program to find out.
        let size = self.terminal.then(terminal::size)?.ok()?;
        Some(usize::from(size.0)).filter(|&columns| columns > 0)
    }

    /// How wide running text should be.
    pub fn width(&self) -> usize {
        self.columns()
            .map_or(WIDTH, |columns| columns.clamp(40, WIDEST))
    }

    /// Prints a line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, line: &Line) -> io::Result<()> {
        writeln!(self.to, "{}", line.painted(self.color))
    }

    /// Prints text that is ready as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(text.as_bytes())
    }

    /// Prints a value as JSON.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let json = serde_json::to_string_pretty(value)?;
        writeln!(self.to, "{}", escaped(&json))
    }

    /// Sees to it that everything so far has been written.
    ///
    /// # Errors
    /// When it cannot be.
    pub fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same_without_commanding_the_terminal() {
        let value = "Nora\u{9b}2J \u{202e} \u{e0041}";
        let written = escaped(&serde_json::to_string(value).unwrap());
        assert!(!untrusted::hides_something(&written));
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), value);
    }
}
