//! What a document can score at most, from what is known of it before it is looked at.

use std::sync::Arc;

use super::super::grades::Grades;
use super::super::prepare::{Entry, Prepared};
use super::super::rank;

/// The query word being walked, and what the others can add.
pub struct Walk {
    pub weight: u64,
    pub all: u64,
    /// All later query words at their best.
    pub rest: Rest,
    /// Every other query word.
    pub others: Vec<Other>,
}

/// A query word that another one's documents may have too.
pub struct Other {
    pub weight: u64,
    /// The most that it is worth anywhere.
    pub most: u32,
    /// What it stands for, by itself and together with others.
    pub entries: Vec<Arc<Entry>>,
    /// Where the grades of those are, once they are known.
    pub places: Vec<usize>,
}

/// What query words add to a score at most.
#[derive(Clone, Copy, Default)]
pub struct Rest {
    /// Weight × most.
    pub words: u64,
    /// Most, for the share of the name.
    name: u64,
}

impl std::iter::Sum for Rest {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            words: sum.words + one.words,
            name: sum.name + one.name,
        })
    }
}

impl Walk {
    /// The walk of each query word, in the order of [`order`], with its place in the query.
    pub fn all(prepared: &Prepared) -> Vec<(usize, Self)> {
        let (order, most) = order(prepared);
        let words = |at: usize| prepared.words.get(at);
        let weight = |at: usize| words(at).map_or(0, |word| u64::from(word.weight));
        let rest = |at: &usize| -> Rest {
            let most = most.get(*at).map_or(0, |&most| u64::from(most));
            Rest {
                words: weight(*at) * most,
                name: most,
            }
        };
        let walk = |(turn, &at): (usize, &usize)| {
            let others = order.iter().filter(|&&other| other != at);
            let walk = Self {
                weight: weight(at),
                all: (0..prepared.words.len()).map(weight).sum(),
                rest: order.iter().skip(turn + 1).map(rest).sum(),
                others: others
                    .filter_map(|&other| other_word(prepared, &most, other))
                    .collect(),
            };
            (at, walk)
        };
        order.iter().enumerate().map(walk).collect()
    }

    /// The most that a document scores that is worth so much to the query word, with what the others add.
    pub fn bound(&self, worth: u32, name_words: u8, rest: Rest) -> u32 {
        let worth = u64::from(worth);
        rank::bound(
            self.weight * worth + rest.words,
            self.all,
            worth + rest.name,
            name_words,
        )
    }

    /// What the other query words add to a document at most.
    pub fn rest_in(&self, grades: &Grades, document: u32) -> Rest {
        let others = self.others.iter().map(|other| {
            let told = other.places.iter().map(|&at| grades.of(at, document));
            // What is not known yet is the most that it can be.
            let most = told.max().unwrap_or(other.most).min(other.most);
            Rest {
                words: other.weight * u64::from(most),
                name: u64::from(most),
            }
        });
        others.sum()
    }
}

/// The query words in the order in which they are walked, and by their place in the query the most that each is worth.
///
/// Any order finds the same; the sooner the top fills with good documents, and the less the later words can add, the
/// sooner it ends. So rare words go before common ones, and weighty before light ones: grammar comes last, when nothing
/// is left that it could lift into the top.
fn order(prepared: &Prepared) -> (Vec<usize>, Vec<u32>) {
    let mut costs = Vec::with_capacity(prepared.words.len());
    let mut tops = Vec::with_capacity(prepared.words.len());
    for (at, word) in prepared.words.iter().enumerate() {
        let joined = prepared.joins_of(at).map(|join| &join.entry.reach);
        let reaches = std::iter::once(&word.entry.reach).chain(joined);
        let (postings, top) = reaches.fold((0_u64, 0), |(postings, top), reach| {
            (postings + reach.postings, top.max(reach.most))
        });
        let weight = u64::from(word.weight.max(1));
        costs.push((postings * 1_000_000 / weight, at));
        tops.push(top);
    }
    costs.sort_unstable();
    (costs.into_iter().map(|(_, at)| at).collect(), tops)
}

/// A query word beside the one that is walked.
fn other_word(prepared: &Prepared, most: &[u32], at: usize) -> Option<Other> {
    let word = prepared.words.get(at)?;
    let joined = prepared.joins_of(at).map(|join| &join.entry);
    Some(Other {
        weight: u64::from(word.weight),
        most: most.get(at).copied().unwrap_or(0),
        entries: std::iter::once(&word.entry)
            .chain(joined)
            .cloned()
            .collect(),
        places: Vec::new(),
    })
}
