//! The gate that every text from outside passes: files, environment, pastes.
//!
//! A text may hold characters that command a terminal, turn its reading direction round, hide, or pile up over other
//! lines. None of them passes: line breaks and tabs become spaces, the rest become the visible sign `�`, so that nothing
//! disappears unnoticed.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

pub mod markdown;

/// The sign that stands where a hidden character stood.
pub const MARK: char = '\u{fffd}';

/// How many marks a letter may carry. Two are written in Vietnamese and three in pointed Hebrew; a tower of them covers
/// the lines above and below.
const MARKS: usize = 4;

/// The text with every character that could command or deceive a terminal made visible.
///
/// It has as many characters as before, and what comes of a text is the beginning of what comes of any longer one.
pub fn plain(text: &str) -> Cow<'_, str> {
    // Nearly every text is plain, and is then not copied.
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
        || told(text).all(|(is, c)| is == Sign::Plain && !is_space(c))
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        told(text)
            .map(|(is, c)| match is {
                Sign::Harmful => MARK,
                Sign::Plain if is_space(c) => ' ',
                Sign::Plain => c,
            })
            .collect(),
    )
}

/// The characters of a text that must not reach a terminal; line breaks and tabs are harmless.
pub fn hidden(text: &str) -> impl Iterator<Item = char> {
    told(text).filter_map(|(is, c)| (is == Sign::Harmful).then_some(c))
}

/// Whether a text holds characters that must not reach a terminal; line breaks and tabs are harmless.
pub fn hides_something(text: &str) -> bool {
    hidden(text).next().is_some()
}

/// What a character is where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    Harmful,
}

/// Each character, and what it is where it stands: a mark needs a letter before it to sit on, and room there.
fn told(text: &str) -> impl Iterator<Item = (Sign, char)> {
    // How many more marks the character before can carry.
    let mut room = 0_usize;
    text.chars().map(move |c| {
        if is_combining_mark(c) && !is_hidden(c) {
            let is = if room > 0 { Sign::Plain } else { Sign::Harmful };
            room = room.saturating_sub(1);
            return (is, c);
        }
        if is_hidden(c) {
            // What is shown in its place carries none.
            room = 0;
            return (Sign::Harmful, c);
        }
        room = if c.is_whitespace() { 0 } else { MARKS };
        (Sign::Plain, c)
    })
}

fn is_space(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Whether a character must not reach a terminal wherever it stands: controls (C0, DEL, C1), direction marks and
/// overrides, zero-width and other invisible signs, tags, private use.
pub fn is_hidden(c: char) -> bool {
    // Latin letters, digits and common signs: nearly every character there is to look at.
    if matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}') || is_space(c) {
        return false;
    }
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_text_passes_as_it_is() {
        for text in [
            "Snöröjning av gata",
            "åäö ÅÄÖ é – … “citat”",
            "日本語",
            "a\u{301}",
        ] {
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn nothing_that_commands_a_terminal_passes() {
        assert_eq!(plain("a\u{1b}[2Jb"), "a�[2Jb");
        assert_eq!(plain("a\u{9b}2Jb\u{7}"), "a�2Jb�");
        assert_eq!(plain("gata\u{202e}txt\u{200b}"), "gata�txt�");
        assert_eq!(plain("två\r\nrader\t"), "två  rader ");
    }

    #[test]
    fn a_mark_needs_a_letter_to_sit_on_and_a_tower_of_marks_is_cut() {
        assert_eq!(plain("\u{301}a"), "�a");
        assert_eq!(plain("a \u{308}b"), "a �b");
        assert_eq!(plain("\u{200b}\u{301}"), "��");
        assert_eq!(plain("Việt e\u{302}\u{323}"), "Việt e\u{302}\u{323}");
        let tower = format!("a{}", "\u{301}".repeat(30));
        let shown = plain(&tower);
        assert_eq!(shown.matches('\u{301}').count(), MARKS);
        assert!(!hides_something(&shown));
    }
}
