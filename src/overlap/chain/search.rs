//! The search for the ways of a call: every way on from the switchboard, as far as it is followed.
//!
//! A referral for named services is followed wherever it leads, also from an organisation that could have taken the call.
//! One for any service is followed only from those who could not, and shows nothing unless it leads to somebody who can:
//! it was not written about this very service. Where it does not, the way ends with whoever has it.

use crate::catalogue::{Confidence, MunicipalityRef, OrganisationRef, SendingOn, ServiceRef};
use crate::catalogue::{Status, Step};
use crate::directory::Duty;
use crate::overlap::work::Work;
use crate::referral::candidates;

use super::routes::{Links, Routes};
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

/// The ways that a caller from a municipality is sent about a service, as sources describe it; none where no referral is
/// known.
pub fn documented(routes: &Routes<'_>, work: &Work<'_>, municipality: MunicipalityRef) -> Ways {
    about(routes, work, municipality, Links::Documented)
}

/// The ways that were made up, in whole or in part, beside those: none of them is known.
pub fn examples(routes: &Routes<'_>, work: &Work<'_>, municipality: MunicipalityRef) -> Ways {
    if !routes.has_examples(Some(work.service)) {
        return Ways::default();
    }
    about(routes, work, municipality, Links::WithExamples)
}

/// The ways from a municipality's switchboard to bodies that have ended, by what is said of any service alone. That is a
/// fact about who is sent there even where nothing goes on from there.
pub fn to_the_ended(routes: &Routes<'_>, municipality: MunicipalityRef, which: Links) -> Ways {
    if which == Links::WithExamples && !routes.has_examples(None) {
        return Ways::default();
    }
    searched(routes, None, (municipality, &[]), which)
}

fn about(
    routes: &Routes<'_>,
    work: &Work<'_>,
    municipality: MunicipalityRef,
    which: Links,
) -> Ways {
    let duties = work.duties_for(municipality);
    searched(routes, Some(work.service), (municipality, duties), which)
}

fn searched(
    routes: &Routes<'_>,
    service: Option<ServiceRef>,
    (municipality, duties): (MunicipalityRef, &[Duty<'_>]),
    which: Links,
) -> Ways {
    let switchboard = routes.directory.catalogue()[municipality].organisation;
    if !routes.has_any_from(switchboard, service) {
        return Ways::default();
    }
    let doors = candidates(duties).unwrap_or_default();
    let mut search = Search {
        routes,
        which,
        service,
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
    which: Links,
    service: Option<ServiceRef>,
    municipality: MunicipalityRef,
    duties: &'r [Duty<'d>],
    doors: Vec<OrganisationRef>,
    bodies: Vec<OrganisationRef>,
    links: Vec<&'d SendingOn>,
    found: Ways,
    steps: usize,
}

impl<'d> Search<'_, 'd> {
    /// Follows every way on from a body, the last of the bodies so far: as is said of the service itself, or of any if it
    /// has no door. Whether that shows anything.
    fn follow(&mut self, body: OrganisationRef) -> bool {
        let (place, which) = (self.municipality, self.which);
        let own = self
            .service
            .map(|one| self.routes.about(one, body, place, which));
        let own = own.unwrap_or_default();
        if !own.is_empty() {
            return self.follow_each(&own);
        }
        if !self.doors.contains(&body) {
            let general = self.routes.about_anything(body, place, which);
            if !general.is_empty() && self.follow_each(&general) {
                return true;
            }
        }
        self.stop_at(body)
    }

    /// Follows these referrals. Whether any of them shows anything.
    fn follow_each(&mut self, links: &[&'d SendingOn]) -> bool {
        if self.links.len() >= LONGEST {
            return self.end(End::Cut);
        }
        let mut shows = false;
        for &link in links {
            if self.steps >= STEPS {
                self.found.uncounted = true;
                // Where it would have led nobody knows.
                return true;
            }
            self.steps += 1;
            self.links.push(link);
            if self.bodies.contains(&link.to) {
                shows |= self.end(End::Loop(link.to));
            } else {
                self.bodies.push(link.to);
                shows |= if self.routes.directory.exists(link.to) {
                    self.follow(link.to)
                } else {
                    self.end(End::Expired(self.routes.directory.answering(link.to)))
                };
                self.bodies.pop();
            }
            self.links.pop();
        }
        shows
    }

    fn stop_at(&mut self, body: OrganisationRef) -> bool {
        let end = if self.has_part(body) {
            End::Handled
        } else {
            End::DeadEnd
        };
        self.end(end)
    }

    /// Whether a body has a part in the service, other than hearing appeals.
    fn has_part(&self, body: OrganisationRef) -> bool {
        self.duties.iter().any(|duty| {
            let mut steps = duty.steps.iter();
            duty.organisation == body && steps.any(|step| step != Step::Appeal)
        })
    }

    /// Whether a way by what is said of any service shows something where it ends so.
    fn is_telling(&self, end: End) -> bool {
        match end {
            End::Handled => true,
            End::Expired(successor) => {
                self.service.is_none() || successor.is_some_and(|one| self.has_part(one))
            }
            End::Loop(_) | End::DeadEnd | End::Cut => false,
        }
    }

    /// Writes down the way so far, if it shows anything: whether it does.
    fn end(&mut self, end: End) -> bool {
        let Some(last) = self.links.last() else {
            return false;
        };
        if last.services.is_none() && !self.is_telling(end) {
            return false;
        }
        let any = |of: &dyn Fn(&SendingOn) -> bool| self.links.iter().any(|link| of(link));
        let is_example = any(&|link| link.status.is_example());
        // What sources alone describe is told without the examples.
        if self.which == Links::WithExamples && !is_example {
            return true;
        }
        if self.found.told.len() >= WAYS {
            self.found.more += 1;
            return true;
        }
        let (status, confidence) = if is_example {
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
        true
    }
}
