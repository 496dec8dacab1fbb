//! A bar chart: a table with a drawn bar in every row, so that its numbers can be read and heard as well as seen.

use maud::{Markup, html};

use crate::report::document::{Bar, Bars};

/// How high a bar is, where the longest is a hundred wide.
const HEIGHT: usize = 6;

/// The chart with its numbers.
pub fn drawn(bars: &Bars) -> Markup {
    html! {
        div.table role="region" tabindex="0" aria-label=(bars.caption) {
            table.bars {
                caption { (bars.caption) }
                thead { tr {
                    th scope="col" { (bars.subject) }
                    th.bar scope="col" { (bars.bar) }
                    @for (tone, name) in &bars.parts {
                        th.number scope="col" { span.{ "swatch " (tone.class()) } aria-hidden="true" {} (name) }
                    }
                } }
                tbody { @for bar in &bars.rows {
                    tr {
                        th scope="row" { (bar.label) }
                        td.bar { (one(bars, bar)) }
                        @for length in &bar.parts { td.number { (length) } }
                    }
                } }
            }
        }
    }
}

/// One bar as a picture with a name and a description.
fn one(bars: &Bars, bar: &Bar) -> Markup {
    let longest = bars.longest();
    let view = format!("0 0 100 {HEIGHT}");
    let said = bars.parts.iter().zip(&bar.parts);
    let said: Vec<String> = said
        .map(|((_, name), length)| format!("{name} {length}"))
        .collect();
    let mut from = 0;
    let parts = bars
        .parts
        .iter()
        .zip(&bar.parts)
        .map(|((tone, _), &length)| {
            let begins = from;
            from += length;
            (
                tone.class(),
                hundredths(begins, longest),
                hundredths(length, longest),
            )
        });
    html! {
        svg role="img" viewBox=(view) preserveAspectRatio="none" {
            title { (bar.label) }
            desc { (said.join(", ")) }
            @for (tone, from, length) in parts {
                @if length != "0.00" {
                    rect class=(tone) x=(from) y="0" width=(length) height=(HEIGHT) {}
                }
            }
        }
    }
}

/// A part of a whole in hundredths of it, with two decimals.
fn hundredths(part: usize, whole: usize) -> String {
    let exact = part * 10_000 / whole.max(1);
    format!("{}.{:02}", exact / 100, exact % 100)
}
