//! Which letters to show as found, in any text on the screen.
//!
//! Called for visible rows only. A word that the index knows is looked up among what the query words stand for; of a
//! compound or a half-typed word only the letters that fit are marked. Texts from elsewhere are compared letter by
//! letter. What the words of a text are is kept, since the same rows are shown on every key.

use std::collections::HashMap;
use std::ops::Range;

use super::fold::{each_word, original_len};
use super::index::Index;
use super::intern::QuickHash;
use super::prepare::Prepared;
use super::searcher::Searcher;
use super::stem::stem;
use super::tiers::Tier;
use super::uses::{List, Use};

/// Texts whose words are kept; when there are more, all are dropped.
const MOST_KEPT: usize = 512;
/// Longest text that is marked, in bytes: more is not on a screen.
const LONGEST_MARKED: usize = 4096;

/// What is kept from row to row.
#[derive(Debug, Default)]
pub struct Shown {
    texts: HashMap<Box<str>, Box<[Token]>, QuickHash>,
}

/// A word of a shown text.
#[derive(Clone, Debug)]
struct Token {
    range: Range<usize>,
    /// Its number, if the index knows it.
    word: Option<u32>,
}

impl Index {
    /// The byte ranges of `text` that the query words found: on character boundaries, in order, not overlapping.
    pub fn highlight(&self, searcher: &mut Searcher, text: &str, words: &str) -> Vec<Range<usize>> {
        let mut marked = Vec::new();
        if text.len() > LONGEST_MARKED {
            return marked;
        }
        searcher.prepare(self, words);
        let Searcher {
            shown: Shown { texts },
            prepared,
            uses,
            ..
        } = searcher;
        if prepared.words.is_empty() {
            return marked;
        }
        uses.fill(self, prepared);
        if !texts.contains_key(text) {
            if texts.len() >= MOST_KEPT {
                texts.clear();
            }
            texts.insert(text.into(), tokens(self, text));
        }
        let grammar_only = prepared.words.iter().all(|word| word.stop);
        for token in texts.get(text).into_iter().flat_map(|tokens| tokens.iter()) {
            let original = text.get(token.range.clone()).unwrap_or_default();
            let found = match token.word {
                Some(word) => {
                    let best = uses
                        .of(word)
                        .filter(|used| grammar_only || !is_grammar(prepared, used.list));
                    best.max_by_key(|used| used.found.weight)
                        .map(|used| part(self, prepared, used, original))
                }
                None => unknown(prepared, original),
            };
            if let Some(part) = found.filter(|part| !part.is_empty()) {
                marked.push(token.range.start + part.start..token.range.start + part.end);
            }
        }
        marked
    }
}

fn tokens(index: &Index, text: &str) -> Box<[Token]> {
    let mut tokens = Vec::new();
    each_word(text, |word| {
        let same = index.vocabulary.find(word.folded);
        let dotted = same
            .clone()
            .find(|&known| index.vocabulary.dots(known) == word.dots);
        tokens.push(Token {
            range: word.range,
            word: dotted.or(same.clone().next()),
        });
        true
    });
    tokens.into()
}

/// Whether a list belongs to a stop word: "i" would light up half the screen.
fn is_grammar(prepared: &Prepared, list: List) -> bool {
    let List::Whole(at) = list else {
        return false;
    };
    prepared
        .words
        .get(usize::from(at))
        .is_some_and(|word| word.stop)
}

/// The part of a word that a use of it explains.
fn part(index: &Index, prepared: &Prepared, used: &Use, original: &str) -> Range<usize> {
    let all = 0..original.len();
    let List::Whole(at) = used.list else {
        return all;
    };
    let Some(query) = prepared.words.get(usize::from(at)) else {
        return all;
    };
    let length = index.vocabulary.length(used.found.word);
    match used.found.tier {
        Tier::Prefix => 0..original_len(original, query.folded.len()),
        // What is meant may also be what is said, half-typed.
        Tier::Meaning
            if index
                .vocabulary
                .word(used.found.word)
                .starts_with(&*query.folded) =>
        {
            0..original_len(original, query.folded.len())
        }
        Tier::StemPrefix => 0..original_len(original, stem(&query.folded).len()),
        Tier::CompoundEnd => {
            let folded = index.vocabulary.word(used.found.word);
            let end = if folded.ends_with(&*query.folded) {
                query.folded.len()
            } else {
                stem(&query.folded).len()
            };
            original_len(original, length.saturating_sub(end))..original.len()
        }
        _ => all,
    }
}

/// The part of a word that the index does not know that begins like a query word, or is a form of one.
fn unknown(prepared: &Prepared, original: &str) -> Option<Range<usize>> {
    let folded = super::fold::fold(original);
    let words = || prepared.words.iter().filter(|word| !word.stop);
    if words().any(|word| stem(&folded) == stem(&word.folded)) {
        return Some(0..original.len());
    }
    let begun = words()
        .filter(|word| folded.starts_with(&*word.folded))
        .map(|word| word.folded.len())
        .max()?;
    Some(0..original_len(original, begun))
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Field};
    use super::*;
    use proptest::prelude::*;

    fn index(names: &[&str]) -> Index {
        Index::build(names.iter().map(|name| Document {
            fields: vec![(Field::Name, (*name).to_owned())],
        }))
    }

    fn marked(text: &str, words: &str) -> String {
        let index = index(&[
            "Snöröjning av gator",
            "Soptunna",
            "Sophämtning",
            "Brandpost",
            text,
        ]);
        let mut out = String::new();
        let mut end = 0;
        for range in index.highlight(&mut Searcher::new(), text, words) {
            out.push_str(&text[end..range.start]);
            out.push('[');
            out.push_str(&text[range.clone()]);
            out.push(']');
            end = range.end;
        }
        out + &text[end..]
    }

    #[test]
    fn what_was_found_is_marked_in_the_original_letters() {
        for (text, words, expected) in [
            ("Snöröjning av gator", "sno", "[Snö]röjning av gator"),
            (
                "Snöröjning av gator",
                "snöröjningen ",
                "[Snöröjning] av gator",
            ),
            ("Snöröjning av gator", "snöröjing", "[Snöröjning] av gator"),
            ("Snöröjning av gator", "gatan av", "Snöröjning av [gator]"),
            ("Skolskjuts", "skjuts ", "Skol[skjuts]"),
            (
                "Snöröjning av gator",
                "snö röjning",
                "[Snöröjning] av gator",
            ),
            ("Tömning", "", "Tömning"),
            ("Tömning", "zzz", "Tömning"),
        ] {
            assert_eq!(marked(text, words), expected, "{words}");
        }
    }

    #[test]
    fn a_text_that_the_index_never_saw_is_marked_too() {
        let index = index(&["Snöröjning"]);
        assert_eq!(
            index.highlight(&mut Searcher::new(), "Ring snöjouren", "snö"),
            [5..9]
        );
    }

    proptest! {
        #[test]
        fn ranges_are_sound_for_any_text_and_query(text in any::<String>(), words in any::<String>()) {
            let index = index(&["Snöröjning", &text]);
            let mut last = 0;
            for range in index.highlight(&mut Searcher::new(), &text, &words) {
                prop_assert!(range.start >= last && !range.is_empty() && text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
