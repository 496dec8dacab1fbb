//! Two names side by side: the same words, a slip, initials, one within the other, or each its own.

use super::evidence::Agreement;
use super::rarity::Rarity;
use super::words::{Part, Token, Word, Words};
use crate::search::fold::{each_word, fold};
use crate::search::stopwords::is_stop_word;

/// Share of a word's weight that a misspelt one still has.
const SLIP: f64 = 0.9;
/// How common both words must be for a difference of a letter to be no slip: bad and båt are both words.
const BOTH_KNOWN: u32 = 2;

/// A name made ready to be compared.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it was written.
    pub shown: String,
    /// All its letters and digits, folded, in one piece.
    pub joined: String,
    /// Its words.
    pub tokens: Vec<Token>,
    /// What its words say, sorted.
    pub parts: Vec<Part>,
    /// The part that says what it is.
    head: Option<Part>,
    /// Itself as initials, folded, when it is written like some: `BKT`, `LIBO AB`.
    initials: Option<String>,
    /// All its words, also those that initials may leave out, as they do `för` and `och`.
    spelt: Vec<Spelt>,
}

/// How two names agree: in which way, and how much of them is shared (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// In which way.
    pub agreement: Agreement,
    /// How much of what both say is said by both.
    pub shared: f64,
}

impl Name {
    /// Prepares a name whose words are known; none if there is nothing in it.
    pub fn new(words: &Words, text: &str, tokens: &[Token]) -> Option<Self> {
        let shown = text.trim();
        if shown.is_empty() {
            return None;
        }
        let head = head(words, tokens);
        let joined = fold(shown).replace(' ', "");
        Some(Self {
            shown: shown.to_owned(),
            // A name of signs alone is its signs.
            joined: if joined.is_empty() {
                shown.to_owned()
            } else {
                joined
            },
            parts: words.parts_of(tokens),
            head,
            initials: initials(shown),
            spelt: spelt(shown),
            tokens: tokens.to_vec(),
        })
    }

    /// The initials it is, where it is written like some.
    pub fn initials(&self) -> Option<&str> {
        self.initials.as_deref()
    }

    /// Whether the same of its letters are å, ä or ö as of another that has the same letters.
    fn has_dots_of(&self, other: &Self) -> bool {
        let dots = |name: &Self| {
            let mut before = 0;
            let mut dots = Vec::new();
            for word in &name.spelt {
                let set = (0..word.letters.len()).filter(|at| word.dots >> at & 1 == 1);
                dots.extend(set.map(|at| before + at));
                before += word.letters.len();
            }
            dots
        };
        dots(self) == dots(other)
    }

    /// Compares it with another of the names that these words and this rarity are of.
    pub fn compare(&self, other: &Self, words: &Words, rarity: &Rarity) -> Likeness {
        let like = |agreement, shared| Likeness { agreement, shared };
        if self.joined == other.joined {
            // Habo is not Håbo, but somebody may have forgotten the ring.
            let written = if self.has_dots_of(other) {
                Agreement::Same
            } else {
                Agreement::Misspelt
            };
            return like(written, 1.0);
        }
        if self.parts == other.parts && !self.parts.is_empty() {
            return like(Agreement::SameWords, 1.0);
        }
        let short_for = |short: &Self, long: &Self| {
            short
                .initials()
                .is_some_and(|initials| stands_for(initials, &long.spelt))
        };
        let initials = short_for(self, other) || short_for(other, self);
        let sides = Sides::of(self, other, words, rarity);
        let all = sides.shared + sides.left + sides.right;
        let shared = if all > 0.0 { sides.shared / all } else { 0.0 };
        let agreement = if all <= f64::EPSILON {
            // Neither has a word: names of other signs are other names.
            Agreement::Different
        } else if sides.left + sides.right <= f64::EPSILON {
            if sides.slips {
                Agreement::Misspelt
            } else {
                Agreement::SameWords
            }
        } else if initials {
            Agreement::Initials
        } else if sides.shared <= f64::EPSILON {
            Agreement::Different
        } else if sides.left > f64::EPSILON && sides.right > f64::EPSILON {
            Agreement::Contrast
        } else if sides.slips || within(self, other) || within(other, self) {
            Agreement::Part
        } else {
            Agreement::OtherHead
        };
        like(agreement, shared)
    }
}

/// The part of a name that says what it is: the last of its first phrase (`tömning` in `tömning av slam`, `bevis` in
/// `vigselbevis`), fillers aside (`avlopp` in `ansökan om avlopp`).
fn head(words: &Words, tokens: &[Token]) -> Option<Part> {
    let of = |token: &Token| Some((token.phrase, words.word(*token)?));
    let mut telling = tokens
        .iter()
        .filter_map(of)
        .filter(|(_, word)| !words.is_filler(word.whole))
        .peekable();
    let (first, _) = *telling.peek()?;
    let (_, last) = telling.take_while(|(phrase, _)| *phrase == first).last()?;
    words.parts(last).last().copied()
}

/// Whether the longer name says more about the same thing: its head is said in the shorter one too.
fn within(short: &Name, long: &Name) -> bool {
    let said = |part: Part| short.parts.binary_search(&part).is_ok();
    short.parts.len() < long.parts.len() && long.head.is_some_and(said)
}

/// What two names share and what each has to itself, by weight.
struct Sides {
    shared: f64,
    left: f64,
    right: f64,
    slips: bool,
}

impl Sides {
    fn of(one: &Name, other: &Name, words: &Words, rarity: &Rarity) -> Self {
        let mut sides = Self {
            shared: 0.0,
            left: 0.0,
            right: 0.0,
            slips: false,
        };
        let weigh = |parts: &mut dyn Iterator<Item = Part>| -> f64 {
            parts.map(|part| rarity.telling(part)).sum()
        };
        let mut left: Vec<Token> = one.tokens.clone();
        let mut right: Vec<Token> = other.tokens.clone();
        // Slips first, while the words are whole: a misspelt compound cannot be taken apart.
        left.retain(|token| {
            let Some(word) = words.word(*token) else {
                return true;
            };
            let mut others = right.iter().map(|other| words.word(*other));
            let slips = |other: &Word| is_slip(word, other, words, rarity);
            let slip = others.position(|other| other.is_some_and(slips));
            let Some(slip) = slip else { return true };
            let other = words.word(right.swap_remove(slip));
            let parts = |word: &Word| weigh(&mut words.parts(word).iter().copied());
            let (own, theirs) = (parts(word), other.map_or(0.0, parts));
            sides.shared += SLIP * own.min(theirs);
            sides.slips = true;
            false
        });
        let (left, right) = (words.parts_of(&left), words.parts_of(&right));
        let both = |part: &Part| right.binary_search(part).is_ok();
        sides.shared += weigh(&mut left.iter().copied().filter(both));
        sides.left = weigh(&mut left.iter().copied().filter(|part| !both(part)));
        let missing = |part: &Part| left.binary_search(part).is_err();
        sides.right = weigh(&mut right.iter().copied().filter(missing));
        sides
    }
}

/// Whether one word is the other with a slip of the pen: one in a word of five letters or more, two from eleven on.
fn is_slip(one: &Word, other: &Word, words: &Words, rarity: &Rarity) -> bool {
    let (a, b) = (words.folded(one), words.folded(other));
    let allowed = match a.len().min(b.len()) {
        0..=4 => return false,
        5..=10 => 1,
        _ => 2,
    };
    let known =
        |word: &Word| rarity.holders(word.whole) >= BOTH_KNOWN || words.parts(word).len() > 1;
    // A slip changes one letter for another at most: two bits.
    let letters = (one.letters ^ other.letters).count_ones();
    one.whole != other.whole
        && a.len().abs_diff(b.len()) <= allowed
        && letters <= 2 * u32::try_from(allowed).unwrap_or(0)
        && !a.bytes().any(|byte| byte.is_ascii_digit())
        && (!known(one) || !known(other))
        && strsim::osa_distance(a, b) <= allowed
}

/// The letters of a name that is written like initials: two to six letters, at least the first two of them capitals,
/// with nothing beside but the form of the company.
fn initials(name: &str) -> Option<String> {
    let mut words = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "AB" | "KB" | "HB"));
    let word = words.next()?;
    let capitals = word.chars().take(2).filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let like = capitals == 2 && (2..=6).contains(&letters) && words.next().is_none();
    like.then(|| fold(word).replace(' ', ""))
}

/// A word of a name as it is spelt.
#[derive(Clone, Debug)]
struct Spelt {
    /// Folded.
    letters: String,
    /// Which of its letters were å, ä or ö, see [`Word::dots`](crate::search::fold::Word::dots).
    dots: u64,
    /// Whether initials may leave it out.
    optional: bool,
}

/// The words of a name.
fn spelt(name: &str) -> Vec<Spelt> {
    let mut words = Vec::new();
    each_word(name, |word| {
        words.push(Spelt {
            letters: word.folded.to_owned(),
            dots: word.dots,
            optional: is_stop_word(word.folded),
        });
        true
    });
    words
}

/// Whether initials stand for some words: each word gives its first letter, and may give others after it.
fn stands_for(initials: &str, words: &[Spelt]) -> bool {
    let initials: Vec<char> = initials.chars().collect();
    // How many of the initials the words so far may stand for, one bit each.
    let Some(all) = 1_u64.checked_shl(u32::try_from(initials.len()).unwrap_or(u32::MAX)) else {
        return false;
    };
    let mut reached = 1_u64;
    for word in words {
        let mut next = if word.optional { reached } else { 0 };
        for start in (0..initials.len()).filter(|start| reached >> start & 1 == 1) {
            let rest = initials.get(start..).unwrap_or_default();
            let mut letters = word.letters.chars();
            let first = letters.next();
            // As few of the word's further letters as will do.
            let given = rest
                .iter()
                .enumerate()
                .take_while(|&(at, initial)| match at {
                    0 => first == Some(*initial),
                    _ => letters.any(|letter| letter == *initial),
                });
            for (at, _) in given {
                next |= 1 << (start + at + 1);
            }
        }
        reached = next;
    }
    reached & all != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How two names agree, among themselves and a word that others use.
    fn likeness(one: &str, other: &str) -> Agreement {
        compared(one, other).agreement
    }

    /// The names that texts are, besides a word that others use, and all that is known of them.
    fn known(texts: &[&str]) -> (Vec<Name>, Words, Rarity) {
        let mut words = Words::default();
        words.learn("bevis");
        let spoken: Vec<_> = texts.iter().map(|text| words.learn(text)).collect();
        words.take_all_apart();
        let names = texts.iter().zip(&spoken);
        let names: Vec<Name> = names
            .map(|(text, spoken)| Name::new(&words, text, words.tokens(spoken)).unwrap())
            .collect();
        let rarity = Rarity::among(&words, names.iter().map(|name| name.parts.as_slice()));
        (names, words, rarity)
    }

    fn compared(one: &str, other: &str) -> Likeness {
        let (names, words, rarity) = known(&[one, other]);
        let found = names[0].compare(&names[1], &words, &rarity);
        let back = names[1].compare(&names[0], &words, &rarity);
        assert_eq!(found.agreement, back.agreement);
        assert!((found.shared - back.shared).abs() < 1e-9);
        found
    }

    /// How the first two of several names agree.
    fn among(names: &[&str]) -> Agreement {
        let (names, words, rarity) = known(names);
        names[0].compare(&names[1], &words, &rarity).agreement
    }

    #[test]
    fn names_agree_in_the_way_a_reader_would_say() {
        for (one, other, agreement) in [
            ("FALAB", "Falab", Agreement::Same),
            ("Snöröjning av gata", "Gatusnöröjning", Agreement::SameWords),
            (
                "Störande ljud och buller",
                "Buller och störande ljud",
                Agreement::SameWords,
            ),
            ("Bygglov", "Byglov", Agreement::Misspelt),
            ("Hellefors kommun", "Hällefors kommun", Agreement::Misspelt),
            ("Bergslagens kommunalteknik", "BKT", Agreement::Initials),
            ("Lindesbergsbostäder", "LIBO AB", Agreement::Initials),
            ("Vigsel", "Borgerlig vigsel", Agreement::Part),
            ("Vigsel", "Vigselbevis", Agreement::OtherHead),
            ("Bygga hus", "Riva hus", Agreement::Contrast),
            ("Nora kommun", "Norbergs kommun", Agreement::Contrast),
            ("Radon", "Färdtjänst", Agreement::Different),
            ("Kumla", "Kumlo", Agreement::Misspelt),
            ("Nora", "Mora", Agreement::Different),
        ] {
            assert_eq!(likeness(one, other), agreement, "{one} – {other}");
        }
    }

    #[test]
    fn a_longer_word_may_have_more_slips_and_a_short_one_or_a_number_none() {
        for (one, other, agreement) in [
            ("Lekplatser", "Lekplatzer", Agreement::Misspelt),
            ("Lekplatser", "Lekplaster", Agreement::Misspelt),
            ("Lekplatser", "Lekplazzer", Agreement::Different),
            ("Lekplatser", "Lekplat", Agreement::Different),
            ("Biblioteket", "Biblyoteked", Agreement::Misspelt),
            ("Bibliotekslån", "Biblyoteksmån", Agreement::Misspelt),
            ("Bibliotekslån", "Byblyoteksmån", Agreement::Different),
            ("Lekar", "Lekur", Agreement::Misspelt),
            ("Lund", "Lunk", Agreement::Different),
            ("Lund", "Lundu", Agreement::Different),
            ("Kv12345", "Kv12346", Agreement::Different),
        ] {
            assert_eq!(likeness(one, other), agreement, "{one} – {other}");
        }
    }

    #[test]
    fn two_words_that_several_use_are_no_slips_of_each_other() {
        assert_eq!(among(&["Kumla", "Kumlo"]), Agreement::Misspelt);
        let one_known = ["Kumla", "Kumlo", "Kumla bad"];
        assert_eq!(among(&one_known), Agreement::Misspelt);
        let both_known = ["Kumla", "Kumlo", "Kumla bad", "Kumlo bad"];
        assert_eq!(among(&both_known), Agreement::Different);
        // A compound of known words is known, too.
        let compounds = ["Vallov", "Valtov", "Val", "Lov", "Tov"];
        assert_eq!(among(&compounds), Agreement::Contrast);
    }

    #[test]
    fn what_a_name_is_about_is_its_last_word_before_any_phrase_behind_it() {
        for (short, long, agreement) in [
            ("Tömning", "Tömning av slam", Agreement::Part),
            ("Slam", "Tömning av slam", Agreement::OtherHead),
            ("Avlopp", "Ansökan om avlopp", Agreement::Part),
            ("Borgerlig", "Borgerlig vigsel", Agreement::OtherHead),
            // A slip among what is shared does not hide that more is said.
            ("Bygglov", "Byglov Nora", Agreement::Part),
        ] {
            assert_eq!(likeness(short, long), agreement, "{short} – {long}");
        }
    }

    #[test]
    fn a_name_of_signs_is_its_signs_and_a_blank_one_is_none() {
        assert_eq!(likeness("§§", "§§"), Agreement::Same);
        assert_eq!(likeness("§", "©"), Agreement::Different);
        let words = Words::default();
        assert!(Name::new(&words, " ", &[]).is_none());
    }

    #[test]
    fn a_misspelt_word_is_shared_but_for_a_tenth() {
        let shared = |one, other| compared(one, other).shared;
        let (slip, right) = (shared("Byglov", "Bygglov"), shared("Bygglov", "Bygglov"));
        assert!((slip - 1.0).abs() < 1e-9 && (right - 1.0).abs() < 1e-9);
        // Three words that one name each has tell the same: 0.9 of the one, and all of the others.
        let part = compared("Bygglov", "Byglov Nora");
        assert!((part.shared - 0.9 / 1.9).abs() < 1e-9, "{part:?}");
        let contrast = compared("Bygglov Nora", "Byglov Mora");
        assert!((contrast.shared - 0.9 / 2.9).abs() < 1e-9, "{contrast:?}");
        assert!(shared("Radon", "Färdtjänst").abs() < 1e-9);
    }

    #[test]
    fn initials_are_two_to_six_letters_of_which_the_first_two_are_capitals() {
        for (name, letters) in [
            ("BKT", Some("bkt")),
            ("LIBO AB", Some("libo")),
            ("AB LIBO", Some("libo")),
            ("BKt", Some("bkt")),
            ("VA", Some("va")),
            ("ABCDEF", Some("abcdef")),
            ("ABCDEFG", None),
            ("B", None),
            ("Bkt", None),
            ("bKT", None),
            ("BKT Nora", None),
            ("AB", None),
        ] {
            assert_eq!(initials(name).as_deref(), letters, "{name}");
        }
    }

    #[test]
    fn initials_need_the_first_letter_of_each_word() {
        for (initials, name, fit) in [
            ("kof", "Kultur och fritid", true),
            ("kf", "Kultur och fritid", true),
            ("klf", "Kultur och fritid", true),
            ("kxf", "Kultur och fritid", false),
            ("krl", "Kultur", false),
            ("kfx", "Kultur och fritid", false),
            ("", "", true),
            ("k", "", false),
            ("bkt", "Bergslagens kommunalteknik", true),
            ("sfi", "Svenska för invandrare", true),
            ("ifo", "Individ- och familjeomsorg", true),
            ("bkt", "Bergslagens teknik", false),
            ("bk", "Bergslagens kommunala teknik", false),
        ] {
            assert_eq!(stands_for(initials, &spelt(name)), fit, "{initials} {name}");
        }
    }

    #[test]
    fn a_name_of_any_length_is_held_against_initials() {
        // Neither as deep as it is long, nor as often as it may be left out.
        let long = spelt(&"il ".repeat(100_000));
        assert!(!stands_for("iiiiii", &long));
        let left_out = spelt(&"och ".repeat(100));
        assert!(stands_for("oooooo", &left_out));
        assert!(!stands_for(&"o".repeat(64), &left_out));
    }

    #[test]
    fn who_writes_dots_means_them() {
        for (one, other, agreement) in [
            ("Habo kommun", "Håbo kommun", Agreement::Misspelt),
            ("Höstlov", "Höstlöv", Agreement::Misspelt),
            ("Höstlov", "HO\u{308}STLOV", Agreement::Same),
            ("Höst lov", "Höstlov", Agreement::Same),
        ] {
            assert_eq!(likeness(one, other), agreement, "{one} {other}");
        }
    }
}
