//! Whom a caller is told to ring: small catalogues one rule at a time, then anything at any time.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]
#![allow(
    clippy::format_push_string,
    reason = "a catalogue is written line by line"
)]

use std::sync::{Arc, LazyLock};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::catalogue::{Catalogue, Confidence, Reading, of_two_towns, without_faults};
use crate::locale::{Language, Locale};

mod acute;
mod aloud;
mod answers;
mod anything;
mod apart;
mod ended;
mod first;
mod opening;

/// Beside two towns: a board for both with opening hours, the police, and owners of houses. Every test goes on to say who
/// clears the snow.
const BODIES: &str = r#"
    [[organisation]]
    id = "namnden"
    kind = "joint-board"
    name = "Tekniska nämnden"
    contact = { phone = "0500-10 00", hours = "Mo-Fr 08:00-12:00,13:00-16:00; PH off; PH -1 day 08:00-12:00" }
    [[organisation.unit]]
    id = "gata"
    name = "Gata"
    contact = { on_call = "0500-99 00" }
    [[organisation.unit]]
    id = "va"
    name = "VA"
    contact = { phone = "0500-20 00" }
    [[organisation]]
    id = "polisen"
    kind = "agency"
    name = "Polisen"
    contact = { phone = "114 14", hours = "24/7" }
    [[organisation]]
    id = "fastighetsagare"
    kind = "private"
    name = "Fastighetsägaren"
    [[organisation]]
    id = "forsamlingen"
    kind = "private"
    name = "Församlingen i Svenska kyrkan"
    [[service]]
    id = "snorojning"
    name = "Snöröjning"
    topic = "gata"
"#;

const FEDERATION: &str = r#"
    [[organisation]]
    id = "forbundet"
    kind = "federation"
    name = "Förbundet"
    until = 2022-12-31
    successor = "namnden"
    [[organisation.unit]]
    id = "gata"
    name = "Gatukontoret"
"#;

/// One who is responsible: an organisation, perhaps with a unit (`namnden/gata`), its steps, and whatever else.
fn duty(who: &str, steps: &[&str], more: &str) -> String {
    let (organisation, unit) = match who.split_once('/') {
        Some((organisation, unit)) => (organisation, format!("unit = \"{unit}\"\n")),
        None => (who, String::new()),
    };
    format!(
        "[[service.responsible]]\norganisation = \"{organisation}\"\n{unit}steps = {steps:?}\n{more}\n"
    )
}

fn moment(text: &str) -> Moment {
    match text.parse::<NaiveDateTime>() {
        Ok(moment) => moment.into(),
        Err(_) => Moment::day(text.parse().unwrap()),
    }
}

/// A question to a small catalogue whose only service has these duties.
struct Call {
    directory: Directory,
    moment: Moment,
}

impl Call {
    fn new(duties: &[String], at: &str) -> Self {
        let moment = moment(at);
        let catalogue = of_two_towns(&[BODIES, &duties.concat()]);
        Self {
            directory: Directory::at(Arc::new(catalogue), moment.day),
            moment,
        }
    }

    fn service(&self) -> ServiceRef {
        self.directory.catalogue().service_refs().next().unwrap()
    }

    fn from(&self, municipality: &str) -> Referral {
        let municipality = self.directory.catalogue().find_municipality(municipality);
        resolve(
            &self.directory,
            self.service(),
            municipality.unwrap(),
            self.moment,
        )
    }

    /// The answer for Ask in short: `one namnden/gata`, `conditional [privat väg] polisen, namnden`.
    fn answer(&self) -> String {
        let referral = self.from("ask");
        let catalogue = self.directory.catalogue();
        let names: Vec<String> = referral
            .entrances()
            .iter()
            .map(|entrance| {
                let organisation = &catalogue[entrance.organisation];
                let unit = entrance.unit.and_then(|unit| organisation.unit_at(unit));
                let unit = unit.map(|unit| format!("/{}", unit.id)).unwrap_or_default();
                let condition = entrance.condition.as_ref();
                let case = condition
                    .map(|case| format!("[{case}] "))
                    .unwrap_or_default();
                format!("{case}{}{unit}", organisation.id)
            })
            .collect();
        match referral {
            Referral::Gap(gap, _) => format!("gap {gap:?}"),
            _ => format!("{} {}", referral.status(), names.join(", ")),
        }
    }

    fn only(&self) -> Entrance {
        match self.from("ask") {
            Referral::One(only) => *only,
            other => panic!("{other:?}"),
        }
    }

    fn sentence(&self, language: Language) -> String {
        let locale = Locale::new(language);
        sentence(
            &self.directory,
            self.service(),
            &self.from("ask"),
            self.moment,
            &locale,
        )
    }

    /// What the card says of open and closed.
    fn opening(&self, language: Language) -> Option<String> {
        let locale = Locale::new(language);
        opening_words(self.only().opening, self.moment, &locale)
    }
}

fn answer(duties: &[String]) -> String {
    Call::new(duties, "2020-06-01").answer()
}
