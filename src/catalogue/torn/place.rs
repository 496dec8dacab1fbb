//! Places in a text and the lines they are on. Nothing here can fail: where a place is none, because the text ends before
//! it or a sign reaches over it, nothing stands there.

use std::ops::Range;
use std::slice::SliceIndex;

/// What stands there.
pub(super) fn part(text: &str, places: impl SliceIndex<str, Output = str>) -> &str {
    text.get(places).unwrap_or_default()
}

/// Puts something else where something stands.
pub(super) fn put(text: &mut String, places: Range<usize>, other: &str) {
    if text.get(places.clone()).is_some() {
        text.replace_range(places, other);
    }
}

/// The start of the line that the byte is on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    part(text, ..at).rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the line that the byte is on, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    part(text, at..)
        .find('\n')
        .map_or(text.len(), |length| at + length)
}

/// The starts of the lines after the one that ends here.
pub(super) fn lines_after(text: &str, end: usize) -> impl Iterator<Item = usize> {
    part(text, end..)
        .match_indices('\n')
        .map(move |(offset, _)| end + offset + 1)
}

/// The nearest place before this one, or this one, where a sign begins.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// The span without the space at its ends.
pub(super) fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = part(text, span.clone()).trim_end();
    let start = span.start + (inner.len() - inner.trim_start().len());
    start..span.start + inner.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_place_is_none_nothing_stands() {
        let text = "gåva\nsnö";
        assert_eq!(part(text, 1..3), "å");
        // In the middle of a sign, past the end, backwards.
        for (start, end) in [(2, 4), (1, 2), (8, 99), (5, 1)] {
            assert_eq!(part(text, start..end), "");
            let mut same = text.to_owned();
            put(&mut same, start..end, "x");
            assert_eq!(same, text);
        }
        for at in [2, 99] {
            assert_eq!(line_start(text, at), 0);
            assert_eq!(line_end(text, at), text.len());
            assert_eq!(lines_after(text, at).count(), 0);
        }
        assert_eq!([floor(text, 2), floor(text, 99)], [1, text.len()]);
    }

    #[test]
    fn a_line_is_found_from_each_of_its_bytes() {
        let text = "a = 1\n\n b \n";
        for (at, line) in [(0, 0..5), (5, 0..5), (6, 6..6), (7, 7..10), (11, 11..11)] {
            assert_eq!(line_start(text, at)..line_end(text, at), line, "{at}");
        }
        assert_eq!(lines_after(text, 5).collect::<Vec<_>>(), [6, 7, 11]);
        assert_eq!(trimmed(text, 7..11), 8..9);
        assert_eq!(trimmed(text, 5..8), 5..5);
    }
}
