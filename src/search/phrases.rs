//! Phrases of the glossary among the words of a query: `går inte att bo kvar` means an old people's home.

use std::ops::Range;
use std::sync::Arc;

use super::glossary::{Glossary, Meaning, SWEDISH, Said, stem_in};
use super::index::Index;
use super::prepare::{Entry, Join, Kept, MOST_WORDS, Prepared, bit};
use super::tiers;

/// Most phrases of one query.
pub const MOST_PHRASES: usize = 32;
/// How many words apart the words of a phrase may be.
const LONGEST_SPREAD: usize = 5;

/// Most things that words of one query stand for together: pairs and triples of neighbours, and phrases.
pub const MOST_JOINS: usize = 2 * MOST_WORDS + MOST_PHRASES;

impl Kept {
    /// Finds the phrases of the glossary among the words said, each with its place among the query words.
    pub(super) fn phrases(
        &mut self,
        index: &Index,
        prepared: &mut Prepared,
        said: &[(String, usize)],
    ) {
        let foreign = Some(prepared.language).filter(|&language| language != SWEDISH);
        for (at, (word, _)) in said.iter().enumerate() {
            for language in [Some(SWEDISH), foreign].into_iter().flatten() {
                let (bucket, range) = Glossary::beginning(language, word);
                let phrases = bucket.get(Range::clone(&range)).unwrap_or_default();
                for (phrase, entry) in range
                    .zip(phrases)
                    .filter(|(_, said)| said.stems().len() > 1)
                {
                    if let Some(words) = phrase_in(entry, prepared, said, at) {
                        let phrase = Meaning::new(&bucket, phrase, tiers::MEANING_PHRASE);
                        self.add_phrase(index, prepared, words, &phrase);
                    }
                }
            }
        }
    }

    fn add_phrase(&mut self, index: &Index, prepared: &mut Prepared, words: u32, phrase: &Meaning) {
        if prepared.joins.len() >= MOST_JOINS {
            return;
        }
        let entry = self.phrase(index, phrase);
        if entry.expansion.is_empty() {
            return;
        }
        let chosen = prepared.words.iter_mut().enumerate();
        let mut chosen: Vec<_> = chosen.filter(|(at, _)| words & bit(*at) != 0).collect();
        let weight: u32 = chosen.iter().map(|(_, word)| word.weight).sum();
        let missing = entry.rarity.min(tiers::PHRASE).saturating_sub(weight);
        let share = missing / words.count_ones().max(1);
        for (_, word) in &mut chosen {
            word.weight += share;
        }
        prepared.joins.push(Join { words, entry });
    }

    /// What a phrase stands for.
    fn phrase(&mut self, index: &Index, phrase: &Meaning) -> Arc<Entry> {
        self.key.clear();
        if let Some(said) = phrase.said() {
            self.key.push_str(&said.language.to_string());
            for stem in said.stems() {
                self.key.extend(["_", stem]);
            }
        }
        if let Some(entry) = self.entries.get(self.key.as_str()) {
            return Arc::clone(entry);
        }
        let phrase = std::slice::from_ref(phrase);
        let expansion = self.expander.phrase(&index.vocabulary, phrase);
        self.keep(index, expansion)
    }
}

/// The query words that make up a phrase said around this place, if all its words are there. Who writes dots means
/// them: a way full of holes (`hål`) is not a slippery one (`hal`).
fn phrase_in(
    phrase: &Said,
    prepared: &Prepared,
    said: &[(String, usize)],
    at: usize,
) -> Option<u32> {
    let dotted = prepared.words.iter().any(|word| word.dots != 0);
    let dots_of = |place: usize| prepared.words.get(place).map_or(0, |word| word.dots);
    let mut words = 0;
    let near = said
        .iter()
        .take(at + LONGEST_SPREAD)
        .skip(at.saturating_sub(LONGEST_SPREAD));
    for (stem, dots) in phrase.words() {
        let compared = (1 << stem.len().min(63)) - 1;
        let (_, place) = near.clone().find(|(word, place)| {
            words & bit(*place) == 0
                && stem_in(phrase.language, word) == stem
                && (!dotted || (dots_of(*place) ^ dots) & compared == 0)
        })?;
        words |= bit(*place);
    }
    Some(words)
}
