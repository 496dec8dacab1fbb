//! Fitting texts into columns: cut at graphemes, marked where found, the found part kept in view.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign that stands where a text was cut.
const CUT: &str = "…";

/// The text cut to so many columns.
pub fn cut(text: &str, width: usize) -> String {
    let line = fit(text, &[], width, Style::new(), Style::new());
    line.spans
        .into_iter()
        .map(|span| span.content.into_owned())
        .collect()
}

/// The text cut and then filled with spaces to exactly so many columns.
pub fn column(text: &str, width: usize) -> String {
    let mut text = cut(text, width);
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    text
}

/// The text cut to so many columns, with the found byte ranges in their own style.
///
/// If the first found part lies beyond the cut, the beginning gives way instead.
pub fn fit(
    text: &str,
    found: &[Range<usize>],
    width: usize,
    plain: Style,
    matched: Style,
) -> Line<'static> {
    let (start, end) = window(text, found.first(), width);
    let mut spans: Vec<Span<'static>> = Vec::new();
    if start > 0 && width > 0 {
        spans.push(Span::styled(CUT, plain));
    }
    let mut at = start;
    for range in found {
        let (from, until) = (range.start.clamp(at, end), range.end.clamp(at, end));
        push(&mut spans, text, at..from, plain);
        push(&mut spans, text, from..until, matched);
        at = until;
    }
    push(&mut spans, text, at..end, plain);
    if end < text.len() && width > 0 {
        spans.push(Span::styled(CUT, plain));
    }
    Line::from(spans)
}

fn push(spans: &mut Vec<Span<'static>>, text: &str, range: Range<usize>, style: Style) {
    if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
        spans.push(Span::styled(part.to_owned(), style));
    }
}

/// Which bytes of the text to show in so many columns.
fn window(text: &str, found: Option<&Range<usize>>, width: usize) -> (usize, usize) {
    if text.width() <= width {
        return (0, text.len());
    }
    let room = width.saturating_sub(1);
    let end = prefix(text, room);
    let hidden = found.is_some_and(|range| range.end > end);
    let Some(range) = found.filter(|_| hidden && width > 4) else {
        return (0, end);
    };
    // Enough before the found part to read it as part of its word, and as much of it as there is room for.
    let middle = width.saturating_sub(2);
    let shown = text
        .get(range.clone())
        .map_or(0, UnicodeWidthStr::width)
        .min(middle);
    let lead = suffix(
        text.get(..range.start).unwrap_or_default(),
        (middle - shown) / 2,
    );
    let start = range.start - lead;
    let rest = text.get(start..).unwrap_or_default();
    let to_the_end = rest.width() < width;
    let end = start
        + if to_the_end {
            rest.len()
        } else {
            prefix(rest, middle)
        };
    (start, end)
}

/// How many bytes from the start fill at most so many columns.
fn prefix(text: &str, width: usize) -> usize {
    fill(text.graphemes(true), width)
}

/// How many bytes at the end fill at most so many columns.
fn suffix(text: &str, width: usize) -> usize {
    fill(text.graphemes(true).rev(), width)
}

fn fill<'t>(graphemes: impl Iterator<Item = &'t str>, width: usize) -> usize {
    let mut columns = 0;
    let mut bytes = 0;
    for grapheme in graphemes {
        columns += grapheme.width();
        if columns > width {
            break;
        }
        bytes += grapheme.len();
    }
    bytes
}

/// The text broken at spaces into lines of at most so many columns; a longer word is broken inside.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    let mut lines: Vec<String> = vec![String::new()];
    for unit in units(text) {
        let mut word = unit.as_str();
        while let Some(line) = lines.last_mut() {
            let gap = usize::from(!line.is_empty());
            if line.width() + gap + word.width() <= width {
                if gap == 1 {
                    line.push(' ');
                }
                line.push_str(word);
                break;
            }
            if line.is_empty() {
                // At least one sign a line, also where it is wider than the line.
                let first = word.graphemes(true).next().map_or(word.len(), str::len);
                let (head, tail) = word.split_at(prefix(word, width).max(first));
                line.push_str(head);
                word = tail;
                if word.is_empty() {
                    break;
                }
            }
            lines.push(String::new());
        }
    }
    lines
}

/// The words of a text; the digit groups of a number, such as `0587-55 00 40`, are one.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let begins = word.starts_with(|c: char| c.is_ascii_digit());
        match units.last_mut() {
            Some(last) if begins && last.ends_with(|c: char| c.is_ascii_digit()) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => units.push(word.to_owned()),
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, found: &[Range<usize>], width: usize) -> String {
        fit(text, found, width, Style::new(), Style::new())
            .spans
            .iter()
            .map(|span| span.content.as_ref())
            .collect()
    }

    #[test]
    fn a_long_name_is_cut_and_says_so() {
        assert_eq!(cut("Avloppsstopp", 20), "Avloppsstopp");
        assert_eq!(cut("Avloppsstopp", 8), "Avlopps…");
        assert_eq!(column("Snö", 5), "Snö  ");
    }

    #[test]
    fn what_was_found_stays_in_view_when_the_text_is_cut() {
        let text = "Anslutning till kommunalt vatten och avlopp";
        let at = text.find("avlopp").unwrap();
        let shown = shown(text, &[at..at + 6], 20);
        assert!(
            shown.starts_with('…') && shown.contains("avlopp"),
            "{shown}"
        );
    }

    #[test]
    fn a_text_is_broken_at_spaces() {
        assert_eq!(
            wrap("Hela huset eller bara en brunn?", 12),
            ["Hela huset", "eller bara", "en brunn?"]
        );
        assert_eq!(
            wrap("överförmyndarnämnden", 8),
            ["överförm", "yndarnäm", "nden"]
        );
    }

    #[test]
    fn a_number_is_not_broken() {
        assert_eq!(
            wrap("Dagtid är det 0587-55 00 00.", 20),
            ["Dagtid är det", "0587-55 00 00."]
        );
    }

    proptest! {
        #[test]
        fn a_fitted_text_is_never_wider_than_its_column(text in "\\PC{0,40}", a in 0..60usize, b in 0..60usize, width in 0..30usize) {
            let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
            let (a, b) = (boundary(a.min(b)), boundary(a.max(b)));
            let found: Vec<_> = std::iter::once(a..b).filter(|r| !r.is_empty()).collect();
            prop_assert!(shown(&text, &found, width).width() <= width);
        }

        #[test]
        fn a_wrapped_line_is_never_wider_than_its_column(text in "[a-zåäö日 ]{0,60}", width in 2..20usize) {
            prop_assert!(wrap(&text, width).iter().all(|line| line.width() <= width));
        }
    }
}
