//! What people have found, put together with what the rules found: one fact is one finding.
//!
//! A computed finding goes into a documented one where it is the same fact: of the same kind, about its services, between
//! bodies that the documented one names, on no other step, and in its municipalities. Where it reaches further than
//! those, it is parted, and what lies outside stays a finding of its own: what people decide about the documented one
//! says nothing of it. Where several fit, it goes into the one most like it. A chain for any service goes into a
//! documented one about no single service. What somebody made up takes in only what was made up, and is no part of what a
//! source describes: what the catalogue shows is not less so because somebody names it as an example.
//!
//! What several state differently is no finding but as a whole: it goes into a documented one of any of its municipalities,
//! and its evidence says the rest.

use crate::catalogue::{
    Confidence, DocumentedFinding, FindingKind, MunicipalityRef, OrganisationRef, Status,
};
use crate::directory::Directory;

use super::chain::is_general;
use super::draft::{Draft, by_id, settle};
use super::finding::{Basis, Evidence, Finding};
use super::part::{Parted, parted};

/// The documented findings of the day with the computed ones they are about, and the rest of those.
pub fn merged(directory: &Directory, computed: Vec<Finding>) -> Vec<Finding> {
    let mut known: Vec<Finding> = directory
        .catalogue()
        .findings()
        .iter()
        .filter(|finding| finding.period.contains(directory.day()))
        .map(|finding| (finding, documented(directory, finding)))
        .filter(|(written, known)| has_bodies(written, known))
        .map(|(_, known)| known)
        .collect();
    let mut others = Vec::new();
    let mut kin: Vec<Vec<Finding>> = vec![Vec::new(); known.len()];
    for finding in computed {
        let mut left = Some(finding);
        while let Some(finding) = left.take() {
            let candidates = known.iter().zip(&mut kin);
            let fitting = candidates.filter_map(|(known, kin)| {
                let shared = in_common(known, &finding, directory)?;
                Some((likeness(known, &shared.inside), &known.id, kin, shared))
            });
            let best = fitting
                .max_by(|(one, a, ..), (other, b, ..)| one.total_cmp(other).then_with(|| b.cmp(a)));
            match best {
                Some((.., kin, Parted { inside, outside })) => {
                    kin.push(inside);
                    left = outside;
                }
                None => others.push(finding),
            }
        }
    }
    for (known, kin) in known.iter_mut().zip(kin) {
        take_in(known, kin, directory);
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

/// Whether there are the bodies on the day that a finding is between: some of those that it names, and two of them where
/// it names several that do the same work.
fn has_bodies(written: &DocumentedFinding, known: &Finding) -> bool {
    let needed = match written.organisations.len() {
        several if several > 1 && written.kind == FindingKind::Parallel => 2,
        named => named.min(1),
    };
    known.organisations.len() >= needed
}

/// What of a computed finding is the fact that a documented one tells of, and what is not; none where nothing is.
fn in_common(known: &Finding, computed: &Finding, directory: &Directory) -> Option<Parted> {
    if !may_be_one(known, computed) {
        return None;
    }
    let whole = || Parted {
        inside: computed.clone(),
        outside: None,
    };
    if computed.municipalities.is_empty() {
        return names(known, computed, directory).then(whole);
    }
    let places = |one: &MunicipalityRef| known.municipalities.contains(one);
    let shared = if known.kind == FindingKind::Conflict {
        computed.municipalities.iter().any(places).then(whole)
    } else {
        parted(computed, &known.municipalities, directory)
    }?;
    names(known, &shared.inside, directory).then_some(shared)
}

/// Whether a documented and a computed finding are of one kind, about the same services and on the same step, and both or
/// neither of them examples.
fn may_be_one(known: &Finding, computed: &Finding) -> bool {
    let services = if computed.services.is_empty() || is_general(computed) {
        known.services.is_empty()
    } else {
        all_in(&computed.services, &known.services)
    };
    // A chain is always of the first contact: a step that people name there says what the caller wants.
    let steps = known.kind == FindingKind::Chain
        || known.steps.is_empty()
        || computed.steps.is_empty()
        || !known.steps.intersection(computed.steps).is_empty();
    let is_example = |one: &Finding| one.basis == Basis::Illustrative;
    known.kind == computed.kind && services && steps && is_example(known) == is_example(computed)
}

/// Whether a documented finding names whoever is part of a computed one; naming nobody it means any, and where the fact is
/// one only as a whole any of them is enough. The municipalities' own bodies are named with one of them, where a single other body is named and there must be somebody beside it, and in every chain: its calls
/// come to their switchboards.
fn names(known: &Finding, computed: &Finding, directory: &Directory) -> bool {
    let catalogue = directory.catalogue();
    let is_own = |one: &OrganisationRef| {
        let mut places = known.municipalities.iter();
        places.any(|&place| catalogue[place].organisation == *one)
    };
    let own_too = known.kind == FindingKind::Chain
        || known.organisations.len() == 1
        || known.organisations.iter().any(is_own);
    let is_named =
        |one: &OrganisationRef| known.organisations.contains(one) || (own_too && is_own(one));
    if known.organisations.is_empty() {
        return true;
    }
    (known.kind == FindingKind::Conflict || computed.organisations.iter().all(is_named))
        && (computed.organisations.is_empty()
            || any_in(&computed.organisations, &known.organisations))
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

/// Adds a piece of evidence to others, once: a way that callers about several services are sent is one.
fn add(all: &mut Vec<Evidence>, evidence: Evidence) {
    for known in all.iter_mut() {
        if *known == evidence {
            return;
        }
        if let (
            Evidence::Chain {
                chain,
                services,
                municipalities,
            },
            Evidence::Chain {
                chain: other,
                services: more,
                municipalities: places,
            },
        ) = (known, &evidence)
            && chain == other
            && municipalities == places
        {
            services.extend(more);
            return;
        }
    }
    all.push(evidence);
}

/// Adds to a documented finding what the rules know of the same fact. It stays as well known as it was: what a source
/// describes is no less so because the rules infer it. But what it names no services for is not described for each of them:
/// that they follow from the catalogue is said.
fn take_in(known: &mut Finding, mut kin: Vec<Finding>, directory: &Directory) {
    // In the order of their ids, whatever that of the catalogue.
    kin.sort_by(|one, other| one.id.cmp(&other.id));
    let names_none = known.services.is_empty();
    for computed in kin {
        known.organisations.extend(computed.organisations);
        known.computed.push(computed.id);
        known.services.extend(computed.services);
        known.sources.extend(computed.sources);
        known.steps = known.steps.union(computed.steps);
        known.step = known.step.or(computed.step);
        for evidence in computed.evidence {
            add(&mut known.evidence, evidence);
        }
    }
    known.computed.sort();
    for evidence in &mut known.evidence {
        if let Evidence::Chain { services, .. } = evidence {
            by_id(services, |one| directory.catalogue()[one].id.as_str());
        }
    }
    let mut services = known.services.clone();
    services.sort_unstable();
    services.dedup();
    if names_none && !services.is_empty() {
        known.evidence.push(Evidence::Counted {
            services: services.len(),
        });
    }
}
