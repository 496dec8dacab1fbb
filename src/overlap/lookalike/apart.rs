//! Compounds taken apart into words that some entry uses.

use std::collections::HashMap;

use super::words::Part;
use crate::search::intern::{Interner, QuickHash};
use crate::search::stem::stem;
use crate::search::stopwords::is_stop_word;

/// Shortest part of a compound, in letters: `sop`, `lov`.
const SHORTEST_PART: usize = 3;
/// Letters that link two parts: `skolskjutS-`, `gatU-`.
const LINKS: [char; 5] = ['s', 'u', 'o', 'a', 'e'];
/// How often a part is taken apart again.
const DEEPEST: u8 = 3;

/// The stem of a folded word, with two turns that a search has no need of: `gymnasium` meets `gymnasie-`, and `bokning`
/// meets `boka`, although so little remains.
pub fn root(folded: &str) -> &str {
    let root = stem(folded);
    if let [_, _, c, b'n'] = root.as_bytes()
        && !b"aeiouy".contains(c)
        && folded.get(4..).is_some_and(|rest| rest.starts_with("ing"))
        && root != "tidn"
    {
        return root.get(..3).unwrap_or(root);
    }
    root.strip_suffix("ium")
        .map_or(root, |_| root.trim_end_matches("um"))
}

/// How some words begin. Now and then it says yes to another, and never no to one of them.
#[derive(Debug)]
pub struct Beginnings([u64; 1 << 10]);

/// So many letters of a word are its beginning; all of a shorter one.
const BEGINNING: usize = 5;

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 1 << 10])
    }
}

impl Beginnings {
    /// Where the bit of some letters is: the place of a number, and which of its bits.
    fn place(letters: u64) -> (usize, u64) {
        let hash = letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        (usize::try_from(hash >> 6).unwrap_or(0), 1 << (hash & 63))
    }

    /// Takes in a word.
    pub fn insert(&mut self, word: &str) {
        let begins = word.bytes().take(BEGINNING);
        let (at, bit) = Self::place(begins.fold(0, |letters, byte| letters << 8 | u64::from(byte)));
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether a word may begin with one of them, or have all of a short one as its beginning.
    fn may_begin(&self, word: &str) -> bool {
        let mut letters = 0;
        word.bytes().take(BEGINNING).enumerate().any(|(at, byte)| {
            letters = letters << 8 | u64::from(byte);
            let (place, bit) = Self::place(letters);
            at + 1 >= SHORTEST_PART && self.0.get(place).is_some_and(|bits| bits & bit != 0)
        })
    }
}

/// A piece of a word that is a part, too.
#[derive(Clone, Copy)]
struct Piece<'w> {
    text: &'w str,
    part: Part,
}

/// Takes words apart by the parts there are. Most pieces come again in other words, and are kept.
pub struct Apart<'w> {
    stems: &'w Interner,
    begins: &'w Beginnings,
    known: HashMap<&'w str, Option<Part>, QuickHash>,
    splits: HashMap<&'w str, Option<[Piece<'w>; 2]>, QuickHash>,
}

impl<'w> Apart<'w> {
    /// Takes words apart by the stems of all words, which are the parts there are, and by how they begin.
    pub fn by(stems: &'w Interner, begins: &'w Beginnings) -> Self {
        Self {
            stems,
            begins,
            known: HashMap::default(),
            splits: HashMap::default(),
        }
    }

    /// Adds the parts of a word; itself where it is no compound.
    pub fn put_parts_of(&mut self, word: &'w str, whole: Part, parts: &mut Vec<Part>) {
        let word = Piece {
            text: word,
            part: whole,
        };
        let split = self.split(word.text);
        self.put(word, split, DEEPEST - 1, parts);
    }

    /// Splits a piece into known parts, and those again while they can be.
    fn put(
        &mut self,
        piece: Piece<'w>,
        split: Option<[Piece<'w>; 2]>,
        deeper: u8,
        parts: &mut Vec<Part>,
    ) {
        let Some(pieces) = split else {
            parts.push(piece.part);
            return;
        };
        for piece in pieces {
            let split = (deeper > 0).then(|| self.kept_split(piece.text)).flatten();
            self.put(piece, split, deeper.saturating_sub(1), parts);
        }
    }

    /// The split of a piece, which other words may have, too.
    fn kept_split(&mut self, text: &'w str) -> Option<[Piece<'w>; 2]> {
        if text.len() < 2 * SHORTEST_PART {
            return None;
        }
        if let Some(kept) = self.splits.get(text) {
            return *kept;
        }
        let split = self.split(text);
        self.splits.insert(text, split);
        split
    }

    /// The split into two known words whose shorter one is longest; of two such, the one with the longer head.
    fn split(&mut self, word: &'w str) -> Option<[Piece<'w>; 2]> {
        let mut best = None;
        let mut longest = 0;
        for shorter in (SHORTEST_PART..=word.len() / 2).rev() {
            // No part is longer than what stands on its side.
            if shorter < longest {
                break;
            }
            let longer = word.len() - shorter;
            let other = (shorter < longer).then_some(shorter);
            for at in [longer].into_iter().chain(other) {
                let Some(split @ [head, tail]) = self.split_at(word, at) else {
                    continue;
                };
                let found = (head.text.len().min(tail.text.len()), at);
                if best.is_none_or(|(best, _)| found > best) {
                    best = Some((found, split));
                    longest = found.0;
                }
            }
        }
        best.map(|(_, split)| split)
    }

    /// The two known words that a word is made of when the second begins at a place.
    fn split_at(&mut self, word: &'w str, at: usize) -> Option<[Piece<'w>; 2]> {
        let (head, tail) = word.split_at_checked(at)?;
        if !self.begins.may_begin(tail) {
            return None;
        }
        let tail = self.known(tail)?;
        let linked = head
            .strip_suffix(LINKS)
            .filter(|bare| bare.len() >= SHORTEST_PART);
        let mut heads = [Some(head), linked].into_iter().flatten();
        let head = heads.find_map(|head| self.known(head))?;
        Some([head, tail])
    }

    /// A piece of a word as a part: by its stem, or as it stands.
    fn known(&mut self, text: &'w str) -> Option<Piece<'w>> {
        let (stems, known) = (self.stems, &mut self.known);
        let part = *known.entry(text).or_insert_with(|| {
            let root = root(text);
            if root.len() < SHORTEST_PART || is_stop_word(text) {
                return None;
            }
            let as_it_stands = || (root != text).then(|| stems.find(text, 0)).flatten();
            stems.find(root, 0).or_else(as_it_stands)
        });
        part.map(|part| Piece { text, part })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_may_begin_with_any_part_there_is(parts in prop::collection::vec("[a-zåäö]{3,9}", 1..20), end in "[a-z]{0,6}") {
            let mut begins = Beginnings::default();
            for part in &parts {
                begins.insert(part);
            }
            for part in &parts {
                let word = part.clone() + &end;
                prop_assert!(begins.may_begin(&word), "{word}");
            }
        }
    }
}
