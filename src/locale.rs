//! The languages the program speaks. All text a user sees comes from here; the words live in `config/locales/`.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Swedish, unless something says otherwise.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// The two-letter code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language with this two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The language that an environment asks for: English if its locale is English, otherwise Swedish.
    ///
    /// `variable` looks up an environment variable; `LC_ALL` goes before `LC_MESSAGES` before `LANG`, as POSIX has it.
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| variable(name))
            .find(|v| !v.is_empty());
        match locale {
            Some(name) if name.to_ascii_lowercase().starts_with("en") => Self::English,
            _ => Self::Swedish,
        }
    }

    /// The message files, one for each part of the program.
    const fn messages(self) -> [&'static str; 7] {
        match self {
            Self::Swedish => [
                include_str!("../config/locales/sv/domain.ftl"),
                include_str!("../config/locales/sv/card.ftl"),
                include_str!("../config/locales/sv/faults.ftl"),
                include_str!("../config/locales/sv/cli.ftl"),
                include_str!("../config/locales/sv/tui.ftl"),
                include_str!("../config/locales/sv/compare.ftl"),
                include_str!("../config/locales/sv/report.ftl"),
            ],
            Self::English => [
                include_str!("../config/locales/en/domain.ftl"),
                include_str!("../config/locales/en/card.ftl"),
                include_str!("../config/locales/en/faults.ftl"),
                include_str!("../config/locales/en/cli.ftl"),
                include_str!("../config/locales/en/tui.ftl"),
                include_str!("../config/locales/en/compare.ftl"),
                include_str!("../config/locales/en/report.ftl"),
            ],
        }
    }
}

/// The messages of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.language.code())
    }
}

impl Locale {
    /// Loads the messages of a language.
    pub fn new(language: Language) -> Self {
        let tag = match language {
            Language::Swedish => langid!("sv"),
            Language::English => langid!("en"),
        };
        let mut bundle = FluentBundle::new(vec![tag]);
        // The marks would be shown as boxes by many terminals, and nothing here mixes directions.
        bundle.set_use_isolating(false);
        for messages in language.messages() {
            // The tests see to it that the embedded files parse; a message that did not would be shown by its key.
            let resource = FluentResource::try_new(messages.to_owned())
                .unwrap_or_else(|(partial, _faults)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return Cow::Owned(key.to_owned());
        };
        self.bundle.format_pattern(pattern, None, &mut Vec::new())
    }

    /// A message with text arguments.
    pub fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.format(
            key,
            None,
            arguments
                .iter()
                .map(|&(name, value)| (name, FluentValue::from(value))),
        )
        .unwrap_or_else(|| key.to_owned())
    }

    /// A number with its digits in groups of three.
    pub fn thousands(&self, number: u64) -> String {
        let mark = self.text("thousands");
        let digits = number.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(&mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A message about a number; the number is its argument `n`.
    pub fn count(&self, key: &str, n: usize, arguments: &[(&str, &str)]) -> String {
        let texts = arguments
            .iter()
            .map(|&(name, value)| (name, FluentValue::from(value)));
        self.format(key, None, texts.chain([("n", FluentValue::from(n))]))
            .unwrap_or_else(|| key.to_owned())
    }

    /// A message with owned text arguments.
    pub(crate) fn with_owned(&self, key: &str, arguments: Vec<(&'static str, String)>) -> String {
        self.format(
            key,
            None,
            arguments
                .into_iter()
                .map(|(name, value)| (name, FluentValue::from(value))),
        )
        .unwrap_or_else(|| key.to_owned())
    }

    /// An attribute of a message, if it has one.
    pub(crate) fn attribute(
        &self,
        key: &str,
        attribute: &str,
        arguments: Vec<(&'static str, String)>,
    ) -> Option<String> {
        self.format(
            key,
            Some(attribute),
            arguments
                .into_iter()
                .map(|(name, value)| (name, FluentValue::from(value))),
        )
    }

    fn format<'a>(
        &self,
        key: &str,
        attribute: Option<&str>,
        arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let arguments: FluentArgs<'_> = arguments.collect();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned(),
        )
    }
}

#[cfg(test)]
mod tests;
