//! Draws the model. One file a pane; each is drawn from data alone.

use ratatui::Frame;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

use super::model::{Asked, Model, Overlay, View};
use super::theme::Theme;

mod card;
mod finding_card;
mod findings;
mod footer;
mod header;
mod judging;
mod labelled;
pub mod layout;
mod lists;
pub mod matrix;
mod news;
mod organisation_card;
mod overlays;
mod query;
mod short;
mod why;

use layout::{Regions, SMALLEST};

/// Draws the whole screen.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.text);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(model, theme, frame, area);
        return;
    }
    let regions = Regions::of(model);
    #[cfg(debug_assertions)]
    if !model.query.is_empty() {
        crate::rehearsal::panics("view", model.query.text());
    }
    header::draw(model, theme, frame, regions.header);
    query::draw(model, theme, frame, &regions);
    if let Some(line) = news::line(model) {
        frame.render_widget(Paragraph::new(line.styled(theme)), regions.news);
    }
    if model.view == View::Matrix {
        matrix::draw(model, theme, frame, regions.list);
        matrix::draw_detail(model, theme, frame, regions.divider, regions.card);
    } else {
        list_and_card(model, theme, frame, &regions);
    }
    footer::draw(model, theme, frame, regions.footer);
    if let Some(overlay) = &model.overlay {
        window_over(model, theme, frame, overlay);
    }
    if model.accessible
        && let Some(place) = focus(model, frame, &regions)
    {
        frame.set_cursor_position(place);
    }
}

/// Where what is selected stands; none where something is being written and the cursor stands there already.
///
/// Whoever reads the screen aloud or enlarges it goes by the cursor of the terminal.
fn focus(model: &Model, frame: &mut Frame<'_>, regions: &Regions) -> Option<Position> {
    let area = match &model.overlay {
        None if model.card_open => return Some(regions.card.as_position()),
        None => regions.list,
        Some(Overlay::Help { .. } | Overlay::Date { .. }) => return None,
        Some(Overlay::Verdict(judging)) if judging.asked != Asked::Verdict => return None,
        // The list behind a window begins further to the left.
        Some(_) => frame.area().inner(Margin::new(1, 0)),
    };
    let buffer = frame.buffer_mut();
    area.positions().find(|&place| {
        buffer
            .cell(place)
            .is_some_and(|cell| cell.symbol() == SELECTED)
    })
}

/// The sign that begins the row of what is selected.
const SELECTED: &str = "▌";

/// The list of the view, and the card of what is selected in it.
fn list_and_card(model: &Model, theme: &Theme, frame: &mut Frame<'_>, regions: &Regions) {
    match model.view {
        View::Services => lists::services(model, theme, frame, regions.list),
        View::Findings => findings::draw(model, theme, frame, regions.list),
        View::Organisations => lists::organisations(model, theme, frame, regions.list),
        View::Matrix => {}
    }
    divider(theme, frame, regions.divider);
    let lines = card_lines(model, theme, regions.card.width);
    let more = lines.len().saturating_sub(model.card_scroll) > usize::from(regions.card.height);
    let shown: Vec<Line<'static>> = lines
        .into_iter()
        .skip(model.card_scroll)
        .take(regions.card.height.into())
        .collect();
    frame.render_widget(Paragraph::new(shown), regions.card);
    if more {
        below(theme, frame, regions.card);
    }
}

/// The window over the view.
fn window_over(model: &Model, theme: &Theme, frame: &mut Frame<'_>, overlay: &Overlay) {
    match overlay {
        Overlay::Help { filter, scroll } => overlays::help(model, theme, frame, filter, *scroll),
        Overlay::Municipality { filter, selected } => {
            overlays::municipality(model, theme, frame, filter, *selected);
        }
        Overlay::Date { line, is_wrong } => overlays::date(model, theme, frame, line, *is_wrong),
        Overlay::Emergency { selected } => overlays::emergency(model, theme, frame, *selected),
        Overlay::Why { scroll } => why::draw(model, theme, frame, *scroll),
        Overlay::Verdict(judging) => judging::draw(model, theme, frame, judging),
    }
}

/// The card of what is selected.
fn card_lines(model: &Model, theme: &Theme, width: u16) -> Vec<Line<'static>> {
    match model.view {
        View::Services => match model.service.selected {
            Some(service) => card::lines(model, theme, service, width.into()),
            None => news::nothing_found(model, theme, width.into()),
        },
        View::Findings => match model.selected_finding() {
            Some(finding) => finding_card::lines(model, theme, finding, width.into()),
            None => news::no_findings(model, theme, width.into()),
        },
        View::Matrix => Vec::new(),
        View::Organisations => match model.organisation.selected {
            Some(organisation) => {
                organisation_card::lines(model, theme, organisation, width.into())
            }
            None => news::nothing_found(model, theme, width.into()),
        },
    }
}

/// How many lines the card of what is selected has.
pub(super) fn card_length(model: &Model, width: u16) -> usize {
    card_lines(model, &Theme::default(), width).len()
}

fn too_small(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (width, height) = (SMALLEST.0.to_string(), SMALLEST.1.to_string());
    let text = model
        .locale
        .with("too-small", &[("width", &width), ("height", &height)]);
    let lines: Vec<Line<'static>> = super::text::wrap(&text, area.width.into())
        .into_iter()
        .map(|line| Line::styled(line, theme.text))
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn divider(theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let sign = if area.width == 1 { "│" } else { "─" };
    for position in area.positions() {
        put(frame, position, sign, theme.border);
    }
}

/// A sign at the lower right that there is more below.
fn below(theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.width > 2 && area.height > 0 {
        put(
            frame,
            Position::new(area.right() - 2, area.bottom() - 1),
            "▾",
            theme.key,
        );
    }
}

fn put(frame: &mut Frame<'_>, position: Position, sign: &str, style: Style) {
    if let Some(cell) = frame.buffer_mut().cell_mut(position) {
        cell.set_symbol(sign).set_style(style);
    }
}

/// How many lines of the help can be scrolled out above.
pub(super) fn help_scrolls(model: &Model, filter: &super::line::Line) -> usize {
    overlays::help_scrolls(model, filter)
}

/// How many lines of the reasons why a service is found can be scrolled out above.
pub(super) fn why_scrolls(model: &Model) -> usize {
    why::scrolls(model)
}

/// The middle of the screen, so large if there is room.
fn middle(screen: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(screen.width.saturating_sub(2));
    let height = height.min(screen.height.saturating_sub(2));
    Rect::new(
        (screen.width - width) / 2,
        (screen.height - height) / 2,
        width,
        height,
    )
}

/// A framed window in the middle of the screen, cleared and ready to be filled.
fn window(theme: &Theme, frame: &mut Frame<'_>, width: u16, height: u16, title: &str) -> Rect {
    let area = middle(frame.area(), width, height);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.border)
        .style(theme.text);
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    let title = Span::styled(format!(" {title} "), theme.title);
    on_frame(theme, frame, area, &Line::from(title));
    inner
}

/// Writes a title on the upper edge of a frame, without the colour of the frame.
fn on_frame(theme: &Theme, frame: &mut Frame<'_>, area: Rect, title: &Line<'static>) {
    let room = area.width.saturating_sub(2);
    let width = u16::try_from(title.width()).unwrap_or(room).min(room);
    let place = Rect {
        x: area.x + 1,
        width,
        height: area.height.min(1),
        ..area
    };
    frame.render_widget(Clear, place);
    frame.buffer_mut().set_style(place, theme.text);
    frame.render_widget(title, place);
}

/// A line with one part at the left and one at the right; the left one gives way.
fn spread(left: Vec<Span<'static>>, right: Vec<Span<'static>>, width: usize) -> Line<'static> {
    let right_width: usize = right.iter().map(|span| span.content.width()).sum();
    let room = width.saturating_sub(right_width);
    let mut spans = Vec::new();
    let mut used = 0;
    for span in left {
        let text = super::text::cut(&span.content, room.saturating_sub(used));
        used += text.width();
        spans.push(Span::styled(text, span.style));
    }
    spans.push(Span::raw(" ".repeat(room.saturating_sub(used))));
    if right_width <= width {
        spans.extend(right);
    }
    Line::from(spans)
}

#[cfg(test)]
mod everybody_tests;
#[cfg(test)]
mod tests;
