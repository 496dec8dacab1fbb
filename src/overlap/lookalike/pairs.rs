//! Which pairs are worth comparing: those that share something rare enough to matter.
//!
//! No pair is measured letter by letter unless it shares a name, a word, a part of a name, a number or address, or a
//! word of the name with one letter left out.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

use super::common::Common;
use super::entry::Entry;
use super::record::Kind;
use super::words::{Part, Words};
use crate::search::intern::QuickHash;
use crate::threads::both;

/// A value that more entries share weighs nothing any more ([`diluted`](super::weights::diluted)).
const MOST_WITH_A_VALUE: usize = 12;
/// A part of a name that more entries share says too little to be the only thing two have in common.
const MOST_WITH_A_PART: usize = 24;
/// Shortest word that is tried with a letter left out; a shorter one is never taken for a slip.
const SHORTEST_SLIP: usize = 5;
/// From this length a word may have two slips; then its first or last letters bring the two together.
const LONG_WORD: usize = 11;
/// How many letters at either end of a long word.
const END: usize = 5;

/// The pairs of positions worth comparing, each once, smaller first.
pub fn worth_comparing(entries: &[Entry], common: &Common) -> Vec<(u32, u32)> {
    let shared = || {
        let mut pairs = Vec::new();
        gather(entries, usize::MAX, &mut pairs, |entry, add| {
            if let Some(name) = &entry.name {
                add(Key::Joined(&name.joined));
                add(Key::Says(&name.parts));
            }
        });
        gather(entries, MOST_WITH_A_VALUE, &mut pairs, |entry, add| {
            for (at, value) in entry.values.iter().enumerate() {
                if let Some(value) = value {
                    add(Key::Value(at, value));
                }
            }
            let words = entry.words.iter().map(|(phrase, _)| *phrase);
            for phrase in words.chain(entry.called) {
                // What only one entry says brings nobody together.
                if common.phrase_holders(phrase) > 1 {
                    add(Key::Phrase(phrase));
                }
            }
        });
        gather(entries, MOST_WITH_A_PART, &mut pairs, |entry, add| {
            for part in entry.name.iter().flat_map(|name| &name.parts) {
                add(Key::Part(*part));
            }
        });
        initials(entries, &mut pairs);
        pairs
    };
    let misspelt = || {
        let mut pairs = Vec::new();
        gather(entries, MOST_WITH_A_PART, &mut pairs, |entry, add| {
            slips(entry, common.wording.words(), add);
        });
        pairs
    };
    let (mut pairs, misspelt) = both(shared, misspelt);
    pairs.extend(misspelt);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Something two entries may share.
#[derive(Hash)]
enum Key<'k> {
    Joined(&'k str),
    Says(&'k [Part]),
    Value(usize, &'k str),
    Phrase(u32),
    Part(Part),
    Slip(&'k str),
    Begins(&'k str),
    Ends(&'k str),
}

/// Adds the pairs that share a key, unless too many do.
fn gather(
    entries: &[Entry],
    most: usize,
    pairs: &mut Vec<(u32, u32)>,
    keys: impl Fn(&Entry, &mut dyn FnMut(Key)),
) {
    // Most of the hash and the entry in one number, which is quickly sorted.
    let mut holders: Vec<u64> = Vec::with_capacity(entries.len() * 8);
    let hash = QuickHash::default();
    for (at, entry) in (0..ENTRY).zip(entries) {
        keys(entry, &mut |key| {
            // Two keys with one hash bring entries together that are then found not to be alike, or seem to be shared by
            // too many: of two keys, one time in 2⁴⁰.
            holders.push(hash.hash_one((entry.record.kind, key)) & !ENTRY | at);
        });
    }
    holders.sort_unstable();
    holders.dedup();
    let entry = |holder: u64| u32::try_from(holder & ENTRY).unwrap_or(u32::MAX);
    let together = holders.chunk_by(|one, other| one & !ENTRY == other & !ENTRY);
    for holders in together.filter(|holders| holders.len() <= most) {
        for (place, &one) in holders.iter().enumerate() {
            let others = holders.iter().skip(place + 1);
            pairs.extend(others.map(|&other| (entry(one), entry(other))));
        }
    }
}

/// The bits of a number that say which entry: sixteen million are more than any catalogue has.
const ENTRY: u64 = (1 << 24) - 1;

/// The words of a name, whole and with each one letter left out, and the ends of long ones.
fn slips(entry: &Entry, words: &Words, add: &mut dyn FnMut(Key)) {
    let mut without = String::new();
    let tokens = entry.name.iter().flat_map(|name| &name.tokens);
    for word in tokens.filter_map(|token| words.word(*token)) {
        let word = words.folded(word);
        if word.len() < SHORTEST_SLIP {
            continue;
        }
        add(Key::Slip(word));
        for (at, letter) in word.char_indices() {
            without.clear();
            without.push_str(word.get(..at).unwrap_or_default());
            without.push_str(word.get(at + letter.len_utf8()..).unwrap_or_default());
            add(Key::Slip(&without));
        }
        if word.len() >= LONG_WORD {
            let ends = (word.get(..END), word.get(word.len() - END..));
            if let (Some(begins), Some(ends)) = ends {
                add(Key::Begins(begins));
                add(Key::Ends(ends));
            }
        }
    }
}

/// Initials and the names that begin with their first letter: there are few of either.
fn initials(entries: &[Entry], pairs: &mut Vec<(u32, u32)>) {
    let first = |entry: &Entry| {
        Some((
            entry.record.kind,
            entry.name.as_ref()?.joined.chars().next()?,
        ))
    };
    let mut by_first: HashMap<(Kind, char), Vec<u32>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        if let Some(first) = first(entry) {
            by_first
                .entry(first)
                .or_default()
                .push(u32::try_from(at).unwrap_or(u32::MAX));
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let short = entry
            .name
            .as_ref()
            .is_some_and(|name| name.initials().is_some());
        let alike = first(entry)
            .filter(|_| short)
            .and_then(|first| by_first.get(&first));
        for &other in alike.into_iter().flatten().filter(|other| **other != at) {
            pairs.push((at.min(other), at.max(other)));
        }
    }
}
