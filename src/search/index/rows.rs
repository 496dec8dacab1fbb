//! Rows of occurrences laid end to end: the words of each document, or the documents of each word.

use std::hint::black_box;

use super::super::flat::{Reader, Writer, all_below, rise_to};
use super::super::rank::LOOSE;

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
pub struct Rows {
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

impl Rows {
    pub fn with_capacity(rows: usize, occurrences: usize) -> Self {
        Self {
            starts: Vec::with_capacity(rows + 1),
            numbers: Vec::with_capacity(occurrences),
            classes: Vec::with_capacity(occurrences),
            texts: Vec::with_capacity(occurrences),
        }
    }

    pub fn start(&mut self) {
        self.starts
            .push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    pub fn push(&mut self, occurrence: Occurrence) {
        self.numbers.push(occurrence.number);
        self.classes.push(occurrence.class);
        self.texts.push(occurrence.text);
    }

    #[inline]
    pub fn row(&self, row: u32) -> Row<'_> {
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

    /// Reads the beginning of a row, so that it is at hand when it is needed.
    #[inline]
    pub fn ask_for(&self, row: u32) {
        let row = self.row(row);
        black_box((row.numbers.first().copied(), row.classes.first().copied()));
        black_box(row.texts.first().copied());
    }

    /// Rows of documents for each word out of rows of words for each document: by word, class, document. Two stable
    /// counting sorts, so it takes time in proportion to the occurrences.
    pub fn turned(&self, words: usize, classes: usize) -> Self {
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

    /// Writes the rows down.
    pub fn write(&self, to: &mut Writer) {
        to.u32s(&self.starts);
        to.u32s(&self.numbers);
        to.bytes(&self.classes);
        to.bytes(&self.texts);
    }

    /// Reads so many rows of what [`Rows::write`] wrote, with numbers and classes less than these; none where it does not
    /// fit.
    pub fn read(
        from: &mut Reader<'_>,
        rows: usize,
        numbers: usize,
        classes: usize,
    ) -> Option<Self> {
        let read = Self {
            starts: from.u32s()?,
            numbers: from.u32s()?,
            classes: from.bytes()?.to_vec(),
            texts: from.bytes()?.to_vec(),
        };
        let length = read.numbers.len();
        let fits = read.starts.len() == rows + 1
            && read.starts.first() == Some(&0)
            && rise_to(&read.starts, length)
            && all_below(&read.numbers, numbers)
            && read.classes.len() == length
            && read
                .classes
                .iter()
                .all(|&class| usize::from(class) < classes)
            && read.texts.len() == length
            && read.texts.iter().all(|&text| text <= LOOSE);
        fits.then_some(read)
    }

    pub fn memory(&self) -> usize {
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
