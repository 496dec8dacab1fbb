//! Every tier and weight of the ranking, in one place, each with its reason.
//!
//! All arithmetic of the ranking is in whole numbers, so that a score does not depend on the order of additions and
//! the capped search can compare its bounds exactly. A weight of 1000 is "the word itself, in the name of the service".
//! The first values come from the measurements in the project's search study (162 entries, 329 queries, each tier
//! left out in turn); what was changed since is said where it stands.

use super::rank::LOOSE;

/// The part of a document that a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What the service is called.
    Name,
    /// The everyday words that callers use for it.
    Also,
    /// What callers say who are sent on to it from another service.
    Referred,
    /// The topic that it is filed under.
    Topic,
    /// Who is, or was, responsible, by any of its names.
    Organisation,
    /// Places where it applies.
    Place,
    /// What the service is, in a sentence or two.
    Summary,
    /// The questions to ask the caller.
    Ask,
}

impl Field {
    /// All fields, in the order of their number.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Also,
        Self::Referred,
        Self::Topic,
        Self::Organisation,
        Self::Place,
        Self::Summary,
        Self::Ask,
    ];

    /// What a word is worth in this field, per mille of what it is worth in the name.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Name => 1000,
            // Callers' own words say nearly as much as the name, but some stand on several services.
            Self::Also => 970,
            // Written to tell two services apart: near to callers' words, but longer.
            Self::Referred => 620,
            // "BKT snöröjning" narrows; alone it lists all that the organisation does.
            Self::Organisation => 360,
            // Running text mentions neighbouring services too: enough to break a tie, never to beat a name.
            Self::Summary => 500,
            Self::Topic => 400,
            Self::Ask => 430,
            // Places tell where the caller lives, not what the call is about.
            Self::Place => 350,
        }
    }

    /// A short code for machines: `name`, `also` …
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Also => "also",
            Self::Referred => "referred",
            Self::Topic => "topic",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Summary => "summary",
            Self::Ask => "ask",
        }
    }
}

/// How a query word came to fit a vocabulary word. Earlier is better, as a rule; the weights say how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The word itself (folded).
    Exact,
    /// Another form of the word.
    Stem,
    /// What the glossary says that the word means.
    Meaning,
    /// Two neighbouring query words written as one.
    Joined,
    /// The vocabulary word begins with the query word.
    Prefix,
    /// The vocabulary word begins with the query word's stem.
    StemPrefix,
    /// Both parts of a compound stand in the document, each by itself.
    Parts,
    /// One or two letters wrong.
    Typo,
    /// Half-typed, with one or two letters wrong.
    PrefixTypo,
    /// Another form of the word, with one or two letters wrong.
    StemTypo,
    /// The vocabulary word is a compound that ends with the query word.
    CompoundEnd,
    /// The query word is a compound that begins with the vocabulary word.
    BeginsWith,
    /// The query word is a compound that ends with the vocabulary word.
    EndsWith,
    /// Both begin alike, six letters or more.
    SharedStart,
    /// The query word's letters in order: an abbreviation.
    Subsequence,
}

impl Tier {
    /// A short code for machines: `exact`, `stem` …
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Meaning => "meaning",
            Self::Joined => "joined",
            Self::Prefix => "prefix",
            Self::StemPrefix => "stem-prefix",
            Self::Parts => "parts",
            Self::Typo => "typo",
            Self::PrefixTypo => "prefix-typo",
            Self::StemTypo => "stem-typo",
            Self::CompoundEnd => "compound-end",
            Self::BeginsWith => "begins-with",
            Self::EndsWith => "ends-with",
            Self::SharedStart => "shared-start",
            Self::Subsequence => "subsequence",
        }
    }
}

/// The word itself.
pub const EXACT: u32 = 1000;
/// Another form: a little less, so that `sand` (noun) stands before `sanda`.
pub const STEM: u32 = 940;
/// A word that the glossary says is meant: under another form of the word itself, over a misspelling.
pub const MEANING: u32 = 910;
/// Another form of a word that is meant.
pub const MEANING_FORM: u32 = 890;
/// A compound that begins with a word that is meant, and that the catalogue has in compounds only.
pub const MEANING_COMPOUND: u32 = 780;
/// How sure, per cent of a word, a meaning is of a whole phrase: several words hardly mean anything else,
pub const MEANING_PHRASE: u32 = 105;
/// of another form of what is said,
pub const MEANING_OTHER: u32 = 97;
/// of another form of something short, which is many things,
pub const MEANING_SHORT: u32 = 85;
/// of a half-typed word,
pub const MEANING_BEGUN: u32 = 88;
/// of a misspelt one,
pub const MEANING_MISSPELT: u32 = 85;
/// of one that begins as a word of a language with many endings,
pub const MEANING_AKIN: u32 = 84;
/// and of a compound that begins with a word of the glossary.
pub const MEANING_PART: u32 = 75;
/// What a joined or split word keeps of what it would be worth as one: it is nearly always what was meant.
pub const JOINED_PERCENT: u32 = 99;
/// Two parts that stand in one and the same text: nearly as good as the word itself.
pub const PARTS_PERCENT: u32 = 97;
/// Two parts found apart in one document: weaker, they may have nothing to do with each other.
const PARTS_APART_PERCENT: u32 = 85;

/// What two parts are worth together, by the texts that each stands in (one bit each).
pub const fn parts_percent(head: u64, tail: u64) -> u32 {
    if head & tail & !(1 << LOOSE) == 0 {
        PARTS_APART_PERCENT
    } else {
        PARTS_PERCENT
    }
}
/// Under this, the cheap tiers have found nothing convincing and typos are tried.
pub const GOOD: u32 = 740;
/// Matches under this share of a word's best are noise beside it.
pub const KEEP_PERCENT: u32 = 65;
/// Shortest word that may have a typo, and shortest that may have two: shorter ones are near everything.
pub const ONE_TYPO_FROM: usize = 4;
/// See [`ONE_TYPO_FROM`].
pub const TWO_TYPOS_FROM: usize = 8;
/// What is left of a match when the dots differ and the query has dots elsewhere: `lov` is not `löv`.
pub const OTHER_DOTS_PERCENT: u32 = 80;
/// And when the query has none at all: whoever writes `fardtjanst` leaves them out everywhere.
pub const NO_DOTS_PERCENT: u32 = 98;
/// A first letter is rarely the one that is wrong.
const OTHER_FIRST_LETTER: u32 = 60;
/// A finished word is less likely to be the beginning of another than one being typed.
const NOT_TYPING: u32 = 60;

/// `part` of `whole`, scaled to `most`.
fn share(most: u32, part: usize, whole: usize) -> u32 {
    let (part, whole) = (
        u32::try_from(part).unwrap_or(u32::MAX),
        u32::try_from(whole).unwrap_or(u32::MAX),
    );
    (most * part.min(whole)).checked_div(whole).unwrap_or(0)
}

/// What a match earns towards a score: its weight, squared. Among the matches of one word the order stays; but in a
/// sentence one word found for certain then outweighs two found half-way (tuning queries: first place 76 to 78 %).
pub const fn earned(weight: u32) -> u32 {
    weight * weight / 1000
}

/// The vocabulary word (`word` letters) begins with the query word (`query` letters): the less is missing, the surer.
pub fn prefix(query: usize, word: usize, typing: bool) -> u32 {
    800 + share(130, query, word) - if typing { 0 } else { NOT_TYPING }
}

/// The vocabulary word begins with the query word's stem.
pub fn stem_prefix(stem: usize, word: usize) -> u32 {
    740 + share(130, stem, word)
}

/// What is left of [`stem_prefix`] when hardly half of the word is its stem.
pub const SHORT_STEM_PERCENT: u32 = 80;

/// A whole word with `distance` letters wrong: a long one with one letter wrong is hardly anything else.
pub fn typo(distance: usize, query: usize, same_first: bool) -> u32 {
    940 - share(500, distance, query) - if same_first { 0 } else { OTHER_FIRST_LETTER }
}

/// A half-typed word with `distance` letters wrong, `prefix` of `word` letters typed.
pub fn prefix_typo(
    distance: usize,
    query: usize,
    prefix: usize,
    word: usize,
    same_first: bool,
) -> u32 {
    780 - share(500, distance, query) + share(60, prefix, word)
        - if same_first { 0 } else { OTHER_FIRST_LETTER }
}

/// Another form of the word, with letters wrong.
pub fn stem_typo(distance: usize, stem: usize) -> u32 {
    870 - share(450, distance, stem)
}

/// `sopbil` for `bil`.
pub fn compound_end(query: usize, word: usize) -> u32 {
    550 + share(250, query, word)
}

/// `sophus` finds `sop…`.
pub fn begins_with(word: usize, query: usize) -> u32 {
    450 + share(350, word, query)
}

/// `husbygge` finds `bygge`.
pub fn ends_with(word: usize, query: usize) -> u32 {
    400 + share(350, word, query)
}

/// Both begin alike.
pub fn shared_start(shared: usize, longer: usize) -> u32 {
    560 + share(200, shared, longer)
}

/// Letters in order; `score` of at best `best`.
pub fn subsequence(score: i64, best: i64) -> u32 {
    let part = usize::try_from(score.max(0)).unwrap_or(0);
    200 + share(300, part, usize::try_from(best.max(1)).unwrap_or(1))
}

/// What a word is worth in a text of so many content words, per mille: a word that is the whole of an everyday
/// phrase says more than the same word in passing, even in passing in a name.
pub const fn text_length(content_words: usize) -> u32 {
    match content_words {
        0 | 1 => 1000,
        2 => 930,
        3 => 880,
        4 | 5 => 850,
        _ => 820,
    }
}

/// The share of a score that the words' own weights make up; the rest is [`NAME_COVERED`] and [`TOGETHER`]. In sum 1000.
pub const WORDS: u64 = 770;
/// When all words of the name were asked for. Callers who speak in sentences seldom say the name: what they say of a
/// matter counts more, see [`TOGETHER`].
pub const NAME_COVERED: u64 = 80;
/// When the query's words stand in one and the same text, as large a part of it as was asked for: "kallt i lägenheten" as
/// a phrase, not cold here, a flat there; and `bygglov` by itself says more than `bygglov` in "anmälan utan bygglov". In a
/// long sentence it is this that tells what is asked for from what is only mentioned.
pub const TOGETHER: u64 = 150;

/// The weight of a word that stands in every document, in per mille of the rarest one's: rare words tell most.
pub const COMMONEST: u32 = 550;
/// The weight of words such as `hjälp` and `anmäla`, which stand in half of all calls, whatever they are about.
pub const WEAK_WORD: u32 = 450;
/// The weight of `och`, `vill`, `vem`: next to nothing, but an exact phrase still wins a tie.
pub const STOP_WORD: u32 = 45;
/// The least weight, in sum, of the words of a phrase that has a meaning of its own: `vem sköter` is all grammar.
pub const PHRASE: u32 = 500;
/// The weight of a word that nothing in the catalogue resembles: it lowers all alike, so it only tells that the best is a guess.
pub const UNKNOWN_WORD: u32 = 300;
/// Hits under this share of the best one are left out: they fit one word of several, and not well.
pub const CUT_PERCENT: u32 = 45;
/// The same where the query is a single word, which every hit then fits: `bmb` stands among the everyday words of one
/// service, and in the organisation of all that it has.
pub const CUT_ALONE_PERCENT: u32 = 20;
/// Under this score (of 1000) the best hit is a guess.
pub const WEAK_SCORE: u32 = 430;
