//! Below the matrix: what the signs mean, and the cell of the cursor in words.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::sign_style;
use crate::catalogue::{ServiceRef, TopicRef};
use crate::overlap::matrix::{Column, Sign};
use crate::tui::model::{GridRow, Model};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::view::spread;

/// The signs that are explained.
const SIGNS: [Sign; 5] = [
    Sign::Sole,
    Sign::Shared,
    Sign::Conditional,
    Sign::Double,
    Sign::Gap,
];

/// The same, those first that somebody should look at: where not all fit, the others are left out.
const WEIGHTIEST: [Sign; 5] = [
    Sign::Double,
    Sign::Gap,
    Sign::Conditional,
    Sign::Shared,
    Sign::Sole,
];

/// Draws the line that explains the signs, and below it the cell in words.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, divider: Rect, area: Rect) {
    let legend = legend(model, theme, divider.width.into());
    frame.render_widget(Paragraph::new(legend), divider);
    frame.render_widget(Paragraph::new(lines(model, theme, area)), area);
}

/// The signs with their words, on the line between; of those that do not all fit the weightiest.
fn legend(model: &Model, theme: &Theme, width: usize) -> Line<'static> {
    let mut spans = vec![Span::styled("─".repeat(width.min(2)), theme.border)];
    let mut used = width.min(2);
    let mut told = Vec::new();
    for sign in WEIGHTIEST {
        let room = model.words().sign(sign).width() + 4;
        if used + room > width {
            break;
        }
        used += room;
        told.push(sign);
    }
    for sign in SIGNS.into_iter().filter(|sign| told.contains(sign)) {
        let word = model.words().sign(sign);
        let glyph = format!(" {} ", sign.glyph());
        spans.push(Span::styled(glyph, sign_style(theme, sign)));
        spans.push(Span::styled(format!("{word} "), theme.dim));
    }
    let rest = "─".repeat(width.saturating_sub(used));
    spans.push(Span::styled(rest, theme.border));
    Line::from(spans)
}

fn lines(model: &Model, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let width = usize::from(area.width);
    let (Some(row), Some(column)) = (model.grid.row.selected, model.grid.column.selected) else {
        let text = model.locale.text("nothing-found").into_owned();
        return vec![Line::styled(format!(" {text}"), theme.title)];
    };
    let (title, end, told) = match row {
        GridRow::Topic(topic) => of_topic(model, theme, topic, column),
        GridRow::Service(service) => of_service(model, theme, service, column),
    };
    let place = match column {
        Column::Municipality(one) => &model.catalogue()[one].name,
        Column::Organisation(one) => model.directory.name(one),
    };
    let left = vec![
        Span::styled(format!(" {title}"), theme.title),
        Span::styled(format!(" · {place} "), theme.text),
    ];
    let mut lines = vec![spread(left, vec![end, Span::raw(" ")], width)];
    let below = wrap(&told, width.saturating_sub(2)).into_iter();
    lines.extend(below.map(|text| Line::styled(format!(" {text}"), theme.text)));
    lines
}

/// What is said of a cell: what it is about, its sign in words, and who has what.
type Told = (String, Span<'static>, String);

fn of_service(model: &Model, theme: &Theme, service: ServiceRef, column: Column) -> Told {
    let name = model.catalogue()[service].name.clone();
    let Some(cell) = model.grid.cell(service, column) else {
        return (name, Span::raw(""), String::new());
    };
    let word = model.words().sign(cell.sign);
    let end = format!("{} {word}", cell.sign.glyph());
    let words = model.words();
    let parts = cell.parts.iter();
    let parts: Vec<String> = parts
        .map(|(one, steps)| format!("{}: {}", words.organisation(*one), words.steps(*steps)))
        .collect();
    let style = sign_style(theme, cell.sign);
    (
        name,
        Span::styled(end.trim().to_owned(), style),
        parts.join(" · "),
    )
}

fn of_topic(model: &Model, theme: &Theme, topic: TopicRef, column: Column) -> Told {
    let name = model.catalogue()[topic].name.clone();
    let count = model.grid.count(topic);
    let end = model.locale.count("matrix-all", count, &[]);
    let tally = model.grid.tally(Some(topic), column);
    let told = Sign::ALL.into_iter().filter_map(|sign| {
        let count = tally.count(sign);
        let word = model.words().sign(sign);
        (count > 0).then(|| format!("{count} {} {word}", sign.glyph()))
    });
    let told: Vec<String> = told.collect();
    (name, Span::styled(end, theme.dim), told.join(" · "))
}
