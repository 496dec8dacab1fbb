//! What is different between two directories, by meaning: whose hands the work is in, which services and organisations
//! there are, which findings are solved, new or left, and how callers fare.
//!
//! The two may be one catalogue on two days, two catalogues, or a catalogue and what it would be with a
//! [scenario](crate::scenario). Entries are the same where their written ids are. Only who has what *on each of the two
//! days* counts, never where a period begins or ends in the files; and an organisation that has changed its name has the
//! same hands as before.

mod bodies;
mod findings;
mod hands;
mod parts;
mod why;
mod words;

pub use bodies::{Bodies, Ended, Extended, Renamed, Turnover};
pub use findings::{Remaining, Solved};
pub use hands::{Handover, Holder, Who};
pub use why::{Absence, Why};
pub use words::{Tale, subject};

use crate::catalogue::MunicipalityId;
use crate::directory::Directory;
use crate::overlap::{self, Figures, Finding, Findings};

/// One of the two that are compared: a directory with what was found on its day, as people have judged it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The catalogue on its day.
    pub directory: &'a Directory,
    /// What was found on that day.
    pub findings: &'a Findings,
}

/// What is different between two directories.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::{Reading, ServiceId};
/// use hanvisa::compare::{Comparison, Side, Tale};
/// use hanvisa::directory::Directory;
/// use hanvisa::locale::{Language, Locale};
/// use hanvisa::overlap::findings;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let before = Directory::at(Arc::new(catalogue), "2014-09-01".parse()?);
/// let after = Directory::at(Arc::clone(before.catalogue()), "2026-11-23".parse()?);
/// let (then, now) = (findings(&before), findings(&after));
/// let side = |directory, findings| Side { directory, findings };
/// let comparison = Comparison::of(side(&before, &then), side(&after, &now));
/// let locale = Locale::new(Language::Swedish);
/// let tale = Tale::of(&before, &after, &locale);
/// let is_clearing = |id: &ServiceId| id.as_str() == "snorojning";
/// let clearing = comparison.hands.iter().find(|one| one.services.iter().any(is_clearing));
/// assert_eq!(clearing.map(|one| tale.hands(one)).as_deref(), Some("BKT → Teknisk nämnd"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Organisations that came, went or changed their names.
    pub bodies: Bodies,
    /// Services that came or went.
    pub services: Turnover<crate::catalogue::ServiceId>,
    /// Municipalities that came or went.
    pub municipalities: Turnover<MunicipalityId>,
    /// What changed hands, the pairs of hands with most of it first.
    pub hands: Vec<Handover>,
    /// Findings of the first directory that are not in the second, in its handles; worst first.
    pub solved: Vec<Solved>,
    /// Findings of the second directory that were not in the first, in its handles; worst first.
    pub new: Vec<Finding>,
    /// Findings of both; worst first.
    pub remaining: Vec<Remaining>,
    /// How callers fared and fare, for every municipality that is in either.
    pub figures: Vec<Faring>,
}

/// How callers from one municipality fared and fare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faring {
    /// Whose callers.
    pub municipality: MunicipalityId,
    /// In the first directory; none where the municipality is not in it.
    pub before: Option<Figures>,
    /// In the second.
    pub after: Option<Figures>,
}

impl Comparison {
    /// Compares two directories and what was found in them.
    ///
    /// Findings about how a catalogue is kept, rather than about the work, are left out: on another day nearly all of
    /// them are others. A finding is solved where the other directory does not show it; one that people have put an end
    /// to, and that is still to be seen, is left, and says what they decided.
    pub fn of(before: Side<'_>, after: Side<'_>) -> Self {
        let found = findings::compared(before, after);
        let (before, after) = (before.directory, after.directory);
        Self {
            bodies: Bodies::of(before, after),
            services: bodies::services(before, after),
            municipalities: bodies::municipalities(before, after),
            hands: hands::changed(before, after),
            solved: found.solved,
            new: found.new,
            remaining: found.remaining,
            figures: faring(before, after),
        }
    }

    /// Only what concerns one municipality.
    #[must_use]
    pub fn concerning(
        mut self,
        municipality: &MunicipalityId,
        before: &Directory,
        after: &Directory,
    ) -> Self {
        let touches = |directory: &Directory, finding: &Finding| {
            let place = directory
                .catalogue()
                .find_municipality(municipality.as_str());
            place.is_some_and(|place| finding.touches(place))
        };
        for one in &mut self.hands {
            one.municipalities.retain(|one| one == municipality);
        }
        self.hands.retain(|one| !one.municipalities.is_empty());
        self.solved.retain(|one| touches(before, &one.finding));
        self.new.retain(|one| touches(after, one));
        self.remaining
            .retain(|one| touches(before, &one.before) || touches(after, &one.after));
        self.figures.retain(|one| one.municipality == *municipality);
        self
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
            && self.services.is_empty()
            && self.municipalities.is_empty()
            && self.hands.is_empty()
            && self.solved.is_empty()
            && self.new.is_empty()
            && self.remaining.iter().all(Remaining::is_unchanged)
            && self.figures.iter().all(Faring::is_same)
    }
}

impl Faring {
    /// Whether callers fare as before.
    pub fn is_same(&self) -> bool {
        // Who it is about has another handle in another catalogue.
        let counts = |one: &Figures| {
            let round = (one.sent_round, one.sent_round_inferred);
            let ways = (one.known, one.inferred, one.lost, one.hops, round);
            (one.services, ways, one.one_entrance)
        };
        self.before.as_ref().map(counts) == self.after.as_ref().map(counts)
    }
}

fn faring(before: &Directory, after: &Directory) -> Vec<Faring> {
    let of = |directory: &Directory| {
        let id = |one: &Figures| directory.catalogue()[one.municipality].id.clone();
        let figures = overlap::figures(directory).into_iter();
        figures
            .map(|one| (id(&one), one))
            .collect::<Vec<(MunicipalityId, Figures)>>()
    };
    let (before, mut after) = (of(before), of(after));
    let mut all: Vec<Faring> = before
        .into_iter()
        .map(|(municipality, then)| {
            let same = after.iter().position(|(id, _)| *id == municipality);
            Faring {
                municipality,
                before: Some(then),
                after: same.map(|position| after.remove(position).1),
            }
        })
        .collect();
    all.extend(after.into_iter().map(|(municipality, now)| Faring {
        municipality,
        before: None,
        after: Some(now),
    }));
    all
}

#[cfg(test)]
pub(crate) mod tests;
