//! The other way round: from a vocabulary word to the query words that may stand for it.

use super::expand::Match;
use super::index::Index;
use super::prepare::{Prepared, bit};

/// Which list of a query a vocabulary word is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What query word number so-and-so stands for as a whole.
    Whole(u16),
    /// The first half of one of [`Prepared::halves`].
    Head(u16),
    /// The second half.
    Tail(u16),
    /// What one of [`Prepared::joins`] stands for.
    Joined(u16),
}

/// A vocabulary word in a list.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    /// The list.
    pub list: List,
    /// The match.
    pub found: Match,
    next: u32,
}

/// The table; built once a query, and cleared in proportion to what it holds.
#[derive(Debug, Default)]
pub struct Uses {
    /// For each vocabulary word the number of its first use + 1.
    first: Vec<u32>,
    list: Vec<Use>,
    /// For each vocabulary word the query words that it can serve, one bit each.
    serves: Vec<u32>,
    ready: bool,
}

impl Uses {
    /// The query is another: what the table holds is no longer so.
    pub fn query_changed(&mut self) {
        self.ready = false;
    }

    /// Fills the table, unless it is.
    pub fn fill(&mut self, index: &Index, prepared: &Prepared) {
        if self.ready {
            return;
        }
        self.ready = true;
        for used in self.list.drain(..) {
            if let Some(first) = self.first.get_mut(used.found.word as usize) {
                *first = 0;
            }
            if let Some(serves) = self.serves.get_mut(used.found.word as usize) {
                *serves = 0;
            }
        }
        self.first.resize(index.vocabulary.len() as usize, 0);
        self.serves.resize(index.vocabulary.len() as usize, 0);
        for (at, word) in (0_u16..).zip(&prepared.words) {
            let serves = bit(usize::from(at));
            self.add(List::Whole(at), serves, &word.entry.expansion.matches);
        }
        for (at, (serves, parts)) in (0_u16..).zip(prepared.halves()) {
            self.add(List::Head(at), serves, &parts.head);
            self.add(List::Tail(at), serves, &parts.tail);
        }
        for (at, join) in (0_u16..).zip(&prepared.joins) {
            self.add(List::Joined(at), join.words, &join.entry.expansion.matches);
        }
    }

    fn add(&mut self, list: List, serves: u32, matches: &[Match]) {
        for &found in matches {
            if let Some(first) = self.first.get_mut(found.word as usize) {
                self.list.push(Use {
                    list,
                    found,
                    next: *first,
                });
                *first = u32::try_from(self.list.len()).unwrap_or(0);
            }
            if let Some(all) = self.serves.get_mut(found.word as usize) {
                *all |= serves;
            }
        }
    }

    /// Which query words any of these vocabulary words can serve, one bit each.
    #[inline]
    pub fn served_by(&self, words: &[u32]) -> u32 {
        let serves = |word: &u32| self.serves.get(*word as usize).copied().unwrap_or(0);
        words.iter().map(serves).fold(0, |all, one| all | one)
    }

    /// Where a vocabulary word is used.
    #[inline]
    pub fn of(&self, word: u32) -> impl Iterator<Item = &Use> {
        let get = |number: u32| self.list.get((number as usize).wrapping_sub(1));
        let first = self.first.get(word as usize).copied().unwrap_or(0);
        std::iter::successors(get(first), move |used| get(used.next))
    }
}
