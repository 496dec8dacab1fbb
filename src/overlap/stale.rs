//! Out of date: what nobody has made sure of within the review period. One finding for each organisation, because it is
//! the organisation that has to go through its services.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::catalogue::{FindingKind, OrganisationRef};
use crate::directory::{Directory, Duty};

use super::draft::Draft;
use super::finding::{Evidence, Finding};

/// How old what is known is, of all that an organisation does of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verified {
    /// Never, of some of it.
    Never,
    /// Too long ago, of some of it.
    Overdue(NaiveDate),
    /// In time.
    InTime,
}

/// What an organisation has to go through.
struct Tally {
    draft: Draft,
    never: usize,
    overdue: usize,
    all: usize,
    oldest: Option<NaiveDate>,
}

/// Finds the organisations that have services to go through.
pub fn find(directory: &Directory) -> Vec<Finding> {
    let catalogue = directory.catalogue();
    let checked = |duty: &Duty<'_>| {
        let written = duty.responsibility;
        catalogue.checked(written.verified, &written.sources)
    };
    let verified = |duty: &Duty<'_>| match checked(duty).day() {
        None => Verified::Never,
        Some(day) if catalogue.is_overdue(day, directory.day()) => Verified::Overdue(day),
        Some(_) => Verified::InTime,
    };
    let mut tallies: BTreeMap<OrganisationRef, Tally> = BTreeMap::new();
    for &service in directory.services() {
        let mut worst: BTreeMap<OrganisationRef, Verified> = BTreeMap::new();
        for duty in directory.duties(service) {
            let known = worst.entry(duty.organisation).or_insert(Verified::InTime);
            *known = verified(&duty).min(*known);
        }
        for (&organisation, &verified) in &worst {
            let tally = tallies.entry(organisation).or_insert_with(|| Tally {
                draft: Draft::new(FindingKind::Stale),
                never: 0,
                overdue: 0,
                all: 0,
                oldest: None,
            });
            tally.all += 1;
            match verified {
                Verified::Never => tally.never += 1,
                Verified::Overdue(day) => {
                    tally.overdue += 1;
                    tally.oldest = Some(tally.oldest.map_or(day, |known| known.min(day)));
                }
                Verified::InTime => continue,
            }
            tally.draft.services.push(service);
        }
        for duty in directory.duties(service) {
            if verified(&duty) != Verified::InTime
                && let Some(tally) = tallies.get_mut(&duty.organisation)
            {
                tally.draft.municipalities.extend(duty.municipalities);
            }
        }
    }
    let finding = |(organisation, tally): (OrganisationRef, Tally)| {
        let mut draft = tally.draft;
        if draft.services.is_empty() {
            return None;
        }
        draft.organisations.push(organisation);
        draft.evidence.push(Evidence::Unverified {
            organisation,
            never: tally.never,
            overdue: tally.overdue,
            all: tally.all,
            oldest: tally.oldest,
        });
        let id = catalogue[organisation].id.to_string();
        Some(draft.finding(directory, &[id]))
    };
    tallies.into_iter().filter_map(finding).collect()
}
