//! Texts as words and parts of words: stems, and compounds taken apart by the words that the other texts use.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::apart::{Apart, Beginnings, root};
use crate::search::distance::letters;
use crate::search::fold::each_word;
use crate::search::intern::{Interner, QuickHash};
use crate::search::stopwords::is_stop_word;
use crate::threads::in_halves;

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
    /// Which phrase of the text it stands in: `slam` is in the one after that of `tömning` in `tömning av slam`.
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
    pub fn move_by(&mut self, by: Moved) {
        self.0 = self.0.start + by.0..self.0.end + by.0;
    }
}

/// The words of a collection of texts. All texts are taken apart into words first, then the words into parts, for any
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
    /// Which parts are fillers.
    fillers: Vec<bool>,
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
/// Whether a root is that of a filler.
fn is_filler(root: &str) -> bool {
    static ROOTS: LazyLock<HashSet<&str, QuickHash>> =
        LazyLock::new(|| FILLERS.iter().map(|filler| self::root(filler)).collect());
    ROOTS.contains(root)
}

impl Words {
    /// With room for the words of so many texts.
    pub fn with_capacity(texts: usize) -> Self {
        Self {
            folded: Interner::with_capacity(texts),
            stems: Interner::with_capacity(texts),
            met: Vec::with_capacity(texts),
            spoken: Vec::with_capacity(texts * 2),
            ..Self::default()
        }
    }

    /// Takes a text apart into words, and gets to know them, so that they can be found within others.
    pub fn learn(&mut self, text: &str) -> Spoken {
        let start = self.spoken.len();
        let (mut telling, mut phrase, mut end) = (0, 0_u8, 0);
        each_word(text, |word| {
            let between = text.get(end..word.range.start).unwrap_or_default();
            let (number, is_stop) = self.meet(word.folded);
            // A stop word, a comma or a bracket ends a phrase.
            let ended = is_stop || between.contains([',', '(', ':', ';', '/', '–']);
            phrase = phrase.saturating_add(u8::from(ended));
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
            let mut known = Apart::by(&self.stems, &self.begins);
            let mut parts = Vec::with_capacity(words.len() * 2);
            let ends = words.iter().map(|word| {
                known.put_parts_of(self.folded(word), word.whole, &mut parts);
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

    /// The part that a root is.
    fn part(&mut self, root: &str) -> Part {
        let (number, is_new) = self.stems.number(root, 0);
        if is_new {
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

    /// Whether a part only says that something is asked for, or whose it is.
    pub fn is_filler(&self, part: Part) -> bool {
        self.fillers.get(part as usize).copied().unwrap_or(false)
    }

    /// How many parts there are.
    pub fn parts_known(&self) -> usize {
        self.fillers.len()
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
    fn a_noun_says_the_same_as_its_verb_and_the_same_as_no_other_word() {
        for (one, other) in [("Bokning", "Boka"), ("Gymnasium", "Gymnasie")] {
            assert!(same(one, other), "{one} {other}");
        }
        // A newspaper is no time, and who scouts takes no bath.
        for (one, other) in [("Tidning", "Tid"), ("Spaning", "Spa")] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    /// The parts of a word, as they stand among the stems, where these texts are known.
    fn parts_among(texts: &[&str], word: &str) -> Vec<String> {
        let mut words = Words::default();
        for text in texts {
            words.learn(text);
        }
        let word = words.learn(word);
        words.take_all_apart();
        let tokens = words.tokens(&word);
        let parts = tokens
            .iter()
            .flat_map(|token| words.parts(words.word(*token).unwrap()));
        parts
            .map(|part| words.stems.words.get(*part).to_owned())
            .collect()
    }

    #[test]
    fn a_compound_is_taken_apart_as_far_as_its_words_are_known() {
        for (texts, word, parts) in [
            // Nobody says `snöröjning` by itself, or somebody does.
            (
                &["gata", "röjning"][..],
                "Gatusnöröjning",
                &["gatusnoroj"][..],
            ),
            (
                &["gata", "snöröjning"],
                "Gatusnöröjning",
                &["gat", "snoroj"],
            ),
            (
                &["gata", "snöröjning", "snö", "röjning"],
                "Gatusnöröjning",
                &["gat", "sno", "roj"],
            ),
            // A part of six letters is the shortest that may be two.
            (
                &["bad", "hus", "badhus", "avgift"],
                "Badhusavgift",
                &["bad", "hus", "avgift"],
            ),
            (
                &["brygga", "bad", "hus", "badhus"],
                "Badhusbrygga",
                &["bad", "hus", "bryg"],
            ),
            // Three times, and what is then left is one part.
            (
                &[
                    "bygg",
                    "lov",
                    "bygglov",
                    "avgift",
                    "bygglovsavgift",
                    "beslut",
                ],
                "Bygglovsavgiftsbeslut",
                &["byg", "lov", "avgift", "beslut"],
            ),
            (
                &[
                    "bygg",
                    "lov",
                    "bygglov",
                    "avgift",
                    "bygglovsavgift",
                    "beslut",
                    "bygglovsavgiftsbeslut",
                    "kopia",
                ],
                "Bygglovsavgiftsbeslutskopia",
                &["bygglov", "avgift", "beslut", "kopi"],
            ),
            // The stem of `kontoret` is a word that has another stem.
            (&["kontoret", "vakt"], "Vaktkontor", &["vakt", "kontor"]),
            // Grammar is no part.
            (&["till", "syn"], "Tillsyn", &["tillsyn"]),
            // Of two ways the one with the longer first word, where their shorter words are of one length.
            (
                &["glas", "strut", "glass", "trut"],
                "Glasstrut",
                &["glass", "trut"],
            ),
            (
                &["fot", "nord", "foton", "ord"],
                "Fotonord",
                &["foton", "ord"],
            ),
        ] {
            assert_eq!(parts_among(texts, word), parts, "{word} among {texts:?}");
        }
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
                text.move_by(moved);
            }
            both.extend(there);
            one.take_all_apart();
            two.take_all_apart();
            prop_assert_eq!(format!("{one:?}"), format!("{two:?}"));
            prop_assert_eq!(format!("{all:?}"), format!("{both:?}"));
        }
    }
}
