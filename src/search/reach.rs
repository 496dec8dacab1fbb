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
    /// The same of those that are worth nearly as much as the best, and [`LIST`] for each: what it takes to walk them.
    pub walked: u64,
    /// For each of its [`Expansion::parts`].
    pub parts: Vec<PartsReach>,
}

/// How many postings could be walked while a list is begun.
const LIST: u64 = 32;

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
            walked: 0,
            parts: Vec::new(),
        };
        for parts in &expansion.parts {
            let (head, tail) = (half(index, &parts.head), half(index, &parts.tail));
            let parts = PartsReach { head, tail };
            reach.most = reach.most.max(parts.most());
            reach.postings += head.postings.min(tail.postings);
            reach.parts.push(parts);
        }
        let near = |worth: u32| worth >= reach.most / 4 * 3;
        let lists = expansion.matches.iter();
        let near_lists =
            lists.filter(|found| near(u32::from(found.weight) * index.top(found.word)));
        reach.walked = near_lists
            .map(|found| u64::from(index.frequency(found.word)) + LIST)
            .sum();
        let near_parts = reach.parts.iter().filter(|parts| near(parts.most()));
        reach.walked += near_parts
            .map(|parts| parts.head.postings.min(parts.tail.postings))
            .sum::<u64>();
        reach
    }
}

impl PartsReach {
    /// The most that both are worth together.
    fn most(&self) -> u32 {
        (self.head.most + self.tail.most) * tiers::PARTS_PERCENT / 200
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
