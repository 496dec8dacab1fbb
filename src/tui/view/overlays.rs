//! The windows over the view: help, the choice of municipality, emergency numbers.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::{middle, window};
use crate::search::fold::fold;
use crate::tui::command::{Section, TABLE};
use crate::tui::line::Line as Input;
use crate::tui::model::Model;
use crate::tui::text::{column, cut, wrap};
use crate::tui::theme::Theme;

/// The size of the help, where there is room.
const HELP: (u16, u16) = (78, 70);

/// How many lines of the help can be scrolled out above.
pub(super) fn help_scrolls(model: &Model, filter: &Input) -> usize {
    let screen = Rect::from((Position::ORIGIN, model.size));
    let inside = middle(screen, HELP.0, HELP.1).inner(Margin::new(1, 1));
    let [_, body] = split(inside);
    let lines = help_lines(model, &Theme::default(), filter.text(), body.width.into());
    lines.len().saturating_sub(body.height.into())
}

/// Every key and what it does, from the table of commands; typing filters.
pub(super) fn help(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    filter: &Input,
    scroll: usize,
) {
    let area = window(
        theme,
        frame,
        HELP.0,
        HELP.1,
        &model.locale.text("help-title"),
    );
    let [input, body] = split(area);
    draw_input(model, theme, frame, input, filter, "overlay-hint");
    let lines = help_lines(model, theme, filter.text(), body.width.into());
    let scroll = scroll.min(lines.len().saturating_sub(body.height.into()));
    let shown: Vec<Line<'static>> = lines
        .into_iter()
        .skip(scroll)
        .take(body.height.into())
        .collect();
    frame.render_widget(Paragraph::new(shown), body);
}

fn help_lines(model: &Model, theme: &Theme, filter: &str, width: usize) -> Vec<Line<'static>> {
    let wanted = fold(filter);
    let keys_width = 24.min(width / 2);
    let mut lines = Vec::new();
    for section in Section::ALL {
        let mut rows = Vec::new();
        for entry in TABLE.iter().filter(|entry| entry.section == section) {
            let what = model.locale.text(entry.text);
            let keys: Vec<_> = model
                .keymap
                .keys(entry.command)
                .iter()
                .map(ToString::to_string)
                .collect();
            let keys = keys.join("  ");
            if !wanted.is_empty()
                && !fold(&what).contains(&wanted)
                && !fold(&keys).contains(&wanted)
            {
                continue;
            }
            let mut keys = keys.as_str();
            for part in wrap(&what, width.saturating_sub(keys_width + 1)) {
                rows.push(Line::from(vec![
                    Span::styled(format!(" {}", column(keys, keys_width)), theme.key),
                    Span::styled(part, theme.text),
                ]));
                keys = "";
            }
        }
        if !rows.is_empty() {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::styled(
                format!(" {}", model.locale.text(section.title())),
                theme.heading,
            ));
            lines.extend(rows);
        }
    }
    let tips = [
        "help-tip-digits",
        "help-tip-filters",
        "help-tip-places",
        "help-tip-signs",
    ];
    if wanted.is_empty() {
        lines.push(Line::default());
        for tip in tips {
            lines.extend(
                wrap(&model.locale.text(tip), width.saturating_sub(2))
                    .into_iter()
                    .map(|part| Line::styled(format!(" {part}"), theme.text)),
            );
        }
    } else if lines.is_empty() {
        lines.push(Line::styled(
            format!(" {}", model.locale.text("help-nothing")),
            theme.dim,
        ));
    }
    lines
}

/// The municipalities, with the digits that choose them; typing looks for a place.
pub(super) fn municipality(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    filter: &Input,
    selected: usize,
) {
    let fitting = model.municipalities_called(filter.text());
    let height = u16::try_from(model.catalogue().municipalities().len())
        .unwrap_or(20)
        .min(20)
        + 5;
    let area = window(
        theme,
        frame,
        58,
        height,
        &model.locale.text("municipality-title"),
    );
    let [input, body] = split(area);
    draw_input(model, theme, frame, input, filter, "overlay-hint");
    let mut lines = Vec::new();
    for (row, (municipality, places)) in fitting.iter().enumerate() {
        let name = &model.catalogue()[*municipality].name;
        let digit = municipality.position() + 1;
        let digit = if digit <= 9 {
            format!("{digit} ")
        } else {
            "  ".to_owned()
        };
        let places = if places.is_empty() {
            String::new()
        } else {
            format!(" ({})", places.join(", "))
        };
        let style = if row == selected {
            theme.selected
        } else {
            theme.text
        };
        let sign = if row == selected { "▌" } else { " " };
        let text = column(&format!("{sign}{digit}{name}{places}"), body.width.into());
        lines.push(Line::styled(text, style));
    }
    if filter.is_empty() {
        lines.push(Line::styled(
            format!(" 0 {}", model.locale.text("municipality-all")),
            theme.text,
        ));
    } else if fitting.is_empty() {
        lines.push(Line::styled(
            format!(" {}", model.locale.text("municipality-none")),
            theme.warning,
        ));
    }
    let skip = selected.saturating_sub(usize::from(body.height.saturating_sub(1)));
    frame.render_widget(
        Paragraph::new(lines.into_iter().skip(skip).collect::<Vec<_>>()),
        body,
    );
}

/// The choice of the day shown: a line to write it on, and how to write it.
pub(super) fn date(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    line: &Input,
    is_wrong: bool,
) {
    let title = model.locale.text("date-title");
    let area = window(theme, frame, 58, 5, &title);
    let [input, body] = split(area);
    draw_input(model, theme, frame, input, line, "date-hint");
    let advice = if is_wrong {
        let text = format!(" ! {}", model.locale.text("date-wrong"));
        Line::styled(text, theme.error)
    } else {
        Line::styled(format!(" {}", model.locale.text("date-today")), theme.dim)
    };
    frame.render_widget(Paragraph::new(advice), body);
}

/// Emergency numbers and everybody who is on call.
pub(super) fn emergency(model: &Model, theme: &Theme, frame: &mut Frame<'_>, selected: usize) {
    let numbers = model.numbers();
    // Under the list stands all that is known of the number chosen: a row has no room for it.
    let height = u16::try_from(numbers.len() + usize::from(WHOLE))
        .unwrap_or(30)
        .saturating_add(2);
    let area = window(
        theme,
        frame,
        116,
        height,
        &model.locale.text("emergency-title"),
    );
    let number_width = numbers
        .iter()
        .map(|one| one.number.width())
        .max()
        .unwrap_or(0)
        .min(20)
        + 2;
    let name_width = (usize::from(area.width) / 3).max(16);
    let mut lines = Vec::new();
    for (row, one) in numbers.iter().enumerate() {
        let base = if row == selected {
            theme.selected
        } else {
            theme.text
        };
        let number = if row == selected {
            theme.selected
        } else {
            theme.number
        };
        let sign = if row == selected { "▌" } else { " " };
        let rest = usize::from(area.width).saturating_sub(number_width + name_width + 2);
        lines.push(Line::from(vec![
            Span::styled(sign, base),
            Span::styled(column(&one.number, number_width), number),
            Span::styled(format!("{} ", column(&one.name, name_width)), base),
            Span::styled(column(&cut(&one.when, rest), rest), base),
        ]));
    }
    let [list, whole] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(WHOLE)]).areas(area);
    let skip = selected.saturating_sub(usize::from(list.height.saturating_sub(1)));
    frame.render_widget(
        Paragraph::new(lines.into_iter().skip(skip).collect::<Vec<_>>()),
        list,
    );
    if let Some(one) = numbers.get(selected) {
        let words = [one.name.as_str(), one.when.as_str()].join(": ");
        let rows = wrap(
            words.trim_end_matches(": "),
            usize::from(whole.width.saturating_sub(2)),
        );
        let rows = rows
            .into_iter()
            .map(|row| Line::styled(format!(" {row}"), theme.dim));
        let gap = std::iter::once(Line::default());
        frame.render_widget(Paragraph::new(gap.chain(rows).collect::<Vec<_>>()), whole);
    }
}

/// How many rows there are for what a row has no room for, with a gap before.
const WHOLE: u16 = 4;

/// The line typed into, and what is under it.
fn split(area: Rect) -> [Rect; 2] {
    let input = Rect {
        height: area.height.min(1),
        ..area
    };
    let under = area.height.min(2);
    let body = Rect {
        y: area.y + under,
        height: area.height - under,
        ..area
    };
    [input, body]
}

fn draw_input(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    input: &Input,
    hint: &str,
) {
    let text = if input.is_empty() {
        Span::styled(model.locale.text(hint).into_owned(), theme.dim)
    } else {
        Span::styled(input.text().to_owned(), theme.text)
    };
    let line = Line::from(vec![Span::styled(" ❯ ", theme.prompt), text]);
    frame.render_widget(Paragraph::new(line), area);
    if area.height > 0 {
        let column = u16::try_from(input.column()).unwrap_or(0);
        let x = area
            .x
            .saturating_add(3)
            .saturating_add(column)
            .min(area.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(x, area.y));
    }
}
