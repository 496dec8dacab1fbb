//! Where the catalogue of a session is read from, and where what people decide about it is kept.

use std::path::PathBuf;

use crate::overlap::verdict::FILE;
use crate::paths::Paths;

/// Where a catalogue is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CataloguePlace {
    /// A folder of TOML files, or a single file.
    Path(PathBuf),
    /// The program itself.
    Embedded,
}

impl CataloguePlace {
    /// The file that the verdicts about the catalogue are kept in: beside it, or with the user's data for the embedded
    /// one, which cannot be written beside; none where the user has no home.
    pub fn verdicts(&self) -> Option<PathBuf> {
        match self {
            Self::Path(path) if path.is_dir() => Some(path.join(FILE)),
            Self::Path(path) => Some(path.with_file_name(FILE)),
            Self::Embedded => Some(Paths::of_user()?.data.join(FILE)),
        }
    }
}
