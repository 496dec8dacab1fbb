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
use super::vocabulary::{Vocabulary, alike};

/// Most vocabulary words that one query word may stand for; the weightiest are kept. Only one or two letters typed over
/// a very large vocabulary reach it, and then the shortest words are the likeliest.
pub const MOST_MATCHES: usize = 2048;
/// Most vocabulary words tried as subsequences: the matcher is slow, and a list of more would help nobody.
const MOST_SUBSEQUENCES: usize = 400;
/// The longest inflection that a misspelt stem may have after it.
const LONGEST_ENDING: usize = 4;

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
    /// What a word may stand for.
    pub fn expand(&mut self, vocabulary: &Vocabulary, asked: Asked) -> Expansion {
        let Asked { word, typing, .. } = asked;
        self.start(vocabulary);
        if !typing && (word.len() < SHORTEST_PART || is_stop_word(word)) {
            // Grammar and single letters stand for themselves once they are finished.
            self.same(vocabulary, asked);
            return Expansion {
                matches: self.finish(),
                parts: None,
            };
        }
        self.forms(vocabulary, asked);
        let mut parts = None;
        if word.len() >= SHORTEST_PART {
            self.compound_ends(vocabulary, asked);
            if self.best() < tiers::STEM {
                let halves = Halves::of(vocabulary, word);
                self.halves(vocabulary, asked, &halves);
                parts = halves.split(vocabulary, asked);
            }
            if self.best() < tiers::GOOD && word.len() >= tiers::ONE_TYPO_FROM {
                self.shared_start(vocabulary, asked);
                self.typos(vocabulary, asked);
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
    pub fn join(&mut self, vocabulary: &Vocabulary, first: Asked, second: Asked) -> Expansion {
        self.start(vocabulary);
        for (one, other, typing) in [(first, second, second.typing), (second, first, false)] {
            let word = format!("{}{}", one.word, other.word);
            if word.len() <= LONGEST_WORD {
                let dots = one.dots | other.dots << one.word.len();
                self.forms(
                    vocabulary,
                    Asked {
                        word: &word,
                        dots,
                        dotted: one.dotted,
                        typing,
                    },
                );
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

    /// The word itself and its other forms.
    fn same(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        for exact in vocabulary.find(asked.word) {
            self.add_start(vocabulary, asked, exact, tiers::EXACT, Tier::Exact);
        }
        for &form in vocabulary.with_stem(stem(asked.word)) {
            self.add_start(vocabulary, asked, form, tiers::STEM, Tier::Stem);
        }
    }

    /// The word itself, its other forms, and words that begin with it.
    fn forms(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        self.same(vocabulary, asked);
        let (word, stem) = (asked.word, stem(asked.word));
        let starting = vocabulary.starting_with(word);
        self.each_shortest(vocabulary, starting, |this, other, length| {
            let weight = tiers::prefix(word.len(), length, asked.typing);
            this.add_start(vocabulary, asked, other, weight, Tier::Prefix);
        });
        if stem.len() >= SHORTEST_PART && stem.len() < word.len() {
            let starting = vocabulary.starting_with(stem);
            self.each_shortest(vocabulary, starting, |this, other, length| {
                let weight = tiers::stem_prefix(stem.len(), length);
                let weight = asked.with_dots(weight, 0, vocabulary.dots(other), 0, stem.len());
                this.add(vocabulary, other, weight, Tier::StemPrefix);
            });
        }
    }

    /// Compounds in the vocabulary that end with the word, or with its stem, after a part long enough to be one.
    fn compound_ends(&mut self, vocabulary: &Vocabulary, asked: Asked) {
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
    fn halves(&mut self, vocabulary: &Vocabulary, asked: Asked, halves: &Halves) {
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

    /// Words that share the word's beginning, six letters or more: the longest such beginning only.
    fn shared_start(&mut self, vocabulary: &Vocabulary, asked: Asked) {
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
    fn typos(&mut self, vocabulary: &Vocabulary, asked: Asked) {
        let Asked { word, typing, .. } = asked;
        let allowed = if word.len() >= tiers::TWO_TYPOS_FROM {
            2
        } else {
            1
        };
        let stem = stem(word);
        let (whole, base) = (Pattern::new(word), Pattern::new(stem));
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
        for other in vocabulary.likely(letters(stem), stem.len(), start, allowed) {
            let length = vocabulary.length(other);
            if length < shortest || length > longest {
                continue;
            }
            let Some(same_first) = alike(start, vocabulary.start(other)) else {
                continue;
            };
            let text = vocabulary.word(other);
            // What comes after this many letters only makes the distance grow.
            let enough = text
                .get(..text.floor_char_boundary(word.len() + allowed + 1))
                .unwrap_or(text);
            let found = whole.distance(enough);
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
            if inflected {
                let found = base.distance(enough);
                if found.prefix <= base_allowed && length - found.prefix_len <= LONGEST_ENDING {
                    let weight = tiers::stem_typo(found.prefix, stem.len());
                    self.add(vocabulary, other, weight, Tier::StemTypo);
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

    /// Does something with each word and its length; when they are too many, with the shortest, then the first.
    fn each_shortest(
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

    /// Adds a word that begins as the query word does.
    fn add_start(
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

    fn add(&mut self, vocabulary: &Vocabulary, word: u32, weight: u32, tier: Tier) {
        // Grammar is only ever meant when it is said: `illa` is no misspelt `till`.
        if tier != Tier::Exact && vocabulary.is_stop_word(word) {
            return;
        }
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
        for found in &mut kept {
            found.weight = small(tiers::earned(u32::from(found.weight)));
        }
        kept
    }
}

/// A weight as it is stored.
fn small(weight: u32) -> u16 {
    u16::try_from(weight).unwrap_or(u16::MAX)
}
