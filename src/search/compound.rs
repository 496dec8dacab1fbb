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
/// Most ways to split one word that are kept.
const MOST_SPLITS: usize = 3;
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
        for start in 1..word.len().saturating_sub(SHORTEST_PART - 1) {
            if let Some(tail) = word.get(start..) {
                let forms = vocabulary.with_stem(stem(tail)).iter();
                halves.tails.extend(forms.map(|&known| (start, known)));
            }
        }
        halves
    }

    /// Whether a beginning of this length ends where something starts, but for a linking letter.
    pub fn meet(word: &str, length: usize, start: usize) -> bool {
        let linked = || {
            word.as_bytes()
                .get(length)
                .is_some_and(|b| LINKS.contains(b))
        };
        start == length || (start == length + 1 && linked())
    }

    /// The beginnings that end where a part starts, as matches.
    pub fn heads_before(&self, vocabulary: &Vocabulary, asked: Asked, start: usize) -> Vec<Match> {
        let heads = self.heads.iter().filter(|(length, head)| {
            Self::meet(asked.word, *length, start) && !vocabulary.is_stop_word(*head)
        });
        best_first(heads.map(|&(length, known)| part(vocabulary, asked, 0..length, known)))
    }

    /// The endings that start at a place, as matches.
    pub fn tails_from(&self, vocabulary: &Vocabulary, asked: Asked, start: usize) -> Vec<Match> {
        let tails = self.tails.iter().filter(|(tail, _)| *tail == start);
        best_first(tails.map(|&(_, known)| part(vocabulary, asked, start..asked.word.len(), known)))
    }

    /// The likeliest splits of a word into two known parts: those whose shorter part is longest.
    pub fn split(&self, vocabulary: &Vocabulary, asked: Asked) -> Vec<Parts> {
        let word = asked.word;
        let mut starts: Vec<usize> = self.tails.iter().map(|(start, _)| *start).collect();
        starts.dedup();
        starts.sort_by_key(|&start| Reverse(start.min(word.len() - start)));
        let parts = starts.iter().filter_map(|&start| {
            let head = self.heads_before(vocabulary, asked, start);
            let tail = self.tails_from(vocabulary, asked, start);
            (!head.is_empty() && !tail.is_empty()).then_some(Parts { head, tail })
        });
        let mut splits: Vec<Parts> = parts.take(MOST_SPLITS).collect();
        if splits.is_empty() {
            splits.extend(self.inner(vocabulary, asked));
        }
        if splits.is_empty() && asked.typing {
            let heads = self.heads.iter().rev();
            let usable = heads
                .filter(|(_, head)| !vocabulary.is_stop_word(*head))
                .map(|(length, _)| *length);
            splits.extend(
                usable
                    .take(1)
                    .filter_map(|length| self.half_typed(vocabulary, asked, length)),
            );
        }
        splits
    }

    /// A known ending, and somewhere before it known parts: *sop* and *renhållning* in `soprenhållningsräkningen`.
    fn inner(&self, vocabulary: &Vocabulary, asked: Asked) -> Option<Parts> {
        let word = asked.word;
        let long = self
            .tails
            .iter()
            .map(|(start, _)| *start)
            .filter(|start| word.len() - start > SHORTEST_PART);
        let start = long.min()?;
        let first = self
            .heads
            .iter()
            .filter(|(length, head)| *length <= start && !vocabulary.is_stop_word(*head));
        let mut head: Vec<Match> = first
            .map(|&(length, known)| part(vocabulary, asked, 0..length, known))
            .collect();
        for end in [start, start - 1]
            .into_iter()
            .filter(|&end| Self::meet(word, end, start))
        {
            let middle = (1..end.saturating_sub(SHORTEST_PART)).find_map(|from| {
                let forms = vocabulary.with_stem(stem(word.get(from..end)?));
                (!forms.is_empty()).then_some((from, forms))
            });
            if let Some((from, forms)) = middle {
                let usable = forms
                    .iter()
                    .filter(|&&known| !vocabulary.is_stop_word(known));
                head.extend(usable.map(|&known| part(vocabulary, asked, from..end, known)));
            }
        }
        let head = best_first(head.into_iter());
        (!head.is_empty()).then(|| Parts {
            head,
            tail: self.tails_from(vocabulary, asked, start),
        })
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
pub fn best_first(matches: impl Iterator<Item = Match>) -> Vec<Match> {
    let mut found: Vec<Match> = matches.collect();
    found.sort_unstable_by_key(|found| (found.word, Reverse(found.weight)));
    found.dedup_by_key(|found| found.word);
    found.sort_unstable_by_key(|found| (Reverse(found.weight), found.word));
    found
}
