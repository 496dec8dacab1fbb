//! A gap: nobody has any part in a service for a municipality, though somebody has for others, or had before.

use chrono::NaiveDate;

use crate::catalogue::{Confidence, FindingKind, MunicipalityRef, OrganisationRef};

use super::draft::{Draft, by_id};
use super::finding::{Evidence, Finding};
use super::work::Work;

/// Finds the gap in one service: one finding for all the municipalities that lack somebody.
pub fn find(work: &Work<'_>) -> Vec<Finding> {
    let (without, with): (Vec<_>, Vec<_>) =
        work.places().partition(|(_, duties)| duties.is_empty());
    if without.is_empty() {
        return Vec::new();
    }
    if with.is_empty() {
        return left(work).into_iter().collect();
    }
    let municipalities: Vec<_> = without.into_iter().map(|(place, _)| place).collect();
    let evidence = Evidence::Nobody {
        municipalities: municipalities.clone(),
        elsewhere: with.into_iter().map(|(place, _)| place).collect(),
    };
    vec![gap(work, municipalities, evidence)]
}

/// The gap that is left where everybody's part has ended. What nobody has begun yet, or what nothing is known of, is none.
fn left(work: &Work<'_>) -> Option<Finding> {
    let catalogue = work.directory.catalogue();
    let mut municipalities = Vec::new();
    let mut before = Vec::new();
    for place in catalogue.municipality_refs() {
        let last = last_had(work, place);
        if !last.is_empty() {
            municipalities.push(place);
            before.extend(last);
        }
    }
    if municipalities.is_empty() {
        return None;
    }
    by_id(&mut before, |one| catalogue[one].id.as_str());
    let evidence = Evidence::NobodyLeft {
        municipalities: municipalities.clone(),
        before,
    };
    Some(gap(work, municipalities, evidence))
}

/// Who was the last to have a part in it for a municipality, among those who have none any more.
fn last_had(work: &Work<'_>, place: MunicipalityRef) -> Vec<OrganisationRef> {
    let catalogue = work.directory.catalogue();
    let day = work.directory.day();
    let here = work.entry().responsibilities.iter();
    let ended = here
        .filter(|one| one.municipalities.contains(&place))
        .filter_map(|one| {
            let life = catalogue[one.organisation].period;
            let until = one.period.intersection(&life).until?;
            (until < day).then_some((until, one.organisation))
        });
    let ended: Vec<(NaiveDate, OrganisationRef)> = ended.collect();
    let last = ended.iter().map(|(until, _)| *until).max();
    let last = ended
        .iter()
        .filter(|(until, _)| Some(*until) == last)
        .map(|(_, organisation)| *organisation);
    last.collect()
}

fn gap(work: &Work<'_>, municipalities: Vec<MunicipalityRef>, evidence: Evidence) -> Finding {
    let mut draft = Draft::new(FindingKind::Gap);
    draft.services.push(work.service);
    draft.municipalities = municipalities;
    draft.sources.extend(&work.entry().sources);
    // That nothing is said is no proof that nobody does it.
    draft.is_known(Confidence::Inferred);
    draft.evidence.push(evidence);
    draft.finding(work.directory, &[work.entry().id.to_string()])
}
