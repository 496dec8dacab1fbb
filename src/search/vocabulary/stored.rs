//! A vocabulary written down flat, and read again without sorting anything.

use super::super::flat::{Reader, Writer, all_below, rise_to};
use super::{Sorted, Vocabulary};

impl Vocabulary {
    /// Writes the vocabulary down.
    pub fn write(&self, to: &mut Writer) {
        to.texts(self.words.texts());
        to.texts(&self.shown);
        to.u32s(&self.by_stem);
        to.texts(self.stems.texts());
        to.u32s(&self.stem_ends);
        to.u32s(&self.by_end);
        to.u32s(&self.letters);
        to.u32s(&self.first_letters);
        to.u64s(&self.dots);
        let stop: Vec<u8> = self.stop.iter().copied().map(u8::from).collect();
        to.bytes(&stop);
    }

    /// Reads what [`Vocabulary::write`] wrote; none where it does not fit.
    pub fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut read = Self {
            words: Sorted::of_texts(from.texts()?),
            shown: from.texts()?,
            by_stem: from.u32s()?,
            stems: Sorted::of_texts(from.texts()?),
            stem_ends: from.u32s()?,
            by_end: from.u32s()?,
            letters: from.u32s()?,
            first_letters: from.u32s()?,
            dots: from.u64s()?,
            stop: from.bytes()?.iter().map(|&stop| stop != 0).collect(),
            ..Self::default()
        };
        for number in 0..read.len() {
            read.note_length_and_start(number);
        }
        let count = read.words.texts().len();
        let columns = [
            read.shown.len(),
            read.by_stem.len(),
            read.by_end.len(),
            read.letters.len(),
            read.first_letters.len(),
            read.dots.len(),
            read.stop.len(),
        ];
        let fits = columns.into_iter().all(|length| length == count)
            && all_below(&read.by_stem, count)
            && all_below(&read.by_end, count)
            && read.stem_ends.len() == read.stems.texts().len()
            && rise_to(&read.stem_ends, count);
        fits.then_some(read)
    }
}
