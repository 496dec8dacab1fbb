//! An unclear entrance: nobody takes the first call about a service in a municipality, or several may, and no condition
//! tells them apart. Who takes it is decided where a call is answered, not here.

use std::collections::BTreeMap;

use crate::catalogue::{FindingKind, MunicipalityRef, OrganisationRef, Step};
use crate::directory::{Directory, Duty};
use crate::referral::{Gap, candidates, doors, tells_apart};

use super::draft::{Draft, by_id, named};
use super::finding::{Evidence, Finding};
use super::parallel::telling;
use super::work::Work;

/// Finds the unclear entrances to one service: one finding for the bodies between which it is unclear.
pub fn find(work: &Work<'_>) -> Vec<Finding> {
    let catalogue = work.directory.catalogue();
    let mut found: BTreeMap<(bool, String), (Draft, Vec<MunicipalityRef>)> = BTreeMap::new();
    for (municipality, duties) in work.places() {
        let (several, between) = match candidates(duties) {
            Ok(candidates) => (true, undecided(work.directory, &candidates)),
            Err(Gap::OnlyAppeal | Gap::OnlyOnCall) => (false, duties.iter().collect()),
            Err(Gap::Nobody | Gap::NoService) => continue,
        };
        if between.is_empty() {
            continue;
        }
        let organisations: Vec<OrganisationRef> =
            between.iter().map(|duty| duty.organisation).collect();
        let told_by = if several {
            named(catalogue, &telling(work.directory, &organisations))
        } else {
            String::new()
        };
        let (draft, municipalities) = found
            .entry((several, told_by))
            .or_insert_with(|| (Draft::new(FindingKind::UnclearEntry), Vec::new()));
        for duty in between {
            draft.rests_on(duty);
        }
        draft.organisations.extend(organisations);
        municipalities.push(municipality);
    }
    let finding =
        |((several, told_by), (mut draft, municipalities)): ((bool, String), (Draft, Vec<_>))| {
            let mut organisations = draft.organisations.clone();
            by_id(&mut organisations, |one| catalogue[one].id.as_str());
            draft.municipalities.clone_from(&municipalities);
            draft.evidence.push(if several {
                Evidence::SeveralEntrances {
                    organisations,
                    municipalities,
                }
            } else {
                Evidence::NoEntrance {
                    organisations,
                    municipalities,
                }
            });
            draft.services.push(work.service);
            draft.steps = [Step::Contact].into_iter().collect();
            let service = work.entry().id.to_string();
            let parts = [Some(service), several.then_some(told_by)];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            draft.finding(work.directory, &parts)
        };
    found.into_iter().map(finding).collect()
}

/// Those among whom it is not decided who comes first; empty where conditions decide, or there is only one.
pub fn undecided<'a, 'd>(directory: &Directory, candidates: &[&'a Duty<'d>]) -> Vec<&'a Duty<'d>> {
    let condition = |duty: &Duty<'d>| duty.responsibility.condition.as_deref();
    let doors = doors(directory, candidates);
    let conditions: Vec<Option<&str>> = doors
        .iter()
        .map(|door| door.first().and_then(|duty| condition(duty)))
        .collect();
    if tells_apart(&conditions) {
        return Vec::new();
    }
    let shared = |duty: &&&'a Duty<'d>| {
        let own = condition(duty);
        conditions.iter().filter(|&&other| other == own).count() > 1
    };
    candidates.iter().filter(shared).copied().collect()
}
