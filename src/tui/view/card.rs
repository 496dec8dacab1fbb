//! The card of a service: what the card says, with places and colours for the screen.

use ratatui::text::{Line, Span};

use super::labelled::{Card, of_tone};
use super::short::{in_cell, short};
use crate::catalogue::ServiceRef;
use crate::overlap::Basis;
use crate::referral::{self, Row, Section, WhoDoesWhat};
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// The card, so many columns wide.
pub(super) fn lines(
    model: &Model,
    theme: &Theme,
    service: ServiceRef,
    width: usize,
) -> Vec<Line<'static>> {
    let catalogue = model.catalogue();
    let directory = &model.directory;
    let entry = &catalogue[service];
    let told = referral::Card::of(directory, service, model.municipality(), model.moment);
    let mut card = Card::new(width, theme);
    let mut emergency = told.emergency_words(&model.locale);
    match emergency.take_if(|words| card.fits_title(&entry.name, words)) {
        Some(words) => card.title_kept(&entry.name, &words, theme.warning),
        None => card.title(&entry.name, &catalogue[entry.topic].name),
    }
    for (position, section) in told.sections(directory, &model.locale).iter().enumerate() {
        match section {
            Section::Rows(rows) => {
                // Whom to ring stands right below the title.
                if position > 0 || matches!(rows.first(), Some(Row::Heading(_))) {
                    card.gap();
                }
                for one in rows {
                    row(&mut card, model, theme, one);
                    // Where the title has no room for it, it stands below the first number.
                    if matches!(one, Row::Whom { .. })
                        && let Some(words) = emergency.take()
                    {
                        card.labelled("", &words, theme.warning);
                    }
                }
            }
            Section::WhoDoesWhat => who(&mut card, model, theme, &told.steps),
            Section::Findings => findings(&mut card, model, theme, service),
        }
    }
    card.lines()
}

fn row(card: &mut Card<'_>, model: &Model, theme: &Theme, row: &Row) {
    let label = |key: Option<&'static str>| {
        key.map_or_else(String::new, |key| model.locale.text(key).into_owned())
    };
    match row {
        Row::Heading(text) | Row::Case(text) => card.paragraph(text, theme.heading),
        Row::Paragraph(text) => card.paragraph(text, theme.text),
        Row::Whom {
            label,
            name,
            way,
            opening,
        } => {
            let label = model.locale.text(label);
            let opening = opening
                .as_ref()
                .map(|(tone, words)| (words, of_tone(theme, *tone)));
            let beside = opening.filter(|(words, _)| card.fits_beside(name, words));
            match beside {
                Some((words, style)) => {
                    let who = Span::styled(name.clone(), theme.title);
                    card.row_with_end(&label, who, Span::styled(words.clone(), style));
                }
                None => card.labelled(&label, name, theme.title),
            }
            if let Some(way) = way {
                card.labelled("", way, theme.number);
            }
            // Where there is no room beside the name, the number to ring still goes before whether anybody answers.
            if let (None, Some((words, style))) = (beside, opening) {
                card.labelled("", words, style);
            }
        }
        Row::OnCall {
            label: key,
            number,
            now,
            about,
        } => {
            let style = if *now { theme.number } else { theme.text };
            card.labelled_pair(&label(*key), (number, style), (about, theme.dim));
        }
        Row::Text {
            label: key,
            tone,
            text,
        }
        | Row::Item {
            label: key,
            tone,
            text,
        } => card.labelled(&label(*key), text, of_tone(theme, *tone)),
    }
}

/// Who does what: one row a step, one column a municipality.
fn who(card: &mut Card<'_>, model: &Model, theme: &Theme, table: &[WhoDoesWhat]) {
    if table.is_empty() {
        return;
    }
    card.gap();
    let catalogue = model.catalogue();
    let columns = catalogue.municipalities().len();
    let cell_width = (card.width().saturating_sub(18) / columns.max(1)).clamp(5, 13);
    let shown = (card.width().saturating_sub(14) / cell_width).min(columns);
    let heads: Vec<String> = catalogue
        .municipalities()
        .iter()
        .take(shown)
        .map(|one| one.name.clone())
        .collect();
    let label = model.locale.text("label-who");
    card.table_row(&label, &heads, cell_width, theme.heading, theme.dim);
    for row in table {
        let cells: Vec<String> = row
            .organisations
            .iter()
            .take(shown)
            .map(|(place, organisations)| {
                let names: Vec<_> = organisations
                    .iter()
                    .map(|&one| short(model, one, Some(*place), cell_width))
                    .collect();
                in_cell(&names, cell_width)
            })
            .collect();
        let name = format!(
            " {}",
            model.locale.text(&format!("step-{}", row.step.word()))
        );
        card.table_row(&name, &cells, cell_width, theme.text, theme.text);
    }
}

/// What was found about the service: the kind, and a line of what shows it.
fn findings(card: &mut Card<'_>, model: &Model, theme: &Theme, service: ServiceRef) {
    let words = model.words();
    let mut kind = None;
    let mut found: Vec<_> = model.findings_about(service).collect();
    found.sort_by_key(|finding| finding.kind);
    for finding in found {
        if kind != Some(finding.kind) {
            kind = Some(finding.kind);
            card.gap();
            let heading = format!("≠ {}", words.kind(finding.kind).to_uppercase());
            card.paragraph(&heading, theme.finding);
        }
        let example = match finding.basis {
            Basis::Illustrative => format!(" ({})", model.locale.text("card-example")),
            Basis::Documented | Basis::Computed => String::new(),
        };
        let example = if finding.names_no_services() {
            format!(" ({})", model.locale.text("chain-inferred"))
        } else {
            example
        };
        let shown = words
            .evidence_about(finding, service, model.municipality())
            .into_iter()
            .next();
        let shown = shown.unwrap_or_else(|| words.about(finding));
        card.one_line(&shown, &example, theme.text);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalogue::Reading;
    use crate::tui::model::Beginning;
    use crate::tui::operator::{Operator, beginning, moment};

    #[test]
    fn the_card_of_every_service_says_all_that_there_is_to_say() {
        let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
        for municipality in [None, catalogue.find_municipality("nora")] {
            let operator = Operator::at(Beginning {
                catalogue: Arc::clone(&catalogue),
                moment: moment("2026-11-23T17:42"),
                municipality,
                ..beginning()
            });
            let (model, theme) = (&operator.model, &operator.theme);
            for &service in model.directory.services() {
                let drawn = lines(model, theme, service, 500);
                let drawn: Vec<String> = drawn.iter().map(ToString::to_string).collect();
                let drawn = drawn.join("\n");
                let told =
                    referral::Card::of(&model.directory, service, municipality, model.moment);
                for section in told.sections(&model.directory, &model.locale) {
                    let Section::Rows(rows) = section else {
                        continue;
                    };
                    for text in rows.iter().flat_map(Row::texts) {
                        assert!(drawn.contains(text), "{text} is not in\n{drawn}");
                    }
                }
            }
        }
    }
}
