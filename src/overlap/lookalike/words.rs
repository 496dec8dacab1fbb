//! Texts as words and parts of words: stems, compounds taken apart by the words that the other entries use, and how
//! common each part is.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use crate::search::distance::letters;
use crate::search::fold::each_word;
use crate::search::intern::QuickHash;
use crate::search::stem::stem;
use crate::search::stopwords::is_stop_word;

/// Shortest part of a compound, in letters: `sop`, `lov`.
const SHORTEST_PART: usize = 3;
/// Letters that link two parts: `skolskjutS-`, `gatU-`.
const LINKS: [char; 5] = ['s', 'u', 'o', 'a', 'e'];

/// A part of a word, or a whole one: a stem that some entry uses.
pub type Part = u32;

/// A word, however often it is used.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded word.
    pub folded: Box<str>,
    /// Which letters it has, one bit each.
    pub letters: u32,
    /// Its stem.
    pub whole: Part,
    /// The stems it is made of; itself where it is no compound.
    pub parts: Vec<Part>,
    /// Whether it says next to nothing.
    stop: bool,
}

/// A word where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word.
    pub word: Arc<Word>,
    /// Which phrase of the text it stands in: `slam` is in the second of `tömning av slam`.
    pub phrase: u8,
}

/// The words of a collection of entries.
#[derive(Debug, Default)]
pub struct Words {
    numbers: HashMap<Box<str>, Part, QuickHash>,
    /// The folded words met so far, and what was found out about them.
    met: HashMap<Box<str>, Option<Arc<Word>>, QuickHash>,
    /// The first letters of all parts, so that few ends of a word need to be looked up.
    begins: HashSet<[u8; 3], QuickHash>,
    /// In how many entries' names each part stands.
    holders: Vec<u32>,
    /// Which parts are fillers.
    fillers: Vec<bool>,
    /// How much each part tells, once all entries are counted.
    telling: Vec<f64>,
    entries: u32,
}

/// Words that say that something is asked for or whose it is, and not what: a name is the same thing without them.
const FILLERS: &[&str] = &[
    "ab",
    "ansokan",
    "ansok",
    "ansoka",
    "bestall",
    "bestalla",
    "fraga",
    "fragor",
    "hjalp",
    "information",
    "kommunal",
    "kommunala",
    "kommunalt",
    "kommunens",
    "application",
    "help",
    "request",
];
/// What a filler tells beside a word of its rarity.
const FILLER: f64 = 0.15;

/// The stem of a folded word, with two turns that a search has no need of: `gymnasium` meets `gymnasie-`, and `bokning`
/// meets `boka`, although so little remains.
fn root(folded: &str) -> &str {
    let root = stem(folded);
    if let [_, _, c, b'n'] = root.as_bytes()
        && !b"aeiouy".contains(c)
        && folded.get(4..).is_some_and(|rest| rest.starts_with("ing"))
        && root != "tidn"
    {
        return root.get(..3).unwrap_or(root);
    }
    root.strip_suffix("ium")
        .map_or(root, |_| root.trim_end_matches("um"))
}

/// Whether a root is that of a filler.
fn is_filler(root: &str) -> bool {
    static ROOTS: LazyLock<Vec<&str>> =
        LazyLock::new(|| FILLERS.iter().map(|filler| self::root(filler)).collect());
    ROOTS.contains(&root)
}

impl Words {
    /// Gets to know the words of a text, so that they can be found within others.
    pub fn learn(&mut self, text: &str) {
        each_word(text, |word| {
            if !self.met.contains_key(word.folded) {
                self.number(root(word.folded));
                self.met.insert(word.folded.into(), None);
            }
            true
        });
    }

    /// Counts in how many entries each part stands; call it once for each entry, when all are known.
    pub fn count(&mut self, parts: &[Part]) {
        self.entries += 1;
        for part in parts {
            if let Some(holders) = self.holders.get_mut(*part as usize) {
                *holders += 1;
            }
        }
    }

    fn number(&mut self, root: &str) -> Part {
        if let Some(known) = self.numbers.get(root) {
            return *known;
        }
        let next = Part::try_from(self.holders.len()).unwrap_or(Part::MAX);
        self.holders.push(0);
        self.fillers.push(is_filler(root));
        if let Some(first) = root.as_bytes().first_chunk() {
            self.begins.insert(*first);
        }
        self.numbers.insert(root.into(), next);
        next
    }

    /// The words of a text that say something; all of its words where none does.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let (mut telling, mut phrase, mut end) = (0, 0_u8, 0);
        each_word(text, |word| {
            let between = text.get(end..word.range.start).unwrap_or_default();
            let known = self.word(word.folded);
            // A stop word, a comma or a bracket ends a phrase.
            let ended = known.stop || between.contains([',', '(', ':', ';', '/', '–']);
            phrase = phrase.saturating_add(u8::from(ended && end > 0));
            end = word.range.end;
            telling += usize::from(!known.stop);
            let word = known;
            tokens.push(Token { word, phrase });
            true
        });
        tokens.retain(|token| telling == 0 || !token.word.stop);
        tokens
    }

    /// What there is to know of a folded word, found out once.
    fn word(&mut self, folded: &str) -> Arc<Word> {
        if let Some(Some(word)) = self.met.get(folded) {
            return Arc::clone(word);
        }
        let whole = self.number(root(folded));
        let mut parts = Vec::new();
        self.take_apart(folded, 3, &mut parts);
        if parts.is_empty() {
            parts.push(whole);
        }
        let word = Arc::new(Word {
            folded: folded.into(),
            letters: letters(folded),
            whole,
            parts,
            // `o` is short for `och`.
            stop: folded == "o" || is_stop_word(folded),
        });
        self.met.insert(folded.into(), Some(Arc::clone(&word)));
        word
    }

    /// Splits a word into known parts, and those again while they can be.
    fn take_apart(&self, word: &str, deeper: u8, parts: &mut Vec<Part>) {
        let split = (deeper > 0).then(|| self.split(word)).flatten();
        if let Some((head, tail)) = split {
            self.take_apart(head, deeper - 1, parts);
            self.take_apart(tail, deeper - 1, parts);
        } else if let Some(known) = self.known(word) {
            parts.push(known);
        }
    }

    fn known(&self, word: &str) -> Option<Part> {
        self.known_as(root(word), word)
    }

    fn known_as(&self, root: &str, word: &str) -> Option<Part> {
        let known = self.numbers.get(root);
        known.or_else(|| self.numbers.get(word)).copied()
    }

    /// The split into two known words whose shorter one is longest.
    fn split<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let starts = SHORTEST_PART..(word.len() + 1).saturating_sub(SHORTEST_PART);
        let shorter = |(head, tail): (&str, &str)| head.len().min(tail.len());
        let mut best: Option<(&'w str, &'w str)> = None;
        for at in starts {
            // No part is longer than what stands on its side.
            if best.is_some_and(|best| at.min(word.len() - at) < shorter(best)) {
                continue;
            }
            if let Some(split) = self.split_at(word, at)
                && best.is_none_or(|best| shorter(split) >= shorter(best))
            {
                best = Some(split);
            }
        }
        best
    }

    /// The two known words that a word is made of when the second begins at a place.
    fn split_at<'w>(&self, word: &'w str, at: usize) -> Option<(&'w str, &'w str)> {
        let (head, tail) = word.split_at_checked(at)?;
        let begins = tail.as_bytes().first_chunk()?;
        self.begins.get(begins)?;
        let stem = root(tail);
        if stem.len() < SHORTEST_PART || self.known_as(stem, tail).is_none() || is_stop_word(tail) {
            return None;
        }
        let bare = head
            .strip_suffix(LINKS)
            .filter(|bare| bare.len() >= SHORTEST_PART);
        let head = [Some(head), bare]
            .into_iter()
            .flatten()
            .find(|head| self.known(head).is_some() && !is_stop_word(head))?;
        Some((head, tail))
    }

    /// How many entries have a part in their names.
    pub fn holders(&self, part: Part) -> u32 {
        self.holders.get(part as usize).copied().unwrap_or(0)
    }

    /// Whether a part only says that something is asked for, or whose it is.
    pub fn is_filler(&self, part: Part) -> bool {
        self.fillers.get(part as usize).copied().unwrap_or(false)
    }

    /// Works out how much each part tells; call it once, when all entries are counted.
    pub fn weigh(&mut self) {
        let entries = f64::from(self.entries.max(1));
        let weigh = |(holders, filler): (&u32, &bool)| {
            let telling = (1.0 + entries / f64::from((*holders).max(1))).log2();
            let telling = if *filler { telling * FILLER } else { telling };
            // In steps of 1/1024, so that sums are exact and do not depend on the order.
            (telling * 1024.0).round() / 1024.0
        };
        self.telling = self.holders.iter().zip(&self.fillers).map(weigh).collect();
    }

    /// How much a part tells: 1 where every name has it, more the fewer do (inverse document frequency, as a power of
    /// two).
    pub fn telling(&self, part: Part) -> f64 {
        self.telling.get(part as usize).copied().unwrap_or(0.0)
    }
}

/// The parts of some words, each once, sorted: what is said, whatever the order and the compounds.
pub fn parts_of<'t>(tokens: impl IntoIterator<Item = &'t Token>) -> Vec<Part> {
    let mut parts: Vec<Part> = tokens
        .into_iter()
        .flat_map(|token| token.word.parts.iter().copied())
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let mut words = Words::default();
        words.learn(one);
        words.learn(other);
        parts_of(&words.tokens(one)) == parts_of(&words.tokens(other))
    }

    #[test]
    fn a_compound_says_the_same_as_its_words() {
        for (one, other) in [
            ("Snöröjning av gata", "Gatusnöröjning"),
            ("Val av gymnasium", "Gymnasieval"),
            ("Dispens från strandskydd", "Strandskyddsdispens"),
            ("Tömning av slam", "Slamtömning"),
            ("Skolskjuts", "Skol-skjuts"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        assert!(!same("Bygglov", "Marklov"));
    }

    #[test]
    fn a_rare_part_tells_more_than_a_common_one() {
        let mut words = Words::default();
        let names = ["Nora kommun", "Kumla kommun", "Arboga kommun"].map(|name| words.tokens(name));
        for name in &names {
            words.count(&parts_of(name));
        }
        words.weigh();
        let [place, kommun] = [names[0][0].word.whole, names[0][1].word.whole];
        assert!(words.telling(place) > words.telling(kommun));
    }
}
