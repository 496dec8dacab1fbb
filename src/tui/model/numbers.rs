//! What the windows over the view list: emergency and on-call numbers, municipalities and their places.

use super::Model;
use crate::catalogue::MunicipalityRef;

/// An emergency or on-call number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub number: String,
    /// Who answers.
    pub name: String,
    /// When to ring.
    pub when: String,
}

impl Number {
    /// Somebody else, or another part of somebody, answers the same number.
    fn also(&mut self, name: &str, when: &str) {
        let is_known = self.name.contains(name) || name.starts_with(self.name.as_str());
        for (known, new) in [
            (&mut self.name, Some(name).filter(|_| !is_known)),
            (&mut self.when, Some(when)),
        ] {
            match new {
                Some(new) if known.is_empty() => new.clone_into(known),
                Some(new) if !known.contains(new) => *known = format!("{known} · {new}"),
                _ => {}
            }
        }
    }
}

impl Model {
    /// Emergency numbers, then everybody's on-call numbers on the day, those for the caller's municipality only.
    pub fn numbers(&self) -> Vec<Number> {
        let catalogue = self.catalogue();
        let mut numbers: Vec<Number> = catalogue
            .emergencies()
            .iter()
            .map(|one| Number {
                number: one.number.clone(),
                name: one.name.clone(),
                when: one.when.clone(),
            })
            .collect();
        for organisation in self.directory.organisations() {
            let serves = |municipality| catalogue[organisation].serves.contains(&municipality);
            if !self.municipality().is_none_or(serves) {
                continue;
            }
            let entry = &catalogue[organisation];
            let units = entry
                .units
                .iter()
                .filter_map(|unit| entry.unit(&unit.id))
                .map(Some);
            for unit in std::iter::once(None).chain(units) {
                let contact = self.directory.contact(organisation, unit);
                let Some(number) = contact.on_call else {
                    continue;
                };
                let name =
                    crate::referral::organisation_with_unit(&self.directory, organisation, unit);
                let when = contact.on_call_note.unwrap_or_default();
                match numbers.iter_mut().find(|known| known.number == number) {
                    Some(known) => known.also(&name, &when),
                    None => numbers.push(Number { number, name, when }),
                }
            }
        }
        numbers
    }

    /// The municipalities that fit what is looked for, by name or by a place; the places that fit beside them.
    pub fn municipalities_called(&self, filter: &str) -> Vec<(MunicipalityRef, Vec<&str>)> {
        let wanted = crate::search::fold::fold(filter);
        let catalogue = self.catalogue();
        let fits = |name: &str| crate::search::fold::fold(name).starts_with(&wanted);
        let called = |municipality: MunicipalityRef| {
            let entry = &catalogue[municipality];
            let places: Vec<&str> = if wanted.is_empty() {
                Vec::new()
            } else {
                entry
                    .places
                    .iter()
                    .map(|place| place.name.as_str())
                    .filter(|name| fits(name))
                    .collect()
            };
            (fits(&entry.name) || !places.is_empty()).then_some((municipality, places))
        };
        catalogue.municipality_refs().filter_map(called).collect()
    }
}
