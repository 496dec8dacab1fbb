//! Why two entries look alike, or do not: one comparison of one field, with both values and what it weighs.

use std::cmp::Ordering;

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The names, or a name that the other entry has among its other words.
    Name,
    /// The everyday words, former and short names.
    Words,
    /// The topics.
    Topic,
    /// The numbers to ring.
    Phone,
    /// The e-mail addresses.
    Email,
    /// The web addresses.
    Web,
    /// The postal or visiting addresses.
    Address,
    /// The municipalities they are for.
    Municipalities,
    /// Numbers in the names: road 50 is not road 60.
    Numbers,
    /// For whom, as the names say: children, older people, companies.
    Audience,
    /// What is done in the matter, as the names say: a permit is not supervision.
    Act,
    /// Opposites in the names: opening and closing, north and south.
    Opposite,
    /// Whether one entry sends callers on to the other, and so says itself that they are two.
    ToldApart,
}

impl Field {
    /// The word used in JSON and for its text.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Words => "words",
            Self::Topic => "topic",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Web => "web",
            Self::Address => "address",
            Self::Municipalities => "municipalities",
            Self::Numbers => "numbers",
            Self::Audience => "audience",
            Self::Act => "act",
            Self::Opposite => "opposite",
            Self::ToldApart => "told-apart",
        }
    }
}

/// How far two values agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same, but for how it is written.
    Same,
    /// The same words in another form or order, or as a compound.
    SameWords,
    /// The same but for slips of the pen.
    Misspelt,
    /// Each is called by the other's name.
    CalledBoth,
    /// One is the other's initials.
    Initials,
    /// One is called by the other's name.
    CalledOne,
    /// One says the same as the other, and something more about it.
    Part,
    /// Something is shared.
    Some,
    /// One holds the other, but is about another thing: a marriage certificate is no marriage.
    OtherHead,
    /// Something is shared, but each says something that the other does not.
    Contrast,
    /// Nothing is shared.
    Different,
}

/// One comparison, with both values.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What was compared.
    pub field: Field,
    /// The value of the first.
    pub left: String,
    /// The value of the second.
    pub right: String,
    /// How far they agree.
    pub agreement: Agreement,
    /// How many entries have the value that they share, these two among them; none where no single value is shared.
    pub shared_by: Option<usize>,
    /// How much more likely this is when they are one than when they are two, as a power of two, in tenths: +3 is
    /// eight times as likely. Negative where it speaks against.
    pub weight: f64,
}

impl Evidence {
    /// The heaviest first, whichever way it pulls; then in the order of the fields.
    pub(super) fn heaviest_first(&self, other: &Self) -> Ordering {
        let heavier = other.weight.abs().total_cmp(&self.weight.abs());
        heavier.then_with(|| self.field.cmp(&other.field))
    }
}
