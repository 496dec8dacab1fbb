//! Finds what a command works on: the catalogue, the moment, the municipality.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, Utc};

use super::failure::Failure;
use super::output::Color;
use super::place;
use super::request::Shared;
use crate::cache::{Cache, Keeping};
use crate::catalogue::{
    Catalogue, FaultKind, MunicipalityRef, Progress, Reading, TextSum, Texts, holds_toml,
};
use crate::config::Config;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::verdict::{Decisions, kept};
use crate::overlap::{Findings, findings, findings_and_lookalikes};
use crate::paths::Paths;
use crate::referral::{Moment, NoMoment};
use crate::search::Store;
use crate::session::CataloguePlace;

/// A catalogue that can be asked, and the question's circumstances.
#[derive(Debug)]
pub struct Question {
    /// Where the catalogue was read from.
    pub place: CataloguePlace,
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// The moment asked about.
    pub moment: Moment,
    /// Whether the moment was named rather than being now.
    pub moment_is_given: bool,
    /// The caller's municipality, if one is named.
    pub municipality: Option<MunicipalityRef>,
    /// Whether it was named by the flag, which goes before a place among the words.
    pub municipality_is_given: bool,
    /// Whether to use colours.
    pub color: Color,
    /// Where the indexes of the catalogue are kept; none where the user has no home.
    pub store: Option<Arc<dyn Store>>,
    /// The copy of the catalogue that is being kept for the next start.
    _keeping: Keeping,
}

impl Question {
    /// Reads the catalogue and understands the flags that every command takes.
    ///
    /// # Errors
    /// When the catalogue or one of the flags cannot be used.
    pub fn new(shared: &Shared, config: &Config) -> Result<Self, Failure> {
        let place = whereabouts(shared, config);
        let loaded = catalogue(&place, &Progress::default())?;
        Self::about(loaded, place, shared, config)
    }

    /// Understands the flags, with a catalogue that has been read.
    ///
    /// # Errors
    /// When one of the flags cannot be used.
    pub fn about(
        Loaded {
            catalogue,
            store,
            keeping,
        }: Loaded,
        place: CataloguePlace,
        shared: &Shared,
        config: &Config,
    ) -> Result<Self, Failure> {
        let given = shared.at.as_deref().map(moment).transpose()?;
        let municipality = municipality(&catalogue, shared, config)?;
        Ok(Self {
            place,
            moment: given.unwrap_or_else(|| now(&catalogue)),
            moment_is_given: given.is_some(),
            municipality,
            municipality_is_given: shared.municipality.is_some(),
            catalogue,
            color: shared.color,
            store,
            _keeping: keeping,
        })
    }

    /// What is found on the directory's day but for look-alikes, as people have judged it.
    ///
    /// # Errors
    /// When the verdicts cannot be used.
    pub fn findings(&self, directory: &Directory) -> Result<Findings, Failure> {
        self.judged(findings(directory))
    }

    /// What people have decided. Where that cannot be read it is as if nobody had decided anything, which is said on
    /// standard error: a caller who waits for an answer does not wait for somebody to mend that file.
    pub fn decisions_or_none(&self, locale: &Locale) -> Decisions {
        decisions(&self.place).unwrap_or_else(|failure| {
            super::warn(&failure, self.color, locale);
            Decisions::default()
        })
    }

    /// All that is found on the directory's day, as people have judged it.
    ///
    /// # Errors
    /// When the verdicts cannot be used.
    pub fn findings_and_lookalikes(&self, directory: &Directory) -> Result<Findings, Failure> {
        self.judged(findings_and_lookalikes(directory))
    }

    fn judged(&self, found: Findings) -> Result<Findings, Failure> {
        Ok(found.judged(&decisions(&self.place)?))
    }

    /// The catalogue on the day asked about.
    pub fn directory(&self) -> Directory {
        Directory::at(Arc::clone(&self.catalogue), self.moment.day)
    }
}

/// The settings: the file named, or the user's own if there is one.
///
/// # Errors
/// When the file cannot be used.
pub fn config(named: Option<&Path>) -> Result<Config, Box<Reading>> {
    let named = named
        .map(Path::to_owned)
        .or_else(|| variable("HANVISA_CONFIG"));
    let own = || {
        Paths::of_user()
            .map(|paths| paths.config_file())
            .filter(|file| file.exists())
    };
    match (named, own) {
        (Some(file), _) => Config::of_path(&file),
        (None, own) => own().map_or_else(|| Ok(Config::default()), |file| Config::of_user(&file)),
    }
}

/// Where the catalogue is: the flag, the environment, the settings, the user's data folder, or the program itself.
pub fn whereabouts(shared: &Shared, config: &Config) -> CataloguePlace {
    let own = || {
        Paths::of_user()
            .map(|paths| paths.data)
            .filter(|folder| holds_toml(folder))
    };
    let named = shared
        .catalogue
        .clone()
        .or_else(|| variable("HANVISA_CATALOGUE"));
    let found = named.or_else(|| config.catalogue.clone()).or_else(own);
    found.map_or(CataloguePlace::Embedded, CataloguePlace::Path)
}

/// The texts of the catalogue at a place.
pub fn texts(place: &CataloguePlace) -> Texts {
    match place {
        CataloguePlace::Path(path) => Texts::of_path(path),
        CataloguePlace::Embedded => Texts::embedded(),
    }
}

/// What people have decided about the catalogue at a place.
///
/// # Errors
/// When the verdicts cannot be used.
pub fn decisions(place: &CataloguePlace) -> Result<Decisions, Failure> {
    let file = place.verdicts();
    let read = file.map(|file| kept::read(&file).map_err(Failure::Verdicts));
    Ok(read.transpose()?.unwrap_or_default())
}

/// A catalogue that has been read.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// Where its indexes are kept.
    pub store: Option<Arc<dyn Store>>,
    /// The copy of it that is being kept for the next start, for as long as this is.
    keeping: Keeping,
}

/// The catalogue at a place: the copy that is kept of it, or what its texts say.
///
/// # Errors
/// When it cannot be used.
pub fn catalogue(place: &CataloguePlace, progress: &Progress) -> Result<Loaded, Failure> {
    // Where there is a copy, the texts need not be held, nor be looked at but for their sum.
    let sum = match place {
        CataloguePlace::Path(path) => TextSum::at(path),
        CataloguePlace::Embedded => None,
    };
    let copy = sum.zip(cache()).and_then(|(sum, cache)| copy(&cache, sum));
    copy.map_or_else(|| catalogue_of(texts(place), place, progress), Ok)
}

/// The catalogue whose texts have been read at a place.
///
/// # Errors
/// When it cannot be used.
pub fn catalogue_of(
    texts: Texts,
    place: &CataloguePlace,
    progress: &Progress,
) -> Result<Loaded, Failure> {
    #[cfg(debug_assertions)]
    crate::rehearsal::panics("reader", &format!("{:?}", texts.files));
    let cache = cache().zip(texts.sum());
    if let Some(copy) = cache.as_ref().and_then(|(cache, sum)| copy(cache, *sum)) {
        return Ok(copy);
    }
    let store = cache
        .clone()
        .map(|(cache, sum)| -> Arc<dyn Store> { Arc::new(cache.store(sum)) });
    let mut reading = texts.read_telling(progress);
    let Some(catalogue) = reading.catalogue.take().map(Arc::new) else {
        return Err(Failure::Catalogue {
            reading: Box::new(reading),
            place: place.clone(),
        });
    };
    let keeping = cache.map(|(cache, sum)| cache.keep_meanwhile(&catalogue, sum));
    Ok(Loaded {
        catalogue,
        store,
        keeping: keeping.unwrap_or_default(),
    })
}

/// Where copies are kept; none where the user has no home.
fn cache() -> Option<Cache> {
    Paths::of_user().map(|paths| Cache::new(&paths.cache))
}

/// The copy that is kept of texts with this sum.
fn copy(cache: &Cache, sum: TextSum) -> Option<Loaded> {
    let catalogue = cache.find(sum)?;
    Some(Loaded {
        catalogue: Arc::new(catalogue),
        store: Some(Arc::new(cache.clone().store(sum))),
        keeping: Keeping::default(),
    })
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// This moment, where the catalogue's offices are.
pub fn now(catalogue: &Catalogue) -> Moment {
    Utc::now()
        .with_timezone(&catalogue.timezone())
        .naive_local()
        .into()
}

/// Reads `2026-11-23` or `2026-11-23T10:42`, the value of `--at`.
///
/// # Errors
/// When it is neither.
pub fn moment(written: &str) -> Result<Moment, Failure> {
    moment_of("--at", written)
}

/// Reads the same as the value of another flag.
///
/// # Errors
/// When it is neither.
pub fn moment_of(flag: &'static str, written: &str) -> Result<Moment, Failure> {
    written.parse().map_err(|NoMoment| Failure::Moment {
        flag,
        written: written.to_owned(),
    })
}

/// That the earlier of two days comes first.
///
/// # Errors
/// When it does not: a reader would take what is new for what has been solved.
pub fn in_order(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    locale: &Locale,
) -> Result<(), Failure> {
    let (Some(from), Some(to)) = (from, to) else {
        return Ok(());
    };
    if from <= to {
        return Ok(());
    }
    let known = [("from", from.to_string()), ("to", to.to_string())];
    Err(Failure::Usage {
        what: locale.with_owned("error-days-backwards", known.into()),
        advice: vec![locale.text("error-days-backwards-advice").into_owned()],
    })
}

/// The municipality that the flag or the settings name.
fn municipality(
    catalogue: &Catalogue,
    shared: &Shared,
    config: &Config,
) -> Result<Option<MunicipalityRef>, Failure> {
    if let Some(written) = &shared.municipality {
        return place::find(catalogue, written);
    }
    let Some(written) = &config.municipality else {
        return Ok(None);
    };
    place::find(catalogue, &written.value).map_err(|failure| match failure {
        Failure::Municipality { .. } => {
            let kind = FaultKind::UnknownId {
                id: written.value.clone(),
                // The catalogue is as it should be: the words are those for settings.
                table: "settings".to_owned(),
                nearest: place::nearest_id(catalogue, &written.value),
            };
            Failure::Config(config.refused(vec![(kind, written.span.clone())]))
        }
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_moment_without_a_time() {
        let day = NaiveDate::from_ymd_opt(2014, 9, 1).unwrap();
        assert_eq!(moment("2014-09-01").unwrap(), Moment::day(day));
        assert_eq!(
            moment("2014-09-01T10:42").unwrap(),
            day.and_hms_opt(10, 42, 0).unwrap().into()
        );
    }

    #[test]
    fn nothing_else_is_a_moment() {
        for wrong in [
            "",
            "igår",
            "2014-13-01",
            "2014-9-1",
            "2014-09-01T",
            "2014-09-01T25:00",
            "+12014-09-01",
        ] {
            assert!(moment(wrong).is_err(), "{wrong:?}");
        }
    }
}
