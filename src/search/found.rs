//! What a search gives back.

use std::ops::Range;

use super::tiers::{Field, Tier};

/// The outcome of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best documents, best first; a total order, so the same query always gives the same list.
    pub hits: Vec<EngineHit>,
    /// How many documents fit. Exact where [`Found::exact`] says so; else the search stopped when nothing better could
    /// come, and at least so many fit.
    pub total: usize,
    /// Whether `total` is exact: always in an index of at most [`super::SCORE_ALL_UP_TO`] documents.
    pub exact: bool,
    /// Where the query's words stand in the query text, in the order that [`WordMatch::query_word`] counts.
    pub words: Vec<Range<usize>>,
    /// Query words, as typed, that nothing in the index resembles.
    pub unmatched: Vec<String>,
    /// When nothing fits well: the nearest words that the index knows.
    pub suggestions: Vec<String>,
    /// Whether even the best hit is a guess.
    pub weak: bool,
}

/// One document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineHit {
    /// Its number: its place among the documents that the index was built of.
    pub document: u32,
    /// 0–1000; 1000 is a name asked for word by word.
    pub score: u32,
    /// The field of the match that counted most.
    pub field: Field,
    /// What each query word found; those that found nothing here are left out.
    pub words: Vec<WordMatch>,
}

/// A vocabulary word, see [`super::Index::word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WordId(pub(super) u32);

/// Which vocabulary word a query word found, how, where, and what that was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordMatch {
    /// The query word: its place in [`Found::words`].
    pub query_word: usize,
    /// The vocabulary word; of a compound found in parts, the first part.
    pub vocabulary_word: WordId,
    /// How it was found.
    pub tier: Tier,
    /// Where it stands.
    pub field: Field,
    /// 0–1000: what this match is worth, by tier and field.
    pub weight: u32,
    /// 0–1000: how much the query word counts beside the others, by rarity.
    pub importance: u32,
}
