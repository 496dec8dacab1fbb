//! The terminal program: type what the caller says, see whom to ring.
//!
//! An Elm heart: [`model`] is everything the screen is drawn from, [`update`](update::update) lets a [`message`] do its
//! work without touching the world, [`view`] draws. The runtime alone waits, draws and carries out effects.

use std::io;

use ratatui::crossterm;
use ratatui::layout::Size;

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
pub mod watch;

use clipboard::LocalClipboard;
use model::{Beginning, Model};
use runtime::Runtime;
use theme::Theme;
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

/// Runs until the user ends it.
///
/// # Errors
/// When the terminal cannot be used; it has been given back then.
pub fn run(start: Start) -> io::Result<()> {
    let model = Model::new(start.beginning);
    terminal::leave_on_panic();
    terminal::leave_on_signals()?;
    let _guard = terminal::Guard::enter(start.mouse)?;
    Runtime {
        model,
        theme: start.theme,
        watch: start.watch,
        mouse: start.mouse,
        clipboard: LocalClipboard::default(),
    }
    .run()
}
