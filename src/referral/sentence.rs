//! The sentence to read out to the caller, or to send.

use super::{Entrance, Gap, Moment, Referral, entrance_name, opening_words};
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
        Referral::Gap(Gap::NoService) => lead(locale.text("sentence-no-service").into_owned()),
        Referral::Gap(_) => lead(locale.text("sentence-gap").into_owned()),
    }
}

/// One entrance as a whole sentence or two.
fn turn_to(directory: &Directory, entrance: &Entrance, moment: Moment, locale: &Locale) -> String {
    let name = name_within(directory, entrance);
    let contact = &entrance.contact;
    let Some(phone) = &contact.phone else {
        return match &contact.email {
            Some(email) => locale.with("sentence-write", &[("name", &name), ("email", email)]),
            None => locale.with("sentence-turn-to", &[("name", &name)]),
        };
    };
    let ring = locale.with("sentence-ring", &[("name", &name), ("phone", phone)]);
    let when = opening_words(entrance.opening, moment, locale)
        .map(|words| locale.with("sentence-when", &[("opening", &words)]))
        .unwrap_or_default();
    let closed = matches!(entrance.opening, Some(Opening::Closed { .. }));
    let on_call = contact
        .on_call
        .as_ref()
        .filter(|_| closed)
        .map(|number| locale.with("sentence-on-call", &[("number", number)]))
        .unwrap_or_default();
    [ring, when, on_call]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
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
