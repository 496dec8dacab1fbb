//! The line one types into. The cursor moves by graphemes: what a reader takes for one sign is one step.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::untrusted;

/// The longest query that is kept; a longer paste is cut.
const LONGEST: usize = 256;

/// A text with a cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// A byte position, always between two graphemes.
    cursor: usize,
}

impl Line {
    /// A line with a text, the cursor behind it.
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The columns before the cursor.
    pub fn column(&self) -> usize {
        self.before().width()
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or(&self.text)
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Writes at the cursor. What could command the terminal is made visible, and the line stays of bearable length.
    pub fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        // A mark that is typed belongs to the letter before it.
        let before = self.before();
        let joined = format!("{before}{text}");
        let text: String = untrusted::plain(&joined)
            .get(before.len()..)
            .unwrap_or_default()
            .chars()
            .take(room)
            .collect();
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
        self.settle();
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes away the grapheme before the cursor.
    pub fn delete_back(&mut self) {
        let length = self
            .before()
            .graphemes(true)
            .next_back()
            .map_or(0, str::len);
        self.delete_before(length);
    }

    /// Takes away the grapheme behind the cursor.
    pub fn delete_forward(&mut self) {
        let length = self.after().graphemes(true).next().map_or(0, str::len);
        self.text
            .replace_range(self.cursor..self.cursor + length, "");
        self.settle();
    }

    /// Takes away the word before the cursor.
    pub fn delete_word(&mut self) {
        let start = word_start(self.before());
        self.delete_before(self.cursor - start);
    }

    fn delete_before(&mut self, length: usize) {
        let start = self.cursor - length;
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
        self.settle();
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        self.cursor -= self
            .before()
            .graphemes(true)
            .next_back()
            .map_or(0, str::len);
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        self.cursor += self.after().graphemes(true).next().map_or(0, str::len);
    }

    /// To the start of the word.
    pub fn word_left(&mut self) {
        self.cursor = word_start(self.before());
    }

    /// Behind the word.
    pub fn word_right(&mut self) {
        let after = self.after();
        let spaces = after.len() - after.trim_start().len();
        let word = after
            .trim_start()
            .find(char::is_whitespace)
            .unwrap_or(after.trim_start().len());
        self.cursor += spaces + word;
        self.settle();
    }

    /// To the start of the line.
    pub fn start(&mut self) {
        self.cursor = 0;
    }

    /// Behind the last sign.
    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// Moves the cursor back between two graphemes: writing and deleting can join what was two into one.
    fn settle(&mut self) {
        let boundaries = self
            .text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([self.text.len()]);
        self.cursor = boundaries
            .into_iter()
            .find(|&at| at >= self.cursor)
            .unwrap_or(self.text.len());
    }
}

/// Where the last word begins. A space that carries an accent is no space.
fn word_start(before: &str) -> usize {
    let is_space = |grapheme: &str| grapheme.chars().all(char::is_whitespace);
    let mut start = before.len();
    let mut in_word = false;
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        if in_word && is_space(grapheme) {
            break;
        }
        in_word |= !is_space(grapheme);
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_goes_in_one_stroke() {
        let mut line = Line::new("lukt avlopp gyttorp");
        line.delete_word();
        assert_eq!(line.text(), "lukt avlopp ");
        line.delete_word();
        assert_eq!(line.text(), "lukt ");
    }

    #[test]
    fn a_space_with_an_accent_belongs_to_its_word() {
        assert_eq!(word_start("a \u{301}b"), 0);
        assert_eq!(word_start("\u{2000}\u{d46}"), 0);
    }

    #[test]
    fn an_accent_that_is_typed_sits_on_its_letter_and_one_without_a_letter_is_shown_as_such() {
        let mut line = Line::new("cafe");
        line.insert("\u{301}");
        assert_eq!(line.text(), "cafe\u{301}");
        line.insert(" \u{301}");
        assert_eq!(line.text(), "cafe\u{301} \u{fffd}");
    }

    #[test]
    fn an_accent_goes_with_its_letter() {
        let mut line = Line::new("cafe\u{301}");
        assert_eq!(line.column(), 4);
        line.delete_back();
        assert_eq!(line.text(), "caf");
    }

    #[test]
    fn a_paste_is_one_plain_line_of_bearable_length() {
        let line = Line::new(&"två\nrader\u{1b}[2J ".repeat(1000));
        assert_eq!(line.text().chars().count(), LONGEST);
        assert!(!line.text().contains(['\n', '\u{1b}']));
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_the_cursor_stands_between_two_signs(strokes in prop::collection::vec((0..11u8, "\\PC{0,3}"), 0..60)) {
            let mut line = Line::default();
            for (stroke, text) in strokes {
                match stroke {
                    0..=3 => line.insert(&text),
                    4 => line.delete_back(),
                    5 => line.delete_forward(),
                    6 => line.delete_word(),
                    7 => line.left(),
                    8 => line.right(),
                    9 => line.word_left(),
                    _ => line.word_right(),
                }
                let boundary = line.text.grapheme_indices(true).any(|(at, _)| at == line.cursor) || line.cursor == line.text.len();
                prop_assert!(boundary, "{line:?}");
            }
        }
    }
}
