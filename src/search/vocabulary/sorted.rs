//! Sorted words: sorting them, and finding those that begin alike.

use std::ops::Range;

use super::super::intern::Texts;

/// Sorted texts that begin alike.
#[derive(Clone)]
pub struct Narrowed<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The numbers of those that begin alike.
    pub range: Range<u32>,
}

impl Narrowed<'_> {
    /// Those with this byte at this place.
    pub fn narrow(&self, at: usize, byte: u8) -> Self {
        let Range { start, end } = self.range;
        let here = |n: u32| self.texts.get(n).as_bytes().get(at).copied();
        let from = start + partition(end - start, |n| here(start + n) < Some(byte));
        let count = partition(end - from, |n| here(from + n) <= Some(byte));
        Self {
            texts: self.texts,
            range: from..from + count,
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
    (0..8).fold(0, |key, at| {
        key << 8 | u64::from(word.as_bytes().get(at).copied().unwrap_or(0))
    })
}

/// The last eight bytes, read backwards.
pub fn last_eight(word: &str) -> u64 {
    let mut bytes = word.bytes().rev();
    (0..8).fold(0, |key, _| key << 8 | u64::from(bytes.next().unwrap_or(0)))
}
