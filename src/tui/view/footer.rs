//! The bottom line: news, or the keys that matter now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use crate::tui::command::Command;
use crate::tui::model::{Model, Overlay};
use crate::tui::theme::Theme;

pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Paragraph::new(line(model, theme, area.width.into())), area);
}

fn line(model: &Model, theme: &Theme, width: usize) -> Line<'static> {
    if let Some(notice) = &model.notice {
        let (sign, style) = if notice.is_fault {
            ("! ", theme.error)
        } else {
            ("✓ ", theme.open)
        };
        return Line::from(Span::styled(format!(" {sign}{}", notice.text), style));
    }
    if let Some(faults) = model.broken {
        let text = model.locale.count("notice-broken", faults, &[]);
        return Line::from(Span::styled(format!(" ! {text}"), theme.error));
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (command, key) in commands(model) {
        let what = model.locale.text(key);
        let keys = model.keymap.first_key(*command);
        let length = keys.width() + 1 + what.width() + 2;
        if keys.is_empty() || used + length > width {
            continue;
        }
        used += length;
        spans.push(Span::styled(keys, theme.key));
        spans.push(Span::styled(format!(" {what}  "), theme.text));
    }
    Line::from(spans)
}

/// The commands that matter now, the most important first: a narrow screen shows the first ones.
fn commands(model: &Model) -> &'static [(Command, &'static str)] {
    match &model.overlay {
        Some(Overlay::Help { .. }) => &[
            (Command::Close, "footer-close"),
            (Command::Down, "footer-more"),
        ],
        Some(Overlay::Municipality { .. }) => &[
            (Command::Open, "footer-choose"),
            (Command::Close, "footer-close"),
        ],
        Some(Overlay::Emergency { .. }) => &[
            (Command::Open, "footer-copy"),
            (Command::Close, "footer-close"),
        ],
        None if model.card_open => &[
            (Command::Close, "footer-back"),
            (Command::Copy, "footer-copy"),
            (Command::ScrollDown, "footer-more"),
            (Command::Municipality, "footer-municipality"),
            (Command::Help, "footer-help"),
        ],
        None if model.query.is_empty() => &[
            (Command::Open, "footer-card"),
            (Command::Copy, "footer-copy"),
            (Command::Municipality, "footer-municipality"),
            (Command::NextView, "footer-views"),
            (Command::Help, "footer-help"),
            (Command::Quit, "footer-quit"),
        ],
        None => &[
            (Command::Open, "footer-card"),
            (Command::Copy, "footer-copy"),
            (Command::Close, "footer-clear"),
            (Command::Municipality, "footer-municipality"),
            (Command::NextView, "footer-views"),
            (Command::Help, "footer-help"),
        ],
    }
}
