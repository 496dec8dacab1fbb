//! The search of a large index: looks only where something better than what is already found can still be.
//!
//! Each document worth showing has at least one query word in it. The words are taken in turn, rarest first; the
//! vocabulary words that one may stand for are walked from the best down, and their postings likewise, since both are
//! sorted by what they can be worth at most. Once even the best that may follow (every later query word at its best,
//! see [`rank::bound`]) falls short of the last of the top `limit`, nothing that follows matters. Documents that an
//! earlier word led to have been scored, or were short already, so what earlier words are worth need not be added.
//! The outcome is the same as if every document had been scored; `reference` holds it to that.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cells::cell_of;
use super::expand::Match;
use super::index::Index;
use super::prepare::{Prepared, bit};
use super::rank::{self, Cell, Share};
use super::searcher::{Ranked, cut, keep_best, merge_joined, score};
use super::tiers;
use super::uses::{List, Uses};

/// Buffers of the search.
#[derive(Debug, Default)]
pub struct Capped {
    uses: Uses,
    /// For each document the last search that met it.
    met: Vec<u32>,
    search: u32,
    halves: Vec<(u32, Cell, Cell)>,
    cells: Vec<Cell>,
    shares: Vec<Share>,
    lists: Vec<Source>,
    best: BinaryHeap<Reverse<Ranked>>,
}

/// A posting list to walk, and what its documents can be worth for the query word that leads to it.
#[derive(Clone, Copy, Debug)]
struct Source {
    /// The most that any posting is worth, 0–1 000 000.
    most: u32,
    found: Match,
    /// For the first half of a compound, the most that the second half is worth.
    tail: Option<u32>,
}

impl Source {
    /// The most that a posting of this class weight is worth to the query word.
    fn worth(&self, class_weight: u32) -> u32 {
        let own = u32::from(self.found.weight) * class_weight;
        self.tail
            .map_or(own, |tail| (own + tail) * tiers::PARTS_PERCENT / 200)
    }
}

/// The query word being walked, and what the others can add.
struct Walk {
    weight: u64,
    all: u64,
    /// All later query words at their best.
    rest: Rest,
    /// Every other query word: its bit, and its best.
    others: Vec<(u32, Rest)>,
}

/// What query words add to a score at most.
#[derive(Clone, Copy, Default)]
struct Rest {
    /// Weight × most.
    words: u64,
    /// Most, for the share of the name.
    name: u64,
}

impl std::iter::Sum for Rest {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            words: sum.words + one.words,
            name: sum.name + one.name,
        })
    }
}

impl Walk {
    fn bound(&self, worth: u32, name_words: u8, rest: Rest) -> u32 {
        let worth = u64::from(worth);
        rank::bound(
            self.weight * worth + rest.words,
            self.all,
            worth + rest.name,
            name_words,
        )
    }

    /// What the other query words add to a document that serves only these.
    fn rest_of(&self, served: u32) -> Rest {
        self.others
            .iter()
            .filter(|(bit, _)| bit & served != 0)
            .map(|(_, rest)| *rest)
            .sum()
    }
}

impl Capped {
    /// The query is another.
    pub fn query_changed(&mut self) {
        self.uses.query_changed();
    }

    /// Puts the best `limit` documents into `ranked`, best first; gives how many that were met fit, and whether that is all.
    pub fn search(
        &mut self,
        index: &Index,
        prepared: &Prepared,
        limit: usize,
        accept: &dyn Fn(u32) -> bool,
        ranked: &mut Vec<Ranked>,
    ) -> (usize, bool) {
        self.uses.fill(index, prepared);
        self.met.resize(index.len(), 0);
        self.search = self.search.wrapping_add(1);
        if self.search == 0 {
            self.met.fill(0);
            self.search = 1;
        }
        self.best.clear();
        ranked.clear();
        let (order, most) = order(index, prepared);
        let all = prepared
            .words
            .iter()
            .map(|word| u64::from(word.weight))
            .sum();
        let rest = |at: usize| -> Rest {
            let weight = prepared
                .words
                .get(at)
                .map_or(0, |word| u64::from(word.weight));
            let most = most.get(at).map_or(0, |&most| u64::from(most));
            Rest {
                words: weight * most,
                name: most,
            }
        };
        let mut exact = true;
        for (turn, &at) in order.iter().enumerate() {
            let others = order.iter().filter(|&&other| other != at);
            let walk = Walk {
                weight: prepared
                    .words
                    .get(at)
                    .map_or(0, |word| u64::from(word.weight)),
                all,
                rest: order.iter().skip(turn + 1).map(|&later| rest(later)).sum(),
                others: others.map(|&other| (bit(other), rest(other))).collect(),
            };
            self.sources(index, prepared, at);
            for source in std::mem::take(&mut self.lists) {
                if self.hopeless(walk.bound(source.most, 1, walk.rest), limit) {
                    exact = false;
                    break;
                }
                exact &= self.walk(index, prepared, &walk, &source, limit, accept, ranked);
            }
        }
        let best = self
            .best
            .iter()
            .map(|ranked| ranked.0.score)
            .max()
            .unwrap_or(0);
        ranked.retain(|ranked| ranked.score >= cut(best, prepared));
        let total = ranked.len();
        keep_best(ranked, limit);
        (total, exact)
    }

    /// Walks one posting list; `false` when it was left before its end.
    #[allow(clippy::too_many_arguments)]
    fn walk(
        &mut self,
        index: &Index,
        prepared: &Prepared,
        walk: &Walk,
        source: &Source,
        limit: usize,
        accept: &dyn Fn(u32) -> bool,
        ranked: &mut Vec<Ranked>,
    ) -> bool {
        let row = index.postings(source.found.word);
        let (mut at, mut whole) = (0, true);
        let mut class = None;
        let mut worth = 0;
        while let (Some(&document), Some(&its_class)) = (row.numbers.get(at), row.classes.get(at)) {
            if class != Some(its_class) {
                class = Some(its_class);
                worth = source.worth(index.class_weight(its_class));
            }
            // A later class is worth less, but its documents may have shorter names.
            if self.hopeless(walk.bound(worth, 1, walk.rest), limit) {
                return false;
            }
            let bound = walk.bound(worth, index.name_words(document), walk.rest);
            // Short, or equal at best; every later document of this class has a longer name or loses the tie: on to the
            // next class.
            if self.full(limit)
                && self.best.peek().is_some_and(|last| {
                    Ranked {
                        score: bound,
                        document: Reverse(document),
                    } < last.0
                })
            {
                whole = false;
                at += row
                    .classes
                    .get(at..)
                    .unwrap_or_default()
                    .partition_point(|&other| other == its_class);
                continue;
            }
            at += 1;
            let met = self.met.get(document as usize);
            if met.is_none_or(|met| *met == self.search) || !accept(index.number(document)) {
                continue;
            }
            // This list gives the document `worth`, and the other query words what they have in it. Should that fall
            // short, a later list may still lead here by a word that stands in a weightier place; so the document has
            // not been met.
            let rest = walk.rest_of(self.uses.served_by(index.row(document).numbers));
            if self.hopeless(walk.bound(worth, index.name_words(document), rest), limit) {
                whole = false;
                continue;
            }
            if let Some(met) = self.met.get_mut(document as usize) {
                *met = self.search;
            }
            let mut cells = std::mem::take(&mut self.cells);
            self.cells_of(index, prepared, document, &mut cells);
            let score = score(
                prepared,
                &cells,
                &mut self.shares,
                index.name_words(document),
            );
            self.cells = cells;
            self.offer(
                Ranked {
                    score,
                    document: Reverse(document),
                },
                limit,
            );
            ranked.push(Ranked {
                score,
                document: Reverse(document),
            });
        }
        whole
    }

    /// What each query word found in a document.
    pub fn cells_of(
        &mut self,
        index: &Index,
        prepared: &Prepared,
        document: u32,
        cells: &mut Vec<Cell>,
    ) {
        self.uses.fill(index, prepared);
        cells.clear();
        cells.resize(prepared.words.len(), Cell::NONE);
        self.halves.clear();
        self.halves.extend(
            prepared
                .halves()
                .map(|(words, _)| (words, Cell::NONE, Cell::NONE)),
        );
        let row = index.row(document);
        for ((&word, &class), &text) in row.numbers.iter().zip(row.classes).zip(row.texts) {
            for used in self.uses.of(word) {
                let cell = cell_of(index, used.found, class, text);
                match used.list {
                    List::Whole(at) => merge(cells, at, &cell),
                    List::Joined(at) => {
                        if let Some(join) = prepared.joins.get(usize::from(at)) {
                            merge_joined(cells, join.words, &cell);
                        }
                    }
                    List::Head(at) => {
                        if let Some((_, head, _)) = self.halves.get_mut(usize::from(at)) {
                            head.merge(&cell);
                        }
                    }
                    List::Tail(at) => {
                        if let Some((.., tail)) = self.halves.get_mut(usize::from(at)) {
                            tail.merge(&cell);
                        }
                    }
                }
            }
        }
        for (words, head, tail) in &self.halves {
            let both = Cell::parts(head, tail);
            if both.score > 0 {
                merge_joined(cells, *words, &both);
            }
        }
    }

    /// The posting lists that a query word leads to, best first, into `self.lists`.
    fn sources(&mut self, index: &Index, prepared: &Prepared, at: usize) {
        let Some(word) = prepared.words.get(at) else {
            return;
        };
        let joined = prepared.joins_of(at).map(|join| &join.entry.expansion);
        self.lists.clear();
        for expansion in std::iter::once(&word.entry.expansion).chain(joined) {
            self.lists
                .extend(expansion.matches.iter().map(|&found| Source {
                    most: 0,
                    found,
                    tail: None,
                }));
            for parts in &expansion.parts {
                let tail = most(index, &parts.tail);
                self.lists.extend(parts.head.iter().map(|&found| Source {
                    most: 0,
                    found,
                    tail: Some(tail),
                }));
            }
        }
        for source in &mut self.lists {
            source.most = source.worth(index.top(source.found.word));
        }
        self.lists
            .sort_unstable_by_key(|source| Reverse(source.most));
    }

    fn full(&self, limit: usize) -> bool {
        self.best.len() >= limit
    }

    /// Whether no document with at most this score can come among the best.
    fn hopeless(&self, bound: u32, limit: usize) -> bool {
        self.full(limit) && self.best.peek().is_none_or(|last| bound < last.0.score)
    }

    fn offer(&mut self, ranked: Ranked, limit: usize) {
        if self.full(limit) {
            if self.best.peek().is_none_or(|last| ranked < last.0) {
                return;
            }
            self.best.pop();
        }
        self.best.push(Reverse(ranked));
    }
}

fn merge(cells: &mut [Cell], at: u16, cell: &Cell) {
    if let Some(into) = cells.get_mut(usize::from(at)) {
        into.merge(cell);
    }
}

/// The most that any of these is worth anywhere.
fn most(index: &Index, matches: &[Match]) -> u32 {
    matches
        .iter()
        .map(|found| u32::from(found.weight) * index.top(found.word))
        .max()
        .unwrap_or(0)
}

/// The query words, fewest postings first, and by their place in the query the most that each is worth.
fn order(index: &Index, prepared: &Prepared) -> (Vec<usize>, Vec<u32>) {
    let mut costs = Vec::with_capacity(prepared.words.len());
    let mut tops = Vec::with_capacity(prepared.words.len());
    for (at, word) in prepared.words.iter().enumerate() {
        let (mut top, mut postings) = (0, 0);
        let cost = |matches: &[Match]| {
            matches
                .iter()
                .map(|found| u64::from(index.frequency(found.word)))
                .sum::<u64>()
        };
        let joined = prepared.joins_of(at).map(|join| &join.entry.expansion);
        for expansion in std::iter::once(&word.entry.expansion).chain(joined) {
            top = top.max(most(index, &expansion.matches));
            postings += cost(&expansion.matches);
            for parts in &expansion.parts {
                let both = most(index, &parts.head) + most(index, &parts.tail);
                top = top.max(both * tiers::PARTS_PERCENT / 200);
                postings += cost(&parts.head);
            }
        }
        costs.push((postings, at));
        tops.push(top);
    }
    costs.sort_unstable();
    (costs.into_iter().map(|(_, at)| at).collect(), tops)
}
