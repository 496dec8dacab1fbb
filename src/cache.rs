//! Keeps catalogues in compiled form in the user's cache folder, so that the next start need not read the texts anew.
//!
//! Everything in the folder can be made again and may be deleted at any time. A copy is used only if it was made from
//! exactly the texts at hand and is whole; where nothing can be kept, the program works as before, only slower.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::catalogue::{Catalogue, TextSum, compile, compiled};
use crate::paths::keep_newest;

/// So many copies are kept; when one more comes, the oldest goes.
const KEPT: usize = 8;

/// How the names of copies end.
const ENDING: &str = "catalogue";

/// The folder of copies.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// A cache in a folder, which is made when something is kept.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// The catalogue that was read from texts with this sum, if a whole copy of it is kept.
    pub fn find(&self, texts: TextSum) -> Option<Catalogue> {
        compiled(&fs::read(self.place(texts)).ok()?, texts)
    }

    /// Keeps a catalogue that was read from texts with this sum.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep(&self, catalogue: &Catalogue, texts: TextSum) -> io::Result<()> {
        let Some(bytes) = compile(catalogue, texts) else {
            return Ok(());
        };
        make_private(&self.folder)?;
        // Written beside its place and then moved there, so that nobody ever reads half of it.
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(&bytes)?;
        file.persist(self.place(texts))?;
        keep_newest(&self.folder, ENDING, KEPT)
    }

    /// Keeps a catalogue in the background; done when the handle is dropped. That it cannot be kept is no fault.
    #[must_use]
    pub fn keep_meanwhile(&self, catalogue: &Arc<Catalogue>, texts: TextSum) -> Keeping {
        let (cache, catalogue) = (self.clone(), Arc::clone(catalogue));
        let keep = move || {
            #[cfg(debug_assertions)]
            crate::rehearsal::panics("keeper", catalogue.name());
            let _ = cache.keep(&catalogue, texts);
        };
        // Without a thread to keep it nothing is kept.
        Keeping(
            thread::Builder::new()
                .name("keeping".into())
                .spawn(keep)
                .ok(),
        )
    }

    fn place(&self, texts: TextSum) -> PathBuf {
        self.folder.join(format!("{texts}.{ENDING}"))
    }
}

/// Makes a folder that only its user can read and write, and the one it lies in; a home that is not there is not made.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    for folder in folder.parent().into_iter().chain([folder]) {
        match maker.create(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// A copy that is being kept; waits for it when dropped.
#[derive(Debug, Default)]
pub struct Keeping(Option<JoinHandle<()>>);

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            // A panic while keeping a copy takes nothing from anybody.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Reading, TextFile};

    fn catalogue(name: &str) -> (Catalogue, TextSum) {
        let text = format!(
            r#"
            catalogue = {{ name = "{name}", timezone = "Europe/Stockholm", country = "SE", review_after_months = 12 }}
            municipality = [{{ id = "nora", name = "Nora", organisation = "nora-kommun" }}]
            organisation = [{{ id = "nora-kommun", kind = "municipality", name = "Nora kommun", serves = ["nora"] }}]
            "#
        );
        let reading = Reading::of_texts(vec![TextFile {
            name: "katalog.toml".into(),
            text,
        }]);
        let texts = TextSum::of(&reading.files);
        (reading.catalogue.unwrap(), texts)
    }

    #[test]
    fn what_is_kept_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(&folder.path().join("hanvisa"));
        let (one, texts) = catalogue("En");
        assert!(cache.find(texts).is_none());
        cache.keep(&one, texts).unwrap();
        assert_eq!(cache.find(texts).unwrap().name(), "En");
        assert!(cache.find(catalogue("En annan").1).is_none());
    }

    #[test]
    fn a_copy_that_somebody_cut_off_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let (one, texts) = catalogue("En");
        cache.keep(&one, texts).unwrap();
        let copy = cache.place(texts);
        let bytes = fs::read(&copy).unwrap();
        fs::write(&copy, &bytes[..bytes.len() / 2]).unwrap();
        assert!(cache.find(texts).is_none());
    }

    #[test]
    fn only_the_newest_copies_stay() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        for number in 0..KEPT + 3 {
            let (one, texts) = catalogue(&number.to_string());
            cache.keep(&one, texts).unwrap();
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), KEPT);
    }

    #[test]
    fn a_home_that_is_not_there_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        let cache = Cache::new(&home.join(".cache/hanvisa"));
        let (one, texts) = catalogue("En");
        assert!(cache.keep(&one, texts).is_err());
        assert!(!home.exists());
    }

    #[test]
    fn where_nothing_can_be_kept_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "in the way").unwrap();
        let cache = Cache::new(&file);
        let (one, texts) = catalogue("En");
        assert!(cache.keep(&one, texts).is_err());
        assert!(cache.find(texts).is_none());
    }
}
