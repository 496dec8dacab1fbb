//! The query line: words to look for, and the filters `@municipality`, `#organisation` and `!` (has findings) among them.
//!
//! Any text is a valid query. A lone `@` or `#` is a filter about to be typed and is ignored; `!` counts only as a word
//! of its own, so that `hjälp!` is just a word.

use std::ops::Range;

/// Longest query text looked at, in bytes: what is pasted beyond that is ignored.
pub const LONGEST_TEXT: usize = 1024;
/// Most filters of one kind.
pub const MOST_FILTERS: usize = 8;

/// The beginning of a query text that is looked at.
pub fn looked_at(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_TEXT))
        .unwrap_or(text)
}

/// What a query line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words to look for, as typed, with the filters taken out. A space at the end is kept: it says that the last
    /// word is finished.
    pub words: String,
    /// What followed each `@`, as typed: a municipality or one of its places.
    pub municipalities: Vec<String>,
    /// What followed each `#`, as typed: an organisation.
    pub organisations: Vec<String>,
    /// Whether a lone `!` was among the words: only what has findings.
    pub findings: bool,
    /// Where the filters stand in the original text, in order.
    pub filters: Vec<Range<usize>>,
}

impl Query {
    /// Reads a query line, or the first [`LONGEST_TEXT`] bytes of it.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let text = looked_at(text);
        for (range, word) in split(text) {
            let filter = match word.chars().next() {
                Some('@') => Some((&mut query.municipalities, word.get(1..))),
                Some('#') => Some((&mut query.organisations, word.get(1..))),
                _ => None,
            };
            if let Some((names, name)) = filter {
                if names.len() < MOST_FILTERS {
                    names.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
                }
                query.filters.push(range);
            } else if word == "!" {
                query.findings = true;
                query.filters.push(range);
            } else {
                if !query.words.is_empty() {
                    query.words.push(' ');
                }
                query.words.push_str(word);
            }
        }
        let finished = text.ends_with(char::is_whitespace)
            || query
                .filters
                .last()
                .is_some_and(|last| last.end == text.len());
        if finished && !query.words.is_empty() {
            query.words.push(' ');
        }
        query
    }
}

/// The words between white space, with their places.
fn split(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.split(char::is_whitespace)
        .scan(0, |next, word| {
            let start = *next;
            let space = text
                .get(start + word.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
            *next = start + word.len() + space;
            Some((start..start + word.len(), word))
        })
        .filter(|(_, word)| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn filters_are_taken_out_of_the_words() {
        // text, words, municipalities, organisations, findings
        for (text, words, municipalities, organisations, findings) in [
            ("", "", "", "", false),
            ("lukt avlopp", "lukt avlopp", "", "", false),
            ("lukt @nora avlopp", "lukt avlopp", "nora", "", false),
            ("lukt @nora", "lukt ", "nora", "", false),
            ("lukt ", "lukt ", "", "", false),
            ("  lukt\tavlopp ", "lukt avlopp ", "", "", false),
            ("@Nora @Gyttorp #bkt !", "", "Nora Gyttorp", "bkt", true),
            ("@", "", "", "", false),
            ("# @ x", "x", "", "", false),
            ("hjälp! nu", "hjälp! nu", "", "", false),
            ("! hjälp", "hjälp", "", "", true),
            ("!! x", "!! x", "", "", false),
            ("anna@nora.se", "anna@nora.se", "", "", false),
            ("@@nora", "", "@nora", "", false),
            ("#åäö\u{a0}ö", "ö", "", "åäö", false),
        ] {
            let query = Query::parse(text);
            let found = (
                query.words.as_str(),
                query.municipalities.join(" "),
                query.organisations.join(" "),
                query.findings,
            );
            assert_eq!(
                found,
                (
                    words,
                    municipalities.to_owned(),
                    organisations.to_owned(),
                    findings
                ),
                "{text:?}"
            );
        }
    }

    #[test]
    fn filters_know_their_places_in_the_line() {
        assert_eq!(
            Query::parse("så @nora ! #bkt").filters,
            [4..9, 10..11, 12..16]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_a_valid_query(text in any::<String>()) {
            for range in Query::parse(&text).filters {
                prop_assert!(text.get(range).is_some());
            }
        }

        #[test]
        fn however_much_is_pasted_a_bounded_part_of_it_is_read(word in "[@#!å\\PC]{1,8}", times in 1..4000_usize) {
            let query = Query::parse(&format!("{word} ").repeat(times));
            prop_assert!(query.words.len() <= LONGEST_TEXT);
            prop_assert!(query.municipalities.len() <= MOST_FILTERS && query.organisations.len() <= MOST_FILTERS);
        }
    }
}
