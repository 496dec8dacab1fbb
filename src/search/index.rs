//! The index: which documents each vocabulary word stands in, and which words stand in each document.
//!
//! Documents are numbered anew in the order in which ties are settled (fewest words in the name, then the name, then the
//! caller's number), so that a smaller number is always the better one of two with the same score. The postings of a
//! word are sorted by class (where the word stands, heaviest first), then by document: what comes later is never worth more.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fold::{Word, each_word};
use super::intern::{Interner, QuickHash, Texts};
use super::rank::{Class, classes};
use super::stopwords::is_stop_word;
use super::tiers::{self, Field};
use super::vocabulary::Vocabulary;

/// Up to so many documents, every one is scored on each key, and totals are exact; above, the search stops when nothing
/// better can come.
pub const SCORE_ALL_UP_TO: usize = 4096;

/// Texts with more content words than this are running text: words in them do not stand together as in a phrase.
const LONGEST_PHRASE: usize = 8;

/// Something to be found: texts, each in a field. Several may share one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its texts.
    pub fields: Vec<(Field, String)>,
}

/// One occurrence of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The vocabulary word, or in a posting the document.
    pub number: u32,
    /// The class, see [`classes`].
    pub class: u8,
    /// The bit of the text in [`super::rank::Cell::texts`].
    pub text: u8,
}

/// Rows of occurrences laid end to end.
#[derive(Debug, Default)]
struct Rows {
    starts: Vec<u32>,
    numbers: Vec<u32>,
    classes: Vec<u8>,
    texts: Vec<u8>,
}

/// A row of occurrences, column by column.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Words, or documents.
    pub numbers: &'a [u32],
    /// Where they stand.
    pub classes: &'a [u8],
    /// In which text.
    pub texts: &'a [u8],
}

/// See the module.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    pub(super) classes: Vec<Class>,
    postings: Rows,
    /// The words of each document; kept only where the search does not score every document.
    rows: Rows,
    /// The class of each word's first posting.
    tops: Vec<u8>,
    /// In how many documents each word stands.
    frequencies: Vec<u32>,
    /// The caller's number of each document.
    numbers: Vec<u32>,
    /// How many content words each document's name has.
    name_words: Vec<u8>,
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
            reader.read(&document);
        }
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
                .map(|word| postings.row(word).classes.first().copied().unwrap_or(0))
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
            stamp: next_stamp(),
        };
        if !index.scores_all {
            index.rows = rows;
        }
        index
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
        let words = self.tops.capacity() + self.frequencies.capacity() * 4;
        let documents = self.numbers.capacity() * 4 + self.name_words.capacity();
        self.vocabulary.memory() + self.postings.memory() + self.rows.memory() + words + documents
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

    /// In how many documents a word stands.
    pub(super) fn frequency(&self, word: u32) -> u32 {
        self.frequencies.get(word as usize).copied().unwrap_or(0)
    }

    /// The most that a word is worth anywhere, per mille.
    pub(super) fn top(&self, word: u32) -> u32 {
        self.tops
            .get(word as usize)
            .map_or(0, |&class| self.class_weight(class))
    }

    /// What a class is worth, per mille.
    #[inline]
    pub(super) fn class_weight(&self, class: u8) -> u32 {
        self.classes
            .get(usize::from(class))
            .map_or(0, |class| class.weight)
    }

    /// The caller's number of a document.
    #[inline]
    pub(super) fn number(&self, document: u32) -> u32 {
        self.numbers.get(document as usize).copied().unwrap_or(0)
    }

    /// How many content words a document's name has.
    #[inline]
    pub(super) fn name_words(&self, document: u32) -> u8 {
        self.name_words.get(document as usize).copied().unwrap_or(0)
    }
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

impl Rows {
    fn with_capacity(rows: usize, occurrences: usize) -> Self {
        Self {
            starts: Vec::with_capacity(rows + 1),
            numbers: Vec::with_capacity(occurrences),
            classes: Vec::with_capacity(occurrences),
            texts: Vec::with_capacity(occurrences),
        }
    }

    fn start(&mut self) {
        self.starts
            .push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    fn push(&mut self, occurrence: Occurrence) {
        self.numbers.push(occurrence.number);
        self.classes.push(occurrence.class);
        self.texts.push(occurrence.text);
    }

    #[inline]
    fn row(&self, row: u32) -> Row<'_> {
        let row = row as usize;
        let (from, to) = match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(&from), Some(&to)) => (from as usize, to as usize),
            _ => (0, 0),
        };
        Row {
            numbers: self.numbers.get(from..to).unwrap_or_default(),
            classes: self.classes.get(from..to).unwrap_or_default(),
            texts: self.texts.get(from..to).unwrap_or_default(),
        }
    }

    /// Rows of documents for each word out of rows of words for each document: by word, class, document. Two stable
    /// counting sorts, so it takes time in proportion to the occurrences.
    fn turned(&self, words: usize, classes: usize) -> Self {
        let rows = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let mut documents = Vec::with_capacity(self.numbers.len());
        for row in 0..rows {
            documents.extend(std::iter::repeat_n(row, self.row(row).numbers.len()));
        }
        let all: Vec<u32> = (0..u32::try_from(self.numbers.len()).unwrap_or(u32::MAX)).collect();
        let (by_class, _) = counting_sort(&all, classes, |at| {
            self.classes.get(at as usize).map_or(0, |&c| usize::from(c))
        });
        let word = |at: u32| {
            self.numbers
                .get(at as usize)
                .map_or(0, |&word| word as usize)
        };
        let (by_word, starts) = counting_sort(&by_class, words, word);
        let pick = |column: &[u8]| {
            by_word
                .iter()
                .map(|&at| column.get(at as usize).copied().unwrap_or(0))
                .collect()
        };
        Self {
            starts,
            numbers: by_word
                .iter()
                .map(|&at| documents.get(at as usize).copied().unwrap_or(0))
                .collect(),
            classes: pick(&self.classes),
            texts: pick(&self.texts),
        }
    }

    fn memory(&self) -> usize {
        (self.starts.capacity() + self.numbers.capacity()) * 4
            + self.classes.capacity()
            + self.texts.capacity()
    }
}

/// Sorts by a small key, stably; also gives where each key starts, and the end.
fn counting_sort(items: &[u32], keys: usize, key: impl Fn(u32) -> usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; keys + 1];
    for &item in items {
        if let Some(count) = starts.get_mut(key(item) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut sorted = vec![0; items.len()];
    for &item in items {
        if let Some(place) = next.get_mut(key(item)) {
            if let Some(to) = sorted.get_mut(*place as usize) {
                *to = item;
            }
            *place += 1;
        }
    }
    (sorted, starts)
}

/// Reads documents into numbered words.
struct Reader {
    words: Interner,
    shown: Texts,
    occurrences: Vec<Occurrence>,
    /// Where each document's occurrences end.
    ends: Vec<u32>,
    names: Texts,
    name_words: Vec<u8>,
    /// Whether each word is grammar.
    stop: Vec<bool>,
    /// Class by field, then text length.
    by_field: [[u8; 8]; 7],
    text: Vec<u32>,
    lowercase: String,
    /// Texts that stand on many documents, read once: their words in `text`, and how many are content.
    known: HashMap<String, (Box<[u32]>, usize), QuickHash>,
}

impl Reader {
    fn new(classes: &[Class]) -> Self {
        let class = |field: Field, length: usize| {
            let weight = field.weight() * tiers::text_length(length) / 1000;
            let at = classes
                .iter()
                .position(|class| *class == Class { field, weight });
            at.and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
        };
        Self {
            words: Interner::default(),
            shown: Texts::default(),
            occurrences: Vec::new(),
            ends: Vec::new(),
            names: Texts::default(),
            name_words: Vec::new(),
            stop: Vec::new(),
            by_field: Field::ALL.map(|field| std::array::from_fn(|length| class(field, length))),
            text: Vec::new(),
            lowercase: String::new(),
            known: HashMap::default(),
        }
    }

    fn read(&mut self, document: &Document) {
        let (mut next_text, mut named) = (1, false);
        for (field, text) in &document.fields {
            let content_words = self.words_of_field(*field, text);
            let bit = if *field == Field::Name && !named {
                named = true;
                self.names.push(text);
                self.name_words
                    .push(u8::try_from(content_words).unwrap_or(u8::MAX));
                0
            } else if content_words > LONGEST_PHRASE || next_text > 30 {
                31
            } else {
                next_text += 1;
                next_text - 1
            };
            let by_length = self
                .by_field
                .get(*field as usize)
                .copied()
                .unwrap_or_default();
            let class = by_length.get(content_words.min(7)).copied().unwrap_or(0);
            let found = self.text.iter().map(|&number| Occurrence {
                number,
                class,
                text: bit,
            });
            self.occurrences.extend(found);
        }
        if !named {
            self.names.push("");
            self.name_words.push(0);
        }
        self.ends
            .push(u32::try_from(self.occurrences.len()).unwrap_or(u32::MAX));
    }

    /// [`Reader::words_of`], but a topic, an organisation or a place is read only the first time.
    fn words_of_field(&mut self, field: Field, text: &str) -> usize {
        if !matches!(field, Field::Topic | Field::Organisation | Field::Place) {
            return self.words_of(text);
        }
        if let Some((words, content)) = self.known.get(text) {
            self.text.clear();
            self.text.extend_from_slice(words);
            return *content;
        }
        let content = self.words_of(text);
        self.known
            .insert(text.to_owned(), (self.text.as_slice().into(), content));
        content
    }

    /// Reads one text into `self.text`; gives how many of its words are content. Words written with a hyphen count as
    /// one too: `e-faktura` is found by `efaktura`.
    fn words_of(&mut self, text: &str) -> usize {
        self.text.clear();
        let (mut content, mut end) = (0, usize::MAX);
        let (mut joined, mut joined_dots, mut parts) = (String::new(), 0, 0);
        each_word(text, |word| {
            let Word {
                folded,
                dots,
                range,
            } = word;
            let number = self.number(folded, dots, text.get(range.clone()).unwrap_or_default());
            self.text.push(number);
            content += usize::from(!self.stop.get(number as usize).copied().unwrap_or(false));
            if text.get(end..range.start) != Some("-") {
                self.hyphenated(&joined, joined_dots, parts);
                joined.clear();
                (joined_dots, parts) = (0, 0);
            }
            joined_dots |= dots
                .checked_shl(u32::try_from(joined.len()).unwrap_or(64))
                .unwrap_or(0);
            joined.push_str(folded);
            parts += 1;
            end = range.end;
            true
        });
        self.hyphenated(&joined, joined_dots, parts);
        content
    }

    fn hyphenated(&mut self, joined: &str, dots: u64, parts: usize) {
        if parts > 1 && joined.len() <= super::fold::LONGEST_WORD {
            let number = self.number(joined, dots, joined);
            self.text.push(number);
        }
    }

    fn number(&mut self, word: &str, dots: u64, original: &str) -> u32 {
        let (number, new) = self.words.number(word, dots);
        if new {
            self.lowercase.clear();
            self.lowercase
                .extend(original.chars().flat_map(char::to_lowercase));
            self.shown.push(&self.lowercase);
            self.stop.push(is_stop_word(word));
        }
        number
    }

    /// Documents in the order in which ties are settled.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).collect();
        order.sort_by_cached_key(|&document| {
            let words = self.name_words.get(document as usize).copied().unwrap_or(0);
            (words, super::fold::fold(self.names.get(document)))
        });
        order
    }

    fn document(&self, number: u32) -> &[Occurrence] {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| {
            self.ends.get(before).map_or(0, |&end| end as usize)
        });
        let end = self.ends.get(number).map_or(start, |&end| end as usize);
        self.occurrences.get(start..end).unwrap_or_default()
    }
}
