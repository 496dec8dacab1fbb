//! Turns what files say into a catalogue: resolves every id, checks every date and opening hour, reports every fault.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::compiled;
use super::fault::{EntryKind, Fault, FaultKind, Place, Severity, nearest};
use super::file::{CatalogueFile, WrittenSettings};
use super::hours::Holidays;
use super::id::{
    MunicipalityRef, OrganisationRef, ServiceRef, SourceId, SourceRef, TopicId, TopicRef, is_id,
};
use super::model::{
    DocumentedFinding, Emergency, Municipality, Organisation, SendingOn, Service, Source, Topic,
};
use super::period::Period;
use super::vocabulary::Confidence;
use super::written::{At, Day};
use crate::untrusted;

mod actors;
mod lost;
mod services;

pub(super) use lost::Lost;

/// Links the files of a catalogue: each with its position in the reading. There is a catalogue if no fault is an error.
///
/// Whoever refers to something lost is not blamed.
pub(super) fn link(files: &[(usize, CatalogueFile)], lost: Lost) -> Linked {
    let mut linker = Linker {
        lost,
        ..Linker::default()
    };
    linker.number(files);
    let catalogue = linker.catalogue(files);
    let failed = linker
        .faults
        .iter()
        .any(|fault| fault.kind.severity() == Severity::Error);
    Linked {
        catalogue: catalogue.filter(|_| !failed),
        faults: linker.faults,
        origins: linker.positions,
    }
}

/// What linking gives.
pub(super) struct Linked {
    /// The catalogue, if no fault is an error.
    pub catalogue: Option<Catalogue>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
    /// Where every id was written.
    pub origins: HashMap<EntryKind, HashMap<String, (usize, Place)>>,
}

/// Ids on their way to becoming handles, and the faults met.
#[derive(Default)]
struct Linker {
    faults: Vec<Fault>,
    lost: Lost,
    /// The position of every id of a kind, and where it was first written.
    positions: HashMap<EntryKind, HashMap<String, (usize, Place)>>,
    groups: HashMap<String, Vec<OrganisationRef>>,
    all_municipalities: Vec<MunicipalityRef>,
    /// The file that is being linked.
    file: usize,
}

impl Linker {
    fn place(&self, span: &Range<usize>) -> Place {
        Place {
            file: self.file,
            span: span.clone(),
        }
    }

    fn fault(&mut self, kind: FaultKind, span: &Range<usize>) {
        let place = Some(self.place(span));
        self.faults.push(Fault {
            kind,
            place,
            other: None,
        });
    }

    /// A fault that another place in the same file explains.
    fn fault_beside(&mut self, kind: FaultKind, span: &Range<usize>, other: &Range<usize>) {
        let (place, other) = (Some(self.place(span)), Some(self.place(other)));
        self.faults.push(Fault { kind, place, other });
    }

    /// Gives every entry its position, so that entries may refer to later ones and to other files.
    fn number(&mut self, files: &[(usize, CatalogueFile)]) {
        let mut counts: HashMap<EntryKind, usize> = HashMap::new();
        for (number, file) in files {
            self.file = *number;
            let sources = file
                .source
                .iter()
                .map(|entry| (EntryKind::Source, &entry.id));
            let topics = file.topic.iter().map(|entry| (EntryKind::Topic, &entry.id));
            let municipalities = file
                .municipality
                .iter()
                .map(|entry| (EntryKind::Municipality, &entry.id));
            let organisations = file
                .organisation
                .iter()
                .map(|entry| (EntryKind::Organisation, &entry.id));
            let groups = file.group.iter().map(|entry| (EntryKind::Group, &entry.id));
            let services = file
                .service
                .iter()
                .map(|entry| (EntryKind::Service, &entry.id));
            let findings = file
                .finding
                .iter()
                .map(|entry| (EntryKind::Finding, &entry.id));
            let all = sources
                .chain(topics)
                .chain(municipalities)
                .chain(organisations)
                .chain(groups);
            for (kind, id) in all.chain(services).chain(findings) {
                let count = counts.entry(kind).or_default();
                self.number_one(kind, id, *count);
                *count += 1;
            }
        }
        let count = counts.get(&EntryKind::Municipality).copied().unwrap_or(0);
        self.all_municipalities = (0..count).map(MunicipalityRef::at).collect();
    }

    /// Whether an id is written as ids are; a fault if not.
    fn well_written(&mut self, id: &At<String>) -> bool {
        let good = is_id(&id.value);
        if id.value.trim().is_empty() {
            self.fault(FaultKind::EmptyText { key: "id".into() }, &id.span);
        } else if !good {
            let kind = FaultKind::BadId {
                id: id.value.clone(),
            };
            self.fault(kind, &id.span);
        }
        good
    }

    fn number_one(&mut self, kind: EntryKind, id: &At<String>, position: usize) {
        self.well_written(id);
        // A group's id stands where an organisation's may, so the two must not be mistaken for each other.
        let rival = match kind {
            EntryKind::Group => EntryKind::Organisation,
            EntryKind::Organisation => EntryKind::Group,
            other => other,
        };
        let taken = [kind, rival]
            .into_iter()
            .find_map(|kind| self.positions.get(&kind)?.get(&id.value));
        if let Some((_, first)) = taken {
            let other = Some(first.clone());
            let kind = FaultKind::DuplicateId {
                id: id.value.clone(),
                table: kind.word().into(),
            };
            self.faults.push(Fault {
                kind,
                place: Some(self.place(&id.span)),
                other,
            });
        } else {
            let place = self.place(&id.span);
            self.positions
                .entry(kind)
                .or_default()
                .insert(id.value.clone(), (position, place));
        }
    }

    /// The position of the entry with this id; a fault if there is none.
    fn position(&mut self, kind: EntryKind, id: &str, span: &Range<usize>) -> Option<usize> {
        self.position_or_group(kind, id, span, false)
    }

    fn position_or_group(
        &mut self,
        kind: EntryKind,
        id: &str,
        span: &Range<usize>,
        groups_too: bool,
    ) -> Option<usize> {
        let known = self.positions.get(&kind);
        if let Some((position, _)) = known.and_then(|ids| ids.get(id)) {
            return Some(*position);
        }
        if !self.lost.has(kind, id) {
            // Where an organisation may stand, a group may too.
            let groups = self
                .positions
                .get(&EntryKind::Group)
                .filter(|_| kind == EntryKind::Organisation && groups_too);
            let valid = known.into_iter().chain(groups).flat_map(HashMap::keys);
            let nearest = nearest(id, valid.map(String::as_str));
            let id = id.to_owned();
            self.fault(
                FaultKind::UnknownId {
                    id,
                    table: kind.word().into(),
                    nearest,
                },
                span,
            );
        }
        None
    }

    fn source(&mut self, id: &At<String>) -> Option<SourceRef> {
        self.position(EntryKind::Source, &id.value, &id.span)
            .map(SourceRef::at)
    }

    fn sources(&mut self, ids: &[At<String>]) -> Vec<SourceRef> {
        ids.iter().filter_map(|id| self.source(id)).collect()
    }

    fn municipality(&mut self, id: &At<String>) -> Option<MunicipalityRef> {
        self.position(EntryKind::Municipality, &id.value, &id.span)
            .map(MunicipalityRef::at)
    }

    /// The municipalities named, or all where none is.
    fn municipalities(&mut self, ids: Option<&[At<String>]>) -> Vec<MunicipalityRef> {
        match ids {
            Some(ids) => {
                self.once_each(ids);
                ids.iter().filter_map(|id| self.municipality(id)).collect()
            }
            None => self.all_municipalities.clone(),
        }
    }

    /// No id may stand twice in a list.
    fn once_each(&mut self, ids: &[At<String>]) {
        for (position, id) in ids.iter().enumerate() {
            let mut earlier = ids.iter().take(position);
            if let Some(first) = earlier.find(|first| first.value == id.value) {
                let kind = FaultKind::NamedTwice {
                    id: id.value.clone(),
                };
                self.fault_beside(kind, &id.span, &first.span);
            }
        }
    }

    fn organisation(&mut self, id: &At<String>) -> Option<OrganisationRef> {
        self.position(EntryKind::Organisation, &id.value, &id.span)
            .map(OrganisationRef::at)
    }

    fn topic(&mut self, id: &At<String>) -> Option<TopicRef> {
        self.position(EntryKind::Topic, &id.value, &id.span)
            .map(TopicRef::at)
    }

    fn service(&mut self, id: &At<String>) -> Option<ServiceRef> {
        self.position(EntryKind::Service, &id.value, &id.span)
            .map(ServiceRef::at)
    }

    /// A text that must say something.
    fn required(&mut self, key: &str, text: &At<String>) -> String {
        if text.value.trim().is_empty() {
            self.fault(FaultKind::EmptyText { key: key.into() }, &text.span);
        }
        self.text(text)
    }

    /// A text, made safe to show.
    fn text(&mut self, text: &At<String>) -> String {
        let hidden: BTreeSet<char> = untrusted::hidden(&text.value).collect();
        if !hidden.is_empty() {
            let characters: Vec<_> = hidden
                .into_iter()
                .map(|c| format!("U+{:04X}", u32::from(c)))
                .collect();
            let characters = characters.join(", ");
            self.fault(FaultKind::HiddenCharacters { characters }, &text.span);
        }
        untrusted::plain(text.value.trim()).into_owned()
    }

    fn optional(&mut self, text: Option<&At<String>>) -> Option<String> {
        text.map(|text| self.text(text))
            .filter(|text| !text.is_empty())
    }

    fn texts(&mut self, texts: &[At<String>]) -> Vec<String> {
        texts
            .iter()
            .map(|text| self.text(text))
            .filter(|text| !text.is_empty())
            .collect()
    }

    fn period(&mut self, from: Option<&At<Day>>, until: Option<&At<Day>>) -> Period {
        let period = Period {
            from: from.map(|day| day.value.0),
            until: until.map(|day| day.value.0),
        };
        if let (Some(from), Some(until), true) = (from, until, period.is_backwards()) {
            let kind = FaultKind::Backwards {
                from: from.value.0.to_string(),
                until: until.value.0.to_string(),
            };
            self.fault_beside(kind, &until.span, &from.span);
        }
        period
    }

    /// How well something is known: as written, or by whether it has sources.
    fn confidence(
        &mut self,
        written: Option<&At<Confidence>>,
        sources: &[At<String>],
    ) -> Confidence {
        match written {
            Some(At {
                value: Confidence::Documented,
                span,
            }) if sources.is_empty() => {
                let key = "confidence".into();
                self.fault(FaultKind::NoSource { key }, span);
                Confidence::Documented
            }
            Some(written) => written.value,
            None if sources.is_empty() => Confidence::Assumed,
            None => Confidence::Documented,
        }
    }

    fn catalogue(&mut self, files: &[(usize, CatalogueFile)]) -> Option<Catalogue> {
        let settings = self.settings(files);
        let mut parts = Parts::default();
        // Organisations before services: a responsibility asks what its organisation serves and which units it has.
        for (number, file) in files {
            self.file = *number;
            parts
                .sources
                .extend(file.source.iter().map(|written| Source {
                    id: SourceId::new(&written.id.value),
                    title: self.required("title", &written.title),
                    address: self.optional(written.address.as_ref()),
                    published: written.published.as_ref().map(|day| day.value.0),
                    read: written.read.as_ref().map(|day| day.value.0),
                }));
            for written in &file.topic {
                parts.topics.push(Topic {
                    id: TopicId::new(&written.id.value),
                    name: self.required("name", &written.name),
                });
            }
            parts.organisations.extend(
                file.organisation
                    .iter()
                    .map(|written| self.organisation_entry(written)),
            );
            parts.municipalities.extend(
                file.municipality
                    .iter()
                    .filter_map(|written| self.municipality_entry(written)),
            );
            parts.emergencies.extend(
                file.emergency
                    .iter()
                    .map(|written| self.emergency_entry(written)),
            );
        }
        if self.all_municipalities.is_empty() && !self.lost.has_any(EntryKind::Municipality) {
            self.faults.push(Fault {
                kind: FaultKind::NoMunicipality {},
                place: None,
                other: None,
            });
        }
        self.successors(files, &parts.organisations);
        for (number, file) in files {
            self.file = *number;
            for written in &file.group {
                let members: Vec<_> = written
                    .organisations
                    .iter()
                    .filter_map(|id| self.organisation(id))
                    .collect();
                self.required("name", &written.name);
                parts.groups.push((written.id.value.clone(), members));
            }
        }
        self.groups = parts.groups.iter().cloned().collect();
        for (number, file) in files {
            self.file = *number;
            for written in &file.service {
                let service = self.service_entry(written, &parts.organisations);
                parts.services.extend(service);
            }
            parts.referrals.extend(
                file.referral
                    .iter()
                    .filter_map(|written| self.referral_entry(written)),
            );
            parts.findings.extend(
                file.finding
                    .iter()
                    .map(|written| self.finding_entry(written)),
            );
        }
        settings.map(|settings| Catalogue::from_parts(settings, parts))
    }

    fn settings(&mut self, files: &[(usize, CatalogueFile)]) -> Option<Settings> {
        let mut found = files
            .iter()
            .filter_map(|(number, file)| Some((*number, file.catalogue.as_ref()?)));
        let Some((number, first)) = found.next() else {
            if !self.lost.settings {
                self.faults.push(Fault {
                    kind: FaultKind::NoSettings {},
                    place: None,
                    other: None,
                });
            }
            return None;
        };
        self.file = number;
        let place = self.place(&first.span);
        let settings = self.settings_entry(&first.value);
        for (number, again) in found {
            let kind = FaultKind::TwoSettings {};
            let second = Place {
                file: number,
                span: again.span.clone(),
            };
            self.faults.push(Fault {
                kind,
                place: Some(second),
                other: Some(place.clone()),
            });
        }
        settings
    }

    fn settings_entry(&mut self, written: &WrittenSettings) -> Option<Settings> {
        let timezone = written.timezone.value.parse().unwrap_or_else(|_| {
            let timezone = written.timezone.value.clone();
            let nearest = nearest(
                &timezone,
                chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()),
            );
            self.fault(
                FaultKind::BadTimezone { timezone, nearest },
                &written.timezone.span,
            );
            chrono_tz::UTC
        });
        let holidays = Holidays::of(&written.country.value);
        if holidays.is_none() {
            let country = written.country.value.clone();
            self.fault(FaultKind::BadCountry { country }, &written.country.span);
        }
        let name = self.required("name", &written.name);
        Some(Settings {
            name,
            timezone,
            holidays: holidays?,
            review_after: Months::new(written.review_after_months),
        })
    }
}

/// What the catalogue as a whole is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Settings {
    pub name: String,
    pub timezone: chrono_tz::Tz,
    pub holidays: Holidays,
    #[serde(with = "compiled::months")]
    pub review_after: Months,
}

/// Everything a catalogue is put together from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Parts {
    pub sources: Vec<Source>,
    pub topics: Vec<Topic>,
    pub municipalities: Vec<Municipality>,
    pub organisations: Vec<Organisation>,
    pub services: Vec<Service>,
    pub emergencies: Vec<Emergency>,
    pub referrals: Vec<SendingOn>,
    pub findings: Vec<DocumentedFinding>,
    /// The written id of every group, and who belongs to it.
    pub groups: Vec<(String, Vec<OrganisationRef>)>,
}
