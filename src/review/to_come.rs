//! Services that have one entrance and will have none, or several, on a day to come: whoever moves a service ends one
//! responsibility and begins another, and the likeliest mistakes are to forget the one or to let the two overlap.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::Review;
use crate::catalogue::{
    EntryKind, Fault, FaultKind, FaultPlace, MunicipalityRef, OrganisationRef, Responsibility,
    ServiceRef, Step, duty_id,
};
use crate::directory::Directory;
use crate::referral::{Gap, Moment, Referral, resolve};

/// What is wrong with the entrance to a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trouble {
    /// Nobody takes the first call.
    Nobody,
    /// Several may, and nothing tells them apart.
    Several,
}

impl Review<'_> {
    /// The first day of every trouble to come, once for a service and a day.
    pub(super) fn entrances_to_come(&self) -> Vec<Fault> {
        let mut of_days: BTreeMap<NaiveDate, BTreeSet<ServiceRef>> = BTreeMap::new();
        for service in self.catalogue.service_refs() {
            for day in self.days_to_come(service) {
                of_days.entry(day).or_default().insert(service);
            }
        }
        let all: BTreeSet<ServiceRef> = of_days.values().flatten().copied().collect();
        let mut before: BTreeMap<(ServiceRef, MunicipalityRef), Option<Trouble>> = BTreeMap::new();
        for &service in &all {
            for place in self.catalogue.municipality_refs() {
                before.insert((service, place), trouble(&self.directory, service, place));
            }
        }
        let mut faults = Vec::new();
        for (day, services) in of_days {
            let directory = Directory::at(Arc::clone(self.catalogue), day);
            for service in services {
                let mut found: BTreeMap<Trouble, Vec<MunicipalityRef>> = BTreeMap::new();
                for place in self.catalogue.municipality_refs() {
                    let now = trouble(&directory, service, place);
                    let then = before.insert((service, place), now).flatten();
                    if let Some(now) = now.filter(|now| Some(*now) != then) {
                        found.entry(now).or_default().push(place);
                    }
                }
                for (trouble, places) in found {
                    faults.push(self.to_come(&directory, service, trouble, &places));
                }
            }
        }
        faults
    }

    /// The days after today on which something of a service begins or has ended.
    fn days_to_come(&self, service: ServiceRef) -> BTreeSet<NaiveDate> {
        let all = self.catalogue[service].responsibilities.iter();
        let periods = all.flat_map(|one| [one.period, self.catalogue[one.organisation].period]);
        let days = periods.flat_map(|period| {
            let after = period.until.and_then(|until| until.succ_opt());
            [period.from, after].into_iter().flatten()
        });
        days.filter(|day| *day > self.day()).collect()
    }

    fn to_come(
        &self,
        directory: &Directory,
        service: ServiceRef,
        trouble: Trouble,
        places: &[MunicipalityRef],
    ) -> Fault {
        let entry = &self.catalogue[service];
        let day = directory.day();
        let names = places.iter().map(|&one| self.catalogue[one].name.as_str());
        let names: Vec<&str> = names.collect();
        let kind = FaultKind::EntranceToCome {
            service: entry.id.to_string(),
            municipalities: names.join(", "),
            day: day.to_string(),
            how: match trouble {
                Trouble::Nobody => "nobody",
                Trouble::Several => "several",
            }
            .to_owned(),
        };
        let here = |one: &Responsibility| places.iter().any(|at| one.municipalities.contains(at));
        let all = entry.responsibilities.iter().enumerate();
        let mut all: Vec<(usize, &Responsibility)> = all.filter(|(_, one)| here(one)).collect();
        // Who says that it takes the first call goes before who only has a part.
        all.sort_by_key(|(_, one)| !one.steps.contains(Step::Contact));
        let find = |is_it: &dyn Fn(&Responsibility) -> bool| {
            let found = all.iter().find(|(_, one)| is_it(one));
            found.map(|(position, _)| *position)
        };
        let (first, other) = match trouble {
            Trouble::Nobody => {
                let ended = find(&|one| {
                    one.period.ended_before(day) && !one.period.ended_before(self.day())
                });
                let later = find(&|one| one.period.from.is_some_and(|from| from > day));
                (
                    ended.and_then(|one| self.duty(service, one, "until")),
                    later.and_then(|one| self.duty(service, one, "from")),
                )
            }
            Trouble::Several => {
                let doors = doors(directory, service, places);
                let is_door = |one: &Responsibility| {
                    let who = directory.answering(one.organisation);
                    one.period.contains(day) && who.is_some_and(|who| doors.contains(&who))
                };
                let begun = find(&|one| is_door(one) && one.period.from == Some(day));
                let there = find(&|one| is_door(one) && one.period.from != Some(day));
                (
                    begun.and_then(|one| self.duty(service, one, "from")),
                    there.and_then(|one| self.duty(service, one, "until")),
                )
            }
        };
        let service = self.origins.of(EntryKind::Service, entry.id.as_str());
        Fault {
            kind,
            place: first.or(service),
            other,
        }
    }

    /// Where a key of a responsibility is written, or the responsibility where the key is not.
    fn duty(&self, service: ServiceRef, position: usize, key: &str) -> Option<FaultPlace> {
        let service = self.catalogue[service].id.as_str();
        let of = |key| {
            let id = duty_id(service, position, key);
            self.origins.of(EntryKind::Responsibility, &id)
        };
        of(Some(key)).or_else(|| of(None))
    }
}

/// What is wrong with the entrance to a service in a municipality; nothing where the service itself has ended.
fn trouble(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
) -> Option<Trouble> {
    let moment = Moment::day(directory.day());
    match resolve(directory, service, municipality, moment) {
        Referral::Gap(Gap::NoService, ..) | Referral::One(_) | Referral::Conditional(_) => None,
        Referral::Gap(..) => Some(Trouble::Nobody),
        Referral::Unclear(_) => Some(Trouble::Several),
    }
}

/// Everybody who may be the first contact there.
fn doors(
    directory: &Directory,
    service: ServiceRef,
    places: &[MunicipalityRef],
) -> BTreeSet<OrganisationRef> {
    let moment = Moment::day(directory.day());
    let all = places.iter().flat_map(|&place| {
        let referral = resolve(directory, service, place, moment);
        let doors = referral.entrances().iter().map(|one| one.organisation);
        doors.collect::<Vec<_>>()
    });
    all.collect()
}
