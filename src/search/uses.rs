//! The other way round: from a vocabulary word to the query words that may stand for it.

use super::expand::Match;
use super::index::Index;
use super::prepare::Prepared;
use super::seen::Seen;
use super::table::Table;

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
    /// For each vocabulary word used the number of its first use + 1.
    first: Table,
    /// The vocabulary words used: nearly all words of a document are not, and this tells it soonest.
    used: Seen,
    list: Vec<Use>,
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
        self.list.clear();
        self.first.clear();
        self.used.clear(index.vocabulary.len() as usize);
        let words = prepared.words.iter();
        let whole = words.map(|word| word.entry.expansion.matches.len()).sum();
        self.first.reserve(whole);
        self.list.reserve(whole);
        for (at, word) in (0_u16..).zip(&prepared.words) {
            self.add(List::Whole(at), &word.entry.expansion.matches);
        }
        for (at, (_, parts)) in (0_u16..).zip(prepared.halves()) {
            self.add(List::Head(at), &parts.head);
            self.add(List::Tail(at), &parts.tail);
        }
        for (at, join) in (0_u16..).zip(&prepared.joins) {
            self.add(List::Joined(at), &join.entry.expansion.matches);
        }
    }

    fn add(&mut self, list: List, matches: &[Match]) {
        for &found in matches {
            let number = u32::try_from(self.list.len() + 1).unwrap_or(0);
            let next = self.first.set(found.word, number).unwrap_or(0);
            self.used.add(found.word);
            self.list.push(Use { list, found, next });
        }
    }

    /// Where a vocabulary word is used.
    #[inline]
    pub fn of(&self, word: u32) -> impl Iterator<Item = &Use> {
        let get = |number: u32| self.list.get((number as usize).wrapping_sub(1));
        let used = self.used.has(word);
        let first = used.then(|| self.first.get(word)).flatten().unwrap_or(0);
        std::iter::successors(get(first), move |used| get(used.next))
    }
}
