//! What people have found, put together with what the rules found: one fact is one finding.
//!
//! A computed finding goes into a documented one of the same kind, about its services, that shares a municipality and an
//! organisation with it. Where several fit, into the one most like it. A chain for any service goes into a documented
//! one about no single service.

use crate::catalogue::{
    Catalogue, Confidence, DocumentedFinding, MunicipalityRef, OrganisationRef, Status,
};
use crate::directory::Directory;

use super::chain::is_general;
use super::draft::{Draft, settle};
use super::finding::{Basis, Evidence, Finding};

/// The documented findings of the day with the computed ones they are about, and the rest of those.
pub fn merged(directory: &Directory, computed: Vec<Finding>) -> Vec<Finding> {
    let catalogue = directory.catalogue();
    let mut known: Vec<Finding> = catalogue
        .findings()
        .iter()
        .filter(|finding| finding.period.contains(directory.day()))
        .map(|finding| documented(directory, finding))
        .collect();
    let mut others = Vec::new();
    let mut kin: Vec<Vec<Finding>> = vec![Vec::new(); known.len()];
    for finding in computed {
        let candidates = known.iter().enumerate();
        let fitting = candidates.filter(|(_, known)| tells_of(known, &finding));
        let best = fitting.max_by(|(_, a), (_, b)| {
            likeness(a, &finding)
                .total_cmp(&likeness(b, &finding))
                .then_with(|| b.id.cmp(&a.id))
        });
        match best.and_then(|(position, _)| kin.get_mut(position)) {
            Some(kin) => kin.push(finding),
            None => others.push(finding),
        }
    }
    for (known, kin) in known.iter_mut().zip(kin) {
        take_in(known, kin, catalogue);
        settle(known, directory);
    }
    known.extend(others);
    known
}

/// A finding that people have made, as it stands in the catalogue, with the bodies that there are on the day.
fn documented(directory: &Directory, written: &DocumentedFinding) -> Finding {
    let mut draft = Draft::new(written.kind);
    draft.services.clone_from(&written.services);
    // What is said of a body that has ended holds of the one that took over, and nothing yet of one to come.
    let answering = |&one: &OrganisationRef| directory.answering(one);
    draft.organisations = written.organisations.iter().filter_map(answering).collect();
    draft.municipalities.clone_from(&written.municipalities);
    draft.steps = written.step.into_iter().collect();
    draft.sources.clone_from(&written.sources);
    draft
        .evidence
        .push(Evidence::Written(written.statement.clone()));
    (draft.basis, draft.confidence) = match written.status {
        Status::Documented => (Basis::Documented, Confidence::Documented),
        Status::Illustrative => (Basis::Illustrative, Confidence::Assumed),
    };
    let mut finding = draft.finding(directory, &[]);
    finding.id = written.id.clone();
    finding.suggestion.clone_from(&written.suggestion);
    finding.decided = written.verdict;
    finding
}

/// Whether a documented finding tells of the same as a computed one.
fn tells_of(known: &Finding, computed: &Finding) -> bool {
    let services = if computed.services.is_empty() || is_general(computed) {
        known.services.is_empty()
    } else {
        all_in(&computed.services, &known.services)
    };
    let organisations = if is_general(computed) {
        all_in(&computed.organisations, &known.organisations)
    } else {
        computed.organisations.is_empty() || any_in(&computed.organisations, &known.organisations)
    };
    known.kind == computed.kind
        && services
        && organisations
        && (computed.municipalities.is_empty()
            || any_in(&computed.municipalities, &known.municipalities))
}

fn all_in<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    some.iter().all(|one| others.contains(one))
}

fn any_in<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    some.iter().any(|one| others.contains(one))
}

/// How much a documented and a computed finding have in common, the most telling first: services, sources, the rest.
fn likeness(known: &Finding, computed: &Finding) -> f64 {
    let step = !known.steps.intersection(computed.steps).is_empty();
    4.0 * overlap(&known.services, &computed.services)
        + 2.0 * overlap(&known.sources, &computed.sources)
        + overlap(&known.organisations, &computed.organisations)
        + overlap(&known.municipalities, &computed.municipalities)
        + if step { 1.0 } else { 0.0 }
}

/// The share of what is in either list that is in both, 0–1.
fn overlap<T: PartialEq>(a: &[T], b: &[T]) -> f64 {
    let both = a.iter().filter(|one| b.contains(one)).count();
    let either = a.len() + b.len() - both;
    // Lists of a catalogue are far shorter than what an f64 counts exactly.
    #[allow(clippy::cast_precision_loss)]
    let share = both as f64 / either.max(1) as f64;
    share
}

/// Adds to a documented finding what the rules know of it. It stays about the places it was written about: where the
/// rules find the same elsewhere, that is said as evidence, and nobody is counted or named for it. And it stays as well
/// known as it was: what a source describes is no less so because the rules infer it, and an example is an example,
/// however well known the facts are that it was made of.
fn take_in(known: &mut Finding, kin: Vec<Finding>, catalogue: &Catalogue) {
    let mut elsewhere: Vec<MunicipalityRef> = Vec::new();
    for computed in kin {
        let beyond = |one: &MunicipalityRef| !known.municipalities.contains(one);
        elsewhere.extend(computed.municipalities.iter().copied().filter(beyond));
        let is_here = |one: &OrganisationRef| {
            let serves = &catalogue[*one].serves;
            serves.is_empty() || any_in(serves, &known.municipalities)
        };
        let here = computed.organisations.into_iter().filter(is_here);
        known.organisations.extend(here);
        known.computed.push(computed.id);
        known.services.extend(computed.services);
        known.sources.extend(computed.sources);
        known.steps = known.steps.union(computed.steps);
        known.step = known.step.or(computed.step);
        for evidence in computed.evidence {
            if !known.evidence.contains(&evidence) {
                known.evidence.push(evidence);
            }
        }
    }
    known.computed.sort();
    if !elsewhere.is_empty() {
        elsewhere.sort_unstable();
        elsewhere.dedup();
        known.evidence.push(Evidence::Elsewhere {
            municipalities: elsewhere,
        });
    }
}
