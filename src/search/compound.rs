//! Compounds: which known words a query word begins and ends with, and whether two of them make all of it.
//!
//! `skolbussarna` is *skol* (stem of `skola`) + *bussarna* (a form of `buss`); between the parts one linking letter may
//! stand (`arbetsmarknad`, `gatubelysning`).

use std::cmp::Reverse;
use std::ops::Range;

use super::expand::{Asked, Match};
use super::stem::stem;
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
        let inside = SHORTEST_PART..word.len();
        halves.heads = vocabulary.beginnings(word);
        halves
            .heads
            .retain(|(length, _)| inside.contains(length) && word.is_char_boundary(*length));
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

    /// The split of a word into two known parts whose shorter one is longest.
    pub fn split(&self, vocabulary: &Vocabulary, asked: Asked) -> Option<Parts> {
        let word = asked.word;
        let ends = |start: usize, length: usize| {
            let linked = || {
                word.as_bytes()
                    .get(length)
                    .is_some_and(|b| LINKS.contains(b))
            };
            start == length || (start == length + 1 && linked())
        };
        let usable = |(_, head): &(usize, u32)| !vocabulary.is_stop_word(*head);
        let parted = |start: usize| {
            self.heads
                .iter()
                .any(|head| ends(start, head.0) && usable(head))
        };
        let start = self
            .tails
            .iter()
            .map(|(start, _)| *start)
            .filter(|&start| parted(start));
        if let Some(start) = start.max_by_key(|start| (*start).min(word.len() - start)) {
            let head = self.heads.iter().filter(|(length, _)| ends(start, *length));
            let tail = self.tails.iter().filter(|(tail, _)| *tail == start);
            return Some(Parts {
                head: best_first(
                    head.map(|&(length, known)| part(vocabulary, asked, 0..length, known)),
                ),
                tail: best_first(
                    tail.map(|&(_, known)| part(vocabulary, asked, start..word.len(), known)),
                ),
            });
        }
        let length = self
            .heads
            .iter()
            .rev()
            .find(|head| usable(head))
            .map(|head| head.0);
        length
            .filter(|_| asked.typing)
            .and_then(|length| self.half_typed(vocabulary, asked, length))
    }

    /// A known beginning and a second part still being typed.
    fn half_typed(&self, vocabulary: &Vocabulary, asked: Asked, length: usize) -> Option<Parts> {
        let rest = asked
            .word
            .get(length..)
            .filter(|rest| rest.len() >= SHORTEST_PART)?;
        let tails = vocabulary.starting_with(rest);
        if tails.is_empty() || tails.end - tails.start > MOST_TAILS {
            return None;
        }
        let head = self.heads.iter().filter(|(known, _)| *known == length);
        let tail = tails.map(|word| {
            let weight = tiers::prefix(rest.len(), vocabulary.length(word), true);
            let weight = asked.with_dots(weight, length, vocabulary.dots(word), 0, rest.len());
            Match {
                word,
                weight: u16::try_from(tiers::earned(weight)).unwrap_or(0),
                tier: Tier::Parts,
            }
        });
        Some(Parts {
            head: best_first(head.map(|&(_, known)| part(vocabulary, asked, 0..length, known))),
            tail: best_first(tail),
        })
    }
}

/// A known word as a part of a query word.
fn part(vocabulary: &Vocabulary, asked: Asked, place: Range<usize>, known: u32) -> Match {
    let exact = asked.word.get(place.clone()) == Some(vocabulary.word(known));
    let weight = if exact { tiers::EXACT } else { tiers::STEM };
    let compared = place.len().min(vocabulary.length(known));
    let weight = asked.with_dots(weight, place.start, vocabulary.dots(known), 0, compared);
    Match {
        word: known,
        weight: u16::try_from(tiers::earned(weight)).unwrap_or(0),
        tier: Tier::Parts,
    }
}

/// Each word once, best first.
fn best_first(matches: impl Iterator<Item = Match>) -> Vec<Match> {
    let mut found: Vec<Match> = matches.collect();
    found.sort_unstable_by_key(|found| (found.word, Reverse(found.weight)));
    found.dedup_by_key(|found| found.word);
    found.sort_unstable_by_key(|found| (Reverse(found.weight), found.word));
    found
}
