//! Where the catalogue of a session is read from.

use std::path::PathBuf;

/// Where a catalogue is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CataloguePlace {
    /// A folder of TOML files, or a single file.
    Path(PathBuf),
    /// The program itself.
    Embedded,
}
