//! The gate that every text from outside passes: files, environment, pastes.
//!
//! A text may hold characters that command a terminal, turn its reading direction round or hide. None of them passes:
//! line breaks and tabs become spaces, the rest become the visible sign `�`, so that nothing disappears unnoticed.

use std::borrow::Cow;

/// The sign that stands where a hidden character stood.
pub const MARK: char = '\u{fffd}';

/// The text with every character that could command or deceive a terminal made visible.
pub fn plain(text: &str) -> Cow<'_, str> {
    // Nearly every text is plain, and is then not copied.
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
        || !text.chars().any(|c| is_space(c) || is_hidden(c))
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|c| {
                if is_space(c) {
                    ' '
                } else if is_hidden(c) {
                    MARK
                } else {
                    c
                }
            })
            .collect(),
    )
}

/// Whether a text holds characters that must not reach a terminal; line breaks and tabs are harmless.
pub fn hides_something(text: &str) -> bool {
    text.chars().any(is_hidden)
}

fn is_space(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Controls (C0, DEL, C1), direction marks and overrides, zero-width and other invisible signs, tags, private use.
fn is_hidden(c: char) -> bool {
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
}
