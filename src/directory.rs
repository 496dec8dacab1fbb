//! The catalogue on one day: which services and organisations exist, and who is responsible for what.
//!
//! Everything above asks the directory, never the catalogue, who is responsible: the directory alone knows that an
//! organisation that has ended is answered for by its successor.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{
    Catalogue, Contact, MunicipalityRef, Organisation, OrganisationRef, Responsibility, Service,
    ServiceRef, Steps, UnitRef,
};

/// The catalogue on one day.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::Reading;
/// use hanvisa::directory::Directory;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let catalogue = Arc::new(catalogue);
/// let clearing = catalogue.find_service("snorojning").ok_or("no such service")?;
/// let nora = catalogue.find_municipality("nora").ok_or("no such municipality")?;
/// for (day, who) in [("2014-09-01", "BKT"), ("2026-11-23", "TN")] {
///     let directory = Directory::at(Arc::clone(&catalogue), day.parse()?);
///     let mut duties = directory.duties_for(clearing, nora);
///     assert!(duties.any(|duty| directory.brief(duty.organisation) == who));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Directory {
    catalogue: Arc<Catalogue>,
    day: NaiveDate,
    services: Vec<ServiceRef>,
    /// For every service of the catalogue, what holds on the day.
    duties: Vec<Vec<Holding>>,
}

/// A responsibility that holds on the day, without the words of the catalogue.
#[derive(Clone, Debug)]
struct Holding {
    responsibility: usize,
    organisation: OrganisationRef,
    unit: Option<UnitRef>,
    formerly: Option<OrganisationRef>,
    steps: Steps,
    municipalities: Vec<MunicipalityRef>,
}

/// A responsibility as it holds on the day of the directory.
#[derive(Clone, Copy, Debug)]
pub struct Duty<'d> {
    /// What the catalogue says.
    pub responsibility: &'d Responsibility,
    /// Who answers for it on the day: the organisation named, or its successor.
    pub organisation: OrganisationRef,
    /// Which part of that organisation.
    pub unit: Option<UnitRef>,
    /// The organisation named, where it has ended and its successor answers.
    pub formerly: Option<OrganisationRef>,
    /// What it still does of it: all that the catalogue says, less what a successor says of itself.
    pub steps: Steps,
    /// For whom it holds; never empty.
    pub municipalities: &'d [MunicipalityRef],
}

impl Directory {
    /// The catalogue as it stands on a day.
    pub fn at(catalogue: Arc<Catalogue>, day: NaiveDate) -> Self {
        let services = catalogue
            .service_refs()
            .filter(|&service| catalogue[service].period.contains(day))
            .collect();
        let duties = catalogue
            .services()
            .iter()
            .map(|service| holdings(&catalogue, service, day))
            .collect();
        Self {
            catalogue,
            day,
            services,
            duties,
        }
    }

    /// The catalogue behind it.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The day.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// The services that exist on the day, in catalogue order.
    pub fn services(&self) -> &[ServiceRef] {
        &self.services
    }

    /// The organisations that exist on the day, in catalogue order.
    pub fn organisations(&self) -> impl Iterator<Item = OrganisationRef> {
        self.catalogue
            .organisation_refs()
            .filter(|&organisation| self.exists(organisation))
    }

    /// Whether an organisation exists on the day.
    pub fn exists(&self, organisation: OrganisationRef) -> bool {
        self.catalogue[organisation].period.contains(self.day)
    }

    /// What holds for a service on the day.
    pub fn duties(&self, service: ServiceRef) -> impl Iterator<Item = Duty<'_>> {
        let exists = self.catalogue[service].period.contains(self.day);
        let written = &self.catalogue[service].responsibilities;
        let holdings = self
            .duties
            .get(service.position())
            .filter(|_| exists)
            .into_iter()
            .flatten();
        holdings.filter_map(|holding| {
            Some(Duty {
                responsibility: written.get(holding.responsibility)?,
                organisation: holding.organisation,
                unit: holding.unit,
                formerly: holding.formerly,
                steps: holding.steps,
                municipalities: &holding.municipalities,
            })
        })
    }

    /// What holds for a service and a municipality on the day.
    pub fn duties_for(
        &self,
        service: ServiceRef,
        municipality: MunicipalityRef,
    ) -> impl Iterator<Item = Duty<'_>> {
        self.duties(service)
            .filter(move |duty| duty.municipalities.contains(&municipality))
    }

    /// The services that an organisation has some part in on the day.
    pub fn services_of(&self, organisation: OrganisationRef) -> impl Iterator<Item = ServiceRef> {
        let has_part = move |service: &ServiceRef| {
            self.duties(*service)
                .any(|duty| duty.organisation == organisation)
        };
        self.services.iter().copied().filter(has_part)
    }

    /// Who answers for an organisation on the day: itself, or the first of its successors that exists.
    pub fn answering(&self, organisation: OrganisationRef) -> Option<OrganisationRef> {
        answering(&self.catalogue, organisation, self.day)
    }

    /// The organisation's full name on the day.
    pub fn name(&self, organisation: OrganisationRef) -> &str {
        &self.catalogue[organisation].name_on(self.day).name
    }

    /// The organisation's short name on the day, or the full one where there is none.
    pub fn brief(&self, organisation: OrganisationRef) -> &str {
        self.catalogue[organisation].name_on(self.day).brief()
    }

    /// How to reach an organisation, or a unit of it, on the day.
    pub fn contact(&self, organisation: OrganisationRef, unit: Option<UnitRef>) -> Contact {
        together(self.contacts(organisation, unit))
    }

    /// How to reach whoever has a duty: the duty's own number, the unit's, or the organisation's.
    pub fn contact_for(&self, duty: &Duty<'_>) -> Contact {
        together(self.contacts_for(duty))
    }

    /// The contacts that [`contact_for`](Self::contact_for) is put together from, the nearest first: what one leaves
    /// out, the next may give.
    pub fn contacts_for<'d>(
        &'d self,
        duty: &Duty<'d>,
    ) -> impl DoubleEndedIterator<Item = &'d Contact> + Clone {
        let general = self.contacts(duty.organisation, duty.unit);
        self.own_contact(duty).into_iter().chain(general)
    }

    fn contacts(
        &self,
        organisation: OrganisationRef,
        unit: Option<UnitRef>,
    ) -> impl DoubleEndedIterator<Item = &Contact> + Clone {
        let organisation = &self.catalogue[organisation];
        let own = on_day(&organisation.contacts, self.day);
        let unit = unit
            .and_then(|unit| organisation.unit_at(unit))
            .and_then(|unit| on_day(&unit.contacts, self.day));
        unit.into_iter().chain(own)
    }

    /// The contact given for just this duty, where there is one on the day.
    pub fn own_contact<'d>(&self, duty: &Duty<'d>) -> Option<&'d Contact> {
        let own = duty.responsibility.contact.as_deref()?;
        // A number given for an organisation that has ended is not its successor's.
        (duty.formerly.is_none() && own.period.contains(self.day)).then_some(own)
    }
}

/// One contact of several, the nearest first.
fn together<'c>(contacts: impl DoubleEndedIterator<Item = &'c Contact>) -> Contact {
    let mut farthest_first = contacts.rev();
    let general = farthest_first.next().cloned().unwrap_or_default();
    farthest_first.fold(general, |general, nearer| nearer.or(&general))
}

/// The contact that holds on a day. Linking lets no two hold at once.
fn on_day(contacts: &[Contact], day: NaiveDate) -> Option<&Contact> {
    contacts.iter().find(|contact| contact.period.contains(day))
}

/// The organisation itself if it exists on the day, or the first of its successors that does.
fn answering(
    catalogue: &Catalogue,
    organisation: OrganisationRef,
    day: NaiveDate,
) -> Option<OrganisationRef> {
    answering_among(catalogue.organisations(), organisation, day)
}

/// The same among organisations that are not in a catalogue yet.
pub(crate) fn answering_among(
    organisations: &[Organisation],
    organisation: OrganisationRef,
    day: NaiveDate,
) -> Option<OrganisationRef> {
    let mut at = organisation;
    // Linking refuses rings of successors; the bound only makes that plain to see.
    for _ in 0..organisations.len() {
        let entry = organisations.get(at.position())?;
        if entry.period.contains(day) {
            return Some(at);
        }
        if !entry.period.ended_before(day) {
            return None;
        }
        at = entry.successor?;
    }
    None
}

fn holdings(catalogue: &Catalogue, service: &Service, day: NaiveDate) -> Vec<Holding> {
    let mut own: Vec<Holding> = Vec::new();
    let mut inherited: Vec<Holding> = Vec::new();
    for (position, written) in service.responsibilities.iter().enumerate() {
        if !written.period.contains(day) {
            continue;
        }
        let Some(organisation) = answering(catalogue, written.organisation, day) else {
            continue;
        };
        let holding = Holding {
            responsibility: position,
            organisation,
            unit: written.unit,
            formerly: None,
            steps: written.steps,
            municipalities: written.municipalities.clone(),
        };
        if organisation == written.organisation {
            own.push(holding);
        } else {
            inherited.extend(taken_over(catalogue, written, holding));
        }
    }
    let left = |heir: &Holding| left_of(heir, &own, service);
    let left: Vec<Holding> = inherited.iter().flat_map(left).collect();
    own.extend(left);
    own
}

/// What a successor takes over: for those it serves, with the unit of the same id if it has one.
fn taken_over(
    catalogue: &Catalogue,
    written: &Responsibility,
    holding: Holding,
) -> Option<Holding> {
    let successor = &catalogue[holding.organisation];
    let unit = written
        .unit
        .and_then(|unit| catalogue[written.organisation].unit_at(unit))
        .and_then(|unit| successor.unit(&unit.id));
    let mut municipalities = holding.municipalities;
    municipalities.retain(|one| successor.serves.contains(one));
    (!municipalities.is_empty()).then_some(Holding {
        unit,
        formerly: Some(written.organisation),
        municipalities,
        ..holding
    })
}

/// What is left of something taken over, where the successor says some of it in its own name: step by step and
/// municipality by municipality, in the same case. Municipalities where the same steps are left stay together.
fn left_of(heir: &Holding, own: &[Holding], service: &Service) -> Vec<Holding> {
    let case = |holding: &Holding| {
        let written = service.responsibilities.get(holding.responsibility);
        written.and_then(|written| written.condition.as_deref())
    };
    let mut left: Vec<Holding> = Vec::new();
    for &municipality in &heir.municipalities {
        let said = own.iter().filter(|own| {
            own.organisation == heir.organisation
                && case(own) == case(heir)
                && own.municipalities.contains(&municipality)
        });
        let steps = said.fold(heir.steps, |steps, own| steps.difference(own.steps));
        if steps.is_empty() {
            continue;
        }
        match left.iter_mut().find(|known| known.steps == steps) {
            Some(known) => known.municipalities.push(municipality),
            None => left.push(Holding {
                steps,
                municipalities: vec![municipality],
                ..heir.clone()
            }),
        }
    }
    left
}

#[cfg(test)]
mod tests;
