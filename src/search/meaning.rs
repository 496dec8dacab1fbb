//! What the glossary says that a query word means, as vocabulary words.
//!
//! A meaning of one word stands for that word and its forms. Of a longer one the two longest words count, and both must
//! stand in the document: `trasig soptunna` is not everything that is broken.

use super::compound::{Halves, Parts, SHORTEST_PART, best_first};
use super::expand::{Asked, Expander, Match, small};
use super::fold::each_word;
use super::glossary::Meaning;
use super::sense::Sense;
use super::stem::stem;
use super::stopwords::{is_stop_word, is_weak_word};
use super::tiers::{self, Tier};
use super::vocabulary::Vocabulary;

/// A word of a meaning.
struct Meant {
    folded: String,
    dots: u64,
}

impl Expander {
    /// Adds what meanings stand for; gives those of two words.
    pub fn meanings(&mut self, vocabulary: &Vocabulary, meanings: &[Meaning]) -> Vec<Parts> {
        let mut parts = Vec::new();
        for (said, sure) in meanings
            .iter()
            .filter_map(|meaning| Some((meaning.said()?, meaning.sure)))
        {
            for meant in said.meant() {
                match &*content(meant) {
                    [] => {}
                    [only] => {
                        for found in forms(vocabulary, only, sure) {
                            self.add(
                                vocabulary,
                                found.word,
                                u32::from(found.weight),
                                Tier::Meaning,
                            );
                        }
                    }
                    [one, other, ..] => {
                        let [head, tail] = [one, other].map(|word| {
                            best_first(forms(vocabulary, word, sure).into_iter().map(earned))
                        });
                        if !head.is_empty() && !tail.is_empty() && parts.len() < MOST_PARTS {
                            parts.push(Parts { head, tail });
                        }
                    }
                }
            }
        }
        parts
    }

    /// Splits a word where one part is a word of the catalogue or of the glossary and so is the other.
    pub fn glossed(
        vocabulary: &Vocabulary,
        asked: Asked,
        halves: &Halves,
        sense: Sense,
    ) -> Vec<Parts> {
        let word = asked.word;
        let mut starts: Vec<usize> =
            (SHORTEST_PART..word.len().saturating_sub(SHORTEST_PART - 1)).collect();
        starts.sort_by_key(|&start| std::cmp::Reverse(start.min(word.len() - start)));
        let mut splits = Vec::new();
        for start in starts {
            let mut head = halves.heads_before(vocabulary, asked, start);
            let mut tail = halves.tails_from(vocabulary, asked, start);
            if head.is_empty() {
                let ends = (1..=start)
                    .rev()
                    .take(2)
                    .filter(|&end| Halves::meet(word, end, start));
                head = ends
                    .filter_map(|end| word.get(..end))
                    .map(|head| part_forms(vocabulary, asked, head, sense))
                    .find(|head| !head.is_empty())
                    .unwrap_or_default();
            }
            if tail.is_empty() && !head.is_empty() {
                tail = word
                    .get(start..)
                    .map(|tail| part_forms(vocabulary, asked, tail, sense))
                    .unwrap_or_default();
            }
            if !head.is_empty() && !tail.is_empty() {
                splits.push(Parts { head, tail });
                break;
            }
        }
        splits
    }
}

/// What a part of a compound means, by itself.
fn part_forms(vocabulary: &Vocabulary, asked: Asked, part: &str, sense: Sense) -> Vec<Match> {
    if part.len() < SHORTEST_PART {
        return Vec::new();
    }
    let asked = Asked {
        word: part,
        dots: 0,
        dotted: false,
        ..asked
    };
    let mut found = Vec::new();
    for (said, sure) in sense
        .meanings(asked, false)
        .iter()
        .filter_map(|meaning| Some((meaning.said()?, meaning.sure)))
    {
        for meant in said.meant() {
            if let [only] = &*content(meant) {
                found.extend(forms(vocabulary, only, sure).into_iter().map(earned));
            }
        }
    }
    best_first(found.into_iter())
}

fn earned(found: Match) -> Match {
    Match {
        weight: small(tiers::earned(u32::from(found.weight))),
        ..found
    }
}

/// The words of a meaning that say something, the longest first; weak ones last.
fn content(meant: &str) -> Vec<Meant> {
    let mut words = Vec::new();
    each_word(meant, |word| {
        words.push(Meant {
            folded: word.folded.to_owned(),
            dots: word.dots,
        });
        true
    });
    if words.iter().any(|word| !is_stop_word(&word.folded)) {
        words.retain(|word| !is_stop_word(&word.folded));
    }
    words.sort_by_key(|word| {
        (
            is_weak_word(&word.folded),
            std::cmp::Reverse(word.folded.len()),
        )
    });
    words
}

/// The forms of a meant word that the vocabulary has; when it has none, the compounds that begin or end with it.
fn forms(vocabulary: &Vocabulary, meant: &Meant, sure: u32) -> Vec<Match> {
    let asked = Asked {
        word: &meant.folded,
        dots: meant.dots,
        dotted: true,
        typing: false,
    };
    let found = |word: u32, weight: u32| {
        let compared = asked.word.len().min(vocabulary.length(word));
        let weight = asked.with_dots(weight, 0, vocabulary.dots(word), 0, compared);
        Match {
            word,
            weight: small(weight * sure / 100),
            tier: Tier::Meaning,
        }
    };
    let exact = vocabulary
        .find(asked.word)
        .map(|word| found(word, tiers::MEANING));
    let stemmed = vocabulary.with_stem(stem(asked.word)).iter();
    let mut matches: Vec<Match> = exact
        .chain(stemmed.map(|&word| found(word, tiers::MEANING_FORM)))
        .collect();
    if matches.is_empty() {
        let starting = vocabulary.starting_with(asked.word);
        matches.extend(
            starting
                .take(MOST_COMPOUNDS)
                .map(|word| found(word, tiers::MEANING_COMPOUND)),
        );
    }
    matches
}

/// Most meanings of two words that one query word may have.
const MOST_PARTS: usize = 12;
/// Most compounds that begin with a meant word.
const MOST_COMPOUNDS: usize = 32;
