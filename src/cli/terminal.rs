//! The bare program: opens the terminal program on a session.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::failure::Failure;
use super::load::{Loaded, Question, catalogue, whereabouts};
use super::request::Shared;
use super::{Outcome, crash};
use crate::catalogue::Progress;
use crate::config::Config;
use crate::locale::{Language, Locale};
use crate::session::CataloguePlace;
use crate::tui::keymap::KeyMap;
use crate::tui::model::Beginning;
use crate::tui::theme::Theme;
use crate::tui::waiting::{Waited, Waiting};
use crate::tui::watch::Watch;
use crate::tui::{self, Start};

/// Opens the terminal program and stays in it until the user ends it.
///
/// # Errors
/// Without a terminal, and when catalogue or settings cannot be used.
pub fn run(
    shared: &Shared,
    config: &Config,
    query: String,
    language: Language,
) -> Result<Outcome, Failure> {
    // A terminal that calls itself dumb would show the program's commands instead of obeying them.
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if dumb || !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let keymap =
        KeyMap::new(&config.keys).map_err(|faults| Failure::Config(config.refused(faults)))?;
    let theme = theme(config, shared.color.paints(true));
    let locale = Locale::new(language);
    let place = whereabouts(shared, config);
    let watch = match &place {
        // What can be read but once, as a pipe, cannot change.
        CataloguePlace::Path(path) if path.exists() && !path.is_dir() && !path.is_file() => None,
        CataloguePlace::Path(path) => Some(Watch::new(path)),
        CataloguePlace::Embedded => None,
    };
    let verdicts = place.verdicts().map(|file| Watch::new(&file));
    let reading = Reading::begin(place.clone())?;
    let lost = || Failure::Crash(crash::last());
    let (loaded, guard, typed) = match reading.outcome.recv_timeout(PATIENCE) {
        Ok(loaded) => (loaded?, None, Vec::new()),
        Err(RecvTimeoutError::Disconnected) => return Err(lost()),
        Err(RecvTimeoutError::Timeout) => {
            let guard = tui::enter(config.mouse).map_err(Failure::Terminal)?;
            let waiting = Waiting {
                locale: &locale,
                theme: &theme,
                keymap: &keymap,
                progress: &reading.progress,
                query: query.clone(),
            };
            match waiting.wait(&reading.outcome).map_err(Failure::Terminal)? {
                Waited::There(loaded, typed) => (loaded?, Some(guard), typed),
                Waited::Lost => return Err(lost()),
                Waited::GivenUp => return Ok(Outcome::Done),
            }
        }
    };
    let question = Question::about(loaded, place, shared, config)?;
    let pinned = question.moment_is_given;
    tui::run(Start {
        theme,
        mouse: config.mouse,
        watch,
        verdicts,
        guard,
        typed,
        beginning: Beginning {
            keymap,
            moment: if pinned {
                question.moment
            } else {
                tui::now(question.catalogue.timezone())
            },
            pinned,
            catalogue: question.catalogue,
            store: question.store,
            accessible: config.accessible,
            locale,
            municipality: question.municipality,
            query,
            size: tui::size().map_err(Failure::Terminal)?,
        },
    })
    .map_err(Failure::Terminal)?;
    Ok(Outcome::Done)
}

/// How long a catalogue may take to be read before the screen says that it is being read. Nearly every one is there before.
const PATIENCE: Duration = Duration::from_millis(100);

/// A catalogue that is being read in another thread.
struct Reading {
    outcome: Receiver<Result<Loaded, Failure>>,
    progress: Arc<Progress>,
}

impl Reading {
    fn begin(place: CataloguePlace) -> io::Result<Self> {
        let progress = Arc::new(Progress::default());
        let (sender, outcome) = channel();
        let told = Arc::clone(&progress);
        thread::Builder::new()
            .name("reading".into())
            .spawn(move || {
                // Whoever gave up waiting does not want it any more.
                let _ = sender.send(catalogue(&place, &told));
            })?;
        Ok(Self { outcome, progress })
    }
}

fn theme(config: &Config, colors: bool) -> Theme {
    if colors {
        Theme::suited(config.theme.name(), |name| std::env::var(name).ok())
    } else {
        Theme::named("mono").unwrap_or_default()
    }
}
