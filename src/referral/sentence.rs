//! The sentence to read out to the caller, or to send.

use super::spoken::opening_sentence;
use super::{Entrance, Gap, Moment, OnCall, Referral, entrance_name, organisation_with_unit};
use crate::catalogue::{Opening, OrganisationKind, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;

/// What an operator can read out or send about a service: whom to ring, on which number, and when they answer.
pub fn sentence(
    directory: &Directory,
    service: ServiceRef,
    referral: &Referral,
    moment: Moment,
    locale: &Locale,
) -> String {
    let service_name = &directory.catalogue()[service].name;
    let lead = |text: String| {
        locale.with(
            "sentence-about",
            &[("service", service_name), ("answer", &text)],
        )
    };
    match referral {
        Referral::One(only) => lead(turn_to(directory, only, moment, locale)),
        Referral::Conditional(several) => {
            let cases: Vec<String> = several
                .iter()
                .map(|entrance| {
                    let answer = turn_to(directory, entrance, moment, locale);
                    match &entrance.condition {
                        Some(condition) => locale.with(
                            "sentence-case",
                            &[("condition", &capitalised(condition)), ("answer", &answer)],
                        ),
                        None => locale.with("sentence-otherwise", &[("answer", &answer)]),
                    }
                })
                .collect();
            let rest = referral
                .leaves_cases_out()
                .then(|| locale.text("sentence-otherwise-nobody").into_owned());
            let cases: Vec<String> = cases.into_iter().chain(rest).collect();
            lead(locale.with("sentence-depends", &[("cases", &cases.join(" "))]))
        }
        Referral::Unclear(several) => {
            let names: Vec<String> = several
                .iter()
                .map(|entrance| reach(directory, entrance, locale))
                .collect();
            lead(locale.with(
                "sentence-unclear",
                &[("names", &alternatives(&names, locale))],
            ))
        }
        Referral::Gap(Gap::NoService, _) => lead(locale.text("sentence-no-service").into_owned()),
        Referral::Gap(_, numbers) => {
            let nobody = locale.text("sentence-gap").into_owned();
            let on_call = numbers
                .iter()
                .map(|one| on_call(directory, one, None, locale));
            lead(
                [nobody]
                    .into_iter()
                    .chain(on_call)
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        }
    }
}

/// One entrance as a few whole sentences.
fn turn_to(directory: &Directory, entrance: &Entrance, moment: Moment, locale: &Locale) -> String {
    let name = name_within(directory, entrance);
    let contact = &entrance.contact;
    let about = |key: &str, way: &str| locale.with(key, &[("name", &name), ("way", way)]);
    let turn_to = match (&contact.phone, &contact.email, &contact.web) {
        (Some(phone), _, _) => about("sentence-ring", phone),
        (None, Some(email), _) => about("sentence-write", email),
        (None, None, Some(web)) => about("sentence-turn-to-web", web),
        (None, None, None) => locale.with("sentence-turn-to", &[("name", &name)]),
    };
    let when =
        opening_sentence(entrance.opening, moment, locale).filter(|_| contact.phone.is_some());
    // Where it is not known whether they answer, only whoever is on call for just this is named.
    let numbers = entrance
        .on_call
        .iter()
        .filter(|one| match entrance.opening {
            Some(Opening::Open { .. }) => false,
            Some(Opening::Closed { .. }) => true,
            None => one.for_service,
        });
    let on_call = numbers.map(|one| on_call(directory, one, Some(entrance), locale));
    let parts: Vec<String> = [turn_to].into_iter().chain(when).chain(on_call).collect();
    parts.join(" ")
}

/// A number for when it is closed, with what to know about it.
fn on_call(
    directory: &Directory,
    on_call: &OnCall,
    beside: Option<&Entrance>,
    locale: &Locale,
) -> String {
    let own = beside.is_some_and(|one| one.organisation == on_call.organisation);
    let name = if own {
        locale.text("sentence-on-call-own").into_owned()
    } else {
        organisation_with_unit(directory, on_call.organisation, on_call.unit)
    };
    let ring = locale.with(
        "sentence-ring",
        &[("name", &name), ("way", &on_call.number)],
    );
    let ring = match &on_call.condition {
        Some(condition) => locale.with(
            "sentence-case",
            &[("condition", &capitalised(condition)), ("answer", &ring)],
        ),
        None => locale.with("sentence-on-call", &[("ring", &ring)]),
    };
    let note = on_call.note.as_deref().map(stopped);
    [Some(ring), note]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The case that an entrance holds in, as it stands above the answer: `Centrala Lindesberg:`, `Annars:`.
pub(super) fn case_words(entrance: &Entrance, locale: &Locale) -> String {
    match &entrance.condition {
        Some(condition) => format!("{}:", capitalised(condition)),
        None => locale.text("card-otherwise").into_owned(),
    }
}

/// With a full stop at the end.
fn stopped(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) {
        return text.to_owned();
    }
    format!("{text}.")
}

/// A name with its number.
fn reach(directory: &Directory, entrance: &Entrance, locale: &Locale) -> String {
    let name = name_within(directory, entrance);
    match &entrance.contact.phone {
        Some(phone) => locale.with(
            "sentence-name-and-phone",
            &[("name", &name), ("phone", phone)],
        ),
        None => name,
    }
}

/// A name as it stands within a sentence: `fastighetsägaren` is no proper name.
fn name_within(directory: &Directory, entrance: &Entrance) -> String {
    let name = entrance_name(directory, entrance);
    match directory.catalogue()[entrance.organisation].kind {
        OrganisationKind::Private => uncapitalised(&name),
        _ => name,
    }
}

/// Several to choose from: `A, B or C`.
fn alternatives(names: &[String], locale: &Locale) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => {
            let first = first.join(", ");
            locale.with("sentence-or", &[("names", &first), ("last", last)])
        }
        _ => names.concat(),
    }
}

/// With a capital first, as a sentence begins.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Without a capital first; proper names further on keep theirs: `församlingen i Svenska kyrkan`.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}
