//! Figures to follow over time: how often a caller is sent on, and how many services have one entrance.

use crate::catalogue::{Catalogue, MunicipalityRef};
use crate::directory::Directory;
use crate::referral::candidates;

use super::chain::{Chain, Routes};
use super::work::Work;

/// How callers from one municipality fare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Whose callers.
    pub municipality: MunicipalityRef,
    /// How many services somebody takes calls about.
    pub services: usize,
    /// How many times they are sent on in all, with one call about each service: once from the switchboard to whoever
    /// takes the call, unless that is the municipality itself; more where the catalogue knows of a longer way, and then
    /// the longest counts.
    pub hops: usize,
    /// About how many services a caller is sent on more than once.
    pub sent_round: usize,
    /// How many services have exactly one entrance, whatever the case.
    pub one_entrance: usize,
}

impl Figures {
    /// How many times a caller is sent on about a service, on average.
    pub fn mean_hops(&self) -> f64 {
        share(self.hops, self.services)
    }

    /// The share of services with exactly one entrance, 0–1.
    pub fn one_entrance_share(&self) -> f64 {
        share(self.one_entrance, self.services)
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of services are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The figures of every municipality, in catalogue order.
pub fn figures(directory: &Directory) -> Vec<Figures> {
    let catalogue = directory.catalogue();
    let routes = Routes::of(directory);
    let mut all: Vec<Figures> = catalogue.municipality_refs().map(none).collect();
    for &service in directory.services() {
        let work = Work::of(directory, service);
        for figures in &mut all {
            figures.add(catalogue, &routes, &work);
        }
    }
    all
}

fn none(municipality: MunicipalityRef) -> Figures {
    Figures {
        municipality,
        services: 0,
        hops: 0,
        sent_round: 0,
        one_entrance: 0,
    }
}

impl Figures {
    fn add(&mut self, catalogue: &Catalogue, routes: &Routes<'_>, work: &Work<'_>) {
        let Ok(doors) = candidates(work.duties_for(self.municipality)) else {
            return;
        };
        let own = catalogue[self.municipality].organisation;
        let is_own = doors.iter().any(|duty| duty.organisation == own);
        let known = routes.chains(work, self.municipality);
        let longest = known.iter().map(Chain::hops).max();
        let hops = longest.unwrap_or(usize::from(!is_own));
        let first = doors.first().map(|duty| duty.organisation);
        let is_one = doors.iter().all(|duty| {
            Some(duty.organisation) == first && duty.responsibility.condition.is_none()
        });
        self.services += 1;
        self.hops += hops;
        self.sent_round += usize::from(hops > 1);
        self.one_entrance += usize::from(is_one);
    }
}
