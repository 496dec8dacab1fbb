//! What single letters stand for in a large index, worked out when it is made.
//!
//! Every word of every query begins as one letter, and that is the broadest that there is: it stands for as many words as
//! are kept at all, in nearly every document. There are few letters, so none needs to be worked out while somebody types.

use std::sync::Arc;

use super::expand::{Asked, Expander, Match};
use super::glossary::SWEDISH;
use super::grades::{Of, grades};
use super::index::Index;
use super::prepare::Entry;
use super::sense::Sense;

/// Words begin with letters of which these are the first bytes, once they are folded, or seldom with others.
const FIRST: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// Those of them that may have had dots.
const DOTTED: &[u8] = b"ao";

/// How a letter may have been written: whether it has dots itself, and whether anything in the query has.
const WRITTEN: [(u64, bool); 3] = [(0, false), (0, true), (1, true)];

/// See the module.
#[derive(Debug, Default)]
pub struct Letters {
    /// For each letter of [`FIRST`] each of [`WRITTEN`] that there is.
    entries: Vec<Vec<Arc<Entry>>>,
}

impl Letters {
    /// The letters of an index that has none yet.
    pub fn of(index: &Index) -> Self {
        let mut expander = Expander::default();
        let mut entry = |letter: u8, (dots, dotted): (u64, bool)| {
            let asked = Asked {
                word: &char::from(letter).to_string(),
                dots,
                dotted,
                typing: true,
            };
            let sense = Sense { language: SWEDISH };
            Entry::of(index, expander.expand(&index.vocabulary, asked, sense))
        };
        let entries = FIRST.iter().map(|&letter| {
            let mut entries: Vec<Arc<Entry>> = Vec::new();
            let has_dots = |dots: u64| dots == 0 || DOTTED.contains(&letter);
            for written in WRITTEN.into_iter().filter(|(dots, _)| has_dots(*dots)) {
                let mut entry = entry(letter, written);
                // Most letters never have dots, and stand for the same however the query is written.
                let same = |known: &&Arc<Entry>| known.expansion == entry.expansion;
                let known = entries.iter().find(same).cloned();
                entries.push(known.unwrap_or_else(|| {
                    entry.grades = grades(index, &entry, Of::Whole);
                    Arc::new(entry)
                }));
            }
            entries
        });
        Self {
            entries: entries.collect(),
        }
    }

    /// What a word stands for in Swedish, if it is a single letter that is being typed.
    pub fn entry(&self, asked: Asked) -> Option<Arc<Entry>> {
        let &[letter] = asked.word.as_bytes() else {
            return None;
        };
        let at = FIRST.binary_search(&letter).ok().filter(|_| asked.typing)?;
        let written = (asked.dots, asked.dotted);
        let written = WRITTEN.iter().position(|known| *known == written)?;
        self.entries.get(at)?.get(written).cloned()
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> usize {
        let bytes = |entry: &Entry| {
            entry.expansion.matches.capacity() * size_of::<Match>() + entry.grades.capacity()
        };
        let mut memory = 0;
        for entries in &self.entries {
            for (at, entry) in entries.iter().enumerate() {
                let before = entries.iter().take(at);
                if !before.into_iter().any(|before| Arc::ptr_eq(before, entry)) {
                    memory += bytes(entry);
                }
            }
        }
        memory
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Field};
    use super::*;

    fn asked(word: &str, dots: u64, dotted: bool, typing: bool) -> Asked<'_> {
        Asked {
            word,
            dots,
            dotted,
            typing,
        }
    }

    #[test]
    fn a_letter_stands_for_what_it_would_stand_for_if_it_were_worked_out_anew() {
        let names = ["Åtgärder vid avlopp", "Öppna data om avfall", "Vatten i ån"];
        let documents = || {
            names.iter().map(|name| Document {
                fields: vec![(Field::Name, (*name).to_owned())],
            })
        };
        let index = Index::build_scoring_all_up_to(0, documents());
        let mut expander = Expander::default();
        for letter in ["a", "o", "v", "i", "x"] {
            for (dots, dotted) in WRITTEN {
                let asked = asked(letter, dots, dotted, true);
                let Some(kept) = index.letters.entry(asked) else {
                    assert_eq!((dots, "ao".contains(letter)), (1, false));
                    continue;
                };
                let sense = Sense { language: SWEDISH };
                let anew = Entry::of(&index, expander.expand(&index.vocabulary, asked, sense));
                assert_eq!(kept.expansion, anew.expansion, "{asked:?}");
                assert_eq!(kept.rarity, anew.rarity);
                assert_eq!(kept.grades, grades(&index, &anew, Of::Whole));
            }
        }
        assert_eq!(
            index.letters.entry(asked("a", 0, false, false)).map(|_| ()),
            None
        );
        assert_eq!(
            index.letters.entry(asked("av", 0, false, true)).map(|_| ()),
            None
        );
        assert!(Index::build(documents()).letters.entries.is_empty());
    }
}
