//! All that is answered in a call about one service, as plain data. It is worked out here once, and told by the command
//! line, the screen, the sentence and the JSON.

use super::{Moment, Referral, WhoDoesWhat, resolve, resolve_everywhere, who_does_what};
use crate::catalogue::{
    Contact, MunicipalityRef, NotHere, OrganisationRef, Service, ServiceRef, SourceRef, Statement,
    Urgency,
};
use crate::directory::Directory;

/// All that is answered about a service, in the order in which it is told.
#[derive(Clone, Debug)]
pub struct Card {
    /// The service.
    pub service: ServiceRef,
    /// The caller's municipality; none for the answers of all.
    pub municipality: Option<MunicipalityRef>,
    /// The moment asked about.
    pub moment: Moment,
    /// The number to ring first where there is danger, for a service that is about such.
    pub emergency: Option<String>,
    /// Whom to turn to; the same answers together.
    pub answers: Vec<Answer>,
    /// Where to turn instead, in cases that are not this service.
    pub elsewhere: Vec<Elsewhere>,
    /// Who does which step where.
    pub steps: Vec<WhoDoesWhat>,
    /// What publishers state about it, on the day and for the municipality.
    pub stated: Vec<Statement>,
    /// Where all that is from.
    pub sources: Vec<SourceRef>,
}

/// Whom to turn to in one or several municipalities.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The municipalities.
    pub municipalities: Vec<MunicipalityRef>,
    /// Whom to turn to in them.
    pub referral: Referral,
}

/// Where to turn in a case that is not this service. At least one of service and organisation is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// The case.
    pub when: String,
    /// The service it is instead.
    pub service: Option<ServiceRef>,
    /// Who has it: the organisation named, or whom to turn to about the other service.
    pub organisation: Option<OrganisationRef>,
    /// The number there.
    pub phone: Option<String>,
}

impl Card {
    /// The answer about a service, for a municipality or for all, at a moment on the directory's day.
    pub fn of(
        directory: &Directory,
        service: ServiceRef,
        municipality: Option<MunicipalityRef>,
        moment: Moment,
    ) -> Self {
        let catalogue = directory.catalogue();
        let entry = &catalogue[service];
        let answers = answers(directory, service, municipality, moment);
        let elsewhere = |one: &NotHere| elsewhere(directory, one, municipality, moment);
        let stated = stated(directory, entry, municipality);
        let sources = sources(directory, service, municipality, &answers, &stated);
        Self {
            service,
            municipality,
            moment,
            emergency: (entry.urgency == Urgency::Acute)
                .then(|| Some(catalogue.emergencies().first()?.number.clone()))
                .flatten(),
            elsewhere: entry.not_here.iter().filter_map(elsewhere).collect(),
            steps: who_does_what(directory, service),
            answers,
            stated,
            sources,
        }
    }
}

fn answers(
    directory: &Directory,
    service: ServiceRef,
    municipality: Option<MunicipalityRef>,
    moment: Moment,
) -> Vec<Answer> {
    let answers = match municipality {
        Some(one) => vec![(vec![one], resolve(directory, service, one, moment))],
        None => resolve_everywhere(directory, service, moment),
    };
    let answer = |(municipalities, referral)| Answer {
        municipalities,
        referral,
    };
    answers.into_iter().map(answer).collect()
}

/// Where to turn instead; none where neither the service nor the organisation exists that day.
fn elsewhere(
    directory: &Directory,
    not_here: &NotHere,
    municipality: Option<MunicipalityRef>,
    moment: Moment,
) -> Option<Elsewhere> {
    let exists = |&service: &ServiceRef| {
        let period = &directory.catalogue()[service].period;
        period.contains(directory.day())
    };
    let service = not_here.instead.service().filter(exists);
    let named = not_here.instead.organisation();
    let (organisation, contact) = match named {
        Some(named) => {
            let organisation = directory.answering(named);
            let contact = organisation.map(|one| directory.contact(one, None));
            (organisation, contact)
        }
        None => only_entrance(directory, service, municipality, moment).unzip(),
    };
    (service.is_some() || organisation.is_some()).then(|| Elsewhere {
        when: not_here.when.clone(),
        service,
        organisation,
        phone: contact.and_then(|contact| contact.phone),
    })
}

/// Whom to turn to about another service, where that is one and the same whatever the case.
fn only_entrance(
    directory: &Directory,
    service: Option<ServiceRef>,
    municipality: Option<MunicipalityRef>,
    moment: Moment,
) -> Option<(OrganisationRef, Contact)> {
    let mut answers = answers(directory, service?, municipality, moment);
    match (answers.pop()?.referral, answers.is_empty()) {
        (Referral::One(only), true) => Some((only.organisation, only.contact)),
        _ => None,
    }
}

fn stated(
    directory: &Directory,
    entry: &Service,
    municipality: Option<MunicipalityRef>,
) -> Vec<Statement> {
    let holds = |one: &&Statement| {
        let here = municipality.is_none_or(|municipality| {
            one.municipalities.is_empty() || one.municipalities.contains(&municipality)
        });
        here && one.period.contains(directory.day())
    };
    entry.stated.iter().filter(holds).cloned().collect()
}

/// Everything that something on the card is from, in catalogue order.
fn sources(
    directory: &Directory,
    service: ServiceRef,
    municipality: Option<MunicipalityRef>,
    answers: &[Answer],
    stated: &[Statement],
) -> Vec<SourceRef> {
    let mut sources = directory.catalogue()[service].sources.clone();
    for entrance in answers
        .iter()
        .flat_map(|answer| answer.referral.entrances())
    {
        sources.extend(&entrance.sources);
    }
    for duty in directory.duties(service) {
        if municipality.is_none_or(|one| duty.municipalities.contains(&one)) {
            sources.extend(&duty.responsibility.sources);
        }
    }
    sources.extend(stated.iter().flat_map(|one| &one.sources));
    sources.sort_unstable();
    sources.dedup();
    sources
}
