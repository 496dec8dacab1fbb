//! Texts as words and parts of words: stems, compounds taken apart by the words that the other entries use, and how
//! common each part is.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::search::distance::letters;
use crate::search::fold::each_word;
use crate::search::intern::{Interner, QuickHash};
use crate::search::stem::stem;
use crate::search::stopwords::is_stop_word;
use crate::threads::in_halves;

/// Shortest part of a compound, in letters: `sop`, `lov`.
const SHORTEST_PART: usize = 3;
/// Letters that link two parts: `skolskjutS-`, `gatU-`.
const LINKS: [char; 5] = ['s', 'u', 'o', 'a', 'e'];

/// A part of a word, or a whole one: a stem that some entry uses.
pub type Part = u32;

/// A word, however often it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its number.
    number: u32,
    /// Which letters it has, one bit each.
    pub letters: u32,
    /// Its stem.
    pub whole: Part,
    /// Where the stems stand that it is made of; itself where it is no compound.
    parts: Range<u32>,
    /// Whether it says next to nothing.
    stop: bool,
}

/// A word where it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The number of the word.
    word: u32,
    /// Which phrase of the text it stands in: `slam` is in the second of `tömning av slam`.
    pub phrase: u8,
}

/// A text taken apart into the words that say something; all of its words where none does.
#[derive(Clone, Debug, Default)]
pub struct Spoken(Range<u32>);

/// How far texts have moved that were taken in by others.
#[derive(Clone, Copy, Debug)]
pub struct Moved(u32);

impl Spoken {
    /// Where a text is now that was learnt elsewhere.
    pub fn moved(&mut self, by: Moved) {
        self.0 = self.0.start + by.0..self.0.end + by.0;
    }
}

/// The words of a collection of entries. All texts are taken apart into words first, then the words into parts, for any
/// word may be a part of any other.
#[derive(Debug, Default)]
pub struct Words {
    /// The folded words of all texts.
    folded: Interner,
    met: Vec<Word>,
    /// The words of one text after another.
    spoken: Vec<Token>,
    /// The parts of one word after another.
    parts: Vec<Part>,
    /// The stems of all words, which are the parts there are.
    stems: Interner,
    /// The first letters of all parts, so that few ends of a word need to be looked up.
    begins: Beginnings,
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
    static ROOTS: LazyLock<HashSet<&str, QuickHash>> =
        LazyLock::new(|| FILLERS.iter().map(|filler| self::root(filler)).collect());
    ROOTS.contains(root)
}

/// How some words begin. Now and then it says yes to another, and never no to one of them.
#[derive(Debug)]
struct Beginnings([u64; 1 << 10]);

/// So many letters of a word are its beginning; all of a shorter one.
const BEGINNING: usize = 5;

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 1 << 10])
    }
}

impl Beginnings {
    /// Where the bit of some letters is: the place of a number, and which of its bits.
    fn place(letters: u64) -> (usize, u64) {
        let hash = letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        (usize::try_from(hash >> 6).unwrap_or(0), 1 << (hash & 63))
    }

    fn insert(&mut self, word: &str) {
        let begins = word.bytes().take(BEGINNING);
        let (at, bit) = Self::place(begins.fold(0, |letters, byte| letters << 8 | u64::from(byte)));
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether a word may begin with one of them, or have all of a short one as its beginning.
    fn may_begin(&self, word: &str) -> bool {
        let mut letters = 0;
        word.bytes().take(BEGINNING).enumerate().any(|(at, byte)| {
            letters = letters << 8 | u64::from(byte);
            let (place, bit) = Self::place(letters);
            at + 1 >= SHORTEST_PART && self.0.get(place).is_some_and(|bits| bits & bit != 0)
        })
    }
}

/// A piece of a word that is a part, too.
#[derive(Clone, Copy)]
struct Piece<'w> {
    text: &'w str,
    part: Part,
}

impl Words {
    /// Takes a text apart into words, and gets to know them, so that they can be found within others.
    pub fn learn(&mut self, text: &str) -> Spoken {
        let start = self.spoken.len();
        let (mut telling, mut phrase, mut end) = (0, 0_u8, 0);
        each_word(text, |word| {
            let between = text.get(end..word.range.start).unwrap_or_default();
            let (number, is_stop) = self.meet(word.folded);
            // A stop word, a comma or a bracket ends a phrase.
            let ended = is_stop || between.contains([',', '(', ':', ';', '/', '–']);
            phrase = phrase.saturating_add(u8::from(ended && end > 0));
            end = word.range.end;
            telling += usize::from(!is_stop);
            let word = number;
            self.spoken.push(Token { word, phrase });
            true
        });
        if telling > 0 {
            let mut kept = start;
            for at in start..self.spoken.len() {
                let says = |token: &Token| self.word(*token).is_none_or(|word| !word.stop);
                if self.spoken.get(at).is_some_and(says) {
                    self.spoken.swap(kept, at);
                    kept += 1;
                }
            }
            self.spoken.truncate(kept);
        }
        Spoken(small(start)..small(self.spoken.len()))
    }

    /// The number of a folded word, and whether it says next to nothing.
    fn meet(&mut self, folded: &str) -> (u32, bool) {
        let (number, is_new) = self.folded.number(folded, 0);
        if !is_new {
            let word = self.met.get(number as usize);
            return (number, word.is_some_and(|word| word.stop));
        }
        // `o` is short for `och`.
        let stop = folded == "o" || is_stop_word(folded);
        let whole = self.part(root(folded));
        self.met.push(Word {
            number,
            letters: letters(folded),
            whole,
            parts: 0..0,
            stop,
        });
        (number, stop)
    }

    /// Takes in texts that were learnt apart from these, as if they had been learnt after them.
    pub fn take_in(&mut self, others: &Self) -> Moved {
        let number = |word: &Word| {
            let (number, is_new) = self.folded.number(others.folded(word), 0);
            if is_new {
                let whole = self.part(others.stems.words.get(word.whole));
                self.met.push(Word {
                    number,
                    whole,
                    ..word.clone()
                });
            }
            number
        };
        let numbers: Vec<u32> = others.met.iter().map(number).collect();
        let moved = Moved(small(self.spoken.len()));
        let here = |token: &Token| {
            let word = numbers.get(token.word as usize);
            word.map(|&word| Token { word, ..*token })
        };
        self.spoken.extend(others.spoken.iter().filter_map(here));
        moved
    }

    /// Takes the words apart; call it once, when all texts have been learnt.
    pub fn take_all_apart(&mut self) {
        let apart = in_halves(&self.met, |words| {
            let mut parts = Vec::with_capacity(words.len() * 2);
            let ends = words.iter().map(|word| {
                let piece = Piece {
                    text: self.folded.words.get(word.number),
                    part: word.whole,
                };
                self.take_apart(piece, 3, &mut parts);
                parts.len()
            });
            (ends.collect::<Vec<_>>(), parts)
        });
        let mut words = self.met.iter_mut();
        for (ends, parts) in apart {
            let base = self.parts.len();
            let mut start = base;
            for (end, word) in ends.into_iter().zip(&mut words) {
                word.parts = small(start)..small(base + end);
                start = base + end;
            }
            self.parts.extend(parts);
        }
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

    /// The part that a root is.
    fn part(&mut self, root: &str) -> Part {
        let (number, is_new) = self.stems.number(root, 0);
        if is_new {
            self.holders.push(0);
            self.fillers.push(is_filler(root));
            self.begins.insert(root);
        }
        number
    }

    /// The words of a text that has been taken apart.
    pub fn tokens(&self, text: &Spoken) -> &[Token] {
        let range = text.0.start as usize..text.0.end as usize;
        self.spoken.get(range).unwrap_or_default()
    }

    /// The word that stands somewhere.
    pub fn word(&self, token: Token) -> Option<&Word> {
        self.met.get(token.word as usize)
    }

    /// A word as it was folded.
    pub fn folded(&self, word: &Word) -> &str {
        self.folded.words.get(word.number)
    }

    /// The parts that a word is made of.
    pub fn parts(&self, word: &Word) -> &[Part] {
        let range = word.parts.start as usize..word.parts.end as usize;
        self.parts.get(range).unwrap_or_default()
    }

    /// The parts of some words, each once, sorted: what is said, whatever the order and the compounds.
    pub fn parts_of<'t>(&self, tokens: impl IntoIterator<Item = &'t Token>) -> Vec<Part> {
        let mut parts = Vec::new();
        self.put_parts_of(tokens, &mut parts);
        parts
    }

    /// The same in a list that is there already, in the place of what stood in it.
    pub fn put_parts_of<'t>(
        &self,
        tokens: impl IntoIterator<Item = &'t Token>,
        parts: &mut Vec<Part>,
    ) {
        parts.clear();
        for word in tokens.into_iter().filter_map(|token| self.word(*token)) {
            parts.extend_from_slice(self.parts(word));
        }
        parts.sort_unstable();
        parts.dedup();
    }

    /// Splits a word into known parts, and those again while they can be.
    fn take_apart(&self, word: Piece, deeper: u8, parts: &mut Vec<Part>) {
        let split = (deeper > 0).then(|| self.split(word.text)).flatten();
        if let Some((head, tail)) = split {
            self.take_apart(head, deeper - 1, parts);
            self.take_apart(tail, deeper - 1, parts);
        } else {
            parts.push(word.part);
        }
    }

    /// A piece of a word as a part: by its stem, or as it stands.
    fn known<'w>(&self, text: &'w str, root: &str) -> Option<Piece<'w>> {
        let known = self.stems.find(root, 0);
        let as_it_stands = || (root != text).then(|| self.stems.find(text, 0)).flatten();
        let part = known.or_else(as_it_stands)?;
        (!is_stop_word(text)).then_some(Piece { text, part })
    }

    /// The split into two known words whose shorter one is longest; of two such, the one with the longer head.
    fn split<'w>(&self, word: &'w str) -> Option<(Piece<'w>, Piece<'w>)> {
        let mut best = None;
        let mut longest = 0;
        for shorter in (SHORTEST_PART..=word.len() / 2).rev() {
            // No part is longer than what stands on its side.
            if shorter < longest {
                break;
            }
            for at in [word.len() - shorter, shorter] {
                let Some(split @ (head, tail)) = self.split_at(word, at) else {
                    continue;
                };
                let found = (head.text.len().min(tail.text.len()), at);
                if best.is_none_or(|(best, _)| found > best) {
                    best = Some((found, split));
                    longest = found.0;
                }
            }
        }
        best.map(|(_, split)| split)
    }

    /// The two known words that a word is made of when the second begins at a place.
    fn split_at<'w>(&self, word: &'w str, at: usize) -> Option<(Piece<'w>, Piece<'w>)> {
        let (head, tail) = word.split_at_checked(at)?;
        if !self.begins.may_begin(tail) {
            return None;
        }
        let stem = root(tail);
        if stem.len() < SHORTEST_PART {
            return None;
        }
        let tail = self.known(tail, stem)?;
        let linked = head
            .strip_suffix(LINKS)
            .filter(|bare| bare.len() >= SHORTEST_PART);
        let mut heads = [Some(head), linked].into_iter().flatten();
        let head = heads.find_map(|head| self.known(head, root(head)))?;
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

/// A place in a list that no collection of entries fills.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let mut words = Words::default();
        let [one, other] = [one, other].map(|text| words.learn(text));
        words.take_all_apart();
        words.parts_of(words.tokens(&one)) == words.parts_of(words.tokens(&other))
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
        let names = ["Nora kommun", "Kumla kommun", "Arboga kommun"].map(|name| words.learn(name));
        words.take_all_apart();
        for name in &names {
            let parts = words.parts_of(words.tokens(name));
            words.count(&parts);
        }
        words.weigh();
        let [place, kommun] =
            [0, 1].map(|at| words.word(words.tokens(&names[0])[at]).unwrap().whole);
        assert!(words.telling(place) > words.telling(kommun));
    }

    proptest! {
        #[test]
        fn what_two_have_learnt_is_what_one_would_have(
            texts in prop::collection::vec("(gata|snö|och|röjning|lov|sop){1,3}( (av|sopor|gatan)){0,2}", 0..12),
            first in 0..12_usize,
        ) {
            let mut one = Words::default();
            let all: Vec<Spoken> = texts.iter().map(|text| one.learn(text)).collect();
            let (mut two, mut other) = (Words::default(), Words::default());
            let (here, there) = texts.split_at(first.min(texts.len()));
            let mut both: Vec<Spoken> = here.iter().map(|text| two.learn(text)).collect();
            let mut there: Vec<Spoken> = there.iter().map(|text| other.learn(text)).collect();
            let moved = two.take_in(&other);
            for text in &mut there {
                text.moved(moved);
            }
            both.extend(there);
            one.take_all_apart();
            two.take_all_apart();
            prop_assert_eq!(format!("{one:?}"), format!("{two:?}"));
            prop_assert_eq!(format!("{all:?}"), format!("{both:?}"));
        }

        #[test]
        fn a_word_may_begin_with_any_part_there_is(parts in prop::collection::vec("[a-zåäö]{3,9}", 1..20), end in "[a-z]{0,6}") {
            let mut begins = Beginnings::default();
            for part in &parts {
                begins.insert(part);
            }
            for part in &parts {
                let word = part.clone() + &end;
                prop_assert!(begins.may_begin(&word), "{word}");
            }
        }
    }
}
