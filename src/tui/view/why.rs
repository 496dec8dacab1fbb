//! The window that says why the selected service is found: each word of the query, what it found, how, and its worth.

use ratatui::Frame;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::{below, middle, window};
use crate::search::{AskedWord, Reason};
use crate::tui::model::{Model, Unexplained, Why};
use crate::tui::text::{column, cut, wrap};
use crate::tui::theme::Theme;
use crate::tui::update::unexplained;

/// The width of the window, where there is room.
const WIDTH: u16 = 96;

/// So many columns give each reason a row; with fewer it has two.
const ONE_ROW: usize = 60;

/// So many columns leave room for bars.
const WITH_BARS: usize = 90;

/// The columns of a bar.
const BAR: usize = 10;

/// The columns of a number, which goes to 1000, and the gap before it.
const NUMBER: usize = 7;

/// What stands between two texts.
const GAP: &str = "  ";

/// The service, how well it fits, then its reasons. What does not fit below can be scrolled to.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, scroll: usize) {
    let title = model.locale.text("why-title");
    let why = match model.why() {
        Ok(why) => why,
        Err(reason) => {
            draw_unexplained(model, theme, frame, &title, reason);
            return;
        }
    };
    let inside = inside(frame.area(), u16::MAX);
    let (head, body) = parts(model, theme, &why, inside.width.into());
    let height = u16::try_from(head.len() + body.len()).unwrap_or(u16::MAX);
    let area = window(theme, frame, WIDTH, height.saturating_add(2), &title);
    let under = u16::try_from(head.len()).unwrap_or(0).min(area.height);
    let list = Rect {
        y: area.y + under,
        height: area.height - under,
        ..area
    };
    frame.render_widget(Paragraph::new(head), area);
    let scroll = scroll.min(body.len().saturating_sub(list.height.into()));
    let more = body.len() - scroll > usize::from(list.height);
    let shown: Vec<Line<'static>> = body
        .into_iter()
        .skip(scroll)
        .take(list.height.into())
        .collect();
    frame.render_widget(Paragraph::new(shown), list);
    if more {
        below(theme, frame, list);
    }
}

/// How many lines of the reasons can be scrolled out above.
pub(super) fn scrolls(model: &Model) -> usize {
    let Ok(why) = model.why() else {
        return 0;
    };
    let inside = inside(Rect::from((Position::ORIGIN, model.size)), u16::MAX);
    let (head, body) = parts(model, &Theme::default(), &why, inside.width.into());
    body.len()
        .saturating_sub(usize::from(inside.height).saturating_sub(head.len()))
}

/// What the frame of the window leaves.
fn inside(screen: Rect, height: u16) -> Rect {
    middle(screen, WIDTH, height).inner(Margin::new(1, 1))
}

fn draw_unexplained(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    title: &str,
    reason: Unexplained,
) {
    let room = inside(frame.area(), u16::MAX).width;
    let lines: Vec<_> = wrap(&unexplained(model, reason), room.saturating_sub(2).into())
        .into_iter()
        .map(|line| Line::styled(format!(" {line}"), theme.text))
        .collect();
    let height = u16::try_from(lines.len()).unwrap_or(1).saturating_add(2);
    let area = window(theme, frame, WIDTH, height, title);
    frame.render_widget(Paragraph::new(lines), area);
}

/// What stays, and what can be scrolled.
fn parts(
    model: &Model,
    theme: &Theme,
    why: &Why<'_>,
    width: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let words: Vec<_> = why.explanation.by_word(why.hit).collect();
    let columns = Columns::of(model, &words, width);
    let mut body = Vec::new();
    if columns.is_one_row() {
        body.push(columns.heading(model, theme));
    }
    for (word, reasons) in &words {
        if reasons.is_empty() {
            columns.silent(model, theme, word, &mut body);
        }
        for reason in reasons {
            columns.reason(model, theme, (word, reason), &mut body);
        }
    }
    body.push(Line::default());
    for line in wrap(&model.locale.text("why-note"), width.saturating_sub(2)) {
        body.push(Line::styled(format!(" {line}"), theme.dim));
    }
    (head(model, theme, why, width), body)
}

/// The service as its row in the list, and its place there.
fn head(model: &Model, theme: &Theme, why: &Why<'_>, width: usize) -> Vec<Line<'static>> {
    let name = &model.catalogue()[why.hit.service].name;
    let place = model.locale.with(
        "why-place",
        &[
            ("place", &(why.before + 1).to_string()),
            ("all", &why.explanation.hits.len().to_string()),
            ("score", &why.hit.score.to_string()),
        ],
    );
    let language = [("language", why.explanation.language)];
    let language = model.locale.with("why-language", &language);
    let whole = format!("{place} · {language}");
    let place = if whole.width() < width { whole } else { place };
    vec![
        Line::styled(column(&format!("▌{name}"), width), theme.selected),
        Line::styled(cut(&format!(" {place}"), width), theme.dim),
        Line::default(),
    ]
}

/// The widths of the columns.
struct Columns {
    said: usize,
    found: usize,
    bars: bool,
    width: usize,
}

impl Columns {
    fn of(model: &Model, words: &[(&AskedWord, Vec<&Reason>)], width: usize) -> Self {
        let most = (width / 5).max(8);
        let heading = |key: &str| model.locale.text(key).width();
        let said = words.iter().map(|(word, _)| word.text.width()).max();
        let reasons = words.iter().flat_map(|(_, reasons)| reasons);
        let found = reasons.map(|reason| reason.found.width()).max();
        Self {
            said: said.unwrap_or(0).max(heading("why-said")).min(most),
            found: found.unwrap_or(0).max(heading("why-found")).min(most),
            bars: width >= WITH_BARS,
            width,
        }
    }

    fn is_one_row(&self) -> bool {
        self.width >= ONE_ROW
    }

    /// The columns before what was found.
    fn before_found(&self) -> usize {
        1 + self.said + NUMBER + GAP.len()
    }

    /// The columns before how it was found.
    fn before_how(&self) -> usize {
        let bar = if self.bars { GAP.len() + BAR } else { 0 };
        self.before_found() + self.found + NUMBER + bar + GAP.len()
    }

    fn heading(&self, model: &Model, theme: &Theme) -> Line<'static> {
        let text = |key: &str| model.locale.text(key);
        let line = format!(
            " {}{}{GAP}{}{}",
            column(&text("why-said"), self.said),
            right(&text("why-weight")),
            column(&text("why-found"), self.found),
            right(&text("why-worth")),
        );
        let line = format!("{}{}", column(&line, self.before_how()), text("why-how"));
        Line::styled(cut(&line, self.width), theme.heading)
    }

    /// What a word found.
    fn reason(
        &self,
        model: &Model,
        theme: &Theme,
        (word, reason): (&AskedWord, &Reason),
        lines: &mut Vec<Line<'static>>,
    ) {
        let how = reason.how(&model.locale);
        let worth = Span::styled(right(&reason.weight.to_string()), theme.number);
        if !self.is_one_row() {
            let found = format!(" {} → {}", word.text, reason.found);
            let room = self.width.saturating_sub(NUMBER + 1);
            let found = Span::styled(column(&found, room), theme.matched);
            lines.push(Line::from(vec![found, worth]));
            lines.extend(indented(&how, self.width, theme));
            return;
        }
        let mut spans = self.said(theme, word);
        let found = column(&reason.found, self.found);
        spans.push(Span::styled(found, theme.matched));
        spans.push(worth);
        if self.bars {
            let full = usize::try_from(reason.weight).unwrap_or(0).min(1000) * BAR / 1000;
            spans.push(Span::raw(GAP));
            spans.push(Span::styled("━".repeat(full), theme.number));
            spans.push(Span::styled("─".repeat(BAR - full), theme.border));
        }
        let room = self.width.saturating_sub(self.before_how() + 1);
        let mut parts = wrap(&how, room).into_iter();
        let first = parts.next().unwrap_or_default();
        spans.push(Span::styled(format!("{GAP}{first}"), theme.text));
        lines.push(Line::from(spans));
        let indent = " ".repeat(self.before_how());
        lines.extend(parts.map(|part| Line::styled(format!("{indent}{part}"), theme.text)));
    }

    /// That a word found nothing.
    fn silent(
        &self,
        model: &Model,
        theme: &Theme,
        word: &AskedWord,
        lines: &mut Vec<Line<'static>>,
    ) {
        let key = if word.unmatched {
            "why-unmatched"
        } else {
            "why-not-here"
        };
        let text = model.locale.text(key);
        if !self.is_one_row() {
            let said = cut(&format!(" {}", word.text), self.width);
            lines.push(Line::styled(said, theme.text));
            lines.extend(indented(&text, self.width, theme));
            return;
        }
        let mut spans = self.said(theme, word);
        let room = self.width.saturating_sub(self.before_found() + 1);
        spans.push(Span::styled(cut(&text, room), theme.dim));
        lines.push(Line::from(spans));
    }

    /// A word of the query and how much it counts.
    fn said(&self, theme: &Theme, word: &AskedWord) -> Vec<Span<'static>> {
        let weight = right(&word.importance.to_string());
        vec![
            Span::styled(format!(" {}", column(&word.text, self.said)), theme.text),
            Span::styled(format!("{weight}{GAP}"), theme.dim),
        ]
    }
}

fn indented(text: &str, width: usize, theme: &Theme) -> impl Iterator<Item = Line<'static>> {
    let style = theme.dim;
    let lines = wrap(text, width.saturating_sub(4)).into_iter();
    lines.map(move |line| Line::styled(format!("   {line}"), style))
}

/// A number or its heading, at the right of its column.
fn right(text: &str) -> String {
    let text = cut(text, NUMBER);
    " ".repeat(NUMBER.saturating_sub(text.width())) + &text
}
