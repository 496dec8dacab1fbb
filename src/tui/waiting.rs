//! The screen before there is a catalogue: a very large one takes a while to read, and typing need not wait for it.
//!
//! What is typed is shown, and kept as the keys that they were: when the catalogue is there, they do their work as if
//! they came then.

use std::io::{self, stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{Clear, ClearType};
use ratatui::layout::{Constraint, Layout, Position};
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};
use ratatui::{Frame, Terminal};
use unicode_width::UnicodeWidthStr;

use super::command::Command;
use super::keymap::{Key, KeyMap};
use super::line::Line;
use super::message::Msg;
use super::theme::Theme;
use super::update::{edit_line, writes};
use crate::catalogue::Progress;
use crate::locale::Locale;

/// How often the screen is drawn while nothing is typed.
const BEAT: Duration = Duration::from_millis(100);

/// How often the keys are looked at: what is typed shows at once.
const GLANCE: Duration = Duration::from_millis(10);

/// The columns of the bar.
const BAR: usize = 30;

/// What the screen shows while it waits.
#[derive(Debug)]
pub struct Waiting<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// How it looks.
    pub theme: &'a Theme,
    /// The keys.
    pub keymap: &'a KeyMap,
    /// How far the reading has come.
    pub progress: &'a Progress,
    /// What is written already.
    pub query: String,
}

/// How the waiting ended.
#[derive(Debug)]
pub enum Waited<T> {
    /// What was waited for is there; these keys came meanwhile.
    There(T, Vec<Msg>),
    /// It will never be there: the other thread is gone.
    Lost,
    /// The user did not want to wait any longer.
    GivenUp,
}

impl Waiting<'_> {
    /// Waits for something that another thread sends, and lets the user type meanwhile. The terminal is entered already.
    ///
    /// # Errors
    /// When the terminal cannot be used.
    pub fn wait<T>(self, outcome: &Receiver<T>) -> io::Result<Waited<T>> {
        let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        let mut line = Line::new(&self.query);
        let mut typed = Vec::new();
        loop {
            terminal.draw(|frame| self.draw(&line, frame))?;
            match outcome.recv_timeout(GLANCE) {
                Ok(there) => {
                    // Whoever draws next takes the screen to be empty.
                    execute!(stdout(), Clear(ClearType::All))?;
                    return Ok(Waited::There(there, typed));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(Waited::Lost),
            }
            if !event::poll(BEAT)? {
                continue;
            }
            let Some(msg) = heard(event::read()?) else {
                continue;
            };
            if self.take(&mut line, &msg) == Some(Command::Quit) {
                return Ok(Waited::GivenUp);
            }
            typed.push(msg);
        }
    }

    /// Shows what a key does to the line; the command, if it asks for one.
    fn take(&self, line: &mut Line, msg: &Msg) -> Option<Command> {
        match msg {
            Msg::Key(key) => {
                let command = self.keymap.command(Key::of(*key));
                match (command, key.code) {
                    (Some(command), _) => edit_line(line, command),
                    (None, KeyCode::Char(sign)) if writes(key.modifiers) => {
                        line.insert(sign.encode_utf8(&mut [0; 4]));
                    }
                    _ => {}
                }
                command
            }
            Msg::Paste(text) => {
                line.insert(text);
                None
            }
            _ => None,
        }
    }

    fn draw(&self, line: &Line, frame: &mut Frame<'_>) {
        let area = frame.area();
        frame.buffer_mut().set_style(area, self.theme.text);
        let [head, query, _, reading, bar, _, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(3),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(0),
            Constraint::Length(1),
        ])
        .areas(area);
        let name = format!(" {}", self.locale.text("program-name"));
        frame.render_widget(row(&name, self.theme.dim), head);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(self.theme.border);
        let inner = block.inner(query);
        frame.render_widget(block, query);
        let prompt = Span::styled(" ❯ ", self.theme.prompt);
        let cursor = prompt.content.width() + line.column();
        let text = Span::styled(line.text().to_owned(), self.theme.text);
        frame.render_widget(Paragraph::new(Row::from(vec![prompt, text])), inner);
        if inner.height > 0 && inner.width > 0 {
            let column = u16::try_from(cursor).unwrap_or(u16::MAX);
            let x = inner.x.saturating_add(column).min(inner.right() - 1);
            frame.set_cursor_position(Position::new(x, inner.y));
        }
        let percent = self.progress.percent();
        let words = self
            .locale
            .with("waiting-reading", &[("percent", &percent.to_string())]);
        frame.render_widget(row(&format!(" {words}"), self.theme.text), reading);
        let full = BAR * percent / 100;
        let drawn = format!(" {}{}", "━".repeat(full), "─".repeat(BAR - full));
        frame.render_widget(row(&drawn, self.theme.dim), bar);
        let quit = self.keymap.first_key(Command::Quit);
        let quit = format!(" {quit} {}", self.locale.text("footer-quit"));
        frame.render_widget(row(&quit, self.theme.dim), foot);
    }
}

fn row(text: &str, style: Style) -> Paragraph<'static> {
    Paragraph::new(Span::styled(text.to_owned(), style))
}

/// What the program hears of an event while it waits.
fn heard(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Msg::Key(key)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        _ => None,
    }
}
