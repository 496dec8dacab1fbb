//! The end of a search whose words are all graded: one pass over the grades of every document.
//!
//! A half-typed word leads to thousands of short lists, and to open each takes longer than to look at a byte or two of
//! every document, one after the other. What passes is scored, the likeliest first.

use std::cmp::Reverse;

use super::super::grades::{Grades, NAMED, STEP, better};
use super::super::index::Index;
use super::super::rank;
use super::super::searcher::Ranked;
use super::bounds::{Other, Walk};

/// How many documents are held against the grades at once: what is noted of them stays in the processor's nearest cache.
const AT_ONCE: usize = if cfg!(test) { 4 } else { 1024 };

/// How many of them are passed over together.
const TOGETHER: usize = if cfg!(test) { 2 } else { 32 };

/// While one list is opened, so many documents are passed over.
const DOCUMENTS_A_LIST: usize = if cfg!(test) { 1 << 20 } else { 192 };

/// Whether one pass over so many documents takes less than to open the lists of a word that are left. For a single word it
/// never pays: a list says nearly all that there is to know of its documents.
pub fn pays(walk: &Walk, lists: usize, documents: usize) -> bool {
    !walk.others.is_empty() && lists > documents / DOCUMENTS_A_LIST
}

/// What each step of a grade of one word adds, see [`rank::adds`], in units so great that the sum of all words is a `u16`.
struct Adds {
    word: u16,
    /// Beside that, where it stands in the name.
    name: u16,
}

impl Walk {
    /// Whether the grades of the query word and of all later ones are known.
    pub fn is_graded(&self) -> bool {
        self.words().all(|word| !word.places.is_empty())
    }

    /// The query word and all later ones.
    fn words(&self) -> impl Iterator<Item = &Other> + Clone {
        std::iter::once(&self.own).chain(&self.others)
    }

    /// Adds every document that may have this score, with the most that it can have; whether those are all that have
    /// anything of the words.
    pub fn sweep(
        &self,
        index: &Index,
        grades: &Grades,
        score: u32,
        into: &mut Vec<Ranked>,
    ) -> bool {
        let mut whole = true;
        let (mut best, mut sums) = ([0_u8; AT_ONCE], [0_u16; AT_ONCE]);
        for (name_words, documents) in index.name_lengths() {
            let (adds, needed) = self.adds(name_words, score);
            let Ok(needed) = u16::try_from(needed.max(1)) else {
                whole = false;
                continue;
            };
            for from in documents.clone().step_by(AT_ONCE) {
                let to = documents.end.min(from + AT_ONCE);
                let sums = sums.get_mut(..to - from).unwrap_or_default();
                sums.fill(0);
                for (word, adds) in self.words().zip(&adds) {
                    add(grades, &word.places, from..to, adds, &mut best, sums);
                }
                // First most of them are passed over, many in one step, by the greatest sum of some.
                for (some, sums) in (from..).step_by(TOGETHER).zip(sums.chunks(TOGETHER)) {
                    let short = |any: bool, &sum: &u16| {
                        any | (sum.wrapping_sub(1) < needed.wrapping_sub(1))
                    };
                    whole &= !sums.iter().fold(false, short);
                    if sums.iter().fold(0, |most, &sum| sum.max(most)) < needed {
                        continue;
                    }
                    let passing = (some..).zip(sums).filter(|(_, sum)| **sum >= needed);
                    into.extend(passing.map(|(document, _)| {
                        let document = u32::try_from(document).unwrap_or(u32::MAX);
                        Ranked {
                            score: self.most(grades, document, name_words),
                            document: Reverse(document),
                        }
                    }));
                }
            }
        }
        whole
    }

    /// What each word adds in documents with names of this length, and what they must add together for this score.
    fn adds(&self, name_words: u8, score: u32) -> (Vec<Adds>, u32) {
        let adds = |word: &Other| {
            let (word, name) = rank::adds(word.weight, self.all, name_words);
            (word * u64::from(STEP), name * u64::from(STEP))
        };
        let steps = u64::from(!NAMED);
        let most: u64 = self.words().map(adds).map(|(word, name)| word + name).sum();
        // What a step adds is rounded up, twice a word: so much room is left.
        let room = u64::from(u16::MAX).saturating_sub(2 * steps * self.words().count() as u64);
        let unit = (most * steps).div_ceil(room.max(1)).max(1);
        let small = |adds: u64| u16::try_from(adds.div_ceil(unit)).unwrap_or(u16::MAX);
        let adds = self.words().map(adds).map(|(word, name)| Adds {
            word: small(word),
            name: small(name),
        });
        let needed = rank::needs(score, self.all, name_words) / unit;
        (adds.collect(), u32::try_from(needed).unwrap_or(u32::MAX))
    }

    /// The most that a document with a name of this length scores.
    fn most(&self, grades: &Grades, document: u32, name_words: u8) -> u32 {
        let (own, named) = self.own.at_most(grades, document);
        self.bound_named(own, named, name_words, self.rest_in(grades, document))
    }
}

/// Adds what a word with grades at these places adds to documents that follow one another. No branches: so the compiler
/// takes many documents in one step.
fn add(
    grades: &Grades,
    places: &[usize],
    documents: std::ops::Range<usize>,
    adds: &Adds,
    best: &mut [u8; AT_ONCE],
    sums: &mut [u16],
) {
    let column = |place: usize| {
        grades
            .column(place)
            .get(documents.clone())
            .unwrap_or_default()
    };
    let (first, others) = places
        .split_first()
        .map_or((&[][..], &[][..]), |(&first, others)| {
            (column(first), others)
        });
    let best = best.get_mut(..first.len()).unwrap_or_default();
    best.copy_from_slice(first);
    for &place in others {
        for (best, &grade) in best.iter_mut().zip(column(place)) {
            *best = better(*best, grade);
        }
    }
    for (sum, &grade) in sums.iter_mut().zip(&*best) {
        let steps = u16::from(grade & !NAMED);
        let named = 0_u16.wrapping_sub(u16::from(grade >> 7));
        *sum = sum.wrapping_add(steps.wrapping_mul(adds.word + (adds.name & named)));
    }
}
