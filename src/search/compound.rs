//! Compounds: which known words a query word begins and ends with, and whether two of them make all of it.
//!
//! `skolbussarna` is *skol* (stem of `skola`) + *bussarna* (a form of `buss`); between the parts one linking letter may
//! stand (`arbetsmarknad`, `gatubelysning`).

use super::expand::Match;
use super::stem::stem;
use super::stopwords::is_stop_word;
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

/// Shortest part of a compound, in letters: `sop`, `bil`, `lov`.
pub const SHORTEST_PART: usize = 3;
/// Letters that link two parts.
const LINKS: &[u8] = b"suoae";
/// Most words that a half-typed second part may stand for.
const MOST_TAILS: u32 = 200;

/// The known words at both ends of a query word.
#[derive(Debug, Default)]
pub struct Halves {
    /// Length of the beginning, and a vocabulary word that is it or has it as its stem.
    pub heads: Vec<(usize, u32)>,
    /// Where the ending starts, and a vocabulary word that is it or a form of it.
    pub tails: Vec<(usize, u32)>,
}

/// The two halves of a compound: a document that has both fits.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// What the first half stands for.
    pub head: Vec<Match>,
    /// What the second half stands for.
    pub tail: Vec<Match>,
}

impl Halves {
    /// Finds the known words at both ends of `word`.
    pub fn of(vocabulary: &Vocabulary, word: &str) -> Self {
        let mut halves = Self::default();
        for length in vocabulary.known_beginnings(word) {
            let Some(head) = word
                .get(..length)
                .filter(|_| length >= SHORTEST_PART && length < word.len())
            else {
                continue;
            };
            halves
                .heads
                .extend(vocabulary.find(head).map(|known| (length, known)));
            halves.heads.extend(
                vocabulary
                    .with_stem(head)
                    .iter()
                    .map(|&known| (length, known)),
            );
        }
        let base = stem(word);
        let base = if word.starts_with(base) { base } else { word };
        for start in 1..base.len().saturating_sub(SHORTEST_PART - 1) {
            let Some(tail) = base.get(start..) else {
                continue;
            };
            halves.tails.extend(
                vocabulary
                    .with_stem(tail)
                    .iter()
                    .map(|&known| (start, known)),
            );
        }
        halves
    }

    /// The split of `word` into two known parts whose shorter one is longest.
    pub fn split(&self, vocabulary: &Vocabulary, word: &str, typing: bool) -> Option<Parts> {
        let ends = |start: usize, length: usize| {
            start == length
                || (start == length + 1
                    && word
                        .as_bytes()
                        .get(length)
                        .is_some_and(|b| LINKS.contains(b)))
        };
        let start = self
            .tails
            .iter()
            .filter(|(start, _)| {
                self.heads
                    .iter()
                    .any(|(length, head)| ends(*start, *length) && usable(vocabulary, *head))
            })
            .map(|(start, _)| *start)
            .max_by_key(|start| (*start).min(word.len() - start));
        if let Some(start) = start {
            let head = self.heads.iter().filter(|(length, _)| ends(start, *length));
            let tail = self.tails.iter().filter(|(tail, _)| *tail == start);
            return Some(Parts {
                head: matches(head.map(|&(length, known)| {
                    (known, word.get(..length) == Some(vocabulary.word(known)))
                })),
                tail: matches(
                    tail.map(|&(_, known)| {
                        (known, word.get(start..) == Some(vocabulary.word(known)))
                    }),
                ),
            });
        }
        if typing {
            self.half_typed(vocabulary, word)
        } else {
            None
        }
    }

    /// A known beginning and a second part still being typed.
    fn half_typed(&self, vocabulary: &Vocabulary, word: &str) -> Option<Parts> {
        let (length, _) = *self.heads.iter().rev().find(|(length, head)| {
            word.len() >= length + SHORTEST_PART && usable(vocabulary, *head)
        })?;
        let rest = word.get(length..)?;
        let tails = vocabulary.starting_with(rest);
        if tails.is_empty() || tails.end - tails.start > MOST_TAILS {
            return None;
        }
        let head = self.heads.iter().filter(|(known, _)| *known == length);
        let mut tail: Vec<Match> = tails
            .map(|word| {
                let weight = tiers::prefix(rest.len(), vocabulary.length(word), true);
                Match {
                    word,
                    weight: u16::try_from(weight).unwrap_or(0),
                    tier: Tier::Parts,
                }
            })
            .collect();
        tail.sort_unstable_by_key(|found| (std::cmp::Reverse(found.weight), found.word));
        Some(Parts {
            head: matches(
                head.map(|&(_, known)| (known, word.get(..length) == Some(vocabulary.word(known)))),
            ),
            tail,
        })
    }
}

/// Whether a known word may be the first part of a compound.
fn usable(vocabulary: &Vocabulary, head: u32) -> bool {
    !is_stop_word(vocabulary.word(head))
}

/// Matches of one part, best first, each word once.
fn matches(words: impl Iterator<Item = (u32, bool)>) -> Vec<Match> {
    let mut found: Vec<Match> = words
        .map(|(word, exact)| {
            let weight = if exact { tiers::EXACT } else { tiers::STEM };
            Match {
                word,
                weight: u16::try_from(weight).unwrap_or(0),
                tier: Tier::Parts,
            }
        })
        .collect();
    found.sort_unstable_by_key(|found| (found.word, std::cmp::Reverse(found.weight)));
    found.dedup_by_key(|found| found.word);
    found.sort_unstable_by_key(|found| (std::cmp::Reverse(found.weight), found.word));
    found
}
