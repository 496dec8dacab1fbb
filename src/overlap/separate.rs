//! Each for itself: municipalities run the same step of a service that could be shared, and no joint body of theirs does
//! it. A candidate for co-operation.

use std::collections::BTreeMap;

use crate::catalogue::{FindingKind, MunicipalityRef, Step};
use crate::directory::Duty;

use super::draft::Draft;
use super::finding::{Evidence, Finding};
use super::work::Work;

/// Finds whether a service could be shared: one finding at most, whatever steps it is about.
pub fn find(work: &Work<'_>) -> Vec<Finding> {
    if !work.entry().shareable {
        return Vec::new();
    }
    let mut draft = Draft::new(FindingKind::Separate);
    // Steps that the same municipalities have are said together.
    let mut alone: BTreeMap<Vec<MunicipalityRef>, Vec<Step>> = BTreeMap::new();
    for step in Step::ALL.into_iter().filter(|&step| step != Step::Appeal) {
        let served = served_together(work, step);
        let is_alone = |duty: &Duty<'_>, place: MunicipalityRef| {
            duty.steps.contains(step)
                && work.directory.catalogue()[place].organisation == duty.organisation
                && !served.get(place.position()).copied().unwrap_or_default()
        };
        let mut municipalities = Vec::new();
        let mut duties = Vec::new();
        for duty in work.duties() {
            let places = duty.municipalities.iter().copied();
            let places: Vec<_> = places.filter(|&place| is_alone(duty, place)).collect();
            if !places.is_empty() {
                municipalities.extend(places);
                duties.push(duty);
            }
        }
        municipalities.sort_unstable();
        municipalities.dedup();
        if municipalities.len() < 2 {
            continue;
        }
        for duty in duties {
            draft.rests_on(duty);
            draft.organisations.push(duty.organisation);
        }
        draft.municipalities.extend(&municipalities);
        alone.entry(municipalities).or_default().push(step);
    }
    if alone.is_empty() {
        return Vec::new();
    }
    draft.steps = alone.values().flatten().copied().collect();
    draft.services.push(work.service);
    let mut evidence: Vec<_> = alone.into_iter().collect();
    evidence.sort_by_key(|(_, steps)| steps.first().copied());
    let alone = evidence
        .into_iter()
        .map(|(municipalities, steps)| Evidence::Alone {
            steps: steps.into_iter().collect(),
            municipalities,
        });
    draft.evidence = alone.collect();
    vec![draft.finding(work.directory, &[work.entry().id.to_string()])]
}

/// For every municipality, whether a joint body that serves it has the step somewhere: then the way to share is there.
fn served_together(work: &Work<'_>, step: Step) -> Vec<bool> {
    let catalogue = work.directory.catalogue();
    let mut served = vec![false; catalogue.municipalities().len()];
    let joint = work
        .duties()
        .iter()
        .filter(|duty| duty.steps.contains(step) && catalogue[duty.organisation].kind.is_joint());
    for place in joint.flat_map(|duty| &catalogue[duty.organisation].serves) {
        if let Some(served) = served.get_mut(place.position()) {
            *served = true;
        }
    }
    served
}
