//! Showing why the selected service is found.

use super::toggle;
use crate::tui::command::Command;
use crate::tui::model::{Model, Notice, Overlay, Unexplained};

/// Opens the window over the selected service, or closes it.
pub(super) fn ask(model: &mut Model) {
    if matches!(model.overlay, Some(Overlay::Why { .. })) {
        model.overlay = None;
        return;
    }
    match model.why() {
        Ok(_) => toggle(model, Overlay::Why { scroll: 0 }),
        Err(reason) => {
            let text = unexplained(model, reason);
            model.notice = Some(Notice {
                text,
                is_fault: true,
            });
        }
    }
}

/// Why nothing can be explained, in words.
pub fn unexplained(model: &Model, reason: Unexplained) -> String {
    match reason {
        Unexplained::NoServices => {
            let key = model.keymap.first_key(Command::Services);
            model.locale.with("notice-why-where", &[("key", &key)])
        }
        Unexplained::NothingSelected => model.locale.text("notice-nothing-selected").into_owned(),
        Unexplained::NothingSaid => model.locale.text("notice-why-nothing-said").into_owned(),
        Unexplained::NotFound => model.locale.text("notice-why-not-found").into_owned(),
    }
}
