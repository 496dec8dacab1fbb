//! The closed sets of words a catalogue is written with: steps, kinds, confidence, urgency.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an organisation does of a service. Different organisations on different steps share the work;
/// two on the same step may be doing it twice.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Takes the first call or report.
    Contact,
    /// Receives applications.
    Application,
    /// Investigates and prepares the matter.
    Handling,
    /// Decides.
    Decision,
    /// Does the work.
    Delivery,
    /// Sees to it that rules are kept.
    Supervision,
    /// Sends the bill.
    Billing,
    /// Receives appeals.
    Appeal,
    /// Answers when the first contact is closed.
    OnCall,
}

impl Step {
    /// Every step, in the order of a matter's life.
    pub const ALL: [Self; 9] = [
        Self::Contact,
        Self::Application,
        Self::Handling,
        Self::Decision,
        Self::Delivery,
        Self::Supervision,
        Self::Billing,
        Self::Appeal,
        Self::OnCall,
    ];

    /// The word used in TOML and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Application => "application",
            Self::Handling => "handling",
            Self::Decision => "decision",
            Self::Delivery => "delivery",
            Self::Supervision => "supervision",
            Self::Billing => "billing",
            Self::Appeal => "appeal",
            Self::OnCall => "on_call",
        }
    }
}

/// A set of steps. The order of sets means nothing, but there is one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Steps(u16);

impl Steps {
    /// Whether the step is in the set.
    pub fn contains(self, step: Step) -> bool {
        self.0 & (1 << step as u16) != 0
    }

    /// The steps in the set, in the order of a matter's life.
    pub fn iter(self) -> impl Iterator<Item = Step> {
        Step::ALL
            .into_iter()
            .filter(move |&step| self.contains(step))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The steps in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The steps in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The steps of this set that the other lacks.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set without a step.
    #[must_use]
    pub const fn without(self, step: Step) -> Self {
        Self(self.0 & !(1 << step as u16))
    }
}

impl FromIterator<Step> for Steps {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(
            steps
                .into_iter()
                .fold(0, |set, step| set | 1 << step as u16),
        )
    }
}

/// What sort of body an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// A municipality's own administration (kommun).
    Municipality,
    /// A municipal federation, a legal person of its own (kommunalförbund).
    Federation,
    /// A board that several municipalities share, inside one of them (gemensam nämnd).
    JointBoard,
    /// A company, also one that a municipality owns (bolag).
    Company,
    /// A region.
    Region,
    /// A state agency (statlig myndighet).
    Agency,
    /// A duty of private persons or associations: property owner, road association (enskilt ansvar).
    Private,
}

impl OrganisationKind {
    /// The word used in TOML and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Federation => "federation",
            Self::JointBoard => "joint-board",
            Self::Company => "company",
            Self::Region => "region",
            Self::Agency => "agency",
            Self::Private => "private",
        }
    }

    /// Whether several municipalities run it together.
    pub const fn is_joint(self) -> bool {
        matches!(self, Self::Federation | Self::JointBoard)
    }
}

/// How well a fact is known. The order is from best to worst.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A source says it.
    Documented,
    /// It follows from what sources say.
    Inferred,
    /// General practice; no source says it here.
    Assumed,
}

impl Confidence {
    /// The word used in TOML and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
        }
    }
}

/// Whether a referral or a finding has been seen by a source or is an example made up to show the idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A source describes it.
    Documented,
    /// Constructed as an example.
    Illustrative,
}

impl Status {
    /// Whether it was made up as an example.
    pub const fn is_example(self) -> bool {
        matches!(self, Self::Illustrative)
    }
}

/// How soon somebody must act.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Life, health or property is in danger now.
    Acute,
    /// Today.
    Prompt,
    /// In its turn.
    #[default]
    Normal,
}

/// What sort of thing a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// The same step of one service by two organisations for one municipality (dubbelarbete).
    Parallel,
    /// Nobody to ring first, or several (otydlig ingång).
    UnclearEntry,
    /// A caller is sent on more than once (hänvisningskedja).
    Chain,
    /// Nobody is responsible here though somebody is elsewhere (lucka).
    Gap,
    /// Municipalities each do on their own what they could share (var för sig).
    Separate,
    /// Two publishers state different values of one fact (motstridig uppgift).
    Conflict,
    /// Two entries that look like one entered twice (liknande poster).
    Lookalike,
    /// Not verified within the review period (inaktuell).
    Stale,
}

impl FindingKind {
    /// Every kind, worst for a caller first.
    pub const ALL: [Self; 8] = [
        Self::Parallel,
        Self::UnclearEntry,
        Self::Chain,
        Self::Gap,
        Self::Separate,
        Self::Conflict,
        Self::Lookalike,
        Self::Stale,
    ];

    /// The word used in TOML, JSON and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Parallel => "parallel",
            Self::UnclearEntry => "unclear-entry",
            Self::Chain => "chain",
            Self::Gap => "gap",
            Self::Separate => "separate",
            Self::Conflict => "conflict",
            Self::Lookalike => "lookalike",
            Self::Stale => "stale",
        }
    }
}

/// What people have decided about a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// Somebody is looking into it.
    Investigating,
    /// It is meant to be so.
    Intended,
    /// It has been solved.
    Resolved,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [
        Self::Open,
        Self::Investigating,
        Self::Intended,
        Self::Resolved,
    ];

    /// The word used in TOML, JSON and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Investigating => "investigating",
            Self::Intended => "intended",
            Self::Resolved => "resolved",
        }
    }
}
