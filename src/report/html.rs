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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::STYLE;

    /// The colours of the light screen, the dark one and paper.
    fn schemes() -> Vec<BTreeMap<&'static str, &'static str>> {
        let roots = STYLE.split(":root {").skip(1);
        let colour = |entry: &'static str| {
            let (name, value) = entry.trim().strip_prefix("--")?.split_once(':')?;
            Some((name, value.trim()))
        };
        roots
            .map(|rest| {
                let end = rest.find('}').unwrap();
                rest[..end].split(';').filter_map(colour).collect()
            })
            .collect()
    }

    /// How light a colour is, 0–1, as WCAG 2.2 defines relative luminance.
    fn luminance(colour: &str) -> f64 {
        let digits: Vec<u32> = colour.chars().filter_map(|c| c.to_digit(16)).collect();
        let parts: Vec<u32> = match digits.len() {
            3 => digits.iter().map(|digit| digit * 17).collect(),
            _ => digits.chunks(2).map(|two| two[0] * 16 + two[1]).collect(),
        };
        let linear = |part: &u32| {
            let part = f64::from(*part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let light: Vec<f64> = parts.iter().map(linear).collect();
        0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    }

    #[test]
    fn every_text_and_every_bar_stands_out_as_wcag_aa_asks() {
        let texts = [
            ("ink", "paper"),
            ("quiet", "paper"),
            ("link", "paper"),
            ("ink", "calm-paper"),
            ("ink", "mild-paper"),
            ("warm-ink", "warm-paper"),
            ("strong-ink", "strong-paper"),
            ("quiet", "faint-paper"),
        ];
        let bars = ["calm", "mild", "warm", "strong", "faint"].map(|tone| (tone, "paper"));
        let schemes = schemes();
        assert_eq!(schemes.len(), 3);
        for scheme in schemes {
            let pairs = texts.map(|pair| (pair, 4.5)).into_iter();
            for ((one, other), least) in pairs.chain(bars.map(|pair| (pair, 3.0))) {
                let (one_light, other_light) = (luminance(scheme[one]), luminance(scheme[other]));
                let (light, dark) = (one_light.max(other_light), one_light.min(other_light));
                let contrast = (light + 0.05) / (dark + 0.05);
                assert!(contrast >= least, "{one} on {other}: {contrast:.2}");
            }
        }
    }
}
