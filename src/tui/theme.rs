//! How things look: a style for each role, from `config/themes.toml`.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

/// The shipped themes.
const THEMES: &str = include_str!("../../config/themes.toml");

/// Declares the roles of a theme.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident),* $(,)?) => {
        /// A style for each role on the screen.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])* pub $role: Style,)*
        }

        impl Theme {
            /// The names of the roles.
            pub const ROLES: &[&str] = &[$(stringify!($role)),*];

            fn of(written: &BTreeMap<String, String>) -> Option<Self> {
                Some(Self { $($role: style(written.get(stringify!($role))?)?,)* })
            }

            /// Every style with its role.
            pub fn styles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($role), self.$role)),*]
            }
        }
    };
}

roles! {
    /// Plain text.
    text,
    /// What may be overlooked.
    dim,
    /// The name of what is shown.
    title,
    /// Labels such as RING and FRÅGA.
    heading,
    /// Lines between panes.
    border,
    /// The sign before the query.
    prompt,
    /// The selected row.
    selected,
    /// Letters that the query found.
    matched,
    /// The same on the selected row.
    matched_selected,
    /// The number to ring.
    number,
    /// Open now.
    open,
    /// Closed now.
    closed,
    /// What somebody should look at.
    warning,
    /// What is wrong.
    error,
    /// Double work and other findings.
    finding,
    /// Emergency numbers.
    emergency,
    /// Keys in the footer and the help.
    key,
    /// The date, when another day than today is shown.
    other_day,
}

impl Theme {
    /// The names of the shipped themes.
    pub const NAMES: [&str; 4] = ["dark", "light", "contrast", "mono"];

    /// The theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        let themes: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(THEMES).ok()?;
        Self::of(themes.get(name)?)
    }

    /// The theme that suits an environment: without colours where `NO_COLOR` says so, light where the terminal
    /// tells of a light background in `COLORFGBG`, dark otherwise. A name that was asked for comes before the
    /// background, but never before `NO_COLOR`.
    pub fn suited(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let name = if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            "mono"
        } else if let Some(name) = asked.filter(|name| Self::NAMES.contains(name)) {
            name
        } else {
            let background = variable("COLORFGBG")
                .and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
            if matches!(background, Some(7 | 10..=15)) {
                "light"
            } else {
                "dark"
            }
        };
        Self::named(name).unwrap_or_default()
    }
}

/// Reads a style such as `bold white on blue`.
fn style(text: &str) -> Option<Style> {
    let mut style = Style::new();
    let mut on = false;
    for word in text.split_whitespace() {
        match word {
            "bold" => style = style.add_modifier(Modifier::BOLD),
            "underline" => style = style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style = style.add_modifier(Modifier::REVERSED),
            "on" => on = true,
            colour => {
                let colour = Color::from_str(colour).ok()?;
                style = if on {
                    style.bg(colour)
                } else {
                    style.fg(colour)
                };
            }
        }
    }
    Some(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_theme_has_a_style_for_every_role() {
        for name in Theme::NAMES {
            assert!(Theme::named(name).is_some(), "{name}");
        }
    }

    #[test]
    fn the_mono_theme_holds_no_colour_at_all() {
        for (role, style) in Theme::named("mono").unwrap().styles() {
            assert_eq!((style.fg, style.bg), (None, None), "{role}");
        }
    }

    #[test]
    fn no_color_goes_before_what_was_asked_for() {
        let with = |name: &'static str, value: &'static str| {
            move |asked: &str| (asked == name).then(|| value.to_owned())
        };
        assert_eq!(
            Theme::suited(Some("dark"), with("NO_COLOR", "1")),
            Theme::named("mono").unwrap()
        );
        assert_eq!(
            Theme::suited(Some("contrast"), with("COLORFGBG", "0;15")),
            Theme::named("contrast").unwrap()
        );
        assert_eq!(
            Theme::suited(None, with("COLORFGBG", "0;15")),
            Theme::named("light").unwrap()
        );
        assert_eq!(Theme::suited(None, |_| None), Theme::named("dark").unwrap());
    }
}
