//! When nothing fits well: which query words are unknown, and the nearest words that are known.

use super::distance::{Pattern, letters};
use super::prepare::{Prepared, QueryWord};
use super::tiers;
use super::vocabulary::Vocabulary;

/// Most words suggested.
const MOST: usize = 3;

/// Query words, as typed, that nothing resembles.
pub fn unmatched(prepared: &Prepared) -> impl Iterator<Item = &str> {
    let words = prepared.words.iter().enumerate();
    words
        .filter(|(at, _)| prepared.is_unmatched(*at))
        .filter_map(|(_, word)| prepared.text.get(word.range.clone()))
}

/// The known words nearest to those query words that found nothing good, nearest first.
pub fn nearest(vocabulary: &Vocabulary, prepared: &Prepared) -> Vec<String> {
    let poor = |word: &&QueryWord| !word.stop && word.entry.expansion.best() < tiers::GOOD;
    let mut near: Vec<(usize, u32)> = prepared
        .words
        .iter()
        .filter(poor)
        .flat_map(|word| near(vocabulary, word))
        .collect();
    near.sort_unstable();
    near.dedup_by_key(|(_, word)| *word);
    near.iter()
        .take(MOST)
        .map(|(_, word)| vocabulary.shown(*word).to_owned())
        .collect()
}

/// Words that begin with the same letter and are not much farther away than a misspelling.
fn near(vocabulary: &Vocabulary, word: &QueryWord) -> Vec<(usize, u32)> {
    let folded = &*word.folded;
    let Some(first) = folded.chars().next().filter(|_| folded.len() >= 3) else {
        return Vec::new();
    };
    let allowed = if folded.len() < tiers::TWO_TYPOS_FROM {
        2
    } else {
        3
    };
    let pattern = Pattern::new(folded);
    let wanted = letters(folded);
    let range = vocabulary.starting_with(first.encode_utf8(&mut [0; 4]));
    let mut near: Vec<(usize, u32)> = range
        .clone()
        .zip(
            vocabulary
                .letters(range.clone())
                .iter()
                .zip(vocabulary.lengths(range)),
        )
        .filter(|(_, (have, length))| {
            (wanted & !**have).count_ones() as usize <= allowed
                && usize::from(**length).abs_diff(folded.len()) <= allowed
        })
        .map(|(other, _)| (pattern.distance(vocabulary.word(other)).whole, other))
        .filter(|(distance, other)| *distance <= allowed && vocabulary.length(*other) >= 3)
        .collect();
    near.sort_unstable();
    near.truncate(MOST);
    near
}
