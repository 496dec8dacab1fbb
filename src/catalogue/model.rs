//! What a checked catalogue holds: every id resolved, every date and opening hour valid.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::hours::Hours;
use super::id::{
    FindingId, MunicipalityId, MunicipalityRef, OrganisationId, OrganisationRef, ServiceId,
    ServiceRef, SourceId, SourceRef, TopicId, TopicRef,
};
use super::period::Period;
use super::vocabulary::{
    Confidence, FindingKind, OrganisationKind, Status, Step, Steps, Urgency, Verdict,
};

/// Where a fact comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What it is, in a few words.
    pub title: String,
    /// Where it was found.
    pub address: Option<String>,
    /// The day it was published.
    #[serde(with = "super::compiled::day")]
    pub published: Option<NaiveDate>,
    /// The day it was read.
    #[serde(with = "super::compiled::day")]
    pub read: Option<NaiveDate>,
}

/// How fresh a fact is. The greater, the better known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Checked {
    /// Nobody has made sure, and no source says of which day it is.
    Never,
    /// Nobody has made sure; it stands in a source that was published on this day.
    Published(NaiveDate),
    /// Somebody made sure on this day.
    Verified(NaiveDate),
}

impl Checked {
    /// The day by which its age is judged.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Never => None,
            Self::Published(day) | Self::Verified(day) => Some(day),
        }
    }

    /// The day somebody made sure.
    pub const fn verified(self) -> Option<NaiveDate> {
        match self {
            Self::Verified(day) => Some(day),
            Self::Never | Self::Published(_) => None,
        }
    }
}

/// A heading that services are sorted under.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// The heading.
    pub name: String,
}

/// A municipality: where the caller lives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Municipality {
    /// Its id.
    pub id: MunicipalityId,
    /// Its name.
    pub name: String,
    /// Places in it that callers name instead.
    pub places: Vec<Place>,
    /// The organisation whose switchboard a call comes to first.
    pub organisation: OrganisationRef,
    /// How many live there, where it is known.
    pub residents: Option<u32>,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}

/// A place in a municipality.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// How well it is known that it lies there.
    pub confidence: Confidence,
    /// Where that is from.
    pub sources: Vec<SourceRef>,
}

/// An organisation: somebody who can be responsible.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What sort of body it is.
    pub kind: OrganisationKind,
    /// Its names over time, at least one, in the order written (oldest first).
    pub names: Vec<Name>,
    /// The municipalities it serves.
    pub serves: Vec<MunicipalityRef>,
    /// The municipality where it has its seat.
    pub seat: Option<MunicipalityRef>,
    /// When it exists.
    pub period: Period,
    /// Who took over when it ended.
    pub successor: Option<OrganisationRef>,
    /// Other words that callers use for it.
    pub also: Vec<String>,
    /// What it does.
    pub summary: Option<String>,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
    /// How well it is known.
    pub confidence: Confidence,
    /// How to reach it, over time.
    pub contacts: Vec<Contact>,
    /// Its parts.
    pub units: Vec<Unit>,
    /// What publishers state about it.
    pub stated: Vec<Statement>,
}

impl Organisation {
    /// Its name on a day: the one used then, or the nearest in time where none was.
    pub fn name_on(&self, day: NaiveDate) -> &Name {
        let used = self
            .names
            .iter()
            .rev()
            .find(|name| name.period.contains(day));
        let upcoming = || {
            self.names
                .iter()
                .find(|name| name.period.from.is_some_and(|from| from > day))
        };
        let last = || {
            self.names
                .iter()
                .max_by_key(|name| name.period.until.unwrap_or(NaiveDate::MAX))
        };
        // Linking lets no organisation through without a name.
        used.or_else(upcoming).or_else(last).unwrap_or(&UNKNOWN)
    }

    /// The names it no longer has, or does not have yet, on a day.
    pub fn other_names_on(&self, day: NaiveDate) -> impl Iterator<Item = &Name> {
        let current = self.name_on(day);
        self.names
            .iter()
            .filter(move |name| !std::ptr::eq(*name, current))
    }

    /// The unit behind a handle.
    pub fn unit_at(&self, unit: UnitRef) -> Option<&Unit> {
        self.units.get(unit.0)
    }

    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<UnitRef> {
        self.units
            .iter()
            .position(|unit| unit.id == id)
            .map(UnitRef)
    }
}

/// A name and when it is used.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Name {
    /// The full name.
    pub name: String,
    /// The short name, where there is one.
    pub short: Option<String>,
    /// When it is used.
    pub period: Period,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}

/// Stands in where a list of names is empty.
static UNKNOWN: Name = Name {
    name: String::new(),
    short: None,
    period: Period::ALWAYS,
    sources: Vec::new(),
};

impl Name {
    /// The short name, or the full one where there is none.
    pub fn brief(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// How to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// The number to ring when it is open.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The web address.
    pub web: Option<String>,
    /// Where to go or write.
    pub address: Option<String>,
    /// When it is open.
    pub hours: Option<Hours>,
    /// The number to ring when it is closed.
    pub on_call: Option<String>,
    /// When the on-call number may be used.
    pub on_call_note: Option<String>,
    /// Something to know before ringing.
    pub note: Option<String>,
    /// When this holds.
    pub period: Period,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
    /// The day somebody last made sure, where that is written; [`Catalogue::checked`](super::Catalogue::checked) says
    /// how fresh it is otherwise.
    #[serde(with = "super::compiled::day")]
    pub verified: Option<NaiveDate>,
    /// How well it is known; none where nothing is said at all.
    pub confidence: Option<Confidence>,
}

impl Contact {
    /// Whether there is any way to reach somebody.
    pub fn leads_anywhere(&self) -> bool {
        let ways = [
            &self.phone,
            &self.email,
            &self.web,
            &self.address,
            &self.on_call,
        ];
        ways.into_iter().any(Option::is_some)
    }

    /// This contact with what it leaves out taken from the other. Hours and notes follow the number they were given for.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let own_number = self.phone.is_some();
        let known = if own_number { self } else { other };
        Self {
            phone: self.phone.clone().or_else(|| other.phone.clone()),
            email: self.email.clone().or_else(|| other.email.clone()),
            web: self.web.clone().or_else(|| other.web.clone()),
            address: self.address.clone().or_else(|| other.address.clone()),
            hours: self.hours.clone().or_else(|| known.hours.clone()),
            on_call: self.on_call.clone().or_else(|| other.on_call.clone()),
            on_call_note: match self.on_call {
                Some(_) => self.on_call_note.clone(),
                None => other.on_call_note.clone(),
            },
            note: self.note.clone().or_else(|| known.note.clone()),
            period: self.period,
            sources: known.sources.clone(),
            verified: known.verified,
            confidence: known.confidence,
        }
    }
}

/// A part of an organisation with a name or a number of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Unit {
    /// The id, unique within the organisation.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other words that callers use for it.
    pub also: Vec<String>,
    /// How to reach it, over time.
    pub contacts: Vec<Contact>,
}

/// Points at a unit of a known organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitRef(pub(super) usize);

impl UnitRef {
    /// Its place among the units of its organisation.
    pub const fn position(self) -> usize {
        self.0
    }
}

/// A number for emergencies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Emergency {
    /// The number.
    pub number: String,
    /// Who answers.
    pub name: String,
    /// When to ring it.
    pub when: String,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}

/// A service: a task, once, whoever does it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// The heading it is sorted under.
    pub topic: TopicRef,
    /// Everyday words that callers use for it.
    pub also: Vec<String>,
    /// What it is.
    pub summary: Option<String>,
    /// Questions to ask first.
    pub ask: Vec<String>,
    /// When it is somebody else's matter.
    pub not_here: Vec<NotHere>,
    /// How soon somebody must act.
    pub urgency: Urgency,
    /// The laws and rules it rests on.
    pub law: Vec<String>,
    /// Whether several municipalities could do it together.
    pub shareable: bool,
    /// When the service exists.
    pub period: Period,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
    /// Who does which step, for whom, when.
    pub responsibilities: Vec<Responsibility>,
    /// What publishers state about it.
    pub stated: Vec<Statement>,
}

/// When a matter belongs to somebody else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NotHere {
    /// The case.
    pub when: String,
    /// Where to turn.
    pub instead: Instead,
}

/// Where to turn when a matter belongs to somebody else.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Instead {
    /// To an organisation.
    Organisation(OrganisationRef),
    /// It is another service.
    Service(ServiceRef),
    /// It is another service, at this organisation.
    Both(ServiceRef, OrganisationRef),
}

impl Instead {
    /// The organisation, if one is named.
    pub fn organisation(self) -> Option<OrganisationRef> {
        match self {
            Self::Organisation(organisation) | Self::Both(_, organisation) => Some(organisation),
            Self::Service(_) => None,
        }
    }

    /// The service, if one is named.
    pub fn service(self) -> Option<ServiceRef> {
        match self {
            Self::Service(service) | Self::Both(service, _) => Some(service),
            Self::Organisation(_) => None,
        }
    }
}

/// Who does which steps of a service, for whom, when: one organisation each.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Responsibility {
    /// Who.
    pub organisation: OrganisationRef,
    /// Which part of it.
    pub unit: Option<UnitRef>,
    /// What.
    pub steps: Steps,
    /// For whom; never empty.
    pub municipalities: Vec<MunicipalityRef>,
    /// When, as written; the organisation's own life bounds it further.
    pub period: Period,
    /// The case it holds in, when not in all.
    pub condition: Option<String>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
    /// The day somebody last made sure, where that is written; [`Catalogue::checked`](super::Catalogue::checked) says
    /// how fresh it is otherwise.
    #[serde(with = "super::compiled::day")]
    pub verified: Option<NaiveDate>,
    /// Something to know.
    pub note: Option<String>,
    /// A number for just this.
    pub contact: Option<Box<Contact>>,
}

/// What a publisher states about something.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Statement {
    /// What the statement is about.
    pub what: String,
    /// What is stated.
    pub value: String,
    /// The municipalities it is stated for.
    pub municipalities: Vec<MunicipalityRef>,
    /// When it was stated.
    pub period: Period,
    /// Who states it.
    pub sources: Vec<SourceRef>,
}

/// A caller being sent on from one organisation to another.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendingOn {
    /// Who sends the caller on.
    pub organisation: OrganisationRef,
    /// Where the caller is sent.
    pub to: OrganisationRef,
    /// The services it happens for; none means any.
    pub services: Option<Vec<ServiceRef>>,
    /// The municipalities whose callers it happens to.
    pub municipalities: Vec<MunicipalityRef>,
    /// When.
    pub period: Period,
    /// Why.
    pub reason: Option<String>,
    /// Whether a source describes it.
    pub status: Status,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}

/// A finding that people have made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DocumentedFinding {
    /// Its id.
    pub id: FindingId,
    /// What sort of thing it is.
    pub kind: FindingKind,
    /// The services it is about; empty where it is about no single one.
    pub services: Vec<ServiceRef>,
    /// The organisations involved.
    pub organisations: Vec<OrganisationRef>,
    /// The municipalities it touches.
    pub municipalities: Vec<MunicipalityRef>,
    /// The step it is about.
    pub step: Option<Step>,
    /// What is the case.
    pub statement: String,
    /// What could be done.
    pub suggestion: Option<String>,
    /// Whether a source describes it.
    pub status: Status,
    /// What people have decided so far.
    pub verdict: Verdict,
    /// When it was so.
    pub period: Period,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}
