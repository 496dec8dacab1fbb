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
    /// The place of its last letter.
    last: u32,
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
        let last = u32::try_from(length).unwrap_or(64).saturating_sub(1);
        Self {
            places,
            length,
            last,
        }
    }

    /// Measures the distance to `other`, byte by byte.
    pub fn distance(&self, other: &str) -> Distance {
        let steps = other.bytes().zip(1..);
        let end = steps.fold(self.start(), |column, (byte, at)| {
            self.step(column, byte, at)
        });
        self.told(end, other)
    }

    /// The same, going on from where `other` and the text that was measured last part: of words in order, most begin as
    /// the one before did. When neither a text that begins as `other` does nor any beginning of it can be within `allowed`,
    /// after how many bytes that is sure. One trail is for one pattern and one `allowed`.
    pub fn near_after(
        &self,
        trail: &mut Trail,
        other: &str,
        allowed: usize,
    ) -> Result<Distance, usize> {
        let bytes = other.as_bytes();
        if trail.columns.is_empty() {
            trail.columns.push(self.start());
        }
        let shared = alike(&trail.bytes, bytes);
        if let Some(far) = trail.far.filter(|&far| far <= shared) {
            return Err(far);
        }
        trail.far = None;
        trail.columns.truncate(shared + 1);
        trail.bytes.truncate(shared);
        let mut column = trail
            .columns
            .last()
            .copied()
            .unwrap_or_else(|| self.start());
        for (&byte, at) in bytes.iter().skip(shared).zip(shared + 1..) {
            column = self.step(column, byte, at);
            trail.columns.push(column);
            trail.bytes.push(byte);
            if column.prefix > allowed && self.least(column, at, allowed) > allowed {
                trail.far = Some(at);
                return Err(at);
            }
        }
        Ok(self.told(column, other))
    }

    /// The least number of a column after `length` bytes, or any that is more than `allowed` when that is: none is less in
    /// the columns that follow. Numbers so far from the diagonal need not be looked at.
    fn least(&self, column: Column, length: usize, allowed: usize) -> usize {
        let from = length.saturating_sub(allowed).min(self.length);
        let before = !u64::MAX
            .checked_shl(u32::try_from(from).unwrap_or(64))
            .unwrap_or(0);
        let ones = |bits: u64| (bits & before).count_ones() as usize;
        let mut now = (length + ones(column.up)).saturating_sub(ones(column.down));
        let mut least = now;
        for at in from..self.length.min(length + allowed) {
            now += usize::from(column.up >> at & 1 == 1);
            now -= usize::from(column.down >> at & 1 == 1);
            least = least.min(now);
        }
        least
    }

    /// Before the first byte.
    fn start(&self) -> Column {
        Column {
            up: u64::MAX,
            down: 0,
            zero: 0,
            before: 0,
            now: self.length,
            prefix: self.length,
            prefix_len: 0,
        }
    }

    /// One more byte, with which `length` have been read.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "there is a place for each byte")]
    fn step(&self, column: Column, byte: u8, length: usize) -> Column {
        let Column {
            up,
            down,
            zero,
            before,
            mut now,
            mut prefix,
            mut prefix_len,
        } = column;
        let last = 1_u64.wrapping_shl(self.last);
        let same = self.places[usize::from(byte)];
        let swapped = ((!zero & same) << 1) & before;
        let zero = ((same & up).wrapping_add(up) ^ up) | same | down | swapped;
        let right_up = down | !(zero | up);
        let right_down = zero & up;
        now += usize::from(right_up & last != 0);
        now -= usize::from(right_down & last != 0);
        let right_up = (right_up << 1) | 1;
        if now <= prefix {
            (prefix, prefix_len) = (now, length);
        }
        Column {
            up: (right_down << 1) | !(zero | right_up),
            down: right_up & zero,
            zero,
            before: same,
            now,
            prefix,
            prefix_len,
        }
    }

    fn told(&self, end: Column, other: &str) -> Distance {
        // Nothing is as far from a text as that is long.
        let (whole, prefix, prefix_len) = match self.length {
            0 => (other.len(), 0, 0),
            _ => (end.now, end.prefix, end.prefix_len),
        };
        Distance {
            whole,
            prefix,
            prefix_len,
        }
    }
}

/// A column of the table: what is known after some bytes of a vocabulary word.
#[derive(Clone, Copy, Debug)]
struct Column {
    up: u64,
    down: u64,
    zero: u64,
    before: u64,
    now: usize,
    prefix: usize,
    prefix_len: usize,
}

/// The text that one pattern was measured against last, with all columns.
#[derive(Debug, Default)]
pub struct Trail {
    bytes: Vec<u8>,
    columns: Vec<Column>,
    /// After how many of the bytes it was sure that nothing that begins so is near.
    far: Option<usize>,
}

/// How many bytes two texts begin with alike.
fn alike(one: &[u8], other: &[u8]) -> usize {
    let eight = |text: &[u8]| {
        let eight = text.first_chunk::<8>();
        eight.map(|eight| u64::from_be_bytes(*eight))
    };
    let (mut from, mut first, mut second) = (0, one, other);
    while let (Some(a), Some(b)) = (eight(first), eight(second)) {
        if a != b {
            return from + (a ^ b).leading_zeros() as usize / 8;
        }
        from += 8;
        first = first.get(8..).unwrap_or_default();
        second = second.get(8..).unwrap_or_default();
    }
    let same = first.iter().zip(second);
    from + same.take_while(|(a, b)| a == b).count()
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
        fn going_on_from_the_last_word_tells_the_same(
            one in "[a-d]{0,12}", others in proptest::collection::vec("[a-d]{0,20}", 0..8), allowed in 0..4_usize,
        ) {
            let (pattern, mut trail) = (Pattern::new(&one), Trail::default());
            for other in others {
                for other in [format!("{other}{one}"), other] {
                    match pattern.near_after(&mut trail, &other, allowed) {
                        Ok(found) => prop_assert_eq!(found, pattern.distance(&other)),
                        Err(far) => for ending in ["", &one, &other] {
                            let found = pattern.distance(&format!("{}{ending}", &other[..far]));
                            prop_assert!(found.whole > allowed && found.prefix > allowed);
                        },
                    }
                }
            }
        }

        #[test]
        fn what_is_near_is_never_given_up(one in "[a-d]{0,12}", other in "[a-d]{0,12}") {
            let found = Pattern::new(&one).distance(&other);
            let allowed = found.whole.min(found.prefix);
            prop_assert_eq!(Pattern::new(&one).near_after(&mut Trail::default(), &other, allowed), Ok(found));
        }

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
