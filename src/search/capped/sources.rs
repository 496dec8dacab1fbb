//! The posting lists that a query word leads to, best first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::super::expand::Match;
use super::super::grades::Of;
use super::super::index::{AHEAD, Index};
use super::super::prepare::{Entry, Prepared};
use super::super::tiers;

/// A posting list to walk, and what its documents can be worth for the query word that leads to it. Best first, then by
/// word number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The most that any posting is worth, 0–1 000 000.
    pub most: u32,
    pub found: Match,
    /// The most that the other half of a compound is worth, of one half; else 0.
    other_most: u32,
    /// Which of [`Sources::halves`] that is.
    other: Option<u16>,
}

/// The half of a compound that must stand in a document beside the one that led there.
#[derive(Clone, Copy, Debug)]
pub struct OtherHalf {
    /// In how many documents it stands.
    pub postings: u64,
    /// Which of [`Sources::entries`] has it.
    entry: usize,
    pub of: Of,
}

impl Ord for Source {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |source: &Self| u64::from(source.most) << 32 | u64::from(!source.found.word);
        let places = place(self).cmp(&place(other));
        places.then_with(|| (self.other, self.found.weight).cmp(&(other.other, other.found.weight)))
    }
}

impl PartialOrd for Source {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Source {
    /// What a posting of this class weight is worth by itself.
    pub fn own(&self, class_weight: u32) -> u32 {
        u32::from(self.found.weight) * class_weight
    }

    /// What that is worth to the query word, with the other half at its best.
    pub fn worth(&self, own: u32) -> u32 {
        self.other.map_or(own, |_| both(own, self.other_most))
    }
}

/// What two halves are worth together at most.
pub fn both(one: u32, other: u32) -> u32 {
    (one + other) * tiers::PARTS_PERCENT / 200
}

/// After so many lists the others are sorted at once, which takes less than to keep a heap in order.
const SORTED_FROM: usize = if cfg!(test) { 2 } else { 48 };

/// The posting lists of one query word.
#[derive(Debug, Default)]
pub struct Sources {
    lists: BinaryHeap<Source>,
    /// Those left when many have been walked, the best last.
    sorted: Vec<Source>,
    /// How many lists have been taken from the heap.
    taken: usize,
    /// What the query word stands for, by itself and together with others.
    entries: Vec<Arc<Entry>>,
    /// The halves that must stand in a document beside others.
    halves: Vec<OtherHalf>,
}

impl Sources {
    /// Takes the posting lists that a query word leads to, in place of those of the last one.
    pub fn of_word(&mut self, index: &Index, prepared: &Prepared, at: usize) {
        let Some(word) = prepared.words.get(at) else {
            return;
        };
        let mut lists = std::mem::take(&mut self.lists).into_vec();
        lists.clear();
        let joined = prepared.joins_of(at).map(|join| &join.entry);
        self.entries.clear();
        self.halves.clear();
        self.entries
            .extend(std::iter::once(&word.entry).chain(joined).cloned());
        for (at, entry) in self.entries.iter().enumerate() {
            let source = |found: Match, other: Option<u16>, other_most: u32| {
                let source = Source {
                    most: 0,
                    found,
                    other,
                    other_most,
                };
                Source {
                    most: source.worth(source.own(index.top(found.word))),
                    ..source
                }
            };
            let matches = entry.expansion.matches.iter();
            lists.extend(matches.map(|&found| source(found, None, 0)));
            let parts = entry.expansion.parts.iter().zip(&entry.reach.parts);
            for (number, (parts, reach)) in parts.enumerate() {
                // A document must have both halves, so the rarer one leads to all of them.
                let (rarer, other, of) = if reach.tail.postings < reach.head.postings {
                    (&parts.tail, reach.head, Of::Head(number))
                } else {
                    (&parts.head, reach.tail, Of::Tail(number))
                };
                let place = u16::try_from(self.halves.len()).unwrap_or(u16::MAX);
                self.halves.push(OtherHalf {
                    postings: other.postings,
                    entry: at,
                    of,
                });
                let rarer = rarer.iter();
                lists.extend(rarer.map(|&found| source(found, Some(place), other.most)));
            }
        }
        // Seldom are more than the first few walked: a heap puts only those in order.
        self.lists = BinaryHeap::from(lists);
        self.sorted.clear();
        self.taken = 0;
    }

    /// The best of the lists that are left.
    pub fn next(&mut self, index: &Index) -> Option<Source> {
        if self.taken == SORTED_FROM {
            self.sorted.extend(self.lists.drain());
            self.sorted.sort_unstable();
        }
        if self.taken.is_multiple_of(AHEAD) {
            let coming = self.sorted.iter().rev().take(AHEAD);
            coming.for_each(|coming| index.ask_for_postings(coming.found.word));
        }
        self.taken += 1;
        self.lists.pop().or_else(|| self.sorted.pop())
    }

    /// How many lists are left.
    pub fn left(&self) -> usize {
        self.lists.len() + self.sorted.len()
    }

    /// The half that must stand beside a source, and the entry that it is of.
    pub fn other_half(&self, source: &Source) -> Option<(&Arc<Entry>, OtherHalf)> {
        let half = *self.halves.get(usize::from(source.other?))?;
        Some((self.entries.get(half.entry)?, half))
    }
}
