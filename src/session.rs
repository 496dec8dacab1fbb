//! What the terminal program is started with: everything that the command line, the settings and the files decide.

use std::path::PathBuf;
use std::sync::Arc;

use crate::catalogue::{Catalogue, MunicipalityRef};
use crate::config::Config;
use crate::locale::Language;
use crate::referral::Moment;

/// What the terminal program is started with.
#[derive(Clone, Debug)]
pub struct Session {
    /// Where the catalogue was read from, so that it can be read again.
    pub place: CataloguePlace,
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// The caller's municipality, if one is chosen from the start.
    pub municipality: Option<MunicipalityRef>,
    /// The moment to stay at; none means now, as time goes.
    pub moment: Option<Moment>,
    /// The language.
    pub language: Language,
    /// Whether colours may be used at all.
    pub color: bool,
    /// The user's settings.
    pub config: Config,
    /// What is typed in already.
    pub query: String,
}

/// Where a catalogue is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CataloguePlace {
    /// A folder of TOML files, or a single file.
    Path(PathBuf),
    /// The program itself.
    Embedded,
}
