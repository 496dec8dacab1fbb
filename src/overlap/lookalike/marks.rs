//! Words in a name that set it apart from its neighbours: numbers, for whom, which act, and one of two opposites.
//!
//! The lists are of Swedish and English words of public administration, folded. A name in another language has no marks,
//! and then nothing is said of them.

use std::sync::LazyLock;

use super::evidence::Field;
use crate::search::fold::each_word;

/// Where in a word a mark may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// The word begins with it: `ungdom` in `ungdomsmottagning`.
    Start,
    /// The word begins or ends with it: `tillstand` in `serveringstillstand`.
    Either,
    /// The word is it.
    Whole,
}

use At::{Either, Start, Whole};

/// Words that mean the same for this purpose stand together; within a family, different rows exclude each other.
type Row = (Family, u8, At, &'static [&'static str]);

/// What a mark is about. Opposites have a number, since north excludes south but not winter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Audience,
    Act,
    Opposite(u8),
    Number,
}

use Family::{Act, Audience, Opposite};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (Audience, 0, Start, &["barn", "child", "kids"]),
    (Audience, 1, Start, &["ungdom", "unga", "tonar", "youth", "young"]),
    (Audience, 2, Start, &["vuxen", "vuxna", "adult"]),
    (Audience, 3, Start, &["aldre", "senior", "pension", "elder", "older"]),
    (Audience, 4, Start, &["forskol", "preschool"]),
    (Audience, 5, Start, &["grundskol", "primary"]),
    (Audience, 6, Start, &["gymnasi", "secondary"]),
    (Audience, 7, Start, &["foretag", "naringsidk", "business", "compan"]),
    (Audience, 8, Start, &["hushall", "privatperson", "household"]),
    (Audience, 9, Start, &["funktionsned", "funktionshind", "handikap", "rorelsehind", "disab"]),
    (Audience, 10, Start, &["nyanland", "flykting", "invandr", "asyl", "refugee", "migrant"]),
    (Audience, 11, Start, &["student", "hogskol"]),
    (Audience, 12, Start, &["kvinno", "women"]),
    (Act, 0, Either, &["tillstand", "dispens", "permit", "licence"]),
    (Act, 1, Either, &["tillsyn", "kontroll", "inspektion", "supervision", "inspection"]),
    (Act, 2, Start, &["anmalan", "anmala", "registrer", "registration"]),
    (Act, 3, Either, &["avgift", "avgifter", "rakning", "faktura", "taxa", "invoice"]),
    (Act, 3, Whole, &["fee", "fees"]),
    (Act, 4, Start, &["ansok", "soka", "application", "apply"]),
    (Act, 5, Start, &["overklag", "appeal"]),
    (Act, 6, Start, &["felanmal", "fault"]),
    (Act, 7, Start, &["hyra", "uthyr", "boka", "bokning"]),
    (Act, 7, Whole, &["rent", "renting", "book", "booking"]),
    (Act, 8, Start, &["inventer"]),
    (Act, 9, Either, &["radgivning", "vagledning", "advice"]),
    (Act, 10, Either, &["bidrag", "grant", "allowance"]),
    (Act, 11, Start, &["klagomal", "complaint"]),
    (Opposite(0), 0, Start, &["oppna", "oppning", "open"]),
    (Opposite(0), 1, Start, &["stang", "clos"]),
    (Opposite(1), 0, Start, &["start", "borja", "begin"]),
    (Opposite(1), 1, Start, &["sluta", "avslut", "upphor", "uppsag", "saga"]),
    (Opposite(2), 0, Start, &["inflytt"]),
    (Opposite(2), 1, Start, &["utflytt", "avflytt"]),
    (Opposite(3), 0, Start, &["inomhus", "indoor"]),
    (Opposite(3), 1, Start, &["utomhus", "outdoor"]),
    (Opposite(4), 0, Whole, &["stor", "stora", "stort", "large", "big"]),
    (Opposite(4), 1, Whole, &["liten", "lilla", "litet", "sma", "small"]),
    (Opposite(5), 0, Whole, &["ny", "nya", "nytt", "new"]),
    (Opposite(5), 1, Whole, &["gammal", "gamla", "gammalt", "old"]),
    (Opposite(6), 0, Whole, &["norra", "north", "northern"]),
    (Opposite(6), 1, Whole, &["sodra", "south", "southern"]),
    (Opposite(6), 2, Whole, &["ostra", "east", "eastern"]),
    (Opposite(6), 3, Whole, &["vastra", "west", "western"]),
    (Opposite(7), 0, Whole, &["ovre", "upper"]),
    (Opposite(7), 1, Whole, &["nedre", "lower"]),
    (Opposite(8), 0, Start, &["sommar", "summer"]),
    (Opposite(8), 1, Start, &["vinter", "winter"]),
    (Opposite(9), 0, Start, &["enskil", "privat", "private"]),
    (Opposite(9), 1, Start, &["statlig", "statens", "state"]),
    (Opposite(9), 2, Start, &["kommunal", "allman", "municipal", "public"]),
    (Opposite(10), 0, Start, &["dricksvatten"]),
    (Opposite(10), 1, Start, &["dagvatten"]),
    (Opposite(10), 2, Start, &["avlopp", "spillvatten"]),
    (Opposite(11), 0, Start, &["kopa", "inkop", "buy"]),
    (Opposite(11), 1, Start, &["salj", "forsalj", "sell"]),
    (Opposite(12), 0, Start, &["tillfall", "temporary"]),
    (Opposite(12), 1, Start, &["permanent"]),
];

/// One of the words in a name that set it apart.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    family: Family,
    side: u32,
    word: String,
}

/// The words in a name that set it apart from its neighbours.
#[derive(Clone, Debug, Default)]
pub struct Marks(Vec<Mark>);

/// Two names that say different things of the same sort: what about, the words of each, and whether one says nothing.
pub struct Clash {
    /// What sort of thing.
    pub field: Field,
    /// What the first says.
    pub left: String,
    /// What the second says.
    pub right: String,
    /// Whether only one of them says anything.
    pub one_sided: bool,
}

impl Marks {
    /// Finds the marks of a name.
    pub fn of(name: &str) -> Self {
        let mut marks = Vec::new();
        each_word(name, |word| {
            let folded = word.folded;
            let shown = name.get(word.range.clone()).unwrap_or(folded);
            let mut add = |family, side| {
                marks.push(Mark {
                    family,
                    side,
                    word: shown.to_owned(),
                });
            };
            if folded.starts_with(|c: char| c.is_ascii_digit()) {
                add(Family::Number, number(folded));
            }
            let first = folded.bytes().next().unwrap_or_default();
            for (family, side, at, words) in rows_for(first) {
                if words.iter().any(|mark| stands(*at, folded, mark)) {
                    add(*family, u32::from(*side));
                }
            }
            true
        });
        Self(marks)
    }

    /// What two names say differently.
    pub fn clashes(&self, other: &Self) -> Vec<Clash> {
        let mut families: Vec<Family> = self.0.iter().chain(&other.0).map(|m| m.family).collect();
        families.sort_unstable();
        families.dedup();
        families
            .into_iter()
            .filter_map(|family| clash(family, self, other))
            .collect()
    }

    /// The words of a family that the other has not.
    fn alone(&self, family: Family, other: &Self) -> String {
        let has = |side| {
            other
                .0
                .iter()
                .any(|mark| (mark.family, mark.side) == (family, side))
        };
        let alone = self
            .0
            .iter()
            .filter(|mark| mark.family == family && !has(mark.side));
        alone
            .map(|mark| mark.word.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The rows that a word beginning with a letter may have a mark of, in their order: the others need not be looked at.
fn rows_for(first: u8) -> impl Iterator<Item = &'static Row> {
    static BY_FIRST: LazyLock<Vec<Vec<&Row>>> = LazyLock::new(|| {
        let may_stand = |first: u8, (_, _, at, words): &&Row| {
            *at == Either
                || words
                    .iter()
                    .any(|mark| mark.as_bytes().first() == Some(&first))
        };
        let rows = |first| ROWS.iter().filter(|row| may_stand(first, row)).collect();
        (0..=u8::MAX).map(rows).collect()
    });
    let rows = BY_FIRST.get(usize::from(first));
    rows.into_iter().flatten().copied()
}

/// Whether a word has a mark.
fn stands(at: At, word: &str, mark: &str) -> bool {
    match at {
        Start => word.starts_with(mark),
        Either => word.starts_with(mark) || word.ends_with(mark),
        Whole => word == mark,
    }
}

/// A number that is the same for the same digits and letters; only sameness matters.
fn number(folded: &str) -> u32 {
    folded.bytes().fold(0, |sum: u32, byte| {
        sum.wrapping_mul(37).wrapping_add(u32::from(byte))
    })
}

fn clash(family: Family, one: &Marks, other: &Marks) -> Option<Clash> {
    let (left, right) = (one.alone(family, other), other.alone(family, one));
    let field = match family {
        Audience => Field::Audience,
        Act => Field::Act,
        Opposite(_) => Field::Opposite,
        Family::Number => Field::Numbers,
    };
    let one_sided = left.is_empty() != right.is_empty();
    let says = |marks: &Marks| marks.0.iter().any(|mark| mark.family == family);
    let clash = if family == Family::Number {
        !left.is_empty() || !right.is_empty()
    } else {
        !left.is_empty() && !right.is_empty()
    };
    clash.then_some(Clash {
        field,
        left,
        right,
        one_sided: one_sided && !(says(one) && says(other)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clashes(one: &str, other: &str) -> Vec<Field> {
        let found = Marks::of(one).clashes(&Marks::of(other));
        found
            .iter()
            .filter(|clash| !clash.one_sided)
            .map(|clash| clash.field)
            .collect()
    }

    #[test]
    fn names_that_exclude_each_other_are_told_apart() {
        for (one, other, field) in [
            ("Riksväg 50", "Riksväg 60", Field::Numbers),
            ("Oro för barn", "Oro för äldre", Field::Audience),
            ("Tillstånd för avlopp", "Tillsyn av avlopp", Field::Act),
            ("Öppna vattnet", "Stänga vattnet", Field::Opposite),
            ("Permit for a sewer", "Supervision of sewers", Field::Act),
            ("Serveringstillstånd", "Serveringskontroll", Field::Act),
            ("Rent a hall", "Fees for a hall", Field::Act),
            ("Dricksvatten", "Dagvatten", Field::Opposite),
            ("Ny tomt", "Gammal tomt", Field::Opposite),
            ("Tillfällig tomt", "Permanent tomt", Field::Opposite),
            ("Väg 12", "Väg 21", Field::Numbers),
            ("Väg 50", "Väg 50b", Field::Numbers),
            ("Väg 50", "Väg 50 och 60", Field::Numbers),
        ] {
            assert_eq!(clashes(one, other), [field], "{one} {other}");
            assert_eq!(clashes(other, one), [field], "{other} {one}");
        }
    }

    #[test]
    fn who_says_nothing_of_numbers_may_mean_any_and_who_says_one_means_that() {
        for (one, other, sides) in [
            ("Väg", "Väg 50", vec![true]),
            ("Väg 50", "Väg 50 och 60", vec![false]),
            ("Väg 50", "Väg 60", vec![false]),
            ("Väg för barn", "Väg", vec![]),
        ] {
            for (one, other) in [(one, other), (other, one)] {
                let found = Marks::of(one).clashes(&Marks::of(other));
                let found: Vec<bool> = found.iter().map(|clash| clash.one_sided).collect();
                assert_eq!(found, sides, "{one} {other}");
            }
        }
    }

    #[test]
    fn all_words_that_only_one_says_are_told() {
        let found = Marks::of("Väg 1, 2 och 3").clashes(&Marks::of("Väg 2 och 4"));
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.left.as_str(), one.right.as_str()))
            .collect();
        assert_eq!(told, [("1 3", "4")]);
    }

    #[test]
    fn saying_more_is_no_clash() {
        for (one, other) in [
            ("Hemtjänst", "Hemtjänst för äldre"),
            ("Parkeringstillstånd", "Ansökan om parkeringstillstånd"),
            ("Riksväg 50", "Riksvägen"),
            ("Norra skolan", "Norra skolan"),
            ("Stöd för barn och unga", "Stöd för barn"),
            // A mark that must be the word is no part of one, and one that begins a word does not end it.
            ("Nyttan av tomten", "Gamla tomten"),
            ("Skolbarn", "Äldre"),
            // North excludes south, and not winter.
            ("Norra badet", "Vinterbadet"),
            ("Väg 50", "VÄG 50"),
        ] {
            assert_eq!(clashes(one, other), [], "{one} {other}");
        }
    }
}
