//! One query word → the vocabulary words that it may stand for, each with a weight and the tier that found it.
//!
//! Cheap tiers come first. Typos are looked for only while nothing convincing was found, subsequences only when nothing
//! was found at all. The outcome depends on the word and the vocabulary alone, so it can be kept for the next key.

use std::cmp::Reverse;

use super::compound::{Halves, Parts, SHORTEST_PART};
use super::distance::{Pattern, letters};
use super::fold::LONGEST_WORD;
use super::stem::stem;
use super::stopwords::is_stop_word;
use super::subsequence::Subsequence;
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

/// Most vocabulary words that one query word may stand for; the weightiest are kept. Only one or two letters typed over
/// a very large vocabulary reach it, and then the shortest words are the likeliest.
pub const MOST_MATCHES: usize = 2048;
/// Most vocabulary words tried as subsequences: the matcher is slow, and a list of more would help nobody.
const MOST_SUBSEQUENCES: usize = 400;
/// The longest inflection that a misspelt stem may have after it.
const LONGEST_ENDING: usize = 4;

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
#[derive(Debug, Default)]
pub struct Expansion {
    /// Best first, then by word number; each word once.
    pub matches: Vec<Match>,
    /// When the word is a compound of two known words.
    pub parts: Option<Parts>,
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
        self.matches.is_empty() && self.parts.is_none()
    }
}

/// Gathers matches, keeping the best for each word; reusable.
#[derive(Debug, Default)]
pub struct Expander {
    matches: Vec<Match>,
    /// For each vocabulary word its place in `matches` + 1.
    places: Vec<u32>,
    subsequence: Option<Subsequence>,
}

impl Expander {
    /// What `word` (folded) may stand for. `typing`: it is the last word and may be half-typed.
    pub fn expand(&mut self, vocabulary: &Vocabulary, word: &str, typing: bool) -> Expansion {
        self.start(vocabulary);
        self.forms(vocabulary, word, typing);
        let mut parts = None;
        if word.len() >= SHORTEST_PART {
            self.compound_ends(vocabulary, word);
            if self.best() < tiers::STEM {
                let halves = Halves::of(vocabulary, word);
                self.halves(vocabulary, word, &halves);
                parts = halves.split(vocabulary, word, typing);
            }
            if self.best() < tiers::GOOD && word.len() >= tiers::ONE_TYPO_FROM {
                self.shared_start(vocabulary, word);
                self.typos(vocabulary, word, typing);
            }
            if self.matches.is_empty() && parts.is_none() {
                self.subsequences(vocabulary, word);
            }
        }
        Expansion {
            matches: self.finish(),
            parts,
        }
    }

    /// Two query words written as one, in either order: only the sure tiers.
    pub fn join(
        &mut self,
        vocabulary: &Vocabulary,
        first: &str,
        second: &str,
        typing: bool,
    ) -> Expansion {
        self.start(vocabulary);
        for (joined, typing) in [
            (format!("{first}{second}"), typing),
            (format!("{second}{first}"), false),
        ] {
            if joined.len() <= LONGEST_WORD {
                self.forms(vocabulary, &joined, typing);
            }
        }
        for found in &mut self.matches {
            found.weight = small(u32::from(found.weight) * tiers::JOINED_PERCENT / 100);
            found.tier = Tier::Joined;
        }
        Expansion {
            matches: self.finish(),
            parts: None,
        }
    }

    /// The word itself, its other forms, and words that begin with it.
    fn forms(&mut self, vocabulary: &Vocabulary, word: &str, typing: bool) {
        if let Some(exact) = vocabulary.find(word) {
            self.add(exact, tiers::EXACT, Tier::Exact);
        }
        let stem = stem(word);
        for &same in vocabulary.with_stem(stem) {
            self.add(same, tiers::STEM, Tier::Stem);
        }
        let starting = vocabulary.starting_with(word);
        self.add_shortest(
            vocabulary,
            starting,
            |length| tiers::prefix(word.len(), length, typing),
            Tier::Prefix,
        );
        if stem.len() >= SHORTEST_PART && stem.len() < word.len() {
            let starting = vocabulary.starting_with(stem);
            self.add_shortest(
                vocabulary,
                starting,
                |length| tiers::stem_prefix(stem.len(), length),
                Tier::StemPrefix,
            );
        }
    }

    /// Compounds in the vocabulary that end with the word, or with its stem.
    fn compound_ends(&mut self, vocabulary: &Vocabulary, word: &str) {
        let stem = stem(word);
        for end in [word, stem] {
            if end.len() >= SHORTEST_PART && (end == word || end.len() < word.len()) {
                let ending = vocabulary.ending_with(end).iter().copied();
                self.add_shortest(
                    vocabulary,
                    ending,
                    |length| tiers::compound_end(end.len(), length),
                    Tier::CompoundEnd,
                );
            }
            if stem.len() == word.len() {
                break;
            }
        }
    }

    /// Known words that the word begins or ends with.
    fn halves(&mut self, vocabulary: &Vocabulary, word: &str, halves: &Halves) {
        for &(length, head) in &halves.heads {
            if !is_stop_word(vocabulary.word(head)) {
                self.add(
                    head,
                    tiers::begins_with(length, word.len()),
                    Tier::BeginsWith,
                );
            }
        }
        for &(start, tail) in &halves.tails {
            self.add(
                tail,
                tiers::ends_with(word.len() - start, word.len()),
                Tier::EndsWith,
            );
        }
    }

    /// Words that share the word's beginning, six letters or more: the longest such beginning only.
    fn shared_start(&mut self, vocabulary: &Vocabulary, word: &str) {
        for shared in (6..word.len()).rev() {
            let Some(start) = word.get(..shared) else {
                continue;
            };
            let starting = vocabulary.starting_with(start);
            if !starting.is_empty() {
                let weight = |length| tiers::shared_start(shared, word.len().max(length));
                return self.add_shortest(vocabulary, starting, weight, Tier::SharedStart);
            }
        }
    }

    /// Words a letter or two away: in whole, to a beginning while typing, or from the stem to another form.
    fn typos(&mut self, vocabulary: &Vocabulary, word: &str, typing: bool) {
        let allowed = if word.len() >= tiers::TWO_TYPOS_FROM {
            2
        } else {
            1
        };
        let stem = stem(word);
        let (whole, base) = (Pattern::new(word), Pattern::new(stem));
        let wanted = letters(stem);
        let shortest = stem.len().saturating_sub(allowed);
        let longest = if typing {
            usize::MAX
        } else {
            word.len() + allowed + LONGEST_ENDING
        };
        let all = 0..vocabulary.len();
        let likely = vocabulary
            .letters(all.clone())
            .iter()
            .zip(vocabulary.lengths(all.clone()))
            .zip(all);
        for ((&have, &length), other) in likely {
            let length = usize::from(length);
            if (wanted & !have).count_ones() as usize > allowed
                || length < shortest
                || length > longest
            {
                continue;
            }
            let text = vocabulary.word(other);
            let Some(same_first) = likely_start(word, text) else {
                continue;
            };
            let found = whole.distance(text);
            if found.whole <= allowed {
                self.add(
                    other,
                    tiers::typo(found.whole, word.len(), same_first),
                    Tier::Typo,
                );
            } else if typing && found.prefix <= allowed {
                let weight = tiers::prefix_typo(
                    found.prefix,
                    word.len(),
                    found.prefix_len,
                    length,
                    same_first,
                );
                self.add(other, weight, Tier::PrefixTypo);
            }
            if stem.len() < word.len() && stem.len() >= tiers::ONE_TYPO_FROM {
                let found = base.distance(text);
                if found.prefix <= allowed.min(stem.len() / 4)
                    && length - found.prefix_len <= LONGEST_ENDING
                {
                    self.add(
                        other,
                        tiers::stem_typo(found.prefix, stem.len()),
                        Tier::StemTypo,
                    );
                }
            }
        }
    }

    /// Words that have the word's letters in order, first letter first.
    fn subsequences(&mut self, vocabulary: &Vocabulary, word: &str) {
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
                self.add(other, tiers::subsequence(score, best), Tier::Subsequence);
            }
        }
        self.subsequence = Some(subsequence);
    }

    /// Adds words by length; when they are too many, the shortest, then the first.
    fn add_shortest(
        &mut self,
        vocabulary: &Vocabulary,
        words: impl ExactSizeIterator<Item = u32> + Clone,
        weight: impl Fn(usize) -> u32,
        tier: Tier,
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
        for word in words {
            let length = vocabulary.length(word);
            if length == longest && of_longest > 0 {
                of_longest -= 1;
            } else if length >= longest {
                continue;
            }
            self.add(word, weight(length), tier);
        }
    }

    fn add(&mut self, word: u32, weight: u32, tier: Tier) {
        let Some(place) = self.places.get_mut(word as usize) else {
            return;
        };
        let found = Match {
            word,
            weight: small(weight),
            tier,
        };
        match self.matches.get_mut((*place as usize).wrapping_sub(1)) {
            Some(known) if known.weight >= found.weight => {}
            Some(known) => *known = found,
            None => {
                self.matches.push(found);
                *place = u32::try_from(self.matches.len()).unwrap_or(0);
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

    fn start(&mut self, vocabulary: &Vocabulary) {
        if self.places.len() != vocabulary.len() as usize {
            self.places = vec![0; vocabulary.len() as usize];
        }
    }

    /// The matches worth keeping, best first; clears the tables for the next word.
    fn finish(&mut self) -> Vec<Match> {
        for found in &self.matches {
            if let Some(place) = self.places.get_mut(found.word as usize) {
                *place = 0;
            }
        }
        let keep = self.best() * tiers::KEEP_PERCENT / 100;
        let mut kept: Vec<Match> = self
            .matches
            .drain(..)
            .filter(|found| u32::from(found.weight) >= keep)
            .collect();
        kept.sort_unstable_by_key(|found| (Reverse(found.weight), found.word));
        kept.truncate(MOST_MATCHES);
        kept
    }
}

/// Whether two words may begin alike but for a slip: `Some(true)` when the first letter is the same, `Some(false)` when
/// the first two look like one slip, `None` when neither.
fn likely_start(word: &str, other: &str) -> Option<bool> {
    match (word.as_bytes(), other.as_bytes()) {
        ([a, b, ..], [c, d, ..]) => match (a == c, a == d || b == c || b == d) {
            (true, _) => Some(true),
            (_, likely) => likely.then_some(false),
        },
        _ => None,
    }
}

/// A weight as it is stored.
fn small(weight: u32) -> u16 {
    u16::try_from(weight).unwrap_or(u16::MAX)
}
