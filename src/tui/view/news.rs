//! One line about the search: a former name, words that nothing resembles, a guess.

use ratatui::text::{Line, Span};

use super::labelled::Card;
use crate::referral::day_words;
use crate::tui::command::Command;
use crate::tui::model::{Model, Only, View};
use crate::tui::theme::Theme;

/// News about the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    text: String,
    is_warning: bool,
}

impl News {
    /// The line as it is drawn.
    pub fn styled(&self, theme: &Theme) -> Line<'static> {
        let style = if self.is_warning {
            theme.warning
        } else {
            theme.heading
        };
        Line::from(Span::styled(format!(" {}", self.text), style))
    }
}

/// The most important news about the search, if there is any.
pub fn line(model: &Model) -> Option<News> {
    aside(model)
        .or_else(|| former(model))
        .map(|text| News {
            text,
            is_warning: false,
        })
        .or_else(|| {
            let found = &model.found;
            if !found.unknown.is_empty() {
                let filters = found.unknown.join(", ");
                return Some(News {
                    text: model
                        .locale
                        .with("unknown-filter", &[("filters", &filters)]),
                    is_warning: true,
                });
            }
            if !found.unmatched.is_empty() && of_services(model) {
                let words = found.unmatched.join(", ");
                let text = if found.suggestions.is_empty() {
                    model.locale.with("news-unmatched", &[("words", &words)])
                } else {
                    let nearest = found.suggestions.join(", ");
                    model.locale.with(
                        "news-did-you-mean",
                        &[("words", &words), ("nearest", &nearest)],
                    )
                };
                return Some(News {
                    text,
                    is_warning: true,
                });
            }
            (found.weak && !found.hits.is_empty() && of_services(model)).then(|| News {
                text: model.locale.text("news-guess").into_owned(),
                is_warning: true,
            })
        })
}

/// That an organisation is called something else now, or that another has taken over.
fn former(model: &Model) -> Option<String> {
    let organisation = model.found.former?;
    let directory = &model.directory;
    let said = model.found.words.trim();
    let entry = &model.catalogue()[organisation];
    if directory.exists(organisation) {
        return Some(model.locale.with(
            "news-renamed",
            &[("said", said), ("name", directory.name(organisation))],
        ));
    }
    let until = entry
        .period
        .until
        .map(|day| day_words(day, None, &model.locale));
    match (directory.answering(organisation), until) {
        (Some(successor), Some(day)) => {
            let name = directory.name(successor);
            Some(model.locale.with(
                "news-succeeded",
                &[("said", said), ("day", &day), ("name", name)],
            ))
        }
        (None, Some(day)) => Some(
            model
                .locale
                .with("news-ended", &[("said", said), ("day", &day)]),
        ),
        _ => Some(model.locale.with("news-not-yet", &[("said", said)])),
    }
}

/// Whether what is shown are the services that the words find.
fn of_services(model: &Model) -> bool {
    matches!(model.view, View::Services | View::Matrix)
}

/// What a look aside shows, where more than a single service.
fn aside(model: &Model) -> Option<String> {
    let aside = model.aside.as_ref()?;
    let (key, of) = match &aside.only {
        Only::AboutService(service) => ("news-about", model.catalogue()[*service].name.clone()),
        Only::About(organisation) => ("news-about", model.directory.name(*organisation).into()),
        Only::Services { of, .. } => ("news-services", of.clone()?),
    };
    let back = model.keymap.first_key(Command::Across);
    Some(model.locale.with(key, &[("of", &of), ("back", &back)]))
}

/// What the card says when no finding fits.
pub fn no_findings(model: &Model, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    if !model.query.is_empty() {
        return nothing_found(model, theme, width);
    }
    let mut card = Card::new(width, theme);
    card.title(&model.locale.text("no-findings"), "");
    card.lines()
}

/// What the card says when nothing fits.
pub fn nothing_found(model: &Model, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut card = Card::new(width, theme);
    card.title(&model.locale.text("nothing-found"), "");
    card.gap();
    let word = model.keymap.first_key(Command::DeleteWord);
    let close = model.keymap.first_key(Command::Close);
    let advice = model.locale.with(
        "nothing-found-advice",
        &[("word", &word), ("close", &close)],
    );
    card.paragraph(&advice, theme.text);
    card.lines()
}
