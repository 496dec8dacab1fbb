//! The ways that somebody should look at, as findings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Confidence, FindingKind, MunicipalityRef, ServiceRef, SourceRef, Step};
use crate::directory::Directory;
use crate::overlap::draft::{Draft, by_id};
use crate::overlap::finding::{Basis, Evidence, Finding};
use crate::overlap::work::Work;

use super::Chain;
use super::routes::{Links, Routes};
use super::search::{Ways, documented, examples, to_the_ended};

/// Finds the chains that callers are sent along: one finding for each way on from the switchboards and how it ends,
/// whichever of them it is; one for all services where the referrals are for any. What was made up is found apart.
pub fn find(directory: &Directory) -> Vec<Finding> {
    let routes = Routes::of(directory);
    if routes.is_empty() {
        return Vec::new();
    }
    let mut told = Told {
        directory,
        found: BTreeMap::new(),
        more: BTreeMap::new(),
        more_examples: BTreeMap::new(),
    };
    let places = || directory.catalogue().municipality_refs();
    for &service in directory.services() {
        let work = Work::of(directory, service);
        for municipality in places() {
            let known = documented(&routes, &work, municipality);
            more_ways(&mut told.more, service, municipality, &known);
            let made_up = examples(&routes, &work, municipality);
            more_ways(&mut told.more_examples, service, municipality, &made_up);
            for chain in known.told.into_iter().chain(made_up.told) {
                told.add(chain, Some(service), municipality);
            }
        }
    }
    let about_services: BTreeSet<Key> = told.found.keys().cloned().collect();
    for (municipality, which) in places().flat_map(|one| Links::ALL.map(|which| (one, which))) {
        for chain in to_the_ended(&routes, municipality, which).told {
            if !about_services.contains(&told.key(&chain, None)) {
                told.add(chain, None, municipality);
            }
        }
    }
    told.findings()
}

/// What tells a way from others, as in the id of its finding.
type Key = Vec<String>;

/// What is told of the ways of a day, while they are gone through.
struct Told<'d> {
    directory: &'d Directory,
    found: BTreeMap<Key, Way>,
    /// That there are more ways about a service than are told of: documented ones, and such as were made up.
    more: BTreeMap<ServiceRef, Evidence>,
    more_examples: BTreeMap<ServiceRef, Evidence>,
}

/// A way on from the switchboards.
struct Way {
    draft: Draft,
    /// The first that was found of it.
    chain: Chain,
    calls: Vec<Calls>,
}

/// The calls about a service, or about any, that go a way.
struct Calls {
    service: Option<ServiceRef>,
    /// How well that is known.
    confidence: Confidence,
    municipalities: Vec<MunicipalityRef>,
    sources: Vec<SourceRef>,
}

impl Told<'_> {
    fn key(&self, chain: &Chain, service: Option<ServiceRef>) -> Key {
        let catalogue = self.directory.catalogue();
        let own = service.filter(|_| !chain.general);
        let own = own.map(|one| catalogue[one].id.to_string());
        own.into_iter().chain([chain.told_by(catalogue)]).collect()
    }

    /// Takes down the way of a call, if somebody should look at it. The calls about one service come after another.
    fn add(&mut self, chain: Chain, service: Option<ServiceRef>, municipality: MunicipalityRef) {
        if !chain.is_trouble() {
            return;
        }
        let new = || Way {
            draft: Draft::new(FindingKind::Chain),
            chain: chain.clone(),
            calls: Vec::new(),
        };
        let way = self
            .found
            .entry(self.key(&chain, service))
            .or_insert_with(new);
        way.draft.services.extend(service);
        way.draft.organisations.extend(&chain.bodies);
        way.draft.municipalities.push(municipality);
        way.draft.sources.extend(&chain.sources);
        way.draft.is_known(chain.confidence);
        let last = way.calls.iter_mut().rev();
        let mut last = last.take_while(|calls| calls.service == service);
        match last.find(|calls| calls.confidence == chain.confidence) {
            Some(calls) => {
                calls.municipalities.push(municipality);
                calls.sources.extend(chain.sources);
            }
            None => way.calls.push(Calls {
                service,
                confidence: chain.confidence,
                municipalities: vec![municipality],
                sources: chain.sources,
            }),
        }
    }

    fn findings(mut self) -> Vec<Finding> {
        let found = std::mem::take(&mut self.found);
        let finding = |(told_by, way): (Key, Way)| {
            let evidence = way.evidence(self.directory);
            let (mut draft, chain) = (way.draft, way.chain);
            draft.steps = [Step::Contact].into_iter().collect();
            draft.evidence = evidence;
            let is_example = chain.status.is_example();
            if is_example {
                draft.basis = Basis::Illustrative;
            }
            // That there are more ways than are told of is said with the first of them.
            let more = if is_example {
                &mut self.more_examples
            } else {
                &mut self.more
            };
            let catalogue = self.directory.catalogue();
            by_id(&mut draft.services, |one| catalogue[one].id.as_str());
            let services = draft.services.iter();
            draft
                .evidence
                .extend(services.filter_map(|one| more.remove(one)));
            draft.finding(self.directory, &told_by)
        };
        found.into_iter().map(finding).collect()
    }
}

impl Way {
    /// What shows it: the services together that are sent this way from the same municipalities, as is equally well known;
    /// first what holds in most of them.
    fn evidence(&self, directory: &Directory) -> Vec<Evidence> {
        type Known<'w> = (Confidence, &'w [MunicipalityRef]);
        let catalogue = directory.catalogue();
        let mut groups: BTreeMap<Known<'_>, Vec<&Calls>> = BTreeMap::new();
        for calls in &self.calls {
            let known = (calls.confidence, calls.municipalities.as_slice());
            groups.entry(known).or_default().push(calls);
        }
        let evidence = |((confidence, municipalities), calls): (Known<'_>, Vec<&Calls>)| {
            let mut services: Vec<ServiceRef> =
                calls.iter().filter_map(|one| one.service).collect();
            by_id(&mut services, |one| catalogue[one].id.as_str());
            let sources = calls.iter().flat_map(|one| &one.sources);
            let mut sources: Vec<SourceRef> = sources.copied().collect();
            by_id(&mut sources, |one| catalogue[one].id.as_str());
            let mut municipalities = municipalities.to_vec();
            municipalities.dedup();
            let mut chain = self.chain.clone();
            if let (Some(switchboard), Some(&first)) =
                (chain.bodies.first_mut(), municipalities.first())
            {
                *switchboard = catalogue[first].organisation;
            }
            (chain.confidence, chain.sources) = (confidence, sources);
            (chain, services, municipalities)
        };
        let mut groups: Vec<_> = groups.into_iter().map(evidence).collect();
        groups.sort_by_cached_key(|(chain, services, municipalities)| {
            let ids = services.iter().map(|&one| catalogue[one].id.as_str());
            let ids: Vec<&str> = ids.collect();
            let many = (municipalities.len(), services.len());
            (Reverse(many), ids, chain.confidence)
        });
        let evidence = |(chain, services, municipalities)| Evidence::Chain {
            chain,
            services,
            municipalities,
        };
        groups.into_iter().map(evidence).collect()
    }
}

/// Takes down that there are more ways about a service than are told of.
fn more_ways(
    uncounted: &mut BTreeMap<ServiceRef, Evidence>,
    service: ServiceRef,
    municipality: MunicipalityRef,
    found: &Ways,
) {
    if found.more == 0 && !found.uncounted {
        return;
    }
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
