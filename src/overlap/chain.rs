//! Chains: where a caller is sent from the municipality's switchboard, by the referrals that the catalogue knows of, until
//! somebody takes care of the matter. Sent on more than once, round, to nobody, or to a body that has ended is a finding.
//!
//! A referral for named services is followed wherever it leads, also from an organisation that could have taken the call.
//! One for any service is followed only from those who could not, and shows nothing unless it leads to somebody who can:
//! it was not written about this very service.

use std::collections::{BTreeMap, HashMap};

use crate::catalogue::{
    Catalogue, Confidence, FindingKind, MunicipalityRef, OrganisationRef, SendingOn, ServiceRef,
    SourceRef, Status, Step,
};
use crate::directory::{Directory, Duty};
use crate::referral::candidates;

use super::draft::{Draft, by_id};
use super::finding::{Basis, Evidence, Finding};
use super::work::Work;

/// No way is followed further than so many steps; a longer one is cut here, and that is said.
pub const LONGEST: usize = 8;
/// No more ways than this are told of for one service and municipality; the others are counted.
const WAYS: usize = 32;

/// No more steps than this are taken in looking for them: bodies that all send callers to each other would keep the
/// search going for years, and what it finds in the end is told by its first ways. That there are more is said.
const STEPS: usize = 1_000;

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
        match self.status {
            Status::Documented => way,
            Status::Illustrative => format!("{way}/example"),
        }
    }

    fn way_told(&self, catalogue: &Catalogue) -> String {
        let ids = self.onward().map(|one| catalogue[one].id.as_str());
        let way = ids.collect::<Vec<_>>().join("+");
        let end = match self.end {
            End::Handled => return way,
            End::Loop(body) if self.bodies.iter().skip(1).any(|&one| one == body) => return way,
            End::Loop(_) | End::DeadEnd | End::Expired(_) | End::Cut => self.end.word(),
        };
        format!("{way}/{end}")
    }

    /// Whether somebody should look at it.
    pub fn is_trouble(&self) -> bool {
        self.hops() > 1 || self.end != End::Handled
    }
}

/// The ways that a caller from a municipality may be sent about a service; none where no referral is known.
pub fn chains(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
) -> Vec<Chain> {
    let ways = Routes::of(directory).chains(&Work::of(directory, service), municipality);
    ways.told
}

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

/// The referrals of the day, sorted by who sends the caller on.
#[derive(Debug)]
pub struct Routes<'d> {
    directory: &'d Directory,
    for_service: HashMap<(OrganisationRef, ServiceRef), Vec<&'d SendingOn>>,
    for_any: HashMap<OrganisationRef, Vec<&'d SendingOn>>,
}

impl<'d> Routes<'d> {
    /// The referrals of the directory's day.
    pub fn of(directory: &'d Directory) -> Self {
        let mut routes = Self {
            directory,
            for_service: HashMap::new(),
            for_any: HashMap::new(),
        };
        for link in directory.catalogue().referrals() {
            if !link.period.contains(directory.day()) || !directory.exists(link.organisation) {
                continue;
            }
            match &link.services {
                None => routes
                    .for_any
                    .entry(link.organisation)
                    .or_default()
                    .push(link),
                Some(services) => {
                    for &service in services {
                        let from = (link.organisation, service);
                        routes.for_service.entry(from).or_default().push(link);
                    }
                }
            }
        }
        let catalogue = directory.catalogue();
        let lists = routes.for_service.values_mut();
        for links in lists.chain(routes.for_any.values_mut()) {
            links.sort_by_key(|link| catalogue[link.to].id.as_str());
        }
        routes
    }

    /// The ways that a caller from a municipality may be sent about a service; none where no referral is known.
    pub fn chains(&self, work: &Work<'_>, municipality: MunicipalityRef) -> Ways {
        let catalogue = self.directory.catalogue();
        let switchboard = catalogue[municipality].organisation;
        let has_links = self.for_service.contains_key(&(switchboard, work.service))
            || self.for_any.contains_key(&switchboard);
        if !has_links {
            return Ways::default();
        }
        let duties = work.duties_for(municipality);
        let doors = candidates(duties).unwrap_or_default();
        let mut search = Search {
            routes: self,
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
        let directory = self.routes.directory;
        let holds = |link: &&SendingOn| {
            let period = directory.catalogue()[link.to].period;
            let is_yet = directory.exists(link.to) || period.ended_before(directory.day());
            is_yet && link.municipalities.contains(&self.municipality)
        };
        let of = |links: Option<&Vec<&'d SendingOn>>| -> Vec<&'d SendingOn> {
            let links = links.into_iter().flatten().copied();
            links.filter(holds).collect()
        };
        let own = of(self.routes.for_service.get(&(body, self.service)));
        if !own.is_empty() || self.doors.contains(&body) {
            return own;
        }
        of(self.routes.for_any.get(&body))
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
        let illustrative = any(&|link| link.status == Status::Illustrative);
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

/// Finds the chains that callers are sent along: one finding for each way on from the switchboards and how it ends,
/// whichever of them it is; one for all services where the referrals are for any.
pub fn find(directory: &Directory) -> Vec<Finding> {
    let catalogue = directory.catalogue();
    let routes = Routes::of(directory);
    if routes.for_any.is_empty() && routes.for_service.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<Vec<String>, (Draft, Chain)> = BTreeMap::new();
    let mut uncounted: BTreeMap<ServiceRef, Evidence> = BTreeMap::new();
    for &service in directory.services() {
        let work = Work::of(directory, service);
        for municipality in catalogue.municipality_refs() {
            let ways = routes.chains(&work, municipality);
            if ways.more > 0 || ways.uncounted {
                more_ways(&mut uncounted, service, municipality, &ways);
            }
            for chain in ways.told.into_iter().filter(Chain::is_trouble) {
                let own = (!chain.general).then(|| catalogue[service].id.to_string());
                let way = chain.told_by(catalogue);
                let told_by: Vec<String> = own.into_iter().chain([way]).collect();
                let (draft, _) = found
                    .entry(told_by)
                    .or_insert_with(|| (Draft::new(FindingKind::Chain), chain.clone()));
                draft.services.push(service);
                draft.organisations.extend(&chain.bodies);
                draft.municipalities.push(municipality);
                draft.sources.extend(&chain.sources);
                draft.is_known(chain.confidence);
                if chain.status == Status::Illustrative {
                    draft.basis = Basis::Illustrative;
                }
            }
        }
    }
    let finding = |(told_by, (mut draft, mut chain)): (Vec<String>, (Draft, Chain))| {
        chain.confidence = draft.confidence;
        draft.steps = [Step::Contact].into_iter().collect();
        let mut municipalities = draft.municipalities.clone();
        municipalities.sort_unstable();
        municipalities.dedup();
        by_id(&mut draft.services, |one| catalogue[one].id.as_str());
        draft.evidence.push(Evidence::Chain {
            chain,
            services: draft.services.clone(),
            municipalities,
        });
        // That there are more ways than are told of is said with the first of them.
        let services = draft.services.iter();
        draft
            .evidence
            .extend(services.filter_map(|one| uncounted.remove(one)));
        draft.finding(directory, &told_by)
    };
    found.into_iter().map(finding).collect()
}

/// Takes down that there are more ways about a service than are told of.
fn more_ways(
    uncounted: &mut BTreeMap<ServiceRef, Evidence>,
    service: ServiceRef,
    municipality: MunicipalityRef,
    found: &Ways,
) {
    let entry = uncounted.entry(service).or_insert(Evidence::MoreWays {
        service,
        ways: 0,
        at_least: false,
        municipalities: Vec::new(),
    });
    if let Evidence::MoreWays {
        ways,
        at_least,
        municipalities,
        ..
    } = entry
    {
        *ways = found.more.max(*ways);
        *at_least |= found.uncounted;
        municipalities.push(municipality);
    }
}

/// Whether a finding is a chain for any service.
pub fn is_general(finding: &Finding) -> bool {
    finding
        .evidence
        .iter()
        .any(|evidence| matches!(evidence, Evidence::Chain { chain, .. } if chain.general))
}
