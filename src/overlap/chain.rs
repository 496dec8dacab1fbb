//! Chains: where a caller is sent from the municipality's switchboard, by the referrals that the catalogue knows of, until
//! somebody takes care of the matter. Sent on more than once, round, to nobody, or to a body that has ended is a finding.
//!
//! [`routes`] knows who sends callers on to whom, [`search`] follows the ways that this makes, and [`findings`] tells of
//! those that somebody should look at.

mod findings;
mod routes;
mod search;

use crate::catalogue::{Catalogue, Confidence, MunicipalityRef, OrganisationRef, ServiceRef};
use crate::catalogue::{SourceRef, Status};
use crate::directory::Directory;

use super::work::Work;
pub use findings::{find, is_general};
pub use routes::Routes;
pub use search::{LONGEST, documented, examples};

/// The way of a call from body to body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whom the caller speaks to, in turn; the first is the one whose switchboard the call comes to. Never empty.
    pub bodies: Vec<OrganisationRef>,
    /// How it ends.
    pub end: End,
    /// Whether every referral on the way is for any service.
    pub general: bool,
    /// Whether a source describes every referral on the way.
    pub status: Status,
    /// How well it is known that calls about this service go this way.
    pub confidence: Confidence,
    /// Where the referrals are from.
    pub sources: Vec<SourceRef>,
}

/// How a chain ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The last body has a part in the service.
    Handled,
    /// The last body sends the caller back to this one.
    Loop(OrganisationRef),
    /// The last body has nothing to do with the service, and sends nobody on.
    DeadEnd,
    /// The last body no longer exists; this one took over, if any did.
    Expired(Option<OrganisationRef>),
    /// The last body sends the caller on, but the way is longer than anybody follows it here.
    Cut,
}

impl End {
    /// The word used in JSON and in ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Handled => "handled",
            Self::Loop(_) => "loop",
            Self::DeadEnd => "dead-end",
            Self::Expired(_) => "expired",
            Self::Cut => "cut",
        }
    }
}

impl Chain {
    /// How many times the caller is sent on.
    pub fn hops(&self) -> usize {
        self.onward().count()
    }

    /// Whom the caller is sent to, in turn; one that goes round ends with the body it comes back to.
    pub fn onward(&self) -> impl Iterator<Item = OrganisationRef> {
        let again = match self.end {
            End::Loop(body) => Some(body),
            End::Handled | End::DeadEnd | End::Expired(_) | End::Cut => None,
        };
        self.bodies.iter().skip(1).copied().chain(again)
    }

    /// The way as an id has it, from the first whom the caller is sent to: `bmb+bkt`, and behind a slash how it ends where
    /// that is not at somebody who takes care of it. That a call goes round is plain where it comes back to one of them.
    /// What is only an example says so last.
    fn told_by(&self, catalogue: &Catalogue) -> String {
        let way = self.way_told(catalogue);
        if self.status.is_example() {
            return format!("{way}/example");
        }
        way
    }

    fn way_told(&self, catalogue: &Catalogue) -> String {
        let ids = self.onward().map(|one| catalogue[one].id.as_str());
        let way = ids.collect::<Vec<_>>().join("+");
        let end = match self.end {
            End::Handled => return way,
            End::Loop(body) if self.bodies.first() != Some(&body) => return way,
            End::Loop(_) | End::DeadEnd | End::Expired(_) | End::Cut => self.end.word(),
        };
        format!("{way}/{end}")
    }

    /// Whether callers are sent on from the switchboard just as by another, whichever switchboard it is, and that is
    /// known in the same way.
    pub fn is_same_way(&self, other: &Self) -> bool {
        let told = |one: &Self| (one.end, one.general, one.status, one.confidence);
        told(self) == told(other) && self.onward().eq(other.onward())
    }

    /// Whether somebody should look at it.
    pub fn is_trouble(&self) -> bool {
        self.hops() > 1 || self.end != End::Handled
    }
}

/// The ways that a caller from a municipality may be sent about a service, those that were made up last; none where no referral is
/// known.
pub fn chains(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
) -> Vec<Chain> {
    let routes = Routes::of(directory);
    let work = Work::of(directory, service);
    let mut told = documented(&routes, &work, municipality).told;
    told.extend(examples(&routes, &work, municipality).told);
    told
}
