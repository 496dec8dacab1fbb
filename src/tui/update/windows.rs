//! What is typed into a window is not lost: no key that is for something else closes a window that holds text.

use crate::tui::command::Command;
use crate::tui::model::{Model, Notice, Overlay};

/// Whether the open window keeps a command from being obeyed; then it has done what the window makes of it.
pub(super) fn keeps(model: &mut Model, command: Command) -> bool {
    match (command, &mut model.overlay) {
        // Between the questions of a window, as in any form; never out of it.
        (Command::NextView, Some(Overlay::Verdict(judging))) => {
            if let Some(next) = judging.next() {
                judging.asked = next;
            }
            return true;
        }
        (Command::PreviousView, Some(Overlay::Verdict(judging))) => {
            if judging.line_mut().is_some() {
                judging.step(-1);
            }
            return true;
        }
        (Command::NextView | Command::PreviousView, Some(Overlay::Date { .. })) => return true,
        // Its own key closes a window, as Esc does.
        (Command::Date, Some(Overlay::Date { .. }))
        | (Command::Verdict, Some(Overlay::Verdict(_))) => return false,
        // They go over the window, which is there again when they are closed.
        (Command::Help | Command::Emergency, Some(Overlay::Date { .. } | Overlay::Verdict(_))) => {
            model.beneath = model.overlay.take();
            return false;
        }
        _ => {}
    }
    if !leaves(command) {
        return false;
    }
    if holds_text(model) {
        let key = model.keymap.first_key(Command::Close);
        let text = model.locale.with("notice-window-open", &[("key", &key)]);
        model.notice = Some(Notice {
            text,
            is_fault: true,
        });
        return true;
    }
    model.beneath = None;
    false
}

/// Shows again what lay beneath a window that has been closed.
pub(super) fn uncover(model: &mut Model) {
    if model.overlay.is_none() {
        model.overlay = model.beneath.take();
    }
}

/// Whether a command shows something else in place of the window.
const fn leaves(command: Command) -> bool {
    matches!(
        command,
        Command::NextView
            | Command::PreviousView
            | Command::Services
            | Command::Findings
            | Command::Matrix
            | Command::Columns
            | Command::Organisations
            | Command::Across
            | Command::Municipality
            | Command::Date
            | Command::Verdict
            | Command::Why
    )
}

/// Whether something is typed into the open window, or into the one beneath it, that is more than a search.
fn holds_text(model: &Model) -> bool {
    let holds = |window: &Overlay| match window {
        Overlay::Date { line, .. } => !line.is_empty(),
        Overlay::Verdict(judging) => !judging.note.is_empty() || !judging.until.is_empty(),
        Overlay::Help { .. }
        | Overlay::Municipality { .. }
        | Overlay::Emergency { .. }
        | Overlay::Why { .. } => false,
    };
    [&model.overlay, &model.beneath]
        .into_iter()
        .flatten()
        .any(holds)
}
