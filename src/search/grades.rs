//! What a query word is worth in every document, roughly and never too little, and whether it stands in the name: one
//! byte a document.
//!
//! A broad word (`tillstånd`, `vatten`) stands in so many documents that to look for it in each one that another word
//! leads to would take longer than to walk its postings once. That is done when it begins to pay, and kept from key to
//! key: while the next word is typed, the words before it are at hand.

use std::sync::Arc;

use super::expand::Match;
use super::index::{AHEAD, Index};
use super::prepare::Entry;
use super::tiers;

/// Most words whose grades are kept, a byte a document each; those not asked for longest go first.
const MOST_KEPT: usize = 16;
/// What one grade stands for, of 1 000 000: so much too much at most.
pub const STEP: u32 = 8192;
/// The bit of a grade that tells that the word stands in the document's name, or may.
pub const NAMED: u8 = 128;
/// More than anything is worth.
const MOST: u32 = STEP * 128;

/// What of an entry is graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// All that it stands for.
    Whole,
    /// The first half of one of its parts.
    Head(usize),
    /// The second half.
    Tail(usize),
}

#[derive(Debug)]
struct Graded {
    entry: Arc<Entry>,
    of: Of,
    /// See [`Graded::grades`]; empty where the entry has them itself.
    own: Vec<u8>,
    /// The last search that asked for it.
    asked: u64,
}

impl Graded {
    /// For each document the least whole number of [`STEP`]s that is not less than what the word is worth there, and
    /// [`NAMED`].
    #[inline]
    fn grades(&self) -> &[u8] {
        if self.own.is_empty() {
            &self.entry.grades
        } else {
            &self.own
        }
    }
}

/// The grades of words lately asked for.
#[derive(Debug, Default)]
pub struct Grades {
    all: Vec<Graded>,
    search: u64,
}

impl Grades {
    /// A search begins. What it asks for keeps its place until the next one.
    pub fn begin(&mut self) {
        self.search += 1;
    }

    /// Where the grades of a word are, worked out if need be; none when this search has asked for too many.
    pub fn place(&mut self, index: &Index, entry: &Arc<Entry>, of: Of) -> Option<usize> {
        let is_it = |graded: &Graded| graded.of == of && Arc::ptr_eq(&graded.entry, entry);
        let place = match self.all.iter().position(is_it) {
            Some(known) => known,
            None => self.put(index, entry, of)?,
        };
        if let Some(graded) = self.all.get_mut(place) {
            graded.asked = self.search;
        }
        Some(place)
    }

    fn put(&mut self, index: &Index, entry: &Arc<Entry>, of: Of) -> Option<usize> {
        let place = if self.all.len() < MOST_KEPT {
            self.all.len()
        } else {
            let oldest = self.all.iter().enumerate();
            let (place, _) = oldest
                .min_by_key(|(_, graded)| graded.asked)
                .filter(|(_, graded)| graded.asked < self.search)?;
            place
        };
        let graded = Graded {
            own: if of == Of::Whole && !entry.grades.is_empty() {
                Vec::new()
            } else {
                grades(index, entry, of)
            },
            entry: Arc::clone(entry),
            of,
            asked: self.search,
        };
        match self.all.get_mut(place) {
            Some(before) => *before = graded,
            None => self.all.push(graded),
        }
        Some(place)
    }

    /// The grades at a place, one a document.
    pub fn column(&self, place: usize) -> &[u8] {
        self.all.get(place).map_or(&[], Graded::grades)
    }

    /// What the word whose grades are at a place is worth in a document at most, 0–1 000 000 and a little over; exactly
    /// 0 where it is not.
    #[inline]
    pub fn of(&self, place: usize, document: u32) -> u32 {
        self.look(place, document).0
    }

    /// The same, and whether it may stand in the document's name.
    #[inline]
    pub fn look(&self, place: usize, document: u32) -> (u32, bool) {
        let graded = self.all.get(place);
        let grade = graded.and_then(|graded| graded.grades().get(document as usize));
        grade.map_or((MOST, true), |&grade| {
            (u32::from(grade & !NAMED) * STEP, grade & NAMED != 0)
        })
    }
}

/// What the word, or half of it, is worth in every document.
pub fn grades(index: &Index, entry: &Entry, of: Of) -> Vec<u8> {
    let mut grades = vec![0_u8; index.len()];
    let parts = || entry.expansion.parts.iter().zip(&entry.reach.parts);
    match of {
        Of::Whole => {
            put_in(&mut grades, index, &entry.expansion.matches, |own| own);
            for (parts, reach) in parts() {
                // The second half is somewhere in the document, if this is worth anything there.
                let both = |own| (own + reach.tail.most) * tiers::PARTS_PERCENT / 200;
                put_in(&mut grades, index, &parts.head, both);
                name_in(&mut grades, index, &parts.tail);
            }
        }
        Of::Head(at) => {
            for (parts, _) in parts().skip(at).take(1) {
                put_in(&mut grades, index, &parts.head, |own| own);
            }
        }
        Of::Tail(at) => {
            for (parts, _) in parts().skip(at).take(1) {
                put_in(&mut grades, index, &parts.tail, |own| own);
            }
        }
    }
    grades
}

/// Raises the grades of the documents that these stand in to what they are worth there.
///
/// Matches of one weight follow one another, so what each class gives them is worked out once for many lists. Of one
/// posting then only a byte is looked up: there is no branch to be guessed wrong, where classes change every few postings.
fn put_in(grades: &mut [u8], index: &Index, matches: &[Match], worth: impl Fn(u32) -> u32) {
    let mut by_class = [0_u8; 1 << u8::BITS];
    let mut weight = None;
    for (at, found) in matches.iter().enumerate() {
        if at.is_multiple_of(AHEAD) {
            let coming = matches.iter().skip(at).take(AHEAD);
            coming.for_each(|found| index.ask_for_postings(found.word));
        }
        if weight != Some(found.weight) {
            weight = Some(found.weight);
            for (class, grade) in (0..=u8::MAX).zip(&mut by_class).take(index.classes.len()) {
                let own = u32::from(found.weight) * index.class_weight(class);
                let steps = u8::try_from(worth(own).div_ceil(STEP)).unwrap_or(u8::MAX);
                *grade = steps.min(!NAMED) | if index.is_name(class) { NAMED } else { 0 };
            }
        }
        let row = index.postings(found.word);
        for (&document, &class) in row.numbers.iter().zip(row.classes) {
            if let (Some(known), Some(&grade)) = (
                grades.get_mut(document as usize),
                by_class.get(usize::from(class)),
            ) {
                *known = better(grade, *known);
            }
        }
    }
}

/// The better of two grades: the greater worth, and in the name if either is.
#[inline]
pub fn better(one: u8, other: u8) -> u8 {
    (one & !NAMED).max(other & !NAMED) | (one | other) & NAMED
}

/// Marks the documents whose names these stand in.
fn name_in(grades: &mut [u8], index: &Index, matches: &[Match]) {
    for found in matches {
        let row = index.postings(found.word);
        for (&document, &class) in row.numbers.iter().zip(row.classes) {
            if index.is_name(class)
                && let Some(known) = grades.get_mut(document as usize)
            {
                *known |= NAMED;
            }
        }
    }
}
