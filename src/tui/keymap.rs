//! Which key asks for which command: the preset in `config/keys.toml`, and what the user's settings change.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::command::{Command, TABLE};

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
        loop {
            let (modifier, tail) = match rest {
                held if held.starts_with("ctrl-") => (KeyModifiers::CONTROL, &held[5..]),
                held if held.starts_with("shift-") => (KeyModifiers::SHIFT, &held[6..]),
                held if held.starts_with("alt-") => (KeyModifiers::ALT, &held[4..]),
                _ => break,
            };
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

/// What is wrong with a key map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// No command has this name.
    UnknownCommand {
        /// The name.
        name: String,
        /// The most similar name there is, or nothing.
        nearest: String,
    },
    /// No key is written like this.
    UnknownKey {
        /// The command it was written for.
        command: String,
        /// The text.
        key: String,
    },
    /// A letter without Ctrl, which goes to the query.
    Letter {
        /// The command it was written for.
        command: String,
        /// The key.
        key: String,
    },
    /// One key for two commands.
    Conflict {
        /// The key.
        key: String,
        /// The command that has it.
        first: String,
        /// The command that wants it too.
        second: String,
    },
    /// Nothing would ask for this command any more, and without it one cannot get out.
    NoWayOut {
        /// The command.
        command: String,
    },
}

/// Keys and their commands.
#[derive(Clone, Debug)]
pub struct KeyMap {
    commands: HashMap<Key, Command>,
    keys: Vec<(Command, Vec<Key>)>,
}

impl KeyMap {
    /// The preset with the user's changes: each entry replaces the keys of one command.
    ///
    /// # Errors
    /// Every fault in the changes.
    pub fn new(changes: &BTreeMap<String, Vec<String>>) -> Result<Self, Vec<KeyFault>> {
        let preset: BTreeMap<String, Vec<String>> = toml::from_str(PRESET).unwrap_or_default();
        let mut faults = Vec::new();
        for name in changes.keys().filter(|name| Command::named(name).is_none()) {
            let likeness = |entry: &str| strsim::jaro_winkler(name, entry);
            let best = TABLE
                .iter()
                .map(|entry| entry.name)
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let nearest = best
                .filter(|best| likeness(best) > 0.75)
                .unwrap_or_default()
                .to_owned();
            faults.push(KeyFault::UnknownCommand {
                name: name.clone(),
                nearest,
            });
        }
        let mut map = Self {
            commands: HashMap::new(),
            keys: Vec::new(),
        };
        for entry in TABLE {
            let written = changes.get(entry.name).or_else(|| preset.get(entry.name));
            let mut keys = Vec::new();
            for text in written.into_iter().flatten() {
                match Key::parse(text) {
                    None => faults.push(KeyFault::UnknownKey {
                        command: entry.name.into(),
                        key: text.clone(),
                    }),
                    Some(key) if key.writes() => {
                        faults.push(KeyFault::Letter {
                            command: entry.name.into(),
                            key: text.clone(),
                        });
                    }
                    Some(key) => {
                        if let Some(first) = map
                            .commands
                            .insert(key, entry.command)
                            .filter(|first| *first != entry.command)
                        {
                            faults.push(KeyFault::Conflict {
                                key: key.to_string(),
                                first: first.name().into(),
                                second: entry.name.into(),
                            });
                        }
                        keys.push(key);
                    }
                }
            }
            if keys.is_empty() && matches!(entry.command, Command::Quit | Command::Close) {
                faults.push(KeyFault::NoWayOut {
                    command: entry.name.into(),
                });
            }
            map.keys.push((entry.command, keys));
        }
        if faults.is_empty() {
            Ok(map)
        } else {
            Err(faults)
        }
    }

    /// The command a key asks for.
    pub fn command(&self, key: Key) -> Option<Command> {
        self.commands.get(&key).copied()
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

    fn changed(pairs: &[(&str, &[&str])]) -> Result<KeyMap, Vec<KeyFault>> {
        let changes = pairs
            .iter()
            .map(|(name, keys)| ((*name).into(), keys.iter().map(|k| (*k).into()).collect()));
        KeyMap::new(&changes.collect())
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
        let map = changed(&[("copy", &["f7"])]).unwrap();
        assert_eq!(map.command(Key::parse("f7").unwrap()), Some(Command::Copy));
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
            matches!(&faults[..], [KeyFault::Conflict { key, .. }] if key == "Ctrl-K"),
            "{faults:?}"
        );
    }

    #[test]
    fn what_no_keyboard_has_is_refused() {
        assert!(matches!(
            &changed(&[("copy", &["hyper-q"])]).unwrap_err()[..],
            [KeyFault::UnknownKey { .. }]
        ));
        assert!(matches!(
            &changed(&[("copy", &["y"])]).unwrap_err()[..],
            [KeyFault::Letter { .. }]
        ));
        assert!(matches!(
            &changed(&[("quit", &[])]).unwrap_err()[..],
            [KeyFault::NoWayOut { .. }]
        ));
        let faults = changed(&[("coppy", &["f7"])]).unwrap_err();
        assert!(
            matches!(&faults[..], [KeyFault::UnknownCommand { nearest, .. }] if nearest == "copy"),
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
