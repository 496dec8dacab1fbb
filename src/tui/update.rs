//! What every message does to the model. Nothing here touches the world; what should happen there is an [`Effect`].

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::command::Command;
use super::keymap::Key;
use super::line::Line;
use super::message::{Effect, Msg};
use super::model::{Asked, GridRow, Judging, Model, Notice, Only, Overlay, View};
use crate::catalogue::MunicipalityRef;
use crate::overlap::matrix::Column;
use crate::referral::NoMoment;
use crate::search::CallerPlace;

mod across;
mod caller;
mod copying;
mod judging;
mod moving;
mod why;
mod windows;

use across::across;
use caller::{choose, choose_by_digit, keep_place};
use copying::copy;
use moving::{click, page, sideways, step, wheel};
pub use why::unexplained;

/// Lets a message do its work.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let effect = match msg {
        Msg::Key(key) if key.kind == KeyEventKind::Release => None,
        Msg::Key(key) => {
            model.notice = None;
            #[cfg(debug_assertions)]
            crate::rehearsal::panics("update", model.query.text());
            press(model, key)
        }
        Msg::Paste(text) => {
            model.notice = None;
            write(model, &text);
            None
        }
        Msg::Resize(size) => {
            model.size = size;
            None
        }
        Msg::Wheel(rows) => {
            wheel(model, rows);
            None
        }
        Msg::Click { column, row } => {
            click(model, column, row);
            None
        }
        Msg::Clock(moment) => {
            if !model.pinned && moment != model.moment {
                model.turn_to(moment);
            }
            None
        }
        Msg::Reread(Ok(read)) => {
            model.stale = None;
            model.open(read.catalogue, Some(read.wording));
            model.notice = Some(Notice {
                text: model.locale.text("notice-reread").into_owned(),
                is_fault: false,
            });
            None
        }
        Msg::Reread(Err(stale)) => {
            model.stale = Some(stale);
            // What was said before would hide it.
            model.notice = None;
            None
        }
        Msg::Decided(read) => {
            judging::take(model, read);
            None
        }
        Msg::WrittenDown(outcome) => {
            judging::tell(model, outcome);
            None
        }
        Msg::Copied(outcome) => {
            model.notice = Some(match outcome {
                Ok(()) => Notice {
                    text: model.locale.text("notice-copied").into_owned(),
                    is_fault: false,
                },
                Err(reason) => Notice {
                    text: model
                        .locale
                        .with("notice-not-copied", &[("reason", &reason)]),
                    is_fault: true,
                },
            });
            None
        }
    };
    windows::uncover(model);
    model.settle();
    effect
}

/// A key: a command, or a sign for the line that is typed into.
fn press(model: &mut Model, event: KeyEvent) -> Option<Effect> {
    let key = Key::of(event);
    if let Some(command) = model.keymap.command(key) {
        return obey(model, command);
    }
    if let KeyCode::Char(sign) = event.code
        && writes(event.modifiers)
    {
        type_in(model, sign);
    }
    None
}

/// Whether a letter with these keys held writes itself. Windows tells of `AltGr`, which writes `@`,
/// as of Ctrl and Alt together.
pub(super) fn writes(held: KeyModifiers) -> bool {
    let commands = KeyModifiers::CONTROL | KeyModifiers::ALT;
    !held.contains(KeyModifiers::SUPER) && (!held.intersects(commands) || held.contains(commands))
}

fn type_in(model: &mut Model, sign: char) {
    match &mut model.overlay {
        None if model.query.is_empty() && sign == '?' => {
            model.overlay = Some(Overlay::Help {
                filter: Line::default(),
                scroll: 0,
            });
        }
        None if model.query.is_empty() && sign.is_ascii_digit() => {
            let digit = sign
                .to_digit(10)
                .and_then(|digit| usize::try_from(digit).ok())
                .unwrap_or(0);
            choose_by_digit(model, digit);
        }
        Some(Overlay::Municipality { filter, .. })
            if filter.is_empty() && sign.is_ascii_digit() =>
        {
            let digit = sign
                .to_digit(10)
                .and_then(|digit| usize::try_from(digit).ok())
                .unwrap_or(0);
            if choose_by_digit(model, digit) {
                model.overlay = None;
            }
        }
        Some(Overlay::Verdict(judging)) if judging.asked == Asked::Verdict => judging.choose(sign),
        _ => write(model, sign.encode_utf8(&mut [0; 4])),
    }
}

/// Writes into whatever line is open.
fn write(model: &mut Model, text: &str) {
    match &mut model.overlay {
        None => {
            model.query.insert(text);
            model.search_anew();
        }
        Some(Overlay::Help { filter, scroll }) => {
            filter.insert(text);
            *scroll = 0;
        }
        Some(Overlay::Municipality { filter, selected }) => {
            filter.insert(text);
            *selected = 0;
        }
        Some(Overlay::Date { line, is_wrong }) => {
            line.insert(text);
            *is_wrong = false;
        }
        Some(Overlay::Verdict(judging)) => judging.write(text),
        Some(Overlay::Emergency { .. } | Overlay::Why { .. }) => {}
    }
}

fn obey(model: &mut Model, command: Command) -> Option<Effect> {
    if windows::keeps(model, command) {
        return None;
    }
    match command {
        Command::Quit => return Some(Effect::Quit),
        Command::Suspend => return Some(Effect::Suspend),
        Command::Redraw => return Some(Effect::Redraw),
        Command::Copy => return copy(model),
        Command::Help => toggle(
            model,
            Overlay::Help {
                filter: Line::default(),
                scroll: 0,
            },
        ),
        Command::Emergency => toggle(model, Overlay::Emergency { selected: 0 }),
        Command::Municipality => {
            keep_place(model);
            let selected = model.municipality().map_or(0, MunicipalityRef::position);
            toggle(
                model,
                Overlay::Municipality {
                    filter: Line::default(),
                    selected,
                },
            );
        }
        Command::Date => toggle(
            model,
            Overlay::Date {
                line: Line::default(),
                is_wrong: false,
            },
        ),
        Command::Verdict => judging::ask(model),
        Command::Why => why::ask(model),
        Command::Close => close(model),
        Command::Open => return open(model),
        Command::NextView => turn_view(model, 1),
        Command::PreviousView => turn_view(model, View::ALL.len() - 1),
        Command::Services => show(model, View::Services),
        Command::Findings => show(model, View::Findings),
        Command::Matrix => show(model, View::Matrix),
        Command::Columns => {
            show(model, View::Matrix);
            model.turn_grid();
        }
        Command::Organisations => show(model, View::Organisations),
        Command::Across => across(model),
        Command::Up => step(model, -1),
        Command::Down => step(model, 1),
        Command::PageUp => step(model, -page(model)),
        Command::PageDown => step(model, page(model)),
        Command::First => step(model, isize::MIN),
        Command::Last => step(model, isize::MAX),
        Command::ScrollUp => moving::scroll(model, -1),
        Command::ScrollDown => moving::scroll(model, 1),
        Command::Left
        | Command::Right
        | Command::WordLeft
        | Command::WordRight
        | Command::LineStart
        | Command::LineEnd
        | Command::DeleteBack
        | Command::DeleteForward
        | Command::DeleteWord
        | Command::ClearLine => {
            if !sideways(model, command) {
                edit(model, command);
            }
        }
    }
    None
}

fn toggle(model: &mut Model, overlay: Overlay) {
    let same = model
        .overlay
        .as_ref()
        .is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&overlay));
    model.overlay = (!same).then_some(overlay);
}

/// Closes what is open, goes back from a look aside, then clears the query, then the municipality: a new call. Never ends
/// the program.
fn close(model: &mut Model) {
    if model.overlay.take().is_some() {
        return;
    }
    let back_closes = model.aside.as_ref().is_some_and(|aside| aside.opened);
    if model.card_open && !back_closes {
        model.card_open = false;
        model.card_scroll = 0;
    } else if model.look_back() {
        // What was there before is there again.
    } else if !model.query.is_empty() {
        keep_place(model);
        model.query.clear();
        model.search_anew();
    } else {
        choose(model, None);
    }
}

fn open(model: &mut Model) -> Option<Effect> {
    match &model.overlay {
        Some(Overlay::Municipality { filter, selected }) => {
            let fitting = model.municipalities_called(filter.text());
            let chosen = fitting
                .get(*selected)
                .map(|(municipality, places)| CallerPlace {
                    municipality: *municipality,
                    place: places
                        .first()
                        .filter(|_| !filter.is_empty())
                        .map(|name| (*name).to_owned()),
                });
            if let Some(caller) = chosen {
                choose(model, Some(caller));
                model.overlay = None;
            }
            None
        }
        Some(Overlay::Emergency { selected }) => {
            let number = model.numbers().into_iter().nth(*selected);
            model.overlay = None;
            number.map(|number| Effect::Copy(number.number))
        }
        Some(Overlay::Date { line, .. }) => {
            let written = line.text().to_owned();
            turn_to_day(model, &written)
        }
        Some(Overlay::Verdict(_)) => judging::go_on(model),
        Some(Overlay::Help { .. } | Overlay::Why { .. }) => {
            model.overlay = None;
            None
        }
        None if model.view == View::Matrix => {
            keep_place(model);
            open_cell(model);
            None
        }
        None => {
            keep_place(model);
            model.card_open = !model.card_open;
            model.card_scroll = 0;
            None
        }
    }
}

/// Shows the day that was written; none is today, and then the clock is asked.
fn turn_to_day(model: &mut Model, written: &str) -> Option<Effect> {
    if written.trim().is_empty() {
        model.overlay = None;
        model.pinned = false;
        return Some(Effect::Time);
    }
    match written.parse() {
        Ok(moment) => {
            model.overlay = None;
            model.pinned = true;
            model.turn_to(moment);
        }
        Err(NoMoment) => {
            if let Some(Overlay::Date { is_wrong, .. }) = &mut model.overlay {
                *is_wrong = true;
            }
        }
    }
    None
}

/// Opens the card of the service for the municipality of the cell, or folds the topic away or out.
fn open_cell(model: &mut Model) {
    match model.grid.row.selected {
        None => {}
        Some(GridRow::Topic(topic)) => model.fold(topic),
        Some(GridRow::Service(service)) => {
            let known = model.caller().cloned();
            let caller = match model.grid.column.selected {
                Some(Column::Municipality(municipality)) => known
                    .filter(|known| known.municipality == municipality)
                    .or(Some(CallerPlace {
                        municipality,
                        place: None,
                    })),
                _ => known,
            };
            let only = Only::Services {
                services: vec![service],
                of: None,
            };
            model.look_aside(only, true, caller);
        }
    }
}

fn turn_view(model: &mut Model, by: usize) {
    let at = View::ALL
        .iter()
        .position(|view| *view == model.view)
        .unwrap_or(0);
    if let Some(view) = View::ALL.get((at + by) % View::ALL.len()) {
        show(model, *view);
    }
}

fn show(model: &mut Model, view: View) {
    model.look_back();
    keep_place(model);
    model.overlay = None;
    model.view = view;
    if view == View::Matrix {
        model.card_open = false;
    }
    model.search();
    model.card_scroll = 0;
}

fn edit(model: &mut Model, command: Command) {
    let line = match &mut model.overlay {
        None => &mut model.query,
        Some(
            Overlay::Help { filter: line, .. }
            | Overlay::Municipality { filter: line, .. }
            | Overlay::Date { line, .. },
        ) => line,
        Some(Overlay::Verdict(judging)) => match judging.line_mut() {
            Some(line) => line,
            None => return,
        },
        Some(Overlay::Emergency { .. } | Overlay::Why { .. }) => return,
    };
    let before = line.text().to_owned();
    edit_line(line, command);
    if line.text() == before {
        return;
    }
    match &mut model.overlay {
        None => {
            if command == Command::ClearLine {
                keep_place(model);
            }
            model.search_anew();
        }
        Some(
            Overlay::Help { scroll: first, .. }
            | Overlay::Municipality {
                selected: first, ..
            },
        ) => *first = 0,
        Some(Overlay::Date { is_wrong, .. }) => *is_wrong = false,
        Some(Overlay::Verdict(Judging { wrong, .. })) => *wrong = None,
        Some(Overlay::Emergency { .. } | Overlay::Why { .. }) => {}
    }
}

/// What a command does to a line; nothing if it is not one that edits.
pub(super) fn edit_line(line: &mut Line, command: Command) {
    match command {
        Command::Left => line.left(),
        Command::Right => line.right(),
        Command::WordLeft => line.word_left(),
        Command::WordRight => line.word_right(),
        Command::LineStart => line.start(),
        Command::LineEnd => line.end(),
        Command::DeleteBack => line.delete_back(),
        Command::DeleteForward => line.delete_forward(),
        Command::DeleteWord => line.delete_word(),
        Command::ClearLine => line.clear(),
        _ => {}
    }
}

#[cfg(test)]
mod date_tests;
#[cfg(test)]
mod finding_tests;
#[cfg(test)]
mod judging_tests;
#[cfg(test)]
mod matrix_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod why_tests;
#[cfg(test)]
mod windows_tests;
