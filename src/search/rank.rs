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
    /// In which of the texts, by its bit.
    pub text: u8,
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
        text: LOOSE,
        tier: Tier::Exact,
    };

    /// Takes over a better match; the texts of both are kept. Of two that are worth the same it is the one in the weightier
    /// place, then in the earlier text, in whichever order they come.
    #[inline]
    pub fn merge(&mut self, other: &Self) {
        let texts = self.texts | other.texts;
        let is_before = || (other.class, other.text) < (self.class, self.text);
        if other.score > self.score || other.score == self.score && is_before() {
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
    /// How many content words the text has, the least of those that are not told apart.
    pub words: u8,
}

/// Text lengths told apart.
const LENGTHS: [u8; 5] = [1, 2, 3, 4, 6];

/// All classes, heaviest first: a class's number is its place.
pub fn classes() -> Vec<Class> {
    let mut classes: Vec<Class> = Field::ALL
        .iter()
        .flat_map(|&field| {
            LENGTHS.map(|words| Class {
                field,
                weight: field.weight() * tiers::text_length(usize::from(words)) / 1000,
                words,
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
    /// In which of them it found the most, by its bit,
    pub text: u8,
    /// and how many content words that one has, see [`Class::words`].
    pub text_words: u8,
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
    let together = if shares.iter().filter(|share| share.tells()).count() > 1 {
        together(shares)
    } else {
        words
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

impl Share {
    /// Whether the word is more than grammar, which stands in every text and covers none.
    const fn tells(&self) -> bool {
        self.weight > tiers::STOP_WORD
    }

    /// What stands in the text where this word found the most, as large a part of it as the text is covered by the query.
    fn covered(&self, shares: &[Self]) -> u64 {
        let words = u64::from(self.text_words.max(1));
        if self.text == LOOSE {
            let own = u64::from(self.weight) * u64::from(self.score);
            return if words == 1 { own } else { 0 };
        }
        let text = 1 << self.text;
        let asked = shares
            .iter()
            .filter(|share| share.texts & text != 0 && share.tells());
        let asked = (asked.count() as u64).min(words);
        weighted(shares, text) * asked / words
    }
}

/// The most that one and the same short text is worth by how much of it was asked for.
fn together(shares: &[Share]) -> u64 {
    let found = shares.iter().filter(|share| share.score > 0);
    let covered = found.map(|share| share.covered(shares));
    covered.max().unwrap_or(0)
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
            text: 0,
            text_words: 2,
        };
        assert_eq!(score(&[share], 1), 1_000_000);
        assert_eq!(score(&[share, share], 2), 1_000_000);
    }

    #[test]
    fn words_in_one_text_beat_the_same_words_in_two() {
        let share = |text| Share {
            weight: 700,
            score: 900_000,
            texts: 1_u64 << text,
            text,
            text_words: 2,
        };
        assert!(score(&[share(1), share(1)], 3) > score(&[share(1), share(2)], 3));
    }

    #[test]
    fn a_word_that_is_the_whole_of_a_text_beats_the_same_word_in_a_longer_one() {
        let share = |text, text_words| Share {
            weight: 700,
            score: 900_000,
            texts: 1_u64 << text,
            text,
            text_words,
        };
        let beside = Share {
            score: 0,
            ..share(LOOSE, 1)
        };
        let whole = score(&[share(LOOSE, 1), beside], 3);
        let half = score(&[share(4, 2), beside], 3);
        assert!(whole > half);
        assert!(half > score(&[share(4, 3), beside], 3));
        // How long a text is that words do not stand together in is not known.
        assert!(half > score(&[share(LOOSE, 6), beside], 3));
    }

    #[test]
    fn the_better_of_two_matches_is_the_same_in_either_order() {
        let cell = |score, class, text| Cell {
            score,
            class,
            text,
            texts: 1_u64 << text,
            ..Cell::NONE
        };
        let cells = [
            cell(5, 1, 3),
            cell(5, 1, 2),
            cell(5, 0, 9),
            cell(4, 0, 1),
            Cell::NONE,
        ];
        for one in cells {
            for other in cells {
                let (mut here, mut there) = (one, other);
                here.merge(&other);
                there.merge(&one);
                assert_eq!(here, there);
            }
        }
    }

    proptest! {
        #[test]
        fn no_score_passes_its_bound(
            shares in proptest::collection::vec((1_u32..1000, 0_u32..1_000_001, any::<u64>(), 0..=LOOSE, 0..9_u8), 1..6), name_words in 0_u8..9,
        ) {
            let shares: Vec<Share> = shares.into_iter().map(|(weight, score, texts, text, text_words)| {
                Share { weight, score, texts: texts | 1 << text, text, text_words }
            }).collect();
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
