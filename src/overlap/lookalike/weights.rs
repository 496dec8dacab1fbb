//! What each comparison weighs, and where the bands begin.
//!
//! The frame is that of I. P. Fellegi and A. B. Sunter ("A Theory for Record Linkage", 1969): each field is compared by
//! itself, each way to agree or differ has a weight, the binary logarithm of how much likelier it is when two entries
//! are one than when they are two, and the weights are added. The figures are set by hand and tried on
//! `tests/lookalikes/tuning.tsv`. How likely two entries are to be one before anything is compared is in the bands.

use std::sync::LazyLock;

use super::evidence::Agreement::{
    self, CalledBoth, CalledOne, Contrast, Different, Initials, Misspelt, OtherHead, Part, Same,
    SameWords, Some,
};
use super::evidence::Field::{
    self, Act, Address, Audience, Email, Municipalities, Name, Numbers, Opposite, Phone, ToldApart,
    Topic, Web, Words,
};
use super::record::Kind;

/// From here on, two entries are surely one.
pub const SURE: f64 = 10.0;
/// From here on, somebody should look.
pub const LOOK: f64 = 4.5;

/// What it weighs when a field agrees in one way.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What is compared.
    pub field: Field,
    /// How far it agrees.
    pub agreement: Agreement,
    /// The weight between services.
    pub service: f64,
    /// The weight between organisations.
    pub organisation: f64,
    /// Why.
    pub reason: &'static str,
}

const fn row(
    field: Field,
    agreement: Agreement,
    service: f64,
    organisation: f64,
    reason: &'static str,
) -> Row {
    Row {
        field,
        agreement,
        service,
        organisation,
        reason,
    }
}

/// All weights, with the reason for each.
#[rustfmt::skip]
pub const WEIGHTS: &[Row] = &[
    //  field           agreement   service organisation  reason
    row(Name,           Same,        11.0,  11.0, "one name, two entries: that is what entered twice means, unless something speaks against it"),
    row(Name,           SameWords,    9.0,   9.0, "order, inflection and compounds differ from writer to writer, the matter does not"),
    row(Name,           Misspelt,     8.0,   8.0, "a slip is likelier than two names a letter apart, but such names exist"),
    row(Name,           CalledBoth,   8.0,   9.0, "each lists the other's name: two who wrote of the same thing chose different headings"),
    row(Name,           Initials,     5.0,   6.0, "initials are how bodies are known, but three letters fit much"),
    row(Name,           CalledOne,    5.0,   6.0, "a name among the other's words may also be a word that callers use for a neighbour"),
    row(Name,           Part,         7.0,   7.0, "something added may tell two apart; scaled by how much of the longer name is shared"),
    row(Name,           OtherHead,   -2.0,  -2.0, "the last part of a compound says what it is: the first only what it is about"),
    row(Name,           Contrast,    -6.0,  -6.0, "each says something the other does not; scaled by how much is not shared"),
    row(Name,           Different,   -4.0,  -3.0, "nothing in common; a renamed body may have nothing in common with its old name"),
    row(Words,          Same,         4.0,   4.0, "for each word in common where one has no other words: whoever wrote both had one thing in mind"),
    row(Words,          Some,         2.0,   2.0, "for each word in common; callers' words overlap between neighbours"),
    row(Words,          Different,   -1.0,   0.0, "two who describe the same thing in three words each mostly meet in one"),
    row(Topic,          Same,         0.5,   0.5, "ten headings: a tenth of all pairs agree"),
    row(Topic,          Different,   -1.5,  -0.5, "the same matter is sometimes sorted under two headings"),
    row(Phone,          Same,         3.0,   5.0, "services share numbers by nature, bodies seldom do"),
    row(Phone,          Different,   -0.5,  -1.0, "numbers change, and an old entry keeps the old one"),
    row(Email,          Same,         3.0,   5.0, "like the number"),
    row(Email,          Different,   -0.5,  -0.5, "like the number"),
    row(Web,            Same,         2.0,   4.0, "a page for just this; the front page of a municipality is shared by many"),
    row(Web,            Different,    0.0,  -0.5, "a site has many pages, and pages move"),
    row(Address,        Same,         1.0,   3.0, "one house holds several offices"),
    row(Address,        Different,   -0.5,  -1.0, "offices move, and have several doors"),
    row(Municipalities, Same,         0.5,   0.5, "most entries of a region are for the same few"),
    row(Municipalities, Different,  -18.0, -10.0, "the library of one town is not that of another, however alike the two are"),
    row(Numbers,        Different,   -9.0,  -9.0, "a number in a name is there to tell it from the others"),
    row(Numbers,        Part,        -2.0,  -2.0, "one of several, or all of them"),
    row(Audience,       Different,   -8.0,  -8.0, "the same service for others is another service, under other rules"),
    row(Act,            Different,   -7.0,  -7.0, "a permit, its supervision and its fee are three errands with one subject"),
    row(Opposite,       Different,   -8.0,  -8.0, "who opens does not close, and north is not south"),
    row(ToldApart,      Different,  -14.0, -14.0, "the catalogue itself says of one that the other is something else"),
];

/// Most that all shared words together may weigh.
pub const MOST_FROM_WORDS: f64 = 8.0;

/// The weight of one way to agree; nothing where the table says nothing.
pub fn weight(kind: Kind, field: Field, agreement: Agreement) -> f64 {
    static INDEX: LazyLock<Vec<[f64; 2]>> = LazyLock::new(|| {
        let mut index = vec![[0.0; 2]; (ToldApart as usize + 1) * AGREEMENTS];
        for row in WEIGHTS {
            if let Option::Some(place) = index.get_mut(place(row.field, row.agreement)) {
                *place = [row.service, row.organisation];
            }
        }
        index
    });
    let [service, organisation] = INDEX
        .get(place(field, agreement))
        .copied()
        .unwrap_or_default();
    match kind {
        Kind::Service => service,
        Kind::Organisation => organisation,
    }
}

/// The most that names can weigh: nothing between them weighs more than that they are the same.
pub fn most_from_name(kind: Kind) -> f64 {
    weight(kind, Name, Same)
}

const AGREEMENTS: usize = Different as usize + 1;

const fn place(field: Field, agreement: Agreement) -> usize {
    field as usize * AGREEMENTS + agreement as usize
}

/// What is left of the weight of a value that `holders` entries share.
///
/// Among `n` entries there are n(n−1)/2 pairs that agree, and the value cannot prove more than a few of them to be one:
/// each doubling of the pairs takes one from the weight. A number that two share keeps it all, a switchboard number
/// shared by forty proves nothing.
pub fn diluted(weight: f64, holders: usize) -> f64 {
    let holders = f64::from(u32::try_from(holders).unwrap_or(u32::MAX)).max(2.0);
    (weight - (holders * (holders - 1.0) / 2.0).log2()).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_there_once_and_has_a_reason() {
        for (at, row) in WEIGHTS.iter().enumerate() {
            assert!(!row.reason.is_empty());
            let same = |other: &Row| (other.field, other.agreement) == (row.field, row.agreement);
            assert_eq!(WEIGHTS.iter().position(same), Option::Some(at), "{row:?}");
            assert!((weight(Kind::Service, row.field, row.agreement) - row.service).abs() < 1e-9);
            let organisation = weight(Kind::Organisation, row.field, row.agreement);
            assert!((organisation - row.organisation).abs() < 1e-9);
        }
    }

    #[test]
    fn what_agrees_speaks_for_one_entry_and_what_differs_never_does() {
        for row in WEIGHTS {
            let differs = matches!(row.agreement, OtherHead | Contrast | Different)
                || (row.field, row.agreement) == (Numbers, Part);
            for weight in [row.service, row.organisation] {
                let speaks_for = weight > 0.0;
                assert_eq!(speaks_for, !differs, "{row:?}");
            }
            // No difference is overlooked in both kinds.
            assert!(row.service != 0.0 || row.organisation != 0.0, "{row:?}");
        }
    }

    #[test]
    fn a_value_proves_less_the_more_share_it() {
        let left: Vec<f64> = (2..60).map(|holders| diluted(5.0, holders)).collect();
        assert!(left.is_sorted_by(|more, less| more >= less));
        assert!((left[0] - 5.0).abs() < 1e-9 && left[38] == 0.0);
    }

    #[test]
    fn each_doubling_of_the_pairs_takes_one() {
        // Two, four, and nine entries make 1, 6 and 36 pairs.
        let pairs = [(0, 1.0), (1, 1.0), (2, 1.0), (4, 6.0), (9, 36.0)];
        for (holders, pairs) in pairs {
            let left = diluted(8.0, holders);
            assert!(
                (left - (8.0 - f64::log2(pairs))).abs() < 1e-9,
                "{holders}: {left}"
            );
        }
    }

    #[test]
    fn nothing_between_names_weighs_more_than_that_they_are_the_same() {
        for kind in [Kind::Service, Kind::Organisation] {
            let names = WEIGHTS.iter().filter(|row| row.field == Name);
            let most = names.map(|row| weight(kind, Name, row.agreement));
            assert!((most_from_name(kind) - most.fold(0.0, f64::max)).abs() < 1e-9);
        }
        let unknown = weight(Kind::Service, Topic, Part);
        assert!(
            unknown == 0.0,
            "what the table says nothing of weighs nothing"
        );
    }
}
