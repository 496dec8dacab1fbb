//! The lists: one row a service, one row an organisation.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use crate::catalogue::{Opening, OrganisationRef, ServiceRef, Urgency};
use crate::referral::{Referral, clock};
use crate::tui::model::Model;
use crate::tui::text::{column, fit};
use crate::tui::theme::Theme;

/// The columns of a word such as `● öppet` or `○ 13.00`.
const OPENING: usize = 8;

pub(super) fn services(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let lines = rows(&model.services, model.service.offset, area, |service| {
        let selected = model.service.selected == Some(service);
        service_row(model, theme, service, selected, area.width.into())
    });
    frame.render_widget(Paragraph::new(lines), area);
}

pub(super) fn organisations(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let lines = rows(
        &model.organisations,
        model.organisation.offset,
        area,
        |organisation| {
            let selected = model.organisation.selected == Some(organisation);
            organisation_row(model, theme, organisation, selected, area.width.into())
        },
    );
    frame.render_widget(Paragraph::new(lines), area);
}

/// The rows that are in view.
fn rows<T: Copy>(
    all: &[T],
    offset: usize,
    area: Rect,
    row: impl FnMut(T) -> Line<'static>,
) -> Vec<Line<'static>> {
    all.iter()
        .copied()
        .skip(offset)
        .take(area.height.into())
        .map(row)
        .collect()
}

fn service_row(
    model: &Model,
    theme: &Theme,
    service: ServiceRef,
    selected: bool,
    width: usize,
) -> Line<'static> {
    let entry = &model.catalogue()[service];
    let answers = model.answers(service);
    let whom_width = (width / 4).clamp(13, 24);
    let base = if selected { theme.selected } else { theme.text };
    let (whom, opening) = match answers.as_slice() {
        [(_, referral)] => (
            whom(model, referral, whom_width),
            opening(model, theme, referral),
        ),
        _ => (
            model.locale.text("row-varies").into_owned(),
            (String::new(), theme.dim),
        ),
    };
    let findings = model.findings_about(service).count();
    let mark = if findings > 0 {
        format!("≠{findings}")
    } else {
        String::new()
    };
    let urgent = if entry.urgency == Urgency::Acute {
        "!"
    } else {
        " "
    };
    let name_width = width.saturating_sub(2 + whom_width + 2 + OPENING + 1 + 3);
    let found = model.finder.highlight(&entry.name, &model.found.words);
    let mut spans = lead(selected, urgent, base, theme);
    spans.extend(name(&entry.name, &found, name_width, selected, theme));
    let on_row = |style: Style| if selected { base } else { style };
    spans.push(Span::styled(
        format!(" {} ", column(&whom, whom_width)),
        base,
    ));
    spans.push(Span::styled(
        format!("{} ", column(&opening.0, OPENING)),
        on_row(opening.1),
    ));
    spans.push(Span::styled(column(&mark, 3), on_row(theme.finding)));
    Line::from(spans)
}

fn organisation_row(
    model: &Model,
    theme: &Theme,
    organisation: OrganisationRef,
    selected: bool,
    width: usize,
) -> Line<'static> {
    let entry = &model.catalogue()[organisation];
    let exists = model.directory.exists(organisation);
    let base = if selected { theme.selected } else { theme.text };
    let state = if exists {
        model
            .locale
            .text(&format!("kind-{}", entry.kind.word()))
            .into_owned()
    } else {
        model.locale.text("row-ended").into_owned()
    };
    let state_width = (width / 3).clamp(14, 22);
    let name_width = width.saturating_sub(2 + state_width + 1);
    let full = model.directory.name(organisation);
    let found = model
        .finder
        .highlight_organisation(full, &model.found.words);
    let mut spans = lead(selected, " ", base, theme);
    spans.extend(name(full, &found, name_width, selected, theme));
    let style = if selected { base } else { theme.dim };
    spans.push(Span::styled(
        format!(" {}", column(&state, state_width)),
        style,
    ));
    Line::from(spans)
}

/// The signs at the start of a row: which is selected, which is urgent.
pub(super) fn lead(
    selected: bool,
    urgent: &'static str,
    base: Style,
    theme: &Theme,
) -> Vec<Span<'static>> {
    let sign = if selected { "▌" } else { " " };
    let style = if selected { base } else { theme.error };
    vec![Span::styled(sign, base), Span::styled(urgent, style)]
}

/// A name with what was found in it marked, filled to its column.
pub(super) fn name(
    text: &str,
    found: &[Range<usize>],
    width: usize,
    selected: bool,
    theme: &Theme,
) -> Vec<Span<'static>> {
    let (plain, matched) = if selected {
        (theme.selected, theme.matched_selected)
    } else {
        (theme.text, theme.matched)
    };
    let mut spans = fit(text, found, width, plain, matched).spans;
    let used: usize = spans.iter().map(|span| span.content.width()).sum();
    spans.push(Span::styled(" ".repeat(width.saturating_sub(used)), plain));
    spans
}

/// Whom to ring, in a few letters.
fn whom(model: &Model, referral: &Referral, width: usize) -> String {
    match referral {
        Referral::One(only) => {
            let name = model.directory.name(only.organisation);
            if name.width() <= width {
                name
            } else {
                model.directory.brief(only.organisation)
            }
            .to_owned()
        }
        Referral::Conditional(_) => model.locale.text("row-conditional").into_owned(),
        Referral::Unclear(_) => model.locale.text("row-unclear").into_owned(),
        Referral::Gap(..) => model.locale.text("row-gap").into_owned(),
    }
}

/// Open or closed: a sign and a word.
fn opening(model: &Model, theme: &Theme, referral: &Referral) -> (String, Style) {
    let Referral::One(only) = referral else {
        return (String::new(), theme.dim);
    };
    match only.opening {
        Some(Opening::Open { .. }) => (format!("● {}", model.locale.text("open-now")), theme.open),
        Some(Opening::Closed { opens: Some(opens) }) if opens.date() == model.moment.day => {
            (format!("○ {}", clock(opens, &model.locale)), theme.closed)
        }
        Some(Opening::Closed { .. }) => (
            format!("○ {}", model.locale.text("closed-for-good")),
            theme.closed,
        ),
        None => (String::new(), theme.dim),
    }
}
