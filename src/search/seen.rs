//! Numbers that have been met: documents, or words of the vocabulary; one bit each.

/// A set of numbers.
#[derive(Debug, Default)]
pub struct Seen(Vec<u64>);

impl Seen {
    /// Makes the set empty, for numbers under `count`.
    pub fn clear(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count.div_ceil(64), 0);
    }

    /// Whether a number is in the set; one that is too great is.
    #[inline]
    pub fn has(&self, number: u32) -> bool {
        let word = self.0.get(number as usize / 64);
        word.is_none_or(|word| word >> (number % 64) & 1 == 1)
    }

    /// Puts a number in.
    #[inline]
    pub fn add(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }
}
