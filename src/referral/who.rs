//! Who does what: every step of a service, for every municipality.

use crate::catalogue::{MunicipalityRef, OrganisationRef, ServiceRef, Step};
use crate::directory::Directory;

/// The organisations on one step of a service, municipality by municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoDoesWhat {
    /// The step.
    pub step: Step,
    /// For every municipality, in catalogue order, who has the step there; empty where nobody has.
    pub organisations: Vec<(MunicipalityRef, Vec<OrganisationRef>)>,
}

/// The steps of a service that somebody has on the directory's day, in the order of a matter's life.
pub fn who_does_what(directory: &Directory, service: ServiceRef) -> Vec<WhoDoesWhat> {
    let of_step = |step: Step| {
        let organisations: Vec<_> = directory
            .catalogue()
            .municipality_refs()
            .map(|municipality| {
                let mut found: Vec<OrganisationRef> = Vec::new();
                for duty in directory.duties_for(service, municipality) {
                    if duty.steps.contains(step) && !found.contains(&duty.organisation) {
                        found.push(duty.organisation);
                    }
                }
                (municipality, found)
            })
            .collect();
        let somebody = organisations.iter().any(|(_, found)| !found.is_empty());
        somebody.then_some(WhoDoesWhat {
            step,
            organisations,
        })
    };
    Step::ALL.into_iter().filter_map(of_step).collect()
}
