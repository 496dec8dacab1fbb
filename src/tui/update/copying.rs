//! The text that is copied, about what is selected.

use super::caller::keep_place;
use crate::catalogue::{MunicipalityRef, ServiceRef};
use crate::overlap::matrix::Column;
use crate::referral::{Referral, day_words, organisation_with_unit, resolve, sentence};
use crate::tui::message::Effect;
use crate::tui::model::{Model, Notice, Overlay, View};

/// The sentence to read out or send, about what is selected.
pub(super) fn copy(model: &mut Model) -> Option<Effect> {
    keep_place(model);
    let text = match (&model.overlay, model.view) {
        (Some(Overlay::Emergency { selected }), _) => model
            .numbers()
            .into_iter()
            .nth(*selected)
            .map(|one| one.number),
        (_, View::Services) => model.service.selected.map(|one| sentences(model, one)),
        (_, View::Matrix) => model
            .grid
            .service()
            .map(|service| match model.grid.column.selected {
                Some(Column::Municipality(municipality)) => {
                    let answer = resolve(&model.directory, service, municipality, model.moment);
                    said(model, service, &[municipality], &answer, true)
                }
                _ => sentences(model, service),
            }),
        (_, View::Findings) => model.selected_finding().map(|finding| {
            let words = model.words();
            let about = format!("{}: {}", words.kind(finding.kind), words.about(finding));
            let mut lines = vec![about];
            lines.extend(words.evidence(finding, model.municipality()));
            lines.push(words.suggestion(finding));
            lines.join("\n")
        }),
        (_, View::Organisations) => model.organisation.selected.map(|organisation| {
            let answering = model
                .directory
                .answering(organisation)
                .unwrap_or(organisation);
            let contact = model.directory.contact(answering, None);
            let name = organisation_with_unit(&model.directory, answering, None);
            [Some(name), contact.phone, contact.email, contact.web]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }),
    };
    if text.is_none() {
        model.notice = Some(Notice {
            text: model.locale.text("notice-nothing-to-copy").into_owned(),
            is_fault: true,
        });
    }
    // Whoever reads it later must not take another day's answer for today's.
    let then = |text: String| {
        let day = day_words(model.moment.day, None, &model.locale);
        model
            .locale
            .with("sentence-then", &[("day", &day), ("text", &text)])
    };
    let text = if model.pinned { text.map(then) } else { text };
    text.map(Effect::Copy)
}

/// What to say about a service: one sentence where the answer is one, otherwise one for each answer.
fn sentences(model: &Model, service: ServiceRef) -> String {
    let answers = model.answers(service);
    let sentences = answers
        .iter()
        .map(|(places, referral)| said(model, service, places, referral, answers.len() > 1));
    sentences.collect::<Vec<_>>().join("\n")
}

/// The sentence for some municipalities, with their names before it where they must be told apart.
fn said(
    model: &Model,
    service: ServiceRef,
    municipalities: &[MunicipalityRef],
    referral: &Referral,
    with_names: bool,
) -> String {
    let said = sentence(
        &model.directory,
        service,
        referral,
        model.moment,
        &model.locale,
    );
    if !with_names {
        return said;
    }
    let names: Vec<_> = municipalities
        .iter()
        .map(|&one| model.catalogue()[one].name.as_str())
        .collect();
    format!("{}: {said}", names.join(", "))
}
