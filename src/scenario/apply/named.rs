//! What a scenario names, found in the catalogue; a fault for each name that is nothing there.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Applying, Found, Taking};
use crate::catalogue::{
    At, FaultKind, MunicipalityRef, OneOrMany, OrganisationRef, Responsibility, ServiceRef, nearest,
};

impl Applying<'_> {
    pub(super) fn find(&self, id: &str) -> Option<OrganisationRef> {
        let mut organisations = self.organisations.iter();
        let position = organisations.position(|one| one.id.as_str() == id)?;
        Some(OrganisationRef::at(position))
    }

    /// The organisations named; none if one of them is not there.
    pub(super) fn all_called(&mut self, ids: &OneOrMany<String>) -> Option<Vec<OrganisationRef>> {
        let mut found = Vec::new();
        let mut all = true;
        for id in &ids.0 {
            let called = self.called(&id.value);
            if called.is_empty() {
                let own = self.organisations.iter().map(|one| one.id.as_str());
                let groups = self.catalogue.groups().map(|(group, _)| group);
                let nearest = nearest(&id.value, own.chain(groups));
                self.unknown("organisation", id, nearest);
                all = false;
            }
            for organisation in called {
                if !found.contains(&organisation) {
                    found.push(organisation);
                }
            }
        }
        all.then_some(found)
    }

    /// The organisation with an id, or those of the group that has it.
    fn called(&self, id: &str) -> Vec<OrganisationRef> {
        let is_it =
            |(group, members): (&str, &[OrganisationRef])| (group == id).then(|| members.to_vec());
        let own = self.find(id).map(|one| vec![one]);
        own.or_else(|| self.catalogue.groups().find_map(is_it))
            .unwrap_or_default()
    }

    /// Whether all of them exist on the day; a fault for each that does not.
    pub(super) fn are_there(&mut self, ids: &OneOrMany<String>, day: NaiveDate) -> bool {
        let mut all = true;
        for id in &ids.0 {
            for organisation in self.called(&id.value) {
                let body = self.organisations.get(organisation.position());
                let Some(body) = body.filter(|body| !body.period.contains(day)) else {
                    continue;
                };
                let (life, organisation) = (body.period, body.id.to_string());
                // A missing end of a life is a word that the messages choose by.
                let word =
                    |day: Option<NaiveDate>| day.map_or("none".to_owned(), |day| day.to_string());
                let kind = FaultKind::NotThere {
                    organisation,
                    from: word(life.from),
                    until: word(life.until),
                    day: day.to_string(),
                };
                self.fault(kind, &id.span);
                all = false;
            }
        }
        all
    }

    pub(super) fn services<'w>(
        &mut self,
        ids: &'w [At<String>],
    ) -> Vec<(ServiceRef, &'w At<String>)> {
        let mut found = Vec::new();
        for id in ids {
            if let Some(service) = self.catalogue.find_service(&id.value) {
                found.push((service, id));
            } else {
                let known = self.catalogue.services().iter().map(|one| one.id.as_str());
                let nearest = nearest(&id.value, known);
                self.unknown("service", id, nearest);
            }
        }
        found
    }

    pub(super) fn municipalities(&mut self, ids: &[At<String>]) -> Vec<MunicipalityRef> {
        let mut found = Vec::new();
        for id in ids {
            if let Some(municipality) = self.catalogue.find_municipality(&id.value) {
                found.push(municipality);
            } else {
                let known = self.catalogue.municipalities().iter();
                let nearest = nearest(&id.value, known.map(|one| one.id.as_str()));
                self.unknown("municipality", id, nearest);
            }
        }
        found
    }

    /// The municipalities named. A single organisation does it from now on for those too that it does not serve
    /// otherwise, as a municipality does that is host to something for its neighbours; of several nobody knows which would,
    /// and that is a fault.
    pub(super) fn served(
        &mut self,
        ids: &[At<String>],
        by: &[OrganisationRef],
    ) -> Vec<MunicipalityRef> {
        let all = self.all_served(by);
        let found = self.municipalities(ids);
        if let [host] = by {
            self.hosted.entry(*host).or_default().extend(&found);
            return found;
        }
        for id in ids {
            let known = self.catalogue.find_municipality(&id.value);
            if known.is_some_and(|one| !all.contains(&one)) {
                let names = by
                    .iter()
                    .filter_map(|one| self.organisations.get(one.position()));
                let names: Vec<&str> = names.map(|one| one.id.as_str()).collect();
                let kind = FaultKind::NobodyServes {
                    organisations: names.join(", "),
                    municipality: id.value.clone(),
                };
                self.fault(kind, &id.span);
            }
        }
        found
    }

    pub(super) fn all_served(&self, by: &[OrganisationRef]) -> Vec<MunicipalityRef> {
        let serves = by
            .iter()
            .filter_map(|one| self.organisations.get(one.position()));
        let all: BTreeSet<_> = serves.flat_map(|one| one.serves.iter().copied()).collect();
        all.into_iter().collect()
    }

    /// Whether an organisation may have something for a municipality: it serves that, or is host to it.
    pub(super) fn may_serve(&self, who: OrganisationRef, place: MunicipalityRef) -> bool {
        let own = self.organisations.get(who.position());
        let hosted = self.hosted.get(&who);
        own.is_some_and(|own| own.serves.contains(&place))
            || hosted.is_some_and(|hosted| hosted.contains(&place))
    }

    /// Whoever has got something for a municipality that it did not serve serves it from now on, as in any catalogue.
    pub(super) fn settle_hosts(&mut self) {
        for (host, places) in &self.hosted {
            let Some(organisation) = self.organisations.get_mut(host.position()) else {
                continue;
            };
            for place in places {
                let mut all = self.services.iter().flat_map(|one| &one.responsibilities);
                let has =
                    all.any(|one| one.organisation == *host && one.municipalities.contains(place));
                if has && !organisation.serves.contains(place) {
                    organisation.serves.push(*place);
                }
            }
            organisation.serves.sort_unstable();
        }
    }

    pub(super) fn unknown(&mut self, table: &str, id: &At<String>, nearest: String) {
        let kind = FaultKind::UnknownId {
            id: id.value.clone(),
            table: table.into(),
            nearest,
        };
        self.fault(kind, &id.span);
    }

    /// Remembers that something was taken here, or tells why there was nothing to take.
    pub(super) fn note(
        &mut self,
        service: ServiceRef,
        id: &At<String>,
        from: &OneOrMany<String>,
        taking: &Taking<'_>,
        taken: &[Responsibility],
    ) {
        let theirs = || taking.from.iter().map(|&one| (service, one));
        if !taken.is_empty() {
            for one in theirs() {
                self.taken.entry(one).or_insert_with(|| id.span.clone());
            }
            return;
        }
        let above = theirs().find_map(|one| self.taken.get(&one).cloned());
        let organisation = listed(from);
        let kind = if above.is_some() {
            FaultKind::AlreadyTaken {
                organisation,
                service: id.value.clone(),
            }
        } else {
            let all = self.services.get(service.position());
            let mut all = all.into_iter().flat_map(|one| &one.responsibilities);
            let elsewhere = all.any(|one| taking.is_from(&self.organisations, one));
            FaultKind::NothingToTake {
                organisation,
                service: id.value.clone(),
                day: taking.day.to_string(),
                elsewhere: if elsewhere { "yes" } else { "no" }.to_owned(),
            }
        };
        self.faults.push(Found {
            kind,
            span: id.span.clone(),
            other: above,
        });
    }
}

/// The ids as they are named: `bkt, bmb`.
pub(super) fn listed(ids: &OneOrMany<String>) -> String {
    let names: Vec<&str> = ids.0.iter().map(|id| id.value.as_str()).collect();
    names.join(", ")
}
