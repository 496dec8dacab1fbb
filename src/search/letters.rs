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
    entries: Vec<Vec<Letter>>,
}

/// A letter, written in one way.
#[derive(Debug)]
struct Letter {
    /// What it stands for.
    entry: Arc<Entry>,
    /// Whether it means nothing by itself in any language, and so stands for the same in all of them.
    everywhere: bool,
}

impl Letters {
    /// The letters of an index that has none yet.
    pub fn of(index: &Index) -> Self {
        let mut expander = Expander::default();
        let sense = Sense { language: SWEDISH };
        let entries = FIRST.iter().map(|&letter| {
            let word = char::from(letter).to_string();
            let mut entries: Vec<Letter> = Vec::new();
            let has_dots = |dots: u64| dots == 0 || DOTTED.contains(&letter);
            for (dots, dotted) in WRITTEN.into_iter().filter(|(dots, _)| has_dots(*dots)) {
                let asked = Asked {
                    word: &word,
                    dots,
                    dotted,
                    typing: true,
                };
                let expansion = expander.expand(&index.vocabulary, asked, sense);
                // Most letters never have dots, and stand for the same however the query is written.
                let same = |known: &&Letter| known.entry.expansion == expansion;
                let known = entries.iter().find(same);
                let entry = known.map(|known| Arc::clone(&known.entry));
                entries.push(Letter {
                    entry: entry.unwrap_or_else(|| {
                        let mut entry = Entry::of(index, expansion);
                        entry.grades = grades(index, &entry, Of::Whole);
                        Arc::new(entry)
                    }),
                    everywhere: sense.meanings(asked, false).is_empty(),
                });
            }
            entries
        });
        Self {
            entries: entries.collect(),
        }
    }

    /// What a word stands for in a language, if it is a single letter that is being typed.
    pub fn entry(&self, asked: Asked, language: usize) -> Option<Arc<Entry>> {
        let &[letter] = asked.word.as_bytes() else {
            return None;
        };
        let at = FIRST.binary_search(&letter).ok().filter(|_| asked.typing)?;
        let written = (asked.dots, asked.dotted);
        let written = WRITTEN.iter().position(|known| *known == written)?;
        let letter = self.entries.get(at)?.get(written)?;
        let is_it = letter.everywhere || language == SWEDISH;
        is_it.then(|| Arc::clone(&letter.entry))
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> usize {
        let bytes = |entry: &Entry| {
            entry.expansion.matches.capacity() * size_of::<Match>() + entry.grades.capacity()
        };
        let mut memory = 0;
        for entries in &self.entries {
            for (at, Letter { entry, .. }) in entries.iter().enumerate() {
                let mut before = entries.iter().take(at);
                if !before.any(|before| Arc::ptr_eq(&before.entry, entry)) {
                    memory += bytes(entry);
                }
            }
        }
        memory
    }
}

#[cfg(test)]
mod tests {
    use super::super::glossary::LANGUAGES;
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
                for language in 0..LANGUAGES.len() {
                    let Some(kept) = index.letters.entry(asked, language) else {
                        assert!(dots == 1 && !"ao".contains(letter) || language != SWEDISH);
                        continue;
                    };
                    let sense = Sense { language };
                    let anew = Entry::of(&index, expander.expand(&index.vocabulary, asked, sense));
                    assert_eq!(kept.expansion, anew.expansion, "{asked:?}");
                    assert_eq!(kept.rarity, anew.rarity);
                    assert_eq!(kept.grades, grades(&index, &anew, Of::Whole));
                }
            }
        }
        let finished = asked("a", 0, false, false);
        assert!(index.letters.entry(finished, SWEDISH).is_none());
        let longer = asked("av", 0, false, true);
        assert!(index.letters.entry(longer, SWEDISH).is_none());
        assert!(Index::build(documents()).letters.entries.is_empty());
    }
}
