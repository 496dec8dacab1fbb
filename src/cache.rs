//! Keeps catalogues in compiled form in the user's cache folder, and the indexes that they are searched by, so that the
//! next start need neither read the texts nor build the indexes anew.
//!
//! Everything in the folder can be made again and may be deleted at any time. A copy is used only if it was made from
//! exactly the texts at hand and is whole; where nothing can be kept, the program works as before, only slower.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::catalogue::{Catalogue, TextSum, compile, compiled};
use crate::paths::keep_newest;
use crate::sealed::{seal, unseal, unsealed};
use crate::search::{INDEX_FORM, Store};

/// So many copies are kept; when one more comes, the oldest goes.
const KEPT: usize = 8;

/// How the names of copies end.
const ENDING: &str = "catalogue";

/// So many indexes are kept: a catalogue has two on each day on which something is different.
const INDEXES_KEPT: usize = 2 * KEPT;

/// How the names of indexes end.
const INDEX_ENDING: &str = "index";

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
        self.write(&self.place(texts), &bytes)?;
        keep_newest(&self.folder, ENDING, KEPT)
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        make_private(&self.folder)?;
        // Written beside its place and then moved there, so that nobody ever reads half of it.
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(place)?;
        Ok(())
    }

    /// The store for the indexes of the catalogue that was read from texts with this sum.
    #[must_use]
    pub fn store(self, texts: TextSum) -> IndexStore {
        IndexStore {
            cache: self,
            texts,
            keeping: Mutex::default(),
        }
    }

    /// Keeps a catalogue in the background; done when the handle is dropped. That it cannot be kept is no fault.
    #[must_use]
    pub fn keep_meanwhile(&self, catalogue: &Arc<Catalogue>, texts: TextSum) -> Keeping {
        let (cache, catalogue) = (self.clone(), Arc::clone(catalogue));
        Keeping::begin(move || {
            #[cfg(debug_assertions)]
            crate::rehearsal::panics("keeper", catalogue.name());
            let _ = cache.keep(&catalogue, texts);
        })
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

impl Keeping {
    /// Without a thread to keep it nothing is kept.
    fn begin(keep: impl FnOnce() + Send + 'static) -> Self {
        let thread = thread::Builder::new().name("keeping".into()).spawn(keep);
        Self(thread.ok())
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            // A panic while keeping a copy takes nothing from anybody.
            let _ = thread.join();
        }
    }
}

/// The indexes that one catalogue is searched by, beside its copy.
///
/// They are kept in the background; done when the store is dropped. That one cannot be kept is no fault.
#[derive(Debug)]
pub struct IndexStore {
    cache: Cache,
    texts: TextSum,
    keeping: Mutex<Vec<Keeping>>,
}

impl IndexStore {
    fn place(&self, sum: u128) -> PathBuf {
        let name = format!("{sum:032x}.{INDEX_ENDING}");
        self.cache.folder.join(name)
    }
}

impl Store for IndexStore {
    fn find(&self, number: u128, read: &mut dyn FnMut(&[u8])) {
        let sum = self.texts.with(number);
        let bytes = fs::read(self.place(sum)).unwrap_or_default();
        if let Some(index) = unseal(&bytes, INDEX_FORM, sum) {
            read(index);
        }
    }

    fn keep(&self, number: u128, write: &dyn Fn(Vec<u8>) -> Vec<u8>) {
        let sum = self.texts.with(number);
        let (cache, place) = (self.cache.clone(), self.place(sum));
        let Some(bytes) = seal(write(unsealed()), INDEX_FORM, sum) else {
            return;
        };
        let keeping = Keeping::begin(move || {
            let kept = cache.write(&place, &bytes);
            let _ = kept.and_then(|()| keep_newest(&cache.folder, INDEX_ENDING, INDEXES_KEPT));
        });
        let mut all = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(keeping);
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

    /// What is kept of an index, as the store of these texts finds it.
    fn found(cache: &Cache, texts: TextSum, number: u128) -> Option<Vec<u8>> {
        let mut found = None;
        let store = cache.clone().store(texts);
        store.find(number, &mut |bytes| found = Some(bytes.to_vec()));
        found
    }

    fn keep_index(cache: &Cache, texts: TextSum, number: u128) {
        let store = cache.clone().store(texts);
        store.keep(number, &|after| {
            [after.as_slice(), b"ett register"].concat()
        });
    }

    #[test]
    fn an_index_is_found_again_for_its_own_catalogue_and_number_alone() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(&folder.path().join("hanvisa"));
        let (texts, other) = (catalogue("En").1, catalogue("En annan").1);
        assert_eq!(found(&cache, texts, 1), None);
        keep_index(&cache, texts, 1);
        assert_eq!(found(&cache, texts, 1).unwrap(), b"ett register");
        assert_eq!(found(&cache, texts, 2), None);
        assert_eq!(found(&cache, other, 1), None);
        // Not even where somebody has put it in the place of another.
        let files = fs::read_dir(&cache.folder).unwrap();
        let file = files.map(|file| file.unwrap().path()).next().unwrap();
        let place = cache.clone().store(other).place(other.with(1));
        fs::copy(file, place).unwrap();
        assert_eq!(found(&cache, other, 1), None);
    }

    #[test]
    fn a_damaged_index_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let texts = catalogue("En").1;
        keep_index(&cache, texts, 1);
        let place = cache.clone().store(texts).place(texts.with(1));
        let whole = fs::read(&place).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&place, &damaged).unwrap();
            assert_eq!(found(&cache, texts, 1), None, "one bit at {at}");
            fs::write(&place, &whole[..at]).unwrap();
            assert_eq!(found(&cache, texts, 1), None, "cut at {at}");
        }
        fs::write(&place, &whole).unwrap();
        assert!(found(&cache, texts, 1).is_some());
    }

    #[test]
    fn only_the_newest_indexes_stay_and_no_copy_goes_for_them() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let (one, texts) = catalogue("En");
        cache.keep(&one, texts).unwrap();
        for number in 0..INDEXES_KEPT + 3 {
            keep_index(&cache, texts, number as u128);
        }
        assert!(cache.find(texts).is_some());
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1 + INDEXES_KEPT
        );
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
