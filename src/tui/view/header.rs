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
    let name = format!(
        " {} · {}   ",
        model.locale.text("program-name"),
        model.catalogue().name()
    );
    let name = vec![Span::styled(name, theme.dim)];
    let margin = vec![Span::raw(" ")];
    let caller = caller(model, theme);
    let digits = |letters: usize| vec![Span::styled(digits(model, letters), theme.dim)];
    // What is most worth knowing goes first: the caller, then the digits that choose one, then the program's name.
    let mut ways: Vec<Vec<Vec<Span<'static>>>> = Vec::new();
    if model.caller().is_none() {
        ways.push(vec![name.clone(), caller.clone(), digits(usize::MAX)]);
        ways.push(vec![margin.clone(), caller.clone(), digits(usize::MAX)]);
        ways.push(vec![margin.clone(), caller.clone(), digits(4)]);
        let all = Span::styled(
            model.locale.text("header-all-brief").into_owned(),
            theme.text,
        );
        ways.push(vec![margin.clone(), vec![all], digits(4)]);
    }
    ways.push(vec![name, caller.clone()]);
    ways.push(vec![margin.clone(), caller.clone()]);
    // Where the caller lives is always shown: the label goes before it is cut, then what stands at the right.
    let named: Vec<_> = caller.last().cloned().into_iter().collect();
    ways.push(vec![margin.clone(), named.clone()]);
    let brief = if model.pinned {
        vec![moment(model, theme)]
    } else {
        vec![Span::styled(format!(" {emergency} "), theme.emergency)]
    };
    let columns =
        |parts: &[Span<'static>]| parts.iter().map(|span| span.content.width()).sum::<usize>();
    let fitting = |right: &[Span<'static>]| {
        let fits = |left: &Vec<Span<'static>>| columns(left) + columns(right) < width;
        ways.iter().map(|parts| parts.concat()).find(fits)
    };
    match (fitting(&right), fitting(&brief)) {
        (Some(left), _) => spread(left, right, width),
        (None, Some(left)) => spread(left, brief, width),
        // Another day than today is said even where the caller's name must be cut for it.
        (None, None) if model.pinned => spread([margin, named].concat(), brief, width),
        (None, None) => spread([margin, named].concat(), Vec::new(), width),
    }
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

/// The digits that choose a municipality, with so many letters of their names: `  1 Lindesberg  2 Nora`.
fn digits(model: &Model, letters: usize) -> String {
    let mut digits = String::new();
    for (at, municipality) in model
        .catalogue()
        .municipalities()
        .iter()
        .take(9)
        .enumerate()
    {
        let name: String = municipality.name.chars().take(letters).collect();
        digits.extend(["  ", &(at + 1).to_string(), " ", &name]);
    }
    digits
}

/// The moment shown. Another than now is said to be so, with a sign and in words.
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
        return Span::styled(format!(" ◆ {shown} "), theme.other_day);
    }
    Span::styled(format!("{day}{time}"), theme.text)
}
