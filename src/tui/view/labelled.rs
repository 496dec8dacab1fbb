//! Lines with labels at the left, of which every card is made.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::referral::Tone;
use crate::tui::text::{column, cut, wrap};
use crate::tui::theme::Theme;

/// The columns of a label, with the gap behind it.
pub const LABEL: usize = 10;

/// A text beside a number has at least so many columns, or it goes below.
const NARROWEST: usize = 20;

/// The columns left free at the left and at the right.
const MARGIN: usize = 1;

/// How a tone looks.
pub const fn of_tone(theme: &Theme, tone: Tone) -> Style {
    match tone {
        Tone::Plain => theme.text,
        Tone::Quiet => theme.dim,
        Tone::Caution => theme.warning,
        Tone::Open => theme.open,
        Tone::Closed => theme.closed,
    }
}

/// A card on its way: lines of a width.
#[derive(Debug)]
pub struct Card<'t> {
    width: usize,
    theme: &'t Theme,
    lines: Vec<Line<'static>>,
}

impl<'t> Card<'t> {
    /// An empty card so many columns wide.
    pub fn new(width: usize, theme: &'t Theme) -> Self {
        Self {
            width: width.saturating_sub(2 * MARGIN),
            theme,
            lines: Vec::new(),
        }
    }

    /// What has been written.
    pub fn lines(self) -> Vec<Line<'static>> {
        self.lines
    }

    /// The columns that texts behind labels have.
    pub fn room(&self) -> usize {
        self.width.saturating_sub(LABEL)
    }

    fn push(&mut self, spans: Vec<Span<'static>>) {
        let mut all = vec![Span::raw(" ".repeat(MARGIN))];
        all.extend(spans);
        self.lines.push(Line::from(all));
    }

    /// The name at the left, what sort of thing it is at the right if there is room for both.
    pub fn title(&mut self, name: &str, kind: &str) {
        let fits = self.fits_title(name, kind);
        self.title_kept(name, if fits { kind } else { "" }, self.theme.dim);
    }

    /// Whether there is room for a name and something to know beside it in one line.
    pub fn fits_title(&self, name: &str, end: &str) -> bool {
        name.width() + end.width() + 2 <= self.width
    }

    /// The name at the left, and at the right what sort of thing it is, for which the name gives way.
    pub fn title_kept(&mut self, name: &str, kind: &str, kind_style: Style) {
        let kind = cut(kind, self.width);
        let gap = if kind.is_empty() { 0 } else { 2 };
        let room = self.width.saturating_sub(kind.width() + gap);
        let name = column(name, room);
        let title = self.theme.title;
        self.push(vec![
            Span::styled(name, title),
            Span::raw(" ".repeat(gap.min(self.width.saturating_sub(kind.width())))),
            Span::styled(kind, kind_style),
        ]);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// A label with a text that wraps behind it.
    pub fn labelled(&mut self, label: &str, text: &str, style: Style) {
        let mut label = label;
        for part in wrap(text, self.room()) {
            self.row(label, vec![Span::styled(part, style)]);
            label = "";
        }
    }

    /// One of several texts behind a label, with a dot before it.
    pub fn point(&mut self, label: &str, text: &str, style: Style) {
        let (mut label, mut dot) = (label, "· ");
        for part in wrap(text, self.room().saturating_sub(dot.width())) {
            self.row(label, vec![Span::styled(format!("{dot}{part}"), style)]);
            (label, dot) = ("", "  ");
        }
    }

    /// A label with a number and what is to be known about it, which wraps beside the number.
    pub fn labelled_pair(&mut self, label: &str, number: (&str, Style), about: (&str, Style)) {
        let indent = number.0.width() + 2;
        let room = self.room().saturating_sub(indent);
        if room < NARROWEST {
            self.labelled(label, number.0, number.1);
            self.labelled("", about.0, about.1);
            return;
        }
        let head = Span::styled(format!("{}  ", number.0), number.1);
        for (position, part) in wrap(about.0, room).into_iter().enumerate() {
            let about = Span::styled(part, about.1);
            match position {
                0 => self.row(label, vec![head.clone(), about]),
                _ => self.row("", vec![Span::raw(" ".repeat(indent)), about]),
            }
        }
    }

    /// A label with ready spans behind it, which must fit.
    pub fn row(&mut self, label: &str, spans: Vec<Span<'static>>) {
        let mut all = vec![Span::styled(column(label, LABEL), self.theme.heading)];
        all.extend(spans);
        self.push(all);
    }

    /// Whether there is room behind a label for one part at the left and a word at the right.
    pub fn fits_beside(&self, left: &str, end: &str) -> bool {
        left.width() <= self.room().saturating_sub(end.width() + 2)
    }

    /// A label with one part at the left and a word at the right, below each other where they do not fit.
    pub fn row_with_end(&mut self, label: &str, left: Span<'static>, end: Span<'static>) {
        if self.fits_beside(&left.content, &end.content) {
            let gap = self
                .room()
                .saturating_sub(left.content.width() + end.content.width());
            self.row(label, vec![left, Span::raw(" ".repeat(gap)), end]);
        } else {
            self.labelled(label, &left.content, left.style);
            self.labelled("", &end.content, end.style);
        }
    }

    /// A text over the whole width.
    pub fn paragraph(&mut self, text: &str, style: Style) {
        for part in wrap(text, self.width) {
            self.push(vec![Span::styled(part, style)]);
        }
    }

    /// A text cut to one line, with an end that stays.
    pub fn one_line(&mut self, text: &str, end: &str, style: Style) {
        let room = self.width.saturating_sub(end.width());
        let dim = self.theme.dim;
        let end = cut(end, self.width);
        self.push(vec![
            Span::styled(cut(text, room), style),
            Span::styled(end, dim),
        ]);
    }

    /// A row of a table: a name, then cells of a width.
    pub fn table_row(
        &mut self,
        name: &str,
        cells: &[String],
        cell_width: usize,
        style: Style,
        cell_style: Style,
    ) {
        let room = self.width.saturating_sub(cells.len() * cell_width);
        let mut spans = vec![Span::styled(column(name, room), style)];
        spans.extend(cells.iter().map(|cell| {
            let cell = column(cell, cell_width.saturating_sub(1));
            Span::styled(format!("{cell} "), cell_style)
        }));
        self.push(spans);
    }

    /// The columns of the whole card.
    pub fn width(&self) -> usize {
        self.width
    }
}
