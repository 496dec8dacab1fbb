//! The query line: what is typed, and how much fits it.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};
use unicode_width::UnicodeWidthStr;

use super::layout::Regions;
use crate::tui::line::Line as Input;
use crate::tui::model::{Model, View};
use crate::tui::theme::Theme;

/// The sign before the query.
const PROMPT: &str = " ❯ ";

pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, regions: &Regions) {
    let mut area = regions.query;
    if regions.framed {
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.border);
        let inner = block.inner(area);
        frame.render_widget(block, area);
        super::on_frame(theme, frame, area, &views(model, theme));
        area = inner;
    }
    let count = count(model);
    let prompt = u16::try_from(PROMPT.width()).unwrap_or(3);
    let room = usize::from(area.width).saturating_sub(PROMPT.width() + count.width() + 2);
    let (text, column) = visible(&model.query, room);
    let shown = if model.query.is_empty() {
        let hint = model.locale.text(match model.view {
            View::Services | View::Matrix => "query-hint-services",
            View::Findings => "query-hint-findings",
            View::Organisations => "query-hint-organisations",
        });
        Span::styled(crate::tui::text::cut(&hint, room), theme.dim)
    } else {
        Span::styled(text, theme.text)
    };
    let line = super::spread(
        vec![Span::styled(PROMPT, theme.prompt), shown],
        vec![Span::styled(format!("{count} "), theme.dim)],
        area.width.into(),
    );
    frame.render_widget(Paragraph::new(line), area);
    if model.overlay.is_none() && area.height > 0 {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let x = (area.x + prompt)
            .saturating_add(column)
            .min(area.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(x, area.y));
    }
}

/// The names of the views; the one shown carries a sign.
fn views(model: &Model, theme: &Theme) -> Line<'static> {
    let mut spans = Vec::new();
    for view in View::ALL {
        let name = model.locale.text(view.title()).into_owned();
        if view == model.view {
            spans.push(Span::styled(format!(" ▸{name} "), theme.title));
        } else {
            spans.push(Span::styled(format!(" {name} "), theme.dim));
        }
    }
    Line::from(spans)
}

fn count(model: &Model) -> String {
    let (fit, all) = match model.view {
        View::Services | View::Matrix => (model.services.len(), model.directory.services().len()),
        View::Findings => (model.fitting_findings(), model.findings().all().len()),
        View::Organisations => (
            model.organisations.len(),
            model.catalogue().organisations().len(),
        ),
    };
    let (fit, all) = (fit.to_string(), all.to_string());
    model
        .locale
        .with("query-count", &[("fit", &fit), ("all", &all)])
}

/// The part of a line around the cursor that fits, and the cursor's column in it.
pub(super) fn visible(line: &Input, room: usize) -> (String, usize) {
    use unicode_segmentation::UnicodeSegmentation;

    let column = line.column();
    let skip = (column + 1).saturating_sub(room.max(1));
    let mut passed = 0;
    let mut text = String::new();
    for grapheme in line.text().graphemes(true) {
        if passed >= skip && text.width() + grapheme.width() <= room {
            text.push_str(grapheme);
        }
        if passed < skip {
            passed += grapheme.width();
        }
    }
    (text, column.saturating_sub(skip))
}
