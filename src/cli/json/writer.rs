//! Puts the answers of one day into the shapes that scripts rely on.

use super::{
    Answer, ContactJson, Heading, NotHere, OnCallJson, OrganisationJson, ReferralJson, Source,
    Stated, StepJson,
};
use crate::catalogue::{
    Confidence, MunicipalityRef, Opening, OrganisationRef, ServiceRef, SourceRef, Statement,
};
use crate::cli::answer;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::Findings;
use crate::referral::{self, Elsewhere, Entrance, Moment, OnCall, Referral, who_does_what};

/// Puts the answers of one directory into these shapes.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'d> {
    /// The day's directory.
    pub directory: &'d Directory,
    /// What was found on the day.
    pub findings: &'d Findings,
    /// The moment asked about.
    pub moment: Moment,
    /// The language of the sentence to read out.
    pub locale: &'d Locale,
}

impl Writer<'_> {
    /// The id of a municipality.
    pub fn municipality(&self, municipality: MunicipalityRef) -> String {
        self.directory.catalogue()[municipality].id.to_string()
    }

    /// A service's name.
    pub fn heading(&self, service: ServiceRef) -> Heading {
        let catalogue = self.directory.catalogue();
        let topic = &catalogue[catalogue[service].topic];
        Heading {
            service: catalogue[service].id.to_string(),
            name: catalogue[service].name.clone(),
            topic: topic.id.to_string(),
            topic_name: topic.name.clone(),
        }
    }

    /// Whom to turn to: for the municipality, or for each where none is named.
    pub fn answer(&self, service: ServiceRef, municipality: Option<MunicipalityRef>) -> Answer {
        if let Some(municipality) = municipality {
            return Answer::Referral(Box::new(self.referral(service, municipality)));
        }
        let each = self
            .directory
            .catalogue()
            .municipality_refs()
            .filter_map(|municipality| {
                let referral = serde_json::to_value(self.referral(service, municipality)).ok()?;
                Some((self.municipality(municipality), referral))
            });
        Answer::Referrals(each.collect())
    }

    fn referral(&self, service: ServiceRef, municipality: MunicipalityRef) -> ReferralJson {
        let directory = self.directory;
        let referral = referral::resolve(directory, service, municipality, self.moment);
        let findings = self.findings.about_work(service, Some(municipality));
        ReferralJson {
            status: referral.status(),
            gap: match &referral {
                Referral::Gap(gap, _) => Some(gap.word()),
                _ => None,
            },
            complete: !matches!(referral, Referral::Gap(..)) && !referral.leaves_cases_out(),
            on_call: self.on_call(&referral),
            contacts: referral
                .entrances()
                .iter()
                .map(|one| self.contact(one))
                .collect(),
            steps: self.steps(service, municipality),
            findings: findings.map(|finding| finding.id.to_string()).collect(),
            sentence: referral::sentence(directory, service, &referral, self.moment, self.locale),
        }
    }

    /// Every number for when it is closed, once.
    fn on_call(&self, referral: &Referral) -> Vec<OnCallJson> {
        let of_entrances = referral.entrances().iter().flat_map(|one| &one.on_call);
        let of_gap = match referral {
            Referral::Gap(_, numbers) => numbers.as_slice(),
            _ => &[],
        };
        let mut all: Vec<&OnCall> = Vec::new();
        for one in of_entrances.chain(of_gap) {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        let json = |one: &OnCall| OnCallJson {
            who: self.organisation(one.organisation),
            number: one.number.clone(),
            condition: one.condition.clone(),
            note: one.note.clone(),
        };
        all.into_iter().map(json).collect()
    }

    /// Who does what in a municipality.
    fn steps(&self, service: ServiceRef, municipality: MunicipalityRef) -> Vec<StepJson> {
        let rows = who_does_what(self.directory, service).into_iter();
        let of_step = rows.map(|row| {
            let here = row.organisations.into_iter();
            let here = here.filter(|(one, _)| *one == municipality);
            StepJson {
                step: row.step.word(),
                organisations: here
                    .flat_map(|(_, organisations)| organisations)
                    .map(|one| self.organisation(one))
                    .collect(),
            }
        });
        of_step
            .filter(|row| !row.organisations.is_empty())
            .collect()
    }

    /// An organisation by name.
    pub fn organisation(&self, organisation: OrganisationRef) -> OrganisationJson {
        OrganisationJson {
            organisation: self.directory.catalogue()[organisation].id.to_string(),
            name: self.directory.name(organisation).to_owned(),
            short: self.directory.brief(organisation).to_owned(),
        }
    }

    fn contact(&self, entrance: &Entrance) -> ContactJson {
        let catalogue = self.directory.catalogue();
        let contact = &entrance.contact;
        let who = self.organisation(entrance.organisation);
        let unit = entrance
            .unit
            .and_then(|unit| catalogue[entrance.organisation].unit_at(unit));
        let on_call = entrance.on_call.first();
        let notes: Vec<&str> = entrance
            .notes
            .iter()
            .chain(&contact.note)
            .map(String::as_str)
            .collect();
        let (open, closes, opens) = match entrance.opening {
            None => (None, None, None),
            Some(Opening::Open { closes }) => (Some(true), closes, None),
            Some(Opening::Closed { opens }) => (Some(false), None, opens),
        };
        ContactJson {
            organisation: who.organisation,
            name: who.name,
            short: who.short,
            kind: catalogue[entrance.organisation].kind.word(),
            unit: unit.map(|unit| unit.name.clone()),
            phone: contact.phone.clone(),
            email: contact.email.clone(),
            web: contact.web.clone(),
            address: contact.address.clone(),
            hours: contact
                .hours
                .as_ref()
                .map(|hours| hours.as_str().to_owned()),
            open,
            closes: closes.map(answer::date_and_time),
            opens: opens.map(answer::date_and_time),
            on_call: on_call.map(|one| one.number.clone()),
            on_call_note: on_call.and_then(|one| one.note.clone()),
            condition: entrance.condition.clone(),
            confidence: entrance.confidence.word(),
            contact_confidence: contact.confidence.map(Confidence::word),
            formerly: entrance.formerly.map(|one| catalogue[one].id.to_string()),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
            verified: entrance.checked.verified().map(|day| day.to_string()),
            as_of: entrance.checked.day().map(|day| day.to_string()),
            sources: self.source_ids(&entrance.sources),
        }
    }

    /// When a matter belongs to somebody else.
    pub fn not_here(&self, elsewhere: &Elsewhere) -> NotHere {
        let catalogue = self.directory.catalogue();
        let organisation = elsewhere.organisation;
        NotHere {
            when: elsewhere.when.clone(),
            organisation: organisation.map(|one| catalogue[one].id.to_string()),
            name: organisation.map(|one| self.directory.name(one).to_owned()),
            phone: elsewhere.phone.clone(),
            service: elsewhere.service.map(|one| catalogue[one].id.to_string()),
        }
    }

    /// What a publisher states.
    pub fn stated(&self, statement: &Statement) -> Stated {
        Stated {
            what: statement.what.clone(),
            value: statement.value.clone(),
            sources: self.source_ids(&statement.sources),
        }
    }

    fn source_ids(&self, sources: &[SourceRef]) -> Vec<String> {
        sources
            .iter()
            .map(|&source| self.directory.catalogue()[source].id.to_string())
            .collect()
    }

    /// A source.
    pub fn source(&self, source: SourceRef) -> Source {
        let source = &self.directory.catalogue()[source];
        Source {
            id: source.id.to_string(),
            title: source.title.clone(),
            address: source.address.clone(),
            published: source.published.map(|day| day.to_string()),
            read: source.read.map(|day| day.to_string()),
        }
    }
}
