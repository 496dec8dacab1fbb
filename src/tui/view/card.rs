//! The card of a service: whom to ring first of all, then what to ask, who does what, and where it is known from.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::labelled::Card;
use super::lists::opening_sign;
use super::short::{in_cell, short};
use crate::catalogue::{
    Catalogue, Instead, MunicipalityRef, Opening, OrganisationKind, ServiceRef, SourceRef,
};
use crate::overlap::Basis;
use crate::referral::{
    Caveat, Entrance, Gap, Referral, day_words, entrance_name, former_names, who_does_what,
};
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
    let entry = &catalogue[service];
    let mut card = Card::new(width, theme);
    card.title(&entry.name, &catalogue[entry.topic].name);
    let answers = model.answers(service);
    for (municipalities, referral) in answers.iter() {
        if answers.len() > 1 {
            card.gap();
            let names = municipality_names(catalogue, municipalities);
            card.paragraph(&names, theme.heading);
        }
        answer(&mut card, model, theme, service, referral);
    }
    card.gap();
    for (position, question) in entry.ask.iter().enumerate() {
        let label = model.locale.text("label-ask");
        card.labelled(
            if position == 0 { &label } else { "" },
            question,
            theme.text,
        );
    }
    for (position, not_here) in entry.not_here.iter().enumerate() {
        let label = model.locale.text("label-not-here");
        let text = format!("{} → {}", not_here.when, instead(model, not_here.instead));
        card.labelled(if position == 0 { &label } else { "" }, &text, theme.text);
    }
    if let Some(summary) = &entry.summary {
        card.gap();
        card.paragraph(summary, theme.text);
    }
    who(&mut card, model, theme, service);
    findings(&mut card, model, theme, service);
    stated(&mut card, model, theme, service);
    background(&mut card, model, theme, service);
    card.lines()
}

fn municipality_names(catalogue: &Catalogue, municipalities: &[MunicipalityRef]) -> String {
    let names: Vec<_> = municipalities
        .iter()
        .map(|&one| catalogue[one].name.as_str())
        .collect();
    names.join(", ")
}

/// Whom to turn to.
fn answer(
    card: &mut Card<'_>,
    model: &Model,
    theme: &Theme,
    service: ServiceRef,
    referral: &Referral,
) {
    match referral {
        Referral::One(only) => entrance(card, model, theme, service, only),
        Referral::Conditional(several) => {
            for one in several {
                let case = match &one.condition {
                    Some(condition) => model.locale.with("card-case", &[("condition", condition)]),
                    None => model.locale.text("card-otherwise").into_owned(),
                };
                card.paragraph(&case, theme.warning);
                entrance(card, model, theme, service, one);
            }
        }
        Referral::Unclear(several) => {
            card.labelled(
                &model.locale.text("label-unclear"),
                &model.locale.text("card-unclear"),
                theme.warning,
            );
            for one in several {
                entrance(card, model, theme, service, one);
                let steps: Vec<_> = one
                    .steps
                    .iter()
                    .map(|step| {
                        model
                            .locale
                            .text(&format!("step-{}", step.word()))
                            .into_owned()
                    })
                    .collect();
                card.labelled(
                    "",
                    &model
                        .locale
                        .with("card-has-steps", &[("steps", &steps.join(", "))]),
                    theme.dim,
                );
            }
        }
        Referral::Gap(gap) => {
            let text = match gap {
                Gap::NoService => model.locale.text("card-no-service"),
                Gap::Nobody => model.locale.text("card-gap"),
                Gap::OnlyAppeal => model.locale.text("card-only-appeal"),
            };
            card.labelled(&model.locale.text("label-gap"), &text, theme.warning);
        }
    }
}

/// One entrance: who, whether open, the number, the number when closed, and what one should know.
fn entrance(
    card: &mut Card<'_>,
    model: &Model,
    theme: &Theme,
    service: ServiceRef,
    entrance: &Entrance,
) {
    let contact = &entrance.contact;
    let name = entrance_name(&model.directory, entrance);
    let is_private = model.catalogue()[entrance.organisation].kind == OrganisationKind::Private;
    let label = match (&contact.phone, is_private) {
        (Some(_), _) => model.locale.text("label-ring"),
        (None, _) => model.locale.text("label-turn-to"),
    };
    let who = Span::styled(name, theme.title);
    match opening_sign(model, theme, entrance.opening) {
        Some(sign) => card.row_with_end(&label, who, sign),
        None => card.labelled(&label, &who.content, who.style),
    }
    let number = match &contact.phone {
        Some(phone) => Some(Span::styled(phone.clone(), theme.number)),
        None if is_private => None,
        None => Some(Span::styled(
            model.locale.text("card-no-number").into_owned(),
            theme.warning,
        )),
    };
    let mail = contact
        .email
        .as_ref()
        .map(|mail| Span::styled(mail.clone(), theme.text));
    match (number, mail) {
        (Some(number), Some(mail)) => card.row_with_end("", number, mail),
        (Some(only), None) | (None, Some(only)) => card.labelled("", &only.content, only.style),
        (None, None) => {}
    }
    if let Some(number) = &contact.on_call {
        let closed = matches!(entrance.opening, Some(Opening::Closed { .. }));
        let style = if closed { theme.number } else { theme.text };
        card.labelled(&model.locale.text("label-on-call"), number, style);
        let note = contact.on_call_note.clone();
        let note = note.unwrap_or_else(|| model.locale.text("card-on-call").into_owned());
        card.labelled("", &note, theme.dim);
    }
    let mut notes: Vec<String> = [&contact.note, &entrance.note]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let formerly = former_names(&model.directory, service, entrance.organisation);
    if !formerly.is_empty() {
        notes.push(
            model
                .locale
                .with("formerly", &[("names", &formerly.join(", "))]),
        );
    }
    let caveats = [
        Caveat::of_responsibility(entrance),
        Caveat::of_number(contact),
    ];
    let (assumed, inferred): (Vec<_>, Vec<_>) = caveats
        .into_iter()
        .flatten()
        .partition(|caveat| caveat.is_assumed());
    notes.extend(inferred.iter().map(|caveat| caveat.words(&model.locale)));
    if !notes.is_empty() {
        card.labelled("", &notes.join(" · "), theme.dim);
    }
    for caveat in assumed {
        card.labelled("", &caveat.words(&model.locale), theme.warning);
    }
}

fn instead(model: &Model, instead: Instead) -> String {
    let directory = &model.directory;
    let organisation = instead
        .organisation()
        .map(|one| directory.answering(one).unwrap_or(one));
    let organisation = organisation.map(|one| directory.name(one).to_owned());
    let service = instead
        .service()
        .map(|one| model.catalogue()[one].name.clone());
    match (service, organisation) {
        (Some(service), Some(organisation)) => format!("{organisation} ({service})"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}

/// Who does what: one row a step, one column a municipality.
fn who(card: &mut Card<'_>, model: &Model, theme: &Theme, service: ServiceRef) {
    let table = who_does_what(&model.directory, service);
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
            .map(|(_, organisations)| {
                let names: Vec<_> = organisations
                    .iter()
                    .map(|&one| short(model, one, cell_width))
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
        let shown = words
            .evidence(finding, model.municipality())
            .into_iter()
            .next();
        let shown = shown.unwrap_or_else(|| words.about(finding));
        card.one_line(&shown, &example, theme.text);
    }
}

/// What publishers state, where they differ.
fn stated(card: &mut Card<'_>, model: &Model, theme: &Theme, service: ServiceRef) {
    let catalogue = model.catalogue();
    let day = model.moment.day;
    let statements: Vec<_> = catalogue[service]
        .stated
        .iter()
        .filter(|one| one.period.contains(day))
        .collect();
    if statements.is_empty() {
        return;
    }
    card.gap();
    card.paragraph(&model.locale.text("label-stated"), theme.heading);
    for statement in statements {
        let sources: Vec<_> = statement
            .sources
            .iter()
            .map(|&source| catalogue[source].title.as_str())
            .collect();
        card.paragraph(
            &format!(
                "{}: {} ({})",
                statement.what,
                statement.value,
                sources.join("; ")
            ),
            theme.text,
        );
    }
}

/// Law, the day somebody last made sure, and the sources.
fn background(card: &mut Card<'_>, model: &Model, theme: &Theme, service: ServiceRef) {
    let catalogue = model.catalogue();
    let entry = &catalogue[service];
    card.gap();
    if !entry.law.is_empty() {
        card.labelled(
            &model.locale.text("label-law"),
            &entry.law.join(", "),
            theme.dim,
        );
    }
    let verified = model
        .directory
        .duties(service)
        .filter_map(|duty| duty.responsibility.verified)
        .max();
    let (text, style): (String, Style) = match verified {
        Some(day) => {
            let words = day_words(day, None, &model.locale);
            if catalogue.is_overdue(day, model.moment.day) {
                (
                    model
                        .locale
                        .with("card-verified-overdue", &[("day", &words)]),
                    theme.warning,
                )
            } else {
                (words, theme.dim)
            }
        }
        None => (
            model.locale.text("card-never-verified").into_owned(),
            theme.warning,
        ),
    };
    card.labelled(&model.locale.text("label-verified"), &text, style);
    let mut sources: Vec<SourceRef> = entry.sources.clone();
    for duty in model.directory.duties(service) {
        sources.extend(&duty.responsibility.sources);
    }
    sources.sort_unstable();
    sources.dedup();
    let label = model.locale.text("label-sources").into_owned();
    for (position, &source) in sources.iter().enumerate() {
        let source = &catalogue[source];
        card.labelled(
            if position == 0 { &label } else { "" },
            &format!("{}  {}", source.id, source.title),
            theme.dim,
        );
    }
    if sources.is_empty() {
        card.labelled(&label, &model.locale.text("card-no-source"), theme.warning);
    }
}
