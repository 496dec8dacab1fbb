//! Swedish stems of folded words: `soporna`, `sopor` and `sopa` meet in `sop`.
//!
//! The frame is the Snowball stemmer for Swedish (snowballstem.org, `swedish.sbl`): the region R1, then one inflection
//! is taken off, then doubled consonants. Three things differ, because a search wants recall and ranks the exact word
//! first anyway: it works on folded words, so that `fardtjanst` stems like `färdtjänst`; it takes off the definite
//! forms that Snowball leaves (`gatan`, `avloppet`, `cykeln`); and nouns in -ning/-ing meet their verbs
//! (`parkering`, `parkera`), since callers use verbs where a catalogue uses nouns.

/// An ending of a word, and what it is known by.
struct Ending {
    text: &'static str,
    /// Its letters in one number, as in [`Tail`].
    letters: u64,
    /// Whether it is one of the definite `-an`: not where a word would be left that ends as no word does.
    definite: bool,
}

/// The last letters of a word, up to eight, in one number, the last of them lowest: an ending is compared in one step.
#[derive(Clone, Copy)]
struct Tail(u64);

impl Ending {
    const fn new(text: &'static str) -> Self {
        let mut rest = text.as_bytes();
        let definite = matches!(rest, [b'a', b'n', ..]);
        let mut letters = 0;
        while let [first, after @ ..] = rest {
            letters = letters << 8 | *first as u64;
            rest = after;
        }
        Self {
            text,
            letters,
            definite,
        }
    }
}

impl Tail {
    fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let long = bytes.last_chunk().copied().map(u64::from_be_bytes);
        let short = || {
            bytes
                .iter()
                .fold(0, |all, byte| all << 8 | u64::from(*byte))
        };
        Self(long.unwrap_or_else(short))
    }

    fn ends_with(self, ending: &Ending) -> bool {
        let others = u64::BITS - 8 * u32::try_from(ending.text.len()).unwrap_or(0);
        (self.0 ^ ending.letters) << others == 0
    }
}

/// Several endings.
macro_rules! endings {
    ($($text:literal)*) => {
        const { &[$(Ending::new($text)),*] }
    };
}

/// Inflections by their last letter, longest first; taken off when they stand in R1.
const fn inflections(last: u8) -> &'static [Ending] {
    match last {
        b'a' => endings!["heterna" "arna" "erna" "orna" "iga" "na" "a"],
        b'd' => endings!["ad"],
        b'e' => endings!["ande" "arne" "aste" "ade" "are" "e"],
        b'g' => endings!["ig"],
        b'n' => endings!["anden" "heten" "ingen" "aren" "eln" "ern" "an" "en"],
        b'r' => endings!["heter" "ingar" "ar" "er" "or"],
        b's' => endings![
            "hetens" "andes" "arens" "arnas" "ernas" "ornas" "ades" "elns" "erns" "ans" "els" "ens" "ets" "nas" "as"
            "es"
        ],
        b't' => endings!["andet" "ast" "het" "igt" "at" "et"],
        _ => &[],
    }
}

/// What makes a noun of a verb.
const NOUN_ENDINGS: &[Ending] = endings!["ning" "ing"];

/// Plurals and contractions that change the word itself: form, stem.
const IRREGULAR: [(&str, &str); 36] = [
    ("bocker", "bok"),
    ("bockerna", "bok"),
    ("boken", "bok"),
    ("stader", "stad"),
    ("staderna", "stad"),
    ("natter", "nat"),
    ("moss", "mus"),
    ("mossen", "mus"),
    ("hander", "hand"),
    ("tander", "tand"),
    ("fotter", "fot"),
    ("gass", "gas"),
    ("rotter", "rot"),
    ("soner", "son"),
    ("dottrar", "dotter"),
    ("modrar", "mamma"),
    ("mamman", "mamma"),
    ("lander", "land"),
    ("bonder", "bond"),
    ("ledamoter", "ledamot"),
    ("vattnet", "vat"),
    ("vattnets", "vat"),
    ("pappret", "paper"),
    ("papper", "paper"),
    ("papperet", "paper"),
    ("fonstret", "fonst"),
    ("loven", "lov"),
    ("sag", "se"),
    ("gick", "gar"),
    ("dog", "dod"),
    ("dott", "dod"),
    ("dor", "dod"),
    ("koer", "ko"),
    ("koerna", "ko"),
    ("igloos", "iglo"),
    ("igloornas", "iglo"),
];

/// Which lengths the irregular forms have that begin with a letter, one bit each.
#[expect(
    clippy::indexing_slicing,
    reason = "worked out by the compiler, which would not go on if a place were outside"
)]
const IRREGULAR_LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut at = 0;
    while at < IRREGULAR.len() {
        let form = IRREGULAR[at].0.as_bytes();
        lengths[(form[0] - b'a') as usize] |= 1 << form.len();
        at += 1;
    }
    lengths
};

/// Whether a word begins as an irregular form of its length does: most words are known by that not to be one.
fn may_be_irregular(word: &[u8]) -> bool {
    let first = word.first().and_then(|first| first.checked_sub(b'a'));
    let lengths = first.and_then(|first| IRREGULAR_LENGTHS.get(usize::from(first)));
    lengths.is_some_and(|lengths| word.len() < 16 && lengths >> word.len() & 1 == 1)
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The stem of a folded word: either a prefix of it, or for an irregular form another word.
pub fn stem(word: &str) -> &str {
    if word.len() < 4 || !word.is_ascii() {
        return word;
    }
    if may_be_irregular(word.as_bytes())
        && let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word)
    {
        return stem;
    }
    let region = region(word.as_bytes());
    let rest = without_inflection(word, region);
    let rest = without_noun_ending(without_final_s(rest, region), region);
    single_consonant(rest, region)
}

/// Where R1 starts: after the first consonant that follows a vowel, at least three letters in.
fn region(word: &[u8]) -> usize {
    let vowel = word.iter().position(|&b| is_vowel(b)).unwrap_or(word.len());
    let after = word
        .iter()
        .skip(vowel)
        .position(|&b| !is_vowel(b))
        .map_or(word.len(), |n| vowel + n + 1);
    after.max(3)
}

/// `word` without `ending`, when it ends so and the ending stands in R1.
fn strip<'a>(word: &'a str, tail: Tail, ending: &Ending, region: usize) -> Option<&'a str> {
    if !tail.ends_with(ending) {
        return None;
    }
    let rest = word.get(..word.len().checked_sub(ending.text.len())?)?;
    // `tomtgräns` ends in no definite -ans: what would be left is no word.
    let whole = !ending.definite || !ends_in_cluster(rest.as_bytes());
    (rest.len() >= region && whole).then_some(rest)
}

/// Whether a word ends in a consonant and r or l, as no word does.
fn ends_in_cluster(word: &[u8]) -> bool {
    matches!(word, [.., c, b'r' | b'l'] if !is_vowel(*c) && *c != b'l' && *c != b'r')
}

fn without_inflection(word: &str, region: usize) -> &str {
    let tail = Tail::of(word);
    let last = word.bytes().last().unwrap_or(0);
    let longest = inflections(last)
        .iter()
        .find_map(|ending| Some((ending.text, strip(word, tail, ending, region)?)));
    match longest {
        None => word,
        Some(("ingen" | "ingar", _)) => word.get(..word.len() - 2).unwrap_or(word),
        Some((_, rest)) => rest,
    }
}

/// A final s is an inflection only after certain letters (Snowball's valid s-endings). It comes off after the others,
/// so that `gräns` and `gränser` meet.
fn without_final_s(word: &str, region: usize) -> &str {
    match word.as_bytes() {
        [rest @ .., b's']
            if rest.len() >= region && rest.last().copied().is_some_and(is_before_s) =>
        {
            word.get(..rest.len()).unwrap_or(word)
        }
        _ => word,
    }
}

const fn is_before_s(letter: u8) -> bool {
    matches!(letter, b'b'..=b'd' | b'f'..=b'h' | b'j'..=b'm' | b'o' | b'p' | b'r' | b't' | b'v' | b'y')
}

/// Nouns made of verbs: `sandning` meets `sanda`, `parkering` meets `parkera`. Four letters must remain, so that
/// `tidning` does not become `tid`.
fn without_noun_ending(word: &str, region: usize) -> &str {
    let tail = Tail::of(word);
    NOUN_ENDINGS
        .iter()
        .find_map(|ending| strip(word, tail, ending, region).filter(|rest| rest.len() >= 4))
        .unwrap_or(word)
}

/// Doubled consonants become one (Snowball's step 2, and mm, pp, ll), `cykel` meets `cyklar`, `vattn` meets `vatten`.
fn single_consonant(word: &str, region: usize) -> &str {
    let bytes = word.as_bytes();
    let cut = match bytes {
        [.., b'n', b'm' | b'n'] | [.., b't' | b'c', b't' | b'k', b'n'] if bytes.len() > region => 1,
        [.., x, b'd' | b'g' | b'm' | b'n' | b'p' | b't']
            if bytes.last() == Some(x) && bytes.len() >= region =>
        {
            1
        }
        [.., b'd' | b'g' | b'k' | b'l', b't'] if bytes.len() > region.max(4) => 1,
        [.., c, b'e', b'l'] if !is_vowel(*c) && bytes.len() > region => 2,
        [.., c, b'l'] if !is_vowel(*c) && *c != b'l' && bytes.len() > region => 1,
        _ => 0,
    };
    word.get(..word.len() - cut).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            "sopor soporna sopornas",
            "gata gatan gator gatorna gatans",
            "avlopp avloppet avloppen avloppets",
            "lampa lampan lampor lamporna",
            "bok boken bocker bockerna",
            "cykel cykeln cyklar cyklarna",
            "parkering parkera parkerar parkeringen parkeringar parkerat",
            "sophamtning sophamtningen sophamta",
            "ansokan ansoka ansoker ansokt",
            "anmalan anmala anmaler anmalt",
            "buss bussen bussar bussarna",
            "kommun kommunen kommuner kommunens",
            "trad tradet traden",
            "rakning rakningen rakningar",
            "eldar elda eldade eldat",
            "vatten vattnet",
            "nyckel nycklar nyckeln",
            "tomtgrans tomtgranser tomtgransernas tomtgransen",
            "plats platsen platser platserna",
        ] {
            let mut stems: Vec<_> = forms.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (one, other) in [
            ("tidning", "tid"),
            ("radon", "rad"),
            ("hus", "husdjur"),
            ("plan", "planta"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem(word in "\\PC{0,30}") {
            prop_assert!(word.is_empty() || !stem(&word).is_empty());
        }
    }
}
