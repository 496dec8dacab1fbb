//! The sure ways from a query word to vocabulary words: the word itself, its other forms, words that begin with it, and
//! the compounds that it is a part of, or that are parts of it.

use super::compound::{Halves, SHORTEST_PART};
use super::expand::{Asked, Expander};
use super::stem::stem;
use super::stopwords::is_stop_word;
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

impl Expander {
    /// The word itself and its other forms.
    pub(super) fn same(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        for exact in vocabulary.find(asked.word) {
            self.add_start(vocabulary, asked, exact, tiers::EXACT, Tier::Exact);
        }
        for &form in vocabulary.with_stem(stem(asked.word)) {
            self.add_start(vocabulary, asked, form, tiers::STEM, Tier::Stem);
        }
    }

    /// The word itself, its other forms, and words that begin with it.
    pub(super) fn forms(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        self.same(vocabulary, asked);
        let (word, stem) = (asked.word, stem(asked.word));
        // Finished, `bo` is not the beginning of `bommar`.
        let begins = asked.typing || word.len() >= SHORTEST_PART;
        let starting = if begins {
            vocabulary.starting_with(word)
        } else {
            0..0
        };
        self.each_shortest(vocabulary, starting, |this, other, length| {
            let weight = tiers::prefix(word.len(), length, asked.typing);
            this.add_start(vocabulary, asked, other, weight, Tier::Prefix);
        });
        if stem.len() >= SHORTEST_PART && stem.len() < word.len() && !is_stop_word(stem) {
            // `led` of `lediga` begins much that has nothing to do with it.
            let keeps = if stem.len() + stem.len() > word.len() + 1 {
                100
            } else {
                tiers::SHORT_STEM_PERCENT
            };
            let starting = vocabulary.starting_with(stem);
            self.each_shortest(vocabulary, starting, |this, other, length| {
                let weight = tiers::stem_prefix(stem.len(), length) * keeps / 100;
                let weight = asked.with_dots(weight, 0, vocabulary.dots(other), 0, stem.len());
                this.add(vocabulary, other, weight, Tier::StemPrefix);
            });
        }
    }

    /// Compounds in the vocabulary that end with the word, or with its stem, after a part long enough to be one.
    pub(super) fn compound_ends(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        let stem = stem(asked.word);
        let shorter = (stem.len() < asked.word.len()).then_some(stem);
        for end in [Some(asked.word), shorter].into_iter().flatten() {
            if end.len() < SHORTEST_PART {
                continue;
            }
            let ending = vocabulary.ending_with(end).iter().copied();
            self.each_shortest(vocabulary, ending, |this, other, length| {
                if length >= end.len() + SHORTEST_PART {
                    let weight = tiers::compound_end(end.len(), length);
                    let from = length - end.len();
                    let weight =
                        asked.with_dots(weight, 0, vocabulary.dots(other), from, end.len());
                    this.add(vocabulary, other, weight, Tier::CompoundEnd);
                }
            });
        }
    }

    /// Known words that the word begins or ends with.
    pub(super) fn halves(&mut self, vocabulary: &Vocabulary, asked: Asked, halves: &Halves) {
        let length = asked.word.len();
        for &(end, head) in &halves.heads {
            if !vocabulary.is_stop_word(head) {
                let weight = tiers::begins_with(end, length);
                let weight = asked.with_dots(weight, 0, vocabulary.dots(head), 0, end);
                self.add(vocabulary, head, weight, Tier::BeginsWith);
            }
        }
        for &(start, tail) in &halves.tails {
            if start >= SHORTEST_PART && !vocabulary.is_stop_word(tail) {
                let weight = tiers::ends_with(length - start, length);
                let compared = vocabulary.length(tail).min(length - start);
                let weight = asked.with_dots(weight, start, vocabulary.dots(tail), 0, compared);
                self.add(vocabulary, tail, weight, Tier::EndsWith);
            }
        }
    }

    /// Adds a word that begins as the query word does.
    pub(super) fn add_start(
        &mut self,
        vocabulary: &Vocabulary,
        asked: Asked,
        other: u32,
        weight: u32,
        tier: Tier,
    ) {
        let compared = asked.word.len().min(vocabulary.length(other));
        self.add(
            vocabulary,
            other,
            asked.with_dots(weight, 0, vocabulary.dots(other), 0, compared),
            tier,
        );
    }
}
