//! The window in which somebody says what has been decided about a finding.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::findings::decided_sign;
use super::query::visible;
use super::window;
use crate::catalogue::Verdict;
use crate::tui::line::Line as Input;
use crate::tui::model::{Asked, Judging, Model, NoLastDay};
use crate::tui::text::{column, cut};
use crate::tui::theme::Theme;

/// The size of the window, where there is room.
const SIZE: (u16, u16) = (66, 9);

/// So many rows leave room for a gap below what the finding is about.
const ROOMY: u16 = 7;

/// The columns before what is written.
const PROMPT: u16 = 3;

/// The finding, what has been decided so far in the window, and the question that is asked now.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, judging: &Judging) {
    let title = model.locale.text("verdict-title");
    let area = window(theme, frame, SIZE.0, SIZE.1, &title);
    let width = usize::from(area.width);
    let finding = model.findings().find(judging.finding.as_str());
    let about = finding.map_or_else(
        || judging.finding.to_string(),
        |finding| model.words().about(finding),
    );
    let about = cut(&format!(" {about}"), width);
    let mut lines = vec![Line::styled(about, theme.heading)];
    if area.height >= ROOMY {
        lines.push(Line::default());
    }
    let written = match judging.asked {
        Asked::Verdict => {
            let all = Verdict::ALL.into_iter().enumerate();
            lines.extend(all.map(|(at, one)| choice(model, theme, judging, (at, one), width)));
            frame.render_widget(Paragraph::new(lines), area);
            return;
        }
        Asked::Note => {
            lines.push(chosen(model, theme, judging, width));
            lines.push(quoted(model, "verdict-why", theme.text));
            &judging.note
        }
        Asked::Until => {
            lines.push(chosen(model, theme, judging, width));
            lines.push(quoted(model, "verdict-last-day", theme.text));
            &judging.until
        }
    };
    let at = u16::try_from(lines.len()).unwrap_or(0);
    let (line, column) = typed(theme, written, area.width);
    lines.push(line);
    lines.push(advice(model, theme, judging));
    frame.render_widget(Paragraph::new(lines), area);
    if at < area.height && column < area.width {
        frame.set_cursor_position(Position::new(area.x + column, area.y + at));
    }
}

/// A verdict that can be chosen, with its digit and its sign.
fn choice(
    model: &Model,
    theme: &Theme,
    judging: &Judging,
    (at, verdict): (usize, Verdict),
    width: usize,
) -> Line<'static> {
    let (sign, style) = if verdict == judging.verdict {
        ("▌", theme.selected)
    } else {
        (" ", theme.text)
    };
    let name = model.words().verdict(verdict);
    let text = format!("{sign}{} {} {name}", at + 1, decided_sign(verdict));
    Line::styled(column(&text, width), style)
}

/// What has been chosen, and why, as far as it is written.
fn chosen(model: &Model, theme: &Theme, judging: &Judging, width: usize) -> Line<'static> {
    let mut said = model.words().verdict(judging.verdict);
    if judging.asked == Asked::Until && !judging.note.is_empty() {
        said = format!("{said}, {}", judging.note.text());
    }
    let text = format!(" {} {said}", decided_sign(judging.verdict));
    Line::styled(cut(&text, width), theme.title)
}

/// What is written, and the column of the cursor.
fn typed(theme: &Theme, written: &Input, width: u16) -> (Line<'static>, u16) {
    let (text, column) = visible(written, width.saturating_sub(PROMPT + 1).into());
    let column = u16::try_from(column)
        .unwrap_or(width)
        .saturating_add(PROMPT);
    let prompt = Span::styled(" ❯ ", theme.prompt);
    (
        Line::from(vec![prompt, Span::styled(text, theme.text)]),
        column,
    )
}

/// What an empty line means, or what is wrong with the one that is written.
fn advice(model: &Model, theme: &Theme, judging: &Judging) -> Line<'static> {
    if let Some(wrong) = judging.wrong {
        let text = model.locale.text(match wrong {
            NoLastDay::NoDay => "date-wrong",
            NoLastDay::Passed => "verdict-last-day-passed",
        });
        return Line::styled(format!(" ! {text}"), theme.error);
    }
    let key = match judging.asked {
        Asked::Until => "verdict-no-last-day",
        Asked::Verdict | Asked::Note => "verdict-why-empty",
    };
    quoted(model, key, theme.dim)
}

fn quoted(model: &Model, key: &str, style: Style) -> Line<'static> {
    Line::styled(format!(" {}", model.locale.text(key)), style)
}
