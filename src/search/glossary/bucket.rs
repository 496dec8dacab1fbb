//! What is said with one first letter, laid out so that a word is looked up, and its kin picked out, by comparing numbers.

use std::collections::HashMap;
use std::ops::{Deref, Range};

use super::super::distance::letters;
use super::super::intern::QuickHash;
use super::super::vocabulary::first_eight;
use super::languages::{LANGUAGES, SWEDISH, stem_in};
use super::{SHORTEST_KIN, Said};

/// The entries of one first letter, sorted by language, then stems.
#[derive(Debug, Default)]
pub struct Bucket {
    said: Vec<Said>,
    /// The first eight bytes of each entry's first stem.
    keys: Vec<u64>,
    /// Where the entries of each language end.
    ends: Vec<usize>,
    singles: Vec<Single>,
    /// By the first [`SHORTEST_STEM`] letters the languages that have entries beginning so, one bit each.
    languages: HashMap<u64, u32, QuickHash>,
}

/// Endings are taken off only where so many letters are left.
const SHORTEST_STEM: usize = 3;

/// An entry of one word, by what tells at a glance that it is no kin of another.
#[derive(Debug)]
struct Single {
    at: usize,
    /// The first letters, [`SHORTEST_KIN`] bytes.
    start: u64,
    letters: u32,
    length: usize,
}

/// The first [`SHORTEST_KIN`] bytes of a word.
fn start(word: &str) -> u64 {
    first_eight(word) >> (64 - 8 * SHORTEST_KIN)
}

/// The first [`SHORTEST_STEM`] bytes of a word.
fn third(word: &str) -> u64 {
    first_eight(word) >> (64 - 8 * SHORTEST_STEM)
}

impl Bucket {
    pub fn new(mut said: Vec<Said>) -> Self {
        said.sort_by(|one, other| (one.language, &one.stems).cmp(&(other.language, &other.stems)));
        let first = |said: &Said| said.stems.first().map_or(0, |stem| first_eight(stem));
        let mut languages: HashMap<u64, u32, QuickHash> = HashMap::default();
        for said in &said {
            let key = third(said.stems.first().map_or("", |stem| stem));
            *languages.entry(key).or_default() |= 1 << said.language;
        }
        let singles = said.iter().enumerate().filter(|(_, said)| said.is_single());
        Self {
            keys: said.iter().map(first).collect(),
            ends: (0..LANGUAGES.len())
                .map(|language| said.partition_point(|said| said.language <= language))
                .collect(),
            singles: singles
                .map(|(at, said)| Single {
                    at,
                    start: start(&said.first),
                    letters: letters(&said.first),
                    length: said.first.len(),
                })
                .collect(),
            languages,
            said,
        }
    }

    /// The languages that may have entries beginning with this word, by its stem; others surely have none.
    pub fn languages_of(&self, word: &str) -> impl Iterator<Item = usize> + use<> {
        // The stem of a word in another language is its beginning; in Swedish it may be another word (`boken`, `bok`), and
        // in other scripts other letters come off.
        let all = if word.len() < SHORTEST_STEM || !word.is_ascii() {
            u32::MAX
        } else {
            self.languages.get(&third(word)).copied().unwrap_or(0) | 1 << SWEDISH
        };
        (0..LANGUAGES.len()).filter(move |language| all >> language & 1 == 1)
    }

    /// Where the entries of one language stand that begin with this word, by its stem.
    pub fn beginning(&self, language: usize, word: &str) -> Range<usize> {
        let end = |language: usize| self.ends.get(language).copied().unwrap_or(0);
        let from = language.checked_sub(1).map_or(0, end);
        let keys = self.keys.get(from..end(language)).unwrap_or_default();
        if keys.is_empty() {
            return 0..0;
        }
        let wanted = stem_in(language, word);
        let key = first_eight(wanted);
        let alike = keys.partition_point(|&other| other < key);
        let keys = keys.get(alike..).unwrap_or_default();
        let alike = from + alike..from + alike + keys.partition_point(|&other| other == key);
        // What comes after the eighth letter decides among those.
        let entries = self.said.get(alike.clone()).unwrap_or_default();
        let first = |said: &Said| said.stems.first().map_or("", |first| first).cmp(wanted);
        let from = entries.partition_point(|said| first(said).is_lt());
        let to = entries.partition_point(|said| first(said).is_le());
        alike.start + from..alike.start + to
    }

    /// The entries of one word that share the first [`SHORTEST_KIN`] letters with a word, or that one slip may have made
    /// of it: then no more than one letter of either is missing in the other.
    pub fn near(&self, word: &str) -> impl Iterator<Item = (usize, &Said)> {
        let (begins, has, length) = (start(word), letters(word), word.len());
        let near = self.singles.iter().filter(move |single| {
            single.start == begins
                || single.length.abs_diff(length) <= 1
                    && (single.letters & !has).count_ones() <= 1
                    && (has & !single.letters).count_ones() <= 1
        });
        near.filter_map(|single| Some((single.at, self.said.get(single.at)?)))
    }
}

impl Deref for Bucket {
    type Target = [Said];

    fn deref(&self) -> &[Said] {
        &self.said
    }
}

#[cfg(test)]
mod tests {
    use super::super::bucket;
    use super::*;

    const WORDS: [&str; 12] = [
        "sno",
        "snosko",
        "snoskottning",
        "soptunna",
        "soptunnan",
        "sopptunna",
        "broken",
        "brokn",
        "streetlight",
        "streetlights",
        "avgift",
        "a",
    ];

    #[test]
    fn the_entries_of_a_word_are_those_that_a_walk_finds() {
        for (word, language) in WORDS
            .iter()
            .flat_map(|word| (0..LANGUAGES.len()).map(move |one| (*word, one)))
        {
            let bucket = bucket(word);
            let wanted = stem_in(language, word);
            let begins = |said: &&Said| {
                said.language == language
                    && said.stems.first().is_some_and(|stem| **stem == *wanted)
            };
            let walked: Vec<usize> = (0..)
                .zip(bucket.iter())
                .filter(|(_, said)| begins(said))
                .map(|(at, _)| at)
                .collect();
            assert_eq!(
                bucket.beginning(language, word).collect::<Vec<_>>(),
                walked,
                "{word} {language}"
            );
            assert!(walked.is_empty() || bucket.languages_of(word).any(|one| one == language));
        }
    }

    #[test]
    fn no_kin_of_a_word_is_overlooked() {
        use super::super::super::distance::Pattern;
        for word in WORDS {
            let bucket = bucket(word);
            let pattern = Pattern::new(word);
            let near: Vec<usize> = bucket.near(word).map(|(at, _)| at).collect();
            for (at, said) in (0..)
                .zip(bucket.iter())
                .filter(|(_, said)| said.is_single())
            {
                let slip = said.first.len().abs_diff(word.len()) <= 1
                    && pattern.distance(&said.first).whole <= 1;
                if slip || super::super::shared(&said.first, word) >= SHORTEST_KIN {
                    assert!(near.contains(&at), "{word} {}", said.first);
                }
            }
        }
    }
}
