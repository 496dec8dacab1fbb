//! What somebody should look at in a catalogue that can be used: warnings that depend on the day they are asked on.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{
    Catalogue, EntryKind, Fault, FaultKind, FaultPlace, MunicipalityRef, OrganisationKind,
    OrganisationRef, Origins, Responsibility, ServiceRef, SourceRef,
};
use crate::directory::Directory;
use crate::referral::{Entrance, Moment, Referral, resolve};

mod to_come;
mod twice;
mod used;

/// Everything that somebody should look at on a day; one warning for each thing, however often it matters.
pub fn review(catalogue: &Arc<Catalogue>, origins: &Origins, day: NaiveDate) -> Vec<Fault> {
    let review = Review {
        catalogue,
        origins,
        directory: Directory::at(Arc::clone(catalogue), day),
    };
    let mut faults = review.entrances();
    faults.extend(review.entrances_to_come());
    faults.extend(review.overdue());
    faults.extend(review.ended_in_use());
    faults.extend(review.unused_organisations());
    faults.extend(review.unused_sources());
    faults.extend(review.unused_topics());
    faults.extend(review.shared_places());
    faults.extend(review.entered_twice());
    faults
}

struct Review<'c> {
    catalogue: &'c Arc<Catalogue>,
    origins: &'c Origins,
    directory: Directory,
}

impl Review<'_> {
    fn warning(&self, kind: FaultKind, entry: EntryKind, id: &str) -> Fault {
        Fault {
            kind,
            place: self.origins.of(entry, id),
            other: None,
        }
    }

    fn about_organisation(&self, kind: FaultKind, organisation: OrganisationRef) -> Fault {
        self.warning(
            kind,
            EntryKind::Organisation,
            self.catalogue[organisation].id.as_str(),
        )
    }

    fn day(&self) -> NaiveDate {
        self.directory.day()
    }

    fn is_overdue(&self, verified: NaiveDate) -> bool {
        self.catalogue.is_overdue(verified, self.day())
    }

    /// Municipalities with nobody to ring first, and organisations to ring first that have no number or an old one.
    fn entrances(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut first: BTreeMap<OrganisationRef, Entrance> = BTreeMap::new();
        for &service in self.directory.services() {
            let mut without: Vec<MunicipalityRef> = Vec::new();
            for municipality in self.catalogue.municipality_refs() {
                match resolve(
                    &self.directory,
                    service,
                    municipality,
                    Moment::day(self.day()),
                ) {
                    Referral::Gap(..) => without.push(municipality),
                    found => {
                        for entrance in found.entrances() {
                            first
                                .entry(entrance.organisation)
                                .or_insert_with(|| entrance.clone());
                        }
                    }
                }
            }
            let everywhere = without.len() == self.catalogue.municipalities().len();
            let is_to_come = everywhere && self.is_to_come(service);
            if !without.is_empty() && !is_to_come {
                let names: Vec<_> = without
                    .iter()
                    .map(|&one| self.catalogue[one].name.as_str())
                    .collect();
                let entry = &self.catalogue[service];
                let kind = FaultKind::NoContact {
                    service: entry.id.to_string(),
                    municipalities: names.join(", "),
                };
                faults.push(self.warning(kind, EntryKind::Service, entry.id.as_str()));
            }
        }
        faults.extend(first.values().filter_map(|entrance| self.number(entrance)));
        faults
    }

    /// Whether nobody has begun with a service yet, or nothing at all is known of the day.
    fn is_to_come(&self, service: ServiceRef) -> bool {
        let begun = |one: &Responsibility| one.period.from.is_none_or(|from| from <= self.day());
        let written = &self.catalogue[service].responsibilities;
        if !written.is_empty() {
            return !written.iter().any(begun);
        }
        let all = self.catalogue.services().iter();
        let mut all = all.flat_map(|one| &one.responsibilities).peekable();
        all.peek().is_some() && !all.any(begun)
    }

    /// Whether whoever is rung first has a number, and one that somebody has made sure of.
    fn number(&self, entrance: &Entrance) -> Option<Fault> {
        let organisation = &self.catalogue[entrance.organisation];
        if organisation.kind == OrganisationKind::Private {
            return None;
        }
        let id = organisation.id.to_string();
        let own = self.directory.contact(entrance.organisation, None);
        let kind = if entrance.contact.phone.is_none() && own.phone.is_none() {
            FaultKind::NoPhone { organisation: id }
        } else {
            let checked = self.catalogue.checked(own.verified, &own.sources);
            let day = checked.day().filter(|&day| self.is_overdue(day))?;
            FaultKind::OverdueContact {
                organisation: id,
                verified: day.to_string(),
            }
        };
        Some(self.about_organisation(kind, entrance.organisation))
    }

    /// How many of the responsibilities that hold today nobody has made sure of in time.
    fn overdue(&self) -> Option<Fault> {
        let duties = self
            .directory
            .services()
            .iter()
            .flat_map(|&one| self.directory.duties(one));
        let (mut count, mut all) = (0_usize, 0_usize);
        for duty in duties {
            all += 1;
            let written = duty.responsibility;
            let checked = self.catalogue.checked(written.verified, &written.sources);
            count += usize::from(checked.day().is_none_or(|day| self.is_overdue(day)));
        }
        let kind = FaultKind::Overdue {
            count: count.to_string(),
            all: all.to_string(),
        };
        (count > 0).then_some(Fault {
            kind,
            place: None,
            other: None,
        })
    }

    /// Organisations that have ended without a successor, though a service still leads to them.
    fn ended_in_use(&self) -> Vec<Fault> {
        let mut told: HashSet<OrganisationRef> = HashSet::new();
        let mut faults = Vec::new();
        for &service in self.directory.services() {
            let entry = &self.catalogue[service];
            let written = entry.responsibilities.iter();
            let responsible = written
                .filter(|one| one.period.contains(self.day()))
                .map(|one| one.organisation);
            let instead = entry
                .not_here
                .iter()
                .filter_map(|one| one.instead.organisation());
            for organisation in responsible.chain(instead) {
                let ended = self.catalogue[organisation].period.ended_before(self.day());
                let lost = ended && self.directory.answering(organisation).is_none();
                if lost && told.insert(organisation) {
                    let kind = FaultKind::EndedInUse {
                        organisation: self.catalogue[organisation].id.to_string(),
                        service: entry.id.to_string(),
                    };
                    faults.push(self.warning(kind, EntryKind::Service, entry.id.as_str()));
                }
            }
        }
        faults
    }

    fn unused_organisations(&self) -> Vec<Fault> {
        let services = self.catalogue.services().iter();
        let of_services = services.flat_map(|service| {
            let instead = service
                .not_here
                .iter()
                .filter_map(|one| one.instead.organisation());
            service
                .responsibilities
                .iter()
                .map(|one| one.organisation)
                .chain(instead)
        });
        let used: HashSet<OrganisationRef> = of_services
            .chain(
                self.catalogue
                    .municipalities()
                    .iter()
                    .map(|one| one.organisation),
            )
            .chain(
                self.catalogue
                    .organisations()
                    .iter()
                    .filter_map(|one| one.successor),
            )
            .chain(
                self.catalogue
                    .referrals()
                    .iter()
                    .flat_map(|one| [one.organisation, one.to]),
            )
            .chain(
                self.catalogue
                    .findings()
                    .iter()
                    .flat_map(|one| one.organisations.clone()),
            )
            .collect();
        let unused = self
            .catalogue
            .organisation_refs()
            .filter(|one| !used.contains(one));
        unused
            .map(|one| {
                let organisation = self.catalogue[one].id.to_string();
                self.about_organisation(FaultKind::UnusedOrganisation { organisation }, one)
            })
            .collect()
    }

    fn unused_sources(&self) -> Vec<Fault> {
        let used: HashSet<SourceRef> = used::sources(self.catalogue).into_iter().collect();
        let unused = self
            .catalogue
            .source_refs()
            .filter(|one| !used.contains(one));
        unused
            .map(|one| {
                let id = self.catalogue[one].id.to_string();
                let kind = FaultKind::UnusedSource { source: id.clone() };
                self.warning(kind, EntryKind::Source, &id)
            })
            .collect()
    }

    fn unused_topics(&self) -> Vec<Fault> {
        let used: HashSet<_> = self
            .catalogue
            .services()
            .iter()
            .map(|one| one.topic)
            .collect();
        let unused = self
            .catalogue
            .topic_refs()
            .filter(|one| !used.contains(one));
        unused
            .map(|one| {
                let id = self.catalogue[one].id.to_string();
                let kind = FaultKind::UnusedTopic { topic: id.clone() };
                self.warning(kind, EntryKind::Topic, &id)
            })
            .collect()
    }

    /// Places of the same name in two municipalities: whoever names one must be asked which.
    fn shared_places(&self) -> Vec<Fault> {
        let mut known: BTreeMap<String, MunicipalityRef> = BTreeMap::new();
        let mut faults = Vec::new();
        for municipality in self.catalogue.municipality_refs() {
            for place in &self.catalogue[municipality].places {
                let first = *known
                    .entry(place.name.to_lowercase())
                    .or_insert(municipality);
                if first != municipality {
                    let kind = FaultKind::SharedPlace {
                        place: place.name.clone(),
                        first: self.catalogue[first].name.clone(),
                        second: self.catalogue[municipality].name.clone(),
                    };
                    faults.push(Fault {
                        kind,
                        place: self.written(municipality),
                        other: self.written(first),
                    });
                }
            }
        }
        faults
    }

    fn written(&self, municipality: MunicipalityRef) -> Option<FaultPlace> {
        self.origins.of(
            EntryKind::Municipality,
            self.catalogue[municipality].id.as_str(),
        )
    }
}

#[cfg(test)]
mod tests;
