//! The search itself: prepares the query, scores documents, and tells what was found.

use std::cmp::Reverse;

use super::capped::{Capped, Wanted};
use super::found::{EngineHit, Found, WordId, WordMatch};
use super::highlight::Shown;
use super::index::Index;
use super::prepare::{Kept, Prepared, bit};
use super::query::looked_at;
use super::rank::{self, Cell, Share};
use super::suggest;
use super::tiers;
use super::uses::Uses;

/// What one user of an index keeps from key to key: buffers, and what the words typed so far stand for.
///
/// It may be used with several indexes in turn; it notices and starts afresh.
#[derive(Debug, Default)]
pub struct Searcher {
    stamp: u64,
    kept: Kept,
    pub(super) prepared: Prepared,
    pub(super) shown: Shown,
    pub(super) uses: Uses,
    capped: Capped,
    ranked: Vec<Ranked>,
    cells: Vec<Cell>,
    shares: Vec<Share>,
}

/// A document with its score; the greater, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranked {
    /// 0–1 000 000.
    pub score: u32,
    /// The number inside the index: the smaller, the better.
    pub document: Reverse<u32>,
}

impl Searcher {
    /// A searcher that knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the query ready, unless it is the one that already is.
    pub(super) fn prepare(&mut self, index: &Index, words: &str) {
        if self.stamp != index.stamp {
            *self = Self {
                stamp: index.stamp,
                ..Self::default()
            };
        } else if self.prepared.text == looked_at(words) {
            return;
        }
        self.prepared = self.kept.prepare(index, words);
        self.uses.query_changed();
    }
}

impl Index {
    /// The best `limit` documents for the words, of those that `accept` (called with the document's number) lets pass.
    ///
    /// No words, no hits: what to show then is the caller's choice. The last word counts as half-typed unless a space
    /// follows. Any text will do; see [`super::LONGEST_TEXT`] for how much of it is read.
    pub fn search(
        &self,
        searcher: &mut Searcher,
        words: &str,
        limit: usize,
        accept: &dyn Fn(u32) -> bool,
    ) -> Found {
        searcher.prepare(self, words);
        let mut found = Found {
            exact: true,
            ..Found::default()
        };
        if searcher.prepared.words.is_empty() || self.is_empty() {
            return found;
        }
        if self.scores_all {
            found.total = self.score_all(searcher, limit, accept);
        } else {
            let Searcher {
                capped,
                prepared,
                uses,
                ranked,
                ..
            } = searcher;
            uses.fill(self, prepared);
            let wanted = Wanted {
                index: self,
                prepared,
                uses,
                limit,
                accept,
            };
            (found.total, found.exact) = capped.search(wanted, ranked);
        }
        for at in 0..searcher.ranked.len() {
            if let Some(&ranked) = searcher.ranked.get(at) {
                found.hits.push(self.hit(searcher, ranked));
            }
        }
        let prepared = &searcher.prepared;
        found.words = prepared
            .words
            .iter()
            .map(|word| word.range.clone())
            .collect();
        found.weak = found
            .hits
            .first()
            .is_none_or(|hit| hit.score < tiers::WEAK_SCORE);
        found.unmatched = suggest::unmatched(prepared).map(str::to_owned).collect();
        if found.weak || !found.unmatched.is_empty() {
            found.suggestions = suggest::nearest(&self.vocabulary, prepared);
        }
        found
    }

    /// A word of the vocabulary, lowercase, as it stands in the documents.
    pub fn word(&self, word: WordId) -> &str {
        self.vocabulary.shown(word.0)
    }

    /// Scores every document into `searcher.ranked`, best first, and gives how many fit.
    fn score_all(
        &self,
        searcher: &mut Searcher,
        limit: usize,
        accept: &dyn Fn(u32) -> bool,
    ) -> usize {
        let Searcher {
            prepared,
            ranked,
            cells,
            shares,
            ..
        } = searcher;
        ranked.clear();
        let mut best = 0;
        for document in 0..u32::try_from(self.len()).unwrap_or(u32::MAX) {
            cells_of(prepared, document, cells);
            if cells.iter().all(|cell| cell.score == 0) || !accept(self.number(document)) {
                continue;
            }
            let score = score(self, prepared, cells, shares, document);
            best = best.max(score);
            ranked.push(Ranked {
                score,
                document: Reverse(document),
            });
        }
        let cut = cut(best, prepared);
        ranked.retain(|ranked| ranked.score >= cut);
        let total = ranked.len();
        keep_best(ranked, limit);
        total
    }

    /// A hit with its explanation.
    fn hit(&self, searcher: &mut Searcher, ranked: Ranked) -> EngineHit {
        let Searcher {
            prepared,
            cells,
            capped,
            uses,
            ..
        } = searcher;
        let document = ranked.document.0;
        if self.scores_all {
            cells_of(prepared, document, cells);
        } else {
            capped.cells_of(self, prepared, uses, document, cells);
        }
        let field = |cell: &Cell| {
            self.classes
                .get(usize::from(cell.class))
                .map_or(tiers::Field::Name, |class| class.field)
        };
        let worth = prepared.words.iter().zip(&*cells).enumerate();
        let words: Vec<WordMatch> = worth
            .filter(|(_, (_, cell))| cell.score > 0)
            .map(|(query_word, (word, cell))| WordMatch {
                query_word,
                vocabulary_word: WordId(cell.word),
                tier: cell.tier,
                field: field(cell),
                weight: cell.score / 1000,
                importance: word.weight,
            })
            .collect();
        let most = words
            .iter()
            .rev()
            .max_by_key(|word| word.weight * word.importance);
        EngineHit {
            document: self.number(document),
            score: ranked.score / 1000,
            field: most.map_or(tiers::Field::Name, |word| word.field),
            words,
        }
    }
}

/// What each query word found in a document, where every document has been scored.
fn cells_of(prepared: &Prepared, document: u32, cells: &mut Vec<Cell>) {
    let at = document as usize;
    cells.clear();
    cells.extend(
        prepared
            .words
            .iter()
            .map(|word| word.entry.cells.get(at).copied().unwrap_or(Cell::NONE)),
    );
    for join in &prepared.joins {
        if let Some(cell) = join.entry.cells.get(at).filter(|cell| cell.score > 0) {
            merge_joined(cells, join.words, cell);
        }
    }
}

/// What words found together counts for each of them.
pub fn merge_joined(cells: &mut [Cell], words: u32, joined: &Cell) {
    for (at, cell) in cells.iter_mut().enumerate() {
        if words & bit(at) != 0 {
            cell.merge(joined);
        }
    }
}

/// The score of a document, 0–1 000 000.
pub fn score(
    index: &Index,
    prepared: &Prepared,
    cells: &[Cell],
    shares: &mut Vec<Share>,
    document: u32,
) -> u32 {
    shares.clear();
    let words = prepared.words.iter().zip(cells);
    shares.extend(words.map(|(word, cell)| {
        Share {
            weight: word.weight,
            score: cell.score,
            texts: cell.texts,
            text: cell.text,
            text_words: index
                .classes
                .get(usize::from(cell.class))
                .map_or(0, |class| class.words),
        }
    }));
    rank::score(shares, index.name_words(document))
}

/// The least score of a hit, when the best one has `best`.
pub fn cut(best: u32, prepared: &Prepared) -> u32 {
    let percent = match prepared.words.len() {
        0 | 1 => tiers::CUT_ALONE_PERCENT,
        _ => tiers::CUT_PERCENT,
    };
    (best / 100 * percent).max(1)
}

/// Keeps the best `limit`, best first.
pub fn keep_best(ranked: &mut Vec<Ranked>, limit: usize) {
    if limit < ranked.len() {
        if limit > 0 {
            ranked.select_nth_unstable_by(limit - 1, |one, other| other.cmp(one));
        }
        ranked.truncate(limit);
    }
    ranked.sort_unstable_by(|one, other| other.cmp(one));
}
