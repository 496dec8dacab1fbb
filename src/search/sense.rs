//! In which language a query is asked, and what its words mean there.
//!
//! A word of the catalogue is itself, whatever else it may be in another language (`barn`, `gift`), unless most of the
//! query is in that language.

use std::cmp::Reverse;

use super::expand::Asked;
use super::glossary::{Glossary, LANGUAGES, Meaning, SWEDISH, grammar_of};
use super::stem::stem;
use super::stopwords::is_stop_word;
use super::vocabulary::Vocabulary;

/// How a query is meant.
#[derive(Clone, Copy, Debug)]
pub struct Sense {
    /// The language that most of the query is in.
    pub language: usize,
}

impl Sense {
    /// What a word means; `known` when the catalogue has it.
    pub fn meanings(self, word: Asked, known: bool) -> Vec<Meaning> {
        let own = self.language;
        let found = Glossary::meanings(word, |language| language == SWEDISH || language == own);
        if known || own != SWEDISH || found.iter().any(Meaning::is_certain) {
            return found;
        }
        // `müll` is a German word as it stands, before it is a form of the Swedish `muller`.
        let mut all = Glossary::meanings(word, |_| true);
        if all.iter().any(Meaning::is_certain) {
            all.retain(Meaning::is_certain);
            return all;
        }
        if found.is_empty() { all } else { found }
    }

    /// What a word may mean that stands nowhere as it is.
    pub fn akin(self, word: &str, typing: bool) -> Vec<Meaning> {
        let own = self.language;
        let foreign = own != SWEDISH;
        Glossary::akin(word, typing, |language| !foreign || language == own)
    }
}

/// The language that most of these folded words are in; Swedish when in doubt.
pub fn language(
    glossary: &mut Glossary,
    vocabulary: &Vocabulary,
    said: &[(String, usize)],
) -> usize {
    let mut votes = [0_u32; LANGUAGES.len()];
    for (word, _) in said {
        let spoken = glossary.spoken(word);
        for (language, votes) in votes.iter_mut().enumerate() {
            *votes += spoken >> language & 1;
        }
        let foreign = grammar_of(word) != 0;
        let swedish = if is_stop_word(word) {
            !foreign || SHARED.binary_search(&word.as_str()).is_ok()
        } else {
            !vocabulary.with_stem(stem(word)).is_empty()
        };
        if swedish && spoken & 1 == 0 {
            votes[SWEDISH] += 1;
        }
    }
    let most = (0..)
        .zip(votes)
        .max_by_key(|(language, votes)| (*votes, Reverse(*language)));
    most.map_or(SWEDISH, |(language, _)| language)
}

/// Words of grammar that both Swedish and English have, folded and sorted.
const SHARED: &[&str] = &[
    "at", "be", "by", "do", "for", "hi", "i", "in", "is", "just", "man", "must", "under", "var",
];
