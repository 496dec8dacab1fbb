//! Links those who take part: municipalities with their places, organisations with their names, units and contacts.

use std::ops::Range;

use super::Linker;
use crate::catalogue::fault::{Fault, FaultKind, Place as FaultPlace};
use crate::catalogue::file::{
    CatalogueFile, WrittenContact, WrittenEmergency, WrittenMunicipality, WrittenOrganisation,
    WrittenPlace, WrittenStatement, WrittenUnit,
};
use crate::catalogue::hours::Hours;
use crate::catalogue::id::{MunicipalityId, OrganisationId, OrganisationRef};
use crate::catalogue::model::{
    Contact, Emergency, Municipality, Name, Organisation, Place, Statement, Unit,
};
use crate::catalogue::period::Period;
use crate::catalogue::vocabulary::Confidence;
use crate::catalogue::written::{At, OneOrMany};
use crate::untrusted;

impl Linker {
    pub(super) fn municipality_entry(
        &mut self,
        written: &WrittenMunicipality,
    ) -> Option<Municipality> {
        let places = written
            .places
            .iter()
            .filter_map(|place| self.place_entry(place, &written.sources))
            .collect();
        Some(Municipality {
            id: MunicipalityId::new(&written.id.value),
            name: self.required("name", &written.name),
            places,
            residents: written.residents,
            sources: self.sources(&written.sources),
            organisation: self.organisation(&written.organisation)?,
        })
    }

    /// A place by its name alone is as well known as the municipality that it is written in.
    fn place_entry(
        &mut self,
        written: &At<WrittenPlace>,
        municipality: &[At<String>],
    ) -> Option<Place> {
        let by_sources = |sources: &[At<String>]| match sources {
            [] => Confidence::Assumed,
            _ => Confidence::Documented,
        };
        let (name, confidence, sources) = match &written.value {
            WrittenPlace::Name(name) => {
                let name = At {
                    value: name.clone(),
                    span: written.span.clone(),
                };
                (name, by_sources(municipality), Vec::new())
            }
            WrittenPlace::Known(known) => {
                let sources = self.sources(&known.sources);
                let confidence = self.confidence(known.confidence.as_ref(), &known.sources);
                (known.name.clone(), confidence, sources)
            }
        };
        let name = self.required("name", &name);
        (!name.is_empty()).then_some(Place {
            name,
            confidence,
            sources,
        })
    }

    /// Always gives one, whatever is wrong with it: the positions of those after it must hold.
    pub(super) fn organisation_entry(&mut self, written: &WrittenOrganisation) -> Organisation {
        let serves = self.municipalities(written.serves.as_deref());
        if written.serves.as_ref().is_some_and(Vec::is_empty) {
            let organisation = written.id.value.clone();
            self.fault(FaultKind::ServesNobody { organisation }, &written.id.span);
        }
        let organisation = Organisation {
            id: OrganisationId::new(&written.id.value),
            kind: written.kind,
            names: self.names(written),
            serves,
            seat: written.seat.as_ref().and_then(|id| self.municipality(id)),
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            successor: written
                .successor
                .as_ref()
                .and_then(|id| self.organisation(id)),
            also: self.texts(&written.also),
            summary: self.optional(written.summary.as_ref()),
            sources: self.sources(&written.sources),
            confidence: self.confidence(written.confidence.as_ref(), &written.sources),
            contacts: self.contacts(written.contact.as_ref()),
            units: written
                .unit
                .iter()
                .map(|unit| self.unit_entry(unit))
                .collect(),
            stated: written
                .stated
                .iter()
                .map(|statement| self.statement(statement))
                .collect(),
        };
        self.unique_units(&written.unit);
        organisation
    }

    fn names(&mut self, written: &WrittenOrganisation) -> Vec<Name> {
        let organisation = written.id.value.clone();
        match (&written.name, written.names.as_slice()) {
            (Some(name), []) => {
                let name = self.required("name", name);
                let short = self.optional(written.short.as_ref());
                vec![Name {
                    name,
                    short,
                    period: Period::ALWAYS,
                    sources: self.sources(&written.sources),
                }]
            }
            (None, []) => {
                self.fault(FaultKind::NoName { organisation }, &written.id.span);
                Vec::new()
            }
            (Some(name), [first, ..]) => {
                let key = "name".into();
                let kind = FaultKind::TwoNames { organisation, key };
                self.fault_beside(kind, &name.span, &first.span);
                Vec::new()
            }
            (None, names @ [first, ..]) => {
                if let Some(short) = &written.short {
                    let key = "short".into();
                    let kind = FaultKind::TwoNames { organisation, key };
                    self.fault_beside(kind, &short.span, &first.span);
                }
                let linked: Vec<Name> = names
                    .iter()
                    .map(|At { value, .. }| Name {
                        name: self.required("name", &value.name),
                        short: self.optional(value.short.as_ref()),
                        period: self.period(value.from.as_ref(), value.until.as_ref()),
                        sources: self.sources(&value.sources),
                    })
                    .collect();
                for (position, name) in linked.iter().enumerate() {
                    let earlier = linked
                        .iter()
                        .zip(names)
                        .take(position)
                        .find(|(earlier, _)| earlier.period.overlaps(&name.period));
                    if let (Some((earlier, at)), Some(place)) = (earlier, names.get(position)) {
                        let (first, second) = (earlier.name.clone(), name.name.clone());
                        let kind = FaultKind::NamesOverlap { first, second };
                        self.fault_beside(kind, &place.span, &at.span);
                    }
                }
                linked
            }
        }
    }

    fn unit_entry(&mut self, written: &WrittenUnit) -> Unit {
        self.well_written(&written.id);
        Unit {
            id: written.id.value.clone(),
            name: self.required("name", &written.name),
            also: self.texts(&written.also),
            contacts: self.contacts(written.contact.as_ref()),
        }
    }

    fn unique_units(&mut self, units: &[WrittenUnit]) {
        for (position, unit) in units.iter().enumerate() {
            if let Some(first) = units
                .iter()
                .take(position)
                .find(|first| first.id.value == unit.id.value)
            {
                let kind = FaultKind::DuplicateId {
                    id: unit.id.value.clone(),
                    table: "unit".into(),
                };
                self.fault_beside(kind, &unit.id.span, &first.id.span);
            }
        }
    }

    fn contacts(&mut self, written: Option<&OneOrMany<WrittenContact>>) -> Vec<Contact> {
        let written = written.map_or(&[][..], |contacts| &contacts.0);
        let linked: Vec<Contact> = written
            .iter()
            .map(|contact| self.contact(&contact.value))
            .collect();
        for ((position, contact), place) in linked.iter().enumerate().zip(written) {
            let mut earlier = linked.iter().zip(written).take(position);
            if let Some((_, at)) = earlier.find(|(one, _)| one.period.overlaps(&contact.period)) {
                self.fault_beside(FaultKind::ContactsOverlap {}, &place.span, &at.span);
            }
        }
        linked
    }

    pub(super) fn contact(&mut self, written: &WrittenContact) -> Contact {
        let sources = self.sources(&written.sources);
        Contact {
            phone: self.phone(written.phone.as_ref()),
            email: self.optional(written.email.as_ref()),
            web: self.optional(written.web.as_ref()),
            address: self.optional(written.address.as_ref()),
            hours: written.hours.as_ref().and_then(|hours| self.hours(hours)),
            on_call: self.phone(written.on_call.as_ref()),
            on_call_note: self.optional(written.on_call_note.as_ref()),
            note: self.optional(written.note.as_ref()),
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            verified: written.verified.as_ref().map(|day| day.value.0),
            confidence: Some(self.confidence(written.confidence.as_ref(), &written.sources)),
            sources,
        }
    }

    fn hours(&mut self, written: &At<String>) -> Option<Hours> {
        match Hours::parse(&written.value) {
            Ok(hours) => Some(hours),
            Err(misread) => {
                let hours = written.value.clone();
                let reason = misread.reason.into();
                let span = misread
                    .part
                    .and_then(|part| written.within(part))
                    .unwrap_or(written.span.clone());
                self.fault(FaultKind::BadHours { hours, reason }, &span);
                None
            }
        }
    }

    fn phone(&mut self, written: Option<&At<String>>) -> Option<String> {
        let number = self.optional(written)?;
        self.dialable(&number, &written?.span);
        Some(number)
    }

    /// Whether a phone can dial the number: digits with spaces, hyphens and parentheses, perhaps a plus first.
    fn dialable(&mut self, number: &str, span: &Range<usize>) {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let known = number
            .strip_prefix('+')
            .unwrap_or(number)
            .chars()
            .all(|c| c.is_ascii_digit() || " -()".contains(c));
        // Hidden characters and empty numbers are told about already.
        let told = number.is_empty() || number.contains(untrusted::MARK);
        if !told && (!known || !(3..=15).contains(&digits)) {
            let number = number.to_owned();
            self.fault(FaultKind::Undialable { number }, span);
        }
    }

    pub(super) fn emergency_entry(&mut self, written: &WrittenEmergency) -> Emergency {
        let number = self.required("number", &written.number);
        self.dialable(&number, &written.number.span);
        Emergency {
            number,
            name: self.required("name", &written.name),
            when: self.required("when", &written.when),
            sources: self.sources(&written.sources),
        }
    }

    pub(super) fn statement(&mut self, written: &WrittenStatement) -> Statement {
        Statement {
            what: self.required("what", &written.what),
            value: self.required("value", &written.value),
            municipalities: self.municipalities(written.municipalities.as_deref()),
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            sources: self.sources(&written.sources),
        }
    }

    /// Checks who takes over from whom: only from those that end, and never in a ring.
    pub(super) fn successors(
        &mut self,
        files: &[(usize, CatalogueFile)],
        organisations: &[Organisation],
    ) {
        let written = files
            .iter()
            .flat_map(|(number, file)| file.organisation.iter().map(move |one| (*number, one)));
        let next = |at: usize| {
            organisations
                .get(at)
                .and_then(|one| one.successor)
                .map(OrganisationRef::position)
        };
        for (position, (number, entry)) in written.enumerate() {
            let (Some(organisation), Some(successor)) =
                (organisations.get(position), &entry.successor)
            else {
                continue;
            };
            let place = || {
                Some(FaultPlace {
                    file: number,
                    span: successor.span.clone(),
                })
            };
            if organisation.period.until.is_none() {
                let kind = FaultKind::SuccessorWithoutEnd {
                    organisation: organisation.id.to_string(),
                };
                self.faults.push(Fault {
                    kind,
                    place: place(),
                    other: None,
                });
            }
            let ring: Vec<usize> = std::iter::successors(next(position), |&at| next(at))
                .take(organisations.len())
                .collect();
            let length = ring.iter().position(|&at| at == position);
            // Everybody in a ring is in it; it is told once, at the first of them.
            let is_first = |length: &usize| ring.iter().take(*length).all(|&at| at > position);
            if let Some(length) = length.filter(is_first) {
                let names = std::iter::once(position).chain(ring.iter().copied().take(length + 1));
                let ids: Vec<_> = names
                    .filter_map(|at| organisations.get(at))
                    .map(|one| one.id.as_str())
                    .collect();
                let kind = FaultKind::SuccessorLoop {
                    ring: ids.join(" → "),
                };
                self.faults.push(Fault {
                    kind,
                    place: place(),
                    other: None,
                });
            }
        }
    }
}
