//! The list of findings: a heading a kind, a row a finding.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::lists::{lead, name};
use super::short::as_fit;
use crate::catalogue::{Confidence, FindingKind, OrganisationKind, OrganisationRef, Verdict};
use crate::overlap::{Finding, verdict_sign};
use crate::tui::model::{FindingRow, Model};
use crate::tui::text::column;
use crate::tui::theme::Theme;

/// Draws the rows that are in view.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let all = model.findings().all();
    let rows = model.finding_rows.iter().skip(model.finding.offset);
    let lines: Vec<Line<'static>> = rows
        .take(area.height.into())
        .map(|row| match row {
            FindingRow::Kind(kind, count) => heading(model, theme, *kind, *count),
            FindingRow::Finding(at) => match all.get(*at) {
                Some(finding) => {
                    let selected = model.finding.selected == Some(*row);
                    finding_row(model, theme, finding, selected, width)
                }
                None => Line::default(),
            },
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn heading(model: &Model, theme: &Theme, kind: FindingKind, count: usize) -> Line<'static> {
    let words = model.words().kind(kind).to_uppercase();
    Line::from(vec![
        Span::styled(format!(" {words}"), theme.heading),
        Span::styled(format!("  {count}"), theme.dim),
    ])
}

fn finding_row(
    model: &Model,
    theme: &Theme,
    finding: &Finding,
    selected: bool,
    width: usize,
) -> Line<'static> {
    let base = if selected { theme.selected } else { theme.text };
    let quiet = if selected { base } else { theme.dim };
    let about = model.words().about(finding);
    let who_width = (width / 3).clamp(12, 26);
    let name_width = width.saturating_sub(2 + 2 + 1 + who_width + 1 + 2);
    let found = model.finder.highlight(&about, &model.found.words);
    let mut spans = lead(selected, " ", base, theme);
    spans.push(Span::styled(decided_sign(finding.decided), quiet));
    spans.push(Span::styled(" ", base));
    spans.extend(name(&about, &found, name_width, selected, theme));
    let who = who(model, finding, who_width);
    spans.push(Span::styled(
        format!(" {} ", column(&who, who_width)),
        quiet,
    ));
    spans.push(Span::styled(doubt_sign(finding.confidence), quiet));
    spans.push(Span::styled(" ", base));
    Line::from(spans)
}

/// Who is part of it, in a few letters; municipalities by themselves are counted.
fn who(model: &Model, finding: &Finding, width: usize) -> String {
    let catalogue = model.catalogue();
    let organisations = &finding.organisations;
    let is_municipality =
        |one: OrganisationRef| catalogue[one].kind == OrganisationKind::Municipality;
    if organisations.len() > 1 && organisations.iter().copied().all(is_municipality) {
        return model
            .locale
            .count("row-municipalities", organisations.len(), &[]);
    }
    // The joint bodies first: it is they who meet each other.
    let mut organisations = organisations.clone();
    organisations.sort_by_key(|&one| is_municipality(one));
    let names: Vec<String> = organisations
        .iter()
        .map(|&one| model.directory.brief(one).to_owned())
        .collect();
    as_fit(&names, width)
}

/// The sign of what people have decided, in its column.
pub(super) fn decided_sign(verdict: Verdict) -> String {
    verdict_sign(verdict).unwrap_or(' ').to_string()
}

/// The sign of how well it is known, as on cards.
fn doubt_sign(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Documented => " ",
        Confidence::Inferred => "~",
        Confidence::Assumed => "?",
    }
}
