//! The card of an organisation: what became of it, how to reach it, what it has been called, what it does.

use ratatui::text::{Line, Span};

use super::labelled::{Card, of_tone};
use crate::catalogue::{Confidence, Contact, OrganisationRef, TopicRef};
use crate::referral::{Caveat, checked_words, day_words, opening, opening_row, sign, week_words};
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// The card, so many columns wide.
pub(super) fn lines(
    model: &Model,
    theme: &Theme,
    organisation: OrganisationRef,
    width: usize,
) -> Vec<Line<'static>> {
    let catalogue = model.catalogue();
    let directory = &model.directory;
    let entry = &catalogue[organisation];
    let mut card = Card::new(width, theme);
    let kind = model.locale.text(&format!("kind-{}", entry.kind.word()));
    card.title(directory.name(organisation), &kind);
    fate(&mut card, model, theme, organisation);
    if directory.exists(organisation) {
        contact(
            &mut card,
            model,
            theme,
            &directory.contact(organisation, None),
        );
    }
    if let Some(summary) = &entry.summary {
        card.gap();
        card.paragraph(summary, theme.text);
    }
    units(&mut card, model, theme, organisation);
    names(&mut card, model, theme, organisation);
    let served: Vec<_> = entry
        .serves
        .iter()
        .map(|&one| catalogue[one].name.as_str())
        .collect();
    card.gap();
    card.labelled(
        &model.locale.text("label-serves"),
        &served.join(", "),
        theme.text,
    );
    services(&mut card, model, theme, organisation);
    card.gap();
    let label = model.locale.text("label-sources").into_owned();
    for (position, &source) in entry.sources.iter().enumerate() {
        let source = &catalogue[source];
        card.labelled(
            if position == 0 { &label } else { "" },
            &format!("{}  {}", source.id, source.title),
            theme.dim,
        );
    }
    doubt(&mut card, model, theme, entry.confidence);
    card.lines()
}

fn doubt(card: &mut Card<'_>, model: &Model, theme: &Theme, confidence: Confidence) {
    let style = match confidence {
        Confidence::Documented => return,
        Confidence::Inferred => theme.dim,
        Confidence::Assumed => theme.warning,
    };
    let words = model
        .locale
        .text(&format!("confidence-{}", confidence.word()));
    card.labelled("", &format!("{} {words}", sign(confidence)), style);
}

/// That it no longer exists, and who answers now; or that it does not exist yet.
fn fate(card: &mut Card<'_>, model: &Model, theme: &Theme, organisation: OrganisationRef) {
    let directory = &model.directory;
    if directory.exists(organisation) {
        return;
    }
    let entry = &model.catalogue()[organisation];
    match entry
        .period
        .until
        .filter(|_| entry.period.ended_before(model.moment.day))
    {
        Some(day) => {
            let day = day_words(day, None, &model.locale);
            card.labelled(&model.locale.text("label-ended"), &day, theme.warning);
            if let Some(successor) = directory.answering(organisation) {
                card.labelled(
                    &model.locale.text("label-successor"),
                    directory.name(successor),
                    theme.title,
                );
                contact(card, model, theme, &directory.contact(successor, None));
            }
        }
        None => card.labelled(
            &model.locale.text("label-ended"),
            &model.locale.text("card-not-yet"),
            theme.warning,
        ),
    }
}

fn contact(card: &mut Card<'_>, model: &Model, theme: &Theme, contact: &Contact) {
    let opening = opening(&model.directory, contact, model.moment);
    let label = model.locale.text("label-ring").into_owned();
    match &contact.phone {
        Some(phone) => {
            let number = Span::styled(phone.clone(), theme.number);
            match opening_row(opening, model.moment, &model.locale) {
                Some((tone, words)) => {
                    let sign = Span::styled(words, of_tone(theme, tone));
                    card.row_with_end(&label, number, sign);
                }
                None => card.labelled(&label, phone, theme.number),
            }
        }
        None => card.labelled(&label, &model.locale.text("card-no-number"), theme.warning),
    }
    if let Some(hours) = &contact.hours {
        let words = week_words(hours, model.catalogue(), model.moment.day, &model.locale);
        let words = words.as_deref().unwrap_or(hours.as_str());
        card.labelled(&model.locale.text("label-hours"), words, theme.dim);
    }
    if let Some(number) = &contact.on_call {
        let note = contact.on_call_note.as_deref().unwrap_or_default();
        card.labelled(
            &model.locale.text("label-on-call"),
            format!("{number}  {note}").trim_end(),
            theme.text,
        );
    }
    let rows = [
        ("label-email", &contact.email),
        ("label-web", &contact.web),
        ("label-address", &contact.address),
    ];
    for (key, value) in rows {
        if let Some(value) = value {
            card.labelled(&model.locale.text(key), value, theme.text);
        }
    }
    if let Some(note) = &contact.note {
        card.labelled("", note, theme.dim);
    }
    if let Some(caveat) = Caveat::of_number(contact) {
        card.labelled("", &caveat.words(&model.locale), theme.dim);
    }
    if contact.leads_anywhere() {
        let catalogue = model.catalogue();
        let checked = catalogue.checked(contact.verified, &contact.sources);
        let (tone, words) = checked_words(catalogue, checked, model.moment, &model.locale);
        let ids = contact
            .sources
            .iter()
            .map(|&one| catalogue[one].id.to_string());
        let ids: Vec<String> = ids.collect();
        let sources = match ids.len() {
            0 => String::new(),
            count => {
                let ids = model
                    .locale
                    .count("source-ids", count, &[("ids", &ids.join(", "))]);
                format!(" · {ids}")
            }
        };
        card.labelled("", &format!("{words}{sources}"), of_tone(theme, tone));
    }
}

fn units(card: &mut Card<'_>, model: &Model, theme: &Theme, organisation: OrganisationRef) {
    let entry = &model.catalogue()[organisation];
    if entry.units.is_empty() || !model.directory.exists(organisation) {
        return;
    }
    card.gap();
    let own = model.directory.contact(organisation, None);
    let label = model.locale.text("label-units").into_owned();
    for (position, unit) in entry.units.iter().enumerate() {
        let contact = model.directory.contact(organisation, entry.unit(&unit.id));
        let number = contact
            .phone
            .filter(|phone| own.phone.as_ref() != Some(phone));
        let on_call = contact
            .on_call
            .filter(|number| own.on_call.as_ref() != Some(number));
        let on_call = on_call.map(|number| {
            format!(
                "{} {number}",
                model.locale.text("label-on-call").to_lowercase()
            )
        });
        let parts = [Some(unit.name.clone()), number, on_call];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join("  ");
        card.labelled(if position == 0 { &label } else { "" }, &text, theme.text);
    }
}

/// Its names over time, and whom it took over from.
fn names(card: &mut Card<'_>, model: &Model, theme: &Theme, organisation: OrganisationRef) {
    let catalogue = model.catalogue();
    let entry = &catalogue[organisation];
    let day = |day: chrono::NaiveDate| day.format("%Y-%m-%d").to_string();
    if entry.names.len() > 1 {
        card.gap();
        let label = model.locale.text("label-names").into_owned();
        for (position, name) in entry.names.iter().enumerate() {
            let from = name
                .period
                .from
                .or(entry.period.from)
                .map(day)
                .unwrap_or_default();
            let until = name
                .period
                .until
                .or(entry.period.until)
                .map(day)
                .unwrap_or_default();
            let short = name
                .short
                .as_ref()
                .map(|short| format!(" ({short})"))
                .unwrap_or_default();
            let text = format!("{}{short}  {from}–{until}", name.name);
            card.labelled(if position == 0 { &label } else { "" }, &text, theme.text);
        }
    }
    let before = catalogue
        .organisation_refs()
        .filter(|&one| catalogue[one].successor == Some(organisation));
    let before: Vec<_> = before
        .map(|one| model.directory.name(one).to_owned())
        .collect();
    if !before.is_empty() {
        card.labelled(
            &model.locale.text("label-took-over"),
            &before.join(", "),
            theme.text,
        );
    }
}

/// What it does, topic by topic.
fn services(card: &mut Card<'_>, model: &Model, theme: &Theme, organisation: OrganisationRef) {
    let catalogue = model.catalogue();
    let mut services: Vec<_> = model.directory.services_of(organisation).collect();
    if services.is_empty() {
        return;
    }
    card.gap();
    let count = model.locale.count("card-services", services.len(), &[]);
    card.paragraph(&count, theme.heading);
    services.sort_by_key(|&service| catalogue[service].topic);
    let mut topic: Option<TopicRef> = None;
    for service in services {
        let entry = &catalogue[service];
        if topic != Some(entry.topic) {
            topic = Some(entry.topic);
            card.paragraph(&catalogue[entry.topic].name, theme.dim);
        }
        card.paragraph(&format!("· {}", entry.name), theme.text);
    }
}
