//! Any text typed as a query into the shipped catalogue: an answer, the same answer explained, the highlights inside
//! the texts they belong to, and the same answer again after typing and rubbing out.
#![no_main]

use std::sync::{Arc, LazyLock};

use hanvisa::catalogue::Reading;
use hanvisa::directory::Directory;
use hanvisa::search::Finder;
use libfuzzer_sys::fuzz_target;

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let catalogue = Reading::embedded()
        .catalogue
        .expect("the shipped catalogue");
    Directory::at(Arc::new(catalogue), "2026-11-23".parse().expect("a day"))
});

fuzz_target!(|text: &str| {
    thread_local! {
        static FINDER: Finder = Finder::before_findings(&DIRECTORY);
    }
    FINDER.with(|finder| {
        let catalogue = DIRECTORY.catalogue();
        let found = finder.find(&DIRECTORY, text, usize::MAX);
        finder.find_organisations(&DIRECTORY, text);
        let (same, _) = finder.explain(&DIRECTORY, text, 10);
        let first = |found: &hanvisa::search::Found| -> Vec<_> {
            found.hits.iter().take(10).map(|hit| hit.service).collect()
        };
        assert_eq!(
            first(&found),
            first(&same),
            "the explanation is of another answer"
        );
        for service in first(&found) {
            let name = &catalogue[service].name;
            for range in finder.highlight(name, text) {
                assert!(name.get(range).is_some(), "a highlight outside its text");
            }
        }
        finder.find(&DIRECTORY, &format!("{text}x"), usize::MAX);
        let again = finder.find(&DIRECTORY, text, usize::MAX);
        assert_eq!(
            first(&found),
            first(&again),
            "rubbing out gave another answer"
        );
    });
});
