//! The ways that somebody should look at, as findings.

use std::collections::BTreeMap;

use crate::catalogue::{FindingKind, MunicipalityRef, ServiceRef, Step};
use crate::directory::Directory;
use crate::overlap::draft::{Draft, by_id};
use crate::overlap::finding::{Basis, Evidence, Finding};
use crate::overlap::work::Work;

use super::Chain;
use super::routes::Routes;
use super::search::{Ways, ways};

/// Finds the chains that callers are sent along: one finding for each way on from the switchboards and how it ends,
/// whichever of them it is; one for all services where the referrals are for any.
pub fn find(directory: &Directory) -> Vec<Finding> {
    let catalogue = directory.catalogue();
    let routes = Routes::of(directory);
    if routes.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<Vec<String>, (Draft, Chain)> = BTreeMap::new();
    let mut uncounted: BTreeMap<ServiceRef, Evidence> = BTreeMap::new();
    for &service in directory.services() {
        let work = Work::of(directory, service);
        for municipality in catalogue.municipality_refs() {
            let ways = ways(&routes, &work, municipality);
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
                if chain.status.is_example() {
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
