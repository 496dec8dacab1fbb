//! The loop: waits for something to happen, lets everything that is queued do its work, draws once.
//!
//! Effects are carried out here and nowhere else. There is no tick but a slow one, for the clock and changed files.

use std::io::{self, BufWriter, Stdout, stdout};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{Timelike, Utc};
use chrono_tz::Tz;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event, MouseButton, MouseEventKind};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect, Size};

use super::attend::{Attendant, EVERY};
use super::clipboard::{self, LocalClipboard};
use super::message::{Effect, Msg, Unwritten};
use super::model::Model;
use super::theme::Theme;
use super::update::update;
use super::{terminal, view};
use crate::catalogue::Severity;
use crate::overlap::verdict::Decision;
use crate::overlap::verdict::kept::{self, Refusal};
use crate::referral::Moment;

/// Room for the bytes of a frame, so that it reaches the terminal in one piece.
const FRAME: usize = 64 * 1024;

/// How long to wait for what is there already. crossterm looks at nothing when it may not wait at all.
const AT_ONCE: Duration = Duration::from_micros(50);

/// How many rows a turn of the wheel moves.
const WHEEL: i32 = 3;

/// The program as it runs.
pub(super) struct Runtime {
    pub model: Model,
    pub theme: Theme,
    pub attendant: Attendant,
    pub verdicts: Option<PathBuf>,
    pub mouse: bool,
    pub clipboard: LocalClipboard,
}

/// Whether the program goes on.
#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    End,
}

impl Runtime {
    /// Runs until the user ends it.
    pub fn run(&mut self) -> io::Result<()> {
        let mut terminal = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
            FRAME,
            stdout(),
        )))?;
        self.draw(&mut terminal)?;
        self.read_verdicts();
        self.model.prepare();
        self.draw(&mut terminal)?;
        loop {
            let mut news = event::poll(Self::patience())?;
            #[cfg(debug_assertions)]
            if news {
                crate::rehearsal::fails("read")?;
            }
            if news {
                // Drain everything, then draw once: typing never waits behind drawing.
                loop {
                    if self.happen(event::read()?, &mut terminal)? == Next::End {
                        return Ok(());
                    }
                    if !event::poll(AT_ONCE)? {
                        break;
                    }
                }
            }
            // Time passes while somebody types, too.
            news |= self.pass_time();
            if news {
                self.show(&mut terminal)?;
            }
        }
    }

    /// Draws, and then does what a quiet moment is for; draws once more if that has found anything.
    fn show(
        &mut self,
        terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    ) -> io::Result<()> {
        self.draw(terminal)?;
        if self.model.prepare() {
            self.draw(terminal)?;
        }
        Ok(())
    }

    /// How long nothing may happen before time itself does something: the minute is over, or the files have changed.
    fn patience() -> Duration {
        let minute = Duration::from_secs(60 - u64::from(Utc::now().second()).min(59));
        minute.min(EVERY)
    }

    fn draw(
        &mut self,
        terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    ) -> io::Result<()> {
        // The frame has the size that the terminal has now. News of it may be under way still, and crossterm loses the
        // news of a resize that comes together with a key.
        let size = terminal.size()?;
        if size != self.model.size {
            update(&mut self.model, Msg::Resize(size));
        }
        queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| view::draw(&self.model, &self.theme, frame))?;
        queue!(terminal.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(terminal.backend_mut())
    }

    fn happen(
        &mut self,
        event: Event,
        terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    ) -> io::Result<Next> {
        let msg = match event {
            Event::Key(key) => Msg::Key(key),
            Event::Paste(text) => Msg::Paste(text),
            Event::Resize(width, height) => Msg::Resize(Size::new(width, height)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollDown => Msg::Wheel(WHEEL),
                MouseEventKind::ScrollUp => Msg::Wheel(-WHEEL),
                MouseEventKind::Down(MouseButton::Left) => Msg::Click {
                    column: mouse.column,
                    row: mouse.row,
                },
                _ => return Ok(Next::GoOn),
            },
            Event::FocusGained | Event::FocusLost => return Ok(Next::GoOn),
        };
        match update(&mut self.model, msg) {
            None => {}
            Some(Effect::Quit) => return Ok(Next::End),
            Some(Effect::Time) => {
                let now = now(self.model.catalogue().timezone());
                update(&mut self.model, Msg::Clock(now));
            }
            Some(Effect::Redraw) => draw_anew(terminal)?,
            Some(Effect::Suspend) => {
                terminal::suspend(self.mouse)?;
                draw_anew(terminal)?;
                self.pass_time();
            }
            Some(Effect::Judge(decision)) => self.judge(decision),
            Some(Effect::Copy(text)) => {
                let copied = clipboard::through_terminal(terminal.backend_mut(), &text);
                self.clipboard.copy(&text, |name| std::env::var(name).ok());
                update(
                    &mut self.model,
                    Msg::Copied(copied.map_err(|error| error.to_string())),
                );
            }
        }
        Ok(Next::GoOn)
    }

    /// Lets time do its work. Whether there is anything new to draw.
    fn pass_time(&mut self) -> bool {
        let mut news = false;
        let now = now(self.model.catalogue().timezone());
        if !self.model.pinned && now != self.model.moment {
            update(&mut self.model, Msg::Clock(now));
            news = true;
        }
        while let Some(msg) = self.attendant.news(now) {
            update(&mut self.model, msg);
            news = true;
        }
        news
    }

    /// Reads what people have decided.
    fn read_verdicts(&mut self) {
        if let Some(file) = &self.verdicts {
            let read = kept::read(file);
            let read = read.map_err(|reading| reading.count(Severity::Error));
            update(&mut self.model, Msg::Decided(read));
        }
    }

    /// Writes down what has been decided: today, or on the earlier day that is shown, on which it would not hold otherwise.
    fn judge(&mut self, decision: Decision) {
        let today = now(self.model.catalogue().timezone()).day;
        let on = self.model.moment.day.min(today);
        let decision = Decision {
            on: Some(on),
            ..decision
        };
        let outcome = match &self.verdicts {
            None => Err(Unwritten::Nowhere),
            Some(file) => match kept::add(file, &decision) {
                Ok(()) => Ok(file.clone()),
                Err(Refusal::Faulty(_)) => Err(Unwritten::Faulty),
                Err(Refusal::Unwritable(reason)) => Err(Unwritten::Refused(reason.to_string())),
            },
        };
        self.read_verdicts();
        update(&mut self.model, Msg::WrittenDown(outcome));
    }
}

/// Makes the next frame draw every cell.
///
/// `Terminal::clear` would first ask the terminal where its cursor is, and fail where the answer is late: over a slow
/// line, or while the user types. To give the screen its size anew clears it without asking.
fn draw_anew(terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(Rect::from((Position::ORIGIN, size)))
}

/// The moment it is in a time zone, to the minute: more the screen does not show.
pub fn now(timezone: Tz) -> Moment {
    let local = Utc::now().with_timezone(&timezone).naive_local();
    let minute = local
        .with_second(0)
        .and_then(|minute| minute.with_nanosecond(0))
        .unwrap_or(local);
    Moment::from(minute)
}
