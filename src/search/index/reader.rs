//! Reads documents into numbered words, each with where it stands.

use std::collections::HashMap;

use super::super::fold::{LONGEST_WORD, Word, each_word, fold};
use super::super::intern::{Interner, QuickHash, Texts};
use super::super::rank::{Class, LOOSE};
use super::super::stopwords::is_stop_word;
use super::super::tiers::{self, Field};
use super::rows::Occurrence;

/// Texts with fewer content words than this are words by themselves.
const SHORTEST_PHRASE: usize = 2;
/// Texts with more content words than this are running text: words in them do not stand together as in a phrase.
const LONGEST_PHRASE: usize = 8;

/// Reads documents into numbered words.
pub struct Reader {
    pub words: Interner,
    pub shown: Texts,
    pub occurrences: Vec<Occurrence>,
    /// Where each document's occurrences end.
    ends: Vec<u32>,
    names: Texts,
    pub name_words: Vec<u8>,
    /// The document, and the class there, in whose loose texts each word was met last.
    loose: Vec<(usize, u8)>,
    /// Whether each word is grammar.
    stop: Vec<bool>,
    /// Class by field, then text length.
    by_field: [[u8; 8]; 8],
    text: Vec<u32>,
    lowercase: String,
    /// Texts that stand on many documents, read once: their words in `text`, and how many are content.
    known: HashMap<String, (Box<[u32]>, usize), QuickHash>,
}

impl Reader {
    pub fn new(classes: &[Class]) -> Self {
        let class = |field: Field, length: usize| {
            let weight = field.weight() * tiers::text_length(length) / 1000;
            let at = classes
                .iter()
                .position(|class| (class.field, class.weight) == (field, weight));
            at.and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
        };
        Self {
            words: Interner::default(),
            shown: Texts::default(),
            occurrences: Vec::new(),
            ends: Vec::new(),
            names: Texts::default(),
            name_words: Vec::new(),
            loose: Vec::new(),
            stop: Vec::new(),
            by_field: Field::ALL.map(|field| std::array::from_fn(|length| class(field, length))),
            text: Vec::new(),
            lowercase: String::new(),
            known: HashMap::default(),
        }
    }

    /// Reads the texts of a document.
    pub fn read<'t>(&mut self, fields: impl IntoIterator<Item = (Field, &'t str)>) {
        let (mut next_text, mut named) = (1, false);
        let document = self.ends.len();
        for (field, text) in fields {
            let content_words = self.words_of_field(field, text);
            let bit = if field == Field::Name && !named {
                named = true;
                self.names.push(text);
                self.name_words
                    .push(u8::try_from(content_words).unwrap_or(u8::MAX));
                0
            } else if !(SHORTEST_PHRASE..=LONGEST_PHRASE).contains(&content_words)
                || next_text >= LOOSE
            {
                LOOSE
            } else {
                next_text += 1;
                next_text - 1
            };
            let by_length = self
                .by_field
                .get(field as usize)
                .copied()
                .unwrap_or_default();
            let class = by_length.get(content_words.min(7)).copied().unwrap_or(0);
            for &number in &self.text {
                // In which of the loose texts of one class a word stands makes no difference: once is enough. Of three
                // hundred municipalities that a service names, each is a `kommun`.
                let place = (document, class);
                let last = self.loose.get_mut(number as usize).filter(|_| bit == LOOSE);
                if last.is_some_and(|last| std::mem::replace(last, place) == place) {
                    continue;
                }
                self.occurrences.push(Occurrence {
                    number,
                    class,
                    text: bit,
                });
            }
        }
        if !named {
            self.names.push("");
            self.name_words.push(0);
        }
        self.ends
            .push(u32::try_from(self.occurrences.len()).unwrap_or(u32::MAX));
    }

    /// [`Reader::words_of`], but a topic, an organisation or a place is read only the first time.
    fn words_of_field(&mut self, field: Field, text: &str) -> usize {
        if !matches!(field, Field::Topic | Field::Organisation | Field::Place) {
            return self.words_of(text);
        }
        if let Some((words, content)) = self.known.get(text) {
            self.text.clear();
            self.text.extend_from_slice(words);
            return *content;
        }
        let content = self.words_of(text);
        self.known
            .insert(text.to_owned(), (self.text.as_slice().into(), content));
        content
    }

    /// Reads one text into `self.text`; gives how many of its words are content. Words written with a hyphen count as
    /// one too: `e-faktura` is found by `efaktura`.
    fn words_of(&mut self, text: &str) -> usize {
        self.text.clear();
        let (mut content, mut end) = (0, usize::MAX);
        let (mut joined, mut joined_dots, mut parts) = (String::new(), 0, 0);
        each_word(text, |word| {
            let Word {
                folded,
                dots,
                range,
            } = word;
            let number = self.number(folded, dots, text.get(range.clone()).unwrap_or_default());
            self.text.push(number);
            content += usize::from(!self.stop.get(number as usize).copied().unwrap_or(false));
            if text.get(end..range.start) != Some("-") {
                self.hyphenated(&joined, joined_dots, parts);
                joined.clear();
                (joined_dots, parts) = (0, 0);
            }
            joined_dots |= dots
                .checked_shl(u32::try_from(joined.len()).unwrap_or(64))
                .unwrap_or(0);
            joined.push_str(folded);
            parts += 1;
            end = range.end;
            true
        });
        self.hyphenated(&joined, joined_dots, parts);
        content
    }

    fn hyphenated(&mut self, joined: &str, dots: u64, parts: usize) {
        if parts > 1 && joined.len() <= LONGEST_WORD {
            let number = self.number(joined, dots, joined);
            self.text.push(number);
        }
    }

    fn number(&mut self, word: &str, dots: u64, original: &str) -> u32 {
        let (number, new) = self.words.number(word, dots);
        if new {
            self.lowercase.clear();
            self.lowercase
                .extend(original.chars().flat_map(char::to_lowercase));
            self.shown.push(&self.lowercase);
            self.stop.push(is_stop_word(word));
            self.loose.push((usize::MAX, 0));
        }
        number
    }

    /// Documents in the order in which ties are settled.
    pub fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).collect();
        order.sort_by_cached_key(|&document| {
            let words = self.name_words.get(document as usize).copied().unwrap_or(0);
            (words, fold(self.names.get(document)))
        });
        order
    }

    pub fn document(&self, number: u32) -> &[Occurrence] {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| {
            self.ends.get(before).map_or(0, |&end| end as usize)
        });
        let end = self.ends.get(number).map_or(start, |&end| end as usize);
        self.occurrences.get(start..end).unwrap_or_default()
    }
}
