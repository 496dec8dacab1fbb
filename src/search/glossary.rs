//! Words that callers say and the catalogue does not: what each means in the catalogue's words.
//!
//! `config/words` has one file for everyday Swedish and one for each other language, a line an entry:
//! `gone out = slocknat`. They are built in. Nothing is read before the first query; then the lines are parted by the
//! first letter of what is said, and only those of the letters that a query needs are taken apart and sorted.

mod bucket;
mod languages;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};
use std::thread;

use super::distance::Pattern;
use super::expand::Asked;
use super::fold::{each_word, fold};
use super::intern::QuickHash;
use super::prepare::MOST_WORDS;
use super::tiers;
pub use bucket::Bucket;
pub use languages::{LANGUAGES, SWEDISH, grammar_of, is_grammar, stem_in};

/// Most words of a phrase.
const LONGEST_PHRASE: usize = 6;
/// Shortest word looked for by its beginning, or with a letter wrong.
const SHORTEST_KIN: usize = 4;
/// How sure it is that a word means itself, per cent.
const CERTAIN: u32 = 100;
/// Most entries that a half-typed word may stand for: fewer letters than that say nothing yet.
const MOST_BEGUN: usize = 6;
/// Most words whose languages are kept in mind; when there are more, all are dropped.
const MOST_SPOKEN: usize = 512;

/// One thing said, and what is meant.
#[derive(Debug)]
pub struct Said {
    /// The language, by its place in [`LANGUAGES`].
    pub language: usize,
    /// The words, each as its stem in that language.
    stems: Box<[Box<str>]>,
    /// The first word, folded.
    first: Box<str>,
    /// Which letters of each word have dots.
    dots: Box<[u64]>,
    /// What it means: Swedish words or phrases, with commas between.
    meant: &'static str,
}

impl Said {
    /// The words and phrases that are meant.
    pub fn meant(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.meant.split(',').map(str::trim)
    }

    /// The words said, each as its stem.
    pub fn stems(&self) -> &[Box<str>] {
        &self.stems
    }

    /// Whether it is a single word.
    fn is_single(&self) -> bool {
        self.stems.len() == 1
    }

    /// The words said, each as its stem, with the dots of its letters.
    pub fn words(&self) -> impl Iterator<Item = (&str, u64)> {
        let stems = self.stems.iter().map(|stem| &**stem);
        stems.zip(self.dots.iter().copied())
    }
}

/// A meaning of a query word.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// The bucket that it stands in.
    said: Arc<Bucket>,
    at: usize,
    /// How surely the query word is what is said there, per cent.
    pub sure: u32,
}

impl Meaning {
    /// The meaning that stands in a bucket at a place.
    pub fn new(said: &Arc<Bucket>, at: usize, sure: u32) -> Self {
        Self {
            said: Arc::clone(said),
            at,
            sure,
        }
    }

    /// Whether the query word is what is said there, letter by letter with its dots.
    pub fn is_certain(&self) -> bool {
        self.sure >= CERTAIN
    }

    /// The entry.
    pub fn said(&self) -> Option<&Said> {
        self.said.get(self.at)
    }
}

/// The glossary, with what has been asked of it lately.
#[derive(Debug, Default)]
pub struct Glossary {
    /// What [`Glossary::spoken`] has told.
    spoken: HashMap<Box<str>, u32, QuickHash>,
}

/// What is said with one first letter.
#[derive(Debug, Default)]
struct Letter {
    /// The lines of the files, with their languages.
    lines: Vec<(usize, &'static str)>,
    /// The entries in them; taken apart when first needed.
    said: OnceLock<Arc<Bucket>>,
}

/// The lines of the files by the first letter of what is said.
static LETTERS: LazyLock<HashMap<char, Letter, QuickHash>> = LazyLock::new(|| {
    let mut letters: HashMap<char, Letter, QuickHash> = HashMap::default();
    for (language, file) in LANGUAGES.iter().enumerate() {
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(letter) = letter(line) {
                let lines = &mut letters.entry(letter).or_default().lines;
                lines.push((language, line));
            }
        }
    }
    letters
});

/// The entries whose first letter is this word's.
fn bucket(word: &str) -> Arc<Bucket> {
    let letter = letter(word).and_then(|letter| LETTERS.get(&letter));
    let Some(letter) = letter else {
        return Arc::default();
    };
    let said = letter.said.get_or_init(|| {
        let lines = letter.lines.iter();
        let said = lines.filter_map(|(language, line)| entry(*language, line));
        Arc::new(Bucket::new(said.collect()))
    });
    Arc::clone(said)
}

/// Reads what the glossary has for the words of a text, in a thread of its own: they are about to be looked for.
pub fn read_ahead(text: &str) {
    let mut words = Vec::new();
    each_word(text, |word| {
        words.push(word.folded.to_owned());
        words.len() < MOST_WORDS
    });
    let read = move || {
        for word in words {
            bucket(&word);
        }
    };
    // Without a thread they are read when they are needed.
    let _ = thread::Builder::new().name("glossary".into()).spawn(read);
}

impl Glossary {
    /// The entries of one language that begin with this word, by its stem: a bucket, and where in it.
    pub fn beginning(language: usize, word: &str) -> (Arc<Bucket>, Range<usize>) {
        let bucket = bucket(word);
        let range = bucket.beginning(language, word);
        (bucket, range)
    }

    /// The languages that have this word, by itself or as grammar, one bit each; everyday Swedish has only its entries.
    pub fn spoken(&mut self, word: &str) -> u32 {
        if let Some(&spoken) = self.spoken.get(word) {
            return spoken;
        }
        let bucket = bucket(word);
        let has = |language: usize| {
            let own = bucket
                .get(bucket.beginning(language, word))
                .unwrap_or_default();
            own.iter().any(Said::is_single)
        };
        let spoken = bucket
            .languages_of(word)
            .filter(|&language| has(language))
            .fold(grammar_of(word), |all, language| all | 1 << language);
        if self.spoken.len() >= MOST_SPOKEN {
            self.spoken.clear();
        }
        self.spoken.insert(word.into(), spoken);
        spoken
    }

    /// What a word means by itself, in everyday Swedish and in the languages asked for.
    pub fn meanings(asked: Asked, spoken: impl Fn(usize) -> bool) -> Vec<Meaning> {
        let Asked {
            word, dots, dotted, ..
        } = asked;
        let bucket = bucket(word);
        let mut found = Vec::new();
        for language in bucket
            .languages_of(word)
            .filter(|&language| spoken(language))
        {
            let mut range = bucket.beginning(language, word);
            if range.is_empty() {
                // `trottoarerna` has the stem that `trottoar` looks like, whose own stem is shorter.
                range = bucket.beginning(language, stem_in(language, word));
            }
            found.extend(
                range
                    .filter(|&at| bucket.get(at).is_some_and(Said::is_single))
                    .filter_map(|at| Some((at, bucket.get(at)?.sure(word, dots, dotted)))),
            );
        }
        meanings(&bucket, found)
    }

    /// What a word may mean that no language has as it stands: half-typed, misspelt, or another form or a compound of one.
    pub fn akin(word: &str, typing: bool, spoken: impl Fn(usize) -> bool) -> Vec<Meaning> {
        let bucket = bucket(word);
        if word.len() < SHORTEST_KIN {
            return Vec::new();
        }
        let singles = bucket.near(word).filter(|(_, said)| spoken(said.language));
        let mut found: Vec<(usize, u32)> = Vec::new();
        let pattern = Pattern::new(word);
        for (at, said) in singles {
            let first = &*said.first;
            let shared = shared(first, word);
            if typing && shared == word.len() {
                found.push((at, tiers::MEANING_BEGUN));
            } else if word.len() > SHORTEST_KIN
                && first.len() > SHORTEST_KIN
                && first.len().abs_diff(word.len()) <= 1
                && pattern.distance(first).whole <= 1
            {
                found.push((at, tiers::MEANING_MISSPELT));
            } else if LANGUAGES
                .get(said.language)
                .is_some_and(|language| language.inflects)
                && shared >= SHORTEST_KIN
                && shared * 3 >= word.len().max(first.len()) * 2
            {
                found.push((at, tiers::MEANING_AKIN));
            } else if shared == first.len() && shared > SHORTEST_KIN && word.len() >= shared + 3 {
                found.push((at, tiers::MEANING_PART));
            }
        }
        let best = found.iter().map(|(_, sure)| *sure).max().unwrap_or(0);
        found.retain(|(_, sure)| *sure == best);
        if found.len() > MOST_BEGUN {
            found.sort_by_key(|(at, _)| bucket.get(*at).map_or(0, |said| said.first.len()));
            found.truncate(MOST_BEGUN);
        }
        meanings(&bucket, found)
    }
}

fn meanings(bucket: &Arc<Bucket>, found: Vec<(usize, u32)>) -> Vec<Meaning> {
    let meaning = |(at, sure)| Meaning::new(bucket, at, sure);
    found.into_iter().map(meaning).collect()
}

/// Which letters of each word of a text have dots.
fn dots_of(text: &str) -> Box<[u64]> {
    let mut dots = Vec::new();
    each_word(text, |word| {
        dots.push(word.dots);
        dots.len() < LONGEST_PHRASE
    });
    dots.into()
}

/// How many bytes two words have in common at their beginning.
fn shared(one: &str, other: &str) -> usize {
    one.bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count()
}

/// The folded first letter of a text, by which entries are kept apart.
fn letter(text: &str) -> Option<char> {
    if let Some(first) = text.bytes().next().filter(u8::is_ascii_lowercase) {
        return Some(char::from(first));
    }
    let mut folded = String::new();
    languages::bare(text.trim_start()).chars().find_map(|c| {
        super::fold::fold_char(c, &mut folded);
        folded.chars().next()
    })
}

/// Takes a line apart: `said = meant, meant`.
fn entry(language: usize, line: &'static str) -> Option<Said> {
    let (said, meant) = line.split_once('=')?;
    let folded = fold(said);
    let words: Vec<&str> = folded.split(' ').take(LONGEST_PHRASE).collect();
    let first = words.first().filter(|word| !word.is_empty())?;
    Some(Said {
        language,
        dots: dots_of(said),
        stems: words
            .iter()
            .map(|word| languages::stem_in(language, word).into())
            .collect(),
        first: (*first).into(),
        meant: meant.trim(),
    })
}

impl Said {
    /// How surely a word is the first one of this: the same, with its dots, or another form.
    fn sure(&self, word: &str, dots: u64, dotted: bool) -> u32 {
        let same = *self.first == *word;
        let form = if same {
            CERTAIN
        } else if self.stems.first().is_some_and(|stem| stem.len() <= 3) {
            tiers::MEANING_SHORT
        } else {
            tiers::MEANING_OTHER
        };
        let compared = (1 << self.first.len().min(word.len()).min(63)) - 1;
        let own = self.dots.first().copied().unwrap_or(0);
        if (own ^ dots) & compared != 0 {
            form * if dotted {
                tiers::OTHER_DOTS_PERCENT
            } else {
                tiers::NO_DOTS_PERCENT
            } / 100
        } else {
            form
        }
    }
}

#[cfg(test)]
mod tests;
