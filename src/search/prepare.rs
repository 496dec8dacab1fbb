//! A query text made ready: its words, what each may stand for, and how much each counts.
//!
//! What a word stands for is kept from key to key, so that typing on costs the last word only. The longest text looked at
//! is [`super::LONGEST_TEXT`] bytes and [`MOST_WORDS`] words: what is pasted beyond that is ignored.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::cells::cells;
use super::compound::Parts;
use super::expand::{Asked, Expander, Expansion};
use super::fold::{Word, each_word};
use super::glossary::{Glossary, LANGUAGES, SWEDISH, is_grammar};
use super::index::Index;
use super::intern::QuickHash;
use super::query::looked_at;
use super::rank::Cell;
use super::reach::Reach;
use super::sense::{self, Sense};
use super::stopwords::{begins_compounds, is_stop_word};
use super::weigh::{rarity, weight};

/// Most query words looked at.
pub const MOST_WORDS: usize = 32;
/// Words, and words together, kept from key to key; when there are more, all are dropped.
const MOST_KEPT: usize = 512;
/// Most cells kept with them, some 10 MB: in a large index fewer words are kept.
const MOST_CELLS: usize = 400_000;

/// What a query word, or two joined, stands for in one index.
#[derive(Debug, Default)]
pub struct Entry {
    /// The vocabulary words.
    pub expansion: Expansion,
    /// Where every document is scored: the best in each.
    pub cells: Vec<Cell>,
    /// 550–1000: how rare it is, see [`tiers::COMMONEST`].
    pub rarity: u32,
    /// Where not every document is scored: how far it reaches.
    pub reach: Reach,
    /// What it is worth in every document, if the index keeps that (see `letters`).
    pub grades: Vec<u8>,
}

impl Entry {
    /// What stands for so much in an index.
    pub fn of(index: &Index, expansion: Expansion) -> Self {
        let cells = if index.scores_all && !expansion.is_empty() {
            cells(index, &expansion)
        } else {
            Vec::new()
        };
        let reach = if index.scores_all {
            Reach::default()
        } else {
            Reach::of(index, &expansion)
        };
        Self {
            rarity: rarity(index, &expansion),
            reach,
            expansion,
            cells,
            grades: Vec::new(),
        }
    }
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
    /// The language that it is in, by its place in [`LANGUAGES`].
    pub language: usize,
    /// Its words, each once.
    pub words: Vec<QueryWord>,
    /// Words that stand for something together.
    pub joins: Vec<Join>,
}

/// Words that stand for something together: two neighbours written as one, or a phrase with a meaning of its own.
#[derive(Debug)]
pub struct Join {
    /// The query words, one bit each.
    pub words: u32,
    /// What they stand for.
    pub entry: Arc<Entry>,
}

impl Prepared {
    /// Everything in two halves that query words stand for, with the bits of those words.
    pub fn halves(&self) -> impl Iterator<Item = (u32, &Parts)> {
        let words = self.words.iter().enumerate();
        let words = words.map(|(at, word)| (bit(at), &word.entry));
        let joins = self.joins.iter().map(|join| (join.words, &join.entry));
        let both = words.chain(joins);
        both.flat_map(|(bits, entry)| entry.expansion.parts.iter().map(move |parts| (bits, parts)))
    }

    /// Whether nothing resembles a query word, neither by itself nor together with others.
    pub fn is_unmatched(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| !word.stop && word.entry.expansion.is_empty())
            && self.joins_of(at).next().is_none()
    }

    /// The code of the language that the query is taken to be in.
    pub fn language(&self) -> &'static str {
        LANGUAGES
            .get(self.language)
            .map_or("", |language| language.code)
    }

    /// What a query word stands for together with others.
    pub fn joins_of(&self, at: usize) -> impl Iterator<Item = &Join> {
        self.joins
            .iter()
            .filter(move |join| join.words & bit(at) != 0)
    }
}

/// The bit of a query word in a set of them.
pub fn bit(at: usize) -> u32 {
    1_u32
        .checked_shl(u32::try_from(at).unwrap_or(32))
        .unwrap_or(0)
}

/// Keeps what words stand for.
#[derive(Debug, Default)]
pub struct Kept {
    pub(super) entries: HashMap<Box<str>, Arc<Entry>, QuickHash>,
    pub(super) expander: Expander,
    pub(super) glossary: Glossary,
    pub(super) key: String,
    /// How many cells the entries have.
    cells: usize,
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
        let mut said: Vec<(String, usize)> = Vec::new();
        each_word(text, |word| {
            said.push((word.folded.to_owned(), 0));
            said.len() < MOST_WORDS
        });
        let language = sense::language(&mut self.glossary, &index.vocabulary, &said);
        prepared.language = language;
        let mut next = 0;
        each_word(text, |word| {
            let Word {
                folded,
                dots,
                range,
            } = word;
            let known = prepared
                .words
                .iter()
                .position(|known| *known.folded == *folded);
            if let Some((_, at)) = said.get_mut(next) {
                *at = known.unwrap_or(prepared.words.len());
            }
            next += 1;
            if known.is_none() {
                let asked = Asked {
                    word: folded,
                    dots,
                    dotted,
                    typing: range.end == text.len(),
                };
                let entry = self.entry(index, &[asked], language);
                let stop = if language == SWEDISH {
                    is_stop_word(folded)
                } else {
                    is_grammar(language, folded)
                };
                let weight = weight(folded, stop, &entry.expansion, entry.rarity);
                prepared.words.push(QueryWord {
                    range,
                    folded: folded.into(),
                    dots,
                    weight,
                    stop,
                    entry,
                });
            }
            next < MOST_WORDS
        });
        if language == SWEDISH {
            prepared.weigh_openings(&said);
        }
        for (first, length) in (0..prepared.words.len()).flat_map(|first| [(first, 2), (first, 3)])
        {
            let words = prepared
                .words
                .get(first..first + length)
                .unwrap_or_default();
            let written = words.iter().map(|word| word.folded.len()).sum::<usize>() >= 4;
            if !written
                || words
                    .iter()
                    .any(|word| word.stop && !begins_compounds(&word.folded))
            {
                continue;
            }
            let asked: Vec<Asked> = words
                .iter()
                .map(|word| Asked {
                    word: &word.folded,
                    dots: word.dots,
                    dotted,
                    typing: word.range.end == text.len(),
                })
                .collect();
            let entry = self.entry(index, &asked, language);
            if !entry.expansion.is_empty() {
                let words = (first..first + length).map(bit).sum();
                prepared.joins.push(Join { words, entry });
            }
        }
        self.phrases(index, &mut prepared, &said);
        prepared
    }

    /// What a word stands for, or several written as one.
    fn entry(&mut self, index: &Index, words: &[Asked], language: usize) -> Arc<Entry> {
        if let [asked] = words
            && let Some(entry) = index.letters.entry(*asked, language)
        {
            return entry;
        }
        self.key.clear();
        if language != SWEDISH {
            self.key.push_str(&language.to_string());
        }
        for asked in words {
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
        let sense = Sense { language };
        let expansion = if let [word] = words {
            self.expander.expand(&index.vocabulary, *word, sense)
        } else {
            self.expander.join(&index.vocabulary, words, sense)
        };
        self.keep(index, expansion)
    }

    /// Keeps what the text in `self.key` stands for.
    pub(super) fn keep(&mut self, index: &Index, expansion: Expansion) -> Arc<Entry> {
        let entry = Arc::new(Entry::of(index, expansion));
        if self.entries.len() >= MOST_KEPT || self.cells + entry.cells.len() > MOST_CELLS {
            self.entries.clear();
            self.cells = 0;
        }
        self.cells += entry.cells.len();
        self.entries
            .insert(self.key.as_str().into(), Arc::clone(&entry));
        entry
    }
}
