//! How far a query word reaches in a large index: what it is worth at most, and how many postings it leads to.
//!
//! Worked out once when the word is first met, and kept with what it stands for.

use super::expand::{Expansion, Match};
use super::index::Index;
use super::tiers;

/// See the module.
#[derive(Debug, Default)]
pub struct Reach {
    /// The most that it is worth anywhere, 0–1 000 000.
    pub most: u32,
    /// How many documents its vocabulary words stand in, in sum; of two halves those of the rarer one.
    pub postings: u64,
    /// For each of its [`Expansion::parts`].
    pub parts: Vec<PartsReach>,
}

/// How far the two halves of a compound reach.
#[derive(Debug)]
pub struct PartsReach {
    /// The first half.
    pub head: Half,
    /// The second half.
    pub tail: Half,
}

/// How far one half reaches.
#[derive(Clone, Copy, Debug)]
pub struct Half {
    /// The most that it is worth anywhere.
    pub most: u32,
    /// How many documents its words stand in, in sum.
    pub postings: u64,
}

impl Reach {
    /// The reach of what a query word stands for.
    pub fn of(index: &Index, expansion: &Expansion) -> Self {
        let whole = half(index, &expansion.matches);
        let mut reach = Self {
            most: whole.most,
            postings: whole.postings,
            parts: Vec::new(),
        };
        for parts in &expansion.parts {
            let (head, tail) = (half(index, &parts.head), half(index, &parts.tail));
            let both = (head.most + tail.most) * tiers::PARTS_PERCENT / 200;
            reach.most = reach.most.max(both);
            reach.postings += head.postings.min(tail.postings);
            reach.parts.push(PartsReach { head, tail });
        }
        reach
    }
}

fn half(index: &Index, matches: &[Match]) -> Half {
    let none = Half {
        most: 0,
        postings: 0,
    };
    matches.iter().fold(none, |half, found| Half {
        most: half
            .most
            .max(u32::from(found.weight) * index.top(found.word)),
        postings: half.postings + u64::from(index.frequency(found.word)),
    })
}
