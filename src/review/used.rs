//! What the entries of a catalogue refer to.

use crate::catalogue::{Catalogue, Contact, Organisation, SourceRef};

/// Every source that something in the catalogue refers to.
pub fn sources(catalogue: &Catalogue) -> Vec<SourceRef> {
    let mut used: Vec<SourceRef> = Vec::new();
    for one in catalogue.municipalities() {
        used.extend(&one.sources);
        used.extend(one.places.iter().flat_map(|place| &place.sources));
    }
    used.extend(
        catalogue
            .organisations()
            .iter()
            .flat_map(sources_of_organisation),
    );
    for service in catalogue.services() {
        used.extend(&service.sources);
        used.extend(service.stated.iter().flat_map(|one| &one.sources));
        for responsibility in &service.responsibilities {
            used.extend(&responsibility.sources);
            used.extend(responsibility.contact.iter().flat_map(|one| &one.sources));
        }
    }
    used.extend(catalogue.emergencies().iter().flat_map(|one| &one.sources));
    used.extend(catalogue.referrals().iter().flat_map(|one| &one.sources));
    used.extend(catalogue.findings().iter().flat_map(|one| &one.sources));
    used
}

fn sources_of_organisation(organisation: &Organisation) -> Vec<SourceRef> {
    let units = organisation.units.iter().flat_map(|unit| &unit.contacts);
    let contacts = organisation.contacts.iter().chain(units);
    let names = organisation.names.iter().flat_map(|name| &name.sources);
    let stated = organisation.stated.iter().flat_map(|one| &one.sources);
    let of_contact = |contact: &Contact| contact.sources.clone();
    let own = organisation
        .sources
        .iter()
        .chain(names)
        .chain(stated)
        .copied();
    own.chain(contacts.flat_map(of_contact)).collect()
}
