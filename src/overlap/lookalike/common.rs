//! What entries have in common: how many share each phrase, value and part of a name.

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::entry::Entry;
use super::rarity::Rarity;
use super::wording::{Phrase, Wording};
use crate::search::intern::QuickHash;

/// What all entries together say, and how many share each phrase and value.
#[derive(Debug, Default)]
pub struct Common {
    /// What their texts say.
    pub wording: Arc<Wording>,
    /// How common the parts of their names are.
    pub rarity: Rarity,
    phrase_holders: Vec<u32>,
    value_holders: [HashMap<String, usize, QuickHash>; 4],
}

impl Common {
    /// Counts what entries have.
    pub fn among(entries: &[Entry], wording: Arc<Wording>) -> Self {
        let mut phrase_holders = vec![0; wording.phrases()];
        let mut value_holders: [HashMap<String, usize, QuickHash>; 4] = Default::default();
        for entry in entries {
            for phrase in entry
                .words
                .iter()
                .map(|(phrase, _)| *phrase)
                .chain(entry.called)
            {
                if let Some(holders) = phrase_holders.get_mut(phrase as usize) {
                    *holders += 1;
                }
            }
            for (value, holders) in entry.values.iter().zip(&mut value_holders) {
                if let Some(value) = value {
                    *holders.entry(value.clone()).or_default() += 1;
                }
            }
        }
        let names = entries.iter().map(|entry| {
            let name = entry.name.as_ref();
            name.map_or(&[][..], |name| &name.parts)
        });
        Self {
            rarity: Rarity::among(wording.words(), names),
            wording,
            phrase_holders,
            value_holders,
        }
    }

    /// How many entries say a phrase, in their names or other words.
    pub fn phrase_holders(&self, phrase: Phrase) -> usize {
        let holders = self.phrase_holders.get(phrase as usize);
        holders.map_or(0, |&holders| holders as usize)
    }

    /// How many entries have a value in a field of [`VALUES`](super::entry::VALUES).
    pub fn value_holders(&self, at: usize, value: &str) -> usize {
        let holders = self
            .value_holders
            .get(at)
            .and_then(|holders| holders.get(value));
        holders.copied().unwrap_or(0)
    }
}

/// The municipalities of a collection, each with a number.
#[derive(Debug, Default)]
pub struct Municipalities {
    /// As they are written.
    written: HashMap<String, Option<u32>, QuickHash>,
    /// In small letters.
    plain: HashMap<String, u32, QuickHash>,
}

impl Municipalities {
    /// The numbers of some, sorted.
    pub fn numbers(&mut self, names: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> = names.iter().filter_map(|name| self.number(name)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The number of a municipality, whatever its capitals; none where nothing is written. Habo is not Håbo.
    fn number(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.written.get(name) {
            return *known;
        }
        let plain: String = name.trim().to_lowercase().nfc().collect();
        let next = u32::try_from(self.plain.len()).unwrap_or(u32::MAX);
        let number = (!plain.is_empty()).then(|| *self.plain.entry(plain).or_insert(next));
        self.written.insert(name.to_owned(), number);
        number
    }
}
