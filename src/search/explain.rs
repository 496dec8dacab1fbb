//! Why a service stands where it does: which query word found which word, how, where, and what that was worth.

use super::found::Found as Matches;
use super::index::Index;
use super::prepare::Prepared;
use super::searcher::Searcher;
use super::tiers::{Field, Tier};
use crate::catalogue::ServiceRef;

/// The explanation of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The code of the language that the query was taken to be in: `sv`, `en` …
    pub language: &'static str,
    /// The words that were looked for, in the order of the query, each once.
    pub words: Vec<AskedWord>,
    /// The services found, best first.
    pub hits: Vec<ExplainedHit>,
}

/// A word of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWord {
    /// The word as typed.
    pub text: String,
    /// How much it counts beside the others, 0–1000: little for grammar and common words.
    pub importance: u32,
    /// Whether nothing in the catalogue resembles it.
    pub unmatched: bool,
}

/// A service, and what found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedHit {
    /// The service.
    pub service: ServiceRef,
    /// How well it fits, 0–1000.
    pub score: u32,
    /// What the query words found in it; those that found nothing are left out.
    pub reasons: Vec<Reason>,
}

/// What one query word found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The query word: its place in [`Explanation::words`].
    pub asked: usize,
    /// The word of the catalogue, in small letters.
    pub found: String,
    /// How the one came to stand for the other.
    pub tier: Tier,
    /// Where the word stands.
    pub field: Field,
    /// What that is worth, 0–1000, by tier and field.
    pub weight: u32,
}

impl Explanation {
    /// Puts into words what a search found. The searcher is the one that just did.
    pub(super) fn of(
        index: &Index,
        searcher: &Searcher,
        matches: &Matches,
        service: impl Fn(u32) -> Option<ServiceRef>,
    ) -> Self {
        let hits = matches.hits.iter().filter_map(|hit| {
            let reasons = hit.words.iter().map(|word| Reason {
                asked: word.query_word,
                found: index.word(word.vocabulary_word).to_owned(),
                tier: word.tier,
                field: word.field,
                weight: word.weight,
            });
            Some(ExplainedHit {
                service: service(hit.document)?,
                score: hit.score,
                reasons: reasons.collect(),
            })
        });
        Self {
            language: searcher.prepared.language(),
            words: asked(&searcher.prepared),
            hits: hits.collect(),
        }
    }
}

fn asked(prepared: &Prepared) -> Vec<AskedWord> {
    let words = prepared.words.iter().enumerate();
    words
        .map(|(at, word)| AskedWord {
            text: prepared
                .text
                .get(word.range.clone())
                .unwrap_or_default()
                .to_owned(),
            importance: word.weight,
            unmatched: prepared.is_unmatched(at),
        })
        .collect()
}
