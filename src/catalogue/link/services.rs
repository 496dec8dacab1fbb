//! Links what is done: services with their responsibilities, referrals, and findings that people have made.

use super::Linker;
use crate::catalogue::fault::{EntryKind, Fault, FaultKind};
use crate::catalogue::file::{
    WrittenFinding, WrittenNotHere, WrittenReferral, WrittenResponsibility, WrittenService,
};
use crate::catalogue::id::{FindingId, MunicipalityRef, OrganisationRef, ServiceId};
use crate::catalogue::model::{
    DocumentedFinding, Instead, NotHere, Organisation, Responsibility, SendingOn, Service, UnitRef,
};
use crate::catalogue::period::Period;
use crate::catalogue::vocabulary::{Status, Steps};
use crate::catalogue::written::At;

impl Linker {
    pub(super) fn service_entry(
        &mut self,
        written: &WrittenService,
        organisations: &[Organisation],
    ) -> Option<Service> {
        let mut responsibilities: Vec<Responsibility> = Vec::new();
        for one in &written.responsible {
            for linked in self.responsibility(&one.value, organisations) {
                if responsibilities
                    .iter()
                    .any(|earlier| is_same(earlier, &linked))
                {
                    let organisation = organisations.get(linked.organisation.position());
                    let organisation = organisation
                        .map(|one| one.id.to_string())
                        .unwrap_or_default();
                    self.fault(FaultKind::TwiceTheSame { organisation }, &one.span);
                } else {
                    responsibilities.push(linked);
                }
            }
        }
        let service = Service {
            id: ServiceId::new(&written.id.value),
            name: self.required("name", &written.name),
            also: self.texts(&written.also),
            summary: self.optional(written.summary.as_ref()),
            ask: self.texts(&written.ask),
            not_here: written
                .not_here
                .iter()
                .filter_map(|one| self.not_here(one))
                .collect(),
            urgency: written.urgency,
            law: self.texts(&written.law),
            shareable: written.shareable,
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            sources: self.sources(&written.sources),
            responsibilities,
            stated: written
                .stated
                .iter()
                .map(|statement| self.statement(statement))
                .collect(),
            topic: self.topic(&written.topic)?,
        };
        if service.summary.is_none() {
            self.fault(
                FaultKind::NoSummary {
                    service: service.name.clone(),
                },
                &written.id.span,
            );
        }
        Some(service)
    }

    fn not_here(&mut self, At { value, span }: &At<WrittenNotHere>) -> Option<NotHere> {
        let when = self.required("when", &value.when);
        let organisation = value.organisation.as_ref().map(|id| self.organisation(id));
        let service = value.service.as_ref().map(|id| self.service(id));
        let instead = match (service, organisation) {
            (Some(service), Some(organisation)) => Instead::Both(service?, organisation?),
            (Some(service), None) => Instead::Service(service?),
            (None, Some(organisation)) => Instead::Organisation(organisation?),
            (None, None) => {
                self.fault(FaultKind::NotHereWhere {}, span);
                return None;
            }
        };
        Some(NotHere { when, instead })
    }

    /// One responsibility for each organisation named, whether by id or by group.
    fn responsibility(
        &mut self,
        written: &WrittenResponsibility,
        organisations: &[Organisation],
    ) -> Vec<Responsibility> {
        let period = self.period(written.from.as_ref(), written.until.as_ref());
        let named = written.municipalities.as_ref().map(|ids| {
            let handles: Vec<_> = ids
                .iter()
                .filter_map(|id| Some((self.municipality(id)?, id.span.clone())))
                .collect();
            handles
        });
        let sources = self.sources(&written.sources);
        let common = Common {
            steps: written.steps.iter().copied().collect(),
            period,
            condition: self.optional(written.condition.as_ref()),
            confidence: self.confidence(written.confidence.as_ref(), &written.sources),
            verified: self.verified(written.verified.as_ref(), &sources),
            note: self.optional(written.note.as_ref()),
            contact: written
                .contact
                .as_ref()
                .map(|contact| self.contact(contact)),
        };

        let mut linked = Vec::new();
        let mut served_by_any: Vec<MunicipalityRef> = Vec::new();
        for id in &written.organisation.0 {
            for handle in self.organisations_called(id) {
                let Some(organisation) = organisations.get(handle.position()) else {
                    continue;
                };
                if !period.is_backwards() && !period.overlaps(&organisation.period) {
                    let kind = FaultKind::OutsideLife {
                        organisation: organisation.id.to_string(),
                        life: life(&organisation.period),
                    };
                    let until = written.until.as_ref().or(written.from.as_ref());
                    self.fault(kind, until.map_or(&id.span, |day| &day.span));
                }
                let municipalities: Vec<MunicipalityRef> = match &named {
                    Some(named) => named
                        .iter()
                        .map(|(one, _)| *one)
                        .filter(|one| organisation.serves.contains(one))
                        .collect(),
                    None => organisation.serves.clone(),
                };
                served_by_any.extend(&municipalities);
                let unit = self.unit(written.unit.as_ref(), organisation);
                if !municipalities.is_empty() {
                    linked.push(common.for_one(handle, unit, municipalities, sources.clone()));
                }
            }
        }
        let unserved = named
            .into_iter()
            .flatten()
            .zip(written.municipalities.iter().flatten());
        for ((_, span), id) in unserved.filter(|((one, _), _)| !served_by_any.contains(one)) {
            let names: Vec<_> = written
                .organisation
                .0
                .iter()
                .map(|id| id.value.as_str())
                .collect();
            let kind = FaultKind::NotServed {
                organisation: names.join(", "),
                municipality: id.value.clone(),
            };
            self.fault(kind, &span);
        }
        linked
    }

    fn organisations_called(&mut self, id: &At<String>) -> Vec<OrganisationRef> {
        match self.groups.get(&id.value) {
            Some(members) => members.clone(),
            None if self.lost.contains(&(EntryKind::Group, id.value.clone())) => Vec::new(),
            None => self.organisation(id).into_iter().collect(),
        }
    }

    fn unit(
        &mut self,
        written: Option<&At<String>>,
        organisation: &Organisation,
    ) -> Option<UnitRef> {
        let written = written?;
        let found = organisation.unit(&written.value);
        if found.is_none() {
            let kind = FaultKind::UnknownUnit {
                unit: crate::untrusted::plain(&written.value).into_owned(),
                organisation: organisation.id.to_string(),
                nearest: super::nearest(
                    &written.value,
                    organisation.units.iter().map(|unit| unit.id.as_str()),
                ),
            };
            self.fault(kind, &written.span);
        }
        found
    }

    pub(super) fn referral_entry(&mut self, written: &WrittenReferral) -> Option<SendingOn> {
        self.status(&written.status, &written.sources);
        if written.organisation.value == written.to.value {
            let organisation = written.to.value.clone();
            self.fault(FaultKind::ReferralToSelf { organisation }, &written.to.span);
        }
        let organisation = self.organisation(&written.organisation);
        let to = self.organisation(&written.to);
        let services = written.services.as_ref();
        Some(SendingOn {
            services: services.map(|ids| ids.iter().filter_map(|id| self.service(id)).collect()),
            municipalities: self.municipalities(written.municipalities.as_deref()),
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            reason: self.optional(written.reason.as_ref()),
            status: written.status.value,
            sources: self.sources(&written.sources),
            organisation: organisation?,
            to: to?,
        })
    }

    pub(super) fn finding_entry(&mut self, written: &WrittenFinding) -> DocumentedFinding {
        self.status(&written.status, &written.sources);
        DocumentedFinding {
            id: FindingId::new(&written.id.value),
            kind: written.kind,
            services: written
                .services
                .iter()
                .filter_map(|id| self.service(id))
                .collect(),
            organisations: written
                .organisations
                .iter()
                .filter_map(|id| self.organisation(id))
                .collect(),
            municipalities: self.municipalities(written.municipalities.as_deref()),
            step: written.step,
            statement: self.required("statement", &written.statement),
            suggestion: self.optional(written.suggestion.as_ref()),
            status: written.status.value,
            verdict: written.verdict,
            period: self.period(written.from.as_ref(), written.until.as_ref()),
            sources: self.sources(&written.sources),
        }
    }

    fn status(&mut self, status: &At<Status>, sources: &[At<String>]) {
        if status.value == Status::Documented && sources.is_empty() {
            let place = Some(self.place(&status.span));
            self.faults.push(Fault {
                kind: FaultKind::NoSource {},
                place,
                other: None,
            });
        }
    }
}

/// What the responsibilities of one entry have in common.
struct Common {
    steps: Steps,
    period: Period,
    condition: Option<String>,
    confidence: crate::catalogue::Confidence,
    verified: Option<chrono::NaiveDate>,
    note: Option<String>,
    contact: Option<crate::catalogue::Contact>,
}

impl Common {
    fn for_one(
        &self,
        organisation: OrganisationRef,
        unit: Option<UnitRef>,
        municipalities: Vec<MunicipalityRef>,
        sources: Vec<crate::catalogue::SourceRef>,
    ) -> Responsibility {
        Responsibility {
            organisation,
            unit,
            steps: self.steps,
            municipalities,
            period: self.period,
            condition: self.condition.clone(),
            confidence: self.confidence,
            sources,
            verified: self.verified,
            note: self.note.clone(),
            contact: self.contact.clone(),
        }
    }
}

/// Whether two responsibilities say the same, so that one of them was entered twice.
fn is_same(a: &Responsibility, b: &Responsibility) -> bool {
    a.organisation == b.organisation
        && a.unit == b.unit
        && a.steps == b.steps
        && a.municipalities == b.municipalities
        && a.period == b.period
        && a.condition == b.condition
}

/// A period as text: `2003-01-01–2022-12-31`.
fn life(period: &Period) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}–{}", day(period.from), day(period.until))
}
