//! Who sends callers on to whom: the referrals of the day, found by who sends and about what.
//!
//! What somebody made up as an example tells nothing of where calls go. So there are two networks: the documented
//! referrals alone, and the same with the examples among them.

use std::collections::{HashMap, HashSet};

use crate::catalogue::{MunicipalityRef, OrganisationRef, SendingOn, ServiceRef};
use crate::directory::Directory;

/// Which referrals are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Those that a source describes.
    Documented,
    /// Those, and what was made up as an example.
    WithExamples,
}

impl Links {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Documented, Self::WithExamples];
}

/// The referrals of the day, sorted by who sends the caller on.
#[derive(Debug)]
pub struct Routes<'d> {
    /// The directory of the day.
    pub directory: &'d Directory,
    for_service: HashMap<(OrganisationRef, ServiceRef), Vec<&'d SendingOn>>,
    for_any: HashMap<OrganisationRef, Vec<&'d SendingOn>>,
    /// The services that there are examples about; none stands for any service.
    examples: HashSet<Option<ServiceRef>>,
}

impl<'d> Routes<'d> {
    /// The referrals of the directory's day.
    pub fn of(directory: &'d Directory) -> Self {
        let mut routes = Self {
            directory,
            for_service: HashMap::new(),
            for_any: HashMap::new(),
            examples: HashSet::new(),
        };
        for link in directory.catalogue().referrals() {
            if link.period.contains(directory.day()) && directory.exists(link.organisation) {
                routes.add(link);
            }
        }
        let catalogue = directory.catalogue();
        let lists = routes.for_service.values_mut();
        for links in lists.chain(routes.for_any.values_mut()) {
            // What is documented goes before an example of the same.
            links.sort_by_key(|link| (catalogue[link.to].id.as_str(), link.status.is_example()));
        }
        routes
    }

    fn add(&mut self, link: &'d SendingOn) {
        let from = link.organisation;
        let services = link.services.as_deref();
        if services.is_none() {
            self.for_any.entry(from).or_default().push(link);
        }
        for &service in services.unwrap_or_default() {
            let links = self.for_service.entry((from, service)).or_default();
            links.push(link);
        }
        if link.status.is_example() {
            match services {
                None => self.examples.extend([None]),
                Some(services) => self.examples.extend(services.iter().copied().map(Some)),
            }
        }
    }

    /// Whether nobody sends callers anywhere.
    pub fn is_empty(&self) -> bool {
        self.for_any.is_empty() && self.for_service.is_empty()
    }

    /// Whether a body sends callers anywhere about a service, or about any where none is named.
    pub fn has_any_from(&self, body: OrganisationRef, service: Option<ServiceRef>) -> bool {
        let own = service.is_some_and(|one| self.for_service.contains_key(&(body, one)));
        own || self.for_any.contains_key(&body)
    }

    /// Whether there is any example about a service, or about any.
    pub fn has_examples(&self, service: Option<ServiceRef>) -> bool {
        !self.examples.is_empty()
            && (self.examples.contains(&None) || self.examples.contains(&service))
    }

    /// Where a body sends callers from a municipality, as is said of the service itself.
    pub fn about(
        &self,
        service: ServiceRef,
        body: OrganisationRef,
        municipality: MunicipalityRef,
        which: Links,
    ) -> Vec<&'d SendingOn> {
        let links = self.for_service.get(&(body, service));
        self.holding(links, municipality, which)
    }

    /// Where a body sends callers from a municipality, whatever it is about.
    pub fn about_anything(
        &self,
        body: OrganisationRef,
        municipality: MunicipalityRef,
        which: Links,
    ) -> Vec<&'d SendingOn> {
        self.holding(self.for_any.get(&body), municipality, which)
    }

    /// Those of them that hold of callers from a municipality, and lead to a body that there is or has been. An example of
    /// what a source describes too is none.
    fn holding(
        &self,
        links: Option<&Vec<&'d SendingOn>>,
        municipality: MunicipalityRef,
        which: Links,
    ) -> Vec<&'d SendingOn> {
        let directory = self.directory;
        let holds = |link: &&SendingOn| {
            let period = directory.catalogue()[link.to].period;
            let is_yet = directory.exists(link.to) || period.ended_before(directory.day());
            let is_told = which == Links::WithExamples || !link.status.is_example();
            is_yet && is_told && link.municipalities.contains(&municipality)
        };
        let is_beside = |link: &SendingOn, known: &SendingOn| {
            link.status.is_example() && !known.status.is_example()
        };
        let links = links.into_iter().flatten().copied();
        let mut links: Vec<&SendingOn> = links.filter(holds).collect();
        links.dedup_by(|link, known| link.to == known.to && is_beside(link, known));
        links
    }
}
