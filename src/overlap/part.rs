//! A finding parted by municipality: what of it lies in some of them, and the rest, each as a finding.

use crate::catalogue::{FindingId, FindingKind, MunicipalityRef, OrganisationRef, Steps};
use crate::directory::Directory;

use super::draft::settle;
use super::finding::{Evidence, Finding};

/// Stands between the id of a finding and the municipalities that a part of it lies in.
const IN: &str = "/in/";

/// A finding in two.
#[derive(Clone, Debug)]
pub struct Parted {
    /// What lies in the municipalities: the finding itself if all of it does, or else a part that says in its id where.
    pub inside: Finding,
    /// What lies outside them, by the finding's own id, so that what people have decided about it goes on holding.
    pub outside: Option<Finding>,
}

/// The id of the finding that one with this id is a part of, or that very id.
pub fn whole(id: &str) -> &str {
    id.split_once(IN).map_or(id, |(whole, _)| whole)
}

/// Parts a finding. None where nothing of it lies in the municipalities, or where some of it lies outside them and it is
/// no finding but as a whole: what several do each for themselves, what several state differently.
pub fn parted(
    finding: &Finding,
    municipalities: &[MunicipalityRef],
    directory: &Directory,
) -> Option<Parted> {
    let is_in = |one: &MunicipalityRef| municipalities.contains(one);
    if finding.municipalities.iter().all(is_in) {
        return Some(Parted {
            inside: finding.clone(),
            outside: None,
        });
    }
    let is_told_by_place = matches!(
        finding.kind,
        FindingKind::Parallel | FindingKind::UnclearEntry | FindingKind::Chain | FindingKind::Gap
    );
    if !is_told_by_place || !finding.municipalities.iter().any(is_in) {
        return None;
    }
    let mut inside = within(finding, directory, is_in);
    let places = inside.municipalities.iter();
    let places: Vec<&str> = places
        .map(|&one| directory.catalogue()[one].id.as_str())
        .collect();
    inside.id = FindingId::new(&format!("{}{IN}{}", finding.id, places.join("+")));
    Some(Parted {
        inside,
        outside: Some(within(finding, directory, |one| !is_in(one))),
    })
}

/// What of a finding lies in some municipalities. Its sources are those of the whole, and it is as well known.
fn within(
    finding: &Finding,
    directory: &Directory,
    is_in: impl Fn(&MunicipalityRef) -> bool,
) -> Finding {
    let mut part = finding.clone();
    part.municipalities.retain(&is_in);
    part.organisations.clear();
    part.evidence.clear();
    for evidence in &finding.evidence {
        let mut evidence = evidence.clone();
        let Some(places) = places_of(&mut evidence) else {
            part.evidence.push(evidence);
            continue;
        };
        places.retain(&is_in);
        let places = places.clone();
        if places.is_empty() {
            continue;
        }
        let is_there = |body: OrganisationRef, steps: Option<Steps>| {
            let mut services = finding.services.iter();
            services.any(|&service| {
                places.iter().any(|&place| {
                    directory.duties_for(service, place).any(|duty| {
                        let common = steps.map(|steps| duty.steps.intersection(steps));
                        duty.organisation == body && common.is_none_or(|steps| !steps.is_empty())
                    })
                })
            })
        };
        match &mut evidence {
            Evidence::SameSteps {
                organisations,
                steps,
                ..
            } => {
                organisations.retain(|&one| is_there(one, Some(*steps)));
                part.organisations.extend(&*organisations);
            }
            Evidence::SeveralEntrances { organisations, .. }
            | Evidence::NoEntrance { organisations, .. } => {
                organisations.retain(|&one| is_there(one, None));
                part.organisations.extend(&*organisations);
            }
            Evidence::Chain { chain, .. } => {
                let own = |&place: &MunicipalityRef| directory.catalogue()[place].organisation;
                let switchboards = places.iter().map(own);
                if let (Some(first), Some(own)) =
                    (chain.bodies.first_mut(), switchboards.clone().next())
                {
                    *first = own;
                }
                part.organisations.extend(switchboards);
                part.organisations.extend(chain.bodies.iter().skip(1));
            }
            _ => {}
        }
        part.evidence.push(evidence);
    }
    settle(&mut part, directory);
    part
}

/// The municipalities that a piece of evidence is told of, where it is told of any.
fn places_of(evidence: &mut Evidence) -> Option<&mut Vec<MunicipalityRef>> {
    match evidence {
        Evidence::SameSteps { municipalities, .. }
        | Evidence::Alone { municipalities, .. }
        | Evidence::SeveralEntrances { municipalities, .. }
        | Evidence::NoEntrance { municipalities, .. }
        | Evidence::Nobody { municipalities, .. }
        | Evidence::NobodyLeft { municipalities, .. }
        | Evidence::MoreWays { municipalities, .. }
        | Evidence::Chain { municipalities, .. } => Some(municipalities),
        Evidence::Written(_)
        | Evidence::Counted { .. }
        | Evidence::Values { .. }
        | Evidence::Alike { .. }
        | Evidence::Unverified { .. } => None,
    }
}
