//! The distinct folded words of all documents, sorted, with the side tables that find them by beginning, stem, ending
//! and likeness. A word's number is its place, so that words with a common beginning are a range of numbers.

mod likely;
mod sorted;
mod stored;

use std::ops::Range;

use super::distance::{Pattern, letters};
use super::intern::{Interner, Texts};
use super::stem::stem;
use super::stopwords::is_stop_word;
pub use likely::Likely;
pub use sorted::first_eight;
use sorted::{Narrowed, Sorted, last_eight, partition, sorted_by};

/// The length of the beginnings that likeness is first judged by.
const EIGHT: usize = 8;

/// See the module.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: Sorted,
    /// Each word as it stood where it was first met, lowercase: what a suggestion shows.
    shown: Texts,
    /// Word numbers in the order of their stems.
    by_stem: Vec<u32>,
    /// The distinct stems, sorted.
    stems: Sorted,
    /// Where in `by_stem` the words of each stem end.
    stem_ends: Vec<u32>,
    /// Word numbers in the order of their words read backwards.
    by_end: Vec<u32>,
    /// Length in bytes, which folded text keeps close to letters.
    lengths: Vec<u8>,
    /// Which letters each word has.
    letters: Vec<u32>,
    /// Which letters the first eight bytes of each word have.
    first_letters: Vec<u32>,
    /// The first two bytes of words, in order, each with the number of the first word after those that begin so.
    starts: Vec<([u8; 2], u32)>,
    /// Which letters have dots, see [`super::fold::Word::dots`]; words that differ only in them are neighbours.
    dots: Vec<u64>,
    /// Which words are grammar.
    stop: Vec<bool>,
}

impl Vocabulary {
    /// Sorts the words met; the second value gives each word's new number by its old one.
    pub fn new(met: &Interner, shown: &Texts) -> (Self, Vec<u32>) {
        let count = u32::try_from(met.words.len()).unwrap_or(u32::MAX);
        let mut order: Vec<(u64, u32)> = (0..count)
            .map(|old| (first_eight(met.words.get(old)), old))
            .collect();
        order.sort_unstable_by(|one, other| {
            one.0
                .cmp(&other.0)
                .then_with(|| met.words.get(one.1).cmp(met.words.get(other.1)))
                .then_with(|| {
                    met.dots
                        .get(one.1 as usize)
                        .cmp(&met.dots.get(other.1 as usize))
                })
        });
        let mut vocabulary = Self::default();
        let mut numbers = vec![0; met.words.len()];
        for (new, (_, old)) in (0_u32..).zip(&order) {
            let word = met.words.get(*old);
            vocabulary.words.push(word);
            vocabulary.shown.push(shown.get(*old));
            vocabulary.letters.push(letters(word));
            vocabulary.stop.push(is_stop_word(word));
            let eight = word.get(..word.floor_char_boundary(EIGHT)).unwrap_or(word);
            vocabulary.first_letters.push(letters(eight));
            vocabulary.note_length_and_start(new);
            vocabulary
                .dots
                .push(met.dots.get(*old as usize).copied().unwrap_or(0));
            if let Some(number) = numbers.get_mut(*old as usize) {
                *number = new;
            }
        }
        vocabulary.words.shrink();
        vocabulary.shown.shrink();
        let mut all_stems = Texts::default();
        for word in 0..count {
            all_stems.push(stem(vocabulary.words.get(word)));
        }
        vocabulary.by_stem = sorted_by(count, |word| all_stems.get(word), first_eight, Ord::cmp);
        vocabulary.group_stems(&all_stems);
        vocabulary.by_end = sorted_by(
            count,
            |word| vocabulary.word(word),
            last_eight,
            |one, other| one.bytes().rev().cmp(other.bytes().rev()),
        );
        (vocabulary, numbers)
    }

    /// Notes how long the next word is and how it begins.
    fn note_length_and_start(&mut self, number: u32) {
        let word = self.words.get(number).as_bytes();
        self.lengths
            .push(u8::try_from(word.len()).unwrap_or(u8::MAX));
        let byte = |at: usize| word.get(at).copied().unwrap_or(0);
        let start = [byte(0), byte(1)];
        match self.starts.last_mut().filter(|last| last.0 == start) {
            Some((_, end)) => *end = number + 1,
            None => self.starts.push((start, number + 1)),
        }
    }

    /// How many words there are.
    pub fn len(&self) -> u32 {
        self.words.len()
    }

    /// The folded word with this number.
    #[inline]
    pub fn word(&self, number: u32) -> &str {
        self.words.get(number)
    }

    /// The word as it stands in the documents, lowercase, with its accents.
    pub fn shown(&self, number: u32) -> &str {
        self.shown.get(number)
    }

    /// Whether a word is grammar.
    pub fn is_stop_word(&self, number: u32) -> bool {
        self.stop.get(number as usize).copied().unwrap_or(false)
    }

    /// The length of a word in bytes.
    #[inline]
    pub fn length(&self, number: u32) -> usize {
        self.lengths
            .get(number as usize)
            .map_or(0, |&length| usize::from(length))
    }

    /// The lengths of a range of words.
    pub fn lengths(&self, range: Range<u32>) -> &[u8] {
        self.lengths
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    /// Which letters each word of a range has, see [`letters`].
    pub fn letters(&self, range: Range<u32>) -> &[u32] {
        self.letters
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    /// Words that may be a slip or two from one that begins with `stem` and `start`, and whether they begin with the same
    /// letter: all but `slips` of its letters are there, those of its beginning among the first eight bytes, and the
    /// beginnings are alike (see [`alike`]).
    ///
    /// A slip moves what follows it by one letter at most. So of the first `8 - slips` letters all but `slips` are among
    /// the first eight of a word that is near enough, and none of those is overlooked.
    pub fn likely(&self, stem: &str, start: [u8; 2], slips: usize) -> Likely<'_> {
        Likely::new(self, stem, start, slips)
    }

    /// Whether there is this folded word, a form of it, or one with a letter wrong, other than those that begin with `name`.
    pub fn has_another_like(&self, word: &str, name: &str) -> bool {
        let other = |number: u32| !self.word(number).starts_with(name);
        let [first, second, ..] = *word.as_bytes() else {
            return false;
        };
        if self.with_stem(stem(word)).iter().any(|&form| other(form)) {
            return true;
        }
        let pattern = Pattern::new(word);
        let mut near = self.likely(word, [first, second], 1);
        near.any(|(number, _)| {
            self.length(number).abs_diff(word.len()) <= 1
                && other(number)
                && pattern.distance(self.word(number)).whole <= 1
        })
    }

    /// The numbers of a folded word: one for each way to set its dots.
    pub fn find(&self, word: &str) -> Range<u32> {
        let from = self.words.lower_bound(word);
        let same = (from..self.len()).take_while(|&n| self.word(n) == word);
        from..from + u32::try_from(same.count()).unwrap_or(0)
    }

    /// Which letters of a word have dots.
    pub fn dots(&self, number: u32) -> u64 {
        self.dots.get(number as usize).copied().unwrap_or(0)
    }

    /// The words that begin with a folded text.
    pub fn starting_with(&self, start: &str) -> Range<u32> {
        self.words.starting_with(start)
    }

    /// The words with this stem.
    pub fn with_stem(&self, stem: &str) -> &[u32] {
        let at = self.stems.lower_bound(stem);
        if at == self.stems.len() || self.stems.get(at) != stem {
            return &[];
        }
        self.with_stem_number(at)
    }

    fn with_stem_number(&self, stem: u32) -> &[u32] {
        let end = |n: usize| self.stem_ends.get(n).map_or(0, |&end| end as usize);
        let start = (stem as usize).checked_sub(1).map_or(0, end);
        self.by_stem
            .get(start..end(stem as usize))
            .unwrap_or_default()
    }

    /// The words that end with a folded text, itself included.
    pub fn ending_with(&self, end: &str) -> &[u32] {
        let entry = |n: u32| {
            self.by_end
                .get(n as usize)
                .map_or("", |&word| self.word(word))
        };
        let from = partition(self.len(), |n| entry(n).bytes().rev().lt(end.bytes().rev()));
        let count = partition(self.len() - from, |n| entry(from + n).ends_with(end));
        self.by_end
            .get(from as usize..(from + count) as usize)
            .unwrap_or_default()
    }

    /// The words that `word` begins with, each with the length of that beginning: a word itself, a word without its last
    /// a or e (`skol-` of `skola`), or all forms of a stem.
    pub fn beginnings(&self, word: &str) -> Vec<(usize, u32)> {
        let mut known = Vec::new();
        let all = Narrowed {
            texts: &self.words,
            range: 0..self.len(),
        };
        all.walk(word, |length, here| {
            known.extend(here.of_length(length).map(|word| (length, word)));
            for vowel in [b'a', b'e'] {
                let longer = here.narrow(length, vowel);
                known.extend(longer.of_length(length + 1).map(|word| (length, word)));
            }
        });
        Narrowed {
            texts: &self.stems,
            range: 0..self.stems.len(),
        }
        .walk(word, |length, here| {
            for stem in here.of_length(length) {
                known.extend(
                    self.with_stem_number(stem)
                        .iter()
                        .map(|&word| (length, word)),
                );
            }
        });
        known.sort_unstable();
        known.dedup();
        known
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> usize {
        let numbers = self.by_stem.capacity()
            + self.by_end.capacity()
            + self.letters.capacity()
            + self.first_letters.capacity()
            + self.stem_ends.capacity();
        self.words.memory()
            + self.shown.memory()
            + self.stems.memory()
            + numbers * 4
            + self.dots.capacity() * 8
            + self.lengths.capacity()
            + self.stop.capacity()
            + self.starts.capacity() * size_of::<([u8; 2], u32)>()
    }

    /// Gathers the distinct stems of `by_stem`.
    fn group_stems(&mut self, all: &Texts) {
        for (at, &word) in (1_u32..).zip(&self.by_stem) {
            let stem = all.get(word);
            let last = self.stems.len().checked_sub(1);
            let same = last.is_some_and(|last| self.stems.get(last) == stem);
            if let Some(end) = self.stem_ends.last_mut().filter(|_| same) {
                *end = at;
            } else {
                self.stems.push(stem);
                self.stem_ends.push(at);
            }
        }
        self.stems.shrink();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vocabulary(words: &[String]) -> Vocabulary {
        let mut interner = Interner::default();
        for word in words {
            interner.number(word, 0);
        }
        Vocabulary::new(&interner, &interner.words).0
    }

    proptest! {
        #[test]
        fn the_tables_find_what_a_walk_finds(
            words in proptest::collection::vec("[aeinrstgö]{1,12}", 0..60), query in "[aeinrst]{1,4}",
        ) {
            let vocabulary = vocabulary(&words);
            let all = 0..vocabulary.len();
            let starts: Vec<u32> = all.clone().filter(|&n| vocabulary.word(n).starts_with(&query)).collect();
            prop_assert_eq!(vocabulary.starting_with(&query).collect::<Vec<_>>(), starts);
            let mut ends = vocabulary.ending_with(&query).to_vec();
            ends.sort_unstable();
            prop_assert_eq!(ends, all.clone().filter(|&n| vocabulary.word(n).ends_with(&query)).collect::<Vec<_>>());
            for word in &words {
                let mut family = vocabulary.with_stem(stem(word)).to_vec();
                family.sort_unstable();
                prop_assert_eq!(family, all.clone().filter(|&n| stem(vocabulary.word(n)) == stem(word)).collect::<Vec<_>>());
                prop_assert!(vocabulary.find(word).map(|n| vocabulary.word(n)).eq([word.as_str()]));
            }
        }
    }
}
