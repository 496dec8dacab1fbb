//! The card of a finding: what was found, what shows it, who and where, what could be done, how sure it is.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::labelled::Card;
use crate::catalogue::Confidence;
use crate::overlap::{Basis, Finding, WayTold};
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// No more services than this are named one by one.
const SERVICES: usize = 6;

/// The card, so many columns wide.
pub(super) fn lines(
    model: &Model,
    theme: &Theme,
    finding: &Finding,
    width: usize,
) -> Vec<Line<'static>> {
    let mut card = Card::new(width, theme);
    let words = model.words();
    let kind = format!("≠ {}", words.kind(finding.kind));
    card.title_kept(&words.about(finding), &kind, theme.finding);
    why(&mut card, model, theme, finding);
    chains(&mut card, model, theme, finding);
    card.gap();
    who_and_where(&mut card, model, theme, finding);
    card.gap();
    card.labelled(
        &model.locale.text("label-suggestion"),
        &words.suggestion(finding),
        theme.text,
    );
    card.labelled(
        &model.locale.text("label-verdict"),
        &words.judged(finding),
        theme.text,
    );
    card.gap();
    services(&mut card, model, theme, finding);
    background(&mut card, model, theme, finding);
    card.lines()
}

/// What shows it; chains are drawn instead of told.
fn why(card: &mut Card<'_>, model: &Model, theme: &Theme, finding: &Finding) {
    let words = model.words();
    let mut label = model.locale.text("label-why").into_owned();
    let told = words.evidence_but_ways(finding);
    for one in &told {
        if told.len() > 1 {
            card.point(&label, one, theme.text);
        } else {
            card.labelled(&label, one, theme.text);
        }
        label.clear();
    }
}

/// The ways a caller is sent, each as a line of boxes. For the caller's own municipality where it is known.
fn chains(card: &mut Card<'_>, model: &Model, theme: &Theme, finding: &Finding) {
    let mut label = model.locale.text("label-chain").into_owned();
    let words = model.words();
    let mut ways = words.ways(finding, model.municipality());
    if ways.is_empty() {
        ways = words.ways(finding, None);
    }
    for way in ways {
        card.gap();
        one_way(card, model, theme, &label, way);
        label.clear();
    }
}

fn one_way(card: &mut Card<'_>, model: &Model, theme: &Theme, label: &str, way: WayTold<'_>) {
    let words = model.words();
    let boxes = words.boxes_of_several(way.chain, &way.municipalities);
    match drawn(&boxes, card.room()) {
        Some(rows) => {
            for (at, row) in rows.into_iter().enumerate() {
                let label = if at == 1 { label } else { "" };
                let style = if at == 1 { theme.title } else { theme.border };
                card.row(label, framed(&row, style, theme));
            }
        }
        None => card.labelled(label, &boxes.join(" → "), theme.title),
    }
    let mut told = vec![model.locale.count("chain-hops", way.chain.hops(), &[])];
    told.extend(words.end(way.chain));
    told.extend(way.marks);
    if way.municipalities.len() != 1 {
        told.push(words.municipalities(&way.municipalities));
    }
    card.labelled("", &told.join(" · "), theme.dim);
    for exception in &way.exceptions {
        card.labelled("", exception, theme.dim);
    }
}

/// Three rows that draw the boxes with arrows between them, if they fit.
fn drawn(boxes: &[String], room: usize) -> Option<[String; 3]> {
    let width: usize = boxes.iter().map(|name| name.width() + 4).sum();
    if width + 3 * boxes.len().saturating_sub(1) > room {
        return None;
    }
    let mut rows = [String::new(), String::new(), String::new()];
    for (at, name) in boxes.iter().enumerate() {
        if at > 0 {
            rows[0].push_str("   ");
            rows[1].push_str(" → ");
            rows[2].push_str("   ");
        }
        let edge = "─".repeat(name.width() + 2);
        rows[0].extend(["╭", &edge, "╮"]);
        rows[1].extend(["│ ", name, " │"]);
        rows[2].extend(["╰", &edge, "╯"]);
    }
    Some(rows)
}

/// A row of boxes with their frames in the style of frames.
fn framed(row: &str, style: ratatui::style::Style, theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for part in row.split_inclusive('│') {
        match part.strip_suffix('│') {
            Some(text) => {
                spans.push(Span::styled(text.to_owned(), style));
                spans.push(Span::styled("│", theme.border));
            }
            None => spans.push(Span::styled(part.to_owned(), style)),
        }
    }
    spans
}

/// What services it is about, where more than the one of the title.
fn services(card: &mut Card<'_>, model: &Model, theme: &Theme, finding: &Finding) {
    let catalogue = model.catalogue();
    if finding.services.len() > 1 {
        let mut label = model.locale.text("label-services").into_owned();
        for &service in finding.services.iter().take(SERVICES) {
            card.labelled(&label, &catalogue[service].name, theme.text);
            label.clear();
        }
        let others = finding.services.len().saturating_sub(SERVICES);
        if others > 0 {
            let told = model.locale.count("finding-more-services", others, &[]);
            card.labelled("", &told, theme.dim);
        }
    }
}

fn who_and_where(card: &mut Card<'_>, model: &Model, theme: &Theme, finding: &Finding) {
    let words = model.words();
    let names = finding.organisations.iter();
    let names: Vec<&str> = names.map(|&one| model.directory.name(one)).collect();
    if !names.is_empty() {
        let label = model.locale.text("label-who-is-it");
        card.labelled(&label, &names.join(", "), theme.text);
    }
    if let Some(pairing) = finding.pairing() {
        card.labelled("", &words.pairing(pairing), theme.dim);
    }
    if !finding.steps.is_empty() {
        let steps = words.steps(finding.steps);
        card.labelled(&model.locale.text("label-step"), &steps, theme.text);
    }
    if !finding.municipalities.is_empty() {
        let mut places = words.municipalities(&finding.municipalities);
        if let Some(told) = words.residents(finding) {
            places = format!("{places} · {told}");
        }
        card.labelled(&model.locale.text("label-where"), &places, theme.text);
    }
}

/// Who found it, how sure it is, the sources, and the id to speak of it by.
fn background(card: &mut Card<'_>, model: &Model, theme: &Theme, finding: &Finding) {
    let catalogue = model.catalogue();
    let basis = model
        .locale
        .text(&format!("basis-{}", finding.basis.word()))
        .into_owned();
    let (sign, style) = match finding.confidence {
        Confidence::Documented => ("", theme.dim),
        Confidence::Inferred => ("~ ", theme.dim),
        Confidence::Assumed => ("? ", theme.warning),
    };
    let mut sure = format!("{sign}{basis}");
    if finding.basis == Basis::Computed {
        let key = format!("confidence-{}", finding.confidence.word());
        sure = format!("{sure}, {}", model.locale.text(&key));
    }
    card.labelled(&model.locale.text("label-sure"), &sure, style);
    let mut label = model.locale.text("label-sources").into_owned();
    for &source in &finding.sources {
        let source = &catalogue[source];
        let told = format!("{}  {}", source.id, source.title);
        card.labelled(&label, &told, theme.dim);
        label.clear();
    }
    if finding.sources.is_empty() {
        card.labelled(&label, &model.locale.text("card-no-source"), theme.warning);
    }
    card.labelled(
        &model.locale.text("label-id"),
        finding.id.as_str(),
        theme.dim,
    );
}
