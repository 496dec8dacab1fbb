//! How callers fare, as a table for the report and the comparison: a row for each municipality.

use super::document::{Head, Table};
use super::telling::percent;
use crate::locale::Locale;
use crate::overlap::{Figures, Words};

/// How many cells a municipality has beside its name.
pub const CELLS: usize = 6;

/// The callers of several municipalities together: one call about each service from each of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// How many calls somebody takes.
    pub calls: usize,
    /// Of how many of them the way is known.
    pub known: usize,
    /// Of how many more it follows from a referral for any service.
    pub inferred: usize,
    /// Of how many of all those nobody ever takes the call.
    pub lost: usize,
    /// How many times the callers who get there are sent on in all.
    pub hops: usize,
    /// How many calls are known to be sent on more than once.
    pub sent_round: usize,
    /// How many more are, as follows from a referral for any service.
    pub sent_round_inferred: usize,
    /// How many calls have exactly one entrance.
    pub one_entrance: usize,
}

impl Together {
    /// The sum of the figures.
    pub fn of(figures: impl Iterator<Item = Figures>) -> Self {
        figures.fold(Self::default(), |all, one| Self {
            calls: all.calls + one.services,
            known: all.known + one.known,
            inferred: all.inferred + one.inferred,
            lost: all.lost + one.lost,
            hops: all.hops + one.hops,
            sent_round: all.sent_round + one.sent_round,
            sent_round_inferred: all.sent_round_inferred + one.sent_round_inferred,
            one_entrance: all.one_entrance + one.one_entrance,
        })
    }

    /// Of how many calls nobody has written down where they go.
    pub fn unknown(self) -> usize {
        self.calls - self.told()
    }

    /// Of how many calls the way is known or inferred.
    pub fn told(self) -> usize {
        self.known + self.inferred
    }

    /// How many times a caller is sent on, on average of the calls whose way is known or inferred and that get there.
    pub fn mean(self, words: &Words<'_>) -> String {
        mean(words, self.hops, self.told() - self.lost)
    }
}

/// The figures of a municipality, cell by cell under the table's heads.
pub fn cells(words: &Words<'_>, one: &Figures) -> [String; CELLS] {
    [
        one.services.to_string(),
        percent(one.inferred, one.services),
        percent(one.unknown(), one.services),
        mean(words, one.hops, one.arriving()),
        one.sent_round.to_string(),
        percent(one.one_entrance, one.services),
    ]
}

/// The table of these rows: a municipality and its cells.
pub fn table(locale: &Locale, rows: &[(String, [String; CELLS])]) -> Table {
    let number = |key| Head::number(locale.text(key).into_owned());
    let row = |(name, cells): &(String, [String; CELLS])| {
        let cells = cells.iter().cloned();
        [name.clone()].into_iter().chain(cells).collect()
    };
    Table {
        caption: locale.text("report-figures-caption").into_owned(),
        head: vec![
            Head::words(locale.text("report-municipality").into_owned()),
            number("report-calls"),
            number("report-inferred-way"),
            number("report-unknown"),
            number("report-steps"),
            number("report-round"),
            number("report-one"),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// A mean, or a dash where there is none.
fn mean(words: &Words<'_>, sum: usize, of: usize) -> String {
    words.mean(sum, of).unwrap_or_else(|| "–".to_owned())
}
