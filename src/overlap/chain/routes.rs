//! Who sends callers on to whom: the referrals of the day, found by who sends and about what.

use std::collections::HashMap;

use crate::catalogue::{MunicipalityRef, OrganisationRef, SendingOn, ServiceRef};
use crate::directory::Directory;

/// The referrals of the day, sorted by who sends the caller on.
#[derive(Debug)]
pub struct Routes<'d> {
    /// The directory of the day.
    pub directory: &'d Directory,
    for_service: HashMap<(OrganisationRef, ServiceRef), Vec<&'d SendingOn>>,
    for_any: HashMap<OrganisationRef, Vec<&'d SendingOn>>,
}

impl<'d> Routes<'d> {
    /// The referrals of the directory's day.
    pub fn of(directory: &'d Directory) -> Self {
        let mut routes = Self {
            directory,
            for_service: HashMap::new(),
            for_any: HashMap::new(),
        };
        for link in directory.catalogue().referrals() {
            if !link.period.contains(directory.day()) || !directory.exists(link.organisation) {
                continue;
            }
            match &link.services {
                None => routes
                    .for_any
                    .entry(link.organisation)
                    .or_default()
                    .push(link),
                Some(services) => {
                    for &service in services {
                        let from = (link.organisation, service);
                        routes.for_service.entry(from).or_default().push(link);
                    }
                }
            }
        }
        let catalogue = directory.catalogue();
        let lists = routes.for_service.values_mut();
        for links in lists.chain(routes.for_any.values_mut()) {
            links.sort_by_key(|link| catalogue[link.to].id.as_str());
        }
        routes
    }

    /// Whether nobody sends callers anywhere.
    pub fn is_empty(&self) -> bool {
        self.for_any.is_empty() && self.for_service.is_empty()
    }

    /// Whether a body sends callers from anywhere on, about this service or about any.
    pub fn has_any_from(&self, body: OrganisationRef, service: ServiceRef) -> bool {
        self.for_service.contains_key(&(body, service)) || self.for_any.contains_key(&body)
    }

    /// Where a body sends callers from a municipality, as is said of the service itself.
    pub fn about(
        &self,
        service: ServiceRef,
        body: OrganisationRef,
        municipality: MunicipalityRef,
    ) -> Vec<&'d SendingOn> {
        self.holding(self.for_service.get(&(body, service)), municipality)
    }

    /// Where a body sends callers from a municipality, whatever it is about.
    pub fn about_anything(
        &self,
        body: OrganisationRef,
        municipality: MunicipalityRef,
    ) -> Vec<&'d SendingOn> {
        self.holding(self.for_any.get(&body), municipality)
    }

    /// Those of them that hold of callers from a municipality, and lead to a body that there is or has been.
    fn holding(
        &self,
        links: Option<&Vec<&'d SendingOn>>,
        municipality: MunicipalityRef,
    ) -> Vec<&'d SendingOn> {
        let directory = self.directory;
        let holds = |link: &&SendingOn| {
            let period = directory.catalogue()[link.to].period;
            let is_yet = directory.exists(link.to) || period.ended_before(directory.day());
            is_yet && link.municipalities.contains(&municipality)
        };
        let links = links.into_iter().flatten().copied();
        links.filter(holds).collect()
    }
}
