//! Links what is done: services with their responsibilities, referrals, and findings that people have made.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Linker;
use crate::catalogue::fault::{EntryKind, Fault, FaultKind, duty_id, nearest};
use crate::catalogue::file::{
    WrittenFinding, WrittenNotHere, WrittenReferral, WrittenResponsibility, WrittenService,
};
use crate::catalogue::id::{FindingId, MunicipalityRef, OrganisationRef, ServiceId};
use crate::catalogue::model::{
    DocumentedFinding, Instead, NotHere, Organisation, Responsibility, SendingOn, Service, UnitRef,
};
use crate::catalogue::period::Period;
use crate::catalogue::same::folded;
use crate::catalogue::vocabulary::{Status, Steps};
use crate::catalogue::written::At;

impl Linker {
    pub(super) fn service_entry(
        &mut self,
        written: &WrittenService,
        organisations: &[Organisation],
    ) -> Option<Service> {
        let responsibilities =
            self.responsibilities(&written.id.value, &written.responsible, organisations);
        let service = Service {
            id: ServiceId::new(&written.id.value),
            name: self.required("name", &written.name),
            also: self.texts(&written.also),
            summary: self.optional(written.summary.as_ref()),
            ask: self.texts(&written.ask),
            not_here: written
                .not_here
                .iter()
                .filter_map(|one| self.not_here(one, &written.id))
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

    fn responsibilities(
        &mut self,
        service: &str,
        written: &[At<WrittenResponsibility>],
        organisations: &[Organisation],
    ) -> Vec<Responsibility> {
        let mut all: Vec<(Responsibility, &At<WrittenResponsibility>)> = Vec::new();
        for one in written {
            let linked = self.responsibility(&one.value, organisations);
            all.extend(linked.into_iter().map(|linked| (linked, one)));
        }
        one_spelling_a_case(&mut all);
        let mut kept: Vec<(Responsibility, &At<WrittenResponsibility>)> = Vec::new();
        for (linked, one) in all {
            let twin = kept.iter().find(|(earlier, _)| is_same(earlier, &linked));
            let Some((_, first)) = twin else {
                kept.push((linked, one));
                continue;
            };
            let organisation = organisations
                .get(linked.organisation.position())
                .map(|one| one.id.to_string())
                .unwrap_or_default();
            let first = first.span.clone();
            self.fault_beside(FaultKind::TwiceTheSame { organisation }, &one.span, &first);
        }
        let is_dated =
            |one: &At<WrittenResponsibility>| one.value.from.is_some() || one.value.until.is_some();
        if written.iter().any(is_dated) {
            for (position, (_, one)) in kept.iter().enumerate() {
                self.duty_places(service, position, one);
            }
        }
        kept.into_iter().map(|(linked, _)| linked).collect()
    }

    /// Remembers where a responsibility was written, and where it says when it begins and ends.
    fn duty_places(&mut self, service: &str, position: usize, one: &At<WrittenResponsibility>) {
        let whole = (None, Some(&one.span));
        let from = (Some("from"), one.value.from.as_ref().map(|day| &day.span));
        let until = (Some("until"), one.value.until.as_ref().map(|day| &day.span));
        for (key, span) in [whole, from, until] {
            if let Some(span) = span {
                let place = self.place(span);
                let places = self.positions.entry(EntryKind::Responsibility).or_default();
                places.insert(duty_id(service, position, key), (position, place));
            }
        }
    }

    fn not_here(
        &mut self,
        At { value, span }: &At<WrittenNotHere>,
        own: &At<String>,
    ) -> Option<NotHere> {
        if let Some(id) = value.service.as_ref().filter(|id| id.value == own.value) {
            let service = id.value.clone();
            self.fault_beside(FaultKind::NotHereSelf { service }, &id.span, &own.span);
        }
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
            self.once_each(ids);
            let handles: Vec<_> = ids
                .iter()
                .filter_map(|id| Some((self.municipality(id)?, id)))
                .collect();
            handles
        });
        let sources = self.sources(&written.sources);
        let common = Common {
            steps: written.steps.iter().copied().collect(),
            period,
            condition: self.optional(written.condition.as_ref()),
            confidence: self.confidence(written.confidence.as_ref(), &written.sources),
            verified: written.verified.as_ref().map(|day| day.value.0),
            note: self.optional(written.note.as_ref()),
            contact: written
                .contact
                .as_ref()
                .map(|contact| self.contact(contact)),
        };

        let mut linked = Vec::new();
        let mut served_by_any: Vec<MunicipalityRef> = Vec::new();
        let mut unknown = written.organisation.0.is_empty();
        let mut without_unit = None;
        for id in &written.organisation.0 {
            let handles = self.organisations_called(id);
            unknown |= handles.is_empty();
            for handle in handles {
                let Some(organisation) = organisations.get(handle.position()) else {
                    continue;
                };
                self.within_life(written, period, organisation, id);
                let municipalities: Vec<MunicipalityRef> = match &named {
                    Some(named) => named
                        .iter()
                        .map(|(one, _)| *one)
                        .filter(|one| organisation.serves.contains(one))
                        .collect(),
                    None => organisation.serves.clone(),
                };
                served_by_any.extend(&municipalities);
                let unit = written
                    .unit
                    .as_ref()
                    .and_then(|unit| organisation.unit(&unit.value));
                if unit.is_none() {
                    without_unit.get_or_insert(organisation);
                }
                if !municipalities.is_empty() {
                    linked.push(common.for_one(handle, unit, municipalities, sources.clone()));
                }
            }
        }
        if let (Some(unit), Some(organisation)) = (&written.unit, without_unit) {
            self.unknown_unit(unit, organisation);
        }
        // Whoever could not be found may well serve them.
        let unserved = named
            .into_iter()
            .flatten()
            .filter(|(one, _)| !unknown && !served_by_any.contains(one));
        for (_, id) in unserved {
            let responsible: Vec<_> = written
                .organisation
                .0
                .iter()
                .map(|id| id.value.as_str())
                .collect();
            let kind = FaultKind::NotServed {
                organisation: responsible.join(", "),
                municipality: id.value.clone(),
            };
            self.fault(kind, &id.span);
        }
        linked
    }

    /// Whether any day of a responsibility lies within the organisation's life; a fault if not.
    fn within_life(
        &mut self,
        written: &WrittenResponsibility,
        period: Period,
        organisation: &Organisation,
        id: &At<String>,
    ) {
        let life = organisation.period;
        if period.is_backwards() || life.is_backwards() || period.overlaps(&life) {
            return;
        }
        // A missing end of a life is a word that the messages choose by.
        let day = |day: Option<NaiveDate>| day.map_or("none".to_owned(), |day| day.to_string());
        let kind = FaultKind::OutsideLife {
            organisation: organisation.id.to_string(),
            from: day(life.from),
            until: day(life.until),
        };
        let too_late = written
            .from
            .as_ref()
            .filter(|from| life.until.is_some_and(|until| until < from.value.0));
        let day = too_late.or(written.until.as_ref());
        let place = self.place(day.map_or(&id.span, |day| &day.span));
        let other = self
            .positions
            .get(&EntryKind::Organisation)
            .and_then(|ids| ids.get(organisation.id.as_str()))
            .map(|(_, place)| place.clone());
        self.faults.push(Fault {
            kind,
            place: Some(place),
            other,
        });
    }

    fn organisations_called(&mut self, id: &At<String>) -> Vec<OrganisationRef> {
        match self.groups.get(&id.value) {
            Some(members) => members.clone(),
            None if self.lost.has(EntryKind::Group, &id.value) => Vec::new(),
            None => self
                .position_or_group(EntryKind::Organisation, &id.value, &id.span, true)
                .map(OrganisationRef::at)
                .into_iter()
                .collect(),
        }
    }

    fn unknown_unit(&mut self, unit: &At<String>, organisation: &Organisation) {
        if self.lost.has_unit(&unit.value) {
            return;
        }
        let units = organisation.units.iter().map(|unit| unit.id.as_str());
        let kind = FaultKind::UnknownUnit {
            unit: unit.value.clone(),
            organisation: organisation.id.to_string(),
            nearest: nearest(&unit.value, units),
        };
        self.fault(kind, &unit.span);
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
            let key = "status".into();
            self.fault(FaultKind::NoSource { key }, &status.span);
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
            contact: self.contact.clone().map(Box::new),
        }
    }
}

/// Gives each case of a service one spelling, that of them which comes first by its letters: `Centrala Nora ` and
/// `centrala Nora` are the same case, and whoever compares them need not know.
fn one_spelling_a_case<T>(responsibilities: &mut [(Responsibility, T)]) {
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    let conditions = responsibilities.iter().map(|(one, _)| &one.condition);
    for condition in conditions.flatten() {
        let known = spellings.entry(folded(condition));
        let known = known.or_insert_with(|| condition.clone());
        if condition < known {
            known.clone_from(condition);
        }
    }
    for (one, _) in responsibilities {
        if let Some(condition) = &mut one.condition
            && let Some(spelling) = spellings.get(&folded(condition))
        {
            condition.clone_from(spelling);
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
