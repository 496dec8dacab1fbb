//! Deciding about the selected finding, and hearing what has been decided.

use std::path::PathBuf;

use super::toggle;
use crate::overlap::verdict::Decisions;
use crate::tui::command::Command;
use crate::tui::message::{Effect, Unwritten};
use crate::tui::model::{Judging, Model, Notice, Overlay, View};
use crate::untrusted;

/// Opens the window over the selected finding, or closes it.
pub(super) fn ask(model: &mut Model) {
    if model.view != View::Findings {
        let key = model.keymap.first_key(Command::Findings);
        let text = model.locale.with("notice-verdict-where", &[("key", &key)]);
        say(model, text, true);
        return;
    }
    match model.selected_finding().map(Judging::of) {
        Some(judging) => toggle(model, Overlay::Verdict(judging)),
        None => nothing_selected(model),
    }
}

/// Goes on to the next question of the window, or has the decision written down after the last.
pub(super) fn go_on(model: &mut Model) -> Option<Effect> {
    let Some(Overlay::Verdict(judging)) = &mut model.overlay else {
        return None;
    };
    if let Some(next) = judging.next() {
        judging.asked = next;
        return None;
    }
    match judging.decision(model.moment.day) {
        Err(wrong) => {
            judging.wrong = Some(wrong);
            None
        }
        Ok(decision) => {
            model.overlay = None;
            // The catalogue may have been read anew since the window was opened.
            if model.findings().find(&decision.finding).is_none() {
                nothing_selected(model);
                return None;
            }
            Some(Effect::Judge(decision))
        }
    }
}

/// Lets what has been read hold; where it has faults, what held before holds on.
pub(super) fn take(model: &mut Model, read: Result<Decisions, usize>) {
    match read {
        Err(faults) => {
            model.broken_decisions = Some(faults);
            // What was said before would hide it.
            model.notice = None;
        }
        Ok(decisions) => {
            model.broken_decisions = None;
            let before = model.decisions.as_ref();
            if before == Some(&decisions) {
                return;
            }
            let is_first = before.is_none();
            model.decide(decisions);
            if !is_first {
                let text = model.locale.text("notice-verdicts-reread").into_owned();
                say(model, text, false);
            }
        }
    }
}

/// Says where a decision was written down, or why it was not.
pub(super) fn tell(model: &mut Model, outcome: Result<PathBuf, Unwritten>) {
    let is_fault = outcome.is_err();
    let locale = &model.locale;
    let text = match outcome {
        Ok(file) => {
            let file = file.display().to_string();
            locale.with("notice-judged", &[("file", &untrusted::plain(&file))])
        }
        Err(Unwritten::Nowhere) => locale.text("notice-unwritten-nowhere").into_owned(),
        Err(Unwritten::Faulty) => locale.text("notice-unwritten-faults").into_owned(),
        Err(Unwritten::Refused(reason)) => locale.with("notice-unwritten", &[("reason", &reason)]),
    };
    say(model, text, is_fault);
}

fn nothing_selected(model: &mut Model) {
    let text = model.locale.text("notice-nothing-selected").into_owned();
    say(model, text, true);
}

fn say(model: &mut Model, text: String, is_fault: bool) {
    model.notice = Some(Notice { text, is_fault });
}
