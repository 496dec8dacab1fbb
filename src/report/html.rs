//! A report as one HTML file: its style and its charts are in it, it loads nothing and runs nothing.
//!
//! Everything is real headings, lists and tables, so that it can be read aloud; a chart is a table whose bars are drawn.
//! The templates are compiled, and escape whatever is put into them.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Block, Document, Drawing, Entry, KeyFigure, Section, Table};

mod bars;
mod heat_map;

/// How it looks, on screens and on paper.
const STYLE: &str = include_str!("html/style.css");

/// Nothing may be loaded, run or sent from the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The report as a whole HTML page.
pub fn render(document: &Document) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(document.language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                // Without an icon named, a browser would ask for one.
                link rel="icon" href="data:,";
                title { (document.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (document.title) }
                    @for text in &document.lead { p.lead { (text) } }
                }
                (contents(document))
                main { @for section in &document.sections { (part(section, 2)) } }
            }
        }
    };
    page.into_string()
}

/// The list of the sections that have an anchor.
fn contents(document: &Document) -> Markup {
    let named = || {
        let sections = document.sections.iter();
        sections.filter(|section| !section.anchor.is_empty())
    };
    html! {
        @if named().count() > 1 {
            nav aria-labelledby="contents" {
                h2 #contents { (document.contents) }
                ol { @for section in named() {
                    li { a href={ "#" (section.anchor) } { (section.title) } }
                } }
            }
        }
    }
}

/// A section with its parts; level 2 is the uppermost.
fn part(section: &Section, level: usize) -> Markup {
    let id = Some(section.anchor).filter(|anchor| !anchor.is_empty());
    html! {
        section id=[id] {
            (heading(level, &section.title))
            @for block in &section.blocks { (written(block, level + 1)) }
            @for inner in &section.sections { (part(inner, level + 1)) }
        }
    }
}

fn heading(level: usize, title: &str) -> Markup {
    html! {
        @match level {
            0..=2 => h2 { (title) },
            3 => h3 { (title) },
            4 => h4 { (title) },
            5 => h5 { (title) },
            _ => h6 { (title) },
        }
    }
}

fn written(block: &Block, level: usize) -> Markup {
    match block {
        Block::Text(text) => html! { p { (text) } },
        Block::Quiet(text) => html! { p.quiet { (text) } },
        Block::List(items) => html! { ul { @for item in items { li { (item) } } } },
        Block::Figures(figures) => key_figures(figures),
        Block::Table(one) => table(one),
        Block::Bars(one) => bars::drawn(one),
        Block::Chain(one) => chain(one),
        Block::Entry(one) => entry(one, level),
        Block::HeatMap(one) => heat_map::drawn(one),
    }
}

fn key_figures(figures: &[KeyFigure]) -> Markup {
    html! {
        dl class={ "figures" @if figures.len().is_multiple_of(4) { " four" } } { @for one in figures {
            div {
                dt { (one.label) }
                dd {
                    @if let Some(before) = &one.before { span.before { (before) " → " } }
                    (one.value)
                }
            }
        } }
    }
}

fn table(table: &Table) -> Markup {
    let class = |column: usize| {
        let head = table.head.get(column);
        head.filter(|head| head.is_number).map(|_| "number")
    };
    html! {
        div.table role="region" tabindex="0" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead { tr { @for (column, head) in table.head.iter().enumerate() {
                    th scope="col" class=[class(column)] { (head.text) }
                } } }
                tbody { @for row in &table.rows {
                    tr { @for (column, cell) in row.iter().enumerate() {
                        @if column == 0 { th scope="row" { (cell) } }
                        @else { td class=[class(column)] { (cell) } }
                    } }
                } }
            }
        }
    }
}

fn chain(drawing: &Drawing) -> Markup {
    html! {
        figure.chain {
            figcaption { (drawing.caption) }
            ol {
                @for one in &drawing.boxes { li { (one) } }
                @if let Some(end) = &drawing.end { li.end { (end) } }
            }
        }
    }
}

fn entry(entry: &Entry, level: usize) -> Markup {
    html! {
        article {
            (heading(level, &entry.title))
            @if !entry.tags.is_empty() {
                ul.tags { @for tag in &entry.tags { li { (tag) } } }
            }
            @for text in &entry.texts { p { (text) } }
            @for drawing in &entry.chains { (chain(drawing)) }
            @if !entry.facts.is_empty() {
                dl { @for (word, fact) in &entry.facts {
                    div { dt { (word) } dd { (fact) } }
                } }
            }
        }
    }
}
