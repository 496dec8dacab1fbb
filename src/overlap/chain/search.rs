//! The search for the ways of a call: every way on from the switchboard, as far as it is followed.
//!
//! A referral for named services is followed wherever it leads, also from an organisation that could have taken the call.
//! One for any service is followed only from those who could not, and shows nothing unless it leads to somebody who can:
//! it was not written about this very service.

use crate::catalogue::{
    Confidence, MunicipalityRef, OrganisationRef, SendingOn, ServiceRef, Status, Step,
};
use crate::directory::Duty;
use crate::overlap::work::Work;
use crate::referral::candidates;

use super::routes::Routes;
use super::{Chain, End};

/// No way is followed further than so many steps; a longer one is cut here, and that is said.
pub const LONGEST: usize = 8;
/// No more ways than this are told of for one service and municipality; the others are counted.
const WAYS: usize = 32;

/// No more steps than this are taken in looking for them: bodies that all send callers to each other would keep the
/// search going for years, and what it finds in the end is told by its first ways. That there are more is said.
const STEPS: usize = 1_000;
/// The ways of one service and municipality.
#[derive(Debug, Default)]
pub struct Ways {
    /// Those that are told of.
    pub told: Vec<Chain>,
    /// How many more there are.
    pub more: usize,
    /// Whether there may be more still, because nobody counted to the end.
    pub uncounted: bool,
}

/// The ways that a caller from a municipality may be sent about a service; none where no referral is known.
pub fn ways(routes: &Routes<'_>, work: &Work<'_>, municipality: MunicipalityRef) -> Ways {
    let switchboard = routes.directory.catalogue()[municipality].organisation;
    if !routes.has_any_from(switchboard, work.service) {
        return Ways::default();
    }
    let duties = work.duties_for(municipality);
    let doors = candidates(duties).unwrap_or_default();
    let mut search = Search {
        routes,
        service: work.service,
        municipality,
        duties,
        doors: doors.iter().map(|duty| duty.organisation).collect(),
        bodies: vec![switchboard],
        links: Vec::new(),
        found: Ways::default(),
        steps: 0,
    };
    search.follow(switchboard);
    search.found
}

/// The ways of one service and municipality, while they are followed.
struct Search<'r, 'd> {
    routes: &'r Routes<'d>,
    service: ServiceRef,
    municipality: MunicipalityRef,
    duties: &'r [Duty<'d>],
    doors: Vec<OrganisationRef>,
    bodies: Vec<OrganisationRef>,
    links: Vec<&'d SendingOn>,
    found: Ways,
    steps: usize,
}

impl<'d> Search<'_, 'd> {
    /// Follows every way on from a body, the last of the bodies so far.
    fn follow(&mut self, body: OrganisationRef) {
        let links = self.links_from(body);
        if links.is_empty() {
            self.stop_at(body);
            return;
        }
        if self.links.len() >= LONGEST {
            self.end(End::Cut);
            return;
        }
        for link in links {
            if self.steps >= STEPS {
                self.found.uncounted = true;
                return;
            }
            self.steps += 1;
            self.links.push(link);
            if self.bodies.contains(&link.to) {
                self.end(End::Loop(link.to));
            } else {
                self.bodies.push(link.to);
                if self.routes.directory.exists(link.to) {
                    self.follow(link.to);
                } else {
                    self.end(End::Expired(self.routes.directory.answering(link.to)));
                }
                self.bodies.pop();
            }
            self.links.pop();
        }
    }

    /// Where a body sends callers about the service: as is said of the service itself, or of any if it has no door.
    fn links_from(&self, body: OrganisationRef) -> Vec<&'d SendingOn> {
        let own = self.routes.about(self.service, body, self.municipality);
        if !own.is_empty() || self.doors.contains(&body) {
            return own;
        }
        self.routes.about_anything(body, self.municipality)
    }

    fn stop_at(&mut self, body: OrganisationRef) {
        let has_part = |duty: &Duty<'_>| {
            let mut steps = duty.steps.iter();
            duty.organisation == body && steps.any(|step| step != Step::Appeal)
        };
        if self.duties.iter().any(has_part) {
            self.end(End::Handled);
        } else {
            self.end(End::DeadEnd);
        }
    }

    /// Writes down the way so far.
    fn end(&mut self, end: End) {
        let Some(last) = self.links.last() else {
            return;
        };
        if last.services.is_none() && matches!(end, End::Loop(_) | End::DeadEnd) {
            return;
        }
        if self.found.told.len() >= WAYS {
            self.found.more += 1;
            return;
        }
        let any = |of: &dyn Fn(&SendingOn) -> bool| self.links.iter().any(|link| of(link));
        let illustrative = any(&|link| link.status.is_example());
        let (status, confidence) = if illustrative {
            (Status::Illustrative, Confidence::Assumed)
        } else if any(&|link| link.services.is_none()) {
            (Status::Documented, Confidence::Inferred)
        } else {
            (Status::Documented, Confidence::Documented)
        };
        let sources = self.links.iter().flat_map(|link| &link.sources);
        self.found.told.push(Chain {
            bodies: self.bodies.clone(),
            end,
            general: !any(&|link| link.services.is_some()),
            status,
            confidence,
            sources: sources.copied().collect(),
        });
    }
}
