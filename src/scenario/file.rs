//! What a scenario may hold, key by key, as people write it. The descriptions are the documentation that editors show.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalogue::{At, Day, OneOrMany, OrganisationKind, Step, filled, filled_if_any};

type Text = At<String>;

/// A hanvisa scenario: what a catalogue would be if responsibilities moved, ended or were added. Entries are applied in
/// the order they stand in.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hanvisa scenario", extend("$id" = "https://hanvisa.invalid/scenario.schema.json"))]
pub struct ScenarioFile {
    /// What the scenario as a whole is.
    pub scenario: At<WrittenScenario>,
    /// Organisations that the catalogue does not have.
    #[serde(default)]
    pub organisation: Vec<WrittenBody>,
    /// Responsibilities that go from some organisations to others.
    #[serde(default, rename = "move")]
    pub moves: Vec<At<WrittenMove>>,
    /// Responsibilities that end.
    #[serde(default)]
    pub end: Vec<At<WrittenEnd>>,
    /// Responsibilities that begin.
    #[serde(default)]
    pub add: Vec<At<WrittenAdd>>,
}

/// What the scenario as a whole is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenScenario {
    /// What it is called in reports.
    #[schemars(example = &"Gemensamt lönekontor")]
    pub name: Text,
    /// The first day that what it says holds, where an entry says no other.
    #[schemars(example = &"2027-01-01")]
    pub at: At<Day>,
}

impl Default for WrittenScenario {
    fn default() -> Self {
        Self {
            name: At::default(),
            at: At {
                value: Day(chrono::NaiveDate::MIN),
                span: 0..0,
            },
        }
    }
}

/// An organisation that the catalogue does not have. It exists from the scenario's day on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenBody {
    /// The id that the other entries refer to.
    #[schemars(example = &"lonekontoret")]
    pub id: Text,
    /// What sort of body it is.
    #[schemars(example = &"joint-board")]
    pub kind: OrganisationKind,
    /// Its name.
    #[schemars(example = &"Gemensamma lönekontoret")]
    pub name: Text,
    /// The short name people use.
    #[schemars(example = &"Lönekontoret")]
    pub short: Option<Text>,
    /// Ids of the municipalities it serves. Left out: all of them.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora", "hallefors"], length(min = 1))]
    pub serves: Option<Vec<Text>>,
    /// The number to ring.
    #[schemars(example = &"0587-55 00 40")]
    pub phone: Option<Text>,
}

/// Responsibilities that go from some organisations to others: the same steps, in the same cases.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenMove {
    /// Ids of the services.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["lon", "ekonomiadm"], length(min = 1))]
    pub services: Vec<Text>,
    /// The id of who has them, of a group, or a list of ids. Whoever also gets them keeps what it has.
    #[schemars(example = &"nora-kommun")]
    pub from: OneOrMany<String>,
    /// The id of who gets them, of a group, or a list of ids: each gets what is for the municipalities it serves.
    #[schemars(example = &"lonekontoret")]
    pub to: OneOrMany<String>,
    /// What goes. Left out: all that they have.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["handling", "delivery"], length(min = 1))]
    pub steps: Option<Vec<Step>>,
    /// Ids of the municipalities for which it goes. Left out: all that those who get it serve. A single one who gets it
    /// does it for all that are named here, also for those that it serves in nothing else: so a municipality is host to
    /// something for others.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The first day. Left out: the scenario's.
    #[schemars(example = &"2027-07-01")]
    pub at: Option<At<Day>>,
}

/// Responsibilities that end, without anybody else getting them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenEnd {
    /// Ids of the services.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["lokalvard"], length(min = 1))]
    pub services: Vec<Text>,
    /// The id of who has them, of a group, or a list of ids.
    #[schemars(example = &"hallefors-kommun")]
    pub organisation: OneOrMany<String>,
    /// What ends. Left out: all that they have.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["delivery"], length(min = 1))]
    pub steps: Option<Vec<Step>>,
    /// Ids of the municipalities for which it ends. Left out: all.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["hallefors"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The first day without it. Left out: the scenario's.
    #[schemars(example = &"2027-07-01")]
    pub at: Option<At<Day>>,
}

/// Responsibilities that begin.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenAdd {
    /// Ids of the services.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["jurist"], length(min = 1))]
    pub services: Vec<Text>,
    /// The id of who gets them, of a group, or a list of ids.
    #[schemars(example = &"lindesberg-kommun")]
    pub organisation: OneOrMany<String>,
    /// What it does.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["contact", "handling"], length(min = 1))]
    pub steps: Vec<Step>,
    /// Ids of the municipalities. Left out: all that the organisation serves. A single one does it for all that are named
    /// here, also for those that it serves in nothing else.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The case it holds in, when not in all.
    #[schemars(example = &"avtal och tvister")]
    pub condition: Option<Text>,
    /// The first day. Left out: the scenario's.
    #[schemars(example = &"2027-07-01")]
    pub at: Option<At<Day>>,
}
