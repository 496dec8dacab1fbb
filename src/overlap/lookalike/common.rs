//! What entries have in common, and how records become entries: their texts are learnt, then prepared each by itself, then
//! what they say is numbered and counted.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::contact;
use super::entry::{Entry, Phrase};
use super::marks::Marks;
use super::name::Name;
use super::record::Record;
use super::words::{Moved, Part, Spoken, Words};
use crate::catalogue::dialled;
use crate::search::intern::QuickHash;

/// The texts of a record taken apart into words.
#[derive(Debug)]
pub struct Learnt<'r> {
    record: &'r Record,
    name: Spoken,
    words: Vec<Spoken>,
    topic: Spoken,
}

impl<'r> Learnt<'r> {
    /// Gets to know the words of a record, so that compounds of all can be taken apart by them.
    pub fn new(words: &mut Words, record: &'r Record) -> Self {
        let mut learn = |text: &String| words.learn(text);
        Self {
            record,
            name: learn(&record.name),
            words: record.words.iter().map(&mut learn).collect(),
            topic: record.topic.as_ref().map(learn).unwrap_or_default(),
        }
    }

    /// The same, of words that others have taken in.
    pub fn moved(mut self, by: Moved) -> Self {
        let texts = self.words.iter_mut();
        for text in texts.chain([&mut self.name, &mut self.topic]) {
            text.move_by(by);
        }
        self
    }
}

/// All that can be told of a record by itself, once the words of all are known.
#[derive(Debug)]
pub struct Prepared {
    name: Option<Name>,
    /// What its other words say, one after another, and where each ends.
    parts: Vec<Part>,
    ends: Vec<usize>,
    topic: Vec<Part>,
    values: [Option<String>; 4],
    marks: Marks,
}

impl Prepared {
    /// Prepares a record.
    pub fn new(words: &Words, learnt: &Learnt) -> Self {
        let record = learnt.record;
        let value = |text: &Option<String>, plain: fn(&str) -> Option<String>| {
            text.as_deref().and_then(plain)
        };
        let (mut parts, mut one) = (Vec::new(), Vec::new());
        let ends = learnt.words.iter().map(|spoken| {
            words.put_parts_of(words.tokens(spoken), &mut one);
            parts.extend_from_slice(&one);
            parts.len()
        });
        let ends = ends.collect();
        Self {
            name: Name::new(words, &record.name, &learnt.name),
            parts,
            ends,
            topic: words.parts_of(words.tokens(&learnt.topic)),
            values: [
                value(&record.phone, dialled),
                value(&record.email, contact::email),
                value(&record.web, contact::web),
                value(&record.address, contact::address),
            ],
            marks: Marks::of(&record.name),
        }
    }

    /// What its other words say, each.
    fn said(&self) -> impl Iterator<Item = &[Part]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let each = starts.zip(&self.ends);
        each.map(|(start, &end)| self.parts.get(start..end).unwrap_or_default())
    }
}

/// What a record says, by numbers that are the same for all that say it: its name, and its other words with their places.
#[derive(Debug, Default)]
pub struct Phrases {
    called: Option<Phrase>,
    words: Vec<(Phrase, usize)>,
}

/// What all entries together say: their words, and how many share each phrase and value.
#[derive(Debug, Default)]
pub struct Common {
    /// The words.
    pub words: Words,
    phrase_holders: Vec<usize>,
    value_holders: [HashMap<String, usize, QuickHash>; 4],
    /// The municipalities as they are written and in small letters, each with its number.
    municipalities: HashMap<String, Option<u32>, QuickHash>,
    plain_municipalities: HashMap<String, u32, QuickHash>,
}

impl Common {
    /// What all entries share, given their words.
    pub fn new(words: Words) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }

    /// Numbers what the records say, and counts how many say it.
    pub fn number(&mut self, prepared: &[Prepared]) -> Vec<Phrases> {
        let all = prepared.iter().map(|record| record.ends.len() + 1).sum();
        let mut numbers: HashMap<&[Part], Phrase, QuickHash> =
            HashMap::with_capacity_and_hasher(all, QuickHash::default());
        let holders = &mut self.phrase_holders;
        let mut phrases = Vec::with_capacity(prepared.len());
        for record in prepared {
            let mut number_of = |parts| {
                let next = Phrase::try_from(holders.len()).unwrap_or(Phrase::MAX);
                let number = *numbers.entry(parts).or_insert(next);
                if number == next {
                    holders.push(0);
                }
                number
            };
            let says = |parts: &&[Part]| !parts.is_empty();
            let name = record.name.as_ref().map(|name| name.parts.as_slice());
            let called = name.filter(says).map(&mut number_of);
            let words = record.said().enumerate().filter(|(_, parts)| says(parts));
            let mut words: Vec<(Phrase, usize)> =
                words.map(|(at, parts)| (number_of(parts), at)).collect();
            words.sort_unstable();
            words.dedup_by_key(|(phrase, _)| *phrase);
            words.retain(|(phrase, _)| Some(*phrase) != called);
            for phrase in words.iter().map(|(phrase, _)| *phrase).chain(called) {
                if let Some(holders) = holders.get_mut(phrase as usize) {
                    *holders += 1;
                }
            }
            phrases.push(Phrases { called, words });
        }
        phrases
    }

    /// Puts an entry together, and counts what it has.
    pub fn entry(&mut self, record: Record, prepared: Prepared, phrases: Phrases) -> Entry {
        let name = prepared.name;
        self.words
            .count(name.as_ref().map_or(&[], |name| &name.parts));
        for (value, holders) in prepared.values.iter().zip(&mut self.value_holders) {
            if let Some(value) = value {
                *holders.entry(value.clone()).or_default() += 1;
            }
        }
        let mut municipalities: Vec<u32> = record
            .municipalities
            .iter()
            .filter_map(|name| self.municipality(name))
            .collect();
        municipalities.sort_unstable();
        municipalities.dedup();
        Entry {
            name,
            called: phrases.called,
            words: phrases.words,
            values: prepared.values,
            topic: prepared.topic,
            municipalities,
            marks: prepared.marks,
            record,
        }
    }

    /// The number of a municipality, whatever its capitals; none where nothing is written. Habo is not Håbo.
    fn municipality(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.municipalities.get(name) {
            return *known;
        }
        let plain: String = name.trim().to_lowercase().nfc().collect();
        let next = u32::try_from(self.plain_municipalities.len()).unwrap_or(u32::MAX);
        let number =
            (!plain.is_empty()).then(|| *self.plain_municipalities.entry(plain).or_insert(next));
        self.municipalities.insert(name.to_owned(), number);
        number
    }

    /// How many entries say a phrase, in their names or other words.
    pub fn phrase_holders(&self, phrase: Phrase) -> usize {
        self.phrase_holders
            .get(phrase as usize)
            .copied()
            .unwrap_or(0)
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
