//! An operator at the screen: types, presses keys, reads what is drawn. Everything goes through the production
//! `update`, key map and `view::draw`; only the clock and the files are missing.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::sync::{Arc, OnceLock};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

use crate::catalogue::{At, Catalogue, Reading, TextFile};
use crate::config::KeyChoice;
use crate::locale::{Language, Locale};
use crate::referral::Moment;
use crate::tui::keymap::KeyMap;
use crate::tui::message::{Effect, Msg, Stale, Why};
use crate::tui::model::{Beginning, Model};
use crate::tui::theme::Theme;
use crate::tui::update::update;
use crate::tui::view;

/// The catalogue that the tests of the screen look at, see `tests/support/small.toml`.
pub const SMALL: &str = include_str!("small.toml");

/// A catalogue from the text of one file, which must have no errors.
pub fn catalogue(text: &str) -> Arc<Catalogue> {
    let reading = Reading::of_texts(vec![TextFile {
        name: "small.toml".into(),
        text: text.into(),
    }]);
    match reading.catalogue {
        Some(catalogue) => Arc::new(catalogue),
        None => panic!(
            "the catalogue of the tests has faults: {:#?}",
            reading.faults
        ),
    }
}

/// A Monday morning with the technical board open and the environmental board closed.
pub fn monday_morning() -> Moment {
    moment("2026-11-23T10:42")
}

/// A moment such as `2026-11-23T10:42`.
pub fn moment(text: &str) -> Moment {
    Moment::from(chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
}

/// That the files have so many faults; what is shown was read late on Sunday.
pub fn faulty(faults: usize) -> Stale {
    Stale {
        why: Why::Faults(faults),
        read_at: moment("2026-11-22T23:59"),
    }
}

/// What an operator sits in front of when the work begins: the small catalogue on a Monday morning, in Swedish.
pub fn beginning() -> Beginning {
    // Read once: hundreds of screens begin with it.
    static READ: OnceLock<Arc<Catalogue>> = OnceLock::new();
    Beginning {
        catalogue: Arc::clone(READ.get_or_init(|| catalogue(SMALL))),
        accessible: false,
        store: None,
        locale: Locale::new(Language::Swedish),
        keymap: keymap(&[]),
        moment: monday_morning(),
        pinned: false,
        municipality: None,
        query: String::new(),
        size: Size::new(120, 36),
    }
}

/// The shipped key map with the keys of some commands changed.
pub fn keymap(changes: &[(&str, &[&str])]) -> KeyMap {
    let at = |text: &str| At {
        value: text.to_owned(),
        span: 0..1,
    };
    let choices: Vec<KeyChoice> = changes
        .iter()
        .map(|(command, keys)| KeyChoice {
            command: at(command),
            keys: keys.iter().map(|key| at(key)).collect(),
        })
        .collect();
    KeyMap::new(&choices).unwrap()
}

/// The event of a key written as in the key map: `ctrl-k`, `esc`, `shift-tab`, `ö`.
pub fn key(written: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = written;
    for (name, modifier) in [
        ("ctrl-", KeyModifiers::CONTROL),
        ("alt-", KeyModifiers::ALT),
        ("shift-", KeyModifiers::SHIFT),
    ] {
        if let Some(tail) = rest.strip_prefix(name) {
            (rest, modifiers) = (tail, modifiers | modifier);
        }
    }
    let code = match rest {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        // Terminals send Shift-Tab as a key of its own.
        "tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "backspace" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        other => {
            let number = other.strip_prefix('f').and_then(|n| n.parse().ok());
            let mut letters = other.chars();
            match (number, letters.next(), letters.next()) {
                (Some(number), ..) => KeyCode::F(number),
                (None, Some(letter), None) => KeyCode::Char(letter),
                _ => panic!("no key is written `{written}`"),
            }
        }
    };
    KeyEvent::new(code, modifiers)
}

/// An operator and the screen in front of them.
pub struct Operator {
    pub model: Model,
    pub theme: Theme,
}

impl Operator {
    /// In front of the small catalogue on a Monday morning, nothing typed.
    pub fn new() -> Self {
        Self::at(beginning())
    }

    /// In front of whatever begins.
    pub fn at(beginning: Beginning) -> Self {
        let model = Model::new(beginning);
        model.prepare();
        Self {
            model,
            theme: Theme::named("dark").unwrap(),
        }
    }

    /// In front of a screen of another size.
    pub fn on(width: u16, height: u16) -> Self {
        let size = Size::new(width, height);
        Self::at(Beginning {
            size,
            ..beginning()
        })
    }

    /// Asking about another day than today, as `--at` does.
    pub fn on_day(day: &str) -> Self {
        Self::at(Beginning {
            moment: Moment::day(day.parse().unwrap()),
            pinned: true,
            ..beginning()
        })
    }

    /// Lets something happen, and then the quiet moment that follows on it.
    pub fn meets(&mut self, msg: Msg) -> Option<Effect> {
        let effect = update(&mut self.model, msg);
        self.model.prepare();
        effect
    }

    /// Types a text, key by key. Letters ask for nothing outside the program.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let modifiers = if letter.is_uppercase() {
                KeyModifiers::SHIFT
            } else {
                KeyModifiers::NONE
            };
            let effect = self.meets(Msg::Key(KeyEvent::new(KeyCode::Char(letter), modifiers)));
            assert_eq!(effect, None, "typing `{letter}`");
        }
        self
    }

    /// Presses keys that ask for nothing outside the program, written as in the key map and parted by spaces.
    pub fn presses(&mut self, keys: &str) -> &mut Self {
        for written in keys.split(' ') {
            assert_eq!(self.press(written), None, "pressing {written}");
        }
        self
    }

    /// Presses one key and gives what it asks of the world.
    pub fn press(&mut self, written: &str) -> Option<Effect> {
        self.meets(Msg::Key(key(written)))
    }

    /// Pastes a text.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        assert_eq!(self.meets(Msg::Paste(text.to_owned())), None);
        self
    }

    /// Gives the screen another size.
    pub fn resizes(&mut self, width: u16, height: u16) -> &mut Self {
        self.meets(Msg::Resize(Size::new(width, height)));
        self
    }

    /// The id of the caller's municipality.
    pub fn municipality(&self) -> Option<&str> {
        let one = self.model.municipality()?;
        Some(self.model.catalogue()[one].id.as_str())
    }

    /// The id of the selected service.
    pub fn service(&self) -> Option<&str> {
        let one = self.model.service.selected?;
        Some(self.model.catalogue()[one].id.as_str())
    }

    /// The id of the selected organisation.
    pub fn organisation(&self) -> Option<&str> {
        let one = self.model.organisation.selected?;
        Some(self.model.catalogue()[one].id.as_str())
    }

    /// The id of the selected finding.
    pub fn finding(&self) -> Option<&str> {
        Some(self.model.selected_finding()?.id.as_str())
    }

    /// Selects the service with this id, by walking down the list of all.
    pub fn walks_to(&mut self, service: &str) -> &mut Self {
        self.presses("ctrl-home");
        for _ in 0..self.model.services.len() {
            if self.service() == Some(service) {
                return self;
            }
            self.presses("down");
        }
        panic!("there is no service `{service}` in the list");
    }

    /// What is drawn, on a terminal of the size that the program was told.
    pub fn screen(&self) -> Buffer {
        self.screen_of(self.model.size)
    }

    /// What is drawn on a terminal of some size.
    pub fn screen_of(&self, size: Size) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal
            .draw(|frame| view::draw(&self.model, &self.theme, frame))
            .unwrap();
        terminal.backend().buffer().clone()
    }

    /// What stands where the terminal's cursor is, to the end of its row.
    pub fn at_cursor(&self) -> String {
        let size = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal
            .draw(|frame| view::draw(&self.model, &self.theme, frame))
            .unwrap();
        let place = terminal.get_cursor_position().unwrap();
        let buffer = terminal.backend().buffer();
        (place.x..size.width)
            .map(|x| buffer[(x, place.y)].symbol())
            .collect()
    }

    /// The rows of what is drawn, without styles.
    pub fn rows(&self) -> Vec<String> {
        rows(&self.screen())
    }

    /// Whether a text stands on one of the rows.
    pub fn sees(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }
}

/// The rows of a buffer, without styles and without the spaces at their ends.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    use unicode_width::UnicodeWidthStr;

    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                // A wide sign stands in two columns and is written once.
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            row.trim_end().to_owned()
        })
        .collect()
}
