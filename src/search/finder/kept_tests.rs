//! Indexes that were kept answer as those that are built.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use super::*;
use crate::catalogue::{Catalogue, Reading};

/// A store in memory, with what was done to it.
#[derive(Debug, Default)]
struct Counted {
    kept: Mutex<HashMap<u128, Vec<u8>>>,
    hits: Mutex<usize>,
}

impl Counted {
    fn kept(&self) -> usize {
        self.kept.lock().unwrap().len()
    }

    fn hits(&self) -> usize {
        *self.hits.lock().unwrap()
    }
}

impl Store for Counted {
    fn find(&self, number: u128, read: &mut dyn FnMut(&[u8])) {
        if let Some(bytes) = self.kept.lock().unwrap().get(&number) {
            *self.hits.lock().unwrap() += 1;
            read(bytes);
        }
    }

    fn keep(&self, number: u128, write: &dyn Fn(Vec<u8>) -> Vec<u8>) {
        self.kept.lock().unwrap().insert(number, write(Vec::new()));
    }
}

fn shipped() -> Arc<Catalogue> {
    Arc::new(Reading::embedded().catalogue.unwrap())
}

fn on(catalogue: &Arc<Catalogue>, day: &str) -> Directory {
    Directory::at(Arc::clone(catalogue), day.parse().unwrap())
}

fn finder(directory: &Directory, store: &Arc<Counted>) -> Finder {
    let store: Arc<dyn Store> = Arc::<Counted>::clone(store);
    Finder::before_findings(directory).with_store(Some(store))
}

/// The queries that the search is judged by, but for those that are sealed.
fn queries() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/queries");
    let mut queries = Vec::new();
    for file in ["check.tsv", "fit.tsv", "open.tsv", "tuning.tsv"] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        let lines = text.lines().skip(1);
        queries.extend(lines.filter_map(|line| line.split('\t').next().map(str::to_owned)));
    }
    queries
}

#[test]
fn a_kept_index_gives_the_answers_of_a_built_one_to_every_query() {
    let catalogue = shipped();
    let queries = queries();
    assert!(queries.len() > 800, "{}", queries.len());
    for (day, every) in [("2026-11-23", 1), ("2014-09-01", 20)] {
        let directory = on(&catalogue, day);
        let store = Arc::default();
        finder(&directory, &store).prepare(&directory);
        let (built, kept) = (
            Finder::before_findings(&directory),
            finder(&directory, &store),
        );
        kept.prepare(&directory);
        assert_eq!(store.hits(), 2, "both were in the store");
        for query in queries.iter().step_by(every) {
            let answer = |finder: &Finder| {
                let found = finder.explain(&directory, query, 20);
                let organisations = finder.find_organisations(&directory, query);
                let shown = finder.highlight("Avloppsstopp och snö på gatan", query);
                format!("{found:?} {organisations:?} {shown:?}")
            };
            assert_eq!(answer(&kept), answer(&built), "{query} on {day}");
        }
    }
}

#[test]
fn days_on_which_nothing_is_different_share_their_indexes() {
    let catalogue = shipped();
    let store = Arc::default();
    for (day, kept, hits) in [
        ("2026-11-23", 2, 0),
        ("2026-11-24", 2, 2),
        ("2014-09-01", 4, 2),
        ("2014-09-02", 4, 4),
        ("2026-11-23", 4, 6),
    ] {
        let directory = on(&catalogue, day);
        finder(&directory, &store).prepare(&directory);
        assert_eq!((store.kept(), store.hits()), (kept, hits), "{day}");
    }
}

#[test]
fn what_is_searched_on_days_with_one_number_is_the_same() {
    let catalogue = shipped();
    let mut known: HashMap<u128, String> = HashMap::new();
    for year in 2000..2035 {
        for month in ["01-01", "05-31", "12-31"] {
            let directory = on(&catalogue, &format!("{year}-{month}"));
            let finder = Finder::before_findings(&directory);
            let number = sum_of_services(&directory, &finder.service_refs);
            let texts = format!("{:?}", finder.documents(&directory).collect::<Vec<_>>());
            let same = known.entry(number).or_insert_with(|| texts.clone());
            assert_eq!(*same, texts, "{year}-{month}");
        }
    }
    assert!(known.len() > 3, "days differ: {}", known.len());
}

#[test]
fn what_is_in_the_store_but_no_index_is_built_anew() {
    let directory = on(&shipped(), "2026-11-23");
    let store = Arc::<Counted>::default();
    finder(&directory, &store).prepare(&directory);
    for bytes in store.kept.lock().unwrap().values_mut() {
        bytes.truncate(bytes.len() / 2);
    }
    let again = finder(&directory, &store);
    let built = Finder::before_findings(&directory);
    assert_eq!(
        again.find(&directory, "lukt avlopp", 5).hits,
        built.find(&directory, "lukt avlopp", 5).hits
    );
}
