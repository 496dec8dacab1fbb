//! The unsure ways from a query word to vocabulary words, for want of better: a common beginning, a letter or two wrong,
//! an abbreviation.

use super::distance::{Pattern, Trail, letters};
use super::expand::{Asked, Expander};
use super::stem::stem;
use super::subsequence::Subsequence;
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

/// Most vocabulary words tried as subsequences: the matcher is slow, and a list of more would help nobody.
const MOST_SUBSEQUENCES: usize = 400;
/// The longest inflection that a misspelt stem may have after it.
const LONGEST_ENDING: usize = 4;

impl Expander {
    /// Words that share the word's beginning, six letters or more: the longest such beginning only.
    pub(super) fn shared_start(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        let word = asked.word;
        for shared in (6..word.len()).rev() {
            let Some(start) = word.get(..shared) else {
                continue;
            };
            let starting = vocabulary.starting_with(start);
            if !starting.is_empty() {
                return self.each_shortest(vocabulary, starting, |this, other, length| {
                    let weight = tiers::shared_start(shared, word.len().max(length));
                    let weight = asked.with_dots(weight, 0, vocabulary.dots(other), 0, shared);
                    this.add(vocabulary, other, weight, Tier::SharedStart);
                });
            }
        }
    }

    /// Words a letter or two away: in whole, to a beginning while typing, or from the stem to another form.
    pub(super) fn typos(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        let Asked { word, typing, .. } = asked;
        let allowed = if word.len() >= tiers::TWO_TYPOS_FROM {
            2
        } else {
            1
        };
        let stem = stem(word);
        let (whole, base) = (Pattern::new(word), Pattern::new(stem));
        let (mut trail, mut base_trail) = (Trail::default(), Trail::default());
        let start = match word.as_bytes() {
            [first, second, ..] => [*first, *second],
            _ => return,
        };
        let shortest = stem.len().saturating_sub(allowed);
        let longest = if typing {
            usize::MAX
        } else {
            word.len() + allowed + LONGEST_ENDING
        };
        let base_allowed = allowed.min(stem.len() / tiers::ONE_TYPO_FROM);
        let inflected = stem.len() < word.len() && base_allowed > 0;
        let mut likely = vocabulary.likely(stem, start, allowed);
        while let Some((other, same_first)) = likely.next() {
            let length = vocabulary.length(other);
            if length < shortest || length > longest {
                continue;
            }
            let text = vocabulary.word(other);
            // What comes after this many letters only makes the distance grow.
            let enough = text
                .get(..text.floor_char_boundary(word.len() + allowed + 1))
                .unwrap_or(text);
            let found = whole.near_after(&mut trail, enough, allowed);
            let mut far = found.err();
            if let Ok(found) = found {
                if found.whole <= allowed && enough.len() == text.len() {
                    let weight = tiers::typo(found.whole, word.len(), same_first);
                    self.add(vocabulary, other, weight, Tier::Typo);
                } else if typing && found.prefix <= allowed {
                    let weight = tiers::prefix_typo(
                        found.prefix,
                        word.len(),
                        found.prefix_len,
                        length,
                        same_first,
                    );
                    self.add(vocabulary, other, weight, Tier::PrefixTypo);
                }
            }
            if inflected {
                let found = base.near_after(&mut base_trail, enough, base_allowed);
                far = far.zip(found.err()).map(|(one, other)| one.max(other));
                if let Ok(found) = found
                    && found.prefix <= base_allowed
                    && length - found.prefix_len <= LONGEST_ENDING
                {
                    let weight = tiers::stem_typo(found.prefix, stem.len());
                    self.add(vocabulary, other, weight, Tier::StemTypo);
                }
            }
            if let Some(far) = far {
                likely.leave(far);
            }
        }
    }

    /// Words that have the word's letters in order, first letter first.
    pub(super) fn subsequences(&mut self, vocabulary: &Vocabulary, word: &str) {
        let Some(first) = word.chars().next() else {
            return;
        };
        let subsequence = self.subsequence.take().unwrap_or_else(Subsequence::new);
        let best = subsequence.best_possible(word);
        let range = vocabulary.starting_with(first.encode_utf8(&mut [0; 4]));
        let wanted = letters(word);
        let likely = range
            .clone()
            .zip(vocabulary.letters(range))
            .filter(|(_, have)| wanted & !**have == 0);
        for (other, _) in likely.take(MOST_SUBSEQUENCES) {
            if let Some(score) = subsequence.score(vocabulary.word(other), word) {
                self.add(
                    vocabulary,
                    other,
                    tiers::subsequence(score, best),
                    Tier::Subsequence,
                );
            }
        }
        self.subsequence = Some(subsequence);
    }
}
