//! Figures to follow over time: how often a caller is sent on, of how many calls nobody has written down where they go,
//! and how many services have one entrance.
//!
//! A call is about one service, from one municipality, and comes to that municipality's switchboard. Its way is known
//! where the catalogue has referrals for this service that tell it, and where the municipality itself takes every such
//! call: then nobody sends the caller on. It is inferred where a referral for any service is part of it: no source says
//! that calls about this one go that way. Of any other call it is not known whether the caller is sent on once or five
//! times, and no figure guesses: such calls are counted apart, and so are those that never get to anybody who has a part in
//! it. A referral that was made up as an example tells no way.

use crate::catalogue::{Confidence, MunicipalityRef, ServiceRef};
use crate::directory::{Directory, Duty};
use crate::referral::candidates;

use super::chain::{Chain, End, Routes, documented};
use super::work::Work;

/// How callers from one municipality fare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Whose callers.
    pub municipality: MunicipalityRef,
    /// How many services somebody takes calls about.
    pub services: usize,
    /// Of how many of them the way of the call is known.
    pub known: usize,
    /// Of how many more it follows from a referral for any service.
    pub inferred: usize,
    /// About how many of all those the caller never gets to anybody who has a part in it, however long the way is.
    pub lost: usize,
    /// How many times those who do get there are sent on in all, with one call about each service.
    pub hops: usize,
    /// About how many services a caller is known to be sent on more than once.
    pub sent_round: usize,
    /// About how many more that follows from a referral for any service.
    pub sent_round_inferred: usize,
    /// How many services have exactly one entrance, whatever the case.
    pub one_entrance: usize,
}

impl Figures {
    /// Nothing counted yet.
    fn none(municipality: MunicipalityRef) -> Self {
        Self {
            municipality,
            services: 0,
            known: 0,
            inferred: 0,
            lost: 0,
            hops: 0,
            sent_round: 0,
            sent_round_inferred: 0,
            one_entrance: 0,
        }
    }

    /// About how many services it is known, or inferred, how the caller gets there: those that the mean is of.
    pub fn arriving(&self) -> usize {
        self.known + self.inferred - self.lost
    }

    /// How many times a caller is sent on about a service, on average of those who get there and whose way is known or
    /// inferred; none where no way is.
    pub fn mean_hops(&self) -> Option<f64> {
        let arriving = self.arriving();
        (arriving > 0).then(|| share(self.hops, arriving))
    }

    /// About how many services nobody has written down where the call goes.
    pub fn unknown(&self) -> usize {
        self.services - self.known - self.inferred
    }

    /// The share of services with exactly one entrance, 0–1.
    pub fn one_entrance_share(&self) -> f64 {
        share(self.one_entrance, self.services)
    }

    fn add(&mut self, call: Call) {
        self.services += 1;
        self.one_entrance += usize::from(call.one_entrance);
        if let Some(way) = call.way {
            if way.arrival == Arrival::Never {
                self.lost += 1;
            } else {
                self.hops += way.hops;
            }
            let (ways, round) = if way.inferred {
                (&mut self.inferred, &mut self.sent_round_inferred)
            } else {
                (&mut self.known, &mut self.sent_round)
            };
            *ways += 1;
            *round += usize::from(way.hops > 1);
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of services are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A call that somebody takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// How the caller gets there; none where nobody has written it down.
    pub way: Option<Way>,
    /// Whether there is exactly one entrance, whatever the case.
    pub one_entrance: bool,
}

impl Call {
    /// How the caller gets there, where that is known of calls about this very service.
    pub fn known(&self) -> Option<Way> {
        self.way.filter(|way| !way.inferred)
    }
}

/// How a caller gets to somebody who takes care of the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// How many times the caller is sent on: 0 where the municipality itself takes the call. Where several ways are known,
    /// the longest counts.
    pub hops: usize,
    /// Whether the known ways end at somebody who has a part in the service.
    pub arrival: Arrival,
    /// Whether it follows from a referral for any service, rather than from what is said of this one.
    pub inferred: bool,
}

impl Way {
    /// Whether the caller gets there, and is sent on at most once.
    pub fn is_straight(self) -> bool {
        self.arrival == Arrival::Always && self.hops <= 1
    }
}

/// Whether callers get to somebody who has a part in the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By every way that is known.
    Always,
    /// By some of them.
    Sometimes,
    /// By none.
    Never,
}

impl Arrival {
    /// Of these ways.
    fn of(chains: &[Chain]) -> Self {
        let is_there = |chain: &Chain| chain.end == End::Handled;
        if chains.iter().all(is_there) {
            Self::Always
        } else if chains.iter().any(is_there) {
            Self::Sometimes
        } else {
            Self::Never
        }
    }
}

/// The calls of a directory's day; the referrals are sorted once for all of them.
#[derive(Debug)]
pub struct Calls<'d> {
    directory: &'d Directory,
    routes: Routes<'d>,
}

impl<'d> Calls<'d> {
    /// The calls of the directory's day.
    pub fn of(directory: &'d Directory) -> Self {
        Self {
            directory,
            routes: Routes::of(directory),
        }
    }

    /// The call about a service from each of these municipalities; none where nobody takes it.
    pub fn about(
        &self,
        service: ServiceRef,
        municipalities: impl Iterator<Item = MunicipalityRef>,
    ) -> impl Iterator<Item = Option<Call>> {
        let work = Work::of(self.directory, service);
        municipalities.map(move |municipality| self.call(&work, municipality))
    }

    fn call(&self, work: &Work<'_>, municipality: MunicipalityRef) -> Option<Call> {
        let doors = candidates(work.duties_for(municipality)).ok()?;
        let own = self.directory.catalogue()[municipality].organisation;
        let first = doors.first().map(|duty| duty.organisation);
        let is_first = |duty: &&Duty<'_>| Some(duty.organisation) == first;
        let is_always = |duty: &&Duty<'_>| duty.responsibility.condition.is_none();
        let chains = documented(&self.routes, work, municipality).told;
        let written = chains.iter().map(Chain::hops).max().map(|hops| Way {
            hops,
            arrival: Arrival::of(&chains),
            inferred: (chains.iter()).any(|chain| chain.confidence != Confidence::Documented),
        });
        let is_own = doors.iter().all(|duty| duty.organisation == own);
        let at_home = is_own.then_some(Way {
            hops: 0,
            arrival: Arrival::Always,
            inferred: false,
        });
        Some(Call {
            way: written.or(at_home),
            // One body that takes every case is one entrance, though some case is named besides.
            one_entrance: doors.iter().all(is_first) && doors.iter().any(is_always),
        })
    }
}

/// The figures of every municipality, in catalogue order.
pub fn figures(directory: &Directory) -> Vec<Figures> {
    let places = || directory.catalogue().municipality_refs();
    let calls = Calls::of(directory);
    let mut all: Vec<Figures> = places().map(Figures::none).collect();
    for &service in directory.services() {
        for (figures, call) in all.iter_mut().zip(calls.about(service, places())) {
            if let Some(call) = call {
                figures.add(call);
            }
        }
    }
    all
}
