//! The answers as JSON. Scripts rely on these shapes: keys may be added, never renamed or taken away.

use serde::Serialize;
use serde_json::{Map, Value};

mod findings;
mod writer;

pub use findings::{FindingsWriter, matrix, rounded};
pub use writer::Writer;

/// What `search` prints.
#[derive(Debug, Serialize)]
pub struct Search {
    /// The words as they were given.
    pub query: String,
    /// The id of the caller's municipality, named by a flag or in the words.
    pub municipality: Option<String>,
    /// The moment asked about.
    pub at: String,
    /// The services found, best first.
    pub hits: Vec<Hit>,
    /// How many were found, also beyond the limit.
    pub total: usize,
    /// Words that nothing in the catalogue resembles.
    pub unmatched: Vec<String>,
    /// Filters that mean nothing in the catalogue, as typed.
    pub unknown: Vec<String>,
    /// The nearest words that the catalogue knows, when nothing fits well.
    pub suggestions: Vec<String>,
    /// Whether even the best hit is a guess.
    pub weak: bool,
    /// An organisation that the words name by a name it no longer has, or that no longer exists.
    pub former: Option<Former>,
    /// Why each service is found; only when it is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
}

/// Why services are found.
#[derive(Debug, Serialize)]
pub struct Explanation {
    /// The language that the words were taken to be in: `sv`, `en` …
    pub language: &'static str,
    /// The words that were looked for.
    pub words: Vec<AskedWord>,
    /// The services in the order of the hits, each with what the words found in it.
    pub hits: Vec<ExplainedHit>,
}

/// A word that was looked for.
#[derive(Debug, Serialize)]
pub struct AskedWord {
    /// As it was given.
    pub word: String,
    /// How much it counts beside the others: 0–1000.
    pub importance: u32,
    /// Whether nothing in the catalogue resembles it.
    pub unmatched: bool,
}

/// What the words found in a service.
#[derive(Debug, Serialize)]
pub struct ExplainedHit {
    /// The service's id.
    pub service: String,
    /// How well it fits: 0–1000.
    pub score: u32,
    /// What each word found.
    pub reasons: Vec<Reason>,
}

/// What a word found.
#[derive(Debug, Serialize)]
pub struct Reason {
    /// The word that was looked for.
    pub word: String,
    /// The word of the catalogue.
    pub found: String,
    /// How the one came to stand for the other: `exact`, `stem`, `meaning` …
    pub tier: &'static str,
    /// Where the word stands: `name`, `also` …
    pub field: &'static str,
    /// What that is worth: 0–1000.
    pub weight: u32,
}

/// An organisation that is called something else by now, or that another one took over from.
#[derive(Debug, Serialize)]
pub struct Former {
    /// Its id.
    pub organisation: String,
    /// Who answers for it on the day: itself, or whoever took over.
    pub successor: Option<OrganisationJson>,
}

/// A service found.
#[derive(Debug, Serialize)]
pub struct Hit {
    /// Which.
    #[serde(flatten)]
    pub service: Heading,
    /// How well it fits: 0–1000.
    pub score: u32,
    /// Whether it is a guess: nothing fits well.
    pub guess: bool,
    /// Whom to ring.
    #[serde(flatten)]
    pub answer: Answer,
}

/// What `show` prints.
#[derive(Debug, Serialize)]
pub struct Show {
    /// Which service.
    #[serde(flatten)]
    pub service: Heading,
    /// What it is.
    pub summary: Option<String>,
    /// Everyday words for it.
    pub also: Vec<String>,
    /// What to ask first.
    pub ask: Vec<String>,
    /// When it is somebody else's matter.
    pub not_here: Vec<NotHere>,
    /// How soon somebody must act.
    pub urgency: Value,
    /// The laws it rests on.
    pub law: Vec<String>,
    /// Whether municipalities could do it together.
    pub shareable: bool,
    /// The id of the caller's municipality.
    pub municipality: Option<String>,
    /// The moment asked about.
    pub at: String,
    /// Whom to ring.
    #[serde(flatten)]
    pub answer: Answer,
    /// What publishers state about it.
    pub stated: Vec<Stated>,
    /// The sources of all that, by id.
    pub sources: Vec<Source>,
}

/// A service's name.
#[derive(Debug, Serialize)]
pub struct Heading {
    /// Its id.
    pub service: String,
    /// Its name.
    pub name: String,
    /// The id of its topic.
    pub topic: String,
    /// The topic's heading.
    pub topic_name: String,
}

/// The answer for one municipality, or for each.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// For the caller's.
    Referral(Box<ReferralJson>),
    /// For each, by id, where none is named.
    Referrals(Map<String, Value>),
}

/// Whom to turn to.
#[derive(Debug, Serialize)]
pub struct ReferralJson {
    /// `one`, `conditional`, `unclear` or `gap`.
    pub status: &'static str,
    /// Why there is nobody: `no-service`, `nobody`, `only-appeal`, `only-on-call`; null unless the status is `gap`.
    pub gap: Option<&'static str>,
    /// Whether every case has somebody: false for a gap, and where conditions leave cases that nobody has.
    pub complete: bool,
    /// Whom to ring when it is closed.
    pub on_call: Vec<OnCallJson>,
    /// Whom to turn to, the first foremost.
    pub contacts: Vec<ContactJson>,
    /// Who does what.
    pub steps: Vec<StepJson>,
    /// The ids of the findings about how it is done, worst first.
    pub findings: Vec<String>,
    /// What can be read out to the caller.
    pub sentence: String,
}

/// An organisation that a caller may turn to.
#[derive(Debug, Serialize)]
pub struct ContactJson {
    /// Its id.
    pub organisation: String,
    /// Its name on the day.
    pub name: String,
    /// Its short name on the day, or the full one.
    pub short: String,
    /// What sort of body it is: `municipality`, `federation`, `joint-board`, `company`, `region`, `agency`, `private`.
    pub kind: &'static str,
    /// Its part.
    pub unit: Option<String>,
    /// The number to ring.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The web address.
    pub web: Option<String>,
    /// Where to go or write.
    pub address: Option<String>,
    /// When it is open, in the syntax of OpenStreetMap.
    pub hours: Option<String>,
    /// Whether it is open; null where that is not known or only a day was asked about.
    pub open: Option<bool>,
    /// When it closes.
    pub closes: Option<String>,
    /// When it opens.
    pub opens: Option<String>,
    /// The number to ring when it is closed, whoever answers it.
    pub on_call: Option<String>,
    /// When that number may be used.
    pub on_call_note: Option<String>,
    /// The case it holds in.
    pub condition: Option<String>,
    /// `documented`, `inferred` or `assumed`.
    pub confidence: &'static str,
    /// How well the number and the rest of the contact is known; null where nothing is said.
    pub contact_confidence: Option<&'static str>,
    /// The id of the organisation it took over from, where the catalogue still names that one.
    pub formerly: Option<String>,
    /// Something to know.
    pub note: Option<String>,
    /// The day somebody last made sure of who it is and how to reach them; null where nobody has of either.
    pub verified: Option<String>,
    /// That day, or else the day its newest source was published; null where neither is known.
    pub as_of: Option<String>,
    /// The ids of the sources.
    pub sources: Vec<String>,
}

/// A number for when it is closed.
#[derive(Debug, Serialize)]
pub struct OnCallJson {
    /// Who answers.
    #[serde(flatten)]
    pub who: OrganisationJson,
    /// The number.
    pub number: String,
    /// The case it is for.
    pub condition: Option<String>,
    /// When it may be used, and what to know.
    pub note: Option<String>,
}

/// Who has a step.
#[derive(Debug, Serialize)]
pub struct StepJson {
    /// The step.
    pub step: &'static str,
    /// Who has it.
    pub organisations: Vec<OrganisationJson>,
}

/// An organisation by name.
#[derive(Debug, Serialize)]
pub struct OrganisationJson {
    /// Its id.
    pub organisation: String,
    /// Its name on the day.
    pub name: String,
    /// Its short name on the day, or the full one.
    pub short: String,
}

/// When a matter belongs to somebody else.
#[derive(Debug, Serialize)]
pub struct NotHere {
    /// The case.
    pub when: String,
    /// The id of the organisation to turn to.
    pub organisation: Option<String>,
    /// Its name on the day.
    pub name: Option<String>,
    /// The number there.
    pub phone: Option<String>,
    /// The id of the service it is instead.
    pub service: Option<String>,
}

/// What a publisher states.
#[derive(Debug, Serialize)]
pub struct Stated {
    /// About what.
    pub what: String,
    /// What.
    pub value: String,
    /// The ids of the sources.
    pub sources: Vec<String>,
}

/// A source.
#[derive(Debug, Serialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Where it was found.
    pub address: Option<String>,
    /// The day it was published.
    pub published: Option<String>,
    /// The day it was read.
    pub read: Option<String>,
}
