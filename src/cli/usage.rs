//! What clap finds wrong with a command line, said in the user's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::args::COMMANDS;
use crate::locale::Locale;
use crate::untrusted;

/// What is wrong with a command line.
///
/// clap's own sentences are English only; its kinds and the facts behind them are not.
pub fn words(error: &Error, locale: &Locale) -> String {
    let argument = fact(error, ContextKind::InvalidArg);
    let value = fact(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            locale.with("error-missing-value", &[("argument", &argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => locale.with(
            "error-invalid-value",
            &[("argument", &argument), ("value", &value)],
        ),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            locale.with("error-unexpected-word", &[("word", &argument)])
        }
        ErrorKind::UnknownArgument => {
            locale.with("error-unknown-argument", &[("argument", &argument)])
        }
        ErrorKind::InvalidSubcommand => {
            let command = fact(error, ContextKind::InvalidSubcommand);
            locale.with("error-unknown-command", &[("command", &command)])
        }
        ErrorKind::ArgumentConflict => {
            let prior = fact(error, ContextKind::PriorArg);
            if prior == argument || prior.is_empty() {
                locale.with("error-argument-twice", &[("argument", &argument)])
            } else {
                locale.with(
                    "error-argument-conflict",
                    &[("argument", &argument), ("other", &prior)],
                )
            }
        }
        ErrorKind::MissingRequiredArgument => {
            locale.with("error-missing-argument", &[("argument", &argument)])
        }
        ErrorKind::TooManyValues => locale.with(
            "error-too-many-values",
            &[("argument", &argument), ("value", &value)],
        ),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            locale.with("error-missing-value", &[("argument", &argument)])
        }
        ErrorKind::InvalidUtf8 => locale.text("error-not-text").into_owned(),
        _ => locale.text("error-usage").into_owned(),
    }
}

/// What to do about it: the nearest name, the values that may be used, and where to read more.
pub fn advice(error: &Error, arguments: &[OsString], locale: &Locale) -> Vec<String> {
    let suggestions = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::SuggestedSubcommand,
    ];
    let mut advice = Vec::new();
    let nearest = suggestions
        .into_iter()
        .map(|kind| fact(error, kind))
        .find(|name| !name.is_empty());
    if let Some(nearest) = nearest {
        advice.push(locale.with("error-did-you-mean", &[("nearest", &nearest)]));
    }
    let valid = fact(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        advice.push(locale.with("error-valid-values", &[("values", &valid)]));
    }
    let argument = fact(error, ContextKind::InvalidArg);
    if error.kind() == ErrorKind::ValueValidation && argument.starts_with("--limit") {
        advice.push(locale.text("error-count-advice").into_owned());
    }
    advice.push(locale.with("error-more-help", &[("command", &named(arguments))]));
    advice
}

/// The command that was meant, as far as one can be seen.
fn named(arguments: &[OsString]) -> String {
    let words = arguments
        .iter()
        .skip(1)
        .filter_map(|argument| argument.to_str());
    let called = words.into_iter().find(|word| COMMANDS.contains(word));
    called.map_or_else(|| "hanvisa".to_owned(), |name| format!("hanvisa {name}"))
}

fn fact(error: &Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    untrusted::plain(&text).into_owned()
}
