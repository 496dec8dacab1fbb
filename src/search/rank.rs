//! The score of one document for one query: what each query word found in it, put together.
//!
//! Every part grows with what the words found, so that a bound on the words is a bound on the score.

use super::tiers::{self, Field, Tier};

/// The bit in [`Cell::texts`] of texts that words do not stand together in: of a single word, or too long.
pub const LOOSE: u8 = 63;

/// The best that a query word found in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Weight of the match × weight of the place where it stands: 0–1 000 000.
    pub score: u32,
    /// The texts of the document that the word stands in, one bit each; bit 0 is the name, [`LOOSE`] all texts that
    /// words do not stand together in.
    pub texts: u64,
    /// The vocabulary word.
    pub word: u32,
    /// What the match is worth, without the place.
    pub weight: u16,
    /// Where it stands, see [`Class`].
    pub class: u8,
    /// How it was found.
    pub tier: Tier,
}

impl Cell {
    /// Nothing found.
    pub const NONE: Self = Self {
        score: 0,
        texts: 0,
        word: 0,
        weight: 0,
        class: 0,
        tier: Tier::Exact,
    };

    /// Takes over a better match; the texts of both are kept.
    #[inline]
    pub fn merge(&mut self, other: &Self) {
        let texts = self.texts | other.texts;
        if other.score > self.score {
            *self = *other;
        }
        self.texts = texts;
    }

    /// Two halves of a compound, found in the same document.
    pub fn parts(head: &Self, tail: &Self) -> Self {
        if head.score == 0 || tail.score == 0 {
            return Self::NONE;
        }
        let score = (head.score + tail.score) * tiers::parts_percent(head.texts, tail.texts) / 200;
        let weight = u16::midpoint(head.weight, tail.weight);
        Self {
            score,
            texts: head.texts | tail.texts,
            weight,
            tier: Tier::Parts,
            ..*head
        }
    }
}

/// Where a word stands: the field, and how long the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The field.
    pub field: Field,
    /// What a word in it is worth, per mille.
    pub weight: u32,
}

/// Text lengths told apart.
const LENGTHS: [usize; 5] = [1, 2, 3, 4, 6];

/// All classes, heaviest first: a class's number is its place.
pub fn classes() -> Vec<Class> {
    let mut classes: Vec<Class> = Field::ALL
        .iter()
        .flat_map(|&field| {
            LENGTHS.map(|length| Class {
                field,
                weight: field.weight() * tiers::text_length(length) / 1000,
            })
        })
        .collect();
    classes.sort_by_key(|class| (std::cmp::Reverse(class.weight), class.field));
    classes
}

/// One query word's share in a score.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The weight of the query word.
    pub weight: u32,
    /// What it found, 0–1 000 000.
    pub score: u32,
    /// In which texts.
    pub texts: u64,
}

/// The score, 0–1 000 000, of a document whose name has `name_words` content words.
pub fn score(shares: &[Share], name_words: u8) -> u32 {
    let all: u64 = shares.iter().map(|share| u64::from(share.weight)).sum();
    if all == 0 {
        return 0;
    }
    let words = weighted(shares, u64::MAX);
    let name = shares
        .iter()
        .filter(|share| share.texts & 1 == 1)
        .map(|share| u64::from(share.score))
        .sum();
    let together = if shares.len() == 1 {
        words
    } else {
        together(shares)
    };
    sum(words / all, covered(name, name_words), together / all)
}

/// No document scores higher whose words found at most `weighted` (weight × score, summed) of `all` weights.
pub fn bound(weighted: u64, all: u64, name: u64, name_words: u8) -> u32 {
    if all == 0 {
        return 0;
    }
    sum(weighted / all, covered(name, name_words), weighted / all)
}

/// What each millionth that a word of this weight is worth adds to a score at most, in units that depend on the query and
/// the length of the name alone; and what it adds beside when the word stands in the name. No document has a score whose
/// words together add less than it [`needs`].
pub fn adds(weight: u64, all: u64, name_words: u8) -> (u64, u64) {
    let name_words = u64::from(name_words.max(1));
    (
        (tiers::WORDS + tiers::TOGETHER) * weight * name_words,
        tiers::NAME_COVERED * all,
    )
}

/// What the words of a document with at least this score add together, see [`adds`].
pub fn needs(score: u32, all: u64, name_words: u8) -> u64 {
    u64::from(score) * 1000 * all * u64::from(name_words.max(1))
}

fn sum(words: u64, name: u64, together: u64) -> u32 {
    let sum =
        (words * tiers::WORDS + name * tiers::NAME_COVERED + together * tiers::TOGETHER) / 1000;
    u32::try_from(sum).unwrap_or(u32::MAX)
}

/// Which share of the name was asked for.
fn covered(name: u64, name_words: u8) -> u64 {
    (name / u64::from(name_words.max(1))).min(1_000_000)
}

fn weighted(shares: &[Share], texts: u64) -> u64 {
    let inside = shares.iter().filter(|share| share.texts & texts != 0);
    inside
        .map(|share| u64::from(share.weight) * u64::from(share.score))
        .sum()
}

/// The most that stands in one and the same short text, if that is two words or more.
fn together(shares: &[Share]) -> u64 {
    let (mut once, mut twice) = (0, 0);
    for share in shares {
        twice |= once & share.texts;
        once |= share.texts;
    }
    let mut texts = twice & !(1 << LOOSE);
    let mut most = 0;
    while texts != 0 {
        let text = texts & texts.wrapping_neg();
        most = most.max(weighted(shares, text));
        texts ^= text;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_words_in_the_name_are_worth_everything() {
        let share = Share {
            weight: 700,
            score: 1_000_000,
            texts: 1,
        };
        assert_eq!(score(&[share], 1), 1_000_000);
        assert_eq!(score(&[share, share], 2), 1_000_000);
    }

    #[test]
    fn words_in_one_text_beat_the_same_words_in_two() {
        let share = |texts| Share {
            weight: 700,
            score: 900_000,
            texts,
        };
        assert!(score(&[share(2), share(2)], 3) > score(&[share(2), share(4)], 3));
    }

    proptest! {
        #[test]
        fn no_score_passes_its_bound(
            shares in proptest::collection::vec((1_u32..1000, 0_u32..1_000_001, any::<u64>()), 1..6), name_words in 0_u8..9,
        ) {
            let shares: Vec<Share> = shares.into_iter().map(|(weight, score, texts)| Share { weight, score, texts }).collect();
            let all = shares.iter().map(|share| u64::from(share.weight)).sum();
            let name = shares.iter().map(|share| u64::from(share.score)).sum();
            let most = bound(weighted(&shares, u64::MAX).max(together(&shares)), all, name, name_words);
            prop_assert!(score(&shares, name_words) <= most.max(1));
            let added = |named: &dyn Fn(&Share) -> bool| -> u64 {
                let adds = |share: &Share| adds(u64::from(share.weight), all, name_words);
                let added = shares.iter().map(|share| (share, adds(share)));
                let added = added.map(|(share, (word, name))| {
                    u64::from(share.score) * (word + if named(share) { name } else { 0 })
                });
                added.sum()
            };
            let needed = needs(score(&shares, name_words), all, name_words);
            prop_assert!(added(&|share| share.texts & 1 == 1) >= needed);
            let most = bound(weighted(&shares, u64::MAX), all, name, name_words);
            prop_assert!(added(&|_| true) >= needs(most, all, name_words));
        }
    }
}
