//! What a rule has found, before it is a finding: lists in any order, with repeats.

use std::collections::HashSet;

use crate::catalogue::{
    Catalogue, Confidence, FindingId, FindingKind, MunicipalityRef, OrganisationRef, ServiceRef,
    SourceRef, Steps, Verdict,
};
use crate::directory::{Directory, Duty};

use super::finding::{Basis, Evidence, Finding, Reach};

/// Stands in the id of what was found about an organisation by a rule that looks at services too: the two may have one
/// name, and neither the name of a service nor a fact has a colon in it.
pub const OF_ORGANISATION: &str = "organisation";

/// What a rule has found.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What sort of thing it is.
    pub kind: FindingKind,
    /// The services it is about.
    pub services: Vec<ServiceRef>,
    /// The organisations involved.
    pub organisations: Vec<OrganisationRef>,
    /// The municipalities it touches.
    pub municipalities: Vec<MunicipalityRef>,
    /// The steps it is about.
    pub steps: Steps,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// Where it is from.
    pub sources: Vec<SourceRef>,
    /// Who found it.
    pub basis: Basis,
    /// How well the least known fact behind it is known.
    pub confidence: Confidence,
}

impl Draft {
    /// Nothing yet, of this kind.
    pub fn new(kind: FindingKind) -> Self {
        Self {
            kind,
            services: Vec::new(),
            organisations: Vec::new(),
            municipalities: Vec::new(),
            steps: Steps::default(),
            evidence: Vec::new(),
            sources: Vec::new(),
            basis: Basis::Computed,
            confidence: Confidence::Documented,
        }
    }

    /// Takes in that it rests on a duty.
    pub fn rests_on(&mut self, duty: &Duty<'_>) {
        self.sources.extend(&duty.responsibility.sources);
        self.is_known(known(duty));
    }

    /// Takes in how well a fact behind it is known.
    pub fn is_known(&mut self, confidence: Confidence) {
        self.confidence = self.confidence.max(confidence);
    }

    /// The finding. Its id is made of the kind and what tells it from others of the kind: ids and slugs, in which there is
    /// no colon, so that no two lists of parts make one id.
    pub fn finding(self, directory: &Directory, told_by: &[String]) -> Finding {
        let mut id = self.kind.word().to_owned();
        for part in told_by {
            debug_assert!(!part.contains(':'), "{part} would be two parts of an id");
            id.push(':');
            id.push_str(part);
        }
        let mut finding = Finding {
            id: FindingId::new(&id),
            computed: Vec::new(),
            kind: self.kind,
            services: self.services,
            organisations: self.organisations,
            municipalities: self.municipalities,
            step: self.steps.iter().next(),
            steps: self.steps,
            evidence: self.evidence,
            sources: self.sources,
            basis: self.basis,
            confidence: self.confidence,
            suggestion: None,
            decided: Verdict::Open,
            decision: None,
            reach: Reach::default(),
        };
        settle(&mut finding, directory);
        finding
    }
}

/// How well it is known that a duty is the organisation's: that a successor has it follows from the catalogue.
pub fn known(duty: &Duty<'_>) -> Confidence {
    let written = duty.responsibility.confidence;
    duty.formerly
        .map_or(written, |_| written.max(Confidence::Inferred))
}

/// Sorts what a finding lists by written ids, so that it does not matter in which order the catalogue is written, and
/// works out whom it touches.
pub fn settle(finding: &mut Finding, directory: &Directory) {
    let catalogue = directory.catalogue();
    if finding.is_told_by_ways() {
        // A part of it may be about some of the services only.
        let ways = finding.evidence.iter();
        finding.services = ways.flat_map(way_of).copied().collect();
    }
    by_id(&mut finding.services, |one| catalogue[one].id.as_str());
    by_id(&mut finding.organisations, |one| catalogue[one].id.as_str());
    by_id(&mut finding.municipalities, |one| {
        catalogue[one].id.as_str()
    });
    by_id(&mut finding.sources, |one| catalogue[one].id.as_str());
    // S9 goes before S10.
    finding
        .sources
        .sort_by_key(|&one| catalogue[one].id.as_str().len());
    let places = finding.municipalities.iter();
    let places: Vec<(Option<u32>, usize)> = places
        .map(|&one| (catalogue[one].residents, services_in(finding, one)))
        .collect();
    finding.reach = Reach::new(&places, average_residents(catalogue));
}

/// The services of a way that callers are sent; of other evidence none.
fn way_of(evidence: &Evidence) -> &[ServiceRef] {
    match evidence {
        Evidence::Chain { services, .. } => services,
        _ => &[],
    }
}

/// How many services a finding is about in a municipality.
fn services_in(finding: &Finding, municipality: MunicipalityRef) -> usize {
    if !finding.is_told_by_ways() {
        return finding.services.len();
    }
    let is_there = |one: &&Evidence| match one {
        Evidence::Chain { municipalities, .. } => municipalities.contains(&municipality),
        _ => false,
    };
    let mut ways = finding.evidence.iter().filter(is_there);
    if let (Some(only), None) = (ways.next(), ways.next()) {
        return way_of(only).len();
    }
    let ways = finding.evidence.iter().filter(is_there);
    let services: HashSet<ServiceRef> = ways.flat_map(way_of).copied().collect();
    services.len()
}

/// Sorts by written id and takes out repeats.
pub fn by_id<'c, T: Copy + Ord>(list: &mut Vec<T>, id: impl Fn(T) -> &'c str) {
    // A rule repeats itself for every municipality; handles are compared faster than ids.
    list.sort_unstable();
    list.dedup();
    list.sort_unstable_by(|&a, &b| id(a).cmp(id(b)));
}

/// The written ids of organisations, in one word: `bkt+bmb`.
pub fn named(catalogue: &Catalogue, organisations: &[OrganisationRef]) -> String {
    let mut organisations = organisations.to_vec();
    by_id(&mut organisations, |one| catalogue[one].id.as_str());
    let ids: Vec<&str> = organisations
        .iter()
        .map(|&one| catalogue[one].id.as_str())
        .collect();
    ids.join("+")
}

/// How many live in a municipality whose number is not known: as many as in the others, or one where none is known.
fn average_residents(catalogue: &Catalogue) -> u64 {
    let known = || {
        catalogue
            .municipalities()
            .iter()
            .filter_map(|one| one.residents)
    };
    let all: u64 = known().map(u64::from).sum();
    all.checked_div(known().count() as u64).unwrap_or(1).max(1)
}
