//! The whole answer: who is on call, what the cases leave out, how fresh it is, and where to turn instead.

use super::*;
use crate::catalogue::Checked;

const SOURCES: &str = r#"
    [[source]]
    id = "K1"
    title = "Budget"
    published = 2015-12-11
    [[source]]
    id = "K2"
    title = "En sida"
"#;

fn call(duties: &[String], at: &str) -> Call {
    let mut text = duties.to_vec();
    text.push(SOURCES.to_owned());
    Call::new(&text, at)
}

impl Call {
    fn card(&self, municipality: Option<&str>) -> Card {
        let catalogue = self.directory.catalogue();
        let municipality = municipality.and_then(|id| catalogue.find_municipality(id));
        Card::of(&self.directory, self.service(), municipality, self.moment)
    }

    /// The rows of the card for Ask, without their labels' words: `label-ring: Polisen 114 14`.
    fn rows(&self) -> Vec<String> {
        let locale = Locale::new(Language::Swedish);
        let sections = self.card(Some("ask")).sections(&self.directory, &locale);
        let rows = sections.into_iter().filter_map(|section| match section {
            Section::Rows(rows) => Some(rows),
            _ => None,
        });
        rows.flatten().map(|row| told(&row)).collect()
    }
}

fn told(row: &Row) -> String {
    let behind = |label: Option<&str>, text: &str| match label {
        Some(label) => format!("{label}: {text}"),
        None => text.to_owned(),
    };
    match row {
        Row::Heading(text) | Row::Case(text) | Row::Paragraph(text) => text.clone(),
        Row::Whom {
            label, name, way, ..
        } => behind(
            Some(*label),
            &[name.as_str(), way.as_deref().unwrap_or_default()].join(" "),
        ),
        Row::OnCall {
            label,
            number,
            about,
            ..
        } => behind(*label, &format!("{number} {about}")),
        Row::Text { label, text, .. } | Row::Item { label, text, .. } => behind(*label, text),
    }
}

/// The numbers for when it is closed.
fn on_call(call: &Call) -> Vec<String> {
    let numbers = call.only().on_call.into_iter();
    numbers.map(|one| one.number).collect()
}

// ── When it is closed ───────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn whoever_is_on_call_for_the_service_is_named_wherever_the_answer_is_told() {
    let call = call(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty(
                "polisen",
                &["on_call"],
                "condition = \"bråk på kvällen\"\nnote = \"Be om vakthavande\"",
            ),
        ],
        "2026-11-21T23:10:00",
    );
    assert_eq!(on_call(&call), ["114 14"]);
    let row = "label-on-call: 114 14 Polisen, bråk på kvällen. Be om vakthavande";
    assert!(call.rows().contains(&row.to_owned()), "{:?}", call.rows());
    assert_eq!(
        call.sentence(Language::Swedish),
        "Snöröjning: skriv till Asks kommun på kommun@ask.example. \
         Bråk på kvällen: ring Polisen på 114 14. Be om vakthavande."
    );
}

#[test]
fn a_switchboard_that_closes_is_nobody_on_call() {
    let by_day = call(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty("namnden", &["on_call"], ""),
        ],
        "2026-11-21T23:10:00",
    );
    assert_eq!(on_call(&by_day), [""; 0]);
    let number = "contact = { on_call = \"0500-33 00\" }";
    let with_a_number = call(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty("namnden", &["on_call"], number),
        ],
        "2026-11-21T23:10:00",
    );
    assert_eq!(on_call(&with_a_number), ["0500-33 00"]);
}

#[test]
fn a_number_written_in_two_ways_is_told_once() {
    let on_call_at = |number: &str| {
        let twice = format!("contact = {{ phone = \"0500-33 00\", on_call = \"{number}\" }}");
        let service = [duty("namnden", &["contact", "on_call"], &twice)];
        on_call(&call(&service, "2026-11-21T23:10:00"))
    };
    assert_eq!(on_call_at("+46 500 33 00"), [""; 0]);
    assert_eq!(on_call_at("+46 500 33 01"), ["+46 500 33 01"]);
}

#[test]
fn nobody_is_on_call_for_what_is_a_private_duty() {
    let call = call(
        &[
            duty(
                "fastighetsagare",
                &["contact"],
                "condition = \"trottoaren\"",
            ),
            duty("ask-kommun", &["contact"], ""),
            duty("namnden/gata", &["on_call"], ""),
        ],
        "2026-11-21T23:10:00",
    );
    let referral = call.from("ask");
    let numbers: Vec<usize> = referral
        .entrances()
        .iter()
        .map(|one| one.on_call.len())
        .collect();
    assert_eq!(numbers, [0, 1]);
}

#[test]
fn where_only_somebody_on_call_is_there_the_number_is_told_all_the_same() {
    let call = call(&[duty("namnden/gata", &["on_call"], "")], "2026-11-23");
    assert_eq!(call.answer(), "gap OnlyOnCall");
    assert_eq!(
        call.sentence(Language::Swedish),
        "Snöröjning: ingen är utsedd att ta hand om det här i kommunen. \
         Är det akut, ring Tekniska nämnden, Gata på 0500-99 00."
    );
    let row = "label-on-call: 0500-99 00 Tekniska nämnden, Gata";
    assert!(call.rows().contains(&row.to_owned()), "{:?}", call.rows());
}

// ── Several parts of one entrance ───────────────────────────────────────────────────────────────────────────────────

#[test]
fn two_numbers_of_one_organisation_for_the_same_are_unclear() {
    let with = |number: &str| format!("contact = {{ phone = \"{number}\" }}");
    assert_eq!(
        answer(&[
            duty("namnden/gata", &["contact"], &with("111")),
            duty("namnden/va", &["contact"], &with("222")),
        ]),
        "unclear namnden/gata, namnden/va"
    );
}

#[test]
fn a_number_for_just_this_is_kept_where_two_units_are_one_door() {
    let call = call(
        &[
            duty("namnden/gata", &["contact"], ""),
            duty("namnden/va", &["contact"], "contact = { phone = \"333\" }"),
        ],
        "2026-11-23",
    );
    assert_eq!(call.answer(), "one namnden");
    assert_eq!(call.only().contact.phone.as_deref(), Some("333"));
}

#[test]
fn what_several_parts_of_one_entrance_say_is_told_together() {
    let call = call(
        &[
            duty(
                "namnden/gata",
                &["contact"],
                "note = \"Ett\"\nverified = 2026-01-02\nsources = [\"K1\"]",
            ),
            duty(
                "forbundet/gata",
                &["contact"],
                "condition = \"bron\"\nnote = \"Två\"\nsources = [\"K2\"]",
            ),
            duty(
                "namnden/gata",
                &["contact", "delivery"],
                "note = \"Tre\"\nverified = 2026-05-06\nsources = [\"K2\"]",
            ),
            FEDERATION.to_owned(),
        ],
        "2026-11-23",
    );
    let referral = call.from("ask");
    let [bridge, rest] = referral.entrances() else {
        panic!("{referral:?}");
    };
    assert_eq!(rest.notes, ["Ett", "Tre"]);
    assert_eq!(rest.sources.len(), 2);
    assert_eq!(rest.formerly, None);
    assert_eq!(bridge.notes, ["Två"]);
    assert!(bridge.formerly.is_some());
}

// ── What the cases leave out ────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_single_case_does_not_hide_whoever_has_all_others() {
    assert_eq!(
        answer(&[
            duty("ask-kommun", &["contact"], "condition = \"centrum\""),
            duty("namnden/gata", &["handling"], ""),
            duty("polisen", &["appeal"], ""),
        ]),
        "conditional [centrum] ask-kommun, namnden/gata"
    );
}

#[test]
fn cases_that_nobody_has_are_said_to_be_nobodys() {
    let call = call(
        &[
            duty("ask-kommun", &["contact"], "condition = \"centrum\""),
            duty("namnden/gata", &["handling"], ""),
            duty("polisen", &["delivery"], ""),
        ],
        "2026-11-23",
    );
    assert_eq!(call.answer(), "conditional [centrum] ask-kommun");
    assert!(call.from("ask").leaves_cases_out());
    assert!(
        call.sentence(Language::Swedish)
            .ends_with("Annars är ingen utsedd."),
    );
    let rows = call.rows();
    assert_eq!(rows[0], "Centrum:");
    let otherwise = rows.iter().position(|row| row == "Annars:").unwrap();
    assert_eq!(rows[otherwise + 1], "label-gap: Ingen är utsedd.");
}

// ── How fresh it is ─────────────────────────────────────────────────────────────────────────────────────────────────

/// How fresh the answer is, with what is written of who it is and of how to reach them.
fn checked(who: &str, how: &str) -> Checked {
    let contact = format!("{who}\ncontact = {{ phone = \"111\", {how} }}");
    call(&[duty("ask-kommun", &["contact"], &contact)], "2026-11-23")
        .only()
        .checked
}

#[test]
fn an_answer_is_verified_only_when_both_who_and_how_are_and_as_of_the_older_day() {
    let day = |text: &str| Checked::Verified(text.parse().unwrap());
    let (who, how) = ("verified = 2026-03-04", "verified = 2026-01-02");
    assert_eq!(checked(who, how), day("2026-01-02"));
    assert_eq!(checked(who, ""), Checked::Never);
    assert_eq!(checked("", how), Checked::Never);
}

#[test]
fn the_day_a_source_was_published_is_no_day_on_which_somebody_made_sure() {
    let published = Checked::Published("2015-12-11".parse().unwrap());
    assert_eq!(
        checked("sources = [\"K1\"]", "sources = [\"K1\"]"),
        published
    );
    assert_eq!(
        checked("verified = 2026-03-04", "sources = [\"K1\"]"),
        published
    );
    assert_eq!(
        checked("sources = [\"K2\"]", "sources = [\"K1\"]"),
        Checked::Never
    );
    assert_eq!(published.verified(), None);
    let call = call(
        &[duty("fastighetsagare", &["contact"], "sources = [\"K1\"]")],
        "2026-11-23",
    );
    assert_eq!(call.rows()[1], "uppgift från 2015-12-11 · källa K1");
}

#[test]
fn the_sources_of_a_number_stand_beside_those_of_who_it_is() {
    let contact = "sources = [\"K2\"]\ncontact = { phone = \"111\", sources = [\"K1\"] }";
    let call = call(&[duty("ask-kommun", &["contact"], contact)], "2026-11-23");
    let rows = call.rows();
    assert!(
        rows.contains(&"aldrig kontrollerat · källor K1, K2".to_owned()),
        "{rows:?}"
    );
    assert!(rows.contains(&"label-sources: K1 Budget (2015-12-11)".to_owned()));
}

// ── Ways to reach them ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn whoever_has_only_a_web_address_is_reached_by_that() {
    let web = "[[organisation]]\nid = \"regionen\"\nkind = \"region\"\nname = \"Regionen\"\n\
               contact = { web = \"regionen.example\", address = \"Storgatan 1\" }\n";
    let call = call(
        &[duty("regionen", &["contact"], ""), web.to_owned()],
        "2026-11-23",
    );
    assert_eq!(
        call.sentence(Language::Swedish),
        "Snöröjning: vänd dig till Regionen, regionen.example."
    );
    assert_eq!(
        call.rows()[..3],
        [
            "label-turn-to: Regionen regionen.example",
            "numret är inte känt",
            "Storgatan 1"
        ]
    );
}

// ── Where to turn instead ───────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn nobody_is_sent_to_an_organisation_or_a_service_of_another_time() {
    let service = r#"
        not_here = [
          { when = "förr", organisation = "forbundet" },
          { when = "sedan", service = "senare" },
          { when = "sedan, hos dem", service = "senare", organisation = "polisen" },
          { when = "aldrig mer", organisation = "slut" },
        ]
    "#;
    let others = r#"
        [[organisation]]
        id = "slut"
        kind = "company"
        name = "Slut"
        until = 2019-12-31
        [[service]]
        id = "senare"
        name = "Senare"
        topic = "gata"
        from = 2025-01-01
        [[service.responsible]]
        organisation = "namnden"
        steps = ["contact"]
    "#;
    let elsewhere = |at: &str| {
        let text = [service.to_owned(), FEDERATION.to_owned(), others.to_owned()];
        let call = call(&text, at);
        let catalogue = call.directory.catalogue();
        let card = call.card(Some("ask"));
        let told = card.elsewhere.into_iter().map(|one| {
            let who = one.organisation.map(|one| catalogue[one].id.to_string());
            let service = one.service.map(|one| catalogue[one].id.to_string());
            let parts = [service, who, one.phone].into_iter().flatten();
            format!("{} → {}", one.when, parts.collect::<Vec<_>>().join(" "))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        elsewhere("2022-06-01"),
        ["förr → forbundet", "sedan, hos dem → polisen 114 14"]
    );
    assert_eq!(
        elsewhere("2026-06-01"),
        [
            "förr → namnden 0500-10 00",
            "sedan → senare namnden 0500-10 00",
            "sedan, hos dem → senare polisen 114 14"
        ]
    );
}

// ── What publishers state ───────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn that_publishers_differ_is_said_only_where_they_do_and_the_same_value_once() {
    let stated = |values: &[&str]| {
        let each = values.iter().map(|value| {
            format!(
                "[[service.stated]]\nwhat = \"Gräns\"\nvalue = \"{value}\"\nsources = [\"K1\"]\n"
            )
        });
        let rows = call(&each.collect::<Vec<_>>(), "2026-11-23").rows();
        rows.into_iter().skip(1).take(3).collect::<Vec<_>>()
    };
    assert_eq!(
        stated(&["5 cm"])[..2],
        ["UPPGIFTER", "Gräns: 5 cm (källa K1)"]
    );
    assert_eq!(
        stated(&["5 cm", "4 cm", "5 cm"]),
        [
            "OLIKA UPPGIFTER",
            "Gräns: 5 cm (källa K1)",
            "Gräns: 4 cm (källa K1)"
        ]
    );
}

#[test]
fn what_is_stated_for_other_municipalities_is_left_out() {
    let text = "[[service.stated]]\nwhat = \"Gräns\"\nvalue = \"5 cm\"\nmunicipalities = [\"bok\"]\nsources = [\"K1\"]\n";
    let call = call(&[text.to_owned()], "2026-11-23");
    assert_eq!(call.card(Some("ask")).stated.len(), 0);
    assert_eq!(call.card(Some("bok")).stated.len(), 1);
    assert_eq!(call.card(None).stated.len(), 1);
}

// ── Read aloud ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn opening_hours_are_said_aloud_as_one_would_on_the_phone() {
    let said = |at: &str| {
        let call = call(&[duty("namnden", &["contact"], "")], at);
        Language::ALL.map(|language| {
            let said = call.sentence(language);
            said.split_once("00. ").unwrap().1.to_owned()
        })
    };
    let both = |swedish: &str, english: &str| [swedish.to_owned(), english.to_owned()];
    for (at, swedish, english) in [
        (
            "2026-11-23T10:42:00",
            "De svarar till klockan 12.",
            "They answer until 12:00.",
        ),
        (
            "2026-11-23T12:10:00",
            "De öppnar klockan 13.",
            "They open at 13:00.",
        ),
        (
            "2026-11-23T17:00:00",
            "De öppnar i morgon klockan 8.",
            "They open tomorrow at 8:00.",
        ),
        (
            "2026-11-20T17:00:00",
            "De öppnar måndag klockan 8.",
            "They open on Monday at 8:00.",
        ),
    ] {
        assert_eq!(said(at), both(swedish, english), "{at}");
    }
}

#[test]
fn an_opening_far_ahead_is_said_with_its_date() {
    let summer = "contact = { phone = \"111\", hours = \"Jun Mo-Fr 08:30-16:00\" }";
    let call = call(
        &[duty("namnden", &["contact"], summer)],
        "2026-05-04T10:00:00",
    );
    assert_eq!(
        call.sentence(Language::Swedish),
        "Snöröjning: ring Tekniska nämnden på 111. De öppnar måndag den 1 juni klockan 8.30."
    );
    assert_eq!(
        call.sentence(Language::English),
        "Snöröjning: ring Tekniska nämnden on 111. They open on Monday 1 June at 8:30."
    );
}

#[test]
fn what_must_be_known_before_ringing_whoever_is_on_call_is_read_out_too() {
    let contact = "contact = { on_call = \"0500-77 00\", on_call_note = \"Bara akuta fel\" }";
    let call = call(
        &[duty("namnden", &["contact"], contact)],
        "2026-11-23T17:00:00",
    );
    assert!(
        call.sentence(Language::Swedish)
            .ends_with("Är det akut, ring jouren på 0500-77 00. Bara akuta fel."),
    );
}
