//! What a catalogue file may hold, key by key, as people write it.
//!
//! These types are the one definition of the format: files are read into them, `hanvisa schema` is made from them,
//! and a file that does not fit is compared with that same schema to say what is wrong. The descriptions are the
//! documentation that editors show.

use schemars::JsonSchema;
use serde::Deserialize;

use super::vocabulary::{
    Confidence, FindingKind, OrganisationKind, Status, Step, Urgency, Verdict,
};
use super::written::{At, Day, OneOrMany, filled, filled_if_any};

type Text = At<String>;

/// A file of a hanvisa catalogue. A catalogue is a folder of such files, merged; any of these tables may stand in any file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hanvisa catalogue file", extend("$id" = "https://hanvisa.invalid/catalogue.schema.json"))]
pub struct CatalogueFile {
    /// What the catalogue as a whole is; once in one of the files.
    pub catalogue: Option<At<WrittenSettings>>,
    /// Where facts come from.
    #[serde(default)]
    pub source: Vec<WrittenSource>,
    /// Headings that services are sorted under.
    #[serde(default)]
    pub topic: Vec<WrittenTopic>,
    /// Where callers live.
    #[serde(default)]
    pub municipality: Vec<WrittenMunicipality>,
    /// Who can be responsible.
    #[serde(default)]
    pub organisation: Vec<WrittenOrganisation>,
    /// Organisations that are often named together.
    #[serde(default)]
    pub group: Vec<WrittenGroup>,
    /// Numbers for emergencies, always one key away.
    #[serde(default)]
    pub emergency: Vec<WrittenEmergency>,
    /// Tasks, each once, whoever does them.
    #[serde(default)]
    pub service: Vec<WrittenService>,
    /// Callers being sent on from one organisation to another.
    #[serde(default)]
    pub referral: Vec<WrittenReferral>,
    /// Double work, unclear entrances and the like that people have found.
    #[serde(default)]
    pub finding: Vec<WrittenFinding>,
}

/// What the catalogue as a whole is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenSettings {
    /// The name shown at the top of the screen.
    #[schemars(example = &"Bergslagen")]
    pub name: Text,
    /// The time zone that opening hours are meant in.
    #[schemars(example = &"Europe/Stockholm")]
    pub timezone: Text,
    /// The country whose public holidays count, as two letters.
    #[schemars(example = &"SE")]
    pub country: Text,
    /// How many months a fact may go without being verified before it counts as overdue.
    #[serde(default = "twelve", deserialize_with = "months")]
    #[schemars(example = 12, range(min = 1, max = 120))]
    pub review_after_months: u32,
}

fn twelve() -> u32 {
    12
}

fn months<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let months = u32::deserialize(deserializer)?;
    if (1..=120).contains(&months) {
        return Ok(months);
    }
    Err(serde::de::Error::custom("not from 1 to 120"))
}

/// Where a fact comes from: a page, a document, an article.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenSource {
    /// The id that facts refer to.
    #[schemars(example = &"S12")]
    pub id: Text,
    /// What it is, in a few words.
    #[schemars(example = &"hellefors.se, snöröjning")]
    pub title: Text,
    /// Where it was found: a web address, a case number.
    #[schemars(example = &"hellefors.se/renhallning.html")]
    pub address: Option<Text>,
    /// The day it was published or last changed, if it says.
    #[schemars(example = &"2020-06-10")]
    pub published: Option<At<Day>>,
    /// The day it was read.
    #[schemars(example = &"2026-11-23")]
    pub read: Option<At<Day>>,
}

/// A heading that services are sorted under.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenTopic {
    /// The id that services refer to.
    #[schemars(example = &"trafik")]
    pub id: Text,
    /// The heading.
    #[schemars(example = &"Trafik och gator")]
    pub name: Text,
}

/// A municipality: where the caller lives.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenMunicipality {
    /// The id used on the command line and in other entries.
    #[schemars(example = &"nora")]
    pub id: Text,
    /// Its name.
    #[schemars(example = &"Nora")]
    pub name: Text,
    /// Places in it, which callers name instead of the municipality.
    #[serde(default)]
    #[schemars(example = vec!["Gyttorp", "Pershyttan"])]
    pub places: Vec<At<WrittenPlace>>,
    /// The organisation whose switchboard a call comes to first.
    #[schemars(example = &"nora-kommun")]
    pub organisation: Text,
    /// How many live there.
    #[schemars(example = 10600)]
    pub residents: Option<u32>,
    /// Ids of the sources of what is said here.
    #[serde(default)]
    #[schemars(example = vec!["S6"])]
    pub sources: Vec<Text>,
}

/// A place in a municipality: its name, or a table when there is more to say.
#[derive(Debug, JsonSchema)]
#[serde(untagged)]
pub enum WrittenPlace {
    /// Only the name.
    Name(#[schemars(example = &"Gyttorp")] String),
    /// The name and how well it is known that the place lies here.
    Known(WrittenKnownPlace),
}

/// A place with what is known of it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenKnownPlace {
    /// The place's name.
    #[schemars(example = &"Striberg")]
    pub name: Text,
    /// How well it is known that the place lies here.
    #[schemars(example = &"assumed")]
    pub confidence: Option<At<Confidence>>,
    /// Ids of the sources that say so.
    #[serde(default)]
    #[schemars(example = vec!["S6"])]
    pub sources: Vec<Text>,
}

impl<'de> Deserialize<'de> for WrittenPlace {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> serde::de::Visitor<'de> for Visit {
            type Value = WrittenPlace;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the name of a place")
            }
            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Self::Value, E> {
                Ok(WrittenPlace::Name(name.to_owned()))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Self::Value, A::Error> {
                WrittenKnownPlace::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    .map(WrittenPlace::Known)
            }
        }
        deserializer.deserialize_any(Visit)
    }
}

/// An organisation: somebody who can be responsible.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenOrganisation {
    /// The id that responsibilities refer to. It stays when the organisation is renamed.
    #[schemars(example = &"bkt")]
    pub id: Text,
    /// What sort of body it is.
    #[schemars(example = &"federation")]
    pub kind: OrganisationKind,
    /// Its name, if it always had the same. Otherwise write `names`.
    #[schemars(example = &"Trafikverket")]
    pub name: Option<Text>,
    /// The short name people use, beside `name`.
    #[schemars(example = &"BKT")]
    pub short: Option<Text>,
    /// Its names over time, oldest first. Former names stay searchable.
    #[serde(default)]
    pub names: Vec<At<WrittenName>>,
    /// Ids of the municipalities it serves. Left out: all of them.
    #[schemars(example = vec!["nora", "hallefors"])]
    pub serves: Option<Vec<Text>>,
    /// The municipality where it has its seat.
    #[schemars(example = &"lindesberg")]
    pub seat: Option<Text>,
    /// The first day it existed.
    #[schemars(example = &"2003-01-01")]
    pub from: Option<At<Day>>,
    /// The last day it existed.
    #[schemars(example = &"2022-12-31")]
    pub until: Option<At<Day>>,
    /// The id of the organisation that took over, when it has ended.
    #[schemars(example = &"teknisk-namnd")]
    pub successor: Option<Text>,
    /// Other words that callers use for it.
    #[serde(default)]
    #[schemars(example = vec!["tekniska", "gatukontoret"])]
    pub also: Vec<Text>,
    /// What it does, in one sentence.
    #[schemars(example = &"Sköter gator, vatten, avlopp och avfall åt fyra kommuner.")]
    pub summary: Option<Text>,
    /// Ids of the sources of what is said here.
    #[serde(default)]
    #[schemars(example = vec!["S4"])]
    pub sources: Vec<Text>,
    /// How well it is known. Left out: documented if there are sources, otherwise assumed.
    #[schemars(example = &"documented")]
    pub confidence: Option<At<Confidence>>,
    /// How to reach it; several when it changes over time.
    pub contact: Option<OneOrMany<WrittenContact>>,
    /// Parts of it with a name or a number of their own.
    #[serde(default)]
    pub unit: Vec<WrittenUnit>,
    /// What publishers state about it, where they differ.
    #[serde(default)]
    pub stated: Vec<WrittenStatement>,
}

/// A name and when it was used.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenName {
    /// The full name.
    #[schemars(example = &"Bergslagens kommunalteknik")]
    pub name: Text,
    /// The short name.
    #[schemars(example = &"BKT")]
    pub short: Option<Text>,
    /// The first day of this name.
    #[schemars(example = &"2003-01-01")]
    pub from: Option<At<Day>>,
    /// The last day of this name.
    #[schemars(example = &"2016-12-31")]
    pub until: Option<At<Day>>,
    /// Ids of the sources that say so.
    #[serde(default)]
    #[schemars(example = vec!["S5"])]
    pub sources: Vec<Text>,
}

/// How to reach somebody.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenContact {
    /// The number to ring when it is open.
    #[schemars(example = &"0587-55 00 40")]
    pub phone: Option<Text>,
    /// The e-mail address.
    #[schemars(example = &"servicecenter@sb-bergslagen.se")]
    pub email: Option<Text>,
    /// The web address.
    #[schemars(example = &"sb-bergslagen.se")]
    pub web: Option<Text>,
    /// Where to go or write.
    #[schemars(example = &"Kungsgatan 41, Lindesberg")]
    pub address: Option<Text>,
    /// Opening hours, in the syntax of OpenStreetMap.
    #[schemars(example = &"Mo-Fr 08:00-12:00,13:00-16:00; PH off")]
    pub hours: Option<Text>,
    /// The number to ring when it is closed.
    #[schemars(example = &"019-14 76 42")]
    pub on_call: Option<Text>,
    /// When the on-call number may be used.
    #[schemars(example = &"Bara akuta fel på vatten, avlopp och gata")]
    pub on_call_note: Option<Text>,
    /// Something to know before ringing.
    #[schemars(example = &"Knappval 2 för vatten")]
    pub note: Option<Text>,
    /// The first day this holds.
    #[schemars(example = &"2017-01-02")]
    pub from: Option<At<Day>>,
    /// The last day this holds.
    #[schemars(example = &"2022-12-31")]
    pub until: Option<At<Day>>,
    /// Ids of the sources that say so.
    #[serde(default)]
    #[schemars(example = vec!["S12"])]
    pub sources: Vec<Text>,
    /// The day somebody last made sure. Left out: nobody has, and it is as old as its newest source.
    #[schemars(example = &"2020-06-10")]
    pub verified: Option<At<Day>>,
    /// How well it is known. Left out: documented if there are sources, otherwise assumed.
    #[schemars(example = &"inferred")]
    pub confidence: Option<At<Confidence>>,
}

/// A part of an organisation with a name or a number of its own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenUnit {
    /// The id, unique within the organisation.
    #[schemars(example = &"va")]
    pub id: Text,
    /// Its name.
    #[schemars(example = &"VA")]
    pub name: Text,
    /// Other words that callers use for it.
    #[serde(default)]
    #[schemars(example = vec!["vattenverket"])]
    pub also: Vec<Text>,
    /// How to reach it; keys left out are the organisation's.
    pub contact: Option<OneOrMany<WrittenContact>>,
}

/// Organisations that are often named together.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenGroup {
    /// The id, used where an organisation's id may stand.
    #[schemars(example = &"kommunerna")]
    pub id: Text,
    /// What the group is called.
    #[schemars(example = &"kommunerna")]
    pub name: Text,
    /// Ids of its organisations. Each covers the municipalities it serves.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["lindesberg-kommun", "nora-kommun"], length(min = 1))]
    pub organisations: Vec<Text>,
}

/// A number for emergencies.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenEmergency {
    /// The number.
    #[schemars(example = &"112")]
    pub number: Text,
    /// Who answers.
    #[schemars(example = &"SOS Alarm")]
    pub name: Text,
    /// When to ring it.
    #[schemars(example = &"Fara för liv, egendom eller miljö")]
    pub when: Text,
    /// Ids of the sources that say so.
    #[serde(default)]
    #[schemars(example = vec!["S70"])]
    pub sources: Vec<Text>,
}

/// A service: a task, once, whoever does it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenService {
    /// The id. It stays when the service is renamed.
    #[schemars(example = &"snorojning")]
    pub id: Text,
    /// Its name.
    #[schemars(example = &"Snöröjning av gator")]
    pub name: Text,
    /// The id of its topic.
    #[schemars(example = &"trafik")]
    pub topic: Text,
    /// Everyday words that callers use for it. Inflections and misspellings need not be listed.
    #[serde(default)]
    #[schemars(example = vec!["plogning", "snövallen vid infarten"])]
    pub also: Vec<Text>,
    /// What it is, in a sentence or two.
    #[schemars(example = &"Vi plogar gator och gångvägar när det har snöat.")]
    pub summary: Option<Text>,
    /// Questions to ask first, where the answer depends on them.
    #[serde(default)]
    #[schemars(example = vec!["Vilken gata?", "Är det en enskild eller statlig väg?"])]
    pub ask: Vec<Text>,
    /// When it is somebody else's matter, and whose.
    #[serde(default)]
    pub not_here: Vec<At<WrittenNotHere>>,
    /// How soon somebody must act. Left out: normal.
    #[serde(default)]
    #[schemars(example = &"acute")]
    pub urgency: Urgency,
    /// The laws and rules it rests on.
    #[serde(default)]
    #[schemars(example = vec!["miljöbalken 15 kap"])]
    pub law: Vec<Text>,
    /// Whether several municipalities could do it together.
    #[serde(default)]
    #[schemars(example = true)]
    pub shareable: bool,
    /// The first day the service existed.
    #[schemars(example = &"2025-01-01")]
    pub from: Option<At<Day>>,
    /// The last day the service existed.
    #[schemars(example = &"2023-12-31")]
    pub until: Option<At<Day>>,
    /// Ids of the sources of what is said here.
    #[serde(default)]
    #[schemars(example = vec!["S10", "S12"])]
    pub sources: Vec<Text>,
    /// Who does which step, for which municipality, when.
    #[serde(default)]
    pub responsible: Vec<At<WrittenResponsibility>>,
    /// What publishers state about it, where they differ.
    #[serde(default)]
    pub stated: Vec<WrittenStatement>,
}

/// When a matter belongs to somebody else: to an organisation, to another service, or both.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenNotHere {
    /// The case.
    #[schemars(example = &"statlig väg")]
    pub when: Text,
    /// The id of the organisation to turn to instead.
    #[schemars(example = &"trafikverket")]
    pub organisation: Option<Text>,
    /// The id of the service it is instead.
    #[schemars(example = &"statlig-vag")]
    pub service: Option<Text>,
}

/// A responsibility: who does which steps of a service, for whom, when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenResponsibility {
    /// The id of an organisation or a group, or a list of them.
    #[schemars(example = &"bkt")]
    pub organisation: OneOrMany<String>,
    /// The id of the organisation's unit.
    #[schemars(example = &"gata")]
    pub unit: Option<Text>,
    /// What it does.
    #[serde(deserialize_with = "filled")]
    #[schemars(example = vec!["contact", "handling", "delivery"], length(min = 1))]
    pub steps: Vec<Step>,
    /// Ids of the municipalities. Left out: all that the organisation serves.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The first day.
    #[schemars(example = &"2023-01-01")]
    pub from: Option<At<Day>>,
    /// The last day.
    #[schemars(example = &"2022-12-31")]
    pub until: Option<At<Day>>,
    /// The case it holds in, when not in all.
    #[schemars(example = &"delar av centrala Lindesberg")]
    pub condition: Option<Text>,
    /// How well it is known. Left out: documented if there are sources, otherwise assumed.
    #[schemars(example = &"inferred")]
    pub confidence: Option<At<Confidence>>,
    /// Ids of the sources that say so.
    #[serde(default)]
    #[schemars(example = vec!["S4"])]
    pub sources: Vec<Text>,
    /// The day somebody last made sure. Left out: nobody has, and it is as old as its newest source.
    #[schemars(example = &"2022-12-14")]
    pub verified: Option<At<Day>>,
    /// Something to know, shown on the card.
    #[schemars(example = &"En entreprenör tömmer kärlen.")]
    pub note: Option<Text>,
    /// A number for just this; keys left out are the unit's or the organisation's.
    pub contact: Option<WrittenContact>,
}

/// What a publisher states about something, where publishers differ.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenStatement {
    /// What the statement is about. Statements about the same thing are compared.
    #[schemars(example = &"Gräns för plogning")]
    pub what: Text,
    /// What is stated.
    #[schemars(example = &"4 cm")]
    pub value: Text,
    /// Ids of the municipalities it is stated for. Left out: all.
    #[schemars(example = vec!["hallefors"])]
    pub municipalities: Option<Vec<Text>>,
    /// The first day it was stated.
    #[schemars(example = &"2020-06-10")]
    pub from: Option<At<Day>>,
    /// The last day it was stated.
    #[schemars(example = &"2022-12-31")]
    pub until: Option<At<Day>>,
    /// Ids of the sources that state it.
    #[serde(default)]
    #[schemars(example = vec!["S12"])]
    pub sources: Vec<Text>,
}

/// A caller being sent on from one organisation to another.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenReferral {
    /// The id of the organisation that sends the caller on.
    #[schemars(example = &"nora-kommun")]
    pub organisation: Text,
    /// The id of the organisation the caller is sent to.
    #[schemars(example = &"bmb")]
    pub to: Text,
    /// Ids of the services it happens for. Left out: any.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["enskilt-avlopp"], length(min = 1))]
    pub services: Option<Vec<Text>>,
    /// Ids of the municipalities whose callers it happens to. Left out: all.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The first day.
    #[schemars(example = &"2003-01-01")]
    pub from: Option<At<Day>>,
    /// The last day.
    #[schemars(example = &"2016-12-31")]
    pub until: Option<At<Day>>,
    /// Why the caller is sent on.
    #[schemars(example = &"Växeln vet inte vem som sköter vägen.")]
    pub reason: Option<Text>,
    /// Whether a source describes it, or it is an example.
    #[schemars(example = &"documented")]
    pub status: At<Status>,
    /// Ids of the sources that describe it.
    #[serde(default)]
    #[schemars(example = vec!["S1"])]
    pub sources: Vec<Text>,
}

/// A finding that people have made, beside those the program computes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenFinding {
    /// The id, which verdicts refer to.
    #[schemars(example = &"gatubelysning-tva-beslutar")]
    pub id: Text,
    /// What sort of thing it is.
    #[schemars(example = &"unclear-entry")]
    pub kind: FindingKind,
    /// Ids of the services it is about. Left out: it is about no single service.
    #[serde(default)]
    #[schemars(example = vec!["gatubelysning"])]
    pub services: Vec<Text>,
    /// Ids of the organisations involved.
    #[serde(default)]
    #[schemars(example = vec!["bkt"])]
    pub organisations: Vec<Text>,
    /// Ids of the municipalities it touches. Left out: all.
    #[serde(default, deserialize_with = "filled_if_any")]
    #[schemars(example = vec!["nora"], length(min = 1))]
    pub municipalities: Option<Vec<Text>>,
    /// The step it is about.
    #[schemars(example = &"decision")]
    pub step: Option<Step>,
    /// What is the case, in words.
    #[schemars(example = &"BKT lagar lamporna, men kommunen bestämmer när de lyser och betalar.")]
    pub statement: Text,
    /// What could be done.
    #[schemars(example = &"Låt ett nummer ta emot alla fel på gatubelysningen.")]
    pub suggestion: Option<Text>,
    /// Whether a source describes it, or it is an example.
    #[schemars(example = &"documented")]
    pub status: At<Status>,
    /// What people have decided about it so far. Left out: open.
    #[serde(default)]
    #[schemars(example = &"investigating")]
    pub verdict: Verdict,
    /// The first day it was so.
    #[schemars(example = &"2003-01-01")]
    pub from: Option<At<Day>>,
    /// The last day it was so.
    #[schemars(example = &"2022-12-31")]
    pub until: Option<At<Day>>,
    /// Ids of the sources that describe it.
    #[serde(default)]
    #[schemars(example = vec!["S30"])]
    pub sources: Vec<Text>,
}
