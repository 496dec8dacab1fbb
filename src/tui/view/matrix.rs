//! The matrix: services beside municipalities or organisations. What stands above and at the left stays while the rest
//! moves.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::short::{as_fit, short};
use crate::catalogue::{MunicipalityRef, ServiceRef, TopicRef};
use crate::overlap::matrix::{By, Cell, Column, Sign, Tally};
use crate::tui::model::{GridRow, Model};
use crate::tui::text::{column as filled, cut, fit};
use crate::tui::theme::Theme;

mod columns;
mod detail;

pub use columns::Columns;
pub(super) use detail::draw as draw_detail;

/// From this height on, a line of totals stands below the names of the columns.
const WITH_TOTALS: u16 = 8;

/// How many lines above the rows stay while the rows scroll.
pub fn head_lines(height: u16) -> u16 {
    1 + u16::from(height >= WITH_TOTALS)
}

/// Draws the head and the rows that are in view.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let columns = Columns::of(model, area.width.into());
    let head = head_lines(area.height);
    let mut lines = vec![names(model, theme, &columns)];
    if head > 1 {
        lines.push(totals(model, theme, &columns));
    }
    let rows = model.grid.rows.iter().skip(model.grid.row.offset);
    let rows = rows.take(area.height.saturating_sub(head).into());
    lines.extend(rows.map(|&row| match row {
        GridRow::Topic(topic) => heading(model, theme, &columns, topic),
        GridRow::Service(service) => service_row(model, theme, &columns, service),
    }));
    frame.render_widget(Paragraph::new(lines), area);
}

/// The names of the columns, and how many there are to the left and to the right of those in view.
fn names(model: &Model, theme: &Theme, columns: &Columns) -> Line<'static> {
    let grid = &model.grid;
    let what = model.locale.text(match grid.by {
        By::Municipality => "matrix-by-municipality",
        By::Organisation => "matrix-by-organisation",
    });
    let before = grid.column.offset;
    let shown = columns.in_view(model).count();
    let after = grid.columns.len().saturating_sub(before + shown);
    let mut more = String::new();
    for (sign, count) in [("◂", before), ("▸", after)] {
        if count > 0 {
            more.extend([sign, &count.to_string(), " "]);
        }
    }
    let room = columns.name.saturating_sub(more.width());
    let mut spans = vec![
        Span::styled(filled(&format!(" {what}"), room), theme.dim),
        Span::styled(more, theme.key),
    ];
    for (column, width) in columns.in_view(model) {
        let style = if grid.column.selected == Some(column) {
            theme.heading
        } else {
            theme.title
        };
        let name = cut(columns::name(model, column), width.saturating_sub(2));
        spans.push(Span::styled(filled(&format!(" {name}"), width), style));
    }
    Line::from(spans)
}

/// What all the rows that fit come to.
fn totals(model: &Model, theme: &Theme, columns: &Columns) -> Line<'static> {
    let all = model.locale.count("matrix-all", model.services.len(), &[]);
    let mut spans = vec![Span::styled(
        filled(&format!(" {all}"), columns.name),
        theme.dim,
    )];
    for (column, width) in columns.in_view(model) {
        let tally = model.grid.tally(None, column);
        spans.extend(tallied(model, theme, tally, width, None));
    }
    Line::from(spans)
}

fn heading(model: &Model, theme: &Theme, columns: &Columns, topic: TopicRef) -> Line<'static> {
    let grid = &model.grid;
    let is_selected = grid.row.selected == Some(GridRow::Topic(topic));
    let count = grid.count(topic).to_string();
    let is_folded = grid.is_folded(topic) && model.query.is_empty();
    let sign = if is_folded { "▸" } else { "▾" };
    let mark = if is_selected { "▌" } else { " " };
    let room = columns.name.saturating_sub(count.width() + 4);
    let name = &model.catalogue()[topic].name;
    let mut spans = vec![
        Span::styled(mark, theme.heading),
        Span::styled(format!("{sign} {}", filled(name, room)), theme.heading),
        Span::styled(format!("{count} "), theme.dim),
    ];
    for (column, width) in columns.in_view(model) {
        let is_cursor = is_selected && grid.column.selected == Some(column);
        let tally = grid.tally(Some(topic), column);
        let style = is_cursor.then_some(theme.selected);
        spans.extend(tallied(model, theme, tally, width, style));
    }
    Line::from(spans)
}

/// The signs that somebody should look at with how many cells have them; for organisations first how many services
/// they have a part in.
fn tallied(
    model: &Model,
    theme: &Theme,
    tally: Tally,
    width: usize,
    cursor: Option<Style>,
) -> Vec<Span<'static>> {
    let mut parts: Vec<(String, Style)> = Vec::new();
    if model.grid.by == By::Organisation {
        let signs = Sign::ALL.into_iter();
        let has_part = signs.filter(|sign| !matches!(sign, Sign::Outside | Sign::Gap));
        let all: usize = has_part.map(|sign| tally.count(sign)).sum();
        if all > 0 {
            parts.push((all.to_string(), theme.dim));
        }
    }
    for sign in [Sign::Double, Sign::Gap, Sign::Conditional] {
        let count = tally.count(sign);
        if count > 0 {
            let style = sign_style(theme, sign);
            parts.push((format!("{}{count}", sign.glyph()), style));
        }
    }
    let room = width.saturating_sub(1);
    let mut spans = vec![Span::styled(
        " ".repeat(width.min(1)),
        cursor.unwrap_or_default(),
    )];
    let mut used = 0;
    for (text, style) in parts {
        let gap = usize::from(used > 0);
        if used + gap + text.width() > room {
            break;
        }
        used += gap + text.width();
        let text = format!("{}{text}", " ".repeat(gap));
        spans.push(Span::styled(text, cursor.unwrap_or(style)));
    }
    let rest = " ".repeat(room - used);
    spans.push(Span::styled(rest, cursor.unwrap_or_default()));
    spans
}

fn service_row(
    model: &Model,
    theme: &Theme,
    columns: &Columns,
    service: ServiceRef,
) -> Line<'static> {
    let grid = &model.grid;
    let is_selected = grid.row.selected == Some(GridRow::Service(service));
    let name = &model.catalogue()[service].name;
    let found = model.finder.highlight(name, &model.found.words);
    let (mark, plain) = if is_selected {
        ("▌  ", theme.title)
    } else {
        ("   ", theme.text)
    };
    let room = columns.name.saturating_sub(mark.width() + 1);
    let mut spans = vec![Span::styled(mark, plain)];
    let shown = fit(name, &found, room, plain, theme.matched);
    let used = shown.width();
    spans.extend(shown.spans);
    spans.push(Span::styled(
        " ".repeat(columns.name.saturating_sub(mark.width() + used)),
        plain,
    ));
    for (column, width) in columns.in_view(model) {
        let is_cursor = is_selected && grid.column.selected == Some(column);
        match grid.cell(service, column) {
            Some(cell) => spans.extend(cell_spans(model, theme, (column, cell), width, is_cursor)),
            None => spans.push(Span::raw(" ".repeat(width))),
        }
    }
    Line::from(spans)
}

/// A sign and, under municipalities, who it is.
fn cell_spans(
    model: &Model,
    theme: &Theme,
    (column, cell): (Column, &Cell),
    width: usize,
    is_cursor: bool,
) -> Vec<Span<'static>> {
    let style = |style: Style| if is_cursor { theme.selected } else { style };
    let room = width.saturating_sub(4);
    let place = match column {
        Column::Municipality(place) => Some(place),
        Column::Organisation(_) => None,
    };
    let who = match model.grid.by {
        By::Organisation => String::new(),
        By::Municipality if model.grid.columns.len() == 1 => with_steps(model, cell, place),
        By::Municipality => {
            let parts = cell.parts.iter();
            let names: Vec<String> = parts
                .map(|(one, _)| short(model, *one, place, room + 1))
                .collect();
            if names.is_empty() {
                String::new()
            } else {
                as_fit(&names, room)
            }
        }
    };
    let quiet = if cell.sign == Sign::Sole {
        theme.dim
    } else {
        theme.text
    };
    let lead = cut(&format!(" {} ", cell.sign.glyph()), width);
    let rest = width.saturating_sub(lead.width());
    vec![
        Span::styled(lead, style(sign_style(theme, cell.sign))),
        Span::styled(filled(&cut(&who, room), rest), style(quiet)),
    ]
}

/// Who has which steps: `TN första kontakt, utförande · BMN tillsyn`.
fn with_steps(model: &Model, cell: &Cell, place: Option<MunicipalityRef>) -> String {
    let words = model.words();
    let parts = cell.parts.iter();
    let parts: Vec<String> = parts
        .map(|(one, steps)| format!("{} {}", short(model, *one, place, 24), words.steps(*steps)))
        .collect();
    parts.join(" · ")
}

/// The style of a sign.
pub(super) fn sign_style(theme: &Theme, sign: Sign) -> Style {
    match sign {
        Sign::Sole | Sign::Outside => theme.dim,
        Sign::Shared => theme.text,
        Sign::Conditional => theme.warning,
        Sign::Double => theme.finding,
        Sign::Gap => theme.error,
    }
}
