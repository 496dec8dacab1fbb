//! The index: which documents each vocabulary word stands in, and which words stand in each document.
//!
//! Documents are numbered anew in the order in which ties are settled (fewest words in the name, then the name, then the
//! caller's number), so that a smaller number is always the better one of two with the same score. The postings of a
//! word are sorted by class (where the word stands, heaviest first), then by document: what comes later is never worth more.

mod reader;
mod rows;
mod stored;

use std::hint::black_box;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::letters::Letters;
use super::rank::{Class, classes};
use super::tiers::Field;
use super::vocabulary::Vocabulary;
use reader::Reader;
use rows::Rows;
pub use rows::{Occurrence, Row};
pub use stored::FORM;

/// Up to so many documents, every one is scored on each key, and totals are exact; above, the search stops when nothing
/// better can come.
pub const SCORE_ALL_UP_TO: usize = 4096;

/// So many rows are asked for before the first of them is read.
pub(super) const AHEAD: usize = 16;

/// Something to be found: texts, each in a field. Several may share one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its texts.
    pub fields: Vec<(Field, String)>,
}

/// See the module.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    pub(super) classes: Vec<Class>,
    postings: Rows,
    /// The words of each document; kept only where the search does not score every document.
    rows: Rows,
    /// The most that each word is worth anywhere, per mille.
    tops: Vec<u16>,
    /// In how many documents each word stands.
    frequencies: Vec<u32>,
    /// The caller's number of each document.
    numbers: Vec<u32>,
    /// How many content words each document's name has.
    name_words: Vec<u8>,
    /// What single letters stand for; empty where every document is scored.
    pub(super) letters: Letters,
    /// Whether every document is scored on each key.
    pub(super) scores_all: bool,
    /// Tells indexes apart, so that a searcher drops what it kept from another one.
    pub(super) stamp: u64,
}

impl Index {
    /// Builds the index; a document's number is its place.
    pub fn build(documents: impl IntoIterator<Item = Document>) -> Self {
        Self::build_scoring_all_up_to(SCORE_ALL_UP_TO, documents)
    }

    /// [`Index::build`] with another limit, for tests of both ways to search.
    pub(super) fn build_scoring_all_up_to(
        limit: usize,
        documents: impl IntoIterator<Item = Document>,
    ) -> Self {
        let classes = classes();
        let mut reader = Reader::new(&classes);
        for document in documents {
            let fields = document.fields.iter();
            reader.read(fields.map(|(field, text)| (*field, text.as_str())));
        }
        Self::of(reader, classes, limit)
    }

    /// [`Index::build`] of documents whose texts belong to somebody else: the names of the same organisations stand on
    /// many services, and need not be copied for each.
    pub(super) fn build_borrowed<'t, D>(documents: impl IntoIterator<Item = D>) -> Self
    where
        D: IntoIterator<Item = (Field, &'t str)>,
    {
        let classes = classes();
        let mut reader = Reader::new(&classes);
        for document in documents {
            reader.read(document);
        }
        Self::of(reader, classes, SCORE_ALL_UP_TO)
    }

    /// The index of what has been read.
    fn of(reader: Reader, classes: Vec<Class>, limit: usize) -> Self {
        let (vocabulary, new_words) = Vocabulary::new(&reader.words, &reader.shown);
        let order = reader.order();
        let mut rows = Rows::with_capacity(order.len(), reader.occurrences.len());
        for &old in &order {
            rows.start();
            for occurrence in reader.document(old) {
                let number = new_words
                    .get(occurrence.number as usize)
                    .copied()
                    .unwrap_or(0);
                rows.push(Occurrence {
                    number,
                    ..*occurrence
                });
            }
        }
        rows.start();
        let name_words = order
            .iter()
            .map(|&old| reader.name_words.get(old as usize).copied().unwrap_or(0))
            .collect();
        drop(reader);
        let postings = rows.turned(vocabulary.len() as usize, classes.len());
        let mut index = Self {
            tops: (0..vocabulary.len())
                .map(|word| top(&postings, word, &classes))
                .collect(),
            frequencies: (0..vocabulary.len())
                .map(|word| distinct(postings.row(word).numbers))
                .collect(),
            vocabulary,
            classes,
            postings,
            rows: Rows::default(),
            scores_all: order.len() <= limit,
            numbers: order,
            name_words,
            letters: Letters::default(),
            stamp: next_stamp(),
        };
        if !index.scores_all {
            index.rows = rows;
        }
        index.with_letters()
    }

    /// The index with what single letters stand for in it.
    fn with_letters(mut self) -> Self {
        if !self.scores_all {
            self.letters = Letters::of(&self);
        }
        self
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// How many distinct folded words the documents have.
    pub fn words(&self) -> usize {
        self.vocabulary.len() as usize
    }

    /// Bytes of memory in use, without the searchers.
    pub fn memory(&self) -> usize {
        let words = self.tops.capacity() * 2 + self.frequencies.capacity() * 4;
        let documents = self.numbers.capacity() * 4 + self.name_words.capacity();
        self.vocabulary.memory()
            + self.postings.memory()
            + self.rows.memory()
            + self.letters.memory()
            + words
            + documents
    }

    /// The documents that a word stands in.
    #[inline]
    pub(super) fn postings(&self, word: u32) -> Row<'_> {
        self.postings.row(word)
    }

    /// The words of a document.
    #[inline]
    pub(super) fn row(&self, document: u32) -> Row<'_> {
        self.rows.row(document)
    }

    /// Asks for the beginning of a posting list. Those of a half-typed word lie anywhere in memory, and to wait for several
    /// at once ([`AHEAD`]) takes hardly longer than to wait for one.
    #[inline]
    pub(super) fn ask_for_postings(&self, word: u32) {
        self.postings.ask_for(word);
    }

    /// Asks for what is looked at when a document is scored.
    #[inline]
    pub(super) fn ask_for_document(&self, document: u32) {
        self.rows.ask_for(document);
        black_box((self.number(document), self.name_words(document)));
    }

    /// In how many documents a word stands.
    pub(super) fn frequency(&self, word: u32) -> u32 {
        self.frequencies.get(word as usize).copied().unwrap_or(0)
    }

    /// The most that a word is worth anywhere, per mille.
    pub(super) fn top(&self, word: u32) -> u32 {
        self.tops.get(word as usize).copied().map_or(0, u32::from)
    }

    /// What a class is worth, per mille.
    #[inline]
    pub(super) fn class_weight(&self, class: u8) -> u32 {
        self.classes
            .get(usize::from(class))
            .map_or(0, |class| class.weight)
    }

    /// Whether a class is of names.
    pub(super) fn is_name(&self, class: u8) -> bool {
        let class = self.classes.get(usize::from(class));
        class.is_none_or(|class| class.field == Field::Name)
    }

    /// The caller's number of a document.
    #[inline]
    pub(super) fn number(&self, document: u32) -> u32 {
        self.numbers.get(document as usize).copied().unwrap_or(0)
    }

    /// The lengths of names, each with the documents that have such: they follow one another.
    pub(super) fn name_lengths(&self) -> impl Iterator<Item = (u8, Range<usize>)> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = self.name_words.get(from..)?;
            let &length = rest.first()?;
            let alike = rest.partition_point(|&other| other <= length);
            from += alike;
            Some((length, from - alike..from))
        })
    }

    /// How many content words a document's name has.
    #[inline]
    pub(super) fn name_words(&self, document: u32) -> u8 {
        self.name_words.get(document as usize).copied().unwrap_or(0)
    }
}

/// The weight of the class of a word's first posting.
fn top(postings: &Rows, word: u32, classes: &[Class]) -> u16 {
    let first = postings.row(word).classes.first();
    let class = first.and_then(|&first| classes.get(usize::from(first)));
    class.map_or(0, |class| u16::try_from(class.weight).unwrap_or(u16::MAX))
}

/// A number that no index had before.
fn next_stamp() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// How many distinct documents are in a posting list, whose classes repeat them.
fn distinct(documents: &[u32]) -> u32 {
    let count = if documents.is_sorted_by(|one, other| one < other) {
        documents.len()
    } else {
        let mut documents = documents.to_vec();
        documents.sort_unstable();
        documents.dedup();
        documents.len()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}
