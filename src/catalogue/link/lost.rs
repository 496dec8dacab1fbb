//! What stood in lines that are no TOML: ids that somebody may refer to without being to blame.

use crate::catalogue::fault::EntryKind;
use crate::catalogue::torn::{self, Tear};

/// What stood in lines that could not be read.
#[derive(Debug, Default)]
pub(in crate::catalogue) struct Lost {
    /// Ids, each with the kind of its entry if that is known.
    ids: Vec<(Option<EntryKind>, String)>,
    /// Whether `[catalogue]` was among it.
    pub(super) settings: bool,
}

impl Lost {
    /// Notes what a tear took with it.
    pub fn take(&mut self, text: &str, tear: &Tear) {
        for (table, id) in torn::lost_ids(text, tear) {
            self.ids.push((EntryKind::of_table(table), id.to_owned()));
        }
        let lines = text.get(tear.lines.clone()).unwrap_or_default();
        self.settings |= lines
            .lines()
            .any(|line| line.trim_start().starts_with('[') && line.contains("catalogue"));
    }

    pub(super) fn has(&self, kind: EntryKind, id: &str) -> bool {
        self.ids
            .iter()
            .any(|(lost, name)| lost.is_none_or(|lost| lost == kind) && name == id)
    }

    pub(super) fn has_unit(&self, id: &str) -> bool {
        self.ids.iter().any(|(_, name)| name == id)
    }

    pub(super) fn has_any(&self, kind: EntryKind) -> bool {
        self.ids.iter().any(|(lost, _)| *lost == Some(kind))
    }
}
