//! Notices that the catalogue's files have changed, and waits until they have come to rest.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::catalogue::catalogue_files;

/// What a look at the files sees: their names, what makes one another than it was, and which file it is: one put in the
/// place of another may have its size and time.
type Look = Vec<(PathBuf, u64, Option<SystemTime>, u64)>;

/// Watches a catalogue's folder, or a single file, which need not be there yet.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    read: Look,
    last: Look,
}

impl Watch {
    /// Begins to watch; what is there now counts as read, so it must be read after this.
    pub fn new(path: &Path) -> Self {
        let look = look(path);
        Self {
            path: path.to_owned(),
            read: look.clone(),
            last: look,
        }
    }

    /// Looks at the files: whether they differ from what was read and were the same at the last look too. A file that is
    /// being written is not read half. What is there now counts as read from then on.
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

    /// Whether the files are still those that counted as read: what was read since is then all of one time.
    pub fn is_as_read(&self) -> bool {
        look(&self.path) == self.read
    }

    /// Whether there are no files at all: they have been taken away, or what they lie on has.
    pub fn is_gone(&self) -> bool {
        catalogue_files(&self.path).map_or(true, |files| files.is_empty())
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
        let size = data.as_ref().map_or(0, fs::Metadata::len);
        (path, size, time, data.as_ref().map_or(0, identity))
    };
    match catalogue_files(path) {
        Ok(files) => files.into_iter().map(seen).collect(),
        Err(_) => vec![seen(path.to_owned())],
    }
}

/// What tells a file from another of the same name, size and time.
#[cfg(unix)]
fn identity(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

/// Nothing where files have no numbers.
#[cfg(not(unix))]
fn identity(_data: &fs::Metadata) -> u64 {
    0
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
        for other in ["note.txt", ".swap.toml", "verdicts.toml"] {
            fs::write(folder.path().join(other), "not a catalogue file").unwrap();
        }
        assert!(!watch.has_changed());
        assert!(!watch.has_changed());
        fs::remove_file(&file).unwrap();
        assert!(!watch.has_changed());
        assert!(watch.has_changed());
    }

    #[test]
    fn a_single_file_that_comes_into_being_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("verdicts.toml");
        let mut watch = Watch::new(&file);
        assert!(!watch.has_changed());
        fs::write(&file, "").unwrap();
        assert!(!watch.has_changed(), "it may still be being written");
        assert!(watch.has_changed());
        assert!(!watch.has_changed());
    }

    #[test]
    fn another_file_of_the_same_size_and_time_is_a_change() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a.toml"), folder.path().join("b"));
        fs::write(&file, "one").unwrap();
        fs::write(&other, "two").unwrap();
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        let other_file = fs::File::options().write(true).open(&other).unwrap();
        other_file.set_modified(time).unwrap();
        let mut watch = Watch::new(&file);
        fs::rename(&other, &file).unwrap();
        assert!(!watch.has_changed());
        assert!(!cfg!(unix) || watch.has_changed());
    }

    #[test]
    fn what_changes_while_it_is_read_counts_as_changed_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        let mut watch = Watch::new(&file);
        assert!(watch.is_gone());
        fs::write(&file, "half").unwrap();
        assert!(!watch.has_changed());
        assert!(watch.has_changed() && watch.is_as_read() && !watch.is_gone());
        fs::write(&file, "half and the rest").unwrap();
        assert!(!watch.is_as_read());
        assert!(!watch.has_changed());
        assert!(watch.has_changed());
    }

    #[test]
    fn a_folder_without_its_files_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Watch::new(folder.path()).is_gone());
        assert!(Watch::new(&folder.path().join("not there")).is_gone());
        fs::write(folder.path().join("a.toml"), "").unwrap();
        assert!(!Watch::new(folder.path()).is_gone());
    }
}
