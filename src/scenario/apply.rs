//! Applies a scenario to the services of a catalogue, entry by entry in the order they stand in the file.
//!
//! What a scenario touches is parted: the days before it, the steps and the municipalities it does not name stay as they
//! were, with their sources. What it gives somebody is assumed, and rests on no source.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::file::{ScenarioFile, WrittenAdd, WrittenBody, WrittenEnd, WrittenMove};
use crate::catalogue::{
    At, Catalogue, Confidence, Contact, Day, FaultKind, MunicipalityRef, Name, Organisation,
    OrganisationId, OrganisationRef, Period, Responsibility, Service, ServiceRef, Step, Steps,
    is_id,
};
use crate::directory::answering_among;
use crate::untrusted;

mod named;
mod part;

use part::part;

/// A scenario while it is applied.
pub(super) struct Applying<'c> {
    catalogue: &'c Catalogue,
    /// The catalogue's organisations, and those that the scenario adds.
    pub organisations: Vec<Organisation>,
    /// The catalogue's services, as they would be.
    pub services: Vec<Service>,
    /// What is wrong, and where.
    pub faults: Vec<(FaultKind, Range<usize>)>,
    /// The days on which something changes.
    pub days: BTreeSet<NaiveDate>,
}

/// An entry of any sort.
enum Entry<'w> {
    Move(&'w WrittenMove),
    End(&'w WrittenEnd),
    Add(&'w WrittenAdd),
}

/// What is taken from somebody.
struct Taking<'t> {
    from: &'t [OrganisationRef],
    steps: Option<Steps>,
    municipalities: Option<&'t [MunicipalityRef]>,
    day: NaiveDate,
}

impl<'c> Applying<'c> {
    /// Nothing applied yet.
    pub fn to(catalogue: &'c Catalogue) -> Self {
        Self {
            catalogue,
            organisations: catalogue.organisations().to_vec(),
            services: catalogue.services().to_vec(),
            faults: Vec::new(),
            days: BTreeSet::new(),
        }
    }

    /// Applies all of it.
    pub fn carry_out(&mut self, written: &ScenarioFile) {
        let head = &written.scenario.value;
        if head.name.value.trim().is_empty() && !head.name.span.is_empty() {
            let key = "name".into();
            let span = head.name.span.clone();
            self.faults.push((FaultKind::EmptyText { key }, span));
        }
        for body in &written.organisation {
            self.body(body, head.at.value.0);
        }
        let moves = written.moves.iter();
        let moves = moves.map(|one| (one.span.start, Entry::Move(&one.value)));
        let ends = written.end.iter();
        let ends = ends.map(|one| (one.span.start, Entry::End(&one.value)));
        let adds = written.add.iter();
        let adds = adds.map(|one| (one.span.start, Entry::Add(&one.value)));
        let mut entries: Vec<(usize, Entry<'_>)> = moves.chain(ends).chain(adds).collect();
        entries.sort_by_key(|(start, _)| *start);
        let day = head.at.value.0;
        self.days.insert(day);
        for (_, entry) in entries {
            match entry {
                Entry::Move(one) => self.moved(one, day_of(one.at.as_ref(), day)),
                Entry::End(one) => self.ended(one, day_of(one.at.as_ref(), day)),
                Entry::Add(one) => self.added(one, day_of(one.at.as_ref(), day)),
            }
        }
    }

    fn fault(&mut self, kind: FaultKind, span: &Range<usize>) {
        self.faults.push((kind, span.clone()));
    }

    fn body(&mut self, written: &WrittenBody, from: NaiveDate) {
        let id = &written.id;
        if !is_id(&id.value) {
            let kind = FaultKind::BadId {
                id: id.value.clone(),
            };
            return self.fault(kind, &id.span);
        }
        if self.find(&id.value).is_some() {
            let kind = FaultKind::DuplicateId {
                id: id.value.clone(),
                table: "organisation".into(),
            };
            return self.fault(kind, &id.span);
        }
        let plain = |text: &At<String>| untrusted::plain(text.value.trim()).into_owned();
        if plain(&written.name).is_empty() {
            let key = "name".into();
            self.fault(FaultKind::EmptyText { key }, &written.name.span);
        }
        let serves = match &written.serves {
            Some(ids) => self.municipalities(ids),
            None => self.catalogue.municipality_refs().collect(),
        };
        let contact = Contact {
            phone: written.phone.as_ref().map(plain),
            confidence: Some(Confidence::Assumed),
            ..Contact::default()
        };
        self.organisations.push(Organisation {
            id: OrganisationId::new(&id.value),
            kind: written.kind,
            names: vec![Name {
                name: plain(&written.name),
                short: written.short.as_ref().map(plain),
                period: Period::ALWAYS,
                sources: Vec::new(),
            }],
            serves,
            seat: None,
            period: Period {
                from: Some(from),
                until: None,
            },
            successor: None,
            also: Vec::new(),
            summary: None,
            sources: Vec::new(),
            confidence: Confidence::Assumed,
            contacts: written.phone.iter().map(|_| contact.clone()).collect(),
            units: Vec::new(),
            stated: Vec::new(),
        });
    }

    fn moved(&mut self, written: &WrittenMove, day: NaiveDate) {
        let from = self.all_called(&written.from);
        let to = self.all_called(&written.to);
        let services = self.services(&written.services);
        let (Some(from), Some(to)) = (from, to) else {
            return;
        };
        if !self.are_there(&to, &written.to, day) {
            return;
        }
        let municipalities = match &written.municipalities {
            Some(ids) => self.served(ids, &to),
            None => self.all_served(&to),
        };
        self.days.insert(day);
        let taking = Taking {
            from: &from,
            steps: written.steps.as_deref().map(set),
            municipalities: Some(&municipalities),
            day,
        };
        for (service, id) in services {
            let taken = self.take(service, &taking);
            if taken.is_empty() {
                self.nothing_there(id, &written.from, day);
            }
            for one in taken {
                for &heir in &to {
                    self.give(service, heir, one.clone());
                }
            }
        }
    }

    fn ended(&mut self, written: &WrittenEnd, day: NaiveDate) {
        let from = self.all_called(&written.organisation);
        let services = self.services(&written.services);
        let places = written.municipalities.as_ref();
        let places = places.map(|ids| self.municipalities(ids));
        let Some(from) = from else {
            return;
        };
        self.days.insert(day);
        let taking = Taking {
            from: &from,
            steps: written.steps.as_deref().map(set),
            municipalities: places.as_deref(),
            day,
        };
        for (service, id) in services {
            if self.take(service, &taking).is_empty() {
                self.nothing_there(id, &written.organisation, day);
            }
        }
    }

    fn added(&mut self, written: &WrittenAdd, day: NaiveDate) {
        let to = self.all_called(&written.organisation);
        let services = self.services(&written.services);
        let Some(to) = to else {
            return;
        };
        if !self.are_there(&to, &written.organisation, day) {
            return;
        }
        let municipalities = match &written.municipalities {
            Some(ids) => self.served(ids, &to),
            None => self.all_served(&to),
        };
        let condition = written.condition.as_ref();
        let condition = condition.map(|text| untrusted::plain(text.value.trim()).into_owned());
        self.days.insert(day);
        for (service, _) in services {
            for &organisation in &to {
                let begun = Responsibility {
                    organisation,
                    unit: None,
                    steps: set(&written.steps),
                    municipalities: municipalities.clone(),
                    period: Period {
                        from: Some(day),
                        until: None,
                    },
                    condition: condition.clone().filter(|text| !text.is_empty()),
                    confidence: Confidence::Assumed,
                    sources: Vec::new(),
                    verified: None,
                    note: None,
                    contact: None,
                };
                self.give(service, organisation, begun);
            }
        }
    }

    /// Takes responsibilities from somebody, and gives what was taken.
    fn take(&mut self, service: ServiceRef, taking: &Taking<'_>) -> Vec<Responsibility> {
        let Self {
            services,
            organisations,
            ..
        } = self;
        let Some(service) = services.get_mut(service.position()) else {
            return Vec::new();
        };
        let (mut kept, mut taken) = (Vec::new(), Vec::new());
        for one in std::mem::take(&mut service.responsibilities) {
            let answering = answering_among(organisations, one.organisation, taking.day);
            let is_theirs = taking.from.contains(&answering.unwrap_or(one.organisation));
            if is_theirs && !one.period.ended_before(taking.day) {
                part(one, taking, &mut kept, &mut taken);
            } else {
                kept.push(one);
            }
        }
        service.responsibilities = kept;
        taken
    }

    /// Gives somebody a responsibility, for the municipalities it serves.
    fn give(&mut self, service: ServiceRef, heir: OrganisationRef, one: Responsibility) {
        let Some(organisation) = self.organisations.get(heir.position()) else {
            return;
        };
        let served = one.municipalities.iter().copied();
        let served: Vec<_> = served
            .filter(|place| organisation.serves.contains(place))
            .collect();
        let Some(service) = self.services.get_mut(service.position()) else {
            return;
        };
        let alike = |other: &&mut Responsibility| {
            other.organisation == heir
                && other.unit.is_none()
                && other.sources.is_empty()
                && other.steps == one.steps
                && other.period == one.period
                && other.condition == one.condition
        };
        // What came from several is one responsibility of whoever has it now.
        if let Some(same) = service.responsibilities.iter_mut().find(alike) {
            same.municipalities.extend(served);
            same.municipalities.sort_unstable();
            same.municipalities.dedup();
        } else if !served.is_empty() {
            service.responsibilities.push(Responsibility {
                organisation: heir,
                unit: None,
                municipalities: served,
                confidence: Confidence::Assumed,
                sources: Vec::new(),
                verified: None,
                note: None,
                contact: None,
                ..one
            });
        }
    }
}

/// The day of an entry, or the scenario's.
fn day_of(own: Option<&At<Day>>, day: NaiveDate) -> NaiveDate {
    own.map_or(day, |own| own.value.0)
}

fn set(steps: &[Step]) -> Steps {
    steps.iter().copied().collect()
}
