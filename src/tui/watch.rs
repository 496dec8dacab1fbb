//! Notices that the catalogue's files have changed, and waits until they have come to rest.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What a look at the files sees: their names, sizes and times.
type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Watches a catalogue's folder, or its single file.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    read: Look,
    last: Look,
}

impl Watch {
    /// Begins to watch; what is there now counts as read.
    pub fn new(path: &Path) -> Self {
        let look = look(path);
        Self {
            path: path.to_owned(),
            read: look.clone(),
            last: look,
        }
    }

    /// Whether the files differ from what was read and were the same at the last look too: a file that is being
    /// written is not read half.
    pub fn has_changed(&mut self) -> bool {
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
    let Ok(folder) = fs::read_dir(path) else {
        return vec![seen(path.to_owned())];
    };
    let is_toml = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    };
    let mut files: Look = folder
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(is_toml)
        .map(seen)
        .collect();
    files.sort();
    files
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
        assert!(!watch.has_changed());
        fs::write(&file, "longer").unwrap();
        assert!(!watch.has_changed(), "it may still be being written");
        assert!(watch.has_changed());
        assert!(!watch.has_changed());
        fs::write(folder.path().join("note.txt"), "not a catalogue file").unwrap();
        assert!(!watch.has_changed());
        assert!(!watch.has_changed());
        fs::remove_file(&file).unwrap();
        assert!(!watch.has_changed());
        assert!(watch.has_changed());
    }
}
