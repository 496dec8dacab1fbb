//! The top line: what this is, where the caller lives, what moment is shown, what to do in an emergency.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::spread;
use crate::referral::{clock, day_words};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::theme::Theme;

pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Paragraph::new(line(model, theme, area.width.into())), area);
}

fn line(model: &Model, theme: &Theme, width: usize) -> Line<'static> {
    let key = model.keymap.first_key(Command::Emergency);
    let emergency = model.locale.with("header-emergency", &[("key", &key)]);
    let right = vec![
        moment(model, theme),
        Span::raw("  "),
        Span::styled(format!(" {emergency} "), theme.emergency),
    ];
    let right_width: usize = right.iter().map(|span| span.content.width()).sum();
    let name = format!(
        " {} · {}",
        model.locale.text("program-name"),
        model.catalogue().name()
    );
    let caller = caller(model, theme);
    let caller_width: usize = caller.iter().map(|span| span.content.width()).sum();
    // The caller goes before the program's name, and before the digits that choose one.
    let name_width = name.width() + 4;
    let with_name = width > name_width + caller_width + right_width;
    let mut left = if with_name {
        vec![Span::styled(name, theme.dim), Span::raw("    ")]
    } else {
        vec![Span::raw(" ")]
    };
    let used = if with_name { name_width } else { 1 } + caller_width + right_width;
    left.extend(caller);
    if model.caller().is_none() {
        let digits = digits(model);
        if width > used + digits.width() {
            left.push(Span::styled(digits, theme.dim));
        }
    }
    spread(left, right, width)
}

fn caller(model: &Model, theme: &Theme) -> Vec<Span<'static>> {
    let label = Span::styled(
        format!("{} ", model.locale.text("header-caller")),
        theme.dim,
    );
    let name = match model.caller() {
        None => {
            return vec![
                label,
                Span::styled(model.locale.text("header-all").into_owned(), theme.text),
            ];
        }
        Some(caller) => {
            let name = &model.catalogue()[caller.municipality].name;
            match &caller.place {
                Some(place) => format!("{name} ({place})"),
                None => name.clone(),
            }
        }
    };
    vec![label, Span::styled(name, theme.heading)]
}

/// The digits that choose a municipality: `  1 Lindesberg  2 Nora`.
fn digits(model: &Model) -> String {
    let mut digits = String::new();
    for (at, municipality) in model
        .catalogue()
        .municipalities()
        .iter()
        .take(9)
        .enumerate()
    {
        digits.extend(["  ", &(at + 1).to_string(), " ", &municipality.name]);
    }
    digits
}

/// The moment shown. Another day than today is said so, in words.
fn moment(model: &Model, theme: &Theme) -> Span<'static> {
    let day = day_words(
        model.moment.day,
        (!model.pinned).then_some(model.moment.day),
        &model.locale,
    );
    let time = model
        .moment
        .local()
        .map(|local| format!(" {}", clock(local, &model.locale)))
        .unwrap_or_default();
    if model.pinned {
        let shown = model
            .locale
            .with("header-other-day", &[("day", &format!("{day}{time}"))]);
        return Span::styled(format!(" {shown} "), theme.other_day);
    }
    Span::styled(format!("{day}{time}"), theme.text)
}
