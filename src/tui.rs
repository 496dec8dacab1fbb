//! The terminal program: type what the caller says, see whom to ring.
//!
//! An Elm heart: [`model`] is everything the screen is drawn from, [`update`](update::update) lets a [`message`] do its
//! work without touching the world, [`view`] draws. The runtime alone waits, draws and carries out effects.

use std::io;

use ratatui::crossterm;
use ratatui::layout::Size;

pub mod attend;
pub mod clipboard;
pub mod command;
pub mod keymap;
pub mod line;
pub mod message;
pub mod model;
#[cfg(test)]
#[path = "../tests/support/operator.rs"]
mod operator;
mod runtime;
pub mod terminal;
mod text;
pub mod theme;
pub mod update;
pub mod view;
pub mod waiting;
pub mod watch;

use attend::Attendant;
use clipboard::LocalClipboard;
use message::Msg;
use model::{Beginning, Model};
use runtime::Runtime;
use terminal::Guard;
use theme::Theme;
use update::update;
use watch::Watch;

/// What the terminal program runs with.
#[derive(Debug)]
pub struct Start {
    /// What to show first; its size is that of the terminal.
    pub beginning: Beginning,
    /// How it looks.
    pub theme: Theme,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// The files to read again when they change, watched since before they were read; none for the embedded catalogue.
    pub watch: Option<Watch>,
    /// The file of verdicts, watched too; none where there is no place for one.
    pub verdicts: Option<Watch>,
    /// The terminal, if it has been entered already.
    pub guard: Option<Guard>,
    /// What was typed while the catalogue was being read.
    pub typed: Vec<Msg>,
}

/// The moment it is in a time zone, to the minute.
pub use runtime::now;

/// The size of the terminal.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size::new(width, height))
}

/// Takes the terminal, and sees to it that it is given back whatever happens.
///
/// # Errors
/// When the terminal refuses.
pub fn enter(mouse: bool) -> io::Result<Guard> {
    terminal::leave_on_panic();
    terminal::leave_on_signals()?;
    terminal::end_with_the_terminal()?;
    Guard::enter(mouse)
}

/// Runs until the user ends it.
///
/// # Errors
/// When the terminal cannot be used; it has been given back then.
pub fn run(start: Start) -> io::Result<()> {
    let mut model = Model::new(start.beginning);
    for msg in start.typed {
        // What these keys ask of the world would come too late: nothing was there to be copied yet.
        let _ = update(&mut model, msg);
    }
    let _guard = match start.guard {
        Some(entered) => entered,
        None => enter(start.mouse)?,
    };
    let verdicts = start.verdicts.as_ref().map(|watch| watch.path().to_owned());
    let read_at = now(model.catalogue().timezone());
    Runtime {
        model,
        theme: start.theme,
        attendant: Attendant::begin(start.watch, start.verdicts, read_at)?,
        verdicts,
        mouse: start.mouse,
        clipboard: LocalClipboard::default(),
    }
    .run()
}
