//! A finding: one fact about the work that somebody should look at, and all that is known of it.

use chrono::NaiveDate;

use crate::catalogue::{
    Confidence, FindingId, FindingKind, MunicipalityRef, OrganisationRef, ServiceRef, SourceRef,
    Step, Steps, Verdict,
};

use super::chain::Chain;
use super::lookalike::{self, Band};
use super::verdict::Decision;

/// A fact about the work that somebody should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its id: the same as long as it is the same fact, and of no other finding of the day. That of a documented finding
    /// is written in the catalogue; that of a computed one is made of its kind, services and organisations, as in
    /// `parallel:lokalvard:bkt`. A part that a documented finding has taken in says in its id where it lies. What is stated of an organisation, and organisations that look alike, say so, since a
    /// service may have the same name: `conflict:organisation:servicecenter:telefon`.
    pub id: FindingId,
    /// The ids of the computed findings that it stands for, where people had found them before.
    pub computed: Vec<FindingId>,
    /// What sort of thing it is.
    pub kind: FindingKind,
    /// The services it is about, by id; empty where it is about no single one.
    pub services: Vec<ServiceRef>,
    /// The organisations involved, by id: those that there are on the day, and one that has ended only where callers are
    /// still sent to it.
    pub organisations: Vec<OrganisationRef>,
    /// The municipalities it is told of, by id: of a documented finding those that it was written about.
    pub municipalities: Vec<MunicipalityRef>,
    /// The step it is mostly about.
    pub step: Option<Step>,
    /// All the steps it is about.
    pub steps: Steps,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// Where it is from, by id.
    pub sources: Vec<SourceRef>,
    /// Who found it.
    pub basis: Basis,
    /// How well it is known. What the rules found, as well as the least known fact behind it; what people found, as
    /// documented where a source describes it and as assumed where it is an example, whatever the rules know of it.
    pub confidence: Confidence,
    /// What the catalogue suggests; otherwise there is a general suggestion for its kind.
    pub suggestion: Option<String>,
    /// What people have decided: what holds of their verdicts, or else what the catalogue says.
    pub decided: Verdict,
    /// Who decided it, when and why, where it is a verdict that holds.
    pub decision: Option<Decision>,
    /// Whom it touches.
    pub reach: Reach,
}

impl Finding {
    /// Which pair of bodies does the same work, where that is what was found. Where a municipality is part of it in one
    /// place and not in another, it is part of it.
    pub fn pairing(&self) -> Option<Pairing> {
        let pairings = self.evidence.iter().filter_map(|evidence| match evidence {
            Evidence::SameSteps { pairing, .. } => Some(*pairing),
            _ => None,
        });
        pairings.min()
    }

    /// Whether whoever asks about a municipality has to know of it.
    pub fn touches(&self, municipality: MunicipalityRef) -> bool {
        self.municipalities.contains(&municipality)
    }

    /// Whether whoever asks about a service, for a municipality where one is named, has to know of it. What people wrote of
    /// services holds of each of them in every municipality; what ways show, where callers about it are sent so.
    pub fn touches_about(
        &self,
        service: ServiceRef,
        municipality: Option<MunicipalityRef>,
    ) -> bool {
        if self.is_told_by_ways() {
            let mut evidence = self.evidence.iter();
            return evidence.any(|one| one.is_way_of(service, municipality));
        }
        self.services.contains(&service) && municipality.is_none_or(|one| self.touches(one))
    }

    /// Whether ways that callers are sent alone show which services it is about, and where: no source names them.
    pub fn is_told_by_ways(&self) -> bool {
        let is_written = |one: &Evidence| matches!(one, Evidence::Written(_));
        self.kind == FindingKind::Chain
            && (self.names_no_services() || !self.evidence.iter().any(is_written))
    }

    /// Whether it has this id, or stands for the one that has.
    pub fn is_called(&self, id: &str) -> bool {
        let own = |known: &FindingId| known.as_str() == id;
        own(&self.id) || self.computed.iter().any(own)
    }

    /// Whether no source names its services, so that for a single one of them it only follows from the catalogue.
    pub fn names_no_services(&self) -> bool {
        let mut evidence = self.evidence.iter();
        evidence.any(|one| matches!(one, Evidence::Counted { .. }))
    }

    /// Whether people have decided that nothing more is to be done about it.
    pub fn is_silent(&self) -> bool {
        matches!(self.decided, Verdict::Intended | Verdict::Resolved)
    }

    /// Whether it tells of the work, rather than of how the catalogue is kept.
    pub fn is_about_work(&self) -> bool {
        !matches!(self.kind, FindingKind::Lookalike | FindingKind::Stale)
    }
}

/// Who found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// People, and a source describes it. The rules may have found it too.
    Documented,
    /// People made it up as an example.
    Illustrative,
    /// The rules, from what the catalogue says.
    Computed,
}

impl Basis {
    /// The word used in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Illustrative => "illustrative",
            Self::Computed => "computed",
        }
    }
}

/// Which bodies do the same work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pairing {
    /// A municipality and a body that it runs together with others.
    MunicipalityAndJoint,
    /// Two bodies that municipalities run together.
    TwoJoint,
    /// Any others.
    Other,
}

impl Pairing {
    /// The word used in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::MunicipalityAndJoint => "municipality-and-joint",
            Self::TwoJoint => "two-joint",
            Self::Other => "other",
        }
    }
}

/// What shows a finding, as facts; [`Words`](super::Words) says them.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// What people wrote.
    Written(String),
    /// All of them have these steps there, and no condition tells them apart.
    SameSteps {
        /// Which sort of bodies.
        pairing: Pairing,
        /// What they all have.
        steps: Steps,
        /// The case they all have it in, if not in all.
        condition: Option<String>,
        /// Who.
        organisations: Vec<OrganisationRef>,
        /// Where.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Each of these municipalities has these steps for itself.
    Alone {
        /// What each has.
        steps: Steps,
        /// Which.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Several may be the first contact, and no condition tells them apart.
    SeveralEntrances {
        /// Who.
        organisations: Vec<OrganisationRef>,
        /// Where.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Somebody has a part in it, but nobody takes the first call.
    NoEntrance {
        /// Who has a part.
        organisations: Vec<OrganisationRef>,
        /// Where.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Nobody has any part in it here, though somebody has elsewhere.
    Nobody {
        /// Where nobody has.
        municipalities: Vec<MunicipalityRef>,
        /// Where somebody has.
        elsewhere: Vec<MunicipalityRef>,
    },
    /// Nobody has any part in it anywhere, though somebody had.
    NobodyLeft {
        /// Where somebody had.
        municipalities: Vec<MunicipalityRef>,
        /// Who had it last, by id.
        before: Vec<OrganisationRef>,
    },
    /// Callers are sent on like this: those about each of the services, from each of the municipalities. One way may show
    /// a finding several times, for services that are sent so from different municipalities.
    Chain {
        /// From whom to whom, and how it ends.
        chain: Chain,
        /// About which services, by id; about none in particular where there are none.
        services: Vec<ServiceRef>,
        /// Whose callers.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Different values are given for one fact.
    Values {
        /// The fact, in the catalogue's words; none for the number to ring when it is closed.
        what: Option<String>,
        /// The values, each with who gives it.
        values: Vec<Value>,
    },
    /// No source names the services it is about: they follow from what the catalogue says of who takes calls.
    Counted {
        /// How many follow.
        services: usize,
    },
    /// More ways that callers are sent than are told of.
    MoreWays {
        /// About what.
        service: ServiceRef,
        /// How many more in the municipality where there are most of them.
        ways: usize,
        /// Whether they were so many that nobody counted to the end.
        at_least: bool,
        /// Whose callers.
        municipalities: Vec<MunicipalityRef>,
    },
    /// Two entries look like one.
    Alike {
        /// The name of the one.
        left: String,
        /// The name of the other.
        right: String,
        /// What to think of them.
        band: Band,
        /// The sum of the weights, in powers of two.
        score: f64,
        /// What was compared, the heaviest first.
        compared: Vec<lookalike::Evidence>,
    },
    /// Services whose responsibilities nobody has made sure of in time.
    Unverified {
        /// Who has them.
        organisation: OrganisationRef,
        /// How many services nobody has ever made sure of.
        never: usize,
        /// How many somebody made sure of too long ago.
        overdue: usize,
        /// How many it has a part in.
        all: usize,
        /// The day of the one made sure of longest ago.
        oldest: Option<NaiveDate>,
    },
}

impl Evidence {
    /// Whether it is a way that callers about a service are sent: those from a municipality, where one is named.
    pub fn is_way_of(&self, service: ServiceRef, municipality: Option<MunicipalityRef>) -> bool {
        match self {
            Self::Chain {
                services,
                municipalities,
                ..
            } => {
                let is_there = |one| municipalities.contains(&one);
                services.contains(&service) && municipality.is_none_or(is_there)
            }
            _ => false,
        }
    }
}

/// A value given for a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value.
    pub value: String,
    /// Who has the number, where the fact is one.
    pub organisation: Option<OrganisationRef>,
    /// Who gives it.
    pub sources: Vec<SourceRef>,
}

/// Whom a finding touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many municipalities.
    pub municipalities: usize,
    /// How many people live in those whose number is known; none where no number is.
    pub residents: Option<u64>,
    /// How many callers it touches, only to be compared with others: residents times services. Where a municipality's
    /// number is not known it counts as the average one.
    pub callers: u64,
}

impl Reach {
    /// The reach in municipalities with these numbers of residents and of services, where the average municipality has so
    /// many residents.
    pub fn new(places: &[(Option<u32>, usize)], average: u64) -> Self {
        let known = || places.iter().filter_map(|&(residents, _)| residents);
        let callers = places.iter().map(|&(residents, services)| {
            residents.map_or(average, u64::from) * services.max(1) as u64
        });
        Self {
            municipalities: places.len(),
            residents: known().next().map(|_| known().map(u64::from).sum()),
            callers: callers.sum(),
        }
    }
}
