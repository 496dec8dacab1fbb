//! The bottom line: news, or the keys that matter now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::spread;
use crate::overlap::matrix::By;
use crate::referral::{clock, day_words};
use crate::tui::command::Command;
use crate::tui::message::{Stale, Why};
use crate::tui::model::{Asked, GridRow, Model, Overlay, View};
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
        let said = vec![Span::styled(format!(" {sign}{}", notice.text), style)];
        // What is shown is old, whatever else there is to say.
        let old = model.stale.map(|stale| {
            let text = format!("  ! {} ", as_of(model, stale));
            Span::styled(text, theme.error)
        });
        return spread(said, old.into_iter().collect(), width);
    }
    if let Some(stale) = model.stale {
        let time = read_at(model, stale);
        let time = [("time", time.as_str())];
        let whole = match stale.why {
            Why::Faults(faults) => model.locale.count("notice-broken", faults, &time),
            Why::Gone => model.locale.with("notice-gone", &time),
            Why::Unattended => model.locale.with("notice-unattended", &time),
        };
        let text = if whole.width() + 3 <= width {
            whole
        } else {
            as_of(model, stale)
        };
        return Line::from(Span::styled(format!(" ! {text}"), theme.error));
    }
    if let Some(faults) = model.broken_decisions {
        let text = model.locale.count("notice-verdicts-broken", faults, &[]);
        return Line::from(Span::styled(format!(" ! {text}"), theme.error));
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for &(command, key) in &commands(model) {
        let what = model.locale.text(key);
        let keys = model.keymap.first_key(command);
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

/// That the catalogue shown was read at an earlier time, in a few words.
fn as_of(model: &Model, stale: Stale) -> String {
    let time = read_at(model, stale);
    model.locale.with("notice-as-of", &[("time", &time)])
}

/// When the catalogue shown was read: the day too, if that is another than today.
fn read_at(model: &Model, stale: Stale) -> String {
    let day = stale.read_at.day;
    let time = stale
        .read_at
        .local()
        .map(|local| clock(local, &model.locale));
    let time = time.unwrap_or_default();
    if day == model.moment.day {
        return time;
    }
    let today = (!model.pinned).then_some(model.moment.day);
    format!("{} {time}", day_words(day, today, &model.locale))
}

/// The commands that matter now, the most important first: a narrow screen shows the first ones.
fn commands(model: &Model) -> Vec<(Command, &'static str)> {
    match &model.overlay {
        Some(Overlay::Help { .. }) => vec![
            (Command::Close, "footer-close"),
            (Command::Down, "footer-more"),
        ],
        Some(Overlay::Municipality { .. } | Overlay::Date { .. }) => vec![
            (Command::Open, "footer-choose"),
            (Command::Close, "footer-close"),
        ],
        Some(Overlay::Emergency { .. }) => vec![
            (Command::Open, "footer-copy"),
            (Command::Close, "footer-close"),
        ],
        Some(Overlay::Why { .. }) => vec![
            (Command::Close, "footer-close"),
            (Command::Down, "footer-next-hit"),
            (Command::Up, "footer-previous-hit"),
        ],
        Some(Overlay::Verdict(judging)) => {
            let enter = match judging.next() {
                Some(_) if judging.asked == Asked::Verdict => "footer-choose",
                Some(_) => "footer-go-on",
                None => "footer-write-down",
            };
            vec![(Command::Open, enter), (Command::Close, "footer-close")]
        }
        None => in_view(model),
    }
}

/// The same where no window is open.
fn in_view(model: &Model) -> Vec<(Command, &'static str)> {
    let mut commands = if model.view == View::Matrix {
        let columns = match model.grid.by {
            By::Municipality => "footer-by-organisation",
            By::Organisation => "footer-by-municipality",
        };
        vec![
            (Command::Open, open_in_grid(model)),
            (Command::Columns, columns),
        ]
    } else if model.card_open {
        vec![
            (Command::Close, "footer-back"),
            (Command::Copy, "footer-copy"),
            (Command::ScrollDown, "footer-more"),
        ]
    } else {
        vec![
            (Command::Open, "footer-card"),
            (Command::Copy, "footer-copy"),
        ]
    };
    commands.extend(across(model).map(|text| (Command::Across, text)));
    let judges = model.view == View::Findings && model.finding.selected.is_some();
    if judges {
        commands.push((Command::Verdict, "footer-verdict"));
    }
    if !model.card_open && !model.query.is_empty() {
        commands.push((Command::Close, "footer-clear"));
    }
    // Whoever judges findings has less need of it.
    let municipality = (Command::Municipality, "footer-municipality");
    if !judges {
        commands.push(municipality);
    }
    if model.pinned {
        commands.push((Command::Date, "footer-day"));
    }
    if !model.card_open {
        commands.push((Command::NextView, "footer-views"));
    }
    commands.push((Command::Help, "footer-help"));
    if model.can_say_why() {
        commands.push((Command::Why, "footer-why"));
    }
    if judges {
        commands.push(municipality);
    }
    if !model.card_open && model.query.is_empty() {
        commands.push((Command::Quit, "footer-quit"));
    }
    commands
}

/// What Enter does where the cursor of the matrix stands.
fn open_in_grid(model: &Model) -> &'static str {
    match model.grid.row.selected {
        Some(GridRow::Topic(topic)) if model.grid.is_folded(topic) => "footer-unfold",
        Some(GridRow::Topic(_)) => "footer-fold",
        Some(GridRow::Service(_)) | None => "footer-card",
    }
}

/// What is on the other side of what is selected, where there is anything.
fn across(model: &Model) -> Option<&'static str> {
    if model.aside.is_some() {
        return Some("footer-back");
    }
    match model.view {
        View::Services => {
            let service = model.service.selected?;
            model.findings_about(service).next()?;
            Some("footer-findings")
        }
        View::Matrix => {
            model.findings_about(model.grid.service()?).next()?;
            Some("footer-findings")
        }
        View::Findings => {
            let finding = model.selected_finding()?;
            (!finding.services.is_empty()).then_some("footer-services")
        }
        View::Organisations => None,
    }
}
