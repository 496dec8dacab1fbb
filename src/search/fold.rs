//! Folding: one plain form for words however they were typed, and the way back to the original text.
//!
//! `Översiktsplan`, `OVERSIKTSPLAN` and `o\u{308}versiktsplan` all fold to `oversiktsplan`: lowercase, marks off,
//! compatibility forms undone. Folding is idempotent, and what folds to nothing (combining marks, soft hyphens,
//! zero-width characters) belongs to the word it stands in.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest folded word kept, in bytes; the rest of a longer word is ignored. The bit-parallel edit distance
/// needs at most 64, and the longest word of a municipal text is about 40.
pub const LONGEST_WORD: usize = 48;

/// Appends the folded form of one character to `out`.
pub fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'å' | 'ä' | 'Å' | 'Ä' | 'æ' | 'Æ' => out.push('a'),
        'ö' | 'Ö' | 'ø' | 'Ø' => out.push('o'),
        'é' | 'É' | 'è' | 'È' => out.push('e'),
        'ü' | 'Ü' => out.push('u'),
        _ if c.is_ascii() => {}
        _ => fold_rare(c, out),
    }
}

/// The slow road for everything outside everyday Swedish.
fn fold_rare(c: char, out: &mut String) {
    for part in std::iter::once(c).nfkd() {
        for lower in part.to_lowercase().nfkd() {
            match lower {
                'ß' => out.push_str("ss"),
                'æ' => out.push('a'),
                'ø' => out.push('o'),
                'œ' => out.push_str("oe"),
                'đ' | 'ð' => out.push('d'),
                'þ' => out.push_str("th"),
                'ł' => out.push('l'),
                'ħ' => out.push('h'),
                'ı' => out.push('i'),
                // Final sigma, so that Greek capitals and small letters meet.
                'ς' => out.push('σ'),
                _ if is_combining_mark(lower) || !lower.is_alphanumeric() => {}
                _ => out.push(lower),
            }
        }
    }
}

/// Whether a character continues a word although it folds to nothing.
fn is_silent(c: char) -> bool {
    // Before the first combining mark only the soft hyphen is.
    if c < '\u{300}' {
        return c == '\u{ad}';
    }
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') || is_combining_mark(c)
}

/// Whether a character can stand in a word.
fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö') || c.is_alphanumeric() || is_silent(c)
    }
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its folded form, never empty.
    pub folded: &'a str,
    /// Which of its folded bytes were å, ä or ö, one bit each: folding makes `lov` and `löv` alike,
    /// and who writes dots means them.
    pub dots: u64,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Walks the words of a text; stops early when `each` returns `false`.
pub fn each_word(text: &str, mut each: impl FnMut(Word) -> bool) {
    let bytes = text.as_bytes();
    let mut rare = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if ends_a_word(byte) {
            at += 1;
            continue;
        }
        let start = at;
        let letters = Everyday::from(bytes, start);
        let (folded, dots);
        if bytes.get(letters.end).copied().is_none_or(ends_a_word) {
            at = letters.end;
            (folded, dots) = (letters.folded(), letters.dots);
        } else {
            rare.clear();
            (at, dots) = rare_word(text, start, &mut rare);
            folded = &rare;
        }
        let range = start..at;
        if !folded.is_empty()
            && !each(Word {
                folded,
                dots,
                range,
            })
        {
            return;
        }
    }
}

/// Whether a word ends before a character that begins with this byte, whatever follows.
const fn ends_a_word(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// The start of a word, as far as it has the letters and digits of everyday Swedish: those fold byte by byte.
struct Everyday {
    folded: [u8; LONGEST_WORD],
    /// How many of them there are.
    length: usize,
    dots: u64,
    /// Where in the text they end.
    end: usize,
}

impl Everyday {
    fn from(text: &[u8], start: usize) -> Self {
        let mut letters = Self {
            folded: [0; LONGEST_WORD],
            length: 0,
            dots: 0,
            end: start,
        };
        let mut rest = text.get(start..).unwrap_or_default();
        loop {
            let (letter, dotted, after) = match rest {
                [byte @ (b'a'..=b'z' | b'0'..=b'9'), after @ ..] => (*byte, 0, after),
                // å, ä and ö, small and capital.
                [0xc3, 0xa4 | 0xa5 | 0x84 | 0x85, after @ ..] => (b'a', 1, after),
                [0xc3, 0xb6 | 0x96, after @ ..] => (b'o', 1, after),
                [byte @ b'A'..=b'Z', after @ ..] => (byte.to_ascii_lowercase(), 0, after),
                _ => break,
            };
            rest = after;
            if let Some(place) = letters.folded.get_mut(letters.length) {
                *place = letter;
                letters.dots |= dotted << letters.length;
                letters.length += 1;
            }
        }
        letters.end = text.len() - rest.len();
        letters
    }

    fn folded(&self) -> &str {
        let folded = self.folded.get(..self.length).unwrap_or_default();
        // They are all ASCII.
        std::str::from_utf8(folded).unwrap_or_default()
    }
}

/// Folds a word of any characters that begins at a place; where it ends, and its dots. What is no word there is one
/// character that is passed over.
fn rare_word(text: &str, start: usize, folded: &mut String) -> (usize, u64) {
    let mut dots = 0;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
        if !is_word_char(c) {
            let passed = if at == 0 { c.len_utf8() } else { at };
            cut(folded);
            return (start + passed, dots);
        }
        if folded.len() < LONGEST_WORD {
            dots |= dot(c, folded.len());
            fold_char(c, folded);
        }
    }
    cut(folded);
    (text.len(), dots)
}

/// The bit of [`Word::dots`] that a character sets when it comes after `length` folded bytes.
fn dot(c: char, length: usize) -> u64 {
    match c {
        'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' => 1 << length,
        '\u{308}' | '\u{30a}' if length > 0 => 1 << (length - 1),
        _ => 0,
    }
}

/// Cuts a folded word at the longest length kept, on a character boundary.
fn cut(folded: &mut String) {
    if folded.len() > LONGEST_WORD {
        folded.truncate(folded.floor_char_boundary(LONGEST_WORD));
    }
}

/// The folded form of a whole text: its words with one space between.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_word(text, |word| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word.folded);
        true
    });
    out
}

/// How many bytes of `original` (one word) its first `folded` folded bytes come from.
///
/// The result is a character boundary, and takes the marks that follow the last letter with it.
pub fn original_len(original: &str, folded: usize) -> usize {
    let (mut length, mut rare) = (0, String::new());
    for (at, c) in original.char_indices() {
        if length >= folded && !is_silent(c) {
            return at;
        }
        length += match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' => 1,
            _ => {
                rare.clear();
                fold_char(c, &mut rare);
                rare.len()
            }
        };
    }
    original.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_word_folds_alike_however_it_was_typed() {
        for (text, folded) in [
            ("Översiktsplan", "oversiktsplan"),
            ("O\u{308}VERSIKTSPLAN", "oversiktsplan"),
            ("sop\u{ad}hämtning", "sophamtning"),
            ("Straße", "strasse"),
            ("Øvre Ærø", "ovre aro"),
            ("VA-räkning, 2 st.", "va rakning 2 st"),
            ("ﬁber", "fiber"),
            ("½", "12"),
            ("", ""),
            ("?!… \u{202e}", ""),
            ("اختبار", "اختبار"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn dots_are_remembered_however_they_were_written() {
        for text in ["Öråd", "O\u{308}ra\u{30a}d"] {
            each_word(text, |word| {
                assert_eq!((word.folded, word.dots), ("orad", 0b101));
                true
            });
        }
    }

    #[test]
    fn a_folded_prefix_leads_back_to_the_original_characters() {
        assert_eq!(original_len("Snöröjning", 3), "Snö".len());
        assert_eq!(original_len("o\u{308}ppet", 1), "o\u{308}".len());
        assert_eq!(original_len("Straße", 5), "Straß".len());
        assert_eq!(original_len("abc", 9), 3);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn everyday_letters_fold_as_any_others_do(text in "([a-zåöÄÖ0-9A-Z\u{308}\u{ad}éß –,-]{0,12}|[a-zö]{40,60}){0,3}") {
            let mut words = Vec::new();
            each_word(&text, |word| {
                words.push((word.folded.to_owned(), word.dots, word.range));
                true
            });
            let (mut at, mut plainly) = (0, Vec::new());
            while at < text.len() {
                let (start, mut folded, dots);
                (start, folded) = (at, String::new());
                (at, dots) = rare_word(&text, start, &mut folded);
                if !folded.is_empty() {
                    plainly.push((folded, dots, start..at));
                }
            }
            prop_assert_eq!(words, plainly);
        }

        #[test]
        fn every_word_range_is_sound(text in any::<String>()) {
            let mut last = 0;
            each_word(&text, |word| {
                assert!(text.get(word.range.clone()).is_some() && word.range.start >= last);
                assert!(word.folded.len() <= LONGEST_WORD);
                last = word.range.end;
                true
            });
        }
    }
}
