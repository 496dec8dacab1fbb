//! The words that one with a slip or two in it may have been meant for, narrowed down by the letters that they have.

use super::super::distance::letters;
use super::{EIGHT, Vocabulary};

/// A walk over them in their order, see [`Vocabulary::likely`].
pub struct Likely<'a> {
    vocabulary: &'a Vocabulary,
    /// Which of [`Vocabulary::starts`] come next.
    starts: std::slice::Iter<'a, ([u8; 2], u32)>,
    /// The words of the last one that have not been looked at,
    next: u32,
    /// and where they end.
    end: u32,
    /// Whether those begin with the same letter.
    same: bool,
    start: [u8; 2],
    /// The letters of the beginning,
    first: u32,
    /// and of the whole stem, where it is longer.
    all: u32,
    slips: u32,
}

impl<'a> Likely<'a> {
    pub fn new(vocabulary: &'a Vocabulary, stem: &str, start: [u8; 2], slips: usize) -> Self {
        let head = stem.floor_char_boundary(EIGHT.saturating_sub(slips));
        let (head, rest) = stem.split_at(head);
        Self {
            vocabulary,
            starts: vocabulary.starts.iter(),
            next: 0,
            end: 0,
            same: false,
            start,
            first: letters(head),
            all: if rest.is_empty() { 0 } else { letters(stem) },
            slips: u32::try_from(slips).unwrap_or(0),
        }
    }

    /// Leaves out what follows and begins with the same `length` bytes as the word that came last.
    pub fn leave(&mut self, length: usize) {
        if let Some(last) = self.next.checked_sub(1) {
            let after = self.vocabulary.words.after(last, length);
            self.next = after.min(self.end);
        }
    }
}

impl Iterator for Likely<'_> {
    type Item = (u32, bool);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let Self {
            first, all, slips, ..
        } = *self;
        let has = |wanted: u32, have: u32| (wanted & !have).count_ones() <= slips;
        loop {
            let run = self.next as usize..self.end as usize;
            let heads = self.vocabulary.first_letters.get(run.clone());
            let letters = self.vocabulary.letters.get(run);
            let mut columns = heads
                .unwrap_or_default()
                .iter()
                .zip(letters.unwrap_or_default());
            let found = columns.position(|(&head, &letters)| has(first, head) && has(all, letters));
            if let Some(at) = found {
                let word = self.next + u32::try_from(at).unwrap_or(0);
                self.next = word + 1;
                return Some((word, self.same));
            }
            let &(start, end) = self.starts.next()?;
            self.next = self.end;
            self.end = end;
            if let Some(same) = alike(self.start, start) {
                self.same = same;
            } else {
                self.next = end;
            }
        }
    }
}

/// Whether two words may begin alike but for a slip: `Some(true)` when the first letter is the same, `Some(false)` when
/// the first two look like one slip, `None` when neither.
#[inline]
fn alike(one: [u8; 2], other: [u8; 2]) -> Option<bool> {
    if one[0] == other[0] {
        Some(true)
    } else if one[0] == other[1] || one[1] == other[0] || one[1] == other[1] {
        Some(false)
    } else {
        None
    }
}
