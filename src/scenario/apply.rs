//! Applies a scenario to the services of a catalogue, entry by entry in the order they stand in the file.
//!
//! What a scenario touches is parted: the days before it, the steps and the municipalities it does not name stay as they
//! were, with their sources. What it gives somebody is assumed, and rests on no source.

use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    pub faults: Vec<Found>,
    /// The days on which something changes.
    pub days: BTreeSet<NaiveDate>,
    /// Where something of a service was taken from somebody.
    taken: HashMap<(ServiceRef, OrganisationRef), Range<usize>>,
    /// The municipalities that somebody is to do something for, whether it serves them otherwise or not.
    hosted: BTreeMap<OrganisationRef, BTreeSet<MunicipalityRef>>,
}

/// Something wrong, and where.
pub(super) struct Found {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub span: Range<usize>,
    /// Where that stands which makes it wrong.
    pub other: Option<Range<usize>>,
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

impl Taking<'_> {
    /// Whether a responsibility is theirs from whom something is taken, on the day or later.
    fn is_from(&self, organisations: &[Organisation], one: &Responsibility) -> bool {
        let answering = answering_among(organisations, one.organisation, self.day);
        self.from.contains(&answering.unwrap_or(one.organisation))
            && !one.period.ended_before(self.day)
    }
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
            taken: HashMap::new(),
            hosted: BTreeMap::new(),
        }
    }

    /// Applies all of it, and tells of days before today, where that is given.
    pub fn carry_out(&mut self, written: &ScenarioFile, today: Option<NaiveDate>) {
        let head = &written.scenario.value;
        if head.name.value.trim().is_empty() && !head.name.span.is_empty() {
            let key = "name".into();
            self.fault(FaultKind::EmptyText { key }, &head.name.span);
        }
        self.days_to_come(written, today);
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
        self.settle_hosts();
    }

    fn fault(&mut self, kind: FaultKind, span: &Range<usize>) {
        self.faults.push(Found {
            kind,
            span: span.clone(),
            other: None,
        });
    }

    /// Tells of it if the scenario has no entries that would change anything.
    pub fn changes_something(&mut self, written: &ScenarioFile) {
        if written.moves.is_empty() && written.end.is_empty() && written.add.is_empty() {
            self.fault(FaultKind::ChangesNothing {}, &written.scenario.span);
        }
    }

    /// Tells of every day that has been.
    fn days_to_come(&mut self, written: &ScenarioFile, today: Option<NaiveDate>) {
        let Some(today) = today else {
            return;
        };
        let moves = written.moves.iter().map(|one| &one.value.at);
        let ends = written.end.iter().map(|one| &one.value.at);
        let adds = written.add.iter().map(|one| &one.value.at);
        let own = moves.chain(ends).chain(adds).flatten();
        for day in [&written.scenario.value.at].into_iter().chain(own) {
            if day.value.0 < today && !day.span.is_empty() {
                let kind = FaultKind::PastDay {
                    day: day.value.0.to_string(),
                    today: today.to_string(),
                };
                self.fault(kind, &day.span);
            }
        }
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
        if !self.are_there(&written.to, day) {
            return;
        }
        if from.iter().all(|one| to.contains(one)) {
            let organisation = named::listed(&written.from);
            let span = written.to.0.first().map_or(0..0, |id| id.span.clone());
            return self.fault(FaultKind::MovesNowhere { organisation }, &span);
        }
        let faults = self.faults.len();
        let municipalities = match &written.municipalities {
            Some(ids) => self.served(ids, &to),
            None => self.all_served(&to),
        };
        let is_clear = self.faults.len() == faults;
        self.days.insert(day);
        // Whoever gets it keeps what it has, as it has it: with its number, its sources and how well it is known.
        let from: Vec<_> = from.into_iter().filter(|one| !to.contains(one)).collect();
        let taking = Taking {
            from: &from,
            steps: written.steps.as_deref().map(set),
            municipalities: Some(&municipalities),
            day,
        };
        for (service, id) in services {
            let taken = self.take(service, &taking);
            // Where municipalities are wrong, that nothing was there to take follows from it.
            if is_clear || !taken.is_empty() {
                self.note(service, id, &written.from, &taking, &taken);
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
        let faults = self.faults.len();
        let places = written.municipalities.as_ref();
        let places = places.map(|ids| self.municipalities(ids));
        let is_clear = self.faults.len() == faults;
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
            let taken = self.take(service, &taking);
            if is_clear || !taken.is_empty() {
                self.note(service, id, &written.organisation, &taking, &taken);
            }
        }
    }

    fn added(&mut self, written: &WrittenAdd, day: NaiveDate) {
        let to = self.all_called(&written.organisation);
        let services = self.services(&written.services);
        let Some(to) = to else {
            return;
        };
        if !self.are_there(&written.organisation, day) {
            return;
        }
        let faults = self.faults.len();
        let municipalities = match &written.municipalities {
            Some(ids) => self.served(ids, &to),
            None => self.all_served(&to),
        };
        let is_clear = self.faults.len() == faults;
        let condition = written.condition.as_ref();
        let condition = condition.map(|text| untrusted::plain(text.value.trim()).into_owned());
        self.days.insert(day);
        for (service, id) in services {
            let mut is_new = false;
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
                is_new |= !self.has(service, &begun, day);
                self.give(service, organisation, begun);
            }
            if !is_new && is_clear {
                let kind = FaultKind::AlreadyHas {
                    organisation: named::listed(&written.organisation),
                    service: id.value.clone(),
                    day: day.to_string(),
                };
                self.fault(kind, &id.span);
            }
        }
    }

    /// Whether somebody has a responsibility already, for every municipality that it serves.
    fn has(&self, service: ServiceRef, wanted: &Responsibility, day: NaiveDate) -> bool {
        let all = self.services.get(service.position());
        let all = all.map_or(&[][..], |service| &service.responsibilities);
        let is_theirs = |one: &&Responsibility| {
            let answering = answering_among(&self.organisations, one.organisation, day);
            let in_case = one.condition.is_none() || one.condition == wanted.condition;
            answering == Some(wanted.organisation) && one.period.contains(day) && in_case
        };
        let theirs: Vec<&Responsibility> = all.iter().filter(is_theirs).collect();
        let mut places = wanted.municipalities.iter();
        places.all(|place| {
            wanted.steps.iter().all(|step| {
                let covers = |one: &&Responsibility| {
                    one.municipalities.contains(place) && one.steps.contains(step)
                };
                !self.may_serve(wanted.organisation, *place) || theirs.iter().any(covers)
            })
        })
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
            if taking.is_from(organisations, &one) {
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
        let served = one.municipalities.iter().copied();
        let served: Vec<_> = served
            .filter(|&place| self.may_serve(heir, place))
            .collect();
        let Some(service) = self.services.get_mut(service.position()) else {
            return;
        };
        if served.is_empty() {
            return;
        }
        let given = Responsibility {
            organisation: heir,
            unit: None,
            municipalities: served,
            confidence: Confidence::Assumed,
            sources: Vec::new(),
            verified: None,
            note: None,
            contact: None,
            ..one
        };
        // What came from several is one responsibility of whoever has it now. It must be the same in all but where: what
        // sources, a note or a check tell of somebody's other municipalities does not hold for these.
        let is_bare = |other: &Responsibility| {
            other.confidence == Confidence::Assumed
                && other.unit.is_none()
                && other.sources.is_empty()
                && other.verified.is_none()
                && other.note.is_none()
                && other.contact.is_none()
        };
        let alike = |other: &&mut Responsibility| {
            is_bare(other)
                && other.organisation == heir
                && other.steps == given.steps
                && other.period == given.period
                && other.condition == given.condition
        };
        if let Some(same) = service.responsibilities.iter_mut().find(alike) {
            same.municipalities.extend(given.municipalities);
            same.municipalities.sort_unstable();
            same.municipalities.dedup();
        } else {
            service.responsibilities.push(given);
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
