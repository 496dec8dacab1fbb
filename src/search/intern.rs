//! Distinct words, each kept once: the first step of building a vocabulary.

use std::hash::Hasher;

use super::flat::rise_to;

/// A quick, good-enough hash of a short text: eight bytes a step (the scheme of rustc's `FxHash`).
#[derive(Clone, Copy, Default)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks();
        for &eight in whole {
            self.write_u64(u64::from_le_bytes(eight));
        }
        if rest.is_empty() {
            return;
        }
        // The last eight once more, or where there are none, the first four and the last four, or the few there are: it
        // takes no step a byte. Only the length tells `aaaaa` from `aaaa`.
        let four = |four: [u8; 4]| u64::from(u32::from_le_bytes(four));
        let word = match (bytes.last_chunk(), bytes.first_chunk(), bytes.last_chunk()) {
            (Some(&last), _, _) => u64::from_le_bytes(last),
            (None, Some(&first), Some(&last)) => four(first) | four(last) << 32,
            _ => bytes
                .iter()
                .fold(0, |word, &byte| word << 8 | u64::from(byte)),
        };
        self.write_u64(word ^ (bytes.len() as u64) << 56);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// Builds [`QuickHasher`]s.
pub type QuickHash = std::hash::BuildHasherDefault<QuickHasher>;

/// The hash of a text.
pub fn hash(text: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Texts laid end to end, found by number.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text; its number is its place. Nothing is added past 4 GiB.
    pub fn push(&mut self, text: &str) {
        let Ok(end) = u32::try_from(self.all.len() + text.len()) else {
            return;
        };
        self.all.push_str(text);
        self.ends.push(end);
    }

    /// The text with this number, empty if there is none.
    #[inline]
    pub fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 {
            0
        } else {
            self.ends.get(number - 1).map_or(0, |&end| end as usize)
        };
        let end = self.ends.get(number).map_or(start, |&end| end as usize);
        self.all.get(start..end).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The texts laid end to end, and where each ends.
    pub fn parts(&self) -> (&str, &[u32]) {
        (&self.all, &self.ends)
    }

    /// Texts of such parts; none where they do not belong together.
    pub fn of_parts(all: String, ends: Vec<u32>) -> Option<Self> {
        let whole = rise_to(&ends, all.len());
        let fit = whole && ends.iter().all(|&end| all.is_char_boundary(end as usize));
        fit.then_some(Self { all, ends })
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> usize {
        self.all.capacity() + self.ends.capacity() * 4
    }

    /// Gives back what was allocated in advance.
    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Numbers distinct words in the order in which they first come.
#[derive(Debug, Default)]
pub struct Interner {
    /// The words.
    pub words: Texts,
    /// Their dots, see [`super::fold::Word::dots`]: words that differ in them are two.
    pub dots: Vec<u64>,
    /// Open addressing, a power of two long: 0 for a free place, or the number of the word + 1 with half of its hash
    /// before it, so that other words are known by that to be others.
    table: Vec<u64>,
}

impl Interner {
    /// With room for so many words.
    pub fn with_capacity(words: usize) -> Self {
        Self {
            table: vec![0; (words * 2 + 1).next_power_of_two()],
            ..Self::default()
        }
    }

    /// The number of a word, and whether it is new.
    pub fn number(&mut self, word: &str, dots: u64) -> (u32, bool) {
        if self.words.len() * 2 >= self.table.len() {
            self.grow();
        }
        let hash = hash(word) ^ dots;
        let place = self.place(hash, |number| self.is(number, word, dots));
        if let Some(found) = self.at(place) {
            return (found, false);
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word);
        self.dots.push(dots);
        self.put(place, hash, number);
        (number, true)
    }

    /// The number of a word that has one.
    pub fn find(&self, word: &str, dots: u64) -> Option<u32> {
        let hash = hash(word) ^ dots;
        self.at(self.place(hash, |number| self.is(number, word, dots)))
    }

    /// The number that stands at a place.
    fn at(&self, place: usize) -> Option<u32> {
        let entry = self.table.get(place).copied().unwrap_or(0);
        u32::try_from(entry & u64::from(u32::MAX))
            .unwrap_or(0)
            .checked_sub(1)
    }

    fn put(&mut self, place: usize, hash: u64, number: u32) {
        if let Some(free) = self.table.get_mut(place) {
            *free = hash & HIGH | u64::from(number + 1);
        }
    }

    /// Where the word with this hash is, or would be put.
    fn place(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> usize {
        let mask = self.table.len().saturating_sub(1);
        let mut place = usize::try_from(hash & (mask as u64)).unwrap_or(0);
        while let Some(&entry) = self.table.get(place) {
            if entry == 0 || entry & HIGH == hash & HIGH && self.at(place).is_some_and(&is_it) {
                break;
            }
            place = (place + 1) & mask;
        }
        place
    }

    fn is(&self, number: u32, word: &str, dots: u64) -> bool {
        self.words.get(number) == word && self.dots.get(number as usize) == Some(&dots)
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(1024)];
        for number in 0..u32::try_from(self.words.len()).unwrap_or(u32::MAX) {
            let dots = self.dots.get(number as usize).copied().unwrap_or(0);
            let hash = hash(self.words.get(number)) ^ dots;
            let place = self.place(hash, |_| false);
            self.put(place, hash, number);
        }
    }
}

/// The half of a hash that is kept beside a number.
const HIGH: u64 = !0 << 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number() {
        let mut interner = Interner::default();
        let words: Vec<String> = (0..5000).map(|n| format!("ord{}", n % 3000)).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(interner.number(word, 0), ((at % 3000) as u32, at < 3000));
        }
        assert_eq!(interner.words.get(2999), "ord2999");
        assert_eq!(interner.find("ord2999", 0), Some(2999));
        assert_eq!(interner.find("ord3000", 0), None);
        assert_eq!(Interner::default().find("ord", 0), None);
    }
}
