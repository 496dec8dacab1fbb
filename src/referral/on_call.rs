//! Whom to ring when it is closed.

use super::Entrance;
use super::week::never_closes;
use crate::catalogue::{OrganisationKind, OrganisationRef, Step, UnitRef, is_same_number};
use crate::directory::{Directory, Duty};

/// A number for when it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct OnCall {
    /// Who answers.
    pub organisation: OrganisationRef,
    /// Which part of it.
    pub unit: Option<UnitRef>,
    /// The number.
    pub number: String,
    /// Whether somebody is on call for just this service; otherwise it is the organisation's number for whatever cannot
    /// wait.
    pub for_service: bool,
    /// The case it is for.
    pub condition: Option<String>,
    /// When it may be used, and what to know.
    pub note: Option<String>,
}

/// The numbers of those who are on call for a service, given everybody's part in it: the number that they have for that,
/// or the ordinary one where somebody answers it day and night. A switchboard that closes is nobody on call.
pub(super) fn of_service(directory: &Directory, duties: &[Duty<'_>]) -> Vec<OnCall> {
    let mut all: Vec<OnCall> = Vec::new();
    for duty in duties
        .iter()
        .filter(|duty| duty.steps.contains(Step::OnCall))
    {
        let contact = directory.contact_for(duty);
        let always = contact
            .hours
            .as_ref()
            .is_some_and(|hours| never_closes(hours, directory.catalogue(), directory.day()));
        let (number, about) = match contact.on_call {
            Some(number) => (Some(number), contact.on_call_note),
            None => (contact.phone.filter(|_| always), None),
        };
        let notes = [about, duty.responsibility.note.clone()];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        let known = |number: &String| {
            let same = |one: &OnCall| {
                one.organisation == duty.organisation && is_same_number(&one.number, number)
            };
            all.iter().any(same)
        };
        if let Some(number) = number.filter(|number| !known(number)) {
            all.push(OnCall {
                organisation: duty.organisation,
                unit: duty.unit,
                number,
                for_service: true,
                condition: duty.responsibility.condition.clone(),
                note: (!notes.is_empty()).then(|| notes.join(" ")),
            });
        }
    }
    all
}

/// Gives every entrance its numbers: those of the organisation itself if it is on call, or else those of others, but not
/// to a private duty, which nobody is on call for; where nobody is on call for the service, its own general one.
pub(super) fn share(directory: &Directory, of_service: &[OnCall], entrances: &mut [Entrance]) {
    let catalogue = directory.catalogue();
    let at_an_entrance: Vec<OrganisationRef> =
        entrances.iter().map(|one| one.organisation).collect();
    for entrance in entrances {
        let is_private = catalogue[entrance.organisation].kind == OrganisationKind::Private;
        let for_it = |one: &&OnCall| {
            one.organisation == entrance.organisation
                || !(is_private || at_an_entrance.contains(&one.organisation))
        };
        let mut numbers: Vec<OnCall> = of_service.iter().filter(for_it).cloned().collect();
        if numbers.is_empty() {
            numbers.extend(own(entrance));
        }
        let first = entrance.contact.phone.as_deref();
        numbers.retain(|one| first.is_none_or(|first| !is_same_number(first, &one.number)));
        entrance.on_call = numbers;
    }
}

/// The number that an organisation has for when it is closed, whatever it is about.
fn own(entrance: &Entrance) -> Option<OnCall> {
    Some(OnCall {
        organisation: entrance.organisation,
        unit: entrance.unit,
        number: entrance.contact.on_call.clone()?,
        for_service: false,
        condition: None,
        note: entrance.contact.on_call_note.clone(),
    })
}
