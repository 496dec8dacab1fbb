//! One query word → the vocabulary words that it may stand for, each with a weight and the tier that found it.
//!
//! Cheap tiers come first. Typos are looked for only while nothing convincing was found, subsequences only when nothing
//! was found at all. The outcome depends on the word and the vocabulary alone, so it can be kept for the next key.

use std::cmp::Reverse;

use super::compound::{Halves, Parts, SHORTEST_PART};
use super::fold::LONGEST_WORD;
use super::glossary::Meaning;
use super::sense::Sense;
use super::stopwords::is_stop_word;
use super::subsequence::Subsequence;
use super::table::Table;
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

/// Most vocabulary words that one query word may stand for; the weightiest are kept. Only one or two letters typed over
/// a very large vocabulary reach it, and then the shortest words are the likeliest.
pub const MOST_MATCHES: usize = 2048;

/// From so many matches on they are dealt out by weight before they are sorted.
const DEALT_FROM: usize = if cfg!(test) { 8 } else { 256 };

/// A query word, and how it was written.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its folded form.
    pub word: &'a str,
    /// Which of its letters have dots, see [`super::fold::Word::dots`].
    pub dots: u64,
    /// Whether the query has dots anywhere: then those that are missing are missing on purpose.
    pub dotted: bool,
    /// Whether it is the last word and may be half-typed.
    pub typing: bool,
}

impl Asked<'_> {
    /// The weight of a match whose `length` letters, from these places on, may differ in their dots.
    pub fn with_dots(
        &self,
        weight: u32,
        from: usize,
        other: u64,
        other_from: usize,
        length: usize,
    ) -> u32 {
        let shift = |dots: u64, by: usize| {
            dots.checked_shr(u32::try_from(by).unwrap_or(u32::MAX))
                .unwrap_or(0)
        };
        let compared = !u64::MAX
            .checked_shl(u32::try_from(length).unwrap_or(u32::MAX))
            .unwrap_or(0);
        if (shift(self.dots, from) ^ shift(other, other_from)) & compared == 0 {
            weight
        } else if self.dotted {
            weight * tiers::OTHER_DOTS_PERCENT / 100
        } else {
            weight * tiers::NO_DOTS_PERCENT / 100
        }
    }
}

/// A vocabulary word that a query word may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its number.
    pub word: u32,
    /// 0–1000, see [`tiers`].
    pub weight: u16,
    /// What found it.
    pub tier: Tier,
}

/// All that a query word may stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// Best first, then by word number; each word once.
    pub matches: Vec<Match>,
    /// What it stands for in two words that belong together: the halves of a compound, a meaning of two words.
    pub parts: Vec<Parts>,
}

impl Expansion {
    /// The weight of the best match, 0 if there is none.
    pub fn best(&self) -> u32 {
        self.matches
            .first()
            .map_or(0, |found| u32::from(found.weight))
    }

    /// Whether nothing fits, not even in parts.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty() && self.parts.is_empty()
    }
}

/// Gathers matches, keeping the best for each word; reusable.
#[derive(Debug, Default)]
pub struct Expander {
    pub(super) matches: Vec<Match>,
    /// For each vocabulary word found its place in `matches`.
    places: Table,
    pub(super) subsequence: Option<Subsequence>,
}

impl Expander {
    /// What a word may stand for.
    pub fn expand(&mut self, vocabulary: &Vocabulary, asked: Asked, sense: Sense) -> Expansion {
        let Asked { word, typing, .. } = asked;
        if !typing && (word.len() < SHORTEST_PART || is_stop_word(word)) {
            // Grammar and single letters stand for themselves once they are finished.
            self.same(vocabulary, asked);
            return Expansion {
                matches: self.finish(),
                parts: Vec::new(),
            };
        }
        self.forms(vocabulary, asked);
        let mut parts = Vec::new();
        let known = self.best() >= tiers::STEM * tiers::OTHER_DOTS_PERCENT / 100 && self.is_known();
        parts.extend(self.meanings(vocabulary, &sense.meanings(asked, known)));
        if word.len() >= SHORTEST_PART {
            self.compound_ends(vocabulary, asked);
            let halves = Halves::of(vocabulary, word);
            self.halves(vocabulary, asked, &halves);
            let splits = halves.split(vocabulary, asked);
            if splits.is_empty() && self.best() < tiers::GOOD && word.len() > 2 * SHORTEST_PART {
                parts.extend(Self::glossed(vocabulary, asked, &halves, sense));
            }
            parts.extend(splits);
            if self.best() < tiers::GOOD && word.len() >= tiers::ONE_TYPO_FROM {
                self.shared_start(vocabulary, asked);
                self.typos(vocabulary, asked);
            }
            if self.best() < tiers::GOOD && parts.is_empty() {
                parts.extend(self.meanings(vocabulary, &sense.akin(word, typing)));
            }
            if self.matches.is_empty() && parts.is_empty() {
                self.subsequences(vocabulary, word);
            }
        }
        Expansion {
            matches: self.finish(),
            parts,
        }
    }

    /// Neighbouring query words written as one, two of them in either order: only the sure tiers. With a word of
    /// grammar among them (`ut flytt`) only the word itself.
    pub fn join(&mut self, vocabulary: &Vocabulary, words: &[Asked], sense: Sense) -> Expansion {
        let mut parts = Vec::new();
        let turned: Vec<Asked> = words.iter().rev().copied().collect();
        let orders = if words.len() == 2 { 2 } else { 1 };
        for (words, typing) in [(words, true), (&turned, false)].into_iter().take(orders) {
            let (mut word, mut dots) = (String::new(), 0);
            for asked in words {
                dots |= asked
                    .dots
                    .checked_shl(u32::try_from(word.len()).unwrap_or(64))
                    .unwrap_or(0);
                word.push_str(asked.word);
            }
            if word.len() > LONGEST_WORD {
                continue;
            }
            let asked = Asked {
                word: &word,
                dots,
                dotted: words.iter().any(|word| word.dotted),
                typing: typing && words.last().is_some_and(|last| last.typing),
            };
            if words.iter().any(|word| is_stop_word(word.word)) {
                // `ut flytt` is `utflytt`, but who lays out pictures (`ut bilder`) asks for no education (`utbildning`).
                for exact in vocabulary.find(asked.word) {
                    self.add_start(vocabulary, asked, exact, tiers::EXACT, Tier::Exact);
                }
            } else {
                self.forms(vocabulary, asked);
            }
            parts.extend(self.meanings(vocabulary, &sense.meanings(asked, true)));
        }
        for found in &mut self.matches {
            found.weight = small(u32::from(found.weight) * tiers::JOINED_PERCENT / 100);
            found.tier = Tier::Joined;
        }
        Expansion {
            matches: self.finish(),
            parts,
        }
    }

    /// Does something with each word and its length; when they are too many, with the shortest, then the first.
    pub(super) fn each_shortest(
        &mut self,
        vocabulary: &Vocabulary,
        words: impl ExactSizeIterator<Item = u32> + Clone,
        mut each: impl FnMut(&mut Self, u32, usize),
    ) {
        let (mut longest, mut of_longest) = (usize::MAX, 0);
        if words.len() > MOST_MATCHES {
            let mut counts = [0_usize; LONGEST_WORD + 1];
            for word in words.clone() {
                if let Some(count) = counts.get_mut(vocabulary.length(word)) {
                    *count += 1;
                }
            }
            let mut left = MOST_MATCHES;
            for (length, count) in counts.into_iter().enumerate() {
                (longest, of_longest) = (length, left);
                let Some(rest) = left.checked_sub(count) else {
                    break;
                };
                left = rest;
            }
        }
        self.places.reserve(words.len().min(MOST_MATCHES));
        for word in words {
            let length = vocabulary.length(word);
            if length == longest && of_longest > 0 {
                of_longest -= 1;
            } else if length >= longest {
                continue;
            }
            each(self, word, length);
        }
    }

    /// What a phrase stands for: what it means.
    pub fn phrase(&mut self, vocabulary: &Vocabulary, meanings: &[Meaning]) -> Expansion {
        let parts = self.meanings(vocabulary, meanings);
        Expansion {
            matches: self.finish(),
            parts,
        }
    }

    /// Whether the word itself or a form of it has been found.
    fn is_known(&self) -> bool {
        self.matches
            .iter()
            .any(|found| matches!(found.tier, Tier::Exact | Tier::Stem))
    }

    pub(super) fn add(&mut self, vocabulary: &Vocabulary, word: u32, weight: u32, tier: Tier) {
        // Grammar is only ever meant when it is said: `illa` is no misspelt `till`.
        if tier != Tier::Exact && vocabulary.is_stop_word(word) {
            return;
        }
        let found = Match {
            word,
            weight: small(weight),
            tier,
        };
        let known = self.places.get(word);
        match known.and_then(|place| self.matches.get_mut(place as usize)) {
            Some(known) if known.weight >= found.weight => {}
            Some(known) => *known = found,
            None => {
                let place = u32::try_from(self.matches.len()).unwrap_or(u32::MAX);
                self.places.set(word, place);
                self.matches.push(found);
            }
        }
    }

    fn best(&self) -> u32 {
        self.matches
            .iter()
            .map(|found| u32::from(found.weight))
            .max()
            .unwrap_or(0)
    }

    /// The matches worth keeping, best first; clears the tables for the next word.
    fn finish(&mut self) -> Vec<Match> {
        self.places.clear();
        let keep = self.best() * tiers::KEEP_PERCENT / 100;
        let mut kept: Vec<Match> = self
            .matches
            .drain(..)
            .filter(|found| u32::from(found.weight) >= keep)
            .collect();
        heaviest_first(&mut kept);
        kept.truncate(MOST_MATCHES);
        for found in &mut kept {
            found.weight = small(tiers::earned(u32::from(found.weight)));
        }
        kept
    }
}

/// Puts matches in order: heaviest first, then by number. One or two letters have thousands, which come by number, but of
/// a few weights only: to deal them out by weight leaves next to nothing to sort.
fn heaviest_first(matches: &mut Vec<Match>) {
    if matches.len() < DEALT_FROM {
        matches.sort_unstable_by_key(|found| (Reverse(found.weight), found.word));
        return;
    }
    let heaviest = matches.iter().map(|found| found.weight).max().unwrap_or(0);
    let pile = |found: &Match| usize::from(heaviest.saturating_sub(found.weight));
    let mut places = vec![0_usize; usize::from(heaviest) + 2];
    for found in &*matches {
        if let Some(count) = places.get_mut(pile(found) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for place in &mut places {
        sum += *place;
        *place = sum;
    }
    let mut dealt = matches.clone();
    for found in matches.drain(..) {
        if let Some(place) = places.get_mut(pile(&found)) {
            if let Some(to) = dealt.get_mut(*place) {
                *to = found;
            }
            *place += 1;
        }
    }
    *matches = dealt;
    for alike in matches.chunk_by_mut(|one, other| one.weight == other.weight) {
        alike.sort_unstable_by_key(|found| found.word);
    }
}

/// A weight as it is stored.
pub fn small(weight: u32) -> u16 {
    u16::try_from(weight).unwrap_or(u16::MAX)
}
