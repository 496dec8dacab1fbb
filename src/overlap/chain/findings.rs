//! The ways that somebody should look at, as findings.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{FindingKind, MunicipalityRef, ServiceRef, Step};
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
    found: BTreeMap<Key, (Draft, Chain)>,
    /// That there are more ways about a service than are told of: documented ones, and such as were made up.
    more: BTreeMap<ServiceRef, Evidence>,
    more_examples: BTreeMap<ServiceRef, Evidence>,
}

impl Told<'_> {
    fn key(&self, chain: &Chain, service: Option<ServiceRef>) -> Key {
        let catalogue = self.directory.catalogue();
        let own = service.filter(|_| !chain.general);
        let own = own.map(|one| catalogue[one].id.to_string());
        own.into_iter().chain([chain.told_by(catalogue)]).collect()
    }

    /// Takes down the way of a call, if somebody should look at it.
    fn add(&mut self, chain: Chain, service: Option<ServiceRef>, municipality: MunicipalityRef) {
        if !chain.is_trouble() {
            return;
        }
        let new = || (Draft::new(FindingKind::Chain), chain.clone());
        let (draft, _) = self
            .found
            .entry(self.key(&chain, service))
            .or_insert_with(new);
        draft.services.extend(service);
        draft.organisations.extend(&chain.bodies);
        draft.municipalities.push(municipality);
        draft.sources.extend(&chain.sources);
        draft.is_known(chain.confidence);
        if chain.status.is_example() {
            draft.basis = Basis::Illustrative;
        }
    }

    fn findings(mut self) -> Vec<Finding> {
        let catalogue = self.directory.catalogue();
        let finding = |(told_by, (mut draft, mut chain)): (Key, (Draft, Chain))| {
            let is_example = chain.status.is_example();
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
            let more = if is_example {
                &mut self.more_examples
            } else {
                &mut self.more
            };
            let services = draft.services.iter();
            draft
                .evidence
                .extend(services.filter_map(|one| more.remove(one)));
            draft.finding(self.directory, &told_by)
        };
        self.found.into_iter().map(finding).collect()
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
