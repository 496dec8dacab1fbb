//! The heat map: services beside municipalities, each cell with its sign, its word and who it is.

use maud::{Markup, html};

use crate::report::document::{HeatCell, HeatMap, Tone};

/// The heat map with what its signs mean.
pub fn drawn(map: &HeatMap) -> Markup {
    html! {
        ul.legend { @for sign in &map.signs {
            li { span.{ "sign " (sign.tone.class()) } aria-hidden="true" { (sign.glyph) } " " (sign.word) }
        } }
        div.table role="region" tabindex="0" aria-label=(map.caption) {
            table.heat {
                caption { (map.caption) }
                thead { tr {
                    th scope="col" { (map.subject) }
                    @for column in &map.columns { th scope="col" { (column) } }
                } }
                @for group in &map.groups {
                    tbody {
                        tr.topic { th scope="rowgroup" colspan=(map.columns.len() + 1) { (group.title) } }
                        @for (service, cells) in &group.rows {
                            tr {
                                th scope="row" { (service) }
                                @for one in cells { (cell(map, one)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(map: &HeatMap, one: &HeatCell) -> Markup {
    let sign = map.signs.get(one.sign);
    let tone = sign.map_or(Tone::Faint, |sign| sign.tone);
    let word = if one.is_told { "word" } else { "heard" };
    html! {
        td class=(tone.class()) {
            @if let Some(sign) = sign {
                span.sign aria-hidden="true" { (sign.glyph) }
                " " span class=(word) { (sign.word) }
            }
            @if !one.who.is_empty() { " " (one.who) }
        }
    }
}
