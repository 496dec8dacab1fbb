//! The bare program: opens the terminal program on a session.

use std::io::{self, IsTerminal};

use super::Outcome;
use super::failure::Failure;
use super::load::{Question, whereabouts};
use super::request::Shared;
use crate::config::Config;
use crate::locale::{Language, Locale};
use crate::session::{CataloguePlace, Session};
use crate::tui::keymap::KeyMap;
use crate::tui::model::Beginning;
use crate::tui::theme::Theme;
use crate::tui::watch::Watch;
use crate::tui::{self, Start};

/// Opens the terminal program and stays in it until the user ends it.
///
/// # Errors
/// Without a terminal, and when catalogue or settings cannot be used.
pub fn run(
    shared: &Shared,
    config: Config,
    query: String,
    language: Language,
) -> Result<Outcome, Failure> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let watch = match whereabouts(shared, &config) {
        CataloguePlace::Path(path) => Some(Watch::new(&path)),
        CataloguePlace::Embedded => None,
    };
    let question = Question::new(shared, &config)?;
    let session = Session {
        place: question.place,
        catalogue: question.catalogue,
        municipality: question.municipality,
        moment: question.moment_is_given.then_some(question.moment),
        language,
        color: shared.color.paints(true),
        config,
        query,
    };
    tui::run(start(session, watch)?)?;
    Ok(Outcome::Done)
}

/// What the terminal program runs with in a session.
fn start(session: Session, watch: Option<Watch>) -> Result<Start, Failure> {
    let config = &session.config;
    let keymap =
        KeyMap::new(&config.keys).map_err(|faults| Failure::Config(config.refused(faults)))?;
    let variable = |name: &str| std::env::var(name).ok();
    let theme = if session.color {
        Theme::suited(config.theme.name(), variable)
    } else {
        Theme::named("mono").unwrap_or_default()
    };
    let mouse = config.mouse;
    Ok(Start {
        theme,
        mouse,
        watch,
        beginning: Beginning {
            keymap,
            moment: session
                .moment
                .unwrap_or_else(|| tui::now(session.catalogue.timezone())),
            pinned: session.moment.is_some(),
            catalogue: session.catalogue,
            locale: Locale::new(session.language),
            municipality: session.municipality,
            query: session.query,
            size: tui::size()?,
        },
    })
}
