//! What of a catalogue is searched: the texts of a service and of an organisation, each in its field.

use std::collections::HashMap;

use twox_hash::XxHash3_128;

use super::{Document, Field};
use crate::catalogue::{Catalogue, Organisation, OrganisationRef, ServiceRef, UnitRef};
use crate::directory::Directory;

/// A service, with every organisation that has it or has had it.
pub(super) fn service_texts<'d>(
    directory: &'d Directory,
    service: ServiceRef,
    referred: &[&'d str],
) -> Vec<(Field, &'d str)> {
    let catalogue = directory.catalogue();
    let entry = &catalogue[service];
    let mut fields = vec![
        (Field::Name, entry.name.as_str()),
        (Field::Topic, catalogue[entry.topic].name.as_str()),
    ];
    fields.extend(entry.also.iter().map(|word| (Field::Also, word.as_str())));
    fields.extend(
        entry
            .summary
            .iter()
            .map(|text| (Field::Summary, text.as_str())),
    );
    fields.extend(entry.ask.iter().map(|text| (Field::Ask, text.as_str())));
    fields.extend(referred.iter().map(|text| (Field::Referred, *text)));
    for bearer in bearers(directory, service) {
        match bearer {
            Bearer::Organisation(organisation) => {
                fields.extend(organisation_words(&catalogue[organisation]));
            }
            Bearer::Unit(organisation, unit) => {
                let unit = catalogue[organisation].unit_at(unit);
                fields.extend(unit.map(|unit| (Field::Organisation, unit.name.as_str())));
            }
        }
    }
    fields
}

/// Somebody whose names a service is found by.
#[derive(Clone, Copy, Debug)]
enum Bearer {
    Organisation(OrganisationRef),
    Unit(OrganisationRef, UnitRef),
}

/// Everybody whose names a service is found by, in order: of all that is searched, this alone depends on the day.
fn bearers(directory: &Directory, service: ServiceRef) -> Vec<Bearer> {
    let catalogue = directory.catalogue();
    let mut bearers = Vec::new();
    let mut seen = vec![false; catalogue.organisations().len()];
    let mut is_new = |organisation: OrganisationRef| {
        let seen = seen.get_mut(organisation.position());
        seen.is_some_and(|seen| !std::mem::replace(seen, true))
    };
    for duty in directory.duties(service) {
        // Callers say BKT long after it ended: every body that has had this task is a way to find it.
        for organisation in [duty.organisation, duty.responsibility.organisation] {
            if is_new(organisation) {
                bearers.push(Bearer::Organisation(organisation));
            }
        }
        bearers.extend(duty.unit.map(|unit| Bearer::Unit(duty.organisation, unit)));
    }
    for responsibility in &catalogue[service].responsibilities {
        if is_new(responsibility.organisation) {
            bearers.push(Bearer::Organisation(responsibility.organisation));
        }
    }
    bearers
}

/// What tells apart what is searched of services on days of one catalogue: which services, and by whose names.
pub(super) fn sum_of_services(directory: &Directory, services: &[ServiceRef]) -> u128 {
    let mut said = Sum::of("services");
    for &service in services {
        let bearers = bearers(directory, service);
        said.number(service.position());
        said.number(bearers.len());
        for bearer in bearers {
            let (organisation, unit) = match bearer {
                Bearer::Organisation(organisation) => (organisation, 0),
                Bearer::Unit(organisation, unit) => (organisation, unit.position() + 1),
            };
            said.number(organisation.position());
            said.number(unit);
        }
    }
    said.finish()
}

/// The same of organisations, of which everything is searched on any day, in the order of their names then.
pub(super) fn sum_of_organisations(organisations: &[OrganisationRef]) -> u128 {
    let mut said = Sum::of("organisations");
    for organisation in organisations {
        said.number(organisation.position());
    }
    said.finish()
}

/// Numbers that are to be told apart from others.
struct Sum {
    sum: XxHash3_128,
    /// What is to be added next: many at once, for all of Sweden has half a million.
    next: Vec<u8>,
}

impl Sum {
    fn of(what: &str) -> Self {
        Self {
            sum: XxHash3_128::new(),
            next: what.into(),
        }
    }

    fn number(&mut self, number: usize) {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        self.next.extend_from_slice(&number.to_le_bytes());
        if self.next.len() >= AT_ONCE {
            self.sum.write(&self.next);
            self.next.clear();
        }
    }

    fn finish(mut self) -> u128 {
        self.sum.write(&self.next);
        self.sum.finish_128()
    }
}

/// So many bytes are added to a sum at once.
const AT_ONCE: usize = 4096;

/// What callers say who are sent on to each service from another: the cases of every `not_here`.
pub(super) fn cases(catalogue: &Catalogue) -> HashMap<ServiceRef, Vec<&str>> {
    let mut cases: HashMap<ServiceRef, Vec<&str>> = HashMap::new();
    for not_here in catalogue
        .services()
        .iter()
        .flat_map(|service| &service.not_here)
    {
        if let Some(service) = not_here.instead.service() {
            cases.entry(service).or_default().push(&not_here.when);
        }
    }
    cases
}

fn organisation_words(organisation: &Organisation) -> impl Iterator<Item = (Field, &str)> {
    let names = organisation
        .names
        .iter()
        .flat_map(|name| name.short.iter().chain([&name.name]));
    names
        .chain(&organisation.also)
        .map(|word| (Field::Organisation, word.as_str()))
}

/// An organisation, with its names over time and its units.
pub(super) fn organisation_document(organisation: &Organisation) -> Document {
    let mut fields: Vec<(Field, String)> = Vec::new();
    for name in &organisation.names {
        fields.push((Field::Name, name.name.clone()));
        fields.extend(name.short.iter().map(|short| (Field::Name, short.clone())));
    }
    fields.extend(
        organisation
            .also
            .iter()
            .map(|word| (Field::Also, word.clone())),
    );
    for unit in &organisation.units {
        fields.push((Field::Also, unit.name.clone()));
        fields.extend(unit.also.iter().map(|word| (Field::Also, word.clone())));
    }
    fields.extend(
        organisation
            .summary
            .iter()
            .map(|text| (Field::Summary, text.clone())),
    );
    Document { fields }
}
