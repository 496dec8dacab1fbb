//! Look-alikes: services, and organisations, that may be one entered twice, with the reasons for thinking so.
//!
//! A [`Record`] is an entry as plain texts, made from a directory or by anybody else. [`Records`] gets to know a
//! collection of them: which words they use, and how many share a number or a word. Two records are compared field by
//! field; each comparison is an [`Evidence`] with both values and a weight from one table ([`WEIGHTS`]), and the sum
//! puts the pair in one of three [`Band`]s. What is missing is no evidence, and what many share next to none.
//!
//! This is about an *error in the catalogue*; that two bodies do the same work is another matter. Nothing is merged or
//! hidden: people decide.
//!
//! ```
//! use hanvisa::overlap::lookalike::{Band, Kind, Record, Records};
//!
//! let service = |id: &str, name: &str| Record::named(Kind::Service, id, name);
//! let records = Records::new(vec![
//!     service("a", "Snöröjning av gata"),
//!     service("b", "Gatusnöröjning"),
//!     service("c", "Bygglov"),
//! ]);
//! let found = records.lookalikes();
//! assert_eq!(found.len(), 1);
//! assert_eq!((found[0].left.id.as_str(), found[0].right.id.as_str()), ("a", "b"));
//! assert_eq!(found[0].band, Band::Look);
//! ```

mod apart;
mod common;
mod contact;
mod entry;
mod evidence;
mod marks;
mod name;
mod pairs;
mod rarity;
mod record;
mod weights;
mod wording;
mod words;

use std::cmp::Ordering;
use std::sync::Arc;

use common::{Common, Municipalities};
use entry::{Entry, Prepared};

use crate::threads::in_halves;

pub use evidence::{Agreement, Evidence, Field};
pub use record::{Kind, Record};
pub use weights::{LOOK, MOST_FROM_WORDS, Row, SURE, WEIGHTS};
pub use wording::Wording;

/// What to think of two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// They are two.
    No,
    /// Somebody should look.
    Look,
    /// They are one, entered twice.
    Sure,
}

impl Band {
    /// The band of a score.
    pub fn of(score: f64) -> Self {
        if score >= SURE {
            Self::Sure
        } else if score >= LOOK {
            Self::Look
        } else {
            Self::No
        }
    }
}

/// Two entries side by side, and why they look alike or do not.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookalike<'r> {
    /// The one whose id comes first.
    pub left: &'r Record<'r>,
    /// The other.
    pub right: &'r Record<'r>,
    /// The sum of the weights.
    pub score: f64,
    /// What to think of them.
    pub band: Band,
    /// What was compared, the heaviest first; the weights add up to the score.
    pub evidence: Vec<Evidence>,
}

/// A collection of entries that know each other's words.
#[derive(Debug)]
pub struct Records<'c> {
    entries: Vec<Entry<'c>>,
    common: Common,
}

impl<'c> Records<'c> {
    /// Gets to know a collection. Services and organisations may be mixed; they are not compared with each other.
    pub fn new(records: Vec<Record<'c>>) -> Self {
        let texts: Vec<&str> = records.iter().flat_map(Record::texts).collect();
        let wording = Arc::new(Wording::of_texts(&texts));
        let prepared = prepared(&records, &wording);
        let all = records.into_iter().zip(prepared);
        Self::of(
            all.filter_map(|(record, prepared)| Some((record, prepared?))),
            wording,
        )
    }

    /// The same of a collection whose texts are known already, as part of a larger one or as the whole. Where they are
    /// not, they are got to know.
    pub fn worded(records: Vec<Record<'c>>, wording: &Arc<Wording>) -> Self {
        let prepared: Option<Vec<Prepared>> = prepared(&records, wording).into_iter().collect();
        match prepared {
            Some(prepared) => Self::of(records.into_iter().zip(prepared), Arc::clone(wording)),
            None => Self::new(records),
        }
    }

    fn of(all: impl Iterator<Item = (Record<'c>, Prepared)>, wording: Arc<Wording>) -> Self {
        let mut towns = Municipalities::default();
        let entries: Vec<Entry> = all
            .map(|(record, prepared)| Entry::new(record, prepared, &mut towns))
            .collect();
        let common = Common::among(&entries, wording);
        Self { entries, common }
    }

    /// The entry at a position.
    pub fn get(&self, position: usize) -> Option<&Record<'c>> {
        self.entries.get(position).map(|entry| &entry.record)
    }

    /// Compares the entries at two positions; none if there is no such entry, or they are of two kinds.
    pub fn compare(&self, one: usize, other: usize) -> Option<Lookalike<'_>> {
        let (one, other) = (self.entries.get(one)?, self.entries.get(other)?);
        let (left, right) = in_order(one, other);
        (left.record.kind == right.record.kind).then(|| self.lookalike(left, right))
    }

    /// All pairs that look alike, surely or so that somebody should look, the likeliest first; then by id.
    pub fn lookalikes(&self) -> Vec<Lookalike<'_>> {
        let at = |position: u32| self.entries.get(position as usize);
        let alike = |&(one, other): &(u32, u32)| {
            let (left, right) = in_order(at(one)?, at(other)?);
            let of_a_kind = left.record.kind == right.record.kind;
            let may_be = of_a_kind && entry::may_reach(LOOK, left, right, &self.common);
            let lookalike = may_be.then(|| self.lookalike(left, right))?;
            (lookalike.band != Band::No).then_some(lookalike)
        };
        let pairs = pairs::worth_comparing(&self.entries, &self.common);
        let found = in_halves(&pairs, |pairs| {
            pairs.iter().filter_map(alike).collect::<Vec<_>>()
        });
        let mut found: Vec<Lookalike> = found.into_iter().flatten().collect();
        found.sort_by(likeliest_first);
        found
    }

    fn lookalike<'r>(&'r self, left: &'r Entry<'c>, right: &'r Entry<'c>) -> Lookalike<'r> {
        let evidence = entry::compare(left, right, &self.common);
        let score: f64 = evidence.iter().map(|evidence| evidence.weight).sum();
        let score = (score * 10.0).round() / 10.0;
        Lookalike {
            left: &left.record,
            right: &right.record,
            score,
            band: Band::of(score),
            evidence,
        }
    }
}

/// Prepares records, by two threads where there are many; none for one that has texts that are not known.
fn prepared(records: &[Record], wording: &Wording) -> Vec<Option<Prepared>> {
    let halves = in_halves(records, |records| {
        let each = records.iter().map(|record| Prepared::new(record, wording));
        each.collect::<Vec<_>>()
    });
    halves.into_iter().flatten().collect()
}

/// One order whoever is asked for first, so that the same is said of a pair both ways round.
fn in_order<'e, 'c>(one: &'e Entry<'c>, other: &'e Entry<'c>) -> (&'e Entry<'c>, &'e Entry<'c>) {
    if one.record <= other.record {
        (one, other)
    } else {
        (other, one)
    }
}

fn likeliest_first(one: &Lookalike, other: &Lookalike) -> Ordering {
    let score = other.score.total_cmp(&one.score);
    score.then_with(|| (one.left, one.right).cmp(&(other.left, other.right)))
}

#[cfg(test)]
mod tests;
