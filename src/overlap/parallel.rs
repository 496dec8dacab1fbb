//! Double work: two organisations have the same step of one service for one municipality, and no condition tells them
//! apart.
//!
//! Two first contacts are an unclear entrance, which has a rule of its own, and so have two numbers to ring when it is
//! closed: those are a conflict. Two bodies behind one number are double work.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{
    FindingKind, MunicipalityRef, OrganisationKind, OrganisationRef, Step, Steps, is_same_number,
};
use crate::directory::{Directory, Duty};

use super::draft::{Draft, by_id, named};
use super::finding::{Evidence, Finding, Pairing};
use super::work::Work;

/// The same steps of several organisations, in the same case.
#[derive(Debug)]
pub struct Clash<'d> {
    /// What all of them have.
    pub steps: Steps,
    /// The case they have it in.
    pub condition: Option<&'d str>,
    /// Who.
    pub organisations: Vec<OrganisationRef>,
}

/// Which sort of bodies have the same steps in the same case; who, and where.
type Cells<'d> =
    BTreeMap<(Steps, Option<&'d str>, Pairing), (Vec<OrganisationRef>, Vec<MunicipalityRef>)>;

/// Finds double work on one service: one finding for the bodies that do it, wherever they do.
pub fn find(work: &Work<'_>) -> Vec<Finding> {
    let catalogue = work.directory.catalogue();
    let mut found: BTreeMap<String, (Draft, Cells<'_>)> = BTreeMap::new();
    for (municipality, duties) in work.places() {
        for mut clash in clashes(duties) {
            if numbers_differ(work.directory, duties, &clash) {
                clash.steps = clash.steps.without(Step::OnCall);
            }
            if clash.steps.is_empty() {
                continue;
            }
            let told_by = named(catalogue, &telling(work.directory, &clash.organisations));
            let (draft, cells) = found
                .entry(told_by)
                .or_insert_with(|| (Draft::new(FindingKind::Parallel), Cells::new()));
            for duty in duties.iter().filter(|duty| clash.has(duty)) {
                draft.rests_on(duty);
            }
            draft.organisations.extend(&clash.organisations);
            draft.municipalities.push(municipality);
            draft.steps = draft.steps.union(clash.steps);
            let pairing = pairing(work.directory, &clash.organisations);
            let case = (clash.steps, clash.condition, pairing);
            let (organisations, municipalities) = cells.entry(case).or_default();
            organisations.extend(clash.organisations);
            municipalities.push(municipality);
        }
    }
    let finding = |(told_by, (mut draft, cells)): (String, (Draft, Cells<'_>))| {
        for ((steps, condition, pairing), (mut organisations, municipalities)) in cells {
            by_id(&mut organisations, |one| catalogue[one].id.as_str());
            draft.evidence.push(Evidence::SameSteps {
                pairing,
                steps,
                condition: condition.map(str::to_owned),
                organisations,
                municipalities,
            });
        }
        draft.services.push(work.service);
        draft.finding(work.directory, &[work.entry().id.to_string(), told_by])
    };
    found.into_iter().map(finding).collect()
}

impl Clash<'_> {
    /// Whether a duty is part of it.
    fn has(&self, duty: &Duty<'_>) -> bool {
        self.organisations.contains(&duty.organisation)
            && duty.responsibility.condition.as_deref() == self.condition
            && !doable(duty).intersection(self.steps).is_empty()
    }
}

/// The steps of a duty that can be double work. Two first contacts are an unclear entrance, and two bodies that hear
/// appeals are two instances.
fn doable(duty: &Duty<'_>) -> Steps {
    duty.steps.without(Step::Contact).without(Step::Appeal)
}

/// What is done twice in one place, given everybody's part there.
pub fn clashes<'d>(duties: &[Duty<'d>]) -> Vec<Clash<'d>> {
    let condition = |duty: &Duty<'d>| duty.responsibility.condition.as_deref();
    let clash = |a: &Duty<'d>, b: &Duty<'d>| {
        a.organisation != b.organisation
            && condition(a) == condition(b)
            && !doable(a).intersection(doable(b)).is_empty()
    };
    let mut pairs = duties.iter().enumerate();
    // Nearly always nothing is, and then there is nothing to sort.
    if !pairs.any(|(position, a)| duties.iter().skip(position + 1).any(|b| clash(a, b))) {
        return Vec::new();
    }
    let mut holders: BTreeMap<(Option<&'d str>, Step), BTreeSet<OrganisationRef>> = BTreeMap::new();
    for duty in duties {
        for step in doable(duty).iter() {
            let place = (condition(duty), step);
            holders.entry(place).or_default().insert(duty.organisation);
        }
    }
    let mut clashes: BTreeMap<(Option<&'d str>, BTreeSet<OrganisationRef>), Vec<Step>> =
        BTreeMap::new();
    for ((condition, step), organisations) in holders {
        if organisations.len() > 1 {
            let case = (condition, organisations);
            clashes.entry(case).or_default().push(step);
        }
    }
    let clash = |((condition, organisations), steps): ((_, BTreeSet<_>), Vec<Step>)| Clash {
        steps: steps.into_iter().collect(),
        condition,
        organisations: organisations.into_iter().collect(),
    };
    clashes.into_iter().map(clash).collect()
}

/// Whether those who are on call in the same case have different numbers: then the rule of conflicts speaks of it.
fn numbers_differ(directory: &Directory, duties: &[Duty<'_>], clash: &Clash<'_>) -> bool {
    if !clash.steps.contains(Step::OnCall) {
        return false;
    }
    let on_call = |duty: &&Duty<'_>| duty.steps.contains(Step::OnCall) && clash.has(duty);
    let number = |duty: &Duty<'_>| {
        let contact = directory.contact_for(duty);
        contact.on_call.or(contact.phone)
    };
    let numbers: Vec<String> = duties.iter().filter(on_call).filter_map(number).collect();
    let mut others = numbers.iter().skip(1);
    let first = numbers.first();
    first.is_some_and(|first| others.any(|other| !is_same_number(first, other)))
}

/// Which sort of bodies do the same work.
fn pairing(directory: &Directory, organisations: &[OrganisationRef]) -> Pairing {
    let kind = |&one: &OrganisationRef| directory.catalogue()[one].kind;
    let kinds = || organisations.iter().map(kind);
    let joint = kinds().filter(|kind| kind.is_joint()).count();
    let of_municipality = kinds().any(|kind| kind == OrganisationKind::Municipality);
    match joint {
        1.. if of_municipality => Pairing::MunicipalityAndJoint,
        2.. => Pairing::TwoJoint,
        _ => Pairing::Other,
    }
}

/// The organisations that tell one finding about a service from another: those that are not the municipality's own, so
/// that what a joint body does beside each of its municipalities is one finding.
pub fn telling(directory: &Directory, organisations: &[OrganisationRef]) -> Vec<OrganisationRef> {
    let catalogue = directory.catalogue();
    let shared = |one: &OrganisationRef| catalogue[*one].kind != OrganisationKind::Municipality;
    let telling: Vec<_> = organisations.iter().copied().filter(shared).collect();
    if telling.is_empty() {
        return organisations.to_vec();
    }
    telling
}
