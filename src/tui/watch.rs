//! Notices that the catalogue's files have changed, and waits until they have come to rest.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::catalogue::catalogue_files;

/// How often the files are looked at.
const EVERY: Duration = Duration::from_secs(1);

/// What a look at the files sees: their names, sizes and times.
type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Watches a catalogue's folder, or a single file, which need not be there yet.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    read: Look,
    last: Look,
    looked: Instant,
}

impl Watch {
    /// Begins to watch; what is there now counts as read, so it must be read after this.
    pub fn new(path: &Path) -> Self {
        let look = look(path);
        Self {
            path: path.to_owned(),
            read: look.clone(),
            last: look,
            looked: Instant::now(),
        }
    }

    /// How long it is until the next look.
    pub fn patience(&self) -> Duration {
        EVERY.saturating_sub(self.looked.elapsed())
    }

    /// Looks if it is time to, and says whether there is something new to read.
    pub fn has_changed(&mut self) -> bool {
        if !self.patience().is_zero() {
            return false;
        }
        self.looked = Instant::now();
        self.look()
    }

    /// Whether the files differ from what was read and were the same at the last look too: a file that is being
    /// written is not read half.
    fn look(&mut self) -> bool {
        let look = look(&self.path);
        let at_rest = look == self.last;
        self.last = look;
        if at_rest && self.last != self.read {
            self.read.clone_from(&self.last);
            return true;
        }
        false
    }

    /// Where the files are.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn look(path: &Path) -> Look {
    let seen = |path: PathBuf| {
        let data = fs::metadata(&path).ok();
        let time = data.as_ref().and_then(|data| data.modified().ok());
        (path, data.map_or(0, |data| data.len()), time)
    };
    match catalogue_files(path) {
        Ok(files) => files.into_iter().map(seen).collect(),
        Err(_) => vec![seen(path.to_owned())],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_counts_once_and_only_when_it_has_come_to_rest() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, "one").unwrap();
        let mut watch = Watch::new(folder.path());
        assert!(!watch.look());
        fs::write(&file, "longer").unwrap();
        assert!(!watch.look(), "it may still be being written");
        assert!(watch.look());
        assert!(!watch.look());
        for other in ["note.txt", ".swap.toml", "verdicts.toml"] {
            fs::write(folder.path().join(other), "not a catalogue file").unwrap();
        }
        assert!(!watch.look());
        assert!(!watch.look());
        fs::remove_file(&file).unwrap();
        assert!(!watch.look());
        assert!(watch.look());
    }

    #[test]
    fn a_single_file_that_comes_into_being_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("verdicts.toml");
        let mut watch = Watch::new(&file);
        assert!(!watch.look());
        fs::write(&file, "").unwrap();
        assert!(!watch.look(), "it may still be being written");
        assert!(watch.look());
        assert!(!watch.look());
    }

    #[test]
    fn files_are_not_looked_at_on_every_key() {
        let folder = tempfile::tempdir().unwrap();
        let mut watch = Watch::new(folder.path());
        fs::write(folder.path().join("a.toml"), "new").unwrap();
        assert!(!watch.has_changed());
        assert_eq!(watch.last, [], "it is not time to look yet");
    }
}
