//! Any text read as the settings file, with the key map in it: refused with its faults, or a key map that can be left.
#![no_main]

use std::path::Path;

use hanvisa::catalogue::TextFile;
use hanvisa::cli::faults::render;
use hanvisa::config::Config;
use hanvisa::locale::{Language, Locale};
use hanvisa::tui::command::Command;
use hanvisa::tui::keymap::{Key, KeyMap};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static LOCALE: Locale = Locale::new(Language::Swedish);
}

fuzz_target!(|text: &str| {
    if let Some(key) = Key::parse(text) {
        assert_eq!(
            Key::parse(&key.to_string()),
            Some(key),
            "a key's name is another key's"
        );
    }
    let file = TextFile {
        name: "config.toml".to_owned(),
        text: text.to_owned(),
    };
    let refused = match Config::of_text(Path::new("/etc/hanvisa/config.toml"), file) {
        Err(reading) => reading,
        Ok(config) => match KeyMap::new(&config.keys) {
            Err(faults) => config.refused(faults),
            Ok(keymap) => {
                for way_out in [Command::Quit, Command::Close] {
                    assert!(!keymap.keys(way_out).is_empty(), "no key for {way_out:?}");
                }
                return;
            }
        },
    };
    assert!(!refused.faults.is_empty(), "refused without a reason");
    let told = LOCALE.with(|locale| render(&refused, locale, false));
    assert!(!told.contains('\u{1b}'), "a fault commands the terminal");
});
