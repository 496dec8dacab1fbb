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

    /// The sixteen colours as xterm gives them, and as VGA did; terminals that differ keep near one of them.
    const PALETTES: [[(Color, u32); 16]; 2] = [
        [
            (Color::Black, 0x00_0000),
            (Color::Red, 0xcd_0000),
            (Color::Green, 0x00_cd00),
            (Color::Yellow, 0xcd_cd00),
            (Color::Blue, 0x00_00ee),
            (Color::Magenta, 0xcd_00cd),
            (Color::Cyan, 0x00_cdcd),
            (Color::Gray, 0xe5_e5e5),
            (Color::DarkGray, 0x7f_7f7f),
            (Color::LightRed, 0xff_0000),
            (Color::LightGreen, 0x00_ff00),
            (Color::LightYellow, 0xff_ff00),
            (Color::LightBlue, 0x5c_5cff),
            (Color::LightMagenta, 0xff_00ff),
            (Color::LightCyan, 0x00_ffff),
            (Color::White, 0xff_ffff),
        ],
        [
            (Color::Black, 0x00_0000),
            (Color::Red, 0xaa_0000),
            (Color::Green, 0x00_aa00),
            (Color::Yellow, 0xaa_5500),
            (Color::Blue, 0x00_00aa),
            (Color::Magenta, 0xaa_00aa),
            (Color::Cyan, 0x00_aaaa),
            (Color::Gray, 0xaa_aaaa),
            (Color::DarkGray, 0x55_5555),
            (Color::LightRed, 0xff_5555),
            (Color::LightGreen, 0x55_ff55),
            (Color::LightYellow, 0xff_ff55),
            (Color::LightBlue, 0x55_55ff),
            (Color::LightMagenta, 0xff_55ff),
            (Color::LightCyan, 0x55_ffff),
            (Color::White, 0xff_ffff),
        ],
    ];

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(rgb: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from(rgb >> shift & 0xff) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    /// The contrast ratio, as WCAG 2 defines it: from 1 to 21.
    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_of_every_theme_can_be_read_against_its_background() {
        assert!((contrast(0, 0xff_ffff) - 21.0).abs() < 1e-9);
        let own = [
            ("dark", Color::Gray, Color::Black),
            ("light", Color::Black, Color::White),
            ("contrast", Color::White, Color::Black),
        ];
        for (name, text, ground) in own {
            for (role, style) in Theme::named(name).unwrap().styles() {
                // Lines between panes are no text: 3:1 where they are all that tells parts from each other, and they are not.
                if role == "border" {
                    continue;
                }
                let (fg, bg) = (style.fg.unwrap_or(text), style.bg.unwrap_or(ground));
                for palette in PALETTES {
                    let rgb = |colour| palette.iter().find(|(one, _)| *one == colour).unwrap().1;
                    let ratio = contrast(rgb(fg), rgb(bg));
                    assert!(ratio >= 4.5, "{name}: {role}: {fg} on {bg}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn nothing_blinks_is_hidden_or_is_dimmed_at_the_terminals_pleasure() {
        let never = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK | Modifier::HIDDEN | Modifier::DIM;
        for name in Theme::NAMES {
            for (role, style) in Theme::named(name).unwrap().styles() {
                assert!(!style.add_modifier.intersects(never), "{name}: {role}");
            }
        }
        for word in ["blink", "rapid", "dim", "hidden"] {
            assert!(style(word).is_none(), "{word}");
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
