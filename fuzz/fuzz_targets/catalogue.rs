//! Any text read as a catalogue file, alone and beside a sound one: every fault can be told in both languages, and what
//! is read can be asked, searched, compiled and searched for double work.
#![no_main]

use std::sync::Arc;

use hanvisa::catalogue::{Reading, TextFile};
use hanvisa::cli::faults::{json, render};
use hanvisa::directory::Directory;
use hanvisa::locale::{Language, Locale};
use hanvisa::overlap::findings_and_lookalikes;
use hanvisa::referral::{Moment, resolve_everywhere};
use hanvisa::review::review;
use hanvisa::search::Finder;
use libfuzzer_sys::fuzz_target;

/// The small catalogue that broken files are read together with in the tests.
const BASE: &str = include_str!("../../tests/faults/base.toml");

thread_local! {
    static LOCALES: [Locale; 2] = [Language::Swedish, Language::English].map(Locale::new);
}

fn file(name: &str, text: &str) -> TextFile {
    TextFile {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fuzz_target!(|text: &str| {
    let readings = [
        vec![file("ensam.toml", text)],
        vec![file("base.toml", BASE), file("till.toml", text)],
    ];
    for files in readings {
        let reading = Reading::of_texts(files);
        LOCALES.with(|locales| tell(&reading, locales));
        let Some(catalogue) = reading.catalogue else {
            assert!(
                !reading.faults.is_empty(),
                "no catalogue, and no reason why"
            );
            continue;
        };
        use_it(Arc::new(catalogue), &reading.origins);
    }
});

/// Tells every fault in both languages.
fn tell(reading: &Reading, locales: &[Locale]) {
    for locale in locales {
        for told in [
            render(reading, locale, false),
            json(reading, locale).to_string(),
        ] {
            assert!(!told.contains('\u{1b}'), "a fault commands the terminal");
        }
    }
}

/// Asks a catalogue everything, on three days.
fn use_it(catalogue: Arc<hanvisa::catalogue::Catalogue>, origins: &hanvisa::catalogue::Origins) {
    for day in ["2014-09-01", "2022-12-31", "2026-11-23"] {
        let Ok(day) = day.parse() else { return };
        let directory = Directory::at(Arc::clone(&catalogue), day);
        for &service in directory.services() {
            resolve_everywhere(&directory, service, Moment::day(day));
        }
        let found = findings_and_lookalikes(&directory);
        let finder = Finder::new(&directory, found.services());
        finder.find(&directory, "snö nora", usize::MAX);
        review(&catalogue, origins, day);
    }
}
