//! All findings of a day, worst first, and those about one service.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::catalogue::{FindingId, FindingKind, MunicipalityRef, ServiceRef, Urgency, Verdict};
use crate::directory::Directory;

use super::finding::{Basis, Finding};
use super::verdict::Decisions;

/// All findings of a day, worst first; those that people have put an end to last.
#[derive(Clone, Debug)]
pub struct Findings {
    day: NaiveDate,
    all: Vec<Finding>,
    /// For each of them, where it stood before anybody decided anything.
    origins: Vec<Origin>,
    of_services: HashMap<ServiceRef, Vec<usize>>,
}

/// A finding before anybody decided anything about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Origin {
    /// Its place among all, the worst being 0.
    rank: usize,
    /// What the catalogue says has been decided.
    written: Verdict,
}

impl Findings {
    /// Puts findings in order: what callers meet first, then what only those who plan see, then what is about the
    /// catalogue; within that what somebody made up as an example last; then by how many callers it touches, how urgent their matters are, the kind and the id.
    pub(super) fn new(directory: &Directory, mut all: Vec<Finding>) -> Self {
        debug_assert_eq!(said_twice(&all), None, "an id leads to two findings");
        let catalogue = directory.catalogue();
        let urgency = |finding: &Finding| {
            let services = finding.services.iter();
            services.map(|&one| catalogue[one].urgency).min()
        };
        all.sort_by_cached_key(|finding| {
            (
                audience(finding.kind),
                finding.basis == Basis::Illustrative,
                Reverse(finding.reach.callers),
                urgency(finding).unwrap_or(Urgency::Normal),
                finding.kind,
                finding.id.clone(),
            )
        });
        let origins = all.iter().enumerate().map(|(rank, finding)| Origin {
            rank,
            written: finding.decided,
        });
        let unsorted = Self {
            day: directory.day(),
            origins: origins.collect(),
            all,
            of_services: HashMap::new(),
        };
        unsorted.with_silent_last()
    }

    /// The findings as these decisions leave them, whatever others left of them: what none of these holds for is decided
    /// as the catalogue says.
    #[must_use]
    pub fn judged(mut self, decisions: &Decisions) -> Self {
        for (finding, origin) in self.all.iter_mut().zip(&self.origins) {
            let decision = decisions.about(finding, self.day).cloned();
            let verdict = decision.as_ref().map(|decision| decision.verdict);
            finding.decided = verdict.unwrap_or(origin.written);
            finding.decision = decision;
        }
        self.with_silent_last()
    }

    /// Puts those that people have put an end to last; within those and within the rest, the worst first.
    fn with_silent_last(mut self) -> Self {
        let mut ranked: Vec<(Origin, Finding)> = self.origins.into_iter().zip(self.all).collect();
        ranked.sort_by_key(|(origin, finding)| (finding.is_silent(), origin.rank));
        (self.origins, self.all) = ranked.into_iter().unzip();
        self.of_services.clear();
        for (position, finding) in self.all.iter().enumerate() {
            for &service in &finding.services {
                let positions = self.of_services.entry(service).or_default();
                positions.push(position);
            }
        }
        self
    }

    /// The day they hold on.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// All of them, worst first.
    pub fn all(&self) -> &[Finding] {
        &self.all
    }

    /// The one with this id, or that stands for the one with this id.
    pub fn find(&self, id: &str) -> Option<&Finding> {
        self.all.iter().find(|finding| finding.is_called(id))
    }

    /// Those about a service that touch a municipality, or any where none is named; worst first.
    pub fn of_service(
        &self,
        service: ServiceRef,
        municipality: Option<MunicipalityRef>,
    ) -> impl Iterator<Item = &Finding> {
        let positions = self.of_services.get(&service).into_iter().flatten();
        positions
            .filter_map(|&position| self.all.get(position))
            .filter(move |finding| finding.touches_about(service, municipality))
    }

    /// Those of them that tell of the work, rather than of how the catalogue is kept, and that people have not put an end
    /// to.
    pub fn about_work(
        &self,
        service: ServiceRef,
        municipality: Option<MunicipalityRef>,
    ) -> impl Iterator<Item = &Finding> {
        let all = self.of_service(service, municipality);
        all.filter(|finding| finding.is_about_work() && !finding.is_silent())
    }

    /// The services whose work something was found about.
    pub fn services(&self) -> HashSet<ServiceRef> {
        let about_work = self
            .all
            .iter()
            .filter(|finding| finding.is_about_work() && !finding.is_silent());
        about_work
            .flat_map(|finding| finding.services.iter().copied())
            .collect()
    }
}

/// An id that leads to more than one finding, if one does. A verdict on it would be about either.
fn said_twice(all: &[Finding]) -> Option<&FindingId> {
    let mut met = HashSet::new();
    let ids = all
        .iter()
        .flat_map(|finding| [&finding.id].into_iter().chain(&finding.computed));
    ids.into_iter().find(|id| !met.insert(*id))
}

/// Who meets a finding of a kind: 0 callers, 1 those who plan the work, 2 those who keep the catalogue.
fn audience(kind: FindingKind) -> u8 {
    match kind {
        FindingKind::Parallel
        | FindingKind::UnclearEntry
        | FindingKind::Chain
        | FindingKind::Gap
        | FindingKind::Conflict => 0,
        FindingKind::Separate => 1,
        FindingKind::Lookalike | FindingKind::Stale => 2,
    }
}
