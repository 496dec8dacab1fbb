//! The last resort, abbreviations such as `brndkr` for `brandkår`: the one place that uses `fuzzy-matcher`.
//!
//! fuzzy-matcher 0.3.7 has faults that this file keeps from the rest: it folds the case of ASCII only and no accents
//! (it is given folded words), `fuzzy_match` and `fuzzy_indices` can disagree (only the latter is called), indices are
//! characters rather than bytes, and its memory grows with pattern × text (the pattern is capped).

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Longest pattern handed to the matcher, in characters.
const LONGEST_PATTERN: usize = 256;

/// Finds words that have the pattern's letters in order.
pub struct Subsequence {
    matcher: SkimMatcherV2,
}

impl Subsequence {
    /// A matcher; it keeps buffers, so make one and use it again.
    pub fn new() -> Self {
        Self {
            matcher: SkimMatcherV2::default().respect_case(),
        }
    }

    /// How well `pattern` fits `word` as a subsequence (the matcher's own score, above 0), or `None`.
    pub fn score(&self, word: &str, pattern: &str) -> Option<i64> {
        self.indices(word, pattern).map(|(score, _)| score)
    }

    /// The character positions of `pattern` in `word`, with the score.
    pub fn indices(&self, word: &str, pattern: &str) -> Option<(i64, Vec<usize>)> {
        let end = pattern
            .char_indices()
            .nth(LONGEST_PATTERN)
            .map_or(pattern.len(), |(at, _)| at);
        let pattern = pattern.get(..end).unwrap_or(pattern);
        self.matcher
            .fuzzy_indices(word, pattern)
            .filter(|(score, _)| *score > 0)
    }

    /// The best score that a pattern of this length can reach: it standing alone.
    pub fn best_possible(&self, pattern: &str) -> i64 {
        self.score(pattern, pattern).unwrap_or(1)
    }
}

impl std::fmt::Debug for Subsequence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subsequence").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_fits_and_says_where() {
        let subsequence = Subsequence::new();
        let (_, places) = subsequence.indices("brandkar", "brndkr").unwrap();
        assert_eq!(places, [0, 1, 3, 4, 5, 7]);
        assert!(subsequence.score("brandkar", "sno").is_none());
    }

    #[test]
    fn an_endless_pattern_is_cut_rather_than_allocated_for() {
        let long = "a".repeat(1_000_000);
        assert!(Subsequence::new().score(&"a".repeat(300), &long).is_some());
    }
}
