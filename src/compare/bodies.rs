//! Who and what there is: organisations, services and municipalities that came, went or changed their names.

use std::collections::BTreeSet;

use crate::catalogue::{MunicipalityId, OrganisationId, OrganisationRef, ServiceId};
use crate::directory::Directory;

/// What is in only one of the directories, each by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover<T> {
    /// Only in the first.
    pub gone: Vec<T>,
    /// Only in the second.
    pub new: Vec<T>,
}

impl<T: Clone + Ord> Turnover<T> {
    /// Whether the same are in both.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.new.is_empty()
    }

    fn of(before: impl Iterator<Item = T>, after: impl Iterator<Item = T>) -> Self {
        let (before, after): (BTreeSet<T>, BTreeSet<T>) = (before.collect(), after.collect());
        Self {
            gone: before.difference(&after).cloned().collect(),
            new: after.difference(&before).cloned().collect(),
        }
    }
}

/// Organisations that came, went or changed their names, each by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bodies {
    /// In the first directory, but no longer in the second.
    pub ended: Vec<Ended>,
    /// In the second directory, but not yet in the first.
    pub new: Vec<OrganisationId>,
    /// In both, under different names.
    pub renamed: Vec<Renamed>,
    /// In both, but serving more in the second.
    pub extended: Vec<Extended>,
}

impl Bodies {
    /// Whether the same are in both, under the same names.
    pub fn is_empty(&self) -> bool {
        self.ended.is_empty()
            && self.new.is_empty()
            && self.renamed.is_empty()
            && self.extended.is_empty()
    }

    pub(super) fn of(before: &Directory, after: &Directory) -> Self {
        let ids = |directory: &Directory| {
            let organisations: Vec<OrganisationRef> = directory.organisations().collect();
            organisations
                .into_iter()
                .map(|one| directory.catalogue()[one].id.clone())
                .collect::<Vec<OrganisationId>>()
                .into_iter()
        };
        let turnover = Turnover::of(ids(before), ids(after));
        let ended = turnover.gone.into_iter().map(|organisation| Ended {
            successor: successor(after, &organisation),
            organisation,
        });
        let mut renamed: Vec<Renamed> = before
            .organisations()
            .filter_map(|one| {
                let organisation = &before.catalogue()[one].id;
                let other = after.catalogue().find_organisation(organisation.as_str())?;
                let (then, now) = (before.name(one), after.name(other));
                (after.exists(other) && then != now).then(|| Renamed {
                    organisation: organisation.clone(),
                    before: then.to_owned(),
                    after: now.to_owned(),
                })
            })
            .collect();
        renamed.sort_by(|a, b| a.organisation.cmp(&b.organisation));
        Self {
            ended: ended.collect(),
            new: turnover.new,
            renamed,
            extended: extended(before, after),
        }
    }
}

/// An organisation that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Which.
    pub organisation: OrganisationId,
    /// Who took over, if anybody did.
    pub successor: Option<OrganisationId>,
}

/// An organisation that has changed its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Which.
    pub organisation: OrganisationId,
    /// What it was called in full.
    pub before: String,
    /// What it is called now.
    pub after: String,
}

/// An organisation that serves municipalities it did not serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extended {
    /// Which.
    pub organisation: OrganisationId,
    /// The municipalities that it did not serve, though they were there.
    pub municipalities: Vec<MunicipalityId>,
}

/// Who serves more than it did, by id.
fn extended(before: &Directory, after: &Directory) -> Vec<Extended> {
    let (then, now) = (before.catalogue(), after.catalogue());
    let more = |one: OrganisationRef| {
        let organisation = &now[one].id;
        let known = then.find_organisation(organisation.as_str())?;
        let is_new = |place: &MunicipalityId| {
            let there = then.find_municipality(place.as_str());
            there.is_some_and(|there| !then[known].serves.contains(&there))
        };
        let serves = now[one].serves.iter().map(|&place| now[place].id.clone());
        let municipalities: Vec<_> = serves.filter(is_new).collect();
        (before.exists(known) && !municipalities.is_empty()).then(|| Extended {
            organisation: organisation.clone(),
            municipalities,
        })
    };
    let mut extended: Vec<Extended> = after.organisations().filter_map(more).collect();
    extended.sort_by(|a, b| a.organisation.cmp(&b.organisation));
    extended
}

/// Who answers for an organisation that is no longer there.
pub(super) fn successor(after: &Directory, gone: &OrganisationId) -> Option<OrganisationId> {
    let known = after.catalogue().find_organisation(gone.as_str())?;
    let answering = after.answering(known)?;
    Some(after.catalogue()[answering].id.clone())
}

/// Services that are in only one of the directories.
pub(super) fn services(before: &Directory, after: &Directory) -> Turnover<ServiceId> {
    let ids = |directory: &Directory| {
        let services = directory.services().iter();
        services
            .map(|&one| directory.catalogue()[one].id.clone())
            .collect::<Vec<_>>()
            .into_iter()
    };
    Turnover::of(ids(before), ids(after))
}

/// Municipalities that are in only one of the directories.
pub(super) fn municipalities(before: &Directory, after: &Directory) -> Turnover<MunicipalityId> {
    let ids = |directory: &Directory| {
        let municipalities = directory.catalogue().municipalities().iter();
        municipalities
            .map(|one| one.id.clone())
            .collect::<Vec<_>>()
            .into_iter()
    };
    Turnover::of(ids(before), ids(after))
}
