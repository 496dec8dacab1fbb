//! Why a finding of one directory is not in another: what the catalogue itself shows of it, and nothing more.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{
    FindingKind, MunicipalityRef, OrganisationId, OrganisationKind, Period, ServiceId, ServiceRef,
    Step,
};
use crate::directory::{Directory, Duty};
use crate::overlap::{Basis, Call, Calls, Finding, Way};

use super::bodies::successor;
use super::hands::Who;

/// A reason that the catalogue shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Organisations behind it are not there.
    Absent {
        /// Which.
        organisations: Vec<OrganisationId>,
        /// In which way.
        absence: Absence,
    },
    /// None of its services is there.
    NoService(Vec<ServiceId>),
    /// Everywhere only one has what was done twice: these.
    Alone(Vec<Who>),
    /// The calls that went the long way, and how they go: one call about each service from each municipality.
    Straight {
        /// How many calls there are.
        calls: usize,
        /// How many are known to get there, sent on at most once.
        straight: usize,
        /// How many more do so, as follows from a referral for any service.
        inferred: usize,
        /// Of how many nobody has written down where they go.
        unknown: usize,
        /// How many have one entrance, whatever the case.
        one_entrance: usize,
    },
    /// How many of so many calls have one entrance, whatever the case.
    Entrance {
        /// How many have.
        one: usize,
        /// Of how many.
        calls: usize,
    },
    /// These have what nobody had.
    Somebody(Vec<Who>),
    /// Joint bodies have what each municipality had for itself.
    Together(Vec<OrganisationId>),
    /// The facts that differed no longer do.
    Agreed,
    /// What people wrote holds for another time.
    OtherTime(Period),
    /// Nobody has written it in the other catalogue.
    Unwritten,
}

/// In which way an organisation is not there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// It has ended, and this one took over.
    Succeeded(OrganisationId),
    /// It has ended, and nobody took over.
    Ended,
    /// It does not exist yet.
    NotYet,
    /// The other catalogue does not know it.
    Unknown,
}

/// Two directories, and how calls go in the second.
pub(super) struct Reasons<'d> {
    before: &'d Directory,
    after: &'d Directory,
    calls: Calls<'d>,
}

impl<'d> Reasons<'d> {
    /// Between these two.
    pub fn between(before: &'d Directory, after: &'d Directory) -> Self {
        Self {
            before,
            after,
            calls: Calls::of(after),
        }
    }

    /// Why a finding of the first directory is not in the second.
    pub fn why(&self, finding: &Finding) -> Vec<Why> {
        let (catalogue, after) = (self.before.catalogue(), self.after);
        let mut reasons = absent(self.before, after, finding);
        let services: Vec<&ServiceId> = finding
            .services
            .iter()
            .map(|&one| &catalogue[one].id)
            .collect();
        let cells = self.cells(finding);
        if cells.calls.is_empty() && !services.is_empty() {
            reasons.push(Why::NoService(services.into_iter().cloned().collect()));
        } else {
            reasons.extend(cells.shows(finding));
        }
        reasons.extend(written(after, finding));
        reasons
    }

    /// What a finding of the first directory is told of, in the second: the services that are there, each with the
    /// municipalities that it is told of in.
    fn cells(&self, finding: &Finding) -> Cells<'_> {
        let (catalogue, after) = (self.before.catalogue(), self.after);
        let about = |&service: &ServiceRef| {
            let id = catalogue[service].id.as_str();
            let there = after.catalogue().find_service(id)?;
            let places = finding.municipalities.iter().copied();
            let places = places.filter(|&one| finding.touches_about(service, Some(one)));
            let places = places.filter_map(|one| {
                let id = catalogue[one].id.as_str();
                after.catalogue().find_municipality(id)
            });
            let is_there = after.services().contains(&there);
            is_there.then(|| (there, places.collect()))
        };
        Cells {
            directory: after,
            ways: &self.calls,
            calls: finding.services.iter().filter_map(about).collect(),
        }
    }
}

/// The organisations behind a finding that are not there, together where they are absent in the same way.
fn absent(before: &Directory, after: &Directory, finding: &Finding) -> Vec<Why> {
    let mut absent: BTreeMap<Absence, Vec<OrganisationId>> = BTreeMap::new();
    for &one in &finding.organisations {
        let id = &before.catalogue()[one].id;
        let there = after.catalogue().find_organisation(id.as_str());
        if !before.exists(one) || there.is_some_and(|one| after.exists(one)) {
            continue;
        }
        let absence = match (there, successor(after, id)) {
            (_, Some(successor)) => Absence::Succeeded(successor),
            (None, _) => Absence::Unknown,
            (Some(one), _) if after.catalogue()[one].period.ended_before(after.day()) => {
                Absence::Ended
            }
            _ => Absence::NotYet,
        };
        absent.entry(absence).or_default().push(id.clone());
    }
    let reason = |(absence, organisations)| Why::Absent {
        organisations,
        absence,
    };
    absent.into_iter().map(reason).collect()
}

/// What the files say of a finding that people wrote.
fn written(after: &Directory, finding: &Finding) -> Option<Why> {
    if finding.basis == Basis::Computed {
        return None;
    }
    let known = after.catalogue().find_finding(finding.id.as_str());
    let Some(known) = known else {
        return Some(Why::Unwritten);
    };
    let period = after.catalogue()[known].period;
    (!period.contains(after.day())).then_some(Why::OtherTime(period))
}

/// The services of a finding in the second directory, each with its municipalities.
struct Cells<'d> {
    directory: &'d Directory,
    ways: &'d Calls<'d>,
    calls: Vec<(ServiceRef, Vec<MunicipalityRef>)>,
}

impl Cells<'_> {
    /// Every service with every municipality that it is told of in.
    fn all(&self) -> impl Iterator<Item = (ServiceRef, MunicipalityRef)> {
        self.calls.iter().flat_map(|(service, places)| {
            let places = places.iter();
            places.map(move |&municipality| (*service, municipality))
        })
    }

    /// What the second directory shows of why a finding is not in it.
    fn shows(&self, finding: &Finding) -> Option<Why> {
        match finding.kind {
            FindingKind::Parallel => self.alone(finding).map(Why::Alone),
            FindingKind::Gap => {
                let all = self.all().flat_map(|(service, place)| {
                    let duties = self.directory.duties_for(service, place);
                    duties.map(move |duty| self.who(&duty, place))
                });
                let who: BTreeSet<Who> = all.collect();
                (!who.is_empty()).then(|| Why::Somebody(who.into_iter().collect()))
            }
            FindingKind::Separate => self.together(finding),
            FindingKind::UnclearEntry => {
                let all = self.taken();
                let one = all.iter().filter(|call| call.one_entrance).count();
                let calls = all.len();
                (one > 0).then_some(Why::Entrance { one, calls })
            }
            FindingKind::Chain => {
                let all = self.taken();
                let count = |is: fn(&&Call) -> bool| all.iter().filter(is).count();
                let is_straight = |call: &&Call| call.way.is_some_and(Way::is_straight);
                let straight = count(|call| call.known().is_some_and(Way::is_straight));
                (!all.is_empty()).then(|| Why::Straight {
                    calls: all.len(),
                    straight,
                    inferred: all.iter().filter(is_straight).count() - straight,
                    unknown: count(|call| call.way.is_none()),
                    one_entrance: count(|call| call.one_entrance),
                })
            }
            FindingKind::Conflict => (!finding.computed.is_empty()
                || finding.basis == Basis::Computed)
                .then_some(Why::Agreed),
            FindingKind::Lookalike | FindingKind::Stale => None,
        }
    }

    fn who(&self, duty: &Duty<'_>, municipality: MunicipalityRef) -> Who {
        let catalogue = self.directory.catalogue();
        if catalogue[municipality].organisation == duty.organisation {
            return Who::Own;
        }
        Who::Other(catalogue[duty.organisation].id.clone())
    }

    /// Who has the steps of a finding, where each of them has exactly one everywhere.
    fn alone(&self, finding: &Finding) -> Option<Vec<Who>> {
        let mut all = BTreeSet::new();
        for (service, municipality) in self.all() {
            for step in finding.steps.iter() {
                let duties = self.directory.duties_for(service, municipality);
                let having = duties.filter(|duty| duty.steps.contains(step));
                let who: BTreeSet<Who> = having.map(|duty| self.who(&duty, municipality)).collect();
                if who.len() != 1 {
                    return None;
                }
                all.extend(who);
            }
        }
        (!all.is_empty()).then(|| all.into_iter().collect())
    }

    /// The joint bodies that have a step of a finding.
    fn together(&self, finding: &Finding) -> Option<Why> {
        let catalogue = self.directory.catalogue();
        let is_of_it = |step: Step| finding.steps.is_empty() || finding.steps.contains(step);
        let mut joint = BTreeSet::new();
        for (service, municipality) in self.all() {
            for duty in self.directory.duties_for(service, municipality) {
                let kind: OrganisationKind = catalogue[duty.organisation].kind;
                if kind.is_joint() && duty.steps.iter().any(is_of_it) {
                    joint.insert(catalogue[duty.organisation].id.clone());
                }
            }
        }
        (!joint.is_empty()).then(|| Why::Together(joint.into_iter().collect()))
    }

    /// The calls that somebody takes.
    fn taken(&self) -> Vec<Call> {
        let about = |(service, places): &(ServiceRef, Vec<MunicipalityRef>)| {
            let places = places.iter().copied();
            let taken = self.ways.about(*service, places).flatten();
            taken.collect::<Vec<Call>>()
        };
        self.calls.iter().flat_map(about).collect()
    }
}
