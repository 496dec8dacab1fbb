//! What of a catalogue is searched: the texts of a service and of an organisation, each in its field.

use std::collections::HashMap;

use super::{Document, Field};
use crate::catalogue::{Catalogue, Organisation, OrganisationRef, ServiceRef};
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
    let mut seen = vec![false; catalogue.organisations().len()];
    let mut is_new = |organisation: OrganisationRef| {
        let seen = seen.get_mut(organisation.position());
        seen.is_some_and(|seen| !std::mem::replace(seen, true))
    };
    for duty in directory.duties(service) {
        // Callers say BKT long after it ended: every body that has had this task is a way to find it.
        for organisation in [duty.organisation, duty.responsibility.organisation] {
            if is_new(organisation) {
                fields.extend(organisation_words(&catalogue[organisation]));
            }
        }
        let unit = duty
            .unit
            .and_then(|unit| catalogue[duty.organisation].unit_at(unit));
        fields.extend(unit.map(|unit| (Field::Organisation, unit.name.as_str())));
    }
    for responsibility in &entry.responsibilities {
        if is_new(responsibility.organisation) {
            fields.extend(organisation_words(&catalogue[responsibility.organisation]));
        }
    }
    fields
}

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
