//! A gap: nobody has any part in a service for a municipality, though somebody has for others.

use crate::catalogue::{Confidence, FindingKind};

use super::draft::Draft;
use super::finding::{Evidence, Finding};
use super::work::Work;

/// Finds the gap in one service: one finding for all the municipalities that lack somebody.
pub fn find(work: &Work<'_>) -> Vec<Finding> {
    let (without, with): (Vec<_>, Vec<_>) =
        work.places().partition(|(_, duties)| duties.is_empty());
    if without.is_empty() || with.is_empty() {
        return Vec::new();
    }
    let mut draft = Draft::new(FindingKind::Gap);
    draft.services.push(work.service);
    draft.municipalities = without.into_iter().map(|(place, _)| place).collect();
    draft.sources.extend(&work.entry().sources);
    // That nothing is said is no proof that nobody does it.
    draft.is_known(Confidence::Inferred);
    draft.evidence.push(Evidence::Nobody {
        municipalities: draft.municipalities.clone(),
        elsewhere: with.into_iter().map(|(place, _)| place).collect(),
    });
    vec![draft.finding(work.directory, &[work.entry().id.to_string()])]
}
