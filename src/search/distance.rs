//! Edit distance of one query word to many vocabulary words, in a few instructions a letter.
//!
//! Optimal string alignment (insert, delete, change, swap two neighbours: one each) by Hyyrö's bit-parallel recurrence
//! (H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003). The last row of the
//! table also tells the distance to every *prefix* of the vocabulary word, which is what a half-typed word needs.

/// A query word made ready to be measured against others.
pub struct Pattern {
    /// For each byte, the positions where the query word has it.
    places: Box<[u64; 256]>,
    length: usize,
}

/// How far a vocabulary word is from the query word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// To the whole vocabulary word.
    pub whole: usize,
    /// To its nearest prefix.
    pub prefix: usize,
    /// The length of that prefix, in bytes (the longest, if several are as near).
    pub prefix_len: usize,
}

impl Pattern {
    /// Prepares a word; letters after the 64th are ignored.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each byte")]
    pub fn new(word: &str) -> Self {
        let mut places = Box::new([0_u64; 256]);
        let bytes = word.as_bytes();
        let length = bytes.len().min(64);
        for (at, byte) in bytes.iter().take(length).enumerate() {
            places[usize::from(*byte)] |= 1 << at;
        }
        Self { places, length }
    }

    /// Measures the distance to `other`, byte by byte.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each byte")]
    pub fn distance(&self, other: &str) -> Distance {
        let mut now = self.length;
        let mut best = Distance {
            whole: now,
            prefix: now,
            prefix_len: 0,
        };
        if self.length == 0 {
            best.whole = other.len();
            return best;
        }
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down, mut zero, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        for (at, byte) in other.bytes().enumerate() {
            let same = self.places[usize::from(byte)];
            let swapped = ((!zero & same) << 1) & before;
            zero = ((same & up).wrapping_add(up) ^ up) | same | down | swapped;
            let right_up = down | !(zero | up);
            let right_down = zero & up;
            now += usize::from(right_up & last != 0);
            now -= usize::from(right_down & last != 0);
            let right_up = (right_up << 1) | 1;
            up = (right_down << 1) | !(zero | right_up);
            down = right_up & zero;
            before = same;
            if now <= best.prefix {
                best.prefix = now;
                best.prefix_len = at + 1;
            }
        }
        best.whole = now;
        best
    }
}

/// Which letters a word has: one bit for each of a–z, one for digits, one for all else.
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bag, byte| {
        bag | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_swap_a_slip_and_a_missing_letter_are_one_each() {
        for (one, other, distance) in [
            ("bygglov", "bygglov", 0),
            ("bygglov", "bgyglov", 1),
            ("bygglov", "byglov", 1),
            ("bygglov", "byggluv", 1),
            ("snorojing", "snorojning", 1),
            ("", "abc", 3),
            ("abc", "", 3),
        ] {
            assert_eq!(
                Pattern::new(one).distance(other).whole,
                distance,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_half_typed_word_is_measured_against_the_beginning() {
        let found = Pattern::new("snoroij").distance("snorojning");
        assert_eq!((found.prefix, found.prefix_len), (1, 6));
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_textbook_table(one in "[a-d]{0,12}", other in "[a-d]{0,12}") {
            let found = Pattern::new(&one).distance(&other);
            prop_assert_eq!(found.whole, strsim::osa_distance(&one, &other));
            let prefixes = (0..=other.len()).map(|n| strsim::osa_distance(&one, &other[..n]));
            prop_assert_eq!(Some(found.prefix), prefixes.min());
            prop_assert_eq!(found.prefix, strsim::osa_distance(&one, &other[..found.prefix_len]));
        }
    }
}
