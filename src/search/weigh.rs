//! How much a query word counts beside the others.

use super::expand::Expansion;
use super::index::Index;
use super::stopwords::is_weak_word;
use super::tiers;

/// How much a word counts.
pub fn weight(folded: &str, stop: bool, expansion: &Expansion, rarity: u32) -> u32 {
    if stop {
        tiers::STOP_WORD
    } else if expansion.is_empty() {
        tiers::UNKNOWN_WORD
    } else if is_weak_word(folded) {
        tiers::WEAK_WORD * rarity / 1000
    } else {
        rarity
    }
}

/// How rare the words are that a query word most likely stands for: 1000 in no document, [`tiers::COMMONEST`] in all.
pub fn rarity(index: &Index, expansion: &Expansion) -> u32 {
    let sure = expansion.best() * 9 / 10;
    let likely = expansion
        .matches
        .iter()
        .take_while(|found| u32::from(found.weight) >= sure);
    let documents: u64 = likely
        .map(|found| u64::from(index.frequency(found.word)))
        .sum();
    let all = index.len().max(1) as u64;
    if documents == 0 {
        return 1000;
    }
    // In 64ths of a doubling, by whole numbers only.
    let common = log2_64(documents.min(all) + 1) * 1000 / log2_64(all + 1);
    1000 - (1000 - tiers::COMMONEST) * u32::try_from(common.min(1000)).unwrap_or(1000) / 1000
}

/// The binary logarithm × 64, rounded down between powers of two by a straight line.
fn log2_64(number: u64) -> u64 {
    let whole = u64::from(number.max(1).ilog2());
    let rest = (number << 6 >> whole).saturating_sub(64);
    whole * 64 + rest
}
