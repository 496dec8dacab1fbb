//! What can happen to the program, and what it can ask of the world.

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Size;

use crate::catalogue::Catalogue;
use crate::overlap::lookalike::Wording;
use crate::overlap::verdict::{Decision, Decisions};
use crate::referral::Moment;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(Size),
    /// The mouse wheel was turned, in rows, downwards positive.
    Wheel(i32),
    /// A row of the list was clicked.
    Click {
        /// The column on the screen.
        column: u16,
        /// The row on the screen.
        row: u16,
    },
    /// Time has passed.
    Clock(Moment),
    /// The catalogue's files have changed: the new catalogue, or why the old one is still shown.
    Reread(Result<Reread, Stale>),
    /// What people have decided has been read: all of it, or how many faults the file has.
    Decided(Result<Decisions, usize>),
    /// A decision was written down, in this file, or could not be.
    WrittenDown(Result<PathBuf, Unwritten>),
    /// A text was copied, or could not be.
    Copied(Result<(), String>),
}

/// A catalogue that has been read anew, and what takes long to find out about it: whoever reads finds that out, so that
/// nobody at a key waits for it.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// What its texts say.
    pub wording: Arc<Wording>,
}

impl Reread {
    /// A catalogue and what its texts say.
    pub fn of(catalogue: Arc<Catalogue>) -> Self {
        Self {
            wording: Arc::new(Wording::of(&catalogue)),
            catalogue,
        }
    }
}

/// That the catalogue shown is not what the files say now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Why.
    pub why: Why,
    /// When it was read.
    pub read_at: Moment,
}

/// Why an older catalogue is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The files have so many faults.
    Faults(usize),
    /// The files cannot be reached.
    Gone,
    /// Nobody looks at the files any more.
    Unattended,
}

/// Why a decision could not be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// There is no place for it: the catalogue is embedded, and the user has no home.
    Nowhere,
    /// The file has faults.
    Faulty,
    /// The file cannot be written; the reason, as the system says it.
    Refused(String),
}

/// Something the world should do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put a text on the clipboard.
    Copy(String),
    /// Write a decision down. The day it is made is for the clock to say.
    Judge(Decision),
    /// Tell what time it is.
    Time,
    /// Draw everything anew.
    Redraw,
    /// Stop until the shell brings the program back.
    Suspend,
    /// End.
    Quit,
}
