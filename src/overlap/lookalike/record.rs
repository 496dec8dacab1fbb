//! An entry as it is compared: plain texts, from a catalogue or from anywhere else.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalogue::{
    Contact, Instead, MunicipalityRef, OrganisationRef, ServiceRef, is_same_number,
};
use crate::directory::{Directory, Duty};
use crate::threads::in_halves;

/// What sort of entry it is; only entries of one kind are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A task.
    #[default]
    Service,
    /// Somebody who can be responsible.
    Organisation,
}

/// An entry as it is compared. Blank texts count as missing, and what is missing is no evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record<'c> {
    /// What sort of entry it is.
    pub kind: Kind,
    /// What it is known by; shown, never compared.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other words for it: everyday words, former and short names.
    pub words: Cow<'c, [String]>,
    /// The heading it is sorted under.
    pub topic: Option<String>,
    /// The number to ring.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The web address.
    pub web: Option<String>,
    /// Where to go or write.
    pub address: Option<String>,
    /// The municipalities it is for, by name or id.
    pub municipalities: Vec<String>,
    /// The ids of entries that it says are others: where it sends callers on, who took over from it.
    pub others: Vec<String>,
}

impl<'c> Record<'c> {
    /// An entry of which only the name is known.
    pub fn named(kind: Kind, id: &str, name: &str) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// The texts that are taken apart into words.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.name].into_iter().chain(self.words.iter());
        texts.chain(&self.topic).map(String::as_str)
    }

    /// The services that exist on the day of the directory.
    pub fn services(directory: &'c Directory) -> Vec<Self> {
        let service = |&service| Self::service(directory, service);
        let made = in_halves(directory.services(), |services| {
            services.iter().map(service).collect::<Vec<_>>()
        });
        made.into_iter().flatten().collect()
    }

    /// The organisations that exist on the day of the directory.
    pub fn organisations(directory: &'c Directory) -> Vec<Self> {
        let organisation = |organisation| Self::organisation(directory, organisation);
        directory.organisations().map(organisation).collect()
    }

    fn service(directory: &'c Directory, service: ServiceRef) -> Self {
        let catalogue = directory.catalogue();
        let entry = &catalogue[service];
        let duties: Vec<Duty> = directory.duties(service).collect();
        let given = |field: fn(&Contact) -> Option<&String>| {
            let nearest = move |duty| directory.contacts_for(duty).find_map(field);
            duties.iter().filter_map(nearest)
        };
        let municipalities: BTreeSet<MunicipalityRef> = duties
            .iter()
            .flat_map(|duty| duty.municipalities.iter().copied())
            .collect();
        let elsewhere = entry.not_here.iter().map(|other| other.instead);
        Self {
            words: Cow::Borrowed(&entry.also),
            topic: Some(catalogue[entry.topic].name.clone()),
            phone: only_number(given(|contact| contact.phone.as_ref())),
            email: only(given(|contact| contact.email.as_ref())),
            web: only(given(|contact| contact.web.as_ref())),
            address: only(given(|contact| contact.address.as_ref())),
            municipalities: names(directory, municipalities),
            others: elsewhere
                .filter_map(Instead::service)
                .map(|other| catalogue[other].id.to_string())
                .collect(),
            ..Self::named(Kind::Service, entry.id.as_str(), &entry.name)
        }
    }

    fn organisation(directory: &'c Directory, organisation: OrganisationRef) -> Self {
        let catalogue = directory.catalogue();
        let entry = &catalogue[organisation];
        let name = entry.name_on(directory.day());
        let former = entry.other_names_on(directory.day());
        let former = former.flat_map(|name| [Some(&name.name), name.short.as_ref()]);
        let contact = directory.contact(organisation, None);
        Self {
            words: [name.short.as_ref()]
                .into_iter()
                .chain(former)
                .flatten()
                .chain(&entry.also)
                .cloned()
                .collect(),
            phone: contact.phone,
            email: contact.email,
            web: contact.web,
            address: contact.address,
            municipalities: names(directory, entry.serves.iter().copied()),
            others: entry
                .successor
                .iter()
                .map(|&other| catalogue[other].id.to_string())
                .collect(),
            ..Self::named(Kind::Organisation, entry.id.as_str(), &name.name)
        }
    }
}

/// The one value that is given, or none where several are: a service with a number for each municipality has no number.
fn only<'a>(mut given: impl Iterator<Item = &'a String>) -> Option<String> {
    let first = given.next()?;
    given.all(|other| other == first).then(|| first.clone())
}

/// The one number that is given, however it is written each time.
fn only_number<'a>(mut given: impl Iterator<Item = &'a String>) -> Option<String> {
    let first = given.next()?;
    let one = given.try_fold(first, |one, other| {
        is_same_number(one, other).then(|| one.min(other))
    });
    one.cloned()
}

fn names(
    directory: &Directory,
    municipalities: impl IntoIterator<Item = MunicipalityRef>,
) -> Vec<String> {
    let name = |municipality: MunicipalityRef| directory.catalogue()[municipality].name.clone();
    municipalities.into_iter().map(name).collect()
}
