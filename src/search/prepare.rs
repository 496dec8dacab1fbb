//! A query text made ready: its words, what each may stand for, and how much each counts.
//!
//! What a word stands for is kept from key to key, so that typing on costs the last word only. The longest text looked at
//! is [`LONGEST_TEXT`] bytes and [`MOST_WORDS`] words: what is pasted beyond that is ignored.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::expand::{Asked, Expander, Expansion, Match};
use super::fold::{Word, each_word};
use super::index::Index;
use super::intern::QuickHash;
use super::rank::Cell;
use super::stopwords::{is_stop_word, is_weak_word};
use super::tiers;

/// Longest query text looked at, in bytes.
pub const LONGEST_TEXT: usize = 1024;
/// Most query words looked at.
pub const MOST_WORDS: usize = 12;
/// Words kept from key to key; when there are more, all are dropped.
const MOST_KEPT: usize = 128;

/// What a query word, or two joined, stands for in one index.
#[derive(Debug, Default)]
pub struct Entry {
    /// The vocabulary words.
    pub expansion: Expansion,
    /// Where every document is scored: the best in each.
    pub cells: Vec<Cell>,
    /// 550–1000: how rare it is, see [`tiers::COMMONEST`].
    pub rarity: u32,
}

/// A word of the query.
#[derive(Debug)]
pub struct QueryWord {
    /// Where it stands in the query text.
    pub range: Range<usize>,
    /// Its folded form.
    pub folded: Box<str>,
    /// Which of its letters have dots, see [`Word::dots`].
    pub dots: u64,
    /// How much it counts.
    pub weight: u32,
    /// Whether it is grammar.
    pub stop: bool,
    /// What it stands for.
    pub entry: Arc<Entry>,
}

/// A query made ready.
#[derive(Debug, Default)]
pub struct Prepared {
    /// The query text that this was made of.
    pub text: String,
    /// Its words, each once.
    pub words: Vec<QueryWord>,
    /// Two neighbours written as one: the number of the first, and what they stand for together.
    pub joins: Vec<(usize, Arc<Entry>)>,
}

/// Keeps what words stand for.
#[derive(Debug, Default)]
pub struct Kept {
    entries: HashMap<Box<str>, Arc<Entry>, QuickHash>,
    expander: Expander,
    key: String,
}

/// The beginning of a query text that is looked at.
pub fn looked_at(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_TEXT))
        .unwrap_or(text)
}

impl Kept {
    /// Makes a query ready. The last word counts as half-typed unless something follows it.
    pub fn prepare(&mut self, index: &Index, text: &str) -> Prepared {
        let text = looked_at(text);
        let mut prepared = Prepared {
            text: text.to_owned(),
            ..Prepared::default()
        };
        let dotted = text.chars().any(|c| "åäöÅÄÖ\u{308}\u{30a}".contains(c));
        each_word(text, |word| {
            let Word {
                folded,
                dots,
                range,
            } = word;
            if !prepared.words.iter().any(|known| *known.folded == *folded) {
                let asked = Asked {
                    word: folded,
                    dots,
                    dotted,
                    typing: range.end == text.len(),
                };
                let entry = self.entry(index, asked, None);
                let stop = is_stop_word(folded);
                let weight = weight(folded, stop, &entry);
                prepared.words.push(QueryWord {
                    range,
                    folded: folded.into(),
                    dots,
                    weight,
                    stop,
                    entry,
                });
            }
            prepared.words.len() < MOST_WORDS
        });
        for (first, pair) in prepared.words.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            if !one.stop && !other.stop && one.folded.len() + other.folded.len() >= 4 {
                let [one, other] = [one, other].map(|word| Asked {
                    word: &word.folded,
                    dots: word.dots,
                    dotted,
                    typing: word.range.end == text.len(),
                });
                let joined = self.entry(index, one, Some(other));
                if !joined.expansion.is_empty() {
                    prepared.joins.push((first, joined));
                }
            }
        }
        prepared
    }

    /// What a word stands for, or two written as one.
    fn entry(&mut self, index: &Index, first: Asked, second: Option<Asked>) -> Arc<Entry> {
        self.key.clear();
        for asked in [Some(first), second].into_iter().flatten() {
            let typing = if asked.typing { "+" } else { " " };
            let dotted = if asked.dotted { "." } else { "" };
            self.key.extend([asked.word, typing, dotted]);
            if asked.dots != 0 {
                self.key.push_str(&asked.dots.to_string());
            }
        }
        if let Some(entry) = self.entries.get(self.key.as_str()) {
            return Arc::clone(entry);
        }
        let expansion = match second {
            None => self.expander.expand(&index.vocabulary, first),
            Some(second) => self.expander.join(&index.vocabulary, first, second),
        };
        let cells = if index.scores_all && !expansion.is_empty() {
            cells(index, &expansion)
        } else {
            Vec::new()
        };
        let entry = Arc::new(Entry {
            rarity: rarity(index, &expansion),
            expansion,
            cells,
        });
        if self.entries.len() >= MOST_KEPT {
            self.entries.clear();
        }
        self.entries
            .insert(self.key.as_str().into(), Arc::clone(&entry));
        entry
    }
}

/// How much a word counts.
fn weight(folded: &str, stop: bool, entry: &Entry) -> u32 {
    if stop {
        tiers::STOP_WORD
    } else if entry.expansion.is_empty() {
        tiers::UNKNOWN_WORD
    } else if is_weak_word(folded) {
        tiers::WEAK_WORD * entry.rarity / 1000
    } else {
        entry.rarity
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

/// The best match in every document.
fn cells(index: &Index, expansion: &Expansion) -> Vec<Cell> {
    let mut cells = filled(index, &expansion.matches);
    if let Some(parts) = &expansion.parts {
        let (heads, tails) = (filled(index, &parts.head), filled(index, &parts.tail));
        for ((cell, head), tail) in cells.iter_mut().zip(&heads).zip(&tails) {
            let both = Cell::parts(head, tail);
            if both.score > 0 {
                cell.merge(&both);
            }
        }
    }
    cells
}

fn filled(index: &Index, matches: &[Match]) -> Vec<Cell> {
    let mut cells = vec![Cell::NONE; index.len()];
    for found in matches {
        let row = index.postings(found.word);
        for ((&document, &class), &text) in row.numbers.iter().zip(row.classes).zip(row.texts) {
            if let Some(cell) = cells.get_mut(document as usize) {
                cell.merge(&cell_of(index, *found, class, text));
            }
        }
    }
    cells
}

/// One occurrence of one match.
#[inline]
pub fn cell_of(index: &Index, found: Match, class: u8, text: u8) -> Cell {
    let score = u32::from(found.weight) * index.class_weight(class);
    Cell {
        score,
        texts: 1 << (text & 31),
        word: found.word,
        weight: found.weight,
        class,
        tier: found.tier,
    }
}
