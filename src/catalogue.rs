//! What the files say: the catalogue of services, organisations and municipalities, for all time at once.
//!
//! A catalogue is a folder of TOML files. [`Reading`] reads them and reports every fault; only a reading without
//! errors gives a [`Catalogue`], so nobody who holds one meets a dangling id or an impossible date.

use std::ops::Index;

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

mod compiled;
mod embedded;
mod fault;
mod file;
mod hours;
mod id;
mod link;
mod model;
mod period;
mod phone;
mod read;
mod same;
mod schema;
mod shape;
mod torn;
#[cfg(test)]
mod two_towns;
mod vocabulary;
mod written;

pub use compiled::{TextSum, compile, compiled};
pub use embedded::FILES as EMBEDDED_FILES;
pub(crate) use fault::duty_id;
pub(crate) use fault::nearest;
pub use fault::{EntryKind, Fault, FaultKind, Lines, Place as FaultPlace, Severity};
pub use hours::{DAY, Holidays, Hours, Minutes, Opening};
pub(crate) use id::is_id;
pub use id::{
    FindingId, FindingRef, MunicipalityId, MunicipalityRef, OrganisationId, OrganisationRef,
    ServiceId, ServiceRef, SourceId, SourceRef, TopicId, TopicRef,
};
pub use model::{
    Checked, Contact, DocumentedFinding, Emergency, Instead, Municipality, Name, NotHere,
    Organisation, Place, Responsibility, SendingOn, Service, Source, Statement, Topic, Unit,
    UnitRef,
};
pub use period::Period;
pub use phone::{dialled, is_same_number};
pub use read::{Origins, Progress, Reading, TextFile, Texts, holds_toml};
pub(crate) use read::{catalogue_files, read_as, read_kept, read_text, uppermost_keys};

pub(crate) use same::folded;
pub use schema::schema;
pub(crate) use schema::schema_of;
pub(crate) use shape::STAND_IN;
#[cfg(test)]
pub(crate) use two_towns::{TWO_TOWNS, of_two_towns, without_faults};
pub use vocabulary::{
    Confidence, FindingKind, OrganisationKind, Status, Step, Steps, Urgency, Verdict,
};
pub use written::{At, Day};
pub(crate) use written::{OneOrMany, filled, filled_if_any};

/// A checked catalogue. Ask it for an entry by its handle: `catalogue[service].name`.
///
/// That always finds the entry, if the handle comes from this catalogue or one that a scenario has made of it. With a
/// handle of any other it may find another entry, or panic as a list does past its end: two catalogues are compared by
/// their written ids.
///
/// ```
/// use hanvisa::catalogue::Reading;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let service = catalogue.find_service("snorojning").ok_or("no such service")?;
/// assert_eq!(catalogue[service].name, "Snöröjning av gator");
/// assert_eq!(catalogue[catalogue[service].topic].name, "Trafik och gator");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Catalogue {
    settings: link::Settings,
    entries: link::Parts,
}

/// Gives the list of one kind of entry, the handles of all of them, and the entry behind a handle.
macro_rules! entries {
    ($($(#[$doc:meta])* $list:ident, $refs:ident, $find:ident: $entry:ty, $handle:ty;)*) => {
        impl Catalogue {
            $(
                $(#[$doc])*
                pub fn $list(&self) -> &[$entry] {
                    &self.entries.$list
                }

                /// The handles of all of them, in catalogue order.
                pub fn $refs(&self) -> impl ExactSizeIterator<Item = $handle> + DoubleEndedIterator + use<> {
                    (0..self.entries.$list.len()).map(<$handle>::at)
                }

                /// The one with this written id.
                pub fn $find(&self, id: &str) -> Option<$handle> {
                    self.entries.$list.iter().position(|entry| entry.id.as_str() == id).map(<$handle>::at)
                }
            )*
        }

        $(impl Index<$handle> for Catalogue {
            type Output = $entry;

            #[expect(
                clippy::indexing_slicing,
                reason = "a handle is the position of an entry: `at` is not public, and called only with such while the \
                          catalogue is linked or counted, or a scenario adds to it; nothing is ever taken out"
            )]
            fn index(&self, handle: $handle) -> &$entry {
                &self.entries.$list[handle.position()]
            }
        })*
    };
}

entries! {
    /// The sources of the facts.
    sources, source_refs, find_source: Source, SourceRef;
    /// The headings that services are sorted under.
    topics, topic_refs, find_topic: Topic, TopicRef;
    /// The municipalities, in the order that digits pick them.
    municipalities, municipality_refs, find_municipality: Municipality, MunicipalityRef;
    /// The organisations of all time.
    organisations, organisation_refs, find_organisation: Organisation, OrganisationRef;
    /// The services of all time.
    services, service_refs, find_service: Service, ServiceRef;
    /// The findings that people have made.
    findings, finding_refs, find_finding: DocumentedFinding, FindingRef;
}

impl Catalogue {
    fn from_parts(settings: link::Settings, entries: link::Parts) -> Self {
        Self { settings, entries }
    }

    /// The catalogue with other services and organisations in the same places, and perhaps more organisations after those,
    /// so that handles stay what they are.
    pub(crate) fn altered(&self, organisations: Vec<Organisation>, services: Vec<Service>) -> Self {
        let mut altered = self.clone();
        altered.entries.organisations = organisations;
        altered.entries.services = services;
        altered
    }

    /// The catalogue's name.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// The time zone that opening hours are meant in.
    pub fn timezone(&self) -> Tz {
        self.settings.timezone
    }

    /// The public holidays of its country.
    pub fn holidays(&self) -> &Holidays {
        &self.settings.holidays
    }

    /// How long a fact may go without being verified.
    pub fn review_after(&self) -> Months {
        self.settings.review_after
    }

    /// How fresh a fact is: when somebody made sure, or else when the newest of its sources was published.
    pub fn checked(&self, verified: Option<NaiveDate>, sources: &[SourceRef]) -> Checked {
        let newest = || {
            let published = sources.iter().filter_map(|&source| self[source].published);
            published.max().map_or(Checked::Never, Checked::Published)
        };
        verified.map_or_else(newest, Checked::Verified)
    }

    /// Whether a fact that was verified on a day ought to have been verified again.
    pub fn is_overdue(&self, verified: NaiveDate, today: NaiveDate) -> bool {
        verified
            .checked_add_months(self.review_after())
            .is_some_and(|due| due < today)
    }

    /// Groups of organisations that are often named together: the written id, and who belongs to it.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &[OrganisationRef])> {
        let groups = self.entries.groups.iter();
        groups.map(|(id, members)| (id.as_str(), members.as_slice()))
    }

    /// Numbers for emergencies.
    pub fn emergencies(&self) -> &[Emergency] {
        &self.entries.emergencies
    }

    /// Callers being sent on from one organisation to another.
    pub fn referrals(&self) -> &[SendingOn] {
        &self.entries.referrals
    }
}
