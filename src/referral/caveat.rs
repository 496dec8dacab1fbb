//! What one should know before relying on an entrance: what is not documented, and what callers may still call it.

use super::Entrance;
use crate::catalogue::{Confidence, Contact, Name, OrganisationRef, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;

/// That something follows from sources without standing in them, or is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caveat {
    what: What,
    confidence: Confidence,
}

/// What a caveat is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Responsibility,
    Number,
}

impl Caveat {
    /// That it is not documented who is responsible.
    pub fn of_responsibility(entrance: &Entrance) -> Option<Self> {
        Self::unless_documented(What::Responsibility, entrance.confidence)
    }

    /// That the number is not documented; nothing where there is no number.
    pub fn of_number(contact: &Contact) -> Option<Self> {
        contact.phone.as_ref()?;
        Self::unless_documented(What::Number, contact.confidence?)
    }

    fn unless_documented(what: What, confidence: Confidence) -> Option<Self> {
        (confidence != Confidence::Documented).then_some(Self { what, confidence })
    }

    /// Whether it is assumed, rather than inferred.
    pub fn is_assumed(self) -> bool {
        self.confidence == Confidence::Assumed
    }

    /// The sign and the words, the same wherever they are shown: `~ numret är en slutsats av källorna`.
    pub fn words(self, locale: &Locale) -> String {
        let key = match (self.what, self.is_assumed()) {
            (What::Responsibility, false) => "caveat-who-inferred",
            (What::Responsibility, true) => "caveat-who-assumed",
            (What::Number, false) => "caveat-number-inferred",
            (What::Number, true) => "caveat-number-assumed",
        };
        format!("{} {}", sign(self.confidence), locale.text(key))
    }
}

/// The sign of a confidence: nothing, `~` or `?`.
pub const fn sign(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Documented => "",
        Confidence::Inferred => "~",
        Confidence::Assumed => "?",
    }
}

/// What callers may still call an organisation: its former names, and those it took this service over from.
pub fn former_names(
    directory: &Directory,
    service: ServiceRef,
    organisation: OrganisationRef,
) -> Vec<&str> {
    let catalogue = directory.catalogue();
    let day = directory.day();
    let own = catalogue[organisation]
        .other_names_on(day)
        .filter(|name| name.period.ended_before(day));
    let mut before: Vec<OrganisationRef> = catalogue[service]
        .responsibilities
        .iter()
        .map(|one| one.organisation)
        .collect();
    before.sort_unstable();
    before.dedup();
    let taken_over = before
        .into_iter()
        .map(|one| &catalogue[one])
        .filter(|one| one.successor == Some(organisation) && one.period.ended_before(day));
    own.chain(taken_over.flat_map(|one| &one.names))
        .map(Name::brief)
        .collect()
}
