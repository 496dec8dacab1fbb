//! Sorted words: sorting them, and finding those that begin alike.

use std::ops::Range;

use super::super::intern::Texts;

/// Distinct or equal texts in order, each with its first eight bytes as a number: most comparisons are of those, which
/// lie side by side.
#[derive(Debug, Default)]
pub struct Sorted {
    texts: Texts,
    keys: Vec<u64>,
}

impl Sorted {
    /// Adds a text that is not less than the last one.
    pub fn push(&mut self, text: &str) {
        self.texts.push(text);
        self.keys.push(first_eight(text));
    }

    /// The texts themselves, in order.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Texts that are in order.
    pub fn of_texts(texts: Texts) -> Self {
        let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        Self {
            keys: (0..count).map(|n| first_eight(texts.get(n))).collect(),
            texts,
        }
    }

    /// The text with this number, empty if there is none.
    #[inline]
    pub fn get(&self, number: u32) -> &str {
        self.texts.get(number)
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
    }

    /// The first text that is not less than this one.
    pub fn lower_bound(&self, text: &str) -> u32 {
        let key = first_eight(text);
        let from = self.first_where(|other| other >= key);
        if text.len() < EIGHT {
            return from;
        }
        let alike = self.first_where(|other| other > key) - from;
        from + partition(alike, |n| self.get(from + n) < text)
    }

    /// The texts that begin with this one.
    pub fn starting_with(&self, start: &str) -> Range<u32> {
        let from = self.lower_bound(start);
        if start.len() <= EIGHT {
            let rest = (EIGHT - start.len()) * 8;
            let last = first_eight(start)
                | 1_u64
                    .checked_shl(shift(rest))
                    .map_or(u64::MAX, |one| one - 1);
            return from..self.first_where(|other| other > last).max(from);
        }
        let count = partition(self.len() - from, |n| self.get(from + n).starts_with(start));
        from..from + count
    }

    /// The first text after this one that does not begin with the same bytes, so many and eight at most; of longer
    /// beginnings the next text. Seldom is it far away.
    pub fn after(&self, number: u32, length: usize) -> u32 {
        let from = number as usize + 1;
        let later = self.keys.get(from..).unwrap_or_default();
        let key = from.checked_sub(1).and_then(|at| self.keys.get(at));
        let (Some(&key), true) = (key, (1..=EIGHT).contains(&length)) else {
            return number + 1;
        };
        let rest = shift((EIGHT - length) * 8);
        let same = |other: &u64| (other ^ key) >> rest == 0;
        let mut step = 1;
        while later.get(step - 1).is_some_and(same) {
            step *= 2;
        }
        let near = later.get(step / 2..step.min(later.len()));
        let passed = step / 2 + near.unwrap_or_default().partition_point(same);
        number + 1 + u32::try_from(passed).unwrap_or(0)
    }

    /// The first text whose key is so, when all after it are.
    fn first_where(&self, is: impl Fn(u64) -> bool) -> u32 {
        u32::try_from(self.keys.partition_point(|&key| !is(key))).unwrap_or(u32::MAX)
    }

    /// A byte of a text, 0 after its end.
    fn byte(&self, number: u32, at: usize) -> u8 {
        if at < EIGHT {
            let key = self.keys.get(number as usize).copied().unwrap_or(0);
            return key.to_be_bytes().get(at).copied().unwrap_or(0);
        }
        self.get(number).as_bytes().get(at).copied().unwrap_or(0)
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> usize {
        self.texts.memory() + self.keys.capacity() * size_of::<u64>()
    }

    /// Gives back what was allocated in advance.
    pub fn shrink(&mut self) {
        self.texts.shrink();
        self.keys.shrink_to_fit();
    }
}

/// How many bytes a key has.
const EIGHT: usize = size_of::<u64>();

fn shift(bits: usize) -> u32 {
    u32::try_from(bits).unwrap_or(u32::MAX)
}

/// Sorted texts that begin alike.
#[derive(Clone)]
pub struct Narrowed<'a> {
    /// The texts.
    pub texts: &'a Sorted,
    /// The numbers of those that begin alike.
    pub range: Range<u32>,
}

impl Narrowed<'_> {
    /// Those with this byte at this place.
    pub fn narrow(&self, at: usize, byte: u8) -> Self {
        let Range { start, end } = self.range;
        let here = |n: u32| self.texts.byte(start + n, at);
        let from = partition(end - start, |n| here(n) < byte);
        let count = partition(end - start - from, |n| here(from + n) <= byte);
        Self {
            texts: self.texts,
            range: start + from..start + from + count,
        }
    }

    /// Those that are no longer than what they have in common.
    pub fn of_length(&self, length: usize) -> impl Iterator<Item = u32> {
        self.range
            .clone()
            .take_while(move |&n| self.texts.get(n).len() == length)
    }

    /// Calls `each` with every beginning of `word` that is one of some text, and those texts.
    pub fn walk(&self, word: &str, mut each: impl FnMut(usize, &Self)) {
        let mut here = self.clone();
        for (at, byte) in word.bytes().enumerate() {
            here = here.narrow(at, byte);
            if here.range.is_empty() {
                return;
            }
            each(at + 1, &here);
        }
    }
}

/// The first of `0..count` for which `before` no longer holds, when it holds for a beginning of them.
pub fn partition(count: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Word numbers in the order of a text that each gives: by its first eight letters as one number, then in full.
pub fn sorted_by<'a>(
    count: u32,
    text: impl Fn(u32) -> &'a str,
    key: impl Fn(&str) -> u64,
    compare: impl Fn(&str, &str) -> std::cmp::Ordering,
) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = (0..count).map(|word| (key(text(word)), word)).collect();
    order.sort_unstable_by(|one, other| {
        one.0
            .cmp(&other.0)
            .then_with(|| compare(text(one.1), text(other.1)))
            .then(one.1.cmp(&other.1))
    });
    order.into_iter().map(|(_, word)| word).collect()
}

/// The first eight bytes as a number that sorts as they do.
pub fn first_eight(word: &str) -> u64 {
    if let Some(eight) = word.as_bytes().first_chunk() {
        return u64::from_be_bytes(*eight);
    }
    let mut eight = [0; 8];
    for (to, from) in eight.iter_mut().zip(word.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(eight)
}

/// The last eight bytes, read backwards.
pub fn last_eight(word: &str) -> u64 {
    let mut bytes = word.bytes().rev();
    (0..8).fold(0, |key, _| key << 8 | u64::from(bytes.next().unwrap_or(0)))
}
