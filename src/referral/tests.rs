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
use crate::catalogue::{Catalogue, Confidence, Reading, TextFile};
use crate::locale::{Language, Locale};

mod answers;
mod apart;

/// Two towns, a board for both with opening hours, and an owner of houses; every test adds a service.
const TOWNS: &str = r#"
    [catalogue]
    name = "Prov"
    timezone = "Europe/Stockholm"
    country = "SE"
    [[topic]]
    id = "gata"
    name = "Gata"
    [[municipality]]
    id = "ask"
    name = "Ask"
    organisation = "ask-kommun"
    [[municipality]]
    id = "bok"
    name = "Bok"
    organisation = "bok-kommun"
    [[organisation]]
    id = "ask-kommun"
    kind = "municipality"
    name = "Asks kommun"
    serves = ["ask"]
    contact = { email = "kommun@ask.example" }
    [[organisation]]
    id = "bok-kommun"
    kind = "municipality"
    name = "Boks kommun"
    serves = ["bok"]
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

fn read(text: &str) -> Catalogue {
    let file = TextFile {
        name: "prov.toml".to_owned(),
        text: text.to_owned(),
    };
    let reading = Reading::of_texts(vec![file]);
    let faults = reading.faults;
    reading
        .catalogue
        .unwrap_or_else(|| panic!("{faults:#?}\n{text}"))
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
        let catalogue = read(&format!("{TOWNS}{}", duties.concat()));
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

// ── Whom to ring first ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn whoever_has_the_first_contact_is_rung_first_whatever_others_do() {
    assert_eq!(
        answer(&[
            duty("polisen", &["decision", "supervision"], ""),
            duty("namnden/gata", &["contact"], ""),
            duty("ask-kommun", &["handling", "delivery"], ""),
        ]),
        "one namnden/gata"
    );
}

#[test]
fn if_nobody_has_the_first_contact_the_only_one_with_any_part_is_rung() {
    assert_eq!(
        answer(&[
            duty("namnden", &["delivery"], ""),
            duty("namnden", &["billing"], ""),
        ]),
        "one namnden"
    );
}

#[test]
fn whoever_hears_appeals_or_is_on_call_is_not_where_a_matter_begins() {
    assert_eq!(
        answer(&[
            duty("namnden", &["decision"], ""),
            duty("polisen", &["appeal"], ""),
            duty("ask-kommun", &["on_call"], ""),
        ]),
        "one namnden"
    );
}

#[test]
fn where_nobody_is_responsible_there_is_a_gap() {
    assert_eq!(answer(&[]), "gap Nobody");
    assert_eq!(
        answer(&[duty("bok-kommun", &["contact"], "")]),
        "gap Nobody"
    );
    assert_eq!(
        answer(&[duty("namnden", &["contact"], "until = 2019-12-31")]),
        "gap Nobody"
    );
}

#[test]
fn where_only_an_appeal_has_an_address_there_is_a_gap_with_that_name() {
    assert_eq!(
        answer(&[duty("polisen", &["appeal"], "")]),
        "gap OnlyAppeal"
    );
}

#[test]
fn a_service_that_does_not_exist_that_day_is_a_gap_with_that_name() {
    let call = |at| {
        Call::new(
            &[
                "from = 2020-06-01\n".to_owned(),
                duty("namnden", &["contact"], ""),
            ],
            at,
        )
    };
    assert_eq!(call("2020-05-31").answer(), "gap NoService");
    assert_eq!(call("2020-06-01").answer(), "one namnden");
}

#[test]
fn several_first_contacts_without_a_condition_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty("polisen", &["contact"], ""),
        ]),
        "unclear namnden/gata, polisen"
    );
}

#[test]
fn several_with_a_part_and_nobody_first_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden", &["delivery"], ""),
            duty("ask-kommun", &["decision"], ""),
            duty("polisen", &["appeal"], ""),
        ]),
        "unclear namnden, ask-kommun"
    );
}

#[test]
fn two_with_the_same_condition_are_unclear() {
    assert_eq!(
        answer(&[
            duty("namnden", &["contact"], "condition = \"gågatan\""),
            duty("polisen", &["contact"], "condition = \"gågatan\""),
        ]),
        "unclear [gågatan] namnden, [gågatan] polisen"
    );
}

#[test]
fn conditions_tell_first_contacts_apart_and_the_one_without_comes_last() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty("polisen", &["contact"], "condition = \"bil i vägen\""),
            duty(
                "fastighetsagare",
                &["contact"],
                "condition = \"trottoaren\""
            ),
        ]),
        "conditional [bil i vägen] polisen, [trottoaren] fastighetsagare, namnden/gata"
    );
}

#[test]
fn two_without_a_condition_are_unclear_even_beside_one_that_has() {
    assert_eq!(
        answer(&[
            duty("namnden", &["contact"], ""),
            duty("ask-kommun", &["contact"], ""),
            duty("polisen", &["contact"], "condition = \"bil i vägen\""),
        ]),
        "unclear namnden, ask-kommun, [bil i vägen] polisen"
    );
}

#[test]
fn a_single_one_that_holds_only_in_some_case_is_never_said_to_hold_in_all() {
    assert_eq!(
        answer(&[duty("polisen", &["contact"], "condition = \"bil i vägen\"")]),
        "conditional [bil i vägen] polisen"
    );
}

#[test]
fn two_units_of_one_organisation_are_one_door_with_the_number_of_the_organisation() {
    let call = Call::new(
        &[
            duty("namnden/gata", &["contact"], ""),
            duty("namnden/va", &["contact"], ""),
        ],
        "2020-06-01",
    );
    assert_eq!(call.answer(), "one namnden");
    assert_eq!(call.only().contact.phone.as_deref(), Some("0500-10 00"));
}

#[test]
fn two_units_told_apart_by_condition_are_two_doors() {
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], ""),
            duty(
                "namnden/va",
                &["contact"],
                "condition = \"vatten på gatan\""
            ),
        ]),
        "conditional [vatten på gatan] namnden/va, namnden/gata"
    );
}

#[test]
fn an_entrance_tells_every_step_it_has_and_is_known_as_well_as_the_worst_known_of_its_first_contacts()
 {
    let only = Call::new(
        &[
            duty("namnden", &["delivery"], ""),
            duty("namnden", &["contact"], "confidence = \"inferred\""),
            duty(
                "namnden",
                &["contact", "billing"],
                "confidence = \"assumed\"",
            ),
        ],
        "2020-06-01",
    )
    .only();
    assert_eq!(only.steps, [Step::Contact, Step::Delivery, Step::Billing]);
    assert_eq!(only.confidence, Confidence::Assumed);
}

#[test]
fn municipalities_with_the_same_answer_are_told_together() {
    let both = Call::new(&[duty("namnden", &["contact"], "")], "2020-06-01");
    let answers = resolve_everywhere(&both.directory, both.service(), both.moment);
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].0.len(), 2);

    let each = Call::new(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty("bok-kommun", &["contact"], ""),
        ],
        "2020-06-01",
    );
    let answers = resolve_everywhere(&each.directory, each.service(), each.moment);
    let towns: Vec<usize> = answers
        .iter()
        .map(|(towns, _)| towns[0].position())
        .collect();
    assert_eq!(towns, [0, 1]);
}

// ── Organisations that have ended ───────────────────────────────────────────────────────────────────────────────────

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

#[test]
fn an_organisation_that_has_ended_is_never_offered_its_successor_is_and_says_so() {
    let sources = "[[source]]\nid = \"S1\"\ntitle = \"En sida\"\n";
    let call = |at| {
        Call::new(
            &[
                duty("forbundet/gata", &["contact"], "sources = [\"S1\"]"),
                FEDERATION.to_owned(),
                sources.to_owned(),
            ],
            at,
        )
    };
    let before = call("2022-12-31");
    assert_eq!(before.answer(), "one forbundet/gata");
    assert_eq!(before.only().formerly, None);
    assert_eq!(before.only().confidence, Confidence::Documented);

    let after = call("2023-01-01");
    assert_eq!(after.answer(), "one namnden/gata");
    let former = after.only().formerly.unwrap();
    assert_eq!(after.directory.catalogue()[former].id.as_str(), "forbundet");
    assert_eq!(after.only().confidence, Confidence::Inferred);
}

#[test]
fn an_organisation_that_ended_without_a_successor_leaves_a_gap() {
    let alone = FEDERATION.replace("successor = \"namnden\"", "");
    let call = Call::new(&[duty("forbundet", &["contact"], ""), alone], "2023-01-01");
    assert_eq!(call.answer(), "gap Nobody");
}

#[test]
fn a_successor_that_is_responsible_already_is_told_once() {
    let call = Call::new(
        &[
            duty("forbundet/gata", &["contact"], ""),
            duty("namnden/gata", &["contact"], ""),
            FEDERATION.to_owned(),
        ],
        "2023-01-01",
    );
    assert_eq!(call.answer(), "one namnden/gata");
    assert_eq!(call.only().formerly, None);
}

// ── Open or closed ──────────────────────────────────────────────────────────────────────────────────────────────────

fn opening(at: &str) -> String {
    let call = Call::new(&[duty("namnden/gata", &["contact"], "")], at);
    call.opening(Language::Swedish).unwrap()
}

#[test]
fn an_office_that_is_open_tells_when_it_closes() {
    assert_eq!(opening("2026-11-23T08:00:00"), "öppet till 12.00");
    assert_eq!(opening("2026-11-23T15:59:00"), "öppet till 16.00");
}

#[test]
fn an_office_at_lunch_tells_when_it_is_back() {
    assert_eq!(opening("2026-11-23T12:00:00"), "stängt, öppnar 13.00");
}

#[test]
fn an_office_that_has_closed_for_the_day_opens_tomorrow() {
    assert_eq!(
        opening("2026-11-23T16:00:00"),
        "stängt, öppnar i morgon 08.00"
    );
}

#[test]
fn before_a_weekend_it_opens_on_monday() {
    assert_eq!(
        opening("2026-11-20T16:00:00"),
        "stängt, öppnar mån 23 nov 08.00"
    );
}

#[test]
fn on_a_public_holiday_it_is_closed_and_on_the_day_before_it_closes_early() {
    // Ascension Day, a Thursday.
    assert_eq!(
        opening("2026-05-14T10:00:00"),
        "stängt, öppnar i morgon 08.00"
    );
    assert_eq!(opening("2026-05-13T10:00:00"), "öppet till 12.00");
    assert_eq!(
        opening("2026-05-13T13:30:00"),
        "stängt, öppnar fre 15 maj 08.00"
    );
}

#[test]
fn over_the_turn_of_the_year_the_year_is_said() {
    // New Year's Eve is open in the morning as the day before a holiday; then New Year's Day and a weekend.
    assert_eq!(
        opening("2026-12-31T13:00:00"),
        "stängt, öppnar mån 4 jan 2027 08.00"
    );
}

#[test]
fn what_never_closes_is_just_open() {
    let call = Call::new(&[duty("polisen", &["contact"], "")], "2026-12-25T03:00:00");
    assert_eq!(call.opening(Language::Swedish).as_deref(), Some("öppet"));
    assert_eq!(call.opening(Language::English).as_deref(), Some("open"));
}

#[test]
fn nothing_is_said_of_open_or_closed_when_only_a_day_is_asked_about_or_no_hours_are_known() {
    let day = Call::new(&[duty("namnden", &["contact"], "")], "2026-11-23");
    assert_eq!(day.opening(Language::Swedish), None);
    let unknown = Call::new(
        &[duty("ask-kommun", &["contact"], "")],
        "2026-11-23T10:00:00",
    );
    assert_eq!(unknown.opening(Language::Swedish), None);
    // The unit has its own number, and the board's hours are not that number's.
    let other = Call::new(
        &[duty("namnden/va", &["contact"], "")],
        "2026-11-23T10:00:00",
    );
    assert_eq!(other.opening(Language::Swedish), None);
}

#[test]
fn open_and_closed_in_a_few_words_in_both_languages() {
    let at = |text: &str| moment(text).local().unwrap();
    let now = moment("2026-11-23T10:42:00");
    let open = |closes: Option<&str>| Opening::Open {
        closes: closes.map(at),
    };
    let closed = |opens: Option<&str>| Opening::Closed {
        opens: opens.map(at),
    };
    for (opening, swedish, english) in [
        (open(None), "öppet", "open"),
        (
            open(Some("2026-11-23T12:00:00")),
            "öppet till 12.00",
            "open until 12:00",
        ),
        (
            open(Some("2026-11-24T00:00:00")),
            "öppet till 24.00",
            "open until 24:00",
        ),
        // Open all night and then some: when it closes is no help to somebody who rings now.
        (open(Some("2026-11-25T12:00:00")), "öppet", "open"),
        (closed(None), "stängt", "closed"),
        (
            closed(Some("2026-11-23T13:00:00")),
            "stängt, öppnar 13.00",
            "closed, opens 13:00",
        ),
        (
            closed(Some("2026-11-24T08:00:00")),
            "stängt, öppnar i morgon 08.00",
            "closed, opens tomorrow 08:00",
        ),
        (
            closed(Some("2026-12-01T08:00:00")),
            "stängt, öppnar tis 1 dec 08.00",
            "closed, opens Tue 1 Dec 08:00",
        ),
        (
            closed(Some("2027-03-01T08:00:00")),
            "stängt, öppnar mån 1 mars 2027 08.00",
            "closed, opens Mon 1 Mar 2027 08:00",
        ),
    ] {
        for (language, words) in [(Language::Swedish, swedish), (Language::English, english)] {
            let said = opening_words(Some(opening), now, &Locale::new(language));
            assert_eq!(said.as_deref(), Some(words));
        }
    }
}

// ── The sentence ────────────────────────────────────────────────────────────────────────────────────────────────────

/// The sentence in both languages.
fn sentences(duties: &[String], at: &str) -> [String; 2] {
    let call = Call::new(duties, at);
    Language::ALL.map(|language| call.sentence(language))
}

#[test]
fn the_sentence_says_whom_to_ring_where_and_until_when() {
    assert_eq!(
        sentences(
            &[duty("namnden/gata", &["contact"], "")],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, Gata på 0500-10 00. De svarar till klockan 12.",
            "Snöröjning: ring Tekniska nämnden, Gata on 0500-10 00. They answer until 12:00.",
        ]
    );
}

#[test]
fn the_sentence_of_a_closed_office_says_who_is_on_call() {
    assert_eq!(
        sentences(
            &[duty("namnden/gata", &["contact"], "")],
            "2026-11-23T17:00:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, Gata på 0500-10 00. De öppnar i morgon klockan 8. Är det akut, ring jouren på 0500-99 00.",
            "Snöröjning: ring Tekniska nämnden, Gata on 0500-10 00. They open tomorrow at 8:00. If it is urgent, ring whoever is on call on 0500-99 00.",
        ]
    );
}

#[test]
fn the_sentence_says_nothing_of_open_or_closed_where_that_is_not_known() {
    assert_eq!(
        sentences(
            &[duty("namnden/va", &["contact"], "")],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: ring Tekniska nämnden, VA på 0500-20 00.",
            "Snöröjning: ring Tekniska nämnden, VA on 0500-20 00.",
        ]
    );
}

#[test]
fn the_sentence_says_to_write_or_to_turn_to_whoever_has_no_number() {
    assert_eq!(
        sentences(&[duty("ask-kommun", &["contact"], "")], "2026-11-23"),
        [
            "Snöröjning: skriv till Asks kommun på kommun@ask.example.",
            "Snöröjning: write to Asks kommun at kommun@ask.example.",
        ]
    );
    assert_eq!(
        sentences(&[duty("forsamlingen", &["contact"], "")], "2026-11-23")[0],
        "Snöröjning: vänd dig till församlingen i Svenska kyrkan."
    );
    assert_eq!(
        sentences(&[duty("fastighetsagare", &["contact"], "")], "2026-11-23"),
        [
            "Snöröjning: vänd dig till fastighetsägaren.",
            "Snöröjning: turn to fastighetsägaren.",
        ]
    );
}

#[test]
fn the_sentence_goes_through_the_cases_and_ends_with_all_others() {
    assert_eq!(
        sentences(
            &[
                duty("fastighetsagare", &["contact"], ""),
                duty(
                    "polisen",
                    &["contact"],
                    "condition = \"en bil står i vägen\""
                ),
                duty("namnden", &["contact"], "condition = \"ängsgatan\""),
            ],
            "2026-11-23T10:42:00"
        ),
        [
            "Snöröjning: det beror på. En bil står i vägen: ring Polisen på 114 14. \
             Ängsgatan: ring Tekniska nämnden på 0500-10 00. De svarar till klockan 12. \
             Annars: vänd dig till fastighetsägaren.",
            "Snöröjning: it depends. En bil står i vägen: ring Polisen on 114 14. \
             Ängsgatan: ring Tekniska nämnden on 0500-10 00. They answer until 12:00. \
             Otherwise: turn to fastighetsägaren.",
        ]
    );
}

#[test]
fn the_sentence_admits_that_it_is_not_settled_who_comes_first() {
    assert_eq!(
        sentences(
            &[
                duty("namnden", &["delivery"], ""),
                duty("fastighetsagare", &["handling"], ""),
                duty("ask-kommun", &["decision"], ""),
            ],
            "2026-11-23"
        ),
        [
            "Snöröjning: det är inte bestämt vem som tar emot först. Det kan vara Tekniska nämnden (0500-10 00), fastighetsägaren eller Asks kommun.",
            "Snöröjning: it has not been settled who takes the call first. It may be Tekniska nämnden (0500-10 00), fastighetsägaren or Asks kommun.",
        ]
    );
}

#[test]
fn the_sentence_admits_that_there_is_nobody() {
    assert_eq!(
        sentences(&[], "2026-11-23"),
        [
            "Snöröjning: ingen är utsedd att ta hand om det här i kommunen.",
            "Snöröjning: nobody has been given this task in the municipality.",
        ]
    );
    assert_eq!(
        sentences(&["until = 2020-12-31\n".to_owned()], "2026-11-23"),
        [
            "Snöröjning: tjänsten finns inte det datumet.",
            "Snöröjning: the service does not exist on that date.",
        ]
    );
}

// ── Who does what ───────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn who_does_what_lists_the_steps_somebody_has_from_first_contact_to_appeal() {
    let call = Call::new(
        &[
            duty("polisen", &["appeal", "decision"], ""),
            duty("namnden/gata", &["contact"], ""),
            duty("namnden/va", &["contact"], ""),
            duty("ask-kommun", &["contact"], ""),
        ],
        "2026-11-23",
    );
    let catalogue = call.directory.catalogue();
    let told: Vec<String> = who_does_what(&call.directory, call.service())
        .into_iter()
        .map(|line| {
            let towns = line.organisations.iter().map(|(_, found)| {
                let ids: Vec<_> = found
                    .iter()
                    .map(|&one| catalogue[one].id.as_str())
                    .collect();
                ids.join("+")
            });
            format!(
                "{}: {}",
                line.step.word(),
                towns.collect::<Vec<_>>().join(" | ")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "contact: namnden+ask-kommun | namnden",
            "decision: polisen | polisen",
            "appeal: polisen | polisen",
        ]
    );
}

// ── Anything, at any time ───────────────────────────────────────────────────────────────────────────────────────────

static SHIPPED: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

thread_local! {
    static LOCALES: [Locale; 2] = Language::ALL.map(Locale::new);
}

/// The rules that every answer keeps, whatever the catalogue and the day.
fn assert_answer_holds(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
    moment: Moment,
) -> Referral {
    let catalogue = directory.catalogue();
    let referral = resolve(directory, service, municipality, moment);
    let entrances = referral.entrances();
    let unconditional = entrances
        .iter()
        .filter(|one| one.condition.is_none())
        .count();
    let existing = catalogue[service].period.contains(directory.day());
    // Whoever is written down, looked up the slow way.
    let mut written = catalogue[service].responsibilities.iter().filter(|one| {
        one.period.contains(directory.day())
            && one.municipalities.contains(&municipality)
            && directory
                .answering(one.organisation)
                .is_some_and(|who| catalogue[who].serves.contains(&municipality))
    });
    match &referral {
        Referral::One(only) => assert_eq!(only.condition, None),
        Referral::Conditional(several) => {
            assert!(!several.is_empty());
            assert!(several.len() > 1 || unconditional == 0);
            assert!(unconditional <= 1, "{several:?}");
            assert!(
                several
                    .iter()
                    .rev()
                    .skip(1)
                    .all(|one| one.condition.is_some())
            );
            for (position, one) in several.iter().enumerate() {
                assert!(
                    several[..position]
                        .iter()
                        .all(|other| other.condition != one.condition)
                );
            }
        }
        Referral::Unclear(several) => {
            assert!(several.len() >= 2);
            let alike = several.iter().enumerate().any(|(position, one)| {
                several[..position]
                    .iter()
                    .any(|other| other.condition == one.condition)
            });
            assert!(alike, "conditions tell them apart: {several:?}");
        }
        Referral::Gap(Gap::NoService, _) => assert!(!existing),
        Referral::Gap(Gap::Nobody, _) => assert!(existing && written.next().is_none()),
        Referral::Gap(Gap::OnlyAppeal | Gap::OnlyOnCall, _) => {
            assert!(existing && written.next().is_some());
            assert!(written.all(|one| !one.steps.contains(Step::Contact)));
        }
    }
    let first_in_all_cases = directory
        .duties_for(service, municipality)
        .any(|duty| duty.steps.contains(Step::Contact) && duty.responsibility.condition.is_none());
    let somebody_is_first = directory
        .duties_for(service, municipality)
        .any(|duty| duty.responsibility.steps.contains(Step::Contact));
    for (position, one) in entrances.iter().enumerate() {
        assert!(existing);
        assert!(directory.exists(one.organisation));
        assert!(catalogue[one.organisation].serves.contains(&municipality));
        assert!(one.formerly.is_none_or(|former| !directory.exists(former)));
        assert!(!one.steps.is_empty());
        // All other cases may begin with whoever has a part in all of them, where the first contact is only for some.
        let is_rest = one.condition.is_none() && entrances.len() > 1;
        assert!(!somebody_is_first || one.steps.contains(&Step::Contact) || is_rest);
        assert!(!(first_in_all_cases && referral.leaves_cases_out()));
        assert!(moment.time.is_some() || one.opening.is_none());
        let twice = entrances[..position].iter().any(|other| {
            (other.organisation, &other.condition) == (one.organisation, &one.condition)
        });
        assert!(!twice, "{one:?}");
    }
    let said = LOCALES.with(|locales| {
        [0, 1].map(|one| sentence(directory, service, &referral, moment, &locales[one]))
    });
    for said in said {
        assert!(
            said.starts_with(&catalogue[service].name) && said.ends_with('.'),
            "{said}"
        );
        // A message or an argument that is missing shows by its key.
        assert!(!said.contains("sentence-") && !said.contains('{'), "{said}");
        for one in entrances {
            let name = directory.name(one.organisation).to_lowercase();
            assert!(said.to_lowercase().contains(&name), "{said}");
        }
    }
    referral
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    (0..18_628u64).prop_map(move |days| first + chrono::Days::new(days))
}

fn a_time() -> impl Strategy<Value = NaiveTime> {
    (0..24u32, 0..60u32)
        .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

/// A catalogue of some municipalities, organisations with lives and successors, and one service, as a text.
fn any_catalogue() -> impl Strategy<Value = String> {
    let life = || {
        (
            prop::option::of(2000..2010i32),
            prop::option::of(2010..2020i32),
        )
    };
    let organisation = (life(), 1..8u8, any::<bool>(), any::<bool>());
    let responsible = (
        0..5usize,
        prop::sample::subsequence(Step::ALL.to_vec(), 1..5),
        life(),
        prop::option::of(0..3u8),
        any::<bool>(),
    );
    let organisations = prop::collection::vec(organisation, 1..6);
    let responsibles = prop::collection::vec(responsible, 0..7);
    (organisations, responsibles, life()).prop_map(|(organisations, responsibles, service)| {
        let days = |(from, until): (Option<i32>, Option<i32>)| {
            let from = from.map(|year| format!("from = {year}-01-01\n"));
            let until = until.map(|year| format!("until = {year}-12-31\n"));
            from.unwrap_or_default() + &until.unwrap_or_default()
        };
        let mut text = "catalogue = { name = \"x\", timezone = \"UTC\", country = \"SE\" }\ntopic = [{ id = \"t\", name = \"T\" }]\n".to_owned();
        for town in 0..3 {
            text += &format!("[[municipality]]\nid = \"m{town}\"\nname = \"M{town}\"\norganisation = \"o0\"\n");
        }
        let count = organisations.len();
        for (number, (life, serves, has_heir, has_unit)) in organisations.into_iter().enumerate() {
            let towns: Vec<_> = (0..3).filter(|town| serves & (1 << town) != 0).map(|town| format!("m{town}")).collect();
            text += &format!(
                "[[organisation]]\nid = \"o{number}\"\nname = \"O{number}\"\nkind = \"agency\"\nserves = {towns:?}\n{}",
                days(life)
            );
            if has_heir && life.1.is_some() && number + 1 < count {
                text += &format!("successor = \"o{}\"\n", number + 1);
            }
            text += &format!("contact = {{ phone = \"10{number}\", hours = \"Mo-Fr 08:00-16:00; PH off\" }}\n");
            if has_unit {
                text += "[[organisation.unit]]\nid = \"u\"\nname = \"U\"\n";
            }
        }
        text += &format!("[[service]]\nid = \"s\"\nname = \"S\"\ntopic = \"t\"\n{}", days(service));
        for (organisation, steps, life, condition, on_its_own) in responsibles {
            let words: Vec<_> = steps.into_iter().map(Step::word).collect();
            text += &format!("[[service.responsible]]\norganisation = \"o{}\"\nsteps = {words:?}\n", organisation % count);
            if on_its_own {
                text += &days(life);
            }
            if let Some(condition) = condition {
                text += &format!("condition = \"fall {condition}\"\n");
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_day_the_shipped_catalogue_answers_every_question_by_the_rules(day in a_day()) {
        let directory = Directory::at(SHIPPED.clone(), day);
        for service in SHIPPED.service_refs() {
            for municipality in SHIPPED.municipality_refs() {
                assert_answer_holds(&directory, service, municipality, Moment::day(day));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_any_time_the_shipped_catalogue_tells_whether_somebody_answers(
        day in a_day(),
        time in a_time(),
        service in any::<prop::sample::Index>(),
        municipality in any::<prop::sample::Index>(),
    ) {
        let directory = Directory::at(SHIPPED.clone(), day);
        let service = service.index(SHIPPED.services().len());
        let municipality = municipality.index(SHIPPED.municipalities().len());
        let moment = Moment { day, time: Some(time) };
        let referral = assert_answer_holds(
            &directory,
            ServiceRef::at(service),
            MunicipalityRef::at(municipality),
            moment,
        );
        for one in referral.entrances() {
            prop_assert_eq!(one.opening.is_some(), one.contact.hours.is_some());
        }
    }

    #[test]
    fn any_catalogue_answers_every_question_by_the_rules(text in any_catalogue(), days in prop::collection::vec(a_day(), 4), time in a_time()) {
        let catalogue = Arc::new(read(&text));
        for day in days {
            let directory = Directory::at(catalogue.clone(), day);
            for municipality in catalogue.municipality_refs() {
                for moment in [Moment::day(day), Moment { day, time: Some(time) }] {
                    assert_answer_holds(&directory, ServiceRef::at(0), municipality, moment);
                }
            }
        }
    }
}
