//! Which key asks for which command: the preset in `config/keys.toml`, and what the user's settings change.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::command::{Command, TABLE};
use crate::catalogue::FaultKind;
use crate::config::KeyChoice;
use crate::untrusted;

/// The preset, as it is shipped.
pub const PRESET: &str = include_str!("../../config/keys.toml");

/// A key with what is held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// The key of an event, in the one form that the key map knows.
    ///
    /// Terminals disagree on whether Shift-Tab holds Shift and whether Ctrl-letters are capitals.
    pub fn of(event: KeyEvent) -> Self {
        let (code, modifiers) = match (event.code, event.modifiers) {
            (KeyCode::BackTab, modifiers) => (KeyCode::BackTab, modifiers - KeyModifiers::SHIFT),
            (KeyCode::Tab, modifiers) if modifiers.contains(KeyModifiers::SHIFT) => {
                (KeyCode::BackTab, modifiers - KeyModifiers::SHIFT)
            }
            // To a terminal these are one key; which of the two names comes depends on the terminal.
            (KeyCode::Char('i' | 'I'), KeyModifiers::CONTROL) => (KeyCode::Tab, KeyModifiers::NONE),
            (KeyCode::Char('m' | 'M'), KeyModifiers::CONTROL) => {
                (KeyCode::Enter, KeyModifiers::NONE)
            }
            (KeyCode::Char('['), KeyModifiers::CONTROL) => (KeyCode::Esc, KeyModifiers::NONE),
            (KeyCode::Char(c), modifiers) => (
                KeyCode::Char(c.to_ascii_lowercase()),
                modifiers - KeyModifiers::SHIFT,
            ),
            other => other,
        };
        Self { code, modifiers }
    }

    /// Reads a key such as `ctrl-y`, `shift-up`, `f9`.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        let mut rest = lower.as_str();
        let mut modifiers = KeyModifiers::NONE;
        let held = [
            ("ctrl-", KeyModifiers::CONTROL),
            ("shift-", KeyModifiers::SHIFT),
            ("alt-", KeyModifiers::ALT),
        ];
        while let Some((modifier, tail)) = held
            .iter()
            .find_map(|(name, modifier)| Some((*modifier, rest.strip_prefix(name)?)))
        {
            modifiers |= modifier;
            rest = tail;
        }
        let code = match rest {
            "enter" => KeyCode::Enter,
            "esc" => KeyCode::Esc,
            "tab" => KeyCode::Tab,
            "backspace" => KeyCode::Backspace,
            "del" | "delete" => KeyCode::Delete,
            "ins" | "insert" => KeyCode::Insert,
            "up" => KeyCode::Up,
            "down" => KeyCode::Down,
            "left" => KeyCode::Left,
            "right" => KeyCode::Right,
            "home" => KeyCode::Home,
            "end" => KeyCode::End,
            "pgup" => KeyCode::PageUp,
            "pgdn" => KeyCode::PageDown,
            "space" => KeyCode::Char(' '),
            other => key_code(other)?,
        };
        Some(Self::of(KeyEvent::new(code, modifiers)))
    }

    /// Whether pressing it would write a letter into the query.
    pub fn writes(self) -> bool {
        matches!(self.code, KeyCode::Char(_))
            && !self
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    }
}

impl fmt::Display for Key {
    /// As keyboards name it: `Ctrl-Y`, `Shift-Tab`, `F9`, `↑`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, word) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.modifiers.contains(modifier) {
                f.write_str(word)?;
            }
        }
        match self.code {
            KeyCode::Enter => f.write_str("Enter"),
            KeyCode::Esc => f.write_str("Esc"),
            KeyCode::Tab => f.write_str("Tab"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::Backspace => f.write_str("Backspace"),
            KeyCode::Delete => f.write_str("Del"),
            KeyCode::Insert => f.write_str("Ins"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::Home => f.write_str("Home"),
            KeyCode::End => f.write_str("End"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(letter) => write!(f, "{}", letter.to_uppercase()),
            _ => f.write_str("?"),
        }
    }
}

/// A function key, or a letter by itself.
fn key_code(text: &str) -> Option<KeyCode> {
    let number = text
        .strip_prefix('f')
        .and_then(|number| number.parse::<u8>().ok());
    if let Some(number) = number.filter(|number| (1..=24).contains(number)) {
        return Some(KeyCode::F(number));
    }
    let mut letters = text.chars();
    letters
        .next()
        .filter(|_| letters.next().is_none())
        .map(KeyCode::Char)
}

/// Choices for commands that do not exist.
fn unknown_commands(choices: &[KeyChoice]) -> Vec<(FaultKind, Range<usize>)> {
    let unknown = choices
        .iter()
        .map(|choice| &choice.command)
        .filter(|name| Command::named(&name.value).is_none());
    unknown
        .map(|name| {
            let likeness = |entry: &str| strsim::jaro_winkler(&name.value, entry);
            let best = TABLE
                .iter()
                .map(|entry| entry.name)
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let nearest = best
                .filter(|best| likeness(best) > 0.75)
                .unwrap_or_default()
                .to_owned();
            let command = untrusted::plain(&name.value).into_owned();
            (
                FaultKind::NoSuchCommand { command, nearest },
                name.span.clone(),
            )
        })
        .collect()
}

/// Keys and their commands.
#[derive(Clone, Debug)]
pub struct KeyMap {
    commands: HashMap<Key, (Command, Range<usize>)>,
    keys: Vec<(Command, Vec<Key>)>,
}

impl KeyMap {
    /// The preset with the user's choices: each replaces the keys of one command.
    ///
    /// # Errors
    /// Everything that is wrong with the choices, with its place in the settings.
    pub fn new(choices: &[KeyChoice]) -> Result<Self, Vec<(FaultKind, Range<usize>)>> {
        let mut faults = unknown_commands(choices);
        let mut map = Self {
            commands: HashMap::new(),
            keys: Vec::new(),
        };
        let preset: BTreeMap<String, Vec<String>> = toml::from_str(PRESET).unwrap_or_default();
        for entry in TABLE {
            let choice = choices
                .iter()
                .find(|choice| choice.command.value == entry.name);
            let written: Vec<(&str, Range<usize>)> = match choice {
                Some(choice) => choice
                    .keys
                    .iter()
                    .map(|key| (key.value.as_str(), key.span.clone()))
                    .collect(),
                None => preset
                    .get(entry.name)
                    .into_iter()
                    .flatten()
                    .map(|key| (key.as_str(), 0..0))
                    .collect(),
            };
            let mut keys = Vec::new();
            for (text, span) in written {
                match Key::parse(text) {
                    None => faults.push((
                        FaultKind::NoSuchKey {
                            key: untrusted::plain(text).into_owned(),
                        },
                        span,
                    )),
                    Some(key) if key.writes() => {
                        faults.push((
                            FaultKind::KeyWrites {
                                key: key.to_string(),
                            },
                            span,
                        ));
                    }
                    Some(key) => keys.push((key, span)),
                }
            }
            if keys.is_empty() && matches!(entry.command, Command::Quit | Command::Close) {
                let span = choice
                    .map(|choice| choice.command.span.clone())
                    .unwrap_or_default();
                faults.push((
                    FaultKind::NoWayOut {
                        command: entry.name.into(),
                    },
                    span,
                ));
            }
            for (key, span) in &keys {
                let earlier = map.commands.insert(*key, (entry.command, span.clone()));
                if let Some((first, place)) = earlier.filter(|(first, _)| *first != entry.command) {
                    let kind = FaultKind::KeyConflict {
                        key: key.to_string(),
                        first: first.name().into(),
                        second: entry.name.into(),
                    };
                    // One of the two is the user's choice; the preset has no conflicts of its own.
                    faults.push((kind, if span.is_empty() { place } else { span.clone() }));
                }
            }
            map.keys.push((
                entry.command,
                keys.into_iter().map(|(key, _)| key).collect(),
            ));
        }
        if faults.is_empty() {
            Ok(map)
        } else {
            Err(faults)
        }
    }

    /// The command a key asks for.
    pub fn command(&self, key: Key) -> Option<Command> {
        self.commands.get(&key).map(|(command, _)| *command)
    }

    /// The keys of a command, the first foremost.
    pub fn keys(&self, command: Command) -> &[Key] {
        self.keys
            .iter()
            .find(|(known, _)| *known == command)
            .map_or(&[], |(_, keys)| keys)
    }

    /// The first key of a command as people read it; empty where it has none.
    pub fn first_key(&self, command: Command) -> String {
        self.keys(command)
            .first()
            .map(Key::to_string)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::At;

    fn changed(pairs: &[(&str, &[&str])]) -> Result<KeyMap, Vec<FaultKind>> {
        let at = |text: &str| At {
            value: text.to_owned(),
            span: 1..2,
        };
        let choices: Vec<KeyChoice> = pairs
            .iter()
            .map(|(name, keys)| KeyChoice {
                command: at(name),
                keys: keys.iter().map(|key| at(key)).collect(),
            })
            .collect();
        KeyMap::new(&choices).map_err(|faults| faults.into_iter().map(|(kind, _)| kind).collect())
    }

    #[test]
    fn two_names_of_one_key_are_one_key() {
        for (name, other) in [("ctrl-i", "tab"), ("ctrl-m", "enter"), ("ctrl-[", "esc")] {
            assert_eq!(Key::parse(name), Key::parse(other), "{name}");
        }
    }

    #[test]
    fn the_preset_has_keys_for_every_command_and_no_conflict() {
        let map = changed(&[]).unwrap();
        for entry in TABLE {
            assert!(
                !map.keys(entry.command).is_empty(),
                "{} has no key",
                entry.name
            );
        }
        let preset: BTreeMap<String, Vec<String>> = toml::from_str(PRESET).unwrap();
        assert_eq!(preset.len(), TABLE.len());
    }

    #[test]
    fn every_function_key_has_a_second_key_and_none_needs_alt() {
        let map = changed(&[]).unwrap();
        for entry in TABLE {
            let keys = map.keys(entry.command);
            assert!(
                !matches!(
                    keys,
                    [Key {
                        code: KeyCode::F(_),
                        ..
                    }]
                ),
                "{} has only a function key",
                entry.name
            );
            assert!(
                keys.iter()
                    .all(|key| !key.modifiers.contains(KeyModifiers::ALT))
            );
        }
    }

    #[test]
    fn a_change_replaces_the_keys_of_one_command() {
        let map = changed(&[("copy", &["f10"])]).unwrap();
        assert_eq!(map.command(Key::parse("f10").unwrap()), Some(Command::Copy));
        assert_eq!(map.command(Key::parse("ctrl-y").unwrap()), None);
        assert_eq!(
            map.command(Key::parse("ctrl-k").unwrap()),
            Some(Command::Municipality)
        );
    }

    #[test]
    fn a_key_for_two_commands_is_a_conflict_that_names_both() {
        let faults = changed(&[("copy", &["ctrl-k"])]).unwrap_err();
        assert!(
            matches!(&faults[..], [FaultKind::KeyConflict { key, .. }] if key == "Ctrl-K"),
            "{faults:?}"
        );
    }

    #[test]
    fn what_no_keyboard_has_is_refused() {
        assert!(matches!(
            &changed(&[("copy", &["hyper-q"])]).unwrap_err()[..],
            [FaultKind::NoSuchKey { .. }]
        ));
        assert!(matches!(
            &changed(&[("copy", &["y"])]).unwrap_err()[..],
            [FaultKind::KeyWrites { .. }]
        ));
        assert!(matches!(
            &changed(&[("quit", &[])]).unwrap_err()[..],
            [FaultKind::NoWayOut { .. }]
        ));
        let faults = changed(&[("coppy", &["f7"])]).unwrap_err();
        assert!(
            matches!(&faults[..], [FaultKind::NoSuchCommand { nearest, .. }] if nearest == "copy"),
            "{faults:?}"
        );
    }

    #[test]
    fn shift_tab_is_one_key_however_the_terminal_sends_it() {
        let forms = [
            (KeyCode::BackTab, KeyModifiers::NONE),
            (KeyCode::BackTab, KeyModifiers::SHIFT),
            (KeyCode::Tab, KeyModifiers::SHIFT),
        ];
        for (code, modifiers) in forms {
            assert_eq!(
                Key::of(KeyEvent::new(code, modifiers)),
                Key::parse("shift-tab").unwrap()
            );
        }
    }

    #[test]
    fn a_key_reads_as_it_is_written_on_the_keyboard() {
        for (written, shown) in [
            ("ctrl-y", "Ctrl-Y"),
            ("f9", "F9"),
            ("shift-tab", "Shift-Tab"),
            ("pgdn", "PgDn"),
        ] {
            assert_eq!(Key::parse(written).unwrap().to_string(), shown);
        }
    }
}
