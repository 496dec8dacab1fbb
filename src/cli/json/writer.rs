//! Puts the answers of one day into the shapes that scripts rely on.

use std::collections::BTreeMap;

use super::{
    Answer, ContactJson, Heading, NotHere, OrganisationJson, ReferralJson, Source, Stated, StepJson,
};
use crate::catalogue::{
    self, Confidence, MunicipalityRef, Opening, OrganisationRef, ServiceRef, SourceRef, Statement,
    Step,
};
use crate::cli::answer;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::Findings;
use crate::referral::{self, Entrance, Gap, Moment, Referral};

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
            gap: gap_word(&referral),
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

    fn steps(&self, service: ServiceRef, municipality: MunicipalityRef) -> Vec<StepJson> {
        let of_step = |step: Step| {
            let duties = self.directory.duties_for(service, municipality);
            let holders: BTreeMap<OrganisationRef, OrganisationJson> = duties
                .filter(|duty| duty.steps.contains(step))
                .map(|duty| (duty.organisation, self.organisation(duty.organisation)))
                .collect();
            let organisations: Vec<_> = holders.into_values().collect();
            (!organisations.is_empty()).then_some(StepJson {
                step: step.word(),
                organisations,
            })
        };
        Step::ALL.into_iter().filter_map(of_step).collect()
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
            on_call: contact.on_call.clone(),
            on_call_note: contact.on_call_note.clone(),
            condition: entrance.condition.clone(),
            confidence: entrance.confidence.word(),
            contact_confidence: contact.confidence.map(Confidence::word),
            formerly: entrance.formerly.map(|one| catalogue[one].id.to_string()),
            note: entrance.note.clone().or_else(|| contact.note.clone()),
            verified: answer::verified(entrance).map(|day| day.to_string()),
            sources: self.source_ids(&answer::sources(entrance)),
        }
    }

    /// When a matter belongs to somebody else.
    pub fn not_here(&self, not_here: &catalogue::NotHere) -> NotHere {
        let catalogue = self.directory.catalogue();
        let named = not_here.instead.organisation();
        let organisation = named.map(|one| self.directory.answering(one).unwrap_or(one));
        NotHere {
            when: not_here.when.clone(),
            organisation: organisation.map(|one| catalogue[one].id.to_string()),
            name: organisation.map(|one| self.directory.name(one).to_owned()),
            service: not_here
                .instead
                .service()
                .map(|one| catalogue[one].id.to_string()),
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

fn gap_word(referral: &Referral) -> Option<&'static str> {
    match referral {
        Referral::Gap(Gap::NoService) => Some("no-service"),
        Referral::Gap(Gap::Nobody) => Some("nobody"),
        Referral::Gap(Gap::OnlyAppeal) => Some("only-appeal"),
        _ => None,
    }
}
